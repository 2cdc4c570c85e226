"""The page “Trade”: can the districts trade forest cover, and who buys from whom?"""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ...i18n import tr
from .. import formats
from ..background.runs import TEMPORARY, Run
from ..page import DockContext, Page
from ..results.highlight import Highlight
from ..tables.table_view import TableView
from .form import ALGORITHM, TradeForm
from .layers import TradeLayers
from .trade_tables import district_columns, payment_columns, rows, trade_columns

PAGE, CHOICE = "trade", "choice"
DISTRICTS, TRADES, PAYMENTS = "OUTPUT", "TRADES", "PAYMENTS"
NUMBERS = ("SHORTAGE", "CAPACITY", "TRADED", "UNMET", "AMOUNT")


class TradePage(Page):
    """Runs ecovoucher:forestcovertrade on a layer of districts and shows what it returns."""

    def __init__(self, context: DockContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._results: dict[str, object] = {}
        self._shapes: dict[str, dict[int, QgsGeometry]] = {DISTRICTS: {}, TRADES: {}}
        self._crs = QgsCoordinateReferenceSystem()
        self._name_field = ""
        self.highlight = Highlight(context.iface.mapCanvas())
        self.layers = TradeLayers()
        self.run = Run(context.progress, self)
        self.run.finished.connect(self._show_results)
        self.run.failed.connect(self._refuse)
        self.run.cancelled.connect(self._say_cancelled)
        self._build()
        self._restore()

    def title(self) -> str:
        return tr("Trade")

    def results(self) -> dict[str, object]:
        return dict(self._results)

    def project_changed(self) -> None:
        self.run.release()
        self.layers.forget()
        self._clear()
        self._restore()

    def deactivated(self) -> None:
        self.highlight.clear()

    def release(self) -> None:
        self.run.release()
        self.highlight.release()
        self.layers.drop()

    def _build(self) -> None:
        self.form = TradeForm(self)
        self.form.changed.connect(self._remember)
        self.button = QPushButton(tr("Find trades"), self)
        self.button.setObjectName("findTrades")
        self.button.clicked.connect(self._start)
        self.verdict, self.reasons = self._label("tradeVerdict"), self._label("tradeReasons")
        font = self.verdict.font()
        font.setBold(True)
        self.verdict.setFont(font)
        layout = QVBoxLayout(self)
        for widget in (self.form, self.button, self.verdict, self.reasons):
            layout.addWidget(widget)
        layout.addWidget(self._build_results())
        layout.addStretch()

    def _build_results(self) -> QWidget:
        self.result_box = QWidget(self)
        layout = QVBoxLayout(self.result_box)
        layout.setContentsMargins(0, 0, 0, 0)
        self.keep = self._map_button("keepLayers", tr("&Keep map layers"), self._keep_layers)
        self.drop = self._map_button("dropLayers", tr("Re&move from map"), self._drop_layers)
        buttons = QHBoxLayout()
        buttons.addWidget(self.keep)
        buttons.addWidget(self.drop)
        layout.addLayout(buttons)
        self.tables: dict[str, TableView] = {}
        for output, name, title, columns in (
            (DISTRICTS, "tradeDistricts", tr("Districts"), district_columns()),
            (TRADES, "trades", tr("Trades"), trade_columns()),
            (PAYMENTS, "payments", tr("Payments"), payment_columns()),
        ):
            table = TableView(columns, name, self.result_box)
            table.message.connect(self.message)
            heading = QLabel(title, self.result_box)
            heading.setBuddy(table.view)
            table.view.setAccessibleName(title)
            layout.addWidget(heading)
            layout.addWidget(table)
            self.tables[output] = table
        for output in (DISTRICTS, TRADES):
            table = self.tables[output]
            table.row_hovered.connect(lambda key, output=output: self._point_at(output, key))
            table.current_changed.connect(lambda key, output=output: self._point_at(output, key))
            table.row_chosen.connect(lambda key, output=output: self._zoom_to(output, key))
        self.result_box.hide()
        return self.result_box

    def _map_button(self, name: str, text: str, act) -> QPushButton:
        button = QPushButton(text, self.result_box)
        button.setObjectName(name)
        button.clicked.connect(act)
        return button

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        label.hide()
        return label

    def _restore(self) -> None:
        missing = self.form.restore(self.context.state.read(PAGE, CHOICE))
        if missing:
            self._say(self.verdict, tr("The layer of districts does not have the fields {fields} any more, which this "
                                       "project remembers. Choose others.").format(fields=", ".join(missing)))

    def _remember(self) -> None:
        self.context.state.write(PAGE, CHOICE, self.form.choice())

    def _start(self) -> None:
        self._clear()
        parameters = self.form.parameters()
        if parameters["DISTRICTS"] is None:
            self._refuse(tr("Choose a polygon layer of districts. The project needs one: add it first where the list "
                            "is empty."))
            return
        if "NAME_FIELD" not in parameters:
            self._refuse(tr("Choose the field of the districts' names."))
            return
        self._remember()
        self._name_field = parameters["NAME_FIELD"]
        self._layer_name = parameters["DISTRICTS"].name()
        sinks = dict.fromkeys((DISTRICTS, TRADES, PAYMENTS), TEMPORARY)
        self._say(self.verdict, tr("Looking for trades…"))
        self.run.start(ALGORITHM, {**parameters, **sinks}, tr("Forest-cover trade"))

    def _show_results(self, outputs: dict) -> None:
        for output, table in self.tables.items():
            table.set_rows(*rows(outputs[output], table.model.columns, self._name_field))
        for output, shapes in self._shapes.items():
            shapes.update((feature.id(), feature.geometry()) for feature in outputs[output].getFeatures())
        self._crs = outputs[DISTRICTS].crs()
        self._results = {
            "layer": self._layer_name, "feasible": bool(outputs["FEASIBLE"]),
            **{name.lower(): outputs[name] for name in NUMBERS},
        }
        self._say(self.verdict, _verdict(outputs))
        self._say(self.reasons, "\n".join(f"• {warning}" for warning in self.run.warnings))
        self.layers.show({output: outputs[output] for output in (DISTRICTS, TRADES)})
        self._enable_layer_buttons()
        self.result_box.show()

    def _refuse(self, sentence: str) -> None:
        self._clear()
        self._say(self.verdict, sentence)

    def _say_cancelled(self) -> None:
        self._refuse(tr("Cancelled. Nothing was changed."))

    def _clear(self) -> None:
        """Show no result; what is on the map stays until another takes its place."""
        self._results = {}
        self.highlight.clear()
        for shapes in self._shapes.values():
            shapes.clear()
        self.verdict.hide()
        self.reasons.hide()
        self.result_box.hide()

    def _say(self, label: QLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def _point_at(self, output: str, key: object) -> None:
        shape = self._shapes[output].get(key)
        self.highlight.show([] if shape is None else [shape], self._crs)

    def _zoom_to(self, output: str, key: object) -> None:
        shape = self._shapes[output].get(key)
        if shape is not None:
            self.highlight.zoom(shape, self._crs)

    def _keep_layers(self) -> None:
        self.layers.keep()
        self._enable_layer_buttons()
        self.message.emit(tr("The layers stay on the map. They are in memory: save them to a file to have them "
                             "after QGIS is closed."))

    def _drop_layers(self) -> None:
        self.layers.drop()
        self._enable_layer_buttons()

    def _enable_layer_buttons(self) -> None:
        for button in (self.keep, self.drop):
            button.setEnabled(self.layers.are_temporary)


def _verdict(outputs: dict) -> str:
    """Return in one sentence whether all shortage can be met, from the numbers that the algorithm returned."""
    shown = {name: formats.number(outputs[name], 0) for name in NUMBERS}
    if outputs["FEASIBLE"] and not outputs["SHORTAGE"]:
        return tr("No trade is needed: every district meets its target.")
    if outputs["FEASIBLE"]:
        return tr("Feasible: the shortage of {SHORTAGE} mu can be met; sellers have {CAPACITY} mu. "
                  "It costs {AMOUNT} yuan.").format(**shown)
    if outputs["UNMET"]:
        return tr("Not feasible: {UNMET} of {SHORTAGE} mu cannot be met; sellers have {CAPACITY} mu.").format(**shown)
    return tr("Not known to be feasible: districts are left out.")
