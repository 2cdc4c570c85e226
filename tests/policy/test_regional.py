"""Regional balance: seed 001, equations 2 and 3, with rulebook C-1, C-2 and C-5; worked example WE-8."""

from __future__ import annotations

import numpy as np
import pytest
from ecovoucher.ecovoucher_plugin.policy.errors import RegionalError
from ecovoucher.ecovoucher_plugin.policy.regional import balance_regions, percent_suspects, total_balance
from hypothesis import given
from hypothesis import strategies as st

NAN = float("nan")
PRICE = 450_000


def balance(*rows, gdp=1.0, density=1.0, price=PRICE):
    columns = np.array(rows, dtype=float).reshape(-1, 3).T
    return balance_regions(*columns, gdp, density, price)


@pytest.mark.parametrize(("gdp", "density", "voucher", "amount"), [
    (1, 1, 7.2, 3_240_000), (0.6, 0.5, 2.16, 972_000), (2, 3, 43.2, 19_440_000),
])
def test_golden_county(gdp, density, voucher, amount):
    """WE-8: ΔM = 7.20 ha at 450,000 yuan/ha (30,000 yuan a mu)."""
    county = balance((7.2, gdp, density))
    assert county.voucher[0] == pytest.approx(voucher, rel=1e-14)
    assert county.amount_fen == [100 * amount]
    assert county.role(0) == "supply"


def test_correction_turns_a_surplus_into_a_deficit_market():
    """WE-8, sign test: E = −72, 6, −9, 1.98; demand 81, supply 7.98, although ΣΔM = +15."""
    regions = balance((-12, 2, 3), (30, 0.5, 0.4), (-5, 1.2, 1.5), (2, 0.9, 1.1))
    assert regions.voucher == pytest.approx([-72, 6, -9, 1.98], rel=1e-14)
    assert [regions.role(region) for region in range(4)] == ["demand", "supply", "demand", "supply"]
    totals = total_balance(regions)
    assert (totals.demand, totals.supply) == (pytest.approx(81), pytest.approx(7.98))
    assert totals.net_demand == totals.unmet == pytest.approx(73.02)
    assert (totals.static_supply, totals.static_demand, totals.static_net) == (32, 17, 15)
    assert totals.amount_demand_fen == 81 * PRICE * 100
    assert totals.amount_supply_fen == 798 * PRICE


def test_published_totals_of_beijing_tianjin_hebei_reproduce():
    """Rulebook G-10: 142.02 − 74.73 = 67.29 (×10⁴ ha). G-11: 639.47 − 616.41 is 23.06, printed 23.09."""
    totals = total_balance(balance((-142.02, 1, 1), (74.73, 1, 1)))
    assert totals.net_demand == pytest.approx(67.29)
    assert total_balance(balance((616.41 - 639.47, 1, 1))).static_net == pytest.approx(-23.06)


def test_ratios_are_of_the_national_mean():
    regions = balance((10, 84_000, 444), gdp=70_000, density=148)
    assert (regions.gdp_ratio[0], regions.population_ratio[0]) == (pytest.approx(1.2), 3.0)
    assert regions.voucher[0] == pytest.approx(36)


def test_balanced_region_is_neutral_and_surplus_leaves_nothing_unmet():
    regions = balance((0, 1, 1), (5, 1, 1), (-2, 1, 1))
    assert regions.role(0) == "neutral"
    assert (total_balance(regions).net_demand, total_balance(regions).unmet) == (-3, 0)


@pytest.mark.parametrize(("row", "status"), [
    ((NAN, 1, 1), "no_static"), ((1, NAN, 1), "no_gdp"), ((1, 1, NAN), "no_density"), ((1, float("inf"), 1), "no_gdp"),
    ((1, 0, 1), "bad_gdp"), ((1, -1, 1), "bad_gdp"), ((1, 1, -1), "bad_density"),
])
def test_what_is_missing_or_wrong_leaves_the_region_out_of_both_balances(row, status):
    regions = balance(row, (-2, 1, 1))
    assert regions.statuses == [status, "ok"]
    assert (regions.amount_fen[0], regions.role(0)) == (None, None)
    assert np.isnan(regions.voucher[0])
    totals = total_balance(regions)
    assert (totals.static_net, totals.net_demand, totals.supply) == (-2, 2, 0)


def test_small_surplus_and_small_deficit():
    """A quarter of a hectare each, worth one fen each at 0.04 yuan/ha."""
    regions = balance((0.25, 1, 1), (-0.25, 1, 1), price=0.04)
    assert [regions.role(region) for region in range(2)] == ["supply", "demand"]
    totals = total_balance(regions)
    assert (totals.supply, totals.demand, totals.static_supply, totals.static_demand) == (0.25,) * 4
    assert (totals.amount_supply_fen, totals.amount_demand_fen) == (1, 1)


def test_no_region_and_no_price_make_no_amount():
    assert total_balance(balance()) == total_balance(balance((NAN, 1, 1)))
    assert total_balance(balance()).supply == 0
    assert balance((7, 1, 1), price=0).amount_fen == [0]


def test_uninhabited_region_has_no_voucher_but_a_balance():
    regions = balance((5, 1, 0))
    assert (regions.statuses, regions.voucher[0], regions.role(0)) == (["ok"], 0, "neutral")


def test_percent_is_suspected_above_20():
    suspects = percent_suspects(balance((1, 120, 1), (1, 20, 20), (1, 1, 20.1), (1, NAN, 1)))
    assert suspects.tolist() == [True, False, True, False]


@pytest.mark.parametrize("national", [
    {"gdp": 0}, {"gdp": -1}, {"gdp": NAN}, {"gdp": float("inf")}, {"density": 0}, {"density": float("inf")},
    {"price": -1}, {"price": NAN}, {"price": float("inf")},
])
def test_national_figures_and_prices_that_make_no_sense_are_refused(national):
    with pytest.raises(RegionalError):
        balance((1, 1, 1), **national)


ratios = st.floats(min_value=0.01, max_value=20)


@given(st.lists(st.tuples(st.floats(min_value=-1e5, max_value=1e5), ratios, ratios), min_size=1, max_size=12),
       st.randoms())
def test_totals_do_not_depend_on_the_order_and_money_sums_to_the_fen(rows, random):
    regions = balance(*rows)
    totals = total_balance(regions)
    assert totals.amount_supply_fen - totals.amount_demand_fen == sum(regions.amount_fen)
    random.shuffle(rows)
    assert total_balance(balance(*rows)) == totals
