"""Every text a user reads has a Chinese translation, in the source of translations and in the compiled file."""

from __future__ import annotations

import importlib.util
import re

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QTranslator


@pytest.fixture(scope="module")
def tool(root):
    spec = importlib.util.spec_from_file_location("update_translations", root / "tools" / "update_translations.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def translations(tool, root):
    return tool.read_translations(root / "resources" / "i18n" / "ecovoucher_zh_CN.ts")


def test_every_text_is_translated(tool, translations):
    texts = tool.texts()
    assert len(texts) > 100
    assert [text for text in texts if text not in translations] == []


def test_no_translation_is_left_over(tool, translations):
    assert set(translations) <= set(tool.texts())


def test_placeholders_survive_translation(translations):
    placeholder = re.compile(r"{\w+}")
    wrong = [
        source for source, text in translations.items()
        if sorted(set(placeholder.findall(source))) != sorted(set(placeholder.findall(text)))
    ]
    assert wrong == []


def test_compiled_file_is_up_to_date(translations, tool, root):
    translator = QTranslator()
    assert translator.load(str(root / "resources" / "i18n" / "ecovoucher_zh_CN.qm"))
    QCoreApplication.installTranslator(translator)
    try:
        compiled = {source: QCoreApplication.translate(tool.CONTEXT, source) for source in translations}
    finally:
        QCoreApplication.removeTranslator(translator)
    assert compiled == translations


def test_every_algorithm_has_help_in_both_languages(root):
    pages = {path.name for path in (root / "resources" / "help").glob("*.html")}
    english = {name[: -len("_en.html")] for name in pages if name.endswith("_en.html")}
    chinese = {name[: -len("_zh_CN.html")] for name in pages if name.endswith("_zh_CN.html")}
    assert english and english == chinese
