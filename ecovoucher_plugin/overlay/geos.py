"""What the reference engine asks of a geometry library."""

from __future__ import annotations

from typing import Protocol, TypeVar

Polygon = TypeVar("Polygon")
Other = TypeVar("Other", contravariant=True)


class Prepared(Protocol[Other]):
    """A polygon prepared for being compared with many others."""

    def intersects(self, other: Other) -> bool: ...

    def contains(self, other: Other) -> bool: ...


class Geos(Protocol[Polygon]):
    """GEOS as a library offers it, on polygons of that library's own kind. Areas are planar."""

    def validated(self, wkb: bytes) -> tuple[bytes, str]:
        """Check a polygon: OK, REPAIRED where a repair leaves its area unchanged within the area gate, or INVALID.

        Returns the polygon, as far as it could be repaired, and the status.
        """

    def part_in(self, wkb: bytes, box: tuple[float, float, float, float]) -> bytes:
        """Return the part of a valid polygon in a box, nothing where it has none."""

    def local(self, wkb: bytes, x: float, y: float) -> Polygon:
        """Return a polygon moved so that a point becomes the origin."""

    def box(self, polygon: Polygon) -> tuple[float, float, float, float]:
        """Return x_min, y_min, x_max, y_max."""

    def area(self, polygon: Polygon) -> float: ...

    def centroid(self, polygon: Polygon) -> tuple[float, float]: ...

    def prepared(self, polygon: Polygon) -> Prepared[Polygon]: ...

    def intersection(self, one: Polygon, other: Polygon) -> Polygon | None:
        """Return the intersection, None where GEOS fails."""

    def difference(self, one: Polygon, other: Polygon) -> Polygon: ...

    def union(self, polygons: list[Polygon]) -> Polygon: ...

    def snapped(self, polygon: Polygon, grid: float) -> Polygon:
        """Return a valid polygon whose vertices lie on a grid."""
