"""GEOS by way of shapely, for the reference engine."""

from __future__ import annotations

import numpy as np
import shapely
from shapely import Geometry

from ...accounting.status import OK
from .geometry import flat_polygons, to_wkb, validated


class ShapelyGeos:
    """A Geos on shapely's geometries."""

    def validated(self, wkb: bytes) -> tuple[bytes, str]:
        return self.all_validated([wkb])[0]

    def all_validated(self, wkb: list[bytes]) -> list[tuple[bytes, str]]:
        """Check many polygons at once."""
        checked, found = validated(shapely.from_wkb(np.array(wkb, dtype=object)))
        return [
            (record if status == OK else shapely.to_wkb(shape), status)
            for record, shape, status in zip(wkb, checked, found)
        ]

    def part_in(self, wkb: bytes, box: tuple[float, float, float, float]) -> bytes:
        part = shapely.intersection(shapely.from_wkb(wkb), shapely.box(*box))
        return to_wkb(flat_polygons(np.array([part])))[0]

    def local(self, wkb: bytes, x: float, y: float) -> Geometry:
        return shapely.transform(shapely.from_wkb(wkb), lambda xy: xy - (x, y))

    def box(self, polygon: Geometry) -> tuple[float, float, float, float]:
        return polygon.bounds

    def area(self, polygon: Geometry) -> float:
        return polygon.area

    def centroid(self, polygon: Geometry) -> tuple[float, float]:
        centre = polygon.centroid
        return centre.x, centre.y

    def prepared(self, polygon: Geometry) -> Geometry:
        shapely.prepare(polygon)
        return polygon

    def intersection(self, one: Geometry, other: Geometry) -> Geometry | None:
        try:
            return shapely.intersection(one, other)
        except shapely.GEOSException:
            return None

    def difference(self, one: Geometry, other: Geometry) -> Geometry:
        return shapely.difference(one, other)

    def union(self, polygons: list[Geometry]) -> Geometry:
        return shapely.union_all(polygons)

    def snapped(self, polygon: Geometry, grid: float) -> Geometry:
        on_grid = shapely.transform(polygon, lambda xy: (xy / grid).round() * grid)
        return shapely.make_valid(on_grid)
