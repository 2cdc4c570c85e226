"""Result layers as nobody meant them: every page is looked at, every field grouped by, every parcel walked to."""

from __future__ import annotations

import random

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QDate
from qgis.PyQt.QtTest import QTest
from window import NUMBERS, RULES, make_result_layer, wait_until

NAN, INF = float("nan"), float("inf")
HOSTILE_TEXT = '=1+1<b onclick="x">$\\frac{1}{\n\t%s {0} ' + "山" * 200
FOREST = RULES.replace("jiangyin", "standard_forest")


def with_values(values: dict, count: int = 12) -> QgsVectorLayer:
    """Return a result in which fields have other values."""
    layer = make_result_layer(count)
    positions = {layer.fields().lookupField(name): value for name, value in values.items()}
    layer.dataProvider().changeAttributeValues(dict.fromkeys(layer.allFeatureIds(), positions))
    return layer


def with_fields() -> QgsVectorLayer:
    """Return a result with fields of every kind to group by."""
    kinds = ("date", "datetime", "time", "bool", "binary", "int8", "string(0)", "double", "string[]", "map")
    source = "&".join(f"field=f{place}:{kind}" for place, kind in enumerate(kinds))
    columns = "&".join([f"field={name}:double" for name in NUMBERS])
    layer = QgsVectorLayer(
        f"Polygon?crs=EPSG:32650&{source}&{columns}&field=ev_role:string&field=ev_status:string&field=ev_rules:string",
        "kinds", "memory",
    )
    features = []
    for place, values in enumerate((
        (QDate(2024, 2, 29), None, None, True, b"\x00\xff", 2**62, HOSTILE_TEXT, NAN, ["a", "b"], {"a": 1}),
        (None,) * 10,
    )):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt("POLYGON((0 0,1 0,1 1,0 0))") if place else QgsGeometry())
        feature.setAttributes([*values, 1.0, 100.0, *[1.0] * 10, "both", "ok", RULES])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def without_crs() -> QgsVectorLayer:
    layer = make_result_layer(12)
    layer.setCrs(QgsCoordinateReferenceSystem())
    return layer


def mixed_rules() -> QgsVectorLayer:
    layer = make_result_layer(12)
    position = layer.fields().lookupField("ev_rules")
    layer.dataProvider().changeAttributeValues({
        fid: {position: (RULES, FOREST, None, "")[place % 4]} for place, fid in enumerate(layer.allFeatureIds())})
    return layer


LAYERS = {
    "huge": lambda: with_values(dict.fromkeys(NUMBERS, 1e300)),
    "largest": lambda: with_values(dict.fromkeys(NUMBERS, 1.7976931348623157e308)),
    "negative": lambda: with_values(dict.fromkeys(NUMBERS, -1e300)),
    "infinite": lambda: with_values(dict.fromkeys(NUMBERS, INF)),
    "not a number": lambda: with_values(dict.fromkeys(NUMBERS, NAN)),
    "zero": lambda: with_values(dict.fromkeys(NUMBERS, 0.0)),
    "tiny": lambda: with_values(dict.fromkeys(NUMBERS, 5e-324)),
    "null": lambda: with_values(dict.fromkeys((*NUMBERS, "town", "zone", "ev_role", "ev_status", "ev_rules"))),
    "texts": lambda: with_values(dict.fromkeys(("town", "ev_role", "ev_status", "ev_rules"), HOSTILE_TEXT)),
    "forest": lambda: with_values({"ev_rules": FOREST}),
    "two standards": mixed_rules,
    "kinds of fields": with_fields,
    "no CRS": without_crs,
    "one parcel": lambda: make_result_layer(1),
}


def look_everywhere(dock, layer) -> None:
    """Do on each page what a curious user does."""
    balance, revenue = dock.pages["balance"], dock.pages["revenue"]
    for place in range(dock.tabs.count()):
        dock.tabs.setCurrentIndex(place)
        QTest.qWait(10)
    dock.tabs.setCurrentIndex(0)
    for place in range(balance.fields.count()):
        balance.fields.setCurrentIndex(place)
        balance.fields.activated.emit(place)
        QTest.qWait(5)
    dock.tabs.setCurrentIndex(1)
    for combo in (revenue.form.quantity, revenue.form.cost_field, revenue.form.preset):
        for place in range(combo.count()):
            combo.setCurrentIndex(place)
            combo.activated.emit(place)
    revenue.form.price.setValue(1e9)
    QTest.qWait(200)
    for fid in layer.allFeatureIds()[:4]:
        dock.choose_parcel(fid)
        QTest.qWait(20)
    dock.tabs.setCurrentIndex(4)
    dock.pages["scenarios"].keep.click()
    QTest.qWait(30)


@pytest.mark.parametrize("kind", LAYERS)
def test_it_is_shown_or_said_and_nothing_breaks(dock, kind):
    """No slot raises: the fixture ``errors`` would tell."""
    layer = LAYERS[kind]()
    QgsProject.instance().addMapLayer(layer)
    wait_until(lambda: dock.review.records is not None)
    assert len(dock.review.records) == layer.featureCount()
    look_everywhere(dock, layer)
    assert dock.isVisible()


@pytest.mark.parametrize("seed", range(6))
def test_two_results_change_under_a_user_who_goes_on(dock, iface, tmp_path, seed):
    """Between any two acts a layer is edited, filtered, renamed, replaced, or the project saved and opened again."""
    chance = random.Random(seed)
    names = list(LAYERS)
    project = QgsProject.instance()
    project.addMapLayers([LAYERS[chance.choice(names)](), make_result_layer(40, "second")])
    wait_until(lambda: dock.review.records is not None)
    for _ in range(12):
        layers = [layer for layer in project.mapLayers().values() if layer.fields().lookupField("v_net") >= 0]
        act = chance.choice(("edit", "filter", "rename", "replace", "open", "switch", "parcel", "page", "hide"))
        layer = chance.choice(layers) if layers else None
        if layer is None or act == "replace":
            project.removeAllMapLayers()
            project.addMapLayers([LAYERS[chance.choice(names)](), make_result_layer(30, "third")])
        elif act == "edit":
            layer.startEditing()
            layer.deleteFeatures(layer.allFeatureIds()[:1])
            layer.commitChanges()
        elif act == "filter":
            layer.setSubsetString(chance.choice(("", "v_net > 5", "v_net > 5 and v_net < 0")))
        elif act == "rename":
            layer.setName(HOSTILE_TEXT)
        elif act == "open":
            path = str(tmp_path / "p.qgz")
            project.write(path)
            project.read(path)
        elif act == "switch":
            dock.header.layers.setLayer(layer)
        elif act == "parcel" and layer.featureCount():
            dock.choose_parcel(layer.allFeatureIds()[-1])
        elif act == "hide":
            dock.setUserVisible(not dock.isVisible())
        else:
            dock.tabs.setCurrentIndex(chance.randrange(dock.tabs.count()))
        QTest.qWait(chance.choice((0, 5, 50, 350)))
    dock.setUserVisible(True)
    wait_until(lambda: not dock.review.is_reading)
    project.setDirty(False)
