"""Colours of charts and marks, taken from QGIS's palette and from the map's legend."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QTableView

# Of styles/parcel_vouchers.qml, so that chart and map speak alike; supply is the darker of the two in grey.
DEEP_TEAL, TEAL, PALE_TEAL = "#015a52", "#35978f", "#80cdc1"
ORANGE, PALE_ORANGE, BROWN = "#e0731e", "#fdae61", "#662506"
GREY = "#d6d6d6"

# Lightness is 0 to 255.
MIDDLE, READABLE = 128, 100


@dataclass(frozen=True)
class Theme:
    """Colours as #rrggbb: of the window, and of what is drawn.

    before, after: the two dates. farmer, collective, cost: the parts of a revenue.
    hatch: the strokes on demand, as on the map.
    """

    is_dark: bool
    background: str
    text: str
    muted: str
    grid: str
    supply: str
    demand: str
    hatch: str
    before: str
    after: str
    farmer: str
    collective: str
    cost: str


def theme_of(palette: QPalette) -> Theme:
    """Return the colours that go with a palette, light or dark."""
    base, text = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
    is_dark = base.lightness() < MIDDLE
    if abs(base.lightness() - text.lightness()) < READABLE:  # As QGIS leaves it after a theme was taken back.
        text = QColor("#f0f0f0" if is_dark else "#1a1a1a")
    window = {
        "is_dark": is_dark, "background": base.name(), "text": text.name(),
        "muted": _between(base, text, 0.65), "grid": _between(base, text, 0.2),
    }
    if is_dark:
        return Theme(
            **window, supply=TEAL, demand=PALE_ORANGE, hatch=BROWN, before="#8c8c8c", after=PALE_TEAL,
            farmer=TEAL, collective=PALE_TEAL, cost="#8c8c8c",
        )
    return Theme(
        **window, supply=DEEP_TEAL, demand=ORANGE, hatch=BROWN, before="#a6a6a6", after=DEEP_TEAL,
        farmer=DEEP_TEAL, collective=PALE_TEAL, cost=GREY,
    )


def current_theme() -> Theme:
    """Return the colours of QGIS's window as it is: those of a table, because a style sheet such as Night Mapping
    leaves plain widgets with a palette that is all black."""
    table = QTableView()
    table.ensurePolished()
    return theme_of(table.palette())


def paper() -> Theme:
    """Return the colours for pictures that go into a document: dark on white, whatever the window looks like."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, QColor("#ffffff"))
    palette.setColor(QPalette.ColorRole.Text, QColor("#1a1a1a"))
    return theme_of(palette)


def _between(first: QColor, second: QColor, share: float) -> str:
    """Return the colour at a share of the way from the first to the second."""
    channels = zip(first.getRgb()[:3], second.getRgb()[:3])
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in channels)
