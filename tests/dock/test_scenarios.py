"""The scenario store: what is kept comes back, and a hostile project file is survived."""

from __future__ import annotations

import pytest
from ecovoucher.ecovoucher_plugin.gui.project_state import ProjectState
from ecovoucher.ecovoucher_plugin.gui.scenarios.comparison import (
    comparison,
    differing_standards,
    drawn,
    measures,
    remarks,
)
from ecovoucher.ecovoucher_plugin.gui.scenarios.store import Scenario, ScenarioError, ScenarioStore
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from qgis.core import QgsProject

BALANCE = {"layer": "地块", "standard": "jiangyin", "parcels": 771, "net": 96.17, "esv_change": None}
REVENUE = {"preset": "voucher_sale", "quantity_field": "v_supply", "price": 30000.0, "net": 34149720.0}

numbers = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
plain = st.none() | st.booleans() | numbers | st.text(max_size=9)
json_values = st.recursive(plain, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
    st.text(max_size=5) | st.sampled_from(["name", "kept", "balance", "revenue", "trade", "net"]), inner, max_size=5
), max_leaves=20)


@pytest.fixture
def store(qgis_new_project):
    return ScenarioStore(ProjectState())


def raw(text):
    QgsProject.instance().writeEntry("EcoVoucher", "/scenarios/kept", text)


def names(store):
    return [scenario.name for scenario in store.all()]


def test_nothing_is_written_before_the_user_keeps_something(store):
    assert store.all() == []
    assert not QgsProject.instance().isDirty()


def test_what_is_kept_comes_back_from_the_saved_project(store, tmp_path):
    store.keep(Scenario("方案 “A” <b>&", "2024-05-06T07:08:09", BALANCE, REVENUE, {"feasible": True}))
    store.keep(Scenario("B", balance=BALANCE))
    before = store.all()
    path = str(tmp_path / "kept.qgz")
    assert QgsProject.instance().write(path)
    QgsProject.instance().clear()
    assert store.all() == []
    assert QgsProject.instance().read(path)
    assert store.all() == before
    assert before[0].balance == BALANCE


def test_names_are_given_once(store):
    store.keep(Scenario("  One   two ", balance=BALANCE))
    assert names(store) == ["One two"]
    with pytest.raises(ScenarioError, match="already"):
        store.keep(Scenario("one TWO", balance=BALANCE))
    with pytest.raises(ScenarioError, match="name"):
        store.keep(Scenario(" \n", balance=BALANCE))
    with pytest.raises(ScenarioError, match="no figures"):
        store.keep(Scenario("empty"))


def test_renamed_and_deleted(store):
    for name in ("A", "B", "C"):
        store.keep(Scenario(name, balance=BALANCE))
    store.rename("B", "b2")
    store.rename("C", "c")
    with pytest.raises(ScenarioError, match="already"):
        store.rename("A", "B2")
    store.delete("A")
    assert names(store) == ["b2", "c"]


@pytest.mark.parametrize("text", [
    "", "null", "7", "{}", '"x"', "[[]]", "[null, 5, {}]", '[{"name": 5}]', '[{"name": ""}]', '[{"name": " "}]',
    "[" * 50_000, '[{"name": "a", "balance": [1]}', "\x00",
])
def test_what_is_no_list_of_scenarios_is_none(store, text):
    raw(text)
    assert store.all() == []
    store.keep(Scenario("A", balance=BALANCE))
    assert names(store) == ["A"]


def test_of_a_hostile_entry_only_what_fits_is_taken(store):
    raw('[{"name": "a", "kept": 5, '
        '"balance": {"net": 1e999, "supply": "x", "layer": ["y"], "parcels": true, "demand": 2}, '
        '"revenue": "all", "trade": {"amount": 1' + "0" * 400 + ', "feasible": "yes"}, "other": 1}, {"name": "A"}]')
    (found,) = store.all()
    assert (found.name, found.kept) == ("a", "")
    assert [found.number("balance", key) for key in ("net", "supply", "layer", "parcels", "demand")] == [
        None, None, None, None, 2,
    ]
    assert found.number("trade", "amount") is None
    assert [row[1:] for row in comparison([found]).rows] == [(2,)]
    assert "easible" not in remarks(found)


@given(json_values)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
def test_any_json_is_survived_and_shown(store, value):
    ProjectState().write("scenarios", "kept", value)
    found = store.all()
    assert len({scenario.name.casefold() for scenario in found}) == len(found)
    table = comparison(found)
    assert all(len(row) == len(table.columns) for row in table.rows)
    assert len(drawn(found)) <= 4
    assert all(remarks(scenario) for scenario in found)


class TestComparison:
    A = Scenario("A", balance=BALANCE, revenue=REVENUE)
    B = Scenario("B", balance={**BALANCE, "net": -5.5, "standard": "standard_forest"})

    def test_a_line_for_each_measure_that_one_of_them_knows(self):
        table = comparison([self.A, self.B])
        assert [column.title for column in table.columns][1:] == ["A", "B"]
        lines = {row[0]: row[1:] for row in table.rows}
        assert lines == {
            "Parcels": (771, 771), "Net vouchers": (96.17, -5.5), "Price (yuan per unit)": (30000.0, None),
            "Net revenue (yuan)": (34149720.0, None),
        }

    def test_the_chart_has_what_is_known(self):
        panels = drawn([self.A, self.B])
        assert [panel[0] for panel in panels] == ["Net vouchers", "Net revenue"]
        assert panels[0][2] == [96.17, -5.5]
        assert panels[1][2][1] != panels[1][2][1]

    def test_different_standards_are_noticed(self):
        assert differing_standards([self.A, self.B])
        assert not differing_standards([self.A, self.A, Scenario("no balance", revenue=REVENUE)])

    def test_no_measure_comes_twice(self):
        keys = [(measure.page, measure.key) for measure in measures()]
        assert len(keys) == len(set(keys))
