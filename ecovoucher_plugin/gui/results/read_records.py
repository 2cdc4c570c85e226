"""Reads the parcels of a result layer in the background."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import islice

import numpy as np
from qgis.core import QgsFeature, QgsFeatureRequest, QgsTask, QgsVectorLayer, QgsVectorLayerFeatureSource
from qgis.PyQt.QtCore import pyqtSignal

from ...accounting.balance import RULES
from ...accounting.errors import BalanceError
from ...accounting.provenance import common_standard
from ...i18n import tr, tr_error
from ...overlay.progress import Cancelled, Progress
from ...result_columns import column_key, column_of, joined
from .parcel_records import ParcelRecords

CHUNK = 500
# Between chunks the window may have the interpreter.
PAUSE_SECONDS = 0.001


class ReadRecords(QgsTask):
    """Reads one layer as it is when the task is made, edits and filter included.

    records_read: the records, in the thread of the window. A cancelled task reports nothing.
    """

    records_read = pyqtSignal(object)

    def __init__(self, layer: QgsVectorLayer) -> None:
        super().__init__(tr("Reading {layer}").format(layer=layer.name()), QgsTask.Flag.CanCancel)
        self._layer_id = layer.id()
        self._spatial = layer.isSpatial()
        self._fields = layer.fields()
        self._count = max(layer.featureCount(), 0)
        self._source = QgsVectorLayerFeatureSource(layer)
        self._records: ParcelRecords | None = None

    def run(self) -> bool:
        try:
            self._records = self._read()
        except Cancelled:
            return False
        return True

    def finished(self, successful: bool) -> None:
        if successful:
            self.records_read.emit(self._records)

    def _read(self) -> ParcelRecords:
        names = tuple(column_key(field.name()) for field in self._fields)
        numeric = [field.isNumeric() for field in self._fields]
        ids, boxes = [], []
        columns: list[list] = [[] for _ in names]
        for features in self._chunks():
            ids.append(np.array([feature.id() for feature in features], dtype=np.int64))
            if self._spatial:
                boxes.append(np.array([_box(feature) for feature in features]))
            rows = (feature.attributes() for feature in features)
            for column, is_number, values in zip(columns, numeric, zip(*rows)):
                column.append(column_of(values, is_number))
        whole = {name: joined(*column) for name, *column in zip(names, columns, numeric)}
        texts = {name: column for name, column in whole.items() if column.dtype == object}
        rules = tuple(sorted({line for line in texts[RULES].tolist() if line}))
        standard, problem = _standard(rules)
        return ParcelRecords(
            layer_id=self._layer_id,
            fields=names,
            ids=np.concatenate(ids) if ids else np.empty(0, dtype=np.int64),
            numbers={name: column for name, column in whole.items() if column.dtype != object},
            texts=texts,
            boxes=(np.concatenate(boxes) if boxes else np.empty((0, 4))) if self._spatial else None,
            rules=rules,
            standard=standard,
            problem=problem,
        )

    def _chunks(self) -> Iterator[list[QgsFeature]]:
        """Yield the features in chunks; raise Cancelled where the task is cancelled."""
        progress = Progress(self, 0, 100)
        features = iter(self._source.getFeatures(QgsFeatureRequest()))
        read = 0
        while True:
            progress.report(min(read / self._count, 1.0) if self._count else 0.0)
            chunk = list(islice(features, CHUNK))
            if not chunk:
                return
            yield chunk
            read += len(chunk)
            time.sleep(PAUSE_SECONDS)


def _box(feature: QgsFeature) -> tuple[float, float, float, float]:
    box = feature.geometry().boundingBox()
    if box.isNull():
        return (np.nan,) * 4
    return box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()


def _standard(rules: tuple[str, ...]) -> tuple[str | None, str]:
    """Return the common voucher standard, and why there is none."""
    try:
        return common_standard(rules), ""
    except BalanceError as error:
        return None, tr_error(error)
