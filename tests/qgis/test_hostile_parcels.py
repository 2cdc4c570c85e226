"""Parcels as they come: every one is measured right or refused with a status, never valued 0 for lack of knowledge."""

from __future__ import annotations

import math
import struct

import pytest
import shapely
from qgis.core import QgsFeature, QgsGeometry, QgsProcessingException, QgsVectorLayer
from support.expected import esv
from support.layers import (
    BROADLEAF,
    EAST,
    INDUSTRY,
    NORTH,
    at_origin,
    land_use,
    layer,
    parcels,
    rectangle,
    square,
)
from support.runs import refusal, run

WEST_HALF = [(rectangle(-500, -500, 540, 2000), BROADLEAF), (rectangle(40, -500, 1460, 2000), INDUSTRY)]
VALUES = [
    "mapped_pct", "esv_base", "esv_target", "esv_change", "d_provis", "d_regul", "d_support", "d_cultur",
    "v_supply", "v_demand", "v_net",
]


def valued(*plots, kind: str = "MultiPolygon", **changes):
    """Run parcels over industry that becomes forest west of x = 40 m."""
    before = land_use((rectangle(-500, -500, 2000, 2000), INDUSTRY))
    return run(parcels(*plots, kind=kind), before, land_use(*WEST_HALF), **changes)


def assert_unknown(row: dict) -> None:
    assert [row[name] for name in VALUES] == [None] * len(VALUES)


def assert_valued(row: dict, area: float, forest: float) -> None:
    """area, forest: m², of the parcel and of its part west of x = 40 m."""
    assert row["area_ha"] == pytest.approx(area / 1e4, rel=1e-6)
    assert row["mapped_pct"] == pytest.approx(100)
    assert row["esv_target"] == pytest.approx(esv(BROADLEAF, forest / 1e4), rel=1e-6)


SOUND = {
    "duplicate vertices": "POLYGON((0 0,0 0,100 0,100 0,100 100,0 100,0 100,0 0))",
    "clockwise": "POLYGON((0 0,0 100,100 100,100 0,0 0))",
    "hole": "POLYGON((0 0,100 0,100 100,0 100,0 0),(20 20,20 60,60 60,60 20,20 20))",
    "hole touching the shell in a point": "POLYGON((0 0,100 0,100 100,0 100,0 0),(0 20,40 10,40 60,0 20))",
    "holes touching each other":
        "POLYGON((0 0,100 0,100 100,0 100,0 0),(10 10,30 10,30 30,10 10),(30 30,50 30,50 60,30 30))",
    "parts far apart": "MULTIPOLYGON(((0 0,30 0,30 30,0 0)),((200 200,300 200,300 300,200 200)))",
    "parts touching in a point": "MULTIPOLYGON(((0 0,50 0,50 50,0 50,0 0)),((50 50,90 50,90 90,50 50)))",
    "part in the hole of another":
        "MULTIPOLYGON(((0 0,90 0,90 90,0 90,0 0),(10 10,80 10,80 80,10 80,10 10)),((20 20,60 20,60 60,20 20)))",
    "needle": "POLYGON((0 0,100 0.001,100 0,0 0))",
    "concave": "POLYGON((0 0,100 0,100 100,50 10,0 100,0 0))",
}


@pytest.mark.parametrize("wkt", SOUND.values(), ids=SOUND)
def test_sound_parcels(wkt):
    shape = shapely.from_wkt(wkt)
    done = valued(at_origin(wkt))
    assert done.statuses == ["ok"]
    assert_valued(done.rows[0], shape.area, shape.intersection(shapely.box(-500, -500, 40, 500)).area)


REPAIRABLE = {
    "ring touching itself": ("POLYGON((0 0,100 0,100 100,50 0,0 100,0 0))", 5000),
    "spike outwards": ("POLYGON((0 0,100 0,100 100,100 150,100 100,0 100,0 0))", 10_000),
    "spike inwards": ("POLYGON((0 0,100 0,100 100,50 100,50 50,50 100,0 100,0 0))", 10_000),
    "loop that leaves a line": (
        "POLYGON((0 0,100 0,100 100,50 100,50.001 100.001,49.999 100.001,50.001 100,0 100,0 0))", 10_000
    ),
    "parts side by side": ("MULTIPOLYGON(((0 0,50 0,50 50,0 50,0 0)),((50 0,90 0,90 50,50 50,50 0)))", 4500),
}


@pytest.mark.parametrize(("wkt", "area"), REPAIRABLE.values(), ids=REPAIRABLE)
def test_repairable_parcels(wkt, area):
    done = valued(at_origin(wkt))
    assert done.statuses == ["repaired"]
    valid = shapely.make_valid(shapely.from_wkt(wkt))
    assert_valued(done.rows[0], area, valid.intersection(shapely.box(-500, -500, 40, 500)).area)


