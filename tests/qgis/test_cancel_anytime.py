"""Cancel at random moments, from another thread as the button does: all or nothing is written, and it is said."""

from __future__ import annotations

import random
import threading
import time
from pathlib import Path

import pytest
from qgis.core import QgsProcessingException, QgsProcessingFeedback, QgsVectorFileWriter, QgsVectorLayer
from support.layers import BROADLEAF, DRY, INDUSTRY, land_use, parcels, rectangle, square
from support.rasters import RASTER_ALGORITHM, classes, placed, write
from support.runs import ALGORITHM

MOMENTS = 100
COUNT = 900


def save(layer, file: Path) -> str:
    QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(file), layer.transformContext(), QgsVectorFileWriter.SaveVectorOptions())
    return str(file)


@pytest.fixture(scope="module")
def jobs(plugin, tmp_path_factory) -> dict[str, dict]:
    """A vector and a raster job of the same 900 parcels, each a tenth of a second or two long."""
    folder = tmp_path_factory.mktemp("jobs")
    plots = save(parcels(*(square(i % 30 * 20, i // 30 * 20, 20) for i in range(COUNT))), folder / "plots.gpkg")
    patches = ((rectangle(i % 30 * 20 - 7, i // 30 * 20 - 7, 20, 20), (DRY, INDUSTRY)[i % 2]) for i in range(961))
    strips = ((rectangle(i * 11 - 3, -10, 11, 700), (BROADLEAF, INDUSTRY)[i % 2]) for i in range(60))
    return {
        ALGORITHM: {
            "PARCELS": plots, "BASE_LANDUSE": save(land_use(*patches), folder / "before.gpkg"),
            "TARGET_LANDUSE": save(land_use(*strips), folder / "after.gpkg"), "BASE_FIELD": "DLBM",
            "TARGET_FIELD": "DLBM",
        },
        RASTER_ALGORITHM: {
            "PARCELS": plots, "BASE_RASTER": write(folder / "b.tif", classes(1, 600, 600), placed(600, 1.0)),
            "TARGET_RASTER": write(folder / "t.tif", classes(2, 600, 600), placed(600, 1.0, 0.3, 0.3)),
            "SCHEME": "clcd",
        },
    }


def run(algorithm: str, given: dict, feedback: QgsProcessingFeedback) -> dict | str:
    """Return the outputs of a run, or the sentence with which it stopped."""
    from qgis import processing

    try:
        return processing.run(algorithm, given, feedback=feedback)
    except QgsProcessingException as error:
        return str(error)


@pytest.mark.parametrize("algorithm", [ALGORITHM, RASTER_ALGORITHM])
def test_cancel_at_random_moments(jobs, tmp_path, algorithm):
    def sinks(folder: Path) -> dict:
        folder.mkdir()
        return {name: str(folder / f"{name}.gpkg") for name in ("OUTPUT", "TRANSITIONS")}

    started = time.perf_counter()
    whole = run(algorithm, {**jobs[algorithm], **sinks(tmp_path / "whole")}, QgsProcessingFeedback(False))
    length = time.perf_counter() - started
    assert isinstance(whole, dict)
    chance, stopped = random.Random(7), 0
    for moment in range(MOMENTS):
        folder, feedback = tmp_path / str(moment), QgsProcessingFeedback(False)
        given = {**jobs[algorithm], **sinks(folder)}
        timer = threading.Timer(chance.uniform(0, length), feedback.cancel)
        timer.start()
        found = run(algorithm, given, feedback)
        timer.cancel()
        timer.join()
        if isinstance(found, str):
            assert found == "Cancelled. Nothing was written."
            assert list(folder.iterdir()) == []
            stopped += 1
        else:
            assert QgsVectorLayer(found["OUTPUT"], "output", "ogr").featureCount() == COUNT
            assert found["ESV_CHANGE"] == whole["ESV_CHANGE"]
    assert stopped > MOMENTS // 4
