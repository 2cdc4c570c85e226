"""Areas of intersections of two and three polygons, against shapely and closed forms."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from ecovoucher.ecovoucher_plugin.overlay.polygons.edges import edges_of
from ecovoucher.ecovoucher_plugin.overlay.polygons.pair_area import intersection_areas
from ecovoucher.ecovoucher_plugin.overlay.polygons.triple_area import triple_areas
from ecovoucher.ecovoucher_plugin.overlay.polygons.wkb import from_wkb
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import affinity

ORIGIN = np.array([39_500_000.0, 3_500_000.0])


def read(shapes):
    return from_wkb([shapely.to_wkb(shape) for shape in shapes])


def pair_area(one, other):
    return float(intersection_areas(read([one]), read([other]), np.array([[0, 0]]))[0])


def triple_area(*shapes):
    return float(triple_areas(*(read([shape]) for shape in shapes), np.array([[0, 0, 0]]))[0])


def surface(shape):
    """The polygons of a geometry; lines and points where polygons touch are dropped."""
    parts = [part for part in getattr(shape, "geoms", [shape]) if part.geom_type == "Polygon"]
    return shapely.MultiPolygon([part for part in parts if not part.is_empty])


def moved(shapes):
    """Near the origin, where shapely keeps its digits."""
    return shapely.transform(shapes, lambda xy: xy - ORIGIN)


corner = st.tuples(st.integers(-8, 8), st.integers(-8, 8))


@st.composite
def polygons(draw):
    """Valid polygons and multipolygons on a coarse lattice: shared borders, touching corners and holes abound."""
    rings = draw(st.lists(st.lists(corner, min_size=3, max_size=6), min_size=1, max_size=3))
    region = shapely.Polygon()
    for ring in rings:
        region = surface(region).symmetric_difference(shapely.Polygon(ring).buffer(0))
    return surface(region)


@settings(max_examples=150, deadline=None)
@given(polygons(), polygons())
def test_pair_equals_shapely(one, other):
    assert pair_area(one, other) == pytest.approx(one.intersection(other).area, abs=1e-10)


@settings(max_examples=150, deadline=None)
@given(polygons(), polygons(), polygons())
def test_triple_equals_shapely(one, other, third):
    expected = surface(one.intersection(other)).intersection(third).area
    assert triple_area(one, other, third) == pytest.approx(expected, abs=1e-10)


@settings(max_examples=60, deadline=None)
@given(polygons(), polygons(), polygons(), st.floats(-1, 1), st.floats(-1, 1))
def test_symmetry_and_translation(one, other, third, dx, dy):
    assert pair_area(one, other) == pytest.approx(pair_area(other, one), abs=1e-10)
    assert triple_area(one, other, third) == pytest.approx(triple_area(third, one, other), abs=1e-10)
    there = [affinity.translate(shape, dx, dy) for shape in (one, other, third)]
    assert pair_area(*there[:2]) == pytest.approx(pair_area(one, other), abs=1e-10)
    assert triple_area(*there) == pytest.approx(triple_area(one, other, third), abs=1e-10)


@settings(max_examples=60, deadline=None)
@given(polygons(), polygons())
def test_inclusion_and_exclusion(one, other):
    outside = shapely.MultiPolygon([shapely.box(-20, -20, 20, 20)]).difference(other)
    assert pair_area(one, other) + pair_area(one, outside) == pytest.approx(one.area, abs=1e-10)
    assert pair_area(one, one) == pytest.approx(one.area, abs=1e-10)
    assert triple_area(one, other, other) == pytest.approx(pair_area(one, other), abs=1e-10)
    assert triple_area(one, other, outside) == pytest.approx(0.0, abs=1e-10)


def test_squares_by_hand():
    square = shapely.box(0, 0, 4, 4)
    assert pair_area(square, shapely.box(1, 1, 2, 3)) == 2.0
    assert pair_area(square, shapely.box(-5, -5, 9, 9)) == 16.0
    assert pair_area(square, shapely.box(4, 0, 8, 4)) == 0.0
    assert pair_area(square, shapely.box(4, 4, 8, 8)) == 0.0
    assert pair_area(square, shapely.box(2, -1, 9, 2)) == 4.0
    assert pair_area(square, square.difference(shapely.box(1, 1, 3, 3))) == 12.0
    assert pair_area(square, shapely.Polygon()) == 0.0
    assert triple_area(square, shapely.box(1, 1, 9, 9), shapely.box(-1, -1, 2, 3)) == 2.0
    assert triple_area(square, square, square) == 16.0
    assert triple_area(square, square, shapely.Polygon()) == 0.0


def test_a_needle_and_a_long_edge():
    needle = shapely.Polygon([(0, 0), (1e-7, 1000.0), (2e-7, 0)])
    assert pair_area(needle, shapely.box(-1, 0, 1, 500)) == pytest.approx(1e-4 - 0.25e-4, rel=1e-9)
    slope = shapely.Polygon([(0, 0), (30_000, 1), (30_000, 2), (0, 1)])
    assert pair_area(shapely.box(14_999, 0, 15_001, 1), slope) == pytest.approx(1.0, rel=1e-12)


def test_landscapes_far_from_the_origin(make_landscape):
    parcels, patches = make_landscape(7, 7, 100.0, seed=2), make_landscape(10, 10, 70.0, seed=3)
    pairs = np.stack(np.meshgrid(np.arange(49), np.arange(100), indexing="ij"), axis=-1).reshape(-1, 2)
    areas = intersection_areas(read(parcels), read(patches), pairs)
    expected = shapely.area(shapely.intersection(moved(parcels)[pairs[:, 0]], moved(patches)[pairs[:, 1]]))
    assert np.abs(areas - expected).max() < 1e-9 * 4_000
    assert np.bincount(pairs[:, 0], areas) == pytest.approx(shapely.area(moved(parcels)), rel=1e-11)
    assert np.bincount(pairs[:, 1], areas) == pytest.approx(shapely.area(moved(patches)), rel=1e-11)


def test_triples_of_landscapes_fill_the_parcels(make_landscape):
    parcels = make_landscape(3, 3, 100.0, seed=4)
    base, target = make_landscape(4, 4, 75.0, seed=5), make_landscape(5, 5, 60.0, seed=6)
    grid = np.meshgrid(np.arange(9), np.arange(16), np.arange(25), indexing="ij")
    triples = np.stack(grid, axis=-1).reshape(-1, 3)
    areas = triple_areas(read(parcels), read(base), read(target), triples)
    joint = shapely.intersection(moved(base)[triples[:, 1]], moved(target)[triples[:, 2]])
    expected = shapely.area(shapely.intersection(moved(parcels)[triples[:, 0]], joint))
    assert np.abs(areas - expected).max() < 1e-9 * 4_000
    assert np.bincount(triples[:, 0], areas) == pytest.approx(shapely.area(moved(parcels)), rel=1e-11)


def test_nearly_identical_patches_give_slivers_not_failures(make_landscape):
    shapes = make_landscape(5, 5, 70.0, seed=7)
    shaken = shapely.transform(shapes, lambda xy: xy + 2e-8 * np.sin(1e5 * xy[:, ::-1]))
    parcels = make_landscape(3, 3, 117.0, seed=9)
    triples = np.array([(p, a, a) for p in range(9) for a in range(25)])
    areas = triple_areas(read(parcels), read(shapes), read(shaken), triples)
    pairs = intersection_areas(read(parcels), read(shapes), triples[:, :2])
    assert np.abs(areas - pairs).max() < 1e-5


def test_a_zone_of_thousands_of_edges_and_small_parcels():
    angle = np.linspace(0, 2 * np.pi, 20_000, endpoint=False)
    radius = 9_000 + 400 * np.sin(37 * angle) + 3 * np.sin(2_111 * angle)
    zone = shapely.Polygon(np.column_stack([radius * np.cos(angle), radius * np.sin(angle)]),
                           [[(-50, -50), (50, -50), (50, 50), (-50, 50)]])
    random = np.random.default_rng(10)
    centres = np.concatenate([random.uniform(-9_500, 9_500, (300, 2)), [[0, 0], [60, 0], [9_000, 0]]])
    parcels = [shapely.box(x - 40, y - 60, x + 70, y + 30) for x, y in centres]
    pairs = np.column_stack([np.arange(len(parcels)), np.zeros(len(parcels), dtype=np.int64)])
    expected = shapely.area(shapely.intersection(parcels, zone))
    assert np.abs(intersection_areas(read(parcels), read([zone]), pairs) - expected).max() < 1e-9 * 9_900
    swapped = intersection_areas(read([zone]), read(parcels), pairs[:, ::-1])
    assert np.abs(swapped - expected).max() < 1e-9 * 9_900


def test_cutting_long_edges_keeps_the_region():
    comb = [(0, 0), (1000, 0), (1000, 5)] + [(x / 2, 5 + x % 2) for x in range(200, 0, -1)]
    shape = shapely.Polygon(comb)
    edges = edges_of(read([shape]), np.zeros(2))
    assert len(edges.x0) > 203
    assert (edges.x1 - edges.x0).max() <= 4 * 1000 / 200
    assert edges.areas[0] == pytest.approx(shape.area, rel=1e-14)


def test_no_pairs():
    square = read([shapely.box(0, 0, 1, 1)])
    assert intersection_areas(square, square, np.zeros((0, 2), dtype=np.int64)).shape == (0,)
    assert triple_areas(square, square, square, np.zeros((0, 3), dtype=np.int64)).shape == (0,)
