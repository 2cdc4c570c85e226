"""B11, B12: parcels of a few cells or less than one: exact shares of cells, and a word where they are few."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import shapely
from corpus.case import RASTER, Case, Near, Right
from corpus.oracle import valued
from corpus.places import in_place, placed
from shapely.affinity import rotate, translate
from support.layers import parcels
from support.rasters import classes, clipped, parameters, write
from support.rasters import placed as grid_at

CELL = 30.0
BEFORE, AFTER = classes(1, 12, 12), classes(2, 12, 12)


def touched(shape: shapely.Geometry) -> int:
    """Return the number of base cells whose inside meets a shape."""
    west, south, east, north = np.array(shape.bounds) / CELL
    return sum(
        shapely.intersection(shapely.box(CELL * x, CELL * y, CELL * (x + 1), CELL * (y + 1)), shape).area > 1e-6
        for x in range(int(west), int(np.ceil(east)) + 1) for y in range(int(south), int(np.ceil(north)) + 1)
    )


def case(hazard: str, name: str, shape: shapely.Geometry, transform: tuple | None = None) -> Case:
    """Return a parcel on two rasters of random classes; the second one's grid may differ."""
    expected: dict = {}

    def make(folder: Path) -> dict:
        base = write(folder / "base.tif", BEFORE)
        target = write(folder / "target.tif", AFTER, transform)
        pieces = {(b, t): area for (_, b, t), area in clipped([in_place(shape)], base, target).items()}
        status = "partly_covered" if sum(pieces.values()) < 0.9999999 * shape.area / 1e4 else None
        status = status or ("coarse" if touched(shape) < 10 else "ok")
        expected.update(valued(pieces, shape.area / 1e4, {status}, 1e-7 / shape.area + 1e-8))
        return parameters(parcels(placed(shape)), base, target)

    return Case(hazard, name, make, Right([expected]), RASTER)


def cases() -> Iterator[Case]:
    for side in (0.5, 2, 5, 10, 20, 30, 45, 60, 120):
        for angle in (0, 13, 30, 45, 77):
            for x, y in ((90.0, 90.0), (97.3, 111.9), (75.0, 105.0), (119.999, 60.001)):
                square = rotate(shapely.box(x, y, x + side, y + side), angle)
                yield case("B11", f"square of {side} m at ({x}, {y}) turned by {angle}°", square)
    for radius in (1, 15, 40, 100):
        yield case("B11", f"circle of {radius} m", shapely.Point(171, 166).buffer(radius))
    for width in (0.1, 1, 5):
        yield case("B11", f"strip of {width} m", rotate(shapely.box(60, 150, 300, 150 + width), 20))
    for number, cell in enumerate((3.0, 7.7, 29.0, 31.0, 100.0)):
        for x in (0.0, 11.3):
            shape = translate(shapely.Point(60, 60).buffer(25), 0, number)
            corner = 30 - x if cell < 10 else -x
            yield case("B12", f"second grid of {cell} m from {corner} m", shape, grid_at(12, cell, corner, corner))
    yield from many_small()


def many_small() -> Iterator[Case]:
    """What a native histogram over-counts by 1,641 %: the area of small parcels sums to their area, not to cells'."""
    for seed in range(10):
        chance = np.random.default_rng(seed)
        squares = [
            rotate(shapely.box(x, y, x + 10, y + 10), angle)
            for x, y, angle in zip(*chance.uniform(20, 320, (2, 20)), chance.uniform(0, 90, 20))
        ]
        uniform = np.full((12, 12), 8)
        yield Case(
            "B12", f"twenty parcels of 10 m on cells of 30 m, {seed}",
            lambda folder, squares=squares, uniform=uniform: parameters(
                parcels(*map(placed, squares)), write(folder / "base.tif", uniform),
                write(folder / "target.tif", np.full((12, 12), 5))),
            Right([valued({("8", "5"): 0.01}, status="coarse")] * 20, {"AREA_HA": Near(0.2, 1e-9)}), RASTER,
        )
