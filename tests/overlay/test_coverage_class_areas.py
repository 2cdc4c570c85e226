"""Areas of joint classes of two rasters in polygons, against shapely overlays of the polygonised cells."""

from __future__ import annotations

import threading

import numpy as np
import pytest
import shapely
from ecovoucher.ecovoucher_plugin.accounting.errors import LayerError
from ecovoucher.ecovoucher_plugin.overlay.polygons.polygon_array import PolygonArray
from ecovoucher.ecovoucher_plugin.overlay.polygons.wkb import from_wkb
from ecovoucher.ecovoucher_plugin.overlay.rasters import (
    class_areas,
    class_index,
    joint_grid,
    strip_areas,
    strips,
)
from ecovoucher.ecovoucher_plugin.overlay.rasters.class_areas import overlay_rasters
from ecovoucher.ecovoucher_plugin.overlay.rasters.grid import GridAxis, regular_axis
from ecovoucher.ecovoucher_plugin.overlay.rasters.joint_grid import ArrayRaster
from shapely import affinity

RANDOM = np.random.default_rng(20)


def read(shapes):
    return from_wkb([shapely.to_wkb(shape) for shape in shapes])


def raster(x_axis, y_axis, seed, classes=4, dtype=np.uint8, **options):
    values = np.random.default_rng(seed).integers(1, classes + 1, (len(y_axis), len(x_axis))).astype(dtype)
    return ArrayRaster(values, x_axis, y_axis, **options)


def star(x, y, radius, seed):
    random = np.random.default_rng(seed)
    angle = np.sort(random.uniform(0, 2 * np.pi, 17))
    reach = radius * random.uniform(0.5, 1, 17)
    shape = shapely.Polygon(np.c_[x + reach * np.cos(angle), y + reach * np.sin(angle)]).buffer(0)
    return shape.difference(shapely.Point(x, y).buffer(radius / 4, 3))


def parcels(extent, count=25, seed=3):
    """Parcels of all sizes, some with holes, some sub-cell, some reaching outside, and a multipart one."""
    random = np.random.default_rng(seed)
    centres = random.uniform(-0.1, 1.1, (count, 2)) * extent
    shapes = [star(x, y, random.choice([0.2, 2.0, 15.0]), number) for number, (x, y) in enumerate(centres)]
    return [*shapes, shapely.union_all([shapely.box(1, 1, 4, 9), shapely.box(20.5, 3, 27, 3.25)])]


def cells_of(source):
    x, y = source.x_axis.lines, source.y_axis.lines
    boxes = shapely.box(*np.broadcast_arrays(x[None, :-1], y[:-1, None], x[None, 1:], y[1:, None]))
    return boxes.ravel(), source.values.ravel()


def by_class(source):
    boxes, values = cells_of(source)
    return {
        int(value): shapely.union_all(boxes[values == value])
        for value in np.unique(values) if value not in source.missing
    }


def assert_equals_shapely(pieces, shapes, base, target):
    found = dict(zip(zip(pieces.polygon, pieces.base, pieces.target), pieces.area))
    base_classes, target_classes = by_class(base), by_class(target)
    for number, shape in enumerate(shapes):
        for base_value, base_region in base_classes.items():
            part = shape.intersection(base_region)
            for target_value, target_region in target_classes.items():
                expected = part.intersection(target_region).area
                area = found.get((number, base_value, target_value), 0.0)
                assert area == pytest.approx(expected, rel=1e-9, abs=1e-10)
        assert pieces.base_covered[number] == pytest.approx(
            sum(shape.intersection(region).area for region in base_classes.values()), rel=1e-9, abs=1e-10
        )
        assert pieces.target_covered[number] == pytest.approx(
            sum(shape.intersection(region).area for region in target_classes.values()), rel=1e-9, abs=1e-10
        )
        coarser = max((base, target), key=lambda raster: raster.x_axis.mean_size * raster.y_axis.mean_size)
        touched = shapely.area(shapely.intersection(cells_of(coarser)[0], shape)) > 1e-9
        assert pieces.cells[number] == touched.sum()


