"""Matching: the most shortage first, then the least distance or cost; against trying everything and assignment."""

from __future__ import annotations

import itertools
from decimal import Decimal

import numpy as np
import pytest
from ecovoucher.ecovoucher_plugin.policy.errors import TradeError
from ecovoucher.ecovoucher_plugin.policy.trade import (
    Market,
    Party,
    Trade,
    bought_steps,
    check_trades,
    match,
    sold_steps,
)
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment


def market(sellers, buyers, metres=None, prices=None, names="abcdefghijkl"):
    prices = prices or [1000] * len(sellers)
    if metres is None:
        metres = np.arange(len(sellers) * len(buyers)).reshape(len(sellers), len(buyers))
    return Market(
        tuple(Party(id, f"seller {names[id]}", steps, Decimal(price))
              for id, (steps, price) in enumerate(zip(sellers, prices))),
        tuple(Party(id, f"buyer {names[id]}", steps) for id, steps in enumerate(buyers)),
        np.array(metres).reshape(len(sellers), len(buyers)),
    )


def total(trades):
    return sum(trade.steps for trade in trades)


def by_id(market, trades):
    return sorted((market.sellers[trade.seller].id, market.buyers[trade.buyer].id, trade.steps) for trade in trades)


steps = st.integers(min_value=1, max_value=10**10)
metres = st.integers(min_value=0, max_value=5_000_000)


@st.composite
def markets(draw, largest=6):
    sellers = draw(st.lists(steps, min_size=1, max_size=largest))
    buyers = draw(st.lists(steps, min_size=1, max_size=largest))
    count = len(sellers) * len(buyers)
    return market(
        sellers, buyers, draw(st.lists(metres, min_size=count, max_size=count)),
        draw(st.lists(st.integers(min_value=900, max_value=1200), min_size=len(sellers), max_size=len(sellers))),
    )


class TestRules:
    @given(markets(), st.sampled_from(["distance", "cost"]))
    def test_bought_is_sold_and_nobody_goes_beyond_its_limit(self, found, objective):
        trades = match(found, objective)
        sold, bought = sold_steps(found, trades), bought_steps(found, trades)
        assert sum(sold) == sum(bought) == min(found.capacity, found.shortage)
        assert all(amount <= seller.steps for amount, seller in zip(sold, found.sellers))
        assert all(amount <= buyer.steps for amount, buyer in zip(bought, found.buyers))

    @given(markets(), steps)
    def test_another_seller_never_leaves_more_unmet(self, found, capacity):
        larger = Market(
            (*found.sellers, Party(99, "another", capacity, Decimal(1000))), found.buyers,
            np.vstack((found.metres, np.full((1, len(found.buyers)), 1000))),
        )
        assert total(match(larger, "distance")) >= total(match(found, "distance"))

    @given(markets(), st.sampled_from(["distance", "cost"]), st.randoms())
    def test_order_of_the_districts_does_not_matter(self, found, objective, random):
        sellers, buyers = list(range(len(found.sellers))), list(range(len(found.buyers)))
        random.shuffle(sellers)
        random.shuffle(buyers)
        shuffled = Market(
            tuple(found.sellers[i] for i in sellers), tuple(found.buyers[i] for i in buyers),
            found.metres[np.ix_(sellers, buyers)],
        )
        assert by_id(shuffled, match(shuffled, objective)) == by_id(found, match(found, objective))

    def test_market_without_sellers_or_buyers_has_no_trades(self):
        assert match(market([], [5], np.empty((0, 1))), "distance") == []
        assert match(market([5], [], np.empty((1, 0))), "distance") == []


class TestOptimum:
    @given(st.integers(min_value=1, max_value=5), st.data())
    def test_single_units_are_matched_as_the_assignment_problem_says(self, count, data):
        distances = np.array(data.draw(st.lists(metres, min_size=count**2, max_size=count**2))).reshape(count, count)
        found = market([1] * count, [1] * count, distances)
        rows, columns = linear_sum_assignment(distances)
        best = distances[rows, columns].sum()
        assert sum(distances[trade.seller, trade.buyer] for trade in match(found, "distance")) == best

    @given(st.lists(st.integers(min_value=1, max_value=3), min_size=2, max_size=3),
           st.lists(st.integers(min_value=1, max_value=3), min_size=2, max_size=3), st.data())
    def test_few_units_are_matched_as_trying_everything_says(self, capacity, shortage, data):
        count = len(capacity) * len(shortage)
        near = st.integers(min_value=0, max_value=9)
        distances = np.array(data.draw(st.lists(near, min_size=count, max_size=count)))
        prices = data.draw(st.lists(st.integers(min_value=1, max_value=3),
                                    min_size=len(capacity), max_size=len(capacity)))
        found = market(capacity, shortage, distances, prices)
        for objective in ("distance", "cost"):
            assert value(found, match(found, objective), objective) == best_value(found, objective)


