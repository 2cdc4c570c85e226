"""Parameters that decide a value beside the areas: scheme, coefficients, voucher standard."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
)

from ..ecovoucher_plugin import rules
from ..ecovoucher_plugin.accounting.accounts import JIANGYIN, STANDARD_FOREST, Rules
from ..ecovoucher_plugin.accounting.coefficients import LocalFactors
from ..ecovoucher_plugin.catalog import COEFFICIENTS, CUSTOM, SCHEMES
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
    def chosen(name: str) -> str:
        return algorithm.parameterAsEnumString(parameters, name, context)

    def file(name: str) -> str:
        return algorithm.parameterAsFile(parameters, name, context)

    def number(name: str) -> float:
        return algorithm.parameterAsDouble(parameters, name, context)

    return rules.read_rules(
        scheme=rules.scheme_of(chosen(SCHEME), file(SCHEME_FILE)),
        table=rules.table_of(chosen(TABLE), file(TABLE_FILE)),
        requested_value=None if parameters.get(STANDARD_VALUE) in (None, "") else number(STANDARD_VALUE),
        factors=LocalFactors(*map(number, (NPP, PRECIPITATION, SOIL))),
        standard=chosen(STANDARD),
        conversion_file=file(CONVERSION_FILE),
    )


def _choice(name: str, label: str, values: tuple[str, ...], default: str) -> QgsProcessingParameterEnum:
    return QgsProcessingParameterEnum(name, label, list(values), False, default, False, True)


def _number(name: str, label: str, default: float | None) -> QgsProcessingParameterNumber:
    double = QgsProcessingParameterNumber.Type.Double
    return QgsProcessingParameterNumber(name, label, double, default, default is None, 1e-9)
