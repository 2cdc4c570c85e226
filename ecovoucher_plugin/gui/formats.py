"""Numbers as the user's locale writes them."""

from __future__ import annotations

from qgis.PyQt.QtCore import QLocale

from .tables.table import Cell, is_unknown

UNKNOWN = "–"


def grouping_locale() -> QLocale:
    """Return the user's locale with thousands apart: QGIS joins them unless asked, but amounts of yuan need it."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)
    return locale


def number(value: Cell, decimals: int = 2) -> str:
    """Return a number with thousands and decimals of the locale, a dash where it is unknown."""
    if is_unknown(value):
        return UNKNOWN
    return grouping_locale().toString(float(value), "f", decimals)


def whole(value: Cell) -> str:
    """Return a whole number with thousands of the locale, a dash where it is unknown."""
    return number(value, 0)


def plain(value: float) -> str:
    """Return a number of a scale: as many decimals as it needs, up to six digits."""
    return QLocale().toString(float(value), "g", 6)