ONE_GRID = regular_axis(0, 1, 30), regular_axis(24, -1, 24)
OTHER_GRIDS = {
    "same": ONE_GRID,
    "other origin": (regular_axis(0.37, 1, 30), regular_axis(23.1, -1, 24)),
    "almost half a cell off": (regular_axis(0.5001, 1, 30), regular_axis(23.4999, -1, 24)),
    "other cell size": (regular_axis(-2, 1.7, 20), regular_axis(30, -0.31, 90)),
    "multiple cell size": (regular_axis(-3, 3, 12), regular_axis(27, -3, 10)),
    "other extent": (regular_axis(10, 1, 40), regular_axis(9, -1, 20)),
    "no common extent": (regular_axis(100, 1, 5), regular_axis(90, -1, 5)),
    "uneven lines": (GridAxis(np.cumsum(np.linspace(0.2, 1.9, 25))), GridAxis(np.cumsum(np.linspace(1.3, 0.4, 25)))),
}


@pytest.mark.parametrize("grid", OTHER_GRIDS.values(), ids=OTHER_GRIDS)
def test_joint_classes_equal_the_overlay_of_polygonised_cells(grid):
    shapes = parcels((30, 24))
    base = raster(*ONE_GRID, seed=1, missing=(2,))
    target = raster(*grid, seed=2, classes=3)
    assert_equals_shapely(overlay_rasters(read(shapes), base, target), shapes, base, target)


@pytest.mark.parametrize("dtype", ["u1", "i1", "u2", "i2", "u4", "i4", "u8", "i8", "f4", "f8"])
def test_every_type_of_values(dtype):
    shapes = parcels((30, 24), count=4)
    base, target = raster(*ONE_GRID, seed=1, dtype=dtype), raster(*ONE_GRID, seed=2)
    expected = overlay_rasters(read(shapes), raster(*ONE_GRID, seed=1), target)
    np.testing.assert_array_equal(overlay_rasters(read(shapes), base, target).area, expected.area)


@pytest.mark.parametrize("grid", OTHER_GRIDS.values(), ids=OTHER_GRIDS)
def test_pieces_and_outside_sum_to_the_polygon(grid):
    polygons = read(parcels((30, 24)))
    pieces = overlay_rasters(polygons, raster(*ONE_GRID, seed=1), raster(*grid, seed=2))
    np.testing.assert_allclose(pieces.total, polygons.areas, rtol=1e-12)


def test_shares_of_inside_polygons_sum_to_their_area_without_an_outside():
    polygons = read([star(*centre, 3, seed) for seed, centre in enumerate(RANDOM.uniform(5, 19, (50, 2)))])
    pieces = overlay_rasters(polygons, raster(*ONE_GRID, seed=1), raster(*ONE_GRID, seed=2))
    sums = np.bincount(pieces.polygon, pieces.area)
    np.testing.assert_allclose(sums, polygons.areas, rtol=1e-12)


def test_result_depends_neither_on_order_nor_on_threads():
    shapes = parcels((30, 24), count=60)
    base, target = raster(*ONE_GRID, seed=1), raster(*OTHER_GRIDS["other cell size"], seed=2)
    once = overlay_rasters(read(shapes), base, target, threads=1)
    order = np.random.default_rng(0).permutation(len(shapes))
    again = overlay_rasters(read([shapes[number] for number in order]), base, target, threads=3)
    rows = np.lexsort((again.target, again.base, order[again.polygon]))
    np.testing.assert_array_equal(again.area[rows], once.area)
    np.testing.assert_array_equal(again.total, once.total[order])
    np.testing.assert_array_equal(again.cells, once.cells[order])


