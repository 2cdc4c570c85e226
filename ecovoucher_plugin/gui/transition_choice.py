"""Which table of transitions belongs to the result under review: found, or chosen by the user."""

from __future__ import annotations

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QWidget

from ..i18n import tr
from .parcel_records import ParcelRecords
from .project_state import ProjectState
from .transitions import key_between, transition_layers

PAGE, KEY = "parcel", "transitions"


class TransitionChoice(QWidget):
    """Offers the tables that fit the result. changed: the user chose another.

    layer_id: the table in use, None where there is none. key: how it knows the parcels (see transitions.KEYS).
    """

    changed = pyqtSignal()

    def __init__(self, state: ProjectState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._records: ParcelRecords | None = None
        self._keys: dict[str, str] = {}
        self._looked_at: list[str] = []
        self.box = QComboBox(self)
        self.box.setObjectName("transitionTable")
        self.box.setMinimumContentsLength(6)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.activated.connect(self._choose)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("Table of &transitions"), self.box)
        self.hide()

    @property
    def layer_id(self) -> str | None:
        return self.box.currentData()

    @property
    def key(self) -> str | None:
        return self._keys.get(self.layer_id)

    def layer(self) -> QgsVectorLayer | None:
        """Return the table in use, None where there is none or the project does not have it any more."""
        return None if self.layer_id is None else QgsProject.instance().mapLayer(self.layer_id)

    def show_records(self, records: ParcelRecords | None) -> None:
        """Look for the tables of another result; ask the user only where several fit."""
        tables = [] if records is None else transition_layers()
        if records is self._records and [layer.id() for layer in tables] == self._looked_at:
            return
        self._records, self._keys, self._looked_at = records, {}, [layer.id() for layer in tables]
        self.box.clear()
        for layer in tables:
            key = key_between(records, layer)
            if key is not None:
                self._keys[layer.id()] = key
                self.box.addItem(layer.name(), layer.id())
        remembered = self._state.read(PAGE, KEY, {})
        if records is not None and isinstance(remembered, dict):
            self.box.setCurrentIndex(max(self.box.findData(remembered.get(records.layer_id)), 0))
        self.setVisible(self.box.count() > 1)

    def _choose(self) -> None:
        remembered = self._state.read(PAGE, KEY, {})
        known = remembered if isinstance(remembered, dict) else {}
        self._state.write(PAGE, KEY, {**known, self._records.layer_id: self.layer_id})
        self.changed.emit()
