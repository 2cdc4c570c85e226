"""Areas of parcel ∩ patch for many pairs at once, without building an intersection.

|P ∩ A| is the sum, over the edges of A, of ± the area of P above the edge; and that area is the sum, over
the edges of P, of ± the integral of max(0, height of P's edge over A's edge), which has a closed form.
Shared borders, holes and parts need no special care, and an edge that two patches share is integrated once.
"""

from __future__ import annotations

import numpy as np

from .edges import SignedEdges, edges_of
from .polygon_array import PolygonArray
from .ragged import blocks, expand, first_alike, group_of

ROWS = 1 << 16


def intersection_areas(parcels: PolygonArray, patches: PolygonArray, pairs: np.ndarray) -> np.ndarray:
    """Area of parcel ∩ patch in squared coordinate units, float64 (k,).

    pairs: int64 (k, 2), parcel and patch of each pair; fastest when a parcel's pairs stand together.
    """
    origin = local_origin(parcels)
    return shared_areas(edges_of(parcels, origin), edges_of(patches, origin), pairs[:, 0], pairs[:, 1])


def local_origin(polygons: PolygonArray) -> np.ndarray:
    """A whole-numbered point near the polygons, float64 (2,): coordinates relative to it lose no digits."""
    corner = polygons.bounds[:, :2].min(axis=0, initial=np.inf)
    return np.floor(np.where(np.isfinite(corner), corner, 0.0))


def shared_areas(parcels: SignedEdges, patches: SignedEdges, parcel: np.ndarray, patch: np.ndarray) -> np.ndarray:
    """Area of parcel ∩ patch, float64 (k,), for parcel and patch indices, int64 (k,)."""
    left, _, right, top = parcels.bounds[:, parcel]
    starts, stops = patches.ranges(patch, left, right)
    area = np.empty(len(parcel))
    for block in blocks(stops - starts, ROWS):
        edge, beginnings = expand(starts[block], stops[block])
        pair = group_of(beginnings)
        kept = np.flatnonzero(
            (patches.low[edge] < top[block][pair])
            & (patches.x0[edge] < right[block][pair])
            & (patches.x1[edge] > left[block][pair])
        )
        edge, pair = edge[kept], pair[kept]
        above = _areas_above_once(parcels, parcel[block][pair], patches, edge)
        area[block] = np.bincount(pair, above * patches.weight[edge], len(beginnings) - 1)
    return area


def _areas_above_once(parcels: SignedEdges, parcel: np.ndarray, patches: SignedEdges, edge: np.ndarray) -> np.ndarray:
    """As areas_above, with an edge that several patches share computed once a parcel."""
    first = first_alike(parcel * len(patches.x0) + patches.twin[edge])
    once = np.flatnonzero(first == np.arange(len(first)))
    above = np.empty(len(first))
    above[once] = areas_above(parcels, parcel[once], patches, edge[once])
    return above[first]


def areas_above(parcels: SignedEdges, parcel: np.ndarray, patches: SignedEdges, edge: np.ndarray) -> np.ndarray:
    """Area of a parcel above an edge of a patch, within the edge's x-range: float64 (k,).

    parcel, edge: int64 (k,), indices of parcels and of edges in ``patches``.
    """
    starts, stops = parcels.ranges(parcel, patches.x0[edge], patches.x1[edge])
    area = np.empty(len(parcel))
    for block in blocks(stops - starts, ROWS):
        upper, beginnings = expand(starts[block], stops[block])
        entry = group_of(beginnings)
        lower = edge[block][entry]
        left, right = overlap(parcels, upper, patches, lower)
        kept = np.flatnonzero((left < right) & (parcels.high[upper] > patches.low[lower]))
        upper, lower, left, right = upper[kept], lower[kept], left[kept], right[kept]
        at_left, at_right = heights(parcels, upper, patches, lower, left, right)
        above = (right - left) * _mean_positive(at_left, at_right) * parcels.weight[upper]
        area[block] = -np.bincount(entry[kept], above, len(beginnings) - 1)
    return area


def overlap(
    upper_edges: SignedEdges, upper: np.ndarray, lower_edges: SignedEdges, lower: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Left and right end of the x-range that two edges share; left ≥ right where they share none."""
    left = np.maximum(upper_edges.x0[upper], lower_edges.x0[lower])
    return left, np.minimum(upper_edges.x1[upper], lower_edges.x1[lower])


def heights(
    upper_edges: SignedEdges, upper: np.ndarray, lower_edges: SignedEdges, lower: np.ndarray,
    left: np.ndarray, right: np.ndarray,
) -> tuple[np.ndarray, np.ndarray]:
    """Height of one edge over another at two abscissas, float64 (k,) each; exactly opposite when exchanged."""
    x, y, slope = upper_edges.x0[upper], upper_edges.y0[upper], upper_edges.slope[upper]
    u, v, incline = lower_edges.x0[lower], lower_edges.y0[lower], lower_edges.slope[lower]
    step = y - v
    return step + (slope * (left - x) - incline * (left - u)), step + (slope * (right - x) - incline * (right - u))


def _mean_positive(at_left: np.ndarray, at_right: np.ndarray) -> np.ndarray:
    """Mean of max(0, height) for a height that runs linearly from one value to the other."""
    most = np.maximum(np.maximum(at_left, at_right), 0.0)
    least = np.minimum(at_left, at_right)
    span = np.maximum(most - np.minimum(least, 0.0), np.finfo(np.float64).tiny)
    return 0.5 * (most * (most / span) + np.maximum(least, 0.0))
