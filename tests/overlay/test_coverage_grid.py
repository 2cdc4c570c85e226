"""Grid lines: cells of coordinates, windows, and the joint lines of two grids."""

from __future__ import annotations

import numpy as np
import pytest
from ecovoucher.ecovoucher_plugin.overlay.rasters.grid import GridAxis, joint_axis, regular_axis
from ecovoucher.ecovoucher_plugin.overlay.rasters.joint_grid import ArrayRaster, JointGrid
from hypothesis import given
from hypothesis import strategies as st


@given(st.floats(-1e7, 1e7), st.floats(0.001, 1000), st.integers(1, 500), st.data())
def test_cells_of_a_regular_axis_are_those_between_its_lines(origin, step, count, data):
    axis = regular_axis(origin, step, count)
    values = np.concatenate((
        axis.lines, np.nextafter(axis.lines, -np.inf), np.nextafter(axis.lines, np.inf),
        [data.draw(st.floats(origin - step, origin + step * (count + 1)))],
    ))
    expected = np.searchsorted(axis.lines, values, side="right") - 1
    np.testing.assert_array_equal(axis.cells_at(values), expected)


def test_values_outside_of_an_axis():
    axis = regular_axis(100, 10, 5)
    assert axis.cells_at(np.array([-1e30, 99.9, 100, 149.9, 150, 1e30, np.inf])).tolist() == [-1, -1, 0, 4, 5, 5, 5]


def test_a_downward_axis_has_the_same_lines():
    np.testing.assert_array_equal(regular_axis(50, -10, 5).lines, regular_axis(0, 10, 5).lines)


def test_window_around_a_range():
    axis = regular_axis(0, 10, 10)
    assert axis.around(12, 29).lines.tolist() == [10, 20, 30]
    assert axis.around(-50, 5).lines.tolist() == [0, 10]
    assert axis.around(500, 900).lines.tolist() == [90, 100]


def test_joint_axis_has_the_lines_of_both():
    joint = joint_axis(regular_axis(0, 30, 3), regular_axis(-10, 20, 4))
    assert joint.lines.tolist() == [-10, 0, 10, 30, 50, 60, 70, 90]
    assert joint.step is None
    assert regular_axis(0, 30, 3).cells_of(joint).tolist() == [-1, 0, 0, 1, 1, 2, 2]
    assert regular_axis(-10, 20, 4).cells_of(joint).tolist() == [0, 0, 1, 2, 3, 3, -1]


def test_finer_aligned_axis_is_the_joint_axis():
    joint = joint_axis(regular_axis(0, 30, 100), regular_axis(0, 10, 300))
    assert joint.step == pytest.approx(10)
    assert len(joint) == 300


def test_lines_apart_by_rounding_are_one_line():
    axis = regular_axis(113.0, 0.05, 140)
    shaken = GridAxis(axis.lines * (1 + 2e-16))
    assert joint_axis(axis, shaken) is axis


def test_apart_axes_leave_a_gap_that_belongs_to_neither():
    first, second = regular_axis(0, 1, 2), regular_axis(10, 1, 2)
    joint = joint_axis(first, second)
    assert joint.lines.tolist() == [0, 1, 2, 10, 11, 12]
    assert first.cells_of(joint).tolist() == [0, 1, -1, -1, -1]
    assert second.cells_of(joint).tolist() == [-1, -1, -1, 0, 1]


def test_cells_of_a_joint_grid_are_read_where_they_lie():
    """Near a coarse cell some joint rows repeat a row of the finer raster and others skip rows: as many as it has."""
    fine = ArrayRaster(np.arange(12.0)[:, None], regular_axis(0, 30, 1), regular_axis(0, 30, 12))
    coarse = ArrayRaster(np.ones((12, 1)), regular_axis(0, 30, 1), regular_axis(-11.3, 100, 12))
    grid = JointGrid(fine, coarse, (5.0, 25.0), (39.0, 89.0))
    joint, _, _ = grid.read(slice(0, len(grid.y_axis)), slice(0, 1), lambda: None)
    index = joint[:, 0] // 2  # The coarse raster has one class, and none.
    rows = np.searchsorted(fine.y_axis.lines, (grid.y_axis.lines[:-1] + grid.y_axis.lines[1:]) / 2) - 1
    assert grid.base_values[index - 1].tolist() == rows.tolist()
