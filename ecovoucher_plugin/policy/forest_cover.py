"""Who must buy and who may sell forest-cover index (Chongqing; seed 000, case 4): targets, shortage, capacity."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from pathlib import Path

from .errors import ForestCoverError
from .money import exact
from .rule_tables import RuleTable

# Index changes hands in whole steps of a ten-thousandth of a mu (7 dm²), so that sums are exact.
STEPS_PER_MU = 10_000
MU_PER_UNIT = {"mu": 1, "ha": 15, "km2": 1500}

BUYER, SELLER, COMPLIANT = "buyer", "seller", "compliant"
FLOOR, TARGET = "floor", "target"

OK = "ok"
NO_AREA, NO_FOREST, NO_TARGET, NO_PLACE = "no_area", "no_forest", "no_target", "no_place"
BAD_AREA, BAD_FOREST, BAD_COVER, BAD_TARGET, BAD_PRICE = (
    "bad_area", "bad_forest", "bad_cover", "bad_target", "bad_price",
)


@dataclass(frozen=True)
class ForestRules:
    """The rules as published: targets and seller floor in percent, floors of price (yuan/mu) and management.

    The floors of price, fee and years hold “in principle”: whoever goes below is warned, not stopped.
    """

    target_both: float
    target_either: float
    target_other: float
    seller_floor: float
    price_floor: float
    fee_floor: float
    years_floor: int
    instalments: str
    fewest_instalments: int
    most_instalments: int

    def target(self, grain: bool | None, oil: bool | None, key_ecological: bool | None) -> float:
        """Return the target of a district in percent; NaN where its group is not known.

        grain, oil: major grain county, major rapeseed-oil area. key_ecological: national key ecological function
        county, which belongs to neither group.
        """
        if key_ecological is None or (not key_ecological and (grain is None or oil is None)):
            return math.nan
        if key_ecological or not (grain or oil):
            return self.target_other
        return self.target_both if grain and oil else self.target_either


def read_forest_rules(path: Path) -> ForestRules:
    """Read the rules of the forest-cover index.

    Raises TableFileError where the file cannot be read, PolicyFileError where a rule is missing.
    """
    table = RuleTable(path)
    return ForestRules(
        target_both=table.number("target_grain_and_oil"),
        target_either=table.number("target_grain_or_oil"),
        target_other=table.number("target_other"),
        seller_floor=table.number("seller_floor"),
        price_floor=table.number("index_price_floor"),
        fee_floor=table.number("management_fee_floor"),
        years_floor=table.whole("management_years_floor"),
        instalments=table.text("instalments"),
        fewest_instalments=table.whole("instalments_fewest"),
        most_instalments=table.whole("instalments_most"),
    )


@dataclass(frozen=True)
class District:
    """Figures of a district, NaN where unknown.

    land_mu: land area. forest_mu or cover_pct: forest area, or its share in percent; the other one is None.
    target_pct: coverage it must reach. price: yuan/mu it asks for its index. placed: whether it has a place on the
    map, without which no distance is known.
    """

    id: int
    name: str
    land_mu: float
    forest_mu: float | None
    cover_pct: float | None
    target_pct: float
    price: float
    placed: bool = True

    def forest(self, land_mu: Decimal) -> Decimal:
        """Return the forest area in mu, exactly."""
        if self.forest_mu is not None:
            return exact(self.forest_mu)
        return land_mu * exact(math.nan if self.cover_pct is None else self.cover_pct) / 100


@dataclass(frozen=True)
class Standing:
    """Where a district stands before the trade. Areas in whole steps (STEPS_PER_MU).

    status: OK, or why the district is left out; then the rest is unknown.
    role: BUYER, SELLER or COMPLIANT. shortage: what it lacks. capacity: what it may sell.
    binding: for a seller, the rule that ends its capacity: FLOOR or its own TARGET.
    held_back: what lies above its own target but must not be sold.
    """

    status: str
    role: str | None = None
    land_mu: Decimal = Decimal(0)
    forest_mu: Decimal = Decimal(0)
    shortage: int = 0
    capacity: int = 0
    binding: str | None = None
    held_back: int = 0

    def cover(self, gained: int = 0) -> float:
        """Return the coverage in percent after steps were bought (positive) or sold (negative)."""
        return float(100 * (self.forest_mu + in_mu(gained)) / self.land_mu)


def in_mu(steps: int) -> Decimal:
    """Return an area in whole steps as mu."""
    return Decimal(int(steps)) / STEPS_PER_MU


def assess(district: District, seller_floor: float) -> Standing:
    """Return where a district stands.

    seller_floor: coverage in percent that a seller must keep after the sale. A seller keeps its own target too.
    Computed in decimals, so a district at exactly 60 % is at 60 %.
    """
    status = _status(district)
    if status != OK:
        return Standing(status)
    land = exact(district.land_mu)
    forest = district.forest(land)
    target = land * exact(district.target_pct) / 100
    floor = land * exact(seller_floor) / 100
    shortage = _steps(max(target - forest, Decimal(0)), ROUND_HALF_UP)
    capacity = _steps(max(forest - max(target, floor), Decimal(0)), ROUND_FLOOR)
    return Standing(
        status=OK,
        role=BUYER if shortage else SELLER if capacity else COMPLIANT,
        land_mu=land,
        forest_mu=forest,
        shortage=shortage,
        capacity=capacity,
        binding=None if not capacity else FLOOR if floor >= target else TARGET,
        held_back=_steps(max(forest - target, Decimal(0)), ROUND_FLOOR) - capacity,
    )


def check_percent(label: str, values: list[float]) -> None:
    """Raise ForestCoverError where percentages look like shares: all known ones are at most 1."""
    known = [value for value in values if not math.isnan(value)]
    if known and 0 < max(known) <= 1:
        raise ForestCoverError(
            "{field}: no value is above 1, but percentages are needed: 45 for 45 %. Multiply the field by 100.",
            field=label,
        )


def _steps(area_mu: Decimal, rounding: str) -> int:
    return int((area_mu * STEPS_PER_MU).to_integral_value(rounding))


def _status(district: District) -> str:
    """Return OK, or the first thing that is missing or cannot be."""
    forest = district.cover_pct if district.forest_mu is None else district.forest_mu
    for value, missing in ((district.land_mu, NO_AREA), (forest, NO_FOREST), (district.target_pct, NO_TARGET)):
        if value is None or math.isnan(value):
            return missing
    if not 0 < district.land_mu < math.inf:
        return BAD_AREA
    if district.cover_pct is not None and not 0 <= district.cover_pct <= 100:
        return BAD_COVER
    if district.forest_mu is not None and not 0 <= district.forest_mu <= district.land_mu:
        return BAD_FOREST
    if not 0 <= district.target_pct <= 100:
        return BAD_TARGET
    if not 0 <= district.price < math.inf:
        return BAD_PRICE
    return OK if district.placed else NO_PLACE
