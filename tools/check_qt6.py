"""Check the shipped code against a real PyQt6, without QGIS: every Qt name and enum member, and the translations.

Run by ``make check-qt6`` in an environment of its own. QGIS names are checked by the tests, in QGIS itself.
"""

from __future__ import annotations

import ast
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from PyQt6.QtCore import PYQT_VERSION_STR, QCoreApplication, QTranslator

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = (ROOT / "__init__.py", ROOT / "ecovoucher_plugin", ROOT / "processing_algorithms")
VERSION_SWITCHES = ROOT / "ecovoucher_plugin" / "compat.py"
# qgis.PyQt keeps these where Qt 5 had them.
MOVED = {"QAction": "QtGui", "QActionGroup": "QtGui", "QShortcut": "QtGui"}
CONTEXT = "EcoVoucher"


def main() -> int:
    files = [file for place in SHIPPED for file in ([place] if place.is_file() else sorted(place.rglob("*.py")))]
    wrong = [finding for file in files for finding in wrong_names(file)] + wrong_translations()
    print("\n".join(wrong))
    print(f"{len(files)} modules and the translations on PyQt6 {PYQT_VERSION_STR}: {len(wrong)} findings")
    return 1 if wrong else 0


def wrong_names(file: Path) -> Iterator[str]:
    """Yield each Qt name of a module that PyQt6 does not have."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    owners: dict[str, object] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis.PyQt."):
            for alias in node.names:
                owner = qt_object(node.module.rsplit(".", 1)[1], alias.name)
                if owner is None:
                    yield f"{file.relative_to(ROOT)}:{node.lineno} PyQt6 has no {node.module}.{alias.name}"
                else:
                    owners[alias.asname or alias.name] = owner
    if file == VERSION_SWITCHES:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            chain = dotted(node)
            if chain and chain[0] in owners and not has(owners[chain[0]], chain[1:]):
                yield f"{file.relative_to(ROOT)}:{node.lineno} PyQt6 has no {'.'.join(chain)}"


def qt_object(module: str, name: str) -> object | None:
    places = [module, *([MOVED[name]] if name in MOVED else [])]
    return next((
        getattr(importlib.import_module(f"PyQt6.{place}"), name) for place in places
        if hasattr(importlib.import_module(f"PyQt6.{place}"), name)
    ), None)


def dotted(node: ast.expr) -> tuple[str, ...]:
    """Return ``a.b.c`` as its names, nothing where it does not begin with a name."""
    if isinstance(node, ast.Name):
        return (node.id,)
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return (*before, node.attr) if before else ()
    return ()


def has(owner: object, names: tuple[str, ...]) -> bool:
    for name in names:
        if not hasattr(owner, name):
            return False
        owner = getattr(owner, name)
    return True


def wrong_translations() -> list[str]:
    """Return what of the Chinese translation Qt 6 does not read as it is written."""
    application = QCoreApplication(sys.argv)
    wrong = []
    for file in sorted((ROOT / "resources" / "i18n").glob("*.ts")):
        translator = QTranslator()
        if not translator.load(str(file.with_suffix(".qm"))):
            wrong.append(f"{file.stem}.qm cannot be loaded")
            continue
        application.installTranslator(translator)
        for message in ElementTree.parse(file).iter("message"):
            source, wanted = message.findtext("source"), message.findtext("translation")
            if QCoreApplication.translate(CONTEXT, source) != wanted:
                wrong.append(f"{file.stem}: “{source}” is not translated")
        application.removeTranslator(translator)
    return wrong


if __name__ == "__main__":
    sys.exit(main())