INVALID = {
    "bow-tie": "POLYGON((0 0,100 100,100 0,0 100,0 0))",
    "uneven bow-tie": "POLYGON((0 0,100 100,100 0,0 50,0 0))",
    "part inside another": "MULTIPOLYGON(((0 0,100 0,100 100,0 100,0 0)),((20 20,40 20,40 40,20 40,20 20)))",
    "parts overlapping": "MULTIPOLYGON(((0 0,100 0,100 100,0 100,0 0)),((50 50,150 50,150 150,50 150,50 50)))",
    "the same part twice": "MULTIPOLYGON(((0 0,100 0,100 100,0 0)),((0 0,100 0,100 100,0 0)))",
    "hole outside the shell": "POLYGON((0 0,100 0,100 100,0 100,0 0),(200 20,240 20,240 60,200 20))",
    "hole across the shell": "POLYGON((0 0,100 0,100 100,0 100,0 0),(50 50,150 50,150 80,50 80,50 50))",
    "hole as large as the shell": "POLYGON((0 0,100 0,100 100,0 100,0 0),(0 0,100 0,100 100,0 100,0 0))",
    "holes overlapping": "POLYGON((0 0,100 0,100 100,0 100,0 0),(10 10,60 10,60 60,10 10),(20 10,70 10,70 60,20 10))",
    "hole along the shell": "POLYGON((0 0,100 0,100 100,0 100,0 0),(0 20,40 20,40 60,0 60,0 20))",
    "no area": "POLYGON((0 0,100 0,50 0,0 0))",
    "one point": "POLYGON((5 5,5 5,5 5,5 5))",
    "there and back": "POLYGON((0 0,100 0,0 0,0 0))",
    "figure of eight": "POLYGON((0 0,50 50,0 100,-50 100,0 50,50 0,0 0))",
}


@pytest.mark.parametrize("wkt", INVALID.values(), ids=INVALID)
def test_invalid_parcels_are_named_and_have_no_value(wkt):
    done = valued(at_origin(wkt), square(200, 0))
    assert done.statuses[0] in ("invalid", "empty")
    assert done.statuses[1] == "ok"
    assert_unknown(done.rows[0])
    assert done.outputs["SKIPPED_COUNT"] == 1
    assert done.layer.getFeature(1).geometry().asWkb() == at_origin(wkt).asWkb() or "MULTI" not in wkt
    if done.statuses[0] == "invalid":
        assert any(warning.startswith("Parcel 1:") and "Fix geometries" in warning for warning in done.log.warnings)


def test_parcels_without_geometry():
    done = valued(None, square(0, 0), QgsGeometry.fromWkt("POLYGON EMPTY"), QgsGeometry.fromWkt("MULTIPOLYGON EMPTY"))
    assert done.statuses == ["empty", "ok", "empty", "empty"]
    for position in (0, 2, 3):
        assert_unknown(done.rows[position])
        assert done.rows[position]["area_ha"] is None
    assert done.outputs["PARCEL_COUNT"] == 4
    assert done.outputs["AREA_HA"] == pytest.approx(1)


@pytest.mark.parametrize("basis", ["planar", "ellipsoidal"])
def test_layer_of_parcels_without_any_geometry(basis):
    done = valued(None, None, AREA_BASIS=basis)
    assert done.statuses == ["empty", "empty"]
    assert done.outputs["AREA_HA"] == 0


CURVED = {
    "circle": ("CurvePolygon", "CURVEPOLYGON(CIRCULARSTRING(0 0,100 100,0 200,-100 100,0 0))", 1e4 * math.pi),
    "straight sides and an arc": (
        "CurvePolygon",
        "CURVEPOLYGON(COMPOUNDCURVE((0 0,100 0),CIRCULARSTRING(100 0,150 50,100 100),(100 100,0 100,0 0)))",
        1e4 + 1250 * math.pi,
    ),
    "multi-surface": (
        "MultiSurface",
        "MULTISURFACE(CURVEPOLYGON(CIRCULARSTRING(0 0,100 100,0 200,-100 100,0 0)),((300 0,400 0,400 100,300 0)))",
        1e4 * math.pi + 5000,
    ),
}


