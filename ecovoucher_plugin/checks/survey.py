"""What one pass through a polygon layer finds, as plain values: the material of the checks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..accounting.status import OK, REPAIRED
from ..overlay.areal_scale import ArealScale
from ..overlay.polygons.polygon_array import PolygonArray


@dataclass(frozen=True)
class BrokenPolygon:
    """An invalid polygon: its feature id, what is wrong by GEOS, and where; None where that is unknown."""

    id: int
    reason: str
    x: float | None
    y: float | None


@dataclass(frozen=True)
class FieldTexts:
    """The first texts of a field that are not plain ASCII."""

    field: str
    texts: list[str]


@dataclass(frozen=True)
class Survey:
    """A polygon layer of n features, in their order.

    label: how messages call the layer. ids: feature ids. status: OK, REPAIRED, INVALID or EMPTY, as the main job
    sees each. polygons: in the CRS of the layer, straight and flat; empty where invalid or empty. broken: the first
    polygons of status INVALID or REPAIRED. traits: ids by what they are beside plain polygons: "curved", "heights",
    "collection". codes: the values of the code field, None where NULL, empty where the layer has no such field.
    official_m2: float64 (n,), the field of official areas, NaN where NULL or without such a field.
    scale: m² per square map unit, None where it is taken for 1. texts: what is not plain ASCII, by field.
    """

    label: str
    ids: list[int]
    status: list[str]
    polygons: PolygonArray
    broken: list[BrokenPolygon]
    traits: dict[str, list[int]]
    codes: list[object]
    official_m2: np.ndarray
    scale: ArealScale | None
    texts: list[FieldTexts]

    def with_status(self, *wanted: str) -> list[int]:
        """Return the ids of the features of some statuses."""
        return [number for number, status in zip(self.ids, self.status) if status in wanted]

    @property
    def usable(self) -> np.ndarray:
        """Positions of the features that have a valid polygon, int64."""
        return np.array([i for i, status in enumerate(self.status) if status in (OK, REPAIRED)], dtype=np.int64)

    @property
    def centres(self) -> np.ndarray:
        """The middle of each polygon's box, float64 (n, 2); NaN for an empty one."""
        boxes = np.where(np.isfinite(self.polygons.bounds), self.polygons.bounds, np.nan)
        return (boxes[:, :2] + boxes[:, 2:]) / 2

    def scale_at(self, points: np.ndarray) -> np.ndarray:
        """Return the m² per square map unit at points (n, 2), float64 (n,)."""
        if self.scale is None or not len(points):
            return np.ones(len(points))
        return self.scale.at(points[:, 0], points[:, 1])

    @property
    def areas_m2(self) -> np.ndarray:
        """The area of each polygon in m², float64 (n,); 0 for an empty one."""
        return self.polygons.areas * self.scale_at(np.nan_to_num(self.centres))
