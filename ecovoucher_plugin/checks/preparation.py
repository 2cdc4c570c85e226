"""Repaired copies of layers, with a log of every change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsFields,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsWkbTypes,
)

from ..accounting.errors import LayerError
from ..accounting.units import hectares
from ..compat import TEXT, holds_codes, is_null, text_field
from ..i18n import tr
from ..overlay.from_qgis.area import ellipsoid_measure
from ..overlay.from_qgis.features import features_of
from ..overlay.from_qgis.geometry import planar_area
from ..overlay.polygons.identical import same_shapes
from ..overlay.progress import Progress
from .remedies import LEFT, PLAINED, REPAIRED, Wanted, remedied, tidied
from .survey_reader import SurveyReader

# Keys that a database gives; they tell nothing of whether two features are the same.
KEYS = ("fid", "ogc_fid", "objectid", "gid")

LOG_COLUMNS = ("layer", "feature", "what", "area_before", "area_after")


@dataclass
class Log:
    """What was done: rows of LOG_COLUMNS, areas in hectares; and how many features were changed, removed and left."""

    rows: list[list] = field(default_factory=list)
    changed: int = 0
    removed: int = 0
    left: int = 0


@dataclass
class _Recoded:
    """Features whose code was written anew in the same way."""

    count: int = 0
    area_ha: float = 0.0


class Preparation:
    """Prepares a copy of one polygon layer. crs: of the layer and the copy.

    code_fields: names of the fields of land-use codes. is_land_use: whether polygons of one shape are the same where
    their codes are; else all attributes but keys count. log: gets a row for every change.
    """

    def __init__(
        self, source: QgsProcessingFeatureSource, crs: QgsCoordinateReferenceSystem, label: str,
        code_fields: tuple[str, ...], is_land_use: bool, wanted: Wanted, log: Log,
    ) -> None:
        self.source, self.crs, self._label, self._wanted, self._log = source, crs, label, wanted, log
        codes = [source.fields().lookupField(name) for name in code_fields]
        self._codes = codes if wanted.tidy else []
        self._compared = codes if is_land_use and codes else [
            i for i, column in enumerate(source.fields()) if column.name().lower() not in KEYS
        ]
        self._measure = _measure_of(crs)
        self._recoded: dict[tuple[str, str], _Recoded] = {}
        self.fields = self._fields()
        kind = source.wkbType()
        self.wkb_type = QgsWkbTypes.Type.MultiPolygon if wanted.plain else QgsWkbTypes.multiType(kind)

    def _fields(self) -> QgsFields:
        """Return the fields of the copy: those of the layer, with code fields of decimal numbers as text."""
        fields = QgsFields()
        for position, column in enumerate(self.source.fields()):
            fields.append(text_field(column.name()) if position in self._codes and not holds_codes(column) else column)
        return fields

    def features(self, progress: Progress) -> Iterator[tuple[QgsGeometry, list]]:
        """Yield geometry and attributes of each feature of the copy."""
        dropped = self._duplicates(progress.part(0, 0.5)) if self._wanted.drop_duplicates else {}
        for feature in progress.part(0.5, 1).each(features_of(self.source), self.source.featureCount()):
            if feature.id() in dropped:
                self._note_removed(feature, dropped[feature.id()])
                continue
            result = remedied(feature, self._wanted)
            attributes = feature.attributes()
            was_recoded = sum(self._recode(feature, attributes, code) for code in self._codes) > 0
            self._note(feature, result.geometry, result.done)
            self._log.changed += was_recoded or bool({PLAINED, REPAIRED} & set(result.done))
            self._log.left += LEFT in result.done
            yield result.geometry, attributes
        self._note_recoded()

    def _duplicates(self, progress: Progress) -> dict[int, int]:
        """Return the features to leave out, with the feature that each repeats; note those that differ."""
        survey = SurveyReader(self.source, self._label).read(progress)
        groups = [[survey.ids[i] for i in group] for group in same_shapes(survey.polygons)]
        values = self._compared_values({number for group in groups for number in group})
        dropped = {}
        for first, *others in groups:
            for other in others:
                if values[other] == values[first]:
                    dropped[other] = first
                else:
                    what = tr("Kept: same shape as {first}, but the attributes differ. Decide by hand.")
                    self._row(other, what.format(first=first))
                    self._log.left += 1
        return dropped

    def _compared_values(self, ids: set[int]) -> dict[int, list]:
        if not ids:
            return {}
        request = QgsFeatureRequest().setFilterFids(sorted(ids)).setFlags(QgsFeatureRequest.Flag.NoGeometry)
        return {
            feature.id(): [self._comparable(feature.attributes()[i], i) for i in self._compared]
            for feature in features_of(self.source, request)
        }

    def _comparable(self, value: object, position: int) -> object:
        return None if is_null(value) else tidied(value) if position in self._codes else value

    def _recode(self, feature: QgsFeature, attributes: list, position: int) -> bool:
        """Write the code in a field plainly; return whether that changed it."""
        before = attributes[position]
        after = tidied(before)
        attributes[position] = after
        is_text = self.source.fields().at(position).type() == TEXT
        if after is None or (after == before if is_text else isinstance(after, int)):
            return False
        recoded = self._recoded.setdefault((str(before), str(after)), _Recoded())
        recoded.count += 1
        recoded.area_ha += self._hectares(feature.geometry()) or 0.0
        return True

    def _note(self, feature: QgsFeature, geometry: QgsGeometry, done: tuple[str, ...]) -> None:
        sentences = {
            PLAINED: tr("Made a plain polygon: no curves, heights, measures, points or lines."),
            REPAIRED: tr("Repaired (make valid)."),
            LEFT: tr("Left invalid: a repair would change its area by more than {percent} %, or give no polygon. "
                     "Redraw it.").format(percent=f"{100 * self._wanted.most_change:g}"),
        }
        if done:
            what = " ".join(sentences[step] for step in done)
            self._row(feature.id(), what, self._hectares(feature.geometry()), self._hectares(geometry))

    def _note_removed(self, feature: QgsFeature, first: int) -> None:
        self._log.removed += 1
        what = tr("Removed: the same as {first}.").format(first=first)
        self._row(feature.id(), what, self._hectares(feature.geometry()), 0.0)

    def _note_recoded(self) -> None:
        for (before, after), recoded in self._recoded.items():
            what = tr("Code “{before}” written as “{after}” in {count} features.").format(
                before=before, after=after, count=recoded.count)
            self._row(None, what, recoded.area_ha, recoded.area_ha)

    def _row(self, feature: int | None, what: str, before: float | None = None, after: float | None = None) -> None:
        self._log.rows.append([self._label, feature, what, before, after])

    def _hectares(self, geometry: QgsGeometry) -> float | None:
        """Return the area of a geometry; None where it has no finite one."""
        if geometry.isNull() or not geometry.boundingBox().isFinite():
            return None
        return hectares(self._measure(geometry))


def _measure_of(crs: QgsCoordinateReferenceSystem) -> Callable[[QgsGeometry], float]:
    """Return what measures areas in m²: on the ellipsoid, or on the map where the CRS names none."""
    if not crs.isValid():
        return planar_area
    try:
        return ellipsoid_measure(crs).measureArea
    except LayerError:
        return planar_area
