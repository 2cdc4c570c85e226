"""C22 to C24, C26 to C28: the same hectares in every CRS, and wrong, missing or unrelated CRSs refused by name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import numpy as np
import shapely
from corpus.case import Case, Refused, Right
from corpus.oracle import valued
from corpus.places import AFTER, BEFORE, in_place
from pyproj import Geod, Transformer
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsUnitTypes
from shapely.affinity import translate
from support.layers import BROADLEAF, CRS, DRY, INDUSTRY, land_use, parcels
from support.runs import parameters

PLOT = shapely.Polygon([(-60, 40), (270, 60), (250, 210), (140, 130), (60, 200)])
DEGREES, MERCATOR = ("EPSG:4326", "EPSG:4490"), ("EPSG:3857", "EPSG:3395")
PROJECTED = ("EPSG:4549", "EPSG:4528", "EPSG:32650", "EPSG:32651", "ESRI:102025", "EPSG:6933")
ALL = (*DEGREES, *MERCATOR, *PROJECTED)
GEOD = Geod(ellps="GRS80")


@cache
def mover(crs: str) -> Transformer:
    return Transformer.from_crs(CRS, crs, always_xy=True)


def moved(shape: shapely.Geometry, crs: str) -> shapely.Geometry:
    """Return a shape of the test area in a CRS, its edges cut into pieces of 20 m first."""
    move = mover(crs).transform
    return shapely.transform(
        shapely.segmentize(in_place(shape), 20.0), lambda xy: np.column_stack(move(xy[:, 0], xy[:, 1])))


def geodesic(shape: shapely.Geometry) -> float:
    """Return the hectares of a shape of the test area on the ellipsoid."""
    return abs(GEOD.geometry_area_perimeter(moved(shape, "EPSG:4490"))[0]) / 1e4


def landscape(plots_crs: str, before_crs: str, after_crs: str) -> tuple:
    return (
        parcels(moved(PLOT, plots_crs), crs=plots_crs),
        land_use(*((moved(shape, before_crs), code) for shape, code in BEFORE), crs=before_crs),
        land_use(*((moved(shape, after_crs), code) for shape, code in AFTER), crs=after_crs),
    )


def expected(within: float) -> Right:
    pieces = {(INDUSTRY, code): geodesic(shapely.intersection(PLOT, shape)) for shape, code in AFTER}
    return Right([valued(pieces, geodesic(PLOT), within=within)])


def relabelled(layers: tuple, positions: tuple[int, ...], crs: str) -> tuple:
    for position in positions:
        layers[position].setCrs(QgsCoordinateReferenceSystem(crs))
    return layers


def cases() -> Iterator[Case]:
    for crs in ALL:
        yield Case("C22" if crs in MERCATOR else "C23", f"everything in {crs}",
                   lambda _, crs=crs: parameters(*landscape(crs, crs, crs), AREA_BASIS="ellipsoidal"), expected(5e-6))
        planar = shapely.area(moved(PLOT, crs)) / 1e4
        misleading = crs in (*DEGREES, *MERCATOR)
        west = shapely.area(moved(shapely.intersection(PLOT, AFTER[0][0]), crs)) / 1e4
        row = valued({(INDUSTRY, BROADLEAF): west, (INDUSTRY, INDUSTRY): planar - west}, within=1e-6)
        yield Case("C22" if crs in MERCATOR else "C23", f"planar areas in {crs}",
                   lambda _, crs=crs: parameters(*landscape(crs, crs, crs), AREA_BASIS="planar"),
                   Refused(("planar", crs)) if misleading else Right([row]))
        for other in ALL:
            if other != crs:
                yield Case("C24", f"parcels in {crs}, land use in {other}", lambda _, crs=crs, other=other: parameters(
                    *landscape(crs, other, other), AREA_BASIS="ellipsoidal"), expected(2e-5))
    for trio in ((ALL[i], ALL[(i + 3) % 10], ALL[(i + 7) % 10]) for i in range(10)):
        yield Case("C24", "three CRSs, " + ", ".join(trio), lambda _, trio=trio: parameters(
            *landscape(*trio), AREA_BASIS="ellipsoidal"), expected(2e-5))
    yield from project_settings()
    yield from missing()
    yield from unrelated_datums()
    yield from wrong_labels()
    yield from ends_of_the_earth()


def project_settings() -> Iterator[Case]:
    """What the project says of ellipsoid, CRS and units changes nothing."""
    units = QgsUnitTypes.AreaUnit

    def with_project(crs: str, ellipsoid: str, unit: units):
        @contextmanager
        def around(context):
            project = QgsProject.instance()
            kept = project.crs(), project.ellipsoid(), project.areaUnits()
            project.setCrs(QgsCoordinateReferenceSystem(crs))
            project.setEllipsoid(ellipsoid)
            project.setAreaUnits(unit)
            context.setProject(project)
            try:
                yield
            finally:
                project.setCrs(kept[0])
                project.setEllipsoid(kept[1])
                project.setAreaUnits(kept[2])

        return around

    for crs in ("EPSG:4490", "EPSG:4549", "EPSG:3857"):
        for project_crs in ("EPSG:3857", "EPSG:4326", "EPSG:2385"):
            for ellipsoid, unit in (("NONE", units.AreaAcres), ("EPSG:7019", units.AreaHectares),
                                    ("PARAMETER:6400000:6300000", units.AreaSquareFeet)):
                yield Case(
                    "C24", f"{crs} in a project with {project_crs}, {ellipsoid}",
                    lambda _, crs=crs: parameters(*landscape(crs, crs, crs), AREA_BASIS="ellipsoidal"), expected(5e-6),
                    around=with_project(project_crs, ellipsoid, unit))


def missing() -> Iterator[Case]:
    names = ("Parcels", "base date", "target date")
    for position, name in enumerate(names):
        for crs in (*PROJECTED[:2], *DEGREES):
            yield Case("C26", f"no CRS, {name}, {crs}", lambda _, crs=crs, position=position: parameters(*relabelled(
                landscape(crs, crs, crs), (position,), ""), AREA_BASIS="ellipsoidal"), Refused((name, "no CRS")))


def unrelated_datums() -> Iterator[Case]:
    """Beijing 1954 and Xian 1980 lie some hundred metres off; PROJ's guess between them and CGCS2000 ignores that."""
    for old in ("EPSG:2437", "EPSG:2385", "EPSG:4610", "EPSG:4214", "EPSG:2364"):
        for position, name in ((1, "base date"), (2, "target date")):
            yield Case(
                "C27", f"{name} in {old}, others in CGCS2000",
                lambda _, old=old, position=position: parameters(*relabelled(
                    landscape(*(("EPSG:4549", old, "EPSG:4549") if position == 1 else ("EPSG:4549", "EPSG:4549", old))),
                    (), ""), AREA_BASIS="ellipsoidal"), Refused((name, old)))
        yield Case("C27", f"parcels in {old}, land use in CGCS2000", lambda _, old=old: parameters(
            *landscape(old, "EPSG:4549", "EPSG:4549"), AREA_BASIS="ellipsoidal"), Refused(("base date", old)))


