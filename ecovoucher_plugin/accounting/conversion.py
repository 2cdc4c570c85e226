"""Conversion coefficients of vouchers: how much one mu of a class is, in units of one mu of standard forest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from .coefficients import GROUPS, CoefficientTable, LocalFactors
from .ecosystems import COMPOSITES, ECOSYSTEMS, NO_ECOSYSTEM, REFERENCE_FOREST
from .errors import ConversionError
from .schemes import LandUseClass, LandUseScheme
from .standards import JiangyinStandard
from .tables import check_unique, read_table
from .valuation import group_sums, service_factors

REGULATING = GROUPS.index("regulating")


@dataclass(frozen=True)
class ConversionTable:
    """A conversion table: coefficients by land-use code or by ecosystem.

    valid_from, valid_to: first and last day on which the coefficients are in force.
    official: whether an authority published them; a file that says ``# official: no`` is an example.
    """

    name: str
    checksum: str
    by_code: bool
    coefficients: dict[str, float]
    valid_from: date
    valid_to: date
    official: bool

    def is_valid_on(self, day: date) -> bool:
        return self.valid_from <= day <= self.valid_to

    def coefficient(self, land_use: LandUseClass, standard: JiangyinStandard) -> float:
        """Return the coefficient of a class, NaN where the table has none.

        Construction land that the table does not name converts as the standard says.
        """
        if self.by_code and land_use.code in self.coefficients:
            return self.coefficients[land_use.code]
        if land_use.construction == "yes":
            return standard.construction_coefficient
        if self.by_code:
            return np.nan
        if land_use.ecosystem == NO_ECOSYSTEM:
            return 0.0
        if land_use.ecosystem in self.coefficients:
            return self.coefficients[land_use.ecosystem]
        members = COMPOSITES.get(land_use.ecosystem, ())
        if members:
            return float(np.mean([self.coefficients.get(member, np.nan) for member in members]))
        return np.nan


def read_conversion(path: Path) -> ConversionTable:
    """Read a conversion table with the columns ``ecosystem,coefficient`` or ``code,coefficient``.

    Raises TableFileError for a file that is not such a table, ConversionError where a coefficient
    is empty or negative, an ecosystem is unknown, the validity dates are missing or reversed, or
    ``# official:`` says neither yes nor no.
    """
    table = read_table(path, ("coefficient",))
    keys = [column for column in ("code", "ecosystem") if column in table.columns]
    if len(keys) != 1:
        raise ConversionError(
            "{file} must have either a column “code” or a column “ecosystem” beside “coefficient”.",
            file=table.path.name,
        )
    key = keys[0]
    check_unique(table, key)
    coefficients = {}
    for row in table.rows:
        name, value = row.cells[key], table.number(row, "coefficient")
        if value is None or value < 0:
            raise ConversionError(
                "{file}, line {line}: the coefficient of “{name}” is {problem}. Enter a number of 0 or more.",
                file=table.path.name, line=row.line, name=name, problem="empty" if value is None else value,
            )
        if key == "ecosystem" and name not in (*ECOSYSTEMS, *COMPOSITES):
            raise ConversionError(
                "{file}, line {line}: “{name}” is not an ecosystem. Use one of: {allowed}.",
                file=table.path.name, line=row.line, name=name, allowed=", ".join((*ECOSYSTEMS, *COMPOSITES)),
            )
        coefficients[name] = value
    valid_from, valid_to = table.provenance_date("valid_from"), table.provenance_date("valid_to")
    if valid_from is None or valid_to is None or valid_to < valid_from:
        raise ConversionError(
            "{file} does not say when its coefficients are in force. Add the lines “# valid_from: YYYY-MM-DD” and "
            "“# valid_to: YYYY-MM-DD”, the second not before the first.",
            file=table.path.name,
        )
    official = table.provenance.get("official", "yes").lower()
    if official not in ("yes", "no"):
        raise ConversionError(
            "{file}: “# official: {value}” says neither yes nor no. Decide for one.",
            file=table.path.name, value=official,
        )
    return ConversionTable(
        table.path.name, table.checksum, key == "code", coefficients, valid_from, valid_to, official == "yes"
    )


def regulating_ratios(
    codes: tuple[str, ...],
    scheme: LandUseScheme,
    table: CoefficientTable,
    factors: LocalFactors,
    standard: JiangyinStandard,
) -> np.ndarray:
    """Return (n,) the regulating services of each class over those of broadleaf forest (rulebook J-27, K-6).

    These stand in for the official coefficients of Jiangyin (seed 003, Article 19), which are not public.
    Construction land converts as the standard says; a class without known regulating services is NaN.
    Raises ConversionError where the table does not know the regulating services of broadleaf forest.
    """
    scale = service_factors(table, factors)
    forest = float(group_sums(table, table.row(REFERENCE_FOREST)[np.newaxis] * scale)[0, REGULATING])
    if not forest > 0:
        raise ConversionError(
            "The coefficient table {table} does not give the regulating services of broadleaf forest, the unit of the "
            "Jiangyin voucher. Choose another coefficient table, or enter an official conversion file.",
            table=table.name,
        )
    classes = [scheme.classes.get(code) for code in codes]
    rows = [table.unknown_row if item is None else table.row(item.ecosystem) for item in classes]
    services = np.array(rows).reshape(len(codes), len(table.services)) * scale
    ratios = group_sums(table, services)[:, REGULATING] / (forest * standard.young_forest_factor)
    construction = np.array([item is not None and item.construction == "yes" for item in classes], dtype=bool)
    return np.where(construction, standard.construction_coefficient, ratios)
