"""A deterministic landscape to measure with: land use at two dates, parcels, villages and counties.

    python bench/landscape.py --size S [--reclassified 0.05] [--split-merged 0.10] [--renoded 0.04]

Patches fill the plane, with 30 to 60 vertices and a median of half a hectare. Between the dates some get another
class, some are cut in two, some are merged with their neighbour; the others stay byte for byte. Codes are those of
the third national land survey (三调), rasters carry the nearest CLCD class. Files go to build/bench/<size>.
"""
from __future__ import annotations

import argparse
import json
from dataclasses import asdict, astuple, dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import pyogrio
import shapely
from tessellation import ASPECT, Tessellation, count_up, uniform

ROOT = Path(__file__).resolve().parent.parent
SIZES = {"tiny": (100, 12, 18), "S": (5_000, 80, 125), "M": (50_000, 250, 400), "L": (300_000, 750, 800)}
VERSION = 5  # of what this file draws; older files are drawn again
CRS = "EPSG:4549"  # CGCS2000, 3-degree Gauss-Krüger, 120° E: metres
ORIGIN = (480_000.0, 3_480_000.0)
PATCH_WIDTH = 80.0  # m; gives a median patch of half a hectare
BATCH = 2_000_000  # vertices drawn and written at once, about

CLASSES = (  # third survey, CLCD, shares (%) in farmland, hills and towns
    ("0101", 1, 30, 4, 6), ("0103", 1, 16, 8, 4), ("0201", 2, 6, 5, 2), ("0202", 3, 1, 6, 0), ("0301", 2, 5, 38, 5),
    ("0302", 2, 1, 9, 0), ("0305", 3, 2, 10, 2), ("0307", 2, 3, 7, 3), ("0404", 4, 4, 5, 5), ("0601", 8, 1, 0, 13),
    ("0602", 7, 1, 2, 1), ("0701", 8, 1, 0, 22), ("0702", 8, 9, 2, 8), ("08H2", 8, 1, 0, 8), ("1003", 8, 3, 1, 9),
    ("1006", 8, 4, 1, 2), ("1101", 5, 3, 1, 4), ("1104", 5, 7, 0, 4), ("1106", 9, 1, 0, 1), ("1206", 7, 1, 1, 1),
)
CODES = np.array([row[0] for row in CLASSES], dtype=object)
CLCD = np.array([row[1] for row in CLASSES], dtype=np.int32)
SHARES = np.cumsum(np.array([row[2:] for row in CLASSES], dtype=float), axis=0)
LAYERS = ("base", "target", "target_reexported", "parcels", "villages", "counties")
KEPT, RECLASSIFIED, CUT, MERGED, SWALLOWED = range(5)


