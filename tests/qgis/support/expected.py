"""Figures that the tests expect, from the published tables, not from the plugin."""

from __future__ import annotations

# Xie et al. 2015: equivalent factors of one hectare, all eleven services and the four regulating ones.
TOTAL = {"0101": 3.89, "0103": 4.01, "0302": 22.95, "0601": 0.0, "1104": 125.61}
REGULATING = {"0101": 4.57, "0103": 1.40, "0302": 15.34, "0601": 0.0, "1104": 110.85}
D = 3406.5


def esv(code: str, hectares: float, unit_value: float = D) -> float:
    """Return the value of an area in yuan per year."""
    return hectares * TOTAL[code] * unit_value


def vouchers(code: str, hectares: float) -> float:
    """Return the Jiangyin vouchers of an area that turns from construction land into a class, or back."""
    return hectares * 15 * REGULATING[code] / REGULATING["0302"]
