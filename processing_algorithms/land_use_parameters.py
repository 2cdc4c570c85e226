"""Parameters of the land use of two dates: vector layers with a code field, or classified rasters."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterBand,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsRasterLayer,
)

from ..ecovoucher_plugin.accounting.errors import LayerError
from ..ecovoucher_plugin.i18n import tr
from ..ecovoucher_plugin.overlay.from_qgis.layers import LandUseLayer
from ..ecovoucher_plugin.overlay.from_qgis.raster import open_layer
from ..ecovoucher_plugin.overlay.from_qgis.rows import table_behind
from ..ecovoucher_plugin.overlay.rasters.open_rasters import RasterSource
from .base import EcoVoucherAlgorithm

BASE_LANDUSE, BASE_FIELD = "BASE_LANDUSE", "BASE_FIELD"
TARGET_LANDUSE, TARGET_FIELD = "TARGET_LANDUSE", "TARGET_FIELD"
BASE_RASTER, BASE_BAND, BASE_NODATA = "BASE_RASTER", "BASE_BAND", "BASE_NODATA"
TARGET_RASTER, TARGET_BAND, TARGET_NODATA = "TARGET_RASTER", "TARGET_BAND", "TARGET_NODATA"
PLAN_BASE_FIELD, PLAN_TARGET_FIELD = "PLAN_BASE_FIELD", "PLAN_TARGET_FIELD"


@dataclass(frozen=True)
class VectorNames:
    """Names of the parameters of one date's vector land use, and how messages call the layer."""

    layer: str
    field: str
    label: str


@dataclass(frozen=True)
class RasterNames:
    """Names of the parameters of one date's raster land use, and how messages call the raster."""

    raster: str
    band: str
    nodata: str
    label: str


@dataclass(frozen=True)
class PlanNames:
    """Names of the parameters of one date's land use as codes on the parcels, and how messages call these.

    field: as in ecovoucher:parcelplanyield. chooser: the parameter that offers the fields of the parcels in the window,
    where the one of that name offers those of a land-use layer.
    """

    field: str
    chooser: str
    label: str


def vector_names() -> tuple[VectorNames, VectorNames]:
    """Return the parameters of the base and of the target date."""
    return (
        VectorNames(BASE_LANDUSE, BASE_FIELD, tr("Land use at the base date")),
        VectorNames(TARGET_LANDUSE, TARGET_FIELD, tr("Land use at the target date")),
    )


def raster_names() -> tuple[RasterNames, RasterNames]:
    """Return the parameters of the base and of the target date."""
    return (
        RasterNames(BASE_RASTER, BASE_BAND, BASE_NODATA, tr("Land use at the base date (raster)")),
        RasterNames(TARGET_RASTER, TARGET_BAND, TARGET_NODATA, tr("Land use at the target date (raster)")),
    )


def plan_names() -> tuple[PlanNames, PlanNames]:
    """Return the parameters of the present and of the planned land use."""
    return (
        PlanNames(BASE_FIELD, PLAN_BASE_FIELD, tr("Present land use (codes on the parcels)")),
        PlanNames(TARGET_FIELD, PLAN_TARGET_FIELD, tr("Planned land use (codes on the parcels)")),
    )


def planned_fields(parameters: dict) -> tuple[str, ...]:
    """Return the parameters that name code fields of the parcels.

    BASE_FIELD and TARGET_FIELD do where there is no other land use.
    """
    chosen = tuple(names.chooser for names in plan_names() if parameters.get(names.chooser))
    others = [names.layer for names in vector_names()] + [names.raster for names in raster_names()]
    if chosen or any(parameters.get(name) for name in others):
        return chosen
    return tuple(names.field for names in plan_names() if parameters.get(names.field))


