"""The page “Parcel”, driven as a user drives it: the card's figures, walking, the map tool, verdicts."""

from __future__ import annotations

import random

import numpy as np
import pytest
from ecovoucher.ecovoucher_plugin.gui.background import runs
from ecovoucher.ecovoucher_plugin.gui.parcel.verdicts import Verdict, Verdicts
from qgis import processing
from qgis.core import QgsDistanceArea, QgsFeature, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsRubberBand
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QComboBox, QLabel, QLineEdit, QTableView, QToolButton
from window import choose, click, find, wait_until

INDUSTRY, BROADLEAF, PADDY, POND = "0601", "0302", "0101", "1104"
PLAN = ((INDUSTRY, BROADLEAF), (BROADLEAF, INDUSTRY), (PADDY, PADDY), (INDUSTRY, POND), (POND, PADDY))
# Xie et al. 2015: all services of one hectare of broadleaf forest, by service.
BROADLEAF_2015 = (0.29, 0.66, 0.34, 2.17, 6.50, 1.93, 4.74, 2.65, 0.20, 2.41, 1.06)


def box(i: int) -> QgsRectangle:
    """Parcel i: 100 m high, and 100 m, 101 m, … wide, so that no two have the same area."""
    return QgsRectangle(500_000 + 300 * i, 3_500_000, 500_100 + 301 * i, 3_500_100)


def planned(count: int) -> QgsVectorLayer:
    layer = QgsVectorLayer("Polygon?crs=EPSG:4549&field=now:string&field=then:string", "plan", "memory")
    features = []
    for i in range(count):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromRect(box(i)))
        feature.setAttributes(list(PLAN[i % len(PLAN)]))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def compute(layer: QgsVectorLayer, **more) -> dict:
    """Run the algorithm, and add the result and its transitions to the project."""
    outputs = processing.run("ecovoucher:parcelplanyield", {
        "PARCELS": layer, "BASE_FIELD": "now", "TARGET_FIELD": "then", "OUTPUT": "TEMPORARY_OUTPUT",
        "TRANSITIONS": "TEMPORARY_OUTPUT", **more,
    })
    for name in ("TRANSITIONS", "OUTPUT"):
        outputs[name].setName(f"{name} {more.get('SCHEME', '')}".strip())
        QgsProject.instance().addMapLayer(outputs[name])
    return outputs


@pytest.fixture
def page(dock):
    dock.tabs.setCurrentIndex(3)
    page = dock.pages["parcel"]
    wait_until(page.isVisible)
    return page


@pytest.fixture
def result(page, dock):
    """Return the outputs of a run on ten planned parcels, read by the dock."""
    outputs = compute(planned(10))
    read(dock)
    return outputs


def read(dock) -> None:
    wait_until(lambda: dock.review.records is not None)


def settle(page) -> None:
    wait_until(lambda: not page.tables.is_reading and not page.run.is_running(), 30)


def text(page, name: str) -> str:
    return find(page, QLabel, name).text()


def cells(page, name: str) -> list[list[object]]:
    model = find(page, QTableView, f"{name}View").model()
    return [[model.index(row, column).data(Qt.ItemDataRole.UserRole) for column in range(model.columnCount())]
            for row in range(model.rowCount())]


def bands(iface) -> list[QgsRubberBand]:
    return [item for item in iface.mapCanvas().scene().items() if isinstance(item, QgsRubberBand) and item.isVisible()]


def press(page, key: int) -> None:
    """Press Alt and a key, where the page has the focus, as the window hands it to the shortcuts."""
    action = next(item for item in page.actions() if item.shortcut().toString() == {
        Qt.Key.Key_Left: "Alt+Left", Qt.Key.Key_Right: "Alt+Right"}[key])
    before = page._parcel
    QCoreApplication.sendEvent(page, QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.AltModifier))
    if page._parcel == before:
        action.trigger()