@pytest.mark.parametrize(("kind", "wkt", "area"), CURVED.values(), ids=CURVED)
def test_curved_parcels(kind, wkt, area):
    done = valued(at_origin(wkt), kind=kind)
    assert done.statuses == ["ok"]
    assert done.rows[0]["area_ha"] == pytest.approx(area / 1e4, rel=1e-6)
    assert done.rows[0]["mapped_pct"] == pytest.approx(100)
    assert next(done.layer.getFeatures()).geometry().asWkb() == at_origin(wkt).asWkb()


@pytest.mark.parametrize("dimensions", ["Z", "M", "ZM"])
def test_parcels_with_heights_and_measures(dimensions):
    extra = " 7" * len(dimensions)
    ring = ",".join(f"{EAST + x} {NORTH + y}{extra}" for x, y in ((0, 0), (100, 0), (100, 100), (0, 100), (0, 0)))
    geometry = QgsGeometry.fromWkt(f"Polygon{dimensions} (({ring}))")
    done = valued(geometry, kind=f"Polygon{dimensions}")
    assert done.statuses == ["ok"]
    assert_valued(done.rows[0], 1e4, 4000)
    assert next(done.layer.getFeatures()).geometry().asWkb() == geometry.asWkb()


def geopackage(path, rows: list[tuple[bytes, str]], kind: int) -> QgsVectorLayer:
    """Return a GeoPackage layer with geometries that no other road lets in; rows: (WKB, name)."""
    from osgeo import ogr, osr

    crs = osr.SpatialReference()
    crs.ImportFromEPSG(4549)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    table = source.CreateLayer("plots", crs, kind)
    table.CreateField(ogr.FieldDefn("name", ogr.OFTString))
    for wkb, name in rows:
        feature = ogr.Feature(table.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkb(wkb))
        feature["name"] = name
        table.CreateFeature(feature)
    feature = table = source = None
    read = QgsVectorLayer(str(path), "plots", "ogr")
    assert read.featureCount() == len(rows)
    return read


def test_collections_keep_their_polygons():
    done = valued(
        at_origin("GEOMETRYCOLLECTION(POINT(0 0),LINESTRING(0 0,9 9),POLYGON((0 0,100 0,100 100,0 100,0 0)))"),
        at_origin("GEOMETRYCOLLECTION(POINT(0 0),LINESTRING(0 0,9 9))"),
        at_origin("GEOMETRYCOLLECTION(POLYGON((0 0,100 0,100 100,0 0)),POLYGON((0 0,100 100,0 100,0 0)))"),
        at_origin("GEOMETRYCOLLECTION(POINT(0 0),MULTIPOLYGON(((0 0,50 0,50 100,0 100,0 0)),((60 0,80 0,80 50,60 0))),"
                  "GEOMETRYCOLLECTION(POLYGON((100 0,150 0,150 100,100 100,100 0))))"),
        kind="GeometryCollection",
    )
    assert done.statuses == ["ok", "empty", "repaired", "ok"]
    assert_valued(done.rows[0], 1e4, 4000)
    assert_unknown(done.rows[1])
    assert_valued(done.rows[2], 1e4, 4000)
    assert_valued(done.rows[3], 10_500, 4000)


@pytest.mark.parametrize("basis", ["planar", "ellipsoidal"])
def test_coordinates_that_are_no_numbers(tmp_path, basis):
    from osgeo import ogr

    def triangle(x):
        points = ((EAST, NORTH), (EAST + 100.0, NORTH), (x, NORTH + 100.0), (EAST, NORTH))
        return struct.pack("<BIII", 1, 3, 1, 4) + b"".join(struct.pack("<dd", *point) for point in points)

    plots = geopackage(
        tmp_path / "nan.gpkg", [(triangle(math.nan), "nan"), (triangle(EAST + 100.0), "good")], ogr.wkbPolygon
    )
    done = run(plots, *[land_use((rectangle(-500, -500, 2000, 2000), INDUSTRY))] * 2, AREA_BASIS=basis)
    assert done.statuses == ["invalid", "ok"]
    assert_unknown(done.rows[0])
    assert done.rows[1]["mapped_pct"] == pytest.approx(100)


def reaching(tmp_path, x: float, how: str) -> QgsVectorLayer:
    """Return a layer with one triangle that reaches to x, as a file or in memory; codes in the field ``name``."""
    from osgeo import ogr

    points = ((EAST, NORTH), (EAST + 100.0, NORTH), (x, NORTH + 100.0), (EAST, NORTH))
    wkb = struct.pack("<BIII", 1, 3, 1, 4) + b"".join(struct.pack("<dd", *point) for point in points)
    if how == "file":
        return geopackage(tmp_path / "far.gpkg", [(wkb, INDUSTRY)], ogr.wkbPolygon)
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    made = QgsVectorLayer("Polygon?crs=EPSG:4549&field=name:string", "far", "memory")
    feature = QgsFeature(made.fields())
    feature.setGeometry(geometry)
    feature.setAttributes([INDUSTRY])
    assert made.dataProvider().addFeatures([feature])[0]
    return made


