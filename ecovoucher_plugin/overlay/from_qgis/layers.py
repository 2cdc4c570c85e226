"""Reader of QGIS layers: parcels once and whole, land use around one tile of parcels at a time."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsDistanceArea,
    QgsProcessingFeatureSource,
    QgsRectangle,
)

from ...accounting.errors import LayerError
from ...accounting.status import AREA_GATE, GATE_REPROJECTED
from ..areal_scale import ArealScale
from ..parcels import FIELD, PLANAR, CodeList, Parcel
from ..patches import Patches
from ..prepared_parcels import prepared_parcels
from ..progress import Progress
from .area import areal_scale, distorts_area, ellipsoid_measure, square_metres_per_unit, working_crs
from .geometry import Workspace, geometry_of, validated
from .geos import QgisGeos
from .rows import Table, read_rows


@dataclass(frozen=True)
class LandUseLayer:
    """A land-use layer of one date: its features, the name of the code field and how messages call it.

    table: what the source reads as it is, to be read in bulk; see table_behind.
    """

    source: QgsProcessingFeatureSource
    field: str
    label: str
    table: Table | None = None


@dataclass(frozen=True)
class ParcelLayer:
    """The parcels, the area basis and, for the basis “field”, the name of the field of official areas in m².

    table: what the source reads as it is, to be read in bulk; see table_behind.
    """

    source: QgsProcessingFeatureSource
    area_basis: str
    area_field: str | None
    table: Table | None = None


class LayerReader:
    """Reads the QGIS layers of one run into one working CRS; a Reader.

    land_use_crs: the CRSs of the land use. crs: the working CRS; by default one that suits the parcels.
    gate: relative tolerance of the area gate; wider where land use is reprojected, which bends its edges.
    """

    geos = QgisGeos()

    def __init__(
        self,
        parcels: ParcelLayer,
        land_use_crs: tuple[QgsCoordinateReferenceSystem, ...],
        context: QgsCoordinateTransformContext,
        crs: QgsCoordinateReferenceSystem | None = None,
    ) -> None:
        self._parcels = parcels
        self._context = context
        own = parcels.source.sourceCrs()
        if crs is None:
            crs = own if parcels.area_basis == PLANAR else working_crs(own, parcels.source.sourceExtent())
        self.crs = crs
        self._workspace = Workspace([QgsCoordinateTransform(own, crs, context)])
        self.gate = GATE_REPROJECTED if any(other != own for other in land_use_crs) else AREA_GATE

    def read_parcels(self, progress: Progress) -> list[Parcel]:
        """Read all parcels, in the order of the layer, and measure them.

        A parcel that cannot be used stays in the list, with its status.
        """
        layer, parcels = self._parcels, []
        field = layer.area_field if layer.area_basis == FIELD else None
        tools, count = _ParcelTools(self._workspace, self._measure(), progress), layer.source.featureCount()
        for rows in read_rows(layer.source, layer.table, field, None, progress):
            official = None if field is None else [math.nan if area is None else float(area) for area in rows.values]
            parcels += prepared_parcels(rows.ids, rows.wkb, official, tools)
            progress.report(min(len(parcels) / count, 1.0) if count > 0 else 0.0)
        return parcels

    def _measure(self) -> QgsDistanceArea | float:
        """Return a measure of areas on the ellipsoid, or the m² of a square map unit for planar areas."""
        crs = self._parcels.source.sourceCrs()
        return square_metres_per_unit(crs) if self._parcels.area_basis == PLANAR else ellipsoid_measure(crs)

    def read_patches(
        self, layers: tuple[LandUseLayer, ...], codes: tuple[CodeList, ...], box: np.ndarray, progress: Progress
    ) -> list[Patches]:
        """Read the land-use patches of each date that touch a box (4,) of the working CRS, unchecked.

        Raises LayerError where a patch cannot be transformed.
        """
        return [self._read_layer(layer, side, box, progress) for layer, side in zip(layers, codes)]

    def _read_layer(self, layer: LandUseLayer, codes: CodeList, box: np.ndarray, progress: Progress) -> Patches:
        crs, parcels_crs = layer.source.sourceCrs(), self._parcels.source.sourceCrs()
        workspace = Workspace([
            QgsCoordinateTransform(crs, parcels_crs, self._context),
            QgsCoordinateTransform(parcels_crs, self.crs, self._context),
        ])
        patches = Patches(layer.label, [], [], [])
        for rows in read_rows(layer.source, layer.table, layer.field, self._layer_box(box, crs), progress):
            kept = [position for position, wkb in enumerate(rows.wkb) if wkb]
            ids, wkb = [rows.ids[position] for position in kept], [rows.wkb[position] for position in kept]
            if workspace.moves:
                named = progress.watched(zip(ids, wkb))
                wkb = [workspace.bring(record, f"{layer.label} {number}") for number, record in named]
            patches.ids += ids
            patches.wkb += wkb
            patches.classes += [codes.index(rows.values[position]) for position in kept]
        return patches.in_order()

    def areal_scale(self, low: np.ndarray, high: np.ndarray) -> ArealScale | None:
        """Return the areal scale between two corners (2,) of the working CRS, None where areas are planar."""
        if self._parcels.area_basis == PLANAR and not distorts_area(self.crs):
            return None
        to_parcels = QgsCoordinateTransform(self.crs, self._parcels.source.sourceCrs(), self._context)
        return areal_scale(self.crs, QgsRectangle(*low, *high), to_parcels)

    def area_of_patches(self, layers: tuple[LandUseLayer, ...], count: int) -> float:
        """Return about the area, in the working CRS, that holds so many patches of each land-use layer."""
        return min(
            self._working_area(layer.source) * count / max(layer.source.featureCount(), 1) for layer in layers
        )

    def _working_area(self, source: QgsProcessingFeatureSource) -> float:
        """Return the area of a layer's extent in the working CRS, infinite where that does not hold it as a whole."""
        extent, parcels_crs = source.sourceExtent(), self._parcels.source.sourceCrs()
        try:
            for step in ((source.sourceCrs(), parcels_crs), (parcels_crs, self.crs)):
                extent = QgsCoordinateTransform(*step, self._context).transformBoundingBox(extent)
        except QgsCsException:
            return float("inf")
        return extent.area()

    def _layer_box(self, box: np.ndarray, crs: QgsCoordinateReferenceSystem) -> QgsRectangle:
        """Return a box of the working CRS as a box of a layer's CRS, a little larger."""
        rectangle = QgsRectangle(*box)
        parcels_crs = self._parcels.source.sourceCrs()
        for step in ((self.crs, parcels_crs), (parcels_crs, crs)):
            rectangle = QgsCoordinateTransform(*step, self._context).transformBoundingBox(rectangle)
        rectangle.grow(0.001 * max(rectangle.width(), rectangle.height()))
        return rectangle


class _ParcelTools:
    """ParcelTools by way of QGIS. measure: of areas on the ellipsoid, or the m² of a square map unit."""

    def __init__(self, workspace: Workspace, measure: QgsDistanceArea | float, progress: Progress) -> None:
        self._workspace, self._measure, self._progress = workspace, measure, progress

    def validated(self, wkb: list[bytes]) -> list[tuple[bytes, str]]:
        return list(map(validated, self._progress.watched(wkb)))

    def placed(self, wkb: list[bytes]) -> list[bytes]:
        return [self._placed(record) for record in self._progress.watched(wkb)] if self._workspace.moves else wkb

    def _placed(self, wkb: bytes) -> bytes:
        try:
            return self._workspace.bring(wkb, "")
        except LayerError:
            return b""

    def measured(self, wkb: list[bytes], planar: np.ndarray) -> list[float]:
        if isinstance(self._measure, QgsDistanceArea):
            return [self._measure.measureArea(geometry_of(record)) for record in self._progress.watched(wkb)]
        return (planar * self._measure).tolist()
