"""Parcels in neighbourly groups, so that only the land use around one group is in memory."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np


def tiles(boxes: np.ndarray, size: int) -> Iterator[np.ndarray]:
    """Yield index arrays of at most ``size`` neighbouring boxes.

    boxes: float64 (p, 4) as x_min, y_min, x_max, y_max. Every index is in exactly one tile.
    """
    centres = (boxes[:, :2] + boxes[:, 2:]) / 2
    pending = [np.arange(len(boxes))]
    while pending:
        members = pending.pop()
        if len(members) <= size:
            if len(members):
                yield np.sort(members)
            continue
        spread = np.ptp(centres[members], axis=0)
        order = np.argsort(centres[members, int(np.argmax(spread))], kind="stable")
        middle = len(members) // 2
        pending += [members[order[middle:]], members[order[:middle]]]
