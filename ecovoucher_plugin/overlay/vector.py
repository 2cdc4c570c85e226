"""Overlay of parcels with two vector land-use layers of QGIS: from layers to a TransitionTable."""

from __future__ import annotations

from qgis.core import QgsCoordinateTransformContext, QgsFeedback

from .in_tiles import FAST, overlay_in_tiles
from .qgis_layers import LandUseLayer, LayerReader, ParcelLayer
from .result import OverlayResult


def overlay_layers(
    parcel_layer: ParcelLayer,
    base: LandUseLayer,
    target: LandUseLayer,
    transform_context: QgsCoordinateTransformContext,
    feedback: QgsFeedback,
    engine: str = FAST,
) -> OverlayResult:
    """Overlay parcels with the land use of two dates; see overlay_in_tiles."""
    crs = base.source.sourceCrs(), target.source.sourceCrs()
    reader = LayerReader(parcel_layer, crs, transform_context)
    return overlay_in_tiles(reader, (base, target), feedback, engine)
