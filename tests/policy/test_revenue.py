"""Revenue split: the land ticket of seed 000, case 3, and the two-party cases of seed 004."""

from __future__ import annotations

from fractions import Fraction
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
NAN, INF = float("nan"), float("inf")
LAND_TICKET = RevenueTerms(85, 120_000, 21_000)

quantities = st.floats(min_value=0, max_value=1e5)
prices = st.floats(min_value=0, max_value=1e6)
shares = st.just(0.0) | st.floats(min_value=1, max_value=100)


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


def test_terms_may_give_all_or_nothing():
    for share in (0, 100):
        assert RevenueTerms(share, 0, 0.5).collective_share == 100 - share


def test_preset_of_the_land_ticket_is_that_of_the_source():
    preset = read_presets(PRESETS)["land_ticket"]
    assert preset.terms == LAND_TICKET
    assert (preset.name, preset.unit) == ("重庆地票 Chongqing land ticket", "mu")
    assert (preset.farmer_party, preset.collective_party) == ("农户 households", "村集体 village collective")
    assert read_presets(PRESETS)["voucher_sale"].terms.in_vouchers


def test_loss_is_shown_and_nothing_is_shared_out():
    revenue = split_revenue(3, 100, 150.5, LAND_TICKET)
    assert in_yuan(revenue) == (300, 451.5, -151.5, 0, 0)
    assert (revenue.status, revenue.below_minimum) == ("loss", True)
    assert not split_revenue(3, 100, 150.5, RevenueTerms(85)).below_minimum


@pytest.mark.parametrize(("quantity", "cost", "status"), [
    (NAN, 1, "no_quantity"), (1, NAN, "no_cost"), (-1, 1, "negative"), (1, -1, "negative"), (NAN, -1, "no_quantity"),
    (INF, 1, "too_large"), (1, INF, "too_large"), (-INF, 1, "negative"), (1e300, 0, "too_large"),
    (1, 1e300, "too_large"),
])
@pytest.mark.parametrize("in_vouchers", [False, True])
def test_what_cannot_be_computed_has_no_money(quantity, cost, status, in_vouchers):
    revenue = split_revenue(quantity, 10, cost, RevenueTerms(85, in_vouchers=in_vouchers))
    assert revenue.status == status
    assert {revenue.gross, revenue.cost, revenue.net, revenue.farmer, revenue.collective} == {None}


@pytest.mark.parametrize(("quantity", "sold"), [
    (73.174999, 73.17), (0.004, 0), (13.631029986, 13.63), (230.77499999999998, 230.78), (-0.004, None), (-1, None),
])
def test_vouchers_are_sold_as_issued(quantity, sold):
    """Rulebook K-7 and J-27: 73.17 vouchers at 30,000 yuan are 2,195,100 yuan; a negative quantity is no sale of 0."""
    revenue = split_revenue(quantity, 30_000, 10_000, RevenueTerms(85, in_vouchers=True))
    if sold is None:
        assert (revenue.status, revenue.gross) == ("negative", None)
    else:
        assert in_yuan(revenue) == pytest.approx([amount * sold for amount in (30_000, 10_000, 20_000, 17_000, 3_000)])
        assert (revenue.sold, revenue.remainder) == (sold, pytest.approx(quantity - sold, abs=1e-12))


def test_minimum_is_that_of_the_vouchers_issued():
    terms = RevenueTerms(85, 17_000, None, in_vouchers=True)
    assert split_revenue(1.004999, 20_000, 0, terms).status == "ok"
    assert split_revenue(1.004999, 19_999, 0, terms).status == "below_minimum"


def test_what_is_no_voucher_is_sold_as_computed():
    revenue = split_revenue(73.174999, 30_000, 0, RevenueTerms(85))
    assert (revenue.gross, revenue.sold, revenue.remainder) == (fen(2_195_249.97), 73.174999, 0)


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
    assert totals.farmer + totals.collective - totals.loss == totals.net


def test_totals_of_quantities_and_of_missed_minima():
    """73.174 and 73.176 are issued as 73.17 and 73.18; two sales in three miss the minimum of one yuan."""
    terms = RevenueTerms(50, 1, in_vouchers=True)
    totals = total_revenue(split_revenue(quantity, price, 0, terms) for quantity, price in (
        (73.174, 1), (73.176, 1), (1, 2),
    ))
    assert totals.below_minimum == 2
    assert totals.sold == pytest.approx(73.17 + 73.18 + 1, rel=1e-15)
    assert totals.remainder == pytest.approx(0.004 - 0.004, abs=1e-12)
    assert total_revenue([split_revenue(73.174, 1, 0, terms)]).remainder == pytest.approx(0.004, rel=1e-9)


