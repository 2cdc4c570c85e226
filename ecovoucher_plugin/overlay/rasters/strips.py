"""Which polygons to cover in which strip of rows, in jobs of bounded size."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from ..polygons.polygon_array import PolygonArray
from ..polygons.ragged import blocks
from .coverage import CellWindow, CoverageEngine
from .grid import GridAxis

_STRIP_CELLS = 1 << 23
_JOB_PIECES = 1 << 18
_TILE_COLUMNS = 4096


class Strip(NamedTuple):
    """Rows of a grid, the columns that its polygons reach, and the polygons, int64 (k,)."""

    rows: slice
    columns: slice
    polygons: np.ndarray


class StripPlan:
    """The work of covering a grid by polygons, strip by strip.

    polygons: the array; chosen: int64 (k,), those with finite coordinates and vertices.
    is_chosen: bool (p,). widths, heights: the sizes of the grid's columns and rows.
    """

    def __init__(self, polygons: PolygonArray, chosen: np.ndarray, x_axis: GridAxis, y_axis: GridAxis) -> None:
        self.engine = CoverageEngine(polygons, x_axis, y_axis)
        self.x_axis, self.y_axis = x_axis, y_axis
        self.widths, self.heights = x_axis.sizes(), y_axis.sizes()
        bounds = polygons.bounds[chosen]
        self._chosen = chosen
        self.is_chosen = np.zeros(len(polygons), dtype=bool)
        self.is_chosen[chosen] = True
        self._columns = _reach(x_axis, bounds[:, 0], bounds[:, 2])
        self._rows = _reach(y_axis, bounds[:, 1], bounds[:, 3])
        heights, widths = self._rows[1] - self._rows[0], self._columns[1] - self._columns[0]
        pieces = np.diff(polygons.vertex_start)[chosen] + 2.0 * widths
        self._pieces_per_row = pieces / np.maximum(heights, 1) + 4.0

    @property
    def cell_area(self) -> float | None:
        """The planar area of every cell; None where cells differ in size."""
        width, height = self.x_axis.step, self.y_axis.step
        return None if width is None or height is None else width * height

    def strips(self) -> Iterator[tuple[Strip, float]]:
        """Yield the strips in which there are polygons, from the north, and the share of rows done with each."""
        count = len(self.y_axis)
        height = max(1, _STRIP_CELLS // len(self.x_axis))
        for stop in range(count, 0, -height):
            rows = slice(max(0, stop - height), stop)
            here = np.flatnonzero((self._rows[0] < rows.stop) & (self._rows[1] > rows.start))
            here = here[self._columns[1][here] > self._columns[0][here]]
            if len(here):
                columns = slice(int(self._columns[0][here].min()), int(self._columns[1][here].max()))
                yield Strip(rows, columns, here), 1.0 - rows.start / count

    def jobs(self, strip: Strip, most: int) -> Iterator[tuple[np.ndarray, CellWindow]]:
        """Yield the polygons, at most ``most``, and the window of each job of a strip.

        A job is one tile of columns or a part of it, and measures x from the tile's side: what a polygon
        gets depends neither on other polygons nor on their order.
        """
        tile = self._columns[0][strip.polygons] // _TILE_COLUMNS
        order = np.argsort(tile, kind="stable")
        members, tile = strip.polygons[order], tile[order]
        low, high = self._rows[0][members], self._rows[1][members]
        rows = np.minimum(high, strip.rows.stop) - np.maximum(low, strip.rows.start)
        pieces = np.maximum(self._pieces_per_row[members] * rows, _JOB_PIECES / most)
        bounds = np.flatnonzero(np.diff(tile, prepend=-1, append=-1))
        for first, stop in zip(bounds[:-1], bounds[1:]):
            window = CellWindow(strip.rows.start, strip.rows.stop, int(tile[first]) * _TILE_COLUMNS)
            for block in blocks(pieces[first:stop], _JOB_PIECES):
                yield self._chosen[members[first:stop][block]], window


def _reach(axis: GridAxis, low: np.ndarray, high: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The first cell that each range of coordinates reaches, and the one after the last; equal outside of the axis."""
    first, stop = axis.cells_at(low), axis.cells_at(high) + 1
    return np.clip(first, 0, len(axis)), np.clip(stop, 0, len(axis))
