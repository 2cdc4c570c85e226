"""shapely on several threads: patches that stay are met once, changed ones as their joint pieces, then the zones."""
import numpy as np
import pyogrio
import shapely
from _job import Job
from _shapely import intersections, read

job = Job()
job.ready()

(zone_wkb, zones), (base_wkb, before), (target_wkb, after) = (
    read(job.zones, "pid"), read(job.base, "DLBM"), read(job.target, "DLBM"))
row_of = {wkb: row for row, wkb in enumerate(base_wkb)}
twin = np.array([row_of.get(wkb, -1) for wkb in target_wkb])
kept = np.flatnonzero(twin >= 0)
new, old = np.flatnonzero(twin < 0), np.setdiff1d(np.arange(len(base_wkb)), twin)
base_row, target_row, pieces = intersections(
    shapely.from_wkb(base_wkb[old]), shapely.from_wkb(target_wkb[new]), job.threads)
joint = np.concatenate([shapely.from_wkb(target_wkb[kept]), pieces])
joint_before = before[np.concatenate([twin[kept], old[base_row]])]
joint_after = after[np.concatenate([kept, new[target_row]])]
zone_row, joint_row, pieces = intersections(shapely.from_wkb(zone_wkb), joint, job.threads)
job.save(zones[zone_row], joint_before[joint_row], joint_after[joint_row], shapely.area(pieces))
job.finish(shapely=shapely.__version__, GEOS=shapely.geos_version_string, pyogrio=pyogrio.__version__)
