"""Results in files of several formats, with the names and keys that real layers have."""

from __future__ import annotations

import os

import pytest
from qgis.core import QgsVectorFileWriter, QgsVectorLayer
from support.layers import BROADLEAF, INDUSTRY, land_use, layer, parcels, rectangle, square
from support.runs import RESULT_FIELDS, failure, refusal, rows_of, run


def land_use_layers():
    before = land_use((rectangle(-500, -500, 2000, 2000), INDUSTRY))
    return before, land_use((rectangle(0, 0, 150, 100), BROADLEAF))


def read(path) -> QgsVectorLayer:
    made = QgsVectorLayer(str(path), "result", "ogr")
    assert made.isValid(), path
    return made


@pytest.mark.parametrize("suffix", ["gpkg", "shp", "geojson", "csv"])
def test_formats(tmp_path, suffix):
    folder = tmp_path / "结果 二〇二六"
    folder.mkdir()
    sinks = {name: str(folder / f"{name} 地块.{suffix}") for name in ("OUTPUT", "TRANSITIONS", "UNMATCHED")}
    if suffix == "shp":
        sinks = {name: path.replace(".shp", ".dbf") if name != "OUTPUT" else path for name, path in sinks.items()}
        sinks = {"OUTPUT": sinks["OUTPUT"]}
    plots = parcels(square(0, 0), square(100, 0), square(900, 0))
    memory = run(plots, *land_use_layers())
    done = run(plots, *land_use_layers(), **sinks)
    assert os.path.exists(sinks["OUTPUT"])
    names = read(sinks["OUTPUT"]).fields().names()
    assert [name for name in names if name != "fid"] == ["name", "number", *RESULT_FIELDS]
    for written, expected in zip(done.rows, memory.rows):
        for name in ("area_ha", "esv_target", "v_net"):
            value = None if written[name] in (None, "") else float(written[name])
            if suffix == "shp" and expected[name] is None:
                assert value is None
            else:
                assert value == (pytest.approx(expected[name], rel=1e-9) if expected[name] is not None else None), name
        assert written["ev_status"] == expected["ev_status"]
    assert done.outputs["VOUCHER_NET"] == memory.outputs["VOUCHER_NET"]


def test_shapefile_keeps_the_whole_rules(tmp_path):
    done = run(parcels(square(0, 0)), *land_use_layers(), OUTPUT=str(tmp_path / "result.shp"))
    expected = run(parcels(square(0, 0)), *land_use_layers())
    assert done.rows[0]["ev_rules"] == expected.rows[0]["ev_rules"]


def merged(kind: str, *keys) -> QgsVectorLayer:
    """Return parcels with a field ``fid``, as layers merged from several GeoPackages have it."""
    return layer([(square(100 * i, 0), key, i) for i, key in enumerate(keys)], f"field=fid:{kind}&field=number:integer")


@pytest.mark.parametrize(("kind", "keys"), [
    ("integer", (1, 1, 2)), ("integer", (None, None, 3)), ("double", (7.5, 3.0, 5.0)), ("string", ("a", "b", "c")),
])
def test_fields_that_cannot_be_the_key_of_a_geopackage(tmp_path, kind, keys):
    message = refusal(merged(kind, *keys), *land_use_layers(), OUTPUT=str(tmp_path / "result.gpkg"))
    assert "fid" in message
    assert "GeoPackage" in message
    for output in (str(tmp_path / "result.shp"), str(tmp_path / "result.geojson"), "TEMPORARY_OUTPUT"):
        done = run(merged(kind, *keys), *land_use_layers(), OUTPUT=output)
        assert [row["number"] for row in done.rows] == [0, 1, 2]


def test_field_that_can_be_the_key_of_a_geopackage(tmp_path):
    done = run(merged("integer", 7, 3, 5), *land_use_layers(), OUTPUT=str(tmp_path / "result.gpkg"))
    found = {row["fid"]: (row["number"], row["ev_status"]) for row in done.rows}
    assert found == {7: (0, "ok"), 3: (1, "partly_covered"), 5: (2, "not_covered")}


