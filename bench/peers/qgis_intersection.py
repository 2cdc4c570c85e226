"""QGIS native:intersection twice: zones with the base, the pieces with the target; then area by zone and codes."""
from collections import defaultdict

import _qgis
from _job import Job

job = Job()
application = _qgis.start()
from qgis import processing  # noqa: E402  (on the path once QGIS runs)
from qgis.core import QgsProcessing  # noqa: E402

job.ready()


def intersection(zones, fields, path):
    return processing.run("native:intersection", {
        "INPUT": zones, "OVERLAY": _qgis.layer(path), "INPUT_FIELDS": fields, "OVERLAY_FIELDS": ["DLBM"],
        "OUTPUT": QgsProcessing.TEMPORARY_OUTPUT,
    })["OUTPUT"]


pieces = intersection(_qgis.layer(job.zones), ["pid"], job.base)
pieces = intersection(pieces, ["pid", "DLBM"], job.target)
areas = defaultdict(float)
for piece in pieces.getFeatures():
    areas[tuple(piece.attributes())] += piece.geometry().area()
job.save(*zip(*areas), list(areas.values()))
job.finish(QGIS=_qgis.version())
