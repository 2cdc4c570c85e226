"""Which table of transitions belongs to the result under review: found, or chosen by the user."""

from __future__ import annotations

from functools import partial

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QWidget

from ...i18n import tr
from ..background.submission import Submission
from ..page import DockContext
from ..results.parcel_records import ParcelRecords
from ..results.watched_layer import WatchedLayer
from .read_transitions import ReadTransitions
from .transitions import Transition, Transitions, key_between, table_ids, transition_layers

PAGE, KEY = "parcel", "transitions"


class TransitionChoice(QWidget):
    """Reads the tables in the project, and offers those that fit the result.

    changed: the tables are read, or the user chose another. Nothing is read but by ``show_records``.
    """

    changed = pyqtSignal()

    def __init__(self, context: DockContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._records: ParcelRecords | None = None
        self._readings: dict[str, Submission] = {}
        self._watched: dict[str, WatchedLayer] = {}
        self._tables: dict[str, Transitions] = {}
        self._keys: dict[str, str] = {}
        # A layer that is about to be removed is still in the project when it says so.
        self._gone: set[str] = set()
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
    def is_reading(self) -> bool:
        return bool(self._readings)

    def has_table(self) -> bool:
        """Return whether a table in the project fits the result."""
        return self.box.currentData() in self._tables

    def transitions_of(self, row: int) -> list[Transition]:
        """Return the transitions of a parcel of the result, the largest first."""
        layer_id = self.box.currentData()
        return self._tables[layer_id].of(int(table_ids(self._records, self._keys[layer_id])[row]))

    def show_records(self, records: ParcelRecords) -> None:
        """Look for the tables of a result; those not read yet are read in the background."""
        known = {*self._tables, *self._readings, *self._gone}
        is_new = records is not self._records
        self._records = records
        for layer in transition_layers():
            if layer.id() not in known:
                self._read(layer)
        if is_new and not self.is_reading:
            self._offer()

    def stop(self) -> None:
        """Read no more; what is read stays."""
        for layer_id in list(self._readings):
            self._forget(layer_id)

    def release(self) -> None:
        for layer_id in list(self._watched):
            self._forget(layer_id)

    def _read(self, layer: QgsVectorLayer) -> None:
        layer_id = layer.id()
        reading = self._readings[layer_id] = Submission(partial(self._make_task, layer), self)
        watched = self._watched[layer_id] = WatchedLayer(self)
        watched.watch(layer)
        watched.data_changed.connect(partial(self._lose, layer_id))
        watched.removed.connect(partial(self._gone.add, layer_id))
        watched.removed.connect(partial(self._lose, layer_id))
        reading.start(self._context.progress, reading.task.description())

    def _make_task(self, layer: QgsVectorLayer) -> ReadTransitions:
        task = ReadTransitions(layer)
        task.table_read.connect(partial(self._take, task))
        task.taskTerminated.connect(partial(self._give_up, task))
        return task

    def _is_wanted(self, task: ReadTransitions) -> bool:
        reading = self._readings.get(task.layer_id)
        return reading is not None and reading.task is task

    def _take(self, task: ReadTransitions, table: Transitions) -> None:
        if self._is_wanted(task):
            self._readings.pop(task.layer_id).deleteLater()
            self._tables[task.layer_id] = table
            self._end_reading()

    def _give_up(self, task: ReadTransitions) -> None:
        """The user cancelled: the table is not offered before it is read again."""
        if self._is_wanted(task):
            self._forget(task.layer_id)
            self._end_reading()

    def _lose(self, layer_id: str) -> None:
        """A table is not what it was, or is gone."""
        self._forget(layer_id)
        self._end_reading()

    def _end_reading(self) -> None:
        if not self.is_reading:
            self._offer()
            self.changed.emit()

    def _forget(self, layer_id: str) -> None:
        self._tables.pop(layer_id, None)
        reading, watched = self._readings.pop(layer_id, None), self._watched.pop(layer_id, None)
        if reading is not None:
            reading.cancel()
            reading.deleteLater()
        if watched is not None:
            watched.release()
            watched.deleteLater()

    def _offer(self) -> None:
        """Offer the tables that fit; ask the user only where several do."""
        keys = {} if self._records is None else {
            layer_id: key_between(self._records, table) for layer_id, table in self._tables.items()
        }
        self._keys = {layer_id: key for layer_id, key in keys.items() if key is not None}
        self.box.clear()
        for layer in transition_layers():
            if layer.id() in self._keys and layer.id() in self._tables:
                self.box.addItem(layer.name(), layer.id())
        if self._records is not None:
            self.box.setCurrentIndex(max(self.box.findData(self._remembered().get(self._records.layer_id)), 0))
        self.setVisible(self.box.count() > 1)

    def _remembered(self) -> dict:
        found = self._context.state.read(PAGE, KEY, {})
        return found if isinstance(found, dict) else {}

    def _choose(self) -> None:
        if self._records is not None and QgsProject.instance().mapLayer(self.box.currentData()) is not None:
            remembered = {**self._remembered(), self._records.layer_id: self.box.currentData()}
            self._context.state.write(PAGE, KEY, remembered)
            self.changed.emit()