def test_parcels_from_a_geopackage_to_a_geopackage(tmp_path):
    """Deleted features leave holes in the keys; the transitions name the keys of the input."""
    source = tmp_path / "parcels.gpkg"
    made = parcels(*(square(x, 0) for x in (0, 100, 200, 300)))
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(made, str(source), made.transformContext(), options)
    plots = read(source)
    keys = [feature.id() for feature in plots.getFeatures()]
    plots.dataProvider().deleteFeatures(keys[1:2])
    done = run(plots, land_use_layers()[0], land_use_layers()[0], OUTPUT=str(tmp_path / "result.gpkg"))
    assert [row["number"] for row in done.rows] == [0, 2, 3]
    assert sorted(row["parcel"] for row in done.transitions) == [keys[0], keys[2], keys[3]]


def test_field_names_in_chinese(tmp_path):
    plots = layer([(square(0, 0), "甲", 1.5)], "field=权属单位:string(20)&field=图斑面积:double")
    for suffix in ("gpkg", "geojson"):
        done = run(plots, *land_use_layers(), OUTPUT=str(tmp_path / f"结果.{suffix}"))
        assert done.rows[0]["权属单位"] == "甲"
        assert done.rows[0]["图斑面积"] == 1.5


def test_code_field_in_chinese_and_official_area():
    plots = layer([(square(0, 0), 9000.0)], "field=图斑面积:double")
    patches = layer([(rectangle(-500, -500, 2000, 2000), INDUSTRY)], "field=地类编码:string(10)")
    done = run(
        plots, patches, patches, BASE_FIELD="地类编码", TARGET_FIELD="地类编码",
        AREA_BASIS="field", AREA_FIELD="图斑面积",
    )
    assert done.rows[0]["area_ha"] == pytest.approx(0.9)


def test_polygon_layer_that_holds_multipolygons(tmp_path):
    """GeoPackages often declare POLYGON and hold MULTIPOLYGON."""
    from osgeo import ogr, osr

    crs = osr.SpatialReference()
    crs.ImportFromEPSG(4549)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(tmp_path / "mixed.gpkg"))
    table = source.CreateLayer("plots", crs, ogr.wkbPolygon)
    feature = ogr.Feature(table.GetLayerDefn())
    feature.SetGeometry(ogr.ForceToMultiPolygon(ogr.CreateGeometryFromWkt(square(0, 0))))
    table.CreateFeature(feature)
    feature = table = source = None
    for output in ("TEMPORARY_OUTPUT", str(tmp_path / "result.gpkg"), str(tmp_path / "result.shp")):
        done = run(read(tmp_path / "mixed.gpkg"), *land_use_layers(), OUTPUT=output)
        assert done.rows[0]["v_supply"] == pytest.approx(15), output


def test_folder_that_does_not_exist(tmp_path):
    message = refusal(parcels(square(0, 0)), *land_use_layers(), OUTPUT=str(tmp_path / "nowhere" / "result.gpkg"))
    assert "nowhere" in message
    assert "does not exist" in message


@pytest.mark.parametrize("sink", ["OUTPUT", "TRANSITIONS", "UNMATCHED"])
def test_folder_that_cannot_be_written(sink):
    """/proc takes no files, whoever asks."""
    message = failure(parcels(square(0, 0)), *land_use_layers(), **{sink: "/proc/result.gpkg"})
    assert "/proc/result.gpkg" in message


def test_only_the_result_that_is_asked_for():
    done = run(parcels(square(0, 0)), *land_use_layers(), TRANSITIONS=None, UNMATCHED=None)
    assert "TRANSITIONS" not in done.outputs
    assert "UNMATCHED" not in done.outputs
    assert len(done.rows) == 1


def test_tables_without_rows_are_written(tmp_path):
    layers = land_use((square(0, 0), INDUSTRY), (square(800, 0), INDUSTRY))
    done = run(parcels(square(400, 0)), layers, layers, TRANSITIONS=str(tmp_path / "t.csv"))
    assert rows_of(done.outputs["TRANSITIONS"]) == []
    assert rows_of(done.outputs["UNMATCHED"]) == []


def test_inputs_are_left_as_they_are():
    layers = parcels(square(0, 0)), *land_use_layers()

    def content():
        return [(f.id(), f.attributes(), f.geometry().asWkb()) for one in layers for f in one.getFeatures()]

    before = content()
    run(*layers, AREA_BASIS="ellipsoidal")
    assert content() == before
    assert not any(one.isEditable() or one.selectedFeatureCount() for one in layers)
