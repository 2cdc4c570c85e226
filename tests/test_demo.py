"""The demo: its landscape is repeatable and sound."""

from __future__ import annotations

import csv
import hashlib
import inspect
import math
import os
import subprocess
import sys
from collections import Counter

import numpy as np
import pytest
import shapely
from ecovoucher.demo import places
from ecovoucher.demo.landscape import demo_landscape
from ecovoucher.demo.partition import border_vertices, patch_rings
from ecovoucher.demo.terrain import CELL, HEIGHT, WIDTH, connected_patches

DATES = ("base", "target")
EXTENT = shapely.box(*places.ORIGIN, places.ORIGIN[0] + WIDTH, places.ORIGIN[1] + HEIGHT)


def digest(landscape):
    """Return a checksum over every attribute and vertex."""
    state = hashlib.sha256()
    for patch in (*landscape.base, *landscape.target, *landscape.around_base, *landscape.around_target):
        state.update(repr((patch.code, patch.name)).encode() + b"".join(ring.tobytes() for ring in patch.rings))
    for parcel in landscape.parcels:
        fields = (parcel.parcel_no, parcel.town, parcel.village, parcel.kind, parcel.holder, parcel.official_m2,
                  parcel.code_now, parcel.code_plan)
        state.update(repr(fields).encode() + parcel.ring.tobytes())
    for district in landscape.districts:
        state.update(repr((district.profile, district.land_ha, district.forest_pct)).encode() + district.ring.tobytes())
    return state.hexdigest()


@pytest.fixture(scope="module")
def landscape():
    return demo_landscape()


@pytest.fixture(scope="module")
def patches(landscape):
    """Polygons of both dates, made by shapely."""
    return {
        date: np.array([shapely.Polygon(patch.rings[0], patch.rings[1:]) for patch in getattr(landscape, date)])
        for date in DATES
    }


@pytest.fixture(scope="module")
def parcels(landscape):
    return np.array([shapely.Polygon(parcel.ring) for parcel in landscape.parcels])


@pytest.fixture(scope="module")
def districts(landscape):
    return np.array([shapely.Polygon(district.ring) for district in landscape.districts])


@pytest.fixture(scope="module")
def around(landscape):
    """Polygons of the land use around the county at both dates, made by shapely."""
    return {
        date: np.array([shapely.Polygon(patch.rings[0], patch.rings[1:])
                        for patch in getattr(landscape, f"around_{date}")])
        for date in DATES
    }


@pytest.fixture(scope="module")
def third_survey(root):
    """Rows of the third survey by code."""
    with open(root / "resources" / "schemes" / "third_survey.csv", encoding="utf-8") as file:
        return {row["code"]: row for row in csv.DictReader(line for line in file if not line.startswith("#"))}


def test_another_process_draws_the_same(landscape, root):
    script = "\n".join((
        "import hashlib, sys",
        f"sys.path.insert(0, {str(root / 'demo')!r})",
        "from run import register_package",
        "register_package()",
        "from ecovoucher.demo.landscape import demo_landscape",
        inspect.getsource(digest),
        "print(digest(demo_landscape()))",
    ))
    other = subprocess.run(
        [sys.executable, "-c", script], env={**os.environ, "PYTHONHASHSEED": "1"}, capture_output=True, text=True
    )
    assert other.stdout.strip() == digest(landscape), other.stderr


@pytest.mark.parametrize("date", DATES)
class TestLandUse:
    def test_patches_are_valid(self, patches, date):
        assert shapely.is_valid(patches[date]).all()

    def test_areas_sum_to_the_county(self, patches, date):
        assert math.fsum(shapely.area(patches[date])) == pytest.approx(WIDTH * HEIGHT, rel=1e-9)
        assert shapely.total_bounds(patches[date]).tolist() == list(EXTENT.bounds)

    def test_patches_do_not_overlap(self, patches, date):
        tree = shapely.STRtree(patches[date])
        for relation in ("overlaps", "contains_properly"):
            assert tree.query(patches[date], predicate=relation).size == 0

    def test_some_three_thousand_patches(self, patches, date):
        assert 2800 <= len(patches[date]) <= 3500

    def test_codes_and_names_are_those_of_the_third_survey(self, landscape, third_survey, date):
        patches = *getattr(landscape, date), *getattr(landscape, f"around_{date}")
        assert {(patch.code, patch.name) for patch in patches} <= {
            (code, row["name_zh"]) for code, row in third_survey.items()
        }


def test_ten_to_fifteen_percent_of_the_patches_change(landscape):
    base, target = (
        Counter((patch.code, *(ring.tobytes() for ring in patch.rings)) for patch in getattr(landscape, date))
        for date in DATES
    )
    unchanged = sum((base & target).values())
    for date in (landscape.base, landscape.target):
        assert 0.10 <= 1 - unchanged / len(date) <= 0.15


