"""The raster job gives the same digest in every place from which it can be run, and a cancelled one leaves nothing."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterRasterLayer,
    QgsRasterLayer,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QEventLoop, QTimer
from support.command_line import CommandLine
from support.digest import digest
from support.layers import parcels, square
from support.partitions import as_parcels, voronoi
from support.rasters import RASTER_ALGORITHM, classes, placed, write
from support.runs import rows_of

SINKS = ("OUTPUT", "TRANSITIONS", "UNMATCHED")


def save(layer, path) -> str:
    QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(path), layer.transformContext(), QgsVectorFileWriter.SaveVectorOptions()
    )
    return str(path)


@pytest.fixture(scope="module")
def job(tmp_path_factory):
    """Parcels in a GeoPackage and two GeoTIFFs with different grids, as parameters without sinks."""
    folder = tmp_path_factory.mktemp("job")
    return {
        "PARCELS": save(as_parcels(voronoi(7, 25)), folder / "parcels.gpkg"),
        "BASE_RASTER": write(folder / "base.tif", classes(1, 40, 40), nodata=0),
        "TARGET_RASTER": write(folder / "target.tif", classes(2, 99, 99), placed(99, 11.0, -3, -5), nodata=0),
        "SCHEME": "clcd",
    }


def to_files(given: dict, folder) -> dict:
    return {**given, **{name: str(folder / f"{name}.gpkg") for name in SINKS}}


@pytest.fixture(scope="module")
def toolbox(job, plugin, tmp_path_factory):
    from qgis import processing

    return processing.run(RASTER_ALGORITHM, to_files(job, tmp_path_factory.mktemp("toolbox")))


def test_the_job_is_worth_comparing(toolbox):
    assert len(rows_of(toolbox["OUTPUT"])) == 25
    assert len(rows_of(toolbox["TRANSITIONS"])) > 300
    assert min(toolbox["VOUCHER_SUPPLY"], toolbox["VOUCHER_DEMAND"]) > 0


def test_layers_instead_of_paths(job, toolbox):
    from qgis import processing

    layers = {name: QgsRasterLayer(job[name], name) for name in ("BASE_RASTER", "TARGET_RASTER")}
    given = {**job, **layers, "BASE_BAND": 1, "TARGET_BAND": 1, **dict.fromkeys(SINKS, "TEMPORARY_OUTPUT")}
    assert digest(processing.run(RASTER_ALGORITHM, given)) == digest(toolbox)


def test_background_task(job, toolbox, tmp_path):
    successful, results, log = run_task(to_files(job, tmp_path), QgsProcessingFeedback(False))
    assert successful, log
    assert digest(results) == digest(toolbox)


def run_task(given: dict, feedback: QgsProcessingFeedback) -> tuple[bool, dict, str]:
    context = QgsProcessingContext()
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(RASTER_ALGORITHM)
    task = QgsProcessingAlgRunnerTask(algorithm, given, context, feedback)
    loop, finished = QEventLoop(), []
    task.executed.connect(lambda successful, results: (finished.append((successful, results)), loop.quit()))
    QTimer.singleShot(60_000, loop.quit)
    QgsApplication.taskManager().addTask(task)
    if not finished:
        loop.exec()
    [(successful, results)] = finished
    return successful, results, feedback.textLog()


def model_around() -> QgsProcessingModelAlgorithm:
    """Return a model with three inputs, the algorithm and its three sinks."""
    model = QgsProcessingModelAlgorithm("around", "tests")
    child = QgsProcessingModelChildAlgorithm(RASTER_ALGORITHM)
    child.setChildId("step")
    for parameter in (
        QgsProcessingParameterFeatureSource("PARCELS", "PARCELS", [QgsProcessing.SourceType.TypeVectorPolygon]),
        QgsProcessingParameterRasterLayer("BASE_RASTER", "BASE_RASTER"),
        QgsProcessingParameterRasterLayer("TARGET_RASTER", "TARGET_RASTER"),
    ):
        name = parameter.name()
        model.addModelParameter(parameter, QgsProcessingModelParameter(name))
        child.addParameterSources(name, [QgsProcessingModelChildParameterSource.fromModelParameter(name)])
    child.addParameterSources("SCHEME", [QgsProcessingModelChildParameterSource.fromStaticValue("clcd")])
    outputs = {}
    for name in SINKS:
        outputs[name] = QgsProcessingModelOutput(name)
        outputs[name].setChildId("step")
        outputs[name].setChildOutputName(name)
    child.setModelOutputs(outputs)
    model.addChildAlgorithm(child)
    model.updateDestinationParameters()
    return model


def test_graphical_model(job, toolbox, tmp_path):
    given = {name: value for name, value in job.items() if name != "SCHEME"}
    sinks = {f"step:{name}": str(tmp_path / f"{name}.gpkg") for name in SINKS}
    log = QgsProcessingFeedback(False)
    results, successful = model_around().run({**given, **sinks}, QgsProcessingContext(), log)
    assert successful, log.textLog()
    [step] = results["CHILD_RESULTS"].values()
    assert digest({**step, **{name: results[f"step:{name}"] for name in SINKS}}) == digest(toolbox)


def test_qgis_process(job, toolbox, tmp_path, tmp_path_factory, root):
    command_line = CommandLine(tmp_path_factory.mktemp("profile"), root)
    done = command_line.run(RASTER_ALGORITHM, to_files(job, tmp_path))
    assert done.code == 0, done.text
    assert digest(done.results) == digest(toolbox)


# --- cancel -------------------------------------------------------------------------------------------------------


class CancelAt(QgsProcessingFeedback):
    """A feedback whose user cancels as soon as the progress reaches a mark; keeps the marks it saw."""

    def __init__(self, mark: float) -> None:
        super().__init__(False)
        self._mark = mark
        self.seen: list[float] = []
        self.progressChanged.connect(self._watch)

    def _watch(self, progress: float) -> None:
        self.seen.append(progress)
        if progress >= self._mark:
            self.cancel()


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """2500 parcels on rasters of 4 million cells."""
    folder = tmp_path_factory.mktemp("large")
    return {
        "PARCELS": save(parcels(*(square(i % 50 * 20, i // 50 * 20, 20) for i in range(2500))), folder / "p.gpkg"),
        "BASE_RASTER": write(folder / "base.tif", classes(1, 2000, 2000), placed(2000, 0.5)),
        "TARGET_RASTER": write(folder / "target.tif", classes(2, 2000, 2000), placed(2000, 0.5, 0.1, 0.1)),
        "SCHEME": "clcd",
    }


@pytest.mark.parametrize("mark", [0, 11, 25, 60, 89, 91, 98])
def test_cancel_leaves_nothing(large, tmp_path, mark):
    from qgis import processing

    with pytest.raises(QgsProcessingException, match="Cancelled"):
        processing.run(RASTER_ALGORITHM, to_files(large, tmp_path), feedback=CancelAt(mark))
    assert list(tmp_path.iterdir()) == []


def test_stopped_runs_do_not_use_up_connections(large, tmp_path):
    """QGIS keeps what an exception's traceback holds, and waits for ever for a fifth connection to a GeoPackage."""
    from qgis import processing

    for mark in (0, 5, 10, 15, 60, 95):
        with pytest.raises(QgsProcessingException):
            processing.run(RASTER_ALGORITHM, to_files(large, tmp_path), feedback=CancelAt(mark))
        with pytest.raises(QgsProcessingException, match="have no value"):
            processing.run(RASTER_ALGORITHM, {**to_files(large, tmp_path), "SCHEME": "globeland30"})
    assert processing.run(RASTER_ALGORITHM, to_files(large, tmp_path))["PARCEL_COUNT"] == 2500


@pytest.mark.parametrize("delay", [0, 60, 200, 500, 1100])
def test_cancelled_task_leaves_all_or_nothing(large, tmp_path, delay):
    feedback = QgsProcessingFeedback(False)
    QTimer.singleShot(delay, feedback.cancel)
    successful, _, _ = run_task(to_files(large, tmp_path), feedback)
    output = tmp_path / "OUTPUT.gpkg"
    if successful or output.exists():
        assert QgsVectorLayer(str(output), "output", "ogr").featureCount() == 2500
    else:
        assert list(tmp_path.iterdir()) == []


def test_progress_is_even_and_ends(large, tmp_path):
    from qgis import processing

    feedback = CancelAt(1000)
    processing.run(RASTER_ALGORITHM, to_files(large, tmp_path), feedback=feedback)
    assert feedback.seen == sorted(feedback.seen)
    assert max(feedback.seen) > 95
    assert max(after - before for before, after in zip(feedback.seen, feedback.seen[1:])) < 40
