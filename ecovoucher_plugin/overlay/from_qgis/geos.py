"""GEOS by way of QGIS's geometries, for the reference engine."""

from __future__ import annotations

from qgis.core import QgsGeometry, QgsRectangle

from .geometry import geometry_of, straight_polygon, validated


class QgisGeos:
    """A Geos on QgsGeometry."""

    def validated(self, wkb: bytes) -> tuple[bytes, str]:
        return validated(wkb)

    def part_in(self, wkb: bytes, box: tuple[float, float, float, float]) -> bytes:
        rectangle = QgsGeometry.fromRect(QgsRectangle(*box))
        return straight_polygon(geometry_of(wkb).intersection(rectangle).asWkb().data())

    def local(self, wkb: bytes, x: float, y: float) -> QgsGeometry:
        geometry = geometry_of(wkb)
        geometry.translate(-x, -y)
        return geometry

    def box(self, polygon: QgsGeometry) -> tuple[float, float, float, float]:
        box = polygon.boundingBox()
        return box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()

    def area(self, polygon: QgsGeometry) -> float:
        return polygon.area()

    def centroid(self, polygon: QgsGeometry) -> tuple[float, float]:
        centre = polygon.centroid().asPoint()
        return centre.x(), centre.y()

    def prepared(self, polygon: QgsGeometry) -> _Prepared:
        return _Prepared(polygon)

    def intersection(self, one: QgsGeometry, other: QgsGeometry) -> QgsGeometry | None:
        result = one.intersection(other)
        return None if result.isNull() else result

    def difference(self, one: QgsGeometry, other: QgsGeometry) -> QgsGeometry:
        return one.difference(other)

    def union(self, polygons: list[QgsGeometry]) -> QgsGeometry:
        return QgsGeometry.unaryUnion(polygons)

    def snapped(self, polygon: QgsGeometry, grid: float) -> QgsGeometry:
        return polygon.snappedToGrid(grid, grid).makeValid()


class _Prepared:
    def __init__(self, polygon: QgsGeometry) -> None:
        self._polygon = polygon
        self._engine = QgsGeometry.createGeometryEngine(polygon.constGet())
        self._engine.prepareGeometry()

    def intersects(self, other: QgsGeometry) -> bool:
        return self._engine.intersects(other.constGet())

    def contains(self, other: QgsGeometry) -> bool:
        return self._engine.contains(other.constGet())
