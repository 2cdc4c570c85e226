"""Checks of GeoDataFrames before a run: whatever can be known before, is said before."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pyproj
from geopandas import GeoDataFrame
from pandas.api.types import infer_dtype, is_bool_dtype, is_numeric_dtype
from pyproj.exceptions import ProjError

from .. import refusals
from ..limits import AREA_OF_USE_MARGIN
from ..parcels import FIELD, PLANAR
from .area import EllipsoidMeasure, centre_in_degrees, is_planar_misleading
from .datums import is_guess
from .frames import FrameLandUse, FrameParcels
from .geometry import FrameWorkspace

POLYGONAL = {"Polygon", "MultiPolygon", "GeometryCollection"}


def check_parcels(parcels: FrameParcels, label: str, columns: tuple[str, ...]) -> None:
    """Raise LayerError where the parcels cannot be accounted for. columns: those that the result adds."""
    frame = parcels.frame
    _check_layer(frame, label)
    crs, box = frame.crs, frame.total_bounds
    _check_area_of_use(crs, box, label)
    if parcels.area_basis == PLANAR and np.isfinite(box).all() and is_planar_misleading(crs, box):
        raise refusals.misleading_planar_areas(label, crs.name)
    if parcels.area_basis != PLANAR:
        EllipsoidMeasure(crs)
    if parcels.area_basis == FIELD:
        _check_area_field(parcels, label)
    used = {str(name).lower() for name in frame.columns}
    taken = [name for name in columns if name in used]
    if taken:
        raise refusals.taken(label, taken)


def check_land_use(land_use: FrameLandUse) -> None:
    """Raise LayerError where a land-use frame or its code column cannot be used."""
    frame, field, label = land_use.frame, land_use.field, land_use.label
    _check_layer(frame, label)
    if field not in frame.columns:
        raise refusals.no_such_field(label, field, map(str, frame.columns.drop(frame.geometry.name)))
    kind = _kind_of_codes(frame[field])
    if kind:
        raise refusals.no_codes_in(label, field, kind)
    if not np.isfinite(frame.total_bounds).all():
        raise refusals.no_features(label)


def check_extent(parcels: GeoDataFrame, covered: np.ndarray, crs: pyproj.CRS, label: str) -> None:
    """Raise LayerError where land use, which covers a box (4,) in its CRS, lies nowhere near the parcels.

    So it does, by some hundred metres, where the shift between two datums is not known.
    """
    if np.isfinite(parcels.total_bounds).all() and is_guess(parcels.crs, crs, parcels.total_bounds):
        raise refusals.no_datum_shift(label, crs.name, parcels.crs.name)
    try:
        box = FrameWorkspace(parcels.crs, crs).bring_box(parcels.total_bounds)
    except ProjError:
        raise refusals.no_transformation(label, crs.name, parcels.crs.name) from None
    if np.isfinite(box).all() and not ((box[:2] <= covered[2:]) & (box[2:] >= covered[:2])).all():
        raise refusals.far_from_parcels(label, _shown(covered), _shown(box), crs.name)


def _check_layer(frame: GeoDataFrame, label: str) -> None:
    kinds = set(frame.geom_type.dropna()) - POLYGONAL
    if kinds:
        raise refusals.no_polygons(label, ", ".join(sorted(kinds)))
    if frame.crs is None:
        raise refusals.no_crs(label)
    if frame.empty:
        raise refusals.no_features(label)


def _kind_of_codes(values: pd.Series) -> str:
    """Return nothing where a column holds text or whole numbers, else what it holds.

    Whole numbers beside missing ones are floats in pandas, so floats without a fraction are whole numbers.
    """
    present = values.dropna().astype(object)
    kind = infer_dtype(present)
    whole = kind == "floating" and all(float(value).is_integer() for value in present)
    return "" if kind in ("string", "integer", "empty") or whole else kind


def _check_area_field(parcels: FrameParcels, label: str) -> None:
    field = parcels.area_field
    if field is None:
        raise refusals.no_area_field()
    if field not in parcels.frame.columns:
        raise refusals.no_areas_in(label, field)
    kind = parcels.frame[field].dtype
    if not is_numeric_dtype(kind) or is_bool_dtype(kind):
        raise refusals.no_areas_in(label, field)


def _check_area_of_use(crs: pyproj.CRS, box: np.ndarray, label: str) -> None:
    """Refuse coordinates far outside of what the CRS is made for, such as eastings with another zone prefix."""
    if crs.area_of_use is None or not np.isfinite(box).all():
        return
    place = np.array(centre_in_degrees(crs, box))
    bounds = np.array(crs.area_of_use.bounds)
    if not ((bounds[:2] - AREA_OF_USE_MARGIN <= place) & (place <= bounds[2:] + AREA_OF_USE_MARGIN)).all():
        raise refusals.outside_area_of_use(label, _shown(box), crs.name)


def _shown(box: np.ndarray) -> str:
    return "{:.2f},{:.2f} : {:.2f},{:.2f}".format(*box)
