"""Layers from the field: CORINE land cover of Jena, and the broken polygons of an old map of Alaska."""

from __future__ import annotations

from collections import defaultdict

import geopandas
import pytest
import shapely
from pyproj import Geod
from support.layers import layer
from support.real_layers import ALASKA, FOOT, JENA, LABELS, alaska, as_layer, jena
from support.runs import run

SCHEME = (
    "# source: made for this test\n"
    "code,name_zh,name_en,ecosystem,standard_forest,ecological_gu,ecological_jiangyin,construction,forest_cover\n"
    f"{LABELS[0]},人造地表,Artificial,none,,no,no,yes,no\n"
    f"{LABELS[1]},农用地,Agricultural,cropland_mean2,,no,yes,no,no\n"
    f"{LABELS[2]},森林,Forest,forest_mean3,arbor_forest,yes,yes,no,yes\n"
    "trees,林,Trees,forest_mean3,arbor_forest,yes,yes,no,yes\n"
)


@pytest.fixture(scope="module")
def scheme(tmp_path_factory):
    file = tmp_path_factory.mktemp("scheme") / "corine_level_1.csv"
    file.write_text(SCHEME, encoding="utf-8")
    return {"SCHEME": "custom", "SCHEME_FILE": str(file)}


@pytest.fixture(scope="module")
def corine():
    return jena()


@pytest.fixture(scope="module")
def accounts(corine, scheme, plugin):
    districts, before, after = corine
    return run(
        as_layer(districts, "GEN"), as_layer(before, "LABEL1"), as_layer(after, "LABEL1"),
        BASE_FIELD="LABEL1", TARGET_FIELD="LABEL1", **scheme,
    )


def test_districts_of_jena_are_covered_whole(corine, accounts):
    assert accounts.statuses == ["ok", "ok"]
    areas = {row["GEN"]: row["area_ha"] / 100 for row in accounts.rows}
    published = {"Jena": 114.86, "Saale-Holzland-Kreis": 815.61} if JENA.exists() else {}
    assert {name: round(areas[name], 2) for name in published} == published
    assert accounts.outputs["AREA_HA"] / 100 == pytest.approx(930.467 if published else 600, abs=5e-4)


def test_transitions_of_jena_are_those_of_geopandas(corine, accounts):
    districts, before, after = corine
    pieces = (
        districts[["GEN", "geometry"]]
        .overlay(before[["LABEL1", "geometry"]].rename(columns={"LABEL1": "base"}))
        .overlay(after[["LABEL1", "geometry"]].rename(columns={"LABEL1": "target"}))
    )
    expected: dict = defaultdict(float)
    for name, base, target, area in zip(pieces["GEN"], pieces["base"], pieces["target"], pieces.area):
        expected[name, base, target] += area / 1e4
    names = {feature.id(): feature["GEN"] for feature in accounts.layer.getFeatures()}
    found = {(names[row["parcel"]], row["from_code"], row["to_code"]): row["area_ha"] for row in accounts.transitions}
    for key in set(found) | set(expected):
        assert found.get(key, 0.0) == pytest.approx(expected.get(key, 0.0), abs=1e-4), key


def test_esv_change_of_jena_follows_from_its_areas(corine, accounts):
    """Totals of Xie 2015: cropland 3.95 and forest 21.19 equivalent factors, the means of their members."""
    _, before, after = corine
    factor = {LABELS[0]: 0.0, LABELS[1]: (4.01 + 3.89) / 2, LABELS[2]: (17.53 + 23.09 + 22.95) / 3}

    def value(frame):
        return sum(factor[label] * area for label, area in zip(frame["LABEL1"], frame.area)) / 1e4 * 3406.5

    assert accounts.outputs["ESV_CHANGE"] == pytest.approx(value(after) - value(before), abs=200)
    assert accounts.outputs["ESV_TARGET"] == pytest.approx(value(after), rel=1e-7)