def test_result_does_not_depend_on_strips_jobs_and_tiles(monkeypatch):
    polygons = read(parcels((30, 24), count=60))
    base, target = raster(*ONE_GRID, seed=1), raster(*OTHER_GRIDS["other cell size"], seed=2)
    whole = overlay_rasters(polygons, base, target)
    monkeypatch.setattr(strips, "_STRIP_CELLS", 300)
    monkeypatch.setattr(strips, "_JOB_PIECES", 50)
    monkeypatch.setattr(strips, "_TILE_COLUMNS", 7)
    monkeypatch.setattr(strip_areas, "_RUN_CELLS", 11)
    monkeypatch.setattr(class_areas, "_JOB_KEYS", 40)
    monkeypatch.setattr(joint_grid, "_READ_CELLS", 50)
    monkeypatch.setattr(class_index, "_CHUNK", 13)
    pieces = overlay_rasters(polygons, base, target)
    np.testing.assert_array_equal(
        np.c_[pieces.polygon, pieces.base, pieces.target], np.c_[whole.polygon, whole.base, whole.target]
    )
    np.testing.assert_allclose(pieces.area, whole.area, rtol=1e-11, atol=1e-13)
    np.testing.assert_array_equal(pieces.cells, whole.cells)


def test_areal_scale_weighs_each_cell():
    """A scale that is linear over the map has a closed form: its value at the centroid."""
    shape = star(15, 12, 9, 5)
    one_class = ArrayRaster(np.ones((240, 300), dtype=np.uint8), regular_axis(0, 0.1, 300), regular_axis(0, 0.1, 240))
    pieces = overlay_rasters(read([shape]), one_class, one_class, areal_scale=lambda x, y: 2 + 0.01 * x - 0.02 * y)
    expected = shape.area * (2 + 0.01 * shape.centroid.x - 0.02 * shape.centroid.y)
    assert pieces.area.sum() == pytest.approx(expected, rel=1e-6)
    assert pieces.total[0] == pytest.approx(expected, rel=1e-6)


def test_areal_scale_of_cells_is_taken_at_their_centre():
    values = RANDOM.integers(1, 30, (3, 200)).astype(np.uint8)
    source = ArrayRaster(values, regular_axis(0, 1, 200), regular_axis(0, 1, 3))
    pieces = overlay_rasters(
        read([shapely.box(-1, -1, 201, 4)]), source, source, areal_scale=lambda x, y: 1 + 0.001 * x + 0.1 * y
    )
    row, column = np.indices(values.shape)
    expected = np.bincount(values.ravel(), (1 + 0.001 * (column + 0.5) + 0.1 * (row + 0.5)).ravel())
    np.testing.assert_allclose(pieces.area, expected[pieces.base], rtol=1e-12)


def test_areal_scale_applies_on_uneven_grids_too():
    shapes = parcels((30, 24))
    base, target = raster(*ONE_GRID, seed=1), raster(*OTHER_GRIDS["uneven lines"], seed=2)
    planar = overlay_rasters(read(shapes), base, target)
    doubled = overlay_rasters(read(shapes), base, target, areal_scale=lambda x, y: np.full(len(x), 2.0))
    np.testing.assert_allclose(doubled.area, 2 * planar.area, rtol=1e-12)
    np.testing.assert_allclose(doubled.total, 2 * planar.total, rtol=1e-12)


def test_parcels_that_cannot_be_overlaid_have_no_area():
    polygons = read([shapely.box(1, 1, 2, 2), shapely.Polygon(), shapely.box(3, 3, 4, 4)])
    polygons.xy[-2] = np.nan
    pieces = overlay_rasters(polygons, raster(*ONE_GRID, seed=1), raster(*ONE_GRID, seed=2))
    assert pieces.total.tolist() == pytest.approx([1, np.nan, np.nan], nan_ok=True)
    assert pieces.cells.tolist() == [1, 0, 0]
    assert pieces.polygon.tolist() == [0]


def test_no_parcels():
    pieces = overlay_rasters(
        PolygonArray(np.zeros((0, 2)), np.zeros(1, np.int64), np.zeros(1, np.int64)),
        raster(*ONE_GRID, seed=1), raster(*ONE_GRID, seed=2),
    )
    assert (len(pieces.area), len(pieces.total)) == (0, 0)


def test_parcels_outside_of_both_rasters():
    far = read([shapely.box(900, 900, 902, 901)])
    pieces = overlay_rasters(far, raster(*ONE_GRID, seed=1), raster(*ONE_GRID, seed=2))
    assert (len(pieces.area), pieces.total[0], pieces.base_covered[0], pieces.cells[0]) == (0, 2.0, 0.0, 0)


