"""Checks of where results are written, before a run starts."""

from __future__ import annotations

import os
from pathlib import Path

from osgeo import gdal
from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProviderRegistry,
)

from ..ecovoucher_plugin.accounting.errors import DestinationError
from ..ecovoucher_plugin.compat import holds_numbers
from .base import EcoVoucherAlgorithm


def check_destinations(
    algorithm: EcoVoucherAlgorithm, parameters: dict, context: QgsProcessingContext, inputs: tuple[str, ...]
) -> None:
    """Raise DestinationError where an output cannot be written or would overwrite an input.

    inputs: names of the layer parameters.
    """
    read = [path for name in inputs for path in _input_path(parameters.get(name), context)]
    for parameter in algorithm.destinationParameterDefinitions():
        path = _output_path(parameters.get(parameter.name()))
        if path is None:
            continue
        if any(path.exists() and path.samefile(other) for other in read):
            raise DestinationError(
                "The output {file} is the file of an input layer and would destroy it. Choose another file.",
                file=str(path),
            )
        if not path.parent.is_dir():
            raise DestinationError("The folder of the output {file} does not exist. Create it first.", file=str(path))
        if not os.access(path if path.exists() else path.parent, os.W_OK):
            raise DestinationError("The output {file} cannot be written: no permission.", file=str(path))


def check_key(parcels: QgsProcessingFeatureSource, label: str, destination: object) -> None:
    """Raise DestinationError where a field “fid” of the parcels cannot be the key that a GeoPackage takes it for.

    Layers merged from several GeoPackages have such a field.
    """
    path = _output_path(destination)
    position = parcels.fields().lookupField("fid")
    if path is None or path.suffix.lower() != ".gpkg" or position < 0:
        return
    if not holds_numbers(parcels.fields().at(position)) or (
        len(parcels.uniqueValues(position)) < parcels.featureCount()
    ):
        raise DestinationError(
            "{layer}: a GeoPackage takes the field “fid” for its key, but its values repeat or are no whole numbers. "
            "Rename or remove the field, or choose another file format.",
            layer=label,
        )


def discard(destination: str) -> None:
    """Delete the file of an output that was not written to its end, with the files beside it that belong to it."""
    if not os.path.isfile(destination):
        destination = str(Path(destination).with_suffix(".dbf"))  # A shapefile without geometry.
    if not os.path.isfile(destination):
        return
    driver = gdal.IdentifyDriverEx(destination, gdal.OF_VECTOR)
    if driver is None:
        os.remove(destination)
    else:
        driver.Delete(destination)


def _output_path(value: object) -> Path | None:
    """Return the file of a destination, or None where it is not a file of its own."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink.staticValue()
    if not isinstance(value, str) or not value or value == "TEMPORARY_OUTPUT" or ":" in value[2:]:
        return None
    path = Path(value)
    return path if path.suffix and path.is_absolute() else None


def _input_path(value: object, context: QgsProcessingContext) -> list[Path]:
    """Return the file behind an input layer, if there is one."""
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source.staticValue()
    layer = value if isinstance(value, QgsMapLayer) else QgsProcessingUtils.mapLayerFromString(str(value), context)
    if layer is None:
        return []
    parts = QgsProviderRegistry.instance().decodeUri(layer.dataProvider().name(), layer.source())
    path = Path(parts.get("path") or "")
    return [path] if path.is_file() else []
