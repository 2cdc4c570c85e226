"""Rows of a polygon layer: feature ids, polygons as plain WKB, and the values of one field.

A GeoPackage that a source reads as it is, without filter, selection or unsaved edits, is read in bulk by GDAL;
everything else feature by feature.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from osgeo import gdal, ogr
from qgis.core import (
    QgsFeatureRequest,
    QgsProcessingFeatureSource,
    QgsProviderRegistry,
    QgsRectangle,
    QgsVectorLayer,
)

from ...compat import none_if_null
from ..progress import Progress
from ..refusals import not_read_to_the_end
from .features import features_of, unbroken, whole
from .geometry import straight_polygon

BATCH = 4096

# Parts of a source's URI by which QGIS reads something else than the table as it is.
NOT_AS_IT_IS = ("openOptions", "geometryType", "uniqueGeometryType", "subset", "vsiPrefix", "vsiSuffix")


# GDAL 3.10 hands over broken records of a GeoPackage in 0.7 % of the readings, 3.6 and its general stream in none.
READS_AHEAD = int(gdal.VersionInfo()) >= 3070000
PLAIN_STREAM = "OGR_GPKG_STREAM_BASE_IMPL"


@dataclass(frozen=True)
class Rows:
    """Some features: ids, 2D polygons with straight edges as WKB (empty where there is none), and values."""

    ids: list[int]
    wkb: list[bytes]
    values: list[Any]


@dataclass(frozen=True)
class Table:
    """A table of a GeoPackage: the file, the layer's name in it, and the names of its fields of text or numbers."""

    path: str
    layer: str
    fields: tuple[str, ...]


def table_behind(source: QgsProcessingFeatureSource, layer: QgsVectorLayer | None) -> Table | None:
    """Return the table that a source reads whole and unchanged; None where there is none, or GDAL has no bulk reading.

    layer: the map layer of the source.
    """
    if layer is None or layer.providerType() != "ogr" or layer.storageType() != "GPKG" or layer.isEditable():
        return None
    if layer.subsetString() or source.featureCount() != layer.featureCount() or not _has_bulk_reading():
        return None
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    if not parts.get("path") or any(parts.get(part) for part in NOT_AS_IT_IS):
        return None
    try:
        dataset = gdal.OpenEx(parts["path"], gdal.OF_VECTOR | gdal.OF_READONLY, allowed_drivers=["GPKG"])
        name = parts.get("layerName") or (dataset.GetLayer(0).GetName() if dataset.GetLayerCount() == 1 else "")
        found = dataset.GetLayerByName(name) if name else None
        if found is None or not found.GetFIDColumn() or not found.GetGeometryColumn():
            return None
        return Table(parts["path"], name, tuple(f.GetName() for f in _fields(found) if _holds_text_or_numbers(f)))
    except (AttributeError, RuntimeError):
        return None


def _fields(layer: ogr.Layer) -> list[ogr.FieldDefn]:
    definition = layer.GetLayerDefn()
    return [definition.GetFieldDefn(position) for position in range(definition.GetFieldCount())]


def _holds_text_or_numbers(field: ogr.FieldDefn) -> bool:
    """Return whether bulk reading gives the values of a field as QGIS does.

    Of the sub-types, it mixes up booleans (GDAL 3.6) and cuts the digits of FLOAT, which the file holds as doubles.
    """
    kinds = (ogr.OFTString, ogr.OFTInteger, ogr.OFTInteger64, ogr.OFTReal)
    return field.GetType() in kinds and field.GetSubType() == ogr.OFSTNone


def _has_bulk_reading() -> bool:
    try:
        from osgeo import gdal_array
    except ImportError:
        return False
    return gdal_array is not None and hasattr(ogr.Layer, "GetArrowStreamAsNumPy")


def read_rows(
    source: QgsProcessingFeatureSource, table: Table | None, field: str | None, box: QgsRectangle | None,
    progress: Progress,
) -> Iterator[Rows]:
    """Yield the rows of a layer, those whose boxes meet a box where one is given, in the order of the layer.

    table: see table_behind. field: whose values are wanted. Raises Cancelled where the user wants to stop, LayerError
    where the file is damaged.
    """
    if table is None or (field is not None and field not in table.fields):
        return _one_by_one(source, field, box, progress)
    return _in_bulk(table, field, box, progress)


def _one_by_one(
    source: QgsProcessingFeatureSource, field: str | None, box: QgsRectangle | None, progress: Progress
) -> Iterator[Rows]:
    position = -1 if field is None else source.fields().lookupField(field)
    request = QgsFeatureRequest().setSubsetOfAttributes([] if position < 0 else [position])
    if box is not None:
        request.setFilterRect(box)
    rows = Rows([], [], [])
    for feature in progress.watched(features_of(source, request)):
        rows.ids.append(feature.id())
        rows.wkb.append(straight_polygon(feature.geometry().asWkb().data()))
        rows.values.append(None if position < 0 else none_if_null(feature.attribute(position)))
        if len(rows.ids) == BATCH:
            yield rows
            rows = Rows([], [], [])
    if rows.ids:
        yield rows


def _in_bulk(table: Table, field: str | None, box: QgsRectangle | None, progress: Progress) -> Iterator[Rows]:
    name = f"{table.path} ({table.layer})"
    if READS_AHEAD:
        gdal.SetThreadLocalConfigOption(PLAIN_STREAM, "YES")
    try:
        yield from _batches(table, name, field, box, progress)
    except RuntimeError:  # Where somebody told GDAL to use exceptions.
        raise not_read_to_the_end(name) from None
    finally:
        if READS_AHEAD:
            gdal.SetThreadLocalConfigOption(PLAIN_STREAM, None)


def _batches(
    table: Table, name: str, field: str | None, box: QgsRectangle | None, progress: Progress
) -> Iterator[Rows]:
    dataset = gdal.OpenEx(table.path, gdal.OF_VECTOR | gdal.OF_READONLY, allowed_drivers=["GPKG"])
    layer = None if dataset is None else dataset.GetLayerByName(table.layer)
    if layer is None:
        raise not_read_to_the_end(name)
    layer.SetIgnoredFields([other.GetName() for other in _fields(layer) if other.GetName() != field])
    if box is not None:
        layer.SetSpatialFilterRect(box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
    key, shape = layer.GetFIDColumn(), layer.GetGeometryColumn()
    left = whole(layer.GetFeatureCount, name)
    batches = whole(lambda: layer.GetArrowStreamAsNumPy(options=[f"MAX_FEATURES_IN_BATCH={BATCH}"]), name)
    for batch in unbroken(batches, name):
        progress.check()
        ids = batch[key].tolist()
        left -= len(ids)
        if not ids:  # At a damaged page, one batch of nothing follows the other, for ever.
            break
        wkb = [straight_polygon(record) if record else b"" for record in batch[shape].tolist()]
        yield Rows(ids, wkb, [None] * len(ids) if field is None else _texts_or_numbers(batch[field].tolist()))
    if left > 0:
        raise not_read_to_the_end(name)


def _texts_or_numbers(values: list[Any]) -> list[Any]:
    return [value.decode("utf-8", "replace") if isinstance(value, bytes) else value for value in values]
