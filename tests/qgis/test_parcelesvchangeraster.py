"""The raster algorithm: its contract, exact numbers, statuses, and what each kind of raster gives or is told."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from osgeo import gdal
from qgis.core import QgsApplication, QgsRasterLayer, QgsVectorLayer
from shapely import affinity
from support.expected import D
from support.layers import CRS, EAST, NORTH, layer, parcels, rectangle, square
from support.rasters import (
    BUILT,
    FACTOR,
    FOREST,
    RASTER_ALGORITHM,
    WATER,
    classes,
    clipped,
    hectares,
    placed,
    refusal,
    run,
    uniform,
    write,
)
from support.runs import RESULT_FIELDS

NAMES = [
    "PARCELS", "BASE_RASTER", "BASE_BAND", "TARGET_RASTER", "TARGET_BAND", "SCHEME", "SCHEME_FILE", "COEFFICIENTS",
    "COEFFICIENTS_FILE", "STANDARD_VALUE", "NPP_FACTOR", "PRECIPITATION_FACTOR", "SOIL_FACTOR", "VOUCHER_STANDARD",
    "CONVERSION_FILE", "AREA_BASIS", "AREA_FIELD", "ALLOW_UNMATCHED", "OUTPUT", "TRANSITIONS", "UNMATCHED",
]


@pytest.fixture
def pair(tmp_path):
    """Two rasters on one grid of 30 m, 24 × 20 cells, with random classes."""
    return write(tmp_path / "base.tif", classes(1)), write(tmp_path / "target.tif", classes(2))


# --- contract -----------------------------------------------------------------------------------------------------


def test_parameters_of_the_contract():
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(RASTER_ALGORITHM)
    names = [definition.name() for definition in algorithm.parameterDefinitions()]
    assert set(NAMES) <= set(names)
    assert set(names) - set(NAMES) == {"BASE_NODATA", "TARGET_NODATA"}
    defaults = {name: algorithm.parameterDefinition(name).defaultValue() for name in NAMES}
    assert (defaults["BASE_BAND"], defaults["TARGET_BAND"]) == (1, 1)
    assert (defaults["COEFFICIENTS"], defaults["VOUCHER_STANDARD"]) == ("xie2015", "jiangyin")
    assert (defaults["AREA_BASIS"], defaults["ALLOW_UNMATCHED"]) == ("ellipsoidal", False)


def test_fields_and_numbers(tmp_path):
    """One hectare from built-up land to forest, half a hectare from water to built-up land."""
    before, after = np.full((20, 20), BUILT), np.full((20, 20), FOREST)
    before[:, 10:], after[:, 10:] = WATER, BUILT
    transform = placed(20, 10.0)
    base = write(tmp_path / "base.tif", before, transform, nodata=0)
    target = write(tmp_path / "target.tif", after, transform, nodata=0)
    done = run(parcels(square(0, 0), rectangle(100, 0, 100, 50)), base, target)
    assert done.layer.fields().names() == ["name", "number", *RESULT_FIELDS, "cells"]
    gain, loss = done.rows
    assert gain["esv_change"] == pytest.approx(FACTOR[FOREST] * D)
    assert loss["esv_change"] == pytest.approx(-FACTOR[WATER] * D / 2)
    assert gain["v_supply"] == pytest.approx(15 * (11.60 + 14.88 + 15.34) / 3 / 15.34)
    assert loss["v_demand"] == pytest.approx(7.5 * 110.85 / 15.34)
    assert [row["ev_role"] for row in done.rows] == ["supply", "demand"]
    assert [row["cells"] for row in done.rows] == [100, 50]
    assert done.statuses == ["ok", "ok"]
    numbers = {name: done.outputs[name] for name in (
        "PARCEL_COUNT", "SKIPPED_COUNT", "AREA_HA", "UNMAPPED_HA", "ESV_BASE", "ESV_TARGET",
    )}
    assert numbers == pytest.approx({
        "PARCEL_COUNT": 2, "SKIPPED_COUNT": 0, "AREA_HA": 1.5, "UNMAPPED_HA": 0,
        "ESV_BASE": FACTOR[WATER] * D / 2, "ESV_TARGET": FACTOR[FOREST] * D,
    })
    assert [(row["from_code"], row["to_code"], row["area_ha"]) for row in done.transitions] == [
        ("8", "2", pytest.approx(1.0)), ("5", "8", pytest.approx(0.5)),
    ]
    assert done.transitions[0]["to_name"] == "林地 Forest"
    assert not any("raster" in warning for warning in done.log.warnings)
    assert "Base of the vouchers: “base.tif” by the scheme clcd" in done.log.textLog()


def test_field_of_an_earlier_run_is_refused(pair):
    made = layer([(square(0, 0), 5)], "field=cells:integer")
    assert "“cells” is already there" in refusal(made, *pair)


def test_every_parcel_is_in_the_output_with_its_status(tmp_path):
    values = np.full((20, 24), FOREST)
    values[:, 12:] = 0
    values[:5, :5] = 77
    base, target = uniform(tmp_path / "base.tif", BUILT, nodata=0), write(tmp_path / "t.tif", values, nodata=0)
    shapes = [
        square(150, 150, 120), square(150, 150, 50), square(300, 0), square(600, 300), square(2000, 0), None,
        square(0, 500, 90), "POLYGON((520150 3530150,520250 3530250,520250 3530150,520150 3530250,520150 3530150))",
    ]
    done = run(parcels(*shapes), base, target, ALLOW_UNMATCHED=True)
    assert done.statuses == [
        "ok", "coarse", "partly_covered", "not_covered", "not_covered", "empty", "unmatched", "invalid",
    ]
    assert [row["name"] for row in done.rows] == [f"parcel {number}" for number in range(8)]
    coarse, half, none, outside = done.rows[1:5]
    assert coarse["cells"] == 4
    assert coarse["esv_target"] == pytest.approx(0.25 * FACTOR[FOREST] * D)
    assert half["mapped_pct"] == pytest.approx(60)
    assert half["esv_target"] == pytest.approx(0.6 * FACTOR[FOREST] * D)
    for row in (none, outside, *done.rows[5:]):
        assert row["esv_change"] is None
        assert row["v_supply"] is None
    assert none["cells"] == 16
    assert outside["cells"] == 0
    assert done.outputs["SKIPPED_COUNT"] == 5
    assert done.unmatched == [
        {"layer": "target", "code": "77", "area_ha": pytest.approx(0.81), "share_pct": pytest.approx(
            done.unmatched[0]["share_pct"]), "parcels": 1},
    ]


@pytest.mark.parametrize(("side", "cells", "status"), [(90, 9, "coarse"), (91, 16, "ok")])
def test_coarse_under_ten_cells(tmp_path, side, cells, status):
    raster = uniform(tmp_path / "r.tif", FOREST)
    done = run(parcels(square(30, 30, side)), raster, raster)
    assert (done.rows[0]["cells"], done.statuses) == (cells, [status])


# --- exact coverage -----------------------------------------------------------------------------------------------


def turned_squares(side: float, count: int) -> list:
    """Squares at random places of the test area, turned by 0° to 89°."""
    chance = np.random.default_rng(int(side))
    return [
        affinity.translate(affinity.rotate(shapely.box(0, 0, side, side), angle), *place)
        for angle, place in zip(np.linspace(0, 89, count), chance.uniform((EAST, NORTH), (EAST + 690, NORTH + 570),
                                                                          (count, 2)))
    ]


@pytest.mark.parametrize("side", [1, 10, 20, 30, 120])
def test_parcels_of_any_size_and_rotation_are_exact(pair, side):
    """Squares of 10 m on cells of 30 m: what counts whole cells books up to 36 times their area."""
    shapes = [shape for shape in turned_squares(side, 90) if shape.within(shapely.box(EAST, NORTH, EAST + 720,
                                                                                      NORTH + 600))]
    assert len(shapes) > 50
    done = run(parcels(*shapes), *pair)
    expected = clipped(shapes, *pair)
    found = hectares(done)
    for key in set(found) | set(expected):
        assert found.get(key, 0.0) == pytest.approx(expected.get(key, 0.0), abs=1e-9 * side**2 / 1e4), key
    assert [row["mapped_pct"] for row in done.rows] == pytest.approx([100] * len(shapes), rel=1e-9)
    assert done.outputs["AREA_HA"] == pytest.approx(len(shapes) * side**2 / 1e4)


OTHER_GRIDS = {
    "same grid": (30.0, 0.0, 0.0, (20, 24)),
    "shifted": (30.0, -11.3, 7.7, (21, 26)),
    "finer": (10.0, 0.0, 0.0, (60, 72)),
    "coarser and shifted": (47.0, -40.0, -25.0, (16, 18)),
    "nearly the same": (30.0007, -0.3, -0.4, (21, 25)),
    "a part only": (25.0, 100.0, 100.0, (10, 12)),
}


@pytest.mark.parametrize("grid", OTHER_GRIDS.values(), ids=OTHER_GRIDS)
def test_grids_that_differ_are_not_resampled(tmp_path, grid):
    cell, x, y, shape = grid
    base = write(tmp_path / "base.tif", classes(1))
    target = write(tmp_path / "target.tif", classes(2, *shape), placed(shape[0], cell, x, y))
    shapes = turned_squares(15, 20) + turned_squares(140, 6)
    done = run(parcels(*shapes), base, target)
    expected, found = clipped(shapes, base, target), hectares(done)
    for key in set(found) | set(expected):
        assert found.get(key, 0.0) == pytest.approx(expected.get(key, 0.0), abs=3e-9), key


def test_south_up_raster_gives_the_same(tmp_path, pair):
    values = classes(2)[::-1]
    flipped = write(tmp_path / "flipped.tif", values, (EAST, 30.0, 0.0, NORTH, 0.0, 30.0))
    shapes = turned_squares(40, 20)
    assert hectares(run(parcels(*shapes), pair[0], flipped)) == hectares(run(parcels(*shapes), *pair))


def test_band_is_chosen(tmp_path):
    two = write(tmp_path / "two.tif", np.full((20, 24), FOREST), bands=2)
    dataset = gdal.Open(two, gdal.GA_Update)
    dataset.GetRasterBand(1).Fill(BUILT)
    dataset = None
    done = run(parcels(square(0, 0)), two, two, TARGET_BAND=2)
    assert list(hectares(done)) == [(0, "8", "2")]


# --- rasters that are refused -------------------------------------------------------------------------------------

ROTATED = (EAST, 29.0, 5.0, NORTH + 600, 5.0, -29.0)
REFUSED = {
    "rotated": (lambda path: uniform(path, FOREST, transform=ROTATED), {}, "rotated"),
    "mirrored": (lambda path: uniform(path, FOREST, transform=(EAST + 720, -30, 0, NORTH + 600, 0, -30)), {},
                 "mirrored"),
    "nowhere near": (lambda path: uniform(path, FOREST, transform=placed(20, x=90_000)), {}, "nowhere near"),
    "without CRS": (lambda path: uniform(path, FOREST, crs=None), {}, "has no CRS"),
    "band out of range": (lambda path: uniform(path, FOREST), {"TARGET_BAND": 3}, "band 3"),
    "complex numbers": (lambda path: uniform(path, FOREST, kind=gdal.GDT_CFloat32), {}, "no class codes"),
}


@pytest.mark.parametrize(("make", "changes", "named"), REFUSED.values(), ids=REFUSED)
def test_refused_before_the_run(tmp_path, make, changes, named):
    base, target = uniform(tmp_path / "base.tif", BUILT), make(tmp_path / "odd.tif")
    message = refusal(parcels(square(0, 0)), base, target, **changes)
    assert named in message
    assert "Traceback" not in message
    assert "\n" not in message


def test_a_missing_file_is_refused(tmp_path):
    base = uniform(tmp_path / "base.tif", BUILT)
    assert "TARGET_RASTER" in refusal(parcels(square(0, 0)), base, str(tmp_path / "none.tif"))


def test_a_layer_that_is_no_file_is_refused(tmp_path):
    base = uniform(tmp_path / "base.tif", BUILT)
    uri = f"?crs={CRS}&extent={EAST},{NORTH},{EAST + 720},{NORTH + 600}&width=24&height=20&formula=1"
    made = QgsRasterLayer(uri, "computed", "virtualraster")
    message = refusal(parcels(square(0, 0)), base, made)
    assert "computed" in message
    assert "GeoTIFF" in message


def test_parcels_from_a_file_keep_their_ids(tmp_path, pair):
    done = run(parcels(square(0, 0), square(100, 0)), *pair, OUTPUT=str(tmp_path / "out.gpkg"))
    assert QgsVectorLayer(done.outputs["OUTPUT"], "out", "ogr").featureCount() == 2
