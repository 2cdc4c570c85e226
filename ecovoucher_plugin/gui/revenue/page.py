"""The page “Revenue”: who is paid what when the parcels in scope are sold."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from qgis.core import QgsFeatureRequest, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ...accounting.accounts import STANDARD_FOREST
from ...i18n import tr, tr_error
from ...policy import revenue as policy
from ...policy.errors import RevenueError
from ...policy.money import yuan
from ...policy.sales import Sales, total_sales
from .. import formats
from ..background.runs import TEMPORARY, Run
from ..page import DockContext, Page
from ..results.parcel_records import ParcelRecords
from .figures import RevenueFigures
from .form import QUANTITY_FIELDS, RevenueForm
from .inputs import RevenueInputs, algorithm_parameters, read_inputs, sales_of, unit_name, write_inputs

AT_ONCE, PAUSE = 200_000, 300  # parcels; milliseconds


class RevenuePage(Page):
    """Price and cost in, money out; the same figures as those of the algorithm revenuesplit.

    Up to AT_ONCE parcels a change shows at once, beyond that when the user pauses, so that typing never stalls.
    """

    def __init__(self, context: DockContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._records: ParcelRecords | None = None
        self._mask: np.ndarray | None = None
        self._totals: policy.RevenueTotals | None = None
        self._sales: Sales | None = None
        self.form = RevenueForm(self)
        self.note = QLabel(self)
        self.note.setObjectName("revenueNote")
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.figures = RevenueFigures(self)
        self.write = QPushButton(tr("&Write to a new layer"), self)
        self.write.setObjectName("writeRevenue")
        self.write.setToolTip(tr("Runs “Farmer and collective revenue split” on the parcels in scope: every parcel "
                                 "with its money."))
        self.run = Run(context.progress, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        layout = QVBoxLayout(self)
        for widget in (self.form, self.note, self.figures, self.write):
            layout.addWidget(widget)
        layout.addStretch()
        self._connect()
        self.form.show_inputs(read_inputs(context.state))
        self._compute()

    def title(self) -> str:
        return tr("Revenue")

    def show_records(self, records: ParcelRecords | None, mask: np.ndarray | None) -> None:
        if records is not self._records:
            names = [] if records is None else [name for name in records.fields if name in records.numbers]
            self.form.show_fields(names)
        self._records, self._mask = records, mask
        self._compute()

    def results(self) -> dict[str, object]:
        self._catch_up()
        totals, inputs = self._totals, self.form.inputs()
        if totals is None or not inputs.price:
            return {}
        layer = self._records.layer()
        return {
            "layer": "" if layer is None else layer.name(), "preset": inputs.preset, "unit": unit_name(inputs),
            "price": inputs.price, "unit_cost": None if inputs.cost_field else inputs.unit_cost,
            "quantity_field": inputs.quantity_field, "cost_field": inputs.cost_field,
            "parcels": len(self._sales), "sold": totals.sold,
            **{name: yuan(getattr(totals, name)) for name in ("gross", "cost", "net", "farmer", "collective")},
            "break_even": None if totals.break_even is None else float(totals.break_even),
            "losing": self._sales.count(policy.LOSS), "below_minimum": totals.below_minimum,
        }

    def project_changed(self) -> None:
        self.form.show_inputs(read_inputs(self.context.state))

    def release(self) -> None:
        self.run.release()

    def _connect(self) -> None:
        self.form.changed.connect(self._change)
        self.figures.message.connect(self.message)
        self.figures.parcel_chosen.connect(self.parcel_chosen)
        self.figures.parcels_wanted.connect(self.parcels_wanted)
        self.write.clicked.connect(self._write)
        self.run.finished.connect(self._written)
        self.run.failed.connect(self.message)
        self.run.failed.connect(self._run_ended)
        self.run.cancelled.connect(self._run_ended)
        self._pause.timeout.connect(self._compute)

    def _change(self) -> None:
        write_inputs(self.context.state, self.form.inputs())
        if self._mask is not None and np.count_nonzero(self._mask) > AT_ONCE:
            self._pause.start(PAUSE)
        else:
            self._compute()

    def _catch_up(self) -> None:
        if self._pause.isActive():
            self._compute()

    def _compute(self) -> None:
        """Show the money of the parcels in scope, or why there is none."""
        self._pause.stop()
        self._totals = self._sales = None
        inputs = self.form.inputs()
        notes = self._obstacles(inputs)
        if not notes:
            try:
                notes = self._show_revenue(inputs)
            except RevenueError as error:
                notes = [tr_error(error)]
        self.note.setText("\n".join(notes))
        self.note.setVisible(bool(notes))
        self.figures.setVisible(self._totals is not None)
        self.write.setEnabled(self._totals is not None and not self.run.is_running())

    def _show_revenue(self, inputs: RevenueInputs) -> list[str]:
        rows = np.flatnonzero(self._mask)
        self._sales = sales_of(self._records, rows, inputs)
        if self._sales.known.any():
            self._totals = total_sales(self._sales)
            self.figures.show_revenue(
                self._totals, self._records.ids[rows], self._sales, inputs.terms, unit_name(inputs)
            )
        return _remarks(inputs, self._records.standard, self._sales)

    def _obstacles(self, inputs: RevenueInputs) -> list[str]:
        """Return why nothing can be computed; nothing where it can."""
        if self._records is None:
            return [tr("The revenue of a result layer appears here.")]
        if inputs.quantity_field not in self._records.numbers:
            return [tr("The layer has no number field that could be sold. Add one, or choose another layer above.")]
        if self._mask is None or not self._mask.any():
            return [tr("No parcel is in scope. Select parcels, move the map, or choose “All parcels” above.")]
        return []

    def _write(self) -> None:
        self._catch_up()
        layer = self._records.layer()
        if layer is None:
            self.message.emit(tr("The layer is not in the project any more. Choose another one above."))
            return
        source = layer if self._mask.all() else _part_of(layer, self._records.ids[self._mask].tolist())
        parameters = {"INPUT": source, "OUTPUT": TEMPORARY, **algorithm_parameters(self.form.inputs())}
        self.message.emit("")
        if self.run.start("ecovoucher:revenuesplit", parameters, tr("Splitting the revenue")):
            self.write.setEnabled(False)

    def _written(self, outputs: dict) -> None:
        layer = outputs["OUTPUT"]
        layer.setName(tr("Revenue split"))
        QgsProject.instance().addMapLayer(layer)
        self.message.emit(
            tr("The layer “{layer}” is in the project. It is temporary: save it to keep it.").format(layer=layer.name())
        )
        self._run_ended()

    def _run_ended(self, _sentence: str = "") -> None:
        self.write.setEnabled(self._totals is not None)


def _part_of(layer: QgsVectorLayer, feature_ids: Sequence[int]) -> QgsVectorLayer:
    part = layer.materialize(QgsFeatureRequest().setFilterFids(feature_ids))
    part.setName(layer.name())
    return part


def _remarks(inputs: RevenueInputs, standard: str | None, sales: Sales) -> list[str]:
    """Return what the user should know about the figures, and what to do about it."""
    remarks = []
    if not inputs.price:
        remarks.append(tr("The price is 0, so nothing comes in. Enter a price above."))
    if inputs.quantity_field == "area_ha" and inputs.published is not None and inputs.published.unit == "mu":
        remarks.append(tr("The field area_ha holds hectares, but the price is per mu. Choose a field in mu (1 ha is "
                          "15 mu), or add one with the field calculator."))
    if standard == STANDARD_FOREST and inputs.quantity_field in QUANTITY_FIELDS:
        remarks.append(tr("These parcels count hectares of standard forest, not vouchers of a mu: enter price and cost "
                          "of one hectare."))
    sentences = {
        policy.NO_QUANTITY: tr("{count} parcels have no quantity, so their money is unknown and not in the sums."),
        policy.NO_COST: tr("{count} parcels have no cost, so their money is unknown and not in the sums."),
        policy.NEGATIVE: tr("{count} parcels have a quantity or cost below 0; they are not in the sums. Correct the "
                            "field, or choose another."),
        policy.TOO_LARGE: tr("{count} parcels bring an amount too large to be kept to the fen; they are not in the "
                             "sums. Check the units."),
    }
    remarks += [
        sentence.format(count=formats.whole(sales.count(status))) for status, sentence in sentences.items()
        if sales.count(status)
    ]
    return remarks