@pytest.mark.parametrize("how", ["file", "memory"])
@pytest.mark.parametrize("x", [math.inf, -math.inf, 1e300, -1e300])
def test_endless_parcels_are_refused_before_the_run(tmp_path, x, how):
    message = refusal(reaching(tmp_path, x, how), *[land_use((square(0, 0), INDUSTRY))] * 2)
    assert message.startswith("Parcels: ")
    assert "coordinates" in message


@pytest.mark.parametrize("how", ["file", "memory"])
@pytest.mark.parametrize("x", [math.inf, -math.inf])
def test_endless_land_use_has_no_value(tmp_path, x, how):
    """Refused where QGIS cannot tell the layer's extent; elsewhere the parcel that meets it is named."""
    endless, sound = reaching(tmp_path, x, how), land_use((square(0, 0), INDUSTRY))
    try:
        done = run(parcels(square(0, 0)), endless, sound, BASE_FIELD="name")
    except QgsProcessingException as error:
        assert "Land use at the base date: there are coordinates that are not finite" in str(error)
    else:
        assert_unknown(done.rows[0])


def test_square_metre_and_less():
    done = valued(square(39.5, 0, 1), square(0, 0, 0.01))
    assert done.statuses == ["ok", "ok"]
    assert done.rows[0]["area_ha"] == pytest.approx(1e-4, rel=1e-6)
    assert done.rows[0]["esv_target"] == pytest.approx(esv(BROADLEAF, 0.5e-4), rel=1e-5)
    assert done.rows[1]["area_ha"] == pytest.approx(1e-8, rel=1e-4)


def test_ten_thousand_square_kilometres():
    everywhere = rectangle(-90_000, -90_000, 200_000, 200_000)
    done = run(
        parcels(rectangle(-70_000, -50_000, 100_000, 100_000)), land_use((everywhere, INDUSTRY)),
        land_use((rectangle(-90_000, -90_000, 100_000, 200_000), BROADLEAF),
                 (rectangle(10_000, -90_000, 90_000, 200_000), INDUSTRY)),
    )
    assert done.statuses == ["ok"]
    assert done.rows[0]["area_ha"] == pytest.approx(1e6)
    assert done.rows[0]["esv_target"] == pytest.approx(esv(BROADLEAF, 800_000))


def test_thousands_of_vertices():
    ring = [
        (50 + (40 + 9 * math.sin(37 * angle)) * math.cos(angle), 50 + (40 + 9 * math.sin(37 * angle)) * math.sin(angle))
        for angle in (2 * math.pi * i / 20_000 for i in range(20_000))
    ]
    shape = shapely.Polygon(ring)
    done = valued(at_origin(shapely.to_wkt(shape, rounding_precision=-1)))
    assert_valued(done.rows[0], shape.area, shape.intersection(shapely.box(-500, -500, 40, 500)).area)


def test_where_the_land_use_ends():
    """Outside, half outside, only touching, exactly along the border, and over all of it."""
    plots = [square(3000, 0), square(-550, 0), square(-600, 0), square(-500, 0), rectangle(-1000, -1000, 4000, 4000)]
    done = valued(*plots)
    assert done.statuses == ["not_covered", "partly_covered", "not_covered", "ok", "partly_covered"]
    assert [row["mapped_pct"] for row in done.rows] == pytest.approx([0, 50, 0, 100, 25])
    assert done.rows[1]["esv_target"] == pytest.approx(esv(BROADLEAF, 0.5))
    for position in (0, 2):
        assert [done.rows[position][name] for name in VALUES[1:]] == [None] * 10


def test_parcels_on_top_of_each_other_are_each_accounted_for():
    done = valued(square(0, 0), square(0, 0), square(20, 20))
    assert done.statuses == ["ok"] * 3
    assert done.rows[0]["v_supply"] == done.rows[1]["v_supply"] == pytest.approx(0.4 * 15)


@pytest.mark.parametrize(("kind", "wkt"), [("LineString", "LINESTRING(0 0,100 100)"), ("Point", "POINT(0 0)")])
def test_layers_without_polygons_are_refused(kind, wkt):
    wrong = layer([(at_origin(wkt), INDUSTRY)], "field=DLBM:string", kind=kind)
    good = land_use((square(0, 0), INDUSTRY))
    assert "no polygons" in refusal(wrong, good, good)
    assert "base date" in refusal(parcels(square(0, 0)), wrong, good)
