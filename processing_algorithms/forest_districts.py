"""Districts of a forest-cover trade: their parameters, and what the layer says of each."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)

from ..ecovoucher_plugin.accounting.errors import LayerError
from ..ecovoucher_plugin.accounting.status import OK, REPAIRED
from ..ecovoucher_plugin.accounting.units import mu
from ..ecovoucher_plugin.compat import double_field, is_null, text_field
from ..ecovoucher_plugin.i18n import tr
from ..ecovoucher_plugin.overlay.from_qgis.area import ellipsoid_measure
from ..ecovoucher_plugin.overlay.from_qgis.features import features_of
from ..ecovoucher_plugin.overlay.from_qgis.geometry import geometry_of, straight_polygon, validated
from ..ecovoucher_plugin.overlay.progress import Progress
from ..ecovoucher_plugin.policy.errors import ForestCoverError
from ..ecovoucher_plugin.policy.forest_cover import MU_PER_UNIT, District, ForestRules, check_percent
from .base import EcoVoucherAlgorithm
from .feature_tables import check_features, field_position, number, number_position

DISTRICTS, NAME_FIELD = "DISTRICTS", "NAME_FIELD"
AREA_FIELD, AREA_UNIT = "AREA_FIELD", "AREA_UNIT"
FOREST_FIELD, COVER_FIELD = "FOREST_FIELD", "COVER_FIELD"
TARGET_FIELD, PRICE_FIELD = "TARGET_FIELD", "PRICE_FIELD"
NUMBER_FIELDS = (AREA_FIELD, FOREST_FIELD, COVER_FIELD, TARGET_FIELD, PRICE_FIELD)
GROUP_FIELDS = GRAIN_FIELD, OIL_FIELD, KEY_FIELD = "GRAIN_FIELD", "OIL_FIELD", "KEY_ECOLOGICAL_FIELD"

DISTRICT_FIELDS = (
    *(double_field(name) for name in ("fc_cover", "fc_target", "fc_short", "fc_surplus")),
    text_field("fc_role"),
    *(double_field(name) for name in ("fc_bought", "fc_sold", "fc_after")),
    text_field("fc_status"),
)

YES, NO = {"1", "true", "t", "yes", "y", "是"}, {"0", "false", "f", "no", "n", "否"}


@dataclass(frozen=True)
class DistrictLayer:
    """The districts in the order of the layer, and a place for each: its centroid, in the CRS of the layer."""

    source: QgsProcessingFeatureSource
    districts: list[District]
    places: list[QgsGeometry]

    def metres(self, sellers: list[int], buyers: list[int]) -> np.ndarray:
        """Return the whole metres (s, b) on the ellipsoid between the places of sellers and of buyers."""
        measure = ellipsoid_measure(self.source.sourceCrs())
        points = {position: self.places[position].asPoint() for position in (*sellers, *buyers)}
        return np.rint([
            [measure.measureLine(points[seller], points[buyer]) for buyer in buyers] for seller in sellers
        ]).reshape(len(sellers), len(buyers))


def add_district_parameters(algorithm: EcoVoucherAlgorithm) -> None:
    """Declare the parameters that DistrictReader reads, but for PRICE_FIELD."""
    polygon = [QgsProcessing.SourceType.TypeVectorPolygon]
    algorithm.add_parameter(
        QgsProcessingParameterFeatureSource(DISTRICTS, tr("Districts"), polygon),
        tr("Districts or counties that are assessed for their forest coverage. Every one is in the result."),
    )
    algorithm.add_parameter(
        QgsProcessingParameterField(NAME_FIELD, tr("Field of the names"), None, DISTRICTS),
        tr("Names for messages and trades. Districts of the same name are told apart by their feature id."),
    )
    add_field(algorithm, AREA_FIELD, tr("Field of the land area (empty = from the polygons)"),
              tr("Land area over which coverage is taken, in the unit below. Empty: area on the ellipsoid."))
    algorithm.add_parameter(
        QgsProcessingParameterEnum(
            AREA_UNIT, tr("Unit of the area fields"), list(MU_PER_UNIT), False, "mu", False, True
        ),
        tr("Unit of land area and forest area: mu, hectares or km². Results are in mu (1 ha = 15 mu)."),
    )
    add_field(algorithm, FOREST_FIELD, tr("Field of the forest area (in the unit above)"),
              tr("Give this or the coverage."))
    add_field(algorithm, COVER_FIELD, tr("Field of the forest coverage (%)"),
              tr("Give this or the forest area. 45 stands for 45 %."))
    add_field(algorithm, TARGET_FIELD, tr("Field of the target coverage (%)"),
              tr("Give this, or the three fields that follow: then the target is that of the district's group."))
    for name, label in _group_labels().items():
        algorithm.add_parameter(
            QgsProcessingParameterField(
                name, label, None, DISTRICTS, QgsProcessingParameterField.DataType.Any, False, True
            ),
            tr("Boolean, 1/0 or yes/no. In Chongqing grain or oil: 50 %; both: 45 %; all others and key ecological "
               "counties: 55 %."),
        )


def _group_labels() -> dict[str, str]:
    return {
        GRAIN_FIELD: tr("Field “major grain county” (yes/no)"),
        OIL_FIELD: tr("Field “major rapeseed-oil area” (yes/no)"),
        KEY_FIELD: tr("Field “national key ecological function county” (yes/no)"),
    }


def add_field(algorithm: EcoVoucherAlgorithm, name: str, label: str, text: str) -> None:
    """Declare an optional number field of the districts."""
    numeric = QgsProcessingParameterField.DataType.Numeric
    algorithm.add_parameter(QgsProcessingParameterField(name, label, None, DISTRICTS, numeric, False, True), text)


class DistrictReader:
    """Reads the districts by the fields that were chosen.

    Raises LayerError where the layer or a field cannot be used, ForestCoverError where the fields do not fit together.
    """

    def __init__(
        self,
        algorithm: EcoVoucherAlgorithm,
        parameters: dict,
        context: QgsProcessingContext,
        rules: ForestRules,
        index_price: float,
    ) -> None:
        self.source = algorithm.source(parameters, DISTRICTS, context)
        self._rules, self._index_price = rules, index_price
        label = tr("Districts")
        check_features(self.source, DISTRICT_FIELDS, label)
        if not self.source.sourceCrs().isValid():
            raise LayerError(
                "{layer}: the layer has no CRS. Set the CRS in which its coordinates were recorded (layer "
                "properties, Source).",
                layer=label,
            )
        self._measure = ellipsoid_measure(self.source.sourceCrs())
        chosen = {
            name: algorithm.parameterAsString(parameters, name, context)
            for name in (NAME_FIELD, *NUMBER_FIELDS, *GROUP_FIELDS)
        }
        _check_choice(chosen)
        self._position = {
            name: (number_position if name in NUMBER_FIELDS else field_position)(self.source, field, label)
            for name, field in chosen.items() if field
        }
        self._to_mu = MU_PER_UNIT[algorithm.parameterAsEnumString(parameters, AREA_UNIT, context)]

    @property
    def groups_unknown(self) -> list[str]:
        """Return the labels of the group fields that are not chosen though others are: no district is taken to be in
        that group."""
        missing = [label for name, label in _group_labels().items() if name not in self._position]
        return missing if len(missing) < len(GROUP_FIELDS) else []

    def read(self, progress: Progress) -> DistrictLayer:
        """Read all districts, in the order of the layer; what is missing is NaN."""
        features = progress.each(features_of(self.source), self.source.featureCount())
        districts, places = [], []
        for feature in features:
            places.append(feature.geometry().centroid())
            districts.append(self._district(feature, places[-1]))
        for label, values in (
            (tr("Forest coverage"), [district.cover_pct for district in districts if district.cover_pct is not None]),
            (tr("Target coverage"), [district.target_pct for district in districts]),
        ):
            check_percent(label, values)
        return DistrictLayer(self.source, districts, places)

    def _district(self, feature: QgsFeature, place: QgsGeometry) -> District:
        values = feature.attributes()
        name = values[self._position[NAME_FIELD]]
        forest = self._number(values, FOREST_FIELD)
        price = self._number(values, PRICE_FIELD)
        return District(
            id=feature.id(),
            name=tr("district {id}").format(id=feature.id()) if is_null(name) else str(name),
            land_mu=self._land(feature, values),
            forest_mu=None if forest is None else forest * self._to_mu,
            cover_pct=self._number(values, COVER_FIELD),
            target_pct=self._target(values),
            price=self._index_price if price is None or math.isnan(price) else price,
            placed=not place.isNull() and place.boundingBox().isFinite(),
        )

    def _number(self, values: list, name: str) -> float | None:
        return number(values[self._position[name]]) if name in self._position else None

    def _land(self, feature: QgsFeature, values: list) -> float:
        given = self._number(values, AREA_FIELD)
        if given is not None:
            return given * self._to_mu
        polygon, status = validated(straight_polygon(feature.geometry().asWkb().data()))
        return mu(self._measure.measureArea(geometry_of(polygon))) if status in (OK, REPAIRED) else math.nan

    def _target(self, values: list) -> float:
        given = self._number(values, TARGET_FIELD)
        if given is not None:
            return given
        return self._rules.target(*(
            _flag(values[self._position[name]]) if name in self._position else False for name in GROUP_FIELDS
        ))


def _check_choice(chosen: dict[str, str]) -> None:
    """Raise ForestCoverError where the fields chosen are too few or contradict each other."""
    if bool(chosen[FOREST_FIELD]) == bool(chosen[COVER_FIELD]):
        raise ForestCoverError("Choose either a field of the forest area or one of the forest coverage.")
    groups = any(chosen[name] for name in GROUP_FIELDS)
    if bool(chosen[TARGET_FIELD]) == groups:
        raise ForestCoverError(
            "Choose either a field of the target coverage, or the fields that say to which group a district belongs."
        )


def _flag(value: object) -> bool | None:
    """Return a yes/no attribute, None where it is NULL; raise ForestCoverError where it is neither."""
    if is_null(value):
        return None
    text = str(value).strip().lower()
    if text not in YES | NO:
        raise ForestCoverError("“{value}” is neither yes nor no. Use a boolean field, 1/0 or yes/no.", value=text)
    return text in YES
