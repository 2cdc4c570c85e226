"""Published layers where the data folder is beside the repository, and layers of the same kind where it is not."""

from __future__ import annotations

from pathlib import Path

import geopandas
import numpy as np
import shapely
from support.layers import layer

DATA = Path(__file__).resolve().parents[3].parent / "shared" / "data"
JENA = DATA / "03_de_jena_clc_2012_2018" / "jena_clc.gpkg"
ALASKA = DATA / "14_us_alaska_messy_vectors"
LABELS = ("Artificial surfaces", "Agricultural areas", "Forest and semi natural areas")
FOOT = 1200 / 3937
ALBERS_FEET = (
    "+proj=aea +lat_0=50 +lon_0=-154 +lat_1=55 +lat_2=65 +x_0=0 +y_0=0 +datum=NAD27 +units=us-ft +no_defs"
)


def jena() -> tuple[geopandas.GeoDataFrame, geopandas.GeoDataFrame, geopandas.GeoDataFrame]:
    """Return districts (GEN) and land use of 2012 and 2018 (LABEL1); real or made up."""
    if JENA.exists():
        return tuple(geopandas.read_file(JENA, layer=name) for name in ("admin_dist", "clc_12", "clc_18"))
    crs, frame = "EPSG:25832", shapely.box(670_000, 5_630_000, 700_000, 5_650_000)
    districts = [shapely.clip_by_rect(frame, 0, 0, 680_000, 1e7), shapely.clip_by_rect(frame, 680_000, 0, 1e7, 1e7)]
    return (
        geopandas.GeoDataFrame({"GEN": ["Jena", "Saale-Holzland-Kreis"]}, geometry=districts, crs=crs),
        *(_corine(seed, frame, crs) for seed in (12, 18)),
    )


def _corine(seed: int, frame: shapely.Polygon, crs: str) -> geopandas.GeoDataFrame:
    west, south, east, north = frame.bounds
    chance = np.random.default_rng(seed)
    points = shapely.MultiPoint(chance.uniform((west, south), (east, north), (240, 2)))
    cells = [cell.intersection(frame) for cell in shapely.voronoi_polygons(points, extend_to=frame).geoms]
    labels = [LABELS[i] for i in chance.integers(3, size=len(cells))]
    return geopandas.GeoDataFrame({"LABEL1": labels}, geometry=cells, crs=crs)


def alaska() -> geopandas.GeoDataFrame:
    """Return wooded polygons with invalid ones among them, in US survey feet, with AREA_KM2; real or made up."""
    if ALASKA.exists():
        return geopandas.read_file(ALASKA / "trees.shp")[["cat", "AREA_KM2", "geometry"]]
    squares = [shapely.box(x, 2_000_000, x + 90_000, 2_090_000) for x in range(0, 3_000_000, 100_000)]
    for number in range(0, len(squares), 10):
        west, south, east, north = squares[number].bounds
        squares[number] = shapely.Polygon([(west, south), (east, north), (east, south), (west, north)])
    areas = [shape.area * FOOT**2 / 1e6 for shape in squares]
    return geopandas.GeoDataFrame({"cat": range(len(squares)), "AREA_KM2": areas}, geometry=squares, crs=ALBERS_FEET)


def as_layer(frame: geopandas.GeoDataFrame, field: str, kind: str = "string"):
    """Return a GeoDataFrame as a memory layer with one field."""
    rows = list(zip(frame.geometry, frame[field].tolist()))
    return layer(rows, f"field={field}:{kind}", "WKT:" + frame.crs.to_wkt("WKT1_GDAL"))
