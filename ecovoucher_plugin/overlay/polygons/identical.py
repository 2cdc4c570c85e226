"""Polygons of the same shape: patches unchanged between the dates need one overlay; parcels twice are paid twice."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from .polygon_array import PolygonArray
from .ragged import mixed


def identical_patches(base: PolygonArray, target: PolygonArray) -> np.ndarray:
    """For each base patch the target patch of the same shape, int64 (m,), or -1.

    The same shape is the same set of edges to the last bit, whatever the order of parts, rings and first
    vertices; bounding boxes and 64-bit keys are compared. Every target patch is given away once.
    """
    found = np.full(len(base), -1, dtype=np.int64)
    ours, theirs = shape_keys(base), shape_keys(target)
    base_order, target_order = np.argsort(ours, kind="stable"), np.argsort(theirs, kind="stable")
    ours, theirs = ours[base_order], theirs[target_order]
    rank = np.arange(len(ours)) - np.searchsorted(ours, ours, side="left")
    place = np.searchsorted(theirs, ours, side="left") + rank
    inside = np.flatnonzero(place < len(theirs))
    one, other = base_order[inside], target_order[place[inside]]
    same = (theirs[place[inside]] == ours[inside]) & (base.bounds[one] == target.bounds[other]).all(axis=1)
    same &= np.diff(base.vertex_start)[one] > 0
    found[one[same]] = other[same]
    return found


def same_shapes(polygons: PolygonArray) -> list[list[int]]:
    """Return the groups of positions whose polygons have the same edges to the last bit; groups of two or more.

    The order of parts, rings and vertices, and where a ring starts, do not count.
    """
    keys = shape_keys(polygons)
    filled = np.flatnonzero(np.diff(polygons.vertex_start))
    _, first, times = np.unique(keys[filled], return_inverse=True, return_counts=True)
    groups: dict[tuple[float, ...], list[int]] = defaultdict(list)
    for position in filled[times[first] > 1].tolist():
        groups[(int(keys[position]), *polygons.bounds[position].tolist())].append(position)
    return [group for group in groups.values() if len(group) > 1]


def shape_keys(polygons: PolygonArray) -> np.ndarray:
    """A key for each polygon that does not depend on the order of its edges, uint64 (p,)."""
    x, y = polygons.xy[:, 0], polygons.xy[:, 1]
    keys = mixed((x, y, np.roll(x, -1), np.roll(y, -1)))
    filled_rings = np.diff(polygons.ring_start) > 0
    keys[polygons.ring_start[1:][filled_rings] - 1] = 0
    sums = np.zeros(len(polygons), dtype=np.uint64)
    filled = np.flatnonzero(np.diff(polygons.vertex_start))
    if len(filled):
        sums[filled] = np.add.reduceat(keys, polygons.vertex_start[filled])
    return sums