def test_every_patch_is_what_it_is(corine, scheme):
    """Patches of 2018 as parcels: each has one class at the target date, its own."""
    _, before, after = corine
    patches = after.iloc[::3]
    done = run(
        as_layer(patches, "LABEL1"), as_layer(before, "LABEL1"), as_layer(after, "LABEL1"),
        BASE_FIELD="LABEL1", TARGET_FIELD="LABEL1", AREA_BASIS="ellipsoidal", **scheme,
    )
    assert set(done.statuses) <= {"ok", "partly_covered"}
    assert min(row["mapped_pct"] for row in done.rows) > 99.999
    own = {feature.id(): feature["LABEL1"] for feature in done.layer.getFeatures()}
    strange = sum(row["area_ha"] for row in done.transitions if row["to_code"] != own[row["parcel"]])
    assert strange == pytest.approx(0, abs=1e-4)
    geod = Geod(ellps="GRS80")
    on_ellipsoid = [abs(geod.geometry_area_perimeter(shape)[0]) / 1e4 for shape in patches.to_crs("EPSG:4258").geometry]
    assert [row["area_ha"] for row in done.rows] == pytest.approx(on_ellipsoid, rel=1e-6)


@pytest.fixture(scope="module")
def woods():
    return alaska()


def everywhere(frame: geopandas.GeoDataFrame):
    west, south, east, north = frame.total_bounds
    box = shapely.box(west - 1e5, south - 1e5, east + 1e5, north + 1e5)
    return layer([(box, "trees")], "field=code:string", "WKT:" + frame.crs.to_wkt("WKT1_GDAL"))


@pytest.mark.parametrize("basis", ["planar", "ellipsoidal"])
def test_woods_of_alaska_are_measured_or_refused(woods, scheme, basis):
    cover = everywhere(woods)
    done = run(
        as_layer(woods, "AREA_KM2", "double"), cover, cover,
        BASE_FIELD="code", TARGET_FIELD="code", AREA_BASIS=basis, **scheme,
    )
    assert len(done.rows) == len(woods) == (444 if ALASKA.exists() else 30)
    for shape, row in zip(woods.geometry, done.rows):
        if row["ev_status"] == "invalid":
            assert not shape.is_valid
            assert row["esv_base"] is None
            continue
        assert row["ev_status"] == ("ok" if shape.is_valid else "repaired")
        assert row["mapped_pct"] == pytest.approx(100)
        assert row["area_ha"] / 100 == pytest.approx(row["AREA_KM2"], rel=1e-3)
        if basis == "planar":
            assert row["area_ha"] == pytest.approx(shapely.make_valid(shape).area * FOOT**2 / 1e4, rel=1e-6)
    assert done.statuses.count("ok") == woods.geometry.is_valid.sum() < len(woods)
    assert done.outputs["SKIPPED_COUNT"] == done.statuses.count("invalid")


def test_woods_as_land_use_are_right_or_named(woods, scheme):
    """Parcels on a grid: right against shapely, or refused because of a patch that is invalid or overlaps."""
    west, south, east, north = woods.total_bounds
    side = (east - west) / 20
    cells = [
        shapely.box(west + i * side, south + j * side, west + (i + 1) * side, south + (j + 1) * side)
        for i in range(20) for j in range(int((north - south) / side) + 1)
    ]
    grid = geopandas.GeoDataFrame({"code": ["trees"] * len(cells)}, geometry=cells, crs=woods.crs)
    patches = woods.assign(code="trees")
    done = run(
        as_layer(grid, "code"), everywhere(woods), as_layer(patches, "code"),
        BASE_FIELD="code", TARGET_FIELD="code", **scheme,
    )
    broken = shapely.STRtree(woods.geometry[~woods.geometry.is_valid].to_numpy())
    mended = shapely.make_valid(woods.geometry.to_numpy())
    tree = shapely.STRtree(mended)
    for cell, row in zip(cells, done.rows):
        near = [mended[i] for i in tree.query(cell, predicate="intersects")]
        covered = shapely.union_all(near).intersection(cell).area if near else 0.0
        if row["ev_status"] == "invalid":
            assert len(broken.query(cell))
            assert row["esv_target"] is None
        elif row["ev_status"] == "overlap":
            assert sum(shape.intersection(cell).area for shape in near) > covered * (1 + 1e-7)
        else:
            assert row["mapped_pct"] / 100 == pytest.approx(covered / cell.area, abs=2e-6)
    assert done.statuses.count("partly_covered") > 10
