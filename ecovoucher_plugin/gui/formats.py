"""Numbers as the user's locale writes them."""

from __future__ import annotations

from qgis.PyQt.QtCore import QLocale

from .tables import Cell, is_unknown

UNKNOWN = "–"


def number(value: Cell, decimals: int = 2) -> str:
    """Return a number with thousands and decimals of the locale, a dash where it is unknown."""
    if is_unknown(value):
        return UNKNOWN
    locale = QLocale()
    # QGIS leaves the thousands out unless the user's settings ask for them; amounts of yuan need them.
    locale.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)
    return locale.toString(float(value), "f", decimals)


def whole(value: Cell) -> str:
    """Return a whole number with thousands of the locale, a dash where it is unknown."""
    return number(value, 0)


def plain(value: float) -> str:
    """Return a number of a scale: as many decimals as it needs, up to six digits."""
    return QLocale().toString(float(value), "g", 6)
