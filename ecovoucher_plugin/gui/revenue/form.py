"""The form of the page “Revenue”: what is sold, at what price and cost, on whose terms."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QLabel, QWidget

from ...i18n import locale, tr
from ..formats import number
from ..widgets.spin_boxes import NumberBox
from .inputs import HIGHEST_PRICE, OWN_TERMS, RevenueInputs, presets, unit_name

QUANTITY_FIELDS = ("v_supply", "v_net", "v_demand")


class RevenueForm(QWidget):
    """changed: the user changed something."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remembered = RevenueInputs()
        self.preset = _combo("revenuePreset", self)
        for name, preset in presets().items():
            self.preset.addItem(_in_language(preset.name), name)
        self.preset.addItem(tr("own terms"), OWN_TERMS)
        self.quantity = _combo("revenueQuantity", self)
        self.price = NumberBox("revenuePrice", HIGHEST_PRICE, 2, self)
        self.cost_field = _combo("revenueCostField", self)
        self.cost = NumberBox("revenueCost", HIGHEST_PRICE, 2, self)
        self.share = NumberBox("farmerShare", 100, 2, self)
        self.farmer_minimum = NumberBox("farmerMinimum", HIGHEST_PRICE, 2, self)
        self.collective_minimum = NumberBox("collectiveMinimum", HIGHEST_PRICE, 2, self)
        for box in (self.farmer_minimum, self.collective_minimum):
            box.setSpecialValueText(tr("none"))
        self.share.show_unit(" %")
        self.terms = QLabel(self)
        self.terms.setObjectName("revenueTerms")
        self.terms.setWordWrap(True)
        self._lay_out()
        self._connect()

    def inputs(self) -> RevenueInputs:
        """Return what is asked for; the fields last chosen where no layer offers any."""
        fields = self._remembered.quantity_field, self._remembered.cost_field
        if self.quantity.count():
            fields = self.quantity.currentData(), self.cost_field.currentData()
        return RevenueInputs(
            preset=self.preset.currentData(), quantity_field=fields[0], price=self.price.value(),
            cost_field=fields[1], unit_cost=self.cost.value(),
            farmer_share=self.share.value(), farmer_minimum=self.farmer_minimum.value(),
            collective_minimum=self.collective_minimum.value(),
        )

    def show_inputs(self, inputs: RevenueInputs) -> None:
        """Show what the project remembers."""
        self._remembered = inputs
        self.preset.setCurrentIndex(self.preset.findData(inputs.preset))
        for box, value in (
            (self.price, inputs.price), (self.cost, inputs.unit_cost), (self.share, inputs.farmer_share),
            (self.farmer_minimum, inputs.farmer_minimum), (self.collective_minimum, inputs.collective_minimum),
        ):
            box.show_value(value)
        self._pick_fields()
        self._show_terms()

    def show_fields(self, names: Sequence[str]) -> None:
        """Offer the number fields of a layer, and take those remembered where they are there."""
        ordered = [name for name in QUANTITY_FIELDS if name in names]
        ordered += [name for name in names if name not in QUANTITY_FIELDS]
        self.quantity.clear()
        self.cost_field.clear()
        self.cost_field.addItem(tr("one cost for all"), "")
        for name in ordered:
            self.quantity.addItem(name, name)
            self.cost_field.addItem(name, name)
        self._pick_fields()
        self._show_terms()

    def _pick_fields(self) -> None:
        self.quantity.setCurrentIndex(max(self.quantity.findData(self._remembered.quantity_field), 0))
        self.cost_field.setCurrentIndex(max(self.cost_field.findData(self._remembered.cost_field), 0))
        self.quantity.setEnabled(self.quantity.count() > 0)

    def _lay_out(self) -> None:
        form = _form(self)
        form.addRow(tr("&Terms"), self.preset)
        form.addRow(self.terms)
        form.addRow(tr("Farmers' &share"), self.share)
        form.addRow(tr("Farmers' &minimum"), self.farmer_minimum)
        form.addRow(tr("Collective's m&inimum"), self.collective_minimum)
        form.addRow(tr("&Quantity"), self.quantity)
        form.addRow(tr("&Price"), self.price)
        form.addRow(tr("&Cost"), self.cost_field)
        form.addRow("", self.cost)
        self.cost.setAccessibleName(tr("Cost"))

    def _connect(self) -> None:
        for combo in (self.preset, self.quantity, self.cost_field):
            combo.activated.connect(self._user_changed)
        for box in (self.price, self.cost, self.share, self.farmer_minimum, self.collective_minimum):
            box.valueChanged.connect(self._user_changed)

    def _user_changed(self, _value: object = None) -> None:
        self._remembered = self.inputs()
        self._show_terms()
        self.changed.emit()

    def _show_terms(self) -> None:
        """Show the units, and the published terms or the fields for one's own."""
        inputs = self.inputs()
        unit = f" {tr('yuan')}/{unit_name(inputs)}"
        for box in (self.price, self.cost, self.farmer_minimum, self.collective_minimum):
            box.show_unit(unit)
        self.cost.setVisible(not inputs.cost_field)
        for box in (self.share, self.farmer_minimum, self.collective_minimum):
            box.setVisible(inputs.published is None)
            self.layout().labelForField(box).setVisible(inputs.published is None)
        self.terms.setVisible(inputs.published is not None)
        if inputs.published is not None:
            self.terms.setText(_described(inputs, unit))


def _described(inputs: RevenueInputs, unit: str) -> str:
    """Return the published terms in words: who gets what share, and what at least."""
    preset, terms = inputs.published, inputs.terms
    parties = zip(
        (preset.farmer_party, preset.collective_party), (terms.farmer_share, terms.collective_share), terms.minima
    )
    lines = []
    for party, share, minimum in parties:
        line = f"{_in_language(party)}: {float(share):g} %"
        if minimum is not None:
            line = tr("{line}, at least {minimum}").format(line=line, minimum=number(minimum, 0) + unit)
        lines.append(line)
    return "\n".join(lines)


def _in_language(name: str) -> str:
    """Return the part of a name “中文 English” that the user reads."""
    chinese, _, english = name.partition(" ")
    return chinese if locale().startswith("zh") or not english else english


def _form(parent: QWidget) -> QFormLayout:
    form = QFormLayout(parent)
    form.setContentsMargins(0, 0, 0, 0)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
    return form


def _combo(name: str, parent: QWidget) -> QComboBox:
    combo = QComboBox(parent)
    combo.setObjectName(name)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(8)
    combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return combo
