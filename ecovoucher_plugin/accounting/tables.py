"""Reader of the CSV tables: UTF-8, header by name, ``# key: value`` provenance lines."""

from __future__ import annotations

import csv
import zlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from .errors import TableFileError


@dataclass(frozen=True)
class Row:
    """One data row: its line number in the file and its cells by column name."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True)
class CsvTable:
    """A CSV table as read: provenance by key, column names and data rows (all text, stripped)."""

    path: Path
    provenance: dict[str, str]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    checksum: str

    def text(self, row: Row, column: str) -> str:
        """Return a cell that must not be empty.

        Raises TableFileError where it is.
        """
        value = row.cells[column]
        if not value:
            raise TableFileError(
                "{file}, line {line}: column “{column}” is empty. Fill it in.",
                file=self.path.name, line=row.line, column=column,
            )
        return value

    def number(self, row: Row, column: str) -> float | None:
        """Return a cell as a number; an empty cell is unknown (None).

        Raises TableFileError where the cell is not a finite number with a decimal point.
        """
        cell = row.cells[column]
        return parse_number(self, cell, f"line {row.line}, column “{column}”") if cell else None

    def provenance_number(self, key: str) -> float | None:
        """Return a provenance value as a number, or None where the file does not give it."""
        cell = self.provenance.get(key, "")
        return parse_number(self, cell, f"“# {key}:”") if cell else None

    def provenance_names(self, key: str) -> tuple[str, ...]:
        """Return a comma-separated provenance value as names."""
        return tuple(name.strip() for name in self.provenance.get(key, "").split(",") if name.strip())

    def provenance_date(self, key: str) -> date | None:
        """Return a provenance value as a date, or None where the file does not give it."""
        cell = self.provenance.get(key, "")
        if not cell:
            return None
        try:
            return date.fromisoformat(cell)
        except ValueError:
            raise TableFileError(
                "{file}: “# {key}: {value}” is not a date. Write it as YYYY-MM-DD.",
                file=self.path.name, key=key, value=cell,
            ) from None


def parse_number(table: CsvTable, cell: str, place: str) -> float:
    """Return a finite number written with a decimal point; raise TableFileError otherwise."""
    try:
        if "_" in cell:
            raise ValueError
        value = float(cell)
    except ValueError:
        value = float("nan")
    if value - value != 0:
        raise TableFileError(
            "{file}, {place}: “{value}” is not a number. Use a decimal point and no unit or thousands separator.",
            file=table.path.name, place=place, value=cell,
        )
    return value


def read_table(path: Path, required: tuple[str, ...]) -> CsvTable:
    """Read a CSV table.

    path: file in UTF-8 (a BOM is accepted). Leading lines ``# key: value`` carry the provenance.
    required: column names that must be there; other columns are kept, in any order.

    Raises TableFileError: unreadable or not UTF-8, no header, missing or repeated column,
    a row longer or shorter than the header, no data row.
    """
    try:
        content = Path(path).read_bytes()
        lines = content.decode("utf-8-sig").splitlines()
    except OSError as error:
        raise TableFileError(
            "The table {file} cannot be read: {reason}. Check the path.",
            file=str(path), reason=error.strerror or str(error),
        ) from None
    except UnicodeDecodeError:
        raise TableFileError(
            "The table {file} is not in UTF-8. Save it as “CSV UTF-8”.", file=Path(path).name
        ) from None

    provenance, start = _leading_comments(lines)
    if start == len(lines):
        raise TableFileError("The table {file} has no header line.", file=Path(path).name)
    reader = csv.reader(lines[start:])
    columns = tuple(name.strip() for name in next(reader))
    _check_columns(Path(path), columns, required)
    rows = []
    for cells in reader:
        line = start + reader.line_num
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(columns):
            raise TableFileError(
                "{file}, line {line}: {found} cells, but the header has {expected} columns. "
                "Check the commas, and put quotes around text that contains one.",
                file=Path(path).name, line=line, found=len(cells), expected=len(columns),
            )
        rows.append(Row(line, {name: cell.strip() for name, cell in zip(columns, cells)}))
    if not rows:
        raise TableFileError("The table {file} has a header but no rows.", file=Path(path).name)
    checksum = f"{zlib.crc32(content):08x}"
    return CsvTable(Path(path), provenance, columns, tuple(rows), checksum)


def check_unique(table: CsvTable, column: str) -> None:
    """Raise TableFileError where two rows share a value of the column."""
    first: dict[str, int] = {}
    for row in table.rows:
        value = table.text(row, column)
        if value in first:
            raise TableFileError(
                "{file}: “{value}” stands twice in column “{column}”, in lines {first} and {second}. Keep one.",
                file=table.path.name, value=value, column=column, first=first[value], second=row.line,
            )
        first[value] = row.line


def _leading_comments(lines: list[str]) -> tuple[dict[str, str], int]:
    provenance: dict[str, str] = {}
    for number, line in enumerate(lines):
        text = line.strip().strip(",")
        if text.startswith("#"):
            key, _, value = text[1:].partition(":")
            provenance[key.strip().lower()] = value.strip()
        elif text:
            return provenance, number
    return provenance, len(lines)


def _check_columns(path: Path, columns: tuple[str, ...], required: tuple[str, ...]) -> None:
    missing = [name for name in required if name not in columns]
    if missing:
        raise TableFileError(
            "{file} has no column “{missing}”. Its columns are: {columns}. It needs: {required}.",
            file=path.name, missing="”, “".join(missing), columns=", ".join(columns), required=", ".join(required),
        )
    repeated = sorted({name for name in columns if columns.count(name) > 1})
    if repeated:
        raise TableFileError(
            "{file} has the column “{column}” more than once. Keep one.", file=path.name, column=repeated[0]
        )