def test_price_that_is_none_is_named():
    with pytest.raises(RevenueError) as caught:
        split_revenue(1, -1, 0, LAND_TICKET)
    assert str(caught.value) == "The price is -1 yuan per unit. Give 0 or more."


def test_losses_stand_apart_in_the_totals():
    totals = total_revenue(split_revenue(1, 100, cost, RevenueTerms(85)) for cost in (0, 150, 166.64))
    assert (totals.farmer, totals.collective, totals.loss, totals.net) == (8_500, 1_500, 11_664, -1_664)


def test_break_even_price_is_the_mean_cost_of_what_is_sold():
    """Closed form: (1 × 100 + 3 × 200) / 4 = 175; a row that cannot be computed does not count."""
    sales = [(1, 100), (3, 200), (NAN, 1e6), (5, NAN)]
    totals = total_revenue(split_revenue(quantity, 1000, cost, LAND_TICKET) for quantity, cost in sales)
    assert totals.break_even == 175
    thirds = total_revenue(split_revenue(quantity, 0, cost, LAND_TICKET) for quantity, cost in ((1, 1), (2, 0)))
    assert str(thirds.break_even) == "0.34"


def test_nothing_sold_breaks_even_at_no_price():
    assert total_revenue([]).break_even is None
    assert total_revenue([split_revenue(0, 10, 5, LAND_TICKET)]).break_even is None


@given(
    st.lists(st.tuples(st.integers(1, 10**7), st.integers(0, 10**7)), min_size=1, max_size=30),
    st.sampled_from([False, True]),
)
def test_break_even_price_covers_the_cost_and_one_fen_less_does_not(sales, in_vouchers):
    """Quantities of whole hundredths and costs of whole yuan, so that no row is rounded: exact with Fractions."""
    terms = RevenueTerms(85, in_vouchers=in_vouchers)
    totals = total_revenue(split_revenue(hundredths / 100, 0, cost, terms) for hundredths, cost in sales)
    cost = sum(Fraction(hundredths, 100) * cost for hundredths, cost in sales)
    sold = Fraction(sum(hundredths for hundredths, _ in sales), 100)
    price = Fraction(totals.break_even)
    assert price * sold >= cost > (price - Fraction(1, 100)) * sold or price == cost == 0
    assert (price * 100).denominator == 1


def test_break_even_price_sees_the_last_digit_of_what_is_sold():
    """What is sold is 1e-17 short of 1e15, so that 0.02 yuan a unit do not cover a cost of 20 million million yuan."""
    quantities = (999_999_999_999_999.9, 0.02), (0.09999999999999999, 0)
    totals = total_revenue(split_revenue(quantity, 0, cost, RevenueTerms(85)) for quantity, cost in quantities)
    assert totals.cost == 2 * 10**15
    assert str(totals.break_even) == "0.03"


def test_who_is_guaranteed_nothing_misses_nothing():
    for terms in (RevenueTerms(0, None, 10), RevenueTerms(100, 10, None)):
        assert split_revenue(1, 20, 0, terms).status == "ok"


@pytest.mark.parametrize("terms", [
    (-1,), (100.1,), (NAN,), (INF,), (85, -1), (85, None, NAN), (85, INF),
])
def test_terms_that_make_no_sense_are_refused(terms):
    with pytest.raises(RevenueError):
        RevenueTerms(*terms)


@pytest.mark.parametrize("share", [0.85, 0.999, 0.001])
def test_share_that_is_no_percentage_is_refused(share):
    with pytest.raises(RevenueError, match="85 for 85 %"):
        RevenueTerms(share)
    assert RevenueTerms(0).collective_share == 100
    assert RevenueTerms(1).collective_share == 99


@pytest.mark.parametrize("price", [-0.01, NAN, INF])
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

    def test_vouchers_are_sold_in_one_of_them(self):
        in_vouchers = [name for name, preset in read_presets(PRESETS).items() if preset.terms.in_vouchers]
        assert in_vouchers == ["voucher_sale"]

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
