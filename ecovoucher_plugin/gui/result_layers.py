"""Tells EcoVoucher results from other layers."""

from __future__ import annotations

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer, QgsWkbTypes

from ..accounting.results import PARCEL_COLUMNS, PARCEL_NUMBERS


def missing_fields(layer: QgsVectorLayer) -> list[str]:
    """Return the fields that a result has and this layer lacks, or has with another type than a result."""
    found = {field.name().lower(): field for field in layer.fields()}
    return [
        name for name in PARCEL_COLUMNS
        if name not in found or found[name].isNumeric() != (name in PARCEL_NUMBERS)
    ]


def is_result(layer: QgsMapLayer | None) -> bool:
    """Return whether a layer is a result of EcoVoucher that can be read."""
    return isinstance(layer, QgsVectorLayer) and layer.isValid() and not missing_fields(layer)


def result_layers() -> list[QgsVectorLayer]:
    """Return the results in the project, by name."""
    layers = (layer for layer in QgsProject.instance().mapLayers().values() if is_result(layer))
    return sorted(layers, key=lambda layer: (layer.name(), layer.id()))


def is_polygon_layer(layer: QgsVectorLayer) -> bool:
    return layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry
