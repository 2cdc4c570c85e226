"""Calls of GDAL that may fail.

GDAL tells a failure by returning nothing or, where any code in the process has set it so, by raising an error; QGIS
from 3.40 on, and some plugins, do set it so.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from osgeo import gdal


def attempt(call: Callable[..., Any], *arguments: Any, **options: Any) -> tuple[Any, str]:
    """Return what a call gives, None where GDAL raises an error, and GDAL's reason (empty where it has none)."""
    gdal.ErrorReset()
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        return call(*arguments, **options), gdal.GetLastErrorMsg()
    except RuntimeError as error:
        return None, str(error)
    finally:
        gdal.PopErrorHandler()
