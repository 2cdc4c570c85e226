"""Which parcels the figures are for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas

from ...i18n import tr
from .parcel_records import ParcelRecords

ALL, SELECTED, MAP, GROUP = "all", "selected", "map", "group"


@dataclass(frozen=True)
class Scope:
    """All parcels, those selected in the layer, those that the map shows, or those with one value of a field.

    field, value: for GROUP; value None stands for NULL.
    """

    kind: str = ALL
    field: str = ""
    value: str | None = None

    def title(self) -> str:
        """Return the scope in words."""
        if self.kind == GROUP:
            return tr("{field} = {value}").format(field=self.field, value=tr("no value") if self.value is None
                                                  else self.value)
        return {ALL: tr("All parcels"), SELECTED: tr("Selected parcels"), MAP: tr("Parcels on the map")}[self.kind]

    def mask(self, records: ParcelRecords, canvas: QgsMapCanvas) -> np.ndarray:
        """Return bool (p,): the parcels in scope, none where the layer is gone."""
        layer = records.layer()
        if self.kind == ALL:
            return np.ones(len(records), dtype=bool)
        if self.kind == GROUP:
            return _in_group(records, self.field, self.value)
        if layer is None:
            return np.zeros(len(records), dtype=bool)
        if self.kind == SELECTED:
            return np.isin(records.ids, np.array(layer.selectedFeatureIds(), dtype=np.int64))
        return _in_extent(records, layer, extent_in(layer, canvas))


def extent_in(layer: QgsVectorLayer, canvas: QgsMapCanvas) -> QgsRectangle:
    """Return what the map shows in the CRS of a layer; an empty rectangle where it lies outside of that CRS."""
    transform = QgsCoordinateTransform(
        canvas.mapSettings().destinationCrs(), layer.crs(), QgsProject.instance().transformContext()
    )
    try:
        return transform.transformBoundingBox(canvas.extent())
    except QgsCsException:
        return QgsRectangle()


def _in_group(records: ParcelRecords, name: str, value: str | None) -> np.ndarray:
    if name not in records.fields:
        return np.zeros(len(records), dtype=bool)
    groups = records.groups(name)
    if value not in groups.labels:
        return np.zeros(len(records), dtype=bool)
    return groups.codes == groups.labels.index(value)


def _in_extent(records: ParcelRecords, layer: QgsVectorLayer, extent: QgsRectangle) -> np.ndarray:
    """Return the parcels that share a point with the extent: by their boxes where these lie wholly inside, else by
    their geometry."""
    if records.boxes is None or extent.isNull():
        return np.zeros(len(records), dtype=bool)
    left, bottom, right, top = records.boxes.T
    met = (left <= extent.xMaximum()) & (right >= extent.xMinimum())
    met &= (bottom <= extent.yMaximum()) & (top >= extent.yMinimum())
    inside = (left >= extent.xMinimum()) & (right <= extent.xMaximum())
    inside &= (bottom >= extent.yMinimum()) & (top <= extent.yMaximum())
    doubtful = records.ids[met & ~inside].tolist()
    frame = QgsGeometry.fromRect(extent)
    request = QgsFeatureRequest().setFilterFids(doubtful).setNoAttributes()
    seen = [feature.id() for feature in layer.getFeatures(request) if feature.geometry().intersects(frame)]
    return inside | np.isin(records.ids, np.array(seen, dtype=np.int64))
