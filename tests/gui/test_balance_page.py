"""The page “Balance”, driven as a user drives it."""

from __future__ import annotations

import pytest
from qgis import processing
from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject, QgsRectangle
from qgis.PyQt.QtCore import QLocale, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QPushButton, QTableView
from window import choose, click, find, make_result_layer, wait_until

KNOWN = [i for i in range(12) if i % 4 != 3]


def shown(dock, name: str) -> str:
    return find(dock, QLabel, name).text()


def number(text: str) -> float:
    value, is_number = QLocale().toDouble(text)
    assert is_number, text
    return value


def cells(view: QTableView) -> list[list[object]]:
    model = view.model()
    return [
        [model.index(row, column).data(Qt.ItemDataRole.UserRole) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


@pytest.fixture
def reviewed(dock, result_layer):
    """Return the dock with the result layer read."""
    wait_until(lambda: dock.review.records is not None)
    return dock


def test_a_result_layer_is_found_and_summed(reviewed):
    assert number(shown(reviewed, "supplyValue")) == sum(i + 1 for i in KNOWN)
    assert number(shown(reviewed, "demandValue")) == 0.25 * len(KNOWN)
    assert number(shown(reviewed, "netValue")) == sum(i + 0.75 for i in KNOWN)
    assert number(shown(reviewed, "esvValue")) == sum(1000 * (i + 1) for i in KNOWN)
    assert number(shown(reviewed, "areaValue")) == 12
    assert "3" in shown(reviewed, "balanceNote")


def test_both_units_are_shown_the_standards_own_first(reviewed):
    aside = shown(reviewed, "supplyAside")
    assert aside.index("mu") < aside.index("ha")
    assert QLocale().toString(sum(i + 1 for i in KNOWN) / 15, "f", 2) in aside


def test_figures_and_groups_are_those_of_the_algorithm(reviewed, result_layer):
    result_layer.selectByIds(result_layer.allFeatureIds()[:7])
    choose(find(reviewed, QComboBox, "scopeCombo"), 1)
    wait_until(lambda: reviewed.review.mask.sum() == 7)
    choose(find(reviewed, QComboBox, "groupField"), 1)
    outputs = processing.run("ecovoucher:voucherbalance", {
        "INPUT": QgsProcessingFeatureSourceDefinition(result_layer.id(), True), "GROUP_FIELD": "town",
        "OUTPUT": "TEMPORARY_OUTPUT",
    })
    results = reviewed.pages["balance"].results()
    assert (results["supply"], results["net"]) == (outputs["VOUCHER_SUPPLY"], outputs["VOUCHER_NET"])
    assert (results["esv_change"], results["parcels"]) == (outputs["ESV_CHANGE"], 7)
    names = ("vb_parcels", "vb_area_ha", "vb_supply", "vb_demand", "vb_net", "vb_change", "vb_problem")
    rows = [[feature[name] for name in names] for feature in outputs["OUTPUT"].getFeatures()]
    assert [row[1:] for row in cells(find(reviewed, QTableView, "balanceGroupsView"))] == rows


def test_the_selection_is_followed(reviewed, result_layer):
    choose(find(reviewed, QComboBox, "scopeCombo"), 1)
    assert find(reviewed, QLabel, "balanceEmpty").isVisible()
    first, second = sorted(result_layer.allFeatureIds())[:2]
    result_layer.selectByIds([first, second])
    wait_until(lambda: number(shown(reviewed, "supplyValue")) == 3)
    assert not find(reviewed, QLabel, "balanceEmpty").isVisible()
    result_layer.removeSelection()
    wait_until(lambda: find(reviewed, QLabel, "balanceEmpty").isVisible())


def test_the_map_is_followed(reviewed, result_layer, iface):
    canvas = iface.mapCanvas()
    canvas.setDestinationCrs(result_layer.crs())
    choose(find(reviewed, QComboBox, "scopeCombo"), 2)
    box = result_layer.extent()
    canvas.setExtent(QgsRectangle(box.xMinimum() + 50, box.yMinimum() + 20, box.xMinimum() + 260, box.yMinimum() + 60))
    expected = {
        feature.id() for feature in result_layer.getFeatures(canvas.extent())
        if feature.geometry().boundingBox().intersects(canvas.extent())
    }
    wait_until(lambda: set(reviewed.review.records.ids[reviewed.review.mask].tolist()) == expected)
    assert 2 <= len(expected) < 12


def test_one_group_alone_by_keyboard(reviewed):
    choose(find(reviewed, QComboBox, "groupField"), 1)
    view = find(reviewed, QTableView, "balanceGroupsView")
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home)
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert find(reviewed, QComboBox, "scopeCombo").currentText() == "town = Riverton"
    assert number(shown(reviewed, "areaValue")) == 4
    choose(find(reviewed, QComboBox, "scopeCombo"), 0)
    assert number(shown(reviewed, "areaValue")) == 12


def test_a_click_on_a_problem_selects_its_parcels(reviewed, result_layer):
    click(find(reviewed, QPushButton, "status_not_covered"))
    found = [feature["ev_status"] for feature in result_layer.getSelectedFeatures()]
    assert found == ["not_covered"] * 3


def test_an_edit_changes_the_figures(reviewed, result_layer):
    feature = next(result_layer.getFeatures())
    column = result_layer.fields().lookupField
    result_layer.startEditing()
    result_layer.changeAttributeValue(feature.id(), column("v_supply"), 101.0)
    expected = sum(i + 1 for i in KNOWN) + 100
    wait_until(lambda: number(shown(reviewed, "supplyValue")) == expected)
    result_layer.rollBack()
    wait_until(lambda: number(shown(reviewed, "supplyValue")) == expected - 100)


def test_a_filter_and_a_new_name_are_followed(reviewed, result_layer):
    result_layer.setSubsetString("town = 'Riverton'")
    wait_until(lambda: len(reviewed.review.records) == 4)
    result_layer.setSubsetString("town = 'nowhere'")
    wait_until(lambda: "town = 'nowhere'" in shown(reviewed, "noticeText"))
    assert find(reviewed, QLabel, "noticeText").isVisible()
    result_layer.setSubsetString("")
    wait_until(lambda: len(reviewed.review.records) == 12)
    result_layer.setName("别名")
    assert reviewed.header.layers.currentText() == "别名"


def test_parcels_of_two_standards_are_not_added(dock):
    layer = make_result_layer(4)
    first, rules = next(layer.getFeatures()).id(), layer.fields().lookupField("ev_rules")
    layer.dataProvider().changeAttributeValues({first: {rules: "standard=standard_forest"}})
    QgsProject.instance().addMapLayer(layer)
    wait_until(lambda: dock.review.records is not None)
    assert "never" in shown(dock, "balanceEmpty")
    assert not dock.pages["balance"].figures.isVisible()
    assert dock.pages["balance"].results() == {}


def test_nulls_everywhere_are_dashes(dock):
    layer = make_result_layer(3)
    every = dict.fromkeys(range(layer.fields().count()))
    layer.dataProvider().changeAttributeValues({feature.id(): every for feature in layer.getFeatures()})
    QgsProject.instance().addMapLayer(layer)
    wait_until(lambda: dock.review.records is not None)
    assert [shown(dock, f"{name}Value") for name in ("supply", "net", "esv", "area")] == ["–"] * 4
    choose(find(dock, QComboBox, "groupField"), 1)
    wait_until(find(dock, QPushButton, "status_None").isVisible)
