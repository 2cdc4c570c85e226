"""Inputs that are removed, cut short or edited while a run reads them: a clear sentence or the right result."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from osgeo import gdal, ogr
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEventLoop, QTimer
from support.layers import BROADLEAF, INDUSTRY, land_use, parcels, rectangle, square
from support.rasters import RASTER_ALGORITHM, classes, placed, write
from support.runs import ALGORITHM

COUNT = 400
Change = Callable[[Path], None]


class ActAt(QgsProcessingFeedback):
    """A feedback that does something once, as soon as the progress reaches a mark."""

    def __init__(self, mark: float, act: Callable[[], None]) -> None:
        super().__init__(False)
        self._mark, self._act, self.acted = mark, act, False
        self.progressChanged.connect(self._watch)

    def _watch(self, progress: float) -> None:
        if progress >= self._mark and not self.acted:
            self.acted = True
            self._act()


def save(layer, file: Path) -> Path:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = QgsVectorFileWriter.driverForExtension(file.suffix)
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(file), layer.transformContext(), options)
    return file


def vector_job(folder: Path, suffix: str) -> dict[str, Path]:
    """Write parcels and land use to files, and return them by parameter."""
    return {
        "PARCELS": save(parcels(*(square(i % 20 * 50, i // 20 * 50, 50) for i in range(COUNT))), folder / f"p{suffix}"),
        "BASE_LANDUSE": save(land_use(*((rectangle(i % 40 * 25, i // 40 * 25, 25, 25), INDUSTRY) for i in range(1600))),
                             folder / f"b{suffix}"),
        "TARGET_LANDUSE": save(land_use(*((rectangle(i * 10, 0, 10, 1000), BROADLEAF) for i in range(100))),
                               folder / f"t{suffix}"),
    }


def run(algorithm: str, given: dict, feedback: QgsProcessingFeedback, folder: Path) -> dict | str:
    """Return the outputs of a run, or the sentence with which it stopped."""
    from qgis import processing

    given = {name: str(value) for name, value in given.items()}
    try:
        return processing.run(algorithm, {**given, "OUTPUT": str(folder / "output.gpkg")}, feedback=feedback)
    except QgsProcessingException as error:
        return str(error)


def assert_whole_or_told(found: dict | str, folder: Path, area: float) -> None:
    """Assert that the result is that of the layers as they were, or that a sentence says what is wrong."""
    if isinstance(found, str):
        assert found
        assert "Traceback" not in found
        assert [path.name for path in folder.glob("output*")] == []
    else:
        assert found["AREA_HA"] - found["UNMAPPED_HA"] == pytest.approx(area)
        assert QgsVectorLayer(found["OUTPUT"], "output", "ogr").featureCount() == COUNT


def remove(file: Path) -> None:
    for part in file.parent.glob(f"{file.stem}.*"):
        part.unlink()


def cut(file: Path) -> None:
    for part in file.parent.glob(f"{file.stem}.*"):
        os.truncate(part, part.stat().st_size // 3)


def overwrite(file: Path) -> None:
    for part in file.parent.glob(f"{file.stem}.*"):
        part.write_bytes(b"\0" * part.stat().st_size)


def move_away(file: Path) -> None:
    for part in file.parent.glob(f"{file.stem}.*"):
        part.rename(part.with_name("moved" + part.suffix))


def delete_features(file: Path) -> None:
    source = ogr.Open(str(file), update=1)
    if source is not None:
        for feature_id in range(1, 100, 3):
            source.GetLayer(0).DeleteFeature(feature_id)


@pytest.fixture(params=[False, True], ids=["as QGIS sets GDAL", "GDAL raises errors"])
def errors_of_gdal(request):
    """Have GDAL raise errors, too: QGIS sets it so from 3.40 on, and before that plugins may."""
    changed = [module for module in (gdal, ogr) if request.param and not module.GetUseExceptions()]
    for module in changed:
        module.UseExceptions()
    yield
    for module in reversed(changed):
        module.DontUseExceptions()


FAULTS = {"removed": remove, "cut short": cut, "overwritten": overwrite, "moved away": move_away}


@pytest.mark.usefixtures("errors_of_gdal")
@pytest.mark.parametrize("suffix", [".gpkg", ".shp"])
@pytest.mark.parametrize("name", ["PARCELS", "BASE_LANDUSE", "TARGET_LANDUSE"])
@pytest.mark.parametrize("change", FAULTS.values(), ids=FAULTS)
@pytest.mark.parametrize("mark", [1, 10, 60])
def test_vector_file_is_gone_or_broken(tmp_path, suffix, name, change, mark):
    job = vector_job(tmp_path, suffix)
    feedback = ActAt(mark, lambda: change(job[name]))
    found = run(ALGORITHM, {**job, "BASE_FIELD": "DLBM", "TARGET_FIELD": "DLBM", "AREA_BASIS": "planar"},
                feedback, tmp_path)
    assert feedback.acted
    assert_whole_or_told(found, tmp_path, 100)


@pytest.mark.usefixtures("errors_of_gdal")
@pytest.mark.parametrize("name", ["PARCELS", "BASE_LANDUSE", "TARGET_LANDUSE"])
@pytest.mark.parametrize("share", [0.5, 0.6, 0.7, 0.8, 0.9])
def test_geopackage_with_a_damaged_page(tmp_path, name, share):
    """GDAL reads what comes before the page, and says nothing."""
    job = vector_job(tmp_path, ".gpkg")
    page = int(job[name].stat().st_size // 4096 * share)
    with job[name].open("r+b") as stream:
        stream.seek(page * 4096)
        stream.write(b"\xa5" * 4096)
    found = run(ALGORITHM, {**job, "BASE_FIELD": "DLBM", "TARGET_FIELD": "DLBM", "AREA_BASIS": "planar"},
                QgsProcessingFeedback(False), tmp_path)
    assert_whole_or_told(found, tmp_path, 100)


@pytest.mark.parametrize("suffix", [".gpkg", ".shp"])
def test_parcels_are_edited_by_another_program(tmp_path, suffix):
    """Between reading and writing some parcels go: the result would not be the input's, so there is none."""
    job = vector_job(tmp_path, suffix)
    feedback = ActAt(60, lambda: delete_features(job["PARCELS"]))
    found = run(ALGORITHM, {**job, "BASE_FIELD": "DLBM", "TARGET_FIELD": "DLBM", "AREA_BASIS": "planar"},
                feedback, tmp_path)
    assert feedback.acted
    assert_whole_or_told(found, tmp_path, 100)


