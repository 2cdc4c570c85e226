"""What a parcel is worth, from the published tables and the areas of its parts; nothing here is the plugin's code."""

from __future__ import annotations

from collections.abc import Iterable

import shapely
from corpus.case import Near

# Xie et al. 2015, equivalent factors of one hectare: all eleven services and the four regulating ones.
# Codes of the third survey, and values of the yearly China land cover, whose classes are means of several.
FOREST_TOTAL, FOREST_REGULATING = (17.53 + 23.09 + 22.95) / 3, (11.60 + 14.88 + 15.34) / 3
TOTAL = {
    "0101": 3.89, "0103": 4.01, "0302": 22.95, "0601": 0.0, "1104": 125.61,
    "1": (3.89 + 4.01) / 2, "2": FOREST_TOTAL, "5": 125.61, "8": 0.0,
}
REGULATING = {
    "0101": 4.57, "0103": 1.40, "0302": 15.34, "0601": 0.0, "1104": 110.85,
    "1": (4.57 + 1.40) / 2, "2": FOREST_REGULATING, "5": 110.85, "8": 0.0,
}
CONSTRUCTION = {"0601", "8"}
D = 3406.5
REFUSED = ("mapped_pct", "esv_base", "esv_target", "esv_change", "v_supply", "v_demand", "v_net")
GATE = 1e-6

Pieces = dict[tuple[str, str], float]


def vouchers(before: str, after: str, hectares: float) -> float:
    """Return the Jiangyin vouchers of a transition: above 0 supply, below 0 demand."""
    if (before in CONSTRUCTION) == (after in CONSTRUCTION):
        return 0.0
    gain = 15 * hectares * (REGULATING[after] - REGULATING[before]) / REGULATING["0302"]
    return max(gain, 0.0) if before in CONSTRUCTION else min(gain, 0.0)


def valued(
    pieces: Pieces, hectares: float | None = None, status: object = "ok", within: float = GATE
) -> dict[str, object]:
    """Return the row of a parcel.

    pieces: hectares by code before and after. hectares: of the parcel; by default the sum of its pieces.
    within: relative error allowed of the parcel's area.
    """
    hectares = sum(pieces.values()) if hectares is None else hectares
    error = within * hectares
    before = D * sum(area * TOTAL[base] for (base, _), area in pieces.items())
    after = D * sum(area * TOTAL[target] for (_, target), area in pieces.items())
    gains = [vouchers(base, target, area) for (base, target), area in pieces.items()]
    yuan, units = D * max(TOTAL.values()) * error, 15 * max(REGULATING.values()) / REGULATING["0302"] * error
    return {
        "ev_status": status,
        "area_ha": Near(hectares, error),
        "mapped_pct": Near(100 * sum(pieces.values()) / hectares, 100 * within),
        "esv_base": Near(before, yuan),
        "esv_target": Near(after, yuan),
        "esv_change": Near(after - before, 2 * yuan),
        "v_supply": Near(sum(gain for gain in gains if gain > 0), units),
        "v_demand": Near(-sum(gain for gain in gains if gain < 0), units),
        "v_net": Near(sum(gains), 2 * units),
    }


def unknown(status: object) -> dict[str, object]:
    """Return the row of a parcel that is refused: no value at all."""
    return {"ev_status": status, **dict.fromkeys(REFUSED)}


def uncovered(hectares: float, within: float = GATE) -> dict[str, object]:
    """Return the row of a parcel without land use at both dates."""
    return {
        **unknown("not_covered"), "mapped_pct": Near(0.0, 100 * within), "area_ha": Near(hectares, within * hectares),
    }


def overlaid(parcel: shapely.Geometry, before: Iterable[tuple], after: Iterable[tuple], within: float = GATE) -> dict:
    """Return the row of a valid parcel over land use without overlaps, by shapely.

    before, after: (shape, code) at each date.
    """
    pieces: Pieces = {}
    for base_shape, base in before:
        part = shapely.intersection(parcel, base_shape)
        if part.area == 0:
            continue
        for target_shape, target in after:
            area = shapely.intersection(part, target_shape).area / 1e4
            if area > 0:
                pieces[base, target] = pieces.get((base, target), 0.0) + area
    hectares = parcel.area / 1e4
    if not pieces:
        return uncovered(hectares)
    status = "ok" if hectares - sum(pieces.values()) <= within * hectares else "partly_covered"
    return valued(pieces, hectares, status, within)
