"""Polygons of one layer that lie on one another, with the area on which they do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from heapq import nlargest

import numpy as np

from ..accounting.status import AREA_GATE
from ..overlay.polygons.box_pairs import box_pairs
from ..overlay.polygons.edges import edges_of
from ..overlay.polygons.identical import same_shapes
from ..overlay.polygons.overlaps import overlapping_patches
from ..overlay.polygons.pair_area import local_origin, shared_areas
from ..overlay.polygons.polygon_array import PolygonArray
from ..wording import Tr, place, square_metres
from .finding import NOTE, WARNING, Finding
from .neighbourhoods import neighbourhoods
from .survey import Survey

# What two neighbours share by rounding of their coordinates is no overlap; below a square metre it is a trifle.
NOTHING_M2 = 1e-4
TRIFLE_M2 = 1.0

_FIRSTS = 256
_NAMED = 5


@dataclass(frozen=True)
class Pair:
    """Two polygons that overlap: positions in the layer, shared area in m², and where about."""

    first: int
    second: int
    area_m2: float
    x: float
    y: float


@dataclass
class Overlaps:
    """Overlapping pairs of a layer, summed up: how many, their area, and the largest of them."""

    count: int = 0
    area_m2: float = 0.0
    largest: list[Pair] = field(default_factory=list)

    def add(self, pairs: list[Pair]) -> None:
        self.count += len(pairs)
        self.area_m2 += sum(pair.area_m2 for pair in pairs)
        self.largest = nlargest(_NAMED, [*self.largest, *pairs], key=lambda pair: pair.area_m2)


def find_overlaps(survey: Survey, report: Callable[[float], None]) -> tuple[Overlaps, Overlaps]:
    """Return the overlapping pairs of at least TRIFLE_M2, and those below.

    Of polygons that are there twice only the first counts. report: is told the share done; may raise to stop.
    """
    polygons = survey.polygons
    repeated = np.array([i for group in same_shapes(polygons) for i in group[1:]], dtype=np.int64)
    chosen = np.setdiff1d(np.flatnonzero(np.diff(polygons.vertex_start)), repeated)
    large, small = Overlaps(), Overlaps()
    for some in neighbourhoods(polygons, chosen):
        for first, second, area in _pairs(some.polygons):
            kept = np.flatnonzero(some.is_member[np.minimum(first, second)])
            pairs = _measured(survey, some.positions[first[kept]], some.positions[second[kept]], area[kept])
            large.add([pair for pair in pairs if pair.area_m2 >= TRIFLE_M2])
            small.add([pair for pair in pairs if pair.area_m2 < TRIFLE_M2])
            report(some.share)
        report(some.share)
    return large, small


def check_overlaps(
    survey: Survey, are_parcels: bool, report: Callable[[float], None], tr: Tr = str
) -> Iterator[Finding]:
    """Yield a finding where polygons of a layer overlap, one for real overlaps and one for trifles."""
    large, small = find_overlaps(survey, report)
    if large.count:
        yield Finding(
            WARNING, survey.label, _ids(survey, large),
            tr("Pairs of polygons that overlap: {count}, {area} in all. {pairs}").format(
                count=f"{large.count:,}", area=square_metres(large.area_m2), pairs=_named(survey, large, tr)
            ),
            tr("Each parcel is accounted for as a whole: the shared land would be paid twice.") if are_parcels
            else tr("A parcel in which land use overlaps gets no number (status “overlap”)."),
            tr("Decide which polygon the land belongs to and cut the other (Difference, or Snap and Split). It is not "
               "done automatically, because no rule can know which of the two is right."),
        )
    if small.count:
        yield Finding(
            NOTE, survey.label, _ids(survey, small),
            tr("Pairs of neighbours that overlap by less than 1 m² each: {count}, {area} in all. {pairs}").format(
                count=f"{small.count:,}", area=square_metres(small.area_m2), pairs=_named(survey, small, tr)
            ),
            tr("Mostly borders that were drawn twice. The areas concerned are counted twice.") if are_parcels
            else tr("A parcel gets no number where this is more than a millionth of its area."),
            tr("Snap the borders onto each other (Snap geometries to layer) if it matters."),
        )


def _pairs(polygons: PolygonArray) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """Yield overlapping pairs and the planar area they share.

    Only where the short way, by borders without a neighbour, finds any, all pairs are measured.
    """
    first, second, area = overlapping_patches(polygons, 0.0)
    if not (area > _least(polygons, first, second)).any():
        return
    edges = edges_of(polygons, local_origin(polygons))
    for begin in range(0, len(polygons), _FIRSTS):
        one, other = box_pairs(polygons.bounds[begin:begin + _FIRSTS], polygons.bounds)
        one += begin
        one, other = one[one < other], other[one < other]
        shared = shared_areas(edges, edges, one, other)
        kept = np.flatnonzero(shared > _least(polygons, one, other))
        yield one[kept], other[kept], shared[kept]


def _least(polygons: PolygonArray, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return the area below which an overlap is rounding, planar: a millionth of the smaller polygon."""
    return AREA_GATE * np.minimum(polygons.areas[first], polygons.areas[second])


def _measured(survey: Survey, first: np.ndarray, second: np.ndarray, area: np.ndarray) -> list[Pair]:
    bounds = survey.polygons.bounds
    low = np.maximum(bounds[first, :2], bounds[second, :2])
    high = np.minimum(bounds[first, 2:], bounds[second, 2:])
    middle = (low + high) / 2
    area_m2 = area * survey.scale_at(middle)
    return [
        Pair(*row) for row in zip(first.tolist(), second.tolist(), area_m2.tolist(), *middle.T.tolist())
        if row[2] > NOTHING_M2
    ]


def _ids(survey: Survey, found: Overlaps) -> str:
    ids = ", ".join(f"{survey.ids[pair.first]} + {survey.ids[pair.second]}" for pair in found.largest)
    return ids if found.count <= len(found.largest) else f"{ids}, …"


def _named(survey: Survey, found: Overlaps, tr: Tr) -> str:
    parts = [
        tr("{first} and {second} ({area} at {place})").format(
            first=survey.ids[pair.first], second=survey.ids[pair.second],
            area=square_metres(pair.area_m2), place=place(pair.x, pair.y),
        )
        for pair in found.largest
    ]
    return "; ".join(parts) + ("; …" if found.count > len(parts) else "")
