"""Features of a layer, one by one, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from osgeo import gdal
from qgis.core import QgsFeature, QgsFeatureRequest, QgsProcessingFeatureSource

from ..refusals import not_read_to_the_end

Item = TypeVar("Item")

_SKIP_VALIDITY = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks


def features_of(source: QgsProcessingFeatureSource, request: QgsFeatureRequest | None = None) -> Iterator[QgsFeature]:
    """Yield the features of a layer, valid or not, those that a request asks for.

    Raises LayerError where its file is damaged.
    """
    wanted = QgsFeatureRequest() if request is None else request
    return unbroken(source.getFeatures(wanted, _SKIP_VALIDITY), source.sourceName())


def unbroken(items: Iterator[Item], name: str) -> Iterator[Item]:
    """Yield items that GDAL reads from a file, itself or by way of QGIS.

    Raises LayerError where a record cannot be read: both pass over that in silence, and either end there or leave the
    record out. name: what the message calls the file.
    """
    items = iter(items)
    while True:
        item = whole(lambda: next(items, None), name)
        if item is None:
            return
        yield item


def whole(read: Callable[[], Item], name: str) -> Item:
    """Return what GDAL reads from a file; raise LayerError as unbroken."""
    gdal.ErrorReset()
    try:
        item = read()
    except RuntimeError as error:  # Where somebody told GDAL to use exceptions.
        raise not_read_to_the_end(name, str(error)) from None
    if gdal.GetLastErrorType() >= gdal.CE_Failure:
        raise not_read_to_the_end(name, gdal.GetLastErrorMsg())
    return item
