"""Gaps in a land-use layer: ground that its polygons enclose without covering it.

Every border of a gap is an edge without its reverse in a neighbour. So only these edges are made into faces, and
a face that no polygon covers is a gap. Where the layer ends is no gap.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from ..overlay.polygons.box_pairs import box_pairs
from ..overlay.polygons.overlaps import Borders
from ..overlay.polygons.polygon_array import PolygonArray
from ..overlay.polygons.ragged import expand, group_of
from ..wording import Tr, place, square_metres
from .finding import NOTE, Finding
from .neighbourhoods import neighbourhoods
from .survey import Survey

# Smaller gaps come from the rounding of coordinates.
SMALLEST_M2 = 0.01

# More edges without a neighbour than this are no land use without gaps, and would take minutes.
MOST_EDGES = 400_000

_NAMED = 5

# From edges, float64 (k, 4), x0 y0 x1 y1: the planar area (f,) and a point (f, 2) inside of each face they enclose.
Faces = Callable[[np.ndarray], "tuple[np.ndarray, np.ndarray]"]


def check_gaps(
    survey: Survey, faces: Faces, report: Callable[[float], None], tr: Tr = str
) -> Iterator[Finding]:
    """Yield a finding where a land-use layer has gaps. report: is told the share done; may raise to stop."""
    edges = _unmatched(survey.polygons, report)
    if len(edges) > MOST_EDGES:
        yield Finding(
            NOTE, survey.label, "",
            tr("Gaps were not looked for: edges without a neighbour that has the same vertices: {count}.").format(
                count=f"{len(edges):,}"
            ),
            tr("Parcels that land use does not cover in full are named by themselves."),
            tr("Nothing to do, unless the borders of neighbours should fit exactly."),
        )
        return
    area_m2, points = find_gaps(survey, edges, faces)
    if len(area_m2):
        named = [f"{square_metres(area_m2[i])} {place(*points[i])}" for i in range(min(len(area_m2), _NAMED))]
        yield Finding(
            NOTE, survey.label, "",
            tr("Gaps between the polygons: {count}, {area} in all. {places}").format(
                count=f"{len(area_m2):,}", area=square_metres(float(area_m2.sum())),
                places="; ".join(named) + ("; …" if len(area_m2) > _NAMED else ""),
            ),
            tr("Where one lies in a parcel, that part of the parcel has no number (status “partly_covered”)."),
            tr("Fill them by hand or with Snap geometries to layer. It is not done automatically, because no rule can "
               "know which class lies there."),
        )


def find_gaps(survey: Survey, edges: np.ndarray, faces: Faces) -> tuple[np.ndarray, np.ndarray]:
    """Return the area in m² (k,) of each gap, the largest first, and a point in it (k, 2).

    edges: float64 (e, 4), the edges without a neighbour.
    """
    if not len(edges):
        return np.zeros(0), np.zeros((0, 2))
    area, points = faces(edges)
    area_m2 = area * survey.scale_at(points)
    enough = np.flatnonzero(area_m2 >= SMALLEST_M2)
    area_m2, points = area_m2[enough], points[enough]
    open_ground = np.flatnonzero(~is_covered(points, survey.polygons))
    order = open_ground[np.argsort(-area_m2[open_ground], kind="stable")]
    return area_m2[order], points[order]


def is_covered(points: np.ndarray, polygons: PolygonArray) -> np.ndarray:
    """Return whether each point (k, 2) lies in one of the polygons, bool (k,)."""
    reach = np.spacing(np.abs(points).max(initial=1.0))
    point, polygon = box_pairs(np.hstack([points - reach, points + reach]), polygons.bounds)
    vertices, beginnings = expand(polygons.vertex_start[polygon], polygons.vertex_start[polygon + 1])
    pair = group_of(beginnings)
    leads_on = np.ones(len(polygons.xy), dtype=bool)
    leads_on[polygons.ring_start[1:][np.diff(polygons.ring_start) > 0] - 1] = False
    edge = leads_on[vertices]
    vertices, pair = vertices[edge], pair[edge]
    x, y = points[point[pair]].T
    (x0, y0), (x1, y1) = polygons.xy[vertices].T, polygons.xy[vertices + 1].T
    crosses = np.flatnonzero((y0 > y) != (y1 > y))
    share = (y - y0)[crosses] / (y1 - y0)[crosses]
    right = crosses[x0[crosses] + share * (x1 - x0)[crosses] > x[crosses]]
    inside = np.bincount(pair[right], minlength=len(point)) % 2 == 1
    covered = np.zeros(len(points), dtype=bool)
    covered[point[inside]] = True
    return covered


def _unmatched(polygons: PolygonArray, report: Callable[[float], None]) -> np.ndarray:
    """Return the edges without their reverse in a neighbour, float64 (k, 4)."""
    found = [np.zeros((0, 4))]
    for some in neighbourhoods(polygons, np.flatnonzero(np.diff(polygons.vertex_start))):
        heads = Borders(some.polygons).unmatched_edges()
        heads = heads[some.is_member[group_of(some.polygons.vertex_start)[heads]]]
        found.append(np.hstack([some.polygons.xy[heads], some.polygons.xy[heads + 1]]))
        report(some.share)
    return np.concatenate(found)
