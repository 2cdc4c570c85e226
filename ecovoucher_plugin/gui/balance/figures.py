"""The head figures of a balance: vouchers in both units, ESV change, area."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from ...accounting.accounts import JIANGYIN
from ...accounting.balance import Balance, voucher_units
from ...i18n import tr
from .. import formats
from ..charts.theme import current_theme

LARGER = 1.35


class BalanceFigures(QWidget):
    """Four lines of figures, and below them what they do not contain and by which rules they were computed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values: dict[str, QLabel] = {}
        self.asides: dict[str, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(2, 1)
        for row, (name, title) in enumerate((
            ("supply", tr("Supply")), ("demand", tr("Demand")), ("net", tr("Net")), ("esv", tr("ESV change")),
            ("area", tr("Area")),
        )):
            grid.addWidget(QLabel(title, self), row, 0)
            self.values[name] = _label(self, f"{name}Value", Qt.AlignmentFlag.AlignRight)
            self.asides[name] = _label(self, f"{name}Aside", Qt.AlignmentFlag.AlignLeft)
            _wrap(self.asides[name])
            grid.addWidget(self.values[name], row, 1)
            grid.addWidget(self.asides[name], row, 2)
        for name in ("supply", "demand", "net"):
            font = self.values[name].font()
            font.setPointSizeF(font.pointSizeF() * LARGER)
            font.setBold(name == "net")
            self.values[name].setFont(font)
        self.note = _label(self, "balanceNote", Qt.AlignmentFlag.AlignLeft)
        _wrap(self.note)
        grid.addWidget(self.note, grid.rowCount(), 0, 1, 3)

    def show_balance(self, balance: Balance, standard: str | None, rules: tuple[str, ...]) -> None:
        """Show the sums of the parcels in scope. standard, rules: of their results."""
        for name, quantity in (("supply", balance.supply), ("demand", balance.demand), ("net", balance.net)):
            self._show(name, quantity, voucher_units(quantity, standard))
        self.values["esv"].setText(formats.whole(balance.esv_change))
        self.asides["esv"].setText(tr("yuan per year"))
        self.values["area"].setText(formats.number(balance.area_ha))
        self.asides["area"].setText(tr("ha in {count} parcels").format(count=formats.whole(balance.parcels)))
        self._colour()
        self.note.setText("\n".join(_notes(balance, standard, rules)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._colour()

    def _colour(self) -> None:
        colours = current_theme()
        for name in ("supply", "demand"):
            wanted = f"color: {getattr(colours, name)}"
            if name in self.values and self.values[name].styleSheet() != wanted:
                self.values[name].setStyleSheet(wanted)

    def _show(self, name: str, quantity: float, units: dict[str, float]) -> None:
        self.values[name].setText(formats.number(quantity))
        if not units:
            self.asides[name].setText(tr("unit unknown"))
            return
        (first, _), (second, other) = units.items()
        self.asides[name].setText(tr("{unit} = {other} {second}").format(
            unit=_unit(first), other=formats.number(other), second=_unit(second)
        ))


def voucher_unit(standard: str | None) -> str:
    """Return the unit of area of a standard's vouchers, "" where it is unknown."""
    return next(map(_unit, voucher_units(0.0, standard)), "")


def _unit(unit: str) -> str:
    return {"mu": tr("mu"), "ha": tr("ha")}[unit]


def _notes(balance: Balance, standard: str | None, rules: tuple[str, ...]) -> list[str]:
    notes = []
    if standard == JIANGYIN:
        notes.append(tr("1 voucher = regulating services of 1 mu of five-year arbor forest (standard “jiangyin”)."))
    elif standard is not None:
        notes.append(tr("Vouchers are hectares of standard forest (standard “standard_forest”)."))
    else:
        notes.append(tr("The field ev_rules does not name a voucher standard, so the unit is unknown."))
    if balance.without_vouchers or balance.without_esv:
        notes.append(tr(
            "Not in the sums, because unknown: vouchers of {vouchers} parcels, ESV of {esv} parcels."
        ).format(vouchers=formats.whole(balance.without_vouchers), esv=formats.whole(balance.without_esv)))
    if len(rules) > 1:
        notes.append(tr("These parcels were computed by {count} different rules (field ev_rules): compare before you "
                        "add them up.").format(count=len(rules)))
    return notes


def _wrap(label: QLabel) -> None:
    """Let a label take the width that is left, however narrow the dock is."""
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)


def _label(parent: QWidget, name: str, side: Qt.AlignmentFlag) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