class TestCard:
    def test_figures_are_those_of_the_run(self, page, dock, result):
        rows = list(result["OUTPUT"].getFeatures())
        transitions = list(result["TRANSITIONS"].getFeatures())
        measure = QgsDistanceArea()
        measure.setSourceCrs(result["OUTPUT"].crs(), QgsProject.instance().transformContext())
        measure.setEllipsoid("EPSG:7024")
        for row, transition in zip(rows, transitions):
            dock.choose_parcel(row.id())
            settle(page)
            assert text(page, "esv") == f"{row['esv_base']:,.2f} → {row['esv_target']:,.2f} yuan per year"
            assert text(page, "supply") == f"{row['v_supply']:,.2f} vouchers"
            assert text(page, "demand") == f"{row['v_demand']:,.2f} vouchers"
            assert [item[2:] for item in cells(page, "parcelTransitions")] == [
                [transition[name] for name in ("area_ha", "esv_change", "v_supply", "v_demand")]]
            services = np.array([item[2:] for item in cells(page, "parcelServices")])
            expected = [row[name] for name in ("esv_base", "esv_target", "esv_change")]
            assert services.sum(axis=0) == pytest.approx(expected, rel=1e-12, abs=1e-6)
            assert text(page, "ellipsoidal").startswith(f"{measure.measureArea(row.geometry()) / 1e4:,.4f} ha")
            assert text(page, "planar").startswith(f"{row.geometry().area() / 1e4:,.4f} ha")

    def test_services_are_the_published_factors(self, page, dock, result):
        dock.choose_parcel(1)
        settle(page)
        hectares = next(result["OUTPUT"].getFeatures())["area_ha"]
        assert [item[3] for item in cells(page, "parcelServices")] == pytest.approx(
            [hectares * factor * 3406.5 for factor in BROADLEAF_2015])
        assert {item[2] for item in cells(page, "parcelServices")} == {0.0}

    def test_why_and_what_to_do_is_said(self, page, dock, result):
        for parcel, sentence in ((1, "restoration"), (2, "what is lost is demand"), (3, "neither supply nor demand")):
            dock.choose_parcel(parcel)
            settle(page)
            assert sentence in text(page, "parcelNotes")
            assert "complete: Nothing to do" in text(page, "parcelStatus")

    def test_money_is_that_of_revenuesplit(self, page, dock, result):
        dock.choose_parcel(1)
        assert "Enter a price" in text(page, "money")
        dock.state.write("revenue", "inputs", {"preset": "voucher_sale", "price": 30_000.0, "unit_cost": 18_000.0})
        dock.choose_parcel(1)
        split = processing.run("ecovoucher:revenuesplit", {
            "INPUT": result["OUTPUT"], "QUANTITY_FIELD": "v_supply", "UNIT_PRICE": 30_000, "UNIT_COST": 18_000,
            "PRESET": "voucher_sale", "OUTPUT": "TEMPORARY_OUTPUT",
        })
        row = next(split["OUTPUT"].getFeatures())
        for name in ("rs_gross", "rs_cost", "rs_net", "rs_farmer", "rs_collect"):
            assert f"{row[name]:,.2f}" in text(page, "money")

    def test_parcel_without_land_use_says_so(self, page, dock):
        layer = planned(3)
        layer.dataProvider().changeGeometryValues({2: QgsGeometry()})
        compute(layer)
        read(dock)
        dock.choose_parcel(2)
        settle(page)
        assert "no outline" in text(page, "parcelStatus")
        assert text(page, "supply").startswith("–") and text(page, "ellipsoidal") == "–"
        assert "No part of the parcel" in text(page, "parcelNotes")
        assert cells(page, "parcelServices") == [] and not page.run.is_running()


class TestTransitions:
    def test_table_of_another_run_is_not_taken(self, page, dock):
        other = planned(10)
        other.dataProvider().changeAttributeValues({1: {1: POND}})
        QgsProject.instance().removeMapLayer(compute(other)["OUTPUT"].id())
        outputs = compute(planned(10))
        QgsProject.instance().removeMapLayer(outputs["TRANSITIONS"].id())
        read(dock)
        dock.choose_parcel(1)
        settle(page)
        assert "No table of transitions of this run" in text(page, "parcelNotes")
        assert "needs the transitions" in text(page, "parcelServicesNote")

    def test_table_that_is_edited_or_removed_is_not_trusted_any_more(self, page, dock, result):
        table = result["TRANSITIONS"]
        dock.choose_parcel(1)
        settle(page)
        assert len(cells(page, "parcelTransitions")) == 1
        position = table.fields().lookupField("area_ha")
        table.startEditing()
        table.changeAttributeValue(1, position, 99.0)
        wait_until(lambda: "No table of transitions" in text(page, "parcelNotes"))
        table.rollBack()
        wait_until(lambda: "restoration" in text(page, "parcelNotes"))
        QgsProject.instance().removeMapLayer(table.id())
        wait_until(lambda: "No table of transitions" in text(page, "parcelNotes"))

    def test_parcels_of_a_shapefile_are_found_though_its_ids_begin_at_0(self, page, dock, tmp_path):
        shapefile = str(tmp_path / "plan.shp")
        processing.run("native:savefeatures", {"INPUT": planned(10), "OUTPUT": shapefile})
        outputs = compute(QgsVectorLayer(shapefile, "plan", "ogr"))
        assert min(f["parcel"] for f in outputs["TRANSITIONS"].getFeatures()) == 0
        read(dock)
        for parcel in (1, 4, 10):
            dock.choose_parcel(parcel)
            settle(page)
            assert cells(page, "parcelTransitions")[0][0].startswith(PLAN[(parcel - 1) % 5][0])

    def test_where_two_tables_fit_the_user_chooses_and_the_project_remembers(self, page, dock, result):
        second = result["TRANSITIONS"].clone()
        second.setName("Second")
        QgsProject.instance().addMapLayer(second)
        dock.choose_parcel(1)
        settle(page)
        box = find(page, QComboBox, "transitionTable")
        assert box.count() == 2
        page.ensurePolished()
        dock.tabs.currentWidget().ensureWidgetVisible(box)
        assert QgsProject.instance().entryList("EcoVoucher", "/parcel") == []
        other = 1 - box.currentIndex()
        choose(box, other)
        chosen = box.currentData()
        page.project_changed()
        dock.choose_parcel(None)
        page.show_records(dock.review.records, dock.review.mask)
        dock.choose_parcel(2)
        assert box.currentData() == chosen

    def test_custom_table_is_named_with_the_way_out(self, page, dock, result):
        layer = result["OUTPUT"]
        position = layer.fields().lookupField("ev_rules")
        layer.dataProvider().changeAttributeValues({1: {position: "scheme=mine.csv#12; table=xie2015"}})
        layer.dataChanged.emit()
        QTest.qWait(500)
        read(dock)
        dock.choose_parcel(1)
        settle(page)
        assert "mine.csv#12" in text(page, "parcelServicesNote") and "toolbox" in text(page, "parcelServicesNote")


