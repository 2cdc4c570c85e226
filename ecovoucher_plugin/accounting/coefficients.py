"""Coefficient tables: ecosystem service value per hectare and year, by ecosystem and service.

Source of the method: Xie et al. 2003, 2008, 2015 (equivalent factors); Gu, Tang, Wang 2022, Table 1.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from .ecosystems import COMPOSITES, ECOSYSTEMS, NO_ECOSYSTEM, STANDARD_FOREST_CLASSES
from .errors import CoefficientError
from .schemes import LandUseClass
from .tables import CsvTable, check_unique, read_table

GROUPS = ("provisioning", "regulating", "supporting", "cultural")
DRIVERS = ("npp", "precipitation", "soil")
LABEL_COLUMNS = ("ecosystem", "name_zh", "name_en", "covers", "note")
UNDIVIDED = "total"

# Xie et al. 2015: the four groups, and which local factor scales which service.
XIE2015_GROUPS = {
    "provisioning": ("food_production", "raw_materials", "water_supply"),
    "regulating": (
        "gas_regulation", "climate_regulation", "environment_purification", "hydrological_regulation",
    ),
    "supporting": ("soil_conservation", "nutrient_cycling", "biodiversity"),
    "cultural": ("aesthetic_landscape",),
}
XIE2015_DRIVERS = {
    "npp": (
        "food_production", "raw_materials", "gas_regulation", "climate_regulation", "environment_purification",
        "nutrient_cycling", "biodiversity", "aesthetic_landscape",
    ),
    "precipitation": ("water_supply", "hydrological_regulation"),
    "soil": ("soil_conservation",),
}


@dataclass(frozen=True)
class LocalFactors:
    """Local over national net primary production, precipitation and soil retention (1 = national mean)."""

    npp: float = 1.0
    precipitation: float = 1.0
    soil: float = 1.0

    @property
    def is_national(self) -> bool:
        return self == LocalFactors()


@dataclass(frozen=True)
class CoefficientTable:
    """A coefficient table as read.

    services: names of the k service columns, in file order.
    rows: float64 (k,) per row name; NaN is unknown, 0 is zero.
    groups: service names by group; empty where the table is not divided into services.
    drivers: service names by local factor.
    in_yuan: True where the values are yuan/ha per year, False for equivalent factors.
    by_standard_forest: True where rows are classes of the standard-forest table, not ecosystems.
    standard_value: D in yuan/ha per year of one equivalent factor; None where the file names none.
    """

    name: str
    checksum: str
    provenance: dict[str, str]
    services: tuple[str, ...]
    rows: dict[str, np.ndarray]
    groups: dict[str, tuple[str, ...]]
    drivers: dict[str, tuple[str, ...]]
    in_yuan: bool
    by_standard_forest: bool
    standard_value: float | None
    unknown_row: np.ndarray = field(repr=False)

    def row_name(self, land_use: LandUseClass) -> str:
        """Return the name under which this table would value a land-use class."""
        if land_use.ecosystem == NO_ECOSYSTEM:
            return NO_ECOSYSTEM
        return land_use.standard_forest if self.by_standard_forest else land_use.ecosystem

    def row(self, name: str) -> np.ndarray:
        """Return the coefficients (k,) of an ecosystem, of a composite as the mean of its members, or of “none” as 0.

        An ecosystem that the table does not have is unknown (NaN).
        """
        if name == NO_ECOSYSTEM:
            return np.zeros(len(self.services))
        if name in self.rows:
            return self.rows[name]
        if name in COMPOSITES:
            return np.mean([self.row(member) for member in COMPOSITES[name]], axis=0)
        return self.unknown_row


def read_coefficients(path: Path, name: str) -> CoefficientTable:
    """Read a coefficient table.

    The columns are ecosystem, name_zh, name_en, optionally covers and note, then one a service.
    Raises TableFileError for a file that is not such a table, CoefficientError where its content
    contradicts the format: unknown ecosystem, one covered twice, a service without a group, a
    unit other than equivalent factor or yuan/ha, a standard value that is not positive.
    """
    table = read_table(path, LABEL_COLUMNS[:3])
    check_unique(table, "ecosystem")
    services = tuple(column for column in table.columns if column not in LABEL_COLUMNS)
    _check_services(table, services)
    by_standard_forest = table.provenance.get("rows", "") == "standard_forest"
    row_names = STANDARD_FOREST_CLASSES if by_standard_forest else (*ECOSYSTEMS, *COMPOSITES)
    standard_value = table.provenance_number("standard_value")
    if standard_value is not None and standard_value <= 0:
        raise CoefficientError(
            "{file}: the standard value {value} yuan/ha is not above 0.", file=table.path.name, value=standard_value
        )
    return CoefficientTable(
        name=name,
        checksum=table.checksum,
        provenance=table.provenance,
        services=services,
        rows=_read_rows(table, services, row_names),
        groups=_read_membership(table, services, GROUPS, XIE2015_GROUPS, required=services != (UNDIVIDED,)),
        drivers=_read_membership(table, services, DRIVERS, XIE2015_DRIVERS, required=False),
        in_yuan=_read_unit(table),
        by_standard_forest=by_standard_forest,
        standard_value=standard_value,
        unknown_row=np.full(len(services), np.nan),
    )


def _check_services(table: CsvTable, services: tuple[str, ...]) -> None:
    if not services:
        raise CoefficientError(
            "{file} has no service column. Add one column a service after ecosystem, name_zh, name_en.",
            file=table.path.name,
        )
    if UNDIVIDED in services and len(services) > 1:
        raise CoefficientError(
            "{file} has a column “total” beside the services. Remove it: totals are computed.", file=table.path.name
        )


def _read_unit(table: CsvTable) -> bool:
    unit = table.provenance.get("unit", "equivalent factor").lower()
    if unit not in ("equivalent factor", "equivalent factors", "yuan/ha"):
        raise CoefficientError(
            "{file}: the unit “{unit}” is not known. Use “# unit: equivalent factor” or “# unit: yuan/ha”.",
            file=table.path.name, unit=unit,
        )
    return unit == "yuan/ha"


def _read_rows(table: CsvTable, services: tuple[str, ...], names: tuple[str, ...]) -> dict[str, np.ndarray]:
    rows: dict[str, np.ndarray] = {}
    for row in table.rows:
        numbers = (table.number(row, service) for service in services)
        values = np.array([np.nan if number is None else number for number in numbers])
        covered = [name.strip() for name in row.cells.get("covers", "").split(";") if name.strip()]
        for name in covered or [row.cells["ecosystem"]]:
            if name not in names:
                raise CoefficientError(
                    "{file}, line {line}: “{value}” is not an ecosystem. Use one of: {allowed}; or name in a column "
                    "“covers” the ecosystems that the row stands for.",
                    file=table.path.name, line=row.line, value=name, allowed=", ".join(names),
                )
            if name in rows:
                raise CoefficientError(
                    "{file}, line {line}: “{value}” has a row already. Keep one.",
                    file=table.path.name, line=row.line, value=name,
                )
            rows[name] = values
    return rows


def _read_membership(
    table: CsvTable,
    services: tuple[str, ...],
    sets: tuple[str, ...],
    known: dict[str, tuple[str, ...]],
    required: bool,
) -> dict[str, tuple[str, ...]]:
    """Return which services belong to which set, as the file says or, for services of Xie 2015, as known."""
    named = {name: table.provenance_names(name) for name in sets}
    if not any(named.values()):
        named = {name: tuple(service for service in known[name] if service in services) for name in sets}
    listed = [service for members in named.values() for service in members]
    for service in listed:
        if service not in services:
            raise CoefficientError(
                "{file}: the provenance names the service “{service}”, but there is no such column.",
                file=table.path.name, service=service,
            )
        if listed.count(service) > 1:
            raise CoefficientError(
                "{file}: the service “{service}” is listed more than once among {sets}. Keep one.",
                file=table.path.name, service=service, sets=", ".join(sets),
            )
    missing = [service for service in services if service not in listed]
    if required and missing:
        raise CoefficientError(
            "{file}: the column “{service}” belongs to no group of services. Name it in one of the lines {lines}, "
            "or remove it.",
            file=table.path.name, service=missing[0], lines=", ".join(f"“# {name}:”" for name in sets),
        )
    return named
