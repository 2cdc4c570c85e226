"""Classified rasters read by GDAL, strip by strip, for the overlay."""

from __future__ import annotations

from pathlib import PurePath

import numpy as np
from osgeo import gdal, osr

from ...accounting.errors import LayerError
from ..gdal_calls import attempt
from .grid import GridAxis, regular_axis
from .raster_names import class_names

_DTYPES = {
    "Byte": np.uint8, "Int8": np.int8, "UInt16": np.uint16, "Int16": np.int16, "UInt32": np.uint32,
    "Int32": np.int32, "Int64": np.int64, "Float32": np.float32, "Float64": np.float64,
}
_CACHED_BYTES = 1 << 27


class RasterSource:
    """One band of class codes in a raster file; a ClassRaster.

    name: the file's name. crs: the raster's CRS, by default the one that the file names. x_axis, y_axis: its
    columns from the west and rows from the south. missing: values that mean no class, besides NaN and masked
    cells. class_names: names by value, where the file has an attribute or category table. warped: whether cells
    are the nearest ones of another CRS.
    """

    def __init__(
        self, dataset: gdal.Dataset, band: int, name: str, missing: tuple[float, ...] = (), warped: bool = False,
        crs: osr.SpatialReference | None = None,
    ) -> None:
        self.name = name
        self.warped = warped
        self.crs = crs or _crs_of(dataset, name)
        self.x_axis, self.y_axis, self._from_north = _axes_of(dataset, name)
        self.dataset = dataset
        self.band = band
        self._values = _band_of(dataset, band, name)
        self._dtype = _dtype_of(self._values, name)
        declared = self._values.GetNoDataValue()
        self.missing = missing if declared is None or np.isnan(declared) else (*missing, declared)
        self._mask = _mask_of(dataset, band)
        self.class_names = class_names(self._values)
        self._cached = 0

    @property
    def declares_missing(self) -> bool:
        """Whether the file says which cells are without class, by a NoData value, a mask or an alpha band."""
        return self._mask is not None or self._values.GetNoDataValue() is not None

    def read(self, rows: slice, columns: slice) -> tuple[np.ndarray, np.ndarray | None]:
        """Return the values of a window, rows from the south, and where they are valid (None: everywhere).

        Raises LayerError where the file cannot be read.
        """
        values = self._read(self._values, self._values.DataType, self._dtype, rows, columns)
        valid = None
        if self._mask is not None:
            valid = self._read(self._mask, gdal.GDT_Byte, np.dtype(np.uint8), rows, columns) > 0
        self._cached += values.nbytes
        if self._cached > _CACHED_BYTES:
            self.dataset.FlushCache()
            self._cached = 0
        return values, valid

    def _read(self, band: gdal.Band, kind: int, dtype: np.dtype, rows: slice, columns: slice) -> np.ndarray:
        height, width = rows.stop - rows.start, columns.stop - columns.start
        top = len(self.y_axis) - rows.stop if self._from_north else rows.start
        data, reason = attempt(band.ReadRaster, columns.start, top, width, height, buf_type=kind)
        if data is None:
            raise LayerError(
                "The raster {raster} cannot be read from line {line} on: {reason}. Copy the file again.",
                raster=self.name, line=top + 1, reason=reason,
            )
        values = np.frombuffer(data, dtype=dtype).reshape(height, width)
        return values[::-1] if self._from_north else values


def open_raster(
    path: str, band: int = 1, missing: tuple[float, ...] = (), crs: osr.SpatialReference | None = None
) -> RasterSource:
    """Open a band of a raster file.

    missing: further values that mean no class, for files that do not declare theirs. crs: the CRS that counts
    instead of the one in the file.
    Raises LayerError where the raster has no CRS or no place on the map, is rotated, or holds no numbers.
    """
    name = PurePath(path).name
    dataset, reason = attempt(gdal.OpenEx, path, gdal.OF_RASTER | gdal.OF_VERBOSE_ERROR)
    if dataset is None:
        raise LayerError(
            "The raster {raster} cannot be opened: {reason}. Check the path and the format.",
            raster=name, reason=reason,
        )
    return RasterSource(dataset, band, name, missing, crs=crs)


