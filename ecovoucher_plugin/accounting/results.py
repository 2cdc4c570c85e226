"""What a run gives: a row for each parcel, transition and unmatched code, and the sums."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from .accounts import ParcelAccounts, Rules, account, total
from .schemes import LandUseClass
from .status import parcel_statuses
from .transitions import TransitionTable
from .units import hectares
from .unmatched import CodeArea

PARCEL_NUMBERS = (
    "area_ha", "mapped_pct", "esv_base", "esv_target", "esv_change",
    "d_provis", "d_regul", "d_support", "d_cultur", "v_supply", "v_demand", "v_net",
)
PARCEL_TEXTS = ("ev_role", "ev_status", "ev_rules")
PARCEL_COLUMNS = (*PARCEL_NUMBERS, *PARCEL_TEXTS)
CELLS = "cells"
TRANSITION_COLUMNS = (
    "parcel", "from_code", "from_name", "to_code", "to_name", "area_ha", "esv_change", "v_supply", "v_demand",
)
# What a text field of a Shapefile holds.
TEXT_WIDTH = 254
UNMATCHED_COLUMNS = ("layer", "code", "area_ha", "share_pct", "parcels")
NUMBERS = (
    "PARCEL_COUNT", "SKIPPED_COUNT", "AREA_HA", "UNMAPPED_HA",
    "ESV_BASE", "ESV_TARGET", "ESV_CHANGE", "VOUCHER_SUPPLY", "VOUCHER_DEMAND", "VOUCHER_NET",
)

BLOCK = 16_384


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


def value_parcels(
    parcel_ids: list[int],
    transitions: TransitionTable,
    found: list[str],
    gate: float,
    cells: np.ndarray | None,
    unmatched: list[CodeArea],
    rules: Rules,
    rules_text: str,
) -> ParcelResults:
    """Value the parcels of an overlay.

    found: the status that the overlay gave each parcel. gate: relative tolerance of the area gate.
    """
    accounts = account(transitions, rules)
    statuses = parcel_statuses(found, accounts, gate, cells)
    return ParcelResults(parcel_ids, accounts, statuses, cells, unmatched, rules, rules_text)


def sums_of(results: ParcelResults) -> dict[str, float | None]:
    """Return the sums of a run, by NUMBERS; None where no parcel has a figure to sum."""
    sums = total(results.accounts)
    skipped = np.isnan(results.accounts.esv_change) & np.isnan(results.accounts.net)
    figures = (
        sums.area_ha, sums.unmapped_ha,
        sums.esv_base, sums.esv_target, sums.esv_change,
        sums.supply, sums.demand, sums.net,
    )
    known = (None if figure != figure else figure for figure in figures)
    return dict(zip(NUMBERS, (len(results.statuses), int(skipped.sum()), *known)))


def parcel_rows(results: ParcelResults) -> Iterator[list[object]]:
    """Yield the attributes of each parcel, in the order of PARCEL_COLUMNS, then of “cells” for raster land use."""
    accounts = results.accounts
    numbers = (
        hectares(accounts.area_m2), 100 * accounts.mapped_share,
        accounts.esv_base, accounts.esv_target, accounts.esv_change,
        *accounts.group_change.T,
        accounts.supply, accounts.demand, accounts.net,
    )
    for some in _blocks(len(results.statuses)):
        roles = [accounts.role(parcel) for parcel in range(some.start, some.stop)]
        texts = roles, results.statuses[some], [results.rules_text] * len(roles)
        cells = () if results.cells is None else (results.cells[some].tolist(),)
        yield from map(list, zip(*(_attributes(column[some]) for column in numbers), *texts, *cells))


def transition_rows(results: ParcelResults) -> Iterator[list[object]]:
    """Yield the attributes of each transition, in the order of TRANSITION_COLUMNS."""
    valued, classes = results.accounts.rows, results.rules.scheme.classes
    table = valued.transitions
    before = [_named(classes[code]) if code in classes else None for code in table.base_codes]
    after = [_named(classes[code]) if code in classes else None for code in table.target_codes]
    numbers = hectares(table.area_m2), valued.esv_change, valued.supply, valued.demand
    for some in _blocks(len(table.parcel)):
        ids = [results.parcel_ids[parcel] for parcel in table.parcel[some].tolist()]
        base = [before[code] for code in table.base[some].tolist()]
        target = [after[code] for code in table.target[some].tolist()]
        columns = zip(ids, base, target, *(_attributes(column[some]) for column in numbers))
        yield from ([parcel, *one, *other, *row] for parcel, one, other, *row in columns)


def unmatched_rows(unmatched: list[CodeArea]) -> Iterator[list[object]]:
    """Yield the attributes of each code without a value, in the order of UNMATCHED_COLUMNS."""
    for item in unmatched:
        yield [item.layer, item.code[:TEXT_WIDTH] or None, hectares(item.area_m2), item.share_pct, item.parcels]


def _named(land_use: LandUseClass) -> tuple[str, str]:
    """Return code and name of a class, in both languages: a result must not depend on the reader's locale."""
    return land_use.code, f"{land_use.name_zh} {land_use.name_en}"


def _blocks(count: int) -> Iterator[slice]:
    """Yield slices over so many rows, so that few of them are Python objects at a time."""
    for first in range(0, count, BLOCK):
        yield slice(first, min(first + BLOCK, count))


def _attributes(column: np.ndarray) -> list[float | None]:
    """Return numbers as attributes: None where a number is unknown."""
    if np.isnan(column).any():
        return [None if number != number else number for number in column.tolist()]
    return column.tolist()
