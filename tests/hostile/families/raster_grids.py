"""B13, B14, B19, B20, B21: rotated, flipped, mismatched, interpolated and reprojected rasters: right or refused."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np
import shapely
from corpus.case import RASTER, Case, Refused, Right
from corpus.oracle import uncovered, valued
from corpus.places import in_place, placed
from osgeo import gdal
from pyproj import Geod, Transformer
from support.layers import CRS, EAST, NORTH, crs_of, parcels
from support.rasters import BUILT, FOREST, WATER, classes, clipped, parameters, uniform, write
from support.rasters import placed as grid_at

PLOT = shapely.Polygon([(35, 40), (270, 60), (250, 210), (140, 130), (60, 200)])
ROWS, COLUMNS = 20, 24


def cases() -> Iterator[Case]:
    yield from rotated()
    yield from south_up()
    yield from other_grids()
    yield from elsewhere()
    yield from interpolated()
    yield from reprojected()


def exact(folder: Path, base: str, target: str, row: dict) -> dict:
    """Return the parameters of a run of the plot; fill in the row that shapely expects."""
    pieces = {(b, t): area for (_, b, t), area in clipped([in_place(PLOT)], base, target).items()}
    row.update(valued(pieces, PLOT.area / 1e4, {"ok", "coarse", "partly_covered"}, 1e-8))
    return parameters(parcels(placed(PLOT)), base, target)


def rotated() -> Iterator[Case]:
    """Not north-up: GDAL's clients often ignore the rotation, which is the silent wrong answer."""
    for side in ("base", "target"):
        for angle in (0.001, 0.1, 1, 7, 30, 45, 89, 90, 135, 180, 270, 359):
            turn = math.radians(angle)
            transform = (EAST, 30 * math.cos(turn), 30 * math.sin(turn),
                         NORTH + 600, 30 * math.sin(turn), -30 * math.cos(turn))
            yield not_north_up(f"rotated by {angle}°", side, transform)
        yield not_north_up("mirrored", side, (EAST + 720, -30.0, 0.0, NORTH + 600, 0.0, -30.0))
        yield not_north_up("sheared", side, (EAST, 30.0, 4.0, NORTH + 600, 0.0, -30.0))
        yield not_north_up("turned upside down and mirrored", side, (EAST + 720, -30.0, 0.0, NORTH, 0.0, 30.0))
        yield Case(
            "B13", f"no place on the map, {side} raster",
            lambda folder, side=side: pair(folder, side, without_place(folder / "odd.tif")),
            Refused(("raster",)), RASTER)


def pair(folder: Path, side: str, odd: str, value: int = BUILT) -> dict:
    good = uniform(folder / "good.tif", value)
    return parameters(parcels(placed(PLOT)), *((odd, good) if side == "base" else (good, odd)))


def without_place(path: Path) -> str:
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), COLUMNS, ROWS)
    dataset.GetRasterBand(1).Fill(BUILT)
    return str(path)


def not_north_up(name: str, side: str, transform: tuple) -> Case:
    return Case(
        "B13", f"{name}, {side} raster",
        lambda folder: pair(folder, side, write(folder / "odd.tif", np.full((ROWS, COLUMNS), FOREST), transform)),
        (Refused(("odd.tif", "rotated or mirrored")), Refused(("nowhere near",))), RASTER,
    )


def south_up() -> Iterator[Case]:
    """The same raster with its first line in the south gives the same areas."""
    for seed in range(8):
        for which in ("base", "target", "both"):
            row: dict = {}

            def make(folder: Path, seed=seed, which=which, row=row) -> dict:
                files = []
                for number, date in enumerate(("base", "target")):
                    values = classes(seed + number, ROWS, COLUMNS)
                    files.append(write(folder / f"{date}.tif", values))
                    if which in (date, "both"):
                        write(folder / f"{date}-south.tif", values[::-1], (EAST, 30.0, 0.0, NORTH, 0.0, 30.0))
                given = exact(folder, *files, row)
                flipped = {name: str(folder / f"{date}-south.tif")
                           for name, date in (("BASE_RASTER", "base"), ("TARGET_RASTER", "target"))
                           if which in (date, "both")}
                return {**given, **flipped}

            yield Case("B14", f"first line in the south, {which}, {seed}", make, Right([row]), RASTER)


def other_grids() -> Iterator[Case]:
    """The two dates in grids of their own: cell size, oblong cells, origin, extent."""
    grids = {
        "cells of 10 m": (60, 72, (EAST, 10.0, 0.0, NORTH + 600, 0.0, -10.0)),
        "cells of 31.7 m": (22, 25, (EAST - 7, 31.7, 0.0, NORTH + 650, 0.0, -31.7)),
        "oblong cells": (60, 20, (EAST - 1, 40.0, 0.0, NORTH + 590, 0.0, -10.3)),
        "half a cell off": (21, 25, (EAST - 15, 30.0, 0.0, NORTH + 615, 0.0, -30.0)),
        "a millimetre off": (20, 24, (EAST + 0.001, 30.0, 0.0, NORTH + 600.001, 0.0, -30.0)),
        "small cells": (50, 60, (EAST + 60, 3.0, 0.0, NORTH + 210, 0.0, -3.0)),
        "huge cells": (3, 3, (EAST - 2e5, 2e5, 0.0, NORTH + 3e5, 0.0, -2e5)),
        "one cell": (1, 1, (EAST, 720.0, 0.0, NORTH + 600, 0.0, -600.0)),
        "part of the plot": (4, 5, (EAST + 30, 30.0, 0.0, NORTH + 180, 0.0, -30.0)),
    }
    for name, (rows, columns, transform) in grids.items():
        for side in ("base", "target"):
            for seed in range(3):
                row: dict = {}

                def make(folder, rows=rows, columns=columns, transform=transform, side=side, seed=seed, row=row):
                    odd = write(folder / "odd.tif", classes(seed, rows, columns), transform)
                    good = write(folder / "good.tif", classes(seed + 9, ROWS, COLUMNS))
                    return exact(folder, *((odd, good) if side == "base" else (good, odd)), row)

                yield Case("B19", f"{name}, {side} raster, {seed}", make, Right([row]), RASTER)


