"""Where areas are computed, and how they become square metres on the chosen basis."""

from __future__ import annotations

import numpy as np
from osgeo import osr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsDistanceArea,
    QgsEllipsoidUtils,
    QgsGeometry,
    QgsPointXY,
    QgsRectangle,
)

from ..areal_scale import ArealScale
from ..limits import PLANAR_ERROR, PROBE, PROBE_DEGREES, SAMPLES
from ..refusals import no_ellipsoid


def distorts_area(crs: QgsCoordinateReferenceSystem) -> bool:
    """Return whether planar areas in a CRS are no areas: degrees, or a Mercator projection of the world."""
    return crs.isGeographic() or crs.projectionAcronym() == "merc"


def working_crs(crs: QgsCoordinateReferenceSystem, extent: QgsRectangle) -> QgsCoordinateReferenceSystem:
    """Return the CRS to overlay in: the parcels' own, or an equal-area one around them where theirs distorts area.

    The equal-area CRS keeps the datum of the parcels, so nothing is shifted.
    """
    if not distorts_area(crs):
        return crs
    to_degrees = QgsCoordinateTransform(
        crs, QgsCoordinateReferenceSystem.fromEpsgId(4326), QgsCoordinateTransformContext()
    )
    centre = to_degrees.transform(extent.center())
    parcels = osr.SpatialReference()
    parcels.ImportFromWkt(crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED_GDAL))
    equal_area = osr.SpatialReference()
    equal_area.SetLAEA(round(centre.y(), 1), round(centre.x(), 1), 0, 0)
    equal_area.CopyGeogCSFrom(parcels)
    return QgsCoordinateReferenceSystem.fromWkt(equal_area.ExportToWkt())


def ellipsoid_measure(crs: QgsCoordinateReferenceSystem) -> QgsDistanceArea:
    """Return a measure of areas in m² on the ellipsoid of a CRS, whatever the project says.

    Raises LayerError where the CRS names no ellipsoid that QGIS knows.
    """
    measure = QgsDistanceArea()
    measure.setSourceCrs(crs, QgsCoordinateTransformContext())
    ellipsoid = _known_ellipsoid(crs)
    if not ellipsoid or not measure.setEllipsoid(ellipsoid):
        raise no_ellipsoid(crs.userFriendlyIdentifier())
    return measure


def _known_ellipsoid(crs: QgsCoordinateReferenceSystem) -> str:
    """Return the name of a CRS's ellipsoid, of the same ellipsoid where a custom CRS has only axes, or nothing.

    QGIS measures no areas on a sphere, and 3.22 none on an ellipsoid that is given by its axes.
    """
    acronym = crs.ellipsoidAcronym()
    axes = QgsEllipsoidUtils.ellipsoidParameters(acronym)
    if axes.semiMajor == axes.semiMinor:
        return ""
    if not acronym.startswith("PARAMETER:"):
        return acronym
    for definition in QgsEllipsoidUtils.definitions():
        known = definition.parameters
        if np.allclose((known.semiMajor, known.semiMinor), (axes.semiMajor, axes.semiMinor), rtol=0, atol=0.001):
            return definition.acronym
    return ""


def square_metres_per_unit(crs: QgsCoordinateReferenceSystem) -> float:
    """Return the square metres of one square map unit of a projected CRS.

    QGIS does not tell a US survey foot from an international one, so GDAL is asked.
    """
    reference = osr.SpatialReference()
    reference.ImportFromWkt(crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED_GDAL))
    return reference.GetLinearUnits() ** 2


def is_planar_misleading(crs: QgsCoordinateReferenceSystem, extent: QgsRectangle) -> bool:
    """Return whether planar areas in a CRS are known to differ from those on the ellipsoid by more than PLANAR_ERROR.

    Measured in the middle of the extent.
    """
    if distorts_area(crs):
        return True
    if extent.isNull() or not _known_ellipsoid(crs):
        return False
    scale = _probe(ellipsoid_measure(crs), extent.center(), _probe_side(crs)) / square_metres_per_unit(crs)
    return abs(scale - 1) > PLANAR_ERROR


def areal_scale(
    crs: QgsCoordinateReferenceSystem, extent: QgsRectangle, to_parcels: QgsCoordinateTransform
) -> ArealScale:
    """Return the ellipsoidal m² per square map unit of a CRS over an extent.

    to_parcels: to the CRS of the parcels, in which is measured where a CRS, such as that of MODIS rasters, names no
    ellipsoid that QGIS knows.
    """
    known = bool(_known_ellipsoid(crs))
    measure = ellipsoid_measure(crs if known else to_parcels.destinationCrs())
    side, transform = _probe_side(crs), None if known else to_parcels
    x = np.linspace(extent.xMinimum(), extent.xMaximum(), SAMPLES)
    y = np.linspace(extent.yMinimum(), extent.yMaximum(), SAMPLES)
    samples = [[_probe(measure, QgsPointXY(column, row), side, transform) for column in x] for row in y]
    return ArealScale(x, y, np.array(samples))


def _probe_side(crs: QgsCoordinateReferenceSystem) -> float:
    return PROBE_DEGREES if crs.isGeographic() else PROBE


def _probe(
    measure: QgsDistanceArea, place: QgsPointXY, side: float, transform: QgsCoordinateTransform | None = None
) -> float:
    """Return the ellipsoidal m² per square map unit at a place, measured after a transform."""
    square = QgsGeometry.fromRect(QgsRectangle.fromCenterAndSize(place, side, side))
    if transform is not None:
        square.transform(transform)
    return measure.measureArea(square) / side**2
