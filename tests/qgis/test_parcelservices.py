"""ecovoucher:parcelservices in a real QGIS: published factors by hand, and sums equal to the run it comes from."""

from __future__ import annotations

import random
from collections import defaultdict

import pytest
from qgis.core import NULL
from support.layers import BROADLEAF, DRY, INDUSTRY, PADDY, POND, land_use, parcels, rectangle
from support.policy_runs import failure, refusal, run, table
from support.runs import run as run_overlay

FIELDS = "parcel:long from_code:string(20) to_code:string(20) area_ha:double"
# Xie et al. 2015, one hectare of broadleaf forest (equivalent factors), by service.
BROADLEAF_2015 = {
    "food_production": 0.29, "raw_materials": 0.66, "water_supply": 0.34,
    "gas_regulation": 2.17, "climate_regulation": 6.50, "environment_purification": 1.93,
    "hydrological_regulation": 4.74,
    "soil_conservation": 2.65, "nutrient_cycling": 0.20, "biodiversity": 2.41,
    "aesthetic_landscape": 1.06,
}
GROUPS = {"provisioning": 3, "regulating": 4, "supporting": 3, "cultural": 1}


def services(*rows, **changes):
    return run("parcelservices", **{"TRANSITIONS": table(FIELDS, *rows), **changes})


def by_service(found, parcel, column):
    return {row["service"]: row[column] for row in found.rows if row["parcel"] == parcel}


def test_two_hectares_of_industry_that_became_broadleaf_forest():
    found = services((7, INDUSTRY, BROADLEAF, 2.0))
    expected = {name: 2 * factor * 3406.5 for name, factor in BROADLEAF_2015.items()}
    assert by_service(found, 7, "esv_target") == pytest.approx(expected)
    assert by_service(found, 7, "esv_change") == pytest.approx(expected)
    assert set(by_service(found, 7, "esv_base").values()) == {0.0}
    assert found.outputs["ESV_TARGET"] == found.outputs["ESV_CHANGE"] == pytest.approx(2 * 22.95 * 3406.5)
    counts = defaultdict(int)
    for row in found.rows:
        counts[row["group_name"]] += 1
    assert counts == GROUPS


def test_services_add_up_to_what_the_overlay_says_of_each_parcel():
    chance = random.Random(5)
    codes = [PADDY, DRY, BROADLEAF, INDUSTRY, POND]
    strips = [rectangle(40 * i, 0, 40, 400) for i in range(10)]
    bands = [rectangle(0, 40 * i, 400, 40) for i in range(10)]
    overlaid = run_overlay(
        parcels(*(rectangle(13 + 70 * i, 11 + 90 * j, 57, 61) for i in range(5) for j in range(4))),
        land_use(*((strip, chance.choice(codes)) for strip in strips)),
        land_use(*((band, chance.choice(codes)) for band in bands)),
        NPP_FACTOR=1.2, PRECIPITATION_FACTOR=0.9, SOIL_FACTOR=1.1,
    )
    found = run("parcelservices", TRANSITIONS=overlaid.outputs["TRANSITIONS"],
                NPP_FACTOR=1.2, PRECIPITATION_FACTOR=0.9, SOIL_FACTOR=1.1)
    assert len(found.rows) == 20 * 11
    for column in ("esv_base", "esv_target", "esv_change"):
        sums = [sum(by_service(found, parcel, column).values()) for parcel in range(1, 21)]
        assert sums == pytest.approx([row[column] for row in overlaid.rows], rel=1e-12)
        assert found.outputs[column.upper()] == pytest.approx(overlaid.outputs[column.upper()], rel=1e-12)


def test_one_parcel_alone_has_the_same_rows_as_among_others():
    rows = [(parcel, DRY, POND, 0.1 * parcel) for parcel in range(1, 6)]
    alone, among = services(*rows, PARCEL=3), services(*rows)
    assert alone.rows == [row for row in among.rows if row["parcel"] == 3]
    assert (alone.outputs["PARCEL_COUNT"], among.outputs["PARCEL_COUNT"]) == (1, 5)


def test_order_of_the_rows_does_not_matter():
    rows = [(parcel, before, after, 0.37 * parcel) for parcel in (1, 2) for before in (DRY, PADDY) for after in (POND,)]
    assert services(*rows).rows == services(*reversed(rows)).rows


def test_table_without_services_has_one_row_a_parcel_and_no_group():
    found = services((1, "0301", "0301", 1.0), COEFFICIENTS="gu2022", VOUCHER_STANDARD="standard_forest")
    assert [(row["service"], row["group_name"], row["esv_target"]) for row in found.rows] == [
        ("total", None, pytest.approx(39065))
    ]


def test_class_without_a_coefficient_is_refused_or_unknown_but_never_0():
    rows = (1, "0101", "0301", 1.0), (2, "0301", "0301", 1.0)
    rules = {"COEFFICIENTS": "gu2022", "VOUCHER_STANDARD": "standard_forest"}
    sentence = failure("parcelservices", TRANSITIONS=table(FIELDS, *rows), **rules)
    assert "“0101” (base: 1.0000 ha in 1 parcels)" in sentence
    found = services(*rows, ALLOW_UNMATCHED=True, **rules)
    assert found.column("esv_base") == [None, pytest.approx(39065)]
    assert found.column("esv_change") == [None, 0.0]
    assert "0101" in found.warnings


@pytest.mark.parametrize(("rows", "changes", "sentence"), [
    ([], {}, "the table is empty"),
    ([(1, DRY, POND, 1.0)], {"PARCEL": 4}, "no row for the parcel 4"),
    ([(1, DRY, POND, NULL)], {}, "row 1: the parcel is missing, or the area is no number"),
    ([(1, DRY, POND, -1.0)], {}, "row 1: the parcel is missing, or the area is no number"),
    ([(NULL, DRY, POND, 1.0)], {}, "row 1: the parcel is missing"),
    ([(1, DRY, NULL, 1.0)], {}, "“NULL” (target: 1.0000 ha in 1 parcels)"),
    ([(1, "9999", POND, 1.0)], {}, "“9999” (base: 1.0000 ha in 1 parcels)"),
])
def test_what_cannot_be_valued_stops_the_run_by_name(rows, changes, sentence):
    assert sentence in failure("parcelservices", TRANSITIONS=table(FIELDS, *rows), **changes)


def test_table_of_something_else_is_refused_before_the_run():
    other = table("parcel:long from_code:string to_code:string area:double", (1, DRY, POND, 1.0))
    assert "there is no field “area_ha”" in refusal("parcelservices", TRANSITIONS=other)
    text = table("parcel:string from_code:string to_code:string area_ha:double", ("a", DRY, POND, 1.0))
    assert "not numbers" in refusal("parcelservices", TRANSITIONS=text)
