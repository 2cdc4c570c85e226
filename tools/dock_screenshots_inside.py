"""What dock_screenshots.py has QGIS do: open the demo's project, show each page of the dock, save it as a picture."""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
from pathlib import Path

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtTest import QTest
from qgis.utils import iface, plugins

THEMES = {"light": "default", "dark": "Night Mapping"}
ORDER = json.loads(os.environ["ECOVOUCHER_PICTURES"])


def run() -> None:
    status = 1
    try:
        make_pictures()
        status = 0
    except Exception:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def make_pictures() -> None:
    iface.mainWindow().resize(1500, 1100)
    QgsProject.instance().read(ORDER["project"])
    plugin = plugins["ecovoucher"]
    plugin.action.trigger()
    dock = plugin.dock
    dock.setFloating(True)
    dock.resize(*ORDER["size"])
    layer = QgsProject.instance().mapLayersByName("parcel_vouchers") or [
        found for found in QgsProject.instance().mapLayers().values() if found.source().endswith("parcel_vouchers")
    ]
    dock.header.layers.setLayer(layer[0])
    wait(lambda: dock.review.records is not None)
    fill(dock)
    for theme, name in THEMES.items():
        QgsApplication.setUITheme(name)
        for position, page in enumerate(dock.pages):
            dock.tabs.setCurrentIndex(position)
            QTest.qWait(400)
            file = Path(ORDER["output"]) / f"{page}_{ORDER['language']}_{theme}.png"
            dock.grab().save(str(file))


def fill(dock) -> None:
    """Do on each page what makes it show something."""
    balance = dock.pages["balance"]
    pick(balance.fields, "town")
    keep_scenarios(dock)


def keep_scenarios(dock) -> None:
    """Keep the same sale at two prices, the first by the terms of the land ticket with its guaranteed minima."""
    revenue, scenarios = dock.pages["revenue"].form, dock.pages["scenarios"]
    for preset, price, cost in (("land_ticket", 141000, 8000), ("voucher_sale", 30000, 8000)):
        pick(revenue.preset, preset)
        revenue.price.setValue(price)
        revenue.cost.setValue(cost)
        scenarios.name.setText(revenue.preset.currentText())
        scenarios.keep.click()


def pick(combo, data) -> None:
    combo.setCurrentIndex(combo.findData(data))
    combo.activated.emit(combo.currentIndex())


def wait(condition, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError
        QTest.qWait(20)


QTimer.singleShot(0, run)