@dataclass(frozen=True)
class Change:
    """Shares of the base patches that differ at the target date, and of the borders that only gain a vertex."""

    reclassified: float = 0.05
    split_merged: float = 0.10
    renoded: float = 0.0

    def fates(self, seed: int, r: np.ndarray, c: np.ndarray, columns: int) -> np.ndarray:
        """What becomes of each cell; a merged cell swallows the next one of its row."""
        chance = self.split_merged / 2
        merging = (uniform(seed, 10, r, c // 2) < chance) & (c // 2 * 2 + 1 < columns)
        fate = np.where(merging, np.where(c % 2 == 0, MERGED, SWALLOWED), KEPT)
        free = ~merging
        cut = free & (uniform(seed, 11, r, c) < chance / (1 - chance))
        fate[cut] = CUT
        other = free & ~cut & (uniform(seed, 12, r, c) < self.reclassified / (1 - self.split_merged))
        fate[other] = RECLASSIFIED
        return fate


def base_classes(seed: int, r: np.ndarray, c: np.ndarray) -> np.ndarray:
    """Rows of CLASSES: neighbourhoods of some 14 × 14 cells are farmland, hills or towns."""
    kind = np.searchsorted([0.45, 0.85], uniform(seed, 20, r // 14, (c + 5 * (r // 14)) // 14))
    draw = uniform(seed, 21, r, c) * SHARES[-1, kind]
    return (draw[:, None] >= SHARES.T[kind]).sum(axis=1)


def other_classes(seed: int, r: np.ndarray, c: np.ndarray) -> np.ndarray:
    """A class that differs from the base class of the same cell."""
    shift = 1 + (uniform(seed, 22, r, c) * (len(CLASSES) - 1)).astype(np.int64)
    return (base_classes(seed, r, c) + shift) % len(CLASSES)


def cell_batches(tessellation: Tessellation):
    """(rows, columns) of all cells, whole rows at a time."""
    step = max(1, BATCH // (3 * sum(tessellation.segments) * tessellation.columns))
    for first in range(0, tessellation.rows, step):
        r, c = np.mgrid[first:min(first + step, tessellation.rows), 0:tessellation.columns]
        yield r.ravel(), c.ravel()


def regrouped(wall: Tessellation, fate: np.ndarray, r: np.ndarray, c: np.ndarray, renoded: float = 0.0) -> tuple:
    """Polygons after cutting and merging, with the cell each starts in and whether it is a cell's right half."""
    whole, cut, merged = (np.flatnonzero(chosen) for chosen in (fate <= RECLASSIFIED, fate == CUT, fate == MERGED))
    parts = [wall.cells(r[whole], c[whole]), *wall.halves(r[cut], c[cut]), wall.pairs(r[merged], c[merged])]
    cell = np.concatenate([whole, cut, cut, merged])
    right = np.repeat([False, False, True, False], [len(rings) for rings in parts])
    order = np.argsort(cell, kind="stable")
    polygons = np.concatenate([wall.polygons(rings, renoded) for rings in parts])
    return polygons[order], cell[order], right[order]


@dataclass(frozen=True)
class Landscape:
    """All layers of one size; each method yields batches of (polygons, {field: values})."""

    size: str = "S"
    seed: int = 1
    change: Change = Change()

    @cached_property
    def patches(self) -> Tessellation:
        _, rows, columns = SIZES[self.size]
        width, height = (columns + 0.5) * PATCH_WIDTH, rows * PATCH_WIDTH * ASPECT
        box = (*ORIGIN, ORIGIN[0] + width, ORIGIN[1] + height)
        return Tessellation(box, rows, columns, self.seed)

    def base(self):
        """Land use at the first date."""
        for r, c in cell_batches(self.patches):
            yield self.patches.polygons(self.patches.cells(r, c)), land_use(base_classes(self.seed, r, c))

    def target(self):
        """Land use at the second date."""
        for r, c in cell_batches(self.patches):
            fate = self.change.fates(self.seed, r, c, self.patches.columns)
            polygons, cell, right = regrouped(self.patches, fate, r, c, self.change.renoded)
            r, c = r[cell], c[cell]
            changed = right | (fate[cell] == RECLASSIFIED)
            yield polygons, land_use(np.where(changed, other_classes(self.seed, r, c), base_classes(self.seed, r, c)))

    def target_reexported(self):
        """The second date with each ring begun elsewhere and one vertex added: no patch is byte for byte the same."""
        for polygons, fields in self.target():
            yield reexported(polygons, self.seed), fields

    def parcels(self):
        """Some 0.1 to 3 ha each: cells of their own wall, three in ten of them cut or merged."""
        xmin, ymin, xmax, ymax = self.patches.box
        inner = (xmax - xmin - 3 * PATCH_WIDTH) * (ymax - ymin - 3 * PATCH_WIDTH)
        regrouping = Change(0.0, 0.3)
        more = 1 + regrouping.split_merged / 4  # a cut adds one parcel for one cell, a merger takes one from two
        wall = self._zones(inner * more / SIZES[self.size][0], seed=self.seed + 1, segments=(4, 9))
        numbered = 0
        for r, c in cell_batches(wall):
            fate = regrouping.fates(wall.seed, r, c, wall.columns)
            polygons, _, _ = regrouped(wall, fate, r, c)
            yield polygons, {"pid": np.arange(numbered, numbered + len(polygons)) + 1}
            numbered += len(polygons)

    def villages(self):
        """Some 300 ha each, borders of a few hundred vertices."""
        return self._regions(3.0e6, seed=self.seed + 2, segments=(40, 80))

    def counties(self):
        """Some 12,000 ha each, or an eighth of the landscape; borders of a few thousand vertices."""
        xmin, ymin, xmax, ymax = self.patches.box
        return self._regions(min(1.2e8, (xmax - xmin) * (ymax - ymin) / 8), seed=self.seed + 3, segments=(300, 600))

    def _regions(self, area: float, seed: int, segments: tuple):
        wall = self._zones(area, seed, segments)
        numbered = 0
        for r, c in cell_batches(wall):
            yield wall.polygons(wall.cells(r, c)), {"pid": np.arange(numbered, numbered + len(r)) + 1}
            numbered += len(r)

    def _zones(self, area: float, seed: int, segments: tuple) -> Tessellation:
        """A wall of cells of this mean area that stays inside the land use."""
        xmin, ymin, xmax, ymax = self.patches.box
        width = np.sqrt(area / ASPECT)
        margin = PATCH_WIDTH + 0.08 * width
        xmin, ymin, xmax, ymax = xmin + margin, ymin + margin, xmax - margin, ymax - margin
        columns = max(1, round((xmax - xmin) / width - 0.5))
        rows = max(1, round((ymax - ymin) / width / ASPECT))
        return Tessellation((xmin, ymin, xmax, ymax), rows, columns, seed, segments)


def land_use(classes: np.ndarray) -> dict:
    """The fields of a land-use layer: third-survey code and CLCD class."""
    return {"DLBM": CODES[classes], "clcd": CLCD[classes]}


def reexported(polygons: np.ndarray, seed: int) -> np.ndarray:
    """The same shapes, written by another program: begun at another vertex, one vertex added on the first edge."""
    points, owner = shapely.get_coordinates(polygons, return_index=True)
    counts = np.bincount(owner) - 1
    firsts = np.concatenate([[0], np.cumsum(counts + 1)[:-1]])
    start = 1 + (uniform(seed, 30, np.arange(len(counts)), firsts) * (counts - 1)).astype(np.int64)
    step, n = count_up(counts + 1), np.repeat(counts, counts + 1)
    behind = (np.repeat(start, counts + 1) + step - (step > 0)) % n
    ahead = (np.repeat(start, counts + 1) + step - (step > 1)) % n
    first = np.repeat(firsts, counts + 1)
    ring = (points[first + behind] + points[first + ahead]) / 2
    return shapely.polygons(shapely.linearrings(ring, indices=np.repeat(np.arange(len(counts)), counts + 1)))


def write(path: Path, batches) -> None:
    """A GeoPackage with one layer called like the file, batch by batch; the file appears when it is complete."""
    part = path.with_suffix(".part.gpkg")
    part.unlink(missing_ok=True)
    for polygons, fields in batches:
        pyogrio.raw.write(
            part, shapely.to_wkb(polygons), list(fields.values()), list(fields), driver="GPKG", layer=path.stem,
            geometry_type="Polygon", crs=CRS, append=part.exists(),
            dataset_options={"VERSION": "1.2"},  # read without a warning since QGIS 3.22
        )
    part.rename(path)


def prepare(landscape: Landscape, folder: Path, layers) -> dict:
    """Paths of the named layers in the folder; draws those that are missing, all when the parameters are new."""
    folder.mkdir(parents=True, exist_ok=True)
    recipe = json.dumps({"version": VERSION, **asdict(landscape)}, indent=1)
    note = folder / "recipe.json"
    if not note.exists() or note.read_text() != recipe:
        for stale in [*folder.glob("*.gpkg"), *folder.glob("*.tif")]:
            stale.unlink()
        note.write_text(recipe)
    paths = {layer: folder / f"{layer}.gpkg" for layer in layers}
    for layer, path in paths.items():
        if not path.exists():
            write(path, getattr(landscape, layer)())
    return paths


def add_options(parser: argparse.ArgumentParser) -> None:
    """Which landscape: size and shares of change."""
    parser.add_argument("--size", choices=SIZES, default="S")
    parser.add_argument("--reclassified", type=float, default=Change.reclassified, help="share of patches")
    parser.add_argument("--split-merged", type=float, default=Change.split_merged, help="share of patches")
    parser.add_argument("--renoded", type=float, default=Change.renoded, help="share of borders with a vertex more")


def chosen(options) -> tuple:
    """The landscape of the options and its folder, which is called after the size and any unusual shares."""
    change = Change(options.reclassified, options.split_merged, options.renoded)
    unusual = [] if change == Change() else [f"{share:g}" for share in astuple(change)]
    return Landscape(options.size, change=change), ROOT / "build" / "bench" / "-".join([options.size, *unusual])


def main() -> None:
    """Draw every layer of one size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_options(parser)
    landscape, folder = chosen(parser.parse_args())
    for path in prepare(landscape, folder, LAYERS).values():
        print(path)


if __name__ == "__main__":
    main()
