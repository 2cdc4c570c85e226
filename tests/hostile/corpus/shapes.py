"""Hostile polygons in metres, some 100 m wide, and ways to turn one into many."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator

import numpy as np
import shapely
from shapely.affinity import rotate, scale

SOUND = {
    "square": "POLYGON((0 0,100 0,100 100,0 100,0 0))",
    "duplicate vertices": "POLYGON((0 0,0 0,100 0,100 0,100 100,0 100,0 100,0 0))",
    "hole": "POLYGON((0 0,100 0,100 100,0 100,0 0),(20 20,20 60,60 60,60 20,20 20))",
    "hole touching the shell": "POLYGON((0 0,100 0,100 100,0 100,0 0),(0 20,40 10,40 60,0 20))",
    "holes touching": "POLYGON((0 0,100 0,100 100,0 100,0 0),(10 10,30 10,30 30,10 10),(30 30,50 30,50 60,30 30))",
    "hole with the shell's direction": "POLYGON((0 0,100 0,100 100,0 100,0 0),(20 20,60 20,60 60,20 60,20 20))",
    "parts far apart": "MULTIPOLYGON(((0 0,30 0,30 30,0 0)),((200 200,300 200,300 300,200 200)))",
    "parts touching in a point": "MULTIPOLYGON(((0 0,50 0,50 50,0 50,0 0)),((50 50,90 50,90 90,50 50)))",
    "part in the hole of another":
        "MULTIPOLYGON(((0 0,90 0,90 90,0 90,0 0),(10 10,80 10,80 80,10 80,10 10)),((20 20,60 20,60 60,20 20)))",
    "needle": "POLYGON((0 0,100 0.001,100 0,0 0))",
    "concave": "POLYGON((0 0,100 0,100 100,50 10,0 100,0 0))",
    "comb": "POLYGON((0 0,90 0,90 100,80 100,80 10,70 10,70 100,60 100,60 10,50 10,50 100,40 100,40 10,0 10,0 0))",
}
REPAIRABLE = {
    "ring touching itself": "POLYGON((0 0,100 0,100 100,50 0,0 100,0 0))",
    "spike outwards": "POLYGON((0 0,100 0,100 100,100 150,100 100,0 100,0 0))",
    "spike inwards": "POLYGON((0 0,100 0,100 100,50 100,50 50,50 100,0 100,0 0))",
    "parts side by side": "MULTIPOLYGON(((0 0,50 0,50 50,0 50,0 0)),((50 0,90 0,90 50,50 50,50 0)))",
}
BROKEN = {
    "bow-tie": "POLYGON((0 0,100 100,100 0,0 100,0 0))",
    "uneven bow-tie": "POLYGON((0 0,100 100,100 0,0 50,0 0))",
    "flat bow-tie": "POLYGON((0 0,100 1,100 0,0 1,0 0))",
    "part inside another": "MULTIPOLYGON(((0 0,100 0,100 100,0 100,0 0)),((20 20,40 20,40 40,20 40,20 20)))",
    "parts overlapping": "MULTIPOLYGON(((0 0,100 0,100 100,0 100,0 0)),((50 50,150 50,150 150,50 150,50 50)))",
    "the same part twice": "MULTIPOLYGON(((0 0,100 0,100 100,0 0)),((0 0,100 0,100 100,0 0)))",
    "hole outside the shell": "POLYGON((0 0,100 0,100 100,0 100,0 0),(200 20,240 20,240 60,200 20))",
    "hole across the shell": "POLYGON((0 0,100 0,100 100,0 100,0 0),(50 50,150 50,150 80,50 80,50 50))",
    "hole as large as the shell": "POLYGON((0 0,100 0,100 100,0 100,0 0),(0 0,100 0,100 100,0 100,0 0))",
    "holes overlapping": "POLYGON((0 0,100 0,100 100,0 100,0 0),(10 10,60 10,60 60,10 10),(20 10,70 10,70 60,20 10))",
    "hole in a hole":
        "POLYGON((0 0,100 0,100 100,0 100,0 0),(10 10,80 10,80 80,10 80,10 10),(20 20,60 20,60 60,20 20))",
    "no area": "POLYGON((0 0,100 0,50 0,0 0))",
    "one point": "POLYGON((5 5,5 5,5 5,5 5))",
    "there and back": "POLYGON((0 0,100 0,0 0,0 0))",
    "figure of eight": "POLYGON((0 0,50 50,0 100,-50 100,0 50,50 0,0 0))",
    "pentagram": "POLYGON((50 100,79 10,2 65,98 65,21 10,50 100))",
}
TURNS: dict[str, Callable[[shapely.Geometry], shapely.Geometry]] = {
    "as drawn": lambda shape: shape,
    "the other way round": lambda shape: shapely.reverse(shape),
    "rotated": lambda shape: rotate(shape, 37.3, (50, 50)),
    "mirrored": lambda shape: scale(shape, -1, 1, origin=(50, 50)),
    "shrunk": lambda shape: scale(shape, 0.05, 0.05, origin=(50, 50)),
    "grown": lambda shape: scale(shape, 4, 4, origin=(50, 50)),
    "with many vertices": lambda shape: shapely.segmentize(shape, 3.0) if shape.length else shape,
}


def turned(shapes: dict[str, str]) -> Iterator[tuple[str, shapely.Geometry]]:
    """Yield every shape in every turn, with a name."""
    for name, wkt in shapes.items():
        for turn, change in TURNS.items():
            yield f"{name}, {turn}", change(shapely.from_wkt(wkt))


def star(vertices: int, arms: int, swing: float = 9.0) -> shapely.Polygon:
    """Return a wavy ring around (50, 50)."""
    angle = np.linspace(0, 2 * math.pi, vertices, endpoint=False)
    radius = 40 + swing * np.sin(arms * angle)
    return shapely.Polygon(np.column_stack((50 + radius * np.cos(angle), 50 + radius * np.sin(angle))))


def random_ring(seed: int) -> shapely.Polygon:
    """Return a ring through a few random points, which mostly crosses itself."""
    chance = random.Random(seed)
    return shapely.Polygon([(chance.uniform(0, 100), chance.uniform(0, 100)) for _ in range(chance.randint(3, 9))])


def shoelace(shape: shapely.Geometry) -> float:
    """Return the area of shells less that of holes, whatever they cross."""
    def ring(coordinates: np.ndarray) -> float:
        x, y = (coordinates - coordinates[0]).T
        return abs(float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]))) / 2

    return sum(
        ring(np.array(part.exterior.coords)) - sum(ring(np.array(hole.coords)) for hole in part.interiors)
        for part in shapely.get_parts(shape)
    )


def status_of(shape: shapely.Geometry) -> str:
    """Return the status that a parcel of this shape must have: repaired only where that leaves its area as it was."""
    if shape.is_valid:
        return "ok"
    mended = shapely.make_valid(shape)
    area = sum(part.area for part in shapely.get_parts(mended))
    return "repaired" if area > 0 and abs(area - shoelace(shape)) <= 1e-6 * area else "invalid"


def mended(shape: shapely.Geometry) -> shapely.Geometry:
    """Return the polygons of a shape made valid."""
    parts = [part for part in shapely.get_parts(shapely.make_valid(shape)) if part.area > 0]
    return shapely.union_all(parts) if parts else shapely.Polygon()
