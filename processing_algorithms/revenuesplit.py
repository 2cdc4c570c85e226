"""Farmer and collective revenue split."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from qgis.core import (
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)

from ..ecovoucher_plugin.catalog import standard_path
from ..ecovoucher_plugin.compat import double_field, text_field
from ..ecovoucher_plugin.i18n import tr
from ..ecovoucher_plugin.overlay.from_qgis.features import features_of
from ..ecovoucher_plugin.overlay.progress import Progress
from ..ecovoucher_plugin.policy import revenue as policy
from ..ecovoucher_plugin.policy.errors import RevenueError
from ..ecovoucher_plugin.policy.money import yuan
from ..ecovoucher_plugin.wording import examples
from .base import EcoVoucherAlgorithm
from .destinations import check_destinations, check_key, check_names
from .feature_tables import (
    check_features,
    money,
    number,
    number_position,
    optional_number,
)
from .sinks import SinkWriter

INPUT, OUTPUT = "INPUT", "OUTPUT"
QUANTITY_FIELD, UNIT_PRICE = "QUANTITY_FIELD", "UNIT_PRICE"
COST_FIELD, UNIT_COST = "COST_FIELD", "UNIT_COST"
PRESET, NO_PRESET, DEFAULT_PRESET = "PRESET", "none", "land_ticket"
FARMER_SHARE, FARMER_MINIMUM, COLLECTIVE_MINIMUM = "FARMER_SHARE", "FARMER_MINIMUM", "COLLECTIVE_MINIMUM"
FIELDS = (
    *(double_field(name) for name in ("rs_gross", "rs_cost", "rs_net", "rs_farmer", "rs_collect")),
    text_field("rs_status"),
)
NUMBERS = ("GROSS", "COST", "NET", "FARMER", "COLLECTIVE", "LOSS", "BELOW_MINIMUM_COUNT", "BREAK_EVEN_PRICE")


@dataclass(frozen=True)
class Plan:
    """A run as the user asked for it. quantity, cost: positions of the fields; cost None where unit_cost holds."""

    source: QgsProcessingFeatureSource
    quantity: int
    cost: int | None
    unit_cost: float
    unit_price: float
    terms: policy.RevenueTerms
    preset: policy.RevenuePreset | None


class RevenueSplit(EcoVoucherAlgorithm):
    """ecovoucher:revenuesplit (design contract 3.5)."""

    def name(self) -> str:
        return "revenuesplit"

    def displayName(self) -> str:
        return tr("Farmer and collective revenue split")

    def shortDescription(self) -> str:
        return tr("What a sale of land tickets or vouchers brings net of cost, and what of it goes to the farmers and "
                  "to the collective.")

    def tags(self) -> list[str]:
        return tr("revenue,income,split,sharing,farmer,collective,land ticket,voucher,benefit sharing,"
                  "收益分配,地票,生态券,农户,集体").split(",")

    def initAlgorithm(self, configuration=None) -> None:
        numeric = QgsProcessingParameterField.DataType.Numeric
        self.add_parameter(
            QgsProcessingParameterFeatureSource(
                INPUT, tr("Parcels or table of sales"), [QgsProcessing.SourceType.TypeVector]
            ),
            tr("One row a sale, with or without geometry, such as the parcels with their vouchers. "
               "Every row is in the result."),
        )
        self.add_parameter(
            QgsProcessingParameterField(QUANTITY_FIELD, tr("Field of the quantity (units)"), None, INPUT, numeric),
            tr("What is sold: mu for a land ticket, vouchers for a voucher sale (v_supply). With the published split "
               "voucher_sale they are sold as issued, to 0.01 half up. NULL stays NULL."),
        )
        self.add_parameter(
            _number(UNIT_PRICE, tr("Price (yuan per unit)")), tr("Price of one unit, paid once. It is not an ESV."),
        )
        self.add_parameter(
            QgsProcessingParameterField(
                COST_FIELD, tr("Field of the cost (yuan per unit)"), None, INPUT, numeric, False, True
            ),
            tr("Cost of each row, such as reclamation, in yuan per unit. Leave empty for one cost for all."),
        )
        self.add_parameter(
            _number(UNIT_COST, tr("Cost (yuan per unit)"), 0.0),
            tr("One cost for all rows, if there is no cost field."),
        )
        self._add_terms()
        self.add_parameter(
            QgsProcessingParameterFeatureSink(OUTPUT, tr("Revenue split"), QgsProcessing.SourceType.TypeVector),
            tr("All rows, with gross, cost, net and shares in yuan, exact to the fen."),
        )
        for name, label in zip(NUMBERS, (
            tr("Gross revenue (yuan)"), tr("Cost (yuan)"), tr("Net revenue (yuan)"), tr("Farmers (yuan)"),
            tr("Collective (yuan)"), tr("Losses (yuan)"), tr("Rows below a guaranteed minimum"),
            tr("Break-even price (yuan per unit)"),
        )):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def _add_terms(self) -> None:
        presets = _presets()
        self.add_parameter(
            QgsProcessingParameterEnum(
                PRESET, tr("Published split"), [NO_PRESET, *presets], False, NO_PRESET, False, True
            ),
            tr("none: the shares and minima below. Otherwise those of a published case: ") + "; ".join(
                f"{key}: {preset.name}, {preset.terms.farmer_share:g} %" for key, preset in presets.items()
            ),
        )
        self.add_parameter(
            _number(FARMER_SHARE, tr("Share of the farmers (% of net revenue)"),
                    presets[DEFAULT_PRESET].terms.farmer_share),
            tr("The rest is the collective's. In Chongqing 85 : 15."),
        )
        for name, label in (
            (FARMER_MINIMUM, tr("Guaranteed minimum of the farmers (yuan per unit)")),
            (COLLECTIVE_MINIMUM, tr("Guaranteed minimum of the collective (yuan per unit)")),
        ):
            self.add_parameter(
                _number(name, label, None, True),
                tr("Rows that bring less are marked below_minimum and counted; no money is moved. Empty: no minimum."),
            )

    def plan(self, parameters: dict, context: QgsProcessingContext) -> Plan:
        source, label = self.source(parameters, INPUT, context), tr("Parcels or table of sales")
        check_features(source, FIELDS, label)
        cost_field = self.parameterAsString(parameters, COST_FIELD, context)
        unit_cost = self.parameterAsDouble(parameters, UNIT_COST, context)
        if cost_field and unit_cost:
            raise RevenueError("Both a cost field and one cost for all are given. Choose one of them.")
        preset = _presets().get(self.parameterAsEnumString(parameters, PRESET, context))
        plan = Plan(
            source=source,
            quantity=number_position(source, self.parameterAsString(parameters, QUANTITY_FIELD, context), label),
            cost=number_position(source, cost_field, label) if cost_field else None,
            unit_cost=policy.check_price(tr("cost"), unit_cost),
            unit_price=policy.check_price(tr("price"), self.parameterAsDouble(parameters, UNIT_PRICE, context)),
            terms=self._terms(parameters, context, preset),
            preset=preset,
        )
        check_destinations(self, parameters, context, (INPUT,))
        check_key(source, label, parameters.get(OUTPUT))
        check_names(source, FIELDS, label, parameters.get(OUTPUT))
        return plan

    def _terms(
        self, parameters: dict, context: QgsProcessingContext, preset: policy.RevenuePreset | None
    ) -> policy.RevenueTerms:
        given = [
            self.parameterAsDouble(parameters, FARMER_SHARE, context),
            *(optional_number(self, parameters, name, context) for name in (FARMER_MINIMUM, COLLECTIVE_MINIMUM)),
        ]
        if preset is None:
            return policy.RevenueTerms(*given)
        defaults = (self.parameterDefinition(FARMER_SHARE).defaultValue(), None, None)
        published = (preset.terms.farmer_share, preset.terms.farmer_minimum, preset.terms.collective_minimum)
        labels = (tr("share of the farmers"), tr("minimum of the farmers"), tr("minimum of the collective"))
        for name, value, default, fixed in zip(labels, given, defaults, published):
            if value not in (default, fixed):
                raise RevenueError(
                    "“{preset}” fixes the {name}, but {value} is given. Choose “none” to set your own.",
                    preset=preset.name, name=name, value=f"{value:g}",
                )
        return preset.terms

    def execute(
        self, plan: Plan, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict:
        revenues = _revenues(plan, Progress(feedback, 0, 50))
        totals = policy.total_revenue(list(revenues.values()))
        rows = {row_id: _row(revenue) for row_id, revenue in revenues.items()}
        with SinkWriter(self, parameters, context) as writer:
            writer.write_features(OUTPUT, plan.source, FIELDS, rows, Progress(feedback, 50, 100))
        for warning in _warnings(revenues):
            feedback.pushWarning(warning)
        for line in _summary(plan, totals):
            feedback.pushInfo(line)
        sums = (totals.gross, totals.cost, totals.net, totals.farmer, totals.collective, totals.loss)
        break_even = None if totals.break_even is None else float(totals.break_even)
        numbers = dict(zip(NUMBERS, (*map(yuan, sums), totals.below_minimum, break_even)))
        return {**writer.destinations, **numbers}


def _revenues(plan: Plan, progress: Progress) -> dict[int, policy.Revenue]:
    """Return the revenue of each row by feature id."""
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    features = features_of(plan.source, request)
    return {
        feature.id(): _revenue(plan, feature.attributes())
        for feature in progress.each(features, plan.source.featureCount())
    }


def _revenue(plan: Plan, values: list) -> policy.Revenue:
    unit_cost = plan.unit_cost if plan.cost is None else number(values[plan.cost])
    return policy.split_revenue(number(values[plan.quantity]), plan.unit_price, unit_cost, plan.terms)


def _row(revenue: policy.Revenue) -> list:
    parts = (revenue.gross, revenue.cost, revenue.net, revenue.farmer, revenue.collective)
    return [*map(money, parts), revenue.status]


def _warnings(revenues: dict[int, policy.Revenue]) -> list[str]:
    sentences = {
        policy.NO_QUANTITY: tr("Row {ids}: the quantity is missing, so the money is NULL."),
        policy.NO_COST: tr("Row {ids}: the cost is missing, so the money is NULL."),
        policy.NEGATIVE: tr("Row {ids}: the quantity or the cost is negative, so the money is NULL. Correct it."),
        policy.TOO_LARGE: tr("Row {ids}: the amount is infinite or too large to be kept to the fen, so the money is "
                             "NULL. Check the units."),
        policy.LOSS: tr("Row {ids}: the cost is above the price. The loss is shown and nothing is shared out."),
        policy.BELOW_MINIMUM: tr("Row {ids}: a party gets less than its guaranteed minimum."),
    }
    ids = defaultdict(list)
    for row_id, revenue in revenues.items():
        ids[revenue.status].append(row_id)
    return [sentence.format(ids=examples(ids[status])) for status, sentence in sentences.items() if ids[status]]


def _summary(plan: Plan, totals: policy.RevenueTotals) -> list[str]:
    share = plan.terms.farmer_share
    lines = [
        tr("Gross {gross} − cost {cost} = net {net} yuan").format(
            gross=_shown(totals.gross), cost=_shown(totals.cost), net=_shown(totals.net)
        ),
        tr("Farmers {share} %: {farmer} yuan; collective {rest} %: {collective} yuan").format(
            share=f"{share:g}", rest=f"{plan.terms.collective_share:f}",
            farmer=_shown(totals.farmer), collective=_shown(totals.collective),
        ),
    ]
    if totals.loss:
        lines.append(tr("Losses {loss} yuan, not shared out: farmers + collective − losses = net").format(
            loss=_shown(totals.loss)
        ))
    if totals.break_even is not None:
        lines.append(tr("Break-even price {price} yuan per unit: all rows together just cover their cost").format(
            price=f"{totals.break_even:,}"
        ))
    lines.append(tr("Rows below a guaranteed minimum: {count}").format(count=totals.below_minimum))
    if plan.terms.in_vouchers:
        lines.append(tr("Vouchers are sold as issued, each row to 0.01 half up: {sold} of {computed}, remainder "
                        "{remainder}").format(
            sold=f"{totals.sold:,.2f}", computed=f"{totals.sold + totals.remainder:,.6f}",
            remainder=f"{totals.remainder:,.6f}",
        ))
    if plan.preset is not None:
        lines.append(tr("{preset}: “farmers” are {farmer}, the “collective” is {collective}; unit: {unit}").format(
            preset=plan.preset.name, farmer=plan.preset.farmer_party, collective=plan.preset.collective_party,
            unit=plan.preset.unit,
        ))
    return lines


def _shown(amount_fen: int) -> str:
    return f"{yuan(amount_fen):,.2f}"


def _presets() -> dict[str, policy.RevenuePreset]:
    return policy.read_presets(standard_path("revenue_presets"))


def _number(
    name: str, label: str, default: float | None = None, optional: bool = False
) -> QgsProcessingParameterNumber:
    return QgsProcessingParameterNumber(name, label, QgsProcessingParameterNumber.Type.Double, default, optional)
