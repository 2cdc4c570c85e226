"""Sums that do not depend on the order of what is summed, and that leave out what is unknown."""

from __future__ import annotations

import math

import numpy as np


def known_sum(values: np.ndarray, known: np.ndarray) -> float:
    """Return the exact sum of the values where ``known`` is not NaN; NaN where it is NaN everywhere."""
    entering = values[~np.isnan(known)]
    return math.fsum(entering.tolist()) if len(entering) else math.nan
