"""Forest-cover trade feasibility (Chongqing)."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..ecovoucher_plugin.catalog import standard_path
from ..ecovoucher_plugin.i18n import tr
from ..ecovoucher_plugin.overlay.progress import Progress
from ..ecovoucher_plugin.policy.errors import ForestCoverError
from ..ecovoucher_plugin.policy.forest_cover import BUYER, SELLER, ForestRules, Standing, assess, read_forest_rules
from ..ecovoucher_plugin.policy.money import exact
from ..ecovoucher_plugin.policy.payments import FEE_PAYMENTS, WITH_PRICE, PaymentTerms, parse_instalments
from ..ecovoucher_plugin.policy.trade import DISTANCE, OBJECTIVES, Market, Party, match
from ..ecovoucher_plugin.wording import examples
from .base import EcoVoucherAlgorithm
from .destinations import check_destinations, check_key, check_names
from .forest_districts import (
    DISTRICT_FIELDS,
    DISTRICTS,
    PRICE_FIELD,
    DistrictLayer,
    DistrictReader,
    add_district_parameters,
    add_field,
)
from .forest_results import (
    OUTPUT,
    PAYMENT_FIELDS,
    PAYMENTS,
    TRADE_FIELDS,
    TRADES,
    TradeResults,
    add_trade_outputs,
    check_assessed,
    district_rows,
    left_out_warnings,
    numbers,
    payment_rows,
    price_of,
    summary,
    trade_rows,
    unmet_warnings,
)
from .sinks import SinkWriter
from .styling import style_on_load

SELLER_FLOOR, INDEX_PRICE = "SELLER_FLOOR", "INDEX_PRICE"
FEE, YEARS = "MANAGEMENT_FEE", "MANAGEMENT_YEARS"
INSTALMENTS, FEE_PAYMENT, OBJECTIVE = "INSTALMENTS", "FEE_PAYMENT", "OBJECTIVE"
INSTALL_SCIPY = "python3 -m pip install scipy"


@dataclass(frozen=True)
class Plan:
    """A run as the user asked for it, read and checked. seller_floor in percent, index_price in yuan/mu."""

    reader: DistrictReader
    rules: ForestRules
    seller_floor: float
    index_price: float
    terms: PaymentTerms
    objective: str


class ForestCoverTrade(EcoVoucherAlgorithm):
    """ecovoucher:forestcovertrade (design contract 3.6)."""

    def name(self) -> str:
        return "forestcovertrade"

    def displayName(self) -> str:
        return tr("Forest-cover trade feasibility (Chongqing)")

    def shortDescription(self) -> str:
        return tr("Which districts miss their forest-coverage target, which may sell them the difference, who buys "
                  "from whom, and what is paid when.")

    def tags(self) -> list[str]:
        return tr("forest,forest coverage,trade,district,county,Chongqing,compensation,matching,optimisation,"
                  "payment,森林覆盖率,指标交易,重庆,横向生态补偿").split(",")

    def canExecute(self) -> tuple[bool, str]:
        if find_spec("scipy") is not None:
            return True, ""
        sentence = tr("The matching needs SciPy, which this QGIS does not have. Install it with: {command}")
        return False, sentence.format(command=INSTALL_SCIPY)

    def initAlgorithm(self, configuration=None) -> None:
        rules = _rules()
        add_district_parameters(self)
        self._add_number(SELLER_FLOOR, tr("Coverage a seller must keep (%)"), rules.seller_floor, tr(
            "After deducting what it sold. Exactly this is enough. A seller keeps its own target in any case."
        ))
        self._add_number(INDEX_PRICE, tr("Price of the index (yuan/mu)"), rules.price_floor, tr(
            "In principle not below 1,000 yuan/mu. For sellers without a price of their own."
        ))
        add_field(self, PRICE_FIELD, tr("Field of the sellers' own prices (yuan/mu)"), tr(
            "Price each seller asks for its index. Empty or NULL: the price above."
        ))
        self._add_number(FEE, tr("Management fee (yuan/mu per year)"), rules.fee_floor, tr(
            "Paid by the buyer from the purchase on, in principle not below 100 yuan/mu per year."
        ))
        self.add_parameter(
            QgsProcessingParameterNumber(
                YEARS, tr("Management (years)"), QgsProcessingParameterNumber.Type.Integer, rules.years_floor
            ),
            tr("In principle not fewer than 15."),
        )
        self.add_parameter(
            QgsProcessingParameterString(INSTALMENTS, tr("Instalments, one a year (ratio)"), rules.instalments),
            tr("The first deal was paid 3:3:4 over three years."),
        )
        self.add_parameter(
            QgsProcessingParameterEnum(
                FEE_PAYMENT, tr("Payment of the management fee"), list(FEE_PAYMENTS), False, WITH_PRICE, False, True
            ),
            tr("with_price: the instalments cover price and fee, as in the first deal. yearly: the instalments cover "
               "the price, and the fee is paid year by year."),
        )
        self.add_parameter(
            QgsProcessingParameterEnum(
                OBJECTIVE, tr("What the matching keeps low"), list(OBJECTIVES), False, DISTANCE, False, True
            ),
            tr("First the most shortage is served. Among those matchings, distance: the least area × distance; "
               "cost: the least area × price, and between equals the least distance."),
        )
        add_trade_outputs(self)

    def _add_number(self, name: str, label: str, default: float, text: str) -> None:
        double = QgsProcessingParameterNumber.Type.Double
        self.add_parameter(QgsProcessingParameterNumber(name, label, double, default), text)

    def plan(self, parameters: dict, context: QgsProcessingContext) -> Plan:
        floor, price, fee = (
            self.parameterAsDouble(parameters, name, context) for name in (SELLER_FLOOR, INDEX_PRICE, FEE)
        )
        years = self.parameterAsInt(parameters, YEARS, context)
        _check_terms(floor, price, fee, years)
        terms = PaymentTerms(
            instalments=parse_instalments(self.parameterAsString(parameters, INSTALMENTS, context)),
            fee_payment=self.parameterAsEnumString(parameters, FEE_PAYMENT, context),
            fee=exact(fee),
            years=years,
        )
        rules = _rules()
        reader = DistrictReader(self, parameters, context, rules, price)
        check_destinations(self, parameters, context, (DISTRICTS,))
        check_key(reader.source, tr("Districts"), parameters.get(OUTPUT))
        check_names(reader.source, DISTRICT_FIELDS, tr("Districts"), parameters.get(OUTPUT))
        objective = self.parameterAsEnumString(parameters, OBJECTIVE, context)
        return Plan(reader, rules, floor, price, terms, objective)

    def execute(
        self, plan: Plan, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict:
        layer = plan.reader.read(Progress(feedback, 0, 50))
        standings = [assess(district, plan.seller_floor) for district in layer.districts]
        check_assessed(layer, standings)
        results = _trade(plan, layer, standings)
        feedback.setProgress(80)
        for warning in (
            *_term_warnings(plan, results), *left_out_warnings(results), *unmet_warnings(results, plan.seller_floor)
        ):
            feedback.pushWarning(warning)
        source, progress = layer.source, Progress(feedback, 80, 100)
        with SinkWriter(self, parameters, context) as writer:
            writer.write_features(OUTPUT, source, DISTRICT_FIELDS, district_rows(results), progress)
            writer.write_lines(TRADES, TRADE_FIELDS, source.sourceCrs(), trade_rows(results), progress)
            writer.write_table(PAYMENTS, PAYMENT_FIELDS, payment_rows(results), progress)
        outputs = writer.destinations
        style_on_load(context, outputs[OUTPUT], "forest_cover_roles")
        if TRADES in outputs:
            style_on_load(context, outputs[TRADES], "forest_cover_trades")
        for line in summary(results):
            feedback.pushInfo(line)
        return {**outputs, **numbers(results)}


def _trade(plan: Plan, layer: DistrictLayer, standings: list[Standing]) -> TradeResults:
    """Bring sellers and buyers together."""
    districts = layer.districts
    sellers, buyers = (
        [position for position, standing in enumerate(standings) if standing.role == role] for role in (SELLER, BUYER)
    )
    market = Market(
        sellers=tuple(
            Party(districts[position].id, districts[position].name, standings[position].capacity,
                  price_of(districts[position]))
            for position in sellers
        ),
        buyers=tuple(
            Party(districts[position].id, districts[position].name, standings[position].shortage)
            for position in buyers
        ),
        metres=layer.metres(sellers, buyers),
    )
    return TradeResults(layer, standings, sellers, buyers, market, match(market, plan.objective), plan.terms)


def _check_terms(floor: float, price: float, fee: float, years: int) -> None:
    """Raise ForestCoverError where the terms of a trade make no sense."""
    if not 0 <= floor <= 100:
        raise ForestCoverError(
            "The coverage a seller must keep is {floor} %. It must lie between 0 and 100 %.", floor=f"{floor:g}"
        )
    if floor and floor <= 1:
        raise ForestCoverError(
            "The coverage a seller must keep is {floor} %. Give it in percent: 60 for 60 %.", floor=f"{floor:g}"
        )
    for name, value in ((tr("price of the index"), price), (tr("management fee"), fee), (tr("number of years"), years)):
        if not 0 <= value < float("inf"):
            raise ForestCoverError("The {name} is {value}. Give 0 or more.", name=name, value=f"{value:g}")


def _term_warnings(plan: Plan, results: TradeResults) -> list[str]:
    """Return what differs from the published terms; the floors hold in principle, so nothing is stopped."""
    rules, warnings = plan.rules, []
    sentence = tr("{what} {value} is below {floor}, which the rules ask for in principle. Nothing is blocked.")
    for what, value, floor in (
        (tr("Price of the index (yuan/mu)"), plan.index_price, rules.price_floor),
        (tr("Management fee (yuan/mu per year)"), float(plan.terms.fee), rules.fee_floor),
        (tr("Management (years)"), plan.terms.years, rules.years_floor),
    ):
        if value < floor:
            warnings.append(sentence.format(what=what, value=f"{value:g}", floor=f"{floor:g}"))
    cheap = sorted({
        f"{seller.name} {seller.price:f}" for seller in results.market.sellers
        if seller.price < exact(rules.price_floor) and float(seller.price) != plan.index_price
    })
    if cheap:
        warnings.append(sentence.format(
            what=tr("Price of the index (yuan/mu)"), value=examples(cheap), floor=f"{rules.price_floor:g}"
        ))
    if plan.seller_floor < rules.seller_floor:
        warnings.append(tr("Sellers keep {value} %, below the {floor} % of the rules.").format(
            value=f"{plan.seller_floor:g}", floor=f"{rules.seller_floor:g}"
        ))
    if plan.reader.groups_unknown:
        warnings.append(tr("Left empty: {names}. No district is taken to be in that group.").format(
            names=examples(plan.reader.groups_unknown)
        ))
    count = len(plan.terms.instalments)
    if plan.terms.fee_payment == WITH_PRICE and not rules.fewest_instalments <= count <= rules.most_instalments:
        warnings.append(tr("{count} instalments: the management fee is paid yearly or in {fewest} to {most}.").format(
            count=count, fewest=rules.fewest_instalments, most=rules.most_instalments
        ))
    return warnings


def _rules() -> ForestRules:
    return read_forest_rules(standard_path("chongqing_forest"))
