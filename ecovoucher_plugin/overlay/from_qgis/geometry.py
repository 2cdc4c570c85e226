"""Geometries as they come, made ready for the overlay: flat, straight, valid, in the working CRS."""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

from osgeo import ogr
from qgis.core import (
    QgsAbstractGeometry,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsUnitTypes,
    QgsWkbTypes,
)

from ...accounting.status import AREA_GATE, EMPTY, INVALID, OK, REPAIRED
from ..limits import EDGE_METRES, EDGES_PER_SIDE
from ..refusals import not_transformable

# Chords of 0.1° change the area of a full circle by 5e-7.
ARC_STEP = math.radians(0.1)


PLAIN = (QgsWkbTypes.Type.Polygon, QgsWkbTypes.Type.MultiPolygon)

BYTE_ORDERS: tuple[tuple[bytes, Literal["little", "big"]], ...] = ((b"\x01", "little"), (b"\x00", "big"))

# How the WKB of a plain polygon with anything in it begins, in either byte order, and how long one of nothing is.
PLAIN_WKB = tuple(
    order + int(kind).to_bytes(4, name) for order, name in BYTE_ORDERS for kind in PLAIN
)
# Likewise of polyhedral surfaces, triangulated ones and triangles, which not every QGIS reads.
FACETED_WKB = tuple(
    order + (kind + dimensions).to_bytes(4, name)
    for order, name in BYTE_ORDERS for kind in (15, 16, 17) for dimensions in (0, 1000, 2000, 3000)
)
WKB_OF_NOTHING = 9


class Prepared(NamedTuple):
    """A geometry ready for the overlay, and how it got there: OK, REPAIRED, INVALID or EMPTY."""

    geometry: QgsGeometry
    status: str


def geometry_of(wkb: bytes) -> QgsGeometry:
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return geometry


def straight_polygon(wkb: bytes) -> bytes:
    """As straight_geometry, as WKB; nothing where it is empty or no polygon."""
    if wkb.startswith(PLAIN_WKB) and len(wkb) > WKB_OF_NOTHING:
        return wkb
    if wkb.startswith(FACETED_WKB):
        wkb = _facets(wkb)
    return straight_geometry(geometry_of(wkb)).asWkb().data()


def _facets(wkb: bytes) -> bytes:
    """Return a surface of facets as a multi-polygon; nothing where its record is broken."""
    try:
        surface = ogr.CreateGeometryFromWkb(wkb)
    except RuntimeError:
        return b""
    return b"" if surface is None else bytes(ogr.ForceToMultiPolygon(surface).ExportToIsoWkb())


def straight_geometry(geometry: QgsGeometry) -> QgsGeometry:
    """Return a geometry as a 2D polygon with straight edges; empty where it has none."""
    if geometry.isNull() or geometry.isEmpty():
        return QgsGeometry()
    if geometry.wkbType() in PLAIN:
        return geometry
    if geometry.constGet().hasCurvedSegments():
        tolerance = QgsAbstractGeometry.SegmentationToleranceType.MaximumAngle
        geometry = QgsGeometry(geometry.constGet().segmentize(ARC_STEP, tolerance))
    if QgsWkbTypes.flatType(geometry.wkbType()) == QgsWkbTypes.Type.GeometryCollection:
        geometry = _polygons_of(geometry)
    geometry.get().dropZValue()
    geometry.get().dropMValue()
    return QgsGeometry() if geometry.isEmpty() else geometry


def _polygons_of(collection: QgsGeometry) -> QgsGeometry:
    """Return the polygons of a geometry collection, also of collections in it, as one geometry; empty without any.

    QGIS's own conversion loses multi-polygons.
    """
    waiting, polygons = [collection], []
    while waiting:
        for part in waiting.pop().asGeometryCollection():
            if QgsWkbTypes.isMultiType(part.wkbType()):
                waiting.append(part)
            elif part.type() == QgsWkbTypes.GeometryType.PolygonGeometry:
                polygons.append(part)
    return QgsGeometry.collectGeometry(polygons) if polygons else QgsGeometry.fromWkt("MULTIPOLYGON EMPTY")


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
    """As prepared_geometry, for polygons as WKB."""
    geometry, status = prepared_geometry(geometry_of(wkb))
    return (wkb if status == OK else geometry.asWkb().data()), status


def prepared_geometry(geometry: QgsGeometry) -> Prepared:
    """Check a polygon; an invalid one is repaired where that leaves its area unchanged within the area gate."""
    if geometry.isNull():
        return Prepared(geometry, EMPTY)
    if geometry.isGeosValid():
        return Prepared(geometry, OK)
    repaired = geometry.makeValid()
    if QgsWkbTypes.flatType(repaired.wkbType()) == QgsWkbTypes.Type.GeometryCollection:
        repaired = _polygons_of(repaired)
    if repaired.type() != QgsWkbTypes.GeometryType.PolygonGeometry or planar_area(repaired) == 0:
        return Prepared(geometry, INVALID)
    if abs(planar_area(repaired) - planar_area(geometry)) > AREA_GATE * planar_area(repaired):
        return Prepared(repaired, INVALID)
    return Prepared(repaired, REPAIRED)
