"""The voucher balance is the same from the toolbox, in a model and on the command line, to the last digit.

That the dock shows the toolbox's figures is tested in a window, in tests/gui/test_balance_page.py.
"""

from __future__ import annotations

import pytest
from qgis.core import (
    NULL,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFeatureSource,
    QgsVectorFileWriter,
)
from support.command_line import CommandLine
from support.layers import square
from support.policy_runs import table
from support.runs import rows_of

ALGORITHM, GROUP = "ecovoucher:voucherbalance", "镇"
NUMBERS = (
    "area_ha", "mapped_pct", "esv_base", "esv_target", "esv_change", "d_provis", "d_regul", "d_support", "d_cultur",
    "v_supply", "v_demand", "v_net",
)
FIELDS = " ".join([
    f"{GROUP}:string(20)", *(f"{name}:double" for name in NUMBERS), "ev_role:string(20)", "ev_status:string(20)",
    "ev_rules:string(254)",
])
TOTALS = (
    "PARCEL_COUNT", "AREA_HA", "ESV_BASE", "ESV_TARGET", "ESV_CHANGE", "VOUCHER_SUPPLY", "VOUCHER_DEMAND",
    "VOUCHER_NET", "PROBLEM_COUNT", "WITHOUT_VOUCHERS", "WITHOUT_ESV", "VOUCHER_UNIT",
)
RULES = "scheme=third_survey; table=xie2015; D=3406.5; standard=jiangyin; area=planar"


def found(outputs: dict) -> tuple:
    """Return the numbers and rows of a run, to be compared to the last digit."""
    return [outputs[name] for name in TOTALS], rows_of(outputs["OUTPUT"])


@pytest.fixture(scope="module")
def job(plugin, tmp_path_factory):
    """Thirty parcels in towns with Chinese names, one town without a name, some parcels without figures."""
    rows = []
    for i in range(30):
        known = [1.0, 100.0, *(i / 7 for _ in range(7)), i / 3, i / 11, i / 3 - i / 11, "both", "ok"]
        unknown = [1.0, 0.0, *[NULL] * 10, NULL, "not_covered"]
        town, values = ("北镇", "南镇", NULL)[i % 3], unknown if i % 5 == 4 else known
        rows.append([square(3000 * i, 0, 1000), town, *values, RULES])
    layer = table(FIELDS, *rows, kind="Polygon")
    path = tmp_path_factory.mktemp("balance") / "parcels.gpkg"
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), layer.transformContext(), options)
    return {"INPUT": str(path), "GROUP_FIELD": GROUP}


@pytest.fixture(scope="module")
def toolbox(job, tmp_path_factory):
    from qgis import processing

    return processing.run(ALGORITHM, {**job, "OUTPUT": str(tmp_path_factory.mktemp("toolbox") / "out.gpkg")})


def test_the_job_is_worth_comparing(toolbox):
    assert toolbox["PARCEL_COUNT"] == 30
    assert toolbox["VOUCHER_SUPPLY"] == pytest.approx(sum(i / 3 for i in range(30) if i % 5 != 4), rel=1e-14)
    assert toolbox["PROBLEM_COUNT"] == 6


def test_in_a_model(job, toolbox, tmp_path):
    model, child = QgsProcessingModelAlgorithm("around", "tests"), QgsProcessingModelChildAlgorithm(ALGORITHM)
    child.setChildId("step")
    source = QgsProcessingParameterFeatureSource("INPUT", "INPUT", [QgsProcessing.SourceType.TypeVector])
    model.addModelParameter(source, QgsProcessingModelParameter("INPUT"))
    child.addParameterSources("INPUT", [QgsProcessingModelChildParameterSource.fromModelParameter("INPUT")])
    child.addParameterSources("GROUP_FIELD", [QgsProcessingModelChildParameterSource.fromStaticValue(GROUP)])
    output = QgsProcessingModelOutput("OUTPUT")
    output.setChildId("step")
    output.setChildOutputName("OUTPUT")
    child.setModelOutputs({"OUTPUT": output})
    model.addChildAlgorithm(child)
    model.updateDestinationParameters()
    log = QgsProcessingFeedback(False)
    given = {"INPUT": job["INPUT"], "step:OUTPUT": str(tmp_path / "out.gpkg")}
    results, successful = model.run(given, QgsProcessingContext(), log)
    assert successful, log.textLog()
    [step] = results["CHILD_RESULTS"].values()
    assert found({**step, "OUTPUT": results["step:OUTPUT"]}) == found(toolbox)


def test_on_the_command_line(job, toolbox, tmp_path, tmp_path_factory, root):
    command_line = CommandLine(tmp_path_factory.mktemp("profile"), root)
    done = command_line.run(ALGORITHM, {**job, "OUTPUT": str(tmp_path / "out.gpkg")})
    assert done.code == 0, done.text
    assert found(done.results) == found(toolbox)
