"""A6: land use that covers a part of the parcel or nothing: the rest is said to be unmapped, and never valued."""

from __future__ import annotations

import random
from collections.abc import Iterator

import shapely
from corpus.case import Case, Right
from corpus.oracle import overlaid, uncovered
from corpus.places import between, by_date, layer_of, placed
from shapely.affinity import rotate, translate
from support.layers import BROADLEAF, DRY, PADDY, POND, parcels
from support.runs import parameters

PLOT = shapely.box(0, 0, 100, 100)
NEAR = (shapely.box(-400, -400, -300, -300), DRY)


def case(name: str, side: str, patches: list[tuple]) -> Case:
    row = overlaid(PLOT, *by_date(side, patches))
    return Case(
        "A6", f"{name}, {side} date",
        lambda _: between(parcels(placed(PLOT)), side, layer_of([*patches, NEAR])), Right([row]),
    )


def cases() -> Iterator[Case]:
    for side in ("base", "target"):
        for percent in (*range(0, 101, 10), 0.01, 0.1, 99.9):
            for x, y in ((1, 0), (-1, 0), (0, 1), (0.6, -0.8)):
                shifted = translate(PLOT, x * percent, y * percent)
                yield case(f"land use moved by {percent} m to ({x}, {y})", side, [(shifted, DRY)])
        hole = shapely.box(20, 30, 70, 60)
        yield case("hole in the land use", side, [(PLOT - hole, POND)])
        yield case("land use only in the hole", side, [(hole, POND)])
        yield case("ring around the parcel", side, [(PLOT.buffer(50) - PLOT, POND)])
        yield case("border shared, nothing inside", side, [(shapely.box(-100, 0, 0, 100), POND)])
        yield case("corner touched", side, [(shapely.box(100, 100, 200, 200), POND)])
        for angle in range(5, 90, 12):
            turned = rotate(shapely.box(20, 20, 120, 80), angle, (50, 50))
            yield case(f"strip turned by {angle}°", side, [(turned, BROADLEAF)])
    yield from random_covers()
    yield from beside_everything()


def random_covers() -> Iterator[Case]:
    """Both dates cover parts that have nothing to do with each other."""
    for seed in range(60):
        chance = random.Random(seed)

        def patches(chance=chance) -> list[tuple]:
            cut = chance.uniform(5, 95)
            halves = shapely.box(-20, -20, cut, 120), shapely.box(cut, -20, 120, 120)
            hole = translate(shapely.box(0, 0, 40, 40), chance.uniform(-40, 100), chance.uniform(-40, 100))
            return [(half - hole, chance.choice((DRY, POND, PADDY, BROADLEAF))) for half in halves]

        before, after = patches(), patches()
        yield Case(
            "A6", f"random covers {seed}",
            lambda _, before=before, after=after: parameters(
                parcels(placed(PLOT)), layer_of(before), layer_of(after)),
            Right([overlaid(PLOT, before, after, 1e-6)]),
        )


def beside_everything() -> Iterator[Case]:
    """One parcel where there is land use, and one far away."""
    for distance in (401, 1000, 1e4, 1e5):
        far = translate(PLOT, 0, distance)
        patches = [(shapely.box(-100, -100, 200, 200), DRY)]
        yield Case(
            "A6", f"parcel {distance:g} m away from all land use",
            lambda _, far=far, patches=patches: parameters(
                parcels(placed(PLOT), placed(far)), layer_of(patches), layer_of(patches)),
            Right([overlaid(PLOT, patches, patches), uncovered(1.0)]),
        )
