"""Land use that many cases share, in metres from the south-west corner of the test area, and shapes put there."""

from __future__ import annotations

from functools import cache

import shapely
from qgis.core import QgsGeometry, QgsVectorLayer
from shapely.affinity import translate
from support.layers import BROADLEAF, EAST, INDUSTRY, NORTH, land_use
from support.runs import parameters as vector_parameters

FRAME = shapely.box(-500, -500, 1500, 1500)
WEST, REST = shapely.box(-500, -500, 40, 1500), shapely.box(40, -500, 1500, 1500)
BEFORE = [(FRAME, INDUSTRY)]
AFTER = [(WEST, BROADLEAF), (REST, INDUSTRY)]


def in_place(shape: shapely.Geometry) -> shapely.Geometry:
    """Return a shape of the test area in its CRS, where coordinates have fewer digits behind the point."""
    return translate(shape, EAST, NORTH)


def placed(shape: shapely.Geometry) -> QgsGeometry:
    """Return a shape of the test area as a geometry in its CRS."""
    geometry = QgsGeometry()
    geometry.fromWkb(shapely.to_wkb(in_place(shape)))
    return geometry


def layer_of(patches: list[tuple]) -> QgsVectorLayer:
    """Return (shape, code) as a land-use layer."""
    return land_use(*((placed(shape), code) for shape, code in patches))


@cache
def industry() -> QgsVectorLayer:
    """Return the base date: industry everywhere."""
    return layer_of(BEFORE)


@cache
def half_forest() -> QgsVectorLayer:
    """Return the target date: forest west of x = 40 m, industry east of it."""
    return layer_of(AFTER)


def forget() -> None:
    """Drop the shared layers, while QGIS still runs."""
    industry.cache_clear()
    half_forest.cache_clear()


def over_half_forest(parcels: QgsVectorLayer, **changes) -> dict:
    """Return the parameters of a run of parcels over the shared land use."""
    return vector_parameters(parcels, industry(), half_forest(), **changes)


def between(parcels: QgsVectorLayer, side: str, patches: QgsVectorLayer, **changes) -> dict:
    """Return the parameters of a run with patches at one date, ``base`` or ``target``, and industry at the other."""
    dates = {"base": industry(), "target": industry(), side: patches}
    return vector_parameters(parcels, dates["base"], dates["target"], **changes)


def by_date(side: str, patches: list[tuple]) -> tuple[list[tuple], list[tuple]]:
    """Return the patches (shape, code) of both dates of such a run."""
    return (patches, BEFORE) if side == "base" else (BEFORE, patches)
