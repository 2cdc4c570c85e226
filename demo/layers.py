"""The demo county as layers of a GeoPackage."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsLineString,
    QgsPolygon,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from .landscape import Landscape, Patch

PARCEL_FIELDS = (
    "field=parcel_no:string(20)&field=town:string(20)&field=village:string(20)"
    "&field=kind:string(12)&field=holder:string(12)&field=official_m2:double(14,2)"
    "&field=code_now:string(5)&field=code_plan:string(5)"
)
DISTRICT_FIELDS = (
    "field=name:string(40)&field=land_ha:double(12,2)&field=forest_pct:double(6,2)&field=target_pct:double(6,2)"
    "&field=price_mu:double(10,2)&field=gdp_head:double(12,2)&field=density:double(10,2)"
)
PATCH_FIELDS = "field=DLBM:string(5)&field=DLMC:string(60)"


class DemoError(Exception):
    """The demo cannot go on; the message is one sentence for the person who started it."""


def write_landscape(landscape: Landscape, geopackage: Path) -> None:
    """Write parcels, districts and the land use of county and surroundings at both dates to a new GeoPackage."""
    for suffix in ("", "-wal", "-shm"):
        Path(f"{geopackage}{suffix}").unlink(missing_ok=True)
    write_layer(_parcel_layer(landscape), geopackage, "parcels")
    write_layer(_district_layer(landscape), geopackage, "districts")
    for name, patches in (
        ("landuse_base", landscape.base), ("landuse_target", landscape.target),
        ("around_base", landscape.around_base), ("around_target", landscape.around_target),
    ):
        write_layer(_patch_layer(landscape.crs, patches), geopackage, name)


def write_layer(layer: QgsVectorLayer, geopackage: Path, name: str) -> None:
    """Write a layer or table to the GeoPackage under a name; raise DemoError where that fails."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = name
    if geopackage.exists():
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    error, reason, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(geopackage), QgsCoordinateTransformContext(), options
    )
    if error != QgsVectorFileWriter.WriterError.NoError:
        raise DemoError(f"The layer {name} cannot be written to {geopackage}: {reason}.")


def open_layer(geopackage: Path, name: str, title: str = "") -> QgsVectorLayer:
    """Return a layer or table of the GeoPackage; raise DemoError where it cannot be read."""
    layer = QgsVectorLayer(f"{geopackage}|layername={name}", title or name, "ogr")
    if not layer.isValid():
        raise DemoError(f"The layer {name} cannot be read from {geopackage}.")
    return layer


def _parcel_layer(landscape: Landscape) -> QgsVectorLayer:
    return _polygon_layer(landscape.crs, PARCEL_FIELDS, [
        (
            [parcel.parcel_no, parcel.town, parcel.village, parcel.kind, parcel.holder, parcel.official_m2,
             parcel.code_now, parcel.code_plan],
            [parcel.ring],
        )
        for parcel in landscape.parcels
    ])


def _district_layer(landscape: Landscape) -> QgsVectorLayer:
    rows = []
    for district in landscape.districts:
        profile = district.profile
        rows.append(([
            profile.name, district.land_ha, district.forest_pct, profile.target_pct, profile.index_price,
            profile.gdp_head, profile.density,
        ], [district.ring]))
    return _polygon_layer(landscape.crs, DISTRICT_FIELDS, rows)


def _patch_layer(crs: str, patches: list[Patch]) -> QgsVectorLayer:
    return _polygon_layer(crs, PATCH_FIELDS, [([patch.code, patch.name], patch.rings) for patch in patches])


def _polygon_layer(crs: str, fields: str, rows: list[tuple[list[object], list[np.ndarray]]]) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"Polygon?crs={crs}&{fields}", "polygons", "memory")
    features = []
    for values, rings in rows:
        outer, *holes = (QgsLineString(ring[:, 0].tolist(), ring[:, 1].tolist()) for ring in rings)
        polygon = QgsPolygon(outer)
        for hole in holes:
            polygon.addInteriorRing(hole)
        feature = QgsFeature(layer.fields())
        feature.setAttributes(values)
        feature.setGeometry(QgsGeometry(polygon))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer
