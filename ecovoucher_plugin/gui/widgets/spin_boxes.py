"""Number fields of the pages."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QWheelEvent
from qgis.PyQt.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QWidget

from .. import formats

USUAL_NUMBER = "120,000.00"


class NumberBox(QDoubleSpinBox):
    """A number of 0 or more; the wheel changes it only where the user works in it, elsewhere it scrolls the page."""

    def __init__(self, name: str, highest: float, decimals: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setDecimals(decimals)
        self.setRange(0, highest)
        self.setGroupSeparatorShown(True)
        self.setLocale(formats.grouping_locale())
        self.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_unit(self, unit: str) -> None:
        """Show a unit behind the number, and keep room for both."""
        if self.suffix() == unit:
            return  # Setting it anew would rewrite the number that is being typed.
        self.setSuffix(unit)
        text = self.fontMetrics().horizontalAdvance(f"{USUAL_NUMBER}{unit}")
        self.setMinimumWidth(text + 2 * self.fontMetrics().height())

    def show_value(self, value: float) -> None:
        """Show a number without saying that the user changed it."""
        was_blocked = self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(was_blocked)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
