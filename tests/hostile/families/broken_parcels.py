"""A1, A2: parcels whose polygon is invalid: repaired where their area stays, else refused by name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import shapely
from corpus.case import Case, Right
from corpus.oracle import overlaid, unknown, valued
from corpus.places import AFTER, BEFORE, in_place, over_half_forest, placed
from corpus.shapes import BROKEN, REPAIRABLE, mended, random_ring, status_of, turned
from qgis.core import QgsFeatureRequest
from support.layers import INDUSTRY, parcels

GOOD = shapely.box(600, 600, 700, 700)
LEAST = 1e-6  # Square metres; less is no area in these coordinates.
NOTHING = valued({(INDUSTRY, INDUSTRY): 0.0}, LEAST / 1e4, within=1.0)
CHECKS = QgsFeatureRequest.InvalidGeometryCheck


def expected(shape: shapely.Geometry) -> Right | tuple[Right, Right]:
    """Return the rows of a shape and of the good parcel after it."""
    status, good = status_of(in_place(shape)), overlaid(GOOD, BEFORE, AFTER)
    if shapely.area(mended(shape)) < LEAST:
        refused = Right([unknown({"invalid", "empty"}), good])
        # Rounded coordinates make a valid sliver of a line; whether GEOS sees an area in it depends on its version.
        return (refused, Right([NOTHING, good])) if status == "ok" else refused
    if status == "invalid":
        return Right([unknown("invalid"), good], says=("Parcel 1: the polygon is invalid", "Fix geometries"))
    row = overlaid(mended(shape), BEFORE, AFTER)
    return Right([{**row, "ev_status": status} if row["ev_status"] == "ok" else row, good])


def case(name: str, shape: shapely.Geometry, hazard: str = "A1", **more) -> Case:
    return Case(hazard, name, lambda _: over_half_forest(parcels(placed(shape), placed(GOOD))), expected(shape), **more)


def with_check(check: CHECKS):
    @contextmanager
    def around(context):
        context.setInvalidGeometryCheck(check)
        yield

    return around


def cases() -> Iterator[Case]:
    for name, shape in turned({**BROKEN, **REPAIRABLE}):
        yield case(name, shape)
    for seed in range(120):
        yield case(f"random ring {seed}", random_ring(seed))
    settings = {
        "no check": CHECKS.GeometryNoCheck, "skip": CHECKS.GeometrySkipInvalid, "abort": CHECKS.GeometryAbortOnInvalid
    }
    for setting, check in settings.items():
        for name, wkt in {**BROKEN, **REPAIRABLE}.items():
            yield case(f"{name}, setting {setting}", shapely.from_wkt(wkt), "A2", around=with_check(check))
