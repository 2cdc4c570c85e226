"""A7, A4, A10: slivers, borders that nearly meet, and the order of features: sums stay whole and the same."""

from __future__ import annotations

import random
from collections.abc import Iterator

import numpy as np
import shapely
from corpus.case import Case, Right
from corpus.oracle import overlaid, valued
from corpus.places import between, in_place, layer_of, placed
from shapely.affinity import rotate, translate
from support.layers import BROADLEAF, DRY, EAST, INDUSTRY, NORTH, PADDY, POND, parcels
from support.partitions import voronoi
from support.runs import parameters

PLOT = shapely.box(0, 0, 100, 100)
CODES = (PADDY, DRY, BROADLEAF, INDUSTRY, POND)


def cases() -> Iterator[Case]:
    yield from strips()
    yield from digitised_anew()
    yield from nearly_the_same()
    yield from shuffled()


def strips() -> Iterator[Case]:
    """Strips of two codes by turns: nothing is dropped for being thin."""
    for side in ("base", "target"):
        for width in (10, 2.5, 0.5, 0.25):
            for angle in (0, 90):
                count = round(100 / width)
                patches = [
                    (rotate(shapely.box(i * width, 0, (i + 1) * width, 100), angle, (50, 50)), (DRY, POND)[i % 2])
                    for i in range(count)
                ]
                halves = {DRY: 0.5, POND: 0.5}
                pieces = {
                    ((code, INDUSTRY) if side == "base" else (INDUSTRY, code)): area for code, area in halves.items()
                }
                yield Case(
                    "A7", f"strips of {width} m turned by {angle}°, {side} date",
                    lambda _, side=side, patches=patches: between(parcels(placed(PLOT)), side, layer_of(patches)),
                    Right([valued(pieces)]),
                )


def cells(seed: int, count: int) -> list[shapely.Polygon]:
    """Return a partition of a square around the parcel, its vertices rounded as files hold them."""
    moved = [translate(cell, -50, -50) for cell in voronoi(seed, count, 200.0)]
    return [translate(shapely.set_precision(in_place(cell), 1 / 1024), -EAST, -NORTH) for cell in moved]


def jittered(shapes: list, size: float, chance: np.random.Generator) -> list[shapely.Polygon]:
    """Return a partition with every vertex moved, the same wherever it occurs."""
    moves: dict = {}

    def move(xy: np.ndarray) -> np.ndarray:
        return np.array([
            point + moves.setdefault(tuple(np.round(point, 6)), chance.uniform(-size, size, 2)) for point in xy
        ])

    return [shapely.transform(shape, move) for shape in shapes]


def coded(shapes: list, chance: random.Random) -> list[tuple]:
    return [(shape, chance.choice(CODES)) for shape in shapes]


def digitised_anew() -> Iterator[Case]:
    """The second date follows the borders of the first, off by some hundredth of a micrometre up to a metre."""
    for seed in range(72):
        size = 10.0 ** (-(seed % 9))
        chance = np.random.default_rng(seed)
        first = cells(seed, 12)
        second = jittered(first, size, chance)
        if not all(shape.is_valid for shape in second):
            continue
        before, after = coded(first, random.Random(seed)), coded(second, random.Random(seed + 1))
        row = overlaid(PLOT, before, after, 2e-6)
        yield Case(
            "A4", f"digitised anew within {size:g} m, {seed}",
            lambda _, before=before, after=after: parameters(
                parcels(placed(PLOT)), layer_of(before), layer_of(after)),
            Right([{**row, "ev_status": "ok"}]),
        )


def nearly_the_same() -> Iterator[Case]:
    """The second date is the first one turned or moved by next to nothing, which robust overlays stumble over."""
    for exponent in range(1, 11):
        for name, change in (
            ("turned by", lambda shape, size: rotate(shape, size, (50, 50))),
            ("moved by", lambda shape, size: translate(shape, size, -size / 3)),
        ):
            size = 10.0**-exponent
            before = coded(cells(exponent, 9), random.Random(exponent))
            after = [(change(shape, size), code) for shape, code in before]
            row = overlaid(PLOT, before, after, 2e-6)
            yield Case(
                "A4", f"{name} 1e-{exponent}",
                lambda _, before=before, after=after: parameters(
                    parcels(placed(PLOT)), layer_of(before), layer_of(after)),
                Right([{**row, "ev_status": "ok"}]),
            )


def shuffled() -> Iterator[Case]:
    """The same layers in another order of features."""
    before, after = coded(cells(1, 30), random.Random(1)), coded(cells(2, 30), random.Random(2))
    plots = [shapely.box(x, y, x + 25, y + 25) for x in (0, 25, 50, 75) for y in (0, 50)]
    rows = [overlaid(plot, before, after) for plot in plots]
    for seed in range(40):
        def make(_, seed=seed) -> dict:
            chance = random.Random(seed)
            sides = [chance.sample(patches, len(patches)) for patches in (before, after)]
            return parameters(parcels(*map(placed, plots)), *map(layer_of, sides))

        yield Case("A10", f"land use in order {seed}", make, Right(rows))
        order = random.Random(seed).sample(range(len(plots)), len(plots))
        yield Case(
            "A10", f"parcels in order {seed}",
            lambda _, order=order: parameters(
                parcels(*(placed(plots[i]) for i in order)), layer_of(before), layer_of(after)),
            Right([rows[i] for i in order]),
        )
