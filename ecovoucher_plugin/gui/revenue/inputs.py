"""What the user asks of a revenue split: kept in the project, and given to the rules and to the algorithm alike."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace
from functools import lru_cache

import numpy as np

from ...catalog import standard_path
from ...i18n import tr
from ...policy.revenue import VOUCHER, RevenuePreset, RevenueTerms, read_presets
from ...policy.sales import Sales, split_sales
from ..project_state import ProjectState
from ..results.parcel_records import ParcelRecords

PAGE, KEY = "revenue", "inputs"
OWN_TERMS = "none"
HIGHEST_PRICE = 1e9


@dataclass(frozen=True)
class RevenueInputs:
    """Price, cost and terms of a sale, in yuan per unit. A price of 0: none was given yet.

    preset: a published split by name, or OWN_TERMS, where the share in percent and the minima are the user's
    (0: no minimum). cost_field: "" where unit_cost holds for all parcels.
    """

    preset: str = "voucher_sale"
    quantity_field: str = "v_supply"
    price: float = 0.0
    cost_field: str = ""
    unit_cost: float = 0.0
    farmer_share: float = 85.0
    farmer_minimum: float = 0.0
    collective_minimum: float = 0.0

    @property
    def published(self) -> RevenuePreset | None:
        """The published split, None where the terms are the user's own."""
        return presets().get(self.preset)

    @property
    def terms(self) -> RevenueTerms:
        """Terms of the split. Raises RevenueError where the user's own make no sense."""
        if self.published is not None:
            return self.published.terms
        return RevenueTerms(self.farmer_share, self.farmer_minimum or None, self.collective_minimum or None)


@lru_cache(maxsize=1)
def presets() -> dict[str, RevenuePreset]:
    """Return the published splits by name."""
    return read_presets(standard_path("revenue_presets"))


def unit_name(inputs: RevenueInputs) -> str:
    """Return the unit that is sold, as the user reads it."""
    unit = OWN_TERMS if inputs.published is None else inputs.published.unit
    names = {VOUCHER: tr("voucher"), "mu": tr("mu"), "yuan of profit": tr("yuan of profit"), OWN_TERMS: tr("unit")}
    return names.get(unit, unit)


def read_inputs(state: ProjectState) -> RevenueInputs:
    """Return what the project remembers; the default for whatever is missing or makes no sense."""
    found, default = state.read(PAGE, KEY, {}), RevenueInputs()
    if not isinstance(found, dict):
        return default
    known = {
        item.name: found[item.name] for item in fields(RevenueInputs)
        if item.name in found and _fits(item.name, found[item.name], getattr(default, item.name))
    }
    return replace(default, **known)


def write_inputs(state: ProjectState, inputs: RevenueInputs) -> None:
    """Remember the inputs in the project."""
    state.write(PAGE, KEY, asdict(inputs))


def _fits(name: str, value: object, default: object) -> bool:
    if isinstance(default, str):
        return isinstance(value, str) and (name != "preset" or value in {OWN_TERMS, *presets()})
    highest = 100.0 if name == "farmer_share" else HIGHEST_PRICE
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return is_number and math.isfinite(value) and 0 <= value <= highest


def sales_of(records: ParcelRecords, rows: Sequence[int], inputs: RevenueInputs) -> Sales:
    """Split the revenue of parcels, as the algorithm revenuesplit does.

    Raises RevenueError where the terms make no sense, KeyError where a field is not among the numbers.
    """
    quantities = records.numbers[inputs.quantity_field][rows]
    if inputs.cost_field:
        costs = records.numbers[inputs.cost_field][rows]
    else:
        costs = np.full(len(quantities), inputs.unit_cost)
    return split_sales(quantities, inputs.price, costs, inputs.terms)


def algorithm_parameters(inputs: RevenueInputs) -> dict[str, object]:
    """Return the parameters with which revenuesplit gives the same money."""
    parameters: dict[str, object] = {
        "QUANTITY_FIELD": inputs.quantity_field, "UNIT_PRICE": inputs.price, "PRESET": inputs.preset,
    }
    if inputs.cost_field:
        parameters["COST_FIELD"] = inputs.cost_field
    else:
        parameters["UNIT_COST"] = inputs.unit_cost
    if inputs.published is None:
        parameters["FARMER_SHARE"] = inputs.farmer_share
        minima = {"FARMER_MINIMUM": inputs.farmer_minimum, "COLLECTIVE_MINIMUM": inputs.collective_minimum}
        parameters.update({name: minimum for name, minimum in minima.items() if minimum})
    return parameters
