"""Status of a parcel: one short, stable code saying what happened to it."""

from __future__ import annotations

import numpy as np

from .accounts import ParcelAccounts

OK = "ok"
PARTLY_COVERED = "partly_covered"
NOT_COVERED = "not_covered"
OVERLAP = "overlap"
REPAIRED = "repaired"
INVALID = "invalid"
EMPTY = "empty"
UNMATCHED = "unmatched"
COARSE = "coarse"

# Relative tolerance of the area gate: pieces + uncovered part = parcel (hazard G2).
AREA_GATE = 1e-6

# The same where layers of different CRSs meet: a straight edge of one is bent in the other.
GATE_REPROJECTED = 1e-5

# A parcel that touches fewer cells of the raster with the larger cells is valued, but said to be coarse.
COARSE_CELLS = 10


def parcel_statuses(
    overlay_status: list[str],
    accounts: ParcelAccounts,
    gate: float = AREA_GATE,
    cells: np.ndarray | None = None,
) -> list[str]:
    """Return the status of each parcel.

    overlay_status: what the overlay found (OK, REPAIRED, or why it refused the parcel: OVERLAP,
    INVALID, EMPTY). gate: relative tolerance of the area gate. cells: for raster land use, int64 (p,),
    the cells that each parcel touches. Where several codes apply, the gravest is given: a refusal,
    then NOT_COVERED, UNMATCHED, PARTLY_COVERED, COARSE, REPAIRED.
    """
    tolerance = gate * accounts.area_m2
    unmatched = accounts.unmatched_m2 > 0
    valued = ~np.isnan(accounts.esv_base + accounts.esv_target + accounts.net)
    covered = accounts.mapped_m2 + accounts.unmatched_m2
    statuses = []
    for parcel, found in enumerate(overlay_status):
        if found in (OVERLAP, INVALID, EMPTY):
            statuses.append(found)
        elif covered[parcel] <= 0:
            statuses.append(NOT_COVERED)
        elif unmatched[parcel] or not valued[parcel]:
            statuses.append(UNMATCHED)
        elif accounts.area_m2[parcel] - covered[parcel] > tolerance[parcel]:
            statuses.append(PARTLY_COVERED)
        elif cells is not None and cells[parcel] < COARSE_CELLS:
            statuses.append(COARSE)
        else:
            statuses.append(found)
    return statuses
