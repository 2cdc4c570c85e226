"""Areas of parcel ∩ base patch ∩ target patch: the joint pieces of changed patches.

The intersection of two patches, as signed edges, is every edge of the one where it runs inside the other, and
the other way round. Where a point of an edge lies in a patch is counted from the patch's edges below it, so
nothing is built, and nearly coincident borders give nearly nothing instead of failing.
"""

from __future__ import annotations

import numpy as np

from .edges import SignedEdges, arranged, edges_of
from .pair_area import ROWS, heights, local_origin, overlap, shared_areas
from .polygon_array import PolygonArray
from .ragged import blocks, expand, first_alike, group_of


def triple_areas(
    parcels: PolygonArray, base: PolygonArray, target: PolygonArray, triples: np.ndarray
) -> np.ndarray:
    """Area of parcel ∩ base patch ∩ target patch in squared coordinate units, float64 (k,).

    triples: int64 (k, 3), parcel, base patch and target patch.
    """
    origin = local_origin(parcels)
    pairs, pair = np.unique(triples[:, 1:], axis=0, return_inverse=True)
    joint = intersected(edges_of(base, origin), edges_of(target, origin), pairs[:, 0], pairs[:, 1])
    return shared_areas(edges_of(parcels, origin), joint, triples[:, 0], pair.reshape(-1))


def intersected(base: SignedEdges, target: SignedEdges, first: np.ndarray, second: np.ndarray) -> SignedEdges:
    """The regions base ∩ target of pairs of patches as signed edges.

    first, second: int64 (k,), indices in ``base`` and ``target``; region i is the intersection of pair i.
    """
    ours = _inside(base, first, target, second, borders=True)
    theirs = _inside(target, second, base, first, borders=False)
    columns = [np.concatenate(pair) for pair in zip(ours, theirs)]
    order = np.argsort(columns[0], kind="stable")
    region, x0, y0, x1, y1, weight = (column[order] for column in columns)
    return arranged(region, x0, y0, x1, y1, weight, len(first))


def _inside(
    edges: SignedEdges, owner: np.ndarray, regions: SignedEdges, region: np.ndarray, borders: bool
) -> list[np.ndarray]:
    """The parts of edges inside a region, for pairs (owner of edges, region).

    borders: whether an edge that coincides with an edge of the region counts as above it.
    Returns columns of equal length: pair, x0, y0, x1, y1, weight.
    """
    left, bottom, right, top = regions.bounds[:, region]
    starts, stops = edges.ranges(owner, left, right)
    found = []
    for block in blocks(stops - starts, ROWS):
        edge, beginnings = expand(starts[block], stops[block])
        pair = group_of(beginnings) + block.start
        kept = np.flatnonzero(
            (edges.low[edge] <= top[pair]) & (edges.high[edge] >= bottom[pair])
            & (edges.x0[edge] < right[pair]) & (edges.x1[edge] > left[pair])
        )
        edge, pair = edge[kept], pair[kept]
        asker, x0, x1, count = _stretches_once(edges, edge, regions, region[pair], borders)
        edge, pair = edge[asker], pair[asker]
        found.append((pair, x0, _at(edges, edge, x0), x1, _at(edges, edge, x1), edges.weight[edge] * count))
    return [np.concatenate(column) for column in zip(*found)]


def _stretches_once(
    edges: SignedEdges, edge: np.ndarray, regions: SignedEdges, region: np.ndarray, borders: bool
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """As _stretches, with an edge that several patches share computed once a region."""
    first = first_alike(region * len(edges.x0) + edges.twin[edge])
    alone = first == np.arange(len(first))
    once = np.flatnonzero(alone)
    entry, x0, x1, count = _stretches(edges, edge[once], regions, region[once], borders)
    begin = np.searchsorted(entry, np.arange(len(once) + 1))
    number = (np.cumsum(alone) - 1)[first]
    rows, beginnings = expand(begin[number], begin[number + 1])
    return group_of(beginnings), x0[rows], x1[rows], count[rows]


def _at(edges: SignedEdges, edge: np.ndarray, x: np.ndarray) -> np.ndarray:
    """Ordinate of an edge at an abscissa; its own end where it ends there."""
    y = edges.y0[edge] + edges.slope[edge] * (x - edges.x0[edge])
    return np.where(x == edges.x1[edge], edges.y1[edge], y)


def _stretches(
    edges: SignedEdges, edge: np.ndarray, regions: SignedEdges, region: np.ndarray, borders: bool
) -> list[np.ndarray]:
    """Where each edge is inside its region: number in the list, x-range, and how many times over."""
    starts, stops = regions.ranges(region, edges.x0[edge], edges.x1[edge])
    found = []
    for block in blocks(stops - starts, ROWS):
        lower, beginnings = expand(starts[block], stops[block])
        entry = group_of(beginnings) + block.start
        upper = edge[entry]
        left, right = overlap(edges, upper, regions, lower)
        kept = np.flatnonzero((left < right) & (regions.low[lower] <= edges.high[upper]))
        entry, upper, lower, left, right = entry[kept], upper[kept], lower[kept], left[kept], right[kept]
        at_left, at_right = heights(edges, upper, regions, lower, left, right)
        left, right = _above(at_left, at_right, left, right, borders)
        kept = np.flatnonzero(left < right)
        found.append(_counted(entry[kept], left[kept], right[kept], regions.weight[lower[kept]], edges, edge))
    return [np.concatenate(column) for column in zip(*found)]


def _above(
    at_left: np.ndarray, at_right: np.ndarray, left: np.ndarray, right: np.ndarray, borders: bool
) -> tuple[np.ndarray, np.ndarray]:
    """The part of an x-range where a height is positive; with ``borders`` also where it is zero throughout."""
    with np.errstate(divide="ignore", invalid="ignore"):
        crossing = left + (right - left) * (at_left / (at_left - at_right))
    begin = np.where(at_left < 0, np.where(at_right > 0, crossing, right), left)
    end = np.where(at_right < 0, np.where(at_left > 0, crossing, left), right)
    if not borders:
        end = np.where((at_left == 0) & (at_right == 0), begin, end)
    return begin, end


def _counted(
    entry: np.ndarray, left: np.ndarray, right: np.ndarray, weight: np.ndarray, edges: SignedEdges, edge: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Add up overlapping x-ranges of each edge, with their weights: the x-ranges whose sum is not zero.

    entry: place in ``edge`` of the edge each x-range belongs to. Returns columns of equal length, ordered by
    entry and abscissa: entry, left, right, sum of weights.
    """
    entry, x = np.concatenate([entry, entry]), np.concatenate([left, right])
    step = np.concatenate([weight, -weight])
    x0, x1 = edges.x0[edge], edges.x1[edge]
    place = 2.0 * (entry - entry[:1]) + (x - x0[entry]) / (x1 - x0)[entry]
    order = np.argsort(place)
    event = np.flatnonzero(np.diff(place[order], prepend=-1.0))
    step = np.add.reduceat(step[order], event) if len(event) else step
    changes = np.flatnonzero(step)
    event = order[event[changes]]
    total = np.cumsum(step[changes])
    kept = np.flatnonzero(total[:-1])
    return entry[event[kept]], x[event[kept]], x[event[kept + 1]], total[kept]
