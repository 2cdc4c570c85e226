"""Rasters to measure with: the landscape burnt at 10 m or 30 m, and a large pair of rasters with villages.

Cells hold CLCD classes (1–9), 0 is NoData; tiled and deflated GeoTIFF.
"""
from __future__ import annotations

import math
from pathlib import Path

import numpy as np
from landscape import CLCD, CRS, CUT, ORIGIN, RECLASSIFIED, SWALLOWED, Change, base_classes, other_classes, write
from osgeo import gdal, osr
from tessellation import ASPECT, Tessellation

gdal.UseExceptions()
FORMAT = ["TILED=YES", "COMPRESS=DEFLATE", "BIGTIFF=IF_SAFER"]
CELL = 10.0  # m, of the large pair
PLAIN_CELLS = {"tiny": 200, "S": 4_000, "M": 10_000, "L": 20_000}  # along one side
PLAIN_PATCH = 8.0  # cells; patches of about half a hectare
STRIP = 256  # rows drawn at once


def burn(source: Path, path: Path, box: tuple, cell: float) -> None:
    """Rasterise field `clcd` of a land-use layer by cell centre; cells are not aligned with the box."""
    left, top = (math.floor(edge / cell) * cell for edge in (box[0] - cell, box[3] + 2 * cell))
    right = left + math.ceil((box[2] + cell - left) / cell) * cell
    bottom = top - math.ceil((top - box[1] + cell) / cell) * cell
    part = path.with_suffix(".part.tif")
    gdal.Rasterize(
        str(part), str(source), layers=[source.stem], attribute="clcd", outputType=gdal.GDT_Byte, initValues=[0],
        noData=0, outputBounds=(left, bottom, right, top), xRes=cell, yRes=cell, creationOptions=FORMAT,
    )
    part.rename(path)


def plain_villages(side: int, seed: int):
    """One batch of villages of some 300 ha that fill a plain of side × side cells, but for its rim."""
    width = math.sqrt(3.0e6 / ASPECT)
    xmin, ymin = ORIGIN[0] + 0.1 * width, ORIGIN[1] + 0.1 * width
    extent = side * CELL - 0.2 * width
    columns, rows = max(1, round(extent / width - 0.5)), max(1, round(extent / width / ASPECT))
    wall = Tessellation((xmin, ymin, xmin + extent, ymin + extent), rows, columns, seed, (40, 80))
    r, c = (index.ravel() for index in np.mgrid[0:rows, 0:columns])
    yield wall.polygons(wall.cells(r, c)), {"pid": np.arange(len(r)) + 1}


def half_cell_classes(side: int, seed: int) -> tuple:
    """CLCD classes at both dates of the left and right half of each patch of the plain: two (rows, 2 · columns)."""
    rows, columns = math.ceil(side / (PLAIN_PATCH * ASPECT)) + 4, math.ceil(side / PLAIN_PATCH) + 4
    base, target = (np.empty((rows, 2 * columns), np.uint8) for _ in range(2))
    for r in range(rows):
        row, c = np.full(columns, r), np.arange(columns)
        fate = Change().fates(seed, row, c, columns)
        before, other = base_classes(seed, row, c), other_classes(seed, row, c)
        after = np.where(fate == SWALLOWED, np.roll(before, 1), before)
        changed = fate == RECLASSIFIED
        base[r, 0::2] = base[r, 1::2] = CLCD[before]
        target[r, 0::2] = CLCD[np.where(changed, other, after)]
        target[r, 1::2] = CLCD[np.where(changed | (fate == CUT), other, after)]
    return base, target


def draw_plain(paths: list, side: int, seed: int) -> None:
    """Two rasters of side × side cells: a brick wall of patches seen through a wavy glass, strip by strip."""
    reference = osr.SpatialReference()
    reference.SetFromUserInput(CRS)
    parts = [path.with_suffix(".part.tif") for path in paths]
    rasters = [gdal.GetDriverByName("GTiff").Create(str(part), side, side, 1, gdal.GDT_Byte, FORMAT) for part in parts]
    for raster in rasters:
        raster.SetProjection(reference.ExportToWkt())
        raster.SetGeoTransform((ORIGIN[0], CELL, 0, ORIGIN[1] + side * CELL, 0, -CELL))
        raster.GetRasterBand(1).SetNoDataValue(0)
    tables = half_cell_classes(side, seed)
    for top in range(0, side, STRIP):
        row, half = wavy_bricks(np.arange(top, min(top + STRIP, side)), np.arange(side))
        for raster, table in zip(rasters, tables):
            raster.GetRasterBand(1).WriteArray(table[row, half], 0, top)
    rasters = raster = None
    for part, path in zip(parts, paths):
        part.rename(path)


def wavy_bricks(lines: np.ndarray, columns: np.ndarray) -> tuple:
    """Row and half-column of the brick under each raster cell."""
    x, y = columns[None, :] / PLAIN_PATCH, lines[:, None] / (PLAIN_PATCH * ASPECT)
    u, v = x + 1.0, y + 1.0
    for length, height in ((3.1, 0.18), (9.7, 0.4), (41.0, 0.4)):
        across, along = 2 * np.pi * x / length, 2 * np.pi * y / (1.3 * length)
        u = u + height * (np.sin(along) * np.cos(0.4 * across) + np.cos(along) * np.sin(0.4 * across))
        v = v + height * (np.sin(across) * np.cos(0.3 * along) + np.cos(across) * np.sin(0.3 * along))
    row = np.maximum(v, 0).astype(np.int32)
    half = np.maximum(2 * u - row % 2, 0).astype(np.int32)
    return row, half


def prepare_burnt(paths: dict, box: tuple, folder: Path, cell: int) -> list:
    """Rasters of the layers `base` and `target` at `cell` metres; burnt when missing."""
    rasters = []
    for layer in ("base", "target"):
        raster = folder / f"{layer}_{cell}m.tif"
        if not raster.exists():
            burn(paths[layer], raster, box, float(cell))
        rasters.append(raster)
    return rasters


def prepare_plain(folder: Path, size: str, seed: int) -> tuple:
    """Villages and the pair of rasters of the plain; drawn when missing."""
    folder.mkdir(parents=True, exist_ok=True)
    side = PLAIN_CELLS[size]
    villages, rasters = folder / "plain_villages.gpkg", [folder / "plain_base.tif", folder / "plain_target.tif"]
    if not villages.exists():
        write(villages, plain_villages(side, seed))
    if not all(raster.exists() for raster in rasters):
        draw_plain(rasters, side, seed)
    return villages, rasters
