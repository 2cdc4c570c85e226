"""ESV of parcels by ecosystem service, from the same transitions and class values as their accounts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from .accounts import Rules
from .coefficients import CoefficientTable
from .transitions import TransitionTable
from .units import hectares

SERVICE_TEXTS = ("service", "group_name")
SERVICE_NUMBERS = ("esv_base", "esv_target", "esv_change")
SERVICE_COLUMNS = ("parcel", *SERVICE_TEXTS, *SERVICE_NUMBERS)


@dataclass(frozen=True)
class ParcelServices:
    """ESV of p parcels by k services, in yuan per year; NaN where a coefficient is unknown.

    services: names of the columns of the coefficient table. groups: of each service, None where the table has none.
    base, target: float64 (p, k); summed over services they are esv_base and esv_target of the parcel's accounts.
    """

    services: tuple[str, ...]
    groups: tuple[str | None, ...]
    base: np.ndarray
    target: np.ndarray


def parcel_services(transitions: TransitionTable, rules: Rules) -> ParcelServices:
    """Value every parcel by service: Σ area × D × e × factor over its rows, at both dates (rulebook E-1, E-6).

    A row counts where the scheme has both classes, as in ``account``.
    """
    base, target = rules.class_values(transitions.base_codes), rules.class_values(transitions.target_codes)
    counted = transitions.select(base.known[transitions.base] & target.known[transitions.target])
    area_ha = hectares(counted.area_m2)

    def sums(values: np.ndarray) -> np.ndarray:
        return np.stack([counted.sums(area_ha * column) for column in values.T], axis=1)

    return ParcelServices(
        services=rules.table.services,
        groups=tuple(_group(rules.table, service) for service in rules.table.services),
        base=sums(base.services[counted.base]),
        target=sums(target.services[counted.target]),
    )


def service_rows(parcel_ids: list[int], services: ParcelServices) -> Iterator[list[object]]:
    """Yield a row for each parcel and service, in the order of SERVICE_COLUMNS; None where a figure is unknown."""
    names = list(zip(services.services, services.groups))
    for parcel, before, after in zip(parcel_ids, services.base.tolist(), services.target.tolist()):
        for name, base, target in zip(names, before, after):
            figures = (base, target, target - base)
            yield [parcel, *name, *(None if figure != figure else figure for figure in figures)]


def _group(table: CoefficientTable, service: str) -> str | None:
    return next((group for group, members in table.groups.items() if service in members), None)
