"""The balance of many parcels, and of their groups, from the columns of a result."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from .accounts import JIANGYIN, STANDARD_FOREST
from .results import PARCEL_TEXTS
from .status import OK
from .sums import known_sum
from .units import MU_PER_HECTARE

ESV_COLUMNS = ("esv_base", "esv_target", "esv_change", "d_provis", "d_regul", "d_support", "d_cultur")
ROLE, STATUS, RULES = PARCEL_TEXTS
NUMBER_COLUMNS = ("area_ha", *ESV_COLUMNS, "v_supply", "v_demand", "v_net")


@dataclass(frozen=True)
class Groups:
    """Parcels by the value of a field.

    labels: the distinct values as text, numbers by size and before texts, None (NULL) last.
    codes: int64 (p,), the position of each parcel's value in labels.
    """

    labels: list[str | None]
    codes: np.ndarray


@dataclass(frozen=True)
class Balance:
    """Sums over the parcels of a group; NaN where no parcel has a figure to sum.

    area_ha: hectares. esv: by ESV_COLUMNS, yuan per year, of the parcels whose ESV is known at both dates.
    supply, demand: vouchers in the unit of the standard, of the parcels where both are known; net = supply − demand.
    without_esv, without_vouchers: parcels that enter no such sum. roles, statuses: parcels by role and by status,
    None where they have none.
    """

    parcels: int
    area_ha: float
    esv: dict[str, float]
    supply: float
    demand: float
    without_esv: int
    without_vouchers: int
    roles: dict[str | None, int]
    statuses: dict[str | None, int]

    @property
    def net(self) -> float:
        return self.supply - self.demand

    @property
    def esv_change(self) -> float:
        return self.esv["esv_change"]

    @property
    def problems(self) -> int:
        """Parcels whose status is not “ok”."""
        return self.parcels - self.statuses.get(OK, 0)


def group_values(values: Iterable[object]) -> Groups:
    """Group parcels by the values of a field: texts, numbers, or None (also NaN) for NULL."""
    labels = [_label(value) for value in values]
    ordered = sorted(set(labels), key=_order)
    position = {label: code for code, label in enumerate(ordered)}
    return Groups(ordered, np.array([position[label] for label in labels], dtype=np.int64))


def balance(
    numbers: Mapping[str, np.ndarray], texts: Mapping[str, np.ndarray], chosen: np.ndarray | None = None
) -> Balance:
    """Return the balance of the chosen parcels.

    numbers: float64 (p,) for each of NUMBER_COLUMNS, NaN where unknown. texts: object (p,) for role and status.
    chosen: bool (p,), None for all.
    """
    rows = np.arange(len(texts[STATUS])) if chosen is None else np.flatnonzero(chosen)
    return _balance(numbers, texts, rows)


def balance_by_group(
    numbers: Mapping[str, np.ndarray],
    texts: Mapping[str, np.ndarray],
    groups: Groups,
    chosen: np.ndarray | None = None,
) -> dict[str | None, Balance]:
    """Return the balance of each group that has a chosen parcel, in the order of the labels.

    Columns as for ``balance``.
    """
    rows = np.arange(len(groups.codes)) if chosen is None else np.flatnonzero(chosen)
    rows = rows[np.argsort(groups.codes[rows], kind="stable")]
    present, starts = np.unique(groups.codes[rows], return_index=True)
    return {
        groups.labels[code]: _balance(numbers, texts, members)
        for code, members in zip(present.tolist(), np.split(rows, starts[1:]))
    }


def voucher_units(quantity: float, standard: str | None) -> dict[str, float]:
    """Return vouchers in both units of area, that of the standard first: mu of five-year arbor forest under
    ``jiangyin``, hectares of standard forest under ``standard_forest``; empty where the standard is unknown.

    This converts the unit of area alone, never one standard into the other.
    """
    if standard == JIANGYIN:
        return {"mu": quantity, "ha": quantity / MU_PER_HECTARE}
    if standard == STANDARD_FOREST:
        return {"ha": quantity, "mu": quantity * MU_PER_HECTARE}
    return {}


def _balance(numbers: Mapping[str, np.ndarray], texts: Mapping[str, np.ndarray], rows: np.ndarray) -> Balance:
    columns = {name: _finite(numbers[name][rows]) for name in NUMBER_COLUMNS}
    esv = columns["esv_base"] + columns["esv_target"] + columns["esv_change"]
    vouchers = columns["v_supply"] + columns["v_demand"] + columns["v_net"]
    return Balance(
        parcels=len(rows),
        area_ha=known_sum(columns["area_ha"], columns["area_ha"]),
        esv={name: known_sum(columns[name], esv + columns[name]) for name in ESV_COLUMNS},
        supply=known_sum(columns["v_supply"], vouchers),
        demand=known_sum(columns["v_demand"], vouchers),
        without_esv=int(np.isnan(esv).sum()),
        without_vouchers=int(np.isnan(vouchers).sum()),
        roles=dict(Counter(texts[ROLE][rows].tolist()).most_common()),
        statuses=dict(Counter(texts[STATUS][rows].tolist()).most_common()),
    )


def _finite(values: np.ndarray) -> np.ndarray:
    return np.where(np.isfinite(values), values, np.nan)


def _label(value: object) -> str | None:
    if isinstance(value, float):
        return None if math.isnan(value) else f"{value:.15g}"
    return None if value is None else str(value)


def _order(label: str | None) -> tuple[int, float, str]:
    if label is None:
        return 2, 0.0, ""
    try:
        number = float(label)
    except ValueError:
        return 1, 0.0, label
    return (1, 0.0, label) if math.isnan(number) else (0, number, label)
