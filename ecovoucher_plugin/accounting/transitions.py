"""The transition table: the one thing that geometry hands to arithmetic."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class TransitionTable:
    """Which land-use class became which, where, over which area.

    Four columns of equal length n, one row a combination of parcel, base class and target class:
    parcel: int64 (n,), index of the parcel. base, target: int64 (n,), indices into the code lists.
    area_m2: float64 (n,), area in m² on the chosen area basis.

    base_codes, target_codes: land-use codes as text; an empty text stands for a missing code.
    parcel_area_m2: float64 (p,), area of each parcel in m²; NaN where it has none.
    uncovered_m2: float64 (p,), the part of each parcel that is without land use at either date;
    NaN where the parcel was not overlaid.
    """

    base_codes: tuple[str, ...]
    target_codes: tuple[str, ...]
    parcel: np.ndarray
    base: np.ndarray
    target: np.ndarray
    area_m2: np.ndarray
    parcel_area_m2: np.ndarray
    uncovered_m2: np.ndarray

    @property
    def parcel_count(self) -> int:
        return len(self.parcel_area_m2)

    def sums(self, weights: np.ndarray) -> np.ndarray:
        """Return the sums (p,) of a weight (n,) over each parcel's rows; NaN in a row makes its parcel NaN."""
        return np.bincount(self.parcel, weights=weights, minlength=self.parcel_count)

    def select(self, rows: np.ndarray) -> TransitionTable:
        """Return the table with only the rows where the mask (n,) is True."""
        return TransitionTable(
            self.base_codes, self.target_codes,
            self.parcel[rows], self.base[rows], self.target[rows], self.area_m2[rows],
            self.parcel_area_m2, self.uncovered_m2,
        )


def build_transitions(
    base_codes: list[str],
    target_codes: list[str],
    parcel: np.ndarray,
    base: np.ndarray,
    target: np.ndarray,
    area_m2: np.ndarray,
    parcel_area_m2: np.ndarray,
    uncovered_m2: np.ndarray,
) -> TransitionTable:
    """Collect pieces into a TransitionTable whose rows do not depend on the order of the pieces.

    base_codes, target_codes: the code of each class index that occurs in base and target.
    Pieces of the same parcel, base code and target code are added in order of size; rows are
    sorted by parcel, then by code as text.
    """
    base_names, base = _sorted_codes(base_codes, base)
    target_names, target = _sorted_codes(target_codes, target)
    order = np.lexsort((area_m2, target, base, parcel))
    parcel, base, target, area_m2 = parcel[order], base[order], target[order], area_m2[order]
    if len(parcel):
        changed = (np.diff(parcel) != 0) | (np.diff(base) != 0) | (np.diff(target) != 0)
        starts = np.concatenate(([0], np.flatnonzero(changed) + 1))
        area_m2 = np.add.reduceat(area_m2, starts)
        parcel, base, target = parcel[starts], base[starts], target[starts]
    return TransitionTable(base_names, target_names, parcel, base, target, area_m2, parcel_area_m2, uncovered_m2)


def _sorted_codes(codes: list[str], indices: np.ndarray) -> tuple[tuple[str, ...], np.ndarray]:
    """Return the codes that occur, sorted as text and each once, and the indices into them."""
    indices = np.asarray(indices, dtype=np.int64)
    used = sorted({codes[index] for index in np.unique(indices)})
    position = {code: number for number, code in enumerate(used)}
    translate = np.array([position.get(code, -1) for code in codes], dtype=np.int64)
    return tuple(used), translate[indices] if len(codes) else indices
