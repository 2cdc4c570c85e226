"""The page “Revenue”, driven as a user does: its money is that of the algorithm, to the fen."""

from __future__ import annotations

from fractions import Fraction

import pytest
from ecovoucher.ecovoucher_plugin.gui.results.scope import SELECTED, Scope
from ecovoucher.ecovoucher_plugin.gui.revenue import page as revenue_page
from qgis import processing
from qgis.core import NULL, QgsProject
from qgis.PyQt.QtCore import QLocale, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QComboBox, QDoubleSpinBox, QLabel, QPushButton, QTableView
from window import RULES, click, find, make_result_layer, wait_until

MONEY = {"gross": "GROSS", "cost": "COST", "net": "NET", "farmer": "FARMER", "collective": "COLLECTIVE"}


@pytest.fixture
def page(dock, result_layer):
    wait_until(lambda: dock.review.records is not None)
    page = dock.pages["revenue"]
    dock.tabs.setCurrentIndex(list(dock.pages).index("revenue"))
    wait_until(page.isVisible)
    return page


def enter(page, name, value):
    """Type a number into a field, key by key, as a user of this locale writes it."""
    box = find(page, QDoubleSpinBox, name)
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, str(value).replace(".", QLocale().decimalPoint()))


def choose(page, name, data):
    combo = find(page, QComboBox, name)
    place = combo.findData(data)
    assert place >= 0, data
    combo.setFocus()
    while combo.currentIndex() != place:
        QTest.keyClick(combo, Qt.Key.Key_Down if combo.currentIndex() < place else Qt.Key.Key_Up)


def figure(page, name):
    """Return a figure as the page shows it, as an exact number of yuan."""
    text = find(page, QLabel, f"revenue_{name}").text()
    if text == "–":
        return None
    locale = QLocale()
    return Fraction(text.replace(locale.groupSeparator(), "").replace(locale.decimalPoint(), "."))


def note(page):
    label = find(page, QLabel, "revenueNote")
    return label.text() if label.isVisible() else ""


def change(layer, values_by_row, field="v_supply"):
    ids = [feature.id() for feature in layer.getFeatures()]
    position = layer.fields().lookupField(field)
    assert layer.dataProvider().changeAttributeValues({
        ids[row]: {position: value} for row, value in values_by_row.items()
    })
    layer.dataChanged.emit()


def test_typing_a_price_gives_the_money_at_once(page):
    """9 of 12 parcels yield 1, 2, 3, 5, 6, 7, 9, 10, 11 vouchers: 54 in all."""
    assert "price is 0" in note(page)
    enter(page, "revenuePrice", 30000)
    enter(page, "revenueCost", 10000)
    assert [figure(page, name) for name in MONEY] == [1_620_000, 540_000, 1_080_000, 918_000, 162_000]
    assert (figure(page, "break_even"), figure(page, "sold")) == (10_000, 54)
    assert note(page).startswith("3 parcels have no quantity")
    enter(page, "revenuePrice", "30000.01")
    assert figure(page, "gross") == Fraction("1620000.54")


@pytest.mark.parametrize(("preset", "price", "cost"), [
    ("voucher_sale", "28888.37", "9999.99"), ("land_ticket", "250000.05", "41234.56"), ("none", "33.33", "7.77"),
    ("nanning_lake", "1.07", "0.55"), ("voucher_sale", "100", "250.5"), ("naliang_taro", "0", "0.01"),
])
def test_its_money_is_that_of_the_algorithm_to_the_fen(page, result_layer, preset, price, cost):
    change(result_layer, {0: 12.344999, 1: 0.005, 2: 230.77499999999998, 4: 1 / 3, 5: 0.0, 6: -2.0, 8: 1e-9})
    wait_until(lambda: figure(page, "sold") is not None and figure(page, "sold") != 54)
    choose(page, "revenuePreset", preset)
    enter(page, "revenuePrice", price)
    enter(page, "revenueCost", cost)
    if preset == "none":
        enter(page, "farmerShare", "66.7")
        enter(page, "farmerMinimum", "17.31")
        own = {"FARMER_SHARE": 66.7, "FARMER_MINIMUM": 17.31}
    else:
        own = {}
    found = processing.run("ecovoucher:revenuesplit", {
        "INPUT": result_layer, "QUANTITY_FIELD": "v_supply", "UNIT_PRICE": float(price), "UNIT_COST": float(cost),
        "PRESET": preset, **own, "OUTPUT": "TEMPORARY_OUTPUT",
    })
    for name, number in MONEY.items():
        assert figure(page, name) == Fraction(round(found[number] * 100), 100), name
    assert figure(page, "break_even") == Fraction(str(found["BREAK_EVEN_PRICE"]))
    assert page.results().get("below_minimum", 0) == found["BELOW_MINIMUM_COUNT"]
    losing = [feature.id() for feature in found["OUTPUT"].getFeatures()
              if feature["rs_status"] in ("loss", "below_minimum")]
    wait_until(lambda: len(page.figures.table.model.table().rows) == len(losing))
    assert [row[0] for row in page.figures.table.model.table().rows] == losing