def elsewhere() -> Iterator[Case]:
    """A raster that lies elsewhere, beside the plot, or has no CRS or the wrong one."""
    for side in ("base", "target"):
        for distance, named in ((1e4, "nowhere near"), (1e6, "lie outside the area")):
            yield Case(
                "B19", f"{distance:g} m away, {side} raster",
                lambda folder, side=side, distance=distance: pair(
                    folder, side, uniform(folder / "odd.tif", FOREST, transform=grid_at(20, 30.0, distance))),
                Refused((f"{side} date", named)), RASTER)
        for crs, named in ((None, "no CRS"), ("EPSG:4528", "lie outside the area"), ("EPSG:4326", "")):
            yield Case(
                "B19", f"labelled {crs}, {side} raster",
                lambda folder, side=side, crs=crs: pair(folder, side, uniform(folder / "odd.tif", FOREST, crs=crs)),
                Refused((named,)), RASTER)
        yield Case(
            "B19", f"beside the plot within the extent, {side} raster",
            lambda folder, side=side: {
                **pair(folder, side, uniform(folder / "odd.tif", FOREST, transform=grid_at(20, 30.0, 400))),
                "PARCELS": parcels(placed(PLOT), placed(shapely.box(500, 100, 600, 200)))},
            Right([uncovered(PLOT.area / 1e4), valued({("2", "8") if side == "base" else ("8", "2"): 1.0},
                                                      status={"ok", "partly_covered", "coarse"})]), RASTER)


def interpolated() -> Iterator[Case]:
    """A class raster that was resampled as if its codes were measurements holds codes that no legend has."""
    methods = {"bilinear": "Byte", "cubic": "Byte", "cubicspline": "Float32", "average": "Float32", "lanczos": "Byte"}
    for method, kind in methods.items():
        for side in ("base", "target"):
            def make(folder: Path, method=method, kind=kind, side=side) -> dict:
                values = np.full((ROWS, COLUMNS), 10)
                values[:, ::2] = 50
                gdal.Warp(
                    str(folder / "odd.tif"), write(folder / "classes.tif", values), resampleAlg=method,
                    xRes=17, yRes=17, outputType=getattr(gdal, f"GDT_{kind}"))
                return {**pair(folder, side, str(folder / "odd.tif"), 50), "SCHEME": "esa_worldcover"}

            yield Case(
                "B20", f"resampled {method}, {side} raster", make,
                (Refused(("odd.tif", "no class codes")), Refused(("have no value", side))), RASTER)


def reprojected() -> Iterator[Case]:
    """Rasters of one class in one CRS, parcels in another: the area is the geodesic one, and the class is whole."""
    crss = ("EPSG:4326", "EPSG:4490", "EPSG:3857", "EPSG:32650", "EPSG:32651", "EPSG:4528", "ESRI:102025", "EPSG:6933")
    for raster_crs in crss:
        for parcel_crs in (*crss[:4], CRS):
            def make(folder: Path, raster_crs=raster_crs, parcel_crs=parcel_crs) -> dict:
                [around] = moved([in_place(shapely.box(-3000, -3000, 3000, 3000))], raster_crs)
                west, south, east, north = around.bounds
                transform = (west, (east - west) / 24, 0.0, north, 0.0, (south - north) / 20)
                rasters = [uniform(folder / f"{value}.tif", value, transform=transform, crs=raster_crs)
                           for value in (BUILT, WATER)]
                [plot] = moved([in_place(PLOT)], parcel_crs)
                return parameters(parcels(plot, crs=parcel_crs), *rasters, AREA_BASIS="ellipsoidal")

            [plot] = moved([in_place(PLOT)], parcel_crs)
            hectares = geodesic_hectares(plot, parcel_crs)
            yield Case(
                "B21", f"raster {raster_crs}, parcels {parcel_crs}", make,
                Right([valued({("8", "5"): hectares}, within=2e-6, status={"ok", "coarse"})]), RASTER)


@cache
def mover(crs: str) -> Transformer:
    return Transformer.from_crs(CRS, crs, always_xy=True)


def moved(shapes: list, crs: str) -> list:
    """Return shapes of the test CRS in another one, their edges cut into pieces of 5 m first."""
    move = mover(crs).transform
    short = [shapely.segmentize(shape, 5.0) for shape in shapes]
    return [shapely.transform(shape, lambda xy: np.column_stack(move(xy[:, 0], xy[:, 1]))) for shape in short]


def geodesic_hectares(shape: shapely.Geometry, crs: str) -> float:
    """Return the area of a shape on the ellipsoid of its CRS."""
    move = Transformer.from_crs(crs, Transformer.from_crs(crs, "EPSG:4326").source_crs.geodetic_crs, always_xy=True)
    degrees = shapely.transform(shape, lambda xy: np.column_stack(move.transform(xy[:, 0], xy[:, 1])))
    ellipsoid = crs_of(crs).ellipsoidAcronym()
    geod = Geod(ellps="GRS80") if ellipsoid in ("EPSG:7019", "EPSG:1024") else Geod(ellps="WGS84")
    return abs(geod.geometry_area_perimeter(degrees)[0]) / 1e4
