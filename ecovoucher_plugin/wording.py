"""Ids, areas and places as messages write them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

NAMED = 10

Tr = Callable[[str], str]


def examples(items: Sequence[object]) -> str:
    """Return the first items, and how many there are in all where that is more."""
    shown = ", ".join(str(item) for item in items[:NAMED])
    return shown if len(items) <= NAMED else f"{shown}, … ({len(items):,})"


def square_metres(area_m2: float) -> str:
    """Return an area in m²: with decimals where it is small."""
    if area_m2 < 0.01:
        return "< 0.01 m²"
    return f"{area_m2:,.2f} m²" if area_m2 < 1000 else f"{area_m2:,.0f} m²"


def place(x: float, y: float) -> str:
    """Return a place as coordinates in the CRS of its layer: degrees to about a decimetre, else centimetres."""
    digits = 6 if abs(x) <= 360 and abs(y) <= 90 else 2
    return f"({x:.{digits}f}, {y:.{digits}f})"
