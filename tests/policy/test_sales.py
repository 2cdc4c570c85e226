"""Many sales at once are the single sales, each by Decimal arithmetic: to the fen, at every edge."""

from __future__ import annotations

import math

import numpy as np
import pytest
from ecovoucher.ecovoucher_plugin.policy.errors import RevenueError
from ecovoucher.ecovoucher_plugin.policy.revenue import RevenueTerms, split_revenue, total_revenue
from ecovoucher.ecovoucher_plugin.policy.sales import split_sales, total_sales
from hypothesis import given
from hypothesis import strategies as st

NAN, INF = float("nan"), float("inf")
WITHOUT_NOTHING = RevenueTerms(85)
halves = st.integers(0, 10**7).map(lambda n: n / 200)
# What users have, what rounds badly, and what no register holds.
numbers = st.one_of(
    st.floats(0, 1e6), halves, st.integers(0, 10**12).map(float), st.floats(0, 1e18),
    st.sampled_from([0.0, -0.0, -1.0, NAN, INF, 5e-324, 1e-9, 0.005, 230.77499999999998, 1e300, 2.0**53, 1e15 + 0.125]),
)
prices = st.floats(0, 1e6) | halves | st.sampled_from([0.0, 1e-9, 1e300, 30_000.5])
shares = st.just(0.0) | st.floats(1, 100) | st.integers(1, 100).map(float) | st.sampled_from([66.7, 33.33, 99.999999])
terms = st.builds(
    RevenueTerms, shares, st.none() | halves | st.floats(0, 1e9), st.none() | halves, st.booleans(),
)


def singly(quantities, price, costs, given_terms):
    return [split_revenue(quantity, price, cost, given_terms) for quantity, cost in zip(quantities, costs)]


def same(one, other):
    return one[:7] == other[:7] and one.sold == other.sold and math.isclose(
        one.remainder, other.remainder, rel_tol=1e-9, abs_tol=1e-12 * max(1.0, one.sold))


@given(st.lists(st.tuples(numbers, numbers), max_size=30), prices, terms)
def test_each_sale_and_the_totals_are_those_of_single_sales(pairs, price, given_terms):
    quantities, costs = ([pair[side] for pair in pairs] for side in (0, 1))
    expected = singly(quantities, price, costs, given_terms)
    sales = split_sales(np.array(quantities, dtype=float), price, np.array(costs, dtype=float), given_terms)
    for row, revenue in enumerate(expected):
        known = revenue if revenue.net is not None else revenue._replace(sold=0.0, remainder=0.0)
        assert same(sales[row], known), (quantities[row], costs[row])
    totals, wanted = total_sales(sales), total_revenue(expected)
    for name in ("gross", "cost", "net", "farmer", "collective", "loss", "below_minimum", "sold", "break_even"):
        assert getattr(totals, name) == getattr(wanted, name), name


@pytest.mark.parametrize("in_vouchers", [False, True])
@pytest.mark.parametrize("price", [30_000.0, 30_000.5, 0.01, 1 / 3, 99_999.99])
def test_a_town_full_of_ties(price, in_vouchers):
    """Quantities in steps of 0.005 have the voucher, the fen, or both at the half."""
    quantities = np.arange(4000) / 200
    given_terms = RevenueTerms(85, 12.5, 2.205, in_vouchers)
    sales = split_sales(quantities, price, np.full(4000, 7.77), given_terms)
    assert all(same(sales[row], revenue)
               for row, revenue in enumerate(singly(quantities.tolist(), price, [7.77] * 4000, given_terms)))


def test_sums_beyond_64_bits_are_exact():
    """2,000 sales of 2^52 − 1 fen each: 9.0e18 fen, and with twice as many more than an int64 holds."""
    price = (2**52 - 1) / 100
    sales = split_sales(np.ones(4000), price, np.zeros(4000), WITHOUT_NOTHING)
    assert total_sales(sales).gross == 4000 * (2**52 - 1)


def test_a_price_that_is_none_is_named():
    with pytest.raises(RevenueError, match="price"):
        split_sales(np.ones(1), -1.0, np.zeros(1), WITHOUT_NOTHING)


def test_no_sales():
    totals = total_sales(split_sales(np.empty(0), 10.0, np.empty(0), WITHOUT_NOTHING))
    assert (totals.gross, totals.sold, totals.break_even) == (0, 0.0, None)
