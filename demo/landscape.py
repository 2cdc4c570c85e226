"""The demo county: land use at two dates and parcels, the same to the millimetre at every run.

An invented Chinese county of 8 km × 6 km in EPSG:4549 with third-survey land-use codes. Land use is
painted on a grid (``landuse``, ``changes``) and turned into patches with natural borders
(``partition``); parcels have grids of their own (``parcels``). Around the county lie the other districts
of its prefecture (``prefecture``), coarser. Further layers are further fields here.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from . import places
from .changes import target_land_use
from .landuse import CODES, NAMES, LandUseMap, base_land_use
from .parcels import Parcel, county_parcels
from .partition import border_vertices, patch_rings
from .prefecture import FOREST_COVER, OUTSIDE, PROFILES, District, Prefecture, describe, draw_prefecture
from .terrain import connected_patches


@dataclass(frozen=True)
class Patch:
    """One land-use patch: its code and name, and closed rings (easting, northing), the outer one first."""

    code: str
    name: str
    rings: list[np.ndarray]


@dataclass(frozen=True)
class Landscape:
    """The layers of the demo county, and of the prefecture it lies in: districts, land use around the county."""

    crs: str
    base: list[Patch]
    target: list[Patch]
    parcels: list[Parcel]
    districts: list[District]
    around_base: list[Patch]
    around_target: list[Patch]


def demo_landscape() -> Landscape:
    """Draw the demo county and its prefecture."""
    villages = places.villages()
    base = base_land_use(villages)
    target = target_land_use(base, villages)
    vertices = border_vertices([base.patches(), target.patches()], places.ORIGIN)
    prefecture = draw_prefecture()
    around = prefecture.has_coarse_land_use()
    return Landscape(
        crs=places.CRS,
        base=_patches(base, vertices),
        target=_patches(target, vertices),
        parcels=county_parcels(base, target, villages),
        districts=_districts(prefecture, float(target.has(*FOREST_COVER).mean() * 100)),
        around_base=_patches(prefecture.base, prefecture.vertices, around),
        around_target=_patches(prefecture.target, prefecture.vertices, around),
    )


def _patches(land: LandUseMap, vertices: np.ndarray, where: np.ndarray | None = None) -> list[Patch]:
    """Return the patches of a land-use map, or those of the cells that are wanted; no patch is partly wanted."""
    numbers = land.patches()
    first_cell = np.unique(numbers, return_index=True)[1]
    codes = [CODES[code] for code in land.code.ravel()[first_cell]]
    wanted = np.ones(len(codes), bool) if where is None else where.ravel()[first_cell]
    return [
        Patch(code, NAMES[code], rings)
        for code, rings, is_wanted in zip(codes, patch_rings(numbers, vertices), wanted) if is_wanted
    ]


def _districts(prefecture: Prefecture, county_forest_pct: float) -> list[District]:
    numbers = connected_patches(prefecture.district)
    first_cell = np.unique(numbers, return_index=True)[1]
    outer_ring = {
        number: rings[0]
        for number, rings in zip(prefecture.district.ravel()[first_cell], patch_rings(numbers, prefecture.vertices))
        if number != OUTSIDE
    }
    return [
        describe(profile, prefecture, county_forest_pct, outer_ring[number]) for number, profile in enumerate(PROFILES)
    ]
