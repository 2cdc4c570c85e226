"""The way from an overlay to written results, the same for every source of land use."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import numpy as np
from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ..ecovoucher_plugin.accounting.accounts import Rules, account
from ..ecovoucher_plugin.accounting.errors import UnmatchedCodesError
from ..ecovoucher_plugin.accounting.schemes import LandUseScheme
from ..ecovoucher_plugin.accounting.status import OK, parcel_statuses
from ..ecovoucher_plugin.accounting.unmatched import CodeArea, doubtful_codes, unmatched_codes
from ..ecovoucher_plugin.accounting.units import hectares
from ..ecovoucher_plugin.i18n import tr
from ..ecovoucher_plugin.overlay.area import FIELD
from ..ecovoucher_plugin.overlay.qgis_layers import ParcelLayer
from ..ecovoucher_plugin.overlay.result import OverlayResult
from .base import EcoVoucherAlgorithm
from .parcel_parameters import ALLOW_UNMATCHED
from .parcel_results import summary, write_results
from .parcel_rows import ParcelResults
from .rule_parameters import describe_rules, rule_warnings

# An official area that differs by more is worth a look (rulebook U-4).
AREA_DIFFERENCE = 0.005
NAMED_IN_LOG = 10


def finish_run(
    algorithm: EcoVoucherAlgorithm,
    parameters: dict,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    parcels: ParcelLayer,
    overlay: OverlayResult,
    rules: Rules,
    today: date,
) -> dict:
    """Value the parcels of an overlay, write the sinks, report to the log and return the outputs.

    Raises UnmatchedCodesError where codes have no value and the user did not allow that.
    """
    unmatched = unmatched_codes(overlay.transitions, rules)
    if unmatched:
        message = UnmatchedCodesError(
            "These land-use codes have no value in the scheme {scheme} with the coefficient table {table}: {codes}. "
            "Check the scheme and the code fields, extend the table, or allow codes without a value.{hint}",
            scheme=rules.scheme.name, table=rules.table.name, codes=_listed(unmatched),
            hint=_leading_zero_hint(unmatched, rules.scheme),
        )
        if not algorithm.parameterAsBoolean(parameters, ALLOW_UNMATCHED, context):
            raise message
        feedback.pushWarning(tr("{count} codes without a value: {codes}").format(
            count=len(unmatched), codes=_listed(unmatched)
        ))
    accounts = account(overlay.transitions, rules)
    results = ParcelResults(
        parcel_ids=[parcel.id for parcel in overlay.parcels],
        accounts=accounts,
        statuses=parcel_statuses([found.status for found in overlay.overlays], accounts, overlay.gate, overlay.cells),
        cells=overlay.cells,
        unmatched=unmatched,
        rules=rules,
        rules_text=describe_rules(rules, parcels.area_basis),
    )
    for warning in (*rule_warnings(rules, today), *_overlay_warnings(overlay, results.statuses, parcels)):
        feedback.pushWarning(warning)
    for found, reason in doubtful_codes(overlay.transitions, rules):
        feedback.pushInfo(tr("Code {code} ({layer}, {area} ha): {reason}").format(
            code=found.code, layer=found.layer, area=f"{hectares(found.area_m2):,.4f}", reason=reason
        ))
    outputs = write_results(algorithm, parameters, context, feedback, parcels.source, results)
    for line in summary(results, overlay.engine):
        feedback.pushInfo(line)
    return outputs


def _listed(unmatched: list[CodeArea]) -> str:
    return ", ".join(
        tr("“{code}” ({layer}: {area} ha in {parcels} parcels)").format(
            code=item.code or "NULL", layer=item.layer, area=f"{hectares(item.area_m2):,.4f}", parcels=item.parcels
        )
        for item in unmatched
    )


def _leading_zero_hint(unmatched: list[CodeArea], scheme: LandUseScheme) -> str:
    """Return a hint where a code would be in the scheme with a leading zero: a number field has lost it."""
    if any(item.code and f"0{item.code}" in scheme.classes for item in unmatched):
        return " " + tr("The scheme has such codes with a leading zero: a numeric field has lost it; use a text field.")
    return ""


def _reason_sentences() -> dict[str, str]:
    return {
        "geometry": tr("Parcel {ids}: the polygon is invalid, and a repair would change its area. "
                       "Repair it (Fix geometries) and check the area."),
        "coordinates": tr("Parcel {ids}: coordinates that cannot be placed in the CRS of the layer."),
        "area": tr("Parcel {ids}: the official area is missing or not above 0."),
        "patch": tr("Parcel {ids}: a land-use polygon in it is invalid: {patches}. Repair it (Fix geometries)."),
        "overlap": tr("Parcel {ids}: land-use polygons of the same date overlap in it: {patches}."),
        "gate": tr("Parcel {ids}: the parts do not add up to the parcel. "
                   "Repair the geometries around it (Fix geometries)."),
    }


def _overlay_warnings(overlay: OverlayResult, statuses: list[str], parcels: ParcelLayer) -> list[str]:
    """Return a sentence for each reason why parcels were refused, and for what else a user should look at."""
    refused, patches = defaultdict(list), defaultdict(set)
    for parcel, found in zip(overlay.parcels, overlay.overlays):
        if found.reason:
            refused[found.reason].append(parcel.id)
            patches[found.reason].update(found.patches)
    sentences = _reason_sentences()
    warnings = [
        sentences[reason].format(ids=_some(ids), patches=_some(sorted(patches[reason])))
        for reason, ids in sorted(refused.items())
    ]
    if parcels.area_basis == FIELD:
        official = np.array([parcel.area_m2 for parcel in overlay.parcels])
        geometric = np.array([parcel.geometric_m2 for parcel in overlay.parcels])
        differing = np.abs(official / geometric - 1) > AREA_DIFFERENCE
        if differing.any():
            ids = [overlay.parcels[index].id for index in np.flatnonzero(differing)]
            warnings.append(tr(
                "Parcel {ids}: the official area differs by more than {percent} % from the area on the ellipsoid."
            ).format(ids=_some(ids), percent=f"{100 * AREA_DIFFERENCE:g}"))
    if all(status != OK for status in statuses):
        warnings.append(tr("No parcel is without a remark. Look at the field ev_status before using the result."))
    return warnings


def _some(items: list) -> str:
    shown = ", ".join(str(item) for item in items[:NAMED_IN_LOG])
    return shown if len(items) <= NAMED_IN_LOG else f"{shown}, … ({len(items)})"
