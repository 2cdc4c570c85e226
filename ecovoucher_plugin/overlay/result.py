"""What an overlay finds: the transition table, and what it has to say about each parcel."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from ..accounting.status import OK, REPAIRED
from ..accounting.transitions import TransitionTable, build_transitions
from .parcels import Parcel


class Piece(NamedTuple):
    """A part of a parcel with one class at each date: class indices, area, and where it lies."""

    base: int
    target: int
    area: float
    x: float
    y: float


@dataclass
class ParcelOverlay:
    """What the overlay found in one parcel.

    pieces: its parts with a class at both dates. area: of the parcel, planar. status: OK, REPAIRED, OVERLAP,
    INVALID or EMPTY. reason, patches: for a refusal, what is wrong and the land-use patches concerned.
    """

    pieces: list[Piece] = field(default_factory=list)
    area: float = 0.0
    status: str = OK
    reason: str = ""
    patches: tuple[str, ...] = ()

    def with_share(self, share: ParcelOverlay) -> ParcelOverlay:
        """Return what is known of a parcel with one more share of it: the first refusal, or the worse status."""
        if self.status not in (OK, REPAIRED) or share.status == OK:
            return self
        return ParcelOverlay(status=share.status, reason=share.reason, patches=share.patches)


@dataclass(frozen=True)
class OverlayResult:
    """A TransitionTable and what the overlay has to say about each parcel, in the order of the layer.

    gate: relative tolerance of the area gate. engine: what computed the areas, for the log.
    cells: int64 (p,), cells that each parcel touches of the raster with the larger cells; None for vector land use.
    border_share: where the target raster was read in another CRS, the share of its cells beside another class.
    """

    transitions: TransitionTable
    parcels: list[Parcel]
    overlays: list[ParcelOverlay]
    gate: float
    engine: str
    cells: np.ndarray | None = None
    border_share: float | None = None


def scaled_transitions(
    parcels: list[Parcel],
    overlays: list[ParcelOverlay],
    base: tuple[list[str], np.ndarray],
    target: tuple[list[str], np.ndarray],
    parcel: np.ndarray,
    area: np.ndarray,
    uncovered: np.ndarray,
) -> TransitionTable:
    """Return pieces scaled so that pieces and uncovered part sum to the parcel's area on the area basis.

    base, target: the codes, and int64 (n,) the code index of each piece. parcel: int64 (n,). area: float64
    (n,), in any unit that is the same all over a parcel; uncovered: float64 (p,), in the same unit.
    """
    area_m2 = np.array([item.area_m2 for item in parcels])
    overlaid = np.array([overlay.status in (OK, REPAIRED) for overlay in overlays], dtype=bool)
    measured = np.bincount(parcel, weights=area, minlength=len(parcels)) + uncovered
    with np.errstate(invalid="ignore", divide="ignore"):
        to_basis = area_m2 / measured
    return build_transitions(
        base[0], target[0], parcel, base[1], target[1], area * to_basis[parcel],
        area_m2, np.where(overlaid, uncovered * to_basis, np.nan),
    )
