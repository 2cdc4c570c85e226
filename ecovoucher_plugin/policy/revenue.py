"""Who is paid what of a sale: net revenue shared between the farmers and the collective."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from ..accounting.tables import CsvTable, Row, check_unique, read_table
from ..accounting.units import issued
from .errors import MoneyError, PolicyFileError, RevenueError
from .money import exact, product_fen, split, whole_weights

OK, BELOW_MINIMUM, LOSS = "ok", "below_minimum", "loss"
NO_QUANTITY, NO_COST, NEGATIVE, TOO_LARGE = "no_quantity", "no_cost", "negative", "too_large"

WHOLE = Decimal(100)
VOUCHER = "voucher"

# Quantities have up to 309 digits before the point and 324 after it.
_ALL_DIGITS = Context(prec=640)


@dataclass(frozen=True)
class RevenueTerms:
    """The terms of a split.

    farmer_share: of the net revenue, in percent; the rest is the collective's.
    farmer_minimum, collective_minimum: guaranteed, in yuan per unit; None where there is none.
    in_vouchers: whether vouchers are sold; of a computed quantity only those that are issued can be.
    Raises RevenueError where they do not make sense.
    """

    farmer_share: float
    farmer_minimum: float | None = None
    collective_minimum: float | None = None
    in_vouchers: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.farmer_share <= WHOLE:
            raise RevenueError(
                "The farmers' share is {share} %. It must lie between 0 and 100 %.", share=f"{self.farmer_share:g}"
            )
        if 0 < self.farmer_share < 1:
            raise RevenueError(
                "The farmers' share is {share} %. Give it in percent: 85 for 85 %.", share=f"{self.farmer_share:g}"
            )
        for minimum in self.minima:
            if minimum is not None and not 0 <= minimum < math.inf:
                raise RevenueError(
                    "The guaranteed minimum is {minimum} yuan per unit. Give 0 or more, or leave it empty.",
                    minimum=f"{minimum:g}",
                )

    @property
    def collective_share(self) -> Decimal:
        """Share of the collective in percent."""
        return WHOLE - exact(self.farmer_share)

    @cached_property
    def weights(self) -> tuple[int, ...]:
        """Farmers and collective as whole numbers, such as 17 : 3."""
        return whole_weights((exact(self.farmer_share), self.collective_share))

    @property
    def minima(self) -> tuple[float | None, float | None]:
        """Guaranteed minima of farmers and collective in yuan per unit; None where there is none."""
        return self.farmer_minimum, self.collective_minimum

    @cached_property
    def has_no_minimum(self) -> bool:
        """Whether nobody is guaranteed anything."""
        return not any(self.minima)

    def sold(self, quantity: float) -> Decimal:
        """Return what is sold of a computed quantity: of vouchers, those issued for it (rulebook K-7)."""
        return issued(quantity) if self.in_vouchers and math.isfinite(quantity) else exact(quantity)


class Revenue(NamedTuple):
    """What one sale brings, in whole fen; None where it cannot be known.

    net = gross − cost. farmer + collective = net, or 0 where the sale makes a loss.
    below_minimum: whether a party gets less than its guaranteed minimum.
    sold: the quantity sold, in units; remainder: the computed quantity less that, negative where it was rounded up.
    """

    status: str
    gross: int | None = None
    cost: int | None = None
    net: int | None = None
    farmer: int | None = None
    collective: int | None = None
    below_minimum: bool = False
    sold: float = 0.0
    remainder: float = 0.0


# Sales share few prices.
_exact_price = lru_cache(maxsize=64)(exact)


def check_price(name: str, value: float) -> float:
    """Return a price or cost in yuan per unit; raise RevenueError where it is none."""
    if not 0 <= value < math.inf:
        raise RevenueError("The {name} is {value} yuan per unit. Give 0 or more.", name=name, value=f"{value:g}")
    return value


def split_revenue(quantity: float, unit_price: float, unit_cost: float, terms: RevenueTerms) -> Revenue:
    """Split the net revenue of one sale: quantity sold × (price − cost), in yuan per unit.

    quantity, unit_cost: NaN where unknown. Where they are unknown, negative, infinite or too large for an amount that
    is kept to the fen, the money is unknown too, and the status says why.
    A loss (cost above price) is shown as such and nothing is shared out.
    Raises RevenueError for a price that is no price.
    """
    check_price("price", unit_price)
    if math.isnan(quantity):
        return Revenue(NO_QUANTITY)
    if math.isnan(unit_cost):
        return Revenue(NO_COST)
    if quantity < 0 or unit_cost < 0:
        return Revenue(NEGATIVE)
    sold = terms.sold(quantity)
    try:
        gross, cost = product_fen(sold, _exact_price(unit_price)), product_fen(sold, _exact_price(unit_cost))
        farmer_minimum, collective_minimum = (
            (0, 0) if terms.has_no_minimum else [product_fen(sold, _exact_price(each or 0.0)) for each in terms.minima]
        )
    except MoneyError:
        return Revenue(TOO_LARGE)
    net = gross - cost
    farmer, collective = split(max(net, 0), terms.weights)
    below = farmer < farmer_minimum or collective < collective_minimum
    status = LOSS if net < 0 else BELOW_MINIMUM if below else OK
    return Revenue(
        status, gross, cost, net, farmer, collective, below,
        sold=float(sold), remainder=float(exact(quantity) - sold) if terms.in_vouchers else 0.0,
    )


@dataclass(frozen=True)
class RevenueTotals:
    """Sums over all sales that could be computed, in whole fen, and how many miss a guaranteed minimum.

    loss: what the sales with a loss lack, above 0: farmer + collective − loss = net. sold, remainder: in units.
    break_even: the lowest price in yuan per unit, to the fen, at which these sales together cover their cost: cost
    over quantity sold, rounded up; None where nothing is sold.
    """

    gross: int
    cost: int
    net: int
    farmer: int
    collective: int
    loss: int
    below_minimum: int
    sold: float
    remainder: float
    break_even: Decimal | None


def total_revenue(revenues: Iterable[Revenue]) -> RevenueTotals:
    """Sum what was computed; the order does not matter."""
    known = [revenue for revenue in revenues if revenue.net is not None]
    cost = _sum(revenue.cost for revenue in known)
    return RevenueTotals(
        gross=_sum(revenue.gross for revenue in known),
        cost=cost,
        net=_sum(revenue.net for revenue in known),
        farmer=_sum(revenue.farmer for revenue in known),
        collective=_sum(revenue.collective for revenue in known),
        loss=-_sum(revenue.net for revenue in known if revenue.status == LOSS),
        below_minimum=sum(revenue.below_minimum for revenue in known),
        sold=math.fsum(revenue.sold for revenue in known),
        remainder=math.fsum(revenue.remainder for revenue in known),
        break_even=break_even_price(cost, Fraction(exact_sum(revenue.sold for revenue in known))),
    )


def exact_sum(numbers: Iterable[float]) -> Decimal:
    """Return the sum of numbers as they are written in decimals."""
    with localcontext(_ALL_DIGITS):
        return sum(map(exact, numbers), Decimal(0))


def break_even_price(cost_fen: int, sold: Fraction) -> Decimal | None:
    """Return cost over units sold in yuan per unit, rounded up to the fen; None where nothing is sold."""
    return Decimal(math.ceil(cost_fen / sold)).scaleb(-2) if sold else None


def _sum(amounts_fen: Iterable[int | None]) -> int:
    return sum(amount for amount in amounts_fen if amount is not None)


@dataclass(frozen=True)
class RevenuePreset:
    """A published split: its terms, who stands for the farmers and for the collective, and the unit sold."""

    terms: RevenueTerms
    name: str
    farmer_party: str
    collective_party: str
    unit: str


def read_presets(path: Path) -> dict[str, RevenuePreset]:
    """Read the published splits by name.

    Raises TableFileError where the file cannot be read, PolicyFileError where a row has no share.
    """
    table = read_table(path, (
        "preset", "name_zh", "name_en", "unit", "farmer_share", "farmer_minimum", "collective_minimum",
        "farmer_party", "collective_party", "seed", "article", "note",
    ))
    check_unique(table, "preset")
    return {row.cells["preset"]: _preset(table, row) for row in table.rows}


def _preset(table: CsvTable, row: Row) -> RevenuePreset:
    share = table.number(row, "farmer_share")
    if share is None:
        raise PolicyFileError(
            "{file} does not give “{name}”.", file=table.path.name, name=f"{row.cells['preset']}, farmer_share"
        )
    unit = table.text(row, "unit")
    return RevenuePreset(
        terms=RevenueTerms(
            share, table.number(row, "farmer_minimum"), table.number(row, "collective_minimum"), unit == VOUCHER
        ),
        name=f"{table.text(row, 'name_zh')} {table.text(row, 'name_en')}",
        farmer_party=table.text(row, "farmer_party"),
        collective_party=table.text(row, "collective_party"),
        unit=unit,
    )
