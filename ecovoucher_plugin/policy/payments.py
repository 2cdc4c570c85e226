"""Payment plan of a forest-cover trade: the price in instalments, the management fee with it or yearly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from .errors import InstalmentError
from .money import product_fen, split, whole_weights

WITH_PRICE, YEARLY = "with_price", "yearly"
FEE_PAYMENTS = (WITH_PRICE, YEARLY)
PRICE_AND_FEE, PRICE, FEE = "price_and_fee", "price", "fee"


@dataclass(frozen=True)
class Payment:
    """One payment: the year of the agreement in which it is due (the first is 1), whole fen, and what it is for."""

    year: int
    amount: int
    kind: str


@dataclass(frozen=True)
class PaymentTerms:
    """How a trade is paid.

    instalments: weights, one a year. fee_payment: WITH_PRICE, the instalments cover price and fee; or YEARLY.
    fee: management fee, yuan/mu a year, for ``years`` years.
    """

    instalments: tuple[int, ...]
    fee_payment: str
    fee: Decimal
    years: int

    def full_price(self, index_price: Decimal) -> Decimal:
        """Return the price of a mu with the fees of all years, in yuan."""
        return index_price + self.fee * self.years


def parse_instalments(text: str) -> tuple[int, ...]:
    """Return the weights of instalments written such as ``3:3:4``.

    Raises InstalmentError where a part is no number or not above 0.
    """
    parts = text.replace("：", ":").split(":")
    try:
        weights = [Decimal(part.strip()) for part in parts]
        acceptable = all(weight.is_finite() and weight > 0 for weight in weights)
    except InvalidOperation:
        acceptable = False
    if not acceptable:
        raise InstalmentError(
            "The instalments “{text}” are not a ratio. Write numbers above 0 with colons between them, "
            "such as 3:3:4 for three years.",
            text=text,
        )
    return whole_weights(weights)


def payment_plan(area_mu: Decimal, index_price: Decimal, terms: PaymentTerms) -> list[Payment]:
    """Return the payments of a trade; they sum to the fen to area × (price + fees of all years).

    area_mu: in mu. index_price: yuan/mu without the fee.
    """
    amount = product_fen(area_mu, terms.full_price(index_price))
    if terms.fee_payment == WITH_PRICE:
        return _yearly(split(amount, terms.instalments), PRICE_AND_FEE)
    price = min(product_fen(area_mu, index_price), amount)
    payments = _yearly(split(price, terms.instalments), PRICE)
    if terms.years:
        payments += _yearly(split(amount - price, (1,) * terms.years), FEE)
    return payments


def _yearly(amounts: Sequence[int], kind: str) -> list[Payment]:
    return [Payment(year, amount, kind) for year, amount in enumerate(amounts, start=1)]
