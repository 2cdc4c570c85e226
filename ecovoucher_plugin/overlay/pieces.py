"""Pieces of parcels: what an overlay engine finds, in columns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

COLUMNS = ("parcel", "base", "target", "area", "x", "y")


@dataclass(frozen=True)
class Pieces:
    """Parts of parcels with one class at each date, n rows.

    parcel, base, target: int64 (n,), index of the parcel and of the class at each date.
    area: float64 (n,), planar, in square map units. x, y: float64 (n,), where the piece lies.
    """

    parcel: np.ndarray
    base: np.ndarray
    target: np.ndarray
    area: np.ndarray
    x: np.ndarray
    y: np.ndarray

    @staticmethod
    def from_rows(rows: list[tuple[int, int, int, float, float, float]]) -> Pieces:
        """Return pieces from rows in the order of the columns."""
        columns = np.array(rows, dtype=np.float64).reshape(-1, 6).T
        return Pieces(*columns[:3].astype(np.int64), *columns[3:])

    @staticmethod
    def concatenate(parts: list[Pieces]) -> Pieces:
        """Return the rows of several pieces, one after the other."""
        parts = [Pieces.from_rows([]), *parts]
        return Pieces(*(np.concatenate([getattr(part, name) for part in parts]) for name in COLUMNS))

    def of_parcels(self, parcels: np.ndarray) -> Pieces:
        """Return the pieces with each parcel index replaced by parcels[index]."""
        return Pieces(parcels[self.parcel], self.base, self.target, self.area, self.x, self.y)

    def where(self, rows: np.ndarray) -> Pieces:
        """Return the pieces that a mask (n,) or an array of positions picks."""
        return Pieces(*(getattr(self, name)[rows] for name in COLUMNS))

    def in_order(self) -> Pieces:
        """Return the pieces in an order that does not depend on that of the layers."""
        order = np.lexsort((self.y, self.x, self.area, self.parcel))
        return self.where(order)
