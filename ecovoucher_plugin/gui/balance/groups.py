"""The balance by group: a table and a chart."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QVBoxLayout, QWidget

from ...accounting.balance import Balance
from ...i18n import tr
from .. import formats
from ..charts.chart_view import ChartView
from ..charts.drawings import balance_bars
from ..tables.table import COUNT, NUMBER, TEXT, Column, is_unknown
from ..tables.table_view import TableView
from .figures import voucher_unit

DRAWN = 12


class BalanceGroups(QWidget):
    """Groups of parcels with their balances. group_wanted: the value of a group, to look at it alone."""

    message = pyqtSignal(str)
    group_wanted = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = TableView(_columns("", ""), "balanceGroups", self)
        self.table.view.setToolTip(tr("Double-click or Enter: figures for this group only"))
        self.table.row_chosen.connect(self._choose)
        self.chart = ChartView("balanceChart", self)
        self.remark = QLabel(self)
        self.remark.setObjectName("groupsRemark")
        self.remark.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.table, self.chart, self.remark):
            layout.addWidget(widget)
        for sender in (self.table, self.chart):
            sender.message.connect(self.message)
        self._labels: list[str | None] = []
        self._headed: tuple[str, str] = ("", "")

    def show_groups(self, field: str, groups: Mapping[str | None, Balance], standard: str | None) -> None:
        """Show the groups of a field in their order; the chart draws the first of them."""
        unit = voucher_unit(standard)
        if self._headed != (field, unit):
            self._headed = field, unit
            self.table.set_columns(_columns(field, unit))
        self._labels = list(groups)
        self.table.set_rows([
            (_name(label), found.parcels, found.area_ha, found.supply, found.demand, found.net, found.esv_change,
             found.problems)
            for label, found in groups.items()
        ])
        drawn = dict(islice(groups.items(), DRAWN))
        columns = [[getattr(found, name) for found in drawn.values()] for name in ("supply", "demand", "net")]
        is_known = not all(is_unknown(value) for column in columns for value in column)
        self.chart.draw(balance_bars if is_known else None, list(map(_name, drawn)), *columns, unit)
        left = len(groups) - len(drawn)
        self.remark.setVisible(left > 0)
        self.remark.setText(tr("The chart draws the first {count} groups; {left} more are in the table.").format(
            count=DRAWN, left=formats.whole(left)
        ))
        self.show()

    def _choose(self, position: int) -> None:
        self.group_wanted.emit(self._labels[position])


def _name(label: str | None) -> str:
    return tr("no value") if label is None else label


def _columns(field: str, unit: str) -> list[Column]:
    return [
        Column("group", field, TEXT),
        Column("parcels", tr("Parcels"), COUNT),
        Column("area_ha", tr("Area"), NUMBER, 2, tr("ha")),
        Column("v_supply", tr("Supply"), NUMBER, 2, unit),
        Column("v_demand", tr("Demand"), NUMBER, 2, unit),
        Column("v_net", tr("Net"), NUMBER, 2, unit),
        Column("esv_change", tr("ESV change"), NUMBER, 0, tr("yuan per year")),
        Column("problems", tr("Problems"), COUNT),
    ]
