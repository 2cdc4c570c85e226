"""The same land gives the same hectares in every CRS, and a CRS that cannot is refused."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsProject,
    QgsUnitTypes,
)
from support.layers import BROADLEAF, CRS, DRY, INDUSTRY, as_geometry, land_use, parcels, rectangle, square
from support.runs import RESULT_FIELDS, refusal, run

SHAPES = [
    "POLYGON((0 0,90 10,110 100,40 130,0 100,0 0))",
    "POLYGON((150 20,250 0,260 90,200 60,150 20))",
    "POLYGON((300 0,400 0,400 100,300 100,300 0),(330 30,370 30,350 70,330 30))",
]
BEFORE = [("POLYGON((-50 -50,200 -50,180 80,-50 90,-50 -50))", INDUSTRY),
          ("POLYGON((200 -50,500 -50,500 200,-50 200,-50 90,180 80,200 -50))", DRY)]
AFTER = [("POLYGON((-50 -50,500 -50,500 40,-50 60,-50 -50))", BROADLEAF),
         ("POLYGON((-50 60,500 40,500 200,-50 200,-50 60))", INDUSTRY)]
US_FEET = ('PROJCS["feet",GEOGCS["CGCS2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101]],'
           'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],'
           'PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",120],PARAMETER["scale_factor",1],'
           'PARAMETER["false_easting",500000],PARAMETER["false_northing",0],'
           'UNIT["US survey foot",0.304800609601219]]')
CRSS = {
    "degrees, WGS 84": "EPSG:4326",
    "degrees, CGCS2000": "EPSG:4490",
    "Web Mercator": "EPSG:3857",
    "Gauss-Krüger without zone number": CRS,
    "Gauss-Krüger with zone number": "EPSG:4528",
    "six-degree zone": "EPSG:4498",
    "UTM": "EPSG:32650",
    "custom PROJ string": "PROJ:+proj=aea +lat_1=25 +lat_2=47 +lon_0=105 +a=6378137 +b=6356752.314140356 +units=m",
    "custom WKT in US survey feet": "WKT:" + US_FEET,
}


def moved(shapes: list[str], crs: str) -> list:
    """Return shapes, in metres from the corner of the test area, in another CRS, vertex by vertex."""
    to_crs = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem(CRS), QgsCoordinateReferenceSystem(crs), QgsCoordinateTransformContext()
    )
    geometries = []
    for shape in shapes:
        geometry = as_geometry(shape)
        geometry.translate(520_000, 3_530_000)
        geometry = geometry.densifyByDistance(5)
        geometry.transform(to_crs)
        geometries.append(geometry)
    return geometries


def landscape(parcels_crs: str, base_crs: str, target_crs: str):
    before = zip(moved([shape for shape, _ in BEFORE], base_crs), (code for _, code in BEFORE))
    after = zip(moved([shape for shape, _ in AFTER], target_crs), (code for _, code in AFTER))
    return (
        parcels(*moved(SHAPES, parcels_crs), crs=parcels_crs),
        land_use(*before, crs=base_crs), land_use(*after, crs=target_crs),
    )


def figures(run_) -> list[float]:
    """Return all areas, values and vouchers of a run: hectares and what is proportional to them."""
    names = ("area_ha", "esv_base", "esv_target", "v_supply", "v_demand")
    pieces = sorted((row["parcel"], row["from_code"], row["to_code"], row["area_ha"]) for row in run_.transitions)
    return [row[name] for row in run_.rows for name in names] + [piece[3] for piece in pieces]


@pytest.fixture(scope="module")
def reference(plugin):
    return figures(run(*landscape(CRS, CRS, CRS), AREA_BASIS="ellipsoidal"))


@pytest.mark.parametrize("crs", CRSS.values(), ids=CRSS)
def test_same_hectares_in_every_crs(crs, reference):
    done = run(*landscape(crs, crs, crs), AREA_BASIS="ellipsoidal")
    assert done.statuses == ["ok"] * 3
    assert figures(done) == pytest.approx(reference, rel=1e-6)


@pytest.mark.parametrize("crss", [
    ("EPSG:4490", CRS, "EPSG:4528"), (CRS, "EPSG:4490", "EPSG:4326"), ("EPSG:32650", "EPSG:3857", CRS),
    ("EPSG:3857", "EPSG:4528", "EPSG:32650"),
], ids=", ".join)
def test_same_hectares_where_the_layers_differ_in_crs(crss, reference):
    done = run(*landscape(*crss), AREA_BASIS="ellipsoidal")
    assert done.statuses == ["ok"] * 3
    assert figures(done) == pytest.approx(reference, rel=1e-6)


def test_planar_areas_in_us_survey_feet():
    """1000 US survey feet are 1200/3937 km."""
    crs = "WKT:" + US_FEET
    x, y = 520_000 / 1200 * 3937, 3_530_000 / 1200 * 3937
    plot = f"POLYGON(({x} {y},{x + 1000} {y},{x + 1000} {y + 1000},{x} {y + 1000},{x} {y}))"
    row = run(parcels(plot, crs=crs), land_use((plot, DRY), crs=crs), land_use((plot, DRY), crs=crs)).rows[0]
    assert row["area_ha"] == pytest.approx((1_200_000 / 3937) ** 2 / 1e4, rel=1e-9)


def degrees(west: float, south: float, width: float, height: float) -> str:
    east, north = west + width, south + height
    return f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"


@pytest.mark.parametrize("side", [0.001, 0.01, 0.1])
@pytest.mark.parametrize("crs", ["EPSG:4490", "EPSG:4326"])
def test_neighbours_in_degrees_fit_where_only_one_has_a_vertex(crs, side):
    """A long edge over two shorter ones is one line in the layer; in another CRS it must stay one."""
    plot = parcels(degrees(120, 31, side, side), crs=crs)
    before = land_use((degrees(119.5, 30.5, 1, 1), INDUSTRY), crs=crs)
    after = land_use(
        (degrees(120 - side, 31 - side, 4 * side, 1.5 * side), DRY),
        (degrees(120 - side, 31 + side / 2, 1.2 * side, 2 * side), BROADLEAF),
        (degrees(120 + side / 5, 31 + side / 2, 3 * side, 2 * side), BROADLEAF), crs=crs,
    )
    done = run(plot, before, after, AREA_BASIS="ellipsoidal")
    assert done.statuses == ["ok"]
    lower, upper = sorted(row["area_ha"] for row in done.transitions)[::-1]
    assert lower / upper == pytest.approx(1, rel=0.002 * side / 0.1 + 1e-6)


@pytest.mark.parametrize("crs", ["EPSG:4490", "EPSG:32650", "EPSG:3857"])
def test_neighbours_in_metres_fit_in_parcels_of_another_crs(crs):
    """The same where the land use comes in another CRS than the parcels: edges of 5 km, a vertex in one of two."""
    plot = parcels(*moved(["POLYGON((900 900,1100 900,1100 1100,900 1100,900 900))"], crs), crs=crs)
    before = land_use((rectangle(-4000, -4000, 5000, 5000), INDUSTRY), (rectangle(1000, -4000, 5000, 5000), INDUSTRY),
                      (rectangle(-4000, 1000, 10_000, 5000), INDUSTRY))
    after = land_use((rectangle(-4000, -4000, 10_000, 10_000), DRY))
    done = run(plot, before, after, AREA_BASIS="ellipsoidal")
    assert done.statuses == ["ok"]
    assert done.rows[0]["mapped_pct"] == pytest.approx(100, rel=1e-6)


@pytest.mark.parametrize("east", [420_000, 500_000, 600_000])
def test_pieces_far_from_the_central_meridian_have_their_own_scale(east):
    """Two triangles of a 10 km square: the projection's scale differs between them by up to 5e-5."""
    from pyproj import CRS as ProjCRS
    from pyproj import Geod, Transformer

    side, north = 10_000, 3_500_000
    corners = [(east, north), (east + side, north), (east + side, north + side), (east, north + side)]
    lower, upper = [corners[0], corners[1], corners[3]], [corners[1], corners[2], corners[3]]

    def wkt(ring):
        return "POLYGON((" + ",".join(f"{x} {y}" for x, y in [*ring, ring[0]]) + "))"

    def dense(ring, steps=200):
        return [
            (a[0] + (b[0] - a[0]) * i / steps, a[1] + (b[1] - a[1]) * i / steps)
            for a, b in zip(ring, [*ring[1:], ring[0]]) for i in range(steps)
        ]

    def on_ellipsoid(ring):
        to_degrees = Transformer.from_crs(ProjCRS(CRS), ProjCRS("EPSG:4490"), always_xy=True)
        return abs(Geod(ellps="GRS80").polygon_area_perimeter(*to_degrees.transform(*zip(*dense(ring))))[0]) / 1e4

    done = run(
        parcels(wkt(corners)), land_use((wkt(corners), INDUSTRY)),
        land_use((wkt(lower), DRY), (wkt(upper), BROADLEAF)), AREA_BASIS="ellipsoidal",
    )
    areas = {row["to_code"]: row["area_ha"] for row in done.transitions}
    assert areas == pytest.approx({DRY: on_ellipsoid(lower), BROADLEAF: on_ellipsoid(upper)}, rel=1e-6)


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:4490", "EPSG:3857", "EPSG:3395"])
def test_planar_areas_are_refused_where_they_are_no_areas(crs):
    message = refusal(*landscape(crs, crs, crs))
    assert crs in message
    assert "planar" in message
    assert "ellipsoidal" in message


