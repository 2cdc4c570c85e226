"""XLSX workbooks written cell by cell: text is text, numbers are numbers, and there is no formula."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from html import escape

from .export import CONTROL, FORMULA, ExportError, figure
from .table import Cell, Column, Table, is_unknown

# Limits of the format (ECMA-376 and Excel's specification).
LONGEST_TEXT, LONGEST_SHEET_NAME, MOST_ROWS = 32_767, 31, 1_048_576
SHEET_NAME_FORBIDS = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
ESCAPE_LOOKALIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
# Styles by position in styles.xml: plain, header, text kept from being read as a formula, then numbers by decimals.
PLAIN, HEADER, QUOTED, NUMBERS = 0, 1, 2, 3
MOST_DECIMALS = 9

NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def workbook(sheets: Sequence[tuple[str, Table]]) -> bytes:
    """Return an XLSX file with one sheet a table, the header row bold and fixed.

    Raises ExportError where a table has more rows than a sheet can hold.
    """
    names = sheet_names([name for name, _ in sheets])
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _content_types(len(sheets)))
        archive.writestr("_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")]))
        archive.writestr("xl/workbook.xml", _book(names))
        archive.writestr("xl/_rels/workbook.xml.rels", _relations([
            *(("worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(sheets) + 1)),
            ("styles", "styles.xml"),
        ]))
        archive.writestr("xl/styles.xml", _styles())
        for number, (_, table) in enumerate(sheets, start=1):
            if len(table.rows) >= MOST_ROWS:
                raise ExportError(
                    "The table has {rows} rows; an XLSX sheet holds {most}. Export it as CSV.",
                    rows=len(table.rows), most=MOST_ROWS - 1,
                )
            archive.writestr(f"xl/worksheets/sheet{number}.xml", "".join(_sheet(table)))
    return target.getvalue()


def sheet_names(wanted: Sequence[str]) -> list[str]:
    """Return names that a workbook accepts: 1 to 31 characters, none forbidden, no two alike."""
    names: list[str] = []
    for name in wanted:
        clean = SHEET_NAME_FORBIDS.sub(" ", name).strip(" '") or "Sheet"
        clean = f"{clean} 1" if clean.casefold() == "history" else clean
        taken, number, unique = {name.casefold() for name in names}, 1, clean[:LONGEST_SHEET_NAME].rstrip(" '")
        while unique.casefold() in taken:
            number += 1
            ending = f" {number}"
            unique = clean[:LONGEST_SHEET_NAME - len(ending)] + ending
        names.append(unique)
    return names


def _sheet(table: Table) -> Iterator[str]:
    yield f'{DECLARATION}<worksheet xmlns="{NAMESPACE}"><sheetViews><sheetView workbookViewId="0">'
    yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    if table.columns:
        yield f"<cols>{''.join(_width(table, position) for position in range(len(table.columns)))}</cols>"
    yield "<sheetData>"
    yield f"<row>{''.join(_text(column.header, HEADER) for column in table.columns)}</row>"
    for row in table.rows:
        yield f"<row>{''.join(_cell(column, cell) for column, cell in zip(table.columns, row))}</row>"
    yield "</sheetData></worksheet>"


def _cell(column: Column, cell: Cell) -> str:
    if is_unknown(cell):
        return "<c/>"
    if column.is_text:
        return _text(str(cell), QUOTED if FORMULA.match(str(cell)) else PLAIN)
    return f'<c s="{NUMBERS + min(column.decimals_of(cell), MOST_DECIMALS)}"><v>{figure(cell)}</v></c>'


def _text(text: str, style: int) -> str:
    clean = ESCAPE_LOOKALIKE.sub("_x005F_", CONTROL.sub("", text)[:LONGEST_TEXT])
    return f'<c t="inlineStr" s="{style}"><is><t xml:space="preserve">{escape(clean)}</t></is></c>'


def _width(table: Table, position: int) -> str:
    """Return the width of a column: enough for its header and its first records, wide characters counting twice."""
    texts = [table.columns[position].header, *(str(row[position]) for row in table.rows[:100])]
    longest = max(sum(1 if ord(character) < 0x1100 else 2 for character in text[:60]) for text in texts)
    return f'<col min="{position + 1}" max="{position + 1}" width="{max(8, min(longest, 60) + 2)}" customWidth="1"/>'


def _book(names: Sequence[str]) -> str:
    sheets = "".join(
        f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(names, start=1)
    )
    return f'{DECLARATION}<workbook xmlns="{NAMESPACE}" xmlns:r="{RELATIONS}"><sheets>{sheets}</sheets></workbook>'


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    items = "".join(
        f'<Relationship Id="rId{number}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{items}</Relationships>'


def _content_types(sheets: int) -> str:
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = [("workbook", "sheet.main"), ("styles", "styles")]
    parts += [(f"worksheets/sheet{number}", "worksheet") for number in range(1, sheets + 1)]
    overrides = "".join(
        f'<Override PartName="/xl/{part}.xml" ContentType="{main}.{kind}+xml"/>' for part, kind in parts
    )
    return (
        f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _styles() -> str:
    codes = ["#,##0" + ("." + "0" * decimals if decimals else "") for decimals in range(MOST_DECIMALS + 1)]
    formats = "".join(f'<numFmt numFmtId="{164 + number}" formatCode="{code}"/>' for number, code in enumerate(codes))
    numbers = "".join(f'<xf numFmtId="{164 + number}" xfId="0" applyNumberFormat="1"/>' for number in range(len(codes)))
    return (
        f'{DECLARATION}<styleSheet xmlns="{NAMESPACE}"><numFmts count="{len(codes)}">{formats}</numFmts>'
        '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
        '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf/></cellStyleXfs>'
        f'<cellXfs count="{NUMBERS + len(codes)}"><xf xfId="0"/><xf fontId="1" xfId="0" applyFont="1"/>'
        f'<xf xfId="0" numFmtId="49" quotePrefix="1" applyNumberFormat="1"/>{numbers}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )
