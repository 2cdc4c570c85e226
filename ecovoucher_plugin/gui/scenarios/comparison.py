"""Scenarios side by side: a table with a line a measure, and what else is to be known of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...accounting.accounts import JIANGYIN
from ...i18n import tr
from ..tables.table import NUMBER, TEXT, Column, Table
from .store import Scenario

MOST_DRAWN = 4


@dataclass(frozen=True)
class Measure:
    """A figure that scenarios are compared by. title, unit: translated. is_drawn: whether it has its chart."""

    page: str
    key: str
    title: str
    unit: str = ""
    is_drawn: bool = False

    @property
    def header(self) -> str:
        """Title with its unit."""
        return f"{self.title} ({self.unit})" if self.unit else self.title


def measures() -> tuple[Measure, ...]:
    """Return everything that scenarios are compared by, in the order of the pages."""
    yuan, mu = tr("yuan"), tr("mu")
    return (
        Measure("balance", "parcels", tr("Parcels")),
        Measure("balance", "area_ha", tr("Area"), tr("ha")),
        Measure("balance", "supply", tr("Supply"), tr("vouchers")),
        Measure("balance", "demand", tr("Demand"), tr("vouchers")),
        Measure("balance", "net", tr("Net vouchers"), is_drawn=True),
        Measure("balance", "esv_change", tr("ESV change"), tr("yuan per year"), True),
        Measure("revenue", "price", tr("Price"), tr("yuan per unit")),
        Measure("revenue", "unit_cost", tr("Cost"), tr("yuan per unit")),
        Measure("revenue", "sold", tr("Sold"), tr("units")),
        Measure("revenue", "gross", tr("Gross"), yuan),
        Measure("revenue", "cost", tr("Cost"), yuan),
        Measure("revenue", "net", tr("Net revenue"), yuan, True),
        Measure("revenue", "farmer", tr("Farmers"), yuan),
        Measure("revenue", "collective", tr("Collective"), yuan),
        Measure("revenue", "break_even", tr("Break-even price"), tr("yuan per unit")),
        Measure("revenue", "losing", tr("Parcels that lose money")),
        Measure("revenue", "below_minimum", tr("Parcels below a minimum")),
        Measure("trade", "shortage", tr("Forest shortage"), mu),
        Measure("trade", "capacity", tr("Forest for sale"), mu),
        Measure("trade", "traded", tr("Forest traded"), mu),
        Measure("trade", "unmet", tr("Shortage that stays"), mu),
        Measure("trade", "amount", tr("Paid for forest"), yuan, True),
    )


def comparison(scenarios: Sequence[Scenario]) -> Table:
    """Return the scenarios side by side, a line for each measure that one of them knows."""
    columns = [Column("measure", tr("Measure"), TEXT)]
    columns += [Column(f"scenario{place}", scenario.name, NUMBER) for place, scenario in enumerate(scenarios)]
    known = [
        (measure, [scenario.number(measure.page, measure.key) for scenario in scenarios]) for measure in measures()
    ]
    return Table(columns, [
        (measure.header, *values) for measure, values in known if any(value is not None for value in values)
    ])


def drawn(scenarios: Sequence[Scenario]) -> list[tuple[str, str, list[float]]]:
    """Return what the chart draws: title, unit and a value each scenario, NaN where unknown."""
    panels = []
    for measure in measures():
        values = [scenario.number(measure.page, measure.key) for scenario in scenarios]
        if measure.is_drawn and any(value is not None for value in values):
            panels.append((measure.title, measure.unit, [float("nan") if v is None else float(v) for v in values]))
    return panels[:MOST_DRAWN]


def remarks(scenario: Scenario) -> str:
    """Return in a few lines what no figure says: layer, standard, terms, whether the trade is feasible."""
    lines = [f"{scenario.name} ({scenario.kept.replace('T', ' ')})" if scenario.kept else scenario.name]
    layer = scenario.text("balance", "layer") or scenario.text("revenue", "layer")
    if layer:
        lines.append(tr("Layer: {layer}").format(layer=layer))
    standard = scenario.text("balance", "standard")
    if standard:
        unit = tr("mu") if standard == JIANGYIN else tr("ha")
        lines.append(tr("Voucher standard: {standard}, 1 voucher = 1 {unit}").format(standard=standard, unit=unit))
    if scenario.revenue:
        lines.append(tr("Terms: {preset}, sold: {field}").format(
            preset=scenario.text("revenue", "preset"), field=scenario.text("revenue", "quantity_field")
        ))
    feasible = scenario.trade.get("feasible")
    if isinstance(feasible, bool):
        lines.append(tr("Forest trade: feasible") if feasible else tr("Forest trade: not feasible"))
    return "\n".join(lines)


def differing_standards(scenarios: Sequence[Scenario]) -> bool:
    """Return whether the scenarios count vouchers by different standards, which must not be compared."""
    return len({scenario.text("balance", "standard") for scenario in scenarios if scenario.balance}) > 1
