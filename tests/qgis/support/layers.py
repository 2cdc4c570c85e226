"""Memory layers for tests, built from well-known text, shapely polygons or QgsGeometry."""

from __future__ import annotations

from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtCore import QVariant

# CGCS2000 / 3-degree Gauss-Krüger CM 120E: metres, eastings without zone number; Jiangyin lies in it.
CRS = "EPSG:4549"
EAST, NORTH = 520_000, 3_530_000

# Codes of the Third National Land Survey.
PADDY, DRY, BROADLEAF, INDUSTRY, POND = "0101", "0103", "0302", "0601", "1104"


def square(x: float, y: float, side: float = 100) -> str:
    """Return a square as WKT, in metres from the south-west corner of the test area; 100 m is 1 ha."""
    return rectangle(x, y, side, side)


def rectangle(x: float, y: float, width: float, height: float) -> str:
    west, south, east, north = EAST + x, NORTH + y, EAST + x + width, NORTH + y + height
    return f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"


def at_origin(wkt: str) -> QgsGeometry:
    """Return a geometry given in metres from the south-west corner of the test area."""
    geometry = QgsGeometry.fromWkt(wkt)
    geometry.translate(EAST, NORTH)
    return geometry


def as_geometry(shape: object) -> QgsGeometry:
    """Return WKT, a shapely geometry or None as QgsGeometry."""
    if shape is None:
        return QgsGeometry()
    if isinstance(shape, QgsGeometry):
        return shape
    return QgsGeometry.fromWkt(shape if isinstance(shape, str) else shape.wkt)


def whole(value: object) -> object:
    """Return an attribute value that QGIS takes as it is; bare texts with odd characters it cuts from 3.40 on."""
    return QVariant(value) if isinstance(value, str) else value


def layer(rows: list[tuple], fields: str = "", crs: str = CRS, kind: str = "MultiPolygon") -> QgsVectorLayer:
    """Return a memory layer; rows: (shape, attribute, …), fields: as in a memory layer's URI, ``field=a:string``."""
    made = QgsVectorLayer("&".join(part for part in (kind, fields) if part).replace("&", "?", 1), "layer", "memory")
    made.setCrs(crs_of(crs))
    features = []
    for shape, *attributes in rows:
        feature = QgsFeature(made.fields())
        feature.setGeometry(as_geometry(shape))
        feature.setAttributes([whole(value) for value in attributes])
        features.append(feature)
    added, _ = made.dataProvider().addFeatures(features)
    assert added, made.dataProvider().lastError()
    made.updateExtents()
    assert made.featureCount() == len(rows)
    return made


def crs_of(definition: str):
    from qgis.core import QgsCoordinateReferenceSystem

    return QgsCoordinateReferenceSystem(definition)


def land_use(*rows: tuple, crs: str = CRS, kind: str = "MultiPolygon") -> QgsVectorLayer:
    """Return a land-use layer with the code field DLBM; rows: (shape, code)."""
    return layer(list(rows), "field=DLBM:string(10)", crs, kind)


def parcels(*shapes: object, crs: str = CRS, kind: str = "MultiPolygon") -> QgsVectorLayer:
    """Return parcels with the fields ``name`` and ``number``."""
    return layer(
        [(shape, f"parcel {number}", number) for number, shape in enumerate(shapes)],
        "field=name:string(20)&field=number:integer", crs, kind,
    )
