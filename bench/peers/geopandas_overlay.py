"""geopandas.overlay twice: zones with the base, the pieces with the target."""
import geopandas as gpd
import shapely
from _job import Job

job = Job()
job.ready()
zones = gpd.read_file(job.zones, columns=["pid"])
base = gpd.read_file(job.base, columns=["DLBM"]).rename(columns={"DLBM": "before"})
target = gpd.read_file(job.target, columns=["DLBM"]).rename(columns={"DLBM": "after"})
pieces = gpd.overlay(gpd.overlay(zones, base, keep_geom_type=True), target, keep_geom_type=True)
areas = pieces.area.groupby([pieces["pid"], pieces["before"], pieces["after"]]).sum()
job.save(*(areas.index.get_level_values(level) for level in range(3)), areas)
job.finish(geopandas=gpd.__version__, shapely=shapely.__version__, GEOS=shapely.geos_version_string)
