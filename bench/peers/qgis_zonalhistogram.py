"""QGIS native:zonalhistogram on the joint raster: cells counted by their centre."""
import _qgis
import numpy as np
from _job import Job
from _raster import gdal, joint, split

job = Job()
application = _qgis.start()
from qgis import processing  # noqa: E402  (on the path once QGIS runs)
from qgis.core import QgsProcessing, QgsRasterLayer  # noqa: E402

job.ready()
PREFIX = "class_"


def write_joint(path):
    """The joint raster as a file, which the algorithm needs; returns a cell's area."""
    values, transform = joint(job)
    raster = gdal.GetDriverByName("GTiff").Create(
        str(path), values.shape[1], values.shape[0], 1, gdal.GDT_Byte, ["TILED=YES"])
    raster.SetGeoTransform(transform)
    raster.SetProjection(gdal.Open(str(job.base)).GetProjection())
    raster.GetRasterBand(1).SetNoDataValue(0)
    raster.GetRasterBand(1).WriteArray(values)
    return abs(transform[1] * transform[5])


path = job.out / "joint.tif"
cell_area = write_joint(path)
counted = processing.run("native:zonalhistogram", {
    "INPUT_RASTER": QgsRasterLayer(str(path), "joint"), "RASTER_BAND": 1, "INPUT_VECTOR": _qgis.layer(job.zones),
    "COLUMN_PREFIX": PREFIX, "OUTPUT": QgsProcessing.TEMPORARY_OUTPUT,
})["OUTPUT"]
names = [field.name() for field in counted.fields()]
columns = [k for k, name in enumerate(names) if name.startswith(PREFIX) and name[len(PREFIX):].isdigit()]
classes = np.array([int(names[k][len(PREFIX):]) for k in columns])
rows = [zone.attributes() for zone in counted.getFeatures()]
counts = np.array([[row[k] for k in columns] for row in rows], float)
zone, column = np.nonzero(counts)
pids = np.array([row[names.index("pid")] for row in rows], np.int64)
job.save(pids[zone], *split(classes[column]), counts[zone, column] * cell_area)
job.finish(QGIS=_qgis.version())
