"""Land use of the demo county at the base date, painted on the grid theme by theme."""

from __future__ import annotations

import numpy as np

from . import places
from .terrain import (
    COLUMNS,
    EAST,
    NORTH,
    ROWS,
    connected_patches,
    distance_to_line,
    noise,
    plot_number,
    rotated,
    scattered_plots,
    uniform,
)

NAMES = {
    "0101": "水田", "0102": "水浇地", "0103": "旱地",
    "0201": "果园", "0202": "茶园",
    "0301": "乔木林地", "0302": "竹林地", "0305": "灌木林地", "0307": "其他林地",
    "0404": "其他草地",
    "05H1": "商业服务业设施用地", "0601": "工业用地", "0602": "采矿用地",
    "0701": "城镇住宅用地", "0702": "农村宅基地",
    "08H1": "机关团体新闻出版用地", "08H2": "科教文卫用地", "0809": "公用设施用地", "0810": "公园与绿地",
    "1001": "铁路用地", "1003": "公路用地", "1004": "城镇村道路用地", "1006": "农村道路",
    "1008": "港口码头用地",
    "1101": "河流水面", "1102": "湖泊水面", "1104": "坑塘水面", "1106": "内陆滩涂", "1107": "沟渠",
    "1109": "水工建筑用地", "1202": "设施农用地",
}
CODES = tuple(NAMES)
SMALLEST_PATCH = 14

# Borders of everything drawn wander by some ten metres instead of following rulers and compasses.
BENT_EAST = EAST + 16 * noise("bend east", EAST, NORTH, 260) + 4 * noise("fine bend east", EAST, NORTH, 45, 2)
BENT_NORTH = NORTH + 16 * noise("bend north", EAST, NORTH, 260) + 4 * noise("fine bend north", EAST, NORTH, 45, 2)
VILLAGE_SHAPE = 1 + 0.55 * noise("village shape", EAST, NORTH, 110, 2)
QUARRY_SHAPE = 1 + 0.4 * noise("quarry shape", EAST, NORTH, 160, 2)


class LandUseMap:
    """Land use on the grid: ``code`` (index into CODES) and ``plot``, which keeps equal neighbours apart."""

    def __init__(self, code: np.ndarray, plot: np.ndarray) -> None:
        self.code = code
        self.plot = plot

    def copy(self) -> LandUseMap:
        return LandUseMap(self.code.copy(), self.plot.copy())

    def paint(self, where: np.ndarray, codes: np.ndarray | str, plots: np.ndarray | int = 0) -> None:
        """Give cells a new code, and plot numbers that differ from all that are there."""
        if isinstance(codes, str):
            codes = np.full(self.code.shape, CODES.index(codes))
        new = np.broadcast_to(plots, self.plot.shape)[where]
        self.code[where] = codes[where]
        self.plot[where] = np.unique(new, return_inverse=True)[1] + self.plot.max() + 1

    def has(self, *codes: str) -> np.ndarray:
        """Return which cells have one of the codes."""
        return np.isin(self.code, [CODES.index(code) for code in codes])

    def patches(self) -> np.ndarray:
        """Return the patch number of each cell."""
        return connected_patches(self.plot * len(CODES) + self.code)

    def absorb_slivers(self) -> None:
        """Give patches below the smallest size to the neighbour they share the longest border with."""
        while True:
            patches = self.patches()
            sizes = np.bincount(patches.ravel())
            if sizes.min() >= SMALLEST_PATCH:
                return
            taker = np.arange(len(sizes))
            small, neighbour = _longest_border(patches, sizes < SMALLEST_PATCH)
            taker[small] = neighbour
            first_cell = np.unique(patches, return_index=True)[1]
            self.code = self.code.ravel()[first_cell][taker][patches]
            self.plot = self.plot.ravel()[first_cell][taker][patches]


def choose(draw: np.ndarray, shares: dict[str, float]) -> np.ndarray:
    """Return code numbers for draws in [0, 1): each code for its share, the last one for what is left."""
    limits = np.cumsum(list(shares.values()))[:-1]
    return np.array([CODES.index(code) for code in shares])[np.searchsorted(limits, draw, side="right")]


