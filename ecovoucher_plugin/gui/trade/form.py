"""What a forest-cover trade is computed from: the districts, their fields, and the terms."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsApplication, QgsFieldProxyModel, QgsMapLayerProxyModel, QgsProject, QgsVectorLayer
from qgis.gui import QgsCollapsibleGroupBox, QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr

ALGORITHM = "ecovoucher:forestcovertrade"
COVER, AREA = "cover", "area"
FIELD, GROUPS = "field", "groups"
GROUP_FIELDS = ("GRAIN_FIELD", "OIL_FIELD", "KEY_ECOLOGICAL_FIELD")
NUMBERS = ("SELLER_FLOOR", "INDEX_PRICE", "MANAGEMENT_FEE", "MANAGEMENT_YEARS")
LARGEST = 1e9
# What a field is usually called, to begin with; the user sees and changes the choice. None for areas: what their unit
# is, a name does not say.
USUAL_NAMES = {
    "NAME_FIELD": ("name", "名称", "district", "county", "区县"),
    "COVER_FIELD": ("forest_pct", "cover", "覆盖率"),
    "TARGET_FIELD": ("target", "目标"),
    "PRICE_FIELD": ("price", "价格", "单价"),
}


class TradeForm(QWidget):
    """The parameters of ecovoucher:forestcovertrade as a form. changed: the user chose something."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tradeForm")
        self.form, self.terms = _form(), _form()
        self.layer = QgsMapLayerComboBox(self)
        self.layer.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        self.layer.setAllowEmptyLayer(True)
        self.fields: dict[str, QgsFieldComboBox] = {}
        self.choices: dict[str, QComboBox] = {}
        self.numbers: dict[str, QDoubleSpinBox | QSpinBox] = {}
        self._add(self.form, tr("&Districts"), self.layer, "districtLayer")
        self._add_fields()
        box = QgsCollapsibleGroupBox(tr("Terms of the trade"), self)
        box.setObjectName("tradeTerms")
        box.setSaveCollapsedState(False)
        box.setCollapsed(True)
        box.setLayout(self.terms)
        self._add_terms()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self.form)
        layout.addWidget(box)
        self.layer.layerChanged.connect(self._show_fields_of)
        self.layer.setLayer(None)
        self._show_fields_of(None)
        self._show_needed()
        self.fields["AREA_FIELD"].setToolTip(tr("Leave it empty to take the area of the polygons on the ellipsoid."))

    def parameters(self) -> dict:
        """Return what is chosen, as parameters of the algorithm; fields that are not asked for are left out."""
        wanted = {name: box.currentField() for name, box in self.fields.items() if self._is_needed(name)}
        return {
            "DISTRICTS": self.layer.currentLayer(),
            **{name: field for name, field in wanted.items() if field},
            **{name: self.choices[name].currentData() for name in ("AREA_UNIT", "FEE_PAYMENT", "OBJECTIVE")},
            **{name: box.value() for name, box in self.numbers.items()},
            "INSTALMENTS": self.instalments.text(),
        }

    def choice(self) -> dict:
        """Return everything that is chosen, as values that JSON knows."""
        layer = self.layer.currentLayer()
        return {
            "layer": layer.id() if layer is not None else None,
            "fields": {name: box.currentField() for name, box in self.fields.items()},
            "choices": {name: box.currentData() for name, box in self.choices.items()},
            "numbers": {name: box.value() for name, box in self.numbers.items()},
            "instalments": self.instalments.text(),
        }

    def restore(self, choice: object) -> list[str]:
        """Choose what is remembered, as far as it makes sense; return the remembered fields that the layer lacks."""
        parts = choice if isinstance(choice, dict) else {}
        layer = QgsProject.instance().mapLayer(str(parts.get("layer")))
        self.layer.setLayer(layer if isinstance(layer, QgsVectorLayer) else None)
        self._show_fields_of(self.layer.currentLayer())
        for name, value in _mapping(parts, "choices").items():
            if name in self.choices and self.choices[name].findData(value) >= 0:
                self.choices[name].setCurrentIndex(self.choices[name].findData(value))
        for name, value in _mapping(parts, "numbers").items():
            if name in self.numbers and isinstance(value, (int, float)) and 0 <= value <= LARGEST:
                self.numbers[name].setValue(type(self.numbers[name].value())(value))
        if isinstance(parts.get("instalments"), str):
            self.instalments.setText(parts["instalments"])
        self._show_needed()
        return self._restore_fields(_mapping(parts, "fields"))

    def _restore_fields(self, fields: dict) -> list[str]:
        layer = self.layer.currentLayer()
        if layer is None:
            return []
        missing = []
        for name, field in fields.items():
            if name not in self.fields or not isinstance(field, str):
                continue
            if field and layer.fields().lookupField(field) < 0:
                missing.append(field)
                field = ""
            self.fields[name].setField(field)
        return missing

    def _add_fields(self) -> None:
        every, numeric = QgsFieldProxyModel.Filter.AllTypes, QgsFieldProxyModel.Filter.Numeric
        self._add_field(self.form, "NAME_FIELD", tr("&Name"), every)
        self._add_choice(self.form, "forest", tr("&Forest is given as"), (
            (COVER, tr("coverage (%)")), (AREA, tr("area")),
        ))
        self._add_field(self.form, "COVER_FIELD", tr("&Coverage (%)"), numeric)
        self._add_field(self.form, "FOREST_FIELD", tr("Forest &area"), numeric)
        self._add_field(self.form, "AREA_FIELD", tr("&Land area"), numeric)
        self._add_choice(self.form, "AREA_UNIT", tr("&Unit of the areas"), (
            ("mu", tr("mu")), ("ha", tr("ha")), ("km2", tr("km²")),
        ))
        self._add_choice(self.form, "target", tr("&Target is given by"), (
            (FIELD, tr("a field (%)")), (GROUPS, tr("the district's group")),
        ))
        self._add_field(self.form, "TARGET_FIELD", tr("Ta&rget (%)"), numeric)
        self._add_field(self.form, "GRAIN_FIELD", tr("Major &grain county"), every)
        self._add_field(self.form, "OIL_FIELD", tr("Major rapeseed-&oil area"), every)
        self._add_field(self.form, "KEY_ECOLOGICAL_FIELD", tr("&Key ecological county"), every)

    def _add_terms(self) -> None:
        numeric = QgsFieldProxyModel.Filter.Numeric
        self._add_number("SELLER_FLOOR", tr("Coverage a &seller keeps"), " %")
        self._add_number("INDEX_PRICE", tr("&Price of the index"), tr(" yuan/mu"))
        self._add_field(self.terms, "PRICE_FIELD", tr("Sellers' o&wn prices"), numeric)
        self._add_number("MANAGEMENT_FEE", tr("&Management fee"), tr(" yuan/mu per year"))
        self._add_number("MANAGEMENT_YEARS", tr("&Years of management"), "", QSpinBox)
        self.instalments = QLineEdit(str(_default("INSTALMENTS")), self)
        self._add(self.terms, tr("&Instalments"), self.instalments, "INSTALMENTS")
        self._add_choice(self.terms, "FEE_PAYMENT", tr("Fee is paid"), (
            ("with_price", tr("with the price")), ("yearly", tr("year by year")),
        ))
        self._add_choice(self.terms, "OBJECTIVE", tr("Keep low"), (
            ("distance", tr("distance")), ("cost", tr("cost")),
        ))

    def _add_field(self, form: QFormLayout, name: str, label: str, kinds: object) -> None:
        box = QgsFieldComboBox(self)
        box.setFilters(kinds)
        box.setAllowEmptyFieldName(True)
        self.fields[name] = box
        self._add(form, label, box, name)

    def _add_choice(self, form: QFormLayout, name: str, label: str, values: tuple[tuple[str, str], ...]) -> None:
        box = QComboBox(self)
        for value, text in values:
            box.addItem(text, value)
        box.currentIndexChanged.connect(self._show_needed)
        self.choices[name] = box
        self._add(form, label, box, name)

    def _add_number(self, name: str, label: str, suffix: str, kind: Callable = QDoubleSpinBox) -> None:
        box = kind(self)
        box.setRange(0, int(LARGEST))
        box.setGroupSeparatorShown(True)
        box.setSuffix(suffix)
        box.setValue(type(box.value())(_default(name)))
        self.numbers[name] = box
        self._add(self.terms, label, box, name)

    def _add(self, form: QFormLayout, label: str, box: QWidget, name: str) -> None:
        box.setObjectName(name)
        if isinstance(box, QComboBox):
            box.setMinimumContentsLength(6)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.activated.connect(lambda _: self.changed.emit())
        form.addRow(label, box)
        form.labelForField(box).setBuddy(box)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.setAccessibleName(label.replace("&", ""))

    def _show_fields_of(self, layer: QgsVectorLayer | None) -> None:
        for name, box in self.fields.items():
            box.setLayer(layer)
            box.setField(_usual(box.fields(), USUAL_NAMES.get(name, ())))

    def _show_needed(self, _index: int = 0) -> None:
        if len(self.choices) < len(("forest", "AREA_UNIT", "target")):
            return
        for name, box in self.fields.items():
            needed = self._is_needed(name)
            box.setVisible(needed)
            form = self.terms if name == "PRICE_FIELD" else self.form
            form.labelForField(box).setVisible(needed)

    def _is_needed(self, name: str) -> bool:
        """Return whether a field is asked for as forest and target are given."""
        forest, target = self.choices["forest"].currentData(), self.choices["target"].currentData()
        if name in ("COVER_FIELD", "FOREST_FIELD"):
            return (name == "COVER_FIELD") == (forest == COVER)
        if name == "TARGET_FIELD" or name in GROUP_FIELDS:
            return (name == "TARGET_FIELD") == (target == FIELD)
        return True


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    return form


def _default(name: str) -> object:
    """Return the algorithm's default, which comes from the published rules."""
    return QgsApplication.processingRegistry().algorithmById(ALGORITHM).parameterDefinition(name).defaultValue()


def _usual(fields: object, names: tuple[str, ...]) -> str:
    """Return the first field with a usual name, "" where there is none."""
    found = [field.name() for field in fields]
    return next((field for name in names for field in found if name in field.lower()), "")


def _mapping(parts: dict, name: str) -> dict:
    """Return a part of what a project remembers; a project from elsewhere may hold anything."""
    return parts[name] if isinstance(parts.get(name), dict) else {}
