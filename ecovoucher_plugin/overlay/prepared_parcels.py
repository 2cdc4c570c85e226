"""Parcels as they are read, made ready for the overlay: checked, repaired where that is safe, placed and measured."""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np

from ..accounting.status import EMPTY, INVALID
from .parcels import Parcel
from .polygons.wkb import from_wkb


class ParcelTools(Protocol):
    """What preparing parcels asks of a geometry library; all on polygons as WKB."""

    def validated(self, wkb: list[bytes]) -> list[tuple[bytes, str]]:
        """Check polygons; see Geos."""

    def placed(self, wkb: list[bytes]) -> list[bytes]:
        """Return valid polygons in the working CRS; nothing for one that cannot be transformed."""

    def measured(self, wkb: list[bytes], planar: np.ndarray) -> list[float]:
        """Return the areas in m² of valid polygons, whose planar areas (n,) are in square map units of their CRS."""


def prepared_parcels(
    ids: list[Any], wkb: list[bytes], official: list[float] | None, tools: ParcelTools
) -> list[Parcel]:
    """Return a Parcel for each polygon; one that cannot be used has its status and the reason.

    wkb: 2D polygons in the CRS of the parcels, empty where there is none. official: the areas in m² to account
    with, None to account with those measured.
    """
    given, polygons = wkb, from_wkb(wkb)
    finite = np.isfinite(polygons.bounds).all(axis=1)
    filled = np.flatnonzero(finite).tolist()
    found: dict[int, Parcel] = {}
    for position in np.flatnonzero(~finite).tolist():
        number = ids[position]
        found[position] = Parcel(number, INVALID, "coordinates") if wkb[position] else Parcel(number, EMPTY)
    usable, valid, statuses = [], [], []
    for position, (polygon, status) in zip(filled, tools.validated([wkb[position] for position in filled])):
        if status == INVALID:
            found[position] = Parcel(ids[position], INVALID, "geometry")
        else:
            usable.append(position)
            valid.append(polygon)
            statuses.append(status)
    if valid != given:
        polygons = from_wkb(valid)
    areas, local = tools.measured(valid, polygons.areas), tools.placed(valid)
    boxes = (polygons if local is valid else from_wkb(local)).bounds.tolist()
    for position, status, geometric, polygon, box in zip(usable, statuses, areas, local, boxes):
        area = geometric if official is None else official[position]
        if not polygon:
            found[position] = Parcel(ids[position], INVALID, "coordinates")
        elif not 0 < area < float("inf"):
            found[position] = Parcel(ids[position], INVALID, "area")
        else:
            found[position] = Parcel(ids[position], status, "", polygon, tuple(box), area, geometric)
    return [found[position] for position in range(len(ids))]
