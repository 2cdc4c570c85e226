"""Space-filling wiggly polygons: a wall of six-sided cells with jittered corners, a warped plane and rough edges.

Everything follows from whole-number keys (seed, corner, edge), so that any part of the plane can be built
alone, in any order, and neighbours share their border vertex by vertex.
"""
from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely

ASPECT = 0.866  # row pitch over column pitch of a regular wall of hexagons
JITTER = 0.12  # of a cell, to each side
ROUGHNESS = 0.09  # of an edge's length, to each side
WAVES = 3  # of the warp, each stretching and squeezing the plane by …
STRETCH = 0.24
TAPER = 12.0  # cells from the border over which the warp fades
DECIMALS = 4  # coordinates are kept to 0.1 mm


def uniform(*keys) -> np.ndarray:
    """One reproducible number in [0, 1) for each combination of whole-number keys (arrays broadcast)."""
    state = np.zeros(1, np.uint64)
    for key in keys:
        state = state ^ np.atleast_1d(np.asarray(key, np.int64)).view(np.uint64)
        state = state + np.uint64(0x9E3779B97F4A7C15)
        state = (state ^ (state >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        state = (state ^ (state >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        state = state ^ (state >> np.uint64(31))
    return (state >> np.uint64(11)) * 2.0 ** -53


def count_up(counts: np.ndarray) -> np.ndarray:
    """0 … n−1 for every n of `counts`, one run after another."""
    ends = np.cumsum(counts)
    return np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - counts, counts)


def fractal(*keys, t: np.ndarray) -> np.ndarray:
    """Value noise in four octaves along t in [0, 1], in −1 … 1; plain arithmetic, hence the same everywhere."""
    total = np.zeros(len(t))
    for octave in range(4):
        step = t * 3 * 2 ** octave
        whole = np.floor(step).astype(np.int64)
        here, there = uniform(*keys, octave, whole), uniform(*keys, octave, whole + 1)
        total += (2 * (here + (there - here) * (step - whole)) - 1) * 0.5 ** (octave + 1)
    return total


@dataclass(frozen=True)
class Tessellation:
    """rows × columns cells in `box` (xmin, ymin, xmax, ymax; metres), each edge of `segments` (least, most) pieces.

    Row r is shifted by half a cell when r is odd; only the edges' roughness leaves the box. Corners stand on
    rows + 1 lines, 2 · columns + 2 on each. Edge numbers: along the lines, then between them, then the cuts that
    halve a cell. A ring is a row of signed edges: number + 1, negative when the edge is run backwards.
    """

    box: tuple
    rows: int
    columns: int
    seed: int
    segments: tuple = (5, 10)

    @property
    def _along(self) -> int:
        return (self.rows + 1) * (2 * self.columns + 1)

    @property
    def _between(self) -> int:
        return self.rows * (self.columns + 1)

    @cached_property
    def corners(self) -> np.ndarray:
        """(rows + 1, 2 · columns + 2, 2) coordinates."""
        line, half = np.mgrid[0:self.rows + 1, 0:2 * self.columns + 2]
        to_side, to_end = np.minimum(half, 2 * self.columns + 1 - half), np.minimum(line, self.rows - line)
        aside, ahead = (JITTER * (2 * uniform(self.seed, 1, axis, line, half) - 1) for axis in (0, 1))
        u = half / 2 + aside * (to_side > 1)
        v = line + (ahead + np.where(half % 2 == line % 2, 1 / 6, -1 / 6)) * (to_end > 0)
        du, dv = self._warp(u, v)
        xmin, ymin, xmax, ymax = self.box
        x = xmin + (u + du) * (xmax - xmin) / (self.columns + 0.5)
        y = ymin + (v + dv) * (ymax - ymin) / self.rows
        return np.stack([x, y], axis=2)

    def _warp(self, u, v):
        """Displacements in cells: long waves along random directions, gradient below 1, none at the border."""
        inside = np.minimum.reduce([u, self.columns + 0.5 - u, v, self.rows - v])
        fade = np.clip(inside / TAPER, 0, 1)
        du, dv = np.zeros_like(u), np.zeros_like(v)
        for wave in range(WAVES):
            turn, length, phase = (float(uniform(self.seed, 2, wave, k)[0]) for k in range(3))
            length = 12 + 24 * length
            eu, ev = np.cos(np.pi * (wave + turn) / WAVES), np.sin(np.pi * (wave + turn) / WAVES)
            push = fade * STRETCH * length / (2 * np.pi) * np.sin(2 * np.pi * ((u * eu + v * ev) / length + phase))
            du += push * eu
            dv += push * ev
        return du, dv

    def cells(self, r: np.ndarray, c: np.ndarray) -> np.ndarray:
        """(n, 6) rings of whole cells."""
        h = 2 * c + r % 2
        top, bottom = self._line(r + 1), self._line(r)
        return np.stack([bottom(h), bottom(h + 1), self._side(r, c + 1), -top(h + 1), -top(h), -self._side(r, c)], 1)

    def pairs(self, r: np.ndarray, c: np.ndarray) -> np.ndarray:
        """(n, 10) rings of cell c merged with cell c + 1 of the same row."""
        h = 2 * c + r % 2
        top, bottom = self._line(r + 1), self._line(r)
        return np.stack([*(bottom(h + k) for k in range(4)), self._side(r, c + 2),
                         *(-top(h + k) for k in (3, 2, 1, 0)), -self._side(r, c)], 1)

    def halves(self, r: np.ndarray, c: np.ndarray) -> tuple:
        """Two (n, 4) ring arrays: the left and the right half of cells cut from bottom to top."""
        h = 2 * c + r % 2
        top, bottom = self._line(r + 1), self._line(r)
        cut = self._along + self._between + r * self.columns + c + 1
        left = np.stack([bottom(h), cut, -top(h), -self._side(r, c)], 1)
        right = np.stack([bottom(h + 1), self._side(r, c + 1), -top(h + 1), -cut], 1)
        return left, right

    def _line(self, line):
        return lambda h: line * (2 * self.columns + 1) + h + 1

    def _side(self, r, c):
        return self._along + r * (self.columns + 1) + c + 1

    def polygons(self, rings: np.ndarray, renoded: float = 0.0) -> np.ndarray:
        """Shapely polygons of signed-edge rings, counter-clockwise; a share `renoded` of edges has a vertex more."""
        if len(rings) == 0:
            return np.empty(0, dtype=object)
        numbers, where = np.unique(np.abs(rings), return_inverse=True)
        where = where.reshape(rings.shape)
        points, counts = self._edges(numbers - 1, renoded)
        starts = np.cumsum(counts + 1) - counts - 1
        used = counts[where].ravel()
        step = count_up(used)
        backwards = np.repeat(rings.ravel() < 0, used)
        index = np.repeat(starts[where].ravel(), used) + np.where(backwards, np.repeat(used, used) - step, step)
        owner = np.repeat(np.arange(len(rings)), counts[where].sum(axis=1))
        return shapely.polygons(shapely.linearrings(points[index], indices=owner))

    def _edges(self, edges: np.ndarray, renoded: float) -> tuple:
        """Points of the edges, both ends included, and the number of segments of each."""
        start, end = self._ends(edges)
        least, most = self.segments
        counts = least + (uniform(self.seed, 3, edges) * (most - least + 1)).astype(np.int64)
        edge, step, total = np.repeat(edges, counts + 1), count_up(counts + 1), np.repeat(counts, counts + 1)
        a, b = (np.repeat(ends, counts + 1, axis=0) for ends in (start, end))
        inner = (step > 0) & (step < total)
        t = (step + inner * 0.5 * (uniform(self.seed, 4, edge, step) - 0.5)) / total
        rough = np.where(edge < self._along + self._between, ROUGHNESS, ROUGHNESS / 2)  # cuts meet at sharper angles
        aside = rough * 4 * t * (1 - t) * fractal(self.seed, 5, edge, t=t)
        along = b - a
        points = a + t[:, None] * along + aside[:, None] * np.stack([-along[:, 1], along[:, 0]], 1)
        points[step == total] = end
        more = uniform(self.seed, 6, edges) < renoded
        firsts = np.flatnonzero(step == 0)[more]
        points = np.insert(points, firsts + 1, (points[firsts] + points[firsts + 1]) / 2, axis=0)
        return np.round(points, DECIMALS), counts + more

    def _ends(self, edges: np.ndarray) -> tuple:
        """Corners where edges begin and end: half a cell to the right along a line, one line up otherwise."""
        between = edges - self._along
        cut = between - self._between
        line, half = np.divmod(edges, 2 * self.columns + 1)
        side_row, side = np.divmod(between, self.columns + 1)
        cut_row, cut_column = np.divmod(cut, self.columns)
        row = np.select([between < 0, cut < 0], [line, side_row], cut_row)
        half = np.select([between < 0, cut < 0], [half, 2 * side + side_row % 2], 2 * cut_column + cut_row % 2 + 1)
        upright = between >= 0
        return self.corners[row, half], self.corners[row + upright, half + ~upright]
