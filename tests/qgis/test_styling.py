"""The result is styled where QGIS loads it, from the toolbox and from a model, and nothing is kept afterwards."""

from __future__ import annotations

import pytest
from ecovoucher.processing_algorithms import styling
from qgis.core import (
    QgsApplication,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsSingleSymbolRenderer,
)
from qgis.PyQt.QtCore import QSize
from support.layers import BROADLEAF, DRY, INDUSTRY, land_use, parcels, rectangle, square
from support.runs import ALGORITHM, load_results, parameters


@pytest.fixture
def project(qgis_new_project):
    return QgsProject.instance()


@pytest.fixture
def layers():
    """A parcel that supplies, one that demands, one neutral and one outside."""
    before = land_use((square(0, 0), INDUSTRY), (rectangle(100, 0, 200, 100), DRY))
    after = land_use((square(0, 0), BROADLEAF), (square(100, 0), INDUSTRY), (square(200, 0), DRY))
    return parcels(*(square(x, 0) for x in (0, 100, 200, 900))), before, after


def finish(context: QgsProcessingContext) -> list:
    """Load the results into the project as QGIS does after a run, and return the layers."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
    load_results(algorithm, context, QgsProcessingFeedback(False))
    return list(QgsProject.instance().mapLayers().values())


def into(project, name: str) -> QgsProcessingOutputLayerDefinition:
    definition = QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", project)
    definition.destinationName = name
    return definition


def run_in_toolbox(project, layers):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
    context, log = QgsProcessingContext(), QgsProcessingFeedback(False)
    context.setProject(project)
    given = parameters(*layers, OUTPUT=into(project, "result"), TRANSITIONS=None, UNMATCHED=None)
    _, successful = algorithm.run(given, context, log)
    assert successful, log.textLog()
    return finish(context)


def assert_styled(layer) -> None:
    renderer = layer.renderer()
    assert not isinstance(renderer, QgsSingleSymbolRenderer)
    labels = [item.label() for item in renderer.legendSymbolItems()]
    assert len(labels) >= 4
    assert all(labels)


def colours(layer) -> dict:
    """Return the colour in the middle of each parcel on a map of the layer alone."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(layer.extent())
    settings.setOutputSize(QSize(1000, 200))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    image, to_pixel = job.renderedImage(), settings.mapToPixel()
    found = {}
    for feature in layer.getFeatures():
        pixel = to_pixel.transform(feature.geometry().centroid().asPoint())
        found[feature["name"]] = image.pixelColor(round(pixel.x()), round(pixel.y())).name()
    return found


def test_toolbox_styles_the_result(project, layers):
    [result] = run_in_toolbox(project, layers)
    assert_styled(result)
    drawn = colours(result)
    assert len(set(drawn.values())) == 4, drawn
    assert styling._kept == []


def test_two_runs_are_both_styled(project, layers):
    run_in_toolbox(project, layers)
    results = run_in_toolbox(project, layers)
    assert len(results) == 2
    for result in results:
        assert_styled(result)
    assert styling._kept == []


def test_model_styles_the_result(project, layers):
    project.addMapLayers(layers, False)
    child = QgsProcessingModelChildAlgorithm(ALGORITHM)
    child.setChildId("step")
    given = parameters(*[layer.id() for layer in layers], OUTPUT=None, TRANSITIONS=None, UNMATCHED=None)
    for name, value in given.items():
        child.addParameterSources(name, [QgsProcessingModelChildParameterSource.fromStaticValue(value)])
    output = QgsProcessingModelOutput("result")
    output.setChildId("step")
    output.setChildOutputName("OUTPUT")
    child.setModelOutputs({"result": output})
    model = QgsProcessingModelAlgorithm("styled", "tests")
    model.addChildAlgorithm(child)
    model.updateDestinationParameters()
    context, log = QgsProcessingContext(), QgsProcessingFeedback(False)
    context.setProject(project)
    _, successful = model.run({"step:result": into(project, "result")}, context, log)
    assert successful, log.textLog()
    [result] = [layer for layer in finish(context) if layer.id() not in {given.id() for given in layers}]
    assert_styled(result)
    assert styling._kept == []


def test_nothing_is_kept_where_nothing_is_loaded(layers):
    from qgis import processing

    processing.run(ALGORITHM, parameters(*layers))
    assert styling._kept == []
