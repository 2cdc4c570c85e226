"""Areas of joint classes within one strip of rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ..polygons.ragged import blocks, expand, group_of
from .coverage import CellWindow, Coverage
from .strips import Strip, StripPlan

ArealScale = Callable[[np.ndarray, np.ndarray], np.ndarray]

_RUN_CELLS = 1 << 17
_NODE_CELLS = 64
_TOUCHED = 1e-9


class StripSums(NamedTuple):
    """What one job found.

    polygon: int32, base, target: uint8, area: float64, all (n,): the area of a pair of class indices in a polygon.

    members: int64 (k,), the polygons of the job; planar: float64 (k,), their planar area in the strip;
    cells: int64 (k,), the number of cells that they touch.
    """

    polygon: np.ndarray
    base: np.ndarray
    target: np.ndarray
    area: np.ndarray
    members: np.ndarray
    planar: np.ndarray
    cells: np.ndarray


class ScaleNodes:
    """An areal scale over a strip: computed at every 64th column of each row, linear in between."""

    def __init__(self, scale: ArealScale, plan: StripPlan, strip: Strip) -> None:
        first, stop = strip.columns.start, strip.columns.stop
        count = 2 + (stop - first) // _NODE_CELLS
        x_nodes = np.linspace(first, stop, count)
        x = np.interp(x_nodes, np.arange(first, stop + 1), plan.x_axis.lines[first:stop + 1])
        lines = plan.y_axis.lines[strip.rows.start:strip.rows.stop + 1]
        y = (lines[:-1] + lines[1:]) / 2
        self._nodes = scale(np.tile(x, len(y)), np.repeat(y, count)).reshape(len(y), count)
        self._first_row, self._first_column = strip.rows.start, first
        self._spacing = (stop - first) / (count - 1)

    def at(self, row: np.ndarray, column: np.ndarray) -> np.ndarray:
        """Return the scale (n,) at rows and at columns counted in fractions."""
        position = (column - self._first_column) / self._spacing
        node = np.minimum(position.astype(np.int64), self._nodes.shape[1] - 2)
        share = position - node
        row = row - self._first_row
        return self._nodes[row, node] * (1.0 - share) + self._nodes[row, node + 1] * share


@dataclass(frozen=True)
class StripAreas:
    """The joint classes of a strip, and what measuring polygons against them needs.

    joint: unsigned (rows, columns), base index × target_count + target index of each cell of the strip.
    class_count: the number of joint classes. scale: the areal scale, None for planar areas.
    """

    plan: StripPlan
    strip: Strip
    joint: np.ndarray
    class_count: int
    target_count: int
    scale: ScaleNodes | None

    def measure(self, members: np.ndarray, window: CellWindow) -> StripSums:
        """Return the areas of joint classes in the polygons ``members``, int64 (k,)."""
        coverage = self.plan.engine.cover(members, window)
        planar = coverage.share * self.plan.widths[coverage.column] * self.plan.heights[coverage.row]
        area = planar if self.scale is None else planar * self.scale.at(coverage.row, coverage.column + 0.5)
        key = coverage.polygon * self.class_count
        key += self.joint.reshape(-1)[self._cells(coverage.row, coverage.column)]
        size = len(members) * self.class_count
        sums = np.bincount(key, area, minlength=size) + self._run_sums(coverage, size)
        found = np.flatnonzero(sums)
        polygon, joint = np.divmod(found, self.class_count)
        return StripSums(
            members[polygon].astype(np.int32),
            (joint // self.target_count).astype(np.uint8), (joint % self.target_count).astype(np.uint8), sums[found],
            members,
            np.bincount(coverage.polygon, planar, minlength=len(members)) + self._run_areas(coverage, len(members)),
            touched_cells(coverage, len(members)),
        )

    def _cells(self, row: np.ndarray, column: np.ndarray) -> np.ndarray:
        """Return positions in the flattened strip."""
        return (row - self.strip.rows.start) * self.joint.shape[1] + (column - self.strip.columns.start)

    def _run_areas(self, coverage: Coverage, count: int) -> np.ndarray:
        """Return the planar area (count,) of the cells that lie wholly in each polygon."""
        lines = self.plan.x_axis.lines
        areas = (lines[coverage.run_stop] - lines[coverage.run_start]) * self.plan.heights[coverage.run_row]
        return np.bincount(coverage.run_polygon, areas, minlength=count)

    def _run_sums(self, coverage: Coverage, size: int) -> np.ndarray:
        """Return the area (size,) by polygon and class of the cells that lie wholly in a polygon."""
        run, start, stop = _split(coverage.run_start, coverage.run_stop)
        polygon, row = coverage.run_polygon[run], coverage.run_row[run]
        first, lengths = self._cells(row, start), stop - start
        classes = self.joint.reshape(-1)
        sums = np.zeros(size)
        for part in blocks(lengths, _RUN_CELLS):
            cells, _ = expand(first[part], first[part] + lengths[part])
            key = np.repeat(polygon[part] * self.class_count, lengths[part])
            key += classes.take(cells)
            if self.plan.cell_area is not None and self.scale is None:
                sums += np.bincount(key, minlength=size) * self.plan.cell_area
            else:
                sums += np.bincount(key, self._run_weights(row[part], start[part], stop[part], cells), minlength=size)
        return sums

    def _run_weights(self, row: np.ndarray, start: np.ndarray, stop: np.ndarray, cells: np.ndarray) -> np.ndarray:
        """Return the area of each cell of runs; ``cells`` are their positions in the flattened strip."""
        first, lengths = self._cells(row, start), stop - start
        heights = self.plan.heights[row]
        if self.scale is None:
            weights = np.repeat(heights, lengths)
        else:
            left, right = self.scale.at(row, start + 0.5), self.scale.at(row, stop - 0.5)
            slope = heights * (right - left) / np.maximum(lengths - 1, 1)
            weights = np.repeat(slope, lengths) * cells
            weights += np.repeat(heights * left - slope * first, lengths)
        if self.plan.x_axis.step is not None:
            return weights * self.plan.x_axis.step
        return weights * self.plan.widths[cells + np.repeat(start - first, lengths)]


def touched_cells(coverage: Coverage, count: int) -> np.ndarray:
    """Return the number (count,) of cells that each polygon covers or partly covers."""
    partly = np.bincount(coverage.polygon[coverage.share > _TOUCHED], minlength=count)
    wholly = np.bincount(coverage.run_polygon, coverage.run_stop - coverage.run_start, minlength=count)
    return partly + wholly.astype(np.int64)


def _split(start: np.ndarray, stop: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Split ranges into ranges of at most 64; return the range that each comes from, its start and its stop."""
    counts = (stop - start + _NODE_CELLS - 1) // _NODE_CELLS
    part, beginnings = expand(np.zeros(len(counts), dtype=np.int64), counts)
    run = group_of(beginnings)
    first = start[run] + part * _NODE_CELLS
    return run, first, np.minimum(first + _NODE_CELLS, stop[run])
