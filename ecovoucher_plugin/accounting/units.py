"""Units of area and of vouchers (rulebook U-1 to U-3, K-7)."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from typing import TypeVar

import numpy as np

Area = TypeVar("Area", float, np.ndarray)

M2_PER_HECTARE = 10_000.0
MU_PER_HECTARE = 15.0
M2_PER_MU = M2_PER_HECTARE / MU_PER_HECTARE

# The largest float has 309 digits before the point.
_CONTEXT = Context(prec=320, rounding=ROUND_HALF_UP)


def hectares(area_m2: Area) -> Area:
    """Return an area (number or array) in m² as hectares."""
    return area_m2 / M2_PER_HECTARE


def mu(area_m2: Area) -> Area:
    """Return an area (number or array) in m² as mu: 1 mu = 10000/15 m²."""
    return area_m2 * MU_PER_HECTARE / M2_PER_HECTARE


def issued(quantity: float) -> Decimal:
    """Return the vouchers issued for a computed quantity: two decimals, half up.

    What lies beyond nine decimals is noise of binary arithmetic: 230.77499999999998 stands for 230.775.
    """
    exact = Decimal(repr(float(quantity))).quantize(Decimal("1e-9"), context=_CONTEXT)
    return exact.quantize(Decimal("0.01"), context=_CONTEXT)
