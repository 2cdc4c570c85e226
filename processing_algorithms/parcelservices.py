"""ESV of parcels by ecosystem service, before and after."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from qgis.core import (
    QgsExpression,
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
)

from ..ecovoucher_plugin.accounting.accounts import Rules, account, total
from ..ecovoucher_plugin.accounting.errors import LayerError
from ..ecovoucher_plugin.accounting.services import SERVICE_NUMBERS, SERVICE_TEXTS, parcel_services, service_rows
from ..ecovoucher_plugin.accounting.transitions import TransitionTable, build_transitions
from ..ecovoucher_plugin.accounting.units import M2_PER_HECTARE
from ..ecovoucher_plugin.accounting.unmatched import listed, unmatched_codes, unmatched_error
from ..ecovoucher_plugin.compat import double_field, is_null, long_field, none_if_null, text_field
from ..ecovoucher_plugin.i18n import tr
from ..ecovoucher_plugin.overlay.from_qgis.features import features_of
from ..ecovoucher_plugin.overlay.parcels import CodeList
from ..ecovoucher_plugin.overlay.progress import Progress
from .base import EcoVoucherAlgorithm
from .destinations import check_destinations
from .feature_tables import field_position, number_position
from .parcel_parameters import ALLOW_UNMATCHED, add_allow_unmatched
from .rule_parameters import add_rule_parameters, read_rules
from .sinks import SinkWriter

TRANSITIONS, PARCEL, OUTPUT = "TRANSITIONS", "PARCEL", "OUTPUT"
CODE_FIELDS = ("from_code", "to_code")
FIELDS = (long_field("parcel"), *map(text_field, SERVICE_TEXTS), *map(double_field, SERVICE_NUMBERS))
NUMBERS = ("PARCEL_COUNT", "ESV_BASE", "ESV_TARGET", "ESV_CHANGE")


@dataclass(frozen=True)
class Plan:
    """A run as the user asked for it. positions: of parcel, from_code, to_code and area_ha in the source."""

    source: QgsProcessingFeatureSource
    positions: tuple[int, int, int, int]
    parcel: int | None
    rules: Rules


class ParcelServices(EcoVoucherAlgorithm):
    """ecovoucher:parcelservices: what a parcel's ESV consists of."""

    def name(self) -> str:
        return "parcelservices"

    def displayName(self) -> str:
        return tr("Parcel ESV by ecosystem service")

    def shortDescription(self) -> str:
        return tr("Divides the ESV of each parcel before and after into the services of the coefficient table, from "
                  "the transitions that a run of “Parcel ESV change” returned.")

    def tags(self) -> list[str]:
        return tr("ecosystem service,ecosystem service value,ESV,parcel,transitions,provisioning,regulating,"
                  "supporting,cultural,生态系统服务,生态系统服务价值,地块,供给,调节,支持,文化").split(",")

    def initAlgorithm(self, configuration=None) -> None:
        self.add_parameter(
            QgsProcessingParameterFeatureSource(
                TRANSITIONS, tr("Transitions by parcel"), [QgsProcessing.SourceType.TypeVector]
            ),
            tr("The table “Transitions by parcel” of an EcoVoucher run: parcel, from_code, to_code, area_ha."),
        )
        self.add_parameter(
            QgsProcessingParameterNumber(
                PARCEL, tr("Only this parcel (feature id)"), QgsProcessingParameterNumber.Type.Integer, None, True
            ),
            tr("The number in the field “parcel”. Empty: all parcels."),
        )
        add_rule_parameters(self)
        add_allow_unmatched(self)
        self.add_parameter(
            QgsProcessingParameterFeatureSink(
                OUTPUT, tr("ESV by parcel and service"), QgsProcessing.SourceType.TypeVector
            ),
            tr("One row for each parcel and service, in yuan per year. The sums over the services are esv_base, "
               "esv_target and esv_change of the parcel."),
        )
        for name, label in zip(NUMBERS, (
            tr("Parcels"), tr("ESV at the base date (yuan per year)"), tr("ESV at the target date (yuan per year)"),
            tr("ESV change (yuan per year)"),
        )):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def plan(self, parameters: dict, context: QgsProcessingContext) -> Plan:
        source, label = self.source(parameters, TRANSITIONS, context), tr("Transitions by parcel")
        plan = Plan(
            source=source,
            positions=(
                number_position(source, "parcel", label),
                *(field_position(source, name, label) for name in CODE_FIELDS),
                number_position(source, "area_ha", label),
            ),
            parcel=None if parameters.get(PARCEL) in (None, "") else self.parameterAsInt(parameters, PARCEL, context),
            rules=read_rules(self, parameters, context),
        )
        check_destinations(self, parameters, context, (TRANSITIONS,))
        return plan

    def execute(
        self, plan: Plan, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict:
        ids, transitions = _read_transitions(plan, Progress(feedback, 0, 60))
        unmatched = unmatched_codes(transitions, plan.rules)
        if unmatched and not self.parameterAsBoolean(parameters, ALLOW_UNMATCHED, context):
            raise unmatched_error(unmatched, plan.rules, tr)
        if unmatched:
            feedback.pushWarning(tr("{count} codes without a value: {codes}").format(
                count=len(unmatched), codes=listed(unmatched, tr)
            ))
        rows = service_rows(ids, parcel_services(transitions, plan.rules))
        with SinkWriter(self, parameters, context) as writer:
            writer.write_table(OUTPUT, FIELDS, rows, Progress(feedback, 60, 100))
        sums = total(account(transitions, plan.rules))
        figures = (None if sum_ != sum_ else sum_ for sum_ in (sums.esv_base, sums.esv_target, sums.esv_change))
        return {**writer.destinations, **dict(zip(NUMBERS, (len(ids), *figures)))}


def _read_transitions(plan: Plan, progress: Progress) -> tuple[list[int], TransitionTable]:
    """Return the ids of the parcels, sorted, and their transitions; the areas are those of the table.

    Raises LayerError where there is no row, or one without a parcel or a proper area.
    """
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    if plan.parcel is not None:
        request.setFilterExpression(f"{QgsExpression.quotedColumnRef('parcel')} = {plan.parcel}")
    features = progress.each(features_of(plan.source, request), plan.source.featureCount())
    rows = [_row(feature.id(), [feature.attribute(position) for position in plan.positions]) for feature in features]
    if not rows:
        raise _no_row(plan.parcel)
    parcels, before, after, areas = zip(*rows)
    ids, parcel = np.unique(np.array(parcels, dtype=np.int64), return_inverse=True)
    area_m2 = np.array(areas) * M2_PER_HECTARE
    codes = CodeList(), CodeList()
    base, target = ([side.index(code) for code in column] for side, column in zip(codes, (before, after)))
    return ids.tolist(), build_transitions(
        codes[0].codes, codes[1].codes, parcel, base, target, area_m2,
        np.bincount(parcel, weights=area_m2), np.zeros(len(ids)),
    )


def _row(row_id: int, values: list) -> tuple[int, object, object, float]:
    """Return parcel, codes and hectares of a row of the table."""
    parcel, before, after, area = values
    hectares = math.nan if is_null(area) else float(area)
    if is_null(parcel) or not 0 <= hectares < math.inf:
        raise LayerError(
            "{layer}, row {row}: the parcel is missing, or the area is no number of hectares. "
            "Choose the table that a run returned, unchanged.",
            layer=tr("Transitions by parcel"), row=row_id,
        )
    return int(parcel), none_if_null(before), none_if_null(after), hectares


def _no_row(parcel: int | None) -> LayerError:
    if parcel is None:
        return LayerError("{layer}: the table is empty. No parcel had land use at both dates.",
                          layer=tr("Transitions by parcel"))
    return LayerError(
        "{layer}: there is no row for the parcel {parcel}. It has no land use at both dates, or the table is that "
        "of another run.",
        layer=tr("Transitions by parcel"), parcel=parcel,
    )
