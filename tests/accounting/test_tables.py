"""Readers of scheme, coefficient and conversion files: what spreadsheets write is read alike; numbers, dates, paths."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from errno import EISDIR, ENOENT
from pathlib import Path

import numpy as np
import pytest
from ecovoucher.ecovoucher_plugin.accounting.coefficients import CoefficientTable, read_coefficients
from ecovoucher.ecovoucher_plugin.accounting.conversion import ConversionTable, read_conversion
from ecovoucher.ecovoucher_plugin.accounting.ecosystems import STANDARD_FOREST_CLASSES
from ecovoucher.ecovoucher_plugin.accounting.errors import ConversionError, SchemeError, TableFileError
from ecovoucher.ecovoucher_plugin.accounting.schemes import LandUseClass, LandUseScheme, read_scheme
from ecovoucher.ecovoucher_plugin.accounting.standards import read_jiangyin, read_standard_forest
from ecovoucher.ecovoucher_plugin.catalog import standard_path

FILES = ("scheme", "coefficients", "conversion")


def content(table: LandUseScheme | CoefficientTable | ConversionTable) -> object:
    """Return what a table says, without its name, checksum and provenance."""
    if isinstance(table, LandUseScheme):
        return table.classes
    if isinstance(table, ConversionTable):
        return table.by_code, table.coefficients, table.valid_from, table.valid_to, table.official
    rows = {name: dict(zip(table.services, map(str, values))) for name, values in table.rows.items()}
    return rows, table.groups, table.drivers, table.in_yuan, table.standard_value


def padded(text: str) -> str:
    """Return a table as a spreadsheet saves it: every line filled up with commas, comments with commas quoted."""
    lines = [f'"{line}"' if line.startswith("#") and "," in line else line for line in text.splitlines()]
    return "".join(f"{line},,,\r\n" for line in lines)


def reversed_columns(text: str) -> str:
    """Return the table with its columns in reverse order (no cell of it contains a comma)."""
    lines = text.replace("Mining, quarries", "Mining").splitlines()
    return "\n".join(line if line.startswith("#") else ",".join(reversed(line.split(","))) for line in lines)


class TestReadAlike:
    """Ways of writing the same table."""

    @pytest.mark.parametrize("kind", FILES)
    @pytest.mark.parametrize("change", (
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: text.rstrip("\n"),
        lambda text: text.replace("\n", "\n\n") + "\n \n,,\n",
        lambda text: "\n".join(line if '"' in line else line.replace(",", " , ") for line in text.splitlines()),
        lambda text: text.replace(": ", "："),
        lambda text: text.replace("# ", "#  ").replace("source", "SOURCE"),
        lambda text: "".join(f"{line},,,,\n" if line.startswith("#") else f"{line}\n" for line in text.splitlines()),
        padded,
    ), ids=("bom", "crlf", "cr", "no-last-newline", "blank-lines", "spaces", "full-width-colon", "key-case",
            "comment-commas", "spreadsheet"))
    def test_same_content(self, read, samples, kind: str, change: Callable[[str], str]) -> None:
        text = samples[kind]
        assert change(text) != text
        assert content(read(kind, change(text))) == content(read(kind, text))

    def test_quoted_cells(self, read, samples) -> None:
        quoted = '"ecosystem","coefficient"\n"wetland","2.1"\n"forest_mean3","1"\n'
        dates = samples["conversion"][: samples["conversion"].index("ecosystem")]
        assert content(read("conversion", dates + quoted)) == content(read("conversion", samples["conversion"]))

    def test_order_of_columns(self, read, samples) -> None:
        plain = samples["scheme"].replace('"Mining, quarries"', "Mining")
        assert content(read("scheme", reversed_columns(plain))) == content(read("scheme", plain))
        for kind in ("coefficients", "conversion"):
            assert content(read(kind, reversed_columns(samples[kind]))) == content(read(kind, samples[kind]))

    @pytest.mark.parametrize("kind", FILES)
    def test_columns_that_the_format_does_not_know(self, read, samples, kind: str) -> None:
        """A further column is kept out of the way; in a coefficient file it must be called note, or it is a service."""
        name = "note" if kind == "coefficients" else "remark"
        lines = samples[kind].splitlines()
        header = next(number for number, line in enumerate(lines) if not line.startswith("#"))
        lines[header:] = [f"{lines[header]},{name}", *(f'{line},"x, y"' for line in lines[header + 1:])]
        assert content(read(kind, "\n".join(lines))) == content(read(kind, samples[kind]))

    def test_line_break_in_a_cell(self, read, samples) -> None:
        scheme = read("scheme", samples["scheme"].replace("Paddy field", '"Paddy\nfield"'))
        assert scheme.classes["0101"].name_en == "Paddy\nfield"
        assert list(scheme.classes) == ["0101", "0301", "0602"]
        wrong = samples["scheme"].replace("Paddy field", '"Paddy\nfield"').replace("none", "nothing")
        with pytest.raises(SchemeError, match="line 6:"):
            read("scheme", wrong)

    def test_values(self, read, samples) -> None:
        scheme = read("scheme", samples["scheme"])
        assert scheme.classes["0602"].name_en == "Mining, quarries"
        assert scheme.classes["0301"].conditional_flags == ("forest_cover",)
        table = read("coefficients", samples["coefficients"])
        np.testing.assert_array_equal(table.row("wetland"), [0.51, 1.9, np.nan])
        np.testing.assert_array_equal(table.row("water_body"), [0.0, -0.5, 100.0])
        assert np.isnan(table.row("steppe")).all()
        conversion = read("conversion", samples["conversion"])
        assert (conversion.valid_from, conversion.valid_to) == (date(2023, 12, 1), date(2025, 11, 30))
        assert (conversion.official, conversion.coefficients) == (True, {"wetland": 2.1, "forest_mean3": 1.0})
        assert not read("conversion", "# official: No\n" + samples["conversion"]).official


NUMBERS = (
    "1,5", "1.234,5", "1'000", "1 000", "1_000", "nan", "NaN", "inf", "-Infinity", "1e999", "１２", "٣", "0x10", "5%",
    "一", "=1+1", '="1"', "'1", "1.0.0", "--1", "-", "元", "{x}",
)


def quoted(cell: str) -> str:
    doubled = cell.replace('"', '""')
    return f'"{doubled}"'


class TestNumbers:
    @pytest.mark.parametrize("cell", NUMBERS)
    def test_coefficient(self, read, samples, cell: str) -> None:
        with pytest.raises(TableFileError) as caught:
            read("coefficients", samples["coefficients"].replace("0.51", quoted(cell)))
        assert str(caught.value) == (
            f"表 table.csv, line 7, column “food”: “{cell}” is not a number. "
            "Use a decimal point and no unit or thousands separator."
        )

    @pytest.mark.parametrize("cell", NUMBERS)
    def test_conversion(self, read, samples, cell: str) -> None:
        with pytest.raises(TableFileError, match="line 5, column “coefficient”: .* is not a number"):
            read("conversion", samples["conversion"].replace("2.1", quoted(cell)))

    @pytest.mark.parametrize("value", (*NUMBERS[:-1], "3,406.5", "３４０６．５", "3406.5 yuan/ha"))
    def test_standard_value(self, read, samples, value: str) -> None:
        with pytest.raises(TableFileError, match="“# standard_value:”: .* is not a number"):
            read("coefficients", samples["coefficients"].replace("3406.5", value))

    @pytest.mark.parametrize("cell", ("1.5", "+1.5", "1.50", "15e-1", "1.5E0", " 1.5 ", "01.5"))
    def test_one_and_a_half(self, read, samples, cell: str) -> None:
        assert read("conversion", samples["conversion"].replace("2.1", quoted(cell))).coefficients["wetland"] == 1.5

    def test_unquoted_decimal_comma_is_a_cell_too_many(self, read, samples) -> None:
        with pytest.raises(TableFileError, match="line 5: 3 cells, but the header has 2 columns"):
            read("conversion", samples["conversion"].replace("2.1", "2,1"))


@pytest.mark.parametrize("value", (
    "20231201", "2023-W48-5", "2023-12-1", "2023/12/01", "01.12.2023", "2023-13-01", "2023-02-29", "2023年12月1日",
    "２０２３-12-01", "2023-12-01T00:00", "soon",
))
def test_date_has_one_form_on_every_python(read, samples, value: str) -> None:
    with pytest.raises(TableFileError, match=f"“# valid_from: {value}” is not a date. Write it as YYYY-MM-DD."):
        read("conversion", samples["conversion"].replace("2023-12-01", value))


@pytest.mark.parametrize("reader", (
    lambda path: read_scheme(path, "custom"), lambda path: read_coefficients(path, "custom"), read_conversion,
))
def test_path_that_is_no_file(reader: Callable[[Path], object], tmp_path: Path) -> None:
    for path, reason in (
        (tmp_path, EISDIR), (tmp_path / "absent.csv", ENOENT), (tmp_path / "absent" / "table.csv", ENOENT),
    ):
        with pytest.raises(TableFileError) as caught:
            reader(path)
        assert str(caught.value) == f"The table {path} cannot be read: {os.strerror(reason)}. Check the path."


class TestStandardFiles:
    """The parameters that an administrator may edit below resources/standards."""

    @pytest.mark.parametrize(("before", "after", "sentence"), (
        ("young_forest_factor,1.0", "young_forest_factor,0", "“young_forest_factor” above 0"),
        ("construction_coefficient,0", "construction_coefficient,-1", "“construction_coefficient” must be 0 or more"),
        ("young_forest_factor,1.0", "young_forest_factor,", "does not give “young_forest_factor”"),
        ("construction_coefficient,", "construction,", "does not give “construction_coefficient”"),
        ("# valid_to:", "# until:", "when the measures are in force"),
        ("base_survey,second", "base_survey,fourth", "does not give “base_survey”"),
        ("eligibility_survey,", "survey,", "does not give “eligibility_survey”"),
    ))
    def test_jiangyin(self, tmp_path: Path, before: str, after: str, sentence: str) -> None:
        text = standard_path("jiangyin").read_text(encoding="utf-8")
        assert before in text
        path = tmp_path / "jiangyin.csv"
        path.write_text(text.replace(before, after), encoding="utf-8")
        with pytest.raises(ConversionError, match=f"jiangyin.csv.*{sentence}"):
            read_jiangyin(path)

    def test_as_published(self, tmp_path: Path) -> None:
        """Seed 003, Articles 7 and 44; seed 001, Table 1. A coefficient of 0 is one."""
        jiangyin = read_jiangyin(standard_path("jiangyin"))
        assert (jiangyin.construction_coefficient, jiangyin.young_forest_factor) == (0.0, 1.0)
        assert (jiangyin.base_survey, jiangyin.eligibility_survey) == ("second", "third")
        assert (jiangyin.valid_from, jiangyin.valid_to) == (date(2023, 12, 1), date(2025, 11, 30))
        published = {
            "arbor_forest": 1.0, "shrub_forest": 0.89, "sparse_forest": 0.75, "other_forest": 0.65,
            "high_cover_grass": 0.33, "medium_cover_grass": 0.28, "low_cover_grass": 0.19, "water": 2.1,
        }
        assert read_standard_forest(standard_path("standard_forest")) == published
        text = standard_path("standard_forest").read_text(encoding="utf-8")
        path = tmp_path / "standard_forest.csv"
        path.write_text(text.replace("Low-cover grassland,0.19", "Low-cover grassland,0"), encoding="utf-8")
        assert read_standard_forest(path) == {**published, "low_cover_grass": 0.0}

    @pytest.mark.parametrize("value", ("", "-0.89"))
    def test_standard_forest(self, tmp_path: Path, value: str) -> None:
        text = standard_path("standard_forest").read_text(encoding="utf-8")
        path = tmp_path / "standard_forest.csv"
        path.write_text(text.replace("Shrub forest,0.89", f"Shrub forest,{value}"), encoding="utf-8")
        with pytest.raises(ConversionError, match="no coefficient of 0 or more for “shrub_forest”"):
            read_standard_forest(path)


def test_every_column_of_a_scheme(read, samples) -> None:
    """With and without the column of doubts, which may be left out."""
    text = samples["scheme"]
    expected = LandUseClass(
        "0301", "乔木林地", "Arbor forest", "forest_mean3", "arbor_forest", "yes", "yes", "no", "conditional", ""
    )
    assert read("scheme", text).classes["0301"] == expected
    doubtful = "\n".join(
        line if line.startswith("#") or not line else line + (",doubt" if "ecosystem" in line else ",two readings")
        for line in text.split("\n")
    )
    assert read("scheme", doubtful).classes["0301"] == replace(expected, doubt="two readings")
    with pytest.raises(SchemeError) as caught:
        read("scheme", text.replace("arbor_forest", "woods"))
    assert caught.value.values["allowed"].split(", ") == list(STANDARD_FOREST_CLASSES)


def test_scheme_says_what_it_is(read, samples) -> None:
    found = read("scheme", samples["scheme"])
    assert (found.name, found.provenance) == ("custom", {"source": "a survey"})
    assert found.checksum == f"{zlib.crc32(samples['scheme'].encode()):08x}"


def test_missing_column_is_named_with_those_there_and_those_needed(read) -> None:
    with pytest.raises(TableFileError) as caught:
        read("coefficients", "ecosystem,food\nwetland,1\n")
    assert caught.value.values == {
        "file": "表 table.csv", "missing": "name_zh”, “name_en", "columns": "ecosystem, food",
        "required": "ecosystem, name_zh, name_en",
    }
    assert caught.value.args == (caught.value.template, caught.value.values)


def test_quote_left_open_in_the_header_is_found_in_its_line(read) -> None:
    with pytest.raises(TableFileError) as caught:
        read("conversion", '# source: an authority\necosystem,"coefficient\nwetland,2\n')
    assert caught.value.values == {"file": "表 table.csv", "line": 2}


def test_provenance_ends_as_it_was_written_whatever_a_spreadsheet_adds(read, samples) -> None:
    for line in ("# source: Annex A, Table X", '"# source: Annex A, Table X",,,,,,,,'):
        found = read("scheme", samples["scheme"].replace("# source: a survey", line))
        assert found.provenance["source"] == "Annex A, Table X"


def test_line_break_in_a_quoted_cell_stays(read, samples) -> None:
    text = samples["scheme"].replace('"Mining, quarries"', '"Mining,\r\nquarries"')
    assert read("scheme", text).classes["0602"].name_en == "Mining,\r\nquarries"
