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
from ..ecovoucher_plugin.overlay.remarks import overlay_warnings
from ..ecovoucher_plugin.overlay.result import OverlayResult
from ..ecovoucher_plugin.rules import base_remark, describe_rules, rule_warnings
from .base import EcoVoucherAlgorithm
from .parcel_parameters import ALLOW_UNMATCHED
from .parcel_results import summary, write_results


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
    feedback: QgsProcessingFeedback,
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
        feedback.pushWarning(tr("{count} codes without a value: {codes}").format(
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
        feedback.pushWarning(warning)
    remark = base_remark(rules, base, tr)
    if remark:
        feedback.pushInfo(remark)
    for found, reason in doubtful_codes(overlay.transitions, rules):
        feedback.pushInfo(tr("Code {code} ({layer}, {area} ha): {reason}").format(
            code=found.code, layer=side_name(found.layer, tr), area=f"{hectares(found.area_m2):,.4f}", reason=reason
        ))
    outputs = write_results(algorithm, parameters, context, feedback, parcels.source, results)
    for line in summary(results, overlay.engine):
        feedback.pushInfo(line)
    return outputs
