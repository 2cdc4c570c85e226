"""Signed edges: a polygon as a sum of the half-open columns above its edges.

A polygon's region is the sum, over its edges, of ``weight`` × (everything above the edge within the
edge's x-range): weight +1 for an edge with the polygon above it, -1 for one with the polygon below.
Vertical edges carry nothing; holes and parts come by orientation. The sum needs no rings, so the
intersection of two regions is again signed edges, without being built as a polygon.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .polygon_array import PolygonArray
from .ragged import expand, first_alike, group_of, group_sums, mixed, offsets

_MANY_EDGES = 128
_LONG_EDGE = 4.0


@dataclass(frozen=True)
class SignedEdges:
    """Edges of many regions, those of one region together and ordered by their left ends.

    x0, y0, x1, y1: float64 (n,), from left to right (x0 < x1), relative to a common origin near them.
    weight: float64 (n,), +1 where the region lies above the edge, -1 where it lies below.
    start: int64 (p + 1,), where each region's edges begin.
    """

    x0: np.ndarray
    y0: np.ndarray
    x1: np.ndarray
    y1: np.ndarray
    weight: np.ndarray
    start: np.ndarray

    def __len__(self) -> int:
        return len(self.start) - 1

    @cached_property
    def slope(self) -> np.ndarray:
        """Rise over run of each edge."""
        return (self.y1 - self.y0) / (self.x1 - self.x0)

    @cached_property
    def low(self) -> np.ndarray:
        """The lower end of each edge."""
        return np.minimum(self.y0, self.y1)

    @cached_property
    def high(self) -> np.ndarray:
        """The higher end of each edge."""
        return np.maximum(self.y0, self.y1)

    @cached_property
    def bounds(self) -> np.ndarray:
        """Left, bottom, right and top of each region, float64 (4, p); zeros for a region without edges."""
        bounds = np.zeros((4, len(self)))
        filled = np.flatnonzero(np.diff(self.start))
        if len(filled):
            first = self.start[filled]
            bounds[0, filled] = self.x0[first]
            bounds[1, filled] = np.minimum.reduceat(self.low, first)
            bounds[2, filled] = np.maximum.reduceat(self.x1, first)
            bounds[3, filled] = np.maximum.reduceat(self.high, first)
        return bounds

    @cached_property
    def areas(self) -> np.ndarray:
        """Area of each region, float64 (p,)."""
        floor = np.repeat(self.bounds[1], np.diff(self.start))
        below = (0.5 * (self.y0 + self.y1) - floor) * (self.x1 - self.x0)
        return -group_sums(below * self.weight, self.start)

    @cached_property
    def twin(self) -> np.ndarray:
        """For each edge the position of an edge with the same ends, one for all that share them: int64 (n,)."""
        columns = (self.x0, self.y0, self.x1, self.y1)
        first = first_alike(mixed(columns))
        same = np.logical_and.reduce([column == column[first] for column in columns])
        return np.where(same, first, np.arange(len(first)))

    @cached_property
    def _places(self) -> tuple[np.ndarray, np.ndarray]:
        region = group_of(self.start)
        return self._place(region, self.x0), np.maximum.accumulate(self._place(region, self.x1))

    def _place(self, region: np.ndarray, x: np.ndarray) -> np.ndarray:
        """Position on a line on which each region has a stretch of its own."""
        left, _, right, _ = self.bounds
        scale = 1.0 / np.where(right > left, right - left, 1.0)
        place = (x - left[region]) * scale[region]
        np.clip(place, -0.25, 1.25, out=place)
        place += 2.0 * region
        return place

    def ranges(self, region: np.ndarray, left: np.ndarray, right: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Where the edges of a region are that overlap an x-range, and a few others.

        region: int64 (k,); left, right: float64 (k,). Returns starts and stops of ranges, int64 (k,).
        """
        left_ends, reached = self._places
        margin = 8 * np.finfo(np.float64).eps * (len(self) + 1)
        starts = np.searchsorted(reached, self._place(region, left) - margin, side="left")
        stops = np.searchsorted(left_ends, self._place(region, right) + margin, side="right")
        return starts, stops


def edges_of(polygons: PolygonArray, origin: np.ndarray) -> SignedEdges:
    """The signed edges of polygons relative to an origin, float64 (2,).

    Take an origin near the polygons: large coordinates (zone prefixes) lose digits otherwise.
    """
    x, y = polygons.xy[:, 0] - origin[0], polygons.xy[:, 1] - origin[1]
    forward = np.zeros(len(x), dtype=bool)
    backward = np.zeros(len(x), dtype=bool)
    np.less(x[:-1], x[1:], out=forward[:-1])
    np.greater(x[:-1], x[1:], out=backward[:-1])
    ring_ends = polygons.ring_start[1:][np.diff(polygons.ring_start) > 0] - 1
    forward[ring_ends] = backward[ring_ends] = False
    head = np.flatnonzero(forward | backward)
    weight = np.where(forward[head], 1.0, -1.0)
    left, right = head + backward[head], head + forward[head]
    region = group_of(polygons.vertex_start)[head]
    return arranged(region, x[left], y[left], x[right], y[right], weight, len(polygons))


def arranged(
    region: np.ndarray, x0: np.ndarray, y0: np.ndarray, x1: np.ndarray, y1: np.ndarray, weight: np.ndarray, count: int
) -> SignedEdges:
    """The signed edges of ``count`` regions from edges (n,) grouped by region, in any order within it.

    In a region of many edges those long for it are cut, so that a search by x-range stays short.
    """
    start = offsets(np.bincount(region, minlength=count))
    filled = np.flatnonzero(np.diff(start))
    left, width = np.zeros(count), np.ones(count)
    if len(filled):
        left[filled] = np.minimum.reduceat(x0, start[filled])
        width[filled] = np.maximum.reduceat(x1, start[filled]) - left[filled]
    size = np.diff(start)
    limit = np.where(size > _MANY_EDGES, _LONG_EDGE * width / np.maximum(size, 1), np.inf)
    is_long = x1 - x0 > limit[region]
    if is_long.any():
        long, short = np.flatnonzero(is_long), np.flatnonzero(~is_long)
        pieces = np.ceil((x1 - x0)[long] / limit[region[long]]).astype(np.int64)
        ends = zip((x0, y0, x1, y1), _cut(x0[long], y0[long], x1[long], y1[long], pieces))
        x0, y0, x1, y1 = (np.concatenate([whole[short], cut]) for whole, cut in ends)
        region, weight = (np.concatenate([of[short], np.repeat(of[long], pieces)]) for of in (region, weight))
        start = offsets(np.bincount(region, minlength=count))
    order = np.argsort(2.0 * region + (x0 - left[region]) / width[region])
    return SignedEdges(x0[order], y0[order], x1[order], y1[order], weight[order], start)


def _cut(
    x0: np.ndarray, y0: np.ndarray, x1: np.ndarray, y1: np.ndarray, pieces: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Each edge in a number of equal pieces that meet exactly: ends of all pieces."""
    number, beginnings = expand(np.zeros(len(pieces), dtype=np.int64), pieces)
    edge = group_of(beginnings)
    run, rise = ((x1 - x0) / pieces)[edge], ((y1 - y0) / pieces)[edge]
    left, bottom = x0[edge] + number * run, y0[edge] + number * rise
    right, top = x0[edge] + (number + 1) * run, y0[edge] + (number + 1) * rise
    last = beginnings[1:] - 1
    right[last], top[last] = x1, y1
    return left, bottom, right, top
