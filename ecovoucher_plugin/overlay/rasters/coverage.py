"""Exact coverage: which share of which raster cell lies in which polygon, without a loop over polygons.

Every edge is cut at the lines between rows, then at the lines between columns. A piece of an edge
inside one cell covers the trapezoid between itself and the cell's right side, and the full height of
the piece in all cells to the right. Added up with the edge's direction as sign, that is the share of
each cell; cells without an edge have the constant share that the running sum along the row gives.

Heights are counted in shares of a row and rounded to multiples of 2^-51, so their sums are exact:
after the last edge of a polygon in a row the running sum is exactly 0, inside it is exactly 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ..polygons.polygon_array import PolygonArray
from ..polygons.ragged import expand, offsets
from .grid import GridAxis

_NOTHING = 1e-13


class CellWindow(NamedTuple):
    """The rows of a grid to work on, and the column that x-coordinates are measured from."""

    first_row: int
    stop_row: int
    origin_column: int = 0


@dataclass(frozen=True)
class Coverage:
    """Shares of cells in polygons.

    polygon, row, column: int64 (n,), a cell that a border crosses; share: float64 (n,), its share in the polygon.
    run_polygon, run_row, run_start, run_stop: int64 (m,), cells of a row that lie wholly in the polygon.
    """

    polygon: np.ndarray
    row: np.ndarray
    column: np.ndarray
    share: np.ndarray
    run_polygon: np.ndarray
    run_row: np.ndarray
    run_start: np.ndarray
    run_stop: np.ndarray


class _Edges(NamedTuple):
    """Edges (n,) of polygons or pieces of them, from (x0, y0) up to (x1, y1).

    polygon: position of the polygon. side: +1 where the polygon lies on the side of larger x, else -1.
    """

    polygon: np.ndarray
    side: np.ndarray
    x0: np.ndarray
    y0: np.ndarray
    x1: np.ndarray
    y1: np.ndarray


class _Pieces(NamedTuple):
    """Pieces (n,) of edges inside one cell.

    height: float64, signed height as a share of the row. to_right: float64, mean distance from the
    cell's right side as a share of the column.
    """

    polygon: np.ndarray
    row: np.ndarray
    column: np.ndarray
    height: np.ndarray
    to_right: np.ndarray


class CoverageEngine:
    """Coverage of the cells of a grid by polygons.

    x_axis, y_axis: the grid's columns from the west and rows from the south. Parts of polygons
    outside of the grid are left out. Coordinates must be finite.
    """

    def __init__(self, polygons: PolygonArray, x_axis: GridAxis, y_axis: GridAxis) -> None:
        self._polygons = polygons
        self._x_axis, self._y_axis = x_axis, y_axis
        self._leads_on = np.ones(len(polygons.xy), dtype=bool)
        self._leads_on[polygons.ring_start[1:][np.diff(polygons.ring_start) > 0] - 1] = False

    def cover(self, members: np.ndarray, window: CellWindow) -> Coverage:
        """Return the coverage by the polygons ``members``, int64 (k,), in the rows of a window.

        ``polygon`` in the result is a position in ``members``.
        """
        x_axis = self._x_axis.relative_to(window.origin_column)
        y_axis = self._y_axis.relative_to(window.first_row)
        edges = self._edges(members, window, y_axis)
        rows, edges = _cut_at_rows(edges, y_axis, window)
        return _collect(_cut_at_columns(rows, edges, x_axis), window.stop_row, len(x_axis))

    def _edges(self, members: np.ndarray, window: CellWindow, y_axis: GridAxis) -> _Edges:
        """Return the edges that reach into the window's rows, relative to the window's origin."""
        starts = self._polygons.vertex_start
        vertices, beginnings = expand(starts[members], starts[members + 1])
        xy = self._polygons.xy[vertices]
        x = xy[:, 0] - self._x_axis.lines[window.origin_column]
        y = xy[:, 1] - self._y_axis.lines[window.first_row]
        above, below = y > y_axis.lines[window.first_row], y < y_axis.lines[window.stop_row]
        reaches = self._leads_on[vertices[:-1]] & (y[:-1] != y[1:])
        reaches &= (above[:-1] | above[1:]) & (below[:-1] | below[1:])
        edge = np.flatnonzero(reaches)
        polygon = np.repeat(np.arange(len(members)), np.diff(beginnings))[edge]
        rises = y[edge] < y[edge + 1]
        lower, upper = edge + ~rises, edge + rises
        return _Edges(polygon, np.where(rises, -1.0, 1.0), x[lower], y[lower], x[upper], y[upper])


def _cut_at_rows(edges: _Edges, axis: GridAxis, window: CellWindow) -> tuple[np.ndarray, _Edges]:
    """Return the pieces of edges inside each row of the window and their rows; y becomes a share of the row."""
    edges = _clip_rows(edges, axis.lines[window.first_row], axis.lines[window.stop_row])
    first, last = axis.cells_at(edges.y0), axis.cells_at(edges.y1)
    last -= edges.y1 == axis.lines[last]
    edge, row, y0, x0, y1, x1 = _cut(axis.lines, first, last, edges.y0, edges.x0, edges.y1, edges.x1)
    bottom, top = axis.lines[row], axis.lines[row + 1]
    y0, y1 = _rounded((y0 - bottom) / (top - bottom)), _rounded((y1 - bottom) / (top - bottom))
    return row, _Edges(edges.polygon[edge], edges.side[edge], x0, y0, x1, y1)


def _clip_rows(edges: _Edges, low: float, high: float) -> _Edges:
    """Return the edges without what lies below ``low`` or above ``high``."""
    x0, y0, x1, y1 = edges.x0.copy(), edges.y0.copy(), edges.x1.copy(), edges.y1.copy()
    for line, x, y, outside in ((low, x0, y0, edges.y0 < low), (high, x1, y1, edges.y1 > high)):
        share = (line - edges.y0[outside]) / (edges.y1 - edges.y0)[outside]
        x[outside] = edges.x0[outside] + share * (edges.x1 - edges.x0)[outside]
        y[outside] = line
    return _Edges(edges.polygon, edges.side, x0, y0, x1, y1)


def _rounded(shares: np.ndarray) -> np.ndarray:
    """Round shares from 0 to 1 to multiples of 2^-51, whose sums are exact."""
    return (shares + 2.0) - 2.0


def _cut_at_columns(rows: np.ndarray, edges: _Edges, axis: GridAxis) -> _Pieces:
    """Return the pieces inside each column; what lies outside of the columns is moved to the nearest side."""
    leftwards = edges.x1 < edges.x0
    side = np.where(leftwards, -edges.side, edges.side)
    left, right = np.minimum(edges.x0, edges.x1), np.maximum(edges.x0, edges.x1)
    y_left, y_right = np.where(leftwards, edges.y1, edges.y0), np.where(leftwards, edges.y0, edges.y1)
    first, last = axis.cells_at(left), axis.cells_at(right)
    piece, column, x0, y0, x1, y1 = _cut(axis.lines, first, last, left, y_left, right, y_right)
    if len(column) and (first.min() < 0 or last.max() == len(axis)):
        x0, x1 = np.clip(x0, axis.lines[0], axis.lines[-1]), np.clip(x1, axis.lines[0], axis.lines[-1])
        column = np.clip(column, 0, len(axis) - 1)
    near, far = axis.lines[column], axis.lines[column + 1]
    height = (_rounded(y1) - _rounded(y0)) * side[piece]
    return _Pieces(edges.polygon[piece], rows[piece], column, height, (far - (x0 + x1) / 2) / (far - near))


def _cut(
    lines: np.ndarray,
    first: np.ndarray,
    last: np.ndarray,
    u0: np.ndarray,
    v0: np.ndarray,
    u1: np.ndarray,
    v1: np.ndarray,
) -> tuple[np.ndarray, ...]:
    """Cut segments from (u0, v0) to (u1, v1), ascending in u, at the lines between cells ``first`` and ``last``.

    Returns, for each piece, its segment, its cell, and u0, v0, u1, v1 of the piece.
    """
    counts = last - first + 1
    starts = offsets(counts)
    segment = np.repeat(np.arange(len(counts)), counts)
    cell = np.arange(starts[-1])
    cell += np.repeat(first - starts[:-1], counts)
    u_out = np.take(lines, cell + 1, mode="clip")
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        share = (u_out - u0[segment]) / (u1 - u0)[segment]
        v_out = v0[segment] + share * (v1 - v0)[segment]
    ends = starts[1:] - 1
    u_out[ends], v_out[ends] = u1, v1
    u_in, v_in = np.empty_like(u_out), np.empty_like(v_out)
    u_in[1:], v_in[1:] = u_out[:-1], v_out[:-1]
    u_in[starts[:-1]], v_in[starts[:-1]] = u0, v0
    return segment, cell, u_in, v_in, u_out, v_out


def _collect(pieces: _Pieces, rows: int, columns: int) -> Coverage:
    """Add up the pieces of each polygon and cell, and fill the cells between borders."""
    key = (pieces.polygon * rows + pieces.row) * columns + pieces.column
    order = np.argsort(key, kind="stable")
    key = key[order]
    is_new = np.ones(len(key), dtype=bool)
    is_new[1:] = key[1:] != key[:-1]
    starts = np.flatnonzero(is_new)
    first = order[starts]
    polygon, row, column = pieces.polygon[first], pieces.row[first], pieces.column[first]
    height = np.add.reduceat(pieces.height[order], starts)
    area = np.add.reduceat((pieces.height * pieces.to_right)[order], starts)
    inside = np.cumsum(height)
    share = area + (inside - height)
    return _with_gaps(polygon, row, column, share, inside)


def _with_gaps(
    polygon: np.ndarray, row: np.ndarray, column: np.ndarray, share: np.ndarray, inside: np.ndarray
) -> Coverage:
    """Return the coverage of cells with borders, ordered by polygon, row, column, and of the gaps between them.

    inside: float64 (n,), the share that all cells after each cell have, up to the next cell.
    """
    is_gap = (np.abs(inside[:-1]) > _NOTHING) & (column[1:] > column[:-1] + 1)
    run = np.flatnonzero(is_gap & (inside[:-1] == 1.0))
    partial = np.flatnonzero(is_gap & (inside[:-1] != 1.0))
    columns, beginnings = expand(column[partial] + 1, column[partial + 1])
    gap = np.repeat(partial, np.diff(beginnings))
    cell = np.flatnonzero(np.abs(share) > _NOTHING)
    return Coverage(
        np.concatenate((polygon[cell], polygon[gap])),
        np.concatenate((row[cell], row[gap])),
        np.concatenate((column[cell], columns)),
        np.concatenate((share[cell], inside[gap])),
        polygon[run], row[run], column[run] + 1, column[run + 1],
    )
