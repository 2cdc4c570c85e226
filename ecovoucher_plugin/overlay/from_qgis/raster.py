"""Overlay of parcels of a QGIS layer with two classified rasters: from files to a TransitionTable."""

from __future__ import annotations

from osgeo import osr
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext, QgsFeedback, QgsRasterLayer

from ...accounting.errors import LayerError
from ..in_cells import overlay_in_cells
from ..rasters.open_rasters import RasterSource, open_raster
from ..result import OverlayResult
from .layers import LayerReader, ParcelLayer


def overlay_raster_layers(
    parcel_layer: ParcelLayer,
    base: RasterSource,
    target: RasterSource,
    transform_context: QgsCoordinateTransformContext,
    feedback: QgsFeedback,
) -> OverlayResult:
    """Overlay parcels with the class rasters of two dates, in the CRS of the base raster; see overlay_in_cells."""
    crs = raster_crs(base)
    reader = LayerReader(parcel_layer, (crs,), transform_context, crs)
    return overlay_in_cells(reader, base, target, feedback)


def open_layer(layer: QgsRasterLayer, band: int, missing: tuple[float, ...] = ()) -> RasterSource:
    """Open a band of a raster layer's file; the CRS and the NoData values that the user gave the layer count.

    missing: further values that mean no class.
    Raises LayerError where the layer is no file, or the file cannot be used.
    """
    provider = layer.dataProvider()
    if provider.name() != "gdal":
        raise LayerError(
            "The raster {raster} is no file but a {provider} layer. Save it as a GeoTIFF first.",
            raster=layer.name(), provider=provider.name(),
        )
    ranges = provider.userNoDataValues(band)
    if any(found.min() != found.max() for found in ranges):
        raise LayerError(
            "The raster {raster} has a range of additional NoData values in QGIS (layer properties, Transparency). "
            "Only single values can be used: reclassify the raster, or give the values one by one.",
            raster=layer.name(),
        )
    named = tuple(found.min() for found in ranges)
    crs = None
    if layer.crs().isValid():
        crs = osr.SpatialReference()
        crs.ImportFromWkt(layer.crs().toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED_GDAL))
    return open_raster(layer.source(), band, (*missing, *named), crs)


def raster_crs(raster: RasterSource) -> QgsCoordinateReferenceSystem:
    """Return the CRS of a raster as QGIS knows it."""
    return QgsCoordinateReferenceSystem.fromWkt(raster.crs.ExportToWkt())
