"""What dock.py has QGIS do: time the dock on generated parcels, write the times in milliseconds, and end."""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.utils import iface, plugins

BEAT_MS = 5
ORDER = json.loads(os.environ["ECOVOUCHER_BENCH"])


def run() -> None:
    status = 1
    try:
        sys.path.append(ORDER["helpers"])
        times = {count: measure(count, ORDER["repeats"]) for count in ORDER["parcels"]}
        Path(ORDER["report"]).write_text(json.dumps(times), encoding="utf-8")
        status = 0
    except Exception:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def measure(count: int, repeats: int) -> dict[str, tuple[float, float | None]]:
    from window import make_result_layer

    iface.newProject(False)
    layer = make_result_layer(count)
    QgsProject.instance().addMapLayer(layer)
    QTest.qWait(500)
    plugin = plugins["ecovoucher"]
    stalls = []

    def open_anew() -> None:
        plugin.unload()
        plugin.initGui()
        heart = Heart()
        open_dock(plugin)
        stalls.append(heart.longest())

    times = {"open": median(open_anew, 3)}
    times["stall"] = statistics.median(stalls), None
    dock = plugin.dock
    balance, revenue = dock.pages["balance"], dock.pages["revenue"]

    def update_balance() -> None:
        balance.show_records(dock.review.records, dock.review.mask)
        paint()

    times["figures"] = median(update_balance, repeats)
    balance.fields.setCurrentIndex(balance.fields.findData("town"))
    times["groups"] = median(update_balance, repeats)
    balance.fields.setCurrentIndex(0)
    dock.header.scopes.setCurrentIndex(2)

    def follow_map() -> None:
        dock.header.scopes.activated.emit(2)
        paint()

    times["map"] = median(follow_map, repeats)
    dock.header.scopes.setCurrentIndex(0)
    dock.header.scopes.activated.emit(0)
    dock.tabs.setCurrentIndex(1)
    prices = iter(range(1000, 1000 + 10 * repeats, 10))

    def another_price() -> None:
        price = next(prices)
        revenue.form.price.setValue(price)
        paint()
        if revenue.results()["price"] != price:
            raise RuntimeError("the figures were not updated")

    times["revenue"] = median(another_price, repeats)
    return times


def open_dock(plugin) -> None:
    plugin.action.trigger()
    while plugin.dock.review.records is None or not plugin.dock.pages["balance"].figures.isVisible():
        QTest.qWait(1)


def paint() -> None:
    QCoreApplication.processEvents()


def median(act: Callable[[], None], repeats: int) -> tuple[float, float]:
    """Return the median times of an act: wall, and processor time of the window's thread."""
    walls, processor = zip(*(timed(act) for _ in range(repeats)))
    return statistics.median(walls), statistics.median(processor)


def timed(act: Callable[[], None]) -> tuple[float, float]:
    """Return wall and processor time of an act in milliseconds."""
    wall, processor = time.perf_counter(), time.thread_time()
    act()
    return 1000 * (time.perf_counter() - wall), 1000 * (time.thread_time() - processor)


class Heart:
    """Beats while the window answers."""

    def __init__(self) -> None:
        self._beats = [time.perf_counter()]
        self._timer = QTimer()
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(lambda: self._beats.append(time.perf_counter()))
        self._timer.start()

    def longest(self) -> float:
        """Return the longest time between two beats after the dock was made, in milliseconds."""
        self._timer.stop()
        return 1000 * max(after - before for before, after in zip(self._beats[1:], self._beats[2:]))


QTimer.singleShot(0, run)
