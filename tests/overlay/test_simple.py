"""The proof that a polygon is one simple ring, against GEOS: never given to an invalid polygon, seldom refused."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from ecovoucher.ecovoucher_plugin.overlay.polygons.edges import edges_of
from ecovoucher.ecovoucher_plugin.overlay.polygons.pair_area import local_origin
from ecovoucher.ecovoucher_plugin.overlay.polygons.simple import are_simple
from ecovoucher.ecovoucher_plugin.overlay.polygons.wkb import from_wkb
from hypothesis import given, settings
from hypothesis import strategies as st

EAST, NORTH = 39_500_000.0, 3_500_000.0


def proven(shapes) -> list[bool]:
    polygons = from_wkb([shapely.to_wkb(shape) for shape in shapes])
    return are_simple(polygons, edges_of(polygons, local_origin(polygons))).tolist()


def ring(*points) -> shapely.Polygon:
    return shapely.Polygon([(EAST + x, NORTH + y) for x, y in points])


def test_patches_with_wiggly_borders_are_proven(make_landscape):
    inner = make_landscape(8, 8, 70.0, seed=3).reshape(8, 8)[1:-1]  # the outer ones end at a meridian
    assert all(proven(inner.ravel()))


@pytest.mark.parametrize(("name", "shape"), {
    "bow tie": ring((0, 0), (4, 3), (5, 0), (1, 4)),
    "loop in a border": ring((0, 0), (6, 0.5), (5, 4), (2, 6), (3, 3), (4, 6.5), (-1, 5)),
    "touches itself at a vertex": ring((0, 0), (2, 2), (4, 0.5), (5, 5), (2, 2), (-1, 4)),
    "touches itself on an edge": ring((0, 0), (4, 0), (5, 4), (2, 0), (-1, 3)),
    "spike": ring((0, 0), (5, 1), (8, 1.6), (5, 1), (3, 4)),
    "spike inwards": ring((0, 0), (5, 1), (4, 4), (2, 2), (4, 4), (1, 5)),
    "there and back": ring((0, 0), (3, 1), (5, 2), (3, 1)),
    "twice around": ring((0, 0), (4, 1), (3, 5), (0, 0), (4, 1), (3, 5)),
}.items())
def test_an_invalid_ring_is_not_proven(name, shape):
    assert not shapely.is_valid(shape), name
    assert proven([shape]) == [False]


@pytest.mark.parametrize("shape", [
    shapely.box(0, 0, 1, 1),
    shapely.Polygon([(0, 0), (9, 1), (8, 7), (1, 8)], [[(2, 3), (4, 3.5), (3, 5)]]),
    shapely.union(ring((0, 0), (1, 0.2), (0.5, 1)), ring((5, 0), (6, 0.2), (5.5, 1))),
])
def test_what_is_no_single_ring_without_vertical_edges_is_left_to_geos(shape):
    assert shapely.is_valid(shape)
    assert proven([shape]) == [False]


def test_an_empty_polygon_and_one_with_endless_coordinates_are_not_proven():
    assert proven([shapely.Polygon(), shapely.Polygon([(0, 0), (np.inf, 1), (2, 5)])]) == [False, False]


def test_a_ring_so_long_that_its_edges_are_cut_is_proven():
    angle = np.linspace(0, 2 * np.pi, 400)[:-1]
    reach = 500 + 90 * np.sin(17 * angle)
    points = np.column_stack([reach * np.cos(angle + 0.1), reach * np.sin(angle + 0.1)])
    points = np.concatenate([points, [[reach[0] * 3, -700.0]]])
    shape = ring(*points)
    assert shapely.is_valid(shape)
    assert proven([shape]) == [True]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=3, max_size=8), st.sampled_from([0.0, EAST]))
def test_on_a_coarse_grid_only_valid_rings_are_proven(points, east):
    """On a grid of few points rings touch, cross and fold back all the time."""
    shape = shapely.Polygon([(east + x + y / 16, y) for x, y in points])
    if proven([shape]) == [True]:
        assert shapely.is_valid(shape)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**6), st.integers(3, 9))
def test_a_random_ring_is_proven_exactly_where_it_is_valid(seed, corners):
    """In general position, valid and proven are the same."""
    shape = shapely.Polygon(np.random.default_rng(seed).uniform(0, 100, (corners, 2)) + np.array([EAST, NORTH]))
    assert proven([shape]) == [bool(shapely.is_valid(shape))]
