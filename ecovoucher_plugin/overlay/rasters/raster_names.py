"""Names of classes that a raster file carries with it."""

from __future__ import annotations

from osgeo import gdal

_VALUE_USES = (gdal.GFU_MinMax, gdal.GFU_Min)


def class_names(band: gdal.Band) -> dict[int, str]:
    """Return the names of class values from a band's attribute table, or else from its category names."""
    table = band.GetDefaultRAT()
    names = {} if table is None else _table_names(table)
    if names:
        return names
    return {value: name for value, name in enumerate(band.GetCategoryNames() or []) if name}


def _table_names(table: gdal.RasterAttributeTable) -> dict[int, str]:
    columns = range(table.GetColumnCount())
    value = _first(
        [c for c in columns if table.GetUsageOfCol(c) in _VALUE_USES],
        [c for c in columns if table.GetNameOfCol(c).lower() == "value"],
    )
    name = _first(
        [c for c in columns if table.GetUsageOfCol(c) == gdal.GFU_Name],
        [c for c in columns if table.GetTypeOfCol(c) == gdal.GFT_String],
    )
    if value is None or name is None:
        return {}
    rows = range(table.GetRowCount())
    names = {table.GetValueAsInt(row, value): table.GetValueAsString(row, name) for row in rows}
    return {code: text for code, text in names.items() if text}


def _first(*candidates: list[int]) -> int | None:
    return next((column for columns in candidates for column in columns), None)
