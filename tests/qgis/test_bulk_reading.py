"""A GeoPackage read in bulk and the same features read one by one give the same result, to the last bit."""

from __future__ import annotations

import pytest
import shapely
from ecovoucher.ecovoucher_plugin.overlay.from_qgis.rows import read_rows, table_behind
from ecovoucher.ecovoucher_plugin.overlay.progress import Progress
from osgeo import ogr, osr
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameters,
    QgsProject,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from support.digest import NUMBERS
from support.layers import BROADLEAF, EAST, INDUSTRY, NORTH, PADDY, as_geometry, land_use, parcels, square
from support.partitions import CODES, as_land_use, as_parcels, changed, voronoi
from support.runs import run

CURVED = (
    f"CurvePolygon(CircularString({EAST} {NORTH},{EAST + 50} {NORTH + 50},{EAST + 100} {NORTH},"
    f"{EAST + 50} {NORTH - 50},{EAST} {NORTH}))"
)
RAISED = f"Polygon Z(({EAST} {NORTH} 1,{EAST + 9} {NORTH} 2,{EAST + 9} {NORTH + 9} 3,{EAST} {NORTH} 1))"
SHAPES = [square(0, 0), None, "Polygon EMPTY", CURVED, RAISED, square(500, 0)]


def packed(made: QgsVectorLayer, path, name: str = "") -> QgsVectorLayer:
    """Return a copy of a layer in a GeoPackage."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = name or path.stem
    if path.exists():
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    written = QgsVectorFileWriter.writeAsVectorFormatV3(made, str(path), made.transformContext(), options)
    assert written[0] == QgsVectorFileWriter.WriterError.NoError, written
    copy = QgsVectorLayer(f"{path}|layername={options.layerName}", "copy", "ogr")
    assert copy.isValid()
    return copy


def mixed_layer(path, values: list) -> QgsVectorLayer:
    """Return a GeoPackage layer of any kind of polygon with codes, which no memory layer could hold."""
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4549)
    made = dataset.CreateLayer("mixed", reference, ogr.wkbUnknown)
    made.CreateField(ogr.FieldDefn("code", ogr.OFTInteger if isinstance(values[0], int) else ogr.OFTString))
    for shape, value in zip(SHAPES, values):
        feature = ogr.Feature(made.GetLayerDefn())
        if shape is not None:
            feature.SetGeometry(ogr.CreateGeometryFromWkt(shape))
        if value is not None:
            feature["code"] = value
        made.CreateFeature(feature)
    made = feature = dataset = None
    copy = QgsVectorLayer(f"{path}|layername=mixed", "mixed", "ogr")
    assert copy.featureCount() == len(SHAPES)
    return copy


@pytest.fixture
def source_of(qgis_app):
    """Return what gives the feature source of a parameter value, as an algorithm gets it."""
    context, project = QgsProcessingContext(), QgsProject()
    context.setProject(project)
    definition = QgsProcessingParameterFeatureSource("INPUT", "")

    def source(value):
        if isinstance(value, QgsVectorLayer):
            project.addMapLayer(value.clone(), False)
        return QgsProcessingParameters.parameterAsSource(definition, {"INPUT": value}, context)

    source.project = project
    return source


def rows_of(source, table, field, box=None):
    found = list(read_rows(source, table, field, box, Progress(QgsProcessingFeedback(), 0, 100)))
    return [row for rows in found for row in zip(rows.ids, rows.wkb, rows.values)]


@pytest.mark.parametrize("values", [
    ["0301", None, "", "耕地", " 0101 ", "0"], [101, None, 0, -7, 2**31 - 1, 1],
])
def test_rows_are_those_of_qgis(source_of, tmp_path, values):
    copy = mixed_layer(tmp_path / "a.gpkg", values)
    source = source_of(copy)
    table = table_behind(source, copy)
    assert table is not None
    assert rows_of(source, table, "code") == rows_of(source, None, "code")
    assert [value for *_, value in rows_of(source, table, "code")] == values
    assert [bool(wkb) for _, wkb, _ in rows_of(source, table, "code")] == [True, False, False, True, True, True]


SURFACES = [
    f"{kind} Z((({EAST} {NORTH} 1,{EAST + 9} {NORTH} 2,{EAST + 9} {NORTH + 9} 3,{EAST} {NORTH} 1)))"
    for kind in ("Tin", "PolyhedralSurface")
]


def table_of(path, shapes, fields: dict[str, tuple[int, int, object]]) -> QgsVectorLayer:
    """Return a GeoPackage layer of shapes of any kind, each with the same values. fields: type, sub-type and value."""
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4549)
    made = dataset.CreateLayer("odd", reference, ogr.wkbUnknown)
    for name, (kind, sub_type, _) in fields.items():
        definition = ogr.FieldDefn(name, kind)
        definition.SetSubType(sub_type)
        made.CreateField(definition)
    for shape in shapes:
        feature = ogr.Feature(made.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(shape))
        for name, (*_, value) in fields.items():
            feature[name] = value
        made.CreateFeature(feature)
    made = feature = dataset = None
    return QgsVectorLayer(f"{path}|layername=odd", "odd", "ogr")


def test_fields_of_every_kind_have_the_values_that_qgis_reads(source_of, tmp_path):
    """GDAL's bulk reading shortens FLOAT, which a GeoPackage holds as doubles, and mixes up booleans."""
    fields = {
        "float": (ogr.OFTReal, ogr.OFSTFloat32, 0.1), "double": (ogr.OFTReal, ogr.OFSTNone, 0.1),
        "boolean": (ogr.OFTInteger, ogr.OFSTBoolean, 1), "short": (ogr.OFTInteger, ogr.OFSTInt16, -7),
        "long": (ogr.OFTInteger64, ogr.OFSTNone, 2**62 + 1), "date": (ogr.OFTDate, ogr.OFSTNone, "2020/01/02"),
    }
    copy = table_of(tmp_path / "a.gpkg", [square(0, 0), square(200, 0)], fields)
    source = source_of(copy)
    table = table_behind(source, copy)
    for name in fields:
        assert rows_of(source, table, name) == rows_of(source, None, name), name


