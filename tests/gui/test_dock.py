"""The dock itself: layers come and go under it, it rests while hidden, and unloading leaves nothing."""

from __future__ import annotations

import gc
import random

import pytest
from qgis import utils
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.gui import QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QDialog, QDockWidget, QLabel, QPushButton, QTabWidget, QToolButton
from window import click, drain, find, make_result_layer, wait_until

SEEDS = range(30)


def notice(dock) -> str:
    label = find(dock, QLabel, "noticeText")
    return label.text() if label.isVisible() else ""


def plain_layer(name: str = "Roads", kind: str = "LineString") -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:32650&field=name:string(20)&field=esv_change:string(9)", name, "memory")
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_toolbar_and_menu_open_and_close_the_dock(plugin, window, iface):
    action = find(window, QAction, "EcoVoucherAction")
    assert action in iface.vectorToolBar().actions()
    assert plugin.dock is None
    action.trigger()
    assert plugin.dock.isVisible() and action.isChecked()
    action.trigger()
    assert not plugin.dock.isVisible() and not action.isChecked()
    action.trigger()
    assert plugin.dock.isVisible()


def test_an_empty_project_is_told_what_to_do(dock):
    assert "Choose a layer" in notice(dock)


def test_opening_and_looking_does_not_change_the_project(dock, result_layer):
    wait_until(lambda: dock.review.records is not None)
    QTest.qWait(300)  # QGIS itself zooms to the first layer.
    QgsProject.instance().setDirty(False)
    dock.setUserVisible(False)
    dock.setUserVisible(True)
    tabs = find(dock, QTabWidget, "ecovoucherPages")
    for position in range(tabs.count()):
        tabs.setCurrentIndex(position)
        QTest.qWait(20)
    assert not QgsProject.instance().isDirty()


def test_a_layer_that_the_user_picks_is_remembered(dock, plugin, tmp_path, iface):
    first, second = make_result_layer(3, "a"), make_result_layer(5, "b")
    QgsProject.instance().addMapLayers([first, second])
    wait_until(lambda: dock.review.records is not None)
    assert dock.review.layer is first
    dock.header.layers.setLayer(second)
    wait_until(lambda: dock.review.records is not None and len(dock.review.records) == 5)
    assert dock.state.read("dock", "layer") == second.id()


def test_a_foreign_layer_is_told_from_a_result_and_computed_in_a_filled_dialog(dock, window):
    layer = plain_layer("Plots", "Polygon")
    dock.header.layers.setLayer(layer)
    assert "“Plots” is no EcoVoucher result" in notice(dock)
    assert "area_ha" in notice(dock)
    click(find(dock, QPushButton, "parcelesvchange"))
    dialog = next(found for found in window.findChildren(QDialog) if found.isVisible())
    assert dialog.algorithm().id() == "ecovoucher:parcelesvchange"
    assert dialog.createProcessingParameters()["PARCELS"] == layer.id()
    dialog.close()
    dialog.deleteLater()


def test_lines_are_not_offered_to_the_algorithms(dock):
    dock.header.layers.setLayer(plain_layer())
    assert "is no EcoVoucher result" in notice(dock)
    assert not find(dock, QPushButton, "parcelesvchange").isVisible()


def test_a_field_of_the_wrong_type_is_missing(dock):
    layer = make_result_layer(2)
    index = layer.fields().lookupField("v_net")
    layer.dataProvider().deleteAttributes([index])
    layer.updateFields()
    QgsProject.instance().addMapLayer(layer)
    dock.header.layers.setLayer(layer)
    assert "lacks 1 fields that a result has (v_net)" in notice(dock)


def test_no_parcels(dock):
    QgsProject.instance().addMapLayer(make_result_layer(0, "None"))
    wait_until(lambda: "“None” holds no parcels" in notice(dock))


def test_a_hidden_dock_reads_nothing_and_catches_up(dock, result_layer):
    wait_until(lambda: dock.review.records is not None)
    dock.setUserVisible(False)
    before = dock.review.records
    result_layer.setSubsetString("zone = 1")
    QTest.qWait(600)
    assert dock.review.records is before
    assert QgsApplication.taskManager().countActiveTasks() == 0
    dock.setUserVisible(True)
    wait_until(lambda: len(dock.review.records) == 4)


def test_cancelling_the_reading_says_so(dock):
    layer = make_result_layer(20000, "Many")
    QgsProject.instance().addMapLayer(layer)
    dock.progress.cancel()
    wait_until(lambda: "you cancelled" in notice(dock))
    assert dock.review.records is None
    dock.header.layers.setLayer(None)
    dock.header.layers.setLayer(layer)
    wait_until(lambda: dock.review.records is not None, 30)


def test_deleted_columns_take_the_figures_away(dock, result_layer):
    wait_until(lambda: dock.review.records is not None)
    result_layer.dataProvider().deleteAttributes([result_layer.fields().lookupField("v_net")])
    result_layer.updateFields()
    wait_until(lambda: "(v_net)" in notice(dock))
    assert dock.review.records is None


