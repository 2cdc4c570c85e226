"""Checks of the layers before a run: whatever can be known before, is said before."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsProcessingFeatureSource,
    QgsRectangle,
    QgsWkbTypes,
)

from ..ecovoucher_plugin.accounting.errors import LayerError
from ..ecovoucher_plugin.compat import holds_codes
from ..ecovoucher_plugin.overlay.area import FIELD, PLANAR, ellipsoid_measure, is_planar_misleading
from ..ecovoucher_plugin.overlay.qgis_layers import LandUseLayer, ParcelLayer
from .parcel_results import taken_fields

# How far, in degrees, parcels may lie outside the area for which their CRS is defined.
AREA_OF_USE_MARGIN = 3.0


def check_parcels(parcels: ParcelLayer, label: str, with_cells: bool = False) -> None:
    """Raise LayerError where the parcels cannot be accounted for. with_cells: for raster land use."""
    source = parcels.source
    _check_polygons(source, label)
    _check_crs(source, label)
    if source.featureCount() == 0:
        raise LayerError(
            "{layer}: there is no feature to work on. Check the layer, its filter, and “selected features only”.",
            layer=label,
        )
    _check_area_of_use(source, label)
    crs = source.sourceCrs()
    if parcels.area_basis == PLANAR and is_planar_misleading(crs, source.sourceExtent()):
        raise LayerError(
            "{layer}: planar areas in {crs} are not areas on the ground. Use the area basis “ellipsoidal”, or "
            "reproject the parcels to a projected CRS such as a Gauss-Krüger zone.",
            layer=label, crs=crs.userFriendlyIdentifier(),
        )
    if parcels.area_basis != PLANAR:
        ellipsoid_measure(crs)
    if parcels.area_basis == FIELD:
        _check_area_field(parcels, label)
    taken = taken_fields(source, with_cells)
    if taken:
        raise LayerError(
            "{layer}: the field “{field}” is already there, but the result needs this name. "
            "Rename it, or remove it if it comes from an earlier run.",
            layer=label, field="”, “".join(taken),
        )


def check_land_use(layer: LandUseLayer) -> None:
    """Raise LayerError where a land-use layer or its code field cannot be used."""
    _check_polygons(layer.source, layer.label)
    _check_crs(layer.source, layer.label)
    fields = layer.source.fields()
    position = fields.lookupField(layer.field)
    if position < 0:
        raise LayerError(
            "{layer}: there is no field “{field}”. Its fields are: {fields}.",
            layer=layer.label, field=layer.field, fields=", ".join(field.name() for field in fields),
        )
    field = fields.at(position)
    if not holds_codes(field):
        raise LayerError(
            "{layer}: the field “{field}” holds {type}, not land-use codes. Choose a field of text or whole numbers.",
            layer=layer.label, field=layer.field, type=field.typeName() or field.friendlyTypeString(),
        )
    if layer.source.featureCount() == 0 or layer.source.sourceExtent().isNull():
        raise LayerError(
            "{layer}: there is no feature to work on. Check the layer, its filter, and “selected features only”.",
            layer=layer.label,
        )


def check_extent(
    parcels: QgsProcessingFeatureSource,
    covered: QgsRectangle,
    crs: QgsCoordinateReferenceSystem,
    label: str,
    transform_context: QgsCoordinateTransformContext,
) -> None:
    """Raise LayerError where land use, which covers an extent in its CRS, lies nowhere near the parcels."""
    if parcels.sourceExtent().isNull():
        return
    to_land_use = QgsCoordinateTransform(parcels.sourceCrs(), crs, transform_context)
    try:
        extent = to_land_use.transformBoundingBox(parcels.sourceExtent())
    except QgsCsException:
        return  # A parcel far outside of its CRS; parcels are checked one by one.
    if extent.isFinite() and not extent.intersects(covered):
        raise LayerError(
            "{layer} lies nowhere near the parcels: it covers {extent}, the parcels {parcels} (in {crs}). "
            "Check that the layers and their CRSs belong together.",
            layer=label, extent=_shown(covered), parcels=_shown(extent), crs=crs.userFriendlyIdentifier(),
        )


def _check_polygons(source: QgsProcessingFeatureSource, label: str) -> None:
    types = QgsWkbTypes.GeometryType
    kind = QgsWkbTypes.geometryType(source.wkbType())
    if kind in (types.PointGeometry, types.LineGeometry, types.NullGeometry):
        raise LayerError(
            "{layer}: the layer holds no polygons ({type}). Choose a polygon layer.",
            layer=label, type=QgsWkbTypes.displayString(source.wkbType()),
        )


def _check_crs(source: QgsProcessingFeatureSource, label: str) -> None:
    if not source.sourceCrs().isValid():
        raise LayerError(
            "{layer}: the layer has no CRS. Set the CRS in which its coordinates were recorded (layer properties, "
            "Source).",
            layer=label,
        )


def _check_area_field(parcels: ParcelLayer, label: str) -> None:
    if parcels.area_field is None:
        raise LayerError(
            "The area basis is “field”, but no field of official areas is chosen. Choose one, or another area basis."
        )
    fields = parcels.source.fields()
    position = fields.lookupField(parcels.area_field)
    if position < 0 or not fields.at(position).isNumeric():
        raise LayerError(
            "{layer}: “{field}” is not a numeric field, so it holds no official areas in m².",
            layer=label, field=parcels.area_field,
        )


def _check_area_of_use(source: QgsProcessingFeatureSource, label: str) -> None:
    """Refuse coordinates far outside of what the CRS is made for, such as eastings with another zone prefix."""
    crs, extent = source.sourceCrs(), source.sourceExtent()
    bounds = crs.bounds()
    if bounds.isEmpty() or extent.isNull():
        return
    to_degrees = QgsCoordinateTransform(
        crs, QgsCoordinateReferenceSystem.fromEpsgId(4326), QgsCoordinateTransformContext()
    )
    try:
        place = to_degrees.transform(extent.center())
        inside = bounds.buffered(AREA_OF_USE_MARGIN).contains(place)
    except QgsCsException:
        inside = False
    if not inside:
        raise LayerError(
            "{layer}: the coordinates {extent} lie outside the area for which {crs} is defined. "
            "The layer probably has the wrong CRS (for Gauss-Krüger: zone, or eastings with and without zone number).",
            layer=label, extent=_shown(extent), crs=crs.userFriendlyIdentifier(),
        )


def _shown(extent: QgsRectangle) -> str:
    return extent.toString(2)
