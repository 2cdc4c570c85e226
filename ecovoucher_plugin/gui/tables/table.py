"""Typed records: what the table views show and what is exported."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

TEXT, COUNT, NUMBER, MONEY = "text", "count", "number", "money"

Cell = object  # str, float, int, or None where it is unknown; an infinite or undefined number is unknown too.


@dataclass(frozen=True)
class Column:
    """One column: key in code, translated title, kind of its cells, decimals shown, and unit such as “ha”."""

    key: str
    title: str
    kind: str
    decimals: int = 2
    unit: str = ""

    @property
    def header(self) -> str:
        """Title with its unit."""
        return f"{self.title} ({self.unit})" if self.unit else self.title

    @property
    def is_text(self) -> bool:
        """Whether the cells are text."""
        return self.kind == TEXT

    def decimals_of(self, cell: Cell) -> int:
        """Return the decimals shown of a number: none of a count or of a whole number."""
        return 0 if self.kind == COUNT or isinstance(cell, int) else self.decimals


@dataclass(frozen=True)
class Table:
    """Columns, and the cells of each record in their order."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]


def is_unknown(cell: Cell) -> bool:
    """Return whether a cell holds nothing that could be shown."""
    return cell is None or (isinstance(cell, float) and not math.isfinite(cell))


def order(rows: Sequence[Sequence[Cell]], position: int, descending: bool = False) -> list[int]:
    """Return the records sorted by the cells at a position; equal ones stay as they are, unknown ones come last.

    Text is sorted without regard to case. The known cells of a column are all text, or all numbers.
    """
    known = [record for record, row in enumerate(rows) if not is_unknown(row[position])]
    unknown = [record for record, row in enumerate(rows) if is_unknown(row[position])]

    def rank(record: int) -> object:
        cell = rows[record][position]
        return cell.casefold() if isinstance(cell, str) else cell

    return sorted(known, key=rank, reverse=descending) + unknown
