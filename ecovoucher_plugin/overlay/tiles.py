"""Parcels in neighbourly groups, so that only the land use around one group is in memory."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np


def tiles(boxes: np.ndarray, size: int, spread: float) -> Iterator[np.ndarray]:
    """Yield index arrays of neighbouring boxes.

    boxes: float64 (p, 4) as x_min, y_min, x_max, y_max. Every index is in exactly one tile.
    size: at most so many boxes a tile. spread: the area of the box around a tile of more than one.
    """
    centres = (boxes[:, :2] + boxes[:, 2:]) / 2
    pending = [np.arange(len(boxes))] if len(boxes) else []
    while pending:
        members = pending.pop()
        extent = boxes[members, 2:].max(axis=0) - boxes[members, :2].min(axis=0)
        if len(members) == 1 or (len(members) <= size and extent.prod() <= spread):
            yield np.sort(members)
            continue
        width = np.ptp(centres[members], axis=0)
        order = np.argsort(centres[members, int(np.argmax(width))], kind="stable")
        middle = len(members) // 2
        pending += [members[order[middle:]], members[order[:middle]]]
