"""The page “Scenarios”: keep the figures as they are under a name, and compare what was kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr, tr_error
from ..charts.chart_view import ChartView
from ..charts.drawings import scenario_bars
from ..page import DockContext, Page
from ..tables.table_view import TableView
from .comparison import comparison, differing_standards, drawn, remarks
from .store import LONGEST_NAME, PAGES, Scenario, ScenarioError, ScenarioStore

FEWEST_LINES, MOST_LINES = 2, 6
NAME_ROLE = Qt.ItemDataRole.UserRole


class ScenariosPage(Page):
    """results_wanted: returns what the other pages show, by page; the dock sets it."""

    results_wanted: Callable[[], dict[str, dict[str, object]]]

    def __init__(self, context: DockContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.results_wanted = dict
        self.store = ScenarioStore(context.state)
        self._deleted_from: list[Scenario] | None = None
        self._is_active = False
        self.name = QLineEdit(self)
        self.name.setObjectName("scenarioName")
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(tr("Name of the scenario"))
        self.name.setAccessibleName(tr("Name of the scenario"))
        self.keep = _button("keepScenario", tr("&Keep"), self)
        self.list = QListWidget(self)
        self.list.setObjectName("scenarioList")
        self.list.setAccessibleName(tr("Scenarios"))
        self.list.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.list.installEventFilter(self)
        self.rename = _button("renameScenario", tr("&Rename"), self)
        self.delete = _button("deleteScenario", tr("&Delete"), self)
        self.undo = _button("undoDelete", tr("&Undo"), self)
        self.note = _label("scenarioNote", self)
        self.table = TableView(comparison(()).columns, "scenarioComparison", self)
        self.chart = ChartView("scenarioChart", self)
        self.remarks = _label("scenarioRemarks", self)
        self._lay_out()
        self._connect()
        self._fill()

    def title(self) -> str:
        return tr("Scenarios")

    def activated(self) -> None:
        self._is_active = True
        self._compare()

    def deactivated(self) -> None:
        self._is_active = False

    def project_changed(self) -> None:
        self._deleted_from = None
        self._fill()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete the current scenario by the Delete key."""
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Delete:
            self._delete()
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.name, 1)
        first.addWidget(self.keep)
        for button in (self.rename, self.delete, self.undo):
            second.addWidget(button)
        second.addStretch()
        layout = QVBoxLayout(self)
        layout.addLayout(first)
        layout.addWidget(self.list)
        layout.addLayout(second)
        for widget in (self.note, self.table, self.chart, self.remarks):
            layout.addWidget(widget)
        layout.addStretch()

    def _connect(self) -> None:
        self.keep.clicked.connect(self._keep)
        self.name.returnPressed.connect(self._keep)
        self.rename.clicked.connect(lambda: self.list.editItem(self.list.currentItem()))
        self.delete.clicked.connect(self._delete)
        self.undo.clicked.connect(self._undo)
        self.list.itemChanged.connect(self._item_changed)
        self.list.currentItemChanged.connect(self._show_buttons)
        for sender in (self.table, self.chart):
            sender.message.connect(self.message)

    def _keep(self) -> None:
        name = self.name.text() or self._next_name()
        kept = datetime.now().replace(microsecond=0).isoformat()
        results = {page: figures for page, figures in self.results_wanted().items() if page in PAGES}
        try:
            self.store.keep(Scenario(name, kept, **results))
        except ScenarioError as error:
            self.message.emit(tr_error(error))
            return
        self.name.clear()
        self._deleted_from = None
        self._fill(name)
        self.message.emit(tr("“{name}” is kept. Save the project to keep it for good.").format(name=name))

    def _next_name(self) -> str:
        """Return the first “Scenario n” that is free."""
        taken = {scenario.name for scenario in self.store.all()}
        numbered = (tr("Scenario {number}").format(number=number) for number in range(1, len(taken) + 2))
        return next(name for name in numbered if name not in taken)

    def _delete(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        name = item.data(NAME_ROLE)
        self._deleted_from = self.store.all()
        self.store.delete(name)
        self._fill()
        self.message.emit(tr("“{name}” is deleted.").format(name=name))

    def _undo(self) -> None:
        self.store.restore(self._deleted_from)
        self._deleted_from = None
        self._fill()
        self.message.emit("")

    def _item_changed(self, item: QListWidgetItem) -> None:
        """Rename the scenario where its text was edited, and compare those that are ticked."""
        old, new = item.data(NAME_ROLE), item.text()
        if new != old:
            try:
                self.store.rename(old, new)
                self._deleted_from = None
            except ScenarioError as error:
                self.message.emit(tr_error(error))
                new = old
            self._fill(" ".join(new.split()))
        else:
            self._compare()

    def _fill(self, current: str | None = None) -> None:
        """List the scenarios; those that were ticked stay so, new ones are."""
        unticked = {item.data(NAME_ROLE) for item in self._items() if item.checkState() == Qt.CheckState.Unchecked}
        was_blocked = self.list.blockSignals(True)
        self.list.clear()
        for scenario in self.store.all():
            item = QListWidgetItem(scenario.name, self.list)
            item.setData(NAME_ROLE, scenario.name)
            item.setToolTip(remarks(scenario))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = scenario.name not in unticked
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            if scenario.name == current:
                self.list.setCurrentItem(item)
        self.list.blockSignals(was_blocked)
        lines = max(FEWEST_LINES, min(self.list.count(), MOST_LINES))
        self.list.setFixedHeight(lines * self.list.fontMetrics().height() * 4 // 3 + 2 * self.list.frameWidth())
        self._show_buttons()
        self._compare()

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _show_buttons(self, *_items: object) -> None:
        has_current = self.list.currentItem() is not None
        self.rename.setEnabled(has_current)
        self.delete.setEnabled(has_current)
        self.undo.setVisible(self._deleted_from is not None)

    def _compare(self) -> None:
        """Show the ticked scenarios side by side."""
        if not self._is_active:
            return
        ticked = {item.data(NAME_ROLE) for item in self._items() if item.checkState() == Qt.CheckState.Checked}
        scenarios = [scenario for scenario in self.store.all() if scenario.name in ticked]
        self.note.setText(self._advice(scenarios))
        self.note.setVisible(bool(self.note.text()))
        table = comparison(scenarios)
        self.table.setVisible(bool(scenarios))
        self.table.set_columns(table.columns)
        self.table.set_rows(table.rows)
        panels = drawn(scenarios)
        self.chart.draw(scenario_bars if panels else None, [scenario.name for scenario in scenarios], panels)
        self.remarks.setText("\n\n".join(map(remarks, scenarios)))

    def _advice(self, scenarios: list[Scenario]) -> str:
        """Return what to do next, or what to beware of."""
        if not self.list.count():
            return tr("A scenario keeps the parameters and figures of the pages “Balance”, “Revenue” and “Trade” as "
                      "they are now. Change something, keep another, and compare them here.")
        if not scenarios:
            return tr("Tick the scenarios that you want to compare.")
        if differing_standards(scenarios):
            return tr("These scenarios count vouchers by different standards: do not compare their vouchers.")
        return ""


def _button(name: str, text: str, parent: QWidget) -> QPushButton:
    button = QPushButton(text, parent)
    button.setObjectName(name)
    return button


def _label(name: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
