"""Bad input is refused before the run, with a sentence that says what is wrong, where, and what to do."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
)
from support.layers import DRY, EAST, INDUSTRY, NORTH, land_use, layer, parcels, rectangle, square
from support.runs import ALGORITHM, RESULT_FIELDS, failure, parameters, refusal, run

SCHEME = "code,name_zh,name_en,ecosystem,standard_forest,ecological_gu,ecological_jiangyin,construction,forest_cover\n"
FOREST = "F,林,Forest,broadleaf_forest,arbor_forest,yes,yes,no,yes\n"
FACTORS = "ecosystem,name_zh,name_en,food_production,gas_regulation\n"
UNIT = "# standard_value: 1000\n"
CONVERSION = "# valid_from: 2020-01-01\n# valid_to: 2029-12-31\necosystem,coefficient\n"

EVERYWHERE = rectangle(-500, -500, 2000, 2000), INDUSTRY


def good():
    return parcels(square(0, 0)), land_use(EVERYWHERE), land_use(EVERYWHERE)


def test_the_good_input_runs():
    assert run(*good()).statuses == ["ok"]


FILES = {
    "scheme without a column": ("SCHEME", SCHEME.replace(",construction", ""), "construction"),
    "scheme with a code twice": ("SCHEME", SCHEME + FOREST + FOREST, "F"),
    "scheme with an unknown ecosystem": ("SCHEME", SCHEME + FOREST.replace("broadleaf_forest", "jungle"), "jungle"),
    "scheme with an empty ecosystem": ("SCHEME", SCHEME + FOREST.replace("broadleaf_forest", ""), "ecosystem"),
    "scheme with an odd flag": ("SCHEME", SCHEME + FOREST.replace("yes,yes,no", "yes,maybe,no"), "maybe"),
    "scheme with a short row": ("SCHEME", SCHEME + "F,林\n", "line 2"),
    "scheme without rows": ("SCHEME", SCHEME, "no rows"),
    "empty scheme": ("SCHEME", "", "header"),
    "table without a column": ("COEFFICIENTS", FACTORS.replace("name_en,", ""), "name_en"),
    "table without services": ("COEFFICIENTS", "ecosystem,name_zh,name_en\nwetland,湿,Wetland\n", "service"),
    "table with an ecosystem twice": ("COEFFICIENTS", UNIT + FACTORS + 2 * "wetland,湿,W,1,2\n", "wetland"),
    "table with text for a number": ("COEFFICIENTS", UNIT + FACTORS + "wetland,湿,W,much,2\n", "much"),
    "table with a decimal comma": ("COEFFICIENTS", UNIT + FACTORS + 'wetland,湿,W,"1,5",2\n', "1,5"),
    "table with an infinite number": ("COEFFICIENTS", UNIT + FACTORS + "wetland,湿,W,inf,2\n", "inf"),
    "table with NaN": ("COEFFICIENTS", UNIT + FACTORS + "wetland,湿,W,nan,2\n", "nan"),
    "table with the text NULL": ("COEFFICIENTS", UNIT + FACTORS + "wetland,湿,W,NULL,2\n", "NULL"),
    "table without a standard value": ("COEFFICIENTS", FACTORS + "broadleaf_forest,林,F,1,2\n", "standard value"),
    "table with an unknown unit": ("COEFFICIENTS", "# unit: dollar\n" + FACTORS + "wetland,湿,W,1,2\n", "dollar"),
    "table with a service of no group": (
        "COEFFICIENTS", UNIT + FACTORS.replace("food_production", "beauty") + "wetland,湿,W,1,2\n", "beauty"),
    "table without the reference forest": ("COEFFICIENTS", UNIT + FACTORS + "wetland,湿,W,1,2\n", "broadleaf"),
    "conversion without a coefficient": ("CONVERSION", CONVERSION + "wetland,\n", "wetland"),
    "conversion below zero": ("CONVERSION", CONVERSION + "wetland,-1\n", "wetland"),
    "conversion without dates": ("CONVERSION", "ecosystem,coefficient\nwetland,1\n", "valid_from"),
    "conversion with an odd date": (
        "CONVERSION", CONVERSION.replace("2029-12-31", "31.12.2029") + "wetland,1\n", "valid_to"),
}


@pytest.mark.parametrize(("kind", "content", "named"), FILES.values(), ids=FILES)
def test_table_files(tmp_path, kind, content, named):
    file = tmp_path / "表.csv"
    file.write_text(content, encoding="utf-8")
    changes = {f"{kind}_FILE": str(file)}
    if kind != "CONVERSION":
        changes[kind] = "custom"
    message = refusal(*good(), **changes)
    assert named in message
    assert "表.csv" in message


@pytest.mark.parametrize(("changes", "named"), [
    ({"SCHEME": "custom"}, "scheme file"),
    ({"COEFFICIENTS": "custom"}, "coefficient file"),
    ({"COEFFICIENTS": "gu2022"}, "gu2022"),
    ({"COEFFICIENTS": "gu2022", "STANDARD_VALUE": 100, "VOUCHER_STANDARD": "standard_forest"}, "standard value"),
    ({"COEFFICIENTS": "gu2022", "NPP_FACTOR": 2, "VOUCHER_STANDARD": "standard_forest"}, "factor"),
    ({"AREA_BASIS": "field"}, "official areas"),
    ({"AREA_BASIS": "field", "AREA_FIELD": "name"}, "name"),
    ({"AREA_BASIS": "field", "AREA_FIELD": "TBMJ"}, "TBMJ"),
    ({"BASE_FIELD": "code"}, "DLBM"),
    ({"TARGET_FIELD": "code"}, "target date"),
    ({"SCHEME": "corine"}, "SCHEME"),
    ({"STANDARD_VALUE": 0}, "STANDARD_VALUE"),
    ({"STANDARD_VALUE": -5}, "STANDARD_VALUE"),
    ({"STANDARD_VALUE": "dear"}, "standard value"),
    ({"SOIL_FACTOR": 0}, "SOIL_FACTOR"),
    ({"NPP_FACTOR": float("nan")}, "npp"),
    ({"SCHEME": "custom", "SCHEME_FILE": "/nowhere/scheme.csv"}, "scheme.csv"),
    ({"CONVERSION_FILE": "/nowhere/official.csv"}, "official.csv"),
    ({"OUTPUT": "/nowhere/result.gpkg"}, "result.gpkg"),
], ids=str)
def test_parameters_that_do_not_fit(changes, named):
    assert named in refusal(*good(), **changes)


def test_conversion_file_beside_another_standard(tmp_path):
    file = tmp_path / "official.csv"
    file.write_text(CONVERSION + "wetland,1\n", encoding="utf-8")
    message = refusal(*good(), VOUCHER_STANDARD="standard_forest", CONVERSION_FILE=str(file))
    assert "standard_forest" in message
    assert "jiangyin" in message


def test_file_in_another_encoding(tmp_path):
    file = tmp_path / "gbk.csv"
    file.write_bytes((SCHEME + FOREST).encode("gbk"))
    assert "UTF-8" in refusal(*good(), SCHEME="custom", SCHEME_FILE=str(file))


@pytest.mark.parametrize("kind", ["double", "date", "bool"])
@pytest.mark.parametrize("side", ["base", "target"])
def test_field_of_another_type(kind, side):
    wrong = layer([(EVERYWHERE[0], None)], f"field=DLBM:{kind}")
    plots, before, after = good()
    layers = (plots, wrong, after) if side == "base" else (plots, before, wrong)
    message = refusal(*layers)
    assert f"{side} date" in message
    assert "DLBM" in message
    assert "text or whole numbers" in message


@pytest.mark.parametrize("name", [*RESULT_FIELDS, "AREA_HA", "Ev_Status"])
def test_field_name_that_is_taken(name):
    plots = layer([(square(0, 0), None)], f"field={name}:string")
    message = refusal(plots, *good()[1:])
    assert name.lower() in message
    assert "Rename" in message


@pytest.mark.parametrize(("position", "named"), [(0, "Parcels"), (1, "base date"), (2, "target date")])
def test_layer_without_features(position, named):
    layers = list(good())
    layers[position] = parcels() if position == 0 else land_use()
    message = refusal(*layers)
    assert named in message
    assert "no feature" in message


@pytest.mark.parametrize(("position", "named"), [(1, "base date"), (2, "target date")])
def test_land_use_nowhere_near(position, named):
    layers = list(good())
    layers[position] = land_use((square(50_000, 50_000), INDUSTRY))
    message = refusal(*layers)
    assert named in message
    assert "nowhere near" in message
    assert "CRS" in message


def test_nothing_selected():
    from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject

    plots, before, after = good()
    QgsProject.instance().addMapLayer(plots)
    message = refusal(QgsProcessingFeatureSourceDefinition(plots.id(), True), before, after)
    QgsProject.instance().removeMapLayer(plots)
    assert "selected features only" in message


def test_output_over_an_input(tmp_path):
    from qgis.core import QgsVectorFileWriter, QgsVectorLayer

    plots, before, after = good()
    file = tmp_path / "parcels.gpkg"
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(plots, str(file), plots.transformContext(), options)
    size = file.stat().st_size
    message = refusal(QgsVectorLayer(str(file), "parcels", "ogr"), before, after, OUTPUT=str(file))
    assert "parcels.gpkg" in message
    assert "destroy" in message
    assert file.stat().st_size == size


def model_of(**given) -> QgsProcessingModelAlgorithm:
    """Return a model with the algorithm as its only step and all values fixed in it."""
    child = QgsProcessingModelChildAlgorithm(ALGORITHM)
    child.setChildId("step")
    for name, value in given.items():
        if name not in ("OUTPUT", "TRANSITIONS", "UNMATCHED"):
            child.addParameterSources(name, [QgsProcessingModelChildParameterSource.fromStaticValue(value)])
    model = QgsProcessingModelAlgorithm("refused", "tests")
    model.addChildAlgorithm(child)
    return model


@pytest.mark.parametrize(("changes", "named"), [
    ({"SCHEME": "custom"}, "scheme file"), ({"BASE_FIELD": "code"}, "DLBM"),
    ({"AREA_BASIS": "field"}, "official areas"),
], ids=str)
def test_a_model_says_the_same(changes, named):
    from qgis.core import QgsProject

    layers = good()
    QgsProject.instance().addMapLayers(layers)
    given = parameters(*[one.id() for one in layers], **changes)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    log = QgsProcessingFeedback(False)
    with pytest.raises(QgsProcessingException):
        model_of(**given).run({}, context, log, {}, False)
    assert named in log.textLog()
    QgsProject.instance().removeAllMapLayers()


def test_a_sentence_holds_no_traceback(tmp_path):
    file = tmp_path / "scheme.csv"
    file.write_text(SCHEME + FOREST, encoding="utf-8")
    message = failure(*good(), SCHEME="custom", SCHEME_FILE=str(file))
    assert "Traceback" not in message
    assert INDUSTRY in message
    assert "1.0000 ha" in message


def test_parcels_far_from_their_crs():
    plots = parcels(f"POLYGON(({NORTH} {EAST},{NORTH + 100} {EAST},{NORTH + 100} {EAST + 100},{NORTH} {EAST}))")
    message = refusal(plots, land_use(EVERYWHERE), land_use((EVERYWHERE[0], DRY)))
    assert "EPSG:4549" in message
    assert "zone" in message
