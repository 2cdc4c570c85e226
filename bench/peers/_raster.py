"""Joint classes of both dates for peers that know one raster only."""
from __future__ import annotations

import numpy as np
from osgeo import gdal

gdal.UseExceptions()
STEP = 16  # joint value = base class · STEP + target class; 0 where either is NoData


def joint(job) -> tuple:
    """Joint raster (uint8) and its geotransform."""
    base, target = gdal.Open(str(job.base)), gdal.Open(str(job.target))
    values, after = base.ReadAsArray(), target.ReadAsArray()
    known = (values > 0) & (after > 0)
    values *= STEP
    values += after
    values *= known
    return values, base.GetGeoTransform()


def split(values) -> tuple:
    """Base and target classes of joint values."""
    return np.divmod(np.asarray(values, np.int64), STEP)
