"""Forest cover: targets, shortage, capacity and the boundary at 60 % (seed 000, case 4; rulebook F-1 to F-4)."""

from __future__ import annotations

import math
from decimal import Decimal
from pathlib import Path

import pytest
from ecovoucher.ecovoucher_plugin.policy.errors import ForestCoverError, PolicyFileError
from ecovoucher.ecovoucher_plugin.policy.forest_cover import (
    District,
    assess,
    check_percent,
    in_mu,
    read_forest_rules,
)
from hypothesis import given
from hypothesis import strategies as st

RULES_FILE = Path(__file__).resolve().parents[2] / "resources" / "standards" / "chongqing_forest.csv"
RULES = read_forest_rules(RULES_FILE)
NAN = float("nan")


def district(land, forest=None, cover=None, target=55.0, price=1000.0, placed=True):
    return District(1, "district", land, forest, cover, target, price, placed)


def standing(*figures, floor=60.0, **changes):
    return assess(district(*figures, **changes), floor)


def test_forest_of_a_district_without_either_figure_is_no_number():
    assert district(100.0).forest(Decimal(100)).is_nan()
    assert district(100.0, cover=12.5).forest(Decimal(100)) == Decimal("12.5")
    assert standing(100.0).status == "no_forest"


def test_rules_are_those_of_the_source():
    rules = read_forest_rules(RULES_FILE)
    assert all(type(number) is int for number in (rules.years_floor, rules.fewest_instalments, rules.most_instalments))
    assert (rules.target_either, rules.target_both, rules.target_other, rules.seller_floor) == (50, 45, 55, 60)
    assert (rules.price_floor, rules.fee_floor, rules.years_floor) == (1000, 100, 15)
    assert rules.price_floor + rules.fee_floor * rules.years_floor == 2500
    assert (rules.instalments, rules.fewest_instalments, rules.most_instalments) == ("3:3:4", 3, 5)


@pytest.mark.parametrize(("grain", "oil", "key", "target"), [
    (True, False, False, 50), (False, True, False, 50), (True, True, False, 45), (False, False, False, 55),
    (True, True, True, 55), (False, False, True, 55), (None, None, True, 55),
])
def test_target_of_each_group(grain, oil, key, target):
    assert RULES.target(grain, oil, key) == target


@pytest.mark.parametrize("flags", [(None, True, False), (True, None, False), (True, True, None), (None, None, None)])
def test_target_of_an_unknown_group_is_unknown(flags):
    assert math.isnan(RULES.target(*flags))


def test_shortage_and_capacity_of_the_rulebook():
    """Rulebook F-3."""
    seller = standing(100_000, 66_000)
    assert (seller.role, in_mu(seller.capacity), seller.binding) == ("seller", 6_000, "floor")
    buyer = standing(50_000, 24_000)
    assert (buyer.role, in_mu(buyer.shortage)) == ("buyer", 3_500)


def test_exactly_60_percent_passes_after_the_sale_and_has_nothing_to_sell_before():
    assert standing(100_000, 66_000).cover(-60_000_000) == 60.0
    assert standing(100_000, 60_000).role == "compliant"
    assert standing(100_000, 60_000.0001).role == "seller"
    assert standing(0.3, 0.18).capacity == 0
    assert standing(123_456.7, cover=60).capacity == 0


def test_exactly_on_target_is_not_short():
    for land in (123_456.7, 0.1, 98_765.4321):
        assert standing(land, cover=55).role == "compliant"
        assert standing(land, 0.55 * land).role == "compliant"


def test_district_between_target_and_floor_may_not_sell_and_it_is_said_how_much_it_holds():
    held = standing(100_000, 58_000)
    assert (held.role, held.capacity, in_mu(held.held_back)) == ("compliant", 0, 3_000)
    assert held.binding is None
    assert in_mu(standing(100_000, 66_000).held_back) == 5_000
    assert standing(100_000, 50_000).held_back == 0


def test_steps_are_rounded_so_that_nobody_sells_too_much_and_half_a_step_is_short():
    """Steps are of 0.0001 mu: 2.5 of them are 3 short, 2.7 above the target are 2 to hold."""
    assert standing(1000, 549.99975).shortage == 3
    assert standing(1000, 550.00027).held_back == 2
    assert standing(1000, 600.00027).capacity == 2


