"""Layers of two datums meet only where the shift between them is known; a CRS may tell no more than its ellipsoid."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsDatumTransform,
    QgsProject,
)
from support.inspections import inspect
from support.layers import CRS, DRY, INDUSTRY, as_geometry, at_origin, land_use, parcels, square
from support.runs import refusal, run

GAUSS_KRUEGER = "PROJ:+proj=tmerc +lat_0=0 +lon_0=120 +k=1 +x_0=500000 +y_0=0 +units=m +no_defs "
KRASSOVSKY_WKT = (
    'WKT:PROJCS["unknown",GEOGCS["unknown",DATUM["Unknown based on Krassovsky, 1942 ellipsoid",'
    'SPHEROID["Krassowsky 1940",6378245,298.3]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],'
    'PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",120],'
    'PARAMETER["scale_factor",1],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1]]'
)
# As the land-use rasters of the Chinese Academy of Sciences come.
KRASSOVSKY_ALBERS = (
    'WKT:PROJCS["Krasovsky_1940_Albers",GEOGCS["GCS_Krasovsky_1940",DATUM["D_Krasovsky_1940",'
    'SPHEROID["Krasovsky_1940",6378245.0,298.3]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],'
    'PROJECTION["Albers"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],'
    'PARAMETER["Central_Meridian",105.0],PARAMETER["Standard_Parallel_1",25.0],'
    'PARAMETER["Standard_Parallel_2",47.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]'
)
ELLIPSOID_ONLY = {
    "Krassovsky by name": GAUSS_KRUEGER + "+ellps=krass",
    "Krassovsky by its axes": GAUSS_KRUEGER + "+a=6378245 +b=6356863.018773047",
    "Krassovsky in degrees": "PROJ:+proj=longlat +ellps=krass +no_defs",
    "Krassovsky in WKT": KRASSOVSKY_WKT,
    "Krassovsky, Albers": KRASSOVSKY_ALBERS,
    "of 1975": GAUSS_KRUEGER + "+a=6378140 +rf=298.257",
}
LOCAL = {
    "LOCAL_CS": 'WKT:LOCAL_CS["local grid",UNIT["metre",1]]',
    "ENGCRS": 'WKT:ENGCRS["local grid",EDATUM["local"],CS[Cartesian,2],AXIS["x",east],AXIS["y",north],'
              'LENGTHUNIT["metre",1]]',
}
SHAPE = "POLYGON((-500 -500,1500 -500,1500 1500,-500 1500,-500 -500))"


def moved(crs: str, shape=None):
    """Return a shape, that of the land use by default, in a CRS; by PROJ's guess where it knows nothing better."""
    geometry = at_origin(SHAPE) if shape is None else as_geometry(shape)
    to_crs = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem(CRS), QgsCoordinateReferenceSystem(crs), QgsCoordinateTransformContext()
    )
    geometry.transform(to_crs)
    return geometry


def layers(parcels_crs: str, base_crs: str) -> tuple:
    return (
        parcels(moved(parcels_crs, square(0, 0)), crs=parcels_crs),
        land_use((moved(base_crs), INDUSTRY), crs=base_crs), land_use((moved(parcels_crs), DRY), crs=parcels_crs),
    )


def is_unnamed(crs: str) -> bool:
    return QgsCoordinateReferenceSystem(crs).authid() != "EPSG:2732"


@pytest.mark.parametrize("crs", ELLIPSOID_ONLY.values(), ids=ELLIPSOID_ONLY)
@pytest.mark.parametrize("other", [CRS, "EPSG:4326"])
def test_ellipsoid_alone_is_no_datum(crs, other):
    """QGIS takes some of these for EPSG:2732, Pulkovo 1995, with a shift to WGS 84 that is good to 1 m in Russia.

    Parcels there are refused for that already.
    """
    message = refusal(*layers(other, crs), AREA_BASIS="ellipsoidal")
    assert "Land use at the base date: how" in message
    assert "is not known here" in message
    assert "is not known here" in inspect(*layers(other, crs), AREA_BASIS="ellipsoidal").said("error")
    others = "is not known here" if is_unnamed(crs) else "lie outside the area for which EPSG:2732"
    assert others in refusal(*layers(crs, other), AREA_BASIS="ellipsoidal")


UNNAMED = ("Krassovsky in degrees", "Krassovsky, Albers", "of 1975")


@pytest.mark.parametrize("crs", [ELLIPSOID_ONLY[name] for name in UNNAMED], ids=UNNAMED)
def test_layers_of_one_unknown_datum_fit(crs):
    done = run(*layers(crs, crs), AREA_BASIS="ellipsoidal")
    assert done.statuses == ["ok"]
    # On the reference ellipsoids the same hectare differs by far less than on the ground of two datums.
    assert done.rows[0]["area_ha"] == pytest.approx(run(*layers(CRS, CRS), AREA_BASIS="ellipsoidal").rows[0]["area_ha"],
                                                    rel=1e-4)
    assert not any("transformation" in warning for warning in done.log.warnings)