def move_a_vertex(file: Path) -> None:
    """Edit one polygon as another program does, in a connection of its own."""
    source = ogr.Open(str(file), update=1)
    feature = source.GetLayer(0).GetFeature(7)
    geometry = feature.GetGeometryRef().Clone()
    ring = geometry.GetGeometryRef(0)
    ring = ring.GetGeometryRef(0) if ring.GetGeometryCount() else ring
    ring.SetPoint_2D(1, ring.GetX(1) - 1, ring.GetY(1))
    feature.SetGeometry(geometry)
    source.GetLayer(0).SetFeature(feature)


def edit_in_qgis(file: Path) -> None:
    layer = QgsVectorLayer(str(file), "edited", "ogr")
    layer.startEditing()
    feature = next(layer.getFeatures())
    layer.changeGeometry(feature.id(), feature.geometry().buffer(-1, 1))
    assert layer.commitChanges(), layer.commitErrors()


@pytest.mark.parametrize("edit", [move_a_vertex, edit_in_qgis])
@pytest.mark.parametrize("name", ["PARCELS", "BASE_LANDUSE", "TARGET_LANDUSE"])
@pytest.mark.parametrize("mark", [1, 60])
def test_geometry_is_edited_in_a_geopackage(tmp_path, edit, name, mark):
    job = vector_job(tmp_path, ".gpkg")
    feedback = ActAt(mark, lambda: edit(job[name]))
    found = run(ALGORITHM, {**job, "BASE_FIELD": "DLBM", "TARGET_FIELD": "DLBM", "AREA_BASIS": "planar"},
                feedback, tmp_path)
    assert feedback.acted
    assert job[name].name in found
    assert "was changed" in found


def test_codes_are_edited_in_a_mapinfo_table(tmp_path):
    """The .tab only describes the table: rows are in the .dat, shapes in the .map."""
    job = vector_job(tmp_path, ".tab")
    rows = job["BASE_LANDUSE"].with_suffix(".dat")
    found = run(ALGORITHM, {**job, "BASE_FIELD": "DLBM", "TARGET_FIELD": "DLBM", "AREA_BASIS": "planar"},
                ActAt(60, lambda: rows.write_bytes(rows.read_bytes() + b" ")), tmp_path)
    assert "was changed" in found


