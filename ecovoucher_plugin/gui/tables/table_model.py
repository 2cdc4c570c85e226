"""Typed records as a Qt model: sorted with unknown values last, numbers written as the locale writes them."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from .. import formats
from .table import Cell, Column, Table, is_unknown, order

__all__ = ["Column", "TableModel"]


def _as_number(flags: Qt.AlignmentFlag) -> int:
    """Return flags as the number that a model must give: Qt 5 has them as int, Qt 6 as an enum."""
    return int(getattr(flags, "value", flags))


NUMBERS_SIDE = _as_number(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
TEXT_SIDE = _as_number(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class TableModel(QAbstractTableModel):
    """Rows of cells with a key each. The raw value of a cell is under ``UserRole``."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: Sequence[Sequence[Cell]] = ()
        self._keys: Sequence[Hashable] = ()
        self._order: list[int] = []
        self._sorted_by: tuple[int, bool] | None = None

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Change the columns; the rows go, and so does their order."""
        self.beginResetModel()
        self.columns, self._sorted_by = tuple(columns), None
        self._rows, self._keys, self._order = (), (), []
        self.endResetModel()

    def set_rows(self, rows: Sequence[Sequence[Cell]], keys: Sequence[Hashable] | None = None) -> None:
        """Show rows in the order last sorted by; their keys are their positions by default."""
        self.beginResetModel()
        self._rows, self._keys = rows, range(len(rows)) if keys is None else keys
        self._order = self._sorted()
        self.endResetModel()

    def key(self, row: int) -> Hashable:
        """Return the key of a row as shown."""
        return self._keys[self._order[row]]

    def row_of(self, key: Hashable) -> int | None:
        """Return where the row with a key is shown."""
        return next((row for row, record in enumerate(self._order) if self._keys[record] == key), None)

    def table(self, rows: Sequence[int] | None = None) -> Table:
        """Return the rows as shown, or some of them, for an export."""
        records = self._order if rows is None else [self._order[row] for row in rows]
        return Table(self.columns, [self._rows[record] for record in records])

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._order)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows, its raw value, or its side."""
        if not index.isValid():
            return None
        column, cell = self.columns[index.column()], self._rows[self._order[index.row()]][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _shown(column, cell)
        if role == Qt.ItemDataRole.UserRole:
            return cell
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return TEXT_SIDE if column.is_text else NUMBERS_SIDE
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the header of a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.header
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return TEXT_SIDE if column.is_text else NUMBERS_SIDE
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; unknown values stay last in both directions."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        records = [self._order[index.row()] for index in before]
        descending = order == Qt.SortOrder.DescendingOrder
        self._sorted_by = (column, descending) if 0 <= column < len(self.columns) else None
        self._order = self._sorted()
        places = {record: row for row, record in enumerate(self._order)}
        after = [self.index(places[record], index.column()) for record, index in zip(records, before)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _sorted(self) -> list[int]:
        if self._sorted_by is None:
            return list(range(len(self._rows)))
        position, descending = self._sorted_by
        return order(self._rows, position, descending)


def _shown(column: Column, cell: Cell) -> str:
    if column.is_text:
        return formats.UNKNOWN if is_unknown(cell) else str(cell)
    return formats.number(cell, column.decimals_of(cell))
