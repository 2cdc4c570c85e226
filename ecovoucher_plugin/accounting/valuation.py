"""Value of land-use classes: yuan per hectare and year, by service (equivalent-factor method)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .coefficients import DRIVERS, GROUPS, UNDIVIDED, CoefficientTable, LocalFactors
from .errors import CoefficientError
from .schemes import LandUseScheme


@dataclass(frozen=True)
class ClassValues:
    """Values of n land-use classes for k services.

    known: bool (n,), whether the scheme has the code.
    services: float64 (n, k), yuan/ha per year; NaN is unknown.
    groups: float64 (n, 4), the sums of GROUPS; NaN is unknown.
    total: float64 (n,), the sum of all services.
    """

    known: np.ndarray
    services: np.ndarray
    groups: np.ndarray
    total: np.ndarray

    @property
    def valued(self) -> np.ndarray:
        """bool (n,): whether every service of the class is known."""
        return ~np.isnan(self.total)


def standard_value(table: CoefficientTable, requested: float | None) -> float:
    """Return D, the value of one equivalent factor in yuan/ha per year; 1 where the table is in yuan/ha already.

    Raises CoefficientError where a value is requested for a table in yuan/ha, or where neither the
    request nor the table gives one.
    """
    if table.in_yuan:
        if requested is not None:
            raise CoefficientError(
                "The coefficient table {table} is in yuan/ha, so a standard value does not apply. "
                "Leave the standard value empty.",
                table=table.name,
            )
        return 1.0
    value = table.standard_value if requested is None else requested
    if value is None:
        raise CoefficientError(
            "The coefficient table {table} is in equivalent factors and names no standard value. "
            "Enter one in yuan/ha, or add a line “# standard_value:” to the file.",
            table=table.name,
        )
    if not 0 < value < float("inf"):
        raise CoefficientError("The standard value {value} yuan/ha is not above 0.", value=value)
    return value


def service_factors(table: CoefficientTable, factors: LocalFactors) -> np.ndarray:
    """Return the local factor (k,) of each service (Xie et al. 2015, spatio-temporal adjustment).

    Raises CoefficientError where a factor is not above 0, or where one other than 1 meets a service
    that the table assigns to none.
    """
    for name in DRIVERS:
        value = getattr(factors, name)
        if not 0 < value < float("inf"):
            raise CoefficientError("The local factor {value} for “{name}” is not above 0.", value=value, name=name)
    values = np.ones(len(table.services))
    if factors.is_national:
        return values
    for position, service in enumerate(table.services):
        driver = next((name for name in DRIVERS if service in table.drivers[name]), None)
        if driver is None:
            raise CoefficientError(
                "Local factors cannot be applied to {table}: it does not say which of them scales “{service}”. "
                "Set the three factors to 1, or name the service in a line {lines} of the file.",
                table=table.name, service=service, lines=", ".join(f"“# {name}:”" for name in DRIVERS),
            )
        values[position] = getattr(factors, driver)
    return values


def value_classes(
    codes: tuple[str, ...],
    scheme: LandUseScheme,
    table: CoefficientTable,
    unit_value: float = 1.0,
    factors: LocalFactors = LocalFactors(),
) -> ClassValues:
    """Value land-use classes: VC = D × Σ e × factor, per hectare and year (rulebook E-1, E-6).

    unit_value: D in yuan/ha per year (see standard_value).
    """
    scale = unit_value * service_factors(table, factors)
    classes = [scheme.classes.get(code) for code in codes]
    rows = [table.unknown_row if item is None else table.row(table.row_name(item)) for item in classes]
    services = np.array(rows).reshape(len(codes), len(table.services)) * scale
    return ClassValues(
        known=np.array([item is not None for item in classes], dtype=bool),
        services=services,
        groups=group_sums(table, services),
        total=services.sum(axis=1),
    )


def group_sums(table: CoefficientTable, services: np.ndarray) -> np.ndarray:
    """Return the sums (n, 4) of GROUPS over service values (n, k); NaN where the table is not divided."""
    if table.services == (UNDIVIDED,):
        undivided = np.full((len(services), len(GROUPS)), np.nan)
        undivided[services[:, 0] == 0] = 0.0
        return undivided
    columns = [[table.services.index(service) for service in table.groups[group]] for group in GROUPS]
    return np.stack([services[:, members].sum(axis=1) for members in columns], axis=1)