def value(found, trades, objective):
    """What the objective counts, then the other one."""
    travel = sum(trade.steps * int(found.metres[trade.seller, trade.buyer]) for trade in trades)
    cost = sum(trade.steps * found.sellers[trade.seller].price for trade in trades)
    return (travel, cost) if objective == "distance" else (cost, travel)


def best_value(found, objective):
    """The best value over all ways to hand out whole units, by trying them all."""
    def ways(capacity, limits):
        return (way for way in itertools.product(*(range(limit + 1) for limit in limits)) if sum(way) <= capacity)

    partial = {tuple(buyer.steps for buyer in found.buyers): {(0, 0)}}
    for seller, party in enumerate(found.sellers):
        following = {}
        for left, values in partial.items():
            for way in ways(party.steps, left):
                rest = tuple(limit - used for limit, used in zip(left, way))
                more = value(found, [Trade(seller, buyer, used) for buyer, used in enumerate(way)], objective)
                reached = {(first + more[0], second + more[1]) for first, second in values}
                following.setdefault(rest, set()).update(reached)
        partial = {left: {min(values)} for left, values in following.items()}
    served = min(found.capacity, found.shortage)
    return min(min(values) for left, values in partial.items() if found.shortage - sum(left) == served)


class TestChoice:
    def test_nearest_seller_serves_unless_another_is_cheaper(self):
        found = market([10, 10], [10], [[5], [90]], [1100, 1000])
        assert by_id(found, match(found, "distance")) == [(0, 0, 10)]
        assert by_id(found, match(found, "cost")) == [(1, 0, 10)]

    def test_most_shortage_comes_before_distance(self):
        found = market([10, 10], [10, 10], [[1, 1000], [2, 2000]])
        assert total(match(found, "distance")) == 20
        assert by_id(found, match(found, "distance")) == [(0, 1, 10), (1, 0, 10)]

    def test_at_equal_prices_cost_takes_the_nearest(self):
        found = market([10, 10], [10], [[90], [5]])
        assert by_id(found, match(found, "cost")) == [(1, 0, 10)]

    def test_at_equal_distance_distance_takes_the_cheapest(self):
        found = market([10, 10], [10], [[7], [7]], [1100, 1000])
        assert by_id(found, match(found, "distance")) == [(1, 0, 10)]

    def test_prices_that_are_the_same_to_the_fen_are_equal(self):
        found = market([10, 10], [10], [[5], [90]], ["1000.004", "1000.001"])
        assert by_id(found, match(found, "cost")) == [(0, 0, 10)]

    def test_what_is_equal_in_everything_is_decided_by_name(self):
        found = market([10, 10], [10], [[7], [7]], names="zy")
        assert match(found, "distance") == [Trade(1, 0, 10)]

    def test_scarce_capacity_goes_to_the_nearest_buyers(self):
        found = market([10], [6, 6, 6], [[30, 10, 20]])
        assert by_id(found, match(found, "distance")) == [(0, 1, 6), (0, 2, 4)]


class TestCheck:
    """Agreements made elsewhere: no solver is needed."""

    def test_first_deal_keeps_the_rules(self):
        deal = market([75_000 * 10**4], [75_000 * 10**4])
        check_trades(deal, [Trade(0, 0, 75_000 * 10**4)])

    @pytest.mark.parametrize(("trades", "sentence"), [
        ([Trade(0, 0, 0)], "above 0"), ([Trade(0, 0, -5)], "above 0"),
        ([Trade(0, 0, 60_001), Trade(0, 1, 40_000)], "seller a sells 10.0001 mu, but may sell only 10 mu"),
        ([Trade(0, 0, 50_000), Trade(1, 0, 20_001)], "buyer a buys 7.0001 mu, but lacks only 7 mu"),
    ])
    def test_breach_is_named(self, trades, sentence):
        found = market([100_000, 50_000], [70_000, 70_000])
        with pytest.raises(TradeError, match=sentence):
            check_trades(found, trades)
