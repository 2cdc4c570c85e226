"""EcoVoucher through processing.run in QGIS without a window; OUTPUT and TRANSITIONS written as GeoPackages.

ecovoucher_reference.py runs the same with the reference engine alone, on GEOS.
"""
import sys
from functools import partial

import _ecovoucher
import _qgis
from _job import Job

job = Job()
application = _qgis.start()
from qgis import processing  # noqa: E402  (on the path once QGIS runs)

plugin = _ecovoucher.plugin()
if "reference" in sys.argv:
    from ecovoucher.ecovoucher_plugin.overlay.in_tiles import REFERENCE
    from ecovoucher.processing_algorithms import parcelesvchange

    parcelesvchange.overlay_layers = partial(parcelesvchange.overlay_layers, engine=REFERENCE)
job.ready()
layers = map(_qgis.opened, (job.zones, job.base, job.target))
processing.run(_ecovoucher.ALGORITHMS[job.kind], _ecovoucher.parameters(job.kind, *layers, job.out))
job.report["result"] = str(job.out / "transitions.gpkg")
job.finish(QGIS=_qgis.version())
