"""The card of one parcel: what it was and became, its areas, value, vouchers and money, and why."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from ...accounting.coefficients import GROUPS
from ...accounting.units import hectares, mu
from ...i18n import tr
from ...overlay.from_qgis.parcel_areas import ParcelAreas
from ...policy.money import yuan
from ...policy.revenue import Revenue
from .. import formats
from ..charts import drawings
from ..charts.chart_view import ChartView
from ..tables.table import NUMBER, TEXT, Column
from ..tables.table_view import TableView
from .transitions import Transition
from .words import basis_name, service_name


class ParcelCard(QWidget):
    """Shows what it is given, and computes nothing. heading, status: to be laid out by the page, above the card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("parcelCard")
        self.heading, self.status = self._label("parcelHeading"), self._label("parcelStatus")
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        self.form = QFormLayout()
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.facts = {name: self._fact(name, text) for name, text in (
            ("ellipsoidal", tr("Area on the ellipsoid")), ("planar", tr("Planar area")), ("used", tr("Area used")),
            ("esv", tr("ESV before → after")), ("change", tr("ESV change")), ("role", tr("Role")),
            ("supply", tr("Supply")), ("demand", tr("Demand")), ("net", tr("Net")), ("money", tr("Money")),
        )}
        self.notes = self._label("parcelNotes")
        self.transitions = TableView(_transition_columns(), "parcelTransitions", self)
        self.transitions.view.setAccessibleName(tr("Land use before and after"))
        self.chart = ChartView("parcelServicesChart", self)
        self.services_note = self._label("parcelServicesNote")
        self.services = TableView(_service_columns(), "parcelServices", self)
        self.services.view.setAccessibleName(tr("ESV by service"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self.form)
        for part in (self._title(tr("Land use before and after")), self.transitions, self.notes,
                     self._title(tr("ESV by service")), self.services_note, self.chart, self.services):
            layout.addWidget(part)

    def show_heading(self, title: str, status: str) -> None:
        self._say(self.heading, title)
        self._say(self.status, status)

    def show_areas(self, areas: ParcelAreas, used_ha: float, mapped_pct: float, basis: str) -> None:
        """Show the areas on both bases, and the one that the run used."""
        for name, area in (("ellipsoidal", areas.ellipsoidal_m2), ("planar", areas.planar_m2)):
            self.facts[name].setText(formats.UNKNOWN if area is None else tr("{ha} ha = {mu} mu").format(
                ha=formats.number(hectares(area), 4), mu=formats.number(mu(area))))
        self.facts["used"].setText(tr("{ha} ha ({basis}), of which {pct} % with land use at both dates").format(
            ha=formats.number(used_ha, 4), basis=basis_name(basis), pct=formats.number(mapped_pct, 1)))

    def show_values(self, base: float, target: float, change: float, role: str, vouchers: Sequence[float],
                    unit: str) -> None:
        """Show ESV in yuan per year, and vouchers: supply, demand, net."""
        self.facts["esv"].setText(tr("{base} → {target} yuan per year").format(
            base=formats.number(base), target=formats.number(target)))
        self.facts["change"].setText(tr("{change} yuan per year").format(change=formats.number(change)))
        self.facts["role"].setText(role)
        for name, value in zip(("supply", "demand", "net"), vouchers):
            self.facts[name].setText(f"{formats.number(value)} {unit}")

    def show_money(self, revenue: Revenue | None, price: str, obstacle: str) -> None:
        """Show what a sale brings, or why that is not known."""
        if revenue is None or revenue.net is None:
            self.facts["money"].setText(obstacle)
            return
        parts = (revenue.gross, revenue.cost, revenue.net, revenue.farmer, revenue.collective)
        shown = dict(zip(("gross", "cost", "net", "farmer", "collective"), (formats.number(yuan(p)) for p in parts)))
        self.facts["money"].setText("\n".join(line.format(price=price, **shown) for line in (
            tr("Gross {gross} − cost {cost} = net {net} yuan"), tr("Farmers {farmer}, collective {collective} yuan"),
            tr("At {price}"),
        )))

    def show_transitions(self, transitions: Sequence[Transition], notes: str) -> None:
        """Show the land use before and after, and what follows from it in words."""
        self.transitions.setVisible(bool(transitions))
        self.transitions.set_rows([
            [f"{item.from_code} {item.from_name}", f"{item.to_code} {item.to_name}", item.area_ha, item.esv_change,
             item.v_supply, item.v_demand] for item in transitions
        ])
        self._say(self.notes, notes)

    def show_services(self, rows: Sequence[tuple[str, str | None, float | None, float | None, float | None]]) -> None:
        """Show ESV by service: name, group, before, after, change in yuan per year."""
        names = [service_name(row[0]) for row in rows]
        self._say(self.services_note, "")
        self.services.setVisible(bool(rows))
        self.services.set_rows([[name, _group_name(row[1]), *row[2:]] for name, row in zip(names, rows)])
        before, after = ([float("nan") if row[i] is None else row[i] for row in rows] for i in (2, 3))
        self.chart.draw(drawings.services_bars if rows else None, names, before, after, tr("yuan per year"))

    def show_no_services(self, reason: str) -> None:
        """Say why there is no ESV by service, or that it is being computed."""
        self.show_services([])
        self._say(self.services_note, reason)

    def _fact(self, name: str, text: str) -> QLabel:
        value = self._label(name)
        value.show()
        value.setAccessibleName(text)
        self.form.addRow(text, value)
        return value

    def _title(self, text: str) -> QLabel:
        label = QLabel(text, self)
        font = label.font()
        font.setBold(True)
        label.setFont(font)
        return label

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _say(self, label: QLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))


def _transition_columns() -> tuple[Column, ...]:
    yuan_a_year = tr("yuan per year")
    return (
        Column("from", tr("Before"), TEXT), Column("to", tr("After"), TEXT),
        Column("area_ha", tr("Area"), NUMBER, 4, tr("ha")),
        Column("esv_change", tr("ESV change"), NUMBER, 2, yuan_a_year),
        Column("v_supply", tr("Supply"), NUMBER), Column("v_demand", tr("Demand"), NUMBER),
    )


def _service_columns() -> tuple[Column, ...]:
    unit = tr("yuan per year")
    return (
        Column("service", tr("Service"), TEXT), Column("group", tr("Group"), TEXT),
        Column("esv_base", tr("Before"), NUMBER, 2, unit), Column("esv_target", tr("After"), NUMBER, 2, unit),
        Column("esv_change", tr("Change"), NUMBER, 2, unit),
    )


def _group_name(group: str | None) -> str | None:
    names = dict(zip(GROUPS, (tr("provisioning"), tr("regulating"), tr("supporting"), tr("cultural"))))
    return names.get(group, group)
