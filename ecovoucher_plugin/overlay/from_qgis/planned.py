"""Planned land use, as codes on the parcels themselves: from a layer to a TransitionTable."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from qgis.core import QgsCoordinateTransformContext, QgsFeatureRequest, QgsFeedback, QgsProcessingFeatureSource

from ...accounting.status import AREA_GATE, OK, REPAIRED
from ...accounting.transitions import build_transitions
from ...compat import none_if_null
from ..parcels import CodeList
from ..progress import Progress
from ..refusals import changed_during_the_run
from ..result import OverlayResult, ParcelOverlay
from .features import features_of
from .layers import LayerReader, ParcelLayer


def planned_transitions(
    parcel_layer: ParcelLayer,
    base_field: str,
    target_field: str,
    transform_context: QgsCoordinateTransformContext,
    feedback: QgsFeedback,
) -> OverlayResult:
    """Take every parcel as one piece, with the codes of two of its fields.

    Raises LayerError where the layer cannot be used, Cancelled where the user cancels.
    """
    parcels = LayerReader(parcel_layer, (), transform_context).read_parcels(Progress(feedback, 0, 60))
    codes = CodeList(), CodeList()
    planned = dict(planned_codes(parcel_layer.source, (base_field, target_field), Progress(feedback, 60, 100)))
    if len(planned) != len(parcels) or planned.keys() != {parcel.id for parcel in parcels}:
        raise changed_during_the_run()
    classes = np.array([
        [side.index(none_if_null(value)) for side, value in zip(codes, planned[parcel.id])] for parcel in parcels
    ], dtype=np.int64).reshape(-1, 2)

    area_m2 = np.array([parcel.area_m2 for parcel in parcels])
    usable = np.array([parcel.status in (OK, REPAIRED) for parcel in parcels], dtype=bool)
    whole = np.flatnonzero(usable)
    transitions = build_transitions(
        codes[0].codes, codes[1].codes,
        whole, classes[whole, 0], classes[whole, 1], area_m2[whole],
        area_m2, np.where(usable, 0.0, np.nan),
    )
    overlays = [ParcelOverlay(status=parcel.status, reason=parcel.reason) for parcel in parcels]
    return OverlayResult(transitions, parcels, overlays, AREA_GATE, "planned codes, whole parcels")


def planned_codes(
    source: QgsProcessingFeatureSource, names: tuple[str, ...], progress: Progress
) -> Iterator[tuple[int, list[object]]]:
    """Yield the id of each feature and its values of fields.

    In any order: where an index holds all the fields, a database reads that, and not the table.
    """
    positions = [source.fields().lookupField(name) for name in names]
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes(positions)
    for feature in progress.each(features_of(source, request), source.featureCount()):
        yield feature.id(), [feature.attribute(position) for position in positions]
