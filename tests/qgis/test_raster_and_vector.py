"""Raster and vector land use give the same: cells as polygons exactly, rasterised polygons within a cell of borders.

Where one date is a raster and the other a layer, the raster as polygons is exact land use for the vector algorithm.
"""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from osgeo import gdal, ogr, osr
from qgis.core import QgsProcessing, QgsVectorLayer
from shapely.affinity import translate
from support.layers import CRS, EAST, NORTH, land_use, parcels, rectangle
from support.partitions import expected_areas, placed, voronoi
from support.rasters import BUILT, FOREST, as_polygons, cells_of, classes, hectares, run, write
from support.rasters import placed as grid
from support.runs import RESULT_FIELDS
from support.runs import refusal as vector_refusal
from support.runs import run as run_vector

CODES = ("1", "2", "5", "8")
CELL = 10.0


def coded(cells: list, seed: int) -> list[str]:
    return [CODES[i] for i in np.random.default_rng(seed).integers(4, size=len(cells))]


def polygonized(path: str, folder) -> QgsVectorLayer:
    """Return a raster as GDAL's polygonize makes it: connected cells of one value as one polygon, field DN."""
    dataset = gdal.Open(path)
    made = ogr.GetDriverByName("GPKG").CreateDataSource(str(folder / "polygonized.gpkg"))
    layer = made.CreateLayer("cells", dataset.GetSpatialRef(), ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("DN", ogr.OFTInteger))
    gdal.Polygonize(dataset.GetRasterBand(1), dataset.GetRasterBand(1).GetMaskBand(), layer, 0)
    layer = made = None
    return QgsVectorLayer(str(folder / "polygonized.gpkg"), "polygonized", "ogr")


def rasterized(shapes: list, codes: list[str], path, cell: float = CELL) -> str:
    """Return polygons as a raster: each cell has the code at its centre."""
    rows = round(1000 / cell)
    write(path, np.zeros((rows, rows)), grid(rows, cell), nodata=0)
    memory = ogr.GetDriverByName("Memory").CreateDataSource("")
    reference = osr.SpatialReference()
    reference.SetFromUserInput(CRS)
    layer = memory.CreateLayer("shapes", reference, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("code", ogr.OFTInteger))
    for shape, code in zip(shapes, codes):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkb(shapely.to_wkb(shape)))
        feature.SetField("code", int(code))
        layer.CreateFeature(feature)
    dataset = gdal.Open(str(path), gdal.GA_Update)
    gdal.RasterizeLayer(dataset, [1], layer, options=["ATTRIBUTE=code"])
    return str(path)


def assert_equal(found: dict, expected: dict, tolerance: float) -> None:
    for key in set(found) | set(expected):
        assert found.get(key, 0.0) == pytest.approx(expected.get(key, 0.0), abs=tolerance), key


@pytest.fixture(scope="module")
def plots() -> list:
    """Parcels of many sizes over the test area: cells of a partition, and small turned ones."""
    small = [translate(shapely.Point(0, 0).buffer(6, 2), *place)
             for place in np.random.default_rng(9).uniform(50, 550, (20, 2))]
    return [shape for shape in voronoi(4, 60) if shape.bounds[2] < 700 and shape.bounds[3] < 580] + small


@pytest.mark.parametrize(("basis", "tolerance"), [("planar", 1e-9), ("ellipsoidal", 1e-8)])
@pytest.mark.parametrize("make", [as_polygons, polygonized])
def test_cells_as_polygons_give_the_same(tmp_path, plots, make, basis, tolerance):
    """Two grids of different cell size; every field of every parcel agrees."""
    pair = write(tmp_path / "base.tif", classes(1)), write(tmp_path / "t.tif", classes(2, 60, 72), grid(60, 10.0))
    layers, names = [], []
    for number, path in enumerate(pair):
        folder = tmp_path / str(number)
        folder.mkdir()
        layers.append(make(path) if make is as_polygons else make(path, folder))
        names.append("DLBM" if make is as_polygons else "DN")
    source = parcels(*placed(plots))
    raster = run(source, *pair, AREA_BASIS=basis)
    vector = run_vector(
        source, *layers, BASE_FIELD=names[0], TARGET_FIELD=names[1], SCHEME="clcd", AREA_BASIS=basis
    )
    assert len(raster.transitions) > 150
    assert_equal(hectares(raster), hectares(vector), tolerance)
    for one, other in zip(raster.rows, vector.rows):
        for name in RESULT_FIELDS:
            if name != "ev_status":
                assert one[name] == (pytest.approx(other[name], rel=1e-6, abs=1e-3)
                                     if isinstance(one[name], float) else other[name]), name
    for name in ("AREA_HA", "ESV_BASE", "ESV_TARGET", "VOUCHER_SUPPLY", "VOUCHER_DEMAND"):
        assert raster.outputs[name] == pytest.approx(vector.outputs[name], rel=1e-8)


