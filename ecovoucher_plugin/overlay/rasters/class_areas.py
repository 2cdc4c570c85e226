"""Areas of the joint classes of two rasters in many polygons, by exact coverage."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

import numpy as np

from ..polygons.polygon_array import PolygonArray
from .batches import Job, run_batches
from .coverage import CellWindow
from .joint_grid import ClassRaster, JointGrid
from .strip_areas import ArealScale, ScaleNodes, StripAreas, StripSums, touched_cells
from .strips import StripPlan

Report = Callable[[float], None]

_JOB_KEYS = 1 << 21
_MOST_THREADS = 4
_MEASURING = 0.8
_LARGER = 1.001


class CellCounts(NamedTuple):
    """The numbers of cells that polygons touch: int64 (k,) each."""

    members: np.ndarray
    cells: np.ndarray


@dataclass(frozen=True)
class RasterPieces:
    """What two class rasters say about polygons. Areas are in squared map units × areal scale.

    Columns of equal length n, one row a combination of polygon and classes, ordered by these:
    polygon: int64, position of the polygon. base, target: int64, the class values. area: float64.

    Per polygon, (p,): total: float64, its area; NaN where it has no vertices or some that are not finite.
    base_covered, target_covered: float64, the part of it that has a class at that date.
    cells: int64, the cells that it touches of the raster with the larger cells, of the base raster if both are alike.
    planar: float64, its planar area within the grid, as the shares of cells sum to. reaches_out: bool, whether it
    reaches out of the grid.

    base_classes, target_classes: int64, the class values met in the windows that were read around the polygons.
    target_border_share: the share of cells in these windows that lie beside another class, and so could have
    another class, where the target raster was warped from another CRS; else 0.
    """

    polygon: np.ndarray
    base: np.ndarray
    target: np.ndarray
    area: np.ndarray
    total: np.ndarray
    base_covered: np.ndarray
    target_covered: np.ndarray
    cells: np.ndarray
    planar: np.ndarray
    reaches_out: np.ndarray
    base_classes: np.ndarray
    target_classes: np.ndarray
    target_border_share: float


def overlay_rasters(
    parcels: PolygonArray,
    base: ClassRaster,
    target: ClassRaster,
    areal_scale: ArealScale | None = None,
    report: Report | None = None,
    threads: int | None = None,
) -> RasterPieces:
    """Return the areas of the joint classes of two rasters in each parcel.

    Rasters and parcels have one CRS. The grids of the rasters may differ in any way; nothing is resampled.
    Memory is bounded by strips of rows, not by the rasters.

    areal_scale: true area per squared map unit at points x (n,), y (n,), for a CRS that distorts areas.
    report: called with the share done, 0 to 1, several times a second; what it raises stops the run.
    threads: by default one a processor, four at most. The result does not depend on it.

    Raises LayerError where a raster holds no class codes.
    """
    usable = np.flatnonzero(np.isfinite(parcels.bounds).all(axis=1))
    boxes = parcels.bounds[usable]
    x_range = boxes[:, 0].min(initial=np.inf), boxes[:, 2].max(initial=-np.inf)
    y_range = boxes[:, 1].min(initial=np.inf), boxes[:, 3].max(initial=-np.inf)
    grid = JointGrid(base, target, x_range, y_range)
    plan = StripPlan(parcels, usable, grid.x_axis, grid.y_axis)
    progress = _Progress(report)
    threads = threads or min(os.cpu_count() or 1, _MOST_THREADS)
    coarser = target if _cell_area(target) > _LARGER * _cell_area(base) else base
    has_all_cells = grid.has_base_cells and coarser is base
    progress.end = 1.0 if has_all_cells else _MEASURING
    sums = _run(_measuring(plan, grid, areal_scale, progress), threads, progress)
    counts = sums
    if not has_all_cells:
        progress.start_stretch(_MEASURING, 1.0)
        cells_plan = StripPlan(parcels, usable, coarser.x_axis.around(*x_range), coarser.y_axis.around(*y_range))
        counts = _run(_counting(cells_plan, progress), threads, progress)
    cells = np.bincount(_joined(counts, "members"), _joined(counts, "cells"), minlength=len(parcels))
    return _pieces(parcels, plan, grid, sums, cells.astype(np.int64), areal_scale)


def _cell_area(raster: ClassRaster) -> float:
    return raster.x_axis.mean_size * raster.y_axis.mean_size


class _Progress:
    """The share done, told to the caller at every beat.

    marks: the share that is done with each batch of jobs, 0 before the first. start, end: of all, what the batches are.
    """

    def __init__(self, report: Report | None) -> None:
        self._report = report
        self.start, self.end = 0.0, 1.0
        self.marks = [0.0]
        self._done, self._share = 0, 0.0

    def start_stretch(self, start: float, end: float) -> None:
        self.start, self.end = start, end
        self.marks = [0.0]
        self._done, self._share = 0, 0.0

    def batch_done(self) -> None:
        self._done += 1

    def beat(self, share_of_batch: float = 0.0) -> None:
        """Tell the share; share_of_batch: of the oldest batch that is not done."""
        before, after = self.marks[self._done], self.marks[min(self._done + 1, len(self.marks) - 1)]
        self._share = max(self._share, before + (after - before) * share_of_batch)
        if self._report is not None:
            self._report(self.start + (self.end - self.start) * self._share)


def _run(batches: Iterator[list[Job]], threads: int, progress: _Progress) -> list[StripSums]:
    found = []
    for batch in run_batches(batches, threads, progress.beat):
        progress.batch_done()
        found += batch
    return found


def _measuring(
    plan: StripPlan, grid: JointGrid, scale: ArealScale | None, progress: _Progress
) -> Iterator[list[Job]]:
    """Yield the jobs of each strip that measure areas."""
    for strip, share in plan.strips():
        joint, base_count, target_count = grid.read(strip.rows, strip.columns, progress.beat)
        nodes = None if scale is None else ScaleNodes(scale, plan, strip)
        areas = StripAreas(plan, strip, joint, base_count * target_count, target_count, nodes)
        most = max(1, _JOB_KEYS // areas.class_count)
        progress.marks.append(share)
        yield [partial(areas.measure, members, window) for members, window in plan.jobs(strip, most)]


def _counting(plan: StripPlan, progress: _Progress) -> Iterator[list[Job]]:
    """Yield the jobs of each strip that count touched cells."""
    for strip, share in plan.strips():
        progress.marks.append(share)
        yield [partial(_count, plan, members, window) for members, window in plan.jobs(strip, _JOB_KEYS)]


def _count(plan: StripPlan, members: np.ndarray, window: CellWindow) -> CellCounts:
    return CellCounts(members, touched_cells(plan.engine.cover(members, window), len(members)))


def _joined(sums: list[StripSums] | list[CellCounts], field: str) -> np.ndarray:
    columns = [getattr(item, field) for item in sums]
    return np.concatenate(columns) if columns else np.zeros(0, dtype=np.int64)


def _pieces(
    parcels: PolygonArray,
    plan: StripPlan,
    grid: JointGrid,
    sums: list[StripSums],
    cells: np.ndarray,
    scale: ArealScale | None,
) -> RasterPieces:
    """Add up the pieces of all strips."""
    count = len(parcels)
    polygon, area = _joined(sums, "polygon"), _joined(sums, "area")
    base, target = _joined(sums, "base"), _joined(sums, "target")
    inside = np.bincount(polygon, area, minlength=count)
    planar = np.bincount(_joined(sums, "members"), _joined(sums, "planar"), minlength=count)
    outside = _outside(parcels, plan, planar)
    if scale is not None:
        boxes = np.where(np.isfinite(parcels.bounds), parcels.bounds, 0.0)
        outside = outside * scale((boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2)
    base_classes, base_rank = np.unique(grid.base_values, return_inverse=True)
    target_classes, target_rank = np.unique(grid.target_values, return_inverse=True)
    rows = np.flatnonzero((base > 0) & (target > 0))
    joint = (polygon[rows].astype(np.int64) * len(base_classes) + base_rank[base[rows] - 1]) * len(target_classes)
    joint, area_sums = _added(joint + target_rank[target[rows] - 1], area[rows])
    joint, target_position = np.divmod(joint, max(len(target_classes), 1))
    piece_polygon, base_position = np.divmod(joint, max(len(base_classes), 1))
    return RasterPieces(
        piece_polygon, base_classes[base_position], target_classes[target_position], area_sums,
        total=np.where(plan.is_chosen, inside + outside, np.nan),
        base_covered=np.bincount(polygon[base > 0], area[base > 0], minlength=count),
        target_covered=np.bincount(polygon[target > 0], area[target > 0], minlength=count),
        cells=cells,
        planar=planar,
        reaches_out=~_within(parcels, plan),
        base_classes=base_classes,
        target_classes=target_classes,
        target_border_share=grid.target_border_share,
    )


def _outside(parcels: PolygonArray, plan: StripPlan, inside: np.ndarray) -> np.ndarray:
    """Return the planar area of each polygon outside of the grid; exactly 0 for polygons within it."""
    return np.where(_within(parcels, plan), 0.0, np.maximum(parcels.areas - inside, 0.0))


def _within(parcels: PolygonArray, plan: StripPlan) -> np.ndarray:
    """Return whether each polygon lies within the grid, bool (p,)."""
    x, y, bounds = plan.x_axis.lines, plan.y_axis.lines, parcels.bounds
    return (bounds[:, 0] >= x[0]) & (bounds[:, 1] >= y[0]) & (bounds[:, 2] <= x[-1]) & (bounds[:, 3] <= y[-1])


def _added(keys: np.ndarray, areas: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return each key once, in order, and the sum of its areas, added from north to south."""
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    is_new = np.ones(len(keys), dtype=bool)
    is_new[1:] = keys[1:] != keys[:-1]
    starts = np.flatnonzero(is_new)
    return keys[starts], np.add.reduceat(areas[order], starts)
