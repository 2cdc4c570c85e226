"""rasterstats on the joint raster: cells counted by their centre."""
import geopandas as gpd
import numpy as np
import rasterstats
from _job import Job
from _raster import joint, split
from affine import Affine

job = Job()
job.ready()
values, transform = joint(job)
zones = gpd.read_file(job.zones, columns=["pid"])
counts = rasterstats.zonal_stats(zones.geometry, values, affine=Affine.from_gdal(*transform), nodata=0,
                                 categorical=True, stats=[])
sizes = [len(count) for count in counts]
cells = np.concatenate([list(count.values()) for count in counts])
job.save(np.repeat(zones["pid"], sizes), *split(np.concatenate([list(count) for count in counts])),
         cells * abs(transform[1] * transform[5]))
job.finish(rasterstats=rasterstats.__version__)
