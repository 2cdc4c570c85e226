"""Whether frames of two datums can be laid on one another."""

from __future__ import annotations

import numpy as np
import pyproj
from pyproj.exceptions import ProjError

from ..limits import SAME_AXIS
from .area import centre_in_degrees


def is_guess(one: pyproj.CRS, other: pyproj.CRS, box: np.ndarray) -> bool:
    """Return whether PROJ knows no shift between two datums at a place and they are known to differ.

    box: (4,) in the first CRS. They differ where their ellipsoids do: PROJ knows no shift between WGS 84 and CGCS2000
    either, which are the same within centimetres. Spheres, as that of MODIS rasters, stand for WGS 84.
    """
    ellipsoids = one.ellipsoid, other.ellipsoid
    if None in ellipsoids or any(found.semi_major_metre == found.semi_minor_metre for found in ellipsoids):
        return False
    if abs(ellipsoids[0].semi_major_metre - ellipsoids[1].semi_major_metre) <= SAME_AXIS:
        return False
    return "Ballpark" in _operation_at(one, other, box)


def _operation_at(one: pyproj.CRS, other: pyproj.CRS, box: np.ndarray) -> str:
    """Return what PROJ calls the operation that it uses between two CRSs in the middle of a box."""
    transformer = pyproj.Transformer.from_crs(one.geodetic_crs, other.geodetic_crs, always_xy=True)
    longitude, latitude = pyproj.Transformer.from_crs(
        pyproj.CRS.from_epsg(4326), one.geodetic_crs, always_xy=True
    ).transform(*centre_in_degrees(one, box))
    transformer.transform(longitude, latitude)
    try:
        return str(transformer.get_last_used_operation().description)  # Of several, which depends on the place.
    except ProjError:
        return str(transformer.description)
