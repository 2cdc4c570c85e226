"""The places of the demo county: river, roads, towns, villages and sites. All names are invented.

Coordinates are metres east and north of the south-west corner.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from .terrain import HEIGHT, WIDTH, uniform

CRS = "EPSG:4549"
ORIGIN = (531000.0, 3524000.0)


@dataclass(frozen=True)
class Circle:
    """A roughly round place: centre and radius (m)."""

    centre: tuple[float, float]
    radius: float


@dataclass(frozen=True)
class Site:
    """A rounded box: centre, half length and half width (m), angle (radians), and the size of its parcels (m)."""

    name: str
    centre: tuple[float, float]
    half_length: float
    half_width: float
    angle: float
    lot: tuple[float, float]


@dataclass(frozen=True)
class Village:
    """A village: name, centre, radius (m), and whether it is given back to nature by the target date."""

    name: str
    centre: tuple[float, float]
    radius: float
    restored: bool


LAKE = Circle((1500, 1050), 520)
COUNTY_TOWN, MARKET_TOWN = Circle((4480, 4100), 640), Circle((5650, 950), 440)
QUARRY = Circle((2480, 4800), 165)
# Summits: east, north, height, width (m).
HILLS = (
    (1200, 5400, 1.0, 1000), (2900, 5800, 0.9, 750), (3900, 6000, 0.6, 500),
    (7500, 450, 0.9, 700), (6700, 150, 0.7, 480),
)
RIVERSIDE_WORKS = Site("works", (3260, 3150), 280, 105, 0.05, (95, 105))
DEVELOPMENT_ZONE = Site("zone", (6350, 4350), 620, 430, 0.14, (100, 76))
LAKESIDE_RESORT = Site("resort", (2130, 1120), 130, 190, 0.0, (120, 115))
RIVER_PORT = Site("port", (6350, 2500), 270, 85, 0.08, (110, 90))
DEVELOPMENT_SITES = (DEVELOPMENT_ZONE, LAKESIDE_RESORT, RIVER_PORT)

HIGHWAYS = (
    ((-100, 3450), (1500, 3520), (3000, 3640), (4500, 3520), (6000, 3760), (8100, 4000)),
    ((5250, 6100), (5180, 4800), (5120, 3700), (4950, 2600), (4980, 1600), (5180, 700), (5250, -100)),
)
COUNTY_ROADS = (
    ((2100, 3560), (2330, 2700), (2420, 1500), (2300, -100)),
    ((5000, 1500), (6300, 1750), (8100, 1500)),
    ((2420, 1500), (3700, 1250), (5050, 1250)),
    ((5180, 4800), (6300, 5200), (8100, 5300)),
)
RAILWAY = ((7250, 6100), (7330, 4300), (7200, 2900), (7380, 1900), (8100, 1150))

TOWNSHIPS = (
    ("云岫镇", "YX", (1900.0, 4700.0)), ("沐溪街道", "MX", (5600.0, 4500.0)),
    ("芦汀镇", "LT", (1800.0, 1100.0)), ("澜桥镇", "LQ", (6000.0, 1100.0)),
)
FAMILY_NAMES = "柳顾石沈荷陆松钱竹徐梅丁桃杨周吴"
PLACE_NAMES = ("塘", "桥", "巷", "家宅", "墩", "湾", "浜", "圩", "渡", "里", "埭", "泾")


def river_line() -> np.ndarray:
    """Return the middle of the river, from west to east."""
    east = np.arange(-300.0, WIDTH + 301.0, 60.0)
    return np.column_stack((east, 2650 + 380 * np.sin(east / 1100) + 230 * np.sin(east / 430)))


def township(east: float, north: float) -> tuple[str, str]:
    """Return the name and the letters of the township that a position belongs to."""
    nearest = min(TOWNSHIPS, key=lambda place: math.dist(place[2], (east, north)))
    return nearest[:2]


def villages() -> list[Village]:
    """Return the villages: scattered over the plain and the valleys, away from water, towns and sites."""
    spacing, found = 790.0, []
    for row in range(int(HEIGHT // spacing) + 1):
        for column in range(int(WIDTH // spacing) + 1):
            east = (column + 0.2 + 0.6 * float(uniform("village east", column, row))) * spacing
            north = (row + 0.2 + 0.6 * float(uniform("village north", column, row))) * spacing
            if _habitable(east, north):
                number = len(found)
                name = FAMILY_NAMES[number * 5 % 16] + PLACE_NAMES[number * 7 % 12] + "村"
                radius = 75 + 75 * float(uniform("village radius", number))
                restored = float(uniform("village restored", number)) < 0.62
                found.append(Village(name, (east, north), radius, restored))
    return found


def height_of_hills(east: np.ndarray | float, north: np.ndarray | float) -> np.ndarray | float:
    """Return the height of the hills, 0 for the plain and about 1 for the summits."""
    return sum(
        height * np.exp(-((east - x) ** 2 + (north - y) ** 2) / (2 * width**2)) for x, y, height, width in HILLS
    )


def _habitable(east: float, north: float) -> bool:
    river, here = river_line(), (east, north)
    return (
        150 < east < WIDTH - 150
        and 150 < north < HEIGHT - 150
        and np.hypot(river[:, 0] - east, river[:, 1] - north).min() > 330
        and all(
            math.dist(here, place.centre) > place.radius + 250 for place in (LAKE, COUNTY_TOWN, MARKET_TOWN, QUARRY)
        )
        and height_of_hills(east, north) < 0.45
        and not (
            abs(east - DEVELOPMENT_ZONE.centre[0]) < DEVELOPMENT_ZONE.half_length + 220
            and abs(north - DEVELOPMENT_ZONE.centre[1]) < DEVELOPMENT_ZONE.half_width + 220
        )
    )
