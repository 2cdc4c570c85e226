"""Exact coverage of cells by polygons, against clipping every cell with shapely and against closed forms."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from ecovoucher.ecovoucher_plugin.overlay.polygons.wkb import from_wkb
from ecovoucher.ecovoucher_plugin.overlay.rasters.coverage import CellWindow, CoverageEngine
from ecovoucher.ecovoucher_plugin.overlay.rasters.grid import GridAxis, regular_axis
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import affinity

COLUMNS, ROWS = regular_axis(0, 1, 10), regular_axis(9, -1, 9)


def read(shapes):
    return from_wkb([shapely.to_wkb(shape) for shape in shapes])


def surface(shape):
    """The polygons of a geometry; lines and points where polygons touch are dropped."""
    parts = [part for part in getattr(shape, "geoms", [shape]) if part.geom_type == "Polygon"]
    return shapely.MultiPolygon([part for part in parts if not part.is_empty])


def covered(shapes, x_axis=COLUMNS, y_axis=ROWS, strip=None, origin_column=0):
    """The share of each cell in each polygon, (polygons, rows, columns), strip by strip of rows."""
    polygons = read(shapes)
    engine = CoverageEngine(polygons, x_axis, y_axis)
    shares = np.zeros((len(polygons), len(y_axis), len(x_axis)))
    strip = strip or len(y_axis)
    for first in range(0, len(y_axis), strip):
        window = CellWindow(first, min(first + strip, len(y_axis)), origin_column)
        coverage = engine.cover(np.arange(len(polygons)), window)
        np.add.at(shares, (coverage.polygon, coverage.row, coverage.column), coverage.share)
        for polygon, row, start, stop in zip(
            coverage.run_polygon, coverage.run_row, coverage.run_start, coverage.run_stop
        ):
            shares[polygon, row, start:stop] += 1.0
    return shares


def clipped(shapes, x_axis=COLUMNS, y_axis=ROWS):
    """The same by clipping: the oracle."""
    x, y = x_axis.lines, y_axis.lines
    cells = shapely.box(*np.broadcast_arrays(x[None, :-1], y[:-1, None], x[None, 1:], y[1:, None]))
    return np.array([shapely.area(shapely.intersection(cells, shape)) for shape in shapes]) / shapely.area(cells)


lattice = st.tuples(st.integers(-2, 12), st.integers(-2, 11))


MILLIONTH = 1e-6


def between(low, high):
    """Coordinates to a millionth: on differences of 1e-300 the clipping itself is wrong."""
    return st.floats(low, high).map(lambda value: round(value, 6))


anywhere = st.tuples(between(-2, 12), between(-2, 11))


@st.composite
def regions(draw, corners):
    """Valid polygons with holes and parts; on the lattice their edges and corners lie on grid lines.

    Crossings are rounded too: of a sliver 1e-16 wide the clipping makes whole cells.
    """
    region = shapely.Polygon()
    for ring in draw(st.lists(st.lists(corners, min_size=3, max_size=7), min_size=1, max_size=3)):
        region = surface(region).symmetric_difference(shapely.Polygon(ring).buffer(0))
    return surface(shapely.set_precision(surface(region), MILLIONTH))


@st.composite
def axes(draw):
    """Uneven grid lines: the lines of two grids."""
    widths = draw(st.lists(st.floats(0.05, 2), min_size=1, max_size=12))
    return GridAxis(np.cumsum([draw(between(-1, 3)), *widths]))


@settings(max_examples=200, deadline=None)
@given(st.lists(regions(lattice), min_size=1, max_size=4), st.integers(1, 9), st.integers(0, 10))
def test_lattice_polygons_equal_clipping(shapes, strip, origin_column):
    np.testing.assert_allclose(
        covered(shapes, strip=strip, origin_column=origin_column), clipped(shapes), rtol=0, atol=1e-12
    )


@settings(max_examples=200, deadline=None)
@given(st.lists(regions(anywhere), min_size=1, max_size=4), st.integers(1, 9))
def test_any_polygons_equal_clipping(shapes, strip):
    np.testing.assert_allclose(covered(shapes, strip=strip), clipped(shapes), rtol=0, atol=1e-12)


@settings(max_examples=100, deadline=None)
@given(regions(lattice), axes(), axes())
def test_uneven_grid_lines_equal_clipping(shape, x_axis, y_axis):
    np.testing.assert_allclose(
        covered([shape], x_axis, y_axis), clipped([shape], x_axis, y_axis), rtol=0, atol=1e-11
    )


@settings(max_examples=100, deadline=None)
@given(st.floats(0, 360), st.floats(1, 8), st.floats(1, 7), st.floats(0.02, 0.9))
def test_squares_smaller_than_a_cell_keep_their_area(angle, x, y, side):
    square = affinity.rotate(shapely.box(x, y, x + side, y + side), angle)
    assert covered([square]).sum() == pytest.approx(read([square]).areas[0], rel=1e-10, abs=1e-12)


@pytest.mark.parametrize("angle", range(0, 360, 15))
def test_ten_metre_square_on_thirty_metre_cells_far_from_the_origin(angle):
    """The case that QGIS's zonal histogram over-books by 1,641 %."""
    columns, rows = regular_axis(38_500_000, 30, 40), regular_axis(3_500_000, -30, 40)
    centres = np.random.default_rng(angle).uniform(50, 1100, (20, 2)) * [1, -1] + [38_500_000, 3_500_000]
    squares = [affinity.rotate(shapely.box(x - 5, y - 5, x + 5, y + 5), angle) for x, y in centres]
    areas = covered(squares, columns, rows).sum(axis=(1, 2)) * 900
    np.testing.assert_allclose(areas, read(squares).areas, rtol=1e-12)
    np.testing.assert_allclose(areas, 100, rtol=1e-8)