def test_surfaces_of_facets_are_polygons(source_of, tmp_path):
    copy = table_of(tmp_path / "a.gpkg", [*SURFACES, square(0, 0)], {})
    source = source_of(copy)
    for table in (table_behind(source, copy), None):
        assert [shapely.from_wkb(wkb).area for _, wkb, _ in rows_of(source, table, None)] == [40.5, 40.5, 10_000]


def test_of_a_table_of_mixed_types_only_the_chosen_type_is_read(source_of, tmp_path):
    """QGIS offers such a table as one layer for each type, told apart by the URI alone."""
    multiple = f"Multi{square(200, 0).replace('((', '(((').replace('))', ')))')}"
    copy = table_of(tmp_path / "a.gpkg", [square(0, 0), f"Point({EAST} {NORTH})", multiple], {})
    for uri in (f"{copy.source()}|geometrytype=Polygon", f"{copy.source()}|geometrytype=MultiPolygon"):
        part = QgsVectorLayer(uri, "part", "ogr")
        source = source_of(part)
        found = rows_of(source, table_behind(source, part), None)
        assert found == rows_of(source, None, None)
        assert 0 < len(found) < 3


def test_a_box_picks_the_rows_that_meet_it(source_of, tmp_path):
    copy = packed(parcels(*(square(200 * number, 0) for number in range(5))), tmp_path / "a.gpkg")
    source = source_of(copy)
    box = QgsRectangle(EAST + 350, NORTH + 10, EAST + 450, NORTH + 20)
    for table in (table_behind(source, copy), None):
        assert [number for number, *_ in rows_of(source, table, None, box)] == [3]


def test_only_what_a_source_reads_whole_and_unchanged_is_read_in_bulk(source_of, tmp_path):
    made = parcels(square(0, 0), square(200, 0), square(400, 0))
    copy = packed(made, tmp_path / "a.gpkg")
    source_of.project.addMapLayer(copy, False)

    def is_bulk(value) -> bool:
        return table_behind(source_of(value), copy) is not None

    assert is_bulk(copy.id())
    copy.selectByIds([1])
    assert not is_bulk(QgsProcessingFeatureSourceDefinition(copy.id(), True))
    assert not is_bulk(QgsProcessingFeatureSourceDefinition(copy.id(), False, 2))
    copy.setSubsetString("number > 0")
    assert not is_bulk(copy.id())
    copy.setSubsetString("")
    copy.startEditing()
    assert copy.changeGeometry(2, as_geometry(square(200, 0, 50)))
    assert not is_bulk(copy.id())
    copy.rollBack()
    assert is_bulk(copy.id())
    assert table_behind(source_of(made), made) is None


@pytest.mark.parametrize("folder", ["plain", "生态券 项目"])
def test_the_result_is_the_same_from_a_geopackage_and_from_memory(plugin, tmp_path, folder):
    cells = voronoi(5, 60)
    codes = [CODES[number % len(CODES)] for number in range(len(cells))]
    after, after_codes = changed(cells, codes, 0.3, 6)
    layers = [as_parcels(voronoi(7, 25)), as_land_use(cells, codes), as_land_use(after, after_codes)]
    (tmp_path / folder).mkdir()
    path = tmp_path / folder / "全部.gpkg"
    copies = [packed(made, path, name) for made, name in zip(layers, ("parcels", "base layer", "target\"layer"))]
    packed_run, memory_run = run(*copies), run(*layers)
    assert [{**row, "fid": None} for row in packed_run.rows] == [{**row, "fid": None} for row in memory_run.rows]
    assert packed_run.transitions == memory_run.transitions
    assert {name: packed_run.outputs[name] for name in NUMBERS} == {name: memory_run.outputs[name] for name in NUMBERS}


def test_unsaved_edits_of_the_land_use_count(plugin, tmp_path):
    whole = square(0, 0)
    copies = [packed(land_use((whole, code)), tmp_path / f"{code}.gpkg") for code in (INDUSTRY, PADDY)]
    before = run(parcels(whole), *copies)
    copies[1].startEditing()
    assert copies[1].changeAttributeValue(1, copies[1].fields().lookupField("DLBM"), BROADLEAF)
    after = run(parcels(whole), *copies)
    copies[1].rollBack()
    codes = [done.transitions[0]["to_code"] for done in (before, after)]
    assert codes == [PADDY, BROADLEAF]
