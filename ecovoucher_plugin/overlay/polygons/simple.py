"""Which polygons are simple rings: a cheap proof of validity for nearly all land-use patches, without building them.

What is not proven may still be valid: polygons of several rings, those with vertical or zero-length edges, and those
whose edges come within the rounding of their coordinates. They are left to a geometry library.
"""

from __future__ import annotations

import numpy as np

from .edges import SignedEdges
from .pair_area import ROWS, heights, overlap
from .polygon_array import PolygonArray
from .ragged import blocks, expand, group_of

_ROUNDINGS = 64


def are_simple(polygons: PolygonArray, edges: SignedEdges) -> np.ndarray:
    """Whether each polygon is proven to be one ring that neither crosses nor touches itself: bool (p,).

    edges: the signed edges of the polygons. Every vertex of such a ring ends two edges, and of all other pairs of
    edges with a common x-range one runs above the other.
    """
    polygon = group_of(edges.start)
    coordinates = (edges.x0, edges.y0, edges.x1, edges.y1)
    near = _ROUNDINGS * np.finfo(np.float64).eps * max(float(np.abs(c).max(initial=0.0)) for c in coordinates)
    meetings = np.zeros(len(polygons), dtype=np.int64)
    apart = np.ones(len(polygons), dtype=bool)
    first = np.arange(len(polygon))
    _, stops = edges.ranges(polygon, edges.x0, edges.x1)
    for block in blocks(stops - first - 1, ROWS):
        later, beginnings = expand(first[block] + 1, stops[block])
        edge = group_of(beginnings) + block.start
        kept = np.flatnonzero(
            (edges.low[later] <= edges.high[edge] + near) & (edges.low[edge] <= edges.high[later] + near)
        )
        edge, later = edge[kept], later[kept]
        meets, crosses = _meetings(edges, edge, later, near)
        meetings += np.bincount(polygon[edge[meets]], minlength=len(polygons))
        apart[polygon[edge[crosses]]] = False
    one_ring = np.diff(polygons.polygon_start) == 1
    return apart & (meetings == np.diff(edges.start)) & one_ring & ~_has_vertical(polygons)


def _meetings(edges: SignedEdges, one: np.ndarray, other: np.ndarray, near: float) -> tuple[np.ndarray, np.ndarray]:
    """Whether two edges of a polygon have a common end, and whether they cross, touch or come near elsewhere."""
    left, right = overlap(edges, one, edges, other)
    at_left, at_right = heights(edges, one, edges, other, left, right)
    begin = (edges.x0[one] == edges.x0[other]) & (edges.y0[one] == edges.y0[other])
    end = (edges.x1[one] == edges.x1[other]) & (edges.y1[one] == edges.y1[other])
    follows = (edges.x1[one] == edges.x0[other]) & (edges.y1[one] == edges.y0[other])
    meets = begin | end | follows
    clear = (np.minimum(at_left, at_right) > near) | (np.maximum(at_left, at_right) < -near)
    clear |= left > right + near
    clear |= begin & (np.abs(at_right) > near)
    clear |= end & (np.abs(at_left) > near)
    return meets, ~(clear | follows)


def _has_vertical(polygons: PolygonArray) -> np.ndarray:
    """Whether a polygon has an edge without width, or none at all: bool (p,)."""
    still = np.zeros(len(polygons.xy), dtype=bool)
    np.equal(polygons.xy[:-1, 0], polygons.xy[1:, 0], out=still[:-1])
    ends = polygons.ring_start[1:][np.diff(polygons.ring_start) > 0] - 1
    still[ends] = False
    return np.bincount(group_of(polygons.vertex_start)[still], minlength=len(polygons)) > 0
