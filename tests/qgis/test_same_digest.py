"""The same job gives the same digest in every place from which it can be run."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsFeatureRequest,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingParameterFeatureSource,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QEventLoop, QTimer
from support.command_line import CommandLine
from support.digest import digest
from support.layers import DRY, INDUSTRY, as_geometry, land_use, parcels, rectangle, square
from support.partitions import CODES, as_land_use, as_parcels, changed, voronoi
from support.runs import ALGORITHM, rows_of, run

LAYERS = ("PARCELS", "BASE_LANDUSE", "TARGET_LANDUSE")
SINKS = ("OUTPUT", "TRANSITIONS", "UNMATCHED")


@pytest.fixture(scope="module")
def job(tmp_path_factory):
    """A random landscape in GeoPackages, as parameters without sinks."""
    folder = tmp_path_factory.mktemp("job")
    cells = voronoi(5, 60)
    codes = [CODES[number % len(CODES)] for number in range(len(cells))]
    after, after_codes = changed(cells, codes, 0.3, 6)
    layers = as_parcels(voronoi(7, 25)), as_land_use(cells, codes), as_land_use(after, after_codes)
    given = {"BASE_FIELD": "DLBM", "TARGET_FIELD": "DLBM"}
    for name, made in zip(LAYERS, layers):
        path = folder / f"{name.lower()}.gpkg"
        QgsVectorFileWriter.writeAsVectorFormatV3(
            made, str(path), made.transformContext(), QgsVectorFileWriter.SaveVectorOptions()
        )
        given[name] = str(path)
    return given


def to_files(given: dict, folder) -> dict:
    return {**given, **{name: str(folder / f"{name}.gpkg") for name in SINKS}}


@pytest.fixture(scope="module")
def toolbox(job, plugin, tmp_path_factory):
    """The job as the toolbox runs it: outputs of processing.run."""
    from qgis import processing

    return processing.run(ALGORITHM, to_files(job, tmp_path_factory.mktemp("toolbox")))


@pytest.fixture(scope="module")
def command_line(root, tmp_path_factory):
    return CommandLine(tmp_path_factory.mktemp("profile"), root)


def test_the_job_is_worth_comparing(toolbox):
    assert len(rows_of(toolbox["OUTPUT"])) == 25
    assert len(rows_of(toolbox["TRANSITIONS"])) > 60
    assert toolbox["VOUCHER_SUPPLY"] > 0
    assert toolbox["VOUCHER_DEMAND"] > 0


def test_again(job, toolbox, tmp_path):
    from qgis import processing

    assert digest(processing.run(ALGORITHM, to_files(job, tmp_path))) == digest(toolbox)


def test_memory_layers(job, toolbox):
    from qgis import processing

    given = {**job, **dict.fromkeys(SINKS, "TEMPORARY_OUTPUT")}
    assert digest(processing.run(ALGORITHM, given)) == digest(toolbox)


def test_background_task(job, toolbox, tmp_path):
    context, log = QgsProcessingContext(), QgsProcessingFeedback(False)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
    task = QgsProcessingAlgRunnerTask(algorithm, to_files(job, tmp_path), context, log)
    loop, finished = QEventLoop(), []
    task.executed.connect(lambda successful, results: (finished.append((successful, results)), loop.quit()))
    QTimer.singleShot(60_000, loop.quit)
    QgsApplication.taskManager().addTask(task)
    if not finished:
        loop.exec()
    [(successful, results)] = finished
    assert successful, log.textLog()
    assert digest(results) == digest(toolbox)


def model_around() -> QgsProcessingModelAlgorithm:
    """Return a model with three inputs, the algorithm and its three sinks."""
    from qgis.core import QgsProcessing, QgsProcessingModelParameter

    model = QgsProcessingModelAlgorithm("around", "tests")
    child = QgsProcessingModelChildAlgorithm(ALGORITHM)
    child.setChildId("step")
    for name in LAYERS:
        parameter = QgsProcessingParameterFeatureSource(name, name, [QgsProcessing.SourceType.TypeVectorPolygon])
        model.addModelParameter(parameter, QgsProcessingModelParameter(name))
        child.addParameterSources(name, [QgsProcessingModelChildParameterSource.fromModelParameter(name)])
    for name in ("BASE_FIELD", "TARGET_FIELD"):
        child.addParameterSources(name, [QgsProcessingModelChildParameterSource.fromStaticValue("DLBM")])
    outputs = {}
    for name in SINKS:
        outputs[name] = QgsProcessingModelOutput(name)
        outputs[name].setChildId("step")
        outputs[name].setChildOutputName(name)
    child.setModelOutputs(outputs)
    model.addChildAlgorithm(child)
    model.updateDestinationParameters()
    return model


def run_model(model, given: dict) -> tuple[dict, dict]:
    """Return the results of a model and those of its only step."""
    log = QgsProcessingFeedback(False)
    results, successful = model.run(given, QgsProcessingContext(), log)
    assert successful, log.textLog()
    [step] = results["CHILD_RESULTS"].values()
    return results, step


def test_graphical_model(job, toolbox, tmp_path):
    given = {name: job[name] for name in LAYERS}
    sinks = {f"step:{name}": str(tmp_path / f"{name}.gpkg") for name in SINKS}
    results, step = run_model(model_around(), {**given, **sinks})
    assert digest({**step, **{name: results[f"step:{name}"] for name in SINKS}}) == digest(toolbox)


def sinks_of(model, folder) -> dict:
    """Return files for the sinks of a model, which may be named after its step."""
    names = [definition.name() for definition in model.destinationParameterDefinitions()]
    return {name: str(folder / f"{name.split(':')[-1]}.gpkg") for name in names}


def test_shipped_model(job, toolbox, tmp_path, root):
    path = root / "resources" / "models" / "parcel_vouchers.model3"
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(path))
    sinks = sinks_of(model, tmp_path)
    results, step = run_model(model, {**job, "SCHEME": "third_survey", **sinks})
    found = {name.split(":")[-1]: results[name] for name in sinks}
    assert sorted(found) == sorted(SINKS)
    assert digest({**step, **found}) == digest(toolbox)


def test_qgis_process(job, toolbox, tmp_path, command_line):
    done = command_line.run(ALGORITHM, to_files(job, tmp_path))
    assert done.code == 0, done.text
    assert digest(done.results) == digest(toolbox)


def test_qgis_process_with_the_shipped_model(job, toolbox, tmp_path, command_line, root):
    path = root / "resources" / "models" / "parcel_vouchers.model3"
    model = QgsProcessingModelAlgorithm()
    model.fromFile(str(path))
    sinks = sinks_of(model, tmp_path)
    done = command_line.run(str(path), {**job, "SCHEME": "third_survey", **sinks})
    assert done.code == 0, done.text
    results = {name.split(":")[-1]: done.results[name] for name in sinks}
    assert digest(results, numbers=False) == digest(toolbox, numbers=False)


def test_qgis_process_says_why_it_refuses(job, tmp_path, command_line):
    done = command_line.run(ALGORITHM, {**to_files(job, tmp_path), "BASE_FIELD": "code"})
    assert done.code != 0
    assert "there is no field “code”" in done.text
    assert "Traceback" not in done.text
    assert not list(tmp_path.iterdir())


# --- which features take part -------------------------------------------------------------------------------------


@pytest.fixture
def three():
    """Three parcels of 1 ha side by side, in the project as a definition of a source needs it."""
    made = parcels(*(square(x, 0) for x in (0, 100, 200)))
    QgsProject.instance().addMapLayer(made)
    yield made
    QgsProject.instance().removeMapLayer(made)


def everywhere(code: str):
    return land_use((rectangle(-500, -500, 2000, 2000), code))


def names(source, **changes) -> list[str]:
    done = run(source, everywhere(INDUSTRY), everywhere(DRY), **changes)
    assert done.outputs["PARCEL_COUNT"] == len(done.rows)
    assert done.outputs["AREA_HA"] == pytest.approx(len(done.rows))
    return [row["name"] for row in done.rows]


def test_selected_features_only(three):
    three.selectByExpression("number in (0, 2)")
    assert sorted(names(QgsProcessingFeatureSourceDefinition(three.id(), True))) == ["parcel 0", "parcel 2"]
    assert names(three) == ["parcel 0", "parcel 1", "parcel 2"]


def test_selected_land_use_only(three):
    patches = land_use((rectangle(0, 0, 150, 100), DRY), (rectangle(0, 0, 300, 100), INDUSTRY))
    QgsProject.instance().addMapLayer(patches)
    patches.selectByExpression(f"DLBM = '{DRY}'")
    done = run(three, everywhere(INDUSTRY), QgsProcessingFeatureSourceDefinition(patches.id(), True))
    assert done.statuses == ["ok", "partly_covered", "not_covered"]
    QgsProject.instance().removeMapLayer(patches)


def test_feature_limit(three):
    source = QgsProcessingFeatureSourceDefinition(three.id(), False, 2)
    assert names(source) == ["parcel 0", "parcel 1"]


def test_layer_filter(job):
    layer = QgsVectorLayer(job["PARCELS"], "parcels", "ogr")
    layer.setSubsetString("number < 4")
    done = run(layer, job["BASE_LANDUSE"], job["TARGET_LANDUSE"])
    assert [row["number"] for row in done.rows] == [0, 1, 2, 3]


def test_uncommitted_edits_take_part(three):
    three.startEditing()
    added = QgsFeature(three.fields())
    added.setGeometry(as_geometry(square(300, 0)))
    added.setAttributes(["new", 9])
    three.addFeature(added)
    three.deleteFeature(next(three.getFeatures(QgsFeatureRequest().setFilterExpression("number = 1"))).id())
    assert sorted(names(three)) == ["new", "parcel 0", "parcel 2"]
    three.rollBack()
    assert sorted(names(three)) == ["parcel 0", "parcel 1", "parcel 2"]
