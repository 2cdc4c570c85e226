"""exactextract on the joint raster: exact coverage of every joint class."""
import exactextract
import geopandas as gpd
import numpy as np
from _job import Job
from _raster import joint, split
from exactextract.raster import NumPyRasterSource

job = Job()
job.ready()
values, (left, width, _, top, _, height) = joint(job)
zones = gpd.read_file(job.zones, columns=["pid"])
rows, columns = values.shape
raster = NumPyRasterSource(values, left, top + rows * height, left + columns * width, top, nodata=0,
                           srs_wkt=zones.crs.to_wkt())
table = exactextract.exact_extract(raster, zones, ["unique", "frac", "count"], include_cols=["pid"], output="pandas")
sizes = table["unique"].map(len).to_numpy()
cells = np.concatenate(table["frac"].to_list()) * np.repeat(table["count"].to_numpy(), sizes)
job.save(np.repeat(table["pid"].to_numpy(), sizes), *split(np.concatenate(table["unique"].to_list())),
         cells * abs(width * height))
job.finish(exactextract=exactextract.__version__)
