"""The overlay of a tile, against shapely piece by piece."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from ecovoucher.ecovoucher_plugin.overlay.polygons import tile_overlay
from ecovoucher.ecovoucher_plugin.overlay.polygons.identical import identical_patches
from ecovoucher.ecovoucher_plugin.overlay.polygons.tile_overlay import overlay_tile
from ecovoucher.ecovoucher_plugin.overlay.polygons.wkb import from_wkb
from shapely import affinity

ORIGIN = np.array([39_500_000.0, 3_500_000.0])


def read(shapes):
    return from_wkb([None if shape is None else shapely.to_wkb(shape) for shape in shapes])


def overlay(parcels, base, target):
    base, target = read(base), read(target)
    return overlay_tile(read(parcels), base, target, identical_patches(base, target))


def near(shapes):
    return shapely.transform(np.array(shapes, dtype=object), lambda xy: xy - ORIGIN)


def check(parcels, base, target):
    """Every piece of a brute-force overlay is there with its area, and no other."""
    pieces = overlay(parcels, base, target)
    found = dict(zip(zip(pieces.parcel, pieces.base, pieces.target), pieces.area))
    assert len(found) == len(pieces.area)
    first, second = near(base), near(target)
    expected = {}
    for number, parcel in enumerate(near(parcels)):
        ours, theirs = shapely.intersection(parcel, first), shapely.area(shapely.intersection(parcel, second))
        for a in np.flatnonzero(shapely.area(ours) > 1e-6):
            areas = shapely.area(shapely.intersection(ours[a], second[theirs > 1e-6]))
            for b, area in zip(np.flatnonzero(theirs > 1e-6), areas):
                if area > 1e-5:
                    expected[number, a, b] = area
    assert {key for key, area in found.items() if area > 2e-5} <= set(expected)
    for key, area in expected.items():
        assert found.get(key, 0.0) == pytest.approx(area, abs=1e-5)
    return pieces


@pytest.fixture(scope="module")
def parcels(make_landscape):
    return list(make_landscape(4, 4, 105.0, seed=1))


@pytest.fixture(scope="module")
def base(make_landscape):
    return list(make_landscape(6, 6, 70.0, seed=2))


def test_nothing_changed(parcels, base):
    pieces = check(parcels, base, base[::-1])
    assert (pieces.target == 35 - pieces.base).all()
    assert pieces.covered == pytest.approx(np.tile(shapely.area(near(parcels)), (2, 1)), rel=1e-11)
    assert not pieces.overlap.any()


def test_merged_and_split_patches(parcels, base):
    merged = [shapely.union_all(base[7:9]), *base[:7], *base[9:]]
    halves = [base[20].intersection(affinity.translate(shapely.box(-500, -500, 500, 35), *base[20].centroid.coords[0]))]
    halves += [base[20].difference(halves[0])]
    target = merged[:19] + halves + merged[20:]
    pieces = check(parcels, base, target)
    assert np.bincount(pieces.parcel, pieces.area) == pytest.approx(shapely.area(near(parcels)), rel=1e-9)


def test_everything_changed(parcels, base, make_landscape):
    target = list(make_landscape(7, 7, 60.0, seed=3))
    pieces = check(parcels, base, target)
    assert np.bincount(pieces.parcel, pieces.area) == pytest.approx(shapely.area(near(parcels)), rel=1e-9)


def test_a_few_changed_pairs_at_a_time_give_the_same(parcels, base, make_landscape, monkeypatch):
    target = list(make_landscape(7, 7, 60.0, seed=3))
    at_once = overlay(parcels, base, target)
    monkeypatch.setattr(tile_overlay, "_PAIRS", 3)
    a_few = overlay(parcels, base, target)
    assert np.array_equal(a_few.parcel, at_once.parcel)
    assert a_few.area == pytest.approx(at_once.area, rel=1e-9, abs=1e-7)


def test_parcels_inside_a_changed_patch_and_patches_inside_a_parcel(base, make_landscape):
    small = [base[14].centroid.buffer(9), base[14].centroid.buffer(30), shapely.union_all(base[:12]).buffer(5)]
    target = list(make_landscape(7, 7, 60.0, seed=3))
    check(small, base, target)
    check(small, target, base)


def test_the_same_map_exported_again_with_rounded_coordinates(parcels, base):
    target = list(shapely.transform(np.array(base), lambda xy: np.round(xy, 2)))
    pieces = check(parcels, base, target)
    assert np.bincount(pieces.parcel, pieces.area) == pytest.approx(shapely.area(near(parcels)), rel=1e-9)


def test_gaps_holes_multiparts_and_empty_parcels(parcels, base):
    holed = base[14].difference(base[14].centroid.buffer(12))
    pair = shapely.MultiPolygon([base[3], base[30]])
    ours = base[:3] + base[4:14] + [holed, pair] + base[15:30]
    theirs = [*base[2:14], shapely.union_all(base[14:16]), *base[17:]]
    pieces = check([*parcels, affinity.translate(parcels[0], 50000, 0)], ours, theirs)
    assert pieces.covered[:, -1].tolist() == [0.0, 0.0]
    nothing = overlay([None, shapely.Polygon()], base, base)
    assert len(nothing.area) == 0
    assert nothing.covered.tolist() == [[0.0, 0.0], [0.0, 0.0]]


def test_parcels_as_large_as_villages(base, make_landscape):
    target = [*base[:10], shapely.union_all(base[10:12]), *base[12:]]
    village = shapely.union_all(make_landscape(2, 2, 205.0, seed=4)).buffer(-3)
    check([village, shapely.union_all(base)], base, target)


def test_a_shifted_patch_is_flagged_in_the_parcels_it_spoils(parcels, base):
    shifted = [*base[:14], affinity.translate(base[14], 4.0, 0.0), *base[15:]]
    pieces = overlay(parcels, base, shifted)
    double = shapely.union_all([near(shifted)[14].intersection(patch) for patch in near(base[:14] + base[15:])])
    expected = shapely.area(shapely.intersection(near(parcels), double))
    assert pieces.overlap[0].tolist() == [0.0] * 16
    assert pieces.overlap[1] == pytest.approx(expected, abs=1e-6)
    assert (expected > 1.0).any()


def test_without_land_use_at_one_date(parcels, base):
    pieces = overlay(parcels, base, [])
    assert len(pieces.area) == 0
    assert pieces.covered[0] == pytest.approx(shapely.area(near(parcels)), rel=1e-11)
    assert not pieces.covered[1].any()
