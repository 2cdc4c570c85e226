"""From a transition table and the rules to the accounts of every parcel."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from .coefficients import CoefficientTable, LocalFactors
from .conversion import ConversionTable
from .schemes import LandUseScheme
from .standards import JiangyinStandard
from .sums import known_sum
from .transitions import TransitionTable
from .units import M2_PER_HECTARE, hectares
from .valuation import ClassValues, value_classes
from .vouchers import VoucherRates, jiangyin_rates, standard_forest_rates

JIANGYIN = "jiangyin"
STANDARD_FOREST = "standard_forest"
ROLES = ("supply", "demand", "both", "neutral")


@dataclass(frozen=True)
class Rules:
    """Everything that decides a value beside the areas.

    unit_value: D in yuan/ha per year (1 for a table in yuan/ha).
    standard: JIANGYIN or STANDARD_FOREST. jiangyin: the parameters of the first; conversion: its official
    coefficients, or None. standard_forest: the coefficients k of the second, by class.
    """

    scheme: LandUseScheme
    table: CoefficientTable
    unit_value: float
    factors: LocalFactors
    standard: str
    jiangyin: JiangyinStandard
    conversion: ConversionTable | None
    standard_forest: dict[str, float]

    def voucher_rates(self, transitions: TransitionTable) -> VoucherRates:
        """Return the voucher rates of all pairs of classes in a transition table."""
        codes = transitions.base_codes, transitions.target_codes
        if self.standard == JIANGYIN:
            return jiangyin_rates(*codes, self.scheme, self.table, self.factors, self.conversion, self.jiangyin)
        return standard_forest_rates(*codes, self.scheme, self.standard_forest)

    def class_values(self, codes: tuple[str, ...]) -> ClassValues:
        """Return the values of land-use classes under these rules."""
        return value_classes(codes, self.scheme, self.table, self.unit_value, self.factors)


@dataclass(frozen=True)
class TransitionAccounts:
    """The valued rows of a transition table: ESV change in yuan per year, vouchers supplied and demanded."""

    transitions: TransitionTable
    esv_change: np.ndarray
    supply: np.ndarray
    demand: np.ndarray


@dataclass(frozen=True)
class ParcelAccounts:
    """Accounts of p parcels; NaN where a figure cannot be known.

    area_m2, mapped_m2: area of the parcel and of its part with a known class at both dates.
    unmatched_m2: area whose code the scheme does not have at one date or both.
    esv_base, esv_target: yuan per year, of the mapped part. group_change: (p, 4), by GROUPS.
    supply, demand: vouchers in full precision.
    """

    area_m2: np.ndarray
    mapped_m2: np.ndarray
    unmatched_m2: np.ndarray
    esv_base: np.ndarray
    esv_target: np.ndarray
    group_change: np.ndarray
    supply: np.ndarray
    demand: np.ndarray
    rows: TransitionAccounts

    @property
    def esv_change(self) -> np.ndarray:
        return self.esv_target - self.esv_base

    @property
    def net(self) -> np.ndarray:
        return self.supply - self.demand

    @property
    def mapped_share(self) -> np.ndarray:
        """float64 (p,): the mapped part of each parcel, 0 to 1."""
        return np.minimum(self.mapped_m2 / self.area_m2, 1.0)

    def role(self, parcel: int) -> str | None:
        """Return one of ROLES, or None where the vouchers are unknown."""
        supply, demand = self.supply[parcel], self.demand[parcel]
        if math.isnan(supply) or math.isnan(demand):
            return None
        if supply > 0:
            return "both" if demand > 0 else "supply"
        return "demand" if demand > 0 else "neutral"


@dataclass(frozen=True)
class Totals:
    """Sums over all parcels, independent of their order. Areas in hectares, ESV in yuan per year."""

    area_ha: float
    unmapped_ha: float
    esv_base: float
    esv_target: float
    esv_change: float
    supply: float
    demand: float
    net: float


def account(transitions: TransitionTable, rules: Rules) -> ParcelAccounts:
    """Value every parcel of a transition table.

    A row counts where the scheme has both classes; what it does not have is unmatched, never 0.
    Figures that need an unknown coefficient are NaN. A parcel without a row that counts is NaN throughout.
    """
    base, target = rules.class_values(transitions.base_codes), rules.class_values(transitions.target_codes)
    known = base.known[transitions.base] & target.known[transitions.target]
    counted = transitions.select(known)
    area_ha = hectares(counted.area_m2)

    rates = rules.voucher_rates(transitions)
    supply = counted.area_m2 * rates.supply[counted.base, counted.target]
    demand = counted.area_m2 * rates.demand[counted.base, counted.target]
    change = area_ha * (target.total[counted.target] - base.total[counted.base])
    groups = target.groups[counted.target] - base.groups[counted.base]

    mapped = np.where(np.isnan(transitions.uncovered_m2), np.nan, counted.sums(counted.area_m2))
    unknown = np.where((mapped > 0) & ~np.isnan(transitions.parcel_area_m2), 0.0, np.nan)
    return ParcelAccounts(
        area_m2=transitions.parcel_area_m2,
        mapped_m2=mapped,
        unmatched_m2=transitions.select(~known).sums(transitions.area_m2[~known]),
        esv_base=unknown + counted.sums(area_ha * base.total[counted.base]),
        esv_target=unknown + counted.sums(area_ha * target.total[counted.target]),
        group_change=np.stack([unknown + counted.sums(area_ha * column) for column in groups.T], axis=1),
        supply=unknown + counted.sums(supply),
        demand=unknown + counted.sums(demand),
        rows=TransitionAccounts(counted, change, supply, demand),
    )


def total(accounts: ParcelAccounts) -> Totals:
    """Sum the accounts of all parcels.

    A parcel whose ESV is unknown at one date enters the ESV of neither, one with an unknown supply or
    demand enters neither of these, so that change and net are the differences of what is summed. A sum
    that no parcel enters is NaN.
    """
    area, mapped = (math.fsum(known[~np.isnan(known)]) for known in (accounts.area_m2, accounts.mapped_m2))
    base = known_sum(accounts.esv_base, accounts.esv_change)
    target = known_sum(accounts.esv_target, accounts.esv_change)
    supply, demand = known_sum(accounts.supply, accounts.net), known_sum(accounts.demand, accounts.net)
    return Totals(
        area_ha=area / M2_PER_HECTARE,
        unmapped_ha=max(area - mapped, 0.0) / M2_PER_HECTARE,
        esv_base=base,
        esv_target=target,
        esv_change=known_sum(accounts.esv_change, accounts.esv_change),
        supply=supply,
        demand=demand,
        net=supply - demand,
    )
