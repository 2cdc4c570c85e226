"""Whether layers of two datums can be laid on one another."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsDatumTransform,
    QgsEllipsoidUtils,
    QgsPointXY,
    QgsRectangle,
)

from ..limits import AREA_OF_USE_MARGIN, SAME_AXIS


def centre_in_degrees(crs: QgsCoordinateReferenceSystem, extent: QgsRectangle) -> QgsPointXY | None:
    """Return the middle of an extent in longitude and latitude, None where it has none."""
    to_degrees = QgsCoordinateTransform(
        crs, QgsCoordinateReferenceSystem.fromEpsgId(4326), QgsCoordinateTransformContext()
    )
    try:
        return to_degrees.transform(extent.center())
    except QgsCsException:
        return None


def is_made_for(bounds: QgsRectangle, place: QgsPointXY) -> bool:
    """Return whether a place lies in the area of use of a CRS or an operation, or near; an empty area is the world."""
    return bounds.isEmpty() or bounds.buffered(AREA_OF_USE_MARGIN).contains(place)


def is_guess(
    crs: QgsCoordinateReferenceSystem, extent: QgsRectangle, other: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
) -> bool:
    """Return whether two datums differ, by their ellipsoids, and the shift between them is not known at a place.

    extent: of the place, in the first CRS. PROJ knows none, or one that was made for another region: QGIS takes the
    first in the list, and takes a CRS of which only the ellipsoid of Krassovsky is known for a Russian one. What the
    user set for the two CRSs counts, unless it is the shift by nothing that PROJ lists where it knows none. PROJ knows
    no shift between WGS 84 and CGCS2000 either, which are the same within centimetres. Spheres, as that of MODIS
    rasters, stand for WGS 84.
    """
    if not _have_two_ellipsoids(crs, other):
        return False
    if context.hasTransform(crs, other):
        return context.calculateCoordinateOperation(crs, other) in _ballparks(crs, other)
    details = QgsCoordinateTransform(crs, other, context).instantiatedCoordinateOperationDetails()
    if "Ballpark" in details.name:
        return True
    place = centre_in_degrees(crs, extent)
    return place is None or not all(is_made_for(area, place) for area in (details.bounds, crs.bounds(), other.bounds()))


def _ballparks(crs: QgsCoordinateReferenceSystem, other: QgsCoordinateReferenceSystem) -> set[str]:
    """Return the operations between two CRSs, in both directions, that leave the shift of the datums out."""
    listed = QgsDatumTransform.operations(crs, other) + QgsDatumTransform.operations(other, crs)
    return {operation.proj for operation in listed if "Ballpark" in operation.name}


def _have_two_ellipsoids(*systems: QgsCoordinateReferenceSystem) -> bool:
    axes = [QgsEllipsoidUtils.ellipsoidParameters(crs.ellipsoidAcronym()) for crs in systems]
    if any(found.semiMajor == found.semiMinor for found in axes):
        return False
    return abs(axes[0].semiMajor - axes[1].semiMajor) > SAME_AXIS
