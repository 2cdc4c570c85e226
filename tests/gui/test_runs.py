"""Background runs: results, refusals, cancel, and whatever may happen to layers, pages and plugin meanwhile."""

from __future__ import annotations

import random

import pytest
from ecovoucher.ecovoucher_plugin.gui.background import runs
from ecovoucher.ecovoucher_plugin.gui.frame.progress import ProgressStrip
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer
from qgis.PyQt.QtTest import QTest
from window import drain, wait_until

CODES = ("0601", "0302", "0101", "1104")


@pytest.fixture
def run(window, plugin):
    strip = ProgressStrip(window)
    run = runs.Run(strip, window)
    heard = []
    run.finished.connect(lambda outputs: heard.append(("finished", outputs)))
    run.failed.connect(lambda sentence: heard.append(("failed", sentence)))
    run.cancelled.connect(lambda: heard.append(("cancelled",)))
    run.heard = heard
    yield run
    run.release()
    wait_until(lambda: not runs._running)
    strip.release()
    strip.deleteLater()
    run.deleteLater()
    drain()


def planned(count: int) -> QgsVectorLayer:
    """Return parcels with codes at both dates; 1 ha each."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:4549&field=now:string&field=then:string", "plan", "memory")
    features = []
    for i in range(count):
        x, y = 500_000 + 150 * (i % 100), 3_500_000 + 150 * (i // 100)
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(
            f"POLYGON(({x} {y},{x + 100} {y},{x + 100} {y + 100},{x} {y + 100},{x} {y}))"))
        feature.setAttributes([CODES[i % 4], CODES[i // 4 % 4]])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def parameters(layer: QgsVectorLayer, **more) -> dict:
    return {
        "PARCELS": layer, "BASE_FIELD": "now", "TARGET_FIELD": "then", "AREA_BASIS": "planar",
        "OUTPUT": runs.TEMPORARY, "TRANSITIONS": runs.TEMPORARY, **more,
    }


def start(run, layer, **more) -> bool:
    return run.start("ecovoucher:parcelplanyield", parameters(layer, **more), "test")


def test_outputs_are_those_of_the_algorithm_with_layers_to_keep(run):
    from qgis import processing

    layer = planned(200)
    assert start(run, layer) and run.is_running()
    wait_until(lambda: run.heard)
    (kind, outputs), = run.heard
    expected = processing.run("ecovoucher:parcelplanyield", parameters(layer))
    assert kind == "finished" and not run.is_running()
    for name in ("PARCEL_COUNT", "ESV_CHANGE", "VOUCHER_SUPPLY", "VOUCHER_NET"):
        assert outputs[name] == expected[name]
    ours, theirs = ([f.attributes() for f in found["OUTPUT"].getFeatures()] for found in (outputs, expected))
    assert ours == theirs
    assert any("official" in warning for warning in run.warnings)


def test_refusals_are_sentences_and_nothing_runs(run):
    layer = planned(4)
    for more, sentence in (({"BASE_FIELD": "gone"}, "gone"), ({"SCHEME": "custom"}, "scheme file")):
        assert not start(run, layer, **more)
        assert sentence in run.heard.pop()[1]
    assert not run.start("ecovoucher:nothing", {}, "test") and "ecovoucher:nothing" in run.heard.pop()[1]
    assert not run.is_running() and not runs._running


def test_error_in_the_run_is_a_sentence(run):
    layer = planned(4)
    layer.dataProvider().changeAttributeValues({1: {0: "9999"}})
    assert start(run, layer)
    wait_until(lambda: run.heard)
    assert run.heard[0][0] == "failed" and "9999" in run.heard[0][1]


def test_unsaved_edits_are_asked_to_be_saved(run):
    layer = planned(4)
    layer.startEditing()
    layer.changeAttributeValue(1, 0, "0302")
    assert not start(run, layer)
    assert "edits" in run.heard.pop()[1]
    layer.commitChanges()
    assert start(run, layer)
    wait_until(lambda: run.heard)


def test_cancel_is_heard_once_and_answered_soon(run):
    assert start(run, planned(5000))
    QTest.qWait(50)
    run.cancel()
    wait_until(lambda: run.heard, 2)
    QTest.qWait(100)
    assert run.heard == [("cancelled",)]


def test_newest_run_alone_is_heard(run):
    for count in (3000, 2000, 40):
        assert start(run, planned(count))
    wait_until(lambda: run.heard)
    wait_until(lambda: not runs._running)
    QTest.qWait(50)
    assert [(kind, outputs["PARCEL_COUNT"]) for kind, outputs in run.heard] == [("finished", 40)]


def test_layer_removed_at_random_moments_changes_nothing(run):
    chance = random.Random(7)
    for _ in range(12):
        layer = planned(1500)
        QgsProject.instance().addMapLayer(layer)
        assert start(run, layer)
        QTest.qWait(chance.randrange(0, 120))
        QgsProject.instance().removeMapLayer(layer.id())
        del layer
        wait_until(lambda: run.heard)
        kind, outputs = run.heard.pop()
        assert (kind, outputs["PARCEL_COUNT"]) == ("finished", 1500)


def test_owner_deleted_meanwhile_hears_nothing_and_the_run_ends(run, window):
    strip = ProgressStrip(window)
    other = runs.Run(strip, strip)
    other.finished.connect(lambda outputs: run.heard.append("must not come"))
    assert start(other, planned(3000))
    strip.release()
    strip.deleteLater()
    drain()
    wait_until(lambda: not runs._running)
    drain()
    assert run.heard == []


def test_stop_all_leaves_nothing_running(run):
    assert start(run, planned(5000))
    QTest.qWait(60)
    runs.stop_all()
    assert not runs._running and not run.is_running()
