"""Overlaps within a land-use layer: patches that lie on one another, which no sum of areas betrays.

Where every edge of two patches is matched by the reverse edge of a neighbour, the number of patches on the
ground cannot change across it. So around any place that is covered twice, beside one covered once or never,
one of the overlapping patches has an unmatched edge: only pairs with such a patch need their area. A parcel
that lies wholly in ground covered twice has twice its area in pieces and is seen by that.
"""

from __future__ import annotations

import numpy as np

from .box_pairs import box_pairs
from .edges import SignedEdges, edges_of
from .pair_area import local_origin, shared_areas
from .polygon_array import PolygonArray
from .ragged import first_alike, group_of, mixed


def overlapping_patches(patches: PolygonArray, tolerance: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Pairs of patches that overlap by more than a tolerance area, in squared coordinate units.

    Returns first and second patch (first < second), int64 (k,), and the area they share, float64 (k,).
    Where whole layers lie on one another, pairs without an unmatched edge are left out (see above).
    """
    edges = edges_of(patches, local_origin(patches))
    return overlaps_in_layer(patches, edges, Borders(patches), np.ones(len(patches), dtype=bool), tolerance)


def overlaps_in_layer(
    patches: PolygonArray, edges: SignedEdges, borders: Borders, member: np.ndarray, tolerance: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """As overlapping_patches, among those patches that make up a layer.

    edges, borders: of all patches. member: bool (m,), the layer's patches.
    """
    is_loose = borders.unmatched(member)
    loose, layer = np.flatnonzero(is_loose), np.flatnonzero(member)
    one, other = box_pairs(patches.bounds[loose], patches.bounds[layer])
    one, other = loose[one], layer[other]
    once = np.flatnonzero((one < other) | ((one > other) & ~is_loose[other]))
    one, other = np.minimum(one, other)[once], np.maximum(one, other)[once]
    area = shared_areas(edges, edges, one, other)
    kept = np.flatnonzero(area > tolerance)
    return one[kept], other[kept], area[kept]


class Borders:
    """The edges of patches, each with the others that have the same ends."""

    def __init__(self, patches: PolygonArray) -> None:
        x, y = patches.xy[:, 0], patches.xy[:, 1]
        ends = np.zeros(len(x), dtype=bool)
        ends[patches.ring_start[1:][np.diff(patches.ring_start) > 0] - 1] = True
        head = np.flatnonzero(~ends)
        xa, ya, xb, yb = x[head], y[head], x[head + 1], y[head + 1]
        forward = (xa < xb) | ((xa == xb) & (ya < yb))
        columns = tuple(np.where(forward, a, b) for a, b in ((xa, xb), (ya, yb), (xb, xa), (yb, ya)))
        self._same = first_alike(mixed(columns))
        self._direction = np.where(forward, 1.0, -1.0)
        self._head, self._patch = head, group_of(patches.vertex_start)[head]
        self._count = len(patches)

    def unmatched(self, member: np.ndarray) -> np.ndarray:
        """Which patches of a layer have an edge without its reverse in another: bool (m,).

        member: bool (m,), the layer's patches.
        """
        patch = self._patch[self._unmatched(member)]
        return member & (np.bincount(patch, minlength=self._count) > 0)

    def unmatched_edges(self) -> np.ndarray:
        """The edges without their reverse in another patch, as the vertices that they begin at: int64 (k,)."""
        return self._head[self._unmatched(np.ones(self._count, dtype=bool))]

    def _unmatched(self, member: np.ndarray) -> np.ndarray:
        counted = np.where(member[self._patch], self._direction, 0.0)
        return np.bincount(self._same, counted, len(self._same))[self._same] != 0
