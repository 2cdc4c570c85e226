"""Revenue split: the land ticket of seed 000, case 3, and the two-party cases of seed 004."""

from __future__ import annotations

from pathlib import Path

import pytest
from ecovoucher.ecovoucher_plugin.policy.errors import PolicyFileError, RevenueError
from ecovoucher.ecovoucher_plugin.policy.money import fen
from ecovoucher.ecovoucher_plugin.policy.revenue import (
    RevenueTerms,
    read_presets,
    split_revenue,
    total_revenue,
)
from hypothesis import given
from hypothesis import strategies as st

PRESETS = Path(__file__).resolve().parents[2] / "resources" / "standards" / "revenue_presets.csv"
NAN = float("nan")
LAND_TICKET = RevenueTerms(85, 120_000, 21_000)

quantities = st.floats(min_value=0, max_value=1e5)
prices = st.floats(min_value=0, max_value=1e6)
shares = st.floats(min_value=0, max_value=100)


def in_yuan(revenue):
    return tuple(part / 100 for part in (revenue.gross, revenue.cost, revenue.net, revenue.farmer, revenue.collective))


def test_net_of_200_000_is_shared_170_000_and_30_000():
    """Rulebook D-1, worked example WE-7: land ticket, 85 : 15 of the price less the reclamation cost."""
    revenue = split_revenue(1, 250_000, 50_000, LAND_TICKET)
    assert in_yuan(revenue) == (250_000, 50_000, 200_000, 170_000, 30_000)
    assert (revenue.status, revenue.below_minimum) == ("ok", False)


def test_minima_of_the_land_ticket_are_those_of_the_source():
    """Rulebook D-2: 12 : 2.1 = 85.11 : 14.89; a net of 12/0.85 gives the farmers their minimum and more to the rest."""
    assert round(100 * 120_000 / 141_000, 2) == 85.11
    reached = split_revenue(1, 141_176.48, 0, LAND_TICKET)
    assert (reached.status, reached.farmer) == ("ok", 12_000_001)
    missed = split_revenue(1, 141_176.40, 0, LAND_TICKET)
    assert (missed.status, missed.below_minimum) == ("below_minimum", True)
    collective_missed = split_revenue(2, 140_000, 0, RevenueTerms(85, None, 21_000.01))
    assert collective_missed.status == "below_minimum"
    assert split_revenue(2, 140_000, 0, RevenueTerms(85, None, 21_000)).status == "ok"


def test_loss_is_shown_and_nothing_is_shared_out():
    revenue = split_revenue(3, 100, 150.5, LAND_TICKET)
    assert in_yuan(revenue) == (300, 451.5, -151.5, 0, 0)
    assert (revenue.status, revenue.below_minimum) == ("loss", True)
    assert not split_revenue(3, 100, 150.5, RevenueTerms(85)).below_minimum


@pytest.mark.parametrize(("quantity", "cost", "status"), [
    (NAN, 1, "no_quantity"), (1, NAN, "no_cost"), (-1, 1, "negative"), (1, -1, "negative"), (NAN, -1, "no_quantity"),
])
def test_what_cannot_be_computed_has_no_money(quantity, cost, status):
    revenue = split_revenue(quantity, 10, cost, LAND_TICKET)
    assert revenue.status == status
    assert {revenue.gross, revenue.cost, revenue.net, revenue.farmer, revenue.collective} == {None}


def test_nothing_sold_is_nothing_paid_and_nothing_missed():
    assert in_yuan(split_revenue(0, 10, 5, LAND_TICKET)) == (0, 0, 0, 0, 0)
    assert split_revenue(0, 10, 5, LAND_TICKET).status == "ok"


@given(quantities, prices, prices, shares)
def test_parts_sum_to_the_fen(quantity, price, cost, share):
    revenue = split_revenue(quantity, price, cost, RevenueTerms(share))
    assert revenue.gross - revenue.cost == revenue.net
    assert revenue.farmer + revenue.collective == max(revenue.net, 0)
    assert abs(revenue.farmer - max(revenue.net, 0) * share / 100) < 1 + 1e-12 * abs(revenue.net)


@given(st.lists(st.tuples(quantities, prices), min_size=1, max_size=20), st.randoms())
def test_totals_are_the_sum_of_the_rows_in_any_order(sales, random):
    revenues = [split_revenue(quantity, 1000, cost, LAND_TICKET) for quantity, cost in sales]
    revenues.append(split_revenue(NAN, 1000, 0, LAND_TICKET))
    totals = total_revenue(revenues)
    random.shuffle(revenues)
    assert total_revenue(revenues) == totals
    assert totals.gross - totals.cost == totals.net
    assert totals.net == sum(revenue.net for revenue in revenues if revenue.net is not None)


@pytest.mark.parametrize("terms", [
    (-1,), (100.1,), (NAN,), (float("inf"),), (85, -1), (85, None, NAN), (85, float("inf")),
])
def test_terms_that_make_no_sense_are_refused(terms):
    with pytest.raises(RevenueError):
        RevenueTerms(*terms)


@pytest.mark.parametrize("price", [-0.01, NAN, float("inf")])
def test_price_that_is_none_is_refused(price):
    with pytest.raises(RevenueError, match="price"):
        split_revenue(1, price, 0, LAND_TICKET)


class TestPresets:
    def test_they_are_the_published_splits(self):
        presets = read_presets(PRESETS)
        terms = {
            name: (preset.terms.farmer_share, preset.terms.farmer_minimum, preset.terms.collective_minimum)
            for name, preset in presets.items()
        }
        assert terms == {
            "land_ticket": (85, 120_000, 21_000),
            "voucher_sale": (85, None, None),
            "nanning_lake": (12, None, None),
            "naliang_taro": (80, None, None),
        }

    def test_lake_profit_of_nanning_is_shared_12_to_88(self):
        """Seed 004, case 6 (rulebook X-9): the park has 12 %."""
        revenue = split_revenue(100_000, 1, 0, read_presets(PRESETS)["nanning_lake"].terms)
        assert (revenue.farmer, revenue.collective) == (fen(12_000), fen(88_000))

    def test_dividends_of_naliang_are_20_percent_of_profit(self):
        """Seed 004, case 7 (rulebook X-10): 6万 to the town and 9万 to three villages, so the profit was 75万."""
        revenue = split_revenue(750_000, 1, 0, read_presets(PRESETS)["naliang_taro"].terms)
        assert revenue.collective == fen(60_000 + 90_000)

    def test_row_without_a_share_is_named(self, tmp_path):
        lines = PRESETS.read_text(encoding="utf-8").splitlines()
        broken = [line.replace(",mu,85,", ",mu,,") for line in lines]
        path = tmp_path / "presets.csv"
        path.write_text("\n".join(broken), encoding="utf-8")
        with pytest.raises(PolicyFileError, match="land_ticket"):
            read_presets(path)
