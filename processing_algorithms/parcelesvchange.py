"""Parcel ESV change and voucher yield from two vector land-use layers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
)

from ..ecovoucher_plugin.accounting.accounts import Rules
from ..ecovoucher_plugin.i18n import tr
from ..ecovoucher_plugin.overlay.from_qgis.layers import LandUseLayer, ParcelLayer
from ..ecovoucher_plugin.overlay.from_qgis.vector import overlay_layers
from .base import EcoVoucherAlgorithm
from .destinations import check_destinations, check_key, check_names
from .land_use_parameters import BASE_LANDUSE, TARGET_LANDUSE, add_vector_land_use, read_vector, vector_names
from .layer_checks import check_extent, check_land_use, check_parcels
from .parcel_parameters import PARCELS, add_area_parameters, add_parcels, read_parcel_layer
from .parcel_results import OUTPUT, add_parcel_outputs, parcel_fields
from .parcel_run import Stretches, finish_run, warn_of_transformations
from .rule_parameters import add_rule_parameters, read_rules


@dataclass(frozen=True)
class Plan:
    """A run as the user asked for it, read and checked."""

    parcels: ParcelLayer
    base: LandUseLayer
    target: LandUseLayer
    rules: Rules


class ParcelEsvChange(EcoVoucherAlgorithm):
    """ecovoucher:parcelesvchange (design contract 3.1)."""

    can_be_inspected = True

    def name(self) -> str:
        return "parcelesvchange"

    def displayName(self) -> str:
        return tr("Parcel ESV change and voucher yield (vector land use)")

    def shortDescription(self) -> str:
        return tr("What each parcel gains or loses in ecosystem service value between two land-use layers, and the "
                  "ecological vouchers that yields.")

    def tags(self) -> list[str]:
        return tr("ecosystem service value,ESV,ecological voucher,land use,land use change,parcel,restoration,"
                  "equivalent factor,overlay,生态券,生态系统服务价值,土地利用").split(",")

    def initAlgorithm(self, configuration=None) -> None:
        add_parcels(self)
        add_vector_land_use(self)
        add_rule_parameters(self)
        add_area_parameters(self)
        add_parcel_outputs(self)

    def plan(self, parameters: dict, context: QgsProcessingContext) -> Plan:
        parcels = read_parcel_layer(self, parameters, context)
        check_parcels(parcels, tr("Parcels"))
        layers = []
        for names in vector_names():
            land_use = read_vector(self, parameters, names, context)
            check_land_use(land_use)
            extent, crs = land_use.source.sourceExtent(), land_use.source.sourceCrs()
            check_extent(parcels.source, extent, crs, names.label, context.transformContext())
            layers.append(land_use)
        check_destinations(self, parameters, context, (PARCELS, BASE_LANDUSE, TARGET_LANDUSE))
        check_key(parcels.source, tr("Parcels"), parameters.get(OUTPUT))
        check_names(parcels.source, parcel_fields(with_cells=False), tr("Parcels"), parameters.get(OUTPUT))
        return Plan(parcels, *layers, read_rules(self, parameters, context))

    def execute(
        self, plan: Plan, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict:
        systems = tuple((land_use.label, land_use.source.sourceCrs()) for land_use in (plan.base, plan.target))
        warn_of_transformations(plan.parcels, systems, context.transformContext(), feedback)
        patches = plan.base.source.featureCount() + plan.target.source.featureCount()
        run = Stretches(feedback, plan.parcels.source.featureCount(), patches=patches // 2)
        overlay = overlay_layers(plan.parcels, plan.base, plan.target, context.transformContext(), run.overlay)
        base = plan.base.source.sourceName()
        return finish_run(self, parameters, context, run, plan.parcels, overlay, base, plan.rules, date.today())
