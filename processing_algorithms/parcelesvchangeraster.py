"""Parcel ESV change and voucher yield from two classified rasters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
)

from ..ecovoucher_plugin.accounting.accounts import Rules
from ..ecovoucher_plugin.i18n import tr
from ..ecovoucher_plugin.overlay.from_qgis.layers import ParcelLayer
from ..ecovoucher_plugin.overlay.from_qgis.raster import overlay_raster_layers, raster_crs
from ..ecovoucher_plugin.overlay.rasters.open_rasters import RasterSource, in_grid_of
from ..ecovoucher_plugin.overlay.remarks import raster_warnings
from .base import EcoVoucherAlgorithm
from .destinations import check_destinations, check_key, check_names
from .land_use_parameters import (
    BASE_RASTER,
    TARGET_RASTER,
    add_raster_land_use,
    add_raster_nodata,
    raster_names,
    read_raster,
)
from .layer_checks import check_extent, check_parcels
from .parcel_parameters import PARCELS, add_area_parameters, add_parcels, read_parcel_layer
from .parcel_results import OUTPUT, add_parcel_outputs, parcel_fields
from .parcel_run import Stretches, finish_run, warn_of_transformations
from .rule_parameters import add_rule_parameters, read_rules


@dataclass(frozen=True)
class Plan:
    """A run as the user asked for it, read and checked."""

    parcels: ParcelLayer
    base: RasterSource
    target: RasterSource
    rules: Rules


class ParcelEsvChangeRaster(EcoVoucherAlgorithm):
    """ecovoucher:parcelesvchangeraster (design contract 3.2)."""

    can_be_inspected = True

    def name(self) -> str:
        return "parcelesvchangeraster"

    def displayName(self) -> str:
        return tr("Parcel ESV change and voucher yield (raster land use)")

    def shortDescription(self) -> str:
        return tr("What each parcel gains or loses in ecosystem service value between two classified rasters, and "
                  "the ecological vouchers that yields. Cells count by the share that lies in the parcel.")

    def tags(self) -> list[str]:
        return tr("ecosystem service value,ESV,ecological voucher,land cover,raster,zonal,exact coverage,parcel,"
                  "生态券,生态系统服务价值,栅格").split(",")

    def initAlgorithm(self, configuration=None) -> None:
        add_parcels(self)
        add_raster_land_use(self)
        add_rule_parameters(self)
        add_area_parameters(self)
        add_raster_nodata(self)
        add_parcel_outputs(self)

    def plan(self, parameters: dict, context: QgsProcessingContext) -> Plan:
        parcels = read_parcel_layer(self, parameters, context)
        check_parcels(parcels, tr("Parcels"), with_cells=True)
        rasters = []
        for names in raster_names():
            layer, raster = read_raster(self, parameters, names, context)
            check_extent(parcels.source, layer.extent(), raster_crs(raster), names.label, context.transformContext())
            rasters.append(raster)
        check_destinations(self, parameters, context, (PARCELS, BASE_RASTER, TARGET_RASTER))
        check_key(parcels.source, tr("Parcels"), parameters.get(OUTPUT))
        check_names(parcels.source, parcel_fields(with_cells=True), tr("Parcels"), parameters.get(OUTPUT))
        return Plan(parcels, *rasters, read_rules(self, parameters, context))

    def execute(
        self, plan: Plan, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict:
        for warning in raster_warnings((plan.base, plan.target), tr):
            feedback.pushWarning(warning)
        systems = tuple((raster.name, raster_crs(raster)) for raster in (plan.base, plan.target))
        warn_of_transformations(plan.parcels, systems, context.transformContext(), feedback)
        cells = len(plan.base.x_axis) * len(plan.base.y_axis)
        run = Stretches(feedback, plan.parcels.source.featureCount(), cells=cells)
        overlay = overlay_raster_layers(
            plan.parcels, plan.base, in_grid_of(plan.base, plan.target), context.transformContext(), run.overlay
        )
        codes = overlay.transitions.base_codes, overlay.transitions.target_codes
        for raster, found in zip((plan.base, plan.target), codes):
            names = [f"{code} {raster.class_names[int(code)]}" for code in found if int(code) in raster.class_names]
            if names:
                feedback.pushInfo(tr("Classes of {raster} by its own table: {names}").format(
                    raster=raster.name, names=", ".join(names)
                ))
        return finish_run(
            self, parameters, context, run, plan.parcels, overlay, plan.base.name, plan.rules, date.today()
        )
