"""Planned ESV change and voucher yield from codes on the parcels."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)

from ..ecovoucher_plugin.accounting.accounts import Rules
from ..ecovoucher_plugin.i18n import tr
from ..ecovoucher_plugin.overlay.from_qgis.layers import LandUseLayer, ParcelLayer
from ..ecovoucher_plugin.overlay.from_qgis.planned import planned_transitions
from .base import EcoVoucherAlgorithm
from .destinations import check_destinations, check_key, check_names
from .layer_checks import check_land_use, check_parcels
from .parcel_parameters import PARCELS, add_area_parameters, read_parcel_layer
from .parcel_results import OUTPUT, add_parcel_outputs, parcel_fields
from .parcel_run import Stretches, finish_run
from .rule_parameters import add_rule_parameters, read_rules

BASE_FIELD, TARGET_FIELD = "BASE_FIELD", "TARGET_FIELD"


@dataclass(frozen=True)
class Plan:
    """A run as the user asked for it, read and checked."""

    parcels: ParcelLayer
    base_field: str
    target_field: str
    rules: Rules


class ParcelPlanYield(EcoVoucherAlgorithm):
    """ecovoucher:parcelplanyield (design contract 3.3)."""

    can_be_inspected = True

    def name(self) -> str:
        return "parcelplanyield"

    def displayName(self) -> str:
        return tr("Planned ESV change and voucher yield (codes on the parcels)")

    def shortDescription(self) -> str:
        return tr("What a restoration plan would yield: each parcel as a whole, from the land use it has to the land "
                  "use it is planned to have.")

    def tags(self) -> list[str]:
        return tr("plan,restoration,scenario,ecosystem service value,ESV,ecological voucher,land use,parcel,yield,"
                  "生态券,规划,修复,生态系统服务价值").split(",")

    def initAlgorithm(self, configuration=None) -> None:
        self.add_parameter(
            QgsProcessingParameterFeatureSource(
                PARCELS, tr("Parcels"), [QgsProcessing.SourceType.TypeVectorPolygon]
            ),
            tr("Polygons with the land use they have and the one they are planned to have. "
               "Every one is in the result."),
        )
        for field, label in (
            (BASE_FIELD, tr("Field of the present land-use code")),
            (TARGET_FIELD, tr("Field of the planned land-use code")),
        ):
            self.add_parameter(
                QgsProcessingParameterField(field, label, None, PARCELS),
                tr("Text or whole numbers, in the codes of the land-use scheme. Leading zeros count: 0101 is not 101."),
            )
        add_rule_parameters(self)
        add_area_parameters(self)
        add_parcel_outputs(self)

    def plan(self, parameters: dict, context: QgsProcessingContext) -> Plan:
        parcels = read_parcel_layer(self, parameters, context)
        check_parcels(parcels, tr("Parcels"))
        fields = [self.parameterAsString(parameters, name, context) for name in (BASE_FIELD, TARGET_FIELD)]
        for field in fields:
            check_land_use(LandUseLayer(parcels.source, field, tr("Parcels")))
        check_destinations(self, parameters, context, (PARCELS,))
        check_key(parcels.source, tr("Parcels"), parameters.get(OUTPUT))
        check_names(parcels.source, parcel_fields(with_cells=False), tr("Parcels"), parameters.get(OUTPUT))
        return Plan(parcels, *fields, read_rules(self, parameters, context))

    def execute(
        self, plan: Plan, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict:
        run = Stretches(feedback, plan.parcels.source.featureCount())
        overlay = planned_transitions(
            plan.parcels, plan.base_field, plan.target_field, context.transformContext(), run.overlay
        )
        return finish_run(
            self, parameters, context, run, plan.parcels, overlay, plan.base_field, plan.rules, date.today()
        )