def add_vector_land_use(algorithm: EcoVoucherAlgorithm, optional: bool = False) -> None:
    """Declare the land-use layers of both dates and their code fields."""
    field_labels = tr("Code field of the base land use"), tr("Code field of the target land use")
    for names, field_label in zip(vector_names(), field_labels):
        algorithm.add_parameter(
            QgsProcessingParameterFeatureSource(
                names.layer, names.label, [QgsProcessing.SourceType.TypeVectorPolygon], None, optional
            ),
            tr("Polygons with a land-use code each, without overlaps. Any CRS; they are transformed to that of "
               "the parcels."),
        )
        algorithm.add_parameter(
            QgsProcessingParameterField(
                names.field, field_label, None, names.layer, QgsProcessingParameterField.DataType.Any, False, optional
            ),
            tr("Text or whole numbers, in the codes of the land-use scheme. Leading zeros count: 0101 is not 101."),
        )


def add_plan_fields(algorithm: EcoVoucherAlgorithm, parcels: str) -> None:
    """Declare the code fields of the parcels, for a plan. parcels: the parameter of the parcels."""
    labels = (
        tr("Field of the present land-use code on the parcels (for a plan)"),
        tr("Field of the planned land-use code on the parcels (for a plan)"),
    )
    for names, label in zip(plan_names(), labels):
        algorithm.add_parameter(
            QgsProcessingParameterField(
                names.chooser, label, None, parcels, QgsProcessingParameterField.DataType.Any, False, True
            ),
            tr("For the planned yield, which takes codes on the parcels instead of land-use layers. In a script, "
               "BASE_FIELD and TARGET_FIELD without land-use layers say the same."),
        )


def add_raster_land_use(algorithm: EcoVoucherAlgorithm, optional: bool = False) -> None:
    """Declare the rasters of both dates and their bands."""
    band_labels = tr("Band of the base land use"), tr("Band of the target land use")
    for names, band_label in zip(raster_names(), band_labels):
        algorithm.add_parameter(
            QgsProcessingParameterRasterLayer(names.raster, names.label, None, optional),
            tr("Class codes as whole numbers. The two rasters may differ in cell size, origin, extent and CRS; "
               "in one CRS nothing is resampled."),
        )
        algorithm.add_parameter(
            QgsProcessingParameterBand(names.band, band_label, 1, names.raster, True),
            tr("The band that holds the class codes; without one, the first."),
        )


def add_raster_nodata(algorithm: EcoVoucherAlgorithm) -> None:
    """Declare the values that stand for NoData in rasters that do not declare theirs."""
    labels = tr("Value without class in the base raster"), tr("Value without class in the target raster")
    for names, label in zip(raster_names(), labels):
        algorithm.add_parameter(
            QgsProcessingParameterNumber(names.nodata, label, QgsProcessingParameterNumber.Type.Integer, None, True),
            tr("For a raster that does not declare its NoData value. Leave empty otherwise."),
            advanced=True,
        )


def read_vector(
    algorithm: EcoVoucherAlgorithm, parameters: dict, names: VectorNames, context: QgsProcessingContext
) -> LandUseLayer:
    """Read a land-use layer; raise LayerError where there is none."""
    code_field = algorithm.parameterAsString(parameters, names.field, context)
    source = algorithm.source(parameters, names.layer, context)
    table = table_behind(source, algorithm.parameterAsVectorLayer(parameters, names.layer, context))
    return LandUseLayer(source, code_field, names.label, table)


def read_raster(
    algorithm: EcoVoucherAlgorithm, parameters: dict, names: RasterNames, context: QgsProcessingContext
) -> tuple[QgsRasterLayer, RasterSource]:
    """Read and open a raster; raise LayerError where there is none or it cannot be used."""
    layer = algorithm.parameterAsRasterLayer(parameters, names.raster, context)
    if layer is None:
        raise LayerError("{problem}", problem=algorithm.invalidRasterError(parameters, names.raster))
    missing = ()
    if parameters.get(names.nodata) not in (None, ""):
        missing = (float(algorithm.parameterAsInt(parameters, names.nodata, context)),)
    return layer, open_layer(layer, algorithm.parameterAsInt(parameters, names.band, context), missing)
