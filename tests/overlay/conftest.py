"""Landscapes for the overlay kernels: space-filling patches with wiggly borders, in large coordinates."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

ORIGIN = (39_500_000.0, 3_500_000.0)


def landscape(columns: int, rows: int, cell: float, seed: int, bends: int = 9) -> np.ndarray:
    """Valid polygons that fill a rectangle and share wiggly borders vertex by vertex."""
    random = np.random.default_rng(seed)
    x, y = np.meshgrid(np.arange(columns + 1.0), np.arange(rows + 1.0), indexing="ij")
    corners = np.stack([x, y], axis=-1) + random.uniform(-0.25, 0.25, (columns + 1, rows + 1, 2))
    corners[[0, -1], :, 0] = [[0.0], [columns]]
    corners[:, [0, -1], 1] = [0.0, rows]

    def border(start: np.ndarray, end: np.ndarray, depth: int) -> np.ndarray:
        share = np.linspace(0, 1, bends + 2)[1:-1, None]
        points = start[..., None, :] + (end - start)[..., None, :] * share
        points[..., depth] += random.uniform(-0.08, 0.08, points.shape[:-1])
        return points

    flat, steep = border(corners[:-1], corners[1:], 1), border(corners[:, :-1], corners[:, 1:], 0)
    flat[:, 0, :, 1], flat[:, -1, :, 1] = 0.0, rows
    steep[0, :, :, 0], steep[-1, :, :, 0] = 0.0, columns
    pieces = [
        corners[:-1, :-1, None], flat[:, :-1], corners[1:, :-1, None], steep[1:], corners[1:, 1:, None],
        flat[:, 1:, ::-1], corners[:-1, 1:, None], steep[:-1, :, ::-1], corners[:-1, :-1, None],
    ]
    rings = np.concatenate(pieces, axis=2).reshape(columns * rows, -1, 2)
    polygons = shapely.polygons(np.round(rings * cell, 3) + np.array(ORIGIN))
    assert shapely.is_valid(polygons).all()
    return polygons


@pytest.fixture(scope="session")
def make_landscape():
    """The generator of landscapes."""
    return landscape
