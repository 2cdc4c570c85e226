"""Trade in forest-cover index: which seller serves which buyer, and whether a set of trades keeps the rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from .errors import TradeError
from .forest_cover import in_mu
from .money import product_fen
from .transport import cheapest_flows

DISTANCE, COST = "distance", "cost"
OBJECTIVES = (DISTANCE, COST)


@dataclass(frozen=True)
class Party:
    """A district in the market: the steps it may sell or lacks, and for a seller its price in yuan/mu."""

    id: int
    name: str
    steps: int
    price: Decimal = Decimal(0)


@dataclass(frozen=True)
class Market:
    """Sellers (s) and buyers (b), and the whole metres between them (s, b)."""

    sellers: tuple[Party, ...]
    buyers: tuple[Party, ...]
    metres: np.ndarray

    @property
    def capacity(self) -> int:
        return sum(seller.steps for seller in self.sellers)

    @property
    def shortage(self) -> int:
        return sum(buyer.steps for buyer in self.buyers)


@dataclass(frozen=True)
class Trade:
    """An agreement: positions of seller and buyer in the market, and the steps that change hands."""

    seller: int
    buyer: int
    steps: int


def match(market: Market, objective: str) -> list[Trade]:
    """Return the trades that serve the most shortage and, among those, cost or travel the least in total.

    objective: DISTANCE (area × distance, then price) or COST (area × price, then distance). What is still equal is
    decided by the names of the districts, so the order of the layer does not matter. Any seller may serve any
    buyer, so the smaller one of shortage and capacity is served in full.
    Raises TradeError where the solver fails or breaks a rule.
    """
    if not market.sellers or not market.buyers:
        return []
    sellers, buyers = _by_name(market.sellers), _by_name(market.buyers)
    metres = market.metres[np.ix_(sellers, buyers)].astype(float)
    prices = np.array([product_fen(1.0, market.sellers[seller].price) for seller in sellers], dtype=float)
    price = np.broadcast_to(prices[:, None], metres.shape)
    rank = np.outer(np.arange(1.0, len(sellers) + 1), np.arange(1.0, len(buyers) + 1))
    flows = cheapest_flows(
        (metres, price, rank) if objective == DISTANCE else (price, metres, rank),
        np.array([market.sellers[seller].steps for seller in sellers], dtype=np.int64),
        np.array([market.buyers[buyer].steps for buyer in buyers], dtype=np.int64),
    )
    trades = [Trade(sellers[row], buyers[column], int(flows[row, column])) for row, column in np.argwhere(flows)]
    check_trades(market, trades)
    if sum(trade.steps for trade in trades) != min(market.capacity, market.shortage):
        raise TradeError("The matching leaves shortage that could be served. Please report this.")
    return trades


def check_trades(market: Market, trades: Sequence[Trade]) -> None:
    """Raise TradeError for the first trade that breaks a rule: nothing changes hands, a seller sells more than it
    may, or a buyer buys more than it lacks.

    Needs no solver, so agreements that were made elsewhere can be checked too.
    """
    for trade in trades:
        if trade.steps <= 0:
            raise TradeError(
                "{seller} → {buyer}: {area} mu change hands. A trade must be above 0.",
                seller=market.sellers[trade.seller].name, buyer=market.buyers[trade.buyer].name,
                area=in_mu(trade.steps),
            )
    for seller, sold in zip(market.sellers, sold_steps(market, trades)):
        if sold > seller.steps:
            raise TradeError(
                "{name} sells {area} mu, but may sell only {limit} mu without falling below the coverage it must keep.",
                name=seller.name, area=in_mu(sold), limit=in_mu(seller.steps),
            )
    for buyer, bought in zip(market.buyers, bought_steps(market, trades)):
        if bought > buyer.steps:
            raise TradeError(
                "{name} buys {area} mu, but lacks only {limit} mu.",
                name=buyer.name, area=in_mu(bought), limit=in_mu(buyer.steps),
            )


def sold_steps(market: Market, trades: Sequence[Trade]) -> list[int]:
    """Return what each seller sells."""
    sold = [0] * len(market.sellers)
    for trade in trades:
        sold[trade.seller] += trade.steps
    return sold


def bought_steps(market: Market, trades: Sequence[Trade]) -> list[int]:
    """Return what each buyer buys."""
    bought = [0] * len(market.buyers)
    for trade in trades:
        bought[trade.buyer] += trade.steps
    return bought


def _by_name(parties: Sequence[Party]) -> list[int]:
    """Return the positions of parties in an order that does not depend on the layer."""
    return sorted(range(len(parties)), key=lambda position: (
        parties[position].name, parties[position].steps, parties[position].price, parties[position].id
    ))
