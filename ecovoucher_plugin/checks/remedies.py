"""Safe remedies for one feature: a plain, valid polygon and a plainly written code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from qgis.core import QgsFeature, QgsGeometry, QgsWkbTypes

from ..accounting.status import EMPTY, INVALID, OK
from ..compat import is_null
from ..overlay.from_qgis.geometry import PLAIN, planar_area, prepared_geometry, straight_geometry
from .tidy_codes import tidy_code

PLAINED, REPAIRED, LEFT = "plained", "repaired", "left"


@dataclass(frozen=True)
class Wanted:
    """Which remedies are wanted. most_change: share of the repaired area that a repair may change, 0 to 1."""

    plain: bool
    repair: bool
    most_change: float
    tidy: bool
    drop_duplicates: bool


class Remedied(NamedTuple):
    """A geometry after the remedies, and what was done: of PLAINED, REPAIRED, LEFT (invalid as it was)."""

    geometry: QgsGeometry
    done: tuple[str, ...]


def remedied(feature: QgsFeature, wanted: Wanted) -> Remedied:
    """Return the geometry of a feature after the remedies, as a multi-part geometry; NULL stays NULL.

    A repair is QGIS's own (make valid, linework), of the straight and flat polygon.
    """
    original = feature.geometry()
    flat = straight_geometry(feature.geometry())
    if flat.isNull() or not flat.boundingBox().isFinite():
        return Remedied(_multi(original), () if flat.isNull() else (LEFT,))
    done = []
    geometry = original
    if wanted.plain and original.wkbType() not in PLAIN:
        geometry, done = flat, [PLAINED]
    prepared = prepared_geometry(flat)
    if prepared.status == OK or prepared.status == EMPTY or not wanted.repair:
        return Remedied(_multi(geometry), tuple(done))
    if prepared.status == INVALID and not _is_small(flat, prepared.geometry, wanted.most_change):
        return Remedied(_multi(geometry), (*done, LEFT))
    return Remedied(_multi(prepared.geometry), (*done, REPAIRED))


def _is_small(before: QgsGeometry, after: QgsGeometry, most: float) -> bool:
    """Return whether a repair gave a valid polygon and changed the area by at most a share of it."""
    if after.type() != QgsWkbTypes.GeometryType.PolygonGeometry or not after.isGeosValid():
        return False
    area = planar_area(after)
    return area > 0 and abs(area - planar_area(before)) <= most * area


def _multi(geometry: QgsGeometry) -> QgsGeometry:
    geometry = QgsGeometry(geometry)
    if not geometry.isNull():
        geometry.convertToMultiType()
    return geometry


def tidied(value: object) -> object:
    """Return a code as it should be written: text plainly, a whole decimal number as text; NULL stays NULL."""
    if is_null(value):
        return None
    if isinstance(value, float):
        return tidy_code(repr(value))
    return tidy_code(value) if isinstance(value, str) else value
