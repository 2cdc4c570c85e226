"""The reference overlay engine: parcels against two land-use layers on QGIS's own geometry (GEOS).

Areas are planar, in the units of the geometries. Every parcel passes the area gate or is refused.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from qgis.core import QgsGeometry, QgsPointXY, QgsSpatialIndex

from ..accounting.status import INVALID, OK, OVERLAP, REPAIRED
from .patches import Patches
from .result import ParcelOverlay, Piece

SNAP_GRID = 1e-6


@dataclass
class _Cut:
    """The part of a patch inside the parcel."""

    patch: int
    geometry: QgsGeometry
    area: float


class RobustOverlay:
    """Two land-use layers, ready to be overlaid with one parcel after the other.

    A patch whose geometry is the same at both dates is intersected once. Geometries are moved to a
    local origin, so that large coordinates cost no digits. gate: relative tolerance of the area gate.
    """

    def __init__(self, base: Patches, target: Patches, origin: QgsPointXY, gate: float) -> None:
        self._origin, self._gate = origin, gate
        self._index = QgsSpatialIndex()
        self._geometry: list[QgsGeometry] = []
        self._base_class: list[int | None] = []
        self._target_class: list[int | None] = []
        self._status: list[str] = []
        self._name: list[str] = []
        waiting: dict[bytes, list[int]] = defaultdict(list)
        for position, wkb in enumerate(base.wkb):
            waiting[wkb].append(self._add(base, position))
            self._base_class[-1] = base.classes[position]
        for position, wkb in enumerate(target.wkb):
            same = waiting[wkb].pop() if waiting.get(wkb) else self._add(target, position)
            self._target_class[same] = target.classes[position]

    def _add(self, patches: Patches, position: int) -> int:
        geometry = self._local(patches.wkb[position])
        number = len(self._geometry)
        self._geometry.append(geometry)
        self._base_class.append(None)
        self._target_class.append(None)
        self._status.append(patches.status[position])
        self._name.append(patches.name(position))
        self._index.addFeature(number, geometry.boundingBox())
        return number

    def _local(self, wkb: bytes) -> QgsGeometry:
        geometry = QgsGeometry()
        geometry.fromWkb(wkb)
        geometry.translate(-self._origin.x(), -self._origin.y())
        return geometry

    def overlay(self, wkb: bytes) -> ParcelOverlay:
        """Return the pieces of a valid parcel, or its refusal."""
        parcel = self._local(wkb)
        area = parcel.area()
        tolerance = self._gate * area
        engine = QgsGeometry.createGeometryEngine(parcel.constGet())
        engine.prepareGeometry()
        touched = [
            number
            for number in sorted(self._index.intersects(parcel.boundingBox()))
            if engine.intersects(self._geometry[number].constGet())
        ]
        refused = [self._name[number] for number in touched if self._status[number] == INVALID]
        if refused:
            return ParcelOverlay(area=area, status=INVALID, reason="patch", patches=tuple(refused))

        cuts = [cut for cut in (self._cut(parcel, engine, number) for number in touched) if cut.area > 0]
        base = [cut for cut in cuts if self._base_class[cut.patch] is not None]
        target = [cut for cut in cuts if self._target_class[cut.patch] is not None]
        for side in (base, target):
            if _overlapping(side, area, tolerance):
                names = tuple(self._name[cut.patch] for cut in side)
                return ParcelOverlay(area=area, status=OVERLAP, reason="overlap", patches=names)

        pieces = self._pieces(base, target)
        if not _gate_holds(parcel, base, target, sum(piece.area for piece in pieces), tolerance):
            return ParcelOverlay(area=area, status=INVALID, reason="gate")
        repaired = any(self._status[cut.patch] == REPAIRED for cut in cuts)
        return ParcelOverlay(pieces, area, REPAIRED if repaired else OK)

    def _cut(self, parcel: QgsGeometry, engine, number: int) -> _Cut:
        patch = self._geometry[number]
        inside = patch if engine.contains(patch.constGet()) else _intersection(parcel, patch)
        return _Cut(number, inside, inside.area())

    def _pieces(self, base: list[_Cut], target: list[_Cut]) -> list[Piece]:
        pieces = []
        for cut in base:
            target_class = self._target_class[cut.patch]
            if target_class is not None:
                pieces.append(self._piece(cut.geometry, cut.area, cut.patch, target_class))
        changed_base = [cut for cut in base if self._target_class[cut.patch] is None]
        changed_target = [cut for cut in target if self._base_class[cut.patch] is None]
        for before in changed_base:
            box = before.geometry.boundingBox()
            for after in changed_target:
                if not box.intersects(after.geometry.boundingBox()):
                    continue
                joint = _intersection(before.geometry, after.geometry)
                area = joint.area()
                if area > 0:
                    pieces.append(self._piece(joint, area, before.patch, self._target_class[after.patch]))
        return pieces

    def _piece(self, geometry: QgsGeometry, area: float, patch: int, target_class: int) -> Piece:
        centre = geometry.centroid().asPoint()
        x, y = centre.x() + self._origin.x(), centre.y() + self._origin.y()
        return Piece(self._base_class[patch], target_class, area, x, y)


def _intersection(one: QgsGeometry, other: QgsGeometry) -> QgsGeometry:
    """Return the intersection; where GEOS fails, of both geometries snapped to a grid of a micrometre."""
    result = one.intersection(other)
    if result.isNull():
        result = _snapped(one).intersection(_snapped(other))
    return result


def _snapped(geometry: QgsGeometry) -> QgsGeometry:
    return geometry.snappedToGrid(SNAP_GRID, SNAP_GRID).makeValid()


def _union_area(cuts: list[_Cut]) -> float:
    if len(cuts) < 2:
        return sum(cut.area for cut in cuts)
    return QgsGeometry.unaryUnion([cut.geometry for cut in cuts]).area()


def _overlapping(cuts: list[_Cut], area: float, tolerance: float) -> bool:
    """Return whether the patches of one date overlap inside the parcel.

    The sum alone cannot tell: a shifted patch overlaps on one side what it leaves open on the other.
    """
    covered = sum(cut.area for cut in cuts)
    return covered > area + tolerance or covered - _union_area(cuts) > tolerance


def _gate_holds(
    parcel: QgsGeometry, base: list[_Cut], target: list[_Cut], joint: float, tolerance: float
) -> bool:
    """Return whether pieces and uncovered parts add up to the parcel, measured independently of each other."""
    area = parcel.area()
    uncovered = []
    for cuts in (base, target):
        covered = sum(cut.area for cut in cuts)
        if area - covered <= tolerance:
            continue
        gap = parcel
        if cuts:
            gap = parcel.difference(QgsGeometry.unaryUnion([cut.geometry for cut in cuts]))
        if abs(gap.area() + covered - area) > tolerance:
            return False
        uncovered.append(gap)
    if not uncovered:
        return abs(joint - area) <= tolerance
    either = uncovered[0] if len(uncovered) == 1 else QgsGeometry.unaryUnion(uncovered)
    return abs(joint + either.area() - area) <= 2 * tolerance
