"""Inspection and preparation of a layer from the field: the broken polygons of an old map of Alaska."""

from __future__ import annotations

import re

import numpy as np
import pytest
import shapely
from support.inspections import inspect, prepare
from support.layers import layer
from support.real_layers import alaska, as_layer
from support.runs import TEMPORARY
from support.runs import as_layer as as_qgis

SCHEME = (
    "# source: made for this test\n"
    "code,name_zh,name_en,ecosystem,standard_forest,ecological_gu,ecological_jiangyin,construction,forest_cover\n"
    "trees,林,Trees,forest_mean3,arbor_forest,yes,yes,no,yes\n"
)


@pytest.fixture(scope="module")
def scheme(tmp_path_factory):
    file = tmp_path_factory.mktemp("scheme") / "scheme.csv"
    file.write_text(SCHEME, encoding="utf-8")
    return {"SCHEME": "custom", "SCHEME_FILE": str(file)}


def number(text: str, pattern: str) -> float:
    found = re.search(pattern, text)
    assert found, (pattern, text)
    return float(found[1].replace(",", ""))


@pytest.fixture(scope="module")
def woods():
    return alaska()


def everywhere(frame):
    west, south, east, north = frame.total_bounds
    box = shapely.box(west - 1e5, south - 1e5, east + 1e5, north + 1e5)
    return layer([(box, "trees")], "field=code:string", "WKT:" + frame.crs.to_wkt("WKT1_GDAL"))


def test_invalid_woods_are_counted_as_shapely_counts_them(woods, scheme, plugin):
    cover = everywhere(woods)
    done = inspect(as_layer(woods, "AREA_KM2", "double"), cover, cover, BASE_FIELD="code", TARGET_FIELD="code",
                   AREA_BASIS="ellipsoidal", AREA_FIELD="AREA_KM2", **scheme)
    said = done.said("error") + done.said("note")
    counted = [float(n.replace(",", "")) for n in re.findall(r"Invalid polygons [a-z ]+: ([\d,]+)", said)]
    assert sum(counted) == int((~woods.geometry.is_valid).sum()) > 0
    assert "km²" in done.said("warning")


def test_overlapping_woods_are_those_of_shapely(woods, scheme, plugin):
    """Areas in square metres on the ellipsoid against areas on the map, which is equal-area."""
    sound = woods[woods.geometry.is_valid]
    tree = shapely.STRtree(sound.geometry.values)
    first, second = tree.query(sound.geometry.values)
    pairs = first < second
    shared = shapely.area(shapely.intersection(
        sound.geometry.values[first[pairs]], sound.geometry.values[second[pairs]])) * (1200 / 3937) ** 2
    cover = everywhere(woods)
    done = inspect(as_layer(sound, "AREA_KM2", "double"), cover, cover, BASE_FIELD="code", TARGET_FIELD="code",
                   AREA_BASIS="ellipsoidal", **scheme)
    large = shared[shared >= 1]
    text = done.said("warning")
    if not len(large):
        assert "Pairs of polygons that overlap" not in text
        return
    assert number(text, r"Pairs of polygons that overlap: ([\d,]+)") == len(large)
    assert number(text, r"Pairs of polygons that overlap: [\d,]+, ([\d,.]+) m²") == pytest.approx(large.sum(), rel=1e-3)


def test_prepared_woods_are_valid_where_it_is_safe(woods, plugin):
    done = prepare(PARCELS=as_layer(woods, "AREA_KM2", "double"), PREPARED_PARCELS=TEMPORARY)
    copies = np.array([
        shapely.from_wkb(bytes(feature.geometry().asWkb())) for feature in as_qgis(
            done.outputs["PREPARED_PARCELS"]).getFeatures()
    ])
    assert len(copies) == len(woods) - done.outputs["REMOVED"]
    left = [row for row in done.log if "Left invalid" in row["what"]]
    assert int((~shapely.is_valid(copies)).sum()) == len(left)
    repaired = [row for row in done.log if row["what"].startswith("Repaired")]
    assert len(repaired) + len(left) == int((~woods.geometry.is_valid).sum())
    for row in repaired:
        assert row["area_after"] == pytest.approx(row["area_before"], rel=0.0101)
