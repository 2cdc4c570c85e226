"""QGIS without a window, with Processing."""
from __future__ import annotations

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import Qgis, QgsApplication, QgsMapLayer, QgsRasterLayer, QgsVectorLayer


def start() -> QgsApplication:
    """A running application; keep it as long as QGIS is used."""
    application = QgsApplication([], False)
    application.initQgis()
    sys.path.append(os.path.join(QgsApplication.pkgDataPath(), "python", "plugins"))
    from processing.core.Processing import Processing
    from qgis.analysis import QgsNativeAlgorithms

    Processing.initialize()
    registry = QgsApplication.processingRegistry()
    if registry.providerById("native") is None:
        registry.addProvider(QgsNativeAlgorithms(registry))
    return application


def version() -> str:
    """As 3.22.16."""
    return Qgis.QGIS_VERSION.split("-")[0]


def layer(path) -> QgsVectorLayer:
    """The vector layer in a file."""
    return QgsVectorLayer(str(path), path.stem, "ogr")


def opened(path) -> QgsMapLayer:
    """The layer in a file: a raster in a GeoTIFF, else vector."""
    return QgsRasterLayer(str(path), path.stem) if path.suffix == ".tif" else layer(path)
