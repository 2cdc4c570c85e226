"""EcoVoucher without QGIS: parcels and land use as GeoDataFrames, or land use as classified rasters.

Needs geopandas ≥ 1 with shapely ≥ 2; rasters need GDAL's Python bindings (osgeo) as well.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date

import pandas as pd
import pyproj
from geopandas import GeoDataFrame

from .accounting import results as rows
from .accounting.accounts import JIANGYIN, STANDARD_FOREST, Rules
from .accounting.coefficients import LocalFactors
from .accounting.unmatched import listed, unmatched_codes, unmatched_error
from .catalog import COEFFICIENTS, CUSTOM, SCHEMES
from .overlay.from_frames.checks import check_extent, check_land_use, check_parcels
from .overlay.from_frames.frames import FrameLandUse, FrameParcels, FrameReader
from .overlay.in_tiles import overlay_in_tiles
from .overlay.parcels import AREA_BASES, ELLIPSOIDAL, FIELD
from .overlay.progress import Feedback
from .overlay.remarks import overlay_warnings, raster_warnings
from .overlay.result import OverlayResult
from .rules import describe_rules, read_rules, rule_warnings, scheme_of, table_of

PARCELS, BASE, TARGET = "Parcels", "Land use at the base date", "Land use at the target date"
NATIONAL_MEAN = (1.0, 1.0, 1.0)
RASTERS_NEED_GDAL = "Rasters are read by GDAL's Python bindings, which are missing. Install python3-gdal or gdal."


@dataclass(frozen=True)
class ParcelEsvChange:
    """What the function below returns; columns, units and status codes are those of ecovoucher:parcelesvchange.

    parcels: the parcels with ``area_ha mapped_pct esv_base esv_target esv_change d_provis d_regul d_support
    d_cultur v_supply v_demand v_net ev_role ev_status ev_rules``, for rasters also ``cells``; NaN is unknown.
    transitions: ``parcel from_code from_name to_code to_name area_ha esv_change v_supply v_demand``, where
    ``parcel`` is the parcel's label in the index. unmatched: ``layer code area_ha share_pct parcels``.
    totals: ``PARCEL_COUNT`` to ``VOUCHER_NET``. warnings: what a user must know. engine: what computed the areas.
    """

    parcels: GeoDataFrame
    transitions: pd.DataFrame
    unmatched: pd.DataFrame
    totals: dict[str, float]
    warnings: list[str]
    engine: str


def parcel_esv_change(
    parcels: GeoDataFrame,
    base: GeoDataFrame | str | os.PathLike,
    target: GeoDataFrame | str | os.PathLike,
    base_field: str | None = None,
    target_field: str | None = None,
    *,
    scheme: str = "third_survey",
    coefficients: str = "xie2015",
    standard_value: float | None = None,
    factors: tuple[float, float, float] = NATIONAL_MEAN,
    voucher_standard: str = JIANGYIN,
    conversion: str | os.PathLike | None = None,
    area_basis: str = ELLIPSOIDAL,
    area_field: str | None = None,
    allow_unmatched: bool = False,
    bands: tuple[int, int] = (1, 1),
    nodata: tuple[float | None, float | None] = (None, None),
    feedback: Feedback | None = None,
) -> ParcelEsvChange:
    """Return what each parcel gains or loses in ecosystem service value, and the vouchers that yields.

    parcels: polygons with a CRS and an index without duplicates. base, target: the land use of two dates, both
    as polygons with a CRS, with codes (text or whole numbers) in base_field and target_field; or both as paths
    of rasters, whose bands hold whole-number codes and whose nodata are values without class where the files
    do not declare theirs. scheme, coefficients: a shipped table by name, or the path of a CSV.
    standard_value: D in yuan/ha per year of one equivalent factor; None takes the table's own.
    factors: local over national net primary production, precipitation and soil retention.
    voucher_standard: ``jiangyin`` or ``standard_forest``. conversion: path of the official coefficients (CSV).
    area_basis: ``ellipsoidal``, ``planar`` or ``field``, with the official areas (m²) in area_field.
    allow_unmatched: go on where codes have no value. feedback: is told the progress and may cancel.

    Raises a subclass of EcoVoucherError where the data cannot be accounted for, ValueError or TypeError where the
    call itself is wrong, ImportError for rasters without GDAL, Cancelled where the feedback cancels.
    """
    _check_call(parcels, voucher_standard, area_basis)
    rules = read_rules(
        scheme=scheme_of(*_named_or_file(scheme, SCHEMES)),
        table=table_of(*_named_or_file(coefficients, COEFFICIENTS)),
        requested_value=standard_value,
        factors=LocalFactors(*factors),
        standard=voucher_standard,
        conversion_file=None if conversion is None else os.fspath(conversion),
    )
    given = FrameParcels(parcels, area_basis, area_field)
    if isinstance(base, GeoDataFrame) and isinstance(target, GeoDataFrame):
        land_use = FrameLandUse(base, base_field, BASE), FrameLandUse(target, target_field, TARGET)
        overlay, warnings = _overlay_frames(given, land_use, feedback or _Unwatched()), []
    elif isinstance(base, (str, os.PathLike)) and isinstance(target, (str, os.PathLike)):
        overlay, warnings = _overlay_rasters(given, (base, target), bands, nodata, feedback or _Unwatched())
    else:
        raise TypeError(f"base and target are {type(base)} and {type(target)}, not two GeoDataFrames or two paths")
    return _valued(given, overlay, rules, allow_unmatched, warnings)


class _Unwatched:
    """A feedback of nobody."""

    def isCanceled(self) -> bool:
        return False

    def setProgress(self, percent: float) -> None:
        """Tell nobody."""


def _check_call(parcels: GeoDataFrame, voucher_standard: str, area_basis: str) -> None:
    if not isinstance(parcels, GeoDataFrame):
        raise TypeError(f"parcels is {type(parcels)}, not a GeoDataFrame")
    if not parcels.index.is_unique:
        again = parcels.index[parcels.index.duplicated()]
        raise ValueError(f"the index of parcels has duplicates: {again[:5].tolist()}")
    for name, value, allowed in (
        ("voucher_standard", voucher_standard, (JIANGYIN, STANDARD_FOREST)), ("area_basis", area_basis, AREA_BASES),
    ):
        if value not in allowed:
            raise ValueError(f"{name} is {value!r}, not one of {allowed}")


def _named_or_file(name: str, shipped: tuple[str, ...]) -> tuple[str, str | None]:
    return (name, None) if name in shipped else (CUSTOM, os.fspath(name))


def _overlay_frames(
    parcels: FrameParcels, land_use: tuple[FrameLandUse, FrameLandUse], feedback: Feedback
) -> OverlayResult:
    check_parcels(parcels, PARCELS, rows.PARCEL_COLUMNS)
    for layer in land_use:
        check_land_use(layer)
        check_extent(parcels.frame, layer.frame.total_bounds, layer.frame.crs, layer.label)
    reader = FrameReader(parcels, tuple(layer.frame.crs for layer in land_use))
    return overlay_in_tiles(reader, land_use, feedback)


def _overlay_rasters(
    parcels: FrameParcels,
    paths: tuple[str | os.PathLike, ...],
    bands: tuple[int, int],
    nodata: tuple[float | None, float | None],
    feedback: Feedback,
) -> tuple[OverlayResult, list[str]]:
    """Return the overlay and what to know of the rasters."""
    try:
        from .overlay.in_cells import overlay_in_cells
        from .overlay.rasters.open_rasters import in_grid_of, open_raster
    except ModuleNotFoundError as missing:
        raise ImportError(RASTERS_NEED_GDAL) from missing

    check_parcels(parcels, PARCELS, (*rows.PARCEL_COLUMNS, rows.CELLS))
    sources = []
    for path, band, missing, label in zip(paths, bands, nodata, (BASE, TARGET)):
        source = open_raster(os.fspath(path), band, () if missing is None else (float(missing),))
        x, y = source.x_axis.lines, source.y_axis.lines
        check_extent(parcels.frame, (x[0], y[0], x[-1], y[-1]), pyproj.CRS(source.crs.ExportToWkt()), label)
        sources.append(source)
    crs = pyproj.CRS(sources[0].crs.ExportToWkt())
    reader = FrameReader(parcels, (crs,), crs)
    return overlay_in_cells(reader, sources[0], in_grid_of(*sources), feedback), raster_warnings(sources)


def _valued(
    given: FrameParcels, overlay: OverlayResult, rules: Rules, allow_unmatched: bool, warnings: list[str]
) -> ParcelEsvChange:
    unmatched = unmatched_codes(overlay.transitions, rules)
    if unmatched and not allow_unmatched:
        raise unmatched_error(unmatched, rules)
    area_field = given.area_field if given.area_basis == FIELD else None
    results = rows.value_parcels(
        [parcel.id for parcel in overlay.parcels], overlay.transitions,
        [found.status for found in overlay.overlays], overlay.gate, overlay.cells,
        unmatched, rules, describe_rules(rules, given.area_basis, area_field, allow_unmatched),
    )
    warnings = [
        *warnings, *rule_warnings(rules, date.today()), *overlay_warnings(overlay, results.statuses, given.area_basis)
    ]
    if unmatched:
        warnings.append(f"{len(unmatched)} codes without a value: {listed(unmatched)}")
    columns = rows.PARCEL_COLUMNS if overlay.cells is None else (*rows.PARCEL_COLUMNS, rows.CELLS)
    added = _table(rows.parcel_rows(results), columns).set_index(given.frame.index)
    return ParcelEsvChange(
        parcels=given.frame.assign(**added),
        transitions=_table(rows.transition_rows(results), rows.TRANSITION_COLUMNS),
        unmatched=_table(rows.unmatched_rows(unmatched), rows.UNMATCHED_COLUMNS),
        totals=rows.sums_of(results),
        warnings=warnings,
        engine=overlay.engine,
    )


def _table(records, columns: tuple[str, ...]) -> pd.DataFrame:
    """Return rows as a table whose number columns are floats also where every number is unknown."""
    table = pd.DataFrame(list(records), columns=list(columns))
    numbers = [name for name in columns if name in (*rows.PARCEL_NUMBERS, "share_pct")]
    return table.astype(dict.fromkeys(numbers, float))
