"""Bulk intersections by shapely on several threads."""
from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pyogrio
import shapely


def read(path, column):
    """WKB of all polygons of a layer, and one column."""
    _, _, geometry, (values,) = pyogrio.raw.read(path, columns=[column])
    return geometry, values


def intersections(left, right, threads):
    """Row numbers of both sides and the pieces they share, on all threads; pieces without area left out."""
    tree = shapely.STRtree(right)

    def share(numbers):
        i, j = tree.query(left[numbers])
        pieces = shapely.intersection(left[numbers[i]], right[j])
        useful = shapely.area(pieces) > 0
        return numbers[i[useful]], j[useful], pieces[useful]

    with ThreadPoolExecutor(threads) as pool:
        shares = list(pool.map(share, np.array_split(np.arange(len(left)), 8 * threads)))
    return tuple(np.concatenate(column) for column in zip(*shares))
