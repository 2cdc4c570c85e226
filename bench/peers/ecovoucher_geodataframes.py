"""EcoVoucher on GeoDataFrames, without QGIS; parcels and transitions written as the plugin writes them."""
import _ecovoucher
import geopandas as gpd
import pyogrio
import shapely
from _job import Job

job = Job()
_ecovoucher.package()
from ecovoucher import parcel_esv_change  # noqa: E402  (the repository, or what pip installed of it)

job.ready()
zones = gpd.read_file(job.zones, fid_as_index=True)
if job.kind == "vector":
    land_use = (*(gpd.read_file(path, columns=["DLBM"]) for path in (job.base, job.target)), "DLBM", "DLBM")
    scheme = "third_survey"
else:
    land_use, scheme = (job.base, job.target), "clcd"
result = parcel_esv_change(zones, *land_use, scheme=scheme, area_basis="planar")
result.parcels.to_file(job.out / "parcels.gpkg")
pyogrio.write_dataframe(result.transitions, job.out / "transitions.gpkg")
job.report["result"] = str(job.out / "transitions.gpkg")
job.finish(geopandas=gpd.__version__, shapely=shapely.__version__, GEOS=shapely.geos_version_string)
