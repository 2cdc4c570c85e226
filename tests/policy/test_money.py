"""Money: fen are exact, parts sum to the whole."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from ecovoucher.ecovoucher_plugin.policy.errors import MoneyError
from ecovoucher.ecovoucher_plugin.policy.money import fen, product_fen, split, whole_weights, yuan
from hypothesis import given
from hypothesis import strategies as st

amounts = st.integers(min_value=0, max_value=10**13)
ratios = st.lists(st.integers(min_value=0, max_value=10**6), min_size=1, max_size=9).filter(any)


@pytest.mark.parametrize(("given_yuan", "expected"), [
    (0.0, 0), (1.0, 100), (0.1, 10), (0.005, 1), (0.0049, 0), (-0.005, -1), (1.015, 102), (219.5e4, 219_500_000),
])
def test_yuan_become_fen_half_up(given_yuan, expected):
    assert fen(given_yuan) == expected


def test_pilot_deal_of_jiangyin():
    """73.17 units at 30,000 yuan (rulebook J-27; printed 219.5万): a float product is off, the exact one is not."""
    assert product_fen(73.17, 30_000) == 219_510_000
    assert product_fen(1.1, 1.1) == 121
    assert product_fen(0.145, 100) == 1450
    assert product_fen(Decimal("0.0001"), 50) == 1


def test_decimals_are_multiplied_with_all_their_digits():
    """Half a fen less 1e-17 yuan: the nearest float is the half."""
    just_below = Decimal("1000000.00499999999999999")
    assert product_fen(just_below, 1) == product_fen(1, just_below) == 100_000_000
    assert product_fen(Decimal("1000000.005"), 1) == 100_000_001


def test_largest_amount_is_the_last_that_a_float_keeps_to_the_fen():
    largest = Decimal(2**53) / 100
    for sign in (1, -1):
        assert product_fen(sign, largest) == sign * 2**53
        with pytest.raises(MoneyError, match="too large"):
            product_fen(sign, largest + Decimal("0.01"))


@pytest.mark.parametrize(("quantity", "price"), [(float("nan"), 1), (float("inf"), 1), (1, float("nan")), (1e12, 1e5)])
def test_what_is_no_amount_is_refused(quantity, price):
    with pytest.raises(MoneyError):
        product_fen(quantity, price)


def test_ratio_that_is_none_is_shown_as_it_was_given():
    with pytest.raises(MoneyError) as caught:
        whole_weights((Decimal("2.5"), Decimal(-1)))
    assert str(caught.value) == "The shares 2.5:-1 are not a ratio."
    with pytest.raises(MoneyError) as caught:
        split(1050, (0, 0))
    assert caught.value.values["shares"] == "0:0"
    assert "10.5" in str(caught.value)


@given(amounts, ratios)
def test_parts_sum_to_the_whole_and_lie_within_one_fen_of_their_quota(amount, weights):
    parts = split(amount, weights)
    assert sum(parts) == amount
    for part, weight in zip(parts, weights):
        assert abs(part - Fraction(amount * weight, sum(weights))) < 1


@given(amounts, ratios)
def test_whoever_gets_a_fen_more_had_the_larger_remainder(amount, weights):
    quotas = [Fraction(amount * weight, sum(weights)) for weight in weights]
    extra = [part - quota // 1 for part, quota in zip(split(amount, weights), quotas)]
    remainders = [quota % 1 for quota in quotas]
    assert set(extra) <= {0, 1}
    more = [remainder for remainder, fen_more in zip(remainders, extra) if fen_more]
    rest = [remainder for remainder, fen_more in zip(remainders, extra) if not fen_more]
    assert min(more, default=1) >= max(rest, default=0)


@given(amounts, ratios, st.randoms())
def test_who_gets_what_does_not_depend_on_the_order(amount, weights, random):
    shuffled = list(weights)
    random.shuffle(shuffled)
    by_weight = sorted(zip(weights, split(amount, weights)))
    assert sorted(zip(shuffled, split(amount, shuffled))) == by_weight


def test_odd_fen_goes_to_the_larger_remainder_then_the_larger_weight_then_the_first():
    assert split(10, (1, 1, 1)) == [4, 3, 3]
    assert split(10, (17, 3)) == [9, 1]
    assert split(4, (17, 3)) == [3, 1]
    assert split(10, (3, 17)) == [1, 9]
    assert split(100, (1, 2)) == [33, 67]


@pytest.mark.parametrize(("amount", "weights"), [(-1, (1, 1)), (1, (0, 0)), (1, (2, -1))])
def test_what_cannot_be_shared_is_refused(amount, weights):
    with pytest.raises(MoneyError):
        split(amount, weights)


def test_weights_become_whole_numbers():
    assert whole_weights((Decimal("85"), Decimal("15"))) == (17, 3)
    assert whole_weights((Decimal("12.5"), Decimal("87.5"))) == (1, 7)
    assert whole_weights((Decimal(0), Decimal(5))) == (0, 1)
    with pytest.raises(MoneyError):
        whole_weights((Decimal(0), Decimal(0)))
    with pytest.raises(MoneyError):
        whole_weights((Decimal(-1), Decimal(2)))


@given(st.integers(min_value=-10**15, max_value=10**15))
def test_yuan_hold_every_fen(amount):
    assert fen(yuan(amount)) == amount
