"""The printed trade map: districts by role, trades as arrows, what is paid in which year, and the regional balance."""

from __future__ import annotations

from collections import defaultdict

from qgis.core import (
    QgsLayoutFrame,
    QgsLayoutItemManualTable,
    QgsPrintLayout,
    QgsProject,
    QgsTableCell,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from .fonts import text_format
from .page import (
    MAP_BOX,
    SIDE,
    SIDE_WIDTH,
    add_label,
    add_legend,
    add_map,
    add_north_arrow,
    add_scale_bar,
    add_totals,
    new_page,
    place,
)
from .project import BALANCE_THEME, PAYMENTS, ROLES, TRADE_THEME, TRADES, prefecture_extent

NAME = "Trade map"
TITLE = "EcoVoucher 生态券: forest-cover trade between districts"
NOTES = (
    "An invented prefecture. Chongqing rules: a seller keeps 60 % and its own target. Index 1,000–1,100 yuan/mu, "
    "management 100 yuan/mu a year for 15 years; 15 mu = 1 ha. No land and no trees move."
)
PAYMENTS_TOP = 78
COLUMN_WIDTHS = (15.2, 15.9, 15.9, 15.9)
BALANCE_BOX = (SIDE, 121, SIDE_WIDTH, 53)


def trade_map(project: QgsProject, totals: list[str], balance: list[str]) -> QgsPrintLayout:
    """Add the map to the project as a print layout and return it.

    totals, balance: the sums of the trade and of the regional balance, each with its unit.
    """
    layout = new_page(project, NAME, TITLE, NOTES)
    prefecture = add_map(layout, MAP_BOX, prefecture_extent(), TRADE_THEME)
    add_legend(layout, [project.mapLayersByName(name)[0] for name in (TRADES, ROLES)])
    heading = "Payments of the buyers (yuan), price and fee 3:3:4"
    add_label(layout, (SIDE, PAYMENTS_TOP, SIDE_WIDTH, 5), heading, 8, bold=True)
    _add_table(layout, payment_table(project.mapLayersByName(PAYMENTS)[0]))
    left, top, width, height = BALANCE_BOX
    add_label(layout, (left, top - 5, width, 5), "Standard-forest balance (ha): static → corrected", 8, bold=True)
    add_map(layout, BALANCE_BOX, prefecture_extent(), BALANCE_THEME)
    add_label(layout, (left, top + height + 2, width, 26), "\n".join(balance), 7.5)
    add_scale_bar(layout, prefecture, 2)
    add_north_arrow(layout, prefecture)
    add_totals(layout, totals)
    project.layoutManager().addLayout(layout)
    return layout


def payment_table(payments: QgsVectorLayer) -> list[list[str]]:
    """Return a table of what each buyer pays in each year of the agreement, with a header and a row of sums."""
    amounts: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for row in payments.getFeatures():
        for payer in (row["buyer"], "All"):
            amounts[payer][row["year"]] += row["amount"]
    years = sorted(amounts["All"])
    payers = [*sorted(set(amounts) - {"All"}), "All"]
    return [
        ["Buyer", *(f"Year {year}" for year in years)],
        *([payer, *(f"{amounts[payer][year]:,.2f}" for year in years)] for payer in payers),
    ]


def _add_table(layout: QgsPrintLayout, rows: list[list[str]]) -> None:
    """Add a table below the heading of the payments, figures to the right."""
    table = QgsLayoutItemManualTable.create(layout)
    layout.addMultiFrame(table)
    table.setContentTextFormat(text_format(6.5))
    table.setGridStrokeWidth(0.15)
    table.setGridColor(QColor("#8c8c8c"))
    table.setCellMargin(0.7)
    table.setTableContents([[_cell(text, column) for column, text in enumerate(row)] for row in rows])
    table.setColumnWidths(list(COLUMN_WIDTHS))
    frame = QgsLayoutFrame(layout, table)
    place(layout, frame, (SIDE, PAYMENTS_TOP + 5, SIDE_WIDTH, 6 * len(rows)))
    table.addFrame(frame)


def _cell(text: str, column: int) -> QgsTableCell:
    cell = QgsTableCell(text)
    cell.setHorizontalAlignment(Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft)
    return cell
