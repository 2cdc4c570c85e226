"""What dock_screenshots.py has QGIS do: open the demo's project, show each page of the dock, save it as a picture."""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
from pathlib import Path

import numpy as np
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QPushButton
from qgis.utils import iface, plugins

THEMES = {"light": "default", "dark": "Night Mapping"}
SMALLEST = 0
STILL_SECONDS = 1.0
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
    dock.header.layers.setLayer(layer_of("parcel_vouchers"))
    wait(lambda: dock.review.records is not None)
    fill(dock)
    for theme, name in THEMES.items():
        QgsApplication.setUITheme(name)
        for position, page in enumerate(dock.pages):
            dock.tabs.setCurrentIndex(position)
            wait_until_still()
            file = Path(ORDER["output"]) / f"{page}_{ORDER['language']}_{theme}.png"
            dock.grab().toImage().convertToFormat(QImage.Format.Format_RGB888).save(str(file), "PNG", SMALLEST)


def wait_until_still() -> None:
    """Wait until nothing has run for a second: the end of one task may begin another."""
    still_since = time.monotonic()

    def is_still() -> bool:
        nonlocal still_since
        if QgsApplication.taskManager().countActiveTasks():
            still_since = time.monotonic()
        return time.monotonic() > still_since + STILL_SECONDS

    wait(is_still)


def fill(dock) -> None:
    """Do on each page what makes it show something."""
    balance = dock.pages["balance"]
    pick(balance.fields, "town")
    find_trades(dock.pages["trade"])
    keep_scenarios(dock)
    dock.choose_parcel(restored_parcel(dock.review.records))
    dock.messages.clear()


def find_trades(page) -> None:
    """Ask the demo's districts whether they can trade."""
    form = page.form
    form.layer.setLayer(layer_of("districts"))
    for name, field in (
        ("NAME_FIELD", "name"), ("COVER_FIELD", "forest_pct"), ("AREA_FIELD", "land_ha"),
        ("TARGET_FIELD", "target_pct"), ("PRICE_FIELD", "price_mu"),
    ):
        form.fields[name].setField(field)
    pick(form.choices["AREA_UNIT"], "ha")
    page.findChild(QPushButton, "findTrades").click()
    wait(lambda: not page.run.is_running())


def restored_parcel(records) -> int:
    """Return the parcel with the largest supply: a card with figures on every line."""
    supply = records.numbers["v_supply"]
    return int(records.ids[int(np.nanargmax(supply))])


def layer_of(table: str):
    """Return the layer of a table of the demo."""
    layers = QgsProject.instance().mapLayers().values()
    return next(layer for layer in layers if layer.source().endswith(f"layername={table}"))


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