def test_mapinfo_table_that_is_looked_at_gives_no_alarm(tmp_path):
    job = vector_job(tmp_path, ".tab")
    found = run(ALGORITHM, {**job, "BASE_FIELD": "DLBM", "TARGET_FIELD": "DLBM", "AREA_BASIS": "planar"},
                ActAt(60, lambda: look_at_it(job["BASE_LANDUSE"])), tmp_path)
    assert isinstance(found, dict), found


@pytest.mark.parametrize(("changed", "alarm"), [("b.dbf", True), ("neighbour.dbf", False)])
def test_folder_of_shapefiles_is_watched_by_the_one_that_is_read(tmp_path, changed, alarm):
    folder = tmp_path / "survey"
    folder.mkdir()
    job = {name: str(file) for name, file in vector_job(folder, ".shp").items()}
    job["BASE_LANDUSE"] = f"{folder}|layername=b"

    def change() -> None:
        with (folder / changed).open("ab") as stream:
            stream.write(b" ")

    feedback = ActAt(60, change)
    found = run(ALGORITHM, {**job, "BASE_FIELD": "DLBM", "TARGET_FIELD": "DLBM", "AREA_BASIS": "planar"},
                feedback, tmp_path)
    assert feedback.acted
    assert ("was changed" in found) if alarm else isinstance(found, dict), found


def look_at_it(file: Path) -> None:
    other = QgsVectorLayer(str(file), "other", "ogr")
    assert sum(1 for _ in other.getFeatures()) == other.featureCount()


def begin_to_edit(file: Path) -> None:
    other = QgsVectorLayer(str(file), "other", "ogr")
    assert other.startEditing()
    other.rollBack()


def save_its_style(file: Path) -> None:
    other = QgsVectorLayer(str(file), "other", "ogr")
    other.saveStyleToDatabase("style", "", True, "")


@pytest.mark.parametrize("act", [look_at_it, begin_to_edit, save_its_style])
@pytest.mark.parametrize("name", ["PARCELS", "BASE_LANDUSE", "TARGET_LANDUSE"])
def test_geopackage_that_is_open_in_qgis_gives_no_alarm(tmp_path, act, name):
    """QGIS writes to files that it only shows: journal, style, time of the file."""
    job = vector_job(tmp_path, ".gpkg")
    layers = {name: QgsVectorLayer(str(file), name, "ogr") for name, file in job.items()}
    touched = []

    def touch() -> None:
        before = job[name].stat().st_mtime_ns
        act(job[name])
        os.utime(job[name])
        touched.append(job[name].stat().st_mtime_ns > before)

    QgsProject.instance().addMapLayers(list(layers.values()))
    try:
        names = {name: layer.id() for name, layer in layers.items()}
        found = run(ALGORITHM, {**names, "BASE_FIELD": "DLBM", "TARGET_FIELD": "DLBM", "AREA_BASIS": "planar"},
                    ActAt(60, touch), tmp_path)
    finally:
        QgsProject.instance().removeMapLayers([layer.id() for layer in layers.values()])
    assert touched == [True]
    assert isinstance(found, dict), found


