"""The transition table: whole numbers as indices, areas of the same change added, parcels kept apart."""

from __future__ import annotations

import numpy as np
import pytest
from ecovoucher.ecovoucher_plugin.accounting.transitions import build_transitions

NAN = float("nan")
AREAS, UNCOVERED = np.array([6.0, 4.0, NAN]), np.array([0.0, 1.0, NAN])


def build(pieces, integer=np.int64):
    """Return the table of pieces (parcel, base index, target index, m²); index 2 of the base codes does not occur."""
    columns = [np.array(column) for column in zip(*pieces)] or [np.array([])] * 4
    indices = [column.astype(integer) for column in columns[:3]]
    return build_transitions(["b", "a", "c"], ["y", "x"], *indices, columns[3].astype(float), AREAS, UNCOVERED)


def rows(table):
    return list(zip(
        table.parcel.tolist(), (table.base_codes[code] for code in table.base),
        (table.target_codes[code] for code in table.target), table.area_m2.tolist(),
    ))


@pytest.mark.parametrize("integer", [np.int64, np.int32, np.uint8])
def test_pieces_of_the_same_change_are_added(integer):
    table = build([(1, 0, 0, 1.0), (0, 0, 1, 0.5), (1, 1, 0, 2.0), (0, 0, 0, 2.5), (0, 0, 1, 3.0)], integer)
    assert rows(table) == [(0, "b", "x", 3.5), (0, "b", "y", 2.5), (1, "a", "y", 2.0), (1, "b", "y", 1.0)]
    assert (table.base_codes, table.target_codes) == (("a", "b"), ("x", "y"))
    assert (table.base.dtype, table.target.dtype) == (np.int64, np.int64)


def test_no_pieces_leave_no_codes():
    table = build([])
    assert (rows(table), table.base_codes, table.target_codes, table.parcel_count) == ([], (), (), 3)
    nothing = np.array([])
    empty = build_transitions([], [], nothing, nothing, nothing, nothing, nothing, nothing)
    assert (empty.base.dtype, empty.target.dtype, empty.parcel_count) == (np.int64, np.int64, 0)


def test_chosen_rows_keep_codes_and_parcels():
    table = build([(0, 0, 0, 1.0), (0, 1, 1, 5.0), (1, 0, 0, 3.0)])
    some = table.select(table.area_m2 < 4)
    assert rows(some) == [(0, "b", "y", 1.0), (1, "b", "y", 3.0)]
    assert (some.base_codes, some.target_codes) == (table.base_codes, table.target_codes)
    np.testing.assert_array_equal(some.parcel_area_m2, AREAS)
    np.testing.assert_array_equal(some.uncovered_m2, UNCOVERED)


def test_unknown_weight_makes_its_parcel_unknown():
    table = build([(0, 0, 0, 1.0), (0, 1, 1, 5.0), (1, 0, 0, 3.0)])
    np.testing.assert_array_equal(table.sums(np.array([1.0, 2.0, 4.0])), [3.0, 4.0, 0.0])
    np.testing.assert_array_equal(table.sums(np.array([1.0, NAN, 4.0])), [NAN, 4.0, 0.0])
