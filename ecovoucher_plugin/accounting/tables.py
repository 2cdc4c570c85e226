"""Reader of the CSV tables: UTF-8, header by name, ``# key: value`` provenance lines."""

from __future__ import annotations

import codecs
import csv
import io
import math
import re
import zlib
from collections.abc import Iterator
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
        cell = self.provenance.get(key)
        return parse_number(self, cell, f"“# {key}:”") if cell else None

    def provenance_names(self, key: str) -> tuple[str, ...]:
        """Return a comma-separated provenance value as names."""
        return tuple(name.strip() for name in self.provenance.get(key, "").split(",") if name.strip())

    def provenance_date(self, key: str) -> date | None:
        """Return a provenance value as a date, or None where the file does not give it."""
        cell = self.provenance.get(key)
        if not cell:
            return None
        try:
            day = date.fromisoformat(cell)
        except ValueError:
            day = None
        if day is None or day.isoformat() != cell:
            raise TableFileError(
                "{file}: “# {key}: {value}” is not a date. Write it as YYYY-MM-DD.",
                file=self.path.name, key=key, value=cell,
            )
        return day


def parse_number(table: CsvTable, cell: str, place: str) -> float:
    """Return a finite number in ASCII digits with a decimal point; raise TableFileError otherwise."""
    try:
        if "_" in cell or not cell.isascii():
            raise ValueError
        value = float(cell)
    except ValueError:
        value = math.nan
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
    Empty cells right of the last named column are ignored: spreadsheets add them to every line.

    Raises TableFileError: unreadable or not UTF-8, a provenance key with two values, no header,
    missing, repeated or unnamed column, quotes that do not close, a row longer or shorter than the
    header, no data row.
    """
    path = Path(path)
    content = _read_bytes(path)
    lines = list(io.StringIO(_decode(path, content), newline=""))
    provenance, start = _leading_comments(path, lines)
    if start == len(lines):
        raise TableFileError("The table {file} has no header line.", file=path.name)
    records = _records(path, lines, start)
    _, header = next(records)
    columns = tuple(name.strip() for name in header)
    while columns and not columns[-1]:
        columns = columns[:-1]
    _check_columns(path, columns, required)
    filled = ((line, cells) for line, cells in records if any(cell.strip() for cell in cells))
    rows = tuple(_row(path, line, cells, columns) for line, cells in filled)
    if not rows:
        raise TableFileError("The table {file} has a header but no rows.", file=path.name)
    return CsvTable(path, provenance, columns, rows, checksum=f"{zlib.crc32(content):08x}")


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


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise TableFileError(
            "The table {file} cannot be read: {reason}. Check the path.",
            file=str(path), reason=error.strerror,
        ) from None


def _decode(path: Path, content: bytes) -> str:
    """Return the text of a UTF-8 file; a file with null characters is in another encoding, such as UTF-16."""
    try:
        text = content.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError:
        text = None
    if text is None or "\0" in text:
        raise TableFileError("The table {file} is not in UTF-8. Save it as “CSV UTF-8”.", file=path.name)
    return text


def _leading_comments(path: Path, lines: list[str]) -> tuple[dict[str, str], int]:
    """Return the provenance and the number of lines before the header.

    A spreadsheet fills comment lines up with commas and quotes those that contain one; the colon may be full-width.
    """
    provenance: dict[str, str] = {}
    for number, line in enumerate(lines):
        text = line.strip().rstrip(",")
        if text.startswith('"#'):
            text = text.strip('"')
        if not text:
            continue
        comment = re.fullmatch("#([^:：]*)[:：]?(.*)", text)
        if comment is None:
            return provenance, number
        key, value = comment[1].strip().lower(), comment[2].strip()
        if value and provenance.get(key, value) != value:
            raise TableFileError(
                "{file}, line {line}: “# {key}:” stands twice, with different values. Keep one.",
                file=path.name, line=number + 1, key=key,
            )
        provenance[key] = value
    return provenance, len(lines)


def _records(path: Path, lines: list[str], start: int) -> Iterator[tuple[int, list[str]]]:
    """Yield the records after the first ``start`` lines: the number of a record's first line and its cells."""
    reader = csv.reader(lines[start:], strict=True)
    line = start + 1
    try:
        for cells in reader:
            yield line, cells
            line = start + reader.line_num + 1
    except csv.Error:
        raise TableFileError(
            "{file}, line {line}: a cell does not end where it should. Check the quotes: each that opens must close.",
            file=path.name, line=line,
        ) from None


def _row(path: Path, line: int, cells: list[str], columns: tuple[str, ...]) -> Row:
    if len(cells) < len(columns) or any(cell.strip() for cell in cells[len(columns):]):
        raise TableFileError(
            "{file}, line {line}: {found} cells, but the header has {expected} columns. "
            "Check the commas, and put quotes around text that contains one.",
            file=path.name, line=line, found=len(cells), expected=len(columns),
        )
    return Row(line, {name: cell.strip() for name, cell in zip(columns, cells)})


def _check_columns(path: Path, columns: tuple[str, ...], required: tuple[str, ...]) -> None:
    missing = [name for name in required if name not in columns]
    if missing:
        raise TableFileError(
            "{file} has no column “{missing}”. Its columns are: {columns}. It needs: {required}.",
            file=path.name, missing="”, “".join(missing), columns=", ".join(columns), required=", ".join(required),
        )
    if "" in columns:
        raise TableFileError(
            "{file}: column {number} has no name. Name it in the header or remove it.",
            file=path.name, number=columns.index("") + 1,
        )
    repeated = sorted({name for name in columns if columns.count(name) > 1})
    if repeated:
        raise TableFileError(
            "{file} has the column “{column}” more than once. Keep one.", file=path.name, column=repeated[0]
        )