class TestWalk:
    def test_previous_and_next_walk_through_the_scope(self, page, dock, result):
        layer = result["OUTPUT"]
        layer.selectByIds([2, 5, 7])
        dock.choose_scope(type(dock.review.scope)("selected"))
        forward, back = (find(page, QToolButton, f"{name}ParcelButton") for name in ("next", "previous"))
        seen = []
        for button in (forward, forward, forward, back):
            click(button)
            seen.append(page._parcel)
        assert seen == [2, 5, 7, 5]
        click(forward)
        assert not forward.isEnabled() and text(page, "parcelPlace") == "3 of 3"

    def test_by_keyboard(self, page, dock, result):
        dock.choose_parcel(4)
        press(page, Qt.Key.Key_Right)
        assert page._parcel == 5
        press(page, Qt.Key.Key_Left)
        press(page, Qt.Key.Key_Left)
        assert page._parcel == 3

    def test_parcel_is_marked_and_brought_into_view(self, page, dock, result, iface):
        for parcel in (1, 9):
            dock.choose_parcel(parcel)
            assert len(bands(iface)) == 1
            marked = bands(iface)[0].asGeometry().boundingBox()
            wait_until(lambda marked=marked: iface.mapCanvas().extent().contains(marked))
        assert marked.width() == pytest.approx(box(8).width(), rel=0.01)
        dock.tabs.setCurrentIndex(0)
        assert bands(iface) == []
        dock.tabs.setCurrentIndex(3)
        assert len(bands(iface)) == 1

    def test_click_on_the_map_chooses(self, page, dock, result, iface):
        canvas = iface.mapCanvas()
        canvas.setDestinationCrs(result["OUTPUT"].crs())
        canvas.setExtent(QgsRectangle(500_000, 3_499_600, box(3).xMaximum(), box(3).yMaximum()))
        canvas.refresh()
        QTest.qWait(50)
        click(find(page, QToolButton, "pickParcelButton"))
        assert canvas.mapTool() is page.tool
        for parcel in (3, 1):
            place = canvas.getCoordinateTransform().transform(box(parcel - 1).center())
            point = QPoint(round(place.x()), round(place.y()))
            QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
            assert page._parcel == parcel
        QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(3, 3))
        assert "no parcel" in dock.messages.text.text() and page._parcel == 1
        find(iface.mainWindow(), QAction, "mActionPan").trigger()
        assert not find(page, QAction, "pickParcel").isChecked()


