"""A layer of polygons in pieces that fit into memory, each with all the polygons that touch it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ..overlay.polygons.polygon_array import PolygonArray
from ..overlay.tiles import tiles

_SIZE = 2000


@dataclass(frozen=True)
class Neighbourhood:
    """Some polygons of a layer and all that touch their common box.

    positions: int64 (k,), ascending, in the layer. polygons: these. is_member: bool (k,), False for those that
    only touch. share: how much of the layer is done after this one, 0 to 1.
    """

    positions: np.ndarray
    polygons: PolygonArray
    is_member: np.ndarray
    share: float


def neighbourhoods(polygons: PolygonArray, chosen: np.ndarray) -> Iterator[Neighbourhood]:
    """Yield neighbourhoods such that each of the chosen polygons, int64 (m,), is a member of exactly one."""
    bounds = polygons.bounds[chosen]
    done = 0
    for tile in tiles(bounds, _SIZE, np.inf):
        low, high = bounds[tile, :2].min(axis=0), bounds[tile, 2:].max(axis=0)
        touches = (bounds[:, :2] <= high).all(axis=1) & (bounds[:, 2:] >= low).all(axis=1)
        is_member = np.zeros(len(chosen), dtype=bool)
        is_member[tile] = True
        done += len(tile)
        positions = chosen[touches]
        yield Neighbourhood(positions, polygons.take(positions), is_member[touches], done / len(chosen))
