"""Files and tables that layers are read from and written to."""

from __future__ import annotations

import os
import re
import struct
from dataclasses import dataclass
from pathlib import Path

from osgeo import gdal
from qgis.core import (
    QgsDataProvider,
    QgsDataSourceUri,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProviderRegistry,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from ..ecovoucher_plugin.overlay.gdal_calls import attempt

DATABASES = (".gpkg", ".sqlite", ".gdb")
SHAPEFILE = (".shp", ".shx", ".dbf", ".prj", ".cpg", ".qix", ".sbn", ".sbx")
# The files whose change is a change of the layer.
DATA_FILES = {".shp": SHAPEFILE[:3], ".dbf": SHAPEFILE[:3], ".tab": (".tab", ".dat", ".map", ".id")}
# As QGIS tells the name of a provider from the drive of a Windows path.
WITH_PROVIDER = re.compile(r"(.{3,}?):(?://)?(.*)", re.DOTALL)


@dataclass(frozen=True)
class Place:
    """A file, or a table of one. table: None for the whole file."""

    file: Path
    table: str | None = None

    def __str__(self) -> str:
        return str(self.file) if self.table is None else f"{self.file} ({self.table})"

    def touches(self, other: Place) -> bool:
        """Return whether writing to one of the places changes the other."""
        if not _same_file(self.file, other.file):
            return False
        return self.table is None or other.table is None or self.table.lower() == other.table.lower()

    def count(self) -> int:
        """Return the number of features that can be read from here."""
        count, _ = attempt(self._count)
        return count or 0

    def _count(self) -> int:
        dataset = gdal.OpenEx(str(self.file), gdal.OF_VECTOR)
        if dataset is None:
            return 0
        listed = dataset.GetLayerCount() > 0 and self.table is None  # SQLite does not list tables without geometry.
        layer = dataset.GetLayer(0) if listed else dataset.GetLayerByName(self.table or self.file.stem)
        count = layer.GetFeatureCount() if layer else 0
        return min(count, _records(self.file.with_suffix(".dbf"))) if self._is_shapefile else count

    def state(self) -> tuple:
        """Return what tells whether the file is still the same.

        QGIS itself touches databases that it reads, styles or begins to edit, so of these the number of features must
        do and, of a GeoPackage, when the table was last changed.
        """
        if self.file.suffix.lower() in DATABASES:
            return self.count(), self._last_change(), self.file.exists() and self.file.stat().st_ino
        suffixes = DATA_FILES.get(self.file.suffix.lower(), (self.file.suffix,))
        parts = {self.file, *map(self.file.with_suffix, suffixes)}
        found = [part.stat() for part in sorted(parts) if part.exists()]
        return tuple((part.st_ino, part.st_size, part.st_mtime_ns) for part in found)

    def _last_change(self) -> str:
        """Return when a table of a GeoPackage was last changed, as GDAL notes it at every edit; else nothing."""
        change, _ = attempt(self._noted_change)
        return change or ""

    def _noted_change(self) -> str:
        dataset = gdal.OpenEx(str(self.file), gdal.OF_VECTOR, allowed_drivers=["GPKG"])
        contents = None if dataset is None else dataset.ExecuteSQL("SELECT table_name, last_change FROM gpkg_contents")
        if contents is None:
            return ""
        changes = {row.GetFieldAsString(0): row.GetFieldAsString(1) for row in contents}
        dataset.ReleaseResultSet(contents)
        return changes.get(self.table or "", "")

    def remove(self) -> None:
        """Delete the file with the files beside it that belong to it, or the table from its file."""
        if self.table is not None:
            attempt(self._remove_table)
            return
        if self._is_shapefile:
            for suffix in SHAPEFILE:
                self.file.with_suffix(suffix).unlink(missing_ok=True)
            return
        driver = gdal.IdentifyDriverEx(str(self.file), gdal.OF_VECTOR)
        if driver is None:
            self.file.unlink(missing_ok=True)
        else:
            attempt(driver.Delete, str(self.file))

    def _remove_table(self) -> None:
        dataset = gdal.OpenEx(str(self.file), gdal.OF_VECTOR | gdal.OF_UPDATE)
        if dataset is not None and dataset.GetLayerByName(self.table):
            dataset.DeleteLayer(self.table)

    @property
    def _is_shapefile(self) -> bool:
        return self.file.suffix.lower() in (".shp", ".dbf")


def _records(dbf: Path) -> int:
    """Return the number of whole records in the table of a shapefile: on a full disk it is cut short in silence."""
    with dbf.open("rb") as stream:
        header = stream.read(12)
    if len(header) < 12:
        return 0
    start, length = struct.unpack("<HH", header[8:12])
    return (dbf.stat().st_size - start) // length if length else 0


def destination_place(value: object) -> Place | None:
    """Return where an output parameter writes to, or None where that is no file."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink.staticValue()
    if not isinstance(value, str) or value in ("", "TEMPORARY_OUTPUT"):
        return None
    provider = WITH_PROVIDER.fullmatch(value)
    if provider is None:
        known = QgsVectorFileWriter.driverForExtension(Path(value).suffix)
        return _place(value if known else f"{value}.gpkg", None)  # As QGIS names it.
    if provider[1] not in ("ogr", "spatialite"):
        return None
    uri = QgsDataSourceUri(provider[2])
    return _place(uri.database() or provider[2], uri.table())


def input_layer(value: object, context: QgsProcessingContext) -> QgsMapLayer | None:
    """Return the layer that an input parameter names."""
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source.staticValue()
    return value if isinstance(value, QgsMapLayer) else QgsProcessingUtils.mapLayerFromString(str(value), context)


def input_place(value: object, context: QgsProcessingContext) -> Place | None:
    """Return where an input layer comes from, or None where that is no file."""
    layer = input_layer(value, context)
    return None if layer is None else layer_place(layer)


def unopened_file(value: object, is_raster: bool, context: QgsProcessingContext) -> Path | None:
    """Return the file that an input parameter names where it is there and QGIS cannot open it."""
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source.staticValue()
    kind = QgsProcessingUtils.LayerHint.Raster if is_raster else QgsProcessingUtils.LayerHint.Vector
    layer = value if isinstance(value, QgsMapLayer) else QgsProcessingUtils.mapLayerFromString(
        str(value), context, True, kind)
    if layer is not None and layer.isValid():
        return None
    source = layer.source() if layer is not None else str(value)
    file = Path(QgsProviderRegistry.instance().decodeUri("ogr", source).get("path") or source)
    return file if file.is_file() else None


def missing_parts(file: Path) -> list[str]:
    """Return the names of the files that a Shapefile needs and that are not beside it; nothing for other files."""
    if file.suffix.lower() != ".shp":
        return []
    there = {path.name.lower() for path in file.parent.iterdir()}
    needed = [file.with_suffix(suffix).name for suffix in SHAPEFILE[:3]]
    return [name for name in needed if name.lower() not in there]


def layer_place(layer: QgsMapLayer) -> Place | None:
    """Return where a layer comes from, or None where that is no file."""
    provider = layer.dataProvider()
    if provider is None:
        return None
    parts = QgsProviderRegistry.instance().decodeUri(provider.name(), layer.source())
    if not parts.get("path") or not os.path.exists(parts["path"]):
        return None
    table = parts.get("layerName")
    if not table and isinstance(layer, QgsVectorLayer) and provider.subLayers():
        table = provider.subLayers()[0].split(QgsDataProvider.sublayerSeparator())[1]
    return _place(parts["path"], table)


def written_place(destination: str) -> Place | None:
    """Return the place of a sink by the name that QGIS gave it, or None where that is no file."""
    parts = QgsProviderRegistry.instance().decodeUri("ogr", destination)
    place = _place(parts.get("path") or destination, parts.get("layerName"))
    if not place.file.exists():
        place = Place(place.file.with_suffix(".dbf"))  # A shapefile without geometry.
    return place if place.file.exists() else None


def _place(file: str, table: object) -> Place:
    path = Path(file).absolute()
    shapefile = path / f"{table}.shp"
    if path.is_dir() and shapefile.is_file():  # A folder of Shapefiles is opened as a database.
        return Place(shapefile)
    return Place(path, table if table and path.suffix.lower() in DATABASES else None)


def _same_file(first: Path, second: Path) -> bool:
    if first.exists() and second.exists() and first.samefile(second):
        return True
    return _real_name(first) == _real_name(second)


def _real_name(file: Path) -> str:
    """Return the name by which files are compared; the .dbf of a shapefile is the shapefile."""
    file = file.with_suffix(".shp") if file.suffix.lower() == ".dbf" else file
    return os.path.normcase(os.path.realpath(file))
