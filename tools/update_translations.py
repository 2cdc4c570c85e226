"""Collect all texts a user reads into resources/i18n/ecovoucher_zh_CN.ts and compile it.

Texts are the first argument of tr(…) and the templates of errors (classes named …Error).
Translations that exist are kept; texts that are gone are dropped. Needs lrelease (Qt linguist tools).
"""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("ecovoucher_plugin", "processing_algorithms")
CONTEXT = "EcoVoucher"
LANGUAGE = "zh_CN"


def texts() -> list[str]:
    """Return every translatable text of the shipped code, in order of file and line."""
    found: dict[str, None] = {}
    for folder in SOURCES:
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                text = _text(node)
                if text is not None:
                    found[text] = None
    return list(found)


def _text(node: ast.AST) -> str | None:
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args):
        return None
    if node.func.id != "tr" and not node.func.id.endswith("Error"):
        return None
    first = node.args[0]
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None


def read_translations(path: Path) -> dict[str, str]:
    """Return the finished translations of a .ts file by source text."""
    if not path.exists():
        return {}
    messages = ET.parse(path).getroot().iter("message")
    return {m.findtext("source"): m.findtext("translation") for m in messages if m.findtext("translation")}


def write_translations(path: Path, sources: list[str], translations: dict[str, str]) -> None:
    """Write a .ts file with one context; texts without a translation are marked unfinished."""
    root = ET.Element("TS", version="2.1", language=LANGUAGE, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for source in sources:
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = source
        translation = ET.SubElement(message, "translation")
        if source in translations:
            translation.text = translations[source]
        else:
            translation.set("type", "unfinished")
    ET.indent(root)
    document = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{document}\n', encoding="utf-8")


def main() -> int:
    path = ROOT / "resources" / "i18n" / f"ecovoucher_{LANGUAGE}.ts"
    sources = texts()
    translations = read_translations(path)
    write_translations(path, sources, translations)
    missing = [source for source in sources if source not in translations]
    print(f"{len(sources)} texts, {len(missing)} without a translation")
    for source in missing:
        print(f"  {source}")
    compiler = next((found for found in map(shutil.which, ("lrelease", "lrelease-qt5", "lrelease6")) if found), None)
    if compiler is None:
        print("lrelease is not installed; the .qm file was not written.", file=sys.stderr)
        return 1
    subprocess.run([compiler, "-silent", str(path), "-qm", str(path.with_suffix(".qm"))], check=True)
    return 0 if not missing else 1


if __name__ == "__main__":
    sys.exit(main())