def test_a_sliver_beside_a_polygon_covers_nothing():
    """Two corners 2e-16 apart. Clipping both parts together with GEOS 3.14 yields four whole cells too much."""
    left, right = float.fromhex("0x1.249249249248fp-4"), float.fromhex("0x1.2492492492492p-4")
    height = float.fromhex("0x1.2492492492492p+1")
    polygon = shapely.Polygon([
        (right, height), (4, 8), (0, 0), (-1.5, 0), (0, float.fromhex("0x1.1745d1745d174p+1")), (left, height), (0, 2)
    ])
    sliver = shapely.Polygon([(right, height), (left, height), (1, 6)])
    both = shapely.MultiPolygon([polygon, sliver])
    assert both.is_valid
    np.testing.assert_allclose(covered([both]), clipped([polygon]), rtol=0, atol=1e-12)


def test_triangle_has_the_closed_form():
    shares = covered([shapely.Polygon([(0, 0), (4, 0), (0, 4)])])[0]
    row, column = np.indices(shares.shape)
    expected = np.where(row + column < 3, 1.0, np.where(row + column == 3, 0.5, 0.0))
    np.testing.assert_array_equal(shares, expected)


def test_rectangle_has_the_closed_form():
    shares = covered([shapely.box(1.25, 2.5, 4.75, 5.125)])[0]
    across = np.array([0, 0.75, 1, 1, 0.75, 0, 0, 0, 0, 0])
    upwards = np.array([0, 0, 0.5, 1, 1, 0.125, 0, 0, 0])
    np.testing.assert_array_equal(shares, np.outer(upwards, across))


def test_cells_within_a_polygon_come_as_runs():
    engine = CoverageEngine(read([shapely.box(1.5, 1.5, 8.5, 7.5)]), COLUMNS, ROWS)
    coverage = engine.cover(np.array([0]), CellWindow(0, 9))
    assert list(zip(coverage.run_row, coverage.run_start, coverage.run_stop)) == [(row, 2, 8) for row in range(2, 7)]
    assert set(zip(coverage.row, coverage.column)) == {
        (row, column) for row in range(1, 8) for column in range(1, 9)
        if row in (1, 7) or column in (1, 8)
    }


def test_a_border_on_a_grid_line_touches_no_cell_beyond():
    engine = CoverageEngine(read([shapely.box(2, 3, 5, 6)]), COLUMNS, ROWS)
    coverage = engine.cover(np.array([0]), CellWindow(0, 9))
    cells = set(zip(coverage.row, coverage.column))
    cells |= {(r, c) for r, a, b in zip(coverage.run_row, coverage.run_start, coverage.run_stop) for c in range(a, b)}
    assert cells == {(row, column) for row in range(3, 6) for column in range(2, 5)}


def test_chosen_polygons_are_numbered_by_their_position():
    shapes = [shapely.box(0, 0, 1, 1), shapely.box(3, 3, 4, 4), shapely.Polygon(), shapely.box(6, 6, 7, 7)]
    coverage = CoverageEngine(read(shapes), COLUMNS, ROWS).cover(np.array([3, 2, 1]), CellWindow(0, 9))
    assert list(zip(coverage.polygon, coverage.row, coverage.column)) == [(0, 6, 6), (2, 3, 3)]


def test_polygons_outside_of_the_grid_cover_nothing():
    boxes = [(20, 2, 30, 5), (-9, 2, -3, 5), (2, 40, 3, 50), (2, -4, 3, -1)]
    assert not covered([shapely.box(*box) for box in boxes]).any()


def test_what_reaches_outside_is_left_out():
    np.testing.assert_array_equal(covered([shapely.box(-5, -5, 50, 50)]), np.ones((1, 9, 10)))
