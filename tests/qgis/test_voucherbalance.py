"""ecovoucher:voucherbalance in a real QGIS, against the run that made the parcels and QGIS's own sums."""

from __future__ import annotations

import pytest
from qgis import processing
from qgis.core import NULL, QgsProcessingFeatureSourceDefinition, QgsProject
from support.layers import square
from support.policy_runs import failure, refusal, run, table

NUMBERS = (
    "area_ha", "mapped_pct", "esv_base", "esv_target", "esv_change", "d_provis", "d_regul", "d_support", "d_cultur",
    "v_supply", "v_demand", "v_net",
)
FIELDS = " ".join([
    "town:string(20)", "code:int8", *(f"{name}:double" for name in NUMBERS),
    "ev_role:string(20)", "ev_status:string(20)", "ev_rules:string(254)",
])
RULES = "scheme=third_survey; table=xie2015; D=3406.5; standard=jiangyin; area=planar"
TOWNS = ("北镇", "南镇", NULL)


def parcel(i, rules=RULES):
    if i % 5 == 4:
        return [TOWNS[i % 3], 10**18 + i % 2, 1.0, 0.0, *[NULL] * 10, NULL, "not_covered", rules]
    change, supply, demand = 100.25 * i, 1.1 * i, 0.7
    return [
        TOWNS[i % 3], 10**18 + i % 2, 1.0, 100.0, 50.0, 50.0 + change, change, *[change / 4] * 4,
        supply, demand, supply - demand, "both", "ok", rules,
    ]


def parcels(count=20, kind="Polygon"):
    rows = [
        ([square(3000 * i, 0, 1000)] if kind == "Polygon" else []) + parcel(i) for i in range(count)
    ]
    return table(FIELDS, *rows, kind=kind)


def test_whole_layer():
    found = run("voucherbalance", INPUT=parcels())
    known = [i for i in range(20) if i % 5 != 4]
    assert found.outputs["PARCEL_COUNT"] == 20
    assert found.outputs["VOUCHER_SUPPLY"] == pytest.approx(sum(1.1 * i for i in known))
    assert found.outputs["VOUCHER_NET"] == pytest.approx(sum(1.1 * i - 0.7 for i in known))
    assert found.outputs["ESV_CHANGE"] == pytest.approx(sum(100.25 * i for i in known))
    assert [found.outputs[name] for name in ("WITHOUT_VOUCHERS", "WITHOUT_ESV", "PROBLEM_COUNT")] == [4, 4, 4]
    assert found.outputs["VOUCHER_UNIT"] == "mu"
    [row] = found.rows
    assert (row["vb_group"], row["vb_parcels"], row["vb_unit"]) == (None, 20, "mu")
    assert row["vb_n_both"] == 16
    assert "vouchers of 4 parcels" in found.warnings


def test_groups_are_qgis_own_sums():
    layer = parcels()
    found = run("voucherbalance", INPUT=layer, GROUP_FIELD="town")
    peer = processing.run("qgis:statisticsbycategories", {
        "INPUT": layer, "VALUES_FIELD_NAME": "v_supply", "CATEGORIES_FIELD_NAME": ["town"],
        "OUTPUT": "TEMPORARY_OUTPUT",
    })["OUTPUT"]
    sums = {feature["town"] or None: feature["sum"] for feature in peer.getFeatures()}
    rows = {row["vb_group"]: row["vb_supply"] for row in found.rows}
    assert list(rows) == ["北镇", "南镇", None]
    assert rows == pytest.approx(sums)


def test_codes_of_19_digits_stay_apart():
    assert run("voucherbalance", INPUT=parcels(), GROUP_FIELD="code").column("vb_group") == [
        "1000000000000000000", "1000000000000000001",
    ]


def test_parcels_that_the_extent_meets_count_as_a_whole():
    layer = parcels()
    box = layer.extent()
    sides = box.xMinimum() + 500, box.xMinimum() + 3500, box.yMinimum(), box.yMaximum()
    extent = f"{','.join(map(str, sides))} [{layer.crs().authid()}]"
    assert run("voucherbalance", INPUT=layer, EXTENT=extent).outputs["AREA_HA"] == 2


def test_selected_parcels_alone(qgis_new_project):
    layer = parcels()
    QgsProject.instance().addMapLayer(layer)
    layer.selectByIds([2, 3])
    source = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    found = processing.run("ecovoucher:voucherbalance", {"INPUT": source, "OUTPUT": "TEMPORARY_OUTPUT"})
    assert found["PARCEL_COUNT"] == 2


def test_a_table_will_do_but_not_with_an_extent():
    assert run("voucherbalance", INPUT=parcels(kind="None")).outputs["PARCEL_COUNT"] == 20
    sentence = refusal("voucherbalance", INPUT=parcels(kind="None"), EXTENT="0,1,0,1 [EPSG:4326]")
    assert "a table has no place on the map" in sentence


def test_nulls_everywhere_are_null_and_not_zero():
    empty = [NULL, NULL, *[NULL] * 12, NULL, NULL, NULL]
    found = run("voucherbalance", INPUT=table(FIELDS, *[empty] * 3))
    assert found.outputs["VOUCHER_NET"] is None
    assert found.outputs["VOUCHER_UNIT"] is None
    assert found.column("vb_net") == [None]
    assert "the unit is unknown" in found.warnings


def test_what_cannot_be_summed_is_refused():
    assert "lacks the fields area_ha" in refusal("voucherbalance", INPUT=table("a:double", (1.0,)))
    mixed = table(FIELDS, parcel(0), parcel(1, "standard=standard_forest"))
    assert "never added" in failure("voucherbalance", INPUT=mixed)
    assert "no feature to work on" in failure("voucherbalance", INPUT=table(FIELDS))
    layer = parcels()
    assert "no feature to work on" in failure("voucherbalance", INPUT=layer, EXTENT="0,1,0,1 [EPSG:32651]")
