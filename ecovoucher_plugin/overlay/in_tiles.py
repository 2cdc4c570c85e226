"""Overlay of parcels with two vector land-use layers, whatever they are read from: tile by tile, fast engine first."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

import numpy as np

from ..accounting.status import OK, REPAIRED
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
from .shares import Shares, shares_of
from .tiles import tiles

FAST, REFERENCE = "fast", "reference"

TILE_PARCELS = 2000
TILE_PATCHES = 10_000
WORKERS = min(max(os.cpu_count() or 2, 2), 4)


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
        """Read the land-use patches of each date that touch a box (4,), unchecked."""


@dataclass(frozen=True)
class _Tile:
    """A tile under way: its shares of parcels, the land use around them, and what the fast engine is finding."""

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
    parcels = reader.read_parcels(Progress(feedback, 0, 12))
    progress = Progress(feedback, 12, 100)
    spread = reader.area_of_patches(layers, TILE_PATCHES)
    shares = shares_of(parcels, spread, reader.geos, progress)
    boxes, codes = shares.box, (CodeList(), CodeList())
    scale = reader.areal_scale(boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)) if len(boxes) else None
    collected = _Collected(parcels, shares, reader)
    under_way: deque[_Tile] = deque()
    done = 0
    pool = ThreadPoolExecutor(WORKERS)
    try:
        for tile in tiles(boxes, TILE_PARCELS, spread):
            members = np.array(sorted(tile, key=shares.wkb.__getitem__))
            box = np.concatenate((boxes[tile, :2].min(axis=0), boxes[tile, 2:].max(axis=0)))
            land_use = reader.read_patches(layers, codes, box, progress)
            found, (base, target) = None, land_use
            if engine == FAST:
                wkb, least = [shares.wkb[index] for index in members], shares.least[members]
                found = pool.submit(overlay_fast, wkb, least, base, target, reader.gate, scale)
            under_way.append(_Tile(members, land_use, found))
            if len(under_way) > WORKERS:
                collected.add(under_way.popleft(), progress)
            done += len(members)
            progress.report(done / len(boxes))
        while under_way:
            collected.add(under_way.popleft(), progress)
    finally:
        pool.shutdown(cancel_futures=True)
    transitions = collected.transitions(codes[0].codes, codes[1].codes, scale)
    return OverlayResult(transitions, parcels, collected.overlays, reader.gate, collected.engine())


class _Collected:
    """The results of all tiles, by parcel."""

    def __init__(self, parcels: list[Parcel], shares: Shares, reader: Reader) -> None:
        self.overlays = [ParcelOverlay(status=parcel.status, reason=parcel.reason) for parcel in parcels]
        self._parcels, self._shares, self._reader = parcels, shares, reader
        self._pieces: list[Pieces] = []
        self._area = np.zeros(len(parcels))
        self._by_reference = np.zeros(len(parcels), dtype=bool)

    def add(self, tile: _Tile, progress: Progress) -> None:
        """Add a tile; its shares that the fast engine does not vouch for go to the reference engine."""
        left = tile.members
        if tile.found is None:
            self._check(tile.land_use, [range(len(patches.wkb)) for patches in tile.land_use], progress)
        else:
            found = tile.found.result()
            self._check(tile.land_use, [doubt.patches for doubt in found.doubts], progress)
            proven = found.proven_with(tile.land_use)
            owner = self._shares.parcel[tile.members]
            self._pieces.append(found.pieces.where(proven[found.pieces.parcel]).of_parcels(owner))
            np.add.at(self._area, owner[proven], found.area[proven])
            left = tile.members[~proven]
        if len(left):
            self._overlay_one_by_one(left, tile.land_use, progress)

    def _check(self, land_use: list[Patches], positions: list[Iterable[int]], progress: Progress) -> None:
        """Check patches with the geometry library; one that is the same at both dates once."""
        validated = cache(self._reader.geos.validated)
        for patches, doubtful in zip(land_use, positions):
            patches.check(progress.watched(doubtful), validated)

    def _overlay_one_by_one(self, members: np.ndarray, land_use: list[Patches], progress: Progress) -> None:
        x, y = self._shares.box[members[0], :2]
        base, target = land_use
        engine = RobustOverlay(base, target, (round(x), round(y)), self._reader.gate, self._reader.geos)
        rows = []
        for share in progress.watched(members):
            parcel = self._shares.parcel[share]
            overlay = engine.overlay(self._shares.wkb[share], self._shares.least[share], progress.watched)
            self.overlays[parcel] = self.overlays[parcel].with_share(overlay)
            self._area[parcel] += overlay.area
            self._by_reference[parcel] = True
            rows += [(parcel, *piece) for piece in overlay.pieces]
        self._pieces.append(Pieces.from_rows(rows))

    def engine(self) -> str:
        """Return which engine computed how many parcels."""
        reference = int(self._by_reference.sum())
        return f"numpy {len(np.unique(self._shares.parcel)) - reference}, GEOS {reference} parcels"

    def transitions(self, base_codes: list[str], target_codes: list[str], scale: ArealScale | None) -> TransitionTable:
        """Return the pieces, scaled so that pieces and uncovered part sum to the parcel's area on the area basis."""
        count = len(self._parcels)
        usable = np.array([overlay.status in (OK, REPAIRED) for overlay in self.overlays], dtype=bool)
        pieces = Pieces.concatenate(self._pieces)
        pieces = pieces.where(usable[pieces.parcel]).in_order()
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
