"""Rasters read by GDAL: conventions of NoData and orientation, refusals, names, other CRSs, real files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import shapely
from ecovoucher.ecovoucher_plugin.accounting.errors import LayerError
from ecovoucher.ecovoucher_plugin.overlay.polygons.wkb import from_wkb
from ecovoucher.ecovoucher_plugin.overlay.rasters import open_rasters as rasters
from ecovoucher.ecovoucher_plugin.overlay.rasters.class_areas import overlay_rasters
from ecovoucher.ecovoucher_plugin.overlay.rasters.joint_grid import ArrayRaster
from ecovoucher.ecovoucher_plugin.overlay.rasters.open_rasters import in_grid_of, open_raster
from osgeo import gdal, osr
from shapely import affinity

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
NORTH_UP = (40_500_000.0, 30.0, 0.0, 3_500_000.0, 0.0, -30.0)
CLASSES = np.random.default_rng(7).integers(1, 6, (20, 24))
HOLES = np.random.default_rng(8).random((20, 24)) < 0.3
CENTRE = (40_500_360.0, 3_499_700.0)


def write(path, values, kind=gdal.GDT_Byte, transform=NORTH_UP, crs=4528, nodata=None, bands=1, options=()):
    """Write the first band; return the open dataset, so that tests can add to it."""
    rows, columns = values.shape
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), columns, rows, bands, kind, list(options))
    if transform:
        dataset.SetGeoTransform(transform)
    if crs:
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(crs)
        dataset.SetProjection(reference.ExportToWkt())
    band = dataset.GetRasterBand(1)
    if nodata is not None:
        band.SetNoDataValue(nodata)
    band.WriteArray(values)
    return dataset


def read(shapes):
    return from_wkb([shapely.to_wkb(shape) for shape in shapes])


def parcels():
    x, y = CENTRE
    random = np.random.default_rng(1)
    shapes = [affinity.rotate(shapely.box(-5, -5, 5, 5), angle) for angle in range(0, 90, 10)]
    shapes += [shapely.Point(0, 0).buffer(radius, 5) for radius in (20, 100, 250)]
    return read([
        affinity.translate(shape, x + dx, y + dy) for shape, (dx, dy) in zip(shapes, random.uniform(-250, 250, (12, 2)))
    ] + [shapely.box(x - 500, y - 400, x + 500, y + 400)])


def columns(pieces):
    return np.c_[pieces.polygon, pieces.base, pieces.target, pieces.area], pieces.base_covered, pieces.cells


def with_missing(code, dtype=np.uint8):
    return np.where(HOLES, code, CLASSES).astype(dtype)


def declared(path, code, kind, dtype):
    write(path, with_missing(code, dtype), kind, nodata=code)


def masked(path):
    dataset = write(path, CLASSES.astype(np.uint8))
    dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
    dataset.GetRasterBand(1).GetMaskBand().WriteArray(np.where(HOLES, 0, 255).astype(np.uint8))


def masked_apart(path):
    dataset = write(path, CLASSES.astype(np.uint8))
    dataset.GetRasterBand(1).CreateMaskBand(0)
    dataset.GetRasterBand(1).GetMaskBand().WriteArray(np.where(HOLES, 0, 255).astype(np.uint8))


def alpha(path):
    dataset = write(path, CLASSES.astype(np.uint8), bands=2, options=["ALPHA=YES"])
    dataset.GetRasterBand(2).SetColorInterpretation(gdal.GCI_AlphaBand)
    dataset.GetRasterBand(2).WriteArray(np.where(HOLES, 0, 255).astype(np.uint8))


CONVENTIONS = {
    "255 declared": lambda path: declared(path, 255, gdal.GDT_Byte, np.uint8),
    "0 declared": lambda path: declared(path, 0, gdal.GDT_Byte, np.uint8),
    "-9999 declared": lambda path: declared(path, -9999, gdal.GDT_Int16, np.int16),
    "lowest integer declared": lambda path: declared(path, -(2**31), gdal.GDT_Int32, np.int32),
    "lowest float declared": lambda path: declared(path, float(np.finfo(np.float32).min), gdal.GDT_Float32, np.float32),
    "NaN declared": lambda path: declared(path, np.nan, gdal.GDT_Float32, np.float32),
    "NaN undeclared": lambda path: write(path, with_missing(np.nan, np.float64), gdal.GDT_Float64),
    "minus infinity declared": lambda path: declared(path, -np.inf, gdal.GDT_Float32, np.float32),
    "mask band": masked,
    "mask of the band's own": masked_apart,
    "alpha band": alpha,
}


@pytest.fixture(scope="module")
def truth():
    """The overlay of the parcels with the classes, where holes are masked in memory."""
    x_axis, y_axis, _ = rasters._axes_of(_in_memory(), "memory")
    source = ArrayRaster(CLASSES[::-1], x_axis, y_axis, valid=~HOLES[::-1])
    return overlay_rasters(parcels(), source, source)


def _in_memory():
    dataset = gdal.GetDriverByName("MEM").Create("", 24, 20, 1)
    dataset.SetGeoTransform(NORTH_UP)
    return dataset


@pytest.mark.parametrize("convention", CONVENTIONS.values(), ids=CONVENTIONS)
def test_every_convention_of_missing_cells_gives_the_same(tmp_path, truth, convention):
    convention(tmp_path / "classes.tif")
    source = open_raster(str(tmp_path / "classes.tif"))
    assert source.declares_missing == (convention is not CONVENTIONS["NaN undeclared"])
    for found, expected in zip(columns(overlay_rasters(parcels(), source, source)), columns(truth)):
        np.testing.assert_array_equal(found, expected)


def test_undeclared_missing_value_can_be_named(tmp_path, truth):
    write(tmp_path / "classes.tif", with_missing(255))
    source = open_raster(str(tmp_path / "classes.tif"), missing=(255,))
    assert not source.declares_missing
    np.testing.assert_array_equal(overlay_rasters(parcels(), source, source).area, truth.area)


def test_undeclared_missing_value_is_a_class_unless_named(tmp_path, truth):
    write(tmp_path / "classes.tif", with_missing(255))
    source = open_raster(str(tmp_path / "classes.tif"))
    pieces = overlay_rasters(parcels(), source, source)
    assert pieces.base_classes.tolist() == [1, 2, 3, 4, 5, 255]
    last = pieces.polygon == len(truth.total) - 1
    assert pieces.area[last & (pieces.base == 255)].sum() == pytest.approx(HOLES.sum() * 900)


def test_truth_equals_clipped_cells(truth):
    x, y = NORTH_UP[0] + 30.0 * np.arange(25), NORTH_UP[3] - 30.0 * np.arange(21)
    cells = shapely.box(*np.broadcast_arrays(x[None, :-1], y[1:, None], x[None, 1:], y[:-1, None]))
    polygons = parcels()
    for number in range(len(polygons)):
        start, stop = polygons.vertex_start[number:number + 2]
        areas = shapely.area(shapely.intersection(cells, shapely.Polygon(polygons.xy[start:stop])))
        expected = np.bincount(CLASSES[~HOLES], areas[~HOLES], minlength=6)
        found = np.bincount(
            truth.base[truth.polygon == number], truth.area[truth.polygon == number], minlength=6
        )
        np.testing.assert_allclose(found, expected, rtol=1e-8, atol=1e-5)


def test_south_up_copy_gives_the_same(tmp_path, truth):
    south_up = (*NORTH_UP[:3], NORTH_UP[3] - 600.0, 0.0, 30.0)
    write(tmp_path / "flipped.tif", with_missing(255)[::-1], nodata=255, transform=south_up)
    write(tmp_path / "plain.tif", with_missing(255), nodata=255)
    flipped, plain = open_raster(str(tmp_path / "flipped.tif")), open_raster(str(tmp_path / "plain.tif"))
    for pair in ((flipped, flipped), (plain, flipped), (flipped, plain)):
        for found, expected in zip(columns(overlay_rasters(parcels(), *pair)), columns(truth)):
            np.testing.assert_array_equal(found, expected)


def test_large_windows_are_read_in_parts_and_freed(tmp_path, truth, monkeypatch):
    monkeypatch.setattr(rasters, "_CACHED_BYTES", 1)
    write(tmp_path / "classes.tif", with_missing(255), nodata=255)
    source = open_raster(str(tmp_path / "classes.tif"))
    np.testing.assert_array_equal(overlay_rasters(parcels(), source, source).area, truth.area)


REFUSALS = {
    "rotated": ({"transform": (0.0, 30.0, 0.1, 0.0, 0.1, -30.0)}, "rotated or mirrored"),
    "mirrored": ({"transform": (0.0, -30.0, 0.0, 0.0, 0.0, -30.0)}, "rotated or mirrored"),
    "nowhere": ({"transform": None}, "no place on the map"),
    "without CRS": ({"crs": None}, "has no CRS"),
    "complex": ({"kind": gdal.GDT_CFloat32}, "type CFloat32"),
}


@pytest.mark.parametrize(("made", "said"), REFUSALS.values(), ids=REFUSALS)
def test_rasters_that_cannot_take_part_are_refused(tmp_path, made, said):
    write(tmp_path / "wrong.tif", CLASSES, **made)
    with pytest.raises(LayerError, match=rf"wrong\.tif.*{said}"):
        open_raster(str(tmp_path / "wrong.tif"))


def test_rescaled_values_are_refused(tmp_path):
    dataset = write(tmp_path / "wrong.tif", CLASSES)
    dataset.GetRasterBand(1).SetScale(0.1)
    dataset = None
    with pytest.raises(LayerError, match=r"scale 0\.1"):
        open_raster(str(tmp_path / "wrong.tif"))


def test_a_band_that_is_not_there_is_refused(tmp_path):
    write(tmp_path / "one.tif", CLASSES)
    with pytest.raises(LayerError, match="no band 2; it has 1"):
        open_raster(str(tmp_path / "one.tif"), band=2)


@pytest.mark.parametrize("exceptions", [True, False])
def test_errors_of_gdal_are_told_and_its_settings_kept(tmp_path, exceptions):
    before = gdal.GetUseExceptions()
    (gdal.UseExceptions if exceptions else gdal.DontUseExceptions)()
    try:
        with pytest.raises(LayerError, match=r"nothing\.tif cannot be opened: .*(No such file|does not exist)"):
            open_raster(str(tmp_path / "nothing.tif"))
        (tmp_path / "text.tif").write_text("no raster")
        with pytest.raises(LayerError, match=r"text\.tif cannot be opened: .*not recognized"):
            open_raster(str(tmp_path / "text.tif"))
        assert gdal.GetUseExceptions() == exceptions
    finally:
        (gdal.UseExceptions if before else gdal.DontUseExceptions)()


def test_a_broken_file_is_named(tmp_path):
    values = np.random.default_rng(2).integers(1, 250, (200, 240))
    write(tmp_path / "broken.tif", values, options=["COMPRESS=DEFLATE"])
    content = bytearray((tmp_path / "broken.tif").read_bytes())
    content[5000:9000] = bytes(4000)
    (tmp_path / "broken.tif").write_bytes(content)
    source = open_raster(str(tmp_path / "broken.tif"))
    with pytest.raises(LayerError, match=r"broken\.tif cannot be read from line \d+ on"):
        source.read(slice(0, 200), slice(0, 240))


def test_names_come_from_an_attribute_table(tmp_path):
    dataset = write(tmp_path / "named.tif", CLASSES)
    table = gdal.RasterAttributeTable()
    table.CreateColumn("Value", gdal.GFT_Integer, gdal.GFU_MinMax)
    table.CreateColumn("Class", gdal.GFT_String, gdal.GFU_Name)
    for row, (code, name) in enumerate(((1, "水田"), (5, "有林地"), (7, ""))):
        table.SetValueAsInt(row, 0, code)
        table.SetValueAsString(row, 1, name)
    dataset.GetRasterBand(1).SetDefaultRAT(table)
    dataset = None
    assert open_raster(str(tmp_path / "named.tif")).class_names == {1: "水田", 5: "有林地"}


def test_names_come_from_categories(tmp_path):
    dataset = write(tmp_path / "named.tif", CLASSES)
    dataset.GetRasterBand(1).SetCategoryNames(["", "cropland", "forest"])
    dataset = None
    assert open_raster(str(tmp_path / "named.tif")).class_names == {1: "cropland", 2: "forest"}


def test_without_a_table_there_are_no_names(tmp_path):
    write(tmp_path / "plain.tif", CLASSES)
    assert open_raster(str(tmp_path / "plain.tif")).class_names == {}


def test_same_crs_is_never_resampled(tmp_path):
    write(tmp_path / "base.tif", CLASSES)
    write(tmp_path / "target.tif", CLASSES, transform=(40_500_011.0, 17.0, 0.0, 3_500_007.0, 0.0, -19.0))
    base, target = open_raster(str(tmp_path / "base.tif")), open_raster(str(tmp_path / "target.tif"))
    assert in_grid_of(base, target) is target


@pytest.mark.parametrize(
    "convention", ["255 declared", "NaN undeclared", "mask band", "mask of the band's own", "alpha band"]
)
def test_another_crs_is_read_by_nearest_cell(tmp_path, convention):
    """Against a look-up of each cell's centre, transformed one by one."""
    transform = (119.99, 0.0011, 0.0, 31.64, 0.0, -0.0013)
    CONVENTIONS[convention](tmp_path / "target.tif")
    dataset = gdal.Open(str(tmp_path / "target.tif"), gdal.GA_Update)
    dataset.SetGeoTransform(transform)
    degrees = osr.SpatialReference()
    degrees.ImportFromEPSG(4490)
    dataset.SetProjection(degrees.ExportToWkt())
    dataset = None
    place = (40_499_000.0, 29.0, 0.0, 3_502_000.0, 0.0, -31.0)
    write(tmp_path / "base.tif", np.ones((100, 110)), transform=place)
    base, target = open_raster(str(tmp_path / "base.tif")), open_raster(str(tmp_path / "target.tif"))
    warped = in_grid_of(base, target)
    assert warped.warped
    assert not target.warped
    values, valid = warped.read(slice(0, 100), slice(0, 110))

    metres = osr.SpatialReference()
    metres.ImportFromEPSG(4528)
    for reference in (degrees, metres):
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    to_degrees = osr.CoordinateTransformation(metres, degrees)
    expected = np.zeros((100, 110))
    for row in range(100):
        for column in range(110):
            y = place[3] - 31.0 * 100 + 31.0 * (row + 0.5)
            lon, lat, _ = to_degrees.TransformPoint(place[0] + 29.0 * (column + 0.5), y)
            line, sample = int((transform[3] - lat) // 0.0013), int((lon - transform[0]) // 0.0011)
            if 0 <= line < 20 and 0 <= sample < 24 and not HOLES[line, sample]:
                expected[row, column] = CLASSES[line, sample]
    known = valid & ~np.isnan(values)
    assert (expected > 0).sum() > 1000
    np.testing.assert_array_equal(np.where(known, values, 0), expected)

    everywhere = read([shapely.box(place[0], place[3] - 3100, place[0] + 3190, place[3])])
    pieces = overlay_rasters(everywhere, base, warped)
    classes = expected[1:-1, 1:-1]
    beside = [expected[1:-1, :-2], expected[1:-1, 2:], expected[:-2, 1:-1], expected[2:, 1:-1]]
    borders = np.any([classes != other for other in beside], axis=0).sum()
    assert pieces.target_border_share * 11_000 == pytest.approx(borders, abs=2 * (100 + 110))
    assert overlay_rasters(everywhere, base, base).target_border_share == 0.0
    np.testing.assert_allclose(pieces.area, np.bincount(expected[expected > 0].astype(int))[1:] * 29.0 * 31.0)


def real(folder, *names):
    """The paths of a real pair where the data are there, else nothing."""
    return [tuple(DATA / folder / name for name in names)] if (DATA / folder).exists() else []


@pytest.mark.parametrize("pair", [None, *real("04_ch_vaud_corine_2006_2012", "ls100_06.tif", "ls100_12.tif")])
def test_shifted_and_rescaled_pair_keeps_each_class_of_each_date(tmp_path, pair):
    """Vaud's CORINE, and a pair like it: same shape, origin 61 m and 144 m off, cells 0.01 % apart."""
    if pair is None:
        pair = tmp_path / "base.tif", tmp_path / "target.tif"
        write(pair[0], CLASSES, transform=(2_512_060.76, 100.005124, 0.0, 1_178_109.15, 0.0, -100.005124), crs=2056)
        write(pair[1], CLASSES, transform=(2_511_999.74, 99.992459, 0.0, 1_177_964.74, 0.0, -99.992459), crs=2056)
    _assert_class_areas(*(open_raster(str(path)) for path in pair))


def _assert_class_areas(base, target):
    """One box around both rasters: each date's classes have their cells' area, and the joint ones fit shapely."""
    assert in_grid_of(base, target) is target
    box = shapely.union_all([
        shapely.box(source.x_axis.lines[0], source.y_axis.lines[0], source.x_axis.lines[-1], source.y_axis.lines[-1])
        for source in (base, target)
    ]).envelope
    x, y = base.x_axis.lines[[10, 13]], base.y_axis.lines[[8, 12]]
    small = shapely.Polygon([(x[0] + 7, y[0] + 3), (x[1] + 41, y[0] - 20), (x[1] - 9, y[1] + 33)])
    pieces = overlay_rasters(read([box, small]), base, target)
    for source, covered in ((base, pieces.base_covered), (target, pieces.target_covered)):
        values, _ = source.read(slice(0, len(source.y_axis)), slice(0, len(source.x_axis)))
        cells = np.isin(values, source.missing, invert=True).sum()
        assert covered[0] == pytest.approx(cells * source.x_axis.step * source.y_axis.step, rel=1e-11)
    expected = _joint_classes_by_shapely(small, base, target)
    rows = pieces.polygon == 1
    found = dict(zip(zip(pieces.base[rows].tolist(), pieces.target[rows].tolist()), pieces.area[rows]))
    assert found == pytest.approx(expected, rel=1e-8, abs=1e-6)


def _joint_classes_by_shapely(shape, *sources):
    """Areas by pair of classes of a small polygon, by clipping it with the cells of one date, then of the other."""
    parts = [((), shape)]
    for source in sources:
        x, y = source.x_axis.lines, source.y_axis.lines
        left, bottom, right, top = shape.bounds
        columns = range(*np.searchsorted(x, [left, right]) - [1, 0])
        rows = range(*np.searchsorted(y, [bottom, top]) - [1, 0])
        values, _ = source.read(slice(0, len(source.y_axis)), slice(0, len(source.x_axis)))
        cells = [
            (int(values[row, column]), shapely.box(x[column], y[row], x[column + 1], y[row + 1]))
            for row in rows for column in columns if values[row, column] not in source.missing
        ]
        parts = [((*key, value), part.intersection(cell)) for key, part in parts for value, cell in cells]
    areas = {}
    for key, part in parts:
        if part.area:
            areas[key] = areas.get(key, 0.0) + part.area
    return areas


@pytest.mark.parametrize("pair", [None, *real(
    "06_br_matogrosso_2001_2017", "bb_recorte_13c_mt_2001_v4.tif", "bb_recorte_13c_mt_2017_v4.tif"
)])
def test_changed_cells_of_a_pair_in_a_crs_without_a_name(tmp_path, pair):
    """Mato Grosso, where 225,005 of 615,570 cells are known to change, and a pair like it: no EPSG, oblong cells."""
    changed, count = 225_005, 615_570
    if pair is None:
        pair = tmp_path / "base.tif", tmp_path / "target.tif"
        reference = osr.SpatialReference()
        reference.ImportFromProj4("+proj=sinu +R=6371007.181 +units=m")
        place = (-6_012_191.478, 231.7746, 0.0, -1_341_303.287, 0.0, -231.7568)
        mirrored = CLASSES[:, ::-1]
        for path, values in zip(pair, (CLASSES, mirrored)):
            dataset = write(path, values, transform=place, crs=None)
            dataset.SetProjection(reference.ExportToWkt())
            dataset = None
        changed, count = (mirrored != CLASSES).sum(), CLASSES.size
    base, target = (open_raster(str(path)) for path in pair)
    assert in_grid_of(base, target) is target
    x, y = base.x_axis.lines, base.y_axis.lines
    pieces = overlay_rasters(read([shapely.box(x[0], y[0], x[-1], y[-1])]), base, target)
    cells = pieces.area / (base.x_axis.step * base.y_axis.step)
    assert cells[pieces.base != pieces.target].sum() == pytest.approx(changed, rel=1e-12)
    assert cells.sum() == pytest.approx(count, rel=1e-12)
    assert pieces.cells.tolist() == [count]
