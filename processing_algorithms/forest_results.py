"""Outputs of a forest-cover trade: districts, trades, payments, numbers, and what the log says of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from qgis.core import (
    NULL,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
)

from ..ecovoucher_plugin.compat import double_field, long_field, text_field
from ..ecovoucher_plugin.i18n import tr
from ..ecovoucher_plugin.policy import forest_cover as policy
from ..ecovoucher_plugin.policy.errors import ForestCoverError
from ..ecovoucher_plugin.policy.forest_cover import District, Standing, in_mu
from ..ecovoucher_plugin.policy.money import exact, product_fen, yuan
from ..ecovoucher_plugin.policy.payments import PaymentTerms, payment_plan
from ..ecovoucher_plugin.policy.trade import Market, Trade, bought_steps, sold_steps
from ..ecovoucher_plugin.wording import examples
from .base import EcoVoucherAlgorithm
from .feature_tables import known
from .forest_districts import DistrictLayer

OUTPUT, TRADES, PAYMENTS = "OUTPUT", "TRADES", "PAYMENTS"
UNMET = "unmet"
PARTY_FIELDS = text_field("seller"), text_field("buyer")
ID_FIELDS = long_field("seller_id"), long_field("buyer_id")
TRADE_FIELDS = (
    *PARTY_FIELDS, *(double_field(name) for name in ("area_mu", "unit_price", "amount", "distance_km")), *ID_FIELDS,
)
PAYMENT_FIELDS = (*PARTY_FIELDS, long_field("year"), double_field("amount"), text_field("kind"), *ID_FIELDS)
NUMBERS = ("SHORTAGE", "CAPACITY", "TRADED", "UNMET", "AMOUNT", "FEASIBLE")


@dataclass(frozen=True)
class TradeResults:
    """A market and its trades. sellers, buyers: which district of the layer each party of the market is."""

    layer: DistrictLayer
    standings: list[Standing]
    sellers: list[int]
    buyers: list[int]
    market: Market
    trades: list[Trade]
    terms: PaymentTerms

    def gains(self) -> list[int]:
        """Return the steps that each district bought, negative where it sold."""
        gained = [0] * len(self.standings)
        for positions, steps, sign in (
            (self.sellers, sold_steps(self.market, self.trades), -1),
            (self.buyers, bought_steps(self.market, self.trades), 1),
        ):
            for position, amount in zip(positions, steps):
                gained[position] = sign * amount
        return gained

    @property
    def left_out(self) -> int:
        """How many districts are left out, because their figures are missing or cannot be."""
        return sum(standing.status != policy.OK for standing in self.standings)

    def parties(self, trade: Trade) -> tuple[District, District]:
        districts = self.layer.districts
        return districts[self.sellers[trade.seller]], districts[self.buyers[trade.buyer]]

    def amount(self, trade: Trade) -> int:
        """Return what a trade costs in whole fen, with the fees of all years."""
        return product_fen(in_mu(trade.steps), self.unit_price(trade))

    def unit_price(self, trade: Trade) -> Decimal:
        return self.terms.full_price(self.market.sellers[trade.seller].price)


def add_trade_outputs(algorithm: EcoVoucherAlgorithm) -> None:
    """Declare the sinks and numbers of a trade."""
    source = QgsProcessing.SourceType
    algorithm.add_parameter(
        QgsProcessingParameterFeatureSink(OUTPUT, tr("Districts with roles"), source.TypeVectorPolygon),
        tr("All districts, with coverage in % and shortage, surplus, bought and sold in mu."),
    )
    algorithm.add_parameter(
        QgsProcessingParameterFeatureSink(TRADES, tr("Trades"), source.TypeVectorLine, None, True, True),
        tr("A line from seller to buyer for each trade, with area in mu, price in yuan/mu and amount in yuan."),
    )
    algorithm.add_parameter(
        QgsProcessingParameterFeatureSink(PAYMENTS, tr("Payment plan"), source.TypeVector, None, True, False),
        tr("What each buyer pays to each seller in which year of the agreement, in yuan."),
    )
    for name, label in zip(NUMBERS, (
        tr("Shortage (mu)"), tr("Capacity of the sellers (mu)"), tr("Traded (mu)"), tr("Unmet (mu)"),
        tr("Amount (yuan)"), tr("All shortage met and no district left out (1) or not (0)"),
    )):
        algorithm.addOutput(QgsProcessingOutputNumber(name, label))


def district_rows(results: TradeResults) -> dict[int, list]:
    """Return the values of the districts by feature id."""
    columns = results.layer.districts, results.standings, results.gains()
    return {district.id: _district_row(district, standing, gained) for district, standing, gained in zip(*columns)}


def _district_row(district: District, standing: Standing, gained: int) -> list:
    if standing.status != policy.OK:
        return [NULL, known(district.target_pct), *[NULL] * 6, standing.status]
    return [
        standing.cover(), district.target_pct,
        float(in_mu(standing.shortage)), float(in_mu(standing.capacity)), standing.role,
        float(in_mu(max(gained, 0))), float(in_mu(max(-gained, 0))), standing.cover(gained),
        UNMET if max(gained, 0) < standing.shortage else policy.OK,
    ]


def trade_rows(results: TradeResults) -> Iterator[tuple[QgsGeometry, list]]:
    """Yield a line from seller to buyer for each trade, with its values."""
    for trade in results.trades:
        seller, buyer = results.parties(trade)
        line = QgsGeometry.fromPolylineXY([
            results.layer.places[results.sellers[trade.seller]].asPoint(),
            results.layer.places[results.buyers[trade.buyer]].asPoint(),
        ])
        yield line, [
            seller.name, buyer.name,
            float(in_mu(trade.steps)), float(results.unit_price(trade)), yuan(results.amount(trade)),
            float(results.market.metres[trade.seller, trade.buyer]) / 1000,
            seller.id, buyer.id,
        ]


def payment_rows(results: TradeResults) -> Iterator[list]:
    """Yield the payments of all trades."""
    for trade in results.trades:
        seller, buyer = results.parties(trade)
        price = results.market.sellers[trade.seller].price
        for payment in payment_plan(in_mu(trade.steps), price, results.terms):
            yield [seller.name, buyer.name, payment.year, yuan(payment.amount), payment.kind, seller.id, buyer.id]


def numbers(results: TradeResults) -> dict[str, float]:
    """Return the numbers of a trade; areas in mu.

    FEASIBLE is 1 where all shortage is met, and known: no district is left out.
    """
    market, traded = results.market, sum(trade.steps for trade in results.trades)
    areas = (market.shortage, market.capacity, traded, market.shortage - traded)
    amount = yuan(sum(results.amount(trade) for trade in results.trades))
    feasible = int(traded == market.shortage and not results.left_out)
    return dict(zip(NUMBERS, (*(float(in_mu(area)) for area in areas), amount, feasible)))


def check_assessed(layer: DistrictLayer, standings: list[Standing]) -> None:
    """Raise ForestCoverError where no district at all can be assessed."""
    if all(standing.status != policy.OK for standing in standings):
        raise ForestCoverError(
            "No district can be assessed. {reasons}", reasons=" ".join(_left_out_reasons(layer, standings))
        )


def left_out_warnings(results: TradeResults) -> list[str]:
    """Return a sentence for each reason why districts are left out of the market, and for names that repeat."""
    left_out = tr("Left out of the market.")
    warnings = [f"{reason} {left_out}" for reason in _left_out_reasons(results.layer, results.standings)]
    counts = Counter(district.name for district in results.layer.districts)
    repeated = [f"{name} ({count}×)" for name, count in counts.items() if count > 1]
    if repeated:
        warnings.append(tr("Several districts have the same name: {names}. They are told apart by their feature id.")
                        .format(names=examples(repeated)))
    return warnings


def _left_out_reasons(layer: DistrictLayer, standings: list[Standing]) -> list[str]:
    """Return a sentence for each reason why districts cannot be assessed, with their names."""
    sentences = {
        policy.NO_AREA: tr("{names}: the land area is missing, or the polygon is invalid."),
        policy.NO_FOREST: tr("{names}: forest area or coverage is missing."),
        policy.NO_TARGET: tr("{names}: the target, or the group that decides it, is missing."),
        policy.NO_PLACE: tr("{names}: there is no polygon to measure distances from."),
        policy.BAD_AREA: tr("{names}: the land area is not above 0."),
        policy.BAD_FOREST: tr("{names}: the forest area is negative or larger than the district."),
        policy.BAD_COVER: tr("{names}: the coverage is not between 0 and 100 %."),
        policy.BAD_TARGET: tr("{names}: the target is not between 0 and 100 %."),
        policy.BAD_PRICE: tr("{names}: the price is negative."),
    }
    names = defaultdict(list)
    for district, standing in zip(layer.districts, standings):
        names[standing.status].append(f"{district.name} ({district.id})")
    return [sentence.format(names=examples(names[status])) for status, sentence in sentences.items() if names[status]]


def unmet_warnings(results: TradeResults, seller_floor: float) -> list[str]:
    """Return how much shortage is unmet, where, and which rule binds; nothing where all is met."""
    bought = bought_steps(results.market, results.trades)
    short = [(buyer, buyer.steps - got) for buyer, got in zip(results.market.buyers, bought) if got < buyer.steps]
    if not short:
        return []
    warnings = [tr("{area} mu of shortage are unmet: {names}.").format(
        area=_area(sum(missing for _, missing in short)),
        names=examples([f"{buyer.name} {_area(missing)} mu" for buyer, missing in short]),
    )]
    if not results.sellers:
        warnings.append(_no_seller(results.left_out).format(floor=f"{seller_floor:g}", count=results.left_out))
    for rule, sentence in (
        (policy.FLOOR, tr("The seller floor of {floor} % binds: {names} sold all they may.")),
        (policy.TARGET, tr("Their own target binds: {names} sold all they may.")),
    ):
        names = [results.layer.districts[seller].name for seller in results.sellers
                 if results.standings[seller].binding == rule]
        if names:
            warnings.append(sentence.format(floor=f"{seller_floor:g}", names=examples(names)))
    held = [(district.name, standing.held_back)
            for district, standing in zip(results.layer.districts, results.standings) if standing.held_back]
    if held:
        warnings.append(tr("The seller floor holds back {area} mu that lie above the districts' own targets: {names}.")
                        .format(area=_area(sum(steps for _, steps in held)),
                                names=examples([name for name, _ in held])))
    return warnings


def _no_seller(left_out: int) -> str:
    if left_out:
        return tr("Of the districts that can be assessed none may sell: none lies above its target and above "
                  "{floor} %. Districts left out: {count}; whether one of them may sell is not known.")
    return tr("No district may sell: none lies above its target and above {floor} %.")


def summary(results: TradeResults) -> list[str]:
    """Return the lines that end a run's log."""
    shown = {name: f"{value:,.2f}" for name, value in numbers(results).items()}
    roles = Counter(standing.role for standing in results.standings if standing.role)
    return [
        tr("Districts: {buyers} buyers, {sellers} sellers, {compliant} compliant, {left_out} left out").format(
            buyers=roles[policy.BUYER], sellers=roles[policy.SELLER], compliant=roles[policy.COMPLIANT],
            left_out=results.left_out,
        ),
        tr("Shortage {SHORTAGE} mu, capacity {CAPACITY} mu, traded {TRADED} mu, unmet {UNMET} mu").format(**shown),
        tr("Trades: {count}; amount {amount} yuan").format(count=len(results.trades), amount=shown["AMOUNT"]),
        tr("The index counts for the assessment of coverage only: no land, no trees, no ESV and no voucher move."),
    ]


def price_of(district: District) -> Decimal:
    """Return the index price of a district in yuan/mu."""
    return exact(district.price)


def _area(steps: int) -> str:
    return f"{in_mu(steps):,.2f}"
