"""shapely on several threads: zones with the base, the pieces with the target."""
import pyogrio
import shapely
from _job import Job
from _shapely import intersections, read

job = Job()
job.ready()
(zone_wkb, zones), (base_wkb, before), (target_wkb, after) = (
    read(job.zones, "pid"), read(job.base, "DLBM"), read(job.target, "DLBM"))
zone_row, base_row, pieces = intersections(shapely.from_wkb(zone_wkb), shapely.from_wkb(base_wkb), job.threads)
piece_row, target_row, parts = intersections(pieces, shapely.from_wkb(target_wkb), job.threads)
job.save(zones[zone_row[piece_row]], before[base_row[piece_row]], after[target_row], shapely.area(parts))
job.finish(shapely=shapely.__version__, GEOS=shapely.geos_version_string, pyogrio=pyogrio.__version__)
