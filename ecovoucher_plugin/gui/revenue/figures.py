"""The figures of the page “Revenue”: sums, the bar of who gets what, and the parcels that lose money."""

from __future__ import annotations

import numpy as np
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ...i18n import tr
from ...policy.money import yuan
from ...policy.revenue import BELOW_MINIMUM, LOSS, RevenueTerms, RevenueTotals
from ...policy.sales import STATUSES, Sales
from .. import formats
from ..charts.chart_view import ChartView
from ..charts.drawings import split_bar
from ..tables.table import MONEY, NUMBER, TEXT, Column
from ..tables.table_view import TableView

# Drawing takes longer than computing; while numbers are typed, figures go first.
DETAILS_AFTER_MS = 120


class RevenueFigures(QWidget):
    """parcel_chosen: the feature id of a parcel double-clicked; parcels_wanted: ids to be shown on the map."""

    message = pyqtSignal(str)
    parcel_chosen = pyqtSignal(object)
    parcels_wanted = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.titles: dict[str, QLabel] = {}
        self.values: dict[str, QLabel] = {}
        self.grid = self._make_grid()
        self.chart = ChartView("revenueChart", self)
        self.heading = QLabel(self)
        self.heading.setObjectName("losingHeading")
        self.heading.setWordWrap(True)
        self.table = TableView(_columns(), "losingParcels", self)
        self.on_map = QPushButton(tr("Show these on the &map"), self)
        self.on_map.setObjectName("losingOnMap")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self.grid)
        for widget in (self.chart, self.heading, self.table, self.on_map):
            layout.addWidget(widget)
        self._losing: list[int] = []
        self._ids = np.empty(0, dtype=np.int64)
        self._totals: RevenueTotals | None = None
        self._sales: Sales | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(DETAILS_AFTER_MS)
        self._later.timeout.connect(self._show_details)
        self._connect()

    def show_revenue(
        self, totals: RevenueTotals, ids: np.ndarray, sales: Sales, terms: RevenueTerms, unit: str,
    ) -> None:
        """Show the sums at once, and the bar and the table when no other number follows.

        ids: int64 (n,), the feature ids of the parcels, in the order of their sales. unit: what is sold.
        """
        for name in ("gross", "cost", "net", "farmer", "collective"):
            self.values[name].setText(formats.number(yuan(getattr(totals, name))))
        self.titles["farmer"].setText(tr("Farmers {share} %").format(share=f"{terms.farmer_share:g}"))
        self.titles["collective"].setText(
            tr("Collective {share} %").format(share=f"{float(terms.collective_share):g}")
        )
        self.titles["break_even"].setText(tr("Break-even price (yuan/{unit})").format(unit=unit))
        self.titles["sold"].setText(tr("Sold ({unit})").format(unit=unit))
        self.values["break_even"].setText(
            formats.number(None if totals.break_even is None else float(totals.break_even))
        )
        self.values["sold"].setText(formats.number(totals.sold))
        self._show_loss(totals)
        self._totals, self._sales, self._ids = totals, sales, ids
        self._later.start()

    def _show_loss(self, totals: RevenueTotals) -> None:
        for label in (self.titles["loss"], self.values["loss"]):
            label.setVisible(totals.loss > 0)
        self.values["loss"].setText(formats.number(yuan(totals.loss)))

    def _show_details(self) -> None:
        totals = self._totals
        parts = [yuan(part) for part in (totals.farmer, totals.collective, totals.cost)]
        self.chart.draw(split_bar if any(parts) else None, *parts)
        losing, missing = self._sales.count(LOSS), self._sales.count(BELOW_MINIMUM)
        self.heading.setText(
            tr("No parcel loses money or misses a guaranteed minimum.") if not losing + missing else
            tr("{losing} parcels lose money; {missing} more bring a party less than its guaranteed minimum.").format(
                losing=formats.whole(losing), missing=formats.whole(missing)
            )
        )
        for widget in (self.table, self.on_map):
            widget.setVisible(bool(losing + missing))
        which = np.flatnonzero(self._sales.has(LOSS, BELOW_MINIMUM))
        self._losing = self._ids[which].tolist()
        self.table.set_rows(_rows(self._losing, self._sales, which), self._losing)

    def _make_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        for row, (name, title) in enumerate((
            ("gross", tr("Gross (yuan)")), ("cost", tr("Cost (yuan)")), ("net", tr("Net (yuan)")), ("farmer", ""),
            ("collective", ""), ("loss", tr("Losses, not shared out (yuan)")), ("break_even", ""), ("sold", ""),
        )):
            self.titles[name] = QLabel(title, self)
            self.titles[name].setWordWrap(True)
            self.values[name] = value = QLabel(self)
            value.setObjectName(f"revenue_{name}")
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            font = value.font()
            font.setBold(name in ("net", "farmer", "collective"))
            value.setFont(font)
            grid.addWidget(self.titles[name], row, 0)
            grid.addWidget(value, row, 1)
        return grid

    def _connect(self) -> None:
        for sender in (self.chart, self.table):
            sender.message.connect(self.message)
        self.table.row_chosen.connect(self.parcel_chosen)
        self.table.current_changed.connect(self._want_one)
        self.on_map.clicked.connect(self._want_all)

    def _want_one(self, feature_id: int | None) -> None:
        if feature_id is not None:
            self.parcels_wanted.emit([feature_id])

    def _want_all(self) -> None:
        self.parcels_wanted.emit(self._losing)


def _columns() -> tuple[Column, ...]:
    return (
        Column("parcel", tr("Parcel"), TEXT),
        Column("problem", tr("What"), TEXT),
        Column("net", tr("Net"), MONEY, 2, tr("yuan")),
        Column("sold", tr("Sold"), NUMBER),
        Column("gross", tr("Gross"), MONEY, 2, tr("yuan")),
        Column("cost", tr("Cost"), MONEY, 2, tr("yuan")),
        Column("farmer", tr("Farmers"), MONEY, 2, tr("yuan")),
        Column("collective", tr("Collective"), MONEY, 2, tr("yuan")),
    )


def _rows(ids: list[int], sales: Sales, which: np.ndarray) -> list[tuple]:
    names = {STATUSES.index(LOSS): tr("loss"), STATUSES.index(BELOW_MINIMUM): tr("below minimum")}
    problems = [names[status] for status in sales.status[which].tolist()]
    net, gross, cost, farmer, collective = (
        map(yuan, getattr(sales, name)[which].tolist()) for name in ("net", "gross", "cost", "farmer", "collective")
    )
    return list(zip(ids, problems, net, sales.sold[which].tolist(), gross, cost, farmer, collective))
