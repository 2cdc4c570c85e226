"""Parcels as they are read, made ready for the overlay: checked, repaired where that is safe, placed and measured."""

from __future__ import annotations

from typing import Protocol

import numpy as np

from ..accounting.status import EMPTY, INVALID, OK
from .parcels import Parcel
from .polygons.edges import edges_of
from .polygons.pair_area import local_origin
from .polygons.simple import are_simple
from .polygons.wkb import from_wkb


class ParcelTools(Protocol):
    """What preparing parcels asks of a geometry library."""

    def validated(self, wkb: bytes) -> tuple[bytes, str]:
        """Check a polygon; see Geos."""

    def placed(self, wkb: list[bytes]) -> list[bytes]:
        """Return valid polygons in the working CRS; nothing for one that cannot be transformed."""

    def measured(self, wkb: list[bytes], planar: np.ndarray) -> list[float]:
        """Return the areas in m² of valid polygons, whose planar areas (n,) are in square map units of their CRS."""


def prepared_parcels(
    ids: list[object], wkb: list[bytes], official: list[float] | None, tools: ParcelTools
) -> list[Parcel]:
    """Return a Parcel for each polygon; one that cannot be used has its status and the reason.

    wkb: 2D polygons in the CRS of the parcels, empty where there is none. official: the areas in m² to account
    with, None to account with those measured.
    """
    given, polygons = wkb, from_wkb(wkb)
    wkb, status, reason = list(wkb), [OK] * len(wkb), [""] * len(wkb)
    finite = np.isfinite(polygons.bounds).all(axis=1)
    for position in np.flatnonzero(~are_simple(polygons, edges_of(polygons, local_origin(polygons)))):
        if not wkb[position]:
            status[position] = EMPTY
        elif not finite[position]:
            status[position], reason[position] = INVALID, "coordinates"
        else:
            wkb[position], status[position] = tools.validated(wkb[position])
            reason[position] = "geometry" if status[position] == INVALID else ""
    usable = [position for position in range(len(wkb)) if status[position] not in (EMPTY, INVALID)]
    valid = [wkb[position] for position in usable]
    if valid != given:
        polygons = from_wkb(valid)
    areas = tools.measured(valid, polygons.areas)
    local = tools.placed(valid)
    boxes = (polygons if local is valid else from_wkb(local)).bounds.tolist()
    parcels = [Parcel(*row) for row in zip(ids, status, reason)]
    for position, geometric, shape, box in zip(usable, areas, local, boxes):
        area = geometric if official is None else official[position]
        if not shape:
            parcels[position] = Parcel(ids[position], INVALID, "coordinates")
        elif not 0 < area < float("inf"):
            parcels[position] = Parcel(ids[position], INVALID, "area")
        else:
            parcels[position] = Parcel(ids[position], status[position], "", shape, tuple(box), area, geometric)
    return parcels
