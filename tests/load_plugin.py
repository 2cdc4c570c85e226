"""Load, unload and load again a plugin folder with QGIS's own loader; print as JSON what each step left behind.

Run in a process of its own: ``python load_plugin.py PLUGIN_FOLDER``.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from qgis import utils
from qgis.analysis import QgsNativeAlgorithms
from qgis.core import QgsApplication


def algorithms_by_provider() -> dict[str, list[str]]:
    return {
        provider.id(): sorted(algorithm.id() for algorithm in provider.algorithms())
        for provider in QgsApplication.processingRegistry().providers()
    }


def main(folder: Path) -> None:
    application = QgsApplication([], False)
    application.initQgis()
    QgsApplication.messageLog().messageReceived.connect(_show_message)
    QgsApplication.processingRegistry().addProvider(QgsNativeAlgorithms(QgsApplication.processingRegistry()))
    sys.path.insert(0, str(folder.parent))
    utils.plugin_paths = [str(folder.parent)]
    utils.updateAvailablePlugins()
    name = folder.name

    report = {"available": list(utils.available_plugins), "before": algorithms_by_provider(), "rounds": []}
    for _ in range(2):
        loaded = utils.loadPlugin(name) and utils.startProcessingPlugin(name)
        during = algorithms_by_provider()
        unloaded = utils.unloadPlugin(name)
        left = sorted(module for module in sys.modules if module.split(".")[0] == name and _is_file(module))
        report["rounds"].append({
            "loaded": loaded, "during": during,
            "unloaded": unloaded, "after": algorithms_by_provider(), "modules_left": left,
        })
    application.exitQgis()
    print(json.dumps(report))


def _show_message(text: str, tag: str, level: object) -> None:
    print(f"{tag}: {text}", file=sys.stderr)


def _is_file(module: str) -> bool:
    """Tell a module with code from an empty package, which QGIS leaves loaded."""
    file = getattr(sys.modules[module], "__file__", None)
    return file is not None and Path(file).name != "__init__.py"


main(Path(sys.argv[1]))
