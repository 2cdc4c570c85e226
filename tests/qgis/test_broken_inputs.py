"""Inputs as they come from other offices: parts of files missing, collections, the wrong CRS or encoding."""

from __future__ import annotations

from pathlib import Path

import pytest
from osgeo import ogr, osr
from qgis.core import (
    QgsApplication,
    QgsCoordinateTransformContext,
    QgsProcessingContext,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from support.inspections import inspect, prepare
from support.layers import DRY, INDUSTRY, land_use, layer, parcels, square
from support.runs import refusal, run

WIDE = square(-500, -500, 2000)


def saved(path: Path, made: QgsVectorLayer, encoding: str = "UTF-8") -> Path:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.fileEncoding = QgsVectorFileWriter.driverForExtension(path.suffix), encoding
    QgsVectorFileWriter.writeAsVectorFormatV3(made, str(path), QgsCoordinateTransformContext(), options)
    assert path.exists()
    return path


def test_shapefile_without_its_index(tmp_path):
    file = saved(tmp_path / "landuse.shp", land_use((WIDE, DRY)))
    file.with_suffix(".shx").unlink()
    message = refusal(parcels(square(0, 0)), str(file), land_use((WIDE, INDUSTRY)))
    assert f"Land use at the base date: {file} cannot be opened, because landuse.shx is not beside it" in message


def test_shapefile_without_its_table(tmp_path):
    """GDAL opens it, as a layer without fields."""
    file = saved(tmp_path / "landuse.shp", land_use((WIDE, DRY)))
    file.with_suffix(".dbf").unlink()
    assert "there is no field “DLBM”" in refusal(parcels(square(0, 0)), str(file), land_use((WIDE, INDUSTRY)))


@pytest.mark.parametrize("name", ["landuse.gpkg", "landuse.shp", "landuse.geojson"])
def test_file_that_is_something_else(tmp_path, name):
    file = tmp_path / name
    file.write_text("<html>404 Not Found</html>", encoding="utf-8")
    for suffix in (".shx", ".dbf"):
        file.with_suffix(suffix).write_text("", encoding="utf-8")
    message = refusal(parcels(square(0, 0)), str(file), land_use((WIDE, INDUSTRY)))
    assert f"{file} is there, but QGIS cannot open it" in message


def test_file_that_is_not_there_is_not_found(tmp_path):
    assert "not found" in refusal(parcels(square(0, 0)), str(tmp_path / "no.gpkg"), land_use((WIDE, INDUSTRY)))


def collections(path: Path, *rows: tuple) -> QgsVectorLayer:
    """Write geometry collections, each of a polygon and a point, to a GeoPackage and open it."""
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(4549)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    table = source.CreateLayer("landuse", crs, ogr.wkbGeometryCollection)
    table.CreateField(ogr.FieldDefn("DLBM", ogr.OFTString))
    for shape, code in rows:
        feature = ogr.Feature(table.GetLayerDefn())
        polygon = ogr.CreateGeometryFromWkt(shape)
        feature.SetGeometry(ogr.CreateGeometryFromWkt(
            f"GEOMETRYCOLLECTION({polygon.ExportToWkt()},{polygon.Centroid().ExportToWkt()})"))
        feature.SetField("DLBM", code)
        table.CreateFeature(feature)
    del feature, table, source
    return QgsVectorLayer(str(path), "landuse", "ogr")


def test_layer_of_geometry_collections_is_refused_as_such_and_prepared(tmp_path):
    """QGIS shows neither a CRS nor an extent for it, and lets nobody set one."""
    made = collections(tmp_path / "landuse.gpkg", (WIDE, DRY))
    assert made.isValid()
    assert not made.crs().isValid()
    plots, target = parcels(square(0, 0)), land_use((WIDE, INDUSTRY))
    message = refusal(plots, made, target)
    assert "Land use at the base date: the layer holds geometry collections" in message
    assert "ecovoucher:prepareinputs" in message
    found, = inspect(plots, made, target).of("error")
    assert "holds geometry collections" in found["what"]

    done = prepare(BASE_LANDUSE=made, BASE_FIELD="DLBM", PREPARED_BASE="TEMPORARY_OUTPUT")
    assert [row["area_before"] for row in done.log] == pytest.approx([400], rel=1e-2)
    expected = run(plots, land_use((WIDE, DRY)), target)
    assert run(plots, done.outputs["PREPARED_BASE"], target).rows == expected.rows


def test_metres_said_to_be_degrees_are_not_just_far_away():
    wrong = layer([(WIDE, DRY)], "field=DLBM:string(10)", "EPSG:4490")
    message = refusal(parcels(square(0, 0)), wrong, land_use((WIDE, INDUSTRY)))
    assert "lie outside the area for which EPSG:4490" in message
    assert "wrong CRS" in message


def test_garbled_code_is_said_to_be_garbled(tmp_path):
    file = saved(tmp_path / "landuse.shp", layer([(WIDE, "旱地")], "field=DLMC:string(10)"), "GBK")
    file.with_suffix(".cpg").unlink()
    with file.with_suffix(".dbf").open("r+b") as table:
        table.seek(29)
        table.write(b"\0")
    opened = QgsVectorLayer(str(file), "landuse", "ogr")
    opened.setProviderEncoding("UTF-8")
    done = inspect(parcels(square(0, 0)), opened, land_use((WIDE, INDUSTRY)), BASE_FIELD="DLMC")
    assert "It was read in the wrong encoding" in done.said("error")


def test_damaged_geopackage_with_a_field_fid_is_not_said_to_repeat_keys(tmp_path):
    shapes = [square(x * 50, y * 50, 50) for x in range(40) for y in range(40)]
    rows = [(shape, "0103", "x" * 100) for shape in shapes]
    file = saved(tmp_path / "landuse.gpkg", layer(rows, "field=DLBM:string(10)&field=note:string(200)"))
    size = file.stat().st_size
    with file.open("r+b") as stream:
        stream.seek(size // 2 // 4096 * 4096)
        stream.write(b"\xa5" * 8192)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("ecovoucher:prepareinputs")
    accepted, message = algorithm.checkParameterValues(
        {"PARCELS": str(file), "PREPARED_PARCELS": str(tmp_path / "copy.gpkg")}, QgsProcessingContext()
    )
    assert not accepted
    assert "cannot be read to its end" in message
