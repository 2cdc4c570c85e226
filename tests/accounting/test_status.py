"""Status of a parcel, unknown codes and the totals of parcels without a result."""

from __future__ import annotations

import numpy as np
import pytest
from ecovoucher.ecovoucher_plugin.accounting.accounts import account, total
from ecovoucher.ecovoucher_plugin.accounting.status import parcel_statuses
from ecovoucher.ecovoucher_plugin.accounting.transitions import build_transitions
from ecovoucher.ecovoucher_plugin.accounting.unmatched import CodeArea, unmatched_codes

HA = 10_000.0
GOOD, UNKNOWN, NO_COEFFICIENT = ("meadow", "built"), ("meadow", "?"), ("glacier_snow", "built")


def status(rules, transitions, pieces, uncovered: float = 0.0, found: str = "ok", table: str = "xie2008") -> str:
    accounts = account(transitions([(0, *codes, area) for codes, area in pieces], (uncovered,)), rules(table=table))
    return parcel_statuses([found], accounts)[0]


@pytest.mark.parametrize(("pieces", "uncovered", "found", "expected"), (
    ([(GOOD, HA)], 0, "ok", "ok"),
    ([(GOOD, HA)], 0, "repaired", "repaired"),
    ([(GOOD, HA)], HA, "ok", "partly_covered"),
    ([(GOOD, HA)], HA, "repaired", "partly_covered"),
    ([(GOOD, HA)], 0.9e-6 * HA, "ok", "ok"),
    ([(GOOD, 0.5)], 0, "ok", "ok"),
    ([(GOOD, HA)], 1.1e-6 * HA, "ok", "partly_covered"),
    ([], HA, "ok", "not_covered"),
    ([], HA, "repaired", "not_covered"),
    ([(UNKNOWN, HA)], 0, "ok", "unmatched"),
    ([(GOOD, HA), (UNKNOWN, 1e-3)], HA, "repaired", "unmatched"),
    ([(GOOD, HA), (NO_COEFFICIENT, 1e-3)], HA, "ok", "unmatched"),
    ([(GOOD, HA), (UNKNOWN, HA)], HA, "overlap", "overlap"),
    ([], HA, "invalid", "invalid"),
    ([], np.nan, "invalid", "invalid"),
    ([], np.nan, "empty", "empty"),
))
def test_gravest_status_wins(rules, transitions, pieces, uncovered: float, found: str, expected: str) -> None:
    assert status(rules, transitions, pieces, uncovered, found) == expected


def test_a_gap_as_large_as_the_gate_allows_is_none(rules, transitions) -> None:
    accounts = account(transitions([(0, *GOOD, HA)], (HA,)), rules())
    assert parcel_statuses(["ok"], accounts, gate=0.5) == ["ok"]


def test_unknown_voucher_coefficient_is_unmatched(rules, transitions) -> None:
    accounts = account(
        transitions([(0, "0602", "1104", HA), (1, "0101", "1104", HA)]),
        rules("third_survey", standard="standard_forest", standard_forest={}),
    )
    assert parcel_statuses(["ok", "ok"], accounts) == ["unmatched", "unmatched"]
    assert not np.isnan(accounts.esv_change).any()


