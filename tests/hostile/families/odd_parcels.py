"""A9, A3: parcels that look odd and are sound, or have no polygon: measured right, or empty and in the result."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator

import shapely
from corpus.case import Case, Right
from corpus.oracle import overlaid, unknown, valued
from corpus.places import AFTER, BEFORE, in_place, over_half_forest, placed
from corpus.shapes import SOUND, star, status_of, turned
from shapely.affinity import translate
from support.layers import BROADLEAF, EAST, INDUSTRY, NORTH, at_origin, parcels


def case(name: str, shape: shapely.Geometry, within: float = 1e-6, **more) -> Case:
    row = {**overlaid(shape, BEFORE, AFTER, within), "ev_status": status_of(in_place(shape))}
    return Case("A9", name, lambda _: over_half_forest(parcels(placed(shape))), Right([row]), **more)


def cases() -> Iterator[Case]:
    for name, shape in turned(SOUND):
        yield case(name, shape, 1e-4 if "needle" in name else 1e-6)
    yield from long_rings()
    yield from sizes()
    yield from with_dimensions()
    yield from circles()
    yield from collections()
    yield from missing()


def long_rings() -> Iterator[Case]:
    for vertices in (50, 500, 3000, 12_000):
        for arms in (1, 7, 37, 101):
            yield case(f"ring of {vertices} vertices and {arms} waves", star(vertices, arms))
    for depth in range(1, 7):
        rings = [shapely.box(i * 4, i * 4, 100 - i * 4, 100 - i * 4) for i in range(2 * depth)]
        nest = shapely.MultiPolygon([
            shapely.Polygon(outer.exterior.coords, [inner.exterior.coords])
            for outer, inner in zip(rings[::2], rings[1::2])
        ])
        yield case(f"rings in rings, {depth} deep", nest)
    for count in (2, 30, 400):
        squares = shapely.MultiPolygon([
            shapely.box(3 * (i % 20), 3 * (i // 20), 3 * (i % 20) + 2, 3 * (i // 20) + 2) for i in range(count)
        ])
        yield case(f"{count} parts", squares)
        holes = [shapely.box(*part.bounds).exterior.coords for part in squares.geoms]
        yield case(f"{count} holes", shapely.Polygon(shapely.box(-1, -1, 61, 61).exterior.coords, holes))


def sizes() -> Iterator[Case]:
    """A micrometre is all that doubles hold of these northings, so the smallest parcels are known less well."""
    for exponent in range(-2, 4):
        for x in (0.0, 39.7, 40.0, 40.0 - 10.0**exponent / 2):
            side = 10.0**exponent
            square = translate(shapely.box(0, 0, side, side), x, 3)
            shape = translate(in_place(square), -EAST, -NORTH)
            yield case(f"square of {side:g} m at {x:g} m", shape, max(1e-6, 4e-9 / side))
    for width in (10, 1, 0.1, 0.01):
        for angle in (0, 1, 45, 90):
            strip = shapely.affinity.rotate(shapely.box(0, 50, 100, 50 + width), angle, (50, 50))
            yield case(f"strip of {width} m, turned by {angle}°", strip, max(1e-6, 2e-8 / width))


def with_dimensions() -> Iterator[Case]:
    square = shapely.box(0, 0, 100, 100)
    for dimensions in ("Z", "M", "ZM"):
        for value in (7.0, -1e300, 0.0, 1e-300, math.nan, math.inf):
            geometry = placed(square)
            if "Z" in dimensions:
                geometry.get().addZValue(value)
            if "M" in dimensions:
                geometry.get().addMValue(value)
            yield Case(
                "A9", f"{dimensions} of {value}",
                lambda _, geometry=geometry, kind=f"Polygon{dimensions}": over_half_forest(
                    parcels(geometry, kind=kind)
                ),
                Right([overlaid(square, BEFORE, AFTER)]),
            )


def circles() -> Iterator[Case]:
    """Full circles as arcs; what lies west of x = 40 m is a segment of known area."""
    for radius in (1, 12, 60, 150):
        for x in (-200, 40 - radius / 2, 40, 40 + radius / 3, 300):
            area = math.pi * radius**2
            reach = min(max((40 - x) / radius, -1.0), 1.0)
            west = radius**2 * (math.pi - math.acos(reach) + reach * math.sqrt(1 - reach**2))
            pieces = {(INDUSTRY, BROADLEAF): west / 1e4, (INDUSTRY, INDUSTRY): (area - west) / 1e4}
            y = 100
            arc = (f"CURVEPOLYGON(CIRCULARSTRING({x} {y - radius},{x + radius} {y},{x} {y + radius},"
                   f"{x - radius} {y},{x} {y - radius}))")
            yield Case(
                "A9", f"circle of {radius} m at {x:g} m",
                lambda _, arc=arc: over_half_forest(parcels(at_origin(arc), kind="CurvePolygon")),
                Right([valued({key: value for key, value in pieces.items() if value > 0}, within=2e-6)]),
            )


def collections() -> Iterator[Case]:
    square, line, point = "POLYGON((0 0,100 0,100 100,0 100,0 0))", "LINESTRING(0 0,9 9)", "POINT(0 0)"
    whole = overlaid(shapely.box(0, 0, 100, 100), BEFORE, AFTER)
    halves = "POLYGON((0 0,100 0,100 100,0 0)),POLYGON((0 0,100 100,0 100,0 0))"
    for name, parts, row in (
        ("polygon alone", square, whole), ("polygon and line", f"{square},{line}", whole),
        ("point, line, polygon", f"{point},{line},{square}", whole), ("point and line", f"{point},{line}", None),
        ("two polygons side by side", halves, {**whole, "ev_status": "repaired"}),
        ("nothing", "", None), ("the polygon twice", f"{square},{square}", unknown("invalid")),
    ):
        wkt = f"GEOMETRYCOLLECTION({parts})" if parts else "GEOMETRYCOLLECTION EMPTY"
        yield Case(
            "A9", f"collection of {name}",
            lambda _, wkt=wkt: over_half_forest(parcels(at_origin(wkt), kind="GeometryCollection")),
            Right([unknown("empty") if row is None else row]),
        )


def missing() -> Iterator[Case]:
    """Up to a third of the parcels without geometry, anywhere among the others."""
    absent = (None, "POLYGON EMPTY", "MULTIPOLYGON EMPTY")
    square = shapely.box(0, 0, 100, 100)
    for seed in range(80):
        chance = random.Random(seed)
        share = chance.uniform(0, 0.3) if seed else 1.0
        shapes, rows = [], []
        for _ in range(chance.randint(1, 25)):
            if chance.random() < share:
                shapes.append(chance.choice(absent))
                rows.append({**unknown("empty"), "area_ha": None})
            else:
                shape = translate(square, chance.uniform(-400, 900), chance.uniform(-400, 900))
                shapes.append(placed(shape))
                rows.append(overlaid(shape, BEFORE, AFTER))
        counted = {"PARCEL_COUNT": len(rows), "SKIPPED_COUNT": sum(row["ev_status"] == "empty" for row in rows)}
        yield Case(
            "A3", f"layer {seed} with parcels missing",
            lambda _, shapes=shapes: over_half_forest(parcels(*shapes)), Right(rows, counted),
        )
