"""Overlay of parcels with two vector land-use layers, whatever they are read from: tile by tile, fast engine first."""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from ..accounting.status import OK
from ..accounting.transitions import TransitionTable
from .areal_scale import ArealScale
from .fast import FastOverlay, overlay_fast
from .geos import Geos
from .parcels import CodeList, Parcel
from .patches import Patches
from .pieces import Pieces
from .progress import Feedback, Progress
from .result import OverlayResult, ParcelOverlay, scaled_transitions
from .robust import RobustOverlay
from .tiles import tiles

FAST, REFERENCE = "fast", "reference"

TILE_PARCELS = 2000
TILE_PATCHES = 20_000
WORKERS = 2


class Reader(Protocol):
    """Reads the layers of one run into one working CRS.

    gate: relative tolerance of the area gate. geos: the geometry library of the reference engine.
    """

    gate: float

    @property
    def geos(self) -> Geos[Any]: ...

    def read_parcels(self, progress: Progress) -> list[Parcel]:
        """Read all parcels, in their order; one that cannot be used stays in the list, with its status."""

    def areal_scale(self, low: np.ndarray, high: np.ndarray) -> ArealScale | None:
        """Return the areal scale between two corners (2,), None where areas are planar."""

    def area_of_patches(self, layers: tuple[Any, Any], count: int) -> float:
        """Return about the area that holds so many patches of each land-use layer."""

    def read_patches(
        self, layers: tuple[Any, Any], codes: tuple[CodeList, CodeList], box: np.ndarray, progress: Progress
    ) -> list[Patches]:
        """Read the land-use patches of each date that touch a box (4,)."""


@dataclass(frozen=True)
class _Tile:
    """A tile under way: its parcels, the land use around them, and what the fast engine is finding."""

    members: np.ndarray
    land_use: list[Patches]
    found: Future[FastOverlay] | None


def overlay_in_tiles(
    reader: Reader, layers: tuple[Any, Any], feedback: Feedback, engine: str = FAST
) -> OverlayResult:
    """Overlay parcels with the land use of two dates.

    layers: base and target land use, as the reader knows them. engine: FAST, where every parcel that it
    does not vouch for goes to the reference engine, or REFERENCE for all. While one tile is computed,
    the next is read. Raises LayerError where a layer cannot be used, Cancelled where the user cancels.
    """
    parcels = reader.read_parcels(Progress(feedback, 0, 10))
    codes = CodeList(), CodeList()
    collected = _Collected(parcels, reader)
    usable = np.array([i for i, parcel in enumerate(parcels) if parcel.wkb], dtype=np.int64)
    boxes = np.array([parcels[i].box for i in usable]).reshape(-1, 4)
    scale = reader.areal_scale(boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)) if len(boxes) else None
    progress = Progress(feedback, 10, 90)
    under_way: deque[_Tile] = deque()
    done = 0
    with ThreadPoolExecutor(WORKERS) as pool:
        for tile in tiles(boxes, TILE_PARCELS, reader.area_of_patches(layers, TILE_PATCHES)):
            members = np.array(sorted(usable[tile], key=lambda index: parcels[index].wkb))
            box = np.concatenate((boxes[tile, :2].min(axis=0), boxes[tile, 2:].max(axis=0)))
            land_use = reader.read_patches(layers, codes, box, progress)
            wkb = [parcels[index].wkb for index in members]
            base, target = land_use
            found = pool.submit(overlay_fast, wkb, base, target, reader.gate, scale) if engine == FAST else None
            under_way.append(_Tile(members, land_use, found))
            if len(under_way) > WORKERS:
                collected.add(under_way.popleft(), progress)
            done += len(members)
            progress.report(done / len(usable))
        while under_way:
            collected.add(under_way.popleft(), progress)
    transitions = collected.transitions(codes[0].codes, codes[1].codes, scale)
    return OverlayResult(transitions, parcels, collected.overlays, reader.gate, collected.engine())


class _Collected:
    """The results of all tiles, by parcel."""

    def __init__(self, parcels: list[Parcel], reader: Reader) -> None:
        self.overlays = [ParcelOverlay(status=parcel.status, reason=parcel.reason) for parcel in parcels]
        self._parcels = parcels
        self._reader = reader
        self._pieces: list[Pieces] = []
        self._area = np.zeros(len(parcels))
        self._fast = self._reference = 0

    def add(self, tile: _Tile, progress: Progress) -> None:
        """Add a tile; its parcels that the fast engine does not vouch for go to the reference engine."""
        left = tile.members
        if tile.found is not None:
            found = tile.found.result()
            proven = tile.members[found.proven]
            self._pieces.append(found.pieces.of_parcels(tile.members))
            self._area[proven] = found.area[found.proven]
            left = tile.members[~found.proven]
        self._fast += len(tile.members) - len(left)
        self._reference += len(left)
        if len(left):
            self._overlay_one_by_one(left, tile.land_use, progress)

    def _overlay_one_by_one(self, members: np.ndarray, land_use: list[Patches], progress: Progress) -> None:
        x, y = self._parcels[members[0]].box[:2]
        base, target = land_use
        engine = RobustOverlay(base, target, (round(x), round(y)), self._reader.gate, self._reader.geos)
        rows = []
        for index in progress.watched(members):
            overlay = engine.overlay(self._parcels[index].wkb, progress.watched)
            if overlay.status == OK:
                overlay.status = self._parcels[index].status
            self.overlays[index] = overlay
            self._area[index] = overlay.area
            rows += [(index, *piece) for piece in overlay.pieces]
        self._pieces.append(Pieces.from_rows(rows))

    def engine(self) -> str:
        """Return which engine computed how many parcels."""
        return f"numpy {self._fast}, GEOS {self._reference} parcels"

    def transitions(self, base_codes: list[str], target_codes: list[str], scale: ArealScale | None) -> TransitionTable:
        """Return the pieces, scaled so that pieces and uncovered part sum to the parcel's area on the area basis."""
        pieces = Pieces.concatenate(self._pieces).in_order()
        count = len(self._parcels)
        area = pieces.area if scale is None else pieces.area * scale.at(pieces.x, pieces.y)
        covered = np.bincount(pieces.parcel, weights=pieces.area, minlength=count)
        uncovered = np.maximum(self._area - covered, 0.0)
        if scale is not None:
            boxes = np.array([parcel.box for parcel in self._parcels]).reshape(-1, 4)
            centres = (boxes[:, :2] + boxes[:, 2:]) / 2
            uncovered = uncovered * scale.at(centres[:, 0], centres[:, 1])
        return scaled_transitions(
            self._parcels, self.overlays, (base_codes, pieces.base), (target_codes, pieces.target),
            pieces.parcel, area, uncovered,
        )
