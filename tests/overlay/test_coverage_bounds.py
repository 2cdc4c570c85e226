"""What keeps a raster overlay within bounds: the size of its jobs, its progress, the area gate and the coarse flag."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
import pytest
import shapely
from ecovoucher.ecovoucher_plugin.overlay import in_cells
from ecovoucher.ecovoucher_plugin.overlay.polygons.wkb import from_wkb
from ecovoucher.ecovoucher_plugin.overlay.rasters.batches import run_batches
from ecovoucher.ecovoucher_plugin.overlay.rasters.class_areas import overlay_rasters
from ecovoucher.ecovoucher_plugin.overlay.rasters.grid import regular_axis
from ecovoucher.ecovoucher_plugin.overlay.rasters.joint_grid import ArrayRaster
from ecovoucher.ecovoucher_plugin.overlay.rasters.strips import StripPlan


def read(shapes):
    return from_wkb([shapely.to_wkb(shape) for shape in shapes])


def raster(cell: float, cells: int) -> ArrayRaster:
    values = np.random.default_rng(1).integers(1, 4, (cells, cells)).astype(np.uint8)
    return ArrayRaster(values, regular_axis(0, cell, cells), regular_axis(cell * cells, -cell, cells))


def test_jobs_of_roads_along_the_rows_are_bounded():
    """A road that is one row high crosses a thousand columns with four corners."""
    roads = read([shapely.Polygon([(5, y), (1005, y + 1), (1005, y + 1.5), (5, y + 0.5)]) for y in range(900)])
    plan = StripPlan(roads, np.arange(len(roads)), regular_axis(0, 1, 1010), regular_axis(910, -1, 910))
    for strip, _ in plan.strips():
        jobs = [members for members, _ in plan.jobs(strip, 1 << 20)]
        assert sum(map(len, jobs)) == len(roads)
        assert max(map(len, jobs)) * 2000 < 1 << 19


def test_progress_within_a_batch_counts_finished_jobs():
    told = []
    found = list(run_batches([[lambda: time.sleep(0.08)] * 8], 2, told.append))
    assert len(found[0]) == 8
    assert told == sorted(told)
    assert any(0 < share < 1 for share in told)
    assert told[-1] == 1


@pytest.mark.parametrize(("base", "target"), [((2, 300), (300, 2)), ((300, 2), (2, 300)), ((2, 300), (2, 300))])
def test_cells_are_those_of_the_coarser_raster(base, target):
    """A plot of 30 m in one cell of 300 m says little, whichever date has these cells."""
    plot = read([shapely.box(100, 100, 130, 130)])
    cells = overlay_rasters(plot, raster(*base), raster(*target)).cells[0]
    assert cells == (225 if base == target else 1)


def test_area_gate_of_cells():
    """Shares of cells that do not sum to the parcel are refused; outside of the rasters there may be less."""
    shapes = read([shapely.box(3, 3, 9, 9), shapely.box(-5, 2, 5, 8)])
    grid = raster(1, 20)
    pieces = overlay_rasters(shapes, grid, grid)
    assert in_cells._held(shapes, pieces, 1e-6).tolist() == [True, True]
    for factor, held in ((1 + 1e-5, [False, True]), (1 - 1e-5, [False, True]), (2.5, [False, False])):
        broken = replace(pieces, planar=pieces.planar * factor)
        assert in_cells._held(shapes, broken, 1e-6).tolist() == held
