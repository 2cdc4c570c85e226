"""The rules of a run: read by name or from a user's files, checked together, and told in a line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from .accounting.accounts import JIANGYIN, STANDARD_FOREST, Rules
from .accounting.coefficients import CoefficientTable, LocalFactors, read_coefficients
from .accounting.conversion import ConversionTable, read_conversion, regulating_ratios
from .accounting.errors import CoefficientError, ConversionError, SchemeError
from .accounting.provenance import rules_part
from .accounting.schemes import LandUseScheme, read_scheme
from .accounting.standards import SECOND, THIRD, read_jiangyin, read_standard_forest
from .accounting.valuation import service_factors, standard_value
from .catalog import COEFFICIENTS, CUSTOM, SCHEMES, coefficients_path, scheme_path, standard_path, version

# Three file names and a field name of this length and all else leave the line of provenance within what a text
# field holds.
LONGEST_NAME = 14


def read_rules(
    scheme: LandUseScheme,
    table: CoefficientTable,
    requested_value: float | None,
    factors: LocalFactors,
    standard: str,
    conversion_file: str | None,
) -> Rules:
    """Return the rules of a run, checked together.

    requested_value: D in yuan/ha per year, None for the table's own. standard: JIANGYIN or STANDARD_FOREST.
    conversion_file: the official conversion coefficients, if there are any.
    Raises a subclass of EcoVoucherError where a file or a combination does not fit.
    """
    unit_value = standard_value(table, requested_value)
    service_factors(table, factors)
    conversion = _read_conversion(conversion_file, standard)
    jiangyin = read_jiangyin(standard_path(JIANGYIN))
    if standard == JIANGYIN and conversion is None:
        regulating_ratios((), scheme, table, factors, jiangyin)
    return Rules(
        scheme=scheme,
        table=table,
        unit_value=unit_value,
        factors=factors,
        standard=standard,
        jiangyin=jiangyin,
        conversion=conversion,
        standard_forest=read_standard_forest(standard_path(STANDARD_FOREST)),
    )


def scheme_of(name: str, path: str | None = None) -> LandUseScheme:
    """Return a shipped scheme by name or, for CUSTOM, the one in a user's file."""
    if name != CUSTOM:
        return read_scheme(scheme_path(name), name)
    if not path:
        raise SchemeError("The land-use scheme is “custom”, but no scheme file is given. Choose a CSV file.")
    return read_scheme(Path(path), Path(path).name)


def table_of(name: str, path: str | None = None) -> CoefficientTable:
    """Return a shipped coefficient table by name or, for CUSTOM, the one in a user's file."""
    if name != CUSTOM:
        return read_coefficients(coefficients_path(name), name)
    if not path:
        raise CoefficientError(
            "The coefficient table is “custom”, but no coefficient file is given. Choose a CSV file."
        )
    return read_coefficients(Path(path), Path(path).name)


def describe_rules(
    rules: Rules, area_basis: str, area_field: str | None = None, allow_unmatched: bool = False
) -> str:
    """Return the provenance of a result in one short line, enough to run it again (field ``ev_rules``).

    area_field: of the official areas, where they are the area basis. allow_unmatched: whether codes without a value
    were let through.
    """
    parts = [
        f"scheme={_named(rules.scheme)}",
        f"table={_named(rules.table)}",
        "unit=yuan/ha" if rules.table.in_yuan else f"D={rules.unit_value:.10g}",
    ]
    if not rules.factors.is_national:
        parts.append(f"factors={rules.factors.npp:.6g}/{rules.factors.precipitation:.6g}/{rules.factors.soil:.6g}")
    parts.append(f"standard={rules.standard}")
    if rules.standard == JIANGYIN:
        parts.append(f"conversion={_describe_conversion(rules.conversion)}")
    parts.append(f"area={area_basis}")
    if area_field is not None:
        parts.append(f"field={_short(area_field)}")
    if allow_unmatched:
        parts.append("unmatched=allowed")
    parts.append(f"ecovoucher={version()}")
    return "; ".join(parts)


def parameters_of(rules: str) -> dict[str, object]:
    """Return the parameters of ecovoucher:parcelservices that a line of describe_rules names.

    Raises SchemeError or CoefficientError where it names a user's file, which is not known by its name alone.
    """
    scheme, table = rules_part(rules, "scheme"), rules_part(rules, "table")
    if scheme not in SCHEMES:
        raise SchemeError(
            "The result was made with the scheme file “{file}”. Run “Parcel ESV by ecosystem service” from the toolbox "
            "with that file.",
            file=scheme,
        )
    if table not in COEFFICIENTS:
        raise CoefficientError(
            "The result was made with the coefficient file “{file}”. Run “Parcel ESV by ecosystem service” from the "
            "toolbox with that file.",
            file=table,
        )
    parameters: dict[str, object] = {"SCHEME": scheme, "COEFFICIENTS": table}
    standard, unit_value = rules_part(rules, "standard"), _numbers(rules_part(rules, "D"), 1)
    if standard in (JIANGYIN, STANDARD_FOREST):
        parameters["VOUCHER_STANDARD"] = standard
    if unit_value:
        parameters["STANDARD_VALUE"] = unit_value[0]
    factors = _numbers(rules_part(rules, "factors"), 3)
    return {**parameters, **dict(zip(("NPP_FACTOR", "PRECIPITATION_FACTOR", "SOIL_FACTOR"), factors))}


