"""Wrong scheme, coefficient and conversion files: one error of the right class, with file, line and column or name."""

from __future__ import annotations

import pytest
from ecovoucher.ecovoucher_plugin.accounting.errors import (
    CoefficientError,
    ConversionError,
    EcoVoucherError,
    SchemeError,
    TableFileError,
)

# What is wrong, as a change of the file; the error and what its sentence must name.
WRONG = {
    "column missing": ("scheme", lambda t: t.replace(",construction", ""), TableFileError, "no column “construction”"),
    "columns missing": (
        "scheme", lambda t: t.replace("code,name_zh", "Code,Name"), TableFileError, "no column “code”, “name_zh”"
    ),
    "no ecosystem column": ("coefficients", lambda t: t.replace("ecosystem,", "class,"), TableFileError, "“ecosystem”"),
    "no coefficient column": (
        "conversion", lambda t: t.replace(",coefficient", ",k"), TableFileError, "no column “coefficient”"
    ),
    "column repeated": ("coefficients", lambda t: t.replace("food,gas", "gas,gas"), TableFileError, "“gas” more than"),
    "column unnamed": ("coefficients", lambda t: t.replace("food,gas", ",gas"), TableFileError, "column 4 has no name"),
    "code twice": ("scheme", lambda t: t.replace("0301", "0101"), TableFileError, "“0101” stands twice.*lines 3 and 4"),
    "ecosystem twice": (
        "coefficients", lambda t: t.replace("water_body", "wetland"), TableFileError, "“wetland” stands twice.*7 and 8"
    ),
    "conversion twice": (
        "conversion", lambda t: t.replace("forest_mean3", " wetland "), TableFileError, "“wetland” stands twice"
    ),
    "code empty": ("scheme", lambda t: t.replace("0301", " "), TableFileError, "line 4: column “code” is empty"),
    "ecosystem empty": (
        "scheme", lambda t: t.replace("paddy_field", ""), TableFileError, "line 3: column “ecosystem” is empty"
    ),
    "decision empty": (
        "scheme", lambda t: t.replace("conditional", ""), TableFileError, "line 4: column “forest_cover” is empty"
    ),
    "conversion name empty": (
        "conversion", lambda t: t.replace("wetland", ""), TableFileError, "line 5: column “ecosystem” is empty"
    ),
    "short row": (
        "scheme", lambda t: t.replace("no,yes,no\n", "no,yes\n"), TableFileError, "line 5: 8 cells.*9 columns"
    ),
    "long row": ("scheme", lambda t: t.replace("0101,", "0101,0101,"), TableFileError, "line 3: 10 cells.*9 columns"),
    "comment between rows": (
        "scheme", lambda t: t.replace("0301,", "# more\n0301,"), TableFileError, "line 4: 1 cells"
    ),
    "semicolons": ("scheme", lambda t: t.replace(",", ";"), TableFileError, "no column “code”.*code;name_zh"),
    "tabs": ("conversion", lambda t: t.replace(",", "\t"), TableFileError, "no column “coefficient”"),
    "empty file": ("scheme", lambda t: "", TableFileError, "no header line"),
    "blank file": ("coefficients", lambda t: "\ufeff \n,,\n\n", TableFileError, "no header line"),
    "only comments": ("conversion", lambda t: t[: t.index("ecosystem")], TableFileError, "no header line"),
    "only header": ("scheme", lambda t: t[: t.index("0101")], TableFileError, "a header but no rows"),
    "only commas below": ("conversion", lambda t: t[: t.index("wetland")] + ",\n,\n", TableFileError, "no rows"),
    "nameless header": ("conversion", lambda t: '"",""\n1,2\n', TableFileError, "no column “coefficient”"),
    "GBK": ("scheme", lambda t: t.encode("gbk"), TableFileError, "not in UTF-8"),
    "UTF-16": ("scheme", lambda t: t.encode("utf-16"), TableFileError, "not in UTF-8"),
    "UTF-16 of ASCII": ("conversion", lambda t: t.encode("utf-16-le"), TableFileError, "not in UTF-8"),
    "null byte": ("scheme", lambda t: t.replace("0301", "03\x0001"), TableFileError, "not in UTF-8"),
    "workbook": ("coefficients", lambda t: b"PK\x03\x04\x14\x00\x06\x00", TableFileError, "not in UTF-8"),
    "quote never closed": (
        "scheme", lambda t: t.replace("Paddy field", '"Paddy field'), TableFileError, "line 3: .*Check the quotes"
    ),
    "quote never closed at the end": (
        "conversion", lambda t: t.replace("2.1", '"2.1'), TableFileError, "line 5: .*Check the quotes"
    ),
    "text after a quote": ("conversion", lambda t: t.replace("2.1", '"2.1" mu'), TableFileError, "line 5: .*quotes"),
    "huge cell": (
        "scheme", lambda t: t.replace("Paddy field", "x" * 200_000), TableFileError, "line 3: .*Check the quotes"
    ),
    "unit twice": (
        "coefficients", lambda t: "# unit: yuan/ha\n" + t, TableFileError, "line 3: “# unit:” stands twice"
    ),
    "ecosystem unknown": (
        "scheme", lambda t: t.replace("paddy_field", "paddy"), SchemeError, "line 3: “paddy” is not an ecosystem"
    ),
    "standard forest unknown": (
        "scheme", lambda t: t.replace("arbor_forest", "forest"), SchemeError, "line 4: “forest” is not a class"
    ),
    "decision unknown": (
        "scheme", lambda t: t.replace("conditional", "是"), SchemeError, "line 4: column “forest_cover” says “是”"
    ),
    "construction and ecological": (
        "scheme", lambda t: t.replace("none,,no,no,yes", "none,,no,yes,yes"), SchemeError, "line 5: code “0602” is both"
    ),
    "ecosystem of a row unknown": (
        "coefficients", lambda t: t.replace("wetland", "marsh"), CoefficientError, "line 7: “marsh” is not an ecosystem"
    ),
    "none has no coefficients": (
        "coefficients", lambda t: t.replace("wetland", "none"), CoefficientError, "line 7: “none” is not an ecosystem"
    ),
    "composite in a standard-forest table": (
        "coefficients", lambda t: "# rows: standard_forest\n" + t.replace("wetland", "forest_mean3"),
        CoefficientError, "line 8: “forest_mean3” is not an ecosystem",
    ),
    "covered twice": (
        "coefficients",
        lambda t: t.replace("name_en,food", "name_en,covers,food").replace("Wetland,", "Wetland,wetland;meadow,")
        .replace("Water body,", "Water body, meadow ;water_body,"),
        CoefficientError, "line 8: “meadow” has a row already",
    ),
    "unit unknown": (
        "coefficients", lambda t: t.replace("equivalent factor", "元/亩"), CoefficientError,
        "the unit “元/亩” is not known",
    ),
    "unit empty": (
        "coefficients", lambda t: t.replace("equivalent factor", ""), CoefficientError, "the unit “” is not"
    ),
    "no service": (
        "coefficients", lambda t: "ecosystem,name_zh,name_en\nwetland,,\n", CoefficientError, "no service"
    ),
    "total beside services": (
        "coefficients", lambda t: t.replace("food,gas,water\n", "food,gas,total\n"), CoefficientError, "column “total”"
    ),
    "service in two groups": (
        "coefficients", lambda t: t.replace("gas, water", "gas, water, food"), CoefficientError, "“food” is listed more"
    ),
    "service twice in a group": (
        "coefficients", lambda t: t.replace("gas, water", "gas, gas, water"), CoefficientError, "“gas” is listed more"
    ),
    "service without a group": (
        "coefficients", lambda t: t.replace("gas, water", "gas"), CoefficientError, "“water” belongs to no group"
    ),
    "group of an absent service": (
        "coefficients", lambda t: t.replace("gas, water", "gas, water, air"), CoefficientError, "the service “air”"
    ),
    "driver of an absent service": (
        "coefficients", lambda t: "# npp: air\n" + t, CoefficientError, "the service “air”"
    ),
    "standard value zero": ("coefficients", lambda t: t.replace("3406.5", "0"), CoefficientError, "0.0 yuan/ha is not"),
    "standard value negative": (
        "coefficients", lambda t: t.replace("3406.5", "-1"), CoefficientError, "-1.0 yuan/ha is not above 0"
    ),
    "code and ecosystem": (
        "conversion", lambda t: t[: t.index("ecosystem")] + "code,ecosystem,coefficient\n0101,wetland,1\n",
        ConversionError, "either a column “code” or a column “ecosystem”",
    ),
    "neither code nor ecosystem": (
        "conversion", lambda t: t.replace("ecosystem,", "class,"), ConversionError, "either a column “code”"
    ),
    "coefficient empty": (
        "conversion", lambda t: t.replace("2.1", ""), ConversionError, "line 5: the coefficient of “wetland” is empty"
    ),
    "coefficient negative": (
        "conversion", lambda t: t.replace("2.1", "-2.1"), ConversionError, "line 5: .*“wetland” is -2.1"
    ),
    "conversion of an unknown ecosystem": (
        "conversion", lambda t: t.replace("wetland", "湿地"), ConversionError, "line 5: “湿地” is not an ecosystem"
    ),
    "no first day": ("conversion", lambda t: t.replace("valid_from", "from"), ConversionError, "when its coefficients"),
    "no last day": ("conversion", lambda t: t.replace("2025-11-30", ""), ConversionError, "when its coefficients"),
    "days reversed": ("conversion", lambda t: t.replace("2025", "2022"), ConversionError, "the second not before"),
    "official or not": ("conversion", lambda t: "# official: 否\n" + t, ConversionError, "official: 否” says neither"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_named(read, samples, case: str) -> None:
    kind, change, error, sentence = WRONG[case]
    assert change(samples[kind]) != samples[kind]
    with pytest.raises(EcoVoucherError, match=sentence) as caught:
        read(kind, change(samples[kind]))
    assert type(caught.value) is error
    assert "表 table.csv" in str(caught.value)
    assert str(caught.value).endswith(".") and "\n" not in str(caught.value)
