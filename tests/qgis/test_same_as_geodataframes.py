"""The door for GeoDataFrames gives the plugin's result, row by row, on a landscape with everything that goes wrong."""

from __future__ import annotations

import geopandas
import numpy as np
import pandas
import pytest
from ecovoucher.ecovoucher_plugin.geodataframes import parcel_esv_change
from pandas.testing import assert_frame_equal
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject, QgsVectorFileWriter
from support.layers import EAST, NORTH, land_use, parcels, rectangle
from support.partitions import CODES, changed, placed, voronoi
from support.runs import TEMPORARY, Log, collected, project_context, run

BOW_TIE = "POLYGON((520050 3530050,520150 3530150,520150 3530050,520050 3530150,520050 3530050))"
TOUCHING_ITSELF = (
    "POLYGON((520000 3530300,520100 3530300,520100 3530400,520050 3530300,520000 3530400,520000 3530300))"
)
METRES, DEGREES, MERCATOR, UTM = "EPSG:4549", "EPSG:4490", "EPSG:3857", "EPSG:32651"


def to_file(layer, folder, name: str, crs: str) -> str:
    """Write a layer as a GeoPackage in a CRS and return its path."""
    path = folder / f"{name}.gpkg"
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.ct = QgsCoordinateTransform(layer.crs(), QgsCoordinateReferenceSystem(crs), QgsProject.instance())
    code, message, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), layer.transformContext(), options)
    assert code == QgsVectorFileWriter.WriterError.NoError, message
    return str(path)


def landscape(seed: int):
    """Return parcels and land use of two dates with gaps, overlaps, unknown codes, missing and invalid geometry."""
    cells = voronoi(seed, 80)
    codes = [CODES[number % len(CODES)] for number in range(len(cells))]
    after, after_codes = changed(cells, codes, 0.3, seed + 1)
    partly_covered = [rectangle(900, 900, 300, 300), rectangle(5000, 5000, 100, 100)]
    missing = [None, BOW_TIE, TOUCHING_ITSELF]
    overlapping, unknown = rectangle(600, 600, 30, 30), rectangle(1100, 0, 80, 80)
    without_code = rectangle(1100, 80, 50, 50)
    beside = [rectangle(1050, 0, 100, 100), rectangle(1100, 20, 60, 100)]
    base = [*zip(placed(cells), codes), (unknown, "9999"), (without_code, None), (None, "0101")]
    target = [*zip(placed(after), after_codes), (overlapping, "0101"), (unknown, "0302"), (without_code, "0101")]
    plots = [*placed(voronoi(seed + 2, 40)), *partly_covered, *missing, *beside]
    return parcels(*plots), land_use(*base), land_use(*target)


@pytest.fixture(scope="module")
def files(plugin, tmp_path_factory):
    """Return a function that draws the landscape into files, by seed and the CRSs of parcels, base and target."""
    def drawn(seed: int, *crs: str) -> list[str]:
        folder = tmp_path_factory.mktemp("landscape")
        layers = zip(landscape(seed), ("parcels", "base", "target"), crs)
        return [to_file(layer, folder, name, code) for layer, name, code in layers]

    return drawn


def both(files: list[str], **options):
    """Return the result of the plugin and that of the function, by the same files."""
    given = {name.upper(): value for name, value in options.items()}
    done = run(*files, ALLOW_UNMATCHED=True, **given)
    frames = [geopandas.read_file(path, fid_as_index=True) for path in files]
    return done, parcel_esv_change(*frames, "DLBM", "DLBM", allow_unmatched=True, **options)


def table(rows: list[dict], like: pandas.DataFrame) -> pandas.DataFrame:
    """Return rows of a sink as the table that the function should have returned."""
    made = pandas.DataFrame(rows, columns=like.columns, index=like.index)
    return made.astype(like.dtypes.to_dict())


def added(result) -> pandas.DataFrame:
    """Return the columns that the result has added to the parcels."""
    return pandas.DataFrame(result.parcels.loc[:, "area_ha":])


