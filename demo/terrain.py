"""The ground the demo county is drawn on: a square grid, repeatable noise, distances and plot patterns.

Coordinates are metres east and north of the south-west corner of the county. Arrays have one
value a grid cell, row 0 in the south.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable

import numpy as np

CELL = 8.0
COLUMNS, ROWS = 1000, 750
WIDTH, HEIGHT = COLUMNS * CELL, ROWS * CELL
EAST, NORTH = np.meshgrid((np.arange(COLUMNS) + 0.5) * CELL, (np.arange(ROWS) + 0.5) * CELL)

_STEP = 0x9E3779B97F4A7C15
_MIX = (0xBF58476D1CE4E5B9, 0x94D049BB133111EB)


def uniform(name: str, *indices: np.ndarray | int) -> np.ndarray:
    """Return repeatable numbers in [0, 1): the same name and whole-number indices give the same number."""
    state = np.full(np.broadcast_shapes(*(np.shape(index) for index in indices)), zlib.crc32(name.encode()), np.uint64)
    with np.errstate(over="ignore"):
        for index in indices:
            state = state + np.asarray(index).astype(np.int64).astype(np.uint64) * np.uint64(_STEP)
            state = (state ^ (state >> np.uint64(30))) * np.uint64(_MIX[0])
            state = (state ^ (state >> np.uint64(27))) * np.uint64(_MIX[1])
            state = state ^ (state >> np.uint64(31))
    return (state >> np.uint64(11)).astype(float) * 2.0**-53


def noise(name: str, east: np.ndarray, north: np.ndarray, wavelength: float, octaves: int = 3) -> np.ndarray:
    """Return smooth noise, about -1 to 1, with features of the wavelength (m) and finer ones."""
    total = np.zeros(np.shape(east))
    for octave in range(octaves):
        scale = wavelength / 2**octave
        column, row = _square(east, scale), _square(north, scale)
        across, up = _ease(east / scale - column), _ease(north / scale - row)
        draws = _draws_by_square(f"{name} {octave}", column, row)
        south = draws(0, 0) * (1 - across) + draws(1, 0) * across
        north_side = draws(0, 1) * (1 - across) + draws(1, 1) * across
        total += ((south * (1 - up) + north_side * up) * 2 - 1) / 2**octave
    return total / (2 - 0.5 ** (octaves - 1))


def distance_to_line(east: np.ndarray, north: np.ndarray, line: np.ndarray, reach: float) -> np.ndarray:
    """Return the distance (m) of grid cells to a line of (east, north) vertices; beyond the reach it is infinite.

    east, north: position of each cell, at most half the reach away from its place on the grid.
    """
    nearest = np.full(east.shape, np.inf)
    for start, end in zip(line[:-1], line[1:]):
        low = np.minimum(start, end) - 1.5 * reach
        high = np.maximum(start, end) + 1.5 * reach
        (first_column, first_row) = np.maximum(low // CELL, 0).astype(int)
        (last_column, last_row) = np.maximum(high // CELL + 1, 0).astype(int)
        window = np.s_[first_row:last_row, first_column:last_column]
        from_start = east[window] - start[0], north[window] - start[1]
        along = end - start
        share = np.clip((from_start[0] * along[0] + from_start[1] * along[1]) / (along @ along), 0, 1)
        distance = np.hypot(from_start[0] - share * along[0], from_start[1] - share * along[1])
        nearest[window] = np.minimum(nearest[window], np.where(distance <= reach, distance, np.inf))
    return nearest


def scattered_plots(name: str, east: np.ndarray, north: np.ndarray, size: float) -> np.ndarray:
    """Return a plot number a cell; plots are irregular, about size (m) across, as on hills and in villages."""
    column, row = _square(east, size), _square(north, size)
    seed_east = _draws_by_square(f"{name} east", column, row)
    seed_north = _draws_by_square(f"{name} north", column, row)
    nearest, plots = np.full(np.shape(east), np.inf), np.zeros(np.shape(east), np.int64)
    for i in (-1, 0, 1):
        for j in (-1, 0, 1):
            distance = np.hypot(
                east - (column + i + 0.1 + 0.8 * seed_east(i, j)) * size,
                north - (row + j + 0.1 + 0.8 * seed_north(i, j)) * size,
            )
            closer = distance < nearest
            nearest = np.where(closer, distance, nearest)
            plots = np.where(closer, plot_number(column + i, row + j), plots)
    return plots


def plot_number(column: np.ndarray, row: np.ndarray) -> np.ndarray:
    """Return one whole number for a column and row, which may be negative."""
    return (column + 2**15) * 2**16 + row + 2**15


def rotated(
    east: np.ndarray, north: np.ndarray, angle: np.ndarray | float, centre: tuple[float, float] = (0.0, 0.0)
) -> tuple[np.ndarray, np.ndarray]:
    """Return the coordinates along and across an axis at the angle (radians from east) through the centre."""
    east, north = east - centre[0], north - centre[1]
    cosine, sine = np.cos(angle), np.sin(angle)
    return east * cosine + north * sine, north * cosine - east * sine


def connected_patches(keys: np.ndarray) -> np.ndarray:
    """Number the patches of a grid: cells of equal key that touch along a side, from 0 in reading order."""
    starts = np.ones(keys.shape, bool)
    starts[:, 1:] = keys[:, 1:] != keys[:, :-1]
    runs = np.cumsum(starts.ravel()).reshape(keys.shape) - 1
    touching = keys[1:] == keys[:-1]
    above, below = runs[1:][touching], runs[:-1][touching]
    roots = np.arange(runs[-1, -1] + 1)
    while np.any(roots[above] != roots[below]):
        lowest = np.minimum(roots[above], roots[below])
        np.minimum.at(roots, roots[above], lowest)
        np.minimum.at(roots, roots[below], lowest)
        while np.any(roots != roots[roots]):
            roots = roots[roots]
    return np.unique(roots, return_inverse=True)[1][runs]


def _square(metres: np.ndarray, size: float) -> np.ndarray:
    return np.floor(metres / size).astype(np.int64)


def _draws_by_square(name: str, column: np.ndarray, row: np.ndarray) -> Callable[[int, int], np.ndarray]:
    """Return a function that gives each cell the draw of the square some columns and rows beside its own."""
    first_column, first_row = column.min() - 1, row.min() - 1
    columns = np.arange(first_column, column.max() + 2)
    rows = np.arange(first_row, row.max() + 2)
    draws = uniform(name, columns[None, :], rows[:, None])
    return lambda i, j: draws[row - first_row + j, column - first_column + i]


def _ease(share: np.ndarray) -> np.ndarray:
    return share * share * (3 - 2 * share)