def test_mixed_dates_are_exact_with_the_raster_as_polygons(tmp_path, plots):
    """A survey in polygons before, a raster after: as geopandas overlays them."""
    before = voronoi(11, 40)
    codes = coded(before, 12)
    raster = write(tmp_path / "after.tif", classes(3, 34, 34), grid(34), nodata=0)
    done = run_vector(
        parcels(*placed(plots)), land_use(*zip(placed(before), codes)), polygonized(raster, tmp_path),
        TARGET_FIELD="DN", SCHEME="clcd",
    )
    boxes, values = cells_of(raster)
    cells = [translate(box, -EAST, -NORTH) for box in boxes]
    expected = expected_areas(plots, before, codes, cells, [str(value) for value in values])
    assert set(done.statuses) == {"ok"}
    assert_equal(hectares(done), expected, 1e-9)


def test_pixels_to_polygons_of_qgis_needs_its_values_as_whole_numbers(tmp_path):
    """It writes values as decimal numbers, which are no codes; the sentence says what to choose."""
    from qgis import processing

    raster = write(tmp_path / "r.tif", classes(3))
    made = processing.run("native:pixelstopolygons", {
        "INPUT_RASTER": raster, "RASTER_BAND": 1, "FIELD_NAME": "VALUE", "OUTPUT": QgsProcessing.TEMPORARY_OUTPUT,
    })["OUTPUT"]
    message = vector_refusal(parcels(rectangle(0, 0, 50, 50)), made, made, BASE_FIELD="VALUE", TARGET_FIELD="VALUE")
    assert "whole numbers" in message


def test_rasterised_land_use_differs_by_less_than_a_cell_along_its_borders(tmp_path, plots):
    """A part of a parcel differs by less than its perimeter × cell, and on average by far less."""
    dates = [(cells, coded(cells, seed)) for cells, seed in ((voronoi(21, 50), 22), (voronoi(23, 50), 24))]
    source = parcels(*placed(plots))
    vector = run_vector(source, *(land_use(*zip(placed(cells), codes)) for cells, codes in dates), SCHEME="clcd")
    paths = [
        rasterized(placed(cells), codes, tmp_path / f"{number}.tif") for number, (cells, codes) in enumerate(dates)
    ]
    raster = run(source, *paths)
    exact, found = hectares(vector), hectares(raster)
    parts: dict = {}
    for base, before in zip(*dates[0]):
        for target, after in zip(*dates[1]):
            both = base.intersection(target)
            if both.area:
                for number, plot in enumerate(plots):
                    parts.setdefault((number, before, after), []).append(both.intersection(plot))
    shares = []
    for key in set(exact) | set(found):
        perimeter = sum(part.length for part in parts.get(key, ())) or shapely.length(plots[key[0]])
        difference = abs(exact.get(key, 0.0) - found.get(key, 0.0)) * 1e4
        assert difference <= perimeter * CELL
        shares.append(difference / (perimeter * CELL))
    assert 0 < np.mean(shares) < 0.1
    assert raster.outputs["ESV_TARGET"] == pytest.approx(vector.outputs["ESV_TARGET"], rel=0.02)


def test_finer_cells_come_closer(tmp_path):
    """A diagonal border: the error of the class areas falls with the cell."""
    halves = [shapely.Polygon([(0, 0), (1000, 0), (1000, 777)]), shapely.Polygon([(0, 0), (1000, 777), (1000, 1000),
                                                                                 (0, 1000)])]
    plot = shapely.box(120, 33, 803, 618)
    exact = plot.intersection(halves[0]).area / 1e4
    errors = []
    for cell in (50.0, 10.0, 2.0):
        path = rasterized(placed(halves), [str(FOREST), str(BUILT)], tmp_path / f"{cell}.tif", cell)
        errors.append(abs(hectares(run(parcels(*placed([plot])), path, path))[0, "2", "2"] - exact))
    assert errors[2] < errors[0] / 5
    assert errors[2] < plot.length * 2.0 / 1e4 / 20
