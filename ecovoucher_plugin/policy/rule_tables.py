"""Reader of the parameter tables under resources/standards: one rule a row, with its source."""

from __future__ import annotations

from pathlib import Path

from ..accounting.tables import CsvTable, check_unique, read_table
from .errors import PolicyFileError

COLUMNS = ("parameter", "value", "unit", "article", "note")


class RuleTable:
    """A table of parameters by name.

    Raises TableFileError where the file cannot be read, PolicyFileError where it does not give a parameter.
    """

    def __init__(self, path: Path) -> None:
        self._table: CsvTable = read_table(path, COLUMNS)
        check_unique(self._table, "parameter")
        self._rows = {row.cells["parameter"]: row for row in self._table.rows}

    def number(self, name: str) -> float:
        value = self._table.number(self._rows[name], "value") if name in self._rows else None
        if value is None:
            raise PolicyFileError("{file} does not give “{name}”.", file=self._table.path.name, name=name)
        return value

    def whole(self, name: str) -> int:
        return int(self.number(name))

    def text(self, name: str) -> str:
        if name not in self._rows:
            raise PolicyFileError("{file} does not give “{name}”.", file=self._table.path.name, name=name)
        return self._table.text(self._rows[name], "value")
