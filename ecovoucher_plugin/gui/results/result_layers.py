"""Tells EcoVoucher results from other layers."""

from __future__ import annotations

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer, QgsWkbTypes

from ...result_columns import missing_fields


def is_result(layer: QgsMapLayer | None) -> bool:
    """Return whether a layer is a result of EcoVoucher that can be read."""
    return isinstance(layer, QgsVectorLayer) and layer.isValid() and not missing_fields(layer.fields())


def result_layers() -> list[QgsVectorLayer]:
    """Return the results in the project, by name."""
    layers = (layer for layer in QgsProject.instance().mapLayers().values() if is_result(layer))
    return sorted(layers, key=lambda layer: (layer.name(), layer.id()))


def is_polygon_layer(layer: QgsVectorLayer) -> bool:
    return layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry
