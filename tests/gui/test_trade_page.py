"""The page “Trade”, driven as a user drives it: figures of the algorithm, layers on the map, refusals in words."""

from __future__ import annotations

import random

import pytest
from qgis import processing
from qgis.core import NULL, QgsFeature, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsFieldComboBox, QgsMapLayerComboBox, QgsRubberBand
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QComboBox, QDoubleSpinBox, QLabel, QPushButton, QTableView
from window import choose, click, find, wait_until

# name, coverage and target in %, price in yuan/mu; each district is 10 km × 10 km.
ROWS = (("西县 West", 40.0, 45.0, NULL), ("Middle", 56.0, 55.0, NULL), ("East", 72.0, 55.0, 1200.0),
        ("=Far", 64.0, 50.0, 1000.0))
FIELDS = {"NAME_FIELD": "name", "COVER_FIELD": "cover", "TARGET_FIELD": "target", "PRICE_FIELD": "price"}


def districts(rows=ROWS, name="Districts") -> QgsVectorLayer:
    layer = QgsVectorLayer(
        "Polygon?crs=EPSG:4549&field=name:string&field=cover:double&field=target:double&field=price:double", name,
        "memory",
    )
    features = []
    for place, values in enumerate(rows):
        feature = QgsFeature(layer.fields())
        x = 450_000 + 10_000 * place
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(x, 3_500_000, x + 10_000, 3_510_000)))
        feature.setAttributes(list(values))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture
def page(dock):
    dock.tabs.setCurrentIndex(2)
    page = dock.pages["trade"]
    wait_until(page.isVisible)
    return page


def pick_layer(page, layer) -> None:
    box = find(page, QgsMapLayerComboBox, "districtLayer")
    wait_until(lambda: box.findText(layer.name()) >= 0)
    choose(box, box.findText(layer.name()))
    assert box.currentLayer() is layer


def find_trades(page) -> None:
    click(find(page, QPushButton, "findTrades"))
    wait_until(lambda: not page.run.is_running())


def verdict(page) -> str:
    return find(page, QLabel, "tradeVerdict").text()


def cells(page, name) -> list[list[object]]:
    model = find(page, QTableView, f"{name}View").model()
    return [[model.index(row, column).data(Qt.ItemDataRole.UserRole) for column in range(model.columnCount())]
            for row in range(model.rowCount())]


def bands(iface) -> list[QgsRubberBand]:
    return [item for item in iface.mapCanvas().scene().items() if isinstance(item, QgsRubberBand) and item.isVisible()]


def expected(layer, **changes) -> dict:
    sinks = dict.fromkeys(("OUTPUT", "TRADES", "PAYMENTS"), "TEMPORARY_OUTPUT")
    return processing.run("ecovoucher:forestcovertrade", {"DISTRICTS": layer, **FIELDS, **sinks, **changes})


def test_figures_are_those_of_the_algorithm(page):
    layer = districts()
    pick_layer(page, layer)
    find_trades(page)
    found = expected(layer)
    assert page.results() == {
        "layer": "Districts", "feasible": True,
        **{name: found[name.upper()] for name in ("shortage", "capacity", "traded", "unmet", "amount")},
    }
    trades = [[f[name] for name in ("seller", "buyer", "area_mu", "unit_price", "amount", "distance_km")]
              for f in found["TRADES"].getFeatures()]
    assert trades and cells(page, "trades") == trades
    assert [row[0] for row in cells(page, "tradeDistricts")] == [row[0] for row in ROWS]
    assert [row[1] for row in cells(page, "tradeDistricts")] == ["buyer", "compliant", "seller", "seller"]
    assert sum(row[3] for row in cells(page, "payments")) == pytest.approx(found["AMOUNT"], abs=1e-6)
    assert f"shortage of {found['SHORTAGE']:,.0f} mu" in verdict(page) and "Feasible" in verdict(page)


def test_what_cannot_be_met_is_said_with_the_reason(page):
    layer = districts([ROWS[0], ("Rich", 60.5, 55.0, NULL)])
    pick_layer(page, layer)
    find_trades(page)
    found = expected(layer)
    assert page.results()["feasible"] is False and page.results()["unmet"] == found["UNMET"] > 0
    assert "Not feasible" in verdict(page)
    assert "seller floor of 60 % binds: Rich" in find(page, QLabel, "tradeReasons").text()


def test_nothing_to_trade_is_said(page):
    pick_layer(page, districts([("Green", 70.0, 55.0, NULL)]))
    find_trades(page)
    assert "No trade is needed" in verdict(page)
    assert cells(page, "trades") == []


def test_refusals_are_said_in_place(page):
    find_trades(page)
    assert "Choose a polygon layer" in verdict(page)
    layer = districts()
    pick_layer(page, layer)
    for name, sentence in (("NAME_FIELD", "names"), ("COVER_FIELD", "forest area or one of the forest coverage"),
                           ("TARGET_FIELD", "target coverage")):
        box = find(page, QgsFieldComboBox, name)
        chosen = box.currentField()
        choose(box, 0)
        find_trades(page)
        assert sentence in verdict(page), name
        assert page.results() == {} and not find(page, QTableView, "tradesView").isVisible()
        box.setField(chosen)
    find_trades(page)
    assert "Feasible" in verdict(page)


@pytest.mark.parametrize(("rows", "sentence"), [
    ([], "no feature"),
    ([("a", NULL, NULL, NULL), ("b", NULL, 50.0, NULL)], "No district can be assessed"),
    ([("a", 0.4, 0.5, NULL), ("b", 0.6, 0.5, NULL)], "%"),
])
def test_districts_that_cannot_be_used_are_refused_by_name(page, rows, sentence):
    pick_layer(page, districts(rows))
    find_trades(page)
    assert sentence in verdict(page) and page.results() == {}


def test_price_of_0_is_computed_and_warned_of(page):
    layer = districts([(*row[:3], NULL) for row in ROWS])
    pick_layer(page, layer)
    page.form.terms.parentWidget().setCollapsed(False)
    price = find(page, QDoubleSpinBox, "INDEX_PRICE")
    price.setFocus()
    price.selectAll()
    QTest.keyClicks(price, "0\t")
    find_trades(page)
    assert page.results()["amount"] == expected(layer, INDEX_PRICE=0)["AMOUNT"]
    assert "below 1000" in find(page, QLabel, "tradeReasons").text()


def test_layers_are_dropped_replaced_or_kept(page):
    project = QgsProject.instance()
    pick_layer(page, districts())
    before = set(project.mapLayers())
    root = project.layerTreeRoot()
    find_trades(page)
    first = set(project.mapLayers()) - before
    assert len(first) == 2 and len(root.findGroups()) == 1 and "temporary" in root.findGroups()[0].name()
    find_trades(page)
    second = set(project.mapLayers()) - before
    assert len(second) == 2 and not first & second and len(root.findGroups()) == 1
    click(find(page, QPushButton, "keepLayers"))
    assert not find(page, QPushButton, "dropLayers").isEnabled()
    find_trades(page)
    assert second < set(project.mapLayers()) - before and len(root.findGroups()) == 2
    click(find(page, QPushButton, "dropLayers"))
    assert set(project.mapLayers()) - before == second and len(root.findGroups()) == 1


def test_layers_and_group_removed_by_the_user_are_survived(page):
    pick_layer(page, districts())
    find_trades(page)
    root = QgsProject.instance().layerTreeRoot()
    root.removeChildNode(root.findGroups()[0])
    click(find(page, QPushButton, "keepLayers"))
    find_trades(page)
    QgsProject.instance().removeMapLayer(root.findGroups()[0].findLayers()[0].layer().id())
    click(find(page, QPushButton, "dropLayers"))
    assert root.findGroups() == []


def test_row_under_the_mouse_is_marked_on_the_map_until_the_page_is_hidden(page, dock, iface):
    pick_layer(page, districts())
    find_trades(page)
    assert bands(iface) == []
    view = find(page, QTableView, "tradeDistrictsView")

    def is_marked_under_the_mouse(row: int) -> bool:
        dock.tabs.currentWidget().ensureWidgetVisible(view)
        QTest.qWait(50)
        for place in (view.rowViewportPosition(1 + row), view.rowViewportPosition(row)):
            QTest.mouseMove(view.viewport(), QPoint(20, place + 6))
            QTest.qWait(20)
        return len(bands(iface)) == 1

    for row in (0, 2):
        wait_until(lambda row=row: is_marked_under_the_mouse(row))
        box = bands(iface)[0].asGeometry().boundingBox()
        assert box.width() == pytest.approx(10_000, rel=1e-3)
        assert (box.xMinimum() - 450_000) == pytest.approx(row * 10_000, abs=50)
    dock.tabs.setCurrentIndex(0)
    assert bands(iface) == []


def test_choice_is_remembered_by_the_project(page, plugin, iface, tmp_path):
    layer = districts()
    layer.setName("县区")
    file = str(tmp_path / "districts.gpkg")
    processing.run("native:savefeatures", {"INPUT": layer, "OUTPUT": file})
    saved = QgsVectorLayer(file, "saved", "ogr")
    QgsProject.instance().addMapLayer(saved)
    assert not QgsProject.instance().entryList("EcoVoucher", "/trade")
    pick_layer(page, saved)
    target = find(page, QComboBox, "target")
    choose(target, 1)
    choose(find(page, QgsFieldComboBox, "KEY_ECOLOGICAL_FIELD"), 2)
    chosen = page.form.parameters()
    del chosen["DISTRICTS"]
    project = str(tmp_path / "p.qgz")
    assert QgsProject.instance().write(project)
    iface.newProject(False)
    assert page.form.parameters()["DISTRICTS"] is None
    assert QgsProject.instance().read(project)
    again = page.form.parameters()
    assert again.pop("DISTRICTS").name() == "saved"
    assert again == chosen and "KEY_ECOLOGICAL_FIELD" in again


@pytest.mark.parametrize("content", [
    "[]", "3", '{"layer": 7, "fields": [1], "choices": {"AREA_UNIT": {}}, "numbers": {"INDEX_PRICE": "x"}}',
    '{"fields": {"NAME_FIELD": 5, "no": "name"}, "instalments": 4, "numbers": {"MANAGEMENT_YEARS": 1e300}}',
    '{"numbers": {"INDEX_PRICE": NaN, "MANAGEMENT_YEARS": NaN, "SELLER_FLOOR": -5}}', "not json",
])
def test_hostile_memory_of_a_project_is_survived(page, content):
    QgsProject.instance().writeEntry("EcoVoucher", "/trade/choice", content)
    page.project_changed()
    pick_layer(page, districts())
    find_trades(page)
    assert "Feasible" in verdict(page)


def test_field_that_is_gone_is_named(page):
    layer = districts()
    pick_layer(page, layer)
    find_trades(page)
    layer.startEditing()
    layer.renameAttribute(layer.fields().lookupField("cover"), "c")
    layer.commitChanges()
    page.project_changed()
    assert "cover" in verdict(page) and "Choose others" in verdict(page)


def test_layer_removed_at_random_moments(page):
    chance = random.Random(3)
    for _ in range(8):
        layer = districts()
        pick_layer(page, layer)
        click(find(page, QPushButton, "findTrades"))
        QTest.qWait(chance.randrange(0, 60))
        QgsProject.instance().removeMapLayer(layer.id())
        del layer
        wait_until(lambda: not page.run.is_running())
        assert "Feasible" in verdict(page)


def test_unload_with_a_run_going_leaves_nothing(page, plugin, iface):
    layer = districts()
    pick_layer(page, layer)
    find_trades(page)
    page.highlight.show([QgsGeometry.fromRect(QgsRectangle(0, 0, 1, 1))], layer.crs())
    click(find(page, QPushButton, "findTrades"))
    plugin.unload()
    assert bands(iface) == []
    assert list(QgsProject.instance().mapLayers()) == [layer.id()]
