"""Reads a table of transitions in the background."""

from __future__ import annotations

import math
import time
from itertools import islice

import numpy as np
from qgis.core import QgsFeatureRequest, QgsTask, QgsVectorLayer, QgsVectorLayerFeatureSource
from qgis.PyQt.QtCore import pyqtSignal

from ...accounting.results import TRANSITION_COLUMNS
from ...compat import is_null
from ...i18n import tr
from .transitions import Transitions

CHUNK = 500
# Between chunks the window may have the interpreter.
PAUSE_SECONDS = 0.001


class ReadTransitions(QgsTask):
    """Reads one table as it is when the task is made. table_read: the Transitions, in the thread of the window."""

    table_read = pyqtSignal(object)

    def __init__(self, layer: QgsVectorLayer) -> None:
        super().__init__(tr("Reading {layer}").format(layer=layer.name()), QgsTask.Flag.CanCancel)
        self.layer_id = layer.id()
        self._count = max(layer.featureCount(), 1)
        self._positions = [layer.fields().lookupField(name) for name in TRANSITION_COLUMNS]
        self._source = QgsVectorLayerFeatureSource(layer)
        self._table: Transitions | None = None

    def run(self) -> bool:
        rows: list[tuple] = []
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        features = iter(self._source.getFeatures(request.setSubsetOfAttributes(self._positions)))
        while chunk := list(islice(features, CHUNK)):
            rows += (self._row(feature.attributes()) for feature in chunk)
            if self.isCanceled():
                return False
            self.setProgress(min(100 * len(rows) / self._count, 100))
            time.sleep(PAUSE_SECONDS)
        self._table = _table(self.layer_id, [row for row in rows if row is not None])
        return True

    def finished(self, successful: bool) -> None:
        if successful:
            self.table_read.emit(self._table)

    def _row(self, attributes: list) -> tuple | None:
        """Return a row, None where it belongs to no parcel."""
        parcel, *values = (attributes[position] for position in self._positions)
        if is_null(parcel):
            return None
        texts = ("" if is_null(value) else str(value) for value in values[:4])
        return int(parcel), *texts, *(math.nan if is_null(value) else float(value) for value in values[4:])


def _table(layer_id: str, rows: list[tuple]) -> Transitions:
    rows.sort(key=lambda row: row[0])
    return Transitions(
        layer_id,
        np.array([row[0] for row in rows], dtype=np.int64),
        np.array([row[1:5] for row in rows], dtype=object).reshape(-1, 4),
        np.array([row[5:] for row in rows], dtype=float).reshape(-1, 4),
    )
