"""Grid lines: the rows or columns of one raster, or of two rasters with different grids."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

_SAME_LINE = 1e-9
_REGULAR = 1e-9


@dataclass(frozen=True)
class GridAxis:
    """The lines between the columns (or rows) of a grid, ascending.

    lines: float64 (n + 1,), map coordinates; cell i lies between lines[i] and lines[i + 1].
    step: the cell size of a regular axis, None where cells differ in size.
    """

    lines: np.ndarray
    step: float | None = None

    def __len__(self) -> int:
        return len(self.lines) - 1

    def cells_at(self, values: np.ndarray) -> np.ndarray:
        """The cell of each value: int64 (k,), with lines[i] <= value < lines[i + 1].

        -1 stands for values before the first line, n for values from the last line on.
        """
        if self.step is None:
            return np.searchsorted(self.lines, values, side="right") - 1
        steps = (values - self.lines[0]) * (1.0 / self.step)
        cells = np.clip(np.floor(steps), -1, len(self)).astype(np.int64)
        cells -= (values < np.take(self.lines, cells, mode="clip")) & (cells >= 0)
        cells += (values >= np.take(self.lines, cells + 1, mode="clip")) & (cells < len(self))
        return cells

    def window(self, first: int, stop: int) -> GridAxis:
        """The axis of the cells from ``first`` up to, not including, ``stop``."""
        return GridAxis(self.lines[first:stop + 1], self.step)

    def around(self, low: float, high: float) -> GridAxis:
        """The cells that a range of coordinates touches; at least one cell."""
        first, last = np.clip(self.cells_at(np.array([low, high])), 0, len(self) - 1)
        return self.window(int(first), int(max(first, last)) + 1)

    def relative_to(self, line: int) -> GridAxis:
        """The axis measured from one of its lines, so that few digits are spent on where the grid lies."""
        if self.step is None:
            return GridAxis(self.lines - self.lines[line])
        return GridAxis(self.step * np.arange(-line, len(self) + 1.0 - line), self.step)

    @property
    def mean_size(self) -> float:
        """The mean size of the cells."""
        return float(self.lines[-1] - self.lines[0]) / len(self)

    def sizes(self) -> np.ndarray:
        """The size of each cell, float64 (n,)."""
        return np.diff(self.lines) if self.step is None else np.full(len(self), self.step)

    def cells_of(self, finer: GridAxis) -> np.ndarray:
        """The cell of this axis that holds each cell of a finer axis, int64; -1 outside of this axis."""
        cells = self.cells_at((finer.lines[:-1] + finer.lines[1:]) / 2)
        cells[cells == len(self)] = -1
        return cells


def regular_axis(origin: float, step: float, count: int) -> GridAxis:
    """The axis of ``count`` equal cells that begins at ``origin``; a negative step runs downwards from there."""
    lines = origin + step * np.arange(count + 1.0)
    return GridAxis(lines if step > 0 else lines[::-1].copy(), abs(float(step)))


def joint_axis(first: GridAxis, second: GridAxis) -> GridAxis:
    """The axis with the lines of both axes.

    A line of the second within 1e-9 of a cell of a line of the first is that line.
    """
    nearest = np.clip(np.searchsorted(first.lines, second.lines), 1, len(first))
    nearest -= (second.lines - first.lines[nearest - 1]) < (first.lines[nearest] - second.lines)
    smallest = min(np.diff(first.lines).min(), np.diff(second.lines).min())
    apart = np.abs(second.lines - first.lines[nearest]) > _SAME_LINE * smallest
    if not apart.any():
        return first
    lines = np.union1d(first.lines, second.lines[apart])
    step = (lines[-1] - lines[0]) / (len(lines) - 1)
    even = lines[0] + step * np.arange(len(lines))
    return GridAxis(lines, step if np.abs(lines - even).max() < _REGULAR * step else None)
