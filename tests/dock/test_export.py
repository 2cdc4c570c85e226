"""Tables leave the dock as they are: numbers, text, never a formula, and files whole or not at all."""

from __future__ import annotations

import csv
import io
import re
import resource
import xml.etree.ElementTree as ET
import zipfile

import pytest
from ecovoucher.ecovoucher_plugin.gui.tables.export import ExportError, csv_text, harmless, tab_separated, write_file
from ecovoucher.ecovoucher_plugin.gui.tables.table import Column, Table
from ecovoucher.ecovoucher_plugin.gui.tables.xlsx import sheet_names, workbook
from hypothesis import given
from hypothesis import strategies as st
from osgeo import gdal, ogr

COLUMNS = (
    Column("town", "镇 Town", "text"), Column("area", "Area", "number", 4, "ha"), Column("count", "Parcels", "count"),
    Column("money", "Net", "money", 2, "yuan"),
)
ROWS = (
    ("华士镇", 1.23456789012345, 3, -12.5),
    (None, float("nan"), 0, float("inf")),
    ("=1+1", -0.1, 10, 9007199254740991.0),
)
TABLE = Table(COLUMNS, ROWS)
EVIL = (
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1+1", "＋1", "－1", "＠a", "\u3000=1", "\x00=1",
    "=cmd|' /C calc'!A0", '=HYPERLINK("http://x","y")', "x;=1+1", "x; +1",
)
texts = st.text(max_size=50) | st.sampled_from(EVIL)


def parse(text):
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline="")))


def sheet(content, number=1):
    """Return the cells of a sheet, read from the XML as the standard describes it: (type, style, text) by row."""
    names = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = ET.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))
    assert root.findall(".//m:f", names) == []
    return [
        [(cell.get("t", "n"), cell.get("s"), "".join(cell.itertext())) for cell in row.findall("m:c", names)]
        for row in root.findall(".//m:row", names)
    ]


