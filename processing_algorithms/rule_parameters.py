"""Parameters that decide a value beside the areas: scheme, coefficients, voucher standard."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
)

from ..ecovoucher_plugin.accounting.accounts import JIANGYIN, STANDARD_FOREST, Rules
from ..ecovoucher_plugin.accounting.coefficients import CoefficientTable, LocalFactors, read_coefficients
from ..ecovoucher_plugin.accounting.conversion import (
    ConversionTable,
    read_conversion,
    regulating_ratios,
)
from ..ecovoucher_plugin.accounting.errors import CoefficientError, ConversionError, SchemeError
from ..ecovoucher_plugin.accounting.schemes import LandUseScheme, read_scheme
from ..ecovoucher_plugin.accounting.standards import read_jiangyin, read_standard_forest
from ..ecovoucher_plugin.accounting.valuation import service_factors, standard_value
from ..ecovoucher_plugin.catalog import (
    COEFFICIENTS,
    CUSTOM,
    SCHEMES,
    coefficients_path,
    scheme_path,
    standard_path,
    version,
)
from ..ecovoucher_plugin.i18n import tr
from .base import EcoVoucherAlgorithm

SCHEME, SCHEME_FILE = "SCHEME", "SCHEME_FILE"
TABLE, TABLE_FILE = "COEFFICIENTS", "COEFFICIENTS_FILE"
STANDARD_VALUE = "STANDARD_VALUE"
NPP, PRECIPITATION, SOIL = "NPP_FACTOR", "PRECIPITATION_FACTOR", "SOIL_FACTOR"
STANDARD, CONVERSION_FILE = "VOUCHER_STANDARD", "CONVERSION_FILE"


def add_rule_parameters(algorithm: EcoVoucherAlgorithm) -> None:
    """Declare the parameters that read_rules reads."""
    csv_file = QgsProcessingParameterFile.Behavior.File
    algorithm.add_parameter(
        _choice(SCHEME, tr("Land-use scheme"), (*SCHEMES, CUSTOM), "third_survey"),
        tr("The classification that the code fields use. Codes of different schemes collide, so it is never guessed: "
           "0303 is mangrove in the Third National Land Survey and shrubland in the planning scheme of 2023."),
    )
    algorithm.add_parameter(
        QgsProcessingParameterFile(SCHEME_FILE, tr("Scheme file (CSV, for “custom”)"), csv_file, "csv", None, True),
        tr("Your own scheme: a CSV with the columns code, name_zh, name_en, ecosystem, standard_forest, ecological_gu, "
           "ecological_jiangyin, construction, forest_cover."),
    )
    algorithm.add_parameter(
        _choice(TABLE, tr("Coefficient table"), (*COEFFICIENTS, CUSTOM), "xie2015"),
        tr("What a hectare of each ecosystem is worth: the equivalent factors of Xie et al. 2015, 2008 or 2003, "
           "Table 1 of Gu et al. 2022 in yuan/ha, or your own table."),
    )
    algorithm.add_parameter(
        QgsProcessingParameterFile(
            TABLE_FILE, tr("Coefficient file (CSV, for “custom”)"), csv_file, "csv", None, True
        ),
        tr("Your own coefficients: a CSV with the columns ecosystem, name_zh, name_en and one column a service."),
    )
    algorithm.add_parameter(
        _number(STANDARD_VALUE, tr("Standard value D of one equivalent factor (yuan/ha per year)"), None),
        tr("Leave empty for the table's own: 3406.5 for Xie 2015, 449.1 for Xie 2008, 884.9 for Xie 2003. "
           "Does not apply to a table in yuan/ha."),
    )
    for name, label, text in (
        (NPP, tr("Net primary production, local over national"), tr("Scales food, raw materials, gas and climate "
         "regulation, environment purification, nutrient cycling, biodiversity and landscape (Xie et al. 2015).")),
        (PRECIPITATION, tr("Precipitation, local over national"),
         tr("Scales water supply and hydrological regulation (Xie et al. 2015).")),
        (SOIL, tr("Soil retention, local over national"), tr("Scales soil conservation (Xie et al. 2015).")),
    ):
        algorithm.add_parameter(_number(name, label, 1.0), text, advanced=True)
    algorithm.add_parameter(
        _choice(STANDARD, tr("Voucher standard"), (JIANGYIN, STANDARD_FOREST), JIANGYIN),
        tr("jiangyin: one voucher is the regulating services of 1 mu of five-year arbor forest; supply where "
           "construction land becomes ecological, demand where ecological land becomes construction. "
           "standard_forest: hectares of standard forest gained or lost (Gu et al. 2022). "
           "The two units are never converted into each other."),
    )
    algorithm.add_parameter(
        QgsProcessingParameterFile(
            CONVERSION_FILE, tr("Official conversion coefficients (CSV, for “jiangyin”)"), csv_file, "csv", None, True
        ),
        tr("The authority's table: ecosystem,coefficient or code,coefficient, with validity dates. Without it a class "
           "converts at its regulating services over those of broadleaf forest, which is not the official table."),
        advanced=True,
    )


def read_rules(algorithm: EcoVoucherAlgorithm, parameters: dict, context: QgsProcessingContext) -> Rules:
    """Read and check the rules of a run.

    Raises a subclass of EcoVoucherError where a file or a combination of parameters does not fit.
    """
    scheme = _read_scheme(algorithm, parameters, context)
    table = _read_table(algorithm, parameters, context)
    factors = LocalFactors(
        *(algorithm.parameterAsDouble(parameters, name, context) for name in (NPP, PRECIPITATION, SOIL))
    )
    requested = parameters.get(STANDARD_VALUE)
    requested = None if requested in (None, "") else algorithm.parameterAsDouble(parameters, STANDARD_VALUE, context)
    unit_value = standard_value(table, requested)
    service_factors(table, factors)
    standard = algorithm.parameterAsEnumString(parameters, STANDARD, context)
    conversion = _read_conversion(algorithm, parameters, context, standard)
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


def describe_rules(rules: Rules, area_basis: str) -> str:
    """Return the provenance of a result in one short line, enough to run it again (field ``ev_rules``)."""
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
    parts += [f"area={area_basis}", f"ecovoucher={version()}"]
    return "; ".join(parts)


def rule_warnings(rules: Rules, today: date) -> list[str]:
    """Return what a user must know of the rules before relying on the result."""
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
        warnings.append(tr("The conversion coefficients of {file} say of themselves that they are not official.").format(
            file=rules.conversion.name
        ))
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
    """Return a shipped table's name, or a user's file with its checksum."""
    return part.name if part.name in (*SCHEMES, *COEFFICIENTS) else f"{part.name}#{part.checksum}"


def _read_scheme(algorithm: EcoVoucherAlgorithm, parameters: dict, context: QgsProcessingContext) -> LandUseScheme:
    name = algorithm.parameterAsEnumString(parameters, SCHEME, context)
    if name != CUSTOM:
        return read_scheme(scheme_path(name), name)
    path = algorithm.parameterAsFile(parameters, SCHEME_FILE, context)
    if not path:
        raise SchemeError("The land-use scheme is “custom”, but no scheme file is given. Choose a CSV file.")
    return read_scheme(Path(path), Path(path).name)


def _read_table(algorithm: EcoVoucherAlgorithm, parameters: dict, context: QgsProcessingContext) -> CoefficientTable:
    name = algorithm.parameterAsEnumString(parameters, TABLE, context)
    if name != CUSTOM:
        return read_coefficients(coefficients_path(name), name)
    path = algorithm.parameterAsFile(parameters, TABLE_FILE, context)
    if not path:
        raise CoefficientError(
            "The coefficient table is “custom”, but no coefficient file is given. Choose a CSV file."
        )
    return read_coefficients(Path(path), Path(path).name)


def _read_conversion(
    algorithm: EcoVoucherAlgorithm, parameters: dict, context: QgsProcessingContext, standard: str
) -> ConversionTable | None:
    path = algorithm.parameterAsFile(parameters, CONVERSION_FILE, context)
    if not path:
        return None
    if standard != JIANGYIN:
        raise ConversionError(
            "Conversion coefficients belong to the voucher standard “jiangyin”, but “{standard}” is chosen. "
            "Remove the file or change the standard.",
            standard=standard,
        )
    return read_conversion(Path(path))


def _choice(name: str, label: str, values: tuple[str, ...], default: str) -> QgsProcessingParameterEnum:
    return QgsProcessingParameterEnum(name, label, list(values), False, default, False, True)


def _number(name: str, label: str, default: float | None) -> QgsProcessingParameterNumber:
    double = QgsProcessingParameterNumber.Type.Double
    return QgsProcessingParameterNumber(name, label, double, default, default is None, 1e-9)
