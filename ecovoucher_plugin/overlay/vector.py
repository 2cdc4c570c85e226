"""Overlay of parcels with two vector land-use layers: from layers to a TransitionTable."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from qgis.core import Qgis, QgsCoordinateTransformContext, QgsFeedback, QgsGeometry

from ..accounting.status import OK, REPAIRED
from ..accounting.transitions import TransitionTable, build_transitions
from .area import PLANAR, ArealScale
from .progress import Progress
from .qgis_layers import CodeList, LandUseLayer, LayerReader, Parcel, ParcelLayer
from .robust import ParcelOverlay, RobustOverlay
from .tiles import tiles

TILE_SIZE = 1000


@dataclass(frozen=True)
class OverlayResult:
    """A TransitionTable and what the overlay has to say about each parcel, in the order of the layer.

    engine: what computed the areas, for the log.
    """

    transitions: TransitionTable
    parcels: list[Parcel]
    overlays: list[ParcelOverlay]
    engine: str


def overlay_layers(
    parcel_layer: ParcelLayer,
    base: LandUseLayer,
    target: LandUseLayer,
    transform_context: QgsCoordinateTransformContext,
    feedback: QgsFeedback,
) -> OverlayResult:
    """Overlay parcels with the land use of two dates.

    Raises LayerError where a layer cannot be used, Cancelled where the user cancels.
    """
    reader = LayerReader(parcel_layer, transform_context)
    parcels = reader.read_parcels(Progress(feedback, 0, 10))
    overlays = [ParcelOverlay(status=parcel.status, reason=parcel.reason) for parcel in parcels]
    codes = CodeList(), CodeList()
    usable = np.array([i for i, parcel in enumerate(parcels) if parcel.wkb], dtype=np.int64)
    boxes = np.array([parcels[i].box for i in usable]).reshape(-1, 4)
    progress = Progress(feedback, 10, 90)
    done = 0
    for tile in tiles(boxes, TILE_SIZE):
        box = np.concatenate((boxes[tile, :2].min(axis=0), boxes[tile, 2:].max(axis=0)))
        stretch = progress.part(done / len(usable), (done + len(tile)) / len(usable))
        engine = RobustOverlay(
            reader.read_patches(base, codes[0], box, stretch),
            reader.read_patches(target, codes[1], box, stretch),
        )
        for index in stretch.each(usable[tile], len(tile)):
            overlays[index] = _overlay_parcel(engine, parcels[index])
        done += len(tile)
    is_planar = parcel_layer.area_basis == PLANAR or not len(usable)
    scale = None if is_planar else ArealScale(reader.crs, reader.extent, reader.origin)
    transitions = _transitions(parcels, overlays, codes[0].codes, codes[1].codes, scale)
    return OverlayResult(transitions, parcels, overlays, f"GEOS (QGIS {Qgis.QGIS_VERSION})")


def _overlay_parcel(engine: RobustOverlay, parcel: Parcel) -> ParcelOverlay:
    geometry = QgsGeometry()
    geometry.fromWkb(parcel.wkb)
    overlay = engine.overlay(geometry)
    if overlay.status == OK:
        overlay.status = parcel.status
    return overlay


def _transitions(
    parcels: list[Parcel],
    overlays: list[ParcelOverlay],
    base_codes: list[str],
    target_codes: list[str],
    scale: ArealScale | None,
) -> TransitionTable:
    """Collect the pieces, scaled so that pieces and uncovered part sum to the parcel's area on the area basis."""
    rows = [
        (index, piece.base, piece.target, piece.area, piece.x, piece.y)
        for index, overlay in enumerate(overlays)
        for piece in sorted(overlay.pieces, key=lambda piece: (piece.area, piece.x, piece.y))
    ]
    columns = np.array(rows, dtype=float).reshape(-1, 6).T
    parcel, base, target = columns[:3].astype(np.int64)
    area = columns[3] if scale is None else columns[3] * scale.at(columns[4], columns[5])

    area_m2 = np.array([parcel.area_m2 for parcel in parcels])
    overlaid = np.array([overlay.status in (OK, REPAIRED) for overlay in overlays], dtype=bool)
    covered = np.bincount(parcel, weights=columns[3], minlength=len(parcels))
    whole = np.array([overlay.area for overlay in overlays])
    uncovered = np.maximum(whole - covered, 0.0)
    if scale is not None:
        boxes = np.array([parcel.box for parcel in parcels]).reshape(-1, 4)
        centres = (boxes[:, :2] + boxes[:, 2:]) / 2
        uncovered = uncovered * scale.at(centres[:, 0], centres[:, 1])
    measured = np.bincount(parcel, weights=area, minlength=len(parcels)) + uncovered
    with np.errstate(invalid="ignore", divide="ignore"):
        to_basis = area_m2 / measured
    uncovered_m2 = np.where(overlaid, uncovered * to_basis, np.nan)
    return build_transitions(
        base_codes, target_codes, parcel, base, target, area * to_basis[parcel], area_m2, uncovered_m2
    )
