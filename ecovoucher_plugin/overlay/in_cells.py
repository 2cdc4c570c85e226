"""Overlay of parcels with two classified rasters by exact coverage, whatever the parcels are read from."""

from __future__ import annotations

import numpy as np

from ..accounting.status import INVALID
from .in_tiles import Reader
from .parcels import Parcel
from .polygons.polygon_array import PolygonArray
from .polygons.wkb import from_wkb
from .progress import Feedback, Progress
from .rasters.class_areas import RasterPieces, overlay_rasters
from .rasters.open_rasters import RasterSource
from .result import OverlayResult, ParcelOverlay, scaled_transitions


def overlay_in_cells(
    reader: Reader, base: RasterSource, target: RasterSource, feedback: Feedback
) -> OverlayResult:
    """Overlay parcels with the class rasters of two dates.

    A cell counts by the share of it that lies in the parcel. The working CRS of the reader must be that of
    the base raster, in which the target must be too (see rasters.in_grid_of).
    Raises LayerError where a raster cannot be used, Cancelled where the user cancels.
    """
    parcels = reader.read_parcels(Progress(feedback, 0, 30))
    polygons = from_wkb([parcel.wkb for parcel in parcels])
    usable = np.isfinite(polygons.bounds).all(axis=1)
    scale = None
    if usable.any():
        scale = reader.areal_scale(polygons.bounds[usable, :2].min(axis=0), polygons.bounds[usable, 2:].max(axis=0))
    pieces = overlay_rasters(
        polygons, base, target, None if scale is None else scale.at, Progress(feedback, 30, 100).report
    )
    held = _held(polygons, pieces, reader.gate)
    return _result(parcels, pieces, held, reader.gate, pieces.target_border_share if target.warped else None)


def _held(polygons: PolygonArray, pieces: RasterPieces, gate: float) -> np.ndarray:
    """Return which polygons pass the area gate, bool (p,): the shares of cells in them sum to their area.

    Polygons that reach out of the grid may have less in it, not more.
    """
    areas = polygons.areas
    missing = np.where(pieces.reaches_out, 0.0, areas - pieces.planar)
    return (missing <= gate * areas) & (pieces.planar - areas <= gate * areas)


def _result(
    parcels: list[Parcel], pieces: RasterPieces, held: np.ndarray, gate: float, border_share: float | None
) -> OverlayResult:
    overlays = [
        ParcelOverlay(status=parcel.status, reason=parcel.reason) if passes or not parcel.wkb
        else ParcelOverlay(status=INVALID, reason="gate")
        for parcel, passes in zip(parcels, held.tolist())
    ]
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