def base_land_use(villages: list[places.Village]) -> LandUseMap:
    """Return the land use at the base date."""
    land = LandUseMap(np.zeros((ROWS, COLUMNS), np.int64), np.zeros((ROWS, COLUMNS), np.int64))
    height = places.height_of_hills(EAST, NORTH) + 0.5 * noise("ground", EAST, NORTH, 1100, 4)
    _paint_plain(land, height)
    _paint_hills(land, height)
    _paint_rural_roads(land, villages)
    plots = scattered_plots("homesteads", BENT_EAST, BENT_NORTH, 115)
    uses = choose(uniform("homestead use", plots), {"1104": 0.04, "08H2": 0.02, "0702": 0.94})
    for village in villages:
        land.paint(village_area(village), uses, plots)
    _paint_sites(land)
    _paint_water(land)
    _paint_town(land, "county town", places.COUNTY_TOWN, 0.08)
    _paint_town(land, "market town", places.MARKET_TOWN, -0.2)
    _paint_main_roads(land)
    land.absorb_slivers()
    return land


def village_area(village: places.Village) -> np.ndarray:
    """Return the cells of a village."""
    return _from(village.centre) < village.radius * VILLAGE_SHAPE


def quarry_area(share: float = 1) -> np.ndarray:
    """Return the cells of the quarry, or of its inner part up to a share of the radius."""
    return _from(places.QUARRY.centre) < share * places.QUARRY.radius * QUARRY_SHAPE


def site_area(*sites: places.Site) -> np.ndarray:
    """Return the cells of one or more sites."""
    cells = np.zeros((ROWS, COLUMNS), bool)
    for site in sites:
        along, across = rotated(BENT_EAST, BENT_NORTH, site.angle, site.centre)
        cells |= (np.abs(along) / site.half_length) ** 4 + (np.abs(across) / site.half_width) ** 4 < 1
    return cells


def _from(centre: tuple[float, float]) -> np.ndarray:
    """Return the distance (m) of each cell from a place, bent as all borders are."""
    return np.hypot(BENT_EAST - centre[0], BENT_NORTH - centre[1])


