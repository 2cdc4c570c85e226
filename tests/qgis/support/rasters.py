"""Class rasters for tests: written by GDAL, as polygons cell by cell, and in runs of the raster algorithm."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import shapely
from osgeo import gdal, osr
from qgis.core import QgsApplication, QgsProcessingException
from support.layers import CRS, EAST, NORTH, land_use
from support.runs import TEMPORARY, Log, Run, collected, project_context

RASTER_ALGORITHM = "ecovoucher:parcelesvchangeraster"

# Values of the yearly China land cover (clcd) and their equivalent factors in Xie et al. 2015.
CROPLAND, FOREST, WATER, BUILT = 1, 2, 5, 8
FACTOR = {CROPLAND: (3.89 + 4.01) / 2, FOREST: (17.53 + 23.09 + 22.95) / 3, WATER: 125.61, BUILT: 0.0}
CLASSES = np.array([CROPLAND, FOREST, WATER, BUILT])


def classes(seed: int, rows: int = 20, columns: int = 24) -> np.ndarray:
    """Return random classes (rows, columns)."""
    return CLASSES[np.random.default_rng(seed).integers(4, size=(rows, columns))]


def placed(rows: int, cell: float = 30.0, x: float = 0.0, y: float = 0.0) -> tuple:
    """Return the geotransform of a north-up raster whose south-west corner lies x, y metres from the test area's."""
    return EAST + x, cell, 0.0, NORTH + y + rows * cell, 0.0, -cell


def write(
    path: Path, values: np.ndarray, transform: tuple | None = None, crs: str | None = CRS, kind: int = gdal.GDT_Byte,
    nodata: float | None = None, bands: int = 1,
) -> str:
    """Write values (rows from the north, columns) into the last band of a GeoTIFF; return its path."""
    rows, columns = np.shape(values)
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), columns, rows, bands, kind)
    dataset.SetGeoTransform(transform or placed(rows))
    if crs:
        reference = osr.SpatialReference()
        reference.SetFromUserInput(crs)
        dataset.SetProjection(reference.ExportToWkt())
    band = dataset.GetRasterBand(bands)
    if nodata is not None:
        band.SetNoDataValue(nodata)
    band.WriteArray(np.asarray(values))
    return str(path)


def uniform(path: Path, value: int, **options) -> str:
    """Write a raster of 24 × 20 cells of 30 m with one value; return its path."""
    return write(path, np.full((20, 24), value), **options)


def cells_of(path: str) -> tuple[np.ndarray, np.ndarray]:
    """Return the cells of a raster as shapely boxes, and their values; without those of the NoData value."""
    dataset = gdal.Open(path)
    west, width, _, north, _, height = dataset.GetGeoTransform()
    band = dataset.GetRasterBand(1)
    values = band.ReadAsArray()
    x = west + width * np.arange(values.shape[1] + 1.0)
    y = north + height * np.arange(values.shape[0] + 1.0)
    boxes = shapely.box(*np.broadcast_arrays(x[None, :-1], y[1:, None], x[None, 1:], y[:-1, None]))
    known = values != band.GetNoDataValue()
    return boxes[known], values[known]


def as_polygons(path: str, crs: str = CRS):
    """Return a raster as vector land use, one polygon a cell."""
    boxes, values = cells_of(path)
    return land_use(*((box, str(int(value))) for box, value in zip(boxes, values)), crs=crs)


def parameters(parcels, base: str, target: str, **changes) -> dict:
    """Return the parameters of a run with the scheme clcd, planar areas and all sinks, with changes."""
    given = {
        "PARCELS": parcels, "BASE_RASTER": base, "TARGET_RASTER": target, "SCHEME": "clcd", "AREA_BASIS": "planar",
        "OUTPUT": TEMPORARY, "TRANSITIONS": TEMPORARY, "UNMATCHED": TEMPORARY, **changes,
    }
    return {name: value for name, value in given.items() if value is not None}


class FullLog(Log):
    """A log that keeps what it is told, too."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def pushInfo(self, info: str) -> None:
        self.told.append(info)
        super().pushInfo(info)


def run(parcels, base: str, target: str, **changes) -> Run:
    """Run the raster algorithm through processing.run."""
    from qgis import processing

    log = FullLog()
    given = parameters(parcels, base, target, **changes)
    return collected(processing.run(RASTER_ALGORITHM, given, context=project_context(), feedback=log), log)


def refusal(parcels, base: str, target: str, **changes) -> str:
    """Return the sentence with which the raster algorithm refuses a run before it starts."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(RASTER_ALGORITHM)
    accepted, message = algorithm.checkParameterValues(parameters(parcels, base, target, **changes), project_context())
    assert not accepted, "the run was not refused"
    return message


def failure(parcels, base: str, target: str, **changes) -> str:
    """Return the sentence with which a run stops."""
    try:
        run(parcels, base, target, **changes)
    except QgsProcessingException as error:
        return str(error)
    raise AssertionError("the run did not stop")


def hectares(done: Run) -> dict:
    """Return hectares by (number of the parcel in the layer, base code, target code)."""
    number = {feature.id(): position for position, feature in enumerate(done.layer.getFeatures())}
    return {(number[row["parcel"]], row["from_code"], row["to_code"]): row["area_ha"] for row in done.transitions}


def clipped(shapes: list, base: str, target: str) -> dict:
    """Return the same by shapely: each shape clipped with the cells of one raster, then with those of the other."""
    areas: dict = {}
    (before, before_values), (after, after_values) = cells_of(base), cells_of(target)
    before_tree, after_tree = shapely.STRtree(before), shapely.STRtree(after)
    for number, shape in enumerate(shapes):
        for cell in before_tree.query(shape):
            part = shapely.intersection(shape, before[cell])
            near = after_tree.query(part)
            for other, area in zip(near, shapely.area(shapely.intersection(part, after[near]))):
                if area:
                    key = number, str(int(before_values[cell])), str(int(after_values[other]))
                    areas[key] = areas.get(key, 0.0) + area / 1e4
    return areas
