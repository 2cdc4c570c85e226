"""Where areas of GeoDataFrames are computed, and how they become square metres: the same as for QGIS layers."""

from __future__ import annotations

import numpy as np
import pyproj
import shapely
from pyproj.crs import ProjectedCRS
from pyproj.crs.coordinate_operation import LambertAzimuthalEqualAreaConversion

from ..areal_scale import ArealScale
from ..limits import PLANAR_ERROR, PROBE, PROBE_DEGREES, SAMPLES
from ..refusals import no_ellipsoid
from .geometry import sum_of_rings

DEGREES = pyproj.CRS.from_epsg(4326)
WORLD_MERCATOR = ("Mercator", "Popular Visualisation Pseudo Mercator")


def distorts_area(crs: pyproj.CRS) -> bool:
    """Return whether planar areas in a CRS are no areas: degrees, or a Mercator projection of the world."""
    projection = crs.coordinate_operation
    return crs.is_geographic or (projection is not None and projection.method_name.startswith(WORLD_MERCATOR))


def working_crs(crs: pyproj.CRS, box: np.ndarray) -> pyproj.CRS:
    """Return the CRS to overlay in: the parcels' own, or an equal-area one around them where theirs distorts area.

    The equal-area CRS keeps the datum of the parcels, so nothing is shifted.
    """
    if not distorts_area(crs):
        return crs
    longitude, latitude = centre_in_degrees(crs, box)
    equal_area = LambertAzimuthalEqualAreaConversion(round(latitude, 1), round(longitude, 1))
    return ProjectedCRS(equal_area, geodetic_crs=crs.geodetic_crs)


def centre_in_degrees(crs: pyproj.CRS, box: np.ndarray) -> tuple[float, float]:
    """Return longitude and latitude of the middle of a box (4,); infinite where the CRS has none there."""
    centre = (box[:2] + box[2:]) / 2
    return pyproj.Transformer.from_crs(crs, DEGREES, always_xy=True).transform(*centre)


class EllipsoidMeasure:
    """Areas in m² on the ellipsoid of a CRS, whose edges are geodesics (C. Karney 2013, by PROJ).

    Raises LayerError where the CRS names no ellipsoid.
    """

    def __init__(self, crs: pyproj.CRS) -> None:
        if crs.ellipsoid is None or crs.geodetic_crs is None:
            raise no_ellipsoid(crs.name)
        self._geod = _geod(crs)
        self._to_degrees = pyproj.Transformer.from_crs(crs, crs.geodetic_crs, always_xy=True)

    def area(self, polygon: shapely.Geometry) -> float:
        """Return the area of a valid polygon."""
        return sum_of_rings(polygon, self._area_of_ring)

    def _area_of_ring(self, ring: np.ndarray) -> float:
        longitude, latitude = self._to_degrees.transform(ring[:0:-1, 0], ring[:0:-1, 1])
        return abs(self._geod.polygon_area_perimeter(longitude, latitude)[0])


def _geod(crs: pyproj.CRS) -> pyproj.Geod:
    """Return the ellipsoid of a CRS by its flattening as published, as QGIS takes it, not by its semi-minor axis.

    The last digit of the flattening alone moves the area of a parcel of a hectare by some 1e-9 of it.
    """
    ellipsoid = crs.ellipsoid
    if not ellipsoid.inverse_flattening:
        return crs.get_geod()
    return pyproj.Geod(a=ellipsoid.semi_major_metre, rf=ellipsoid.inverse_flattening)


def square_metres_per_unit(crs: pyproj.CRS) -> float:
    """Return the square metres of one square map unit of a projected CRS."""
    return crs.axis_info[0].unit_conversion_factor ** 2


def is_planar_misleading(crs: pyproj.CRS, box: np.ndarray) -> bool:
    """Return whether planar areas in a CRS are known to differ from those on the ellipsoid by more than PLANAR_ERROR.

    Measured in the middle of a box (4,).
    """
    if distorts_area(crs):
        return True
    if crs.ellipsoid is None:
        return False
    x, y = (box[:2] + box[2:]) / 2
    scale = _probe(EllipsoidMeasure(crs), x, y, PROBE) / square_metres_per_unit(crs)
    return abs(scale - 1) > PLANAR_ERROR


def areal_scale(crs: pyproj.CRS, low: np.ndarray, high: np.ndarray) -> ArealScale:
    """Return the ellipsoidal m² per square map unit between two corners (2,)."""
    measure = EllipsoidMeasure(crs)
    side = PROBE_DEGREES if crs.is_geographic else PROBE
    x, y = (np.linspace(*ends, SAMPLES) for ends in zip(low, high))
    return ArealScale(x, y, np.array([[_probe(measure, column, row, side) for column in x] for row in y]))


def _probe(measure: EllipsoidMeasure, x: float, y: float, side: float) -> float:
    """Return the ellipsoidal m² per square map unit at a place, by a square of a given side."""
    square = shapely.box(x - side / 2, y - side / 2, x + side / 2, y + side / 2, ccw=True)
    return measure.area(square) / side**2
