"""What happens in the demo county between the base and the target date."""

from __future__ import annotations

import numpy as np

from . import places
from .landuse import BENT_EAST, BENT_NORTH, CODES, LandUseMap, choose, quarry_area, site_area, village_area
from .terrain import EAST, NORTH, noise, plot_number, rotated, scattered_plots, uniform

CONVERSIONS = {
    "0101": "1104", "0103": "0201", "0201": "0103", "0307": "0301", "0301": "0307",
    "0404": "0301", "0305": "0301", "1104": "0101", "0202": "0103",
}
OPEN_LAND = (*(code for code in CODES if code < "05"), "1006", "1104", "1106", "1107", "1202")
SHARE_CONVERTED, SHARE_DIVIDED = 0.025, 0.035


def target_land_use(base: LandUseMap, villages: list[places.Village]) -> LandUseMap:
    """Return the land use at the target date; what is not named here stays as it is."""
    land = base.copy()
    land.plot = base.patches()
    _convert_some_patches(land)
    _restore_villages(land, villages)
    _restore_quarry(land)
    _restore_riverside_works(land)
    _enlarge_lake(land)
    _develop(land)
    land.absorb_slivers()
    return land


def restored_area(land: LandUseMap, villages: list[places.Village]) -> np.ndarray:
    """Return the construction land at the base date that restoration projects take on."""
    cells = quarry_area() | site_area(places.RIVERSIDE_WORKS)
    for village in villages:
        if village.restored:
            cells |= village_area(village)
    return cells & land.has("0601", "0602", "0702", "08H2")


def _convert_some_patches(land: LandUseMap) -> None:
    """Owners plant, fell, dig and fill: a few patches change whole, a few only on one side of a new border."""
    base, patches = land.copy(), land.plot.copy()
    numbers = np.arange(patches.max() + 1)
    sizes = np.bincount(patches.ravel())
    middle_east = np.bincount(patches.ravel(), EAST.ravel()) / sizes
    middle_north = np.bincount(patches.ravel(), NORTH.ravel()) / sizes
    along, _ = rotated(
        BENT_EAST - middle_east[patches], BENT_NORTH - middle_north[patches],
        uniform("division angle", numbers)[patches] * np.pi,
    )
    draw = np.where(sizes > 90, uniform("conversion", numbers), 1)[patches]
    changes = (draw < SHARE_CONVERTED) | ((draw < SHARE_CONVERTED + SHARE_DIVIDED) & (along > 0))
    for before, after in CONVERSIONS.items():
        land.paint(changes & base.has(before), after, patches)


def _restore_villages(land: LandUseMap, villages: list[places.Village]) -> None:
    """Homesteads of villages that moved to town become paddy, forest, grass, ponds or orchards."""
    plots = scattered_plots("restored fields", BENT_EAST, BENT_NORTH, 150)
    shares = {"0301": 0.2, "0307": 0.12, "0404": 0.12, "1104": 0.12, "0201": 0.07, "0103": 0.09, "0101": 0.28}
    uses = choose(uniform("restored use", plots), shares)
    stays = noise("last households", EAST, NORTH, 190, 2) > 0.5
    for village in villages:
        if village.restored:
            land.paint(village_area(village) & land.has("0702", "08H2") & ~stays, uses, plots)


def _restore_quarry(land: LandUseMap) -> None:
    """The pit becomes a pond, the benches around it forest and grass."""
    plots = scattered_plots("quarry slopes", BENT_EAST, BENT_NORTH, 130)
    uses = choose(uniform("quarry use", plots), {"0404": 0.25, "0307": 0.25, "0301": 0.5})
    quarry = land.has("0602")
    land.paint(quarry, uses, plots)
    land.paint(quarry & quarry_area(0.5), "1104")


def _restore_riverside_works(land: LandUseMap) -> None:
    """The works move away: wetland towards the river, trees and grass behind."""
    works = site_area(places.RIVERSIDE_WORKS) & land.has("0601")
    plots = scattered_plots("works fields", BENT_EAST, BENT_NORTH, 170)
    uses = choose(uniform("works use", plots), {"1106": 0.45, "0404": 0.2, "0301": 0.35})
    land.paint(works, uses, plots)


def _enlarge_lake(land: LandUseMap) -> None:
    """Fish ponds and paddy on the north shore are returned to the lake."""
    east, north = places.LAKE.centre
    bay = np.hypot((BENT_EAST - east - 60) / 1.5, BENT_NORTH - north - places.LAKE.radius + 40) < 170
    land.paint(bay & land.has("0101", "0404", "1104", "1106"), "1102")


def _develop(land: LandUseMap) -> None:
    """Industry in the zone, hotels at the lake, a port on the river flat; some blocks are not built yet."""
    _build(land, places.DEVELOPMENT_ZONE, {"05H1": 0.14, "0810": 0.08, "0809": 0.06, "0601": 0.72})
    _build(land, places.LAKESIDE_RESORT, {"0810": 0.2, "05H1": 0.8})
    _build(land, places.RIVER_PORT, {"1008": 1})


def _build(land: LandUseMap, site: places.Site, shares: dict[str, float]) -> None:
    along, across = rotated(EAST, NORTH, site.angle, site.centre)
    row, column = np.floor(across / 175).astype(np.int64), np.floor(along / 240).astype(np.int64)
    blocks = plot_number(column, row)
    open_land = site_area(site) & land.has(*OPEN_LAND)
    built = uniform("block built", blocks) < 0.85
    street = (across - row * 175 < 16) | (along - column * 240 < 16)
    land.paint(open_land & built, choose(uniform("block use", blocks), shares), blocks)
    land.paint(open_land & street, "1004")
