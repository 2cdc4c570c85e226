"""Regional voucher balance with GDP and population correction."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from qgis.core import (
    NULL,
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)

from ..ecovoucher_plugin.compat import double_field, text_field
from ..ecovoucher_plugin.i18n import tr
from ..ecovoucher_plugin.overlay.from_qgis.features import features_of
from ..ecovoucher_plugin.overlay.progress import Progress
from ..ecovoucher_plugin.policy import regional as policy
from ..ecovoucher_plugin.policy.errors import RegionalError
from ..ecovoucher_plugin.policy.money import yuan
from ..ecovoucher_plugin.wording import examples
from .base import EcoVoucherAlgorithm
from .destinations import check_destinations, check_key, check_names
from .feature_tables import (
    check_features,
    known,
    money,
    number,
    number_position,
)
from .sinks import SinkWriter

INPUT, OUTPUT = "INPUT", "OUTPUT"
STATIC_FIELD, GDP_FIELD, DENSITY_FIELD = "STATIC_FIELD", "GDP_FIELD", "DENSITY_FIELD"
NATIONAL_GDP, NATIONAL_DENSITY, PRICE = "NATIONAL_GDP", "NATIONAL_DENSITY", "PRICE"
ALLOW_HIGH_RATIOS = "ALLOW_HIGH_RATIOS"
FIELDS = (
    *(double_field(name) for name in ("rb_static", "rb_gdp_r", "rb_pop_r", "rb_voucher", "rb_amount")),
    *(text_field(name) for name in ("rb_role", "rb_status")),
)
NUMBERS = (
    "SUPPLY", "DEMAND", "NET_DEMAND", "UNMET", "STATIC_SUPPLY", "STATIC_DEMAND", "STATIC_NET",
    "AMOUNT_SUPPLY", "AMOUNT_DEMAND",
)


@dataclass(frozen=True)
class Plan:
    """A run as the user asked for it, with its regions already read and balanced."""

    source: QgsProcessingFeatureSource
    ids: list[int]
    balance: policy.RegionalBalance


class RegionVoucherBalance(EcoVoucherAlgorithm):
    """ecovoucher:regionvoucherbalance (design contract 3.4)."""

    def name(self) -> str:
        return "regionvoucherbalance"

    def displayName(self) -> str:
        return tr("Regional voucher balance (GDP and population)")

    def shortDescription(self) -> str:
        return tr("Which regions supply vouchers and which need them, as they are and corrected for GDP and "
                  "population density, and what that costs.")

    def tags(self) -> list[str]:
        return tr("region,county,balance,standard forest,GDP,population density,supply,demand,ecological voucher,"
                  "生态券,标准林,区域平衡,校正").split(",")

    def initAlgorithm(self, configuration=None) -> None:
        self.add_parameter(
            QgsProcessingParameterFeatureSource(
                INPUT, tr("Regions (polygons or table)"), [QgsProcessing.SourceType.TypeVector]
            ),
            tr("One row a region, such as counties with their standard-forest change. Every row is in the result."),
        )
        self._add_field(STATIC_FIELD, tr("Field of the static balance ΔM (ha of standard forest)"), tr(
            "Standard-forest area at the target date less that at the base date: above 0 is a surplus. "
            "The field v_net of “Parcel ESV change” with the standard standard_forest."
        ))
        self._add_field(GDP_FIELD, tr("Field of GDP per head (yuan, or national mean = 1)"), tr(
            "In the unit of the national figure, of the target year. Not in percent of the national mean."
        ))
        self._add_number(NATIONAL_GDP, tr("National GDP per head (same unit)"), tr("1 if the field holds ratios."))
        self._add_field(DENSITY_FIELD, tr("Field of the population density (persons/km²)"), tr(
            "In the unit of the national figure, of the target year. Not in percent of the national mean."
        ))
        self._add_number(
            NATIONAL_DENSITY, tr("National population density (persons/km²)"), tr("1 if the field holds ratios.")
        )
        self._add_number(PRICE, tr("Price (yuan per hectare of standard forest)"), tr("Paid once. It is not an ESV."))
        self.add_parameter(
            QgsProcessingParameterBoolean(
                ALLOW_HIGH_RATIOS, tr("The ratios are right, even above {limit}").format(limit=_limit()), False
            ),
            tr("Off: a ratio to the national mean above this stops the run, because it was probably entered in "
               "percent. On: for city districts that really are that dense."),
            advanced=True,
        )
        self.add_parameter(
            QgsProcessingParameterFeatureSink(
                OUTPUT, tr("Regions with voucher balance"), QgsProcessing.SourceType.TypeVector
            ),
            tr("All regions, with the static and the corrected balance in hectares of standard forest, and yuan."),
        )
        for name, label in zip(NUMBERS, (
            tr("Supply, corrected (ha)"), tr("Demand, corrected (ha)"), tr("Demand less supply, corrected (ha)"),
            tr("Demand that no region here can meet (ha)"), tr("Supply, static (ha)"), tr("Demand, static (ha)"),
            tr("Supply less demand, static (ha)"), tr("Value of the supply (yuan)"), tr("Cost of the demand (yuan)"),
        )):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def _add_field(self, name: str, label: str, text: str) -> None:
        numeric = QgsProcessingParameterField.DataType.Numeric
        self.add_parameter(QgsProcessingParameterField(name, label, None, INPUT, numeric), text)

    def _add_number(self, name: str, label: str, text: str) -> None:
        double = QgsProcessingParameterNumber.Type.Double
        self.add_parameter(QgsProcessingParameterNumber(name, label, double), text)

    def plan(self, parameters: dict, context: QgsProcessingContext) -> Plan:
        source, label = self.source(parameters, INPUT, context), tr("Regions (polygons or table)")
        check_features(source, FIELDS, label)
        positions = [
            number_position(source, self.parameterAsString(parameters, name, context), label)
            for name in (STATIC_FIELD, GDP_FIELD, DENSITY_FIELD)
        ]
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes(positions)
        ids, rows = [], []
        for feature in features_of(source, request):
            ids.append(feature.id())
            rows.append([number(feature.attributes()[position]) for position in positions])
        balance = policy.balance_regions(*np.array(rows).T, *(
            self.parameterAsDouble(parameters, name, context) for name in (NATIONAL_GDP, NATIONAL_DENSITY, PRICE)
        ))
        suspects = policy.percent_suspects(balance)
        if suspects.any() and not self.parameterAsBoolean(parameters, ALLOW_HIGH_RATIOS, context):
            raise RegionalError(
                "Region {ids}: GDP or density is more than {limit} times the national mean. Did you enter percent? "
                "Give figures in the unit of the national mean (1.2, not 120), or say that the ratios are right.",
                ids=examples([ids[region] for region in np.flatnonzero(suspects)]), limit=_limit(),
            )
        check_destinations(self, parameters, context, (INPUT,))
        check_key(source, label, parameters.get(OUTPUT))
        check_names(source, FIELDS, label, parameters.get(OUTPUT))
        return Plan(source, ids, balance)

    def execute(
        self, plan: Plan, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict:
        rows = {row_id: _row(plan.balance, region) for region, row_id in enumerate(plan.ids)}
        with SinkWriter(self, parameters, context) as writer:
            writer.write_features(OUTPUT, plan.source, FIELDS, rows, Progress(feedback, 0, 100))
        totals = policy.total_balance(plan.balance)
        for warning in _warnings(plan):
            feedback.pushWarning(warning)
        for line in _summary(totals):
            feedback.pushInfo(line)
        return {**writer.destinations, **dict(zip(NUMBERS, (
            totals.supply, totals.demand, totals.net_demand, totals.unmet,
            totals.static_supply, totals.static_demand, totals.static_net,
            yuan(totals.amount_supply_fen), yuan(totals.amount_demand_fen),
        )))}


def _row(balance: policy.RegionalBalance, region: int) -> list:
    figures = (balance.static, balance.gdp_ratio, balance.population_ratio, balance.voucher)
    return [
        *(known(column[region]) for column in figures),
        money(balance.amount_fen[region]),
        balance.role(region) or NULL,
        balance.statuses[region],
    ]


def _warnings(plan: Plan) -> list[str]:
    sentences = {
        policy.NO_STATIC: tr("Region {ids}: the static balance is missing."),
        policy.NO_GDP: tr("Region {ids}: the GDP is missing."),
        policy.NO_DENSITY: tr("Region {ids}: the population density is missing."),
        policy.BAD_GDP: tr("Region {ids}: the GDP is not above 0."),
        policy.BAD_DENSITY: tr("Region {ids}: the population density is below 0."),
    }
    ids = defaultdict(list)
    for region, status in zip(plan.ids, plan.balance.statuses):
        ids[status].append(region)
    left_out = tr("It is in the result, but in neither balance.")
    return [
        f"{sentence.format(ids=examples(ids[status]))} {left_out}"
        for status, sentence in sentences.items() if ids[status]
    ]


def _summary(totals: policy.RegionalTotals) -> list[str]:
    return [
        tr("Static: supply {supply}, demand {demand}, net {net} ha of standard forest").format(
            supply=_shown(totals.static_supply), demand=_shown(totals.static_demand), net=_shown(totals.static_net)
        ),
        tr("Corrected: supply {supply}, demand {demand}, demand less supply {net} ha "
           "(standard-forest ha, GDP/population-corrected: not an area of land)").format(
            supply=_shown(totals.supply), demand=_shown(totals.demand), net=_shown(totals.net_demand)
        ),
        tr("Unmet in these regions: {unmet} ha").format(unmet=_shown(totals.unmet)),
        tr("Value of the supply {supply} yuan, cost of the demand {demand} yuan").format(
            supply=_shown(yuan(totals.amount_supply_fen)), demand=_shown(yuan(totals.amount_demand_fen))
        ),
    ]


def _shown(value: float) -> str:
    return f"{value:,.2f}"


def _limit() -> str:
    return f"{policy.LARGEST_RATIO:g}"
