"""Laws of the accounts for any pieces: exact arithmetic, conservation, additivity, order, reversal, unknown values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from fractions import Fraction

import numpy as np
import pytest
from ecovoucher.ecovoucher_plugin.accounting.accounts import ParcelAccounts, Rules, account, total
from ecovoucher.ecovoucher_plugin.accounting.ecosystems import COMPOSITES
from ecovoucher.ecovoucher_plugin.accounting.transitions import TransitionTable, build_transitions
from hypothesis import given
from hypothesis import strategies as st

KNOWN = ("0101", "0103", "0301", "0305", "0401", "0602", "0701", "1104", "1108", "1202", "1206")
UNKNOWN = ("", "101", "9999")
STANDARDS = ("jiangyin", "standard_forest")
PARCELS = 4
ADDITIVE = ("area_m2", "mapped_m2", "unmatched_m2", "esv_base", "esv_target", "esv_change", "supply", "demand", "net")

Piece = tuple[int, str, str, float]
Make = Callable[..., TransitionTable]


def pieces_of(codes: tuple[str, ...]) -> st.SearchStrategy[list[Piece]]:
    area = st.one_of(st.just(0.1), st.floats(1e-3, 1e7))
    piece = st.tuples(st.integers(0, PARCELS - 1), st.sampled_from(codes), st.sampled_from(codes), area)
    return st.lists(piece, min_size=1, max_size=25)


KNOWN_PIECES = pieces_of(KNOWN)
ANY_PIECES = pieces_of(KNOWN + UNKNOWN)
# Many pieces of a kind: the order in which they are added shows in the last bit.
FEW_KINDS = st.lists(
    st.tuples(st.just(0), st.just("0101"), st.sampled_from(("0101", "0602")), st.floats(0.1, 1e4)),
    min_size=6, max_size=25,
)
standards = pytest.mark.parametrize("standard", STANDARDS)


def close(found: np.ndarray, expected: np.ndarray, accounts: ParcelAccounts) -> bool:
    """Return whether figures agree up to rounding; a change may cancel, so the scale is that of what it is made of."""
    scale = 1e-12 * (np.nansum(accounts.esv_base) + np.nansum(accounts.esv_target) + np.nansum(accounts.area_m2))
    return np.allclose(found, expected, rtol=1e-12, atol=scale, equal_nan=True)


def identical(first: TransitionTable, second: TransitionTable) -> bool:
    """Return whether two tables agree to the last bit."""
    for field in fields(TransitionTable):
        one, other = getattr(first, field.name), getattr(second, field.name)
        same = one == other if isinstance(one, tuple) else one.tobytes() == other.tobytes()
        if not same:
            return False
    return True


def exact_figures(pieces: list[Piece], parcel: int, rules: Rules) -> dict[str, Fraction]:
    """Return the accounts of a parcel by the formulas of the rulebook, in rational numbers and piece by piece."""
    table, classes = rules.table, rules.scheme.classes
    regulating = [table.services.index(name) for name in table.groups["regulating"]]

    def factors(code: str) -> list[Fraction]:
        name = classes[code].ecosystem
        if name == "none":
            return [Fraction(0)] * len(table.services)
        members = COMPOSITES.get(name, (name,))
        columns = zip(*([Fraction(str(value)) for value in table.rows[member]] for member in members))
        return [sum(column) / len(members) for column in columns]

    def value(code: str) -> Fraction:
        return Fraction(str(rules.unit_value)) * sum(factors(code))

    def coefficient(code: str) -> Fraction:
        if rules.standard == "jiangyin":
            return sum(factors(code)[service] for service in regulating) / Fraction("15.34")
        name = classes[code].standard_forest if classes[code].ecological_gu == "yes" else ""
        return Fraction(str(rules.standard_forest[name])) if name else Fraction(0)

    figures = dict.fromkeys(("mapped_m2", "esv_base", "esv_target", "supply", "demand"), Fraction(0))
    for _, before, after, area in (piece for piece in pieces if piece[0] == parcel):
        if before not in classes or after not in classes:
            continue
        area_m2 = Fraction(area)
        figures["mapped_m2"] += area_m2
        figures["esv_base"] += area_m2 / 10_000 * value(before)
        figures["esv_target"] += area_m2 / 10_000 * value(after)
        unit_m2 = Fraction(10_000, 15) if rules.standard == "jiangyin" else Fraction(10_000)
        gain = area_m2 / unit_m2 * (coefficient(after) - coefficient(before))
        old, new = classes[before], classes[after]
        jiangyin = rules.standard == "jiangyin"
        if gain > 0 and (not jiangyin or (old.construction, new.ecological_jiangyin) == ("yes", "yes")):
            figures["supply"] += gain
        if gain < 0 and (not jiangyin or (old.ecological_jiangyin, new.construction) == ("yes", "yes")):
            figures["demand"] -= gain
    return figures


@standards
@given(pieces=ANY_PIECES)
def test_accounts_are_those_of_exact_arithmetic(rules, transitions: Make, standard: str, pieces: list[Piece]) -> None:
    shipped = rules("third_survey", standard=standard)
    accounts = account(transitions(pieces), shipped)
    for parcel in range(len(accounts.area_m2)):
        expected = exact_figures(pieces, parcel, shipped)
        for name, figure in expected.items():
            found = getattr(accounts, name)[parcel]
            if expected["mapped_m2"] == 0 and name != "mapped_m2":
                assert np.isnan(found)
            else:
                assert found == pytest.approx(float(figure), rel=1e-12, abs=1e-9)


@standards
@given(pieces=KNOWN_PIECES)
def test_transitions_sum_to_the_parcels(rules, transitions: Make, standard: str, pieces: list[Piece]) -> None:
    accounts = account(transitions(pieces), rules("third_survey", standard=standard))
    rows = accounts.rows
    for row_values, parcel_values in (
        (rows.esv_change, accounts.esv_change), (rows.supply, accounts.supply), (rows.demand, accounts.demand),
        (rows.transitions.area_m2, accounts.mapped_m2),
    ):
        assert close(rows.transitions.sums(row_values), np.nan_to_num(parcel_values), accounts)


@given(pieces=ANY_PIECES, uncovered=st.floats(0, 1e6))
def test_areas_add_up(rules, transitions: Make, pieces: list[Piece], uncovered: float) -> None:
    table = transitions(pieces, (uncovered,) * PARCELS)
    accounts = account(table, rules("third_survey"))
    parts = accounts.mapped_m2 + accounts.unmatched_m2 + table.uncovered_m2
    np.testing.assert_allclose(parts, accounts.area_m2, rtol=1e-12)
    by_parcel = [sum(piece[3] for piece in pieces if piece[0] == parcel) for parcel in range(PARCELS)]
    np.testing.assert_allclose(table.sums(table.area_m2), by_parcel, rtol=1e-12)


@given(pieces=st.one_of(ANY_PIECES, FEW_KINDS), data=st.data())
def test_order_of_pieces_and_codes_does_not_matter(transitions: Make, pieces: list[Piece], data: st.DataObject) -> None:
    """To the last bit, in whatever order pieces arrive, codes are numbered or a code has several numbers."""
    shuffled = data.draw(st.permutations(pieces))
    area = np.array([sum(piece[3] for piece in pieces if piece[0] == parcel) for parcel in range(PARCELS)])
    columns = [np.array([piece[0] for piece in shuffled]), None, None, np.array([piece[3] for piece in shuffled])]
    names = []
    for side in (1, 2):
        codes = data.draw(st.permutations([*KNOWN, *UNKNOWN] * 2))
        places = {code: [place for place, name in enumerate(codes) if name == code] for code in codes}
        columns[side] = np.array([data.draw(st.sampled_from(places[piece[side]])) for piece in shuffled])
        names.append(codes)
    straight = transitions(pieces, (0.0,) * PARCELS)
    parcel, base, target, area_m2 = columns
    table = build_transitions(*names, parcel, base, target, area_m2, area, straight.uncovered_m2)
    straight = build_transitions(
        list(straight.base_codes), list(straight.target_codes), straight.parcel, straight.base, straight.target,
        straight.area_m2, area, straight.uncovered_m2,
    )
    assert identical(table, straight)
    names = [[codes[i] for i in side] for codes, side in (
        (table.base_codes, table.base), (table.target_codes, table.target),
    )]
    keys = list(zip(table.parcel, *names))
    assert keys == sorted(set(keys))


@standards
@given(pieces=ANY_PIECES, order=st.permutations(range(PARCELS)))
def test_totals_do_not_depend_on_the_order_of_parcels(
    rules, transitions: Make, standard: str, pieces: list[Piece], order: list[int]
) -> None:
    shipped, gaps = rules("third_survey", standard=standard), (0.1,) * PARCELS
    moved = [(order[piece[0]], *piece[1:]) for piece in pieces]
    first, second = (account(transitions(rows, gaps), shipped) for rows in (pieces, moved))
    np.testing.assert_equal(vars(total(first)), vars(total(second)))
    for name in ("mapped_m2", "esv_base", "esv_change", "supply", "demand"):
        assert getattr(first, name).tobytes() == getattr(second, name)[np.array(order)].tobytes()


@standards
@given(pieces=KNOWN_PIECES, share=st.floats(0.01, 0.99))
def test_splitting_pieces_changes_nothing(
    rules, transitions: Make, standard: str, pieces: list[Piece], share: float
) -> None:
    shipped = rules("third_survey", standard=standard)
    split = [(*key, area * part) for *key, area in pieces for part in (share, 1 - share)]
    whole, parts = account(transitions(pieces), shipped), account(transitions(split), shipped)
    for name in ADDITIVE:
        assert close(getattr(parts, name), getattr(whole, name), whole), name


@standards
@given(pieces=KNOWN_PIECES, halves=st.lists(st.booleans(), min_size=25, max_size=25))
def test_splitting_a_parcel_splits_its_figures(
    rules, transitions: Make, standard: str, pieces: list[Piece], halves: list[bool]
) -> None:
    """Pieces of every parcel are dealt to two parcels; the figures of the two add up to those of the one."""
    shipped = rules("third_survey", standard=standard)
    dealt = [(parcel + PARCELS * half, *rest) for (parcel, *rest), half in zip(pieces, halves)]
    whole = account(transitions(pieces, (0.0,) * PARCELS), shipped)
    parts = account(transitions(dealt, (0.0,) * 2 * PARCELS), shipped)
    for name in ADDITIVE:
        sums = np.nan_to_num(getattr(parts, name)).reshape(2, PARCELS).sum(axis=0)
        assert close(sums, np.nan_to_num(getattr(whole, name)), whole), name


@standards
@given(pieces=ANY_PIECES, power=st.integers(-8, 8))
def test_scaling_areas_scales_figures(
    rules, transitions: Make, standard: str, pieces: list[Piece], power: int
) -> None:
    """By a power of two, which floats multiply without rounding."""
    shipped, factor = rules("third_survey", standard=standard), 2.0**power
    scaled = [(*key, factor * area) for *key, area in pieces]
    one = account(transitions(pieces, (1.0,) * PARCELS), shipped)
    other = account(transitions(scaled, (factor,) * PARCELS), shipped)
    for name in ADDITIVE:
        np.testing.assert_array_equal(getattr(other, name), factor * getattr(one, name))
    np.testing.assert_array_equal(other.mapped_share, one.mapped_share)


@standards
@given(pieces=ANY_PIECES)
def test_reversing_time_reverses_signs(rules, transitions: Make, standard: str, pieces: list[Piece]) -> None:
    shipped = rules("third_survey", standard=standard)
    back = [(parcel, after, before, area) for parcel, before, after, area in pieces]
    forward, backward = account(transitions(pieces), shipped), account(transitions(back), shipped)
    assert close(backward.esv_change, -forward.esv_change, forward)
    assert close(backward.group_change, -forward.group_change, forward)
    assert close(backward.supply, forward.demand, forward)
    assert close(backward.demand, forward.supply, forward)


@standards
@given(pieces=ANY_PIECES)
def test_vouchers_are_never_negative(rules, transitions: Make, standard: str, pieces: list[Piece]) -> None:
    accounts = account(transitions(pieces, (1.0,) * PARCELS), rules("third_survey", standard=standard))
    for figures in (accounts.supply, accounts.demand, accounts.rows.supply, accounts.rows.demand):
        assert not (figures < 0).any()
    share = accounts.mapped_share
    assert ((share >= 0) & (share <= 1) | np.isnan(share)).all()
    roles = [accounts.role(parcel) for parcel in range(len(accounts.area_m2))]
    assert [role is None for role in roles] == np.isnan(accounts.net).tolist()


@pytest.mark.parametrize("table", ("xie2003", "xie2008", "xie2015"))
@given(pieces=pieces_of((*KNOWN, "1110", "1107A")))
def test_groups_add_up_to_the_change(rules, transitions: Make, table: str, pieces: list[Piece]) -> None:
    """1110 is glacier, which only the table of 2015 knows: groups and change are unknown together."""
    accounts = account(transitions(pieces), rules("third_survey", table))
    assert close(accounts.group_change.sum(axis=1), accounts.esv_change, accounts)
    glacier = [any("1110" in piece for piece in pieces if piece[0] == p) for p in range(len(accounts.area_m2))]
    if table != "xie2015":
        assert np.isnan(accounts.esv_change)[glacier].all()


@given(pieces=ANY_PIECES)
def test_unknown_codes_leave_the_rest_as_it_is(rules, transitions: Make, pieces: list[Piece]) -> None:
    """Pieces with an unknown code count as if the parcel were uncovered there."""
    shipped, gaps = rules("third_survey"), (0.0,) * PARCELS
    known = [piece for piece in pieces if not {piece[1], piece[2]} & set(UNKNOWN)]
    accounts, alone = account(transitions(pieces, gaps), shipped), account(transitions(known, gaps), shipped)
    for name in ("mapped_m2", "esv_base", "esv_target", "esv_change", "supply", "demand", "net"):
        np.testing.assert_array_equal(getattr(accounts, name), getattr(alone, name))
    assert not alone.unmatched_m2.any()
    np.testing.assert_array_equal(np.isnan(accounts.esv_base), accounts.mapped_m2 == 0)
