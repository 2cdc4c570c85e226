"""What counts as a class and what does not: NoData, floats, unknown codes, names, the layer's settings."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsRasterLayer, QgsRasterRange
from support.layers import CRS, parcels, square
from support.rasters import BUILT, CROPLAND, FOREST, failure, hectares, run, uniform, write

HOLE = np.zeros((20, 24), dtype=bool)
HOLE[:, :2] = True


def holed(code: float) -> np.ndarray:
    return np.where(HOLE, code, FOREST)


def masked(path) -> str:
    dataset = gdal.Open(write(path, np.full((20, 24), FOREST)), gdal.GA_Update)
    dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
    dataset.GetRasterBand(1).GetMaskBand().WriteArray(np.where(HOLE, 0, 255))
    return str(path)


NODATA = {
    "0 declared": (lambda path: write(path, holed(0), nodata=0), {}),
    "255 declared": (lambda path: write(path, holed(255), nodata=255), {}),
    "-9999 declared": (lambda path: write(path, holed(-9999), kind=gdal.GDT_Int16, nodata=-9999), {}),
    "lowest float declared": (
        lambda path: write(path, holed(-3.4028234663852886e38), kind=gdal.GDT_Float32, nodata=-3.4028234663852886e38),
        {}),
    "NaN": (lambda path: write(path, holed(np.nan), kind=gdal.GDT_Float32, nodata=np.nan), {}),
    "mask band": (masked, {}),
    "0 named": (lambda path: write(path, holed(0)), {"TARGET_NODATA": 0}),
    "-9999 named": (lambda path: write(path, holed(-9999), kind=gdal.GDT_Float64), {"TARGET_NODATA": -9999}),
    "one declared, another named": (lambda path: write(path, holed(0), nodata=255), {"TARGET_NODATA": 0}),
}


@pytest.mark.parametrize(("make", "changes"), NODATA.values(), ids=NODATA)
def test_cells_without_class(tmp_path, make, changes):
    """The first 60 of 100 m have no class at the target date."""
    base = uniform(tmp_path / "base.tif", BUILT, nodata=0)
    done = run(parcels(square(0, 0)), base, make(tmp_path / "target.tif"), **changes)
    assert done.statuses == ["partly_covered"]
    assert done.rows[0]["mapped_pct"] == pytest.approx(40)
    assert hectares(done) == {(0, "8", "2"): pytest.approx(0.4)}
    assert not any("NoData" in warning for warning in done.log.warnings)


def test_undeclared_nodata_is_said_and_never_counts_as_zero(tmp_path):
    base, target = uniform(tmp_path / "base.tif", BUILT, nodata=0), write(tmp_path / "target.tif", holed(0))
    message = failure(parcels(square(0, 0)), base, target)
    assert "“0” (target: 0.6000 ha in 1 parcels)" in message
    done = run(parcels(square(0, 0)), base, target, ALLOW_UNMATCHED=True)
    assert done.statuses == ["unmatched"]
    [said] = [warning for warning in done.log.warnings if "NoData" in warning]
    assert "target.tif" in said


def test_whole_numbers_in_floats_are_classes_and_others_are_not(tmp_path):
    base = uniform(tmp_path / "base.tif", BUILT)
    whole = uniform(tmp_path / "whole.tif", FOREST, kind=gdal.GDT_Float32)
    assert list(hectares(run(parcels(square(0, 0)), base, whole))) == [(0, "8", "2")]
    values = np.full((20, 24), 2.0)
    values[18, 1] = 1.5
    message = failure(parcels(square(0, 0)), base, write(tmp_path / "odd.tif", values, kind=gdal.GDT_Float32))
    assert "odd.tif" in message
    assert "1.5" in message


def test_undeclared_lowest_float_is_refused(tmp_path):
    base = uniform(tmp_path / "base.tif", BUILT)
    target = write(tmp_path / "odd.tif", holed(-3.4028234663852886e38), kind=gdal.GDT_Float32)
    assert "-3.4028234663852886e+38" in failure(parcels(square(0, 0)), base, target)


def test_unknown_class_is_named_with_its_area(tmp_path):
    base, target = uniform(tmp_path / "base.tif", BUILT), uniform(tmp_path / "target.tif", 61)
    message = failure(parcels(square(0, 0), square(100, 0)), base, target)
    assert "“61” (target: 2.0000 ha in 2 parcels)" in message
    assert "clcd" in message


# --- names that the file carries ----------------------------------------------------------------------------------


def test_names_of_the_file_tell_what_an_unknown_code_is(tmp_path):
    table = gdal.RasterAttributeTable()
    table.CreateColumn("Value", gdal.GFT_Integer, gdal.GFU_MinMax)
    table.CreateColumn("Class", gdal.GFT_String, gdal.GFU_Name)
    table.SetRowCount(2)
    for row, (value, name) in enumerate([(61, "Vineyard"), (62, "Orchard")]):
        table.SetValueAsInt(row, 0, value)
        table.SetValueAsString(row, 1, name)
    target = uniform(tmp_path / "target.tif", 61)
    dataset = gdal.Open(target, gdal.GA_Update)
    dataset.GetRasterBand(1).SetDefaultRAT(table)
    dataset = None
    base = uniform(tmp_path / "base.tif", BUILT)
    done = run(parcels(square(0, 0)), base, target, ALLOW_UNMATCHED=True)
    [told] = [line for line in done.log.told if "Vineyard" in line]
    assert "target.tif" in told
    assert "61" in told
    assert "Orchard" not in told


def test_names_of_a_category_table(tmp_path):
    target = uniform(tmp_path / "target.tif", CROPLAND)
    dataset = gdal.Open(target, gdal.GA_Update)
    dataset.GetRasterBand(1).SetCategoryNames(["", "Fields", "Woods"])
    dataset = None
    done = run(parcels(square(0, 0)), uniform(tmp_path / "base.tif", BUILT), target)
    assert any("1 Fields" in line and "Woods" not in line for line in done.log.told)


# --- what the layer in QGIS says ----------------------------------------------------------------------------------


def test_crs_that_the_user_gave_the_layer_counts(tmp_path):
    made = QgsRasterLayer(uniform(tmp_path / "r.tif", FOREST, crs=None), "r")
    made.setCrs(QgsCoordinateReferenceSystem(CRS))
    base = uniform(tmp_path / "base.tif", BUILT)
    assert list(hectares(run(parcels(square(0, 0)), base, made))) == [(0, "8", "2")]


def test_nodata_that_the_user_gave_the_layer_counts(tmp_path):
    made = QgsRasterLayer(write(tmp_path / "target.tif", holed(0)), "target")
    made.dataProvider().setUserNoDataValue(1, [QgsRasterRange(0, 0)])
    done = run(parcels(square(0, 0)), uniform(tmp_path / "base.tif", BUILT, nodata=0), made)
    assert hectares(done) == {(0, "8", "2"): pytest.approx(0.4)}
    assert not any("NoData" in warning for warning in done.log.warnings)
