"""Where results go: no input and no other result is overwritten, nothing is lost, nothing half done stays."""

from __future__ import annotations

import os
import re

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsRemappingSinkDefinition,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from support import policy_runs, runs
from support.layers import BROADLEAF, INDUSTRY, land_use, parcels, rectangle, square


def save(layer, file, table: str) -> None:
    """Write a layer to a table of a file, beside the tables that are there."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = table
    options.driverName = QgsVectorFileWriter.driverForExtension(file.suffix)
    if file.exists():
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    error, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(file), layer.transformContext(), options)
    assert error == QgsVectorFileWriter.WriterError.NoError


def in_table(file, table: str) -> str:
    return f"ogr:dbname='{file}' table=\"{table}\" (geom)"


def counts(file) -> dict[str, int]:
    """Return the number of features in each table of a file."""
    whole = QgsVectorLayer(str(file), "whole", "ogr")
    tables = [name.split("!!::!!")[1] for name in whole.dataProvider().subLayers()]
    return {name: QgsVectorLayer(f"{file}|layername={name}", name, "ogr").featureCount() for name in tables}


@pytest.fixture
def one_layer(tmp_path):
    """A GeoPackage with the parcels alone."""
    save(parcels(square(0, 0), square(100, 0)), tmp_path / "parcels.gpkg", "plots")
    return tmp_path / "parcels.gpkg"


@pytest.fixture
def database(tmp_path):
    """A GeoPackage with all three inputs."""
    file = tmp_path / "in.gpkg"
    save(parcels(square(0, 0), square(100, 0)), file, "plots")
    save(land_use((rectangle(-500, -500, 2000, 2000), INDUSTRY)), file, "land2009")
    save(land_use((rectangle(0, 0, 150, 100), BROADLEAF)), file, "land2019")
    return file


@pytest.fixture
def inputs(database):
    return [f"{database}|layername={table}" for table in ("plots", "land2009", "land2019")]


def accepted(algorithm: str, parameters: dict) -> bool:
    made = QgsApplication.processingRegistry().createAlgorithmById(f"ecovoucher:{algorithm}")
    return made.checkParameterValues(parameters, QgsProcessingContext())[0]


def run_algorithm(algorithm: str, parameters: dict) -> dict:
    from qgis import processing

    return processing.run(f"ecovoucher:{algorithm}", parameters)


class TestInputs:
    @pytest.mark.parametrize("table", ["plots", "PLOTS", "land2009", "land2019"])
    @pytest.mark.parametrize("sink", ["OUTPUT", "TRANSITIONS", "UNMATCHED"])
    def test_table_of_an_input_is_refused(self, database, inputs, sink, table):
        message = runs.refusal(*inputs, **{sink: in_table(database, table)})
        assert f"{database} ({table}) is the table of an input layer" in message

    def test_other_tables_of_the_same_database(self, database, inputs):
        before = counts(database)
        found = runs.run(*inputs, **{
            name: in_table(database, name.lower()) for name in ("OUTPUT", "TRANSITIONS", "UNMATCHED")
        })
        assert counts(database) == {**before, "output": 2, "transitions": len(found.transitions), "unmatched": 0}
        assert len(found.transitions) > 1

    def test_whole_database_of_an_input_is_refused(self, database, inputs):
        assert "is the file of an input layer" in runs.refusal(*inputs, OUTPUT=str(database))

    def test_layer_without_a_name_is_the_one_in_the_file(self, one_layer):
        given = {"INPUT": str(one_layer), "QUANTITY_FIELD": "number", "UNIT_PRICE": 1}
        refused = policy_runs.refusal("revenuesplit", **given, OUTPUT=in_table(one_layer, "plots"))
        assert "is the table of an input layer" in refused
        assert accepted("revenuesplit", {**given, "OUTPUT": in_table(one_layer, "split")})

    @pytest.mark.parametrize("source", [str, QgsProcessingFeatureSourceDefinition, QgsVectorLayer])
    @pytest.mark.parametrize("output", ["parcels.gpkg", "parcels", "./parcels.gpkg", "link.gpkg"])
    def test_relative_path_of_an_input_is_refused(self, one_layer, monkeypatch, output, source):
        monkeypatch.chdir(one_layer.parent)
        os.link(one_layer, one_layer.with_name("link.gpkg"))
        given = {"INPUT": source(str(one_layer)), "QUANTITY_FIELD": "number", "UNIT_PRICE": 1}
        assert "is the file of an input layer" in policy_runs.refusal("revenuesplit", **given, OUTPUT=output)

    def test_relative_input_and_output(self, one_layer, monkeypatch):
        monkeypatch.chdir(one_layer.parent)
        given = {"INPUT": "parcels.gpkg", "QUANTITY_FIELD": "number", "UNIT_PRICE": 1}
        refused = policy_runs.refusal("revenuesplit", **given, OUTPUT="parcels.gpkg")
        assert f"{one_layer} is the file of an input layer" in refused
        assert "is the table of an input" in policy_runs.refusal(
            "revenuesplit", **given, OUTPUT=in_table("parcels.gpkg", "plots")
        )
        policy_runs.run("revenuesplit", **given, OUTPUT="split.gpkg")
        assert counts("split.gpkg") == {"split": 2}

    @pytest.mark.parametrize("output", ["plots.shp", "plots.dbf"])
    def test_any_part_of_a_shapefile_is_refused(self, tmp_path, output):
        save(parcels(square(0, 0)), tmp_path / "plots.shp", "plots")
        given = {"INPUT": str(tmp_path / "plots.shp"), "QUANTITY_FIELD": "number", "UNIT_PRICE": 1}
        refused = policy_runs.refusal("revenuesplit", **given, OUTPUT=str(tmp_path / output))
        assert "is the file of an input layer" in refused

    def test_appending_is_refused(self, one_layer):
        output = QgsProcessingOutputLayerDefinition(str(one_layer.with_name("other.gpkg")))
        output.setRemappingDefinition(QgsRemappingSinkDefinition())
        given = {"INPUT": str(one_layer), "QUANTITY_FIELD": "number", "UNIT_PRICE": 1}
        assert "appended" in policy_runs.refusal("revenuesplit", **given, OUTPUT=output)


class TestTwoOutputs:
    PAIRS = {
        "file": ("{}/a.gpkg", "{}/a.gpkg"),
        "file written in another way": ("{}/a.gpkg", "{}/x/../a"),
        "table": ("ogr:dbname='{}/a.gpkg' table=\"t\" (geom)", "ogr:dbname='{}/a.gpkg' table=\"T\""),
        "file and a table of it": ("ogr:dbname='{}/a.gpkg' table=\"t\" (geom)", "{}/a.gpkg"),
        "shapefile and its table": ("{}/a.shp", "{}/a.dbf"),
    }

    @pytest.mark.parametrize("pair", PAIRS.values(), ids=PAIRS)
    def test_same_place_is_refused(self, tmp_path, inputs, pair):
        (tmp_path / "x").mkdir()
        output, transitions = (destination.format(tmp_path) for destination in pair)
        message = runs.refusal(*inputs, OUTPUT=output, TRANSITIONS=transitions)
        assert "would be written to the same place" in message
        assert "Transitions by parcel" in message

    def test_same_name_in_two_folders(self, tmp_path, inputs):
        (tmp_path / "x").mkdir()
        found = runs.run(*inputs, OUTPUT=str(tmp_path / "a.gpkg"), TRANSITIONS=str(tmp_path / "x" / "a.gpkg"))
        assert len(found.rows) == 2


class TestKey:
    def test_key_that_repeats_is_refused_for_a_table(self, tmp_path):
        merged = policy_runs.table("fid:integer sold:double", (1, 1), (1, 2))
        assert "“fid”" in policy_runs.refusal(
            "revenuesplit", INPUT=merged, QUANTITY_FIELD="sold", UNIT_PRICE=1, OUTPUT=in_table(tmp_path / "a.gpkg", "t")
        )

    def test_features_that_a_database_refuses_late_are_noticed(self, tmp_path):
        """A feature without a key is given the key 1, which the next one has already."""
        file = tmp_path / "a.gpkg"
        save(parcels(square(0, 0)), file, "before")
        keys = policy_runs.table("fid:integer sold:double", (None, 1), (1, 2), (2, 3))
        given = {"INPUT": keys, "QUANTITY_FIELD": "sold", "UNIT_PRICE": 1, "OUTPUT": in_table(file, "split")}
        assert "3 features were written" in policy_runs.failure("revenuesplit", **given)
        assert counts(file) == {"before": 1}


class TestTables:
    @pytest.mark.parametrize("suffix", ["gpkg", "sqlite", "shp", "csv", "geojson", "xlsx"])
    def test_formats_that_hold_rows_without_geometry(self, tmp_path, suffix):
        sales = policy_runs.table("sold:double", (1,), (2,))
        given = {"INPUT": sales, "QUANTITY_FIELD": "sold", "UNIT_PRICE": 1}
        outputs = run_algorithm("revenuesplit", {**given, "OUTPUT": str(tmp_path / f"split.{suffix}")})
        assert os.path.exists(outputs["OUTPUT"].replace(".shp", ".dbf"))

    def test_format_that_drops_rows_without_geometry(self, tmp_path):
        """GDAL 3.6 drops them without a word, GDAL 3.10 refuses the first."""
        sales = policy_runs.table("sold:double", (1,), (2,))
        given = {"INPUT": sales, "QUANTITY_FIELD": "sold", "UNIT_PRICE": 1, "OUTPUT": str(tmp_path / "split.fgb")}
        message = policy_runs.failure("revenuesplit", **given)
        assert "2 features were written" in message or "NULL geometry not supported" in message
        assert "The result is removed" in message
        assert re.search("choose another (file format|one)", message)
        assert list(tmp_path.iterdir()) == []


class TestNothingHalfDoneStays:
    @pytest.fixture
    def deal(self):
        districts = policy_runs.table(
            "name:string land:double forest:double target:double",
            (square(0, 0, 500), "seller", 100_000, 80_000, 55), (square(1000, 0, 500), "buyer", 100_000, 45_000, 55),
            kind="Polygon",
        )
        return {"DISTRICTS": districts, "NAME_FIELD": "name", "AREA_FIELD": "land", "FOREST_FIELD": "forest",
                "TARGET_FIELD": "target"}

    @pytest.mark.parametrize("sink", ["TRADES", "PAYMENTS"])
    def test_folder_that_does_not_exist_is_refused_before_the_run(self, tmp_path, deal, monkeypatch, sink):
        monkeypatch.chdir(tmp_path)
        given = {**deal, "OUTPUT": "roles.gpkg", sink: "nodir/x.gpkg"}
        assert "does not exist" in policy_runs.refusal("forestcovertrade", **given)
        assert "does not exist" in policy_runs.failure("forestcovertrade", **given)
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("sink", ["TRADES", "PAYMENTS"])
    def test_later_sink_that_cannot_be_made(self, tmp_path, deal, sink):
        given = {**deal, "OUTPUT": str(tmp_path / "roles.gpkg"), sink: "/proc/x.gpkg"}
        policy_runs.failure("forestcovertrade", **given)
        assert list(tmp_path.iterdir()) == []

    def test_table_beside_others(self, database, deal):
        before = counts(database)
        given = {**deal, "OUTPUT": in_table(database, "roles")}
        policy_runs.failure("forestcovertrade", **given, TRADES="/proc/x.gpkg")
        assert counts(database) == before
        policy_runs.run("forestcovertrade", **given, TRADES=in_table(database, "trades"))
        assert counts(database) == {**before, "roles": 2, "trades": 1}

    def test_cancel_while_a_table_is_written(self, database, inputs):
        from qgis import processing

        before, feedback = counts(database), QgsProcessingFeedback(False)
        feedback.progressChanged.connect(lambda progress: feedback.cancel() if progress >= 40 else None)
        given = runs.parameters(*inputs, OUTPUT=in_table(database, "output"), TRANSITIONS=in_table(database, "t"))
        with pytest.raises(QgsProcessingException, match="Cancelled"):
            processing.run(runs.ALGORITHM, given, feedback=feedback)
        assert counts(database) == before


@pytest.mark.parametrize("as_parameter", [str, QgsProcessingOutputLayerDefinition])
@pytest.mark.parametrize("file", ["C:/results/a.gpkg", r"C:\results\a.gpkg", "/results/a.gpkg", "a.gpkg", "a"])
def test_drive_letter_is_no_provider(file, as_parameter):
    """Keys that repeat are refused for every GeoPackage, and only for that."""
    keys = policy_runs.table("fid:integer sold:double", (1, 1), (1, 2))
    given = {"INPUT": keys, "QUANTITY_FIELD": "sold", "UNIT_PRICE": 1}
    assert not accepted("revenuesplit", {**given, "OUTPUT": as_parameter(file)})
    assert accepted("revenuesplit", {**given, "OUTPUT": as_parameter(f"memory:{file}")})
