"""Parameters of the parcels: the layer, the area basis, and what to do with unmatched codes."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)

from ..ecovoucher_plugin.i18n import tr
from ..ecovoucher_plugin.overlay.from_qgis.layers import ParcelLayer
from ..ecovoucher_plugin.overlay.from_qgis.rows import table_behind
from ..ecovoucher_plugin.overlay.parcels import AREA_BASES, ELLIPSOIDAL
from .base import EcoVoucherAlgorithm

PARCELS = "PARCELS"
AREA_BASIS, AREA_FIELD = "AREA_BASIS", "AREA_FIELD"
ALLOW_UNMATCHED = "ALLOW_UNMATCHED"


def add_parcels(algorithm: EcoVoucherAlgorithm, optional: bool = False) -> None:
    """Declare the layer of parcels."""
    algorithm.add_parameter(
        QgsProcessingParameterFeatureSource(
            PARCELS, tr("Parcels"), [QgsProcessing.SourceType.TypeVectorPolygon], None, optional
        ),
        tr("Polygons to account for, such as restoration or development parcels. Every one is in the result."),
    )


def add_area_parameters(algorithm: EcoVoucherAlgorithm) -> None:
    """Declare the area basis, the official-area field and ALLOW_UNMATCHED."""
    algorithm.add_parameter(
        QgsProcessingParameterEnum(
            AREA_BASIS, tr("Area basis"), list(AREA_BASES), False, ELLIPSOIDAL, False, True
        ),
        tr("ellipsoidal: true area on the ellipsoid of the parcels' CRS, whatever the project says. planar: in the "
           "parcels' projected CRS. field: the official area of each parcel, to which its parts are scaled."),
    )
    algorithm.add_parameter(
        QgsProcessingParameterField(
            AREA_FIELD, tr("Field of official areas (m², for “field”)"), None, PARCELS,
            QgsProcessingParameterField.DataType.Numeric, False, True,
        ),
        tr("Area of each parcel in m² as certified, such as TBMJ."),
    )
    add_allow_unmatched(algorithm)


def add_allow_unmatched(algorithm: EcoVoucherAlgorithm) -> None:
    """Declare ALLOW_UNMATCHED."""
    algorithm.add_parameter(
        QgsProcessingParameterBoolean(ALLOW_UNMATCHED, tr("Go on with codes that have no value"), False),
        tr("Off: the run stops and names the codes with their areas. On: they are listed, and what depends on them "
           "is NULL or left out of the mapped part, never 0."),
        advanced=True,
    )


def read_parcel_layer(algorithm: EcoVoucherAlgorithm, parameters: dict, context: QgsProcessingContext) -> ParcelLayer:
    """Read the parcel parameters."""
    source = algorithm.source(parameters, PARCELS, context)
    return ParcelLayer(
        source=source,
        area_basis=algorithm.parameterAsEnumString(parameters, AREA_BASIS, context),
        area_field=algorithm.parameterAsString(parameters, AREA_FIELD, context) or None,
        table=table_behind(source, algorithm.parameterAsVectorLayer(parameters, PARCELS, context)),
    )
