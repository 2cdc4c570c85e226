"""A table with its way out: sorting, keyboard, copy, CSV and XLSX."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QEvent, QLocale, QModelIndex, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QAction,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr, tr_error
from ..widgets.action_buttons import COPY, button_row, make_action
from ..widgets.saving import ask_path
from .export import ExportError, csv_text, tab_separated, write_file
from .table import Cell, Column
from .table_model import TableModel
from .xlsx import workbook

FEWEST_LINES, MOST_LINES = 3, 12
WIDEST_COLUMN, WIDEST_TITLE = 28, 18  # characters; a longer title is cut, and whole in its tooltip


class TableView(QWidget):
    """Rows of typed cells.

    name: of its files, and its object name. row_chosen: the key of a row double-clicked or entered; row_hovered: the
    key under the mouse, None when it leaves; current_changed: the key of the current row; message: a sentence.
    """

    row_chosen = pyqtSignal(object)
    row_hovered = pyqtSignal(object)
    current_changed = pyqtSignal(object)
    message = pyqtSignal(str)

    def __init__(self, columns: Sequence[Column], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.model = TableModel(columns, self)
        self.view = self._make_view(name)
        self.actions_by_name = {action.objectName(): action for action in self._make_actions()}
        self.view.addActions([self._make_copy_selected(), *self.actions_by_name.values()])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        layout.addLayout(button_row(self, self.actions_by_name.values()))
        self._fit()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Change the columns; the rows go."""
        self.model.set_columns(columns)
        self.view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self._fit()

    def set_rows(self, rows: Sequence[Sequence[Cell]], keys: Sequence[Hashable] | None = None) -> None:
        """Show other rows; the current row stays current where its key is still there."""
        current = self.current_key()
        self.model.set_rows(rows, keys)
        self._fit()
        if current is not None:
            self.select_key(current)

    def current_key(self) -> Hashable | None:
        """Return the key of the current row."""
        index = self.view.currentIndex()
        return self.model.key(index.row()) if index.isValid() else None

    def select_key(self, key: Hashable | None) -> None:
        """Make the row with a key current and show it, without a signal; none where the key is not there."""
        row = None if key is None else self.model.row_of(key)
        selection = self.view.selectionModel()
        was_blocked = self.blockSignals(True)
        if row is None:
            selection.clear()
        else:
            self.view.selectRow(row)
            self.view.scrollTo(self.model.index(row, 0))
        self.blockSignals(was_blocked)

    def copy_selected(self) -> None:
        """Copy the selected rows, all where none is, as a table for a spreadsheet."""
        self.copy(sorted(index.row() for index in self.view.selectionModel().selectedRows()) or None)

    def copy(self, rows: Sequence[int] | None = None) -> None:
        """Copy rows, all by default, as a table for a spreadsheet."""
        table = self.model.table(rows)
        QgsApplication.clipboard().setText(tab_separated(table, QLocale().decimalPoint()))
        self.message.emit(tr("{count} rows are copied.").format(count=len(table.rows)))

    def export(self, path: Path) -> None:
        """Write all rows as shown to a CSV or XLSX file; what happened is said."""
        table = self.model.table()
        try:
            if path.suffix.lower() == ".csv":
                content = csv_text(table).encode("utf-8")
            else:
                content = workbook([(path.stem, table)])
            write_file(path, content)
        except ExportError as error:
            self.message.emit(tr_error(error))
        else:
            self.message.emit(tr("Saved as {file}.").format(file=str(path)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose the current row by Enter, and notice that the mouse leaves."""
        if event.type() == QEvent.Type.Leave:
            self.row_hovered.emit(None)
        if event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.view.currentIndex())
            return True
        return super().eventFilter(watched, event)

    def _make_view(self, name: str) -> QTableView:
        view = QTableView(self)
        view.setObjectName(f"{name}View")
        view.setModel(self.model)
        view.setSortingEnabled(True)
        view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setAlternatingRowColors(True)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.setMouseTracking(True)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + view.fontMetrics().height() // 3)
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)
        view.doubleClicked.connect(self._choose)
        view.entered.connect(lambda index: self.row_hovered.emit(self.model.key(index.row())))
        view.selectionModel().currentRowChanged.connect(self._current_row_changed)
        return view

    def _make_actions(self) -> list[QAction]:
        return [
            make_action(self, "copyTable", tr("Copy all as table"), COPY, self.copy),
            make_action(self, "exportXlsx", tr("Export as XLSX…"), "XLSX", lambda: self._ask("xlsx")),
            make_action(self, "exportCsv", tr("Export as CSV…"), "CSV", lambda: self._ask("csv")),
        ]

    def _make_copy_selected(self) -> QAction:
        action = make_action(self, "copyRows", tr("Copy selected rows"), COPY, self.copy_selected)
        action.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        return action

    def _ask(self, suffix: str) -> None:
        path = ask_path(self, self.objectName(), suffix)
        if path is not None:
            self.export(path)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.row_chosen.emit(self.model.key(index.row()))

    def _current_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.current_changed.emit(self.model.key(current.row()) if current.isValid() else None)

    def _fit(self) -> None:
        """Size the columns to what they hold, and the table to its rows, within limits."""
        header, character = self.view.horizontalHeader(), self.view.fontMetrics().averageCharWidth()
        header.setResizeContentsPrecision(50)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        for section in range(self.model.columnCount()):
            title = min(header.sectionSizeHint(section), character * WIDEST_TITLE)
            content = self.view.sizeHintForColumn(section) + character
            self.view.setColumnWidth(section, min(max(title, content), character * WIDEST_COLUMN))
        lines = max(FEWEST_LINES, min(self.model.rowCount(), MOST_LINES))
        rows = lines * self.view.verticalHeader().defaultSectionSize()
        scroll_bar = self.view.horizontalScrollBar().sizeHint().height()
        self.view.setFixedHeight(header.sizeHint().height() + rows + scroll_bar + 2 * self.view.frameWidth())
        for action in self.actions_by_name.values():
            action.setEnabled(self.model.rowCount() > 0)
