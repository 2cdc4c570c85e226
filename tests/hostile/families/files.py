"""D30, D31, D33, D37: files in other encodings, with names that a format cannot hold, repeated keys, odd paths."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from corpus.case import REVENUE, Case, Refused, Right
from corpus.files import save, without_declared_encoding
from corpus.oracle import valued
from corpus.places import over_half_forest
from osgeo import ogr, osr
from qgis.core import QgsVectorLayer
from support.layers import BROADLEAF, CRS, DRY, EAST, INDUSTRY, NORTH, land_use, layer, parcels, rectangle, square
from support.policy_runs import table
from support.runs import parameters

HALF = valued({(INDUSTRY, BROADLEAF): 0.4, (INDUSTRY, INDUSTRY): 0.6})
EAST_OF_IT = valued({(INDUSTRY, INDUSTRY): 1.0})
ODD_NAMES = (
    "地块", "生态 券", "地块（二〇二六）", "a b", "a'b", 'a"b', "a#b", "a%20b", "a%b", "a&b", "a=b", "a;b",
    "a,b", "a@b", "a+b", "a~b", "[a]", "{a}", "$HOME", "-a", ".a", "a.b.c", "ünïcödé", "🌲", "x" * 100,
    "a\u200bb", "ａ", "کتاب", "CON",
    "a!b", "a^b",
)


def cases() -> Iterator[Case]:
    yield from encodings()
    yield from short_names()
    yield from keys()
    yield from paths()


def shapefile(file: Path, encoding: str, code: str, field: str, name: str) -> str:
    """Write two patches with codes, owner names and a code field in an encoding of their own."""
    driver = ogr.GetDriverByName("ESRI Shapefile")
    source = driver.CreateDataSource(str(file))
    crs = osr.SpatialReference()
    crs.SetFromUserInput(CRS)
    target = source.CreateLayer(file.stem, crs, ogr.wkbPolygon, [f"ENCODING={encoding}"])
    for column in (field, name):
        target.CreateField(ogr.FieldDefn(column, ogr.OFTString))
    for shape, value in ((rectangle(-500, -500, 540, 2000), code), (rectangle(40, -500, 1460, 2000), INDUSTRY)):
        feature = ogr.Feature(target.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(shape))
        feature.SetField(0, value)
        feature.SetField(1, "张三丰")
        target.CreateFeature(feature)
    feature = target = source = None
    return str(file)


def encodings() -> Iterator[Case]:
    """Chinese in GBK and others, said or not: codes are plain digits, so areas are right by any name of the field."""
    for encoding in ("CP936", "GBK", "GB18030", "UTF-8", "BIG5"):
        for said in (True, False):
            for field, name in (("DLBM", "权属"), ("地类编码", "权属单位"), ("地類", "權屬")):
                if encoding in ("CP936", "GBK") and field == "地類":
                    continue

                def make(folder: Path, encoding=encoding, said=said, field=field, name=name) -> dict:
                    file = shapefile(folder / "地类.shp", encoding, BROADLEAF, field, name)
                    if not said:
                        without_declared_encoding(file)
                    patches = QgsVectorLayer(file, "地类", "ogr")
                    return over_half_forest(parcels(square(0, 0)), TARGET_LANDUSE=patches, TARGET_FIELD=field)

                def by_its_name(folder: Path, make=make) -> dict:
                    given = make(folder)
                    return {**given, "TARGET_FIELD": given["TARGET_LANDUSE"].fields().at(0).name()}

                told = f"{encoding} {'said' if said else 'not said'}, field {field}"
                unread = Refused(("there is no field", "target date", field))
                yield Case("D31", f"{told}, by its name", make, Right([HALF]) if field == "DLBM" else (
                    Right([HALF]), unread))
                yield Case("D31", f"{told}, as read", by_its_name, Right([HALF]))

                def plots(folder: Path, encoding=encoding, said=said, field=field, name=name) -> dict:
                    file = shapefile(folder / "地块.shp", encoding, "a", field, name)
                    if not said:
                        without_declared_encoding(file)
                    return over_half_forest(QgsVectorLayer(file, "地块", "ogr"))

                whole = valued({(INDUSTRY, BROADLEAF): 108.0}, within=2e-6)
                rest = valued({(INDUSTRY, INDUSTRY): 292.0}, within=2e-6)
                yield Case("D31", f"{told}, parcels", plots, Right([whole, rest]))


def short_names() -> Iterator[Case]:
    """Names that a Shapefile cuts to those of results: whoever reads esv_change would read another field."""
    for name in ("esv_change_total", "esv_change_2020", "ESV_CHANGE_X", "mapped_pct_old", "esv_target_old"):
        def make(folder: Path, name=name, suffix="shp") -> dict:
            plots = layer([(square(0, 0), 1.0)], f"field={name}:double")
            return over_half_forest(plots, OUTPUT=str(folder / f"result.{suffix}"))

        yield Case("D30", f"parcels with {name} to a Shapefile", make, Refused((name, "Shapefile")))
        yield Case("D30", f"parcels with {name} to a GeoPackage", lambda folder, make=make: make(folder, suffix="gpkg"),
                   Right([HALF]))
    for name in ("rs_collect_old", "RS_COLLECTIVE"):
        yield Case("D30", f"sales with {name} to a Shapefile", lambda folder, name=name: {
            "INPUT": table(f"sold:double {name}:double", (1.0, 1.0)), "QUANTITY_FIELD": "sold", "UNIT_PRICE": 10,
            "OUTPUT": str(folder / "result.shp")}, Refused((name, "Shapefile")) if len(name) > 10 else (
                Right([{"rs_gross": 10.0}])), REVENUE)
    for name in ("生态系统服务价值变化总量", "生态系统服务价值变化差额", "esv_chang", "number_of_the_parcel"):
        yield Case("D30", f"parcels with {name} to a Shapefile", lambda folder, name=name: over_half_forest(
            layer([(square(0, 0), 1.0)], f"field={name}:double"), OUTPUT=str(folder / "result.shp")), Right([HALF]))


def keys() -> Iterator[Case]:
    """Keys that repeat, as layers merged from several files have them: every feature is in the result."""
    for kind, values in (("integer", (1, 1)), ("integer", (None, 2)), ("double", (1.5, 2.0)), ("string", ("a", "a")),
                         ("integer", (0, -1)), ("int8", (2**40, 2**40))):
        for name in ("fid", "FID", "ogc_fid", "id", "gid"):
            for suffix in ("", "gpkg", "geojson", "shp"):
                def make(folder: Path, kind=kind, values=values, name=name, suffix=suffix) -> dict:
                    rows = [(square(200 * i, 0), value) for i, value in enumerate(values)]
                    plots = layer(rows, f"field={name}:{kind}")
                    return over_half_forest(plots, **({"OUTPUT": str(folder / f"r.{suffix}")} if suffix else {}))

                no_key = kind in ("double", "string") or len(set(values)) < 2 or None in values
                refused = suffix == "gpkg" and name.lower() == "fid" and no_key
                yield Case("D33", f"{name} {kind} {values} to {suffix or 'memory'}", make,
                           Refused(("fid", "GeoPackage")) if refused and values != (None, 2)
                           else (Refused(("fid", "GeoPackage")), Right([HALF, EAST_OF_IT])) if refused
                           else (Right([HALF, EAST_OF_IT]), Right([EAST_OF_IT, HALF])))
    for ids in ((1, 1), (None, None), ("a", "a"), (0, -5), (2**53, 2**53 + 1)):
        def merged(folder: Path, ids=ids) -> dict:
            features = [{
                "type": "Feature", "properties": {"n": i}, **({} if key is None else {"id": key}),
                "geometry": {"type": "Polygon", "coordinates": [[
                    [EAST + 200 * i + x, NORTH + y] for x, y in ((0, 0), (100, 0), (100, 100), (0, 100), (0, 0))]]},
            } for i, key in enumerate(ids)]
            file = folder / "merged.geojson"
            file.write_text(json.dumps({
                "type": "FeatureCollection", "features": features,
                "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4549"}}}), encoding="utf-8")
            return over_half_forest(QgsVectorLayer(str(file), "merged", "ogr"))

        shared = [Refused(("share an id",))] if ids == (1, 1) else []  # GDAL 3.10 gives the second an id of its own.
        yield Case("D33", f"GeoJSON with ids {ids}", merged,
                   (*shared, Right([HALF, EAST_OF_IT]), Right([EAST_OF_IT, HALF])))


def paths() -> Iterator[Case]:
    """Every layer, table and result in a folder and file of an odd name."""
    for name in ODD_NAMES:
        for suffix in ("gpkg", "shp", "geojson"):
            def make(folder: Path, name=name, suffix=suffix) -> dict:
                place = folder / name
                place.mkdir()
                before = land_use((rectangle(-500, -500, 2000, 2000), INDUSTRY))
                after = land_use((rectangle(-500, -500, 540, 2000), BROADLEAF),
                                 (rectangle(40, -500, 1460, 2000), INDUSTRY))
                files = [save(made, place / f"{name}{number}.{suffix}")
                         for number, made in enumerate((parcels(square(0, 0)), before, after))]
                layers = [QgsVectorLayer(file, name, "ogr") for file in files]
                output = str(place / f"{name} 结果.{suffix}")
                return parameters(*layers, OUTPUT=output, TRANSITIONS=None, UNMATCHED=None)

            others = [Refused(("no CRS",))] if "%" in name else []  # GDAL reads no CRS from such a GeoPackage.
            others += [Refused((name, "layer name"))] if not name[0].isalnum() else []  # Nor names a table so.
            yield Case("D37", f"{name[:20]!r}, {suffix}", make,
                       (Right([HALF]), *others) if suffix == "gpkg" else Right([HALF]))
    for name in ODD_NAMES[:6]:
        def planned(folder: Path, name=name) -> dict:
            file = folder / f"{name}.csv"
            file.write_text(
                "code,name_zh,name_en,ecosystem,standard_forest,ecological_gu,ecological_jiangyin,construction,"
                f"forest_cover\n{DRY},a,b,dry_farmland,,no,yes,no,no\n{INDUSTRY},c,d,none,,no,no,yes,no\n",
                encoding="utf-8")
            patches = land_use((rectangle(-500, -500, 2000, 2000), DRY))
            return over_half_forest(parcels(square(0, 0)), TARGET_LANDUSE=patches, SCHEME="custom",
                                    SCHEME_FILE=str(file))

        yield Case("D37", f"scheme file {name!r}", planned, Right([valued({(INDUSTRY, DRY): 1.0})]))
