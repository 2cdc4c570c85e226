"""The demo: its landscape is repeatable and sound, and `make run` gives data, project and map."""

from __future__ import annotations

import csv
import hashlib
import inspect
import math
import os
import shutil
import subprocess
import sys
from collections import Counter

import geopandas
import numpy as np
import pytest
import shapely
from ecovoucher.demo import places
from ecovoucher.demo.landscape import demo_landscape
from ecovoucher.demo.partition import border_vertices, patch_rings
from ecovoucher.demo.terrain import CELL, HEIGHT, WIDTH, connected_patches
from qgis.core import QgsProject, QgsRenderContext
from qgis.PyQt.QtGui import QImage

DATES = ("base", "target")
EXTENT = shapely.box(*places.ORIGIN, places.ORIGIN[0] + WIDTH, places.ORIGIN[1] + HEIGHT)


def digest(landscape):
    """Return a checksum over every attribute and vertex."""
    state = hashlib.sha256()
    for patch in (*landscape.base, *landscape.target):
        state.update(repr((patch.code, patch.name)).encode() + b"".join(ring.tobytes() for ring in patch.rings))
    for parcel in landscape.parcels:
        fields = (parcel.parcel_no, parcel.town, parcel.village, parcel.kind, parcel.holder, parcel.official_m2)
        state.update(repr(fields).encode() + parcel.ring.tobytes())
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

    def test_codes_and_names_are_those_of_the_third_survey(self, landscape, root, date):
        with open(root / "resources" / "schemes" / "third_survey.csv", encoding="utf-8") as file:
            rows = csv.DictReader(line for line in file if not line.startswith("#"))
            scheme = {(row["code"], row["name_zh"]) for row in rows}
        assert {(patch.code, patch.name) for patch in getattr(landscape, date)} <= scheme


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


@pytest.fixture(scope="module")
def demo(root, tmp_path_factory):
    """Folder and printed text of a run, as `make run` does it; the folder has been moved since."""
    made, moved = (tmp_path_factory.mktemp("demo") / name for name in ("made", "moved"))
    finished = subprocess.run(
        [sys.executable, str(root / "demo" / "run.py"), "--output", str(made)],
        capture_output=True, text=True, timeout=300,
    )
    assert finished.returncode == 0, finished.stderr
    assert "Traceback" not in finished.stderr
    shutil.move(made, moved)
    return moved, finished.stdout


class TestRun:
    def test_prints_totals_with_units_and_files(self, demo):
        folder, text = demo
        result = geopandas.read_file(folder / "ecovoucher_demo.gpkg", layer="parcel_vouchers")
        assert f"supply {result.v_supply.sum():,.2f}, demand {result.v_demand.sum():,.2f}" in text
        assert "yuan per year" in text
        for suffix in ("gpkg", "qgz", "png"):
            assert f"ecovoucher_demo.{suffix}" in text

    def test_every_kind_of_parcel_does_what_it_should(self, demo, landscape):
        result = geopandas.read_file(demo[0] / "ecovoucher_demo.gpkg", layer="parcel_vouchers")
        assert len(result) == len(landscape.parcels)
        assert Counter(result.ev_status) == {"ok": len(result) - 7, "partly_covered": 5, "not_covered": 2}
        assert set(result.ev_status[result.v_net.isna()]) == {"not_covered"}
        assert (result.v_net[result.kind == "check"].fillna(0) == 0).all()
        assert result.v_supply[result.kind == "restoration"].sum() > 1000
        assert result.v_demand[result.kind == "development"].sum() > 1000

    def test_project_opens_in_another_folder(self, demo):
        project = QgsProject()
        assert project.read(str(demo[0] / "ecovoucher_demo.qgz"))
        layers = project.mapLayers().values()
        assert len(layers) == 6
        assert all(layer.isValid() for layer in layers)
        groups = [group.name() for group in project.layerTreeRoot().findGroups()]
        assert groups == ["Result", "Land use", "Input", "Tables"]
        assert [layout.name() for layout in project.layoutManager().layouts()] == ["Voucher map"]
        assert project.viewSettings().defaultViewExtent().contains(
            project.mapLayersByName("Net vouchers of each parcel")[0].extent()
        )

    def test_every_class_of_the_legend_occurs(self, demo):
        project = QgsProject()
        assert project.read(str(demo[0] / "ecovoucher_demo.qgz"))
        layer = project.mapLayersByName("Net vouchers of each parcel")[0]
        renderer, context = layer.renderer().clone(), QgsRenderContext()
        renderer.startRender(context, layer.fields())
        drawn = set().union(*(renderer.legendKeysForFeature(feature, context) for feature in layer.getFeatures()))
        renderer.stopRender(context)
        assert drawn >= {rule.ruleKey() for rule in renderer.rootRule().children()}

    def test_map_is_an_a4_page_with_supply_and_demand(self, demo):
        picture = QImage(str(demo[0] / "ecovoucher_demo.png"))
        assert (picture.width(), picture.height()) == pytest.approx((297 / 25.4 * 150, 210 / 25.4 * 150), abs=2)
        colours = Counter(
            picture.pixelColor(x, y).name() for x in range(60, 1250, 2) for y in range(150, 1050, 2)
        )
        for colour in ("#80cdc1", "#35978f", "#fdae61", "#e0731e"):
            assert colours[colour] > 100, colour

    def test_failure_is_one_sentence(self, root, tmp_path):
        in_the_way = tmp_path / "taken"
        in_the_way.write_text("")
        finished = subprocess.run(
            [sys.executable, str(root / "demo" / "run.py"), "--output", str(in_the_way)],
            capture_output=True, text=True, timeout=300,
        )
        assert finished.returncode == 1
        assert finished.stderr.strip() == f"{in_the_way} cannot be written: File exists."
