"""Overlaps, gaps, duplicates and slivers of random layers, against shapely and closed forms."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from ecovoucher.ecovoucher_plugin.checks import neighbourhoods
from ecovoucher.ecovoucher_plugin.checks.gaps import check_gaps, find_gaps, is_covered
from ecovoucher.ecovoucher_plugin.checks.overlaps import check_overlaps, find_overlaps
from ecovoucher.ecovoucher_plugin.checks.slivers import check_slivers, mean_widths
from ecovoucher.ecovoucher_plugin.checks.survey import Survey
from ecovoucher.ecovoucher_plugin.overlay.areal_scale import ArealScale
from ecovoucher.ecovoucher_plugin.overlay.polygons.identical import same_shapes
from ecovoucher.ecovoucher_plugin.overlay.polygons.overlaps import Borders
from ecovoucher.ecovoucher_plugin.overlay.polygons.wkb import from_wkb

EAST, NORTH, SIZE = 520_000.0, 3_530_000.0, 1000.0
ORIGIN = np.array([EAST, NORTH])


def survey(shapes: list, scale: ArealScale | None = None) -> Survey:
    """Return shapes as a surveyed layer, with ids from 1."""
    return Survey(
        "layer", list(range(1, len(shapes) + 1)), ["ok"] * len(shapes), from_wkb([shape.wkb for shape in shapes]), [],
        {}, [], np.full(len(shapes), np.nan), scale, [],
    )


def partition(seed: int, count: int) -> list:
    points = np.random.default_rng(seed).uniform(0, SIZE, (count, 2)) + ORIGIN
    frame = shapely.box(EAST, NORTH, EAST + SIZE, NORTH + SIZE)
    cells = shapely.voronoi_polygons(shapely.MultiPoint(points), extend_to=frame.buffer(SIZE)).geoms
    return [cell for cell in (shapely.intersection(cell, frame) for cell in cells) if cell.area > 0]


def faces(edges: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The faces that edges enclose, by shapely."""
    lines = shapely.union_all(shapely.linestrings(edges.reshape(-1, 2, 2)))
    found = shapely.polygonize([lines]).geoms
    return np.array([face.area for face in found]), np.array(
        [face.point_on_surface().coords[0] for face in found]).reshape(-1, 2)


def gaps_of(layer: Survey) -> tuple[np.ndarray, np.ndarray]:
    xy = layer.polygons.xy
    heads = Borders(layer.polygons).unmatched_edges()
    return find_gaps(layer, np.hstack([xy[heads], xy[heads + 1]]), faces)


def shared(shapes: list) -> dict[tuple[int, int], float]:
    """Area of each pair of shapes that overlap by more than a millionth of the smaller, by shapely."""
    tree = shapely.STRtree(shapes)
    first, second = tree.query(shapes)
    first, second = first[first < second], second[first < second]
    areas = shapely.area(shapely.intersection(np.array(shapes)[first], np.array(shapes)[second]))
    least = 1e-6 * np.minimum(*(shapely.area(np.array(shapes)[side]) for side in (first, second)))
    pairs = zip(first.tolist(), second.tolist(), areas.tolist(), least.tolist())
    return {(a, b): area for a, b, area, smallest in pairs if area > max(smallest, 1e-4)}


@pytest.fixture(params=[7, 2000], ids=["small neighbourhoods", "one neighbourhood"])
def _pieces(request, monkeypatch):
    monkeypatch.setattr(neighbourhoods, "_SIZE", request.param)


@pytest.mark.usefixtures("_pieces")
class TestOverlaps:
    @pytest.mark.parametrize("seed", range(4))
    def test_clean_partitions_have_none(self, seed):
        large, small = find_overlaps(survey(partition(seed, 120)), lambda share: None)
        assert (large.count, small.count) == (0, 0)

    @pytest.mark.parametrize("seed", range(6))
    def test_all_pairs_and_their_area_are_found(self, seed):
        chance = np.random.default_rng(seed)
        shapes = [cell.buffer(chance.uniform(0, 20)) if chance.random() < 0.1 else cell for cell in partition(seed, 90)]
        expected = shared(shapes)
        large, small = find_overlaps(survey(shapes), lambda share: None)
        assert large.count + small.count == len(expected)
        assert large.area_m2 + small.area_m2 == pytest.approx(sum(expected.values()), rel=1e-9)
        worst = large.largest[0]
        assert expected[worst.first, worst.second] == pytest.approx(max(expected.values()), rel=1e-9)

    def test_layers_on_one_another_are_found_in_full(self):
        """Two partitions of one square: every inner edge has its neighbour, and yet all ground is covered twice."""
        shapes = partition(1, 40) + partition(2, 40)
        large, small = find_overlaps(survey(shapes), lambda share: None)
        assert large.area_m2 + small.area_m2 == pytest.approx(SIZE**2, rel=1e-9)

    def test_order_of_the_polygons_does_not_count(self):
        shapes = [cell.buffer(3) for cell in partition(5, 60)]
        one, _ = find_overlaps(survey(shapes), lambda share: None)
        other, _ = find_overlaps(survey(shapes[::-1]), lambda share: None)
        assert one.count == other.count
        assert one.area_m2 == pytest.approx(other.area_m2, rel=1e-12)


def test_many_overlaps_are_one_row():
    shapes = [shapely.box(EAST + x, NORTH, EAST + x + 20, NORTH + 10) for x in range(0, 20_000, 10)]
    finding, = check_overlaps(survey(shapes), True, lambda share: None)
    assert finding.severity == "warning"
    assert "1,999" in finding.what
    assert "199,900 m²" in finding.what
    assert len(finding.what) < 400