def in_grid_of(base: RasterSource, target: RasterSource) -> RasterSource:
    """Return the target raster for an overlay with the base raster.

    In the same CRS that is the target itself, whatever its grid. In another CRS each cell of the base
    raster takes the class of the target's cell at its centre (``warped`` is True then).

    Raises LayerError where there is no transformation between the CRSs.
    """
    if base.crs.IsSame(target.crs, ["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES"]):
        return target
    bounds = (base.x_axis.lines[0], base.y_axis.lines[0], base.x_axis.lines[-1], base.y_axis.lines[-1])
    bands = [target.band, *_alpha_bands(target.dataset, target.band)]
    own_mask = {"maskBand": f"mask,{target.band}"} if _has_own_mask(_band_of(target.dataset, target.band, "")) else {}
    picked, reason = attempt(
        gdal.Translate, "", target.dataset, format="VRT", bandList=bands, outputSRS=target.crs.ExportToWkt(), **own_mask
    )
    warped = None
    if picked is not None:
        warped, reason = attempt(
            gdal.Warp, "", picked, format="VRT", dstSRS=base.crs.ExportToWkt(), outputBounds=bounds,
            width=len(base.x_axis), height=len(base.y_axis), resampleAlg="near", errorThreshold=0, dstAlpha=True,
        )
    if warped is None:
        raise LayerError(
            "The raster {raster} cannot be read in the CRS of {base}: {reason}. Reproject it to that CRS first.",
            raster=target.name, base=base.name, reason=reason,
        )
    return RasterSource(warped, 1, target.name, target.missing, warped=True)


def _crs_of(dataset: gdal.Dataset, name: str) -> osr.SpatialReference:
    crs = dataset.GetSpatialRef()
    if crs is None:
        raise LayerError("The raster {raster} has no CRS. Assign the right one to the file.", raster=name)
    return crs


def _axes_of(dataset: gdal.Dataset, name: str) -> tuple[GridAxis, GridAxis, bool]:
    """Return the columns, the rows from the south, and whether the file begins in the north."""
    transform = dataset.GetGeoTransform(can_return_null=True)
    if transform is None:
        raise LayerError("The raster {raster} has no place on the map. Georeference the file.", raster=name)
    x_origin, x_step, x_skew, y_origin, y_skew, y_step = transform
    if x_skew or y_skew or x_step <= 0:
        raise LayerError(
            "The raster {raster} is rotated or mirrored. Warp it to a north-up grid with nearest neighbour first.",
            raster=name,
        )
    x_axis = regular_axis(x_origin, x_step, dataset.RasterXSize)
    return x_axis, regular_axis(y_origin, y_step, dataset.RasterYSize), y_step < 0


def _band_of(dataset: gdal.Dataset, number: int, name: str) -> gdal.Band:
    if not 1 <= number <= dataset.RasterCount:
        raise LayerError(
            "The raster {raster} has no band {band}; it has {count}.",
            raster=name, band=number, count=dataset.RasterCount,
        )
    return dataset.GetRasterBand(number)


def _dtype_of(band: gdal.Band, name: str) -> np.dtype:
    """Return the type of a band's values."""
    kind = gdal.GetDataTypeName(band.DataType)
    if kind not in _DTYPES:
        raise LayerError(
            "The raster {raster} holds values of type {kind}, which are no class codes.", raster=name, kind=kind
        )
    if (band.GetScale() or 1.0) != 1.0 or (band.GetOffset() or 0.0) != 0.0:
        raise LayerError(
            "The raster {raster} rescales its values (scale {scale}, offset {offset}), so they are no class codes. "
            "Choose the classified raster, or remove scale and offset from the file.",
            raster=name, scale=band.GetScale(), offset=band.GetOffset(),
        )
    is_signed = band.GetMetadataItem("PIXELTYPE", "IMAGE_STRUCTURE") == "SIGNEDBYTE"
    return np.dtype(np.int8 if is_signed else _DTYPES[kind])


def _mask_of(dataset: gdal.Dataset, number: int) -> gdal.Band | None:
    """Return the band that is 0 where a band has no value: the alpha band, or else the mask; None without either."""
    for alpha in _alpha_bands(dataset, number):
        return dataset.GetRasterBand(alpha)
    band = dataset.GetRasterBand(number)
    return band.GetMaskBand() if band.GetMaskFlags() & gdal.GMF_PER_DATASET or _has_own_mask(band) else None


def _has_own_mask(band: gdal.Band) -> bool:
    """Return whether a band has a mask that is not that of all bands: GDAL sets no flag for it."""
    return not band.GetMaskFlags()


def _alpha_bands(dataset: gdal.Dataset, besides: int) -> list[int]:
    numbers = [number for number in range(1, dataset.RasterCount + 1) if number != besides]
    return [n for n in numbers if dataset.GetRasterBand(n).GetColorInterpretation() == gdal.GCI_AlphaBand]
