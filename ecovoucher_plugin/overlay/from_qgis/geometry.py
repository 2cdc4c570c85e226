"""Geometries as they come, made ready for the overlay: flat, straight, valid, in the working CRS."""

from __future__ import annotations

import math

from qgis.core import (
    QgsAbstractGeometry,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsUnitTypes,
    QgsWkbTypes,
)

from ...accounting.status import AREA_GATE, INVALID, OK, REPAIRED
from ..limits import EDGE_METRES, EDGES_PER_SIDE
from ..refusals import not_transformable

# Chords of 0.1° change the area of a full circle by 5e-7.
ARC_STEP = math.radians(0.1)


# How the WKB of a plain 2D polygon or multipolygon with anything in it begins, in either byte order.
PLAIN = tuple(
    order + int(kind).to_bytes(4, name)
    for order, name in ((b"\x01", "little"), (b"\x00", "big"))
    for kind in (QgsWkbTypes.Type.Polygon, QgsWkbTypes.Type.MultiPolygon)
)
WKB_OF_NOTHING = 9


def straight_polygon(wkb: bytes) -> bytes:
    """Return a geometry as a 2D polygon with straight edges, both as WKB; nothing where it is empty or no polygon."""
    if wkb.startswith(PLAIN) and len(wkb) > WKB_OF_NOTHING:
        return wkb
    geometry = geometry_of(wkb)
    if geometry.isNull() or geometry.isEmpty():
        return b""
    if QgsWkbTypes.isCurvedType(geometry.wkbType()):
        tolerance = QgsAbstractGeometry.SegmentationToleranceType.MaximumAngle
        geometry = QgsGeometry(geometry.constGet().segmentize(ARC_STEP, tolerance))
    if QgsWkbTypes.flatType(geometry.wkbType()) == QgsWkbTypes.Type.GeometryCollection:
        geometry.convertGeometryCollectionToSubclass(QgsWkbTypes.GeometryType.PolygonGeometry)
    geometry.get().dropZValue()
    geometry.get().dropMValue()
    return b"" if geometry.isEmpty() else geometry.asWkb().data()


def geometry_of(wkb: bytes) -> QgsGeometry:
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return geometry


def planar_area(geometry: QgsGeometry) -> float:
    """Return the planar area in square map units, measured near the origin so that large coordinates cost no digits."""
    local = QgsGeometry(geometry)
    centre = local.boundingBox().center()
    local.translate(-round(centre.x()), -round(centre.y()))
    return local.area()


class Workspace:
    """The way from a layer's CRS into the working CRS. steps: coordinate transforms to apply in turn."""

    def __init__(self, steps: list[QgsCoordinateTransform]) -> None:
        self._steps = [step for step in steps if not step.isShortCircuited()]

    @property
    def moves(self) -> bool:
        """Whether geometries change on the way at all."""
        return bool(self._steps)

    def bring(self, wkb: bytes, name: str) -> bytes:
        """Return a polygon in the working CRS, both as WKB.

        Raises LayerError where a vertex cannot be transformed; name: the feature, for the message.
        """
        geometry = geometry_of(wkb)
        try:
            for step in self._steps:
                geometry = _with_short_edges(geometry, step.sourceCrs())
                geometry.transform(step)
        except QgsCsException:
            raise not_transformable(name) from None
        if not geometry.boundingBox().isFinite():
            raise not_transformable(name)
        return geometry.asWkb().data()


def _with_short_edges(geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> QgsGeometry:
    """Return a polygon with vertices added on long edges, so that neighbours still fit where only one has a vertex."""
    edge = QgsUnitTypes.fromUnitToUnitFactor(QgsUnitTypes.DistanceUnit.DistanceMeters, crs.mapUnits()) * EDGE_METRES
    box = geometry.boundingBox()
    side = max(box.width(), box.height())
    return geometry.densifyByDistance(max(edge, side / EDGES_PER_SIDE)) if side > edge else geometry


def validated(wkb: bytes) -> tuple[bytes, str]:
    """Check a polygon: OK, REPAIRED where a repair leaves its area unchanged within the area gate, or INVALID.

    Returns the polygon, as far as it could be repaired, and the status.
    """
    geometry = geometry_of(wkb)
    if geometry.isGeosValid():
        return wkb, OK
    repaired = geometry.makeValid()
    if QgsWkbTypes.flatType(repaired.wkbType()) == QgsWkbTypes.Type.GeometryCollection:
        repaired.convertGeometryCollectionToSubclass(QgsWkbTypes.GeometryType.PolygonGeometry)
    if repaired.type() != QgsWkbTypes.GeometryType.PolygonGeometry or planar_area(repaired) == 0:
        return wkb, INVALID
    unchanged = abs(planar_area(repaired) - planar_area(geometry)) <= AREA_GATE * planar_area(repaired)
    return repaired.asWkb().data(), REPAIRED if unchanged else INVALID
