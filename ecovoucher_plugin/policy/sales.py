"""Many sales at once: the money of ``split_revenue`` in columns, to the fen."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from .revenue import (
    BELOW_MINIMUM,
    LOSS,
    NEGATIVE,
    NO_COST,
    NO_QUANTITY,
    OK,
    TOO_LARGE,
    Revenue,
    RevenueTerms,
    RevenueTotals,
    break_even_price,
    check_price,
    exact_sum,
    split_revenue,
)

STATUSES = (OK, BELOW_MINIMUM, LOSS, NO_QUANTITY, NO_COST, NEGATIVE, TOO_LARGE)
AMOUNTS = ("gross", "cost", "net", "farmer", "collective")

# A product of two numbers as written is off by at most 4 roundings in binary, 4.5e-16 of it.
ROUNDING = 1e-15
# In hundredths of a voucher: 1e-9 vouchers are noise (see ``issued``), and so are the roundings below MOST_ISSUED.
NOISE, MOST_ISSUED = 1e-6, 1e8
MOST_FEN, MOST_PRODUCT = 2.0**52, 2.0**62


@dataclass(frozen=True, eq=False)
class Sales:
    """n sales, as columns of n.

    status: int8, positions in STATUSES. gross, cost, net, farmer, collective: int64 in fen, 0 where they are not known.
    below_minimum: bool. sold, remainder: float64 in units, 0 where the money is not known.
    """

    status: np.ndarray
    gross: np.ndarray
    cost: np.ndarray
    net: np.ndarray
    farmer: np.ndarray
    collective: np.ndarray
    below_minimum: np.ndarray
    sold: np.ndarray
    remainder: np.ndarray

    def __len__(self) -> int:
        return len(self.status)

    @property
    def known(self) -> np.ndarray:
        """Bool (n,), where the money is known."""
        return self.status <= STATUSES.index(LOSS)

    def has(self, *statuses: str) -> np.ndarray:
        """Return bool (n,), which sales have one of these statuses."""
        return np.isin(self.status, [STATUSES.index(status) for status in statuses])

    def count(self, status: str) -> int:
        """Return how many sales have a status."""
        return int(np.count_nonzero(self.status == STATUSES.index(status)))

    def __getitem__(self, row: int) -> Revenue:
        """Return one sale."""
        known = bool(self.known[row])
        amounts = {name: int(getattr(self, name)[row]) if known else None for name in AMOUNTS}
        return Revenue(
            STATUSES[self.status[row]], **amounts, below_minimum=bool(self.below_minimum[row]),
            sold=float(self.sold[row]), remainder=float(self.remainder[row]),
        )

    def _set(self, row: int, revenue: Revenue) -> None:
        self.status[row] = STATUSES.index(revenue.status)
        for name in AMOUNTS:
            getattr(self, name)[row] = getattr(revenue, name) or 0
        self.below_minimum[row] = revenue.below_minimum
        self.sold[row], self.remainder[row] = revenue.sold, revenue.remainder


def split_sales(quantities: np.ndarray, unit_price: float, unit_costs: np.ndarray, terms: RevenueTerms) -> Sales:
    """Split the net revenue of each sale, as ``split_revenue`` does.

    quantities, unit_costs: float64 (n,), NaN where unknown. Whole numbers in 64 bits and binary fractions give the
    amounts where they provably suffice; every other sale is left to ``split_revenue``.
    Raises RevenueError for a price that is no price.
    """
    check_price("price", unit_price)
    status = np.select(
        [np.isnan(quantities), np.isnan(unit_costs), (quantities < 0) | (unit_costs < 0)],
        [STATUSES.index(each) for each in (NO_QUANTITY, NO_COST, NEGATIVE)], STATUSES.index(OK),
    ).astype(np.int8)
    known = status == STATUSES.index(OK)
    quantities, costs = (np.where(known, column, 0.0) for column in (quantities, unit_costs))
    with np.errstate(over="ignore", invalid="ignore"):
        sold, sure = _sold(quantities, terms)
        gross, gross_sure = _fen(sold, np.full(len(sold), unit_price))
        cost, cost_sure = _fen(sold, costs)
        least = [_fen(sold, np.full(len(sold), each or 0.0)) for each in terms.minima]
        remainder = quantities - sold
    net = gross - cost
    sure &= gross_sure & cost_sure & least[0][1] & least[1][1] & (np.abs(net) < MOST_PRODUCT / sum(terms.weights))
    farmer, collective = _split(np.where(sure, np.maximum(net, 0), 0), terms.weights)
    below = known & ((farmer < least[0][0]) | (collective < least[1][0]))
    status[below] = STATUSES.index(BELOW_MINIMUM)
    status[known & (net < 0)] = STATUSES.index(LOSS)
    sales = Sales(status, gross, cost, net, farmer, collective, below, sold, remainder)
    for row in np.flatnonzero(known & ~sure).tolist():
        sales._set(row, split_revenue(float(quantities[row]), unit_price, float(costs[row]), terms))
    return sales


def total_sales(sales: Sales) -> RevenueTotals:
    """Sum what is known; the same as ``total_revenue`` of the single sales."""
    amounts = {name: _sum(getattr(sales, name)) for name in AMOUNTS}
    sold = math.fsum(sales.sold.tolist())
    return RevenueTotals(
        **amounts,
        loss=-_sum(np.where(sales.has(LOSS), sales.net, 0)),
        below_minimum=int(np.count_nonzero(sales.below_minimum)),
        sold=sold,
        remainder=math.fsum(sales.remainder.tolist()),
        break_even=break_even_price(amounts["cost"], _sold_as_written(sales.sold)),
    )


def _sold(quantities: np.ndarray, terms: RevenueTerms) -> tuple[np.ndarray, np.ndarray]:
    """Return what is sold of computed quantities, and where that is certain."""
    if not terms.in_vouchers:
        return quantities, np.isfinite(quantities)
    hundredths = quantities * 100
    below = np.floor(hundredths)
    half = hundredths - below - 0.5
    return (below + (half > 0)) / 100, (np.abs(half) > NOISE) & (hundredths < MOST_ISSUED)


def _fen(units: np.ndarray, prices: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return units × yuan per unit as whole fen, int64 (n,), half up, and where that is certain."""
    amounts = units * (prices * 100)
    below = np.floor(amounts)
    half = amounts - below - 0.5
    rounded = np.where(amounts < MOST_FEN, below + (half > 0), 0).astype(np.int64)
    sure = (np.abs(half) > ROUNDING * amounts) & (amounts < MOST_FEN)
    (units_whole, hundredths), (prices_whole, fen) = _hundredths(units), _hundredths(prices)
    whole = units_whole & prices_whole & (amounts < MOST_FEN) & (hundredths * fen < MOST_PRODUCT)
    products = np.where(whole, hundredths, 0).astype(np.int64) * np.where(whole, fen, 0).astype(np.int64)
    return np.where(whole, (products + 50) // 100, rounded), sure | whole


def _hundredths(numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return which numbers are written with two decimals at most, and all in hundredths, float64 (n,).

    Up to 15 digits a written number and its binary fraction determine each other.
    """
    hundredths = np.rint(numbers * 100)
    return (hundredths / 100 == numbers) & (hundredths < 1e15), hundredths


def _split(amounts: np.ndarray, weights: tuple[int, ...]) -> tuple[np.ndarray, np.ndarray]:
    """Share amounts out between two by the larger remainder, as ``split`` does."""
    first, second = weights
    whole = first + second
    if whole >= MOST_PRODUCT:
        return amounts, np.zeros_like(amounts)
    rest, other_rest = amounts * first % whole, amounts * second % whole
    parts = amounts * first // whole
    goes_first = (rest > other_rest) | ((rest == other_rest) & (first >= second))
    parts += (rest > 0) & goes_first
    return parts, amounts - parts


def _sum(amounts: np.ndarray) -> int:
    """Return the exact sum of int64 amounts below 2^53, which may be above 2^63."""
    return (int((amounts >> 32).sum()) << 32) + int((amounts & 0xFFFFFFFF).sum())


def _sold_as_written(sold: np.ndarray) -> Fraction:
    """Return the exact sum of what is sold, each number as it is written in decimals."""
    whole, hundredths = _hundredths(sold)
    if whole.all() and hundredths.sum() < MOST_FEN:
        return Fraction(int(hundredths.sum()), 100)
    return Fraction(exact_sum(sold.tolist()))