@pytest.mark.parametrize("position", [0, 1, 2])
def test_missing_crs_is_refused(position):
    layers = list(landscape(CRS, CRS, CRS))
    layers[position].setCrs(QgsCoordinateReferenceSystem())
    message = refusal(*layers)
    assert "no CRS" in message
    assert ("Parcels", "base date", "target date")[position] in message


def test_wrong_zone_number_is_refused():
    """Eastings without zone number in a CRS that has one, the other way round, and the neighbouring zone."""
    for wrong in ("EPSG:4528", "EPSG:4547"):
        layers = landscape(CRS, CRS, CRS)
        layers[0].setCrs(QgsCoordinateReferenceSystem(wrong))
        message = refusal(*layers, AREA_BASIS="ellipsoidal")
        assert "Parcels" in message or "nowhere near" in message
    layers = landscape("EPSG:4528", "EPSG:4528", "EPSG:4528")
    for layer in layers:
        layer.setCrs(QgsCoordinateReferenceSystem(CRS))
    assert "zone" in refusal(*layers, AREA_BASIS="ellipsoidal")


def test_wrong_crs_of_the_land_use_is_refused():
    layers = landscape(CRS, CRS, CRS)
    layers[2].setCrs(QgsCoordinateReferenceSystem("EPSG:4528"))
    message = refusal(*layers, AREA_BASIS="ellipsoidal")
    assert "target date" in message
    assert "outside the area for which EPSG:4528" in message


