"""EcoVoucher through processing.run in QGIS without a window; OUTPUT and TRANSITIONS written as GeoPackages.

ecovoucher_reference.py runs the same with the reference engine alone, on GEOS.
"""
import importlib.util
import sys
from functools import partial
from pathlib import Path

import _qgis
from _job import Job

ROOT = Path(__file__).resolve().parents[2]
job = Job()
application = _qgis.start()
from qgis import processing  # noqa: E402  (on the path once QGIS runs)
from qgis.core import QgsApplication, QgsRasterLayer  # noqa: E402


def plugin():
    """The repository as QGIS loads it: as a package called ecovoucher."""
    spec = importlib.util.spec_from_file_location(
        "ecovoucher", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    package = importlib.util.module_from_spec(spec)
    sys.modules["ecovoucher"] = package
    spec.loader.exec_module(package)
    return package.classFactory(None)


if not (ROOT / "__init__.py").exists():
    sys.exit("missing: the plugin")
loaded = plugin()
loaded.initProcessing()
algorithm = {"vector": "ecovoucher:parcelesvchange", "raster": "ecovoucher:parcelesvchangeraster"}[job.kind]
if QgsApplication.processingRegistry().algorithmById(algorithm) is None:
    sys.exit(f"missing: {algorithm}")
if "reference" in sys.argv:
    from ecovoucher.ecovoucher_plugin.overlay.in_tiles import REFERENCE
    from ecovoucher.processing_algorithms import parcelesvchange

    parcelesvchange.overlay_layers = partial(parcelesvchange.overlay_layers, engine=REFERENCE)
job.ready()
if job.kind == "vector":
    land_use = {"BASE_LANDUSE": _qgis.layer(job.base), "TARGET_LANDUSE": _qgis.layer(job.target),
                "BASE_FIELD": "DLBM", "TARGET_FIELD": "DLBM", "SCHEME": "third_survey"}
else:
    land_use = {"BASE_RASTER": QgsRasterLayer(str(job.base), "base"), "BASE_BAND": 1, "SCHEME": "clcd",
                "TARGET_RASTER": QgsRasterLayer(str(job.target), "target"), "TARGET_BAND": 1}
processing.run(algorithm, {
    "PARCELS": _qgis.layer(job.zones), **land_use, "AREA_BASIS": "planar",
    "OUTPUT": str(job.out / "parcels.gpkg"), "TRANSITIONS": str(job.out / "transitions.gpkg"),
})
job.report["result"] = str(job.out / "transitions.gpkg")
job.finish(QGIS=_qgis.version())
