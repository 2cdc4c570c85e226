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

from ..accounting.errors import LayerError

ELLIPSOIDAL, PLANAR, FIELD = "ellipsoidal", "planar", "field"
AREA_BASES = (ELLIPSOIDAL, PLANAR, FIELD)


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
        raise LayerError(
            "The CRS {crs} names no ellipsoid, so ellipsoidal areas cannot be computed. "
            "Choose another area basis, or reproject the parcels to a CRS such as EPSG:4490.",
            crs=crs.userFriendlyIdentifier(),
        )
    return measure


def _known_ellipsoid(crs: QgsCoordinateReferenceSystem) -> str:
    """Return the name of a CRS's ellipsoid, of the same ellipsoid where a custom CRS has only axes, or nothing.

    QGIS 3.22 measures no areas on an ellipsoid that is given by its axes.
    """
    acronym = crs.ellipsoidAcronym()
    if not acronym.startswith("PARAMETER:"):
        return acronym
    axes = QgsEllipsoidUtils.ellipsoidParameters(acronym)
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


class ArealScale:
    """Ellipsoidal m² per square map unit, over an extent of a projected CRS, at points relative to an origin.

    Sampled on a grid and interpolated bilinearly; the scale of map projections is so smooth that
    the error stays below 1e-7 over the width of a projection zone.
    """

    SAMPLES = 33
    PROBE = 100.0

    def __init__(self, crs: QgsCoordinateReferenceSystem, extent: QgsRectangle, origin: QgsPointXY) -> None:
        measure = ellipsoid_measure(crs)
        self._x = np.linspace(extent.xMinimum(), extent.xMaximum(), self.SAMPLES)
        self._y = np.linspace(extent.yMinimum(), extent.yMaximum(), self.SAMPLES)
        self._scale = np.array([[self._probe(measure, x, y) for x in self._x] for y in self._y])
        self._x, self._y = self._x - origin.x(), self._y - origin.y()

    def _probe(self, measure: QgsDistanceArea, x: float, y: float) -> float:
        half = self.PROBE / 2
        square = QgsGeometry.fromRect(QgsRectangle(QgsPointXY(x - half, y - half), QgsPointXY(x + half, y + half)))
        return measure.measureArea(square) / self.PROBE**2

    def at(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Return the scale (n,) at points (n,), (n,)."""
        column, right = _position(self._x, x)
        row, up = _position(self._y, y)
        low = self._scale[row, column] * (1 - right) + self._scale[row, column + 1] * right
        high = self._scale[row + 1, column] * (1 - right) + self._scale[row + 1, column + 1] * right
        return low * (1 - up) + high * up


def _position(axis: np.ndarray, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the interval of an even axis in which each value lies, and how far in."""
    span = axis[-1] - axis[0]
    steps = (values - axis[0]) / span * (len(axis) - 1) if span else np.zeros(len(values))
    interval = np.clip(np.floor(steps).astype(np.int64), 0, len(axis) - 2)
    return interval, np.clip(steps - interval, 0.0, 1.0)
