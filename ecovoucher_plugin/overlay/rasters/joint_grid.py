"""Two class rasters of one CRS as one: the grid of both, and the pair of classes of each of its cells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from .class_index import ClassIndex
from .grid import GridAxis, joint_axis

Heartbeat = Callable[[], None]

_READ_CELLS = 1 << 21


class ClassRaster(Protocol):
    """What the overlay needs of a raster of class values.

    name: for errors. x_axis, y_axis: its columns from the west, its rows from the south.
    missing: values that mean no class. warped: whether its cells are the nearest ones of another CRS.
    """

    name: str
    x_axis: GridAxis
    y_axis: GridAxis
    missing: tuple[float, ...]
    warped: bool

    def read(self, rows: slice, columns: slice) -> tuple[np.ndarray, np.ndarray | None]:
        """Return the values (rows from the south), and where they are valid (None: everywhere)."""


@dataclass(frozen=True)
class ArrayRaster:
    """A class raster in memory.

    values: (rows, columns), rows from the south. valid: bool of the same shape, or None.
    """

    values: np.ndarray
    x_axis: GridAxis
    y_axis: GridAxis
    missing: tuple[float, ...] = ()
    valid: np.ndarray | None = None
    name: str = "array"
    warped: bool = False

    def read(self, rows: slice, columns: slice) -> tuple[np.ndarray, np.ndarray | None]:
        """Return the values and where they are valid."""
        return self.values[rows, columns], None if self.valid is None else self.valid[rows, columns]


class _Layer:
    """One raster on the joint grid."""

    def __init__(self, raster: ClassRaster, x_axis: GridAxis, y_axis: GridAxis) -> None:
        self.index = ClassIndex(raster.name, raster.missing)
        self.cells = self.border_cells = 0
        self._raster = raster
        self._columns, self._rows = raster.x_axis.cells_of(x_axis), raster.y_axis.cells_of(y_axis)

    def has_grid(self) -> bool:
        """Return whether the joint grid has the cells of this raster, undivided and no others."""
        return all(cells[0] >= 0 and _in_step(cells) for cells in (self._columns, self._rows))

    def read(self, rows: slice, columns: slice, heartbeat: Heartbeat) -> np.ndarray:
        """Return the class indices of cells of the joint grid, uint8."""
        row, column = self._rows[rows], self._columns[columns]
        indices = np.zeros((len(row), len(column)), dtype=np.uint8)
        inside_row, inside_column = np.flatnonzero(row >= 0), np.flatnonzero(column >= 0)
        if not len(inside_row) or not len(inside_column):
            return indices
        row, column = row[inside_row], column[inside_column]
        first_row, first_column = int(row[0]), int(column[0])
        own = self._read_own(
            slice(first_row, int(row[-1]) + 1), slice(first_column, int(column[-1]) + 1), heartbeat
        )
        if own.shape == indices.shape and _in_step(row) and _in_step(column):
            return own
        indices[inside_row[0]:inside_row[-1] + 1, inside_column[0]:inside_column[-1] + 1] = own[
            np.ix_(row - first_row, column - first_column)
        ]
        return indices

    def _read_own(self, rows: slice, columns: slice, heartbeat: Heartbeat) -> np.ndarray:
        """Return the class indices of cells of the raster's own grid, read in small parts."""
        indices = np.empty((rows.stop - rows.start, columns.stop - columns.start), dtype=np.uint8)
        height = max(1, _READ_CELLS // indices.shape[1])
        for first in range(rows.start, rows.stop, height):
            heartbeat()
            stop = min(first + height, rows.stop)
            indices[first - rows.start:stop - rows.start] = self.index.encode(
                *self._raster.read(slice(first, stop), columns)
            )
        if self._raster.warped:
            self.cells += indices.size
            self.border_cells += _border_cells(indices)
        return indices


def _in_step(cells: np.ndarray) -> bool:
    """Return whether cells follow one another without gap or repeat."""
    return bool((np.diff(cells) == 1).all())


def _border_cells(indices: np.ndarray) -> int:
    """Return the number of cells beside a cell of another class."""
    borders = np.zeros(indices.shape, dtype=bool)
    across, along = indices[:, 1:] != indices[:, :-1], indices[1:] != indices[:-1]
    borders[:, 1:] |= across
    borders[:, :-1] |= across
    borders[1:] |= along
    borders[:-1] |= along
    return int(borders.sum())


class JointGrid:
    """The common grid of two class rasters over a range of coordinates, exact without resampling.

    x_axis, y_axis: the lines of both rasters' grids. has_base_cells: whether its cells are those of the base raster.
    """

    def __init__(
        self, base: ClassRaster, target: ClassRaster, x_range: tuple[float, float], y_range: tuple[float, float]
    ) -> None:
        self.x_axis = joint_axis(base.x_axis.around(*x_range), target.x_axis.around(*x_range))
        self.y_axis = joint_axis(base.y_axis.around(*y_range), target.y_axis.around(*y_range))
        self._base = _Layer(base, self.x_axis, self.y_axis)
        self._target = _Layer(target, self.x_axis, self.y_axis)
        self.has_base_cells = self._base.has_grid()

    @property
    def base_values(self) -> np.ndarray:
        """The class values of base indices from 1, int64."""
        return np.array(self._base.index.values, dtype=np.int64)

    @property
    def target_border_share(self) -> float:
        """The share of the cells read from a warped target that lie beside another class; 0 where it is not warped."""
        return self._target.border_cells / max(self._target.cells, 1)

    @property
    def target_values(self) -> np.ndarray:
        """The class values of target indices from 1, int64."""
        return np.array(self._target.index.values, dtype=np.int64)

    def read(self, rows: slice, columns: slice, heartbeat: Heartbeat) -> tuple[np.ndarray, int, int]:
        """Return the joint class of cells, and the numbers of base and of target indices.

        The joint class is base index × number of target indices + target index; index 0 is no class.
        heartbeat: called before each part that is read.
        """
        base, target = self._base.read(rows, columns, heartbeat), self._target.read(rows, columns, heartbeat)
        base_count, target_count = len(self._base.index), len(self._target.index)
        joint = base.astype(np.min_scalar_type(base_count * target_count - 1))
        joint *= joint.dtype.type(target_count)
        joint += target
        return joint, base_count, target_count
