"""Parcels so large that they are cut into shares: the areas are those of geopandas, refusals those of the whole."""

from __future__ import annotations

import pytest
import shapely
from ecovoucher.ecovoucher_plugin.overlay import in_tiles
from ecovoucher.ecovoucher_plugin.overlay.from_frames.geos import ShapelyGeos
from ecovoucher.ecovoucher_plugin.overlay.from_qgis.geos import QgisGeos
from ecovoucher.ecovoucher_plugin.overlay.parcels import Parcel
from ecovoucher.ecovoucher_plugin.overlay.progress import Progress
from ecovoucher.ecovoucher_plugin.overlay.shares import shares_of
from qgis.core import QgsFeedback
from support.partitions import CODES, SIZE, as_land_use, as_parcels, changed, expected_areas, found_areas, voronoi
from support.runs import run

WHOLE = shapely.box(0, 0, SIZE, SIZE)


@pytest.fixture
def few_patches(monkeypatch):
    """So few patches a tile that parcels of a hundred metres are cut."""
    monkeypatch.setattr(in_tiles, "TILE_PATCHES", 3)


def landscape():
    cells = voronoi(5, 60)
    codes = [CODES[number % len(CODES)] for number in range(len(cells))]
    return cells, codes, *changed(cells, codes, 0.3, 6)


@pytest.mark.parametrize("engine", [in_tiles.FAST, in_tiles.REFERENCE])
def test_areas_of_cut_parcels_are_those_of_geopandas(plugin, monkeypatch, few_patches, engine):
    cells, codes, after, after_codes = landscape()
    plots = [*voronoi(7, 9), WHOLE, WHOLE.buffer(-200).difference(WHOLE.buffer(-350))]
    monkeypatch.setattr("ecovoucher.ecovoucher_plugin.overlay.from_qgis.vector.overlay_layers.__defaults__", (engine,))
    done = run(as_parcels(plots), as_land_use(cells, codes), as_land_use(after, after_codes))
    expected = expected_areas(plots, cells, codes, after, after_codes)
    found = found_areas(done)
    assert found.keys() == {key for key, area in expected.items() if area > 1e-9}
    assert found == pytest.approx({key: expected[key] for key in found}, abs=1e-8)
    assert set(done.statuses) == {"ok"}
    assert ("GEOS 0 parcels" in done.log.textLog()) == (engine == in_tiles.FAST)


def test_an_overlap_in_one_share_refuses_the_parcel_and_leaves_no_piece(plugin, few_patches):
    cells, codes, after, after_codes = landscape()
    doubled = [*after, shapely.box(480, 480, 520, 520)]
    done = run(
        as_parcels([WHOLE, shapely.box(10, 10, 60, 60)]),
        as_land_use(cells, codes), as_land_use(doubled, [*after_codes, "0101"]),
    )
    assert done.statuses == ["overlap", "ok"]
    assert {row["parcel"] for row in done.transitions} == {2}
    assert done.rows[0]["esv_change"] is None


def test_a_gap_in_one_share_leaves_the_parcel_partly_covered(plugin, few_patches):
    cells, codes, after, after_codes = landscape()
    hole = shapely.box(450, 450, 550, 550)
    holed = [shape.difference(hole) for shape in after]
    kept = [(shape, code) for shape, code in zip(holed, after_codes) if not shape.is_empty]
    done = run(as_parcels([WHOLE]), as_land_use(cells, codes), as_land_use(*zip(*kept)))
    assert done.statuses == ["partly_covered"]
    assert done.rows[0]["mapped_pct"] == pytest.approx(99, abs=1e-6)
    assert sum(row["area_ha"] for row in done.transitions) == pytest.approx(99, abs=1e-6)


@pytest.mark.parametrize("geos", [QgisGeos(), ShapelyGeos()])
def test_shares_make_up_the_parcel_without_overlap(qgis_app, geos):
    ring = shapely.Point(39_500_500, 3_500_500).buffer(400, quad_segs=64).difference(
        shapely.Point(39_500_500, 3_500_500).buffer(300, quad_segs=64)
    )
    small = shapely.box(0, 0, 9, 9)
    parcels = [
        Parcel(1, "ok", "", shapely.to_wkb(small), small.bounds, 81.0),
        Parcel(2, "invalid", "geometry"),
        Parcel(3, "ok", "", shapely.to_wkb(ring), ring.bounds, ring.area),
    ]
    shares = shares_of(parcels, 100.0**2, geos, Progress(QgsFeedback(), 0, 100))
    parts = shapely.from_wkb(shares.wkb)
    assert shares.parcel.tolist() == [0] + [2] * (len(parts) - 1)
    assert len(parts) > 40
    assert parts[0].equals(small)
    assert shares.least[0] == 0
    assert shares.least[1:] == pytest.approx(ring.area / (len(parts) - 1))
    assert shapely.union_all(parts[1:]).symmetric_difference(ring).area < 1e-6
    assert shapely.area(parts[1:]).sum() == pytest.approx(ring.area, rel=1e-10)
    assert (shapely.bounds(parts) == shares.box).all()
    assert ((shares.box[1:, 2:] - shares.box[1:, :2]).prod(axis=1) <= 100.0**2).all()
