"""Payment plans: the deals of Chongqing to the yuan (seed 000, case 4; worked examples WE-7)."""

from __future__ import annotations

from decimal import Decimal

import pytest
from ecovoucher.ecovoucher_plugin.policy.errors import InstalmentError
from ecovoucher.ecovoucher_plugin.policy.money import product_fen
from ecovoucher.ecovoucher_plugin.policy.payments import PaymentTerms, parse_instalments, payment_plan
from hypothesis import given
from hypothesis import strategies as st


def terms(fee_payment="with_price", instalments=(3, 3, 4), fee=100, years=15):
    return PaymentTerms(instalments, fee_payment, Decimal(fee), years)


@pytest.mark.parametrize(("area", "amount"), [
    pytest.param(75_000, 187_500_000, id="Jiangbei-Youyang, 7.5万亩, 1.875亿元"),
    pytest.param(15_000, 37_500_000, id="Jiulongpo-Chengkou, 1.5万亩, 3750万元"),
    pytest.param(10_000, 25_000_000, id="Nanan and ETDZ-Wuxi, 1万亩, 2500万元"),
    pytest.param(11_190, 27_975_000, id="Yuzhong-Wuxi, rulebook F-8"),
    pytest.param(41_190, 102_975_000, id="Wuxi, three deals, printed 1.03亿元"),
])
def test_published_deals_to_the_yuan(area, amount):
    for payment in ("with_price", "yearly"):
        plan = payment_plan(Decimal(area), Decimal(1000), terms(payment))
        assert sum(paid.amount for paid in plan) == 100 * amount


def test_first_deal_was_paid_3_3_4_over_three_years():
    plan = payment_plan(Decimal(75_000), Decimal(1000), terms())
    assert [(paid.year, paid.amount, paid.kind) for paid in plan] == [
        (1, 56_250_000_00, "price_and_fee"), (2, 56_250_000_00, "price_and_fee"), (3, 75_000_000_00, "price_and_fee"),
    ]


def test_yearly_fee_is_paid_for_every_year_beside_the_instalments():
    plan = payment_plan(Decimal(75_000), Decimal(1000), terms("yearly"))
    prices = [paid.amount for paid in plan if paid.kind == "price"]
    fees = [(paid.year, paid.amount) for paid in plan if paid.kind == "fee"]
    assert prices == [22_500_000_00, 22_500_000_00, 30_000_000_00]
    assert fees == [(year, 7_500_000_00) for year in range(1, 16)]


def test_without_years_there_is_no_fee():
    plan = payment_plan(Decimal(10), Decimal(1000), terms("yearly", years=0))
    assert {paid.kind for paid in plan} == {"price"}
    assert sum(paid.amount for paid in plan) == 10_000_00


@given(
    st.integers(min_value=1, max_value=10**11), st.integers(min_value=0, max_value=10**6),
    st.integers(min_value=0, max_value=10**5), st.integers(min_value=0, max_value=40),
    st.lists(st.integers(min_value=1, max_value=99), min_size=1, max_size=6), st.sampled_from(["with_price", "yearly"]),
)
def test_payments_sum_to_area_times_full_price(area, price, fee, years, weights, payment):
    chosen = PaymentTerms(tuple(weights), payment, Decimal(fee) / 100, years)
    area_mu = Decimal(area) / 10_000
    plan = payment_plan(area_mu, Decimal(price) / 100, chosen)
    assert sum(paid.amount for paid in plan) == product_fen(area_mu, Decimal(price) / 100 + Decimal(fee) / 100 * years)
    assert all(paid.amount >= 0 for paid in plan)


@pytest.mark.parametrize(("text", "weights"), [
    ("3:3:4", (3, 3, 4)), (" 3 : 3：4 ", (3, 3, 4)), ("1", (1,)), ("30:30:40", (3, 3, 4)), ("2.5:5:2.5", (1, 2, 1)),
])
def test_instalments_are_read(text, weights):
    assert parse_instalments(text) == weights


@pytest.mark.parametrize("text", ["", ":", "3:3:", "a:b", "3:-3:4", "0:0", "3:0:4", "nan:1", "inf", "3;3;4", "3,3,4"])
def test_impossible_instalments_are_refused_with_an_example(text):
    with pytest.raises(InstalmentError, match="3:3:4"):
        parse_instalments(text)
