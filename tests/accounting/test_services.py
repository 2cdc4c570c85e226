"""ESV by service: a table of round figures followed by hand, and exact fractions for any pieces."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from ecovoucher.ecovoucher_plugin.accounting.accounts import account
from ecovoucher.ecovoucher_plugin.accounting.coefficients import LocalFactors
from ecovoucher.ecovoucher_plugin.accounting.services import (
    SERVICE_COLUMNS,
    ParcelServices,
    parcel_services,
    service_rows,
)
from hypothesis import given
from hypothesis import strategies as st

HA, NAN = 10_000.0, float("nan")
# A wetland's beauty is unknown.
TABLE = """# unit: equivalent factor
# provisioning: food
# regulating: gas, water
# supporting: soil
# cultural: beauty
# npp: food, gas
# precipitation: water
# soil: soil, beauty
ecosystem,name_zh,name_en,food,gas,water,soil,beauty
paddy_field,水田,Paddy,1,2,3,4,5
wetland,湿地,Wetland,0,20,10,6,
"""
SERVICES = ("food", "gas", "water", "soil", "beauty")
CODES = ("paddy_field", "wetland", "built", "?")
FACTORS = {
    "paddy_field": (1, 2, 3, 4, 5), "wetland": (0, 20, 10, 6, None), "built": (0, 0, 0, 0, 0),
}
# Which local factor scales which of SERVICES: npp 3/2, precipitation 1/2, soil 2.
LOCAL = LocalFactors(npp=1.5, precipitation=0.5, soil=2.0)
SCALES = (Fraction(3, 2), Fraction(3, 2), Fraction(1, 2), Fraction(2), Fraction(2))


@pytest.fixture(scope="module")
def hand_rules(rules, read):
    """Return a function giving the rules with the table above and 1000 yuan a factor."""
    table = read("coefficients", TABLE)
    return lambda factors=LocalFactors(): replace(
        rules(standard="standard_forest"), table=table, unit_value=1000.0, factors=factors
    )


def test_every_figure(hand_rules, transitions):
    """Parcel 0: a hectare of paddy was built on, two of built land became wetland; five whose later code the scheme
    does not have count at neither date. Parcel 1 has only such. Parcel 2 stayed paddy."""
    table = transitions([
        (0, "paddy_field", "built", HA), (0, "built", "wetland", 2 * HA), (0, "paddy_field", "?", 5 * HA),
        (1, "?", "wetland", HA), (2, "paddy_field", "paddy_field", HA),
    ])
    found = parcel_services(table, hand_rules())
    assert found.services == SERVICES
    assert found.groups == ("provisioning", "regulating", "regulating", "supporting", "cultural")
    paddy, nothing = [1000, 2000, 3000, 4000, 5000], [0] * 5
    np.testing.assert_array_equal(found.base, [paddy, nothing, paddy])
    np.testing.assert_array_equal(found.target, [[0, 40_000, 20_000, 12_000, NAN], nothing, paddy])


@given(st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from(CODES), st.sampled_from(CODES), st.integers(1, 10**7).map(float)),
    min_size=1, max_size=12,
))
def test_services_are_those_of_exact_arithmetic_and_add_up_to_the_account(hand_rules, transitions, pieces):
    rules, table = hand_rules(LOCAL), transitions(pieces)
    found, accounts = parcel_services(table, rules), account(table, rules)
    counted = [piece for piece in pieces if "?" not in piece]
    for date, values, whole in ((1, found.base, accounts.esv_base), (2, found.target, accounts.esv_target)):
        for parcel, service in np.ndindex(values.shape):
            expected = [
                None if FACTORS[piece[date]][service] is None
                else Fraction(piece[3]) / 10_000 * 1000 * FACTORS[piece[date]][service] * SCALES[service]
                for piece in counted if piece[0] == parcel
            ]
            if None in expected:
                assert np.isnan(values[parcel, service])
            else:
                assert values[parcel, service] == pytest.approx(float(sum(expected)), rel=1e-12)
        valued = ~np.isnan(whole)
        np.testing.assert_allclose(values.sum(axis=1)[valued], whole[valued], rtol=1e-12)


def test_rows_name_parcel_service_and_group_and_leave_the_unknown_empty():
    services = ParcelServices(
        ("food", "beauty"), ("provisioning", None),
        base=np.array([[1.0, NAN], [0.0, 4.0]]), target=np.array([[3.5, 2.0], [0.25, 1.0]]),
    )
    assert list(service_rows([7, 3], services)) == [
        [7, "food", "provisioning", 1.0, 3.5, 2.5],
        [7, "beauty", None, None, 2.0, None],
        [3, "food", "provisioning", 0.0, 0.25, 0.25],
        [3, "beauty", None, 4.0, 1.0, -3.0],
    ]
    assert SERVICE_COLUMNS == ("parcel", "service", "group_name", "esv_base", "esv_target", "esv_change")


def test_table_without_services_has_one_and_no_group(rules, transitions):
    """Gu et al. 2022, Table 1: arbor forest 39,065 yuan/ha per year."""
    own = rules("third_survey", "gu2022", "standard_forest")
    found = parcel_services(transitions([(0, "0301", "0301", 2 * HA)]), own)
    assert (found.services, found.groups) == (("total",), (None,))
    assert found.base.tolist() == found.target.tolist() == [[2 * 39_065.0]]
