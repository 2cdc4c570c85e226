"""The way from an overlay to written results, the same for every source of land use."""

from __future__ import annotations

from datetime import date

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsProcessingContext,
    QgsProcessingFeedback,
)

from ..ecovoucher_plugin.accounting.accounts import Rules
from ..ecovoucher_plugin.accounting.results import value_parcels
from ..ecovoucher_plugin.accounting.units import hectares
from ..ecovoucher_plugin.accounting.unmatched import (
    doubtful_codes,
    listed,
    side_name,
    unmatched_codes,
    unmatched_error,
)
from ..ecovoucher_plugin.checks.crs import check_land_use_crs
from ..ecovoucher_plugin.checks.finding import WARNING
from ..ecovoucher_plugin.i18n import tr
from ..ecovoucher_plugin.overlay.from_qgis.layers import ParcelLayer
from ..ecovoucher_plugin.overlay.parcels import FIELD
from ..ecovoucher_plugin.overlay.progress import PartOfRun, Progress
from ..ecovoucher_plugin.overlay.remarks import overlay_warnings
from ..ecovoucher_plugin.overlay.result import OverlayResult
from ..ecovoucher_plugin.rules import base_remark, describe_rules, rule_warnings
from .base import EcoVoucherAlgorithm
from .parcel_parameters import ALLOW_UNMATCHED
from .parcel_results import summary, write_results

# Microseconds, as measured with 50,000 parcels: to overlay a parcel and a patch or cell, and to write a parcel with
# its transitions.
PARCEL, PATCH, CELL, WRITTEN = 30.0, 45.0, 0.012, 60.0


class Stretches:
    """The stretches of a run's progress that overlay and writing take, so that it moves as the clock does; its log.

    parcels, patches, cells: how many there are to overlay, below 0 where a source does not tell; patches and cells
    of one date.
    """

    def __init__(self, feedback: QgsProcessingFeedback, parcels: int, patches: int = 0, cells: int = 0) -> None:
        parcels, patches = max(parcels, 0), max(patches, 0)
        overlay, written = PARCEL * parcels + PATCH * patches + CELL * cells, WRITTEN * parcels
        share = 100 * overlay / max(overlay + written, 1.0)
        self.log = feedback
        self.overlay = PartOfRun(feedback, 0, share)
        self.writing = Progress(feedback, share, 100)


def warn_of_transformations(
    parcels: ParcelLayer,
    land_use: tuple[tuple[str, QgsCoordinateReferenceSystem], ...],
    context: QgsCoordinateTransformContext,
    feedback: QgsProcessingFeedback,
) -> None:
    """Tell the log where the way from a CRS of land use, given with its label, to that of the parcels is uncertain."""
    for label, crs in land_use:
        for finding in check_land_use_crs(label, crs, parcels.source, context, tr):
            if finding.severity == WARNING:
                feedback.pushWarning(f"{finding.layer}: {finding.what} {finding.effect}")


def finish_run(
    algorithm: EcoVoucherAlgorithm,
    parameters: dict,
    context: QgsProcessingContext,
    run: Stretches,
    parcels: ParcelLayer,
    overlay: OverlayResult,
    base: str,
    rules: Rules,
    today: date,
) -> dict:
    """Value the parcels of an overlay, write the sinks, report to the log and return the outputs.

    base: what the user knows the land use of the base date by.
    Raises UnmatchedCodesError where codes have no value and the user did not allow that.
    """
    unmatched = unmatched_codes(overlay.transitions, rules)
    allow_unmatched = algorithm.parameterAsBoolean(parameters, ALLOW_UNMATCHED, context)
    if unmatched and not allow_unmatched:
        raise unmatched_error(unmatched, rules, tr)
    if unmatched:
        run.log.pushWarning(tr("{count} codes without a value: {codes}").format(
            count=len(unmatched), codes=listed(unmatched, tr)
        ))
    area_field = parcels.area_field if parcels.area_basis == FIELD else None
    results = value_parcels(
        [parcel.id for parcel in overlay.parcels], overlay.transitions,
        [found.status for found in overlay.overlays], overlay.gate, overlay.cells,
        unmatched, rules, describe_rules(rules, parcels.area_basis, area_field, allow_unmatched),
    )
    warnings = overlay_warnings(overlay, results.statuses, parcels.area_basis, tr)
    for warning in (*rule_warnings(rules, today, tr), *warnings):
        run.log.pushWarning(warning)
    remark = base_remark(rules, base, tr)
    if remark:
        run.log.pushInfo(remark)
    for found, reason in doubtful_codes(overlay.transitions, rules):
        run.log.pushInfo(tr("Code {code} ({layer}, {area} ha): {reason}").format(
            code=found.code, layer=side_name(found.layer, tr), area=f"{hectares(found.area_m2):,.4f}", reason=reason
        ))
    outputs = write_results(algorithm, parameters, context, run.writing, parcels.source, results)
    for line in summary(results, overlay.engine):
        run.log.pushInfo(line)
    return outputs
