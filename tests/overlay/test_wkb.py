"""Reading WKB into PolygonArray, against shapely and hand-written records."""

from __future__ import annotations

import struct

import numpy as np
import pytest
import shapely
from ecovoucher.ecovoucher_plugin.overlay.polygons.polygon_array import concatenate
from ecovoucher.ecovoucher_plugin.overlay.polygons.wkb import from_wkb

SHAPES = [
    "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))",
    "POLYGON ((10 0, 10 3, 13 3, 13 0, 10 0))",
    "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 1, 0 0)), ((5 5, 9 5, 9 9, 5 9, 5 5), (6 6, 7 6, 7 7, 6 7, 6 6)))",
]
AREAS = [15.0, 9.0, 16.0]


def to_shapely(polygons, index):
    """One polygon of the array as shapely sees it, parts told apart by orientation."""
    rings = range(polygons.polygon_start[index], polygons.polygon_start[index + 1])
    loops = [polygons.xy[polygons.ring_start[ring]: polygons.ring_start[ring + 1]] for ring in rings]
    area = shapely.Polygon()
    for loop in loops:
        part = shapely.Polygon(loop)
        area = area.union(part) if shapely.is_ccw(shapely.LinearRing(loop)) else area.difference(part)
    return area


@pytest.mark.parametrize("byte_order", [0, 1])
@pytest.mark.parametrize("flavor", ["iso", "extended"])
@pytest.mark.parametrize("dimension", [2, 3])
def test_reads_every_flavour(byte_order, flavor, dimension):
    shapes = shapely.from_wkt(SHAPES)
    if dimension == 3:
        shapes = shapely.force_3d(shapes, 7.5)
    shapes = shapely.set_srid(shapes, 4527 if flavor == "extended" else 0)
    records = shapely.to_wkb(shapes, byte_order=byte_order, flavor=flavor, include_srid=flavor == "extended")
    polygons = from_wkb(list(records))
    assert polygons.areas.tolist() == AREAS
    for index, text in enumerate(SHAPES):
        assert shapely.equals(to_shapely(polygons, index), shapely.from_wkt(text))
    assert np.array_equal(polygons.bounds, shapely.bounds(shapes))


@pytest.mark.parametrize(
    "code, dimensions", [(3, 2), (1003, 3), (2003, 3), (3003, 4), (0xC0000003, 4), (0x40000003, 3)]
)
def test_drops_z_and_m(code, dimensions):
    corners = [(0, 0), (2, 0), (2, 2), (0, 0)]
    record = struct.pack("<BIII", 1, code, 1, 4)
    record += b"".join(struct.pack(f"<{dimensions}d", x, y, *[99.0] * (dimensions - 2)) for x, y in corners)
    assert from_wkb([record]).xy.tolist() == [list(map(float, corner)) for corner in corners]


def test_orientation_is_normalised():
    shapes = [shapely.reverse(shape) for shape in shapely.from_wkt(SHAPES)]
    assert from_wkb([shapely.to_wkb(shape) for shape in shapes]).areas.tolist() == AREAS


def test_mixed_byte_orders_and_dimensions_keep_their_places():
    flat, solid = shapely.from_wkt(SHAPES[1]), shapely.force_3d(shapely.from_wkt(SHAPES[0]), 1.0)
    records = [shapely.to_wkb(flat, byte_order=0), shapely.to_wkb(solid, byte_order=1), shapely.to_wkb(flat)]
    polygons = from_wkb(records)
    assert polygons.areas.tolist() == [9.0, 15.0, 9.0]
    assert polygons.bounds[1].tolist() == [0.0, 0.0, 4.0, 4.0]


def test_what_is_no_polygon_is_empty():
    whole = shapely.to_wkb(shapely.from_wkt(SHAPES[2]))
    records = [
        None, b"", shapely.to_wkb(shapely.Point(1, 2)), shapely.to_wkb(shapely.Polygon()),
        shapely.to_wkb(shapely.LineString([(0, 0), (1, 1)])), shapely.to_wkb(shapely.MultiPolygon()),
        whole[:-20], whole[:12], whole[:102], whole,
        shapely.to_wkb(shapely.box(0, 0, 1, 1)).replace(struct.pack("<d", 1.0), struct.pack("<d", np.nan)),
    ]
    polygons = from_wkb(records)
    assert polygons.areas.tolist() == [0.0] * 9 + [16.0, 0.0]
    assert np.diff(polygons.polygon_start).tolist() == [0] * 9 + [3, 0]
    assert np.isinf(polygons.bounds[0]).all()


def test_no_records():
    polygons = from_wkb([])
    assert len(polygons) == 0
    assert polygons.areas.shape == (0,)


def test_area_keeps_its_digits_far_from_the_origin():
    shape = shapely.Polygon([(39_500_000.25, 3_500_000.5), (39_500_031.5, 3_500_000.5), (39_500_031.5, 3_500_016.75)])
    assert from_wkb([shapely.to_wkb(shape)]).areas.tolist() == [31.25 * 16.25 / 2]


def test_take_shift_and_concatenate():
    polygons = from_wkb([shapely.to_wkb(shapely.from_wkt(text)) for text in SHAPES] + [None])
    taken = polygons.take(np.array([2, 3, 0, 2]))
    assert taken.areas.tolist() == [16.0, 0.0, 15.0, 16.0]
    shifted = taken.shifted(np.array([[1.0, 2.0], [0, 0], [-1.0, 0.5], [0, 0]]))
    assert shifted.bounds[0].tolist() == [-1.0, -2.0, 8.0, 7.0]
    assert shifted.bounds[2].tolist() == [1.0, -0.5, 5.0, 3.5]
    joined = concatenate(polygons, taken.take(np.zeros(0, dtype=np.int64)), taken)
    assert joined.areas.tolist() == [*AREAS, 0.0, *taken.areas.tolist()]


def test_landscape_reads_as_shapely_does(make_landscape):
    shapes = make_landscape(6, 5, 70.0, seed=1)
    polygons = from_wkb(shapely.to_wkb(shapes).tolist())
    assert np.array_equal(polygons.bounds, shapely.bounds(shapes))
    assert polygons.areas == pytest.approx(shapely.area(shapely.transform(shapes, lambda xy: xy - 3.95e7)), rel=1e-9)
    assert polygons.areas.sum() == pytest.approx(30 * 4900.0, rel=1e-12)