class TestVerdicts:
    def give(self, page, position: int, remark: str) -> None:
        choose(find(page, QComboBox, "verdict"), position)
        line = find(page, QLineEdit, "remark")
        line.setFocus()
        line.selectAll()
        line.insert(remark)  # QTest types no Chinese.
        QTest.keyClick(line, Qt.Key.Key_Return)

    def test_verdict_and_remark_are_kept_by_parcel(self, page, dock, result):
        dock.choose_parcel(2)
        assert not QgsProject.instance().isDirty() or QgsProject.instance().entryList("EcoVoucher", "/parcel") == []
        self.give(page, 3, "=why?")
        dock.choose_parcel(4)
        assert find(page, QComboBox, "verdict").currentIndex() == 0 and find(page, QLineEdit, "remark").text() == ""
        self.give(page, 1, "fine")
        dock.choose_parcel(2)
        assert find(page, QLineEdit, "remark").text() == "=why?"
        assert cells(page, "verdicts") == [[2, "ask", "=why?"], [4, "accept", "fine"]]
        self.give(page, 0, "x")
        find(page, QLineEdit, "remark").clear()
        dock.choose_parcel(1)
        assert cells(page, "verdicts") == [[4, "accept", "fine"]]

    def test_remark_still_being_typed_is_not_lost_by_walking_on(self, page, dock, result):
        dock.choose_parcel(2)
        line = find(page, QLineEdit, "remark")
        line.setFocus()
        QTest.keyClicks(line, "half")
        find(page, QAction, "nextParcel").trigger()
        assert Verdicts(dock.state, result["OUTPUT"].id()).all() == {2: Verdict("", "half")}

    @pytest.mark.parametrize("leave", [
        lambda dock: dock.tabs.setCurrentIndex(0), lambda dock: dock.review.layer.dataChanged.emit(),
        lambda dock: dock.review.set_layer(None), lambda dock: dock.setUserVisible(False),
    ], ids=["another page", "data changed", "another layer", "dock closed"])
    def test_remark_still_being_typed_is_kept_whatever_comes(self, page, dock, result, leave):
        dock.choose_parcel(2)
        line = find(page, QLineEdit, "remark")
        line.insert("half")
        leave(dock)
        kept = Verdicts(dock.state, result["OUTPUT"].id())
        wait_until(lambda: kept.all() == {2: Verdict("", "half")})

    def test_verdicts_survive_saving_and_opening(self, page, dock, plugin, iface, tmp_path):
        outputs = compute(planned(4))
        file = str(tmp_path / "result.gpkg")
        processing.run("native:savefeatures", {"INPUT": outputs["OUTPUT"], "OUTPUT": file})
        QgsProject.instance().removeMapLayers([outputs["OUTPUT"].id(), outputs["TRANSITIONS"].id()])
        QgsProject.instance().addMapLayer(QgsVectorLayer(file, "result", "ogr"))
        wait_until(lambda: dock.review.records is not None and dock.review.layer is not None)
        dock.choose_parcel(3)
        self.give(page, 2, "拒绝: no proof <&>")
        project = str(tmp_path / "p.qgz")
        assert QgsProject.instance().write(project)
        iface.newProject(False)
        assert QgsProject.instance().read(project)
        read(dock)
        dock.choose_parcel(3)
        assert find(page, QComboBox, "verdict").currentData() == "reject"
        assert find(page, QLineEdit, "remark").text() == "拒绝: no proof <&>"

    @pytest.mark.parametrize("content", [
        "7", "[1]", '{"LAYER": 3}', '{"LAYER": {"a": {}, "2": 5, "3": {"verdict": [], "remark": {}}}}',
        '{"LAYER": {"2": {"verdict": "burn", "remark": 3}, "999999999999999999999999": {"verdict": "ask"}}}',
    ])
    def test_hostile_content_of_a_project_is_survived(self, page, dock, result, content):
        for key in ("verdicts", "transitions"):
            entry = content.replace("LAYER", result["OUTPUT"].id())
            QgsProject.instance().writeEntry("EcoVoucher", f"/parcel/{key}", entry)
        dock.choose_parcel(2)
        assert cells(page, "verdicts") == []
        self.give(page, 1, "ok")
        assert Verdicts(dock.state, result["OUTPUT"].id()).of(2) == Verdict("accept", "ok")


class TestLife:
    def test_layers_removed_at_random_moments(self, page, dock, iface):
        chance = random.Random(11)
        for _ in range(8):
            outputs = compute(planned(10))
            read(dock)
            wait_until(lambda: dock.review.layer is not None)
            dock.choose_parcel(1 + chance.randrange(10))
            QTest.qWait(chance.randrange(0, 40))
            for name in chance.sample(["OUTPUT", "TRANSITIONS"], 2):
                QgsProject.instance().removeMapLayer(outputs[name].id())
                QTest.qWait(chance.randrange(0, 20))
                find(page, QAction, "nextParcel").trigger()
            del outputs
            wait_until(lambda: dock.review.records is None)
            assert bands(iface) == [] and "appears here" in text(page, "parcelEmpty")
            settle(page)

    def test_unload_leaves_no_tool_band_or_run(self, page, dock, plugin, result, iface):
        dock.choose_parcel(1)
        click(find(page, QToolButton, "pickParcelButton"))
        tool = page.tool
        plugin.unload()
        assert bands(iface) == [] and iface.mapCanvas().mapTool() is not tool
        assert not runs._running
