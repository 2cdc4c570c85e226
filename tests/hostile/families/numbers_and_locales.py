"""D36, D38: numbers and tables as people write them, in every locale: read as meant, or refused with file and line."""

from __future__ import annotations

import locale
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.case import Case, Near, Refused, Right
from corpus.places import over_half_forest
from qgis.PyQt.QtCore import QLocale
from support.layers import parcels, square

LOCALES = ("C", "zh_CN", "de_DE", "fr_FR", "ar_EG", "hi_IN")
SCHEME = (
    "code,name_zh,name_en,ecosystem,standard_forest,ecological_gu,ecological_jiangyin,construction,forest_cover\n"
    "0302,林,Forest,broadleaf_forest,arbor_forest,yes,yes,no,yes\n"
    "0601,工,Industry,none,,no,no,yes,no\n"
)
FACTORS = (
    "# standard_value: 1000\necosystem,name_zh,name_en,food_production,gas_regulation\n"
    "broadleaf_forest,林,Forest,{},2.0\n"
)
READ = {"1.5": 1.5, "+1.5": 1.5, " 1.5 ": 1.5, "15e-1": 1.5, "1.50": 1.5, ".5": 0.5, "0": 0.0, "-0": 0.0, "1E0": 1.0,
        "-2.63": -2.63, "1": 1.0}
REFUSED = ('"1,5"', '"1.234,5"', "1 5", "1_5", "１.５", "１５", "1.5。", "1'5", "1.5 yuan", "一点五", "NaN", "inf",
           "-inf", "1.5%", "½", "0x1p3", "1..5", "--1", "٣", "१", "1,5", "1;5", "#N/A", "NULL", "-", "1e999")


def in_locale(name: str):
    """Return what sets Qt's locale and, where the system has it, that of C."""
    @contextmanager
    def around(_):
        kept, kept_c = QLocale(), locale.setlocale(locale.LC_NUMERIC)
        QLocale.setDefault(QLocale(name))
        try:
            if name in locale.locale_alias.values() or name == "C":
                locale.setlocale(locale.LC_NUMERIC, name)
        except locale.Error:
            locale.setlocale(locale.LC_NUMERIC, "C")
        try:
            yield
        finally:
            QLocale.setDefault(kept)
            locale.setlocale(locale.LC_NUMERIC, kept_c)

    return around


def custom(folder: Path, factors: str | bytes | None = None, scheme: str | bytes = SCHEME, **changes) -> dict:
    """Return a run of a parcel, 40 % of which turns into forest, with tables of one's own."""
    files = {"SCHEME": scheme, "COEFFICIENTS": FACTORS.format("1.5") if factors is None else factors}
    given = {}
    for name, content in files.items():
        file = folder / f"{name}.csv"
        file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        given |= {name: "custom", f"{name}_FILE": str(file)}
    return over_half_forest(parcels(square(0, 0)), **{**given, **changes})


def worth(factor: float, d: float = 1000.0) -> Right:
    esv = 0.4 * d * (factor + 2.0)
    return Right([{"ev_status": "ok", "esv_target": Near(esv, 1e-6 * abs(esv)), "esv_base": Near(0.0, 0.0)}])


def cases() -> Iterator[Case]:
    for name in LOCALES:
        around = in_locale(name)
        for text, value in READ.items():
            yield Case("D36", f"cell {text!r}, {name}", lambda folder, text=text: custom(
                folder, FACTORS.format(text)), worth(value), around=around)
        for text in REFUSED:
            yield Case("D36", f"cell {text!r}, {name}", lambda folder, text=text: custom(
                folder, FACTORS.format(text)), Refused(("COEFFICIENTS.csv", "line 3")), around=around)
        for text, value in (("3406.5", 3406.5), ("1e3", 1000.0), (2000, 2000.0), ("", 1000.0)):
            yield Case("D36", f"parameter {text!r}, {name}", lambda folder, text=text: custom(
                folder, STANDARD_VALUE=text), worth(1.5, value), around=around)
        for text in ("3406,5", "3.406,5", "3 406.5", "dear", "3406.5 yuan", "1,000", "nan", "inf", "-5", "0",
                     "３４０６"):
            yield Case("D36", f"parameter {text!r}, {name}", lambda folder, text=text: custom(
                folder, STANDARD_VALUE=text), Refused(("",)), around=around)
    yield from spellings()


def spellings() -> Iterator[Case]:
    """The same tables as spreadsheets and editors leave them."""
    header, *rows = SCHEME.splitlines()
    columns = header.split(",")
    swapped = [",".join(reversed(line.split(","))) for line in (header, *rows)]
    good = {
        "byte-order mark": "\ufeff" + SCHEME, "Windows line ends": SCHEME.replace("\n", "\r\n"),
        "old Mac line ends": SCHEME.replace("\n", "\r"), "no last line end": SCHEME.rstrip(),
        "empty lines at the end": SCHEME + "\n\n\n", "empty cells to the right": SCHEME.replace("\n", ",,,\n"),
        "columns the other way round": "\n".join(swapped), "quoted cells": "\n".join(
            ",".join(f'"{cell}"' for cell in line.split(",")) for line in (header, *rows)),
        "blanks around cells": SCHEME.replace(",", " , "), "another column": "\n".join(
            f"{line},{cell}" for line, cell in zip((header, *rows), ("note", "a", "b"))),
        "comments first": "# source: 我\n# note: a,b\n" + SCHEME, "full-width colon": "# source：我\n" + SCHEME,
    }
    bad = {
        "GBK": (SCHEME.encode("gbk"), "UTF-8"), "Big5": ("# 來源\n".encode("big5") + SCHEME.encode("gbk"), "UTF-8"),
        "UTF-16": (SCHEME.encode("utf-16"), "UTF-8"), "UTF-16 without mark": (SCHEME.encode("utf-16-le"), "UTF-8"),
        "semicolons": (SCHEME.replace(",", ";").encode(), "column"),
        "tabs": (SCHEME.replace(",", "\t").encode(), "column"),
        "full-width commas": (SCHEME.replace(",", "，").encode(), "column"), "empty": (b"", "header"),
        "header alone": (header.encode(), "no rows"), "no header": ("\n".join(rows).encode(), "column"),
        "a code twice": ((SCHEME + rows[0]).encode(), "0302"), "a quote that does not close": (
            SCHEME.replace("林", '"林').encode(), "SCHEME.csv"),
        "a short row": ((SCHEME + "0101,水田\n").encode(), "line 4"),
        "null characters": (SCHEME.replace("林", "\0").encode(), "SCHEME.csv"),
        "HTML": (b"<html><body>404</body></html>", ""),
        "JSON": (b'{"code": 1}', ""), "a zip": (b"PK\x03\x04" + bytes(range(256)), "UTF-8"),
        "endless line": (b"a," * 20_000, ""),
        "a column twice": (SCHEME.replace("name_en", "name_zh").encode(), "name_"),
    }
    for column in columns:
        bad[f"without the column {column}"] = ("\n".join(
            ",".join(cell for cell, name in zip(line.split(","), columns) if name != column) for line in (header, *rows)
        ).encode(), column)
    for name, text in good.items():
        yield Case("D38", name, lambda folder, text=text: custom(folder, scheme=text), worth(1.5))
    for name, (content, named) in bad.items():
        yield Case("D38", name, lambda folder, content=content: custom(folder, scheme=content),
                   Refused(("SCHEME.csv", named)))
