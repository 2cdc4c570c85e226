"""What is under review: one result layer, its parcels as read, and which of them count."""

from __future__ import annotations

from functools import partial

import numpy as np
from qgis.core import QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..background.submission import Submission
from ..frame.progress import ProgressStrip
from .parcel_records import ParcelRecords
from .read_records import ReadRecords
from .result_layers import is_result
from .scope import GROUP, MAP, SELECTED, Scope
from .watched_layer import WatchedLayer

# Edits come in bursts, and a map that is dragged changes its extent at every step.
REREAD_AFTER_MS = 300
RESCOPE_AFTER_MS = 80


class Review(QObject):
    """Keeps the records and the scope of the layer under review up to date while it is active.

    layer_changed: another layer, another name, or it became (or is no more) a result. records_changed: read anew, or
    gone. scope_changed: other parcels count. An inactive review reads and computes nothing; it catches up later.
    """

    layer_changed = pyqtSignal()
    records_changed = pyqtSignal()
    scope_changed = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, progress: ProgressStrip, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas, self._progress = canvas, progress
        self._active = False
        self._stale = True
        self._rescope_needed = False
        self._reading: Submission | None = None
        self.records: ParcelRecords | None = None
        self.mask: np.ndarray | None = None
        self.scope = Scope()
        self._watched = WatchedLayer(self)
        self._watched.data_changed.connect(self._read_later)
        self._watched.selection_changed.connect(self._selection_changed)
        self._watched.renamed.connect(self.layer_changed)
        self._watched.removed.connect(self._layer_removed)
        self._reread = _timer(self, REREAD_AFTER_MS, self._read)
        self._rescope = _timer(self, RESCOPE_AFTER_MS, self._apply_scope)
        canvas.extentsChanged.connect(self._extent_changed)
        canvas.destinationCrsChanged.connect(self._extent_changed)

    @property
    def layer(self) -> QgsVectorLayer | None:
        return self._watched.layer

    @property
    def is_reading(self) -> bool:
        return self._reading is not None or self._reread.isActive()

    def set_layer(self, layer: QgsVectorLayer | None) -> None:
        """Review another layer, or none."""
        if layer is self.layer:
            return
        self._forget()
        self._watched.watch(layer)
        if self.scope.kind == GROUP:
            self.scope = Scope()
        self.layer_changed.emit()
        self.records_changed.emit()
        self._read()

    def set_scope(self, scope: Scope) -> None:
        """Let other parcels count."""
        self.scope = scope
        self._apply_scope()

    def set_active(self, active: bool) -> None:
        """Catch up and follow changes, or rest."""
        self._active = active
        if active and self._stale:
            self._read()
        elif active and self._rescope_needed:
            self._apply_scope()
        elif not active and self._reading is not None:
            self._cancel()
            self._stale = True

    def release(self) -> None:
        """Stop reading and let go of the layer and the map."""
        self._active = False
        self._forget()
        self._watched.release()
        self._canvas.extentsChanged.disconnect(self._extent_changed)
        self._canvas.destinationCrsChanged.disconnect(self._extent_changed)

    def _read_later(self) -> None:
        self._stale = True
        self._cancel()
        if self._active:
            self._reread.start()

    def _read(self) -> None:
        """Read the layer in the background, if that is wanted now."""
        self._stale = True
        self._cancel()
        if not self._active:
            return
        self._stale = False
        if not is_result(self.layer):
            if self.records is not None:
                self._forget()
                self.records_changed.emit()
            self.layer_changed.emit()
            return
        self._reading = Submission(self._make_task, self)
        self._reading.start(self._progress, self._reading.task.description())

    def _make_task(self) -> ReadRecords:
        task = ReadRecords(self.layer)
        task.records_read.connect(partial(self._take, task))
        task.taskTerminated.connect(partial(self._reading_ended, task))
        return task

    def _take(self, task: ReadRecords, records: ParcelRecords) -> None:
        if not self._ends(task):
            return
        is_first = self.records is None
        self.records = records
        self.mask = self.scope.mask(records, self._canvas)
        if is_first:
            self.layer_changed.emit()
        self.records_changed.emit()

    def _reading_ended(self, task: ReadRecords) -> None:
        """The user cancelled: what was read before stays."""
        if self._ends(task):
            self.layer_changed.emit()

    def _ends(self, task: ReadRecords) -> bool:
        """Return whether the reading that is wanted ends with this task; then it is over."""
        if self._reading is None or task is not self._reading.task:
            return False
        self._drop_reading()
        return True

    def _cancel(self) -> None:
        self._reread.stop()
        if self._reading is not None:
            self._drop_reading().cancel()

    def _drop_reading(self) -> Submission:
        reading, self._reading = self._reading, None
        reading.deleteLater()
        return reading

    def _forget(self) -> None:
        self._cancel()
        self._rescope.stop()
        self.records = self.mask = None
        self._stale = True

    def _layer_removed(self) -> None:
        self._forget()
        self.layer_changed.emit()
        self.records_changed.emit()

    def _selection_changed(self) -> None:
        if self.scope.kind == SELECTED:
            self._scope_later()

    def _extent_changed(self) -> None:
        if self.scope.kind == MAP:
            self._scope_later()

    def _scope_later(self) -> None:
        self._rescope_needed = True
        if self._active:
            self._rescope.start()

    def _apply_scope(self) -> None:
        self._rescope_needed = not self._active
        if self._active and self.records is not None:
            self.mask = self.scope.mask(self.records, self._canvas)
            self.scope_changed.emit()


def _timer(parent: QObject, milliseconds: int, slot) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(slot)
    return timer
