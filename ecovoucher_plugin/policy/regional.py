"""Regional voucher balance with GDP and population correction (seed 001: Gu, Tang, Wang 2022, equations 2 and 3).

The equations as printed multiply by the amount twice and give G a percent sign. Read here as rulebook C-1 and C-2:
E = (Mt − M0) × G × P in hectares of standard forest, with G and P as ratios (1 = national mean), and Q = E × q in yuan.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from .errors import RegionalError
from .money import product_fen

OK, NO_STATIC, NO_GDP, NO_DENSITY, BAD_GDP, BAD_DENSITY = (
    "ok", "no_static", "no_gdp", "no_density", "bad_gdp", "bad_density",
)
SUPPLY, DEMAND, NEUTRAL = "supply", "demand", "neutral"

# A ratio above this was probably entered in percent (rulebook C-2).
LARGEST_RATIO = 20.0


@dataclass(frozen=True)
class RegionalBalance:
    """The balance of r regions; NaN where a figure cannot be known.

    static: ΔM (r,), hectares of standard forest, uncorrected. gdp_ratio, population_ratio: G and P (r,).
    voucher: E (r,), hectares of standard forest, corrected: not an area of land (rulebook C-10).
    amount_fen: Q of each region in whole fen, negative where the region has to pay; None where unknown.
    statuses: OK, or what is missing or wrong.
    """

    static: np.ndarray
    gdp_ratio: np.ndarray
    population_ratio: np.ndarray
    voucher: np.ndarray
    amount_fen: list[int | None]
    statuses: list[str]

    def role(self, region: int) -> str | None:
        """Return SUPPLY, DEMAND or NEUTRAL, or None where the voucher is unknown."""
        voucher = self.voucher[region]
        if math.isnan(voucher):
            return None
        return SUPPLY if voucher > 0 else DEMAND if voucher < 0 else NEUTRAL


@dataclass(frozen=True)
class RegionalTotals:
    """Sums over the regions with status OK: corrected and static side by side (rulebook C-5).

    supply, demand, unmet, static_supply, static_demand: hectares of standard forest, all 0 or more.
    amount_supply_fen, amount_demand_fen: what the sellers could receive and the buyers have to pay.
    """

    supply: float
    demand: float
    static_supply: float
    static_demand: float
    amount_supply_fen: int
    amount_demand_fen: int

    @property
    def net_demand(self) -> float:
        return self.demand - self.supply

    @property
    def unmet(self) -> float:
        return max(self.net_demand, 0.0)

    @property
    def static_net(self) -> float:
        return self.static_supply - self.static_demand


def balance_regions(
    static: np.ndarray,
    gdp: np.ndarray,
    density: np.ndarray,
    national_gdp: float,
    national_density: float,
    price: float,
) -> RegionalBalance:
    """Correct the static balance of each region and price it.

    static: ΔM (r,), ha. gdp, national_gdp: per head, same unit. density, national_density: persons/km².
    price: yuan per hectare of standard forest. NaN in a column is missing.
    Raises RegionalError for national figures or a price that make no sense.
    """
    if not 0 < national_gdp < math.inf:
        raise RegionalError("The national GDP per head is {value}. It must be above 0.", value=f"{national_gdp:g}")
    if not 0 < national_density < math.inf:
        raise RegionalError(
            "The national population density is {value}. It must be above 0.", value=f"{national_density:g}"
        )
    if not 0 <= price < math.inf:
        raise RegionalError(
            "The price is {price} yuan per hectare. Give a price of 0 or more.", price=f"{price:g}"
        )
    columns = [np.where(np.isfinite(column), column, np.nan) for column in (static, gdp, density)]
    static, gdp, density = columns
    statuses = [_status(*figures) for figures in zip(*columns)]
    gdp_ratio = np.where(gdp > 0, gdp, np.nan) / national_gdp
    population_ratio = np.where(density >= 0, density, np.nan) / national_density
    voucher = static * gdp_ratio * population_ratio
    amounts = [None if math.isnan(quantity) else product_fen(quantity, price) for quantity in voucher]
    return RegionalBalance(static, gdp_ratio, population_ratio, voucher, amounts, statuses)


def percent_suspects(balance: RegionalBalance) -> np.ndarray:
    """Return a mask (r,) of the regions whose G or P is so large that it was probably entered in percent."""
    return (balance.gdp_ratio > LARGEST_RATIO) | (balance.population_ratio > LARGEST_RATIO)


def total_balance(balance: RegionalBalance) -> RegionalTotals:
    """Sum supply and demand over the regions with status OK, so that both balances are of the same regions."""
    known = np.array([status == OK for status in balance.statuses], dtype=bool)
    voucher, static = balance.voucher[known], balance.static[known]
    amounts = [amount for amount in balance.amount_fen if amount is not None]
    return RegionalTotals(
        supply=math.fsum(voucher[voucher > 0]),
        demand=math.fsum(-voucher[voucher < 0]),
        static_supply=math.fsum(static[static > 0]),
        static_demand=math.fsum(-static[static < 0]),
        amount_supply_fen=sum(amount for amount in amounts if amount > 0),
        amount_demand_fen=-sum(amount for amount in amounts if amount < 0),
    )


def _status(static: float, gdp: float, density: float) -> str:
    for value, missing in ((static, NO_STATIC), (gdp, NO_GDP), (density, NO_DENSITY)):
        if math.isnan(value):
            return missing
    if gdp <= 0:
        return BAD_GDP
    return BAD_DENSITY if density < 0 else OK
