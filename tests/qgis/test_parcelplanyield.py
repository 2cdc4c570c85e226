"""ecovoucher:parcelplanyield in a real QGIS: the same figures as the overlay gives for whole parcels."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from qgis.core import NULL, QgsVectorFileWriter
from support.inspections import inspect_given
from support.layers import BROADLEAF, DRY, INDUSTRY, POND, land_use, rectangle, square
from support.policy_runs import failure, refusal, run, table
from support.runs import RESULT_FIELDS, rows_of
from support.runs import run as run_overlay

FIELDS = "name:string(20) now:string(10) plan:string(10) official:double number:double"
HECTARE = square(0, 0)


def plan(*rows, **changes):
    return run("parcelplanyield", **parameters(*rows, **changes))


def save(layer, file: str) -> None:
    QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, file, layer.transformContext(), QgsVectorFileWriter.SaveVectorOptions())


def parameters(*rows, **changes):
    return {
        "PARCELS": table(FIELDS, *rows, kind="Polygon"), "BASE_FIELD": "now", "TARGET_FIELD": "plan",
        "AREA_BASIS": "planar", "TRANSITIONS": "TEMPORARY_OUTPUT", "UNMATCHED": "TEMPORARY_OUTPUT", **changes,
    }


def test_one_hectare_of_industry_planted_with_broadleaf_forest():
    """15 vouchers a hectare (J-1, 15 mu) and 22.95 × 3406.5 yuan a year (Xie 2015)."""
    found = plan((HECTARE, "a", INDUSTRY, BROADLEAF, 0, 0))
    row = found.rows[0]
    assert (row["area_ha"], row["mapped_pct"]) == (pytest.approx(1), 100)
    assert (row["v_supply"], row["v_demand"]) == (pytest.approx(15), 0)
    assert row["esv_change"] == pytest.approx(22.95 * 3406.5)
    assert (row["ev_role"], row["ev_status"]) == ("supply", "ok")
    assert found.outputs["VOUCHER_SUPPLY"] == pytest.approx(15)
    assert "Overlay engine: planned codes, whole parcels" in found.log.textLog()
    assert "Base of the vouchers: “now” by the scheme third_survey" in found.log.textLog()


def test_same_as_the_overlay_of_two_layers_with_these_codes():
    shapes = [square(0, 0), rectangle(200, 0, 70, 130), square(400, 0, 33), square(600, 0)]
    codes = [(INDUSTRY, POND), (DRY, INDUSTRY), (BROADLEAF, BROADLEAF), (POND, DRY)]
    planned = plan(*((shape, "p", *pair, 0, 0) for shape, pair in zip(shapes, codes)))
    overlaid = run_overlay(
        table("name:string(20)", *((shape, "p") for shape in shapes), kind="Polygon"),
        land_use(*((shape, now) for shape, (now, _) in zip(shapes, codes))),
        land_use(*((shape, then) for shape, (_, then) in zip(shapes, codes))),
    )
    for ours, theirs in zip(planned.rows, overlaid.rows):
        assert [ours[name] for name in RESULT_FIELDS] == pytest.approx([theirs[name] for name in RESULT_FIELDS])
    assert {name: value for name, value in planned.outputs.items() if isinstance(value, (int, float))} == pytest.approx(
        {name: value for name, value in overlaid.outputs.items() if isinstance(value, (int, float))}
    )
    for ours, theirs in zip(rows_of(planned.outputs["TRANSITIONS"]), overlaid.transitions):
        assert ours == pytest.approx(theirs)


@pytest.mark.parametrize("indexed", [(), ("now", "plan"), ("plan", "now", "name")])
def test_an_index_on_the_codes_gives_no_parcel_those_of_another(tmp_path, indexed):
    """Where an index holds all the fields that are asked for, SQLite reads it, in its own order."""
    uses = [DRY, BROADLEAF, INDUSTRY, POND]
    rows = [(square(200 * i, 0), "p", uses[i * 7 % 4], uses[i * 5 % 3], 0, 0) for i in range(60)]
    file = str(tmp_path / "plan.gpkg")
    save(table(FIELDS, *rows, kind="Polygon"), file)
    if indexed:
        with closing(sqlite3.connect(file)) as database:
            database.execute(f"CREATE INDEX codes ON plan ({', '.join(indexed)})")
    expected, found = plan(*rows), plan(PARCELS=file)
    assert [found.column(name) for name in RESULT_FIELDS] == [expected.column(name) for name in RESULT_FIELDS]
    told, sure = (inspect_given({**parameters(*rows, **changes), "TRANSITIONS": None, "UNMATCHED": None}).findings
                  for changes in ({"PARCELS": file}, {}))
    assert [(one["feature"], one["what"]) for one in told] == [(one["feature"], one["what"]) for one in sure]


def test_every_parcel_stays_with_its_status():
    crossed = "POLYGON((520000 3530000, 520100 3530100, 520100 3530000, 520000 3530100, 520000 3530000))"
    found = plan(
        (HECTARE, "good", INDUSTRY, BROADLEAF, 0, 0), (None, "nowhere", INDUSTRY, BROADLEAF, 0, 0),
        (crossed, "crossed", INDUSTRY, BROADLEAF, 0, 0), (square(500, 0), "unplanned", INDUSTRY, NULL, 0, 0),
        ALLOW_UNMATCHED=True,
    )
    assert found.column("ev_status") == ["ok", "empty", "invalid", "unmatched"]
    assert found.column("v_net") == [pytest.approx(15), None, None, None]
    unmatched = rows_of(found.outputs["UNMATCHED"])
    assert [(row["layer"], row["code"], row["parcels"]) for row in unmatched] == [("target", None, 1)]


def test_code_that_is_missing_or_unknown_stops_the_run_by_name():
    for code, named in ((NULL, "NULL"), ("9999", "9999")):
        given = parameters((HECTARE, "a", INDUSTRY, code, 0, 0))
        assert f"“{named}” (target: 1.0000 ha in 1 parcels)" in failure("parcelplanyield", **given)


def test_official_areas_are_those_of_the_field():
    found = plan(
        (HECTARE, "a", INDUSTRY, BROADLEAF, 12_000, 0), (square(300, 0), "b", INDUSTRY, BROADLEAF, NULL, 0),
        AREA_BASIS="field", AREA_FIELD="official",
    )
    assert found.column("v_supply") == [pytest.approx(18), None]
    assert found.column("ev_status") == ["ok", "invalid"]


def test_whole_numbers_are_codes_too():
    rows = table("now:integer plan:integer", (HECTARE, 8, 2), kind="Polygon")
    found = run("parcelplanyield", **{**parameters(), "PARCELS": rows, "SCHEME": "clcd"})
    assert found.column("v_supply")[0] == pytest.approx(15 * (11.6 + 14.88 + 15.34) / 3 / 15.34)


@pytest.mark.parametrize(("changes", "sentence"), [
    ({"TARGET_FIELD": "goal"}, "there is no field “goal”"),
    ({"BASE_FIELD": "number"}, "not land-use codes"),
])
def test_field_that_holds_no_codes_is_refused_before_the_run(changes, sentence):
    assert sentence in refusal("parcelplanyield", **parameters((HECTARE, "a", INDUSTRY, POND, 0, 0), **changes))


def test_result_of_an_earlier_run_is_refused():
    layer = table("now:string plan:string V_NET:double", (HECTARE, INDUSTRY, POND, 1), kind="Polygon")
    assert "“v_net” is already there" in refusal("parcelplanyield", **{**parameters(), "PARCELS": layer})