def test_shares_follow_exact_arithmetic(page):
    """Oracle: fractions. 54 vouchers at 33.33 − 7.77 yuan, parcel by parcel, 85 : 15 by the larger remainder."""
    enter(page, "revenuePrice", "33.33")
    enter(page, "revenueCost", "7.77")
    nets = [Fraction("25.56") * vouchers for vouchers in (1, 2, 3, 5, 6, 7, 9, 10, 11)]
    exact = [net * Fraction(85, 100) * 100 for net in nets]
    assert figure(page, "net") == sum(nets)
    assert figure(page, "farmer") + figure(page, "collective") == sum(nets)
    assert abs(figure(page, "farmer") - sum(exact) / 100) <= Fraction(len(nets), 200)


def test_parcels_that_lose_money_are_listed_and_shown_on_the_map(page, dock, result_layer):
    choose(page, "revenueCostField", "esv_target")
    enter(page, "revenuePrice", 5000)
    assert not find(page, QDoubleSpinBox, "revenueCost").isVisible()
    table = page.figures.table
    wait_until(lambda: len(table.model.table().rows) > 0)
    ids = {feature.id() for feature in result_layer.getFeatures()
           if feature["esv_target"] != NULL and feature["esv_target"] > 5000}
    assert {row[0] for row in table.model.table().rows} == ids
    assert len(ids) == 6
    click(find(page, QPushButton, "losingOnMap"))
    assert set(result_layer.selectedFeatureIds()) == ids
    view = find(page, QTableView, "losingParcelsView")
    cell = view.visualRect(table.model.index(1, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, cell)
    assert result_layer.selectedFeatureIds() == [table.model.key(1)]
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert dock.tabs.currentIndex() == list(dock.pages).index("parcel")


def test_written_to_a_layer_in_the_background(page, dock, result_layer):
    enter(page, "revenuePrice", "28888.37")
    wanted = figure(page, "net")
    click(find(page, QPushButton, "writeRevenue"))
    wait_until(lambda: len(QgsProject.instance().mapLayers()) == 2)
    layer = next(found for found in QgsProject.instance().mapLayers().values() if found is not result_layer)
    nets = [feature["rs_net"] for feature in layer.getFeatures()]
    assert len(nets) == 12
    assert sum(round(100 * net) for net in nets if net != NULL) == wanted * 100
    wait_until(find(page, QPushButton, "writeRevenue").isEnabled)


def test_only_the_parcels_in_scope_are_written(page, dock, result_layer):
    enter(page, "revenuePrice", 10)
    ids = [feature.id() for feature in result_layer.getFeatures()][:2]
    result_layer.selectByIds(ids)
    dock.choose_scope(Scope(SELECTED))
    wait_until(lambda: figure(page, "sold") == 3)
    click(find(page, QPushButton, "writeRevenue"))
    wait_until(lambda: len(QgsProject.instance().mapLayers()) == 2)
    layer = next(found for found in QgsProject.instance().mapLayers().values() if found is not result_layer)
    assert sorted(feature["rs_gross"] for feature in layer.getFeatures()) == [10, 20]


def test_what_makes_no_sense_is_said_in_place(page, result_layer):
    choose(page, "revenuePreset", "none")
    enter(page, "revenuePrice", 10)
    enter(page, "farmerShare", "0.85")
    assert "85 for 85 %" in note(page)
    assert not page.figures.isVisible()
    enter(page, "farmerShare", "85")
    assert page.figures.isVisible()
    choose(page, "revenuePreset", "land_ticket")
    choose(page, "revenueQuantity", "area_ha")
    assert "holds hectares" in note(page)


def test_nothing_known_is_said_and_nothing_is_zero(page, result_layer):
    change(result_layer, dict.fromkeys(range(12)))
    enter(page, "revenuePrice", 10)
    wait_until(lambda: note(page).startswith("12 parcels have no quantity"))
    assert not page.figures.isVisible()


def test_inputs_are_remembered_with_the_project_only_when_the_user_acts(page, dock):
    project = QgsProject.instance()
    assert project.readEntry("EcoVoucher", "/revenue/inputs") == ("", False)
    enter(page, "revenuePrice", 123)
    choose(page, "revenuePreset", "land_ticket")
    page.form.show_inputs(type(page.form.inputs())())
    assert page.form.inputs().price == 0
    page.project_changed()
    assert (page.form.inputs().price, page.form.inputs().preset) == (123, "land_ticket")


@pytest.mark.parametrize("entry", [
    "null", "[1]", '"x"', '{"price": "much"}', '{"price": -5, "preset": "gone", "quantity_field": 7}',
    '{"price": 1e999, "unit_cost": true, "farmer_share": 850}', "{", "",
])
def test_a_hostile_project_gives_the_defaults(page, entry):
    QgsProject.instance().writeEntry("EcoVoucher", "/revenue/inputs", entry)
    page.project_changed()
    default = type(page.form.inputs())()
    assert page.form.inputs() == default


def test_the_layer_goes_while_the_page_is_open(page, result_layer):
    enter(page, "revenuePrice", 10)
    QgsProject.instance().removeMapLayer(result_layer.id())
    wait_until(lambda: "appears here" in note(page))
    assert not find(page, QPushButton, "writeRevenue").isEnabled()
    enter(page, "revenuePrice", 20)
    assert page.results() == {}


def test_the_fields_chosen_outlive_their_layer(page, dock, result_layer):
    choose(page, "revenueQuantity", "v_demand")
    choose(page, "revenueCostField", "esv_base")
    QgsProject.instance().removeMapLayer(result_layer.id())
    wait_until(lambda: "appears here" in note(page))
    enter(page, "revenuePrice", 20)
    QgsProject.instance().addMapLayer(make_result_layer(3))
    wait_until(lambda: figure(page, "gross") == 15)
    assert (page.form.inputs().quantity_field, page.form.inputs().cost_field) == ("v_demand", "esv_base")


def test_of_many_parcels_the_figures_come_when_the_user_pauses(page, monkeypatch):
    monkeypatch.setattr(revenue_page, "AT_ONCE", 8)
    before = figure(page, "gross")
    enter(page, "revenuePrice", 2)
    assert figure(page, "gross") == before
    wait_until(lambda: figure(page, "gross") == 108)
    enter(page, "revenuePrice", 3)
    assert page.results()["gross"] == 162


def test_amounts_too_large_are_said_and_not_shown_as_zero(page, result_layer):
    change(result_layer, dict.fromkeys(range(12), 1e+300))
    enter(page, "revenuePrice", 5)
    wait_until(lambda: "12 parcels bring an amount too large" in note(page))
    assert not page.figures.isVisible()
    assert not find(page, QPushButton, "writeRevenue").isEnabled()
    assert page.results() == {}


def test_hectares_of_standard_forest_are_not_sold_for_vouchers_unsaid(page, result_layer):
    assert "hectares of standard forest" not in note(page)
    forest = RULES.replace("standard=jiangyin", "standard=standard_forest")
    change(result_layer, dict.fromkeys(range(12), forest), "ev_rules")
    wait_until(lambda: "hectares of standard forest" in note(page))
