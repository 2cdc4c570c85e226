"""Random land use without gaps and overlaps, and what shapely finds in it."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import shapely
from shapely.affinity import translate
from support.layers import EAST, NORTH, land_use, parcels

CODES = ("0101", "0103", "0302", "0601", "1104")
SIZE = 1000.0


def voronoi(seed: int, count: int, size: float = SIZE) -> list[shapely.Polygon]:
    """Return a partition of a square into cells that share their vertices."""
    points = shapely.MultiPoint(np.random.default_rng(seed).uniform(0, size, (count, 2)))
    frame = shapely.box(0, 0, size, size)
    cells = shapely.voronoi_polygons(points, extend_to=frame.buffer(size)).geoms
    return [cell for cell in (shapely.intersection(cell, frame) for cell in cells) if cell.area > 0]


def changed(cells: list[shapely.Polygon], codes: list[str], share: float, seed: int) -> tuple[list, list]:
    """Return the cells of a later date: some cells halved, one half with another code; the others untouched."""
    chance = np.random.default_rng(seed)
    shapes, kinds = [], []
    for cell, code in zip(cells, codes):
        if chance.random() >= share:
            shapes.append(cell)
            kinds.append(code)
            continue
        x, y = cell.centroid.coords[0]
        east, north = (x, 2 * SIZE) if chance.random() < 0.5 else (2 * SIZE, y)
        half = shapely.box(-SIZE, -SIZE, east, north)
        shapes += [cell.intersection(half), cell.difference(half)]
        kinds += [code, CODES[chance.integers(len(CODES))]]
    return shapes, kinds


def placed(shapes: list) -> list:
    return [translate(shape, EAST, NORTH) for shape in shapes]


def as_land_use(shapes: list, codes: list[str]):
    return land_use(*zip(placed(shapes), codes))


def as_parcels(shapes: list):
    return parcels(*placed(shapes))


def expected_areas(plots: list, before: list, before_codes: list, after: list, after_codes: list) -> dict:
    """Return hectares by (number of the parcel, base code, target code), by geopandas.overlay."""
    import geopandas

    frames = [
        geopandas.GeoDataFrame({"plot": range(len(plots))}, geometry=placed(plots)),
        geopandas.GeoDataFrame({"base": before_codes}, geometry=placed(before)),
        geopandas.GeoDataFrame({"target": after_codes}, geometry=placed(after)),
    ]
    pieces = frames[0].overlay(frames[1], keep_geom_type=True).overlay(frames[2], keep_geom_type=True)
    areas: dict = defaultdict(float)
    for plot, base, target, area in zip(pieces["plot"], pieces["base"], pieces["target"], pieces.area):
        areas[plot, base, target] += area / 1e4
    return dict(areas)


def found_areas(done) -> dict:
    """Return the same from a run's transitions; parcels are numbered in the order of the layer."""
    number = {feature.id(): position for position, feature in enumerate(done.layer.getFeatures())}
    return {(number[row["parcel"]], row["from_code"], row["to_code"]): row["area_ha"] for row in done.transitions}
