"""Whether layers of two datums can be laid on one another."""

from __future__ import annotations

from qgis.core import QgsCoordinateTransform, QgsEllipsoidUtils

from ..limits import SAME_AXIS


def is_guess(transform: QgsCoordinateTransform) -> bool:
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
