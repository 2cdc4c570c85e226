"""Reading of the inputs to be inspected: what cannot be read is a finding, not an error."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from qgis.core import QgsMapLayer, QgsProcessingContext, QgsProcessingFeatureSource

from ..ecovoucher_plugin.accounting.errors import EcoVoucherError, LayerError
from ..ecovoucher_plugin.checks.finding import Finding
from ..ecovoucher_plugin.checks.inspection import Inputs, PlannedCodes, RasterInput, refusal_finding
from ..ecovoucher_plugin.i18n import tr
from ..ecovoucher_plugin.overlay.from_qgis.layers import LandUseLayer
from ..ecovoucher_plugin.overlay.from_qgis.raster import raster_crs
from .base import EcoVoucherAlgorithm
from .land_use_parameters import (
    PlanNames,
    RasterNames,
    VectorNames,
    plan_names,
    planned_fields,
    raster_names,
    read_raster,
    read_vector,
    vector_names,
)
from .layer_checks import check_extent, holds_polygons, land_use_refusals, parcel_refusals
from .parcel_parameters import ALLOW_UNMATCHED, PARCELS, read_parcel_layer
from .places import input_place
from .rule_parameters import read_rules


@dataclass
class CheckedInputs:
    """The inputs, what the main job would refuse in them before it begins, and a line on each of them."""

    inputs: Inputs = field(default_factory=Inputs)
    findings: list[Finding] = field(default_factory=list)
    described: list[tuple[str, str]] = field(default_factory=list)

    def refuse(self, errors: Iterator[EcoVoucherError] | tuple[EcoVoucherError, ...], label: str) -> None:
        """Note each refusal as a finding."""
        for error in errors:
            self.findings.append(refusal_finding(error, label))
            self.inputs.refused = True


def read_checked_inputs(
    algorithm: EcoVoucherAlgorithm, parameters: dict, context: QgsProcessingContext
) -> CheckedInputs:
    """Read the inputs of a run as far as they can be read.

    Raises LayerError where it is not said which land use to inspect.
    """
    read, both_dates = _land_use_of(parameters)
    checked = CheckedInputs()
    inputs = checked.inputs
    inputs.parcels_label = tr("Parcels")
    inputs.allowed = algorithm.parameterAsBoolean(parameters, ALLOW_UNMATCHED, context)
    _read_parcels(checked, read is _read_raster, algorithm, parameters, context)
    inputs.base, inputs.target = (read(checked, names, algorithm, parameters, context) for names in both_dates)
    try:
        inputs.rules = read_rules(algorithm, parameters, context)
    except EcoVoucherError as error:
        checked.refuse((error,), tr("Parameters"))
    return checked


def _land_use_of(parameters: dict) -> tuple[Callable, tuple]:
    """Return how the land use of both dates is given: what reads one date of it, and the parameters of both.

    Raises LayerError where that is not clear.
    """
    layers = [bool(parameters.get(names.layer)) for names in vector_names()]
    rasters = [bool(parameters.get(names.raster)) for names in raster_names()]
    named = planned_fields(parameters)
    fields = [names.chooser in named or names.field in named for names in plan_names()]
    kinds = (
        (layers, _read_vector, vector_names()),
        (rasters, _read_raster, raster_names()),
        (fields, _read_planned, plan_names()),
    )
    given = [kind for kind in kinds if any(kind[0])]
    if not given:
        raise LayerError(
            "There is no land use to inspect. Choose the layers of both dates with their code fields, the rasters of "
            "both dates or, for a plan, the two code fields of the parcels."
        )
    if len(given) > 1:
        raise LayerError(
            "Land use is given in more than one way: as layers, rasters or codes on the parcels. Leave all but one "
            "empty. For one date as layer and one as raster, polygonize the raster first: its cells are exact polygons."
        )
    (present, read, both_dates), = given
    if not all(present):
        raise LayerError("The land use of one date is missing. Choose it for both dates, of the same kind.")
    return read, both_dates


def _read_parcels(
    checked: CheckedInputs, with_cells: bool, algorithm: EcoVoucherAlgorithm, parameters: dict,
    context: QgsProcessingContext,
) -> None:
    label = checked.inputs.parcels_label
    try:
        parcels = read_parcel_layer(algorithm, parameters, context)
    except EcoVoucherError as error:
        checked.refuse((error,), label)
        return
    checked.refuse(parcel_refusals(parcels, label, with_cells), label)
    if holds_polygons(parcels.source):
        checked.inputs.parcels = parcels
    _describe(checked, label, parcels.source, parameters, PARCELS, context)


def _read_vector(
    checked: CheckedInputs, names: VectorNames, algorithm: EcoVoucherAlgorithm, parameters: dict,
    context: QgsProcessingContext,
) -> LandUseLayer | None:
    try:
        land_use = read_vector(algorithm, parameters, names, context)
    except EcoVoucherError as error:
        checked.refuse((error,), names.label)
        return None
    source = land_use.source
    checked.refuse(land_use_refusals(land_use), names.label)
    _describe(checked, names.label, source, parameters, names.layer, context)
    if not holds_polygons(source):
        return None
    if source.featureCount():
        _check_extent(checked, source.sourceExtent(), source.sourceCrs(), names.label, context)
    return land_use


def _read_planned(
    checked: CheckedInputs, names: PlanNames, algorithm: EcoVoucherAlgorithm, parameters: dict,
    context: QgsProcessingContext,
) -> PlannedCodes | None:
    parcels = checked.inputs.parcels
    if parcels is None:
        return None
    chosen = names.chooser if parameters.get(names.chooser) else names.field
    field = algorithm.parameterAsString(parameters, chosen, context)
    label = checked.inputs.parcels_label
    checked.refuse(land_use_refusals(LandUseLayer(parcels.source, field, label)), label)
    checked.described.append((names.label, field))
    return PlannedCodes(field, names.label) if parcels.source.fields().lookupField(field) >= 0 else None


def _read_raster(
    checked: CheckedInputs, names: RasterNames, algorithm: EcoVoucherAlgorithm, parameters: dict,
    context: QgsProcessingContext,
) -> RasterInput | None:
    try:
        layer, raster = read_raster(algorithm, parameters, names, context)
    except EcoVoucherError as error:
        checked.refuse((error,), names.label)
        return None
    crs = raster_crs(raster)
    _check_extent(checked, layer.extent(), crs, names.label, context)
    text = tr("{name}: {columns} × {rows} cells, {crs}").format(
        name=raster.name, columns=len(raster.x_axis), rows=len(raster.y_axis), crs=crs.userFriendlyIdentifier())
    checked.described.append((names.label, text))
    return RasterInput(raster, names.label)


def _check_extent(checked: CheckedInputs, extent, crs, label: str, context: QgsProcessingContext) -> None:
    parcels = checked.inputs.parcels
    if parcels is None or not (crs.isValid() and parcels.source.sourceCrs().isValid()):
        return
    try:
        check_extent(parcels.source, extent, crs, label, context.transformContext())
    except LayerError as error:
        checked.refuse((error,), label)


def _describe(
    checked: CheckedInputs, label: str, source: QgsProcessingFeatureSource, parameters: dict, name: str,
    context: QgsProcessingContext,
) -> None:
    place = input_place(parameters.get(name), context)
    if place is not None:
        checked.inputs.files[label] = place.file
    value = parameters.get(name)
    named = value.name() if isinstance(value, QgsMapLayer) else source.sourceName()
    crs = source.sourceCrs()
    text = tr("{name}: {count} features, {crs}").format(
        name=named, count=f"{source.featureCount():,}",
        crs=crs.userFriendlyIdentifier() if crs.isValid() else tr("no CRS"))
    checked.described.append((label, text if place is None else f"{text}, {place}"))
