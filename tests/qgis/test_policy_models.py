"""The shipped models that chain the main job with the policy rules."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingModelAlgorithm, QgsVectorLayer
from support.layers import BROADLEAF, DRY, INDUSTRY, POND, land_use, square
from support.policy_runs import run, table
from support.runs import Log, rows_of

MODELS = Path(__file__).resolve().parents[2] / "resources" / "models"


def run_model(name, **parameters):
    """Run a shipped model in a fresh context; results of the last step stay in it."""
    from qgis import processing

    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(MODELS / f"{name}.model3"))
    missing = [child.algorithmId() for child in model.childAlgorithms().values() if child.algorithm() is None]
    assert missing == []
    return processing.run(model, parameters, context=QgsProcessingContext(), feedback=Log())


def change():
    """Two dates: industry to forest on the first hectare, dry land to industry on the second, nothing on the third."""
    return {
        "BASE_LANDUSE": land_use((square(0, 0), INDUSTRY), (square(200, 0), DRY), (square(400, 0), POND)),
        "TARGET_LANDUSE": land_use((square(0, 0), BROADLEAF), (square(200, 0), INDUSTRY), (square(400, 0), POND)),
        "BASE_FIELD": "DLBM", "TARGET_FIELD": "DLBM", "SCHEME": "third_survey",
    }


def layers(file):
    """Return the rows of every layer of a GeoPackage."""
    whole = QgsVectorLayer(str(file), "whole", "ogr")
    names = [name.split("!!::!!")[1] for name in whole.dataProvider().subLayers()]
    return [rows_of(QgsVectorLayer(f"{file}|layername={name}", name, "ogr")) for name in names]


PLACES = [(square(200 * number, 0), f"p{number}") for number in range(3)]


@pytest.mark.parametrize("preset", ["voucher_sale", "land_ticket"])
def test_parcels_to_vouchers_to_revenue_in_one_geopackage(tmp_path, preset):
    file = tmp_path / "result.gpkg"
    parcels = table("name:string", *PLACES, kind="Polygon")
    run_model("parcel_revenue", PARCELS=parcels, UNIT_PRICE=30_000, UNIT_COST=10_000, PRESET=preset, **change(),
              **{"package:OUTPUT": str(file)})
    packaged = layers(file)
    assert len(packaged) == 3
    [rows] = [rows for rows in packaged if rows and "rs_net" in rows[0]]
    supplied = [row["v_supply"] for row in rows]
    assert supplied == pytest.approx([15, 0, 0], rel=2e-3)
    for row in rows:
        sold = round(row["v_supply"], 2) if preset == "voucher_sale" else row["v_supply"]
        assert row["rs_net"] == pytest.approx(20_000 * sold, abs=0.01)
        assert row["rs_farmer"] == pytest.approx(0.85 * row["rs_net"], abs=0.01)


def test_vouchers_are_sold_as_issued_where_no_split_is_chosen(tmp_path):
    """Rulebook K-7; 70 m × 70 m on the ellipsoid are 7.35 mu less a bit, so more decimals are computed than issued."""
    file = tmp_path / "result.gpkg"
    parcels = table("name:string", (square(0, 0, 70), "a"), kind="Polygon")
    run_model("parcel_revenue", PARCELS=parcels, UNIT_PRICE=30_000, **change(), **{"package:OUTPUT": str(file)})
    [[row]] = [rows for rows in layers(file) if rows and "rs_net" in rows[0]]
    assert row["rs_gross"] == pytest.approx(30_000 * round(row["v_supply"], 2), abs=1e-6)
    assert abs(row["rs_gross"] - 30_000 * row["v_supply"]) > 1


def test_regions_to_standard_forest_to_balance():
    regions = table(
        "name:string gdp:double density:double", *((*place, 35_000 * (number + 1), 148.0)
                                                   for number, place in enumerate(PLACES)), kind="Polygon",
    )
    results = run_model(
        "region_balance", PARCELS=regions, GDP_FIELD="gdp", NATIONAL_GDP=70_000, DENSITY_FIELD="density",
        NATIONAL_DENSITY=148, PRICE=450_000, **change(),
        **{"balance:OUTPUT": "TEMPORARY_OUTPUT"},
    )
    rows = rows_of(results["balance:OUTPUT"])
    # Arbor forest has k = 1, so a hectare of new forest is a hectare; cropland has no k (rulebook C-11).
    assert [row["rb_static"] for row in rows] == pytest.approx([1, 0, 0], rel=2e-3)
    assert rows[0]["rb_voucher"] == pytest.approx(0.5 * rows[0]["rb_static"])
    assert rows[0]["rb_amount"] == pytest.approx(450_000 * rows[0]["rb_voucher"], abs=0.01)
    assert [row["rb_role"] for row in rows] == ["supply", "neutral", "neutral"]


def test_chained_by_hand_the_figures_are_those_of_the_model(tmp_path):
    parcels = table("name:string", *PLACES, kind="Polygon")
    vouchers = run("parcelesvchange", PARCELS=parcels, **change())
    by_hand = run("revenuesplit", INPUT=vouchers.outputs["OUTPUT"], QUANTITY_FIELD="v_supply", UNIT_PRICE=30_000)
    file = tmp_path / "result.gpkg"
    run_model("parcel_revenue", PARCELS=parcels, UNIT_PRICE=30_000, UNIT_COST=0, PRESET="none", **change(),
              **{"package:OUTPUT": str(file)})
    [rows] = [rows for rows in layers(file) if rows and "rs_net" in rows[0]]
    assert [row["rs_farmer"] for row in rows] == by_hand.column("rs_farmer")
