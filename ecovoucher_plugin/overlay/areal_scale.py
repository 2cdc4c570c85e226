"""How many square metres on the ground a square map unit is, from place to place."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class ArealScale:
    """Areal scale sampled on an even grid and interpolated bilinearly.

    x: float64 (c,), y: float64 (r,), the grid lines. samples: float64 (r, c). The scale of map
    projections is so smooth that the error stays below 1e-7 over the width of a projection zone.
    """

    x: np.ndarray
    y: np.ndarray
    samples: np.ndarray

    def at(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Return the scale (n,) at points (n,), (n,)."""
        column, right = _position(self.x, x)
        row, up = _position(self.y, y)
        low = self.samples[row, column] * (1 - right) + self.samples[row, column + 1] * right
        high = self.samples[row + 1, column] * (1 - right) + self.samples[row + 1, column + 1] * right
        return low * (1 - up) + high * up


def _position(axis: np.ndarray, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the interval of an even axis in which each value lies, and how far in."""
    span = axis[-1] - axis[0]
    steps = (values - axis[0]) / span * (len(axis) - 1) if span else np.zeros(len(values))
    interval = np.clip(np.floor(steps).astype(np.int64), 0, len(axis) - 2)
    return interval, np.clip(steps - interval, 0.0, 1.0)