def unescaped(text):
    """Undo _xHHHH_ as ECMA-376 (22.9.2.19) has it."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


def begins_as_formula(cell):
    return re.match(r"\s*[=+\-@＝＋－＠]", cell) is not None


class TestText:
    @pytest.mark.parametrize("text", EVIL)
    def test_what_could_be_a_formula_is_quoted(self, text):
        shown = harmless(text)
        assert not begins_as_formula(shown)
        assert not any(begins_as_formula(part) for part in shown.split(";"))
        assert shown[0] not in "\t\r\n\x00"

    @pytest.mark.parametrize("text", ["华士镇", "Riverton 2", "0101", "a=b", "3-4", "", "x; y"])
    def test_ordinary_text_stays(self, text):
        assert harmless(text) == text

    @given(texts)
    def test_no_text_begins_as_a_formula_or_holds_control_characters(self, text):
        shown = harmless(text)
        assert not begins_as_formula(shown)
        assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", shown)


class TestCsv:
    def test_numbers_keep_every_digit_and_unknown_is_empty(self):
        assert parse(csv_text(TABLE)) == [
            ["镇 Town", "Area (ha)", "Parcels", "Net (yuan)"],
            ["华士镇", "1.23456789012345", "3", "-12.5"],
            ["", "", "0", ""],
            ["'=1+1", "-0.1", "10", "9007199254740991"],
        ]

    @given(st.lists(st.tuples(texts, st.floats(allow_nan=False, allow_infinity=False))))
    def test_numbers_come_back_exactly_and_text_is_never_a_formula(self, rows):
        table = Table((Column("a", "=A", "text"), Column("b", "b", "number")), rows)
        found = parse(csv_text(table))
        assert len(found) == len(rows) + 1
        assert [float(row[1]) for row in found[1:]] == [number for _, number in rows]
        assert not any(begins_as_formula(row[0]) for row in found)


class TestClipboard:
    def test_a_line_a_record_with_the_decimal_point_of_the_locale(self):
        lines = tab_separated(TABLE, ",").split("\n")
        assert lines[0] == "镇 Town\tArea (ha)\tParcels\tNet (yuan)"
        assert lines[1] == "华士镇\t1,23456789012345\t3\t-12,5"
        assert lines[3].startswith("'=1+1\t-0,1\t10\t")

    @given(st.lists(texts))
    def test_text_never_breaks_the_grid(self, values):
        lines = tab_separated(Table((Column("a", "a", "text"), Column("b", "b", "count")), [(v, 1) for v in values]))
        assert lines.count("\n") == len(values) + 1
        assert all(line.count("\t") == 1 for line in lines.split("\n")[:-1])


class TestXlsx:
    def test_text_is_text_and_numbers_are_numbers(self):
        found = sheet(workbook([("Towns", TABLE)]))
        assert [cell[2] for cell in found[0]] == ["镇 Town", "Area (ha)", "Parcels", "Net (yuan)"]
        assert [[cell[0] for cell in row] for row in found[1:]] == [
            ["inlineStr", "n", "n", "n"], ["n", "n", "n", "n"], ["inlineStr", "n", "n", "n"],
        ]
        assert [cell[2] for cell in found[1]] == ["华士镇", "1.23456789012345", "3", "-12.5"]
        assert [cell[2] for cell in found[2]] == ["", "", "0", ""]
        assert found[3][0][2] == "=1+1"

    def test_text_that_looks_like_a_formula_is_marked_as_text(self):
        content = workbook([("Towns", TABLE)])
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            styles = ET.fromstring(archive.read("xl/styles.xml"))
        formats = styles.find("{*}cellXfs").findall("{*}xf")
        assert formats[int(sheet(content)[3][0][1])].get("quotePrefix") == "1"

    def test_gdal_reads_the_same(self, tmp_path):
        path = tmp_path / "towns.xlsx"
        write_file(path, workbook([("镇", TABLE), ("镇", TABLE)]))
        source = gdal.OpenEx(str(path), gdal.OF_VECTOR, open_options=["HEADERS=FORCE"])
        assert [source.GetLayer(number).GetName() for number in range(2)] == ["镇", "镇 2"]
        layer = source.GetLayer(0)
        fields = [layer.GetLayerDefn().GetFieldDefn(number) for number in range(4)]
        assert [field.GetName() for field in fields] == ["镇 Town", "Area (ha)", "Parcels", "Net (yuan)"]
        assert [field.GetType() == ogr.OFTString for field in fields] == [True, False, False, False]
        rows = [[feature.GetField(number) for number in range(4)] for feature in layer]
        assert rows[0] == ["华士镇", 1.23456789012345, 3, -12.5]
        assert rows[1] == [None, None, 0, None]
        assert rows[2][0] == "=1+1"

    @given(st.lists(st.tuples(texts, st.floats(allow_nan=False, allow_infinity=False)), max_size=5))
    def test_every_text_and_number_comes_back(self, rows):
        found = sheet(workbook([("x", Table((Column("a", "a", "text"), Column("b", "b", "number")), rows))]))
        for (text, number), (first, second) in zip(rows, found[1:]):
            clean = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]", "", text)
            assert unescaped(first[2]).replace("\r\n", "\n").replace("\r", "\n") == clean.replace(
                "\r\n", "\n").replace("\r", "\n")
            assert float(second[2]) == number

    @pytest.mark.parametrize("text", ["_x0041_", "a_x000d_b", "<b>&\"'", "]]>"])
    def test_text_that_xml_or_excel_would_read_otherwise_stays(self, text):
        table = Table(COLUMNS[:1], [(text,)])
        assert unescaped(sheet(workbook([("x", table)]))[1][0][2]) == text

    def test_text_is_cut_at_what_a_cell_holds(self):
        table = Table(COLUMNS[:1], [("长" * 40_000,)])
        assert len(sheet(workbook([("x", table)]))[1][0][2]) == 32_767

    def test_more_rows_than_a_sheet_holds_are_refused(self):
        with pytest.raises(ExportError, match="1048576 rows.*CSV"):
            workbook([("x", Table(COLUMNS[:1], [("a",)] * 1_048_576))])


class TestSheetNames:
    @given(st.lists(st.text(max_size=40) | st.sampled_from(["a", "A", "history", "[]:*?/\\", "'x'", ""]), max_size=8))
    def test_every_name_is_accepted_and_none_comes_twice(self, wanted):
        names = sheet_names(wanted)
        assert len({name.casefold() for name in names}) == len(wanted)
        for name in names:
            assert 1 <= len(name) <= 31
            assert not set(name) & set("[]:*?/\\")
            assert not name.startswith("'") and not name.endswith("'")
            assert name.casefold() != "history"

    def test_good_names_stay(self):
        assert sheet_names(["Balance", "收益", "Balance"]) == ["Balance", "收益", "Balance 2"]


class TestFiles:
    def test_written_and_replaced(self, tmp_path):
        path = tmp_path / "表.csv"
        write_file(path, b"first")
        write_file(path, b"second")
        assert path.read_bytes() == b"second"
        assert list(tmp_path.iterdir()) == [path]

    @pytest.mark.parametrize("place", ["no/such/folder/x.csv", "file/x.csv", "folder"])
    def test_where_it_cannot_be_written_it_is_said(self, tmp_path, place):
        (tmp_path / "file").write_text("")
        (tmp_path / "folder").mkdir()
        with pytest.raises(ExportError, match="cannot be written"):
            write_file(tmp_path / place, b"x")
        assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]

    def test_half_a_file_is_never_left(self, tmp_path):
        """The system refuses more than a kilobyte, as a full disk does."""
        path = tmp_path / "x.csv"
        write_file(path, b"before")
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1024, limits[1]))
        try:
            with pytest.raises(ExportError, match="cannot be written"):
                write_file(path, b"x" * 100_000)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        assert path.read_bytes() == b"before"
        assert list(tmp_path.iterdir()) == [path]
