"""The reference overlay engine: parcels against two land-use layers with GEOS.

Areas are planar, in the units of the geometries. Every parcel passes the area gate or is refused.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic

import numpy as np

from ..accounting.status import INVALID, OK, OVERLAP, REPAIRED
from .geos import Geos, Polygon, Prepared
from .patches import Patches
from .result import ParcelOverlay, Piece

SNAP_GRID = 1e-6

# The class of a patch at a date at which it is not there.
ABSENT = -1

# Passes items on, and raises where the user wants to stop.
Watched = Callable[[Iterable[Any]], Iterable[Any]]


@dataclass
class _Cut(Generic[Polygon]):
    """The part of a patch inside the parcel."""

    patch: int
    geometry: Polygon
    area: float


class RobustOverlay(Generic[Polygon]):
    """Two land-use layers, ready to be overlaid with one parcel after the other.

    A patch whose geometry is the same at both dates is intersected once. Geometries are moved to a local
    origin (x, y), so that large coordinates cost no digits. gate: relative tolerance of the area gate.
    geos: the geometry library that does it.
    """

    def __init__(
        self, base: Patches, target: Patches, origin: tuple[float, float], gate: float, geos: Geos[Polygon]
    ) -> None:
        self._origin, self._gate, self._geos = origin, gate, geos
        self._geometry: list[Polygon] = []
        self._base_class: list[int] = []
        self._target_class: list[int] = []
        self._status: list[str] = []
        self._name: list[str] = []
        waiting: dict[bytes, list[int]] = defaultdict(list)
        for position, wkb in enumerate(base.wkb):
            waiting[wkb].append(self._add(base, position))
            self._base_class[-1] = base.classes[position]
        for position, wkb in enumerate(target.wkb):
            same = waiting[wkb].pop() if waiting.get(wkb) else self._add(target, position)
            self._target_class[same] = target.classes[position]
        self._boxes = _columns([geos.box(geometry) for geometry in self._geometry])

    def _add(self, patches: Patches, position: int) -> int:
        number = len(self._geometry)
        self._geometry.append(self._geos.local(patches.wkb[position], *self._origin))
        self._base_class.append(ABSENT)
        self._target_class.append(ABSENT)
        self._status.append(patches.status(position))
        self._name.append(patches.name(position))
        return number

    def overlay(self, wkb: bytes, least: float, watched: Watched) -> ParcelOverlay:
        """Return the pieces of a valid parcel, or of a share of one, or its refusal.

        least: the area to which the gate applies where the share is smaller.
        watched: for a parcel of thousands of patches.
        """
        parcel = self._geos.local(wkb, *self._origin)
        area = self._geos.area(parcel)
        tolerance = self._gate * max(area, least)
        prepared = self._geos.prepared(parcel)
        touched = [
            number
            for number in watched(_meeting(self._boxes, self._geos.box(parcel)))
            if prepared.intersects(self._geometry[number])
        ]
        refused = [self._name[number] for number in touched if self._status[number] == INVALID]
        if refused:
            return ParcelOverlay(area=area, status=INVALID, reason="patch", patches=tuple(refused))

        found = (self._cut(parcel, prepared, number) for number in watched(touched))
        cuts = [cut for cut in found if cut is not None and cut.area > 0]
        base = [cut for cut in cuts if self._base_class[cut.patch] != ABSENT]
        target = [cut for cut in cuts if self._target_class[cut.patch] != ABSENT]
        for side in (base, target):
            if self._overlapping(side, area, tolerance):
                names = tuple(self._name[cut.patch] for cut in side)
                return ParcelOverlay(area=area, status=OVERLAP, reason="overlap", patches=names)

        pieces = self._pieces(base, target, watched)
        if not self._gate_holds(parcel, base, target, sum(piece.area for piece in pieces), tolerance):
            return ParcelOverlay(area=area, status=INVALID, reason="gate")
        repaired = any(self._status[cut.patch] == REPAIRED for cut in cuts)
        return ParcelOverlay(pieces, area, REPAIRED if repaired else OK)

    def _cut(self, parcel: Polygon, prepared: Prepared[Polygon], number: int) -> _Cut[Polygon] | None:
        patch = self._geometry[number]
        if prepared.contains(patch):
            return _Cut(number, patch, self._geos.area(patch))
        return self._common(parcel, patch, number)

    def _common(self, one: Polygon, other: Polygon, number: int) -> _Cut[Polygon] | None:
        """Return what two polygons share; where GEOS fails, what they share on a grid of a micrometre, or nothing."""
        joint = self._geos.intersection(one, other)
        if joint is None:
            joint = self._geos.intersection(*(self._geos.snapped(polygon, SNAP_GRID) for polygon in (one, other)))
        return None if joint is None else _Cut(number, joint, self._geos.area(joint))

    def _pieces(self, base: list[_Cut[Polygon]], target: list[_Cut[Polygon]], watched: Watched) -> list[Piece]:
        pieces = []
        for cut in base:
            target_class = self._target_class[cut.patch]
            if target_class != ABSENT:
                pieces.append(self._piece(cut, target_class))
        changed_base = [cut for cut in base if self._target_class[cut.patch] == ABSENT]
        changed_target = [cut for cut in target if self._base_class[cut.patch] == ABSENT]
        after_boxes = _columns([self._geos.box(cut.geometry) for cut in changed_target])
        for before in watched(changed_base):
            for position in _meeting(after_boxes, self._geos.box(before.geometry)):
                after = changed_target[position]
                joint = self._common(before.geometry, after.geometry, before.patch)
                if joint is not None and joint.area > 0:
                    pieces.append(self._piece(joint, self._target_class[after.patch]))
        return pieces

    def _piece(self, cut: _Cut[Polygon], target_class: int) -> Piece:
        x, y = self._geos.centroid(cut.geometry)
        return Piece(self._base_class[cut.patch], target_class, cut.area, x + self._origin[0], y + self._origin[1])

    def _union(self, cuts: list[_Cut[Polygon]]) -> Polygon:
        return self._geos.union([cut.geometry for cut in cuts])

    def _overlapping(self, cuts: list[_Cut[Polygon]], area: float, tolerance: float) -> bool:
        """Return whether the patches of one date overlap inside the parcel.

        The sum alone cannot tell: a shifted patch overlaps on one side what it leaves open on the other.
        """
        covered = sum(cut.area for cut in cuts)
        if covered > area + tolerance:
            return True
        return len(cuts) > 1 and covered - self._geos.area(self._union(cuts)) > tolerance

    def _gate_holds(
        self, parcel: Polygon, base: list[_Cut[Polygon]], target: list[_Cut[Polygon]], joint: float, tolerance: float
    ) -> bool:
        """Return whether pieces and uncovered parts add up to the parcel, measured independently of each other."""
        area = self._geos.area(parcel)
        uncovered = []
        for cuts in (base, target):
            covered = sum(cut.area for cut in cuts)
            if area - covered <= tolerance:
                continue
            gap = self._geos.difference(parcel, self._union(cuts)) if cuts else parcel
            if abs(self._geos.area(gap) + covered - area) > tolerance:
                return False
            uncovered.append(gap)
        if not uncovered:
            return abs(joint - area) <= tolerance
        either = uncovered[0] if len(uncovered) == 1 else self._geos.union(uncovered)
        return abs(joint + self._geos.area(either) - area) <= 2 * tolerance


def _columns(boxes: list[tuple[float, float, float, float]]) -> np.ndarray:
    """Return boxes (n) as float64 (4, n)."""
    return np.array(boxes).reshape(-1, 4).T.copy()


def _meeting(boxes: np.ndarray, box: tuple[float, float, float, float]) -> list[int]:
    """Return the positions of the boxes (4, n) that meet a box."""
    x_min, y_min, x_max, y_max = boxes
    return np.flatnonzero((x_min <= box[2]) & (x_max >= box[0]) & (y_min <= box[3]) & (y_max >= box[1])).tolist()
