"""Checks of the layers before a run: whatever can be known before, is said before."""

from __future__ import annotations

from collections.abc import Iterator

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
from ..ecovoucher_plugin.overlay import refusals
from ..ecovoucher_plugin.overlay.from_qgis.area import ellipsoid_measure, is_planar_misleading
from ..ecovoucher_plugin.overlay.from_qgis.datums import centre_in_degrees, is_guess, is_made_for
from ..ecovoucher_plugin.overlay.from_qgis.layers import LandUseLayer, ParcelLayer
from ..ecovoucher_plugin.overlay.parcels import FIELD, PLANAR
from .parcel_results import taken_fields


def check_parcels(parcels: ParcelLayer, label: str, with_cells: bool = False) -> None:
    """Raise LayerError where the parcels cannot be accounted for. with_cells: for raster land use."""
    for refusal in parcel_refusals(parcels, label, with_cells):
        raise refusal


def check_land_use(layer: LandUseLayer) -> None:
    """Raise LayerError where a land-use layer or its code field cannot be used."""
    for refusal in land_use_refusals(layer):
        raise refusal


def parcel_refusals(parcels: ParcelLayer, label: str, with_cells: bool = False) -> Iterator[LayerError]:
    """Yield every reason why the parcels cannot be accounted for. with_cells: for raster land use."""
    source = parcels.source
    yield from _layer_refusals(source, label)
    if source.sourceCrs().isValid() and source.featureCount():
        yield from _crs_refusals(parcels, label)
    if parcels.area_basis == FIELD:
        yield from _area_field_refusals(parcels, label)
    taken = taken_fields(source, with_cells)
    if taken:
        yield refusals.taken(label, taken)


def land_use_refusals(layer: LandUseLayer) -> Iterator[LayerError]:
    """Yield every reason why a land-use layer or its code field cannot be used."""
    fields = layer.source.fields()
    yield from _layer_refusals(layer.source, layer.label)
    position = fields.lookupField(layer.field)
    if position < 0:
        yield refusals.no_such_field(layer.label, layer.field, [field.name() for field in fields])
        return
    field = fields.at(position)
    if not holds_codes(field):
        yield refusals.no_codes_in(layer.label, layer.field, field.typeName() or field.friendlyTypeString())
    if layer.source.featureCount() and layer.source.sourceExtent().isNull():
        refusal = refusals.geometry_collections if _holds_collections(layer.source) else refusals.no_features
        yield refusal(layer.label)


def check_extent(
    parcels: QgsProcessingFeatureSource,
    covered: QgsRectangle,
    crs: QgsCoordinateReferenceSystem,
    label: str,
    transform_context: QgsCoordinateTransformContext,
) -> None:
    """Raise LayerError where land use, which covers an extent in its CRS, lies nowhere near the parcels.

    So it does, by some hundred metres, where the shift between two datums is not known.
    """
    if parcels.sourceExtent().isNull():
        return
    own = parcels.sourceCrs()
    to_land_use = QgsCoordinateTransform(own, crs, transform_context)
    if not to_land_use.isValid() and own != crs:
        raise refusals.no_transformation(label, crs.userFriendlyIdentifier(), own.userFriendlyIdentifier())
    if is_guess(own, parcels.sourceExtent(), crs, transform_context):
        raise refusals.no_datum_shift(label, crs.userFriendlyIdentifier(), own.userFriendlyIdentifier())
    try:
        extent = to_land_use.transformBoundingBox(parcels.sourceExtent())
    except QgsCsException:
        return  # A parcel far outside of its CRS; parcels are checked one by one.
    if extent.isFinite() and not extent.intersects(covered):
        if _lies_outside_area_of_use(crs, covered):
            raise refusals.outside_area_of_use(label, _shown(covered), crs.userFriendlyIdentifier())
        raise refusals.far_from_parcels(label, _shown(covered), _shown(extent), crs.userFriendlyIdentifier())


def holds_polygons(source: QgsProcessingFeatureSource) -> bool:
    """Return whether a layer can hold polygons."""
    types = QgsWkbTypes.GeometryType
    kind = QgsWkbTypes.geometryType(source.wkbType())
    return kind not in (types.PointGeometry, types.LineGeometry, types.NullGeometry)


def polygon_refusals(source: QgsProcessingFeatureSource, label: str) -> Iterator[LayerError]:
    """Yield why a layer cannot be used where that is because it holds no polygons."""
    if not holds_polygons(source):
        yield refusals.no_polygons(label, QgsWkbTypes.displayString(source.wkbType()))


def _holds_collections(source: QgsProcessingFeatureSource) -> bool:
    return QgsWkbTypes.flatType(source.wkbType()) == QgsWkbTypes.Type.GeometryCollection


def _layer_refusals(source: QgsProcessingFeatureSource, label: str) -> Iterator[LayerError]:
    yield from polygon_refusals(source, label)
    if not source.sourceCrs().isValid():
        yield refusals.geometry_collections(label) if _holds_collections(source) else refusals.no_crs(label)
    if source.featureCount() == 0:
        yield refusals.no_features(label)


def _crs_refusals(parcels: ParcelLayer, label: str) -> Iterator[LayerError]:
    crs, extent = parcels.source.sourceCrs(), parcels.source.sourceExtent()
    if _lies_outside_area_of_use(crs, extent):
        yield refusals.outside_area_of_use(label, _shown(extent), crs.userFriendlyIdentifier())
    elif parcels.area_basis == PLANAR and is_planar_misleading(crs, extent):
        yield refusals.misleading_planar_areas(label, crs.userFriendlyIdentifier())
    if parcels.area_basis != PLANAR:
        try:
            ellipsoid_measure(crs)
        except LayerError as error:
            yield error


def _area_field_refusals(parcels: ParcelLayer, label: str) -> Iterator[LayerError]:
    if parcels.area_field is None:
        yield refusals.no_area_field()
        return
    fields = parcels.source.fields()
    position = fields.lookupField(parcels.area_field)
    if position < 0 or not fields.at(position).isNumeric():
        yield refusals.no_areas_in(label, parcels.area_field)


def _lies_outside_area_of_use(crs: QgsCoordinateReferenceSystem, extent: QgsRectangle) -> bool:
    """Return whether coordinates are far outside of what the CRS is made for, as eastings with another zone prefix."""
    if crs.bounds().isEmpty() or extent.isNull():
        return False
    place = centre_in_degrees(crs, extent)
    return place is None or not is_made_for(crs.bounds(), place)


def _shown(extent: QgsRectangle) -> str:
    return extent.toString(2)
