"""The sentences with which the plugin refuses: a refusal in other words is an error that escaped."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

TRANSLATIONS = Path(__file__).resolve().parents[3] / "resources" / "i18n" / "ecovoucher_zh_CN.ts"
# Sentences of QGIS itself about a parameter or a layer, in the versions that the tests run on.
OF_QGIS = re.compile(
    r"Incorrect parameter value for \S+|Could not load source layer for .*|"
    r"Could not create layer .*: .*", re.DOTALL,
)
# What follows a refusal that lies in the inputs.
POINTER = " “Inspect the inputs before a run” (ecovoucher:checkinputs) lists all that stands in the way."
SHORTEST = 12


def is_our_sentence(message: str) -> bool:
    """Return whether a refusal is one of the plugin's sentences, or one of QGIS's, and no escaped error."""
    sentence = message.replace(POINTER, "")
    return "Traceback" not in sentence and (
        OF_QGIS.fullmatch(sentence) is not None or any(_says(sentence, parts) for parts in _sentences())
    )


def _says(message: str, parts: list[str]) -> bool:
    """Return whether a message is a sentence whose fixed parts are these, with any text between them."""
    if not (message.startswith(parts[0]) and message.endswith(parts[-1])):
        return False
    end = 0
    for part in parts:
        start = message.find(part, end)
        if start < 0:
            return False
        end = start + len(part)
    return True


@lru_cache(maxsize=1)
def _sentences() -> list[list[str]]:
    """Return the fixed parts of the English sources of the translations."""
    sources = [element.text or "" for element in ElementTree.parse(TRANSLATIONS).iter("source")]
    parts = [re.split(r"\{\w+\}", source) for source in sources]
    return [fixed for fixed in parts if sum(map(len, fixed)) >= SHORTEST]
