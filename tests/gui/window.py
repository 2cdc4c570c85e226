"""Helpers of the tests in a real QGIS window: layers, waiting, finding and clicking widgets."""

from __future__ import annotations

import time

from qgis.core import QgsFeature, QgsGeometry, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtTest import QTest

RULES = "scheme=third_survey; table=xie2015; D=3406.5; standard=jiangyin; conversion=regulating ratio, not official; " \
        "area=ellipsoidal; ecovoucher=0.1.0"
NUMBERS = ("area_ha", "mapped_pct", "esv_base", "esv_target", "esv_change", "d_provis", "d_regul", "d_support",
           "d_cultur", "v_supply", "v_demand", "v_net")
TEXTS = ("ev_role", "ev_status", "ev_rules")
TOWNS = ("山河镇", "Riverton", None)


def make_result_layer(count: int, name: str = "Parcels with vouchers") -> QgsVectorLayer:
    """Return a memory layer as parcelesvchange writes it; every fourth parcel has no result.

    Parcel i (from 0) is a 100 m square at x = 150 i. supply = i + 1 and demand = 0.25 where it has a result.
    """
    numbers = "&".join(f"field={field}:double" for field in NUMBERS)
    texts = "&".join(f"field={field}:string(254)" for field in TEXTS)
    layer = QgsVectorLayer(
        f"Polygon?crs=EPSG:32650&field=town:string(40)&field=zone:integer&{numbers}&{texts}", name, "memory"
    )
    layer.dataProvider().addFeatures([_feature(layer, i) for i in range(count)])
    layer.updateExtents()
    return layer


def _feature(layer: QgsVectorLayer, i: int) -> QgsFeature:
    feature = QgsFeature(layer.fields())
    x, y = 500000 + 150 * (i % 100), 3500000 + 150 * (i // 100)
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(x, y, x + 100, y + 100)))
    known = i % 4 != 3
    supply, demand, change = i + 1.0, 0.25, 1000.0 * (i + 1)
    services = [change / 8, change / 2, change / 4, change / 8]
    values = [1.0, 100.0 * known, 500.0, 500.0 + change, change, *services, supply, demand, supply - demand]
    if not known:
        values[2:] = [None] * 10
    feature.setAttributes([
        TOWNS[i % 3], i % 3, *values, "both" if known else None, "ok" if known else "not_covered", RULES,
    ])
    return feature


def wait_until(condition, seconds: float = 10) -> None:
    """Let the window live until a condition holds; fail where it does not in time."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        QTest.qWait(10)


def drain() -> None:
    """Let Qt delete what is to be deleted, and handle what is in the queue."""
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def find(parent, kind, name: str):
    """Return the one widget of a kind and object name below another."""
    found = parent.findChildren(kind, name)
    assert len(found) == 1, f"{len(found)} widgets {name}"
    return found[0]


def click(widget) -> None:
    """Click a widget with the left button, as a user does: it must be visible, have its place, and be enabled."""
    wait_until(lambda: widget.isVisible() and not widget.rect().isEmpty())
    assert widget.isEnabled(), widget.objectName()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def choose(combo, position: int) -> None:
    """Choose an item of a combo box with the keyboard, as a user does: ``activated`` is emitted."""
    assert combo.isVisible() and combo.isEnabled(), combo.objectName()
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Home)
    for _ in range(position):
        QTest.keyClick(combo, Qt.Key.Key_Down)
    assert combo.currentIndex() == position
