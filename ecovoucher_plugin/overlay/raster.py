"""Overlay of parcels with two classified rasters: from files to a TransitionTable, by exact coverage."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeedback,
    QgsRectangle,
)

from .area import PLANAR, areal_scale, distorts_area
from .class_areas import RasterPieces, overlay_rasters
from .progress import Progress
from .qgis_layers import LayerReader, Parcel, ParcelLayer
from .rasters import RasterSource
from .result import OverlayResult, ParcelOverlay, scaled_transitions
from .wkb import from_wkb


def overlay_raster_layers(
    parcel_layer: ParcelLayer,
    base: RasterSource,
    target: RasterSource,
    transform_context: QgsCoordinateTransformContext,
    feedback: QgsFeedback,
) -> OverlayResult:
    """Overlay parcels with the class rasters of two dates.

    A cell counts by the share of it that lies in the parcel. Parcels are read in the CRS of the base
    raster, in which the target must be too (see rasters.in_grid_of).
    Raises LayerError where a raster cannot be used, Cancelled where the user cancels.
    """
    crs = raster_crs(base)
    reader = LayerReader(parcel_layer, (crs,), transform_context, crs)
    parcels = reader.read_parcels(Progress(feedback, 0, 20))
    polygons = from_wkb([parcel.wkb for parcel in parcels])
    usable = np.isfinite(polygons.bounds).all(axis=1)
    scale = None
    if usable.any() and (parcel_layer.area_basis != PLANAR or distorts_area(crs)):
        low, high = polygons.bounds[usable, :2].min(axis=0), polygons.bounds[usable, 2:].max(axis=0)
        scale = areal_scale(crs, QgsRectangle(*low, *high)).at
    pieces = overlay_rasters(polygons, base, target, scale, Progress(feedback, 20, 90).report)
    return _result(parcels, pieces, reader.gate, pieces.target_border_share if target.warped else None)


def raster_crs(raster: RasterSource) -> QgsCoordinateReferenceSystem:
    """Return the CRS of a raster as QGIS knows it."""
    return QgsCoordinateReferenceSystem.fromWkt(raster.crs.ExportToWkt())


def _result(
    parcels: list[Parcel], pieces: RasterPieces, gate: float, border_share: float | None
) -> OverlayResult:
    overlays = [ParcelOverlay(status=parcel.status, reason=parcel.reason) for parcel in parcels]
    covered = np.bincount(pieces.polygon, weights=pieces.area, minlength=len(parcels))
    uncovered = np.maximum(np.nan_to_num(pieces.total) - covered, 0.0)
    (base_classes, base), (target_classes, target) = (
        np.unique(values, return_inverse=True) for values in (pieces.base, pieces.target)
    )
    transitions = scaled_transitions(
        parcels, overlays,
        ([str(value) for value in base_classes], base),
        ([str(value) for value in target_classes], target),
        pieces.polygon, pieces.area, uncovered,
    )
    engine = "numpy, exact coverage of cells"
    return OverlayResult(transitions, parcels, overlays, gate, engine, pieces.cells, border_share)
