"""Tables and charts as widgets: keyboard, clipboard, files, and life without matplotlib."""

from __future__ import annotations

import sys

import pytest
from ecovoucher.ecovoucher_plugin.gui.charts import drawings
from ecovoucher.ecovoucher_plugin.gui.charts.chart_view import ChartView
from ecovoucher.ecovoucher_plugin.gui.tables.table import Column
from ecovoucher.ecovoucher_plugin.gui.tables.table_view import TableView
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLabel, QTableView, QToolButton, QWidget
from window import click, drain, find, wait_until

COLUMNS = (Column("town", "Town", "text"), Column("net", "Net", "number", 2, "mu"))
ROWS = [("山河镇", 3.0), ("=1+1", None), ("Riverton", -1.5)]
NAN = float("nan")
CHARTS = {
    "balance": (drawings.balance_bars, ["山河镇", "$x^2$ _a_", None or "–"], [1.0, 0.0, NAN], [0.0, 2e6, NAN],
                [1.0, -2e6, NAN], "mu"),
    "split": (drawings.split_bar, 170000.0, 30000.0, 0.0),
    "services": (drawings.services_bars, ["气体调节", "b"], [1.0, -2.0], [3.0, NAN], "yuan"),
    "scenarios": (drawings.scenario_bars, ["甲", "B"], [("Net", "", [1.0, NAN]), ("Paid", "yuan", [-1e9, 5.0])]),
    "nothing": (drawings.balance_bars, [], [], [], [], "mu"),
}


@pytest.fixture
def host(window):
    host = QWidget(window, Qt.WindowType.Window)
    host.resize(320, 900)
    yield host
    host.deleteLater()
    drain()


@pytest.fixture
def table(host):
    table = TableView(COLUMNS, "towns", host)
    table.set_rows(ROWS, ["s", "f", "r"])
    host.show()
    QTest.qWaitForWindowExposed(host)
    QApplication.setActiveWindow(host)  # There may be no window manager to do it.
    table.resize(300, 300)
    return table


@pytest.fixture
def heard(table):
    return {name: listen(getattr(table, name)) for name in ("row_chosen", "row_hovered", "current_changed", "message")}


def listen(signal):
    calls = []
    signal.connect(calls.append)
    return calls


def clipboard():
    return QgsApplication.clipboard().text()


class TestTable:
    def test_keyboard_walks_chooses_and_copies(self, table, heard):
        view = find(table, QTableView, "townsView")
        view.setFocus()
        wait_until(view.hasFocus)
        table.select_key("s")
        assert heard["current_changed"] == []
        QTest.keyClick(view, Qt.Key.Key_Down)
        QTest.keyClick(view, Qt.Key.Key_Return)
        assert (heard["current_changed"], heard["row_chosen"]) == (["f"], ["f"])
        QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert clipboard() == "Town\tNet (mu)\n'=1+1\t\n"

    def test_the_mouse_over_a_row_is_noticed_and_its_leaving_too(self, table, heard):
        view = find(table, QTableView, "townsView")
        middle = view.visualRect(table.model.index(2, 0)).center()
        QTest.mouseMove(view.viewport(), view.visualRect(table.model.index(0, 0)).center())
        QTest.mouseMove(view.viewport(), middle)
        wait_until(lambda: "r" in heard["row_hovered"])
        QTest.mouseMove(table.window(), QPoint(310, 890))
        wait_until(lambda: heard["row_hovered"][-1] is None)

    def test_a_header_sorts_and_all_is_copied_as_shown(self, table, heard):
        view = find(table, QTableView, "townsView")
        header = view.horizontalHeader()
        place = QPoint(header.sectionViewportPosition(1) + 5, header.height() // 2)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        click(find(table, QToolButton, "copyTableButton"))
        orders = {("Riverton", "山河镇", "'=1+1"), ("山河镇", "Riverton", "'=1+1")}
        assert tuple(line.split("\t")[0] for line in clipboard().splitlines()[1:]) in orders
        assert "3" in heard["message"][-1]

    def test_the_current_row_survives_new_rows(self, table, heard):
        table.select_key("r")
        table.set_rows([("new", 1.0), *ROWS], ["n", "s", "f", "r"])
        assert table.current_key() == "r"
        table.set_rows([])
        assert table.current_key() is None
        assert heard["current_changed"] == []
        assert not find(table, QToolButton, "copyTableButton").isEnabled()

    @pytest.mark.parametrize("suffix", ["csv", "xlsx"])
    def test_exported_and_where_it_fails_said(self, table, heard, tmp_path, suffix):
        path = tmp_path / f"towns.{suffix}"
        table.export(path)
        assert path.stat().st_size > 0
        assert str(path) in heard["message"][-1]
        table.export(tmp_path / "none" / f"towns.{suffix}")
        assert "cannot be written" in heard["message"][-1]


class TestChart:
    @pytest.fixture
    def view(self, host):
        view = ChartView("chart", host)
        host.show()
        QTest.qWaitForWindowExposed(host)
        view.resize(300, 600)
        return view

    @pytest.mark.parametrize("drawing", CHARTS.values(), ids=CHARTS)
    @pytest.mark.filterwarnings("error::UserWarning")
    def test_drawn_and_saved_without_a_missing_glyph(self, view, drawing, tmp_path):
        """matplotlib warns of every character that its font lacks."""
        view.draw(*drawing)
        view.canvas.draw()
        for suffix, start in (("png", b"\x89PNG"), ("svg", b"<?xml")):
            view.save(tmp_path / f"chart.{suffix}")
            assert (tmp_path / f"chart.{suffix}").read_bytes().startswith(start)

    def test_copied_as_a_picture(self, view):
        view.draw(*CHARTS["split"])
        click(find(view, QToolButton, "copyPictureButton"))
        picture = QgsApplication.clipboard().image()
        assert isinstance(picture, QImage) and picture.width() > 1000

    def test_bars_are_as_long_as_their_numbers(self, view):
        view.draw(drawings.split_bar, 1700.0, 300.0, 500.0)
        bars = view.figure.axes[0].patches
        assert [(bar.get_x(), bar.get_width()) for bar in bars] == [(0, 1700), (1700, 300), (2000, 500)]
        view.draw(drawings.balance_bars, ["a"], [5.0], [2.0], [3.0], "mu")
        assert [bar.get_width() for bar in view.figure.axes[0].patches] == [5, -2]

    def test_nothing_to_draw_is_hidden(self, view):
        view.draw(*CHARTS["split"])
        assert view.isVisible()
        view.draw(None)
        assert not view.isVisible()

    def test_colours_follow_the_window(self, view):
        view.draw(*CHARTS["split"])
        before = view.figure.get_facecolor()
        theme = QgsApplication.themeName()
        QgsApplication.setUITheme("Night Mapping")
        try:
            wait_until(lambda: view.figure.get_facecolor() != before)
        finally:
            QgsApplication.setUITheme(theme)

    def test_without_matplotlib_a_sentence_says_how_to_get_it(self, view, monkeypatch):
        """Python's own way to make a module absent."""
        for name in [name for name in sys.modules if name.split(".")[0] == "matplotlib"]:
            monkeypatch.delitem(sys.modules, name)
        monkeypatch.setitem(sys.modules, "matplotlib", None)
        for _ in range(2):
            view.draw(*CHARTS["split"])
        assert "pip install matplotlib" in find(view, QLabel, "matplotlibAdvice").text()
        assert view.isVisible()
