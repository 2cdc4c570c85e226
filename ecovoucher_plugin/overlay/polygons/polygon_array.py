"""Polygons as ragged numpy arrays: what the area and coverage kernels work on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .ragged import expand, group_of, group_sums


@dataclass(frozen=True)
class PolygonArray:
    """Many polygons in flat arrays.

    xy: float64 (v, 2), the vertices of all rings, each ring closed (first vertex repeated last).
    ring_start: int64 (r + 1,), where each ring begins in ``xy``.
    polygon_start: int64 (p + 1,), where each polygon (or multipolygon) begins in the rings.
    Exterior rings run counter-clockwise, holes clockwise, so signed areas add up.
    A polygon without rings is empty.
    """

    xy: np.ndarray
    ring_start: np.ndarray
    polygon_start: np.ndarray

    def __len__(self) -> int:
        return len(self.polygon_start) - 1

    @cached_property
    def vertex_start(self) -> np.ndarray:
        """Where each polygon begins in ``xy``: int64 (p + 1,)."""
        return self.ring_start[self.polygon_start]

    @cached_property
    def bounds(self) -> np.ndarray:
        """Bounding boxes, float64 (p, 4): x minimum, y minimum, x maximum, y maximum.

        An empty polygon has the box (inf, inf, -inf, -inf), which meets no other box.
        """
        bounds = np.tile([np.inf, np.inf, -np.inf, -np.inf], (len(self), 1))
        filled = np.flatnonzero(np.diff(self.vertex_start))
        starts = self.vertex_start[filled]
        if len(filled):
            bounds[filled, :2] = np.minimum.reduceat(self.xy, starts, axis=0)
            bounds[filled, 2:] = np.maximum.reduceat(self.xy, starts, axis=0)
        return bounds

    @cached_property
    def areas(self) -> np.ndarray:
        """Planar areas in squared coordinate units, float64 (p,); holes are subtracted."""
        return group_sums(ring_areas(self.xy, self.ring_start), self.polygon_start)

    def take(self, indices: np.ndarray) -> PolygonArray:
        """The polygons at the given positions, in that order."""
        rings, polygon_start = expand(self.polygon_start[indices], self.polygon_start[np.add(indices, 1)])
        vertices, ring_start = expand(self.ring_start[rings], self.ring_start[rings + 1])
        return PolygonArray(self.xy[vertices], ring_start, polygon_start)

    def shifted(self, origins: np.ndarray) -> PolygonArray:
        """The polygons relative to an origin: float64 (2,), or (p, 2) for an origin per polygon."""
        origins = np.asarray(origins, dtype=np.float64)
        if origins.ndim == 2:
            origins = origins[group_of(self.vertex_start)]
        return PolygonArray(self.xy - origins, self.ring_start, self.polygon_start)


def concatenate(*arrays: PolygonArray) -> PolygonArray:
    """All polygons of several arrays, one array after the other."""
    rings = np.cumsum([0] + [len(array.ring_start) - 1 for array in arrays])
    vertices = np.cumsum([0] + [len(array.xy) for array in arrays])
    return PolygonArray(
        np.concatenate([array.xy for array in arrays]),
        np.concatenate([array.ring_start[:-1] + first for array, first in zip(arrays, vertices)] + [vertices[-1:]]),
        np.concatenate([array.polygon_start[:-1] + first for array, first in zip(arrays, rings)] + [rings[-1:]]),
    )


def ring_areas(xy: np.ndarray, ring_start: np.ndarray) -> np.ndarray:
    """Signed area of each ring (counter-clockwise positive), float64 (r,), exact far from the origin.

    Each ring is measured from its own first vertex, so large coordinates lose no digits.
    """
    if len(ring_start) == 1:
        return np.zeros(0)
    first = xy[np.minimum(ring_start[:-1], max(len(xy) - 1, 0))]
    local = xy - np.repeat(first, np.diff(ring_start), axis=0)
    x, y = local[:, 0], local[:, 1]
    cross = np.zeros(len(xy))
    cross[:-1] = x[:-1] * y[1:] - x[1:] * y[:-1]
    last = ring_start[1:] - 1
    cross[last[np.diff(ring_start) > 0]] = 0.0
    return 0.5 * group_sums(cross, ring_start)


def oriented(xy: np.ndarray, ring_start: np.ndarray, is_hole: np.ndarray) -> np.ndarray:
    """The vertices with every exterior ring counter-clockwise and every hole clockwise, float64 (v, 2)."""
    wrong = (ring_areas(xy, ring_start) < 0) != is_hole
    if not wrong.any():
        return xy
    sizes = np.diff(ring_start)
    position = np.arange(len(xy))
    mirrored = np.repeat(ring_start[:-1] + ring_start[1:] - 1, sizes) - position
    return xy[np.where(np.repeat(wrong, sizes), mirrored, position)]