@pytest.mark.parametrize("crs", LOCAL.values(), ids=LOCAL)
def test_local_grid_is_not_laid_on_another_crs_as_it_is(crs):
    """QGIS leaves the coordinates as they are where it has no transformation at all."""
    plot, _, target = layers(CRS, CRS)
    base = land_use((at_origin(SHAPE), INDUSTRY), crs=crs)
    assert base.crs().isValid()
    message = refusal(plot, base, target)
    assert "between local grid" in message
    assert "there is no transformation" in message
    assert "there is no transformation" in inspect(plot, base, target).said("error")


@pytest.mark.parametrize("crs", LOCAL.values(), ids=LOCAL)
def test_local_grid_throughout_has_planar_areas(crs):
    sides = [land_use((at_origin(SHAPE), code), crs=crs) for code in (INDUSTRY, DRY)]
    plot = parcels(square(0, 0), crs=crs)
    assert run(plot, *sides, AREA_BASIS="planar").rows[0]["area_ha"] == pytest.approx(1)
    assert "names no ellipsoid" in refusal(plot, *sides, AREA_BASIS="ellipsoidal")


def test_shift_of_another_region_is_none():
    """Of the published shifts of Beijing 1954, QGIS takes the one of the Tarim basin, 3000 km away."""
    assert "is not known here" in refusal(*layers("EPSG:4326", "EPSG:4214"), AREA_BASIS="ellipsoidal")


def test_shift_that_the_user_set_counts():
    crs = QgsCoordinateReferenceSystem(ELLIPSOID_ONLY["Krassovsky by name"])
    parameters = QgsCoordinateTransformContext()
    parameters.addCoordinateOperation(crs, QgsCoordinateReferenceSystem(CRS), (
        "+proj=pipeline +step +inv +proj=tmerc +lat_0=0 +lon_0=120 +k=1 +x_0=500000 +y_0=0 +ellps=krass "
        "+step +proj=push +v_3 +step +proj=cart +ellps=krass +step +proj=helmert +x=15.8 +y=-154.4 +z=-82.3 "
        "+step +inv +proj=cart +ellps=GRS80 +step +proj=pop +v_3 "
        "+step +proj=tmerc +lat_0=0 +lon_0=120 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80"
    ))
    inputs = layers(CRS, ELLIPSOID_ONLY["Krassovsky by name"])
    project = QgsProject.instance()
    before = project.transformContext()
    project.setTransformContext(parameters)
    try:
        assert run(*inputs).statuses == ["ok"]
        assert inspect(*inputs).outputs["ERRORS"] == 0
    finally:
        project.setTransformContext(before)


@pytest.mark.parametrize("turned", [False, True])
def test_shift_by_nothing_is_none_even_where_the_user_set_it(turned):
    """PROJ lists one operation between Xian 1980 and CGCS2000: the ballpark, which leaves the shift out."""
    crs, plots_crs = QgsCoordinateReferenceSystem("EPSG:4610"), QgsCoordinateReferenceSystem("EPSG:4549")
    ends = (plots_crs, crs) if turned else (crs, plots_crs)
    chosen, = QgsDatumTransform.operations(*ends)
    parameters = QgsCoordinateTransformContext()
    parameters.addCoordinateOperation(*ends, chosen.proj)
    project = QgsProject.instance()
    before = project.transformContext()
    project.setTransformContext(parameters)
    try:
        message = refusal(*layers("EPSG:4549", "EPSG:4610"))
    finally:
        project.setTransformContext(before)
    assert "is not known here" in message
    assert "+towgs84" in message


def test_datums_of_one_old_ellipsoid_are_laid_on_one_another_with_a_warning():
    """They may be the same, as Beijing 1954 and a CRS that tells only its ellipsoid; nobody can know."""
    inputs = layers("EPSG:2437", KRASSOVSKY_WKT)
    done = run(*inputs)
    assert done.statuses == ["ok"]
    warning, = (warning for warning in done.log.warnings if "transformation" in warning)
    for part in ("Land use at the base date", "EPSG:2437", "accuracy of the transformation is unknown"):
        assert part in warning
    assert "accuracy of the transformation is unknown" in inspect(*inputs).said("warning")


def test_geocentric_datums_need_no_warning():
    done = run(*layers(CRS, "EPSG:4326"))
    assert not any("transformation" in warning for warning in done.log.warnings)
