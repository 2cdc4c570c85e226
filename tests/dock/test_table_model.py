"""The table model: typed cells, unknown ones last in both directions, numbers as the locale writes them."""

from __future__ import annotations

import pytest
from ecovoucher.ecovoucher_plugin.gui.tables.table import Column, is_unknown, order
from ecovoucher.ecovoucher_plugin.gui.tables.table_model import TableModel
from hypothesis import given
from hypothesis import strategies as st
from qgis.PyQt.QtCore import QLocale, QPersistentModelIndex, Qt

NAN = float("nan")
COLUMNS = (Column("name", "Name", "text"), Column("net", "Net", "number", 2, "mu"), Column("n", "Parcels", "count"))
ROWS = [("b", 1234.5, 3), ("A", None, 1), (None, -2.0, 2), ("c", NAN, 1000)]

numbers = st.floats() | st.none() | st.integers(-5, 5)


@pytest.fixture
def model(qgis_app):
    model = TableModel(COLUMNS)
    model.set_rows(ROWS, ["kb", "ka", "k0", "kc"])
    return model


@pytest.fixture
def german():
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    yield
    QLocale.setDefault(before)


def shown(model, column):
    return [model.index(row, column).data() for row in range(model.rowCount())]


@given(st.lists(st.tuples(numbers)), st.booleans())
def test_numbers_are_in_order_and_unknown_ones_last(rows, descending):
    values = [rows[record][0] for record in order(rows, 0, descending)]
    known = [value for value in values if not is_unknown(value)]
    assert known == sorted(known, reverse=descending)
    assert all(is_unknown(value) for value in values[len(known):])
    assert len(values) == len(rows)


@given(st.lists(st.tuples(st.sampled_from("abAB") | st.none())), st.booleans())
def test_equal_ones_stay_as_they_are(rows, descending):
    records = order(rows, 0, descending)
    for first, second in zip(records, records[1:]):
        if rows[first][0] is not None and rows[second][0] is not None and (
            rows[first][0].casefold() == rows[second][0].casefold()
        ):
            assert first < second


def test_cells_are_shown_with_their_decimals_and_a_dash_where_unknown(model):
    assert shown(model, 0) == ["b", "A", "–", "c"]
    assert shown(model, 1) == [QLocale().toString(1234.5, "f", 2), "–", QLocale().toString(-2.0, "f", 2), "–"]
    assert shown(model, 2)[:3] == ["3", "1", "2"]
    assert [model.headerData(i, Qt.Orientation.Horizontal) for i in range(3)] == ["Name", "Net (mu)", "Parcels"]


def test_numbers_follow_the_locale(model, german):
    assert shown(model, 1)[0] == "1.234,50"


def test_numbers_stand_right_and_text_left(model):
    sides = [model.index(0, column).data(Qt.ItemDataRole.TextAlignmentRole) for column in range(3)]
    right, left = int(Qt.AlignmentFlag.AlignRight), int(Qt.AlignmentFlag.AlignLeft)
    assert [bool(side & right) for side in sides] == [False, True, True]
    assert [bool(side & left) for side in sides] == [True, False, False]


def test_sorted_both_ways_the_keys_and_raw_values_go_along(model):
    for direction, keys in (
        (Qt.SortOrder.AscendingOrder, ["k0", "kb", "ka", "kc"]),
        (Qt.SortOrder.DescendingOrder, ["kb", "k0", "ka", "kc"]),
    ):
        model.sort(1, direction)
        assert [model.key(row) for row in range(4)] == keys
    assert model.index(0, 1).data(Qt.ItemDataRole.UserRole) == 1234.5
    assert model.row_of("k0") == 1
    assert model.row_of("gone") is None
    assert [row[0] for row in model.table().rows] == ["b", None, "A", "c"]


def test_new_rows_keep_the_order_sorted_by(model):
    model.sort(2, Qt.SortOrder.DescendingOrder)
    model.set_rows([("x", 1.0, 1), ("y", 1.0, 5)])
    assert [model.key(row) for row in range(2)] == [1, 0]


def test_a_cell_is_followed_through_sorting(model):
    followed = QPersistentModelIndex(model.index(0, 0))
    model.sort(1, Qt.SortOrder.AscendingOrder)
    assert (followed.row(), followed.data()) == (1, "b")


def test_nothing_is_no_row(model):
    model.set_rows([])
    assert model.rowCount() == 0
    model.sort(1)
    model.set_columns(COLUMNS[:1])
    assert (model.rowCount(), model.columnCount()) == (0, 1)
