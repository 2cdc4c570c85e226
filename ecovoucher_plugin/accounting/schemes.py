"""Land-use schemes: what each land-use code is, in ecosystems and in the rules' class sets."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .ecosystems import COMPOSITES, ECOSYSTEMS, NO_ECOSYSTEM, STANDARD_FOREST_CLASSES
from .errors import SchemeError
from .tables import CsvTable, Row, check_unique, read_table

COLUMNS = (
    "code", "name_zh", "name_en", "ecosystem", "standard_forest",
    "ecological_gu", "ecological_jiangyin", "construction", "forest_cover",
)
DECISIONS = ("yes", "no", "conditional")


@dataclass(frozen=True)
class LandUseClass:
    """One row of a scheme. The four flags are ``yes``, ``no`` or ``conditional`` (treated as no, and reported)."""

    code: str
    name_zh: str
    name_en: str
    ecosystem: str
    standard_forest: str
    ecological_gu: str
    ecological_jiangyin: str
    construction: str
    forest_cover: str
    doubt: str

    @property
    def conditional_flags(self) -> tuple[str, ...]:
        """Names of the flags that need a decision of the authority."""
        names = ("ecological_gu", "ecological_jiangyin", "construction", "forest_cover")
        return tuple(name for name in names if getattr(self, name) == "conditional")


@dataclass(frozen=True)
class LandUseScheme:
    """A land-use scheme (crosswalk): classes by code. Codes are text, ``0101`` is not ``101``."""

    name: str
    checksum: str
    provenance: dict[str, str]
    classes: dict[str, LandUseClass]


def read_scheme(path: Path, name: str) -> LandUseScheme:
    """Read a scheme from a CSV with the columns of COLUMNS and, optionally, ``doubt``.

    Raises TableFileError for a file that is not such a table, SchemeError for a row that
    contradicts the format: unknown ecosystem, unknown standard-forest class, a flag that is none
    of yes, no, conditional, or a class both ecological and construction.
    """
    table = read_table(path, COLUMNS)
    check_unique(table, "code")
    classes = {row.cells["code"]: _read_class(table, row) for row in table.rows}
    return LandUseScheme(name, table.checksum, table.provenance, classes)


def _read_class(table: CsvTable, row: Row) -> LandUseClass:
    ecosystem = table.text(row, "ecosystem")
    if ecosystem != NO_ECOSYSTEM and ecosystem not in ECOSYSTEMS and ecosystem not in COMPOSITES:
        raise SchemeError(
            "{file}, line {line}: “{value}” is not an ecosystem. Use one of: {allowed}.",
            file=table.path.name, line=row.line, value=ecosystem,
            allowed=", ".join((*ECOSYSTEMS, *COMPOSITES, NO_ECOSYSTEM)),
        )
    standard_forest = row.cells["standard_forest"]
    if standard_forest and standard_forest not in STANDARD_FOREST_CLASSES:
        raise SchemeError(
            "{file}, line {line}: “{value}” is not a class of the standard-forest table. "
            "Leave it empty or use one of: {allowed}.",
            file=table.path.name, line=row.line, value=standard_forest, allowed=", ".join(STANDARD_FOREST_CLASSES),
        )
    flags = {name: _read_decision(table, row, name) for name in COLUMNS[5:]}
    if flags["construction"] == "yes" and "yes" in (flags["ecological_gu"], flags["ecological_jiangyin"]):
        raise SchemeError(
            "{file}, line {line}: code “{code}” is both construction and ecological land. Decide for one.",
            file=table.path.name, line=row.line, code=row.cells["code"],
        )
    return LandUseClass(
        code=row.cells["code"],
        name_zh=row.cells["name_zh"],
        name_en=row.cells["name_en"],
        ecosystem=ecosystem,
        standard_forest=standard_forest,
        doubt=row.cells.get("doubt", ""),
        **flags,
    )


def _read_decision(table: CsvTable, row: Row, column: str) -> str:
    value = table.text(row, column).lower()
    if value not in DECISIONS:
        raise SchemeError(
            "{file}, line {line}: column “{column}” says “{value}”. Use yes, no or conditional.",
            file=table.path.name, line=row.line, column=column, value=value,
        )
    return value
