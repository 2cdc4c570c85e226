"""EcoVoucher's engine on GeoDataFrames for areas alone, as its peers keep them: nothing valued, no layer written."""
import _ecovoucher
import geopandas as gpd
import numpy as np
import shapely
from _job import Job

job = Job()
_ecovoucher.package()
from ecovoucher.ecovoucher_plugin.overlay.from_frames.frames import (  # noqa: E402
    FrameLandUse,
    FrameParcels,
    FrameReader,
)


class Unwatched:
    def isCanceled(self) -> bool:
        return False

    def setProgress(self, percent: float) -> None:
        pass


job.ready()
parcels = FrameParcels(gpd.read_file(job.zones, columns=["pid"]).set_index("pid"), "planar", None)
if job.kind == "vector":
    from ecovoucher.ecovoucher_plugin.overlay.in_tiles import overlay_in_tiles

    layers = tuple(FrameLandUse(gpd.read_file(path, columns=["DLBM"]), "DLBM", path.stem)
                   for path in (job.base, job.target))
    reader = FrameReader(parcels, tuple(layer.frame.crs for layer in layers))
    found = overlay_in_tiles(reader, layers, Unwatched())
else:
    from ecovoucher.ecovoucher_plugin.overlay.in_cells import overlay_in_cells
    from ecovoucher.ecovoucher_plugin.overlay.rasters.open_rasters import in_grid_of, open_raster

    base, target = (open_raster(str(path), 1, ()) for path in (job.base, job.target))
    crs = parcels.frame.crs
    found = overlay_in_cells(FrameReader(parcels, (crs,), crs), base, in_grid_of(base, target), Unwatched())
table = found.transitions
job.save(parcels.frame.index.to_numpy()[table.parcel], np.array(table.base_codes)[table.base],
         np.array(table.target_codes)[table.target], table.area_m2)
job.finish(geopandas=gpd.__version__, shapely=shapely.__version__, GEOS=shapely.geos_version_string)
