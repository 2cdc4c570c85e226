"""Parameters of the voucher standards, as the shipped tables give them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from .ecosystems import STANDARD_FOREST_CLASSES
from .errors import ConversionError
from .tables import check_unique, read_table

# National land surveys that rules name.
SECOND, THIRD = "second", "third"


@dataclass(frozen=True)
class JiangyinStandard:
    """What the Jiangyin measures (seed 003) leave to be set.

    construction_coefficient: vouchers a mu of construction land (Article 7).
    young_forest_factor: value of the five-year forest of Article 2 over that of broadleaf forest (rulebook K-4).
    base_survey: the survey whose data are the base of the calculation (Article 19), eligibility_survey: the one in
    which land must be construction land (Article 9), each SECOND or THIRD (rulebook K-1).
    valid_from, valid_to: the days between which the measures are in force (Article 44).
    """

    construction_coefficient: float
    young_forest_factor: float
    base_survey: str
    eligibility_survey: str
    valid_from: date
    valid_to: date


def read_jiangyin(path: Path) -> JiangyinStandard:
    """Read the parameters of the Jiangyin standard.

    Raises TableFileError or ConversionError where the file does not give them.
    """
    table = read_table(path, ("parameter", "value"))
    check_unique(table, "parameter")
    rows = {row.cells["parameter"]: row for row in table.rows}
    numbers = {}
    for name in ("construction_coefficient", "young_forest_factor"):
        value = table.number(rows[name], "value") if name in rows else None
        if value is None:
            raise ConversionError("{file} does not give “{name}”.", file=table.path.name, name=name)
        numbers[name] = value
    if numbers["construction_coefficient"] < 0 or numbers["young_forest_factor"] <= 0:
        raise ConversionError(
            "{file}: “construction_coefficient” must be 0 or more, “young_forest_factor” above 0.",
            file=table.path.name,
        )
    surveys = {}
    for name in ("base_survey", "eligibility_survey"):
        surveys[name] = rows[name].cells["value"] if name in rows else ""
        if surveys[name] not in (SECOND, THIRD):
            raise ConversionError("{file} does not give “{name}”.", file=table.path.name, name=name)
    valid_from, valid_to = table.provenance_date("valid_from"), table.provenance_date("valid_to")
    if valid_from is None or valid_to is None:
        raise ConversionError("{file} does not say when the measures are in force.", file=table.path.name)
    return JiangyinStandard(
        numbers["construction_coefficient"], numbers["young_forest_factor"],
        surveys["base_survey"], surveys["eligibility_survey"], valid_from, valid_to,
    )


def read_standard_forest(path: Path) -> dict[str, float]:
    """Read the standard-forest coefficients k (ha of standard forest per ha) of Gu, Tang, Wang 2022, Table 1."""
    table = read_table(path, ("standard_forest", "coefficient"))
    check_unique(table, "standard_forest")
    coefficients = {row.cells["standard_forest"]: table.number(row, "coefficient") for row in table.rows}
    for name in STANDARD_FOREST_CLASSES:
        value = coefficients.get(name)
        if value is None or value < 0:
            raise ConversionError(
                "{file} has no coefficient of 0 or more for “{name}”.", file=table.path.name, name=name
            )
    return {name: float(value) for name, value in coefficients.items() if value is not None}