def assert_same(done, result) -> None:
    """Everything is equal; numbers may differ by what two releases of GEOS make of a parcel, far below any unit."""
    assert_near(table(done.rows, added(result)), added(result))
    for rows, found in ((done.transitions, result.transitions), (done.unmatched, result.unmatched)):
        assert_near(table(rows, found), found)
    for name, value in result.totals.items():
        assert done.outputs[name] == pytest.approx(value, rel=1e-9, abs=1e-9), name
    assert result.engine in " ".join(done.log.textLog().splitlines())


def assert_near(one: pandas.DataFrame, other: pandas.DataFrame, within: float = 1e-9) -> None:
    """Texts are equal, and numbers within a share of the largest of their column: slivers have few digits."""
    numbers = list(other.select_dtypes("float"))
    assert_frame_equal(one.drop(columns=numbers), other.drop(columns=numbers))
    for name in numbers:
        largest = other[name].abs().max()
        np.testing.assert_allclose(one[name], other[name], rtol=0, atol=within * largest, equal_nan=True, err_msg=name)


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("options", [
    {"area_basis": "planar"},
    {"area_basis": "ellipsoidal"},
    {"area_basis": "field", "area_field": "number"},
    {"area_basis": "planar", "voucher_standard": "standard_forest", "coefficients": "gu2022"},
], ids=lambda options: " ".join(options.values()))
def test_one_crs(files, seed, options):
    """Parcels without a remark are equal but for rounding, in which releases of QGIS, GEOS and PROJ differ."""
    done, result = both(files(seed, METRES, METRES, METRES), **options)
    assert set(done.statuses) >= {"ok", "empty", "invalid", "not_covered", "overlap", "unmatched"}
    assert_same(done, result)
    expected, found = table(done.rows, added(result)), added(result)
    ok = expected["ev_status"] == "ok"
    assert ok.any()
    within = 1e-9 if options["area_basis"] == "ellipsoidal" else 1e-12  # Geodesic areas are rounded at some 1e-5 m².
    assert_near(expected[ok], found[ok], within)


@pytest.mark.parametrize("crs", [
    (DEGREES, DEGREES, DEGREES),
    (MERCATOR, MERCATOR, MERCATOR),
    (METRES, DEGREES, METRES),
    (METRES, METRES, UTM),
    (DEGREES, METRES, METRES),
], ids=" ".join)
def test_other_crs(files, crs):
    assert_same(*both(files(4, *crs), area_basis="ellipsoidal"))


def test_rasters(files, tmp_path):
    """Two grids of different cell size and origin; what is exact coverage in one is in the other."""
    from osgeo import gdal, osr
    from qgis import processing

    crs = osr.SpatialReference()
    crs.ImportFromEPSG(int(METRES.split(":")[1]))
    paths = []
    for seed, (name, cell) in enumerate((("base", 30.0), ("target", 7.0))):
        count = int(1200 / cell)
        values = np.random.default_rng(seed).choice([0, 1, 2, 8], size=(count, count)).astype(np.uint8)
        paths.append(str(tmp_path / f"{name}.tif"))
        raster = gdal.GetDriverByName("GTiff").Create(paths[-1], count, count, 1, gdal.GDT_Byte)
        raster.SetProjection(crs.ExportToWkt())
        raster.SetGeoTransform((EAST - 20 - seed, cell, 0, NORTH + 1100, 0, -cell))
        raster.GetRasterBand(1).SetNoDataValue(0)
        raster.GetRasterBand(1).WriteArray(values)
        raster = None
    parcels = files(5, METRES, METRES, METRES)[0]
    log = Log()
    outputs = processing.run("ecovoucher:parcelesvchangeraster", {
        "PARCELS": parcels, "BASE_RASTER": paths[0], "TARGET_RASTER": paths[1], "BASE_BAND": 1, "TARGET_BAND": 1,
        "SCHEME": "clcd", "OUTPUT": TEMPORARY, "TRANSITIONS": TEMPORARY, "UNMATCHED": TEMPORARY,
    }, context=project_context(), feedback=log)
    frame = geopandas.read_file(parcels, fid_as_index=True)
    result = parcel_esv_change(frame, *paths, scheme="clcd")
    assert result.parcels["cells"].max() > 50
    assert_same(collected(outputs, log), result)
