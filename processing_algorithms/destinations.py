"""Checks of where results are written, before a run starts."""

from __future__ import annotations

import os
from itertools import combinations

from qgis.core import (
    QgsField,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingOutputLayerDefinition,
)

from ..ecovoucher_plugin.accounting.errors import DestinationError
from ..ecovoucher_plugin.compat import holds_numbers
from ..ecovoucher_plugin.overlay.from_qgis.features import whole
from .base import EcoVoucherAlgorithm
from .places import DATABASES, Place, destination_place, input_place

# Bytes of a field name in a Shapefile.
SHAPEFILE_NAME = 10


def check_destinations(
    algorithm: EcoVoucherAlgorithm, parameters: dict, context: QgsProcessingContext, inputs: tuple[str, ...]
) -> None:
    """Raise DestinationError where an output cannot be written or would overwrite an input or another output.

    inputs: names of the layer parameters.
    """
    read = [place for place in (input_place(parameters.get(name), context) for name in inputs) if place]
    written = []
    for parameter in algorithm.destinationParameterDefinitions():
        value = parameters.get(parameter.name())
        place = destination_place(value)
        if place is not None:
            _check_no_append(value, place)
            _check_inputs(place, read)
            _check_folder(place)
            written.append((parameter.description(), place))
    for (first, place), (second, other) in combinations(written, 2):
        if place.touches(other):
            raise DestinationError(
                "The outputs “{first}” and “{second}” would be written to the same place, {place}. "
                "Choose another file for one of them.",
                first=first, second=second, place=str(place),
            )


def check_key(parcels: QgsProcessingFeatureSource, label: str, destination: object) -> None:
    """Raise DestinationError where a field “fid” of the parcels cannot be the key that a GeoPackage takes it for.

    Layers merged from several GeoPackages have such a field.
    """
    place = destination_place(destination)
    position = parcels.fields().lookupField("fid")
    if place is None or place.file.suffix.lower() != ".gpkg" or position < 0:
        return
    if not holds_numbers(parcels.fields().at(position)) or (
        len(whole(lambda: parcels.uniqueValues(position), parcels.sourceName())) < parcels.featureCount()
    ):
        raise DestinationError(
            "{layer}: a GeoPackage takes the field “fid” for its key, but its values repeat or are no whole numbers. "
            "Rename or remove the field, or choose another file format.",
            layer=label,
        )


def check_names(
    source: QgsProcessingFeatureSource, fields: tuple[QgsField, ...], label: str, destination: object
) -> None:
    """Raise DestinationError where a Shapefile would cut the name of an input field to that of a result field.

    fields: those of the result. The result field would lose its name to the input field, which stands before it.
    """
    place = destination_place(destination)
    if place is None or place.file.suffix.lower() != ".shp":
        return
    results = {field.name().lower() for field in fields}
    for field in source.fields():
        short = field.name().encode("utf-8")[:SHAPEFILE_NAME].decode("utf-8", "ignore").lower()
        if short in results and field.name().lower() != short:
            raise DestinationError(
                "{layer}: a Shapefile would cut the name of the field “{field}” to “{short}”, which is a field of the "
                "result. Rename the field, or write a GeoPackage.",
                layer=label, field=field.name(), short=short,
            )


def _check_no_append(value: object, place: Place) -> None:
    if isinstance(value, QgsProcessingOutputLayerDefinition) and value.useRemapping():
        raise DestinationError(
            "The output {place} is to be appended to a layer, which is not possible. Choose another file.",
            place=str(place),
        )


def _check_inputs(place: Place, read: list[Place]) -> None:
    if not any(place.touches(other) for other in read):
        return
    if place.table is None:
        raise DestinationError(
            "The output {file} is the file of an input layer and would destroy it. Choose another file.",
            file=str(place),
        )
    raise DestinationError(
        "The output {place} is the table of an input layer and would destroy it. Choose another table.",
        place=str(place),
    )


def _check_folder(place: Place) -> None:
    file = place.file
    if not file.parent.is_dir():
        raise DestinationError("The folder of the output {file} does not exist. Create it first.", file=str(file))
    if file.is_dir() and file.suffix.lower() not in DATABASES:
        raise DestinationError("The output {file} is a folder. Choose another file.", file=str(file))
    if not os.access(file if file.exists() else file.parent, os.W_OK):
        raise DestinationError("The output {file} cannot be written: no permission.", file=str(file))
