"""Shapely geometries as they come, made ready for the overlay: flat, valid, in the working CRS.

All functions take and return arrays of geometries (n,); None stands for no geometry.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pyproj
import shapely

from ...accounting.status import AREA_GATE, EMPTY, INVALID, OK, REPAIRED
from ..limits import EDGE_METRES, EDGES_PER_SIDE

POLYGONAL = (shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON)
METRES_PER_DEGREE = 111_319.49079327358


def flat_polygons(shapes: np.ndarray) -> np.ndarray:
    """Return the polygons of geometries in 2D, None where there are none."""
    flat = shapely.force_2d(shapes)
    for position in np.flatnonzero(~np.isin(shapely.get_type_id(flat), (*POLYGONAL, -1))):
        flat[position] = _polygons_in(flat[position])
    flat[shapely.is_empty(flat)] = None
    return flat


def _polygons_in(shape: shapely.Geometry) -> shapely.MultiPolygon:
    parts = shapely.get_parts(shapely.get_parts(shape))
    return shapely.multipolygons(parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON])


def to_wkb(shapes: np.ndarray) -> list[bytes]:
    """Return the WKB of geometries, empty where there is none."""
    return [record or b"" for record in shapely.to_wkb(shapes).tolist()]


def are_finite(shapes: np.ndarray) -> np.ndarray:
    """Return bool (n,): whether all coordinates are numbers."""
    xy, owner = shapely.get_coordinates(shapes, return_index=True)
    finite = np.ones(len(shapes), dtype=bool)
    finite[owner[~np.isfinite(xy).all(axis=1)]] = False
    return finite


def validated(shapes: np.ndarray) -> tuple[np.ndarray, list[str]]:
    """Check polygons; an invalid one is repaired where that leaves its area unchanged within the area gate."""
    checked, statuses = shapes.copy(), [OK] * len(shapes)
    for position in np.flatnonzero(~shapely.is_valid(shapes)):
        if shapes[position] is None:
            statuses[position] = EMPTY
        else:
            checked[position], statuses[position] = _repaired(shapes[position])
    return checked, statuses


def _repaired(shape: shapely.Geometry) -> tuple[shapely.Geometry, str]:
    try:
        repaired = flat_polygons(np.array([shapely.make_valid(shape)]))[0]
    except shapely.GEOSException:
        return shape, INVALID
    if repaired is None:
        return shape, INVALID
    area = planar_area(repaired)
    return repaired, INVALID if abs(area - planar_area(shape)) > AREA_GATE * area else REPAIRED


def planar_area(polygon: shapely.Geometry) -> float:
    """Return the planar area in square map units, measured near the origin so that large coordinates cost no digits."""
    x_min, y_min, x_max, y_max = polygon.bounds
    origin = round((x_min + x_max) / 2), round((y_min + y_max) / 2)
    return shapely.transform(polygon, lambda xy: xy - origin).area


def sum_of_rings(polygon: shapely.Geometry, area_of_ring: Callable[[np.ndarray], float]) -> float:
    """Return the area of outer rings less that of holes; area_of_ring: of closed coordinates (n, 2), 0 or more."""
    total = 0.0
    for part in shapely.get_parts(polygon):
        total += area_of_ring(shapely.get_coordinates(part.exterior)) - sum(
            area_of_ring(shapely.get_coordinates(hole)) for hole in part.interiors
        )
    return total


class FrameWorkspace:
    """The way from one CRS to another by way of others; a CRS that does not change is skipped."""

    def __init__(self, *crs: pyproj.CRS) -> None:
        self._steps = [
            (one, pyproj.Transformer.from_crs(one, other, always_xy=True))
            for one, other in zip(crs, crs[1:])
            if not one.equals(other, ignore_axis_order=True)
        ]

    @property
    def moves(self) -> bool:
        """Whether geometries change on the way at all."""
        return bool(self._steps)

    def bring(self, shapes: np.ndarray) -> np.ndarray:
        """Return geometries at the end of the way; their coordinates are infinite where there is none."""
        for crs, transformer in self._steps:
            shapes = shapely.transform(_with_short_edges(shapes, crs), _moving(transformer))
        return shapes

    def bring_box(self, box: np.ndarray) -> np.ndarray:
        """Return the box (4,) around a box at the end of the way."""
        for _, transformer in self._steps:
            box = np.array(transformer.transform_bounds(*box))
        return box


def _moving(transformer: pyproj.Transformer) -> Callable[[np.ndarray], np.ndarray]:
    return lambda xy: np.column_stack(transformer.transform(xy[:, 0], xy[:, 1]))


def _with_short_edges(shapes: np.ndarray, crs: pyproj.CRS) -> np.ndarray:
    """Return polygons with vertices added on long edges, so that neighbours still fit where only one has a vertex."""
    edge = EDGE_METRES / (METRES_PER_DEGREE if crs.is_geographic else crs.axis_info[0].unit_conversion_factor)
    box = shapely.bounds(shapes)
    side = np.fmax(box[:, 2] - box[:, 0], box[:, 3] - box[:, 1])
    large = side > edge
    if not large.any():
        return shapes
    dense = shapes.copy()
    dense[large] = _densified(shapes[large], np.fmax(edge, side[large] / EDGES_PER_SIDE))
    return dense


def _densified(polygons: np.ndarray, longest: np.ndarray) -> np.ndarray:
    """Return polygons with evenly spaced vertices on edges that are longer than allowed (n,), to QGIS's last digit."""
    kind, xy, offsets = shapely.to_ragged_array(polygons)
    first_vertex = offsets[-1]
    for inner in reversed(offsets[:-1]):
        first_vertex = inner[first_vertex]
    steps = np.diff(xy, axis=0, append=xy[-1:])
    length = np.sqrt(steps[:, 0] * steps[:, 0] + steps[:, 1] * steps[:, 1])
    parts = 1 + np.floor(length / np.repeat(longest, np.diff(first_vertex))).astype(np.int64)
    parts[offsets[0][1:] - 1] = 1
    place = np.concatenate(([0], np.cumsum(parts)))
    vertex = np.repeat(np.arange(len(xy)), parts)
    share = (1.0 / parts)[vertex] * (np.arange(place[-1]) - place[vertex])
    dense = xy[vertex] + share[:, np.newaxis] * steps[vertex]
    return shapely.from_ragged_array(kind, dense, (place[offsets[0]], *offsets[1:]))
