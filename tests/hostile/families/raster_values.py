"""B15, B16, B17, B18: what cells hold: every kind of NoData, floats, palettes, odd types, unknown classes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from corpus.case import RASTER, Case, Near, Refused, Right
from corpus.oracle import valued
from osgeo import gdal
from qgis.core import QgsRasterLayer, QgsRasterRange
from support.layers import parcels, square
from support.rasters import BUILT, FOREST, parameters, uniform, write

HOLE = np.zeros((20, 24), dtype=bool)
HOLE[:, :2] = True
WHOLE = {("8", "2"): 1.0}
PART = {("8", "2"): 0.4}
LOWEST = -3.4028234663852886e38
INTEGERS = {
    "Byte": (0, 255, 127), "Int16": (-9999, -32768, 32767, -1), "UInt16": (65535, 0, 10_000),
    "Int32": (-2147483648, -9999, 2147483647), "UInt32": (4294967295, 0),
}
FLOATS = {"Float32": (-9999, LOWEST, -1e20, 0, 1e30), "Float64": (-9999, -1.7976931348623157e308, 0, 1e300)}
Make = Callable[[Path], str]


def holed(code: float) -> np.ndarray:
    """Return forest with a code in the first 60 of 100 m."""
    return np.where(HOLE, np.asarray(code, dtype=np.float64), FOREST)


def case(hazard: str, name: str, make: Make, expected: object, side: str = "target", **changes) -> Case:
    """Return a run of one parcel of a hectare, the raster in question at one date, built-up land at the other."""
    def parameters_of(folder: Path) -> dict:
        odd, good = make(folder / "odd.tif"), uniform(folder / "good.tif", BUILT if side == "target" else FOREST)
        rasters = (odd, good) if side == "base" else (good, odd)
        named = {f"{side.upper()}_{name}": value for name, value in changes.items() if name in ("NODATA", "BAND")}
        others = {name: value for name, value in changes.items() if name not in ("NODATA", "BAND")}
        return parameters(parcels(square(0, 0)), *rasters, **named, **others)

    return Case(hazard, name, parameters_of, expected, RASTER)


def partly() -> Right:
    return Right([valued(PART, 1.0, "partly_covered")])


def kind(name: str) -> int:
    return getattr(gdal, f"GDT_{name}")


def cases() -> Iterator[Case]:
    yield from nodata()
    yield from masks()
    yield from floats()
    yield from types()
    yield from classes_without_a_row()
    yield from settings_of_the_layer()


def nodata() -> Iterator[Case]:
    for name, codes in {**INTEGERS, **FLOATS}.items():
        for code in codes:
            def declared(path: Path, name=name, code=code) -> str:
                return write(path, holed(code), kind=kind(name), nodata=code)

            def bare(path: Path, name=name, code=code) -> str:
                return write(path, holed(code), kind=kind(name))

            yield case("B15", f"{name}, {code:g} declared", declared, partly())
            is_float = name in FLOATS and abs(code) > 2**53
            unsaid = Refused(("odd.tif",)) if is_float else Refused((f"“{code}” (target: 0.6000 ha", "have no value"))
            yield case("B15", f"{name}, {code:g} not declared", bare, unsaid)
            if abs(code) < 2**31:
                yield case("B15", f"{name}, {code:g} named by the user", bare, partly(), NODATA=int(code))
            yield case(
                "B15", f"{name}, {code:g} not declared but allowed", bare,
                unsaid if is_float else Right(
                    [valued(PART, 1.0, "unmatched")], {"UNMAPPED_HA": Near(0.6, 1e-6)},
                    ("odd.tif", "declares no NoData"), {str(code): 0.6}),
                ALLOW_UNMATCHED=True)
        if name in FLOATS:
            for said in (np.nan, -1.0):
                yield case("B15", f"{name}, NaN where {said} is declared", lambda path, name=name, said=said: write(
                    path, holed(np.nan), kind=kind(name), nodata=said), partly())
    for value in (BUILT, FOREST):
        yield case(
            "B15", f"the class {value} itself is declared NoData",
            lambda path, value=value: write(path, holed(BUILT), nodata=value),
            Right([valued({("8", "8"): 0.6} if value == FOREST else PART, 1.0, "partly_covered")]))


def masks() -> Iterator[Case]:
    def mask(path: Path, flags: int, kept: int = 255) -> str:
        dataset = gdal.Open(write(path, np.full((20, 24), FOREST)), gdal.GA_Update)
        dataset.CreateMaskBand(flags)
        dataset.GetRasterBand(1).GetMaskBand().WriteArray(np.where(HOLE, 0, kept))
        return str(path)

    for kept in (255, 1, 128):
        yield case("B15", f"mask band of {kept}", lambda path, kept=kept: mask(path, gdal.GMF_PER_DATASET, kept),
                   partly())

    def alpha(path: Path, opaque: int = 255) -> str:
        two = gdal.Open(write(path.with_name("two.tif"), np.where(HOLE, 0, opaque), bands=2), gdal.GA_Update)
        two.GetRasterBand(1).WriteArray(np.full((20, 24), FOREST))
        gdal.Translate(str(path), two, options=["-colorinterp", "gray,alpha"])
        return str(path)

    for opaque in (255, 1):
        yield case("B15", f"alpha band of {opaque}", lambda path, opaque=opaque: alpha(path, opaque), partly())
    yield case("B15", "alpha band chosen as classes", alpha, Refused(("255",)), BAND=2)


def floats() -> Iterator[Case]:
    for name in FLOATS:
        for value in (2.0, 2.5, 2.0000005, 1.9999999, np.inf, -np.inf, 1e20, -2.0, 2e9, 0.0, -0.0, 1e-30, 300.0):
            stored = np.float32(value) if name == "Float32" else np.float64(value)
            whole = np.isfinite(stored) and stored == np.rint(stored) and abs(stored) <= 2**53
            if stored == 2:
                expected: object = Right([valued(WHOLE)])
            elif whole:
                expected = Refused((f"“{int(stored)}”", "0.6000 ha"))
            else:
                expected = Refused(("odd.tif", "no class codes"))
            yield case("B16", f"{name} of {value!r}",
                       lambda path, name=name, value=value: write(path, holed(value), kind=kind(name)), expected)


def types() -> Iterator[Case]:
    for name in ("CInt16", "CInt32", "CFloat32", "CFloat64"):
        yield case("B16", f"complex numbers, {name}", lambda path, name=name: uniform(path, FOREST, kind=kind(name)),
                   Refused(("odd.tif", "no class codes")))
    for name in (*INTEGERS, *FLOATS):
        for side in ("base", "target"):
            value, row = (BUILT, valued(WHOLE)) if side == "base" else (FOREST, valued(WHOLE))
            yield case("B16", f"{name}, {side} raster", lambda path, name=name, value=value: uniform(
                path, value, kind=kind(name)), Right([row]), side)

    def rescaled(path: Path, scale: float, offset: float) -> str:
        dataset = gdal.Open(uniform(path, FOREST), gdal.GA_Update)
        dataset.GetRasterBand(1).SetScale(scale)
        dataset.GetRasterBand(1).SetOffset(offset)
        return str(path)

    for scale, offset in ((0.1, 0), (1, 100), (2, -1), (-1, 0)):
        yield case("B16", f"scale {scale}, offset {offset}",
                   lambda path, scale=scale, offset=offset: rescaled(path, scale, offset),
                   Refused(("odd.tif", "rescales")))
    yield case("B16", "scale 1, offset 0", lambda path: rescaled(path, 1, 0), Right([valued(WHOLE)]))

    def palette(path: Path) -> str:
        dataset = gdal.Open(uniform(path, FOREST), gdal.GA_Update)
        table = gdal.ColorTable()
        for value in range(10):
            table.SetColorEntry(value, (255 - value, 9, 9, 0 if value == FOREST else 255))
        dataset.GetRasterBand(1).SetColorTable(table)
        return str(path)

    yield case("B16", "palette in which the class is transparent", palette, Right([valued(WHOLE)]))
    many = np.arange(480).reshape(20, 24)
    for name in ("Int16", "Int32", "Float32"):
        yield case("B16", f"480 different values, {name}", lambda path, name=name: write(path, many, kind=kind(name)),
                   (Refused(("odd.tif", "different values")), Refused(("have no value",))))
    for band in (2, 3, 99):
        yield case("B16", f"band {band} of a file with one", lambda path: uniform(path, FOREST),
                   Refused((f"no band {band}",)), BAND=band)
    yield case("B16", "third band of three", lambda path: uniform(path, FOREST, bands=3), Right([valued(WHOLE)]),
               BAND=3)
    yield case("B16", "empty first band of three", lambda path: uniform(path, FOREST, bands=3),
               Refused(("“0”", "have no value")))


def classes_without_a_row() -> Iterator[Case]:
    for scheme, code in (("clcd", 61), ("globeland30", 2), ("esa_worldcover", 2), ("cnlucc", 2), ("dynamic_world", 33)):
        for side in ("base", "target"):
            yield case("B17", f"class {code} in {scheme}, {side} raster",
                       lambda path, code=code: uniform(path, code), Refused((f"“{code}”", scheme)), side, SCHEME=scheme)
    for side in ("base", "target"):
        yield case(
            "B18", f"unknown class over a part, allowed, {side} raster",
            lambda path, side=side: write(path, np.where(HOLE, 61, FOREST if side == "target" else BUILT)),
            Right([valued(PART, 1.0, "unmatched")], unmatched={"61": 0.6}), side, ALLOW_UNMATCHED=True)


def settings_of_the_layer() -> Iterator[Case]:
    """NoData values and ranges that the user gave the layer in QGIS."""
    def layer(path: Path, ranges: list[tuple], code: int) -> QgsRasterLayer:
        made = QgsRasterLayer(write(path, holed(code)), "odd.tif")
        made.dataProvider().setUserNoDataValue(1, [QgsRasterRange(*limits) for limits in ranges])
        return made

    for name, ranges, code in (
        ("one value", [(0, 0)], 0), ("a class", [(1, 1)], 1), ("a range of classes", [(0, 1)], 1),
        ("a range to the lowest class", [(-1e9, 1)], 1), ("two ranges", [(100, 255), (0, 1)], 1),
    ):
        yield case("B15", f"NoData of the layer: {name}",
                   lambda path, ranges=ranges, code=code: layer(path, ranges, code),
                   Refused(("odd.tif", "range")) if any(low != high for low, high in ranges) else partly())
