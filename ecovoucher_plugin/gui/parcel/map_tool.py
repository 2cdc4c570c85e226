"""A map tool to choose a parcel by a click."""

from __future__ import annotations

from qgis.core import QgsFeatureRequest, QgsGeometry, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool
from qgis.PyQt.QtCore import Qt, pyqtSignal

from ..results.parcel_records import ParcelRecords


class ParcelMapTool(QgsMapTool):
    """Chooses the smallest parcel at the place of a click. chosen: its feature id. missed: there is none."""

    chosen = pyqtSignal(object)
    missed = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.WhatsThisCursor)
        self.records: ParcelRecords | None = None

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        layer = None if self.records is None else self.records.layer()
        found = None if layer is None else self._parcel_at(layer, event)
        if found is None:
            self.missed.emit()
        else:
            self.chosen.emit(found)

    def _parcel_at(self, layer: QgsVectorLayer, event: QgsMapMouseEvent) -> int | None:
        """Return the feature id of the smallest parcel at the place of an event."""
        place = QgsGeometry.fromPointXY(self.toLayerCoordinates(layer, event.mapPoint()))
        point = place.asPoint()
        request = QgsFeatureRequest(QgsRectangle(point, point)).setNoAttributes()
        request.setFlags(request.flags() | QgsFeatureRequest.Flag.ExactIntersect)
        hits = [feature for feature in layer.getFeatures(request) if feature.geometry().intersects(place)]
        return min(hits, key=lambda feature: feature.geometry().area()).id() if hits else None