def _longest_border(patches: np.ndarray, wanted: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the wanted patches that may be absorbed now, and for each the neighbour with the longest border."""
    pairs = np.concatenate([
        np.column_stack((one.ravel(), other.ravel()))
        for here, there in ((patches[1:], patches[:-1]), (patches[:, 1:], patches[:, :-1]))
        for one, other in ((here, there), (there, here))
    ])
    pairs = pairs[wanted[pairs[:, 0]] & (pairs[:, 0] != pairs[:, 1])]
    pairs, lengths = np.unique(pairs, axis=0, return_counts=True)
    order = np.lexsort((lengths, pairs[:, 0]))
    last = np.append(np.diff(pairs[order, 0]) > 0, True)
    small, neighbour = pairs[order][last].T
    # Of two slivers that would take each other only the later one moves in this round.
    keeps = wanted[neighbour] & (neighbour > small)
    return small[~keeps], neighbour[~keeps]


def _paint_plain(land: LandUseMap, height: np.ndarray) -> None:
    """Paddy in polders of common direction, with field roads, ditches, fish ponds and other crops among them."""
    polder = scattered_plots("polder", BENT_EAST, BENT_NORTH, 1150)
    along, across = rotated(BENT_EAST, BENT_NORTH, (uniform("polder angle", polder) - 0.5) * 1.2)
    row = np.floor(across / 132).astype(np.int64)
    column = np.floor(along / 225 + uniform("field shift", polder, row)).astype(np.int64)
    plots = np.unique(polder, return_inverse=True)[1].reshape(polder.shape) * 2**32 + plot_number(column, row)

    draw = uniform("crop", plots)
    crops = choose(draw, {
        "0103": 0.07, "0102": 0.03, "0201": 0.03, "1104": 0.03, "0307": 0.03, "0404": 0.015, "1202": 0.01,
        "0101": 0.785,
    })
    dry_crops = choose(draw, {"0101": 0.25, "0201": 0.12, "0307": 0.08, "0404": 0.05, "0103": 0.5})
    lake_crops = choose(draw, {"1104": 0.62, "0404": 0.05, "0101": 0.33})
    near_lake = _from(places.LAKE.centre) < places.LAKE.radius + 300 + 330 * noise("fish ponds", EAST, NORTH, 800)
    crops = np.where(near_lake, lake_crops, np.where(height > 0.24, dry_crops, crops))
    land.paint(np.ones(plots.shape, bool), crops, plots)

    ridge = across - row * 132
    land.paint((ridge < 9) & (row % 5 == 0), "1107", polder)
    land.paint((ridge < 9) & (row % 5 == 2), "1006", polder)


def _paint_hills(land: LandUseMap, height: np.ndarray) -> None:
    """Dry land, tea and orchards on the foothills, shrub and forest above them."""
    plots = scattered_plots("terrace", BENT_EAST, BENT_NORTH, 190)
    shares = {"0202": 0.27, "0201": 0.25, "0307": 0.13, "0404": 0.08, "0305": 0.07, "0103": 0.2}
    land.paint(height > 0.34, choose(uniform("terrace use", plots), shares), plots)

    plots = scattered_plots("stand", BENT_EAST, BENT_NORTH, 290)
    shares = {"0302": 0.14, "0305": 0.12, "0307": 0.1, "0404": 0.05, "0301": 0.59}
    land.paint(height > 0.5, choose(uniform("stand use", plots), shares), plots)


def _paint_rural_roads(land: LandUseMap, villages: list[places.Village]) -> None:
    """A road from each village to its two nearest neighbours."""
    for number, village in enumerate(villages):
        others = sorted(villages, key=lambda other: np.hypot(*np.subtract(other.centre, village.centre)))
        for other in others[1:3]:
            line = np.array((village.centre, other.centre))
            road = distance_to_line(BENT_EAST, BENT_NORTH, line, 40) < 6
            land.paint(road, "1006", number)


def _paint_sites(land: LandUseMap) -> None:
    """The quarry on the foothill and the works on the river bank."""
    land.paint(quarry_area(), "0602", scattered_plots("quarry benches", BENT_EAST, BENT_NORTH, 150))
    works = scattered_plots("works", BENT_EAST, BENT_NORTH, 120)
    land.paint(site_area(places.RIVERSIDE_WORKS), "0601", works)


def _paint_water(land: LandUseMap) -> None:
    """The river with flats and dykes, and the lake with its reed belt."""
    from_river = distance_to_line(BENT_EAST, BENT_NORTH, places.river_line(), 300)
    half_width = 95 + 25 * noise("river width", EAST, NORTH, 800, 2)
    flat = np.maximum(0, 40 + 130 * noise("flat width", EAST, NORTH, 1000, 2))
    land.paint(from_river < half_width + flat + 12, "1109")
    land.paint(from_river < half_width + flat, "1106", scattered_plots("flats", BENT_EAST, BENT_NORTH, 420))
    land.paint(from_river < half_width, "1101")

    shore = places.LAKE.radius * (1 + 0.9 * noise("shore", EAST, NORTH, 700, 4))
    from_middle = _from(places.LAKE.centre)
    reed = np.maximum(0, 110 * noise("reed", EAST, NORTH, 500, 2))
    land.paint(from_middle < shore + reed, "1106", scattered_plots("reeds", BENT_EAST, BENT_NORTH, 350))
    land.paint(from_middle < shore, "1102")


def _paint_town(land: LandUseMap, name: str, town: places.Circle, angle: float) -> None:
    """Blocks between streets: shops in the middle, housing around, industry at the edge."""
    shape = town.radius * (1 + 0.8 * noise(f"{name} edge", EAST, NORTH, 620, 3))
    share = _from(town.centre) / shape
    along, across = rotated(EAST, NORTH, angle, town.centre)
    row, column = np.floor(across / 125).astype(np.int64), np.floor(along / 170).astype(np.int64)
    blocks = plot_number(column, row)
    draw = uniform(name, blocks)
    public = {"08H1": 0.05, "08H2": 0.08, "0809": 0.03, "0810": 0.07}
    uses = choose(draw, {**public, "05H1": 0.13, "0701": 0.64})
    uses = np.where(share < 0.35, choose(draw, {**public, "05H1": 0.42, "0701": 0.35}), uses)
    uses = np.where(share > 0.8, choose(draw, {**public, "0601": 0.47, "0701": 0.3}), uses)
    land.paint(share < 1, uses, blocks)
    street = (across - row * 125 < 13) | (along - column * 170 < 13)
    land.paint((share < 1) & street, "1004")


def _paint_main_roads(land: LandUseMap) -> None:
    for line in places.COUNTY_ROADS:
        land.paint(distance_to_line(BENT_EAST, BENT_NORTH, np.array(line, float), 40) < 8, "1003")
    for line in places.HIGHWAYS:
        land.paint(distance_to_line(BENT_EAST, BENT_NORTH, np.array(line, float), 40) < 15, "1003")
    railway = np.array(places.RAILWAY, float)
    land.paint(distance_to_line(BENT_EAST, BENT_NORTH, railway, 40) < 11, "1001")