@pytest.mark.parametrize("seed", SEEDS)
def test_the_layer_goes_at_any_moment(dock, seed):
    chance = random.Random(seed)
    layer = make_result_layer(3000)
    QgsProject.instance().addMapLayer(layer)
    tabs = find(dock, QTabWidget, "ecovoucherPages")
    tabs.setCurrentIndex(seed % tabs.count())
    QTest.qWait(chance.randint(0, 250))
    act = chance.choice(["remove", "clear", "edit", "filter", "rename", "hide"])
    if act == "edit":
        layer.startEditing()
        layer.deleteFeatures(layer.allFeatureIds()[:10])
    elif act == "filter":
        layer.setSubsetString("zone = 1")
    elif act == "rename":
        layer.setName("?")
    elif act == "hide":
        dock.setUserVisible(False)
    QTest.qWait(chance.randint(0, 20))
    if act == "edit":
        layer.rollBack()  # Else QGIS asks whether to save.
    if act == "clear":
        QgsProject.instance().clear()
    else:
        QgsProject.instance().removeMapLayer(layer.id())
    del layer
    dock.setUserVisible(True)
    wait_until(lambda: "Choose a layer" in notice(dock))
    assert dock.review.records is None


def left_in_the_window(window, iface) -> dict[str, int]:
    """Count what plugins leave behind."""
    names = [action.objectName() for action in window.findChildren(QAction)]
    return {
        "docks": len(window.findChildren(QDockWidget)),
        "actions": sum("EcoVoucher" in name for name in names),
        "toolbar": len(iface.vectorToolBar().actions()),
        "menu": len(iface.vectorMenu().actions()),
        "bands": sum(isinstance(item, QgsRubberBand) for item in iface.mapCanvas().scene().items()),
        "tasks": QgsApplication.taskManager().countActiveTasks(),
    }


def signals_of(iface) -> dict[str, int]:
    """Count the receivers of the signals that the dock listens to."""
    project, canvas = QgsProject.instance(), iface.mapCanvas()
    return {
        name: sender.receivers(getattr(sender, name)) for sender, names in (
            (project, ("layersWillBeRemoved", "layersAdded", "readProject", "cleared")),
            (canvas, ("extentsChanged", "destinationCrsChanged", "mapToolSet")),
        ) for name in names
    }


@pytest.mark.parametrize("opened", [False, True])
def test_unloading_leaves_nothing(plugin, window, iface, opened):
    layer = make_result_layer(50)
    QgsProject.instance().addMapLayer(layer)
    watched = ("selectionChanged", "attributeValueChanged", "nameChanged", "subsetStringChanged")
    plugin.unload()
    drain()
    gc.collect()
    before = left_in_the_window(window, iface), signals_of(iface)
    of_layer = [layer.receivers(getattr(layer, name)) for name in watched]
    tool = iface.mapCanvas().mapTool()
    for round_ in range(5):
        plugin.initGui()
        if opened:
            plugin.action.trigger()
            wait_until(lambda: plugin.dock.review.records is not None)
            for position in range(plugin.dock.tabs.count()):
                plugin.dock.tabs.setCurrentIndex(position)
                QTest.qWait(10)
            if round_ % 2:
                plugin.dock.choose_parcel(next(layer.getFeatures()).id())
        plugin.unload()
        drain()
    gc.collect()
    assert (left_in_the_window(window, iface), signals_of(iface)) == before
    assert [layer.receivers(getattr(layer, name)) for name in watched] == of_layer
    assert iface.mapCanvas().mapTool() is tool
    plugin.initGui()


def test_unloading_while_a_layer_is_read(plugin):
    QgsProject.instance().addMapLayer(make_result_layer(20000))
    plugin.action.trigger()
    wait_until(lambda: plugin.dock.review.is_reading)
    plugin.unload()
    drain()
    wait_until(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
    plugin.initGui()


def test_the_dock_is_usable_at_320_pixels(dock):
    QgsProject.instance().addMapLayer(make_result_layer(3000))
    wait_until(lambda: dock.review.records is not None)
    dock.setFloating(True)
    dock.resize(320, 600)
    QTest.qWait(50)
    assert dock.width() == 320
    for page in dock.pages.values():
        dock.tabs.setCurrentIndex(list(dock.pages.values()).index(page))
        QTest.qWait(20)
        assert page.minimumSizeHint().width() <= page.parent().width(), page.title()


def test_narrow_tabs_show_icons_and_need_no_arrows(dock):
    tabs, bar = dock.tabs, dock.tabs.tabBar()
    titles = [page.title() for page in dock.pages.values()]
    dock.setFloating(True)
    dock.resize(700, 600)
    wait_until(lambda: [tabs.tabText(place) for place in range(5)] == titles)
    dock.resize(320, 600)
    wait_until(lambda: tabs.tabText(1) == "")
    for current in range(5):
        tabs.setCurrentIndex(current)
        QTest.qWait(20)
        assert [tabs.tabText(place) for place in range(5)] == [
            title if place == current else "" for place, title in enumerate(titles)]
        assert [tabs.tabToolTip(place) for place in range(5)] == titles
        assert not any(tabs.tabIcon(place).isNull() for place in range(5))
        assert bar.tabRect(4).right() <= tabs.width()
        assert not any(button.isVisible() for button in bar.findChildren(QToolButton))


def test_every_control_can_be_reached_by_tab(dock, result_layer, window):
    wait_until(lambda: dock.review.records is not None)
    QgsApplication.setActiveWindow(window)
    dock.header.layers.setFocus(Qt.FocusReason.TabFocusReason)
    reached = set()
    for _ in range(60):
        QTest.keyClick(QgsApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.add(QgsApplication.focusWidget().objectName())
    assert {"scopeCombo", "groupField", "status_not_covered"} <= reached


def test_the_plugin_is_the_one_of_this_window(plugin):
    assert utils.isPluginLoaded("ecovoucher")
