"""Reader of QGIS layers: parcels once and whole, land use around one tile of parcels at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsRectangle,
)

from ..accounting.errors import LayerError
from ..accounting.status import AREA_GATE, EMPTY, GATE_REPROJECTED, INVALID, OK
from ..compat import is_null
from .area import areal_scale, distorts_area, ellipsoid_measure, square_metres_per_unit, working_crs
from .areal_scale import ArealScale
from .geometry import Workspace, planar_area, straight_polygon, validated
from .parcels import FIELD, PLANAR, CodeList, Parcel
from .patches import Patches
from .progress import Progress
from .qgis_geos import QgisGeos

SKIP_VALIDITY = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks


@dataclass(frozen=True)
class LandUseLayer:
    """A land-use layer of one date: its features, the name of the code field and how messages call it."""

    source: QgsProcessingFeatureSource
    field: str
    label: str


@dataclass(frozen=True)
class ParcelLayer:
    """The parcels, the area basis and, for the basis “field”, the name of the field of official areas in m²."""

    source: QgsProcessingFeatureSource
    area_basis: str
    area_field: str | None


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
        source, field = self._parcels.source, self._parcels.area_field
        request = QgsFeatureRequest()
        request.setSubsetOfAttributes([field] if self._parcels.area_basis == FIELD else [], source.fields())
        measure = self._measure()
        features = progress.each(source.getFeatures(request, SKIP_VALIDITY), source.featureCount())
        return [self._read_parcel(feature, measure) for feature in features]

    def _measure(self) -> Callable[[QgsGeometry], float]:
        """Return the function that measures a valid polygon of the parcels' CRS in m²."""
        crs = self._parcels.source.sourceCrs()
        if self._parcels.area_basis != PLANAR:
            return ellipsoid_measure(crs).measureArea
        factor = square_metres_per_unit(crs)
        return lambda geometry: planar_area(geometry) * factor

    def _read_parcel(self, feature: QgsFeature, measure: Callable[[QgsGeometry], float]) -> Parcel:
        original = straight_polygon(feature)
        if not original.isNull() and not original.boundingBox().isFinite():
            return Parcel(feature.id(), INVALID, "coordinates")
        prepared = validated(original)
        if prepared.status == EMPTY:
            return Parcel(feature.id(), EMPTY)
        if prepared.status == INVALID:
            return Parcel(feature.id(), INVALID, "geometry")
        try:
            local = self._workspace.bring(QgsGeometry(prepared.geometry), "")
        except LayerError:
            return Parcel(feature.id(), INVALID, "coordinates")
        geometric = area = measure(prepared.geometry)
        if self._parcels.area_basis == FIELD:
            area = _official_area(feature[self._parcels.area_field])
        if not 0 < area < float("inf"):
            return Parcel(feature.id(), INVALID, "area")
        box = local.boundingBox()
        return Parcel(
            id=feature.id(),
            status=prepared.status,
            wkb=local.asWkb().data(),
            box=(box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()),
            area_m2=area,
            geometric_m2=geometric,
        )

    def read_patches(
        self, layers: tuple[LandUseLayer, ...], codes: tuple[CodeList, ...], box: np.ndarray, progress: Progress
    ) -> list[Patches]:
        """Read the land-use patches of each date that touch a box (4,) of the working CRS.

        A patch that is the same as one already read is not checked again.
        Raises LayerError where a patch cannot be transformed.
        """
        valid: set[bytes] = set()
        return [self._read_layer(layer, side, box, progress, valid) for layer, side in zip(layers, codes)]

    def _read_layer(
        self, layer: LandUseLayer, codes: CodeList, box: np.ndarray, progress: Progress, valid: set[bytes]
    ) -> Patches:
        source, crs = layer.source, layer.source.sourceCrs()
        parcels_crs = self._parcels.source.sourceCrs()
        workspace = Workspace([
            QgsCoordinateTransform(crs, parcels_crs, self._context),
            QgsCoordinateTransform(parcels_crs, self.crs, self._context),
        ])
        field = source.fields().lookupField(layer.field)
        request = QgsFeatureRequest().setSubsetOfAttributes([field])
        request.setFilterRect(self._layer_box(box, crs))
        patches = Patches(layer.label)
        for feature in progress.watched(source.getFeatures(request, SKIP_VALIDITY)):
            geometry = straight_polygon(feature)
            if geometry.isNull():
                continue
            if workspace.moves:
                geometry = workspace.bring(geometry, f"{layer.label} {feature.id()}")
            wkb, status = geometry.asWkb().data(), OK
            if wkb not in valid:
                geometry, status = validated(geometry)
                if status == OK:
                    valid.add(wkb)
                else:
                    wkb = geometry.asWkb().data()
            patches.wkb.append(wkb)
            patches.classes.append(codes.index(code_of(feature.attribute(field))))
            patches.status.append(status)
            patches.ids.append(feature.id())
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


def code_of(value: object) -> object:
    """Return a land-use code as it stands, None where it is NULL."""
    return None if is_null(value) else value


def _official_area(value: Any) -> float:
    """Return an official area in m², NaN where it is missing."""
    return float("nan") if is_null(value) else float(value)