def _numbers(text: str, count: int) -> list[float]:
    """Return so many numbers with slashes between them, none where the text is something else."""
    try:
        numbers = [float(part) for part in text.split("/")]
    except ValueError:
        return []
    return numbers if len(numbers) == count else []


def base_remark(rules: Rules, base: str, tr: Callable[[str], str] = str) -> str:
    """Return which land use is the base of a run and which one the Jiangyin measures want; empty by another standard.

    The measures take the base value from another survey than the eligibility, so neither is picked in silence
    (rulebook K-1). base: what the user knows the land use by. tr: translates a sentence.
    """
    if rules.standard != JIANGYIN:
        return ""
    surveys = {SECOND: tr("second national land survey"), THIRD: tr("third national land survey")}
    return tr(
        "Base of the vouchers: “{base}” by the scheme {scheme}. In the Jiangyin measures the base value is that of the "
        "{survey} (Article 19), and what was construction land in the {eligibility} is eligible (Article 9). Where the "
        "two differ, run with either as the base and report both figures; for a buyer the base is the land use just "
        "before the conversion."
    ).format(
        base=base, scheme=rules.scheme.name, survey=surveys[rules.jiangyin.base_survey],
        eligibility=surveys[rules.jiangyin.eligibility_survey],
    )


def rule_warnings(rules: Rules, today: date, tr: Callable[[str], str] = str) -> list[str]:
    """Return what a user must know of the rules before relying on the result. tr: translates a sentence."""
    warnings = []
    if rules.standard == JIANGYIN and rules.conversion is None:
        warnings.append(tr(
            "The vouchers are not computed with the official conversion coefficients of Jiangyin, which are not "
            "public: each class converts at its regulating services over those of broadleaf forest ({table})."
        ).format(table=rules.table.name))
    if rules.standard == JIANGYIN and not rules.jiangyin.valid_from <= today <= rules.jiangyin.valid_to:
        warnings.append(tr(
            "The Jiangyin measures are in force from {start} to {end}, not today ({today})."
        ).format(start=rules.jiangyin.valid_from, end=rules.jiangyin.valid_to, today=today))
    if rules.conversion is not None and not rules.conversion.official:
        warnings.append(tr(
            "The conversion coefficients of {file} say of themselves that they are not official."
        ).format(file=rules.conversion.name))
    if rules.conversion is not None and not rules.conversion.is_valid_on(today):
        warnings.append(tr(
            "The conversion coefficients of {file} are in force from {start} to {end}, not today ({today})."
        ).format(file=rules.conversion.name, start=rules.conversion.valid_from, end=rules.conversion.valid_to,
                 today=today))
    own = rules.table.standard_value
    if own is not None and not rules.table.in_yuan and own != rules.unit_value:
        warnings.append(tr(
            "D = {used} yuan/ha is used with the table {table}, whose own D is {own} yuan/ha."
        ).format(used=f"{rules.unit_value:g}", table=rules.table.name, own=f"{own:g}"))
    return warnings


def _describe_conversion(conversion: ConversionTable | None) -> str:
    if conversion is None:
        return "regulating ratio, not official"
    return _named(conversion) if conversion.official else f"{_named(conversion)}, not official"


def _named(part: LandUseScheme | CoefficientTable | ConversionTable) -> str:
    """Return a shipped table's name, or a user's file with its checksum; a long name is cut, so that the line fits."""
    if part.name in (*SCHEMES, *COEFFICIENTS):
        return part.name
    return f"{_short(part.name)}#{part.checksum}"


def _short(name: str) -> str:
    """Return a name of a user's, cut where it is long; a semicolon would end its part of the line."""
    name = name.replace(";", ",")
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME - 1]}…"


def _read_conversion(path: str | None, standard: str) -> ConversionTable | None:
    if not path:
        return None
    if standard != JIANGYIN:
        raise ConversionError(
            "Conversion coefficients belong to the voucher standard “jiangyin”, but “{standard}” is chosen. "
            "Remove the file or change the standard.",
            standard=standard,
        )
    return read_conversion(Path(path))
