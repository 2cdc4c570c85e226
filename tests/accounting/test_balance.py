"""Balances against exact fractions, and their properties."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest
from ecovoucher.ecovoucher_plugin.accounting.balance import (
    NUMBER_COLUMNS,
    balance,
    balance_by_group,
    group_values,
    voucher_units,
)
from ecovoucher.ecovoucher_plugin.accounting.errors import BalanceError
from ecovoucher.ecovoucher_plugin.accounting.provenance import common_standard, rules_part
from hypothesis import given
from hypothesis import strategies as st

FIGURE = st.one_of(st.none(), st.floats(-1e12, 1e12))
PARCEL = st.tuples(
    st.fixed_dictionaries(dict.fromkeys(NUMBER_COLUMNS, FIGURE)),
    st.sampled_from(["supply", "demand", "both", "neutral", None]),
    st.sampled_from(["ok", "overlap", None]),
    st.sampled_from(["山河镇", "2", "10", None]),
    st.booleans(),
)
PARCELS = st.lists(PARCEL, max_size=30)
VOUCHERS, ESV = ("v_supply", "v_demand", "v_net"), ("esv_base", "esv_target", "esv_change")


def columns(parcels):
    numbers = {
        name: np.array([math.nan if row[0][name] is None else row[0][name] for row in parcels], dtype=float)
        for name in NUMBER_COLUMNS
    }
    texts = {"ev_role": np.empty(len(parcels), dtype=object), "ev_status": np.empty(len(parcels), dtype=object)}
    texts["ev_role"][:] = [row[1] for row in parcels]
    texts["ev_status"][:] = [row[2] for row in parcels]
    return numbers, texts


def exact(parcels, name, needed):
    """Return the correctly rounded sum over the parcels that know all that is needed, None where none does."""
    entering = [row[0][name] for row in parcels if all(row[0][key] is not None for key in (*needed, name))]
    return float(sum(map(Fraction, entering))) if entering else None


def known(value):
    return None if math.isnan(value) else value


@given(PARCELS)
def test_sums_are_exact_and_leave_out_what_is_unknown(parcels):
    found = balance(*columns(parcels))
    assert known(found.supply) == exact(parcels, "v_supply", VOUCHERS)
    assert known(found.demand) == exact(parcels, "v_demand", VOUCHERS)
    assert known(found.esv_change) == exact(parcels, "esv_change", ESV)
    assert known(found.esv["d_regul"]) == exact(parcels, "d_regul", ESV)
    assert known(found.area_ha) == exact(parcels, "area_ha", ())
    assert found.without_vouchers == sum(any(row[0][key] is None for key in VOUCHERS) for row in parcels)
    assert found.without_esv == sum(any(row[0][key] is None for key in ESV) for row in parcels)
    assert found.parcels == len(parcels) == sum(found.roles.values()) == sum(found.statuses.values())
    assert found.problems == sum(row[2] != "ok" for row in parcels)


@given(PARCELS, st.randoms())
def test_order_does_not_matter(parcels, random):
    shuffled = random.sample(parcels, len(parcels))
    first, second = balance(*columns(parcels)), balance(*columns(shuffled))
    figures = ("area_ha", "supply", "demand", "net", "esv", "without_vouchers", "without_esv")
    assert [repr(getattr(first, name)) for name in figures] == [repr(getattr(second, name)) for name in figures]
    assert (first.roles, first.statuses) == (second.roles, second.statuses)


@given(PARCELS)
def test_each_group_is_the_balance_of_its_parcels(parcels):
    chosen = np.array([row[4] for row in parcels], dtype=bool)
    groups = group_values([row[3] for row in parcels])
    found = balance_by_group(*columns(parcels), groups, chosen)
    expected = {}
    for label in ("2", "10", "山河镇", None):
        members = [row for row in parcels if row[4] and row[3] == label]
        if members:
            expected[label] = balance(*columns(members))
    assert list(found) == list(expected)
    assert list(map(repr, found.values())) == list(map(repr, expected.values()))


def test_groups_without_a_choice_are_those_of_all_parcels():
    parcels = [(dict.fromkeys(NUMBER_COLUMNS, figure), "supply", "ok", town, True)
               for figure, town in ((1.0, "b"), (2.0, "a"), (4.0, "b"))]
    found = balance_by_group(*columns(parcels), group_values([row[3] for row in parcels]))
    assert [(town, part.parcels, part.supply) for town, part in found.items()] == [("a", 1, 2.0), ("b", 2, 5.0)]


def test_no_parcels_have_no_groups():
    groups = group_values([])
    assert (groups.labels, groups.codes.dtype) == ([], np.int64)
    assert balance_by_group(*columns([]), groups) == {}


def test_a_choice_is_the_balance_of_the_chosen():
    parcels = [(dict.fromkeys(NUMBER_COLUMNS, 1.0), "supply", "ok", None, True)] * 3
    assert balance(*columns(parcels), np.array([True, False, True])).parcels == 2


def test_what_is_infinite_is_unknown():
    parcels = [({**dict.fromkeys(NUMBER_COLUMNS, 1.0), "v_supply": value}, "both", "ok", None, True)
               for value in (math.inf, -math.inf, 5.0)]
    found = balance(*columns(parcels))
    assert (found.supply, found.without_vouchers) == (5.0, 2)


def test_groups_stand_in_the_order_of_numbers_then_texts_then_null():
    assert group_values(["b", None, "10", "9", "z", "nan"]).labels == ["9", "10", "b", "nan", "z", None]
    assert group_values([10.0, math.nan, 2.5]).labels == ["2.5", "10", None]


def test_units_are_those_of_the_standard_first():
    assert list(voucher_units(30.0, "jiangyin").items()) == [("mu", 30.0), ("ha", 2.0)]
    assert list(voucher_units(2.0, "standard_forest").items()) == [("ha", 2.0), ("mu", 30.0)]
    assert voucher_units(1.0, None) == {}


def test_rules_name_one_standard_or_are_refused():
    line = "scheme=clcd; D=3406.5; standard=jiangyin; conversion=x, not official"
    assert rules_part(line, "D") == "3406.5"
    assert rules_part(line, "factors") == ""
    assert rules_part("scheme=a=b.csv", "scheme") == "a=b.csv"
    assert common_standard([line, None, line]) == "jiangyin"
    assert common_standard([None, "", "standard=other"]) is None
    with pytest.raises(BalanceError, match="never added"):
        common_standard([line, "standard=standard_forest"])
