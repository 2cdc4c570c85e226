"""The page “Parcel”: the card of one parcel, on the map and in words, and the reviewer's verdict."""

from __future__ import annotations

from functools import partial

import numpy as np
from qgis.core import QgsFeature, QgsVectorLayer, QgsVectorLayerUtils
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel, QVBoxLayout, QWidget

from ...accounting.errors import EcoVoucherError
from ...accounting.provenance import rules_part
from ...i18n import tr, tr_error
from ...overlay.from_qgis.parcel_areas import parcel_areas
from ..background.runs import Run
from ..page import DockContext, Page
from ..results.highlight import Highlight
from ..results.parcel_records import ParcelRecords
from ..results.statuses import role_name, status_advice, status_name
from .card import ParcelCard
from .facts import (
    SERVICES,
    money_of,
    notes_on,
    service_parameters,
    service_records,
    voucher_unit,
)
from .map_tool import ParcelMapTool
from .transition_choice import TransitionChoice
from .transitions import Transition
from .verdict_box import VerdictBox
from .verdicts import Verdict, Verdicts
from .walk import ParcelWalk


class ParcelPage(Page):
    """Shows the current parcel; it becomes current on the map, in a table, or by walking."""

    def __init__(self, context: DockContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._records: ParcelRecords | None = None
        self._parcel: int | None = None
        self._is_walking = self._is_active = False
        self.canvas = context.iface.mapCanvas()
        self.highlight = Highlight(self.canvas)
        self.tool = ParcelMapTool(self.canvas)
        self.run = Run(context.progress, self)
        self._build()
        self._connect()
        self._show_card()

    def title(self) -> str:
        return tr("Parcel")

    def show_records(self, records: ParcelRecords | None, mask: np.ndarray | None) -> None:
        changed = records is not self._records
        if changed:
            self.verdicts.decide_now()
        self._records = self.tool.records = records
        self.walk.show_parcels(np.empty(0, dtype=np.int64) if records is None or mask is None else records.ids[mask])
        if changed:
            self._show_card()

    def show_parcel(self, feature_id: int | None) -> None:
        if feature_id != self._parcel:
            self.verdicts.decide_now()
        self._parcel = feature_id
        self._show_card()
        self._point_at_parcel()
        if not self._is_walking:
            self._zoom()

    def activated(self) -> None:
        self._is_active = True
        self._show_card()
        self._point_at_parcel()

    def deactivated(self) -> None:
        self._is_active = False
        self.verdicts.decide_now()
        self.tables.stop()
        self.highlight.clear()

    def project_changed(self) -> None:
        self.run.release()
        self._records, self._parcel = None, None
        self._show_card()

    def release(self) -> None:
        self.verdicts.decide_now()
        self.run.release()
        self.tables.release()
        self.highlight.release()
        self.canvas.unsetMapTool(self.tool)
        self.tool.deleteLater()

    def _build(self) -> None:
        self.walk = ParcelWalk(self)
        self.tool.setAction(self.walk.pick)
        self.empty = QLabel(self)
        self.empty.setObjectName("parcelEmpty")
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        self.empty.setWordWrap(True)
        self.verdicts = VerdictBox(self)
        self.card = ParcelCard(self)
        self.tables = TransitionChoice(self.context, self)
        self.body = QWidget(self)
        inner = QVBoxLayout(self.body)
        inner.setContentsMargins(0, 0, 0, 0)
        for widget in (self.card.heading, self.card.status, self.verdicts, self.card, self.tables, self.verdicts.group):
            inner.addWidget(widget)
        layout = QVBoxLayout(self)
        for widget in (self.walk, self.empty, self.body):
            layout.addWidget(widget)
        layout.addStretch()

    def _connect(self) -> None:
        self.walk.wanted.connect(self._walk_to)
        self.walk.pick.toggled.connect(self._use_tool)
        self.walk.zoom.triggered.connect(lambda _checked=False: self._zoom())
        self.tool.chosen.connect(self._pick)
        self.tool.missed.connect(partial(self.message.emit, tr("There is no parcel at this place.")))
        self.verdicts.decided.connect(self._decide)
        self.verdicts.parcel_chosen.connect(self.parcel_chosen)
        self.tables.changed.connect(self._show_tables)
        self.run.finished.connect(self._show_services)
        self.run.failed.connect(self.card.show_no_services)
        self.run.cancelled.connect(partial(self.card.show_no_services, tr("Cancelled.")))
        for part in (self.verdicts, self.card.transitions, self.card.services, self.card.chart):
            part.message.connect(self.message)

    def _walk_to(self, feature_id: int) -> None:
        self._is_walking = True
        self.parcel_chosen.emit(feature_id)
        self._is_walking = False

    def _pick(self, feature_id: int) -> None:
        self.message.emit("")
        self._walk_to(feature_id)

    def _use_tool(self, wanted: bool) -> None:
        if wanted:
            self.canvas.setMapTool(self.tool)
        else:
            self.canvas.unsetMapTool(self.tool)

    def _show_tables(self) -> None:
        """Other tables are there: show the land use, and leave alone what the reviewer is typing."""
        row = None if self._records is None or self._parcel is None else self._records.row_of(self._parcel)
        if self._is_active and row is not None:
            self._show_land_use(self._records, row)

    def _decide(self, verdict: Verdict) -> None:
        if self._records is not None and self._parcel is not None:
            Verdicts(self.context.state, self._records.layer_id).set(self._parcel, verdict)
            self._show_verdicts()

    def _show_card(self) -> None:
        """Show the current parcel, or why there is none."""
        self.run.release()
        records = self._records
        row = None if records is None or self._parcel is None else records.row_of(self._parcel)
        layer = None if records is None else records.layer()
        self.walk.show_current(None if row is None else self._parcel)
        self.empty.setVisible(row is None or layer is None)
        self.empty.setText(_reason(records, layer))
        self.body.setVisible(row is not None and layer is not None)
        if row is None or layer is None:
            return
        self._show_facts(records, row, layer)
        self._show_verdicts()
        self._show_land_use(records, row)

    def _show_facts(self, records: ParcelRecords, row: int, layer: QgsVectorLayer) -> None:
        numbers, feature = records.numbers, layer.getFeature(self._parcel)
        status, rules = records.texts["ev_status"][row], records.text_of("ev_rules", row)
        self.card.show_heading(_heading(layer, feature), f"{status_name(status)}: {status_advice(status)}")
        self.card.show_areas(parcel_areas(feature, layer.crs()), numbers["area_ha"][row], numbers["mapped_pct"][row],
                             rules_part(rules, "area"))
        self.card.show_values(
            *(numbers[name][row] for name in ("esv_base", "esv_target", "esv_change")),
            role_name(records.texts["ev_role"][row]),
            [numbers[name][row] for name in ("v_supply", "v_demand", "v_net")], voucher_unit(rules),
        )
        self.card.show_money(*money_of(records, row, self.context.state))

    def _show_verdicts(self) -> None:
        kept = Verdicts(self.context.state, self._records.layer_id)
        self.verdicts.show_verdict(kept.of(self._parcel))
        self.verdicts.show_all(kept.all())

    def _show_land_use(self, records: ParcelRecords, row: int) -> None:
        """Show codes before and after, and start to compute the services."""
        self.tables.show_records(records)
        if self.tables.is_reading:
            self._show_no_table(tr("Reading the transitions…"))
            return
        if not self.tables.has_table():
            self._show_no_table(tr("No table of transitions of this run is in the project. Run the algorithm with the "
                                   "output “Transitions by parcel”, or add that table."))
            return
        transitions = self.tables.transitions_of(row)
        if not transitions:
            self._show_no_table(tr("No part of the parcel has land use at both dates."))
            return
        rules = records.text_of("ev_rules", row)
        self.card.show_transitions(transitions, "\n".join(notes_on(transitions, rules)))
        self._start_services(transitions, rules)

    def _show_no_table(self, reason: str) -> None:
        self.card.show_transitions([], reason)
        self.card.show_no_services(tr("It needs the transitions."))

    def _start_services(self, transitions: list[Transition], rules: str) -> None:
        try:
            parameters = service_parameters(transitions, rules)
        except EcoVoucherError as error:
            self.card.show_no_services(tr_error(error))
            return
        self.card.show_no_services(tr("Computing…"))
        self.run.start(SERVICES, parameters, tr("ESV by service"))

    def _show_services(self, outputs: dict) -> None:
        self.card.show_services(service_records(outputs["OUTPUT"]))

    def _point_at_parcel(self) -> None:
        feature, layer = self._feature()
        if feature is None:
            self.highlight.clear()
            return
        self.highlight.show([feature.geometry()], layer.crs())
        if self._is_walking:
            self.highlight.bring_into_view(feature.geometry(), layer.crs())

    def _zoom(self) -> None:
        feature, layer = self._feature()
        if feature is not None:
            self.highlight.zoom(feature.geometry(), layer.crs())

    def _feature(self) -> tuple[QgsFeature | None, QgsVectorLayer | None]:
        """Return the current parcel and its layer, None where it has no place on the map."""
        layer = None if self._records is None or self._parcel is None else self._records.layer()
        if layer is None or not layer.isSpatial():
            return None, None
        feature = layer.getFeature(self._parcel)
        return (feature, layer) if feature.isValid() and feature.hasGeometry() else (None, None)


def _heading(layer: QgsVectorLayer, feature: QgsFeature) -> str:
    shown = QgsVectorLayerUtils.getFeatureDisplayString(layer, feature)
    title = tr("Parcel {id}").format(id=feature.id())
    return title if not shown or shown == str(feature.id()) else f"{title}: {shown}"


def _reason(records: ParcelRecords | None, layer: QgsVectorLayer | None) -> str:
    if records is None or layer is None:
        return tr("The card of a parcel appears here. Choose a result layer above.")
    return tr("Choose a parcel: with the tool above on the map, in a table by double click, or with the arrows.")
