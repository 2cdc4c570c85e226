"""From a grid of patch numbers to polygons that share their borders vertex by vertex.

Every border vertex is moved once, for all dates together, towards the middle of its neighbours,
which turns the steps of the grid into smooth lines. It stays less than half a cell from its place
on the grid, so that no border can cross another: the polygons of a date fill the county without gap
or overlap, and a patch that has the same cells at two dates has the same vertices.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .terrain import CELL

LARGEST_MOVE = 0.45
SMOOTHING_ROUNDS = 12
MILLIMETRES = 3


def border_vertices(
    dates: Sequence[np.ndarray], origin: tuple[float, float], cell: float = CELL, ruled: np.ndarray | None = None
) -> np.ndarray:
    """Return the position of each grid corner, shape (rows + 1, columns + 1, 2), rounded to the millimetre.

    dates: patch number a cell, for each date.
    origin: easting and northing of the south-west corner (m).
    cell: size of a cell (m).
    ruled: which corners stay where they are on the grid, shape (rows + 1, columns + 1); by default none.
    """
    rows, columns = dates[0].shape
    places = np.stack(np.meshgrid(np.arange(columns + 1.0), np.arange(rows + 1.0)), axis=-1)
    along_east = np.any([_borders(patches)[0] for patches in dates], axis=0)[..., None]
    along_north = np.any([_borders(patches)[1] for patches in dates], axis=0)[..., None]
    moves = np.zeros_like(places)
    for _ in range(SMOOTHING_ROUNDS):
        positions = places + moves
        neighbours, count = np.zeros_like(places), np.zeros((rows + 1, columns + 1, 1))
        for border, here, there in (
            (along_east, np.s_[:, :-1], np.s_[:, 1:]),
            (along_north, np.s_[:-1], np.s_[1:]),
        ):
            neighbours[here] += border * positions[there]
            neighbours[there] += border * positions[here]
            count[here] += border
            count[there] += border
        middle = np.where(count, neighbours / np.maximum(count, 1), positions)
        moves = np.clip((middle + positions) / 2 - places, -LARGEST_MOVE, LARGEST_MOVE)
        moves[:, [0, -1], 0] = 0
        moves[[0, -1], :, 1] = 0
        if ruled is not None:
            moves[ruled] = 0
    return np.round((places + moves) * cell + np.asarray(origin), MILLIMETRES)


def patch_rings(patches: np.ndarray, vertices: np.ndarray) -> list[list[np.ndarray]]:
    """Return the rings of each patch, the outer ring first and counter-clockwise, holes clockwise; closed.

    patches: patch number a cell, from 0, each patch connected along cell sides.
    vertices: what ``border_vertices`` returns.
    """
    patch, start, following = _directed_edges(patches)
    points = vertices.reshape(-1, 2)[start].tolist()
    following = following.tolist()
    rings: list[list[np.ndarray]] = [[] for _ in range(int(patches.max()) + 1)]
    visited = [False] * len(following)
    for first, number in enumerate(patch.tolist()):
        if visited[first]:
            continue
        ring, edge = [points[first]], first
        while not visited[edge]:
            visited[edge] = True
            edge = following[edge]
            ring.append(points[edge])
        rings[number].append(np.array(ring))
    for parts in rings:
        parts.sort(key=signed_area, reverse=True)
    return rings


def signed_area(ring: np.ndarray) -> float:
    """Return the area (m²) of a closed ring, negative for a clockwise one."""
    east, north = (ring - ring[0]).T
    return float(east[:-1] @ north[1:] - east[1:] @ north[:-1]) / 2


def _borders(patches: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return which grid edges are borders: those along east (rows + 1, columns), those along north."""
    framed = np.pad(patches, 1, constant_values=-1)
    return framed[:-1, 1:-1] != framed[1:, 1:-1], framed[1:-1, :-1] != framed[1:-1, 1:]


def _directed_edges(patches: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the border edges of all patches, the patch on the left: patch, start corner, index of the next edge."""
    rows, columns = patches.shape
    framed = np.pad(patches, 1, constant_values=-1)
    corner = np.arange((rows + 1) * (columns + 1)).reshape(rows + 1, columns + 1)
    along_east, along_north = _borders(patches)
    south, north = framed[:-1, 1:-1][along_east], framed[1:, 1:-1][along_east]
    west, east = framed[1:-1, :-1][along_north], framed[1:-1, 1:][along_north]
    west_end, east_end = corner[:, :-1][along_east], corner[:, 1:][along_east]
    south_end, north_end = corner[:-1][along_north], corner[1:][along_north]

    patch = np.concatenate((north, west, south, east))
    start = np.concatenate((west_end, south_end, east_end, north_end))
    end = np.concatenate((east_end, north_end, west_end, south_end))
    heading = np.repeat(np.arange(4), [len(north), len(west), len(south), len(east)])
    order = np.lexsort((heading, start, patch))
    order = order[patch[order] >= 0]
    patch, start, end, heading = patch[order], start[order], end[order], heading[order]

    from_corner = patch * corner.size + start
    following = np.searchsorted(from_corner, patch * corner.size + end)
    twin = np.minimum(following + 1, len(patch) - 1)
    # Where a patch touches itself at a corner two edges leave: the right turn keeps hole and outer ring apart.
    turns_right = (from_corner[twin] == from_corner[following]) & (heading[twin] == (heading - 1) % 4)
    return patch, start, np.where(turns_right, twin, following)