def wrong_labels() -> Iterator[Case]:
    """One layer, or all, with a CRS that its coordinates are not in: zone prefix, degrees, another zone."""
    wrong = (("EPSG:4549", "EPSG:4528"), ("EPSG:4528", "EPSG:4549"), ("EPSG:4549", "EPSG:3857"),
             ("EPSG:4326", "EPSG:4549"), ("EPSG:4549", "EPSG:4326"), ("EPSG:4549", "EPSG:4543"),
             ("EPSG:3857", "EPSG:4549"), ("EPSG:32650", "EPSG:32660"), ("EPSG:4549", "EPSG:25832"))
    for true, label in wrong:
        for position, name in enumerate(("parcels", "base date", "target date")):
            yield Case("C28", f"{name} of {true} said to be {label}",
                       lambda _, true=true, label=label, position=position: parameters(*relabelled(
                           landscape(true, true, true), (position,), label), AREA_BASIS="ellipsoidal"),
                       Refused((("date", "Parcels")[position == 0] if position else "",)))
    for true, label in (("EPSG:4549", "EPSG:4528"), ("EPSG:4528", "EPSG:4549"), ("EPSG:4549", "EPSG:4326")):
        yield Case("C28", f"all of {true} said to be {label}", lambda _, true=true, label=label: parameters(
            *relabelled(landscape(true, true, true), (0, 1, 2), label), AREA_BASIS="ellipsoidal"),
            Refused(("Parcels", label)))
    for crs in ("EPSG:4549", "EPSG:4528", "EPSG:4326", "EPSG:4490", "EPSG:32650"):
        for positions in ((0,), (1,), (2,), (0, 1, 2)):
            yield Case("C28", f"x and y swapped in {crs}, layers {positions}",
                       lambda _, crs=crs, positions=positions: parameters(
                           *swapped(crs, positions), AREA_BASIS="ellipsoidal"), Refused(("",)))


def swapped(crs: str, positions: tuple[int, ...]) -> tuple:
    """Return the landscape with the coordinates of some layers swapped."""
    def put(shape: shapely.Geometry, position: int) -> shapely.Geometry:
        there = moved(shape, crs)
        return shapely.transform(there, lambda xy: xy[:, ::-1]) if position in positions else there

    return (
        parcels(put(PLOT, 0), crs=crs), land_use(*((put(shape, 1), code) for shape, code in BEFORE), crs=crs),
        land_use(*((put(shape, 2), code) for shape, code in AFTER), crs=crs),
    )


def ends_of_the_earth() -> Iterator[Case]:
    """Around the poles, the date line and the origin: the geodesic area, or refused; never another number."""
    places = [("EPSG:4326", x, y) for x in (0, 119.9, 179.9, 179.999, -179.95, 180.0) for y in (0, 60, 85, 89.9, -89.9)]
    for crs, x, y in places:
        side = 0.005
        plot = translate(shapely.box(0, 0, side, side), x, y)
        land = shapely.box(x - 0.05, max(y - 0.05, -90), x + 0.05, min(y + 0.05, 90))
        geod = Geod(ellps="WGS84")
        hectares = abs(geod.geometry_area_perimeter(shapely.segmentize(plot, 1e-5))[0]) / 1e4
        yield Case(
            "C23", f"degrees at ({x}, {y})",
            lambda _, plot=plot, land=land, crs=crs: parameters(
                parcels(plot, crs=crs), land_use((land, INDUSTRY), crs=crs), land_use((land, DRY), crs=crs),
                AREA_BASIS="ellipsoidal"),
            (Right([valued({(INDUSTRY, DRY): hectares}, within=1e-5)]), Refused(("",))))
