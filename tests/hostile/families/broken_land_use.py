"""A1, A3, A9 for land use: patches that are invalid, missing or of other kinds are used as they are, or named."""

from __future__ import annotations

from collections.abc import Iterator

import shapely
from corpus.case import Case, Refused, Right
from corpus.oracle import overlaid, unknown, valued
from corpus.places import between, by_date, in_place, layer_of, placed
from corpus.shapes import BROKEN, REPAIRABLE, SOUND, TURNS, mended, status_of
from qgis.core import QgsGeometry
from support.layers import BROADLEAF, DRY, INDUSTRY, POND, at_origin, land_use, layer, parcels, square

PLOT, FAR = shapely.box(0, 0, 100, 100), shapely.box(1300, 1300, 1400, 1400)
AROUND_FAR = (shapely.box(1250, 1250, 1450, 1450), DRY)

LEAST = 1e-6  # Square metres; less is no area in these coordinates.


def case(name: str, shape: shapely.Geometry, side: str) -> Case:
    """Return a patch of some shape in one parcel, and a good patch in another."""
    far, status = overlaid(FAR, *by_date(side, [AROUND_FAR])), status_of(in_place(shape))
    whole = mended(shape)
    if shapely.area(whole) < LEAST:
        row: dict = {"ev_status": {"invalid", "not_covered", "partly_covered"}}
    elif status == "invalid":
        row = unknown({"invalid", "not_covered"})
        row.pop("mapped_pct")
    else:
        row = overlaid(PLOT, *by_date(side, [(whole, DRY)]))
        row["ev_status"] = {row["ev_status"], status}
    return Case(
        "A1", f"{name}, {side} date",
        lambda _: between(parcels(placed(PLOT), placed(FAR)), side, layer_of([(shape, DRY), AROUND_FAR])),
        Right([row, far]),
    )


def cases() -> Iterator[Case]:
    for side in ("base", "target"):
        for turn in ("as drawn", "rotated", "grown", "with many vertices"):
            for name, wkt in {**BROKEN, **REPAIRABLE, **SOUND}.items():
                if name != "needle":
                    yield case(f"{name}, {turn}", TURNS[turn](shapely.from_wkt(wkt)), side)
        yield from kinds(side)


def kinds(side: str) -> Iterator[Case]:
    """Patches without geometry cover nothing; curves, heights and collections count as the polygons they are.

    QGIS knows no extent of a layer of collections, so that may be refused as well.
    """
    def pieces(code: str, hectares: float) -> dict:
        return {((code, INDUSTRY) if side == "base" else (INDUSTRY, code)): hectares}

    empties = [None, QgsGeometry.fromWkt("POLYGON EMPTY"), QgsGeometry.fromWkt("MULTIPOLYGON EMPTY")]
    for number in (1, 5, 40):
        yield Case(
            "A3", f"{3 * number} patches without geometry, {side} date",
            lambda _, number=number: between(
                parcels(square(0, 0)), side,
                land_use(*((shape, BROADLEAF) for shape in empties * number), (square(0, 0), POND))),
            Right([valued(pieces(POND, 1.0))]),
        )
    ring = "(0 0,100 0,100 100,0 100,0 0)"
    tall = "(0 0 5,100 0 6,100 100 7,0 100 8,0 0 5)"
    for name, kind, wkt in (
        ("heights", "PolygonZ", f"POLYGONZ({tall})"), ("measures", "PolygonM", f"POLYGONM({tall})"),
        ("curve with straight sides", "CurvePolygon", f"CURVEPOLYGON({ring})"),
        ("surface of one polygon", "MultiSurface", f"MULTISURFACE(({ring}))"),
        ("collection", "GeometryCollection", f"GEOMETRYCOLLECTION(POINT(1 1),LINESTRING(0 0,9 9),POLYGON({ring}))"),
    ):
        yield Case(
            "A9", f"{name}, {side} date",
            lambda _, kind=kind, wkt=wkt: between(
                parcels(square(0, 0)), side, layer([(at_origin(wkt), POND)], "field=DLBM:string(10)", kind=kind)),
            (Right([valued(pieces(POND, 1.0))]), Refused((f"{side} date",))) if kind == "GeometryCollection"
            else Right([valued(pieces(POND, 1.0))]),
        )
