"""Reader of QGIS layers for the inspection: one pass through a polygon layer, into a Survey."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsRectangle,
    QgsWkbTypes,
)

from ..accounting.errors import LayerError
from ..accounting.status import EMPTY, INVALID, OK
from ..compat import TEXT, none_if_null
from ..overlay.areal_scale import ArealScale
from ..overlay.from_qgis.area import areal_scale, square_metres_per_unit
from ..overlay.from_qgis.features import features_of
from ..overlay.from_qgis.geometry import PLAIN, Prepared, planar_area, prepared_geometry, straight_geometry
from ..overlay.from_qgis.planned import planned_codes
from ..overlay.polygons.polygon_array import PolygonArray, concatenate
from ..overlay.polygons.wkb import from_wkb
from ..overlay.progress import Progress
from ..wording import NAMED
from .survey import BrokenPolygon, FieldTexts, Survey

_BATCH = 2048

# Texts are garbled all over a file or not at all, so its beginning is enough.
_SAMPLED_FEATURES = 3000
_SAMPLED_TEXTS = 200


class SurveyReader:
    """Reads a polygon layer into a Survey.

    code_field, area_field: names of fields, empty where there is none. box: only features that touch it, in the
    layer's CRS; None for all.
    """

    def __init__(
        self, source: QgsProcessingFeatureSource, label: str, code_field: str = "", area_field: str = "",
        box: QgsRectangle | None = None,
    ) -> None:
        self._source, self._label = source, label
        fields = source.fields()
        self._code = fields.lookupField(code_field) if code_field else -1
        self._area = fields.lookupField(area_field) if area_field else -1
        if self._area >= 0 and not fields.at(self._area).isNumeric():
            self._area = -1
        self._request = QgsFeatureRequest().setSubsetOfAttributes([i for i in (self._code, self._area) if i >= 0])
        if box is not None:
            self._request.setFilterRect(box)
        self._ids: list[int] = []
        self._status: list[str] = []
        self._named: Counter[str] = Counter()
        self._broken: list[BrokenPolygon] = []
        self._traits: dict[str, list[int]] = {"curved": [], "heights": [], "collection": []}
        self._codes: list[object] = []
        self._official: list[float] = []

    def read(self, progress: Progress) -> Survey:
        """Read the layer; raise Cancelled where the user wants to stop."""
        features = progress.each(features_of(self._source, self._request), self._source.featureCount())
        polygons = concatenate(from_wkb([]), *self._batches(features))
        crs = self._source.sourceCrs()
        return Survey(
            self._label, self._ids, self._status, polygons, self._broken, self._traits, self._codes,
            np.array(self._official, dtype=np.float64), scale_over(crs, polygons), sample_texts(self._source),
        )

    def _batches(self, features: Iterator[QgsFeature]) -> Iterator[PolygonArray]:
        while True:
            wkb = [self._read(feature) for feature in islice(features, _BATCH)]
            if not wkb:
                return
            yield from_wkb(wkb)

    def _read(self, feature: QgsFeature) -> bytes | None:
        """Note a feature and return its polygon as WKB, None where it has no valid one."""
        self._ids.append(feature.id())
        self._note_attributes(feature)
        self._note_traits(feature)
        geometry = straight_geometry(feature.geometry())
        if not geometry.isNull() and not geometry.boundingBox().isFinite():
            prepared = Prepared(QgsGeometry(), INVALID)
            self._broken.append(BrokenPolygon(feature.id(), "NaN", None, None))
        else:
            prepared = prepared_geometry(geometry)
            self._note_broken(feature.id(), geometry, prepared.status)
        self._status.append(prepared.status)
        return None if prepared.status in (INVALID, EMPTY) else prepared.geometry.asWkb().data()

    def _note_attributes(self, feature: QgsFeature) -> None:
        if self._code >= 0:
            self._codes.append(none_if_null(feature.attribute(self._code)))
        official = none_if_null(feature.attribute(self._area)) if self._area >= 0 else None
        self._official.append(np.nan if official is None else float(official))

    def _note_traits(self, feature: QgsFeature) -> None:
        kind = feature.geometry().wkbType()
        if kind in PLAIN:
            return
        for trait, applies in (
            ("curved", QgsWkbTypes.isCurvedType(kind)),
            ("heights", QgsWkbTypes.hasZ(kind) or QgsWkbTypes.hasM(kind)),
            ("collection", QgsWkbTypes.flatType(kind) == QgsWkbTypes.Type.GeometryCollection),
        ):
            if applies:
                self._traits[trait].append(feature.id())

    def _note_broken(self, number: int, geometry: QgsGeometry, status: str) -> None:
        if status in (OK, EMPTY) or self._named[status] >= NAMED:
            return
        self._named[status] += 1
        errors = geometry.validateGeometry(Qgis.GeometryValidationEngine.Geos)
        if not errors:
            self._broken.append(BrokenPolygon(number, status, None, None))
        for error in errors[:1]:
            where = error.where() if error.hasWhere() else None
            self._broken.append(BrokenPolygon(
                number, error.what(), None if where is None else where.x(), None if where is None else where.y()
            ))


def read_codes(source: QgsProcessingFeatureSource, field: str, ids: list[int], progress: Progress) -> list[object]:
    """Return the values of a field in features of these ids, None where NULL."""
    codes = dict(planned_codes(source, (field,), progress))
    return [none_if_null(codes[number][0]) if number in codes else None for number in ids]


def box_around(
    parcels: QgsProcessingFeatureSource, crs: QgsCoordinateReferenceSystem, context: QgsCoordinateTransformContext
) -> QgsRectangle | None:
    """Return the extent of the parcels in another CRS, a little larger; None where that cannot be told."""
    extent = parcels.sourceExtent()
    if not (parcels.sourceCrs().isValid() and crs.isValid()) or extent.isNull() or not extent.isFinite():
        return None
    try:
        box = QgsCoordinateTransform(parcels.sourceCrs(), crs, context).transformBoundingBox(extent)
    except QgsCsException:
        return None
    box.grow(0.001 * max(box.width(), box.height()))
    return box if box.isFinite() else None


def scale_over(crs: QgsCoordinateReferenceSystem, polygons: PolygonArray) -> ArealScale | None:
    """Return the m² per square map unit over polygons; None where that is 1 or cannot be known."""
    bounds = polygons.bounds[np.isfinite(polygons.bounds).all(axis=1)]
    if not crs.isValid() or not len(bounds):
        return None
    extent = QgsRectangle(*bounds[:, :2].min(axis=0).tolist(), *bounds[:, 2:].max(axis=0).tolist())
    same = QgsCoordinateTransform(crs, crs, QgsCoordinateTransformContext())
    try:
        scale = areal_scale(crs, extent, same)
    except LayerError:  # No ellipsoid: the map's own unit.
        corners = np.array([0.0, 1.0])
        return ArealScale(corners, corners, np.full((2, 2), square_metres_per_unit(crs)))
    return scale if np.isfinite(scale.samples).all() else None


def sample_texts(source: QgsProcessingFeatureSource) -> list[FieldTexts]:
    """Return the texts beyond ASCII of the first features by field; the names of the fields as field “”."""
    fields = source.fields()
    names = [field.name() for field in fields if not field.name().isascii()]
    columns = [i for i in range(fields.count()) if fields.at(i).type() == TEXT]
    texts: dict[int, dict[str, None]] = {column: {} for column in columns}
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes(columns)
    for feature in features_of(source, request.setLimit(_SAMPLED_FEATURES)):
        values = feature.attributes()
        for column, found in texts.items():
            value = values[column]
            if isinstance(value, str) and not value.isascii() and len(found) < _SAMPLED_TEXTS:
                found[value] = None
    sampled = [FieldTexts(fields.at(column).name(), list(found)) for column, found in texts.items() if found]
    return ([FieldTexts("", names)] if names else []) + sampled


def faces_of(edges: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the planar area (f,) and a point inside (f, 2) of each face that edges (k, 4) enclose."""
    lines = []
    for x0, y0, x1, y1 in edges.tolist():
        line = QgsGeometry()
        line.fromWkb(_line(x0, y0, x1, y1))
        lines.append(line)
    faces = QgsGeometry.polygonize([QgsGeometry.unaryUnion(lines)]).asGeometryCollection()
    points = [face.pointOnSurface().asPoint() for face in faces]
    return (
        np.array([planar_area(face) for face in faces]),
        np.array([(point.x(), point.y()) for point in points]).reshape(-1, 2),
    )


def _line(x0: float, y0: float, x1: float, y1: float) -> bytes:
    """Return a straight line as WKB."""
    header = b"\x01" + (2).to_bytes(4, "little") + (2).to_bytes(4, "little")
    return header + np.array([x0, y0, x1, y1], dtype="<f8").tobytes()
