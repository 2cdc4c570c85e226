"""The floor: only read the three layers, nothing computed."""
from _job import Job

job = Job()
if job.kind == "vector":
    import pyogrio

    job.ready()
    for path in (job.zones, job.base, job.target):
        pyogrio.raw.read(path)
    job.finish(pyogrio=pyogrio.__version__)
else:
    from osgeo import gdal, ogr

    gdal.UseExceptions()
    job.ready()
    for path in (job.base, job.target):
        gdal.Open(str(path)).ReadAsArray()
    zones = ogr.Open(str(job.zones))
    for zone in zones.GetLayer():
        zone.GetGeometryRef()
    job.finish(gdal=gdal.__version__)