@pytest.mark.parametrize("metres", [0.5, 3.0])
def test_areas_are_square_metres_on_the_ground(metres):
    corners = np.array([0.0, 1e7])
    scale = ArealScale(corners, corners, np.full((2, 2), metres**2))
    shapes = [shapely.box(EAST, NORTH, EAST + 10, NORTH + 10), shapely.box(EAST + 5, NORTH, EAST + 15, NORTH + 10)]
    large, _ = find_overlaps(survey(shapes, scale), lambda share: None)
    assert large.area_m2 == pytest.approx(50 * metres**2)
    assert mean_widths(survey(shapes, scale)) == pytest.approx([5 * metres] * 2)


class TestGaps:
    @pytest.mark.parametrize("seed", range(4))
    def test_clean_partitions_have_none(self, seed):
        assert len(gaps_of(survey(partition(seed, 80)))[0]) == 0

    @pytest.mark.parametrize("seed", range(6))
    def test_missing_cells_are_found(self, seed):
        cells = partition(seed, 100)
        chance = np.random.default_rng(seed)
        kept = [cell for cell in cells if chance.random() > 0.08]
        whole = shapely.union_all(kept)
        holes = [shapely.Polygon(ring) for part in shapely.get_parts(whole) for ring in part.interiors]
        area, points = gaps_of(survey(kept))
        assert area.sum() == pytest.approx(sum(hole.area for hole in holes), rel=1e-9)
        assert area.tolist() == sorted(area.tolist(), reverse=True)
        assert all(any(hole.contains(shapely.Point(point)) for hole in holes) for point in points)

    def test_vertices_that_a_neighbour_lacks_are_no_gap(self):
        shapes = [shapely.box(EAST, NORTH, EAST + 100, NORTH + 10)] + [
            shapely.box(EAST + x, NORTH + 10, EAST + x + 7, NORTH + 20) for x in range(0, 98, 7)
        ]
        assert len(gaps_of(survey(shapes))[0]) == 0

    def test_holes_that_another_polygon_fills_are_no_gap(self):
        ring = shapely.box(EAST, NORTH, EAST + 90, NORTH + 90).difference(
            shapely.box(EAST + 30, NORTH + 30, EAST + 60, NORTH + 60))
        filling = shapely.segmentize(shapely.box(EAST + 30, NORTH + 30, EAST + 60, NORTH + 60), 7)
        assert len(gaps_of(survey([ring, filling]))[0]) == 0
        assert gaps_of(survey([ring]))[0] == pytest.approx([900])

    def test_finding_says_how_much_and_where(self):
        ring = shapely.box(EAST, NORTH, EAST + 90, NORTH + 90).difference(
            shapely.box(EAST + 30, NORTH + 30, EAST + 60, NORTH + 60))
        finding, = check_gaps(survey([ring]), faces, lambda share: None)
        assert finding.severity == "note"
        assert "900.00 m²" in finding.what
        assert "(520045.00, 3530045.00)" in finding.what

    @pytest.mark.parametrize("seed", range(3))
    def test_points_are_in_polygons_as_shapely_says(self, seed):
        shapes = [cell.buffer(-3) for cell in partition(seed, 30)]
        points = np.random.default_rng(seed).uniform(0, SIZE, (400, 2)) + ORIGIN
        expected = shapely.contains_xy(shapely.union_all(shapes), *points.T)
        assert is_covered(points, survey(shapes).polygons).tolist() == expected.tolist()


class TestDuplicates:
    @pytest.mark.parametrize("seed", range(5))
    def test_same_shape_however_it_is_written(self, seed):
        chance = np.random.default_rng(seed)
        shapes, groups = [], []
        for cell in partition(seed, 30):
            copies = chance.integers(1, 4)
            if copies > 1:
                groups.append(list(range(len(shapes), len(shapes) + copies)))
            for _ in range(copies):
                ring = np.array(cell.exterior.coords)[:-1]
                ring = np.roll(ring, chance.integers(len(ring)), axis=0)
                ring = ring[::-1] if chance.random() < 0.5 else ring
                shapes.append(shapely.Polygon(ring))
        assert same_shapes(survey(shapes).polygons) == groups

    def test_nearly_the_same_is_not_the_same(self):
        one = shapely.box(EAST, NORTH, EAST + 10, NORTH + 10)
        other = shapely.box(EAST, NORTH, EAST + 10.000001, NORTH + 10)
        assert same_shapes(survey([one, other, shapely.Polygon(), shapely.Polygon()]).polygons) == []

    def test_parts_in_another_order(self):
        parts = [shapely.box(x, 0, x + 5, 5) for x in (0, 10, 20)]
        shapes = [shapely.MultiPolygon(parts), shapely.MultiPolygon(parts[::-1])]
        assert same_shapes(survey(shapes).polygons) == [[0, 1]]


@pytest.mark.parametrize(("width", "is_sliver"), [(0.05, True), (0.19, True), (0.3, False), (2, False)])
def test_slivers_are_thin_not_small(width, is_sliver):
    strip = shapely.box(EAST, NORTH, EAST + 500, NORTH + width)
    layer = survey([strip, shapely.box(EAST, NORTH + 10, EAST + 3, NORTH + 13)])
    assert mean_widths(layer)[0] == pytest.approx(500 * width / (500 + width), rel=1e-6)
    findings = list(check_slivers(layer))
    assert [finding.feature for finding in findings] == (["1"] if is_sliver else [])
