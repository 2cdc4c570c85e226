"""Overlay of parcels with two vector land-use layers of QGIS: from layers to a TransitionTable."""

from __future__ import annotations

from qgis.core import QgsCoordinateTransformContext, QgsFeedback

from ..in_tiles import FAST, overlay_in_tiles
from ..result import OverlayResult
from .layers import LandUseLayer, LayerReader, ParcelLayer


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
