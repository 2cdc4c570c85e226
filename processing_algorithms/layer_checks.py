"""Checks of the layers before a run: whatever can be known before, is said before."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsEllipsoidUtils,
    QgsProcessingFeatureSource,
    QgsRectangle,
    QgsWkbTypes,
)

from ..ecovoucher_plugin.compat import holds_codes
from ..ecovoucher_plugin.overlay import refusals
from ..ecovoucher_plugin.overlay.area import ellipsoid_measure, is_planar_misleading
from ..ecovoucher_plugin.overlay.limits import AREA_OF_USE_MARGIN
from ..ecovoucher_plugin.overlay.parcels import FIELD, PLANAR
from ..ecovoucher_plugin.overlay.qgis_layers import LandUseLayer, ParcelLayer
from .parcel_results import taken_fields

# Metres by which the semi-major axes of ellipsoids may differ that are taken to be the same.
SAME_AXIS = 0.5


def check_parcels(parcels: ParcelLayer, label: str, with_cells: bool = False) -> None:
    """Raise LayerError where the parcels cannot be accounted for. with_cells: for raster land use."""
    source = parcels.source
    _check_polygons(source, label)
    _check_crs(source, label)
    if source.featureCount() == 0:
        raise refusals.no_features(label)
    _check_area_of_use(source, label)
    crs = source.sourceCrs()
    if parcels.area_basis == PLANAR and is_planar_misleading(crs, source.sourceExtent()):
        raise refusals.misleading_planar_areas(label, crs.userFriendlyIdentifier())
    if parcels.area_basis != PLANAR:
        ellipsoid_measure(crs)
    if parcels.area_basis == FIELD:
        _check_area_field(parcels, label)
    taken = taken_fields(source, with_cells)
    if taken:
        raise refusals.taken(label, taken)


def check_land_use(layer: LandUseLayer) -> None:
    """Raise LayerError where a land-use layer or its code field cannot be used."""
    _check_polygons(layer.source, layer.label)
    _check_crs(layer.source, layer.label)
    fields = layer.source.fields()
    position = fields.lookupField(layer.field)
    if position < 0:
        raise refusals.no_such_field(layer.label, layer.field, [field.name() for field in fields])
    field = fields.at(position)
    if not holds_codes(field):
        raise refusals.no_codes_in(layer.label, layer.field, field.typeName() or field.friendlyTypeString())
    if layer.source.featureCount() == 0 or layer.source.sourceExtent().isNull():
        raise refusals.no_features(layer.label)


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
    to_land_use = QgsCoordinateTransform(parcels.sourceCrs(), crs, transform_context)
    if _is_guess(to_land_use):
        raise refusals.no_datum_shift(
            label, crs.userFriendlyIdentifier(), parcels.sourceCrs().userFriendlyIdentifier()
        )
    try:
        extent = to_land_use.transformBoundingBox(parcels.sourceExtent())
    except QgsCsException:
        return  # A parcel far outside of its CRS; parcels are checked one by one.
    if extent.isFinite() and not extent.intersects(covered):
        raise refusals.far_from_parcels(label, _shown(covered), _shown(extent), crs.userFriendlyIdentifier())


def _is_guess(transform: QgsCoordinateTransform) -> bool:
    """Return whether PROJ knows no shift between two datums and they are known to differ, by their ellipsoids.

    PROJ knows none between WGS 84 and CGCS2000 either, which are the same within centimetres. Spheres, as that of
    MODIS rasters, stand for WGS 84.
    """
    if "Ballpark" not in transform.instantiatedCoordinateOperationDetails().name:
        return False
    axes = [
        QgsEllipsoidUtils.ellipsoidParameters(crs.ellipsoidAcronym())
        for crs in (transform.sourceCrs(), transform.destinationCrs())
    ]
    if any(found.semiMajor == found.semiMinor for found in axes):
        return False
    return abs(axes[0].semiMajor - axes[1].semiMajor) > SAME_AXIS


def _check_polygons(source: QgsProcessingFeatureSource, label: str) -> None:
    types = QgsWkbTypes.GeometryType
    kind = QgsWkbTypes.geometryType(source.wkbType())
    if kind in (types.PointGeometry, types.LineGeometry, types.NullGeometry):
        raise refusals.no_polygons(label, QgsWkbTypes.displayString(source.wkbType()))


def _check_crs(source: QgsProcessingFeatureSource, label: str) -> None:
    if not source.sourceCrs().isValid():
        raise refusals.no_crs(label)


def _check_area_field(parcels: ParcelLayer, label: str) -> None:
    if parcels.area_field is None:
        raise refusals.no_area_field()
    fields = parcels.source.fields()
    position = fields.lookupField(parcels.area_field)
    if position < 0 or not fields.at(position).isNumeric():
        raise refusals.no_areas_in(label, parcels.area_field)


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
        raise refusals.outside_area_of_use(label, _shown(extent), crs.userFriendlyIdentifier())


def _shown(extent: QgsRectangle) -> str:
    return extent.toString(2)