@pytest.fixture
def rasters(tmp_path) -> dict[str, Path]:
    return {
        "PARCELS": save(parcels(*(square(i % 20 * 50, i // 20 * 50, 50) for i in range(COUNT))), tmp_path / "p.gpkg"),
        "BASE_RASTER": Path(write(tmp_path / "b.tif", classes(1, 1000, 1000), placed(1000, 1.0))),
        "TARGET_RASTER": Path(write(tmp_path / "t.tif", classes(2, 1000, 1000), placed(1000, 1.0))),
    }


@pytest.mark.parametrize("name", ["BASE_RASTER", "TARGET_RASTER"])
@pytest.mark.parametrize("change", [remove, cut, move_away], ids=["removed", "cut short", "moved away"])
@pytest.mark.parametrize("mark", [1, 20, 40])
def test_raster_file_is_gone_or_broken(tmp_path, rasters, name, change, mark):
    feedback = ActAt(mark, lambda: change(rasters[name]))
    found = run(RASTER_ALGORITHM, {**rasters, "SCHEME": "clcd", "AREA_BASIS": "planar"}, feedback, tmp_path)
    assert feedback.acted
    assert_whole_or_told(found, tmp_path, 100)


@pytest.mark.parametrize("share", [0.999, 0.6, 0.1, 0.001])
@pytest.mark.parametrize("name", ["BASE_RASTER", "TARGET_RASTER"])
def test_raster_that_was_cut_short_before(tmp_path, rasters, name, share):
    os.truncate(rasters[name], int(rasters[name].stat().st_size * share))
    found = run(RASTER_ALGORITHM, {**rasters, "SCHEME": "clcd", "AREA_BASIS": "planar"},
                QgsProcessingFeedback(False), tmp_path)
    assert isinstance(found, str)
    assert "Traceback" not in found
    assert list(tmp_path.glob("output*")) == []


def test_raster_is_rewritten_with_another_size(tmp_path, rasters):
    def shrink() -> None:
        rasters["TARGET_RASTER"].unlink()
        write(rasters["TARGET_RASTER"], classes(2, 10, 10), placed(10, 1.0))

    feedback = ActAt(1, shrink)
    found = run(RASTER_ALGORITHM, {**rasters, "SCHEME": "clcd", "AREA_BASIS": "planar"}, feedback, tmp_path)
    assert feedback.acted
    assert_whole_or_told(found, tmp_path, 100)
    gdal.ErrorReset()


@pytest.mark.parametrize("delay", range(0, 200, 20))
def test_layer_leaves_the_project_during_a_background_run(tmp_path, delay):
    """The user removes the layers while a task reads them."""
    layers = [QgsVectorLayer(str(file), name, "ogr") for name, file in vector_job(tmp_path, ".gpkg").items()]
    project = QgsProject.instance()
    project.addMapLayers(layers)
    given = dict(zip(("PARCELS", "BASE_LANDUSE", "TARGET_LANDUSE"), (layer.id() for layer in layers)))
    del layers
    context, log = QgsProcessingContext(), QgsProcessingFeedback(False)
    context.setProject(project)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
    task = QgsProcessingAlgRunnerTask(algorithm, {
        **given, "BASE_FIELD": "DLBM", "TARGET_FIELD": "DLBM", "AREA_BASIS": "planar",
        "OUTPUT": str(tmp_path / "output.gpkg"),
    }, context, log)
    loop, finished = QEventLoop(), []
    task.executed.connect(lambda successful, results: (finished.append((successful, results)), loop.quit()))
    removal = QTimer()
    removal.setSingleShot(True)
    removal.timeout.connect(project.removeAllMapLayers)
    removal.start(delay)
    QTimer.singleShot(60_000, loop.quit)
    QgsApplication.taskManager().addTask(task)
    if not finished:
        loop.exec()
    removal.stop()  # A run may be faster than the user.
    [(successful, results)] = finished
    project.removeAllMapLayers()
    assert_whole_or_told(results if successful else log.textLog(), tmp_path, 100)


def run_and_forget(layers: list[QgsVectorLayer], mark: float) -> QgsProcessingAlgorithm:
    """Run, cancelled at a mark of the progress, and return the algorithm; the feedback is gone then."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    feedback.progressChanged.connect(lambda progress: feedback.cancel() if progress >= mark else None)
    given = {
        **dict(zip(("PARCELS", "BASE_LANDUSE", "TARGET_LANDUSE"), layers)),
        "BASE_FIELD": "DLBM", "TARGET_FIELD": "DLBM", "OUTPUT": "memory:",
    }
    assert algorithm.prepare(given, context, feedback)
    try:
        algorithm.runPrepared(given, context, feedback)
    except QgsProcessingException as error:
        assert "Cancelled" in str(error)
    sip.delete(feedback)
    return algorithm


@pytest.mark.parametrize("mark", [0, 60, 1000])
def test_layers_may_go_once_the_run_has_ended(tmp_path, monkeypatch, mark):
    failures: list = []
    monkeypatch.setattr(sys, "excepthook", lambda *error: failures.append(error))
    layers = [QgsVectorLayer(str(file), name, "ogr") for name, file in vector_job(tmp_path, ".gpkg").items()]
    QgsProject.instance().addMapLayers(layers)
    algorithm = run_and_forget(layers, mark)
    QgsProject.instance().removeAllMapLayers()
    assert failures == []
    assert algorithm.name() == "parcelesvchange"
