"""Parcels cut into shares, so that a parcel as large as a county needs no more memory at a time than small ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from .geos import Geos
from .parcels import Parcel
from .polygons.wkb import from_wkb
from .progress import Progress

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Shares:
    """Parts of parcels that make up each parcel; a parcel that is not large is its own and only share.

    parcel: int64 (s,), index of the parcel. wkb: polygons. box: float64 (s, 4), their bounding boxes.
    least: float64 (s,), the area to which the area gate applies where the share is smaller, so that a sliver
    of a large parcel is not held to a millionth of a square metre.
    """

    parcel: np.ndarray
    wkb: list[bytes]
    box: np.ndarray
    least: np.ndarray


def shares_of(parcels: list[Parcel], spread: float, geos: Geos[Any], progress: Progress) -> Shares:
    """Return the shares of those parcels that have a polygon.

    spread: area of a bounding box above which a parcel is cut, in square units of the working CRS.
    """
    owner, wkb, boxes, least = [], [], [], []
    for index, parcel in enumerate(progress.watched(parcels)):
        if not parcel.wkb:
            continue
        parts = [(parcel.wkb, parcel.box)]
        if 0 < spread < _extent(parcel.box):
            parts = _cut(parcel.wkb, parcel.box, spread, geos, progress)
        owner += [index] * len(parts)
        wkb += [polygon for polygon, _ in parts]
        boxes += [box for _, box in parts]
        smallest = from_wkb([parcel.wkb]).areas[0] / len(parts) if len(parts) > 1 else 0.0
        least += [smallest] * len(parts)
    return Shares(np.array(owner, dtype=np.int64), wkb, np.array(boxes).reshape(-1, 4), np.array(least))


def _cut(wkb: bytes, box: Box, spread: float, geos: Geos[Any], progress: Progress) -> list[tuple[bytes, Box]]:
    """Halve a polygon across its longer side until the boxes of all parts are small."""
    small, pending = [], [(wkb, box)]
    while pending:
        progress.check()
        polygon, (x_min, y_min, x_max, y_max) = pending.pop()
        if (x_max - x_min) * (y_max - y_min) <= spread:
            small.append((polygon, (x_min, y_min, x_max, y_max)))
            continue
        x, y = (x_min + x_max) / 2, (y_min + y_max) / 2
        if x_max - x_min > y_max - y_min:
            halves = (x_min, y_min, x, y_max), (x, y_min, x_max, y_max)
        else:
            halves = (x_min, y_min, x_max, y), (x_min, y, x_max, y_max)
        parts = [part for part in (geos.part_in(polygon, half) for half in halves) if part]
        pending += zip(parts, map(tuple, from_wkb(parts).bounds.tolist()))
    return small


def _extent(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
