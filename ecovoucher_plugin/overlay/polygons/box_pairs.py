"""Which boxes of two sets meet: the candidates for an overlay."""

from __future__ import annotations

import numpy as np

from .ragged import blocks, expand, group_of

_CELLS_PER_BOX = 6
_ROWS = 1 << 18


def box_pairs(first: np.ndarray, second: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Index pairs of boxes whose interiors meet, each pair once, ordered by first and then second index.

    first, second: float64 (p, 4) and (q, 4), x minimum, y minimum, x maximum, y maximum; empty boxes meet nothing.
    Returns two int64 (k,) arrays.
    """
    live = [np.flatnonzero((boxes[:, 0] <= boxes[:, 2]) & (boxes[:, 1] <= boxes[:, 3])) for boxes in (first, second)]
    if not (len(live[0]) and len(live[1])):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    grid = _Grid(first[live[0]], second[live[1]])
    left, right = grid.pairs()
    left, right = live[0][left], live[1][right]
    order = np.lexsort((right, left))
    return left[order], right[order]


class _Grid:
    """A grid of square cells over two sets of boxes; a pair is found in the cell of its reference corner only."""

    def __init__(self, first: np.ndarray, second: np.ndarray) -> None:
        self.origin = np.minimum(first[:, :2].min(axis=0), second[:, :2].min(axis=0))
        self.first, self.second = first, second
        self.size = self._cell_size()
        self.width = int(max(self._cells(boxes[:, 2:])[:, 0].max() for boxes in (first, second))) + 1

    def _cell_size(self) -> float:
        """The smallest size, by doubling, at which the boxes cover few cells each."""
        sides = np.concatenate([boxes[:, 2:] - boxes[:, :2] for boxes in (self.first, self.second)])
        reach = max(np.max(np.abs(boxes[:, 2:] - self.origin)) for boxes in (self.first, self.second))
        size = max(float(np.median(sides.max(axis=1))), float(reach) * 1e-7, np.finfo(np.float64).tiny)
        while np.prod(sides / size + 1, axis=1).sum() > _CELLS_PER_BOX * len(sides):
            size *= 2
        return size

    def _cells(self, points: np.ndarray) -> np.ndarray:
        return ((points - self.origin) / self.size).astype(np.int64)

    def _covered(self, boxes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Cell number and box index of every cell that a box covers."""
        low, high = self._cells(boxes[:, :2]), self._cells(boxes[:, 2:])
        row, beginnings = expand(low[:, 1], high[:, 1] + 1)
        box = group_of(beginnings)
        column, beginnings = expand(low[box, 0], high[box, 0] + 1)
        strip = group_of(beginnings)
        return row[strip] * self.width + column, box[strip]

    def pairs(self) -> tuple[np.ndarray, np.ndarray]:
        cells, boxes = self._covered(self.second)
        order = np.argsort(cells, kind="stable")
        cells, boxes = cells[order], boxes[order]
        asked, asking = self._covered(self.first)
        starts = np.searchsorted(cells, asked, side="left")
        stops = np.searchsorted(cells, asked, side="right")
        found = [self._met(asked[block], asking[block], boxes, starts[block], stops[block])
                 for block in blocks(stops - starts, _ROWS)]
        return np.concatenate([pair[0] for pair in found]), np.concatenate([pair[1] for pair in found])

    def _met(
        self, asked: np.ndarray, asking: np.ndarray, boxes: np.ndarray, starts: np.ndarray, stops: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        rows, beginnings = expand(starts, stops)
        entry = group_of(beginnings)
        left, right = asking[entry], boxes[rows]
        one, other = self.first[left], self.second[right]
        corner = np.maximum(one[:, :2], other[:, :2])
        cell = self._cells(corner)
        here = cell[:, 1] * self.width + cell[:, 0] == asked[entry]
        meet = here & (corner < np.minimum(one[:, 2:], other[:, 2:])).all(axis=1)
        return left[meet], right[meet]
