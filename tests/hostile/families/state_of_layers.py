"""E46, S1, S2: selections, filters, edits, joins, hostile names and texts: what a layer shows counts; no text acts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import permutations
from pathlib import Path

from corpus.case import Case, Refused, Right
from corpus.files import save
from corpus.oracle import valued
from corpus.places import over_half_forest
from qgis.core import (
    QgsExpression,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
)
from qgis.PyQt.QtCore import QVariant
from support.layers import BROADLEAF, DRY, INDUSTRY, PADDY, POND, land_use, layer, parcels, rectangle, square
from support.policy_runs import table
from support.runs import parameters

HALF = valued({(INDUSTRY, BROADLEAF): 0.4, (INDUSTRY, INDUSTRY): 0.6})
OUTSIDE = valued({(INDUSTRY, INDUSTRY): 1.0})
TEXTS = (
    "'", '"', "''", '""', "\\", "\\'", "%", "%s", "%1", "{", "{}", "{0}", "{name}", "{layer}", "<b>x</b>",
    "<img src='file:///etc/passwd'>", "<script>alert(1)</script>", "&amp;", "env('HOME')", "[% @project_path %]",
    "eval('1+1')", "@layer", "$geometry", "name' OR '1'='1", "x; DROP TABLE parcels; --", "=1+1", "+1", "-1",
    "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1", "../../etc/passwd", "..\\..\\x", "CON", "NUL", "\\\\10.0.0.9\\share",
    "\u202eabc",
    "\u200b", "\ufeffabc", "零", "🌲", "a\nb", "a\rb", "a\0b", "x" * 250, " ", "NULL", "None", "nan", "true",
)


def cases() -> Iterator[Case]:
    yield from selections()
    yield from filters()
    yield from edits()
    yield from joined_and_virtual()
    yield from one_layer_for_all()
    yield from hostile_texts()
    yield from hostile_names()


def in_project(made: QgsVectorLayer) -> QgsVectorLayer:
    """Put a layer into the project, where the toolbox finds it, and let go of those put there before."""
    QgsProject.instance().removeAllMapLayers()
    QgsProject.instance().addMapLayer(made)
    return made


def three() -> QgsVectorLayer:
    return parcels(square(0, 0), square(200, 0), square(-200, 0))


ROWS = [HALF, OUTSIDE, valued({(INDUSTRY, BROADLEAF): 1.0})]


def selections() -> Iterator[Case]:
    for chosen in ((1,), (2,), (3,), (1, 3), (1, 2, 3), ()):
        for only in (True, False):
            def make(_, chosen=chosen, only=only) -> dict:
                plots = in_project(three())
                plots.selectByIds(list(chosen))
                given = over_half_forest(plots)
                return {**given, "PARCELS": QgsProcessingFeatureSourceDefinition(plots.id(), only)}

            rows = [ROWS[i - 1] for i in chosen] if only else ROWS
            yield Case("E46", f"selected {chosen}, only those: {only}", make,
                       tuple(map(Right, map(list, permutations(rows)))) if rows and only else Right(rows) if rows
                       else Refused(("selected features only",)))
    for limit in (1, 2, 3, 99):
        def limited(_, limit=limit) -> dict:
            plots = in_project(three())
            return {**over_half_forest(plots),
                    "PARCELS": QgsProcessingFeatureSourceDefinition(plots.id(), False, limit)}

        yield Case("E46", f"at most {limit} features", limited, Right(ROWS[:limit]))


def filters() -> Iterator[Case]:
    for text, kept in (("number = 0", [0]), ("number > 0", [1, 2]), ("name like '%1'", [1]), ("1 = 1", [0, 1, 2]),
                       ("number > 9", []), ("\"name\" = 'parcel 0' OR number = 2", [0, 2])):
        for suffix in ("gpkg", "shp"):
            def make(folder: Path, text=text, suffix=suffix) -> dict:
                plots = QgsVectorLayer(save(three(), folder / f"p.{suffix}"), "p", "ogr")
                plots.setSubsetString(text)
                return over_half_forest(plots)

            yield Case("E46", f"filter {text}, {suffix}", make,
                       Right([ROWS[i] for i in kept]) if kept else Refused(("Parcels", "no feature")))

        def land(folder: Path, text=text) -> dict:
            """A second patch over each parcel lies in the layer, but not in what the filter shows."""
            rows = [(rectangle(-500, -500, 2000, 2000), DRY, 0), (square(0, 0), POND, 7)]
            made = layer(rows, "field=DLBM:string(10)&field=number:integer")
            patches = QgsVectorLayer(save(made, folder / "l.gpkg"), "l", "ogr")
            patches.setSubsetString("number = 0")
            return over_half_forest(parcels(square(0, 0)), TARGET_LANDUSE=patches)

        if kept == [0]:
            yield Case("E46", "filter on the land use", land, Right([valued({(INDUSTRY, DRY): 1.0})]))


def edits() -> Iterator[Case]:
    """Uncommitted edits count: they are what the user sees."""
    def edited(change: Callable[[QgsVectorLayer], object]) -> Callable[[Path], dict]:
        def make(_) -> dict:
            plots = three()
            plots.startEditing()
            change(plots)
            return over_half_forest(plots)

        return make

    def add(plots: QgsVectorLayer) -> None:
        feature = QgsFeature(plots.fields())
        feature.setGeometry(QgsGeometry.fromWkt(square(400, 0)))
        plots.addFeature(feature)

    moved = QgsGeometry.fromWkt(square(300, 300))
    for name, change, rows in (
        ("a parcel deleted", lambda plots: plots.deleteFeature(2), [ROWS[0], ROWS[2]]),
        ("a parcel moved", lambda plots: plots.changeGeometry(1, moved), [OUTSIDE, *ROWS[1:]]),
        ("a field deleted", lambda plots: plots.deleteAttribute(0), ROWS),
        ("a field renamed", lambda plots: plots.renameAttribute(0, "权属"), ROWS),
        ("an attribute changed", lambda plots: plots.changeAttributeValue(1, 0, "<b>"), ROWS),
        ("all parcels deleted", lambda plots: plots.deleteFeatures([1, 2, 3]), None),
    ):
        yield Case("E46", f"not saved: {name}", edited(change), Refused(("Parcels", "no feature")) if rows is None
                   else (Right(rows), Right(rows[1:] + rows[:1])))
    yield Case("E46", "not saved: a parcel added", edited(add), (Right([*ROWS, OUTSIDE]), Right([OUTSIDE, *ROWS])))

    def recoded(_) -> dict:
        patches = land_use((rectangle(-500, -500, 2000, 2000), POND))
        patches.startEditing()
        patches.changeAttributeValue(1, 0, PADDY)
        return over_half_forest(parcels(square(0, 0)), TARGET_LANDUSE=patches)

    yield Case("E46", "not saved: a code changed", recoded, Right([valued({(INDUSTRY, PADDY): 1.0})]))


def joined_and_virtual() -> Iterator[Case]:
    """Codes that come from a joined table or an expression."""
    for prefix in ("", "联_", None):
        def joined(_, prefix=prefix) -> dict:
            patches = layer([(rectangle(-500, -500, 2000, 2000), 7)], "field=key:integer")
            codes = table("key:integer DLBM:string", (7, POND), (8, DRY))
            in_project(codes)
            join = QgsVectorLayerJoinInfo()
            join.setJoinLayer(codes)
            join.setJoinFieldName("key")
            join.setTargetFieldName("key")
            join.setUsingMemoryCache(True)
            if prefix is not None:
                join.setPrefix(prefix)
            patches.addJoin(join)
            field = next(name for name in patches.fields().names() if name.endswith("DLBM"))
            return over_half_forest(parcels(square(0, 0)), TARGET_LANDUSE=patches, TARGET_FIELD=field)

        yield Case("E46", f"joined codes, prefix {prefix!r}", joined, Right([valued({(INDUSTRY, POND): 1.0})]))
    for text, code in (("'1104'", POND), ("lpad(\"number\", 4, '0')", DRY), ("NULL", None), ("1/0", None),
                       ("no_such_field", None), ("if($area > 0, '0101', '')", PADDY)):
        def virtual(_, text=text) -> dict:
            patches = layer([(rectangle(-500, -500, 2000, 2000), 103)], "field=number:integer")
            patches.addExpressionField(text, QgsField("DLBM", QVariant.Type.String))
            return over_half_forest(parcels(square(0, 0)), TARGET_LANDUSE=patches)

        yield Case("E46", f"codes by the expression {text}", virtual, Right([valued({(INDUSTRY, code): 1.0})]) if code
                   else Refused(("NULL", "have no value")))


def one_layer_for_all() -> Iterator[Case]:
    for codes in ((DRY, POND), (INDUSTRY, INDUSTRY), (BROADLEAF,)):
        def same(_, codes=codes) -> dict:
            made = land_use(*((square(100 * i, 0), code) for i, code in enumerate(codes)))
            return parameters(made, made, made)

        rows = [valued({(code, code): 1.0}) for code in codes]
        yield Case("E46", f"one layer for everything {codes}", same, Right(rows))

        def one_file(folder: Path, codes=codes) -> dict:
            file = save(land_use(*((square(100 * i, 0), code) for i, code in enumerate(codes))), folder / "all.gpkg")
            return parameters(file, file, file)

        yield Case("E46", f"one file for everything {codes}", one_file, Right(rows))

    def read_only(folder: Path) -> dict:
        file = Path(save(three(), folder / "p.gpkg"))
        file.chmod(0o444)
        return over_half_forest(QgsVectorLayer(str(file), "p", "ogr"))

    yield Case("E46", "read-only source", read_only, Right(ROWS))


def hostile_texts() -> Iterator[Case]:
    """Attribute texts pass through as they are, and as codes they are only named."""
    for number, text in enumerate(TEXTS):
        shown = {text, text.partition("\0")[0]}  # From 3.40 on QGIS shows the attributes of a row only up to a NUL.
        yield Case("S2", f"attribute {number} {text[:20]!r}", lambda _, text=text: over_half_forest(
            layer([(square(0, 0), text)], "field=name:string(0)")), Right([{**HALF, "name": shown}]))

        def named(_, text=text) -> dict:
            made = in_project(three())
            made.setName(text)
            return over_half_forest(made)

        yield Case("S1", f"layer called {number} {text[:20]!r}", named, Right(ROWS))


def hostile_names() -> Iterator[Case]:
    """Fields with hostile names, of the parcels and for the codes."""
    for number, text in enumerate(TEXTS):
        if not text.strip() or "\0" in text:
            continue

        def named(folder: Path, text=text) -> dict:
            """GeoJSON holds any name of a field."""
            ring = [[-500, -500], [1500, -500], [1500, 1500], [-500, 1500], [-500, -500]]
            feature = {"type": "Feature", "properties": {text: POND}, "geometry": {
                "type": "Polygon", "coordinates": [[[520_000 + x, 3_530_000 + y] for x, y in ring]]}}
            file = folder / "names.geojson"
            file.write_text(json.dumps({"type": "FeatureCollection", "features": [feature], "crs": {
                "type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4549"}}}), encoding="utf-8")
            patches = QgsVectorLayer(str(file), "names", "ogr")
            field = patches.fields().at(patches.fields().count() - 1).name()
            return over_half_forest(parcels(square(0, 0)), TARGET_LANDUSE=patches, TARGET_FIELD=field)

        by_qgis = Refused(("TARGET_FIELD",)) if ";" in text else Refused(("target date", text))  # “;” separates fields.
        yield Case("S1", f"code field called {number} {text[:20]!r}", named, (
            Right([valued({(INDUSTRY, POND): 1.0})]), Refused(("target date",)), by_qgis))
        yield Case("S1", f"no field called {number} {text[:20]!r}", lambda _, text=text: over_half_forest(
            parcels(square(0, 0)), TARGET_FIELD=text), by_qgis)
        yield Case("S2", f"parcels filtered for {number} {text[:20]!r}",
                   lambda folder, text=text: filtered(folder, text),
                   Right([{**HALF, "name": text.removeprefix("\ufeff")}]))  # Which QGIS does not read from files.


def filtered(folder: Path, text: str) -> dict:
    plots = layer([(square(0, 0), text), (square(200, 0), "other")], "field=name:string(0)")
    read = QgsVectorLayer(save(plots, folder / "p.gpkg"), "p", "ogr")
    read.setSubsetString('"name" <> ' + QgsExpression.quotedString("other"))
    return over_half_forest(read)
