"""Reader of GeoDataFrames: parcels once and whole, land use around one tile of parcels at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pyproj
import shapely
from geopandas import GeoDataFrame

from ..accounting.status import AREA_GATE, EMPTY, GATE_REPROJECTED, INVALID, OK
from .areal_scale import ArealScale
from .frame_area import EllipsoidMeasure, areal_scale, distorts_area, square_metres_per_unit, working_crs
from .frame_geometry import FrameWorkspace, are_finite, flat_polygons, planar_area, validated
from .parcels import FIELD, PLANAR, CodeList, Parcel
from .patches import Patches
from .progress import Progress
from .refusals import not_transformable
from .shapely_geos import ShapelyGeos


@dataclass(frozen=True)
class FrameLandUse:
    """Land use of one date: its frame, the name of the code column and how messages call it."""

    frame: GeoDataFrame
    field: str
    label: str

    @cached_property
    def codes(self) -> list[str | None]:
        """The codes as text, None where there is none; whole numbers that pandas holds as floats lose the point."""
        values = self.frame[self.field]
        return [
            None if missing else str(int(value)) if isinstance(value, float) else str(value)
            for value, missing in zip(values, values.isna())
        ]


@dataclass(frozen=True)
class FrameParcels:
    """The parcels, the area basis and, for the basis “field”, the name of the column of official areas in m²."""

    frame: GeoDataFrame
    area_basis: str
    area_field: str | None


class FrameReader:
    """Reads the GeoDataFrames of one run into one working CRS; a Reader.

    land_use_crs: the CRSs of the land use. crs: the working CRS; by default one that suits the parcels.
    gate: relative tolerance of the area gate; wider where land use is reprojected, which bends its edges.
    """

    geos = ShapelyGeos()

    def __init__(
        self, parcels: FrameParcels, land_use_crs: tuple[pyproj.CRS, ...], crs: pyproj.CRS | None = None
    ) -> None:
        self._parcels = parcels
        own = parcels.frame.crs
        if crs is None:
            crs = own if parcels.area_basis == PLANAR else working_crs(own, parcels.frame.total_bounds)
        self.crs = crs
        reprojected = any(not other.equals(own, ignore_axis_order=True) for other in land_use_crs)
        self.gate = GATE_REPROJECTED if reprojected else AREA_GATE

    def read_parcels(self, progress: Progress) -> list[Parcel]:
        """Read all parcels, in their order, and measure them.

        A parcel that cannot be used stays in the list, with its status.
        """
        frame = self._parcels.frame
        shapes = flat_polygons(frame.geometry.to_numpy())
        finite = are_finite(shapes)
        shapes[~finite] = None
        checked, statuses = validated(shapes)
        local = FrameWorkspace(frame.crs, self.crs).bring(checked)
        placed = are_finite(local)
        boxes = shapely.bounds(local).tolist()
        official = self._official_areas()
        measure = self._measure()
        parcels = []
        for position in progress.each(range(len(frame)), len(frame)):
            label, status = frame.index[position], statuses[position]
            if not finite[position]:
                parcels.append(Parcel(label, INVALID, "coordinates"))
            elif status == EMPTY:
                parcels.append(Parcel(label, EMPTY))
            elif status == INVALID:
                parcels.append(Parcel(label, INVALID, "geometry"))
            elif not placed[position]:
                parcels.append(Parcel(label, INVALID, "coordinates"))
            else:
                geometric = measure(checked[position])
                area = geometric if official is None else official[position]
                parcels.append(_measured(label, status, local[position], boxes[position], area, geometric))
        return parcels

    def _official_areas(self) -> np.ndarray | None:
        if self._parcels.area_basis != FIELD:
            return None
        return self._parcels.frame[self._parcels.area_field].to_numpy(dtype=float, na_value=np.nan)

    def _measure(self) -> Callable[[shapely.Geometry], float]:
        """Return the function that measures a valid polygon of the parcels' CRS in m²."""
        crs = self._parcels.frame.crs
        if self._parcels.area_basis != PLANAR:
            return EllipsoidMeasure(crs).area
        factor = square_metres_per_unit(crs)
        return lambda polygon: planar_area(polygon) * factor

    def areal_scale(self, low: np.ndarray, high: np.ndarray) -> ArealScale | None:
        """Return the areal scale between two corners (2,) of the working CRS, None where areas are planar."""
        if self._parcels.area_basis == PLANAR and not distorts_area(self.crs):
            return None
        return areal_scale(self.crs, low, high)

    def area_of_patches(self, layers: tuple[FrameLandUse, ...], count: int) -> float:
        """Return about the area, in the working CRS, that holds so many patches of each land-use layer."""
        return min(self._working_area(layer.frame) * count / len(layer.frame) for layer in layers)

    def _working_area(self, frame: GeoDataFrame) -> float:
        """Return the area of a frame's extent in the working CRS, infinite where that does not hold it as a whole."""
        box = FrameWorkspace(frame.crs, self._parcels.frame.crs, self.crs).bring_box(frame.total_bounds)
        return float((box[2:] - box[:2]).prod()) if np.isfinite(box).all() else float("inf")

    def read_patches(
        self, layers: tuple[FrameLandUse, ...], codes: tuple[CodeList, ...], box: np.ndarray, progress: Progress
    ) -> list[Patches]:
        """Read the land-use patches of each date that touch a box (4,) of the working CRS.

        A patch that is the same as one already read is not checked again.
        Raises LayerError where a patch cannot be transformed.
        """
        valid: set[bytes] = set()
        return [self._read_layer(layer, side, box, valid) for layer, side in zip(layers, codes)]

    def _read_layer(self, layer: FrameLandUse, codes: CodeList, box: np.ndarray, valid: set[bytes]) -> Patches:
        frame = layer.frame
        rows = np.sort(frame.sindex.query(shapely.box(*self._layer_box(box, frame.crs))))
        shapes = flat_polygons(frame.geometry.to_numpy()[rows])
        rows, shapes = rows[~shapely.is_missing(shapes)], shapes[~shapely.is_missing(shapes)]
        workspace = FrameWorkspace(frame.crs, self._parcels.frame.crs, self.crs)
        if workspace.moves:
            shapes = workspace.bring(shapes)
            for row in rows[~are_finite(shapes)]:
                raise not_transformable(f"{layer.label} {frame.index[row]}")
        wkb, status = shapely.to_wkb(shapes).tolist(), [OK] * len(rows)
        new = np.array([record not in valid for record in wkb], dtype=bool)
        checked, found = validated(shapes[new])
        for position, shape, outcome in zip(np.flatnonzero(new), checked, found):
            if outcome == OK:
                valid.add(wkb[position])
            else:
                wkb[position], status[position] = shapely.to_wkb(shape), outcome
        classes = [codes.index(layer.codes[row]) for row in rows]
        return Patches(layer.label, wkb, classes, status, frame.index[rows].tolist()).in_order()

    def _layer_box(self, box: np.ndarray, crs: pyproj.CRS) -> np.ndarray:
        """Return a box of the working CRS as a box of a layer's CRS, a little larger."""
        box = FrameWorkspace(self.crs, self._parcels.frame.crs, crs).bring_box(box)
        margin = 0.001 * (box[2:] - box[:2]).max()
        return box + np.array([-margin, -margin, margin, margin])


def _measured(
    label: Any, status: str, local: shapely.Geometry, box: list[float], area: float, geometric: float
) -> Parcel:
    """Return a parcel that can be used, if it has an area."""
    if not 0 < area < float("inf"):
        return Parcel(label, INVALID, "area")
    return Parcel(label, status, "", shapely.to_wkb(local), (box[0], box[1], box[2], box[3]), float(area), geometric)
