"""A file that cannot be read to its end is refused by name; GDAL and QGIS pass over what they cannot read."""

from __future__ import annotations

import os
import random
import re
import sqlite3

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from support.inspections import inspect, prepare
from support.layers import CRS, DRY, INDUSTRY, POND, land_use, layer, parcels, square
from support.runs import failure, run

DRIVERS = {".shp": "ESRI Shapefile", ".gpkg": "GPKG"}
SIDE = 40
SHAPES = [square(x, y, 50) for x in range(0, 50 * SIDE, 50) for y in range(0, 50 * SIDE, 50)]
PLOTS = [square(x * 400 + 20, y * 400 + 20, 60) for x in range(5) for y in range(5)]


def saved(path, made: QgsVectorLayer) -> str:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = DRIVERS[path.suffix], "landuse"
    result = QgsVectorFileWriter.writeAsVectorFormatV3(made, str(path), QgsCoordinateTransformContext(), options)
    assert result[0] == QgsVectorFileWriter.WriterError.NoError, result[1]
    return str(path)


@pytest.fixture(scope="module")
def codes():
    """1600 squares of half a hectare, with a code and a long text, so that files have many pages."""
    rows = [(shape, (DRY, INDUSTRY, POND)[i % 3], "x" * 120) for i, shape in enumerate(SHAPES)]
    return layer(rows, "field=DLBM:string(10)&field=note:string(200)")


@pytest.fixture
def file(codes, tmp_path, request):
    return saved(tmp_path / f"landuse{request.param}", codes)


def cut(path: str, suffix: str, share: float) -> None:
    name = os.path.splitext(path)[0] + suffix
    os.truncate(name, int(os.path.getsize(name) * share))


def overwrite(path: str, pages: list[int]) -> None:
    noise = random.Random(1)
    with open(path, "r+b") as stream:
        for page in pages:
            stream.seek((page - 1) * 4096)
            stream.write(noise.randbytes(4096))


def pages_of(path: str, table: str) -> list[int]:
    """Return the numbers of the pages of a table that hold rows."""
    with sqlite3.connect(path) as database:
        found = database.execute("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'", (table,)).fetchall()
    assert found
    return [page for page, in found]


def overwrite_rows(path: str) -> None:
    pages = pages_of(path, "landuse")
    overwrite(path, pages[len(pages) // 2:][:3])


DAMAGES = {
    "shapefile, geometries cut": (".shp", lambda path: cut(path, ".shp", 0.5)),
    "shapefile, last geometries cut": (".shp", lambda path: cut(path, ".shp", 0.99)),
    "shapefile, table cut": (".shp", lambda path: cut(path, ".dbf", 0.5)),
    "GeoPackage, pages overwritten": (".gpkg", overwrite_rows),
}
each_damage = pytest.mark.parametrize(("file", "damage"), DAMAGES.values(), ids=DAMAGES, indirect=["file"])


def opened(path: str, subset: str = "") -> str:
    """The file as a source, which QGIS opens and closes: after a refusal, 3.22 never closes a layer of the caller."""
    return f"{path}|subset={subset}" if subset else path


@pytest.mark.parametrize("file", DRIVERS, indirect=True)
@pytest.mark.parametrize("subset", ["", "\"note\" <> 'y'"])
def test_sound_files_are_read(file, subset, codes):
    found, plots = opened(file, subset), parcels(*PLOTS)
    done, expected = run(plots, found, found), run(plots, codes, codes)
    assert done.statuses == ["ok"] * len(PLOTS)
    assert [row["esv_base"] for row in done.rows] == pytest.approx([row["esv_base"] for row in expected.rows])


@each_damage
@pytest.mark.parametrize("subset", ["", "\"note\" <> 'y'"], ids=["whole", "filtered"])
def test_damaged_land_use_is_refused_by_name(file, damage, subset):
    """With a filter, a GeoPackage is read feature by feature; newer GDAL finds nothing at all in a cut Shapefile."""
    damage(file)
    found = opened(file, subset)
    told = "landuse.* cannot be read to its end"
    if subset and file.endswith(".shp"):
        told = f"{told}|Land use at the .* date: there is no feature to work on"
    sound = land_use((square(-500, -500, 5000), DRY))
    for sides in ((found, sound), (sound, found)):
        assert re.search(told, failure(parcels(*PLOTS), *sides))
    done = inspect(parcels(*PLOTS), found, sound)
    assert "Land use at the base date" in done.said("error")
    assert re.search(told.replace("landuse.* ", "").replace("Land use at the .* date: ", ""), done.said("error"))
    with pytest.raises(QgsProcessingException, match=told.replace(" at the .* date", ".*")):
        prepare(BASE_LANDUSE=found, BASE_FIELD="DLBM", PREPARED_BASE="TEMPORARY_OUTPUT")


@pytest.mark.parametrize("file", [".shp"], indirect=True)
def test_reason_of_gdal_is_told_where_a_shapefile_has_half_a_prj(file):
    """Whoever gives the layer a CRS by hand gets as far as reading it."""
    cut(file, ".prj", 0.5)
    found = QgsVectorLayer(file, "landuse", "ogr")
    found.setCrs(QgsCoordinateReferenceSystem(CRS))
    QgsProject.instance().addMapLayer(found, False)
    try:
        message = failure(parcels(*PLOTS), found.id(), land_use((square(-500, -500, 5000), DRY)))
    finally:
        QgsProject.instance().removeMapLayer(found)
    assert "cannot be read to its end" in message
    assert "GDAL says: “missing ]" in message


@each_damage
def test_damaged_parcels_are_refused_by_name(file, damage):
    from qgis import processing

    damage(file)
    found, everywhere = opened(file), land_use((square(-500, -500, 5000), DRY))
    assert "cannot be read to its end" in failure(found, everywhere, everywhere)
    assert "cannot be read to its end" in inspect(found, everywhere, everywhere).said("error")
    with pytest.raises(QgsProcessingException, match="landuse.* cannot be read to its end"):
        processing.run("ecovoucher:parcelplanyield", {
            "PARCELS": found, "BASE_FIELD": "DLBM", "TARGET_FIELD": "DLBM", "OUTPUT": "TEMPORARY_OUTPUT",
        })


@pytest.mark.parametrize("file", [".gpkg"], indirect=True)
@pytest.mark.parametrize("subset", ["", "\"note\" <> 'y'"], ids=["whole", "filtered"])
def test_damaged_spatial_index_loses_no_land_use(file, subset):
    """Reading around the parcels goes by way of the index."""
    overwrite(file, pages_of(file, "rtree_landuse_geom_node"))
    sound = land_use((square(-500, -500, 5000), DRY))
    assert "cannot be read to its end" in failure(parcels(*PLOTS), opened(file, subset), sound)


def test_selected_features_beside_a_damaged_record_are_read(codes, tmp_path):
    """What is not asked for is not missed."""
    path = saved(tmp_path / "landuse.shp", codes)
    cut(path, ".shp", 0.9)
    found = QgsVectorLayer(path, "landuse", "ogr")
    found.selectByIds(list(range(100)))
    chosen = QgsProcessingFeatureSourceDefinition(found.id(), True)
    QgsProject.instance().addMapLayer(found, False)
    try:
        everywhere = land_use((square(-500, -500, 5000), DRY))
        assert run(chosen, everywhere, everywhere).statuses == ["ok"] * 100
    finally:
        QgsProject.instance().removeMapLayer(found)