class TestParcels:
    def test_some_eight_hundred_of_three_kinds(self, landscape):
        kinds = Counter(parcel.kind for parcel in landscape.parcels)
        assert set(kinds) == {"restoration", "development", "check"}
        assert min(kinds.values()) >= 100
        assert 700 <= len(landscape.parcels) <= 900

    def test_numbers_are_unique(self, landscape):
        assert len({parcel.parcel_no for parcel in landscape.parcels}) == len(landscape.parcels)

    def test_valid_and_apart(self, parcels):
        assert shapely.is_valid(parcels).all()
        one, other = shapely.STRtree(parcels).query(parcels, predicate="intersects")
        shared = shapely.area(shapely.intersection(parcels[one], parcels[other]))[one != other]
        assert shared.max() == 0

    def test_restoration_plots_are_of_village_size(self, landscape, parcels):
        hectares = shapely.area(parcels)[[parcel.kind == "restoration" for parcel in landscape.parcels]] / 10_000
        assert hectares.min() >= 0.09
        assert hectares.max() <= 3

    def test_official_area_is_close_but_not_equal(self, landscape, parcels):
        ratio = np.array([parcel.official_m2 for parcel in landscape.parcels]) / shapely.area(parcels)
        assert 0.96 < ratio.min() < 0.997
        assert 1.003 < ratio.max() < 1.04
        assert np.abs(ratio - 1).mean() > 0.0005

    def test_they_cut_across_patches(self, parcels, patches):
        parcel, _ = shapely.STRtree(patches["base"]).query(parcels, predicate="overlaps")
        assert len(np.unique(parcel)) > 0.8 * len(parcels)

    def test_some_reach_beyond_the_map(self, parcels):
        covered = shapely.area(shapely.intersection(parcels, EXTENT)) / shapely.area(parcels)
        assert np.count_nonzero((covered > 0) & (covered < 1 - 1e-9)) == 5
        assert np.count_nonzero(covered == 0) == 2


    def test_restoration_plots_have_a_plan(self, landscape, third_survey):
        for parcel in landscape.parcels:
            planned = parcel.code_now, parcel.code_plan
            assert set(planned) <= third_survey.keys() if parcel.kind == "restoration" else planned == (None, None)


class TestPrefecture:
    def test_nine_districts_fill_it_without_overlap(self, landscape, districts):
        assert len({district.profile.name for district in landscape.districts}) == 9
        assert shapely.is_valid(districts).all()
        whole = shapely.union_all(districts)
        assert whole.geom_type == "Polygon"
        assert len(whole.interiors) == 0
        assert math.fsum(shapely.area(districts)) == pytest.approx(whole.area, rel=1e-9)

    def test_the_demo_county_is_one_of_them(self, districts):
        assert districts[0].equals(EXTENT)

    def test_shared_borders_are_winding(self, districts):
        outer = districts[1:]
        one, other = shapely.STRtree(outer).query(outer, predicate="touches")
        shared = shapely.line_merge(shapely.intersection(outer[one], outer[other]))
        ends = shapely.distance(shapely.get_point(shared, 0), shapely.get_point(shared, -1))
        assert len(shared) >= 14
        assert (shapely.length(shared) > 1.01 * ends).mean() > 0.8

    @pytest.mark.parametrize("date", DATES)
    def test_land_use_fills_it_without_overlap(self, patches, around, districts, date):
        everything = np.concatenate((patches[date], around[date]))
        assert shapely.is_valid(around[date]).all()
        assert shapely.STRtree(everything).query(around[date], predicate="overlaps").size == 0
        assert math.fsum(shapely.area(everything)) == pytest.approx(math.fsum(shapely.area(districts)), rel=1e-9)

    def test_forest_coverage_is_that_of_the_land_use(self, landscape, patches, around, districts, third_survey):
        codes = [patch.code for patch in (*landscape.target, *landscape.around_target)]
        covered = [third_survey[code]["forest_cover"] == "yes" for code in codes]
        forest = shapely.union_all(np.concatenate((patches["target"], around["target"]))[covered])
        measured = shapely.area(shapely.intersection(districts, forest)) / shapely.area(districts) * 100
        assert [district.forest_pct for district in landscape.districts] == pytest.approx(measured.tolist(), abs=0.5)

    def test_land_area_is_that_of_the_polygons(self, landscape, districts):
        assert [district.land_ha for district in landscape.districts] == pytest.approx(
            (shapely.area(districts) / 10_000).tolist(), abs=0.005
        )


class TestPartition:
    """Small grids whose polygons can be checked by hand."""

    def polygons(self, keys):
        patches = connected_patches(np.array(keys))
        rings = patch_rings(patches, border_vertices([patches], (0.0, 0.0)))
        return patches, [shapely.Polygon(parts[0], parts[1:]) for parts in rings]

    def test_hole_that_touches_the_outer_ring_in_a_corner(self):
        keys = [
            [1, 1, 1, 1],
            [1, 2, 1, 1],
            [1, 1, 3, 3],
            [1, 1, 3, 3],
        ]
        patches, polygons = self.polygons(keys)
        assert patches.max() == 2
        assert all(polygon.is_valid for polygon in polygons)
        assert sum(polygon.area for polygon in polygons) == pytest.approx(16 * CELL**2, rel=1e-9)
        assert len(polygons[0].interiors) == 1

    def test_equal_cells_that_meet_in_a_corner_are_two_patches(self):
        patches, polygons = self.polygons([[1, 2], [2, 1]])
        assert patches.tolist() == [[0, 1], [2, 3]]
        assert [polygon.area for polygon in polygons] == pytest.approx([CELL**2] * 4)

    def test_no_vertex_moves_half_a_cell(self):
        keys = np.indices((40, 40)).sum(axis=0) // 7 % 3
        vertices = border_vertices([keys], (0.0, 0.0)) / CELL
        places_on_grid = np.stack(np.meshgrid(np.arange(41), np.arange(41)), axis=-1)
        moves = np.abs(vertices - places_on_grid)
        assert 0.3 < moves.max() < 0.5
