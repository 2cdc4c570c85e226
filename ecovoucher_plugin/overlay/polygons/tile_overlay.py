"""The overlay of a tile: pieces of parcels by base and target patch, as areas."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .box_pairs import box_pairs
from .edges import edges_of
from .overlaps import Borders, overlaps_in_layer
from .pair_area import local_origin, shared_areas
from .polygon_array import PolygonArray, concatenate
from .ragged import expand, group_of
from .simple import are_simple
from .triple_area import intersected

_NOTHING = 1e-11
_WHOLE = 1.0 - 1e-10
_PAIRS = 20_000


@dataclass(frozen=True)
class TilePieces:
    """What lies in each parcel of a tile. Areas are in squared coordinate units.

    parcel, base, target: int64 (k,), indices of the parcel and its patches; area: float64 (k,).
    covered: float64 (2, p), area of each parcel's pieces by date (base, target), overlaps counted twice.
    overlap: float64 (2, p), area of each parcel on which two patches of the date lie, summed over pairs.
    simple: by date, bool (m,), which patches are proven to be valid; see are_simple.
    """

    parcel: np.ndarray
    base: np.ndarray
    target: np.ndarray
    area: np.ndarray
    covered: np.ndarray
    overlap: np.ndarray
    simple: tuple[np.ndarray, np.ndarray]


def overlay_tile(
    parcels: PolygonArray, base: PolygonArray, target: PolygonArray, same: np.ndarray, tolerance: float = 1e-4
) -> TilePieces:
    """Overlay parcels with the patches of two dates.

    same: int64 (m,), for each base patch the identical target patch, or -1 (see identical_patches).
    tolerance: patches of one date that share no more than this area do not overlap.
    Pieces below 1e-11 of the parcel are left out. Patches that are the same at both dates are taken to meet
    no other patch of the other date; where they do, one of the dates overlaps itself, and ``overlap`` says so.
    """
    return _Tile(parcels, base, target, same).overlay(tolerance)


class _Tile:
    """Parcels and patches of a tile; a patch that is the same at both dates is one region."""

    def __init__(self, parcels: PolygonArray, base: PolygonArray, target: PolygonArray, same: np.ndarray) -> None:
        self.parcels = parcels
        kept = same >= 0
        is_new = np.ones(len(target), dtype=bool)
        is_new[same[kept]] = False
        new = np.flatnonzero(is_new)
        self.patches = concatenate(base, target.take(new))
        origin = local_origin(parcels)
        self.parcel_edges = edges_of(parcels, origin)
        self.edges = edges_of(self.patches, origin)
        self.target_of = np.concatenate([same, new])
        self.in_base = np.arange(len(self.patches)) < len(base)
        self.in_target = self.target_of >= 0
        self.parcel, self.region = box_pairs(parcels.bounds, self.patches.bounds)
        self.area = shared_areas(self.parcel_edges, self.edges, self.parcel, self.region)
        present = np.flatnonzero(self.area > _NOTHING * parcels.areas[self.parcel])
        self.parcel, self.region, self.area = self.parcel[present], self.region[present], self.area[present]

    def overlay(self, tolerance: float) -> TilePieces:
        covered, overlap, borders = [], [], Borders(self.patches)
        for member in (self.in_base, self.in_target):
            of_date = np.flatnonzero(member[self.region])
            covered.append(np.bincount(self.parcel[of_date], self.area[of_date], len(self.parcels)))
            overlap.append(self._overlap(borders, member, tolerance))
        stays = np.flatnonzero((self.in_base & self.in_target)[self.region])
        parcel, first, second, area = self._changed()
        return TilePieces(
            np.concatenate([self.parcel[stays], parcel]),
            np.concatenate([self.region[stays], first]),
            self.target_of[np.concatenate([self.region[stays], second])],
            np.concatenate([self.area[stays], area]),
            np.array(covered), np.array(overlap), self._simple(),
        )

    def _simple(self) -> tuple[np.ndarray, np.ndarray]:
        simple = are_simple(self.patches, self.edges)
        in_target = np.flatnonzero(self.in_target)
        of_target = np.empty(len(in_target), dtype=bool)
        of_target[self.target_of[in_target]] = simple[in_target]
        return simple[self.in_base], of_target

    def _overlap(self, borders: Borders, member: np.ndarray, tolerance: float) -> np.ndarray:
        """Area of each parcel that two patches of a layer share, float64 (p,)."""
        first, second, _ = overlaps_in_layer(self.patches, self.edges, borders, member, tolerance)
        parcel, pair = self._parcels_of(first, second)
        joint = intersected(self.edges, self.edges, first, second)
        return np.bincount(parcel, shared_areas(self.parcel_edges, joint, parcel, pair), len(self.parcels))

    def _changed(self) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """The pieces of changed patches: parcel, base region, target region and area."""
        old, new = np.flatnonzero(~self.in_target), np.flatnonzero(~self.in_base)
        first, second = box_pairs(self.patches.bounds[old], self.patches.bounds[new])
        first, second = old[first], new[second]
        common = shared_areas(self.edges, self.edges, first, second)
        met = np.flatnonzero(common > _NOTHING * np.minimum(self.patches.areas[first], self.patches.areas[second]))
        first, second, common = first[met], second[met], common[met]
        parcel, pair = self._parcels_of(first, second)
        area = self._joint_areas(parcel, pair, first, second, common)
        kept = np.flatnonzero(area > _NOTHING * self.parcels.areas[parcel])
        return parcel[kept], first[pair[kept]], second[pair[kept]], area[kept]

    def _joint_areas(
        self, parcel: np.ndarray, pair: np.ndarray, first: np.ndarray, second: np.ndarray, common: np.ndarray
    ) -> np.ndarray:
        """|parcel ∩ first ∩ second|: by containment where one holds another, from edges where none does."""
        one, other = first[pair], second[pair]
        in_one, in_other = self._area_in(parcel, one), self._area_in(parcel, other)
        area = np.full(len(pair), np.nan)
        area = np.where(common[pair] >= _WHOLE * self.patches.areas[one], in_one, area)
        area = np.where(common[pair] >= _WHOLE * self.patches.areas[other], in_other, area)
        inside = (in_one >= _WHOLE * self.patches.areas[one]) | (in_other >= _WHOLE * self.patches.areas[other])
        area = np.where(inside, common[pair], area)
        area = np.where(in_one >= _WHOLE * self.parcels.areas[parcel], in_other, area)
        area = np.where(in_other >= _WHOLE * self.parcels.areas[parcel], in_one, area)
        left = np.flatnonzero(np.isnan(area))
        area[left] = self._areas_from_edges(parcel[left], pair[left], first, second)
        return area

    def _areas_from_edges(
        self, parcel: np.ndarray, pair: np.ndarray, first: np.ndarray, second: np.ndarray
    ) -> np.ndarray:
        """|parcel ∩ first ∩ second| of (parcel, pair), some pairs at a time to keep memory flat."""
        area = np.empty(len(pair))
        pairs, number = np.unique(pair, return_inverse=True)
        for begin in range(0, len(pairs), _PAIRS):
            some = pairs[begin:begin + _PAIRS]
            joint = intersected(self.edges, self.edges, first[some], second[some])
            asked = np.flatnonzero((number >= begin) & (number < begin + _PAIRS))
            area[asked] = shared_areas(self.parcel_edges, joint, parcel[asked], number[asked] - begin)
        return area

    def _parcels_of(self, first: np.ndarray, second: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The parcels in which both regions of a pair lie, as (parcel, pair), ordered by parcel."""
        order = np.argsort(self.region, kind="stable")
        region = self.region[order]
        rows, beginnings = expand(np.searchsorted(region, first), np.searchsorted(region, first, side="right"))
        parcel, pair = self.parcel[order[rows]], group_of(beginnings)
        both = np.flatnonzero(self._position(parcel, second[pair]) >= 0)
        both = both[np.argsort(parcel[both], kind="stable")]
        return parcel[both], pair[both]

    def _area_in(self, parcel: np.ndarray, region: np.ndarray) -> np.ndarray:
        return self.area[self._position(parcel, region)]

    def _position(self, parcel: np.ndarray, region: np.ndarray) -> np.ndarray:
        """Where (parcel, region) stands among the pairs that share area, or -1."""
        if not len(self.parcel):
            return np.full(len(parcel), -1)
        keys = self.parcel * len(self.patches) + self.region
        asked = parcel * len(self.patches) + region
        place = np.minimum(np.searchsorted(keys, asked), len(keys) - 1)
        return np.where(keys[place] == asked, place, -1)
