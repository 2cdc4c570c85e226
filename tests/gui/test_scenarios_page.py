"""The page “Scenarios”, driven as a user does."""

from __future__ import annotations

import pytest
from ecovoucher.ecovoucher_plugin.gui.results.scope import SELECTED, Scope
from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDoubleSpinBox, QLabel, QLineEdit, QListWidget, QPushButton
from window import click, find, wait_until


@pytest.fixture
def page(dock, result_layer):
    """Return the page, after the balance and the revenue at a price of 100 were shown."""
    wait_until(lambda: dock.review.records is not None)
    open_page(dock, "balance")
    set_price(dock, 100)
    return open_page(dock, "scenarios")


def open_page(dock, name):
    dock.tabs.setCurrentIndex(list(dock.pages).index(name))
    wait_until(dock.pages[name].isVisible)
    return dock.pages[name]


def set_price(dock, price):
    revenue = open_page(dock, "revenue")
    box = find(revenue, QDoubleSpinBox, "revenuePrice")
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, str(price))


def keep(page, name):
    edit = find(page, QLineEdit, "scenarioName")
    edit.setFocus()
    QTest.keyClicks(edit, name)
    click(find(page, QPushButton, "keepScenario"))


def listed(page):
    return [item.text() for item in items(page)]


def items(page):
    widget = find(page, QListWidget, "scenarioList")
    return [widget.item(row) for row in range(widget.count())]


def compared(page):
    return {row[0]: row[1:] for row in page.table.model.table().rows}


def said(dock):
    return dock.messages.text.text()


def test_two_states_are_kept_and_compared(page, dock):
    assert "A scenario keeps" in find(page, QLabel, "scenarioNote").text()
    keep(page, "cheap")
    set_price(dock, 200)
    open_page(dock, "scenarios")
    keep(page, "dear")
    assert listed(page) == ["cheap", "dear"]
    found = compared(page)
    assert found["Gross (yuan)"] == (5400, 10800)
    assert found["Supply (vouchers)"] == (54, 54)
    assert [column.title for column in page.table.model.columns] == ["Measure", "cheap", "dear"]
    assert page.chart.isVisible()
    items(page)[0].setCheckState(Qt.CheckState.Unchecked)
    assert [column.title for column in page.table.model.columns] == ["Measure", "dear"]


def test_what_is_kept_is_what_the_pages_show(page, dock):
    keep(page, "now")
    (scenario,) = page.store.all()
    assert dict(scenario.revenue) == dock.pages["revenue"].results()
    assert dict(scenario.balance) == dock.pages["balance"].results()


def test_a_scope_that_changed_meanwhile_is_kept_as_it_is_now(page, dock, result_layer):
    """The pages that show the figures are hidden while the user keeps them."""
    result_layer.selectByIds([next(result_layer.getFeatures()).id()])
    dock.choose_scope(Scope(SELECTED))
    wait_until(lambda: dock.review.mask is not None and dock.review.mask.sum() == 1)
    keep(page, "one parcel")
    assert compared(page)["Parcels"] == (1,)
    assert compared(page)["Gross (yuan)"] == (100,)


def test_a_name_is_found_where_none_is_given(page):
    keep(page, "")
    keep(page, "")
    assert listed(page) == ["Scenario 1", "Scenario 2"]


def test_a_name_that_is_taken_is_said_in_place(page, dock):
    keep(page, "A")
    keep(page, "a")
    assert listed(page) == ["A"]
    assert "already" in said(dock)


def test_renamed_in_the_list(page, dock):
    keep(page, "A")
    keep(page, "B")
    items(page)[0].setText("Z")
    assert listed(page) == ["Z", "B"]
    items(page)[1].setText("z")
    assert listed(page) == ["Z", "B"]
    assert "already" in said(dock)


def test_deleted_by_key_and_brought_back(page):
    keep(page, "A")
    keep(page, "B")
    widget = find(page, QListWidget, "scenarioList")
    widget.setCurrentRow(0)
    QTest.keyClick(widget, Qt.Key.Key_Delete)
    assert listed(page) == ["B"]
    click(find(page, QPushButton, "undoDelete"))
    assert listed(page) == ["A", "B"]
    assert not find(page, QPushButton, "undoDelete").isVisible()


def test_nothing_to_keep_is_said(page, dock, result_layer):
    QgsProject.instance().removeMapLayer(result_layer.id())
    wait_until(lambda: dock.review.records is None)
    for name in ("balance", "revenue", "scenarios"):
        open_page(dock, name)
    keep(page, "nothing")
    assert listed(page) == []
    assert "no figures to keep" in said(dock)


def test_scenarios_go_with_their_project(page, iface):
    keep(page, "A")
    iface.newProject(False)
    wait_until(lambda: listed(page) == [])


def test_a_hostile_project_is_survived(page):
    entry = '[{"name": "<b>x</b>", "balance": {"net": "?"}}, 5]'
    QgsProject.instance().writeEntry("EcoVoucher", "/scenarios/kept", entry)
    page.project_changed()
    assert listed(page) == ["<b>x</b>"]
    assert compared(page) == {}