def test_overlapping_parcels_do_not_disturb_each_other():
    shape = star(15, 12, 9, 5)
    base, target = raster(*ONE_GRID, seed=1), raster(*ONE_GRID, seed=2)
    alone = overlay_rasters(read([shape]), base, target).area
    pieces = overlay_rasters(read([shape, shape, affinity.translate(shape, 0.5, 0.5), shape]), base, target)
    for polygon in (0, 1, 3):
        np.testing.assert_array_equal(pieces.area[pieces.polygon == polygon], alone)


def test_classes_met_are_listed():
    base = raster(*ONE_GRID, seed=1, classes=4, missing=(3,))
    pieces = overlay_rasters(read([shapely.box(0, 0, 30, 24)]), base, raster(*ONE_GRID, seed=2, classes=2))
    assert (pieces.base_classes.tolist(), pieces.target_classes.tolist()) == ([1, 2, 4], [1, 2])


@pytest.mark.parametrize(
    ("values", "said"),
    [([1.0, 1.5, 2.25, 7.0], "1.5, 2.25"), ([1.0, 1.0000001, 2.0, 3.0], "1.0000001"), ([1.0, np.inf, 2.0, 3.0], "inf")],
)
def test_values_that_are_no_codes_are_refused_with_examples(values, said):
    source = ArrayRaster(np.array([values]), regular_axis(0, 1, 4), regular_axis(0, 1, 1), name="dem.tif")
    with pytest.raises(LayerError, match=f"dem.tif.*{said}"):
        overlay_rasters(read([shapely.box(0, 0, 4, 1)]), source, source)


def test_a_raster_of_measurements_is_refused():
    source = ArrayRaster(np.arange(400).reshape(20, 20), regular_axis(0, 1, 20), regular_axis(0, 1, 20), name="dem.tif")
    with pytest.raises(LayerError, match=r"dem\.tif holds more than 250 different values, from 0 to 399"):
        overlay_rasters(read([shapely.box(0, 0, 20, 20)]), source, source)


def test_codes_far_apart_keep_their_values():
    codes = np.array([[-2_147_483_648, 101, 2_147_483_647, 1204]], dtype=np.int64)
    source = ArrayRaster(codes, regular_axis(0, 1, 4), regular_axis(0, 1, 1))
    pieces = overlay_rasters(read([shapely.box(0, 0, 4, 1)]), source, source)
    assert pieces.base.tolist() == sorted(codes[0].tolist())
    assert pieces.area.tolist() == [1, 1, 1, 1]


class _Stop(Exception):
    pass


def test_report_counts_up_and_can_stop_the_run(monkeypatch):
    monkeypatch.setattr(strips, "_STRIP_CELLS", 60)
    monkeypatch.setattr(joint_grid, "_READ_CELLS", 20)
    shares = []
    polygons = read(parcels((30, 24)))
    base, target = raster(*ONE_GRID, seed=1), raster(*OTHER_GRIDS["other origin"], seed=2)
    overlay_rasters(polygons, base, target, report=shares.append)
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)

    def stop(share):
        if share > 0.4:
            raise _Stop

    running = threading.active_count()
    with pytest.raises(_Stop):
        overlay_rasters(polygons, base, target, report=stop)
    assert threading.active_count() == running


def test_report_is_heard_while_a_job_runs(monkeypatch):
    """A stop is answered at the next beat, not after the strip: the job is let go only by the stop itself."""
    released = threading.Event()
    measure = strip_areas.StripAreas.measure

    def hold(self, members, window):
        assert released.wait(60)
        return measure(self, members, window)

    def stop(share):
        if threading.active_count() > before:
            released.set()
            raise _Stop

    before = threading.active_count()
    monkeypatch.setattr(strip_areas.StripAreas, "measure", hold)
    with pytest.raises(_Stop):
        overlay_rasters(read(parcels((30, 24))), raster(*ONE_GRID, seed=1), raster(*ONE_GRID, seed=2), report=stop)
