"""A5: land-use polygons of one date that overlap: never counted twice, and named."""

from __future__ import annotations

import random
from collections.abc import Iterator

import shapely
from corpus.case import Case, Right
from corpus.oracle import overlaid, unknown
from corpus.places import between, by_date, layer_of, placed
from shapely.affinity import rotate, translate
from support.layers import BROADLEAF, DRY, INDUSTRY, POND, land_use, parcels
from support.runs import parameters

PLOT, FAR = shapely.box(0, 0, 100, 100), shapely.box(1000, 1000, 1100, 1100)
AROUND_FAR = (shapely.box(900, 900, 1200, 1200), INDUSTRY)
SHARES = (0.001, 0.01, 0.1, 1, 2, 5, 10, 20, 35, 50, 75, 100)


def refused(name: str, side: str, patches: list[tuple]) -> Case:
    """Return a case in which the first two patches overlap in the first of two parcels."""
    far = overlaid(FAR, *by_date(side, [AROUND_FAR]))
    says = (f"{side} date 1", f"{side} date 2", "overlap")
    return Case(
        "A5", f"{name}, {side} date",
        lambda _: between(parcels(placed(PLOT), placed(FAR)), side, layer_of([*patches, AROUND_FAR])),
        Right([unknown("overlap"), far], says=says),
    )


def cases() -> Iterator[Case]:
    for side in ("base", "target"):
        for share in SHARES:
            left, right = shapely.box(0, 0, 50 + share / 2, 100), shapely.box(50 - share / 2, 0, 100, 100)
            for angle in (0, 90, 30):
                turned = [rotate(shapely.box(*half.buffer(60).bounds) if angle == 30 else half, angle, (50, 50))
                          for half in (left, right)]
                yield refused(f"{share} % overlap, turned by {angle}°", side, [(turned[0], DRY), (turned[1], POND)])
        yield refused("patch twice with one code", side, [(PLOT, DRY), (PLOT, DRY)])
        yield refused("patch twice with two codes", side, [(PLOT, DRY), (PLOT, POND)])
        yield refused("patch in a patch", side, [(PLOT, DRY), (shapely.box(40, 40, 60, 60), POND)])
        yield refused("patch over the hole and the rim", side, [
            (PLOT - shapely.box(40, 40, 60, 60), DRY), (shapely.box(39, 39, 61, 61), POND)])
        for shift in (0.02, 1, 7, 40):
            yield refused(f"overlap as large as the gap, {shift} m", side, [
                (translate(shapely.box(0, 0, 50, 100), shift), DRY), (shapely.box(50, 0, 100, 100), BROADLEAF)])
    yield from both_dates()
    yield from many()
    yield from negligible()


def both_dates() -> Iterator[Case]:
    for side in (0.5, 5, 20, 90):
        patches = [(shapely.box(-500, -500, 1500, 1500), INDUSTRY), (shapely.box(5, 5, 5 + side, 5 + side), DRY)]
        yield Case(
            "A5", f"the same overlap of {side} m at both dates",
            lambda _, patches=patches: parameters(
                parcels(placed(PLOT), placed(FAR)), layer_of(patches), layer_of(patches)),
            Right([unknown("overlap"), overlaid(FAR, patches[:1], patches[:1])], says=("base date 1", "base date 2")),
        )


def many() -> Iterator[Case]:
    """Parcels with two patches each, a third of which overlap: found exactly where they are."""
    for seed in range(60):
        chance, side = random.Random(seed), ("base", "target")[seed % 2]
        plots, patches, rows = [], [], []
        for number in range(9):
            plot = translate(PLOT, number % 3 * 200, number // 3 * 200)
            x, y = plot.bounds[:2]
            excess = chance.uniform(0.05, 50) if chance.random() < 1 / 3 else 0.0
            cut = chance.uniform(10, 90)
            own = [(shapely.box(x, y, x + min(cut + excess, 100), y + 100), DRY),
                   (shapely.box(x + cut, y, x + 100, y + 100), POND)]
            plots.append(placed(plot))
            patches += own
            rows.append(unknown("overlap") if excess else overlaid(plot, *by_date(side, own)))
        yield Case(
            "A5", f"overlaps here and there {seed}",
            lambda _, plots=plots, patches=patches, side=side: between(parcels(*plots), side, layer_of(patches)),
            Right(rows),
        )


def negligible() -> Iterator[Case]:
    """Less than the gate of a millionth: valued, and right within the gate."""
    for width in (1e-6, 1e-5, 4e-5):
        patches = [(shapely.box(0, 0, 50 + width, 100), DRY), (shapely.box(50, 0, 100, 100), POND)]
        row = overlaid(PLOT, *by_date("target", [(shapely.box(0, 0, 50, 100), DRY), patches[1]]), within=2e-6)
        yield Case(
            "A5", f"overlap of {width:g} m, below the gate",
            lambda _, patches=patches: between(
                parcels(placed(PLOT)), "target", land_use(*((placed(shape), code) for shape, code in patches))),
            Right([row]),
        )
