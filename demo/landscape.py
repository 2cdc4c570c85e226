"""The demo county: land use at two dates and parcels, the same to the millimetre at every run.

An invented Chinese county of 8 km × 6 km in EPSG:4549 with third-survey land-use codes. Land use is
painted on a grid (``landuse``, ``changes``) and turned into patches with natural borders
(``partition``); parcels have grids of their own (``parcels``). Further layers are further fields here.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from . import places
from .changes import target_land_use
from .landuse import CODES, NAMES, LandUseMap, base_land_use
from .parcels import Parcel, county_parcels
from .partition import border_vertices, patch_rings


@dataclass(frozen=True)
class Patch:
    """One land-use patch: its code and name, and closed rings (easting, northing), the outer one first."""

    code: str
    name: str
    rings: list[np.ndarray]


@dataclass(frozen=True)
class Landscape:
    """The layers of the demo county."""

    crs: str
    base: list[Patch]
    target: list[Patch]
    parcels: list[Parcel]


def demo_landscape() -> Landscape:
    """Draw the demo county."""
    villages = places.villages()
    base = base_land_use(villages)
    target = target_land_use(base, villages)
    vertices = border_vertices([base.patches(), target.patches()], places.ORIGIN)
    return Landscape(
        crs=places.CRS,
        base=_patches(base, vertices),
        target=_patches(target, vertices),
        parcels=county_parcels(base, target, villages),
    )


def _patches(land: LandUseMap, vertices: np.ndarray) -> list[Patch]:
    numbers = land.patches()
    first_cell = np.unique(numbers, return_index=True)[1]
    codes = [CODES[code] for code in land.code.ravel()[first_cell]]
    return [Patch(code, NAMES[code], rings) for code, rings in zip(codes, patch_rings(numbers, vertices))]
