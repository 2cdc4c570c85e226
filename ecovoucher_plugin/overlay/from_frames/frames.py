"""Reader of GeoDataFrames: parcels once and whole, land use around one tile of parcels at a time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyproj
import shapely
from geopandas import GeoDataFrame

from ...accounting.status import AREA_GATE, GATE_REPROJECTED
from ..areal_scale import ArealScale
from ..parcels import FIELD, PLANAR, CodeList, Parcel
from ..patches import Patches
from ..prepared_parcels import prepared_parcels
from ..progress import Progress
from ..refusals import not_transformable
from .area import EllipsoidMeasure, areal_scale, distorts_area, square_metres_per_unit, working_crs
from .geometry import FrameWorkspace, are_finite, flat_polygons, to_wkb
from .geos import ShapelyGeos

BATCH = 4096


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
        frame, official = self._parcels.frame, self._official_areas()
        shapes = frame.geometry.to_numpy()
        tools = _ParcelTools(FrameWorkspace(frame.crs, self.crs), self._measure(), progress)
        parcels = []
        for first in range(0, len(frame), BATCH):
            some = slice(first, first + BATCH)
            ids, wkb = frame.index[some].tolist(), to_wkb(flat_polygons(shapes[some]))
            parcels += prepared_parcels(ids, wkb, None if official is None else official[some].tolist(), tools)
            progress.report(len(parcels) / len(frame))
        return parcels

    def _official_areas(self) -> np.ndarray | None:
        if self._parcels.area_basis != FIELD:
            return None
        return self._parcels.frame[self._parcels.area_field].to_numpy(dtype=float, na_value=np.nan)

    def _measure(self) -> EllipsoidMeasure | float:
        """Return a measure of areas on the ellipsoid, or the m² of a square map unit for planar areas."""
        crs = self._parcels.frame.crs
        return square_metres_per_unit(crs) if self._parcels.area_basis == PLANAR else EllipsoidMeasure(crs)

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
        """Read the land-use patches of each date that touch a box (4,) of the working CRS, unchecked.

        Raises LayerError where a patch cannot be transformed.
        """
        return [self._read_layer(layer, side, box) for layer, side in zip(layers, codes)]

    def _read_layer(self, layer: FrameLandUse, codes: CodeList, box: np.ndarray) -> Patches:
        frame = layer.frame
        rows = np.sort(frame.sindex.query(shapely.box(*self._layer_box(box, frame.crs))))
        shapes = flat_polygons(frame.geometry.to_numpy()[rows])
        rows, shapes = rows[~shapely.is_missing(shapes)], shapes[~shapely.is_missing(shapes)]
        workspace = FrameWorkspace(frame.crs, self._parcels.frame.crs, self.crs)
        if workspace.moves:
            shapes = workspace.bring(shapes)
            for row in rows[~are_finite(shapes)]:
                raise not_transformable(f"{layer.label} {frame.index[row]}")
        classes = [codes.index(layer.codes[row]) for row in rows]
        return Patches(layer.label, to_wkb(shapes), classes, frame.index[rows].tolist()).in_order()

    def _layer_box(self, box: np.ndarray, crs: pyproj.CRS) -> np.ndarray:
        """Return a box of the working CRS as a box of a layer's CRS, a little larger."""
        box = FrameWorkspace(self.crs, self._parcels.frame.crs, crs).bring_box(box)
        margin = 0.001 * (box[2:] - box[:2]).max()
        return box + np.array([-margin, -margin, margin, margin])


class _ParcelTools:
    """ParcelTools by way of shapely. measure: of areas on the ellipsoid, or the m² of a square map unit."""

    def __init__(self, workspace: FrameWorkspace, measure: EllipsoidMeasure | float, progress: Progress) -> None:
        self._workspace, self._measure, self._progress = workspace, measure, progress

    def validated(self, wkb: list[bytes]) -> list[tuple[bytes, str]]:
        return FrameReader.geos.all_validated(wkb)

    def placed(self, wkb: list[bytes]) -> list[bytes]:
        if not self._workspace.moves:
            return wkb
        local = self._workspace.bring(shapely.from_wkb(np.array(wkb, dtype=object)))
        local[~are_finite(local)] = None
        return to_wkb(local)

    def measured(self, wkb: list[bytes], planar: np.ndarray) -> list[float]:
        if isinstance(self._measure, EllipsoidMeasure):
            return [self._measure.area(shapely.from_wkb(record)) for record in self._progress.watched(wkb)]
        return (planar * self._measure).tolist()
