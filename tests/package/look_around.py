"""Started by a QGIS window (``--code``): write as JSON what became of the plugin, and end QGIS."""

import json
import os
import sys

from qgis import utils
from qgis.core import Qgis, QgsApplication

COMPLAINTS = (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical)


def report() -> dict:
    provider = QgsApplication.processingRegistry().providerById("ecovoucher")
    return {
        "window": utils.iface.mainWindow().isVisible(),
        "plugins": [name for name in utils.active_plugins if name == "ecovoucher"],
        "folder": sys.modules["ecovoucher"].__file__,
        "algorithms": [algorithm.id() for algorithm in provider.algorithms()],
        "complaints": [item.text() for item in utils.iface.messageBar().items() if item.level() in COMPLAINTS],
    }


with open(os.environ["SEEN"], "w", encoding="utf-8") as file:
    try:
        json.dump(report(), file)
    except Exception as error:  # Whatever it is, the test shall read it rather than wait.
        file.write(repr(error))
        raise
    finally:
        file.flush()
        os._exit(0)
