"""Rows of the result layers, from the accounts of all parcels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from qgis.core import NULL

from ..ecovoucher_plugin.accounting.accounts import ParcelAccounts, Rules
from ..ecovoucher_plugin.accounting.schemes import LandUseClass
from ..ecovoucher_plugin.accounting.units import hectares
from ..ecovoucher_plugin.accounting.unmatched import CodeArea


@dataclass(frozen=True)
class ParcelResults:
    """Everything that is written: accounts and statuses in the order of the parcels, and the rules in one line.

    cells: for raster land use, int64 (p,), the cells that each parcel touches.
    """

    parcel_ids: list[int]
    accounts: ParcelAccounts
    statuses: list[str]
    cells: np.ndarray | None
    unmatched: list[CodeArea]
    rules: Rules
    rules_text: str


def parcel_rows(results: ParcelResults) -> Iterator[list]:
    """Yield the attributes of each parcel, in the order of parcel_fields."""
    accounts = results.accounts
    numbers = _attributes(
        hectares(accounts.area_m2), 100 * accounts.mapped_share,
        accounts.esv_base, accounts.esv_target, accounts.esv_change,
        *accounts.group_change.T,
        accounts.supply, accounts.demand, accounts.net,
    )
    cells = [[]] * len(results.statuses) if results.cells is None else results.cells.reshape(-1, 1).tolist()
    for parcel, row in enumerate(numbers):
        role = accounts.role(parcel) or NULL
        yield [*row, role, results.statuses[parcel], results.rules_text, *cells[parcel]]


def transition_rows(results: ParcelResults) -> Iterator[list]:
    """Yield the attributes of each transition, in the order of TRANSITION_FIELDS."""
    rows, classes = results.accounts.rows, results.rules.scheme.classes
    table = rows.transitions
    before = [_named(classes[code]) if code in classes else None for code in table.base_codes]
    after = [_named(classes[code]) if code in classes else None for code in table.target_codes]
    numbers = _attributes(hectares(table.area_m2), rows.esv_change, rows.supply, rows.demand)
    columns = table.parcel.tolist(), table.base.tolist(), table.target.tolist()
    for parcel, base, target, row in zip(*columns, numbers):
        yield [results.parcel_ids[parcel], *before[base], *after[target], *row]


def unmatched_rows(unmatched: list[CodeArea]) -> Iterator[list]:
    """Yield the attributes of each code without a value, in the order of UNMATCHED_FIELDS."""
    for item in unmatched:
        yield [item.layer, item.code or NULL, hectares(item.area_m2), item.share_pct, item.parcels]


def _named(land_use: LandUseClass) -> tuple[str, str]:
    """Return code and name of a class, in both languages: a result must not depend on the reader's locale."""
    return land_use.code, f"{land_use.name_zh} {land_use.name_en}"


def _attributes(*columns: np.ndarray) -> Iterator[list]:
    """Yield the rows of number columns as attributes: NULL where a number is unknown."""
    for row in np.stack(columns, axis=1).tolist():
        yield [NULL if number != number else number for number in row]
