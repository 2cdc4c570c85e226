"""Tables as text for the clipboard and as CSV and XLSX files; nothing in them is ever a formula."""

from __future__ import annotations

import csv
import errno
import io
import os
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

from ...accounting.errors import EcoVoucherError
from .table import Cell, Column, Table, is_unknown

# A spreadsheet takes text that begins so for a formula, also in full width and after blanks.
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
# Where the list separator is a semicolon, what follows one begins a cell.
AFTER_SEMICOLON = re.compile(r"(;\s*)(?=[=+\-@＝＋－＠])")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
BREAKS = re.compile(r"[\t\r\n]+")
BYTE_ORDER_MARK = "\ufeff"


class ExportError(EcoVoucherError):
    """A file cannot be written."""


def harmless(text: str) -> str:
    """Return text that a spreadsheet shows as it is: without control characters, quoted where it looks like a formula.

    The quote is the apostrophe with which a spreadsheet marks text.
    """
    clean = AFTER_SEMICOLON.sub(r"\1'", CONTROL.sub("", text))
    return f"'{clean}" if FORMULA.match(clean) else clean


def tab_separated(table: Table, decimal_point: str = ".") -> str:
    """Return a table for the clipboard: a line of headers, then a line each record; numbers in full precision."""
    lines = [[BREAKS.sub(" ", harmless(column.header)) for column in table.columns]]
    for row in table.rows:
        cells = _written(table.columns, row)
        lines.append([
            BREAKS.sub(" ", cell) if column.is_text else cell.replace(".", decimal_point)
            for column, cell in zip(table.columns, cells)
        ])
    return "\n".join("\t".join(line) for line in lines) + "\n"


def csv_text(table: Table) -> str:
    """Return a table as CSV with a byte order mark, decimal point, and nothing where a cell is unknown."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow([harmless(column.header) for column in table.columns])
    writer.writerows(_written(table.columns, row) for row in table.rows)
    return BYTE_ORDER_MARK + target.getvalue()


def _written(columns: Sequence[Column], row: Sequence[Cell]) -> list[str]:
    return [_cell(column, cell) for column, cell in zip(columns, row)]


def _cell(column: Column, cell: Cell) -> str:
    if is_unknown(cell):
        return ""
    return harmless(str(cell)) if column.is_text else figure(cell)


def figure(cell: Cell) -> str:
    """Return a number in full precision, with a decimal point where it needs one."""
    return repr(float(cell)).removesuffix(".0")


def write_file(path: Path, content: bytes) -> None:
    """Write a file as a whole or not at all; what was there before stays until the new content is complete.

    Raises ExportError where it cannot be written.
    """
    try:
        if path.exists() and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        with tempfile.TemporaryDirectory(prefix=".ecovoucher", dir=path.parent) as folder:
            complete = Path(folder) / path.name
            complete.write_bytes(content)
            os.replace(complete, path)
    except OSError as error:
        raise ExportError(
            "“{file}” cannot be written ({reason}). Close the file where it is open, or choose another place.",
            file=str(path), reason=error.strerror or str(error),
        ) from error
