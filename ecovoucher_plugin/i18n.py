"""Translation of everything a user reads. English is the source."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

from .accounting.errors import EcoVoucherError
from .catalog import RESOURCES

CONTEXT = "EcoVoucher"


def tr(text: str) -> str:
    """Return the translation of a source text."""
    return QCoreApplication.translate(CONTEXT, text)


def tr_error(error: EcoVoucherError) -> str:
    """Return the sentence of an error, translated, with its values filled in."""
    return tr(error.template).format(**error.values)


def locale() -> str:
    """Return the user's locale, such as ``zh_CN``."""
    return QgsApplication.locale() or "en"


def install_translator() -> QTranslator | None:
    """Install the translation for the user's locale and return it, or None where there is none."""
    translator = QTranslator()
    if not translator.load(QLocale(locale()), "ecovoucher", "_", str(RESOURCES / "i18n")):
        return None
    QCoreApplication.installTranslator(translator)
    return translator
