"""Overlaps within a layer and identical patches of two dates, against comparing every pair."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from ecovoucher.ecovoucher_plugin.overlay.polygons.identical import identical_patches
from ecovoucher.ecovoucher_plugin.overlay.polygons.overlaps import Borders, overlapping_patches
from ecovoucher.ecovoucher_plugin.overlay.polygons.wkb import from_wkb
from shapely import affinity

TOLERANCE = 1e-4


def read(shapes):
    return from_wkb([None if shape is None else shapely.to_wkb(shape) for shape in shapes])


def found(shapes):
    first, second, area = overlapping_patches(read(shapes), TOLERANCE)
    return {(int(a), int(b)): float(size) for a, b, size in zip(first, second, area)}


def every_pair(shapes):
    shapes = [affinity.translate(shape, -39_500_000, -3_500_000) for shape in shapes]
    areas = {(a, b): shapes[a].intersection(shapes[b]).area for b in range(len(shapes)) for a in range(b)}
    return {pair: area for pair, area in areas.items() if area > TOLERANCE}


def check(shapes):
    expected = every_pair(shapes)
    assert found(shapes) == {pair: pytest.approx(area, abs=1e-6) for pair, area in expected.items()}
    return expected


def test_a_partition_has_none(make_landscape):
    assert check(list(make_landscape(5, 5, 70.0, seed=1))) == {}


def test_a_shifted_patch_is_found_though_the_areas_balance(make_landscape):
    shapes = list(make_landscape(5, 5, 70.0, seed=1))
    shapes[12] = affinity.translate(shapes[12], 3.0, 0.0)
    overlaps = check(shapes)
    assert all(12 in pair for pair in overlaps)
    assert len(overlaps) >= 1


def test_a_shifted_rectangle_in_a_grid():
    shapes = [shapely.box(x, y, x + 1, y + 1) for x in range(4) for y in range(4)]
    shapes[5] = affinity.translate(shapes[5], 0.25, 0.0)
    assert found(shapes) == {(5, 9): 0.25}


def test_only_the_inner_square_of_a_grid_has_all_its_edges_matched():
    squares = read([shapely.box(x, y, x + 1, y + 1) for x in range(3) for y in range(3)])
    assert Borders(squares).unmatched(np.arange(9) >= 0).tolist() == [True] * 4 + [False] + [True] * 4
    assert Borders(squares).unmatched(np.isin(np.arange(9), [3, 4])).tolist() == [False] * 3 + [True] * 2 + [False] * 4


def test_duplicates_nested_patches_and_double_layers(make_landscape):
    shapes = list(make_landscape(4, 4, 70.0, seed=2))
    check([*shapes, shapes[5]])
    check([*shapes, shapes[5].buffer(-10), affinity.scale(shapes[6], 2, 2)])
    check(shapes[:1] + shapes[1:3] + [shapely.union_all(shapes[5:7])] + shapes[3:])


def test_borders_that_do_not_share_all_vertices():
    left = shapely.Polygon([(0, 0), (1, 0), (1, 3), (0, 3)])
    right = [shapely.box(1, y, 2, y + 1) for y in range(3)]
    assert found([left, *right]) == {}
    assert found([affinity.translate(left, 0.5, 0), *right]) == {(0, 1): 0.5, (0, 2): 0.5, (0, 3): 0.5}


def test_overlap_below_the_tolerance_is_none():
    shapes = [shapely.box(0, 0, 1, 1), shapely.box(1 - 9e-5, 0, 2, 1)]
    assert found(shapes) == {}
    shapes[1] = shapely.box(1 - 11e-5, 0, 2, 1)
    assert found(shapes) == {(0, 1): pytest.approx(11e-5)}


def test_every_pair_of_a_doubled_partition_touching_a_loose_edge_is_found(make_landscape):
    sheet, other = make_landscape(4, 4, 70.0, seed=3), make_landscape(4, 4, 70.0, seed=4)
    rim = [index for index in range(16) if index % 4 in (0, 3) or index // 4 in (0, 3)]
    expected = {pair for pair in every_pair([*sheet, *other]) if pair[0] in rim or pair[1] - 16 in rim}
    assert expected <= set(found([*sheet, *other]))


def test_identical_patches_whatever_their_first_vertex(make_landscape):
    shapes = make_landscape(4, 4, 70.0, seed=5)
    holed = shapes[3].difference(shapes[3].centroid.buffer(5))
    two = shapely.MultiPolygon([shapes[4], shapes[15]])
    base = [shapes[0], shapes[1], None, holed, shapely.reverse(shapes[2]), two, shapes[6]]
    ring = shapely.get_coordinates(shapes[1])[:-1]
    turned = shapely.Polygon(np.roll(ring, 7, axis=0))
    moved = affinity.translate(shapes[6], 1e-8, 0)
    swapped = shapely.MultiPolygon([shapes[15], shapes[4]])
    target = [moved, swapped, shapes[2], turned, None, holed, shapes[0], shapes[0]]
    assert identical_patches(read(base), read(target)).tolist() == [6, 3, -1, 5, 2, 1, -1]


def test_a_patch_is_given_away_once():
    square, other = shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)
    same = identical_patches(read([square, square, other, square]), read([other, square, square]))
    assert sorted(same[[0, 1, 3]]) == [-1, 1, 2]
    assert same[2] == 0
    assert identical_patches(read([]), read([square])).tolist() == []
    assert identical_patches(read([square]), read([])).tolist() == [-1]
