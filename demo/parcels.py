"""Parcels of the demo county: restoration plots, development lots and unchanged parcels for checking.

Parcels follow title boundaries, not land use: their lots are laid out on grids of their own and cut
across patches. Neighbouring lots share their border.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from . import changes, places
from .landuse import CODES, LandUseMap, site_area
from .partition import MILLIMETRES, signed_area
from .terrain import CELL, COLUMNS, EAST, HEIGHT, NORTH, ROWS, WIDTH, rotated, uniform


@dataclass(frozen=True)
class Parcel:
    """One parcel: its number, place, kind, holder, official area (m²) and closed ring (easting, northing).

    code_now, code_plan: main land use at the base date and the one a restoration plot is planned to have as a whole
    (it is what most of it later becomes); None for parcels of other kinds.
    """

    parcel_no: str
    town: str
    village: str
    kind: str
    holder: str
    official_m2: float
    code_now: str | None
    code_plan: str | None
    ring: np.ndarray


@dataclass(frozen=True)
class LotGrid:
    """A grid of lots around a centre: lot size along and across (m), angle (radians), columns and rows."""

    name: str
    centre: tuple[float, float]
    length: float
    depth: float
    angle: float
    columns: int
    rows: int

    def ring(self, column: int, row: int) -> np.ndarray:
        """Return the closed ring of a lot, counter-clockwise, metres from the south-west corner of the county."""
        corners = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)]
        sides = [self._side(*corners[i], *corners[(i + 1) % 4]) for i in range(4)]
        return np.concatenate([side[:-1] for side in sides] + [sides[0][:1]])

    def _corner(self, column: int, row: int) -> np.ndarray:
        shift = [0.3 * (float(uniform(f"{self.name} corner", column, row, axis)) - 0.5) for axis in (0, 1)]
        along = (column + shift[0] - self.columns / 2) * self.length
        across = (row + shift[1] - self.rows / 2) * self.depth
        return np.add(rotated(along, across, -self.angle), self.centre)

    def _side(self, *ends: int) -> np.ndarray:
        """Return the points of a lot side; both lots that share it get the same points."""
        forward = ends[:2] < ends[2:]
        key = ends if forward else ends[2:] + ends[:2]
        points = np.array([self._corner(*key[:2]), self._corner(*key[2:])])
        for level in range(2):
            steps = np.diff(points, axis=0)
            shift = 0.14 * (uniform(f"{self.name} side", *key, level, np.arange(len(steps))) - 0.5)
            middle = points[:-1] + steps / 2 + shift[:, None] * steps[:, ::-1] * (-1, 1)
            joined = np.empty((2 * len(points) - 1, 2))
            joined[::2], joined[1::2] = points, middle
            points = joined
        return points if forward else points[::-1]


def county_parcels(base: LandUseMap, target: LandUseMap, villages: list[places.Village]) -> list[Parcel]:
    """Return all parcels, numbered by township and kind."""
    register = _Register(villages, base, target)
    restored = changes.restored_area(base, villages)
    for number, village in enumerate(villages):
        if village.restored:
            register.add_lots(_village_lots(number, village), "restoration", restored, 0.4)
    for site in (places.RIVERSIDE_WORKS, _quarry_site()):
        register.add_lots(_site_lots(site), "restoration", restored, 0.4)
    developed = site_area(*places.DEVELOPMENT_SITES)
    for site in places.DEVELOPMENT_SITES:
        register.add_lots(_site_lots(site), "development", developed, 0.45)
    quiet = (base.code == target.code) & ~restored & ~developed & ~base.has("1101")
    for grid in _check_lots():
        register.add_lots(grid, "check", quiet, 0.95)
    for grid in _lots_over_the_edge():
        register.add_lots(grid, "check", None, 0.0)
    return sorted(register.parcels, key=lambda parcel: parcel.parcel_no)


class _Register:
    """Collects parcels, numbers them and keeps them from overlapping."""

    def __init__(self, villages: list[places.Village], base: LandUseMap, target: LandUseMap) -> None:
        self.parcels: list[Parcel] = []
        self._villages = villages
        self._base, self._target = base, target
        self._taken = np.zeros((ROWS, COLUMNS), bool)
        self._numbers: dict[str, int] = {}

    def add_lots(self, grid: LotGrid, kind: str, wanted: np.ndarray | None, least_share: float) -> None:
        """Add the lots of a grid that lie on free land and, by a least share, on wanted cells (None: anywhere)."""
        rings = [grid.ring(column, row) for row in range(grid.rows) for column in range(grid.columns)]
        taken_here = np.zeros_like(self._taken)
        for ring in rings:
            window, inside = _cells_inside(ring)
            fits = wanted is None or (inside.any() and wanted[window][inside].mean() >= least_share)
            if fits and not self._taken[window].any():
                self.parcels.append(self._parcel(ring, kind))
                taken_here[window] |= inside
        self._taken |= taken_here

    def _parcel(self, ring: np.ndarray, kind: str) -> Parcel:
        middle = tuple(ring[:-1].mean(axis=0))
        town, letters = places.township(*middle)
        series = f"{letters}-{kind[0].upper()}"
        number = self._numbers[series] = self._numbers.get(series, 0) + 1
        village = min(self._villages, key=lambda place: math.dist(place.centre, middle))
        draw = [float(uniform(f"title {series}", number, i)) for i in range(3)]
        area = signed_area(ring)
        error = 0.03 if draw[0] < 0.025 else 0.003
        restored = kind == "restoration"
        return Parcel(
            parcel_no=f"{series}-{number:03d}",
            town=town,
            village=village.name,
            kind=kind,
            holder=_holder(kind, area, draw[1]),
            official_m2=round(area * (1 + error * (2 * draw[2] - 1)), 2),
            code_now=_main_use(self._base, ring) if restored else None,
            code_plan=_main_use(self._target, ring) if restored else None,
            ring=np.round(ring + np.asarray(places.ORIGIN), MILLIMETRES),
        )


def _cells_inside(ring: np.ndarray) -> tuple[tuple[slice, slice], np.ndarray]:
    """Return a window of the grid one cell wider than the ring, and which of its cells lie inside."""
    first = np.clip(np.floor(ring.min(axis=0) / CELL).astype(int) - 1, 0, (COLUMNS, ROWS))
    last = np.clip(np.ceil(ring.max(axis=0) / CELL).astype(int) + 1, 0, (COLUMNS, ROWS))
    window = np.s_[first[1]:last[1], first[0]:last[0]]
    east, north = EAST[window], NORTH[window]
    inside = np.zeros(east.shape, bool)
    for (x0, y0), (x1, y1) in zip(ring[:-1], ring[1:]):
        if y0 != y1:
            inside ^= ((y0 > north) != (y1 > north)) & (east < x0 + (north - y0) * (x1 - x0) / (y1 - y0))
    return window, inside


def _main_use(land: LandUseMap, ring: np.ndarray) -> str:
    """Return the code that most cells of a lot have."""
    window, inside = _cells_inside(ring)
    return CODES[np.bincount(land.code[window][inside]).argmax()]


def _holder(kind: str, area: float, draw: float) -> str:
    if kind == "development":
        return "company"
    if kind == "restoration":
        return "household" if area < 1800 else "collective"
    return "household" if draw < 0.45 else "collective" if draw < 0.85 else "state"


def _village_lots(number: int, village: places.Village) -> LotGrid:
    size = 43 + 100 * float(uniform("lot size", number)) ** 2
    columns = math.ceil(3.2 * village.radius / size)
    angle = math.pi / 2 * float(uniform("lot angle", number))
    return LotGrid(f"village {number}", village.centre, size, 0.8 * size, angle, columns, math.ceil(1.25 * columns))


def _site_lots(site: places.Site) -> LotGrid:
    length, depth = site.lot
    columns, rows = math.ceil(2 * site.half_length / length), math.ceil(2 * site.half_width / depth)
    return LotGrid(site.name, site.centre, length, depth, site.angle + 0.03, columns, rows)


def _quarry_site() -> places.Site:
    reach = 1.5 * places.QUARRY.radius
    return places.Site("quarry", places.QUARRY.centre, reach, reach, 0.4, (150, 140))


def _check_lots() -> list[LotGrid]:
    """Return single lots all over the county, more than will find unchanged land."""
    grids = []
    for number in range(340):
        draw = [float(uniform("check lot", number, i)) for i in range(5)]
        centre = (60 + draw[0] * (WIDTH - 120), 60 + draw[1] * (HEIGHT - 120))
        length = 40 + 110 * draw[2]
        grids.append(LotGrid(f"check {number}", centre, length, length * (0.6 + draw[3]), draw[4] * math.pi, 1, 1))
    return grids


def _lots_over_the_edge() -> list[LotGrid]:
    """Return lots that reach beyond the mapped land use, the last two altogether."""
    centres = (
        (WIDTH, 2200), (WIDTH - 15, 4690), (3300, HEIGHT), (6300, 20), (0, 1500), (WIDTH + 125, 3100), (2000, -120),
    )
    return [LotGrid(f"edge {i}", centre, 170, 120, 0.3 * i, 1, 1) for i, centre in enumerate(centres)]
