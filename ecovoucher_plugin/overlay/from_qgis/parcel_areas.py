"""The area of one parcel on both bases, measured as the overlay measures its parcels."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsCoordinateReferenceSystem, QgsFeature

from ...accounting.errors import LayerError
from ...accounting.status import OK, REPAIRED
from .area import distorts_area, ellipsoid_measure, square_metres_per_unit
from .geometry import planar_area, prepared_geometry, straight_geometry


@dataclass(frozen=True)
class ParcelAreas:
    """Areas in m²; None where there is none on that basis: no valid polygon, no ellipsoid, or a CRS that distorts."""

    ellipsoidal_m2: float | None = None
    planar_m2: float | None = None


def parcel_areas(feature: QgsFeature, crs: QgsCoordinateReferenceSystem) -> ParcelAreas:
    """Return the areas of a parcel whose geometry is in a CRS."""
    prepared = prepared_geometry(straight_geometry(feature.geometry()))
    if prepared.status not in (OK, REPAIRED) or not crs.isValid():
        return ParcelAreas()
    planar = None if distorts_area(crs) else planar_area(prepared.geometry) * square_metres_per_unit(crs)
    try:
        return ParcelAreas(ellipsoid_measure(crs).measureArea(prepared.geometry), planar)
    except LayerError:
        return ParcelAreas(None, planar)
