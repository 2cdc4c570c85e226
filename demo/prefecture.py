"""The invented prefecture around the demo county: nine districts, and coarse land use at both dates.

Coordinates are metres from the south-west corner of the prefecture's grid. The demo county is the rectangle
in the middle; its land use is drawn in detail elsewhere (``landuse``, ``changes``), so it is left out here.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from . import places
from .landuse import LandUseMap
from .partition import border_vertices, signed_area
from .terrain import HEIGHT, WIDTH, noise

CELL = 100.0
COLUMNS, ROWS = 360, 270
COUNTY_CORNER = (14_000.0, 10_500.0)
ORIGIN = tuple(county - corner for county, corner in zip(places.ORIGIN, COUNTY_CORNER))
EAST, NORTH = np.meshgrid((np.arange(COLUMNS) + 0.5) * CELL, (np.arange(ROWS) + 0.5) * CELL)
BENT_EAST, BENT_NORTH = (axis + 2000 * noise(f"district {name}", EAST, NORTH, 4200, 3)
                         for axis, name in ((EAST, "east"), (NORTH, "north")))
_FIRST, _LAST = (
    tuple(round(position / CELL) for position in corner)
    for corner in (COUNTY_CORNER, (COUNTY_CORNER[0] + WIDTH, COUNTY_CORNER[1] + HEIGHT))
)
# The cells of the demo county, and the corners of these.
COUNTY_CELLS = np.s_[_FIRST[1]:_LAST[1], _FIRST[0]:_LAST[0]]
COUNTY_CORNERS = np.s_[_FIRST[1]:_LAST[1] + 1, _FIRST[0]:_LAST[0] + 1]
COUNTY, OUTSIDE = 0, -1
FOREST, PADDY, DRY, TOWN = "0301", "0101", "0103", "0701"
# Codes that count as forest cover, as in resources/schemes/third_survey.csv.
FOREST_COVER = ("0301", "0302")


@dataclass(frozen=True)
class Profile:
    """What is known of a district: its seat, the radius of its town at both dates (m), and its statistics.

    forest_base, forest_target: forest coverage at the dates (%), None for the demo county, where it is measured.
    target_pct: coverage it has to reach (%). index_price: what it asks for its index (yuan/mu), None for no price.
    gdp_head: yuan per head and year. density: persons/km².
    """

    name: str
    seat: tuple[float, float]
    town: tuple[float, float]
    forest_base: float | None
    forest_target: float | None
    target_pct: float
    index_price: float | None
    gdp_head: float
    density: float


# The demo county comes first. All names and figures are invented.
PROFILES = (
    Profile("澜沐 Lanmu", (18_000, 13_500), (0, 0), None, None, 45, None, 83_000, 320),
    Profile("青麓 Qinglu", (7_000, 20_500), (500, 550), 70.4, 71.4, 55, 1000, 48_000, 120),
    Profile("苍岭 Cangling", (16_300, 22_500), (600, 650), 77.2, 78.1, 55, 1050, 51_000, 95),
    Profile("竹坞 Zhuwu", (27_500, 22_300), (750, 800), 57.9, 58.1, 55, None, 63_000, 210),
    Profile("柳汀 Liuting", (29_000, 14_000), (1300, 1500), 42.6, 41.2, 45, None, 112_000, 640),
    Profile("枫岚 Fenglan", (28_800, 5_200), (600, 650), 69.1, 69.8, 55, 1100, 57_000, 160),
    Profile("芦渚 Luzhu", (20_000, 4_500), (1000, 1250), 40.0, 38.8, 50, None, 121_000, 530),
    Profile("梅渚 Meizhu", (8_800, 4_600), (800, 850), 52.4, 52.6, 50, None, 69_000, 280),
    Profile("桐漪 Tongyi", (6_000, 12_000), (700, 750), 55.9, 56.3, 55, None, 60_000, 190),
)


@dataclass(frozen=True)
class District:
    """A district: what is known of it, its land area (ha), its forest coverage (%) and its closed ring."""

    profile: Profile
    land_ha: float
    forest_pct: float
    ring: np.ndarray


@dataclass(frozen=True)
class Prefecture:
    """The prefecture on its grid: district a cell (OUTSIDE: none), land use at both dates, position of each corner."""

    district: np.ndarray
    base: LandUseMap
    target: LandUseMap
    vertices: np.ndarray

    def has_coarse_land_use(self) -> np.ndarray:
        """Return the cells in the prefecture but not in the demo county."""
        return self.district > COUNTY


def draw_prefecture() -> Prefecture:
    """Draw the districts and their land use at both dates."""
    district = _districts()
    base = _land_use(district, {profile: (profile.forest_base, profile.town[0]) for profile in PROFILES})
    target = _land_use(district, {profile: (profile.forest_target, profile.town[1]) for profile in PROFILES})
    ruled = np.zeros((ROWS + 1, COLUMNS + 1), bool)
    ruled[COUNTY_CORNERS] = True
    vertices = border_vertices([district, base.patches(), target.patches()], ORIGIN, CELL, ruled)
    return Prefecture(district, base, target, vertices)


def describe(profile: Profile, prefecture: Prefecture, county_forest_pct: float, ring: np.ndarray) -> District:
    """Return a district with its figures at the target date; the coverage of the demo county is given."""
    number = PROFILES.index(profile)
    forest = prefecture.target.has(*FOREST_COVER)[prefecture.district == number].mean() * 100
    return District(
        profile=profile,
        land_ha=round(signed_area(ring) / 10_000, 2),
        forest_pct=round(county_forest_pct if number == COUNTY else float(forest), 2),
        ring=ring,
    )


def _districts() -> np.ndarray:
    """Return the district of each cell: that of the nearest seat, with bent borders, and the county's rectangle."""
    seats = np.array([profile.seat for profile in PROFILES[1:]])
    distances = np.hypot(BENT_EAST[..., None] - seats[:, 0], BENT_NORTH[..., None] - seats[:, 1])
    district = distances.argmin(axis=-1) + 1
    half_width, half_height = COLUMNS * CELL / 2, ROWS * CELL / 2
    reach = np.abs(BENT_EAST / half_width - 1) ** 3 + np.abs(BENT_NORTH / half_height - 1) ** 3
    district[reach > 0.75] = OUTSIDE
    district[COUNTY_CELLS] = COUNTY
    return district


def _land_use(district: np.ndarray, sizes: dict[Profile, tuple[float | None, float]]) -> LandUseMap:
    """Return coarse land use: a town round each seat, forest on the highest land of each district, fields elsewhere.

    sizes: forest coverage (%) and radius of the town (m) of each district.
    """
    land = LandUseMap(np.zeros(district.shape, np.int64), np.zeros(district.shape, np.int64))
    outer = district > COUNTY
    for area in (district == OUTSIDE, district == COUNTY, outer):
        land.paint(area, PADDY)
    land.paint(outer & (noise("dry land", EAST, NORTH, 3800) > 0.12), DRY)
    height = noise("ranges", EAST, NORTH, 6500, 4)
    shape = 1 + 0.4 * noise("town shape", EAST, NORTH, 900)
    for number, profile in enumerate(PROFILES[1:], start=1):
        forest_pct, radius = sizes[profile]
        inside = district == number
        town = inside & (np.hypot(EAST - profile.seat[0], NORTH - profile.seat[1]) < radius * shape)
        ranked = np.where(town, -np.inf, height)[inside]
        limit = np.quantile(ranked, 1 - forest_pct / 100)
        land.paint(inside & ~town & (height >= limit), FOREST)
        land.paint(town, TOWN)
    return land