@pytest.mark.parametrize("crs", ["EPSG:4490", CRS])
def test_project_settings_change_nothing(crs, qgis_new_project):
    def rows():
        done = run(*landscape(crs, crs, crs), AREA_BASIS="ellipsoidal")
        return [[row[name] for name in RESULT_FIELDS] for row in done.rows]

    first = rows()
    project = QgsProject.instance()
    units_of_area = QgsUnitTypes.AreaUnit
    for ellipsoid, units in (("NONE", units_of_area.AreaAcres), ("EPSG:7019", units_of_area.AreaSquareMiles)):
        project.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
        project.setEllipsoid(ellipsoid)
        project.setAreaUnits(units)
        assert rows() == first


def test_ellipsoid_that_qgis_cannot_measure_on_is_refused_before_the_run():
    crs = "PROJ:+proj=tmerc +lat_0=0 +lon_0=120 +x_0=500000 +a=6400000 +b=6300000 +units=m +no_defs"
    patch = land_use((square(0, 0), DRY), crs=crs)
    layers = parcels(square(0, 0), crs=crs), patch, patch
    assert "ellipsoid" in refusal(*layers, AREA_BASIS="ellipsoidal")
    row = run(*layers).rows[0]
    assert row["area_ha"] == pytest.approx(1)


def test_ellipsoidal_area_does_not_depend_on_the_extent_of_the_layer():
    alone = run(parcels(square(0, 0)), *[land_use((rectangle(0, 0, 100, 100), DRY))] * 2, AREA_BASIS="ellipsoidal")
    among = run(
        parcels(square(0, 0), square(-90_000, 400_000)), *[land_use((rectangle(0, 0, 100, 100), DRY))] * 2,
        AREA_BASIS="ellipsoidal",
    )
    assert among.rows[0]["area_ha"] == alone.rows[0]["area_ha"]


def test_planar_area_in_plate_carree_is_refused():
    plots = parcels(square(0, 0))
    plots.setCrs(QgsCoordinateReferenceSystem("EPSG:32662"))
    assert "not areas on the ground" in refusal(plots, *[land_use((square(0, 0), INDUSTRY))] * 2, AREA_BASIS="planar")