def test_coverage_before_any_trade():
    assert standing(100_000, 66_000).cover() == 66.0


def test_seller_keeps_a_target_above_the_floor():
    seller = standing(100_000, 80_000, target=70.0)
    assert (in_mu(seller.capacity), seller.binding) == (10_000, "target")
    assert standing(100_000, 65_000, target=70.0).role == "buyer"
    assert standing(100_000, 65_000, target=60.0).binding == "floor"


@pytest.mark.parametrize(("figures", "changes", "status"), [
    ((NAN, 5), {}, "no_area"), ((10, NAN), {}, "no_forest"), ((10,), {"cover": NAN}, "no_forest"),
    ((10,), {}, "no_forest"),
    ((10, 5), {"target": NAN}, "no_target"), ((10, 5), {"placed": False}, "no_place"),
    ((0, 0), {}, "bad_area"), ((-10, 5), {}, "bad_area"), ((math.inf, 5), {}, "bad_area"),
    ((10, -1), {}, "bad_forest"), ((10, 10.01), {}, "bad_forest"),
    ((10,), {"cover": 100.1}, "bad_cover"), ((10,), {"cover": -1}, "bad_cover"),
    ((10, 5), {"target": 101.0}, "bad_target"), ((10, 5), {"target": -1.0}, "bad_target"),
    ((10, 5), {"price": -1.0}, "bad_price"), ((10, 5), {"price": math.inf}, "bad_price"),
])
def test_what_is_missing_or_cannot_be_is_left_out_with_its_reason(figures, changes, status):
    found = standing(*figures, **changes)
    assert (found.status, found.role, found.shortage, found.capacity) == (status, None, 0, 0)


@pytest.mark.parametrize(("figures", "changes"), [
    ((10, 10), {}), ((10, 0), {}), ((10,), {"cover": 100}), ((10,), {"cover": 0}),
    ((10, 5), {"target": 0.0}), ((10, 5), {"target": 100.0}), ((10, 5), {"price": 0.0}), ((10, 5), {"price": 0.5}),
])
def test_all_or_nothing_is_possible(figures, changes):
    assert standing(*figures, **changes).status == "ok"


def test_shares_instead_of_percent_are_noticed():
    with pytest.raises(ForestCoverError, match="45 for 45 %"):
        check_percent("Coverage", [0.45, NAN, 1.0])
    for values in ([0.45, 55.0], [1.5], [NAN], [], [0.0]):
        check_percent("Coverage", values)


@pytest.mark.parametrize(("line", "instead"), [
    ("seller_floor,60", "seller_floor,"), ("seller_floor,60", "other,60"),
    ("management_years_floor,15", "other,15"), ("instalments,3:3:4", "other,3:3:4"),
])
def test_missing_rule_is_named(tmp_path, line, instead):
    path = tmp_path / "rules.csv"
    text = RULES_FILE.read_text(encoding="utf-8")
    assert line in text
    path.write_text(text.replace(f"\n{line}", f"\n{instead}"), encoding="utf-8")
    with pytest.raises(PolicyFileError) as caught:
        read_forest_rules(path)
    assert str(caught.value) == f"rules.csv does not give “{line.split(',')[0]}”."


percentages = st.integers(min_value=0, max_value=10**5).map(lambda thousandths: thousandths / 1000)
areas = st.integers(min_value=10**4, max_value=10**11).map(lambda steps: steps / 10**4)


@given(areas, percentages, percentages, percentages)
def test_selling_all_keeps_floor_and_target_and_buying_all_reaches_the_target(land, cover, target, floor):
    found = standing(land, cover=cover, target=target, floor=floor)
    must_keep = Decimal(repr(max(floor, target))) * Decimal(repr(land)) / 100
    must_reach = Decimal(repr(target)) * Decimal(repr(land)) / 100
    step = in_mu(1)
    if found.role == "seller":
        assert must_keep <= found.forest_mu - in_mu(found.capacity) < must_keep + step
    elif found.role == "buyer":
        assert abs(found.forest_mu + in_mu(found.shortage) - must_reach) <= step / 2
    else:
        assert must_reach - step / 2 <= found.forest_mu < must_keep + step
