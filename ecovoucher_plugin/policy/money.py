"""Money in whole fen (1 yuan = 100 fen): no rounding is ever lost, so parts sum to the whole."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal

from .errors import MoneyError

FEN_PER_YUAN = 100
# Above this a floating-point attribute no longer holds every fen.
LARGEST_FEN = 2**53

_CONTEXT = Context(prec=60, rounding=ROUND_HALF_UP)
_multiply, _to_whole = _CONTEXT.multiply, _CONTEXT.to_integral_value
_HUNDRED, _LARGEST = Decimal(FEN_PER_YUAN), Decimal(LARGEST_FEN)


def exact(number: float) -> Decimal:
    """Return a number as it is written in decimals, so that 0.1 is one tenth."""
    return Decimal(repr(float(number)))


def fen(yuan: float) -> int:
    """Return an amount in yuan as whole fen, half up (away from zero).

    Raises MoneyError where the amount is not a number, or too large to be kept to the fen.
    """
    return product_fen(1.0, yuan)


def product_fen(quantity: float | Decimal, unit_price: float | Decimal) -> int:
    """Return quantity × price per unit (yuan) as whole fen, multiplied exactly and rounded once, half up.

    Raises MoneyError where a factor is not a finite number, or the amount too large to be kept to the fen.
    """
    units = quantity if isinstance(quantity, Decimal) else exact(quantity)
    price = unit_price if isinstance(unit_price, Decimal) else exact(unit_price)
    if not (units.is_finite() and price.is_finite()):
        raise MoneyError("{quantity} × {price} is not an amount of money.", quantity=quantity, price=unit_price)
    amount = _multiply(_multiply(units, price), _HUNDRED)
    if not -_LARGEST <= amount <= _LARGEST:
        raise MoneyError(
            "{quantity} × {price} yuan is too large an amount to be kept to the fen. Check the units.",
            quantity=quantity, price=unit_price,
        )
    return int(_to_whole(amount))


def yuan(amount_fen: int) -> float:
    """Return whole fen as yuan."""
    return amount_fen / FEN_PER_YUAN


def whole_weights(weights: Sequence[Decimal]) -> tuple[int, ...]:
    """Return decimal weights as the smallest whole numbers of the same ratio.

    Raises MoneyError where one is negative or all are 0.
    """
    if any(weight < 0 for weight in weights) or not any(weights):
        raise MoneyError("The shares {shares} are not a ratio.", shares=":".join(f"{weight:f}" for weight in weights))
    ratios = [weight.as_integer_ratio() for weight in weights]
    common = math.lcm(*(denominator for _, denominator in ratios))
    whole = [numerator * (common // denominator) for numerator, denominator in ratios]
    divisor = math.gcd(*whole)
    return tuple(weight // divisor for weight in whole)


def split(amount_fen: int, weights: Sequence[int]) -> list[int]:
    """Share an amount out by weights: largest remainder, so that the parts sum to the amount.

    Of equal remainders the larger weight comes first, then the earlier part: the same amount and the same
    weights always give the same parts. Raises MoneyError for a negative amount or weights that are no ratio.
    """
    whole = sum(weights)
    if amount_fen < 0 or whole <= 0 or min(weights) < 0:
        raise MoneyError(
            "{amount} yuan cannot be shared out as {shares}.",
            amount=yuan(amount_fen), shares=":".join(str(weight) for weight in weights),
        )
    parts = [amount_fen * weight // whole for weight in weights]
    left = amount_fen - sum(parts)
    if left:
        by_remainder = sorted(
            range(len(weights)), key=lambda part: (-(amount_fen * weights[part] % whole), -weights[part], part)
        )
        for part in by_remainder[:left]:
            parts[part] += 1
    return parts