class TestAreas:
    """One parcel of 10 ha: 4 ha known, 3 ha with an unknown code, 1 ha without a code, 2 ha without land use."""

    PIECES = (
        (0, "meadow", "wetland", 4 * HA), (0, "meadow", "0999", 2 * HA), (0, "0999", "?", 1 * HA),
        (0, "", "wetland", 1 * HA), (1, "meadow", "0999", 5 * HA),
    )

    def test_mapped_unmatched_and_uncovered(self, rules, transitions) -> None:
        accounts = account(transitions(list(self.PIECES), (2 * HA, 0.0)), rules())
        assert accounts.area_m2.tolist() == [10 * HA, 5 * HA]
        assert accounts.mapped_m2.tolist() == [4 * HA, 0]
        assert accounts.unmatched_m2.tolist() == [4 * HA, 5 * HA]
        assert accounts.mapped_share.tolist() == [0.4, 0]
        assert accounts.esv_change[0] == pytest.approx(4 * 3406.5 * (52.02 - 11.43))
        unvalued = (accounts.esv_base, accounts.esv_target, accounts.supply, accounts.demand, accounts.net)
        assert all(np.isnan(figures[1]) for figures in unvalued)
        assert accounts.role(1) is None
        assert len(accounts.rows.transitions.parcel) == 1

    def test_totals(self, rules, transitions) -> None:
        sums = total(account(transitions(list(self.PIECES), (2 * HA, 0.0)), rules()))
        assert (sums.area_ha, sums.unmapped_ha) == (15, 11)
        assert sums.esv_target == pytest.approx(4 * 3406.5 * 52.02)

    def test_unmatched_codes(self, rules, transitions) -> None:
        found = unmatched_codes(transitions(list(self.PIECES), (2 * HA, 0.0)), rules())
        assert found == [
            CodeArea("target", "0999", 7 * HA, pytest.approx(100 * 7 / 15), 2),
            CodeArea("base", "", HA, pytest.approx(100 / 15), 1),
            CodeArea("base", "0999", HA, pytest.approx(100 / 15), 1),
            CodeArea("target", "?", HA, pytest.approx(100 / 15), 1),
        ]


def test_refused_parcels_have_no_figures(rules) -> None:
    """A parcel that was not overlaid (uncovered part unknown) or has no area is never valued, even if it has pieces."""
    area, uncovered = np.array([HA, np.nan, HA, np.nan]), np.array([np.nan, 0.0, 0.0, np.nan])
    pieces = np.array([0, 1, 2])
    zeros = np.zeros(3, dtype=np.int64)
    accounts = account(
        build_transitions(["meadow"], ["wetland"], pieces, zeros, zeros, np.full(3, HA), area, uncovered), rules()
    )
    np.testing.assert_array_equal(np.isnan(accounts.esv_change), [True, True, False, True])
    np.testing.assert_array_equal(np.isnan(accounts.mapped_m2), [True, False, False, True])
    assert parcel_statuses(["overlap", "empty", "ok", "invalid"], accounts) == ["overlap", "empty", "ok", "invalid"]
    sums = total(accounts)
    assert sums.area_ha == 2
    assert sums.esv_change == pytest.approx(3406.5 * (52.02 - 11.43))


def test_refused_area_is_unmapped(rules) -> None:
    none = np.array([], dtype=np.int64)
    transitions = build_transitions([], [], none, none, none, np.array([]), np.array([HA]), np.array([np.nan]))
    assert total(account(transitions, rules())).unmapped_ha == 1


def test_without_parcels_areas_are_zero_and_sums_unknown(rules) -> None:
    none = np.array([], dtype=np.int64)
    accounts = account(build_transitions([], [], none, none, none, np.array([]), np.array([]), np.array([])), rules())
    assert parcel_statuses([], accounts) == []
    sums = vars(total(accounts))
    assert {name for name, value in sums.items() if value == 0} == {"area_ha", "unmapped_ha"}
    assert all(np.isnan(value) for name, value in sums.items() if name not in ("area_ha", "unmapped_ha"))


def test_sums_stay_consistent_where_one_date_is_unknown(rules, transitions) -> None:
    """ESV change is the difference of the two sums also when a parcel is unknown at one date only."""
    pieces = [(0, "glacier_snow", "wetland", HA), (1, "meadow", "wetland", HA), (2, "wetland", "glacier_snow", HA)]
    sums = total(account(transitions(pieces), rules(table="xie2008")))
    assert sums.esv_base == pytest.approx(449.1 * 11.67)
    assert sums.esv_target == pytest.approx(449.1 * 54.77)
    assert sums.esv_change == pytest.approx(sums.esv_target - sums.esv_base)
