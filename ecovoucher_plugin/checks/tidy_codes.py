"""Land-use codes as people and spreadsheets write them, and as a scheme spells them."""

from __future__ import annotations

import re

# Blanks that str.strip does not know: zero-width ones and the byte order mark.
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
# Full-width digits and Latin letters. Full-width punctuation stays: it may belong to the name of a class.
_WIDE = (("０", "９"), ("Ａ", "Ｚ"), ("ａ", "ｚ"))
_HALF_WIDTH = {wide: wide - 0xFEE0 for first, last in _WIDE for wide in range(ord(first), ord(last) + 1)}
_WITH_DECIMALS = re.compile(r"(\d+)\.0+")

BLANKS, FULL_WIDTH, DECIMALS = "blanks", "full_width", "decimals"


def tidy_code(code: str) -> str:
    """Return a code without blanks around it, with half-width digits and letters, and without the decimals of a number.

    Nothing else is changed: leading zeros that are gone cannot be known.
    """
    text = _bare(code.translate(_HALF_WIDTH))
    whole = _WITH_DECIMALS.fullmatch(text)
    return whole[1] if whole else text


def untidiness(code: str) -> set[str]:
    """Return what tidy_code would change: of BLANKS, FULL_WIDTH, DECIMALS."""
    bare, half = _bare(code), code.translate(_HALF_WIDTH)
    found = set()
    if bare != code:
        found.add(BLANKS)
    if _bare(half) != bare:
        found.add(FULL_WIDTH)
    if _WITH_DECIMALS.fullmatch(_bare(half)):
        found.add(DECIMALS)
    return found


def _bare(text: str) -> str:
    return text.strip().strip(_INVISIBLE).strip()
