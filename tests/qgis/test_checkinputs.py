"""The inspection names what is wrong, where, with its area, and says what to do; it changes nothing."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException, QgsProject
from support.inspections import inspect, inspect_given
from support.layers import DRY, INDUSTRY, at_origin, land_use, layer, parcels, rectangle, square
from support.rasters import uniform, write
from support.runs import Log, failure, parameters, refusal

COLUMNS = ["severity", "layer", "feature", "what", "effect", "fix"]
EVERYWHERE = rectangle(-500, -500, 2000, 2000), INDUSTRY


def check(plots=(square(0, 0),), base=(EVERYWHERE,), target=(EVERYWHERE,), **changes):
    plots = plots if hasattr(plots, "fields") else parcels(*plots)
    base, target = (side if hasattr(side, "fields") else land_use(*side) for side in (base, target))
    return inspect(plots, base, target, **changes)


def test_good_inputs_have_no_error_and_no_warning():
    done = check()
    assert (done.outputs["ERRORS"], done.outputs["WARNINGS"]) == (0, 0)
    assert set(done.outputs) == {"FINDINGS", "ERRORS", "WARNINGS"}
    assert [field.name() for field in done.outputs["FINDINGS"].fields()] == COLUMNS


ONE_FAULT = {
    "bow-tie": ({"plots": (at_origin("POLYGON((0 0,100 100,100 0,0 100,0 0))"),)}, "error",
                ["Parcels", "Self-intersection", "(520050.00, 3530050.00)", "ecovoucher:prepareinputs"]),
    "no geometry": ({"plots": (None, square(0, 0))}, "error", ["Parcels | 1 |", "without a polygon"]),
    "outside": ({"plots": (square(9000, 0), square(0, 0))}, "error", ["Parcels | 1 |", "10,000 m²", "not_covered"]),
    "half outside": ({"plots": (square(1450, 0),)}, "warning", ["Parcels | 1 |", "5,000 m²", "50 %", "partly_covered"]),
    "overlap in land use": (
        {"base": (EVERYWHERE, (square(50, 50, 20), DRY))}, "error", ["base date 1", "base date 2", "overlap"]),
    "overlap area": (
        {"base": (EVERYWHERE, (square(50, 50, 20), DRY))}, "warning", ["base date | 1 + 2", "400.00 m²", "(520060.00"]),
    "overlap beside the parcels": (
        {"plots": (square(0, 0), square(800, 800)), "base": (EVERYWHERE, (square(500, 500, 20), DRY))}, "warning",
        ["1 + 2", "400.00 m²"]),
    "invalid land use": (
        {"base": ((at_origin("POLYGON((0 0,100 100,100 0,0 100,0 0))"), DRY), EVERYWHERE)}, "error",
        ["Land use at the base date 1", "Parcels | 1 |"]),
    "lost zero": ({"base": ((EVERYWHERE[0], "101"),)}, "error",
                  ["base date | 101 |", "10,000 m²", "0101 水田", "leading zero", "lpad"]),
    "full width": (
        {"target": ((EVERYWHERE[0], "０１０１"),)}, "error",
        ["０１０１", "0101", "ecovoucher:prepareinputs"]),
    "name for code": ({"target": ((EVERYWHERE[0], "水田"),)}, "error", ["水田", "0101"]),
    "no code": ({"target": ((EVERYWHERE[0], None),)}, "error", ["NULL", "Fill in"]),
    "duplicate": ({"plots": (square(0, 0), square(0, 0))}, "warning", ["1 = 2", "10,000 m²", "paid twice"]),
    "overlapping parcels": ({"plots": (square(0, 0), square(70, 0))}, "warning",
                            ["1 + 2", "3,000 m²", "(520085.00, 3530050.00)", "paid twice"]),
    "sliver": ({"plots": (rectangle(0, 0, 100, 0.1),)}, "note", ["Slivers", "10.00 m²"]),
    "gap": ({"base": ((at_origin("POLYGON((-500 -500,1500 -500,1500 1500,-500 1500,-500 -500),"
                                  "(500 500,500 510,510 510,510 500,500 500))"), INDUSTRY),),
                 "plots": (square(0, 0), square(800, 800))},
            "note", ["Gaps", "100.00 m²", "(520505.00, 3530505.00)"]),
    "blanks": ({"base": ((EVERYWHERE[0], " 0601 "),)}, "note", ["blanks", "“ 0601 ”"]),
    "percent": ({"NPP_FACTOR": 85}, "warning", ["NPP_FACTOR", "0.85"]),
    "scheme file missing": ({"SCHEME": "custom"}, "error", ["Parameters", "scheme file"]),
    "no such field": ({"BASE_FIELD": "DLMC"}, "error", ["DLMC", "DLBM"]),
    "pinched": ({"plots": (at_origin("POLYGON((0 0,100 0,100 100,50 0,0 100,0 0))"),)}, "note",
                ["Invalid polygons that can be repaired", "Parcels | 1 |"]),
    "doubtful code": ({"base": ((EVERYWHERE[0], "0302"),)}, "note", ["0302", "doubt"]),
    "unofficial": ({}, "note", ["conversion coefficients"]),
}


@pytest.mark.parametrize(("given", "severity", "named"), ONE_FAULT.values(), ids=ONE_FAULT)
def test_one_fault_at_a_time(given, severity, named):
    done = check(**given)
    for text in named:
        assert text in done.said(severity)
    for finding in done.findings:
        assert finding["layer"] and finding["what"] and finding["effect"] and finding["fix"]


def test_datums_without_a_known_transformation():
    """Beijing 1954 to CGCS2000 is guessed by PROJ, some hundred metres wrong."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform

    there = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4549"), QgsCoordinateReferenceSystem("EPSG:2437"), QgsProject.instance())
    geometry = at_origin("POLYGON((-500 -500,1500 -500,1500 1500,-500 1500,-500 -500))")
    geometry.transform(there)
    done = check(base=land_use((geometry, INDUSTRY), crs="EPSG:2437"))
    assert done.outputs["ERRORS"] == 1
    assert "how EPSG:2437" in done.said("error")


def without_crs(made):
    from qgis.core import QgsCoordinateReferenceSystem

    made.setCrs(QgsCoordinateReferenceSystem())
    return made


def test_missing_crs_of_all_layers_is_told_at_once():
    layers = [without_crs(made) for made in (parcels(square(0, 0)), land_use(EVERYWHERE), land_use(EVERYWHERE))]
    done = check(*layers)
    assert [finding["layer"] for finding in done.of("error")] == [
        "Parcels", "Land use at the base date", "Land use at the target date"
    ]
    assert done.said("error").count("has no CRS") == 3


def test_what_can_be_checked_is_checked_although_the_run_is_refused():
    """Without CRS no overlay is possible; overlaps, duplicates and codes are named all the same."""
    plots = without_crs(parcels(square(0, 0), square(0, 0)))
    done = check(plots, (EVERYWHERE, (square(500, 500), "101")))
    assert "1 = 2" in done.said("warning")
    assert "1 + 2" in done.said("warning")
    assert "0101" in done.said("warning")


@pytest.mark.parametrize("crs", ["EPSG:4490", "EPSG:3857"])
def test_planar_areas_that_mislead(crs):
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform

    plots = parcels(square(0, 0))
    there = QgsCoordinateTransform(plots.crs(), QgsCoordinateReferenceSystem(crs), QgsProject.instance())
    geometry = next(plots.getFeatures()).geometry()
    geometry.transform(there)
    moved = parcels(geometry, crs=crs)
    assert "planar areas" in check(moved).said("error")
    done = check(moved, AREA_BASIS="ellipsoidal")
    assert done.outputs["ERRORS"] == 0
    assert "no areas on the ground" in done.said("note")
    assert "transformed" in done.said("note")


def test_lines_and_floats_are_refused_by_name():
    lines = layer([(at_origin("LINESTRING(0 0,9 9)"),)], kind="LineString")
    floats = layer([(EVERYWHERE[0], 601.0)], "field=DLBM:double")
    done = inspect_given(parameters(lines, floats, floats))
    assert "no polygons" in done.said("error")
    assert done.said("error").count("not land-use codes") == 2


@pytest.mark.parametrize("kind", ["curved", "heights"])
def test_more_than_plain_polygons(kind):
    wkt = {"curved": "CURVEPOLYGON(CIRCULARSTRING(0 0,100 100,0 200,-100 100,0 0))",
           "heights": "POLYGONZ((0 0 5,100 0 5,100 100 5,0 0 5))"}[kind]
    done = check(parcels(at_origin(wkt), kind={"curved": "CurvePolygon", "heights": "PolygonZ"}[kind]))
    assert done.outputs["ERRORS"] == 0
    assert {"curved": "curved edges", "heights": "heights or measures"}[kind] in done.said("note")


def test_official_areas_in_mu():
    plots = layer([(square(x, 0), 15.0) for x in (0, 200, 400)], "field=TBMJ:double")
    done = check(plots, AREA_BASIS="field", AREA_FIELD="TBMJ")
    assert "mu (亩)" in done.said("warning")
    assert "666.6" in done.said("warning")


def test_missing_official_areas():
    plots = layer([(square(0, 0), 10_000.0), (square(200, 0), None)], "field=TBMJ:double")
    assert "official area is missing" in check(plots, AREA_BASIS="field", AREA_FIELD="TBMJ").said("error")


def test_many_faults_stay_a_short_table():
    """3,000 bow-ties, 3,000 duplicates and 60 unknown codes: a row a kind, with numbers."""
    bow_ties = [at_origin(f"POLYGON(({x} 0,{x + 1} 1,{x + 1} 0,{x} 1,{x} 0))") for x in range(3000)]
    plots = parcels(*bow_ties, *(square(x, 100, 10) for x in range(0, 30_000, 10) for _ in range(2)))
    patches = [(rectangle(500 * number - 500, -500, 500, 2000), f"9{number:03}") for number in range(62)]
    done = check(plots, patches, [(rectangle(-500, -500, 33_000, 2000), INDUSTRY)])
    assert len(done.findings) < 35
    assert "area a repair would change: 3,000." in done.said("error")
    assert "twice or more: 3,000;" in done.said("warning")
    assert max(len(str(value)) for finding in done.findings for value in finding.values()) < 1200


def raster_inputs(tmp_path, plots, base=None, target=None, **changes) -> dict:
    return {
        "PARCELS": parcels(*plots), "SCHEME": "clcd", "AREA_BASIS": "planar",
        "BASE_RASTER": base or uniform(tmp_path / "base.tif", 1, nodata=0),
        "TARGET_RASTER": target or uniform(tmp_path / "target.tif", 2, nodata=0), **changes,
    }


def test_rasters_without_fault(tmp_path):
    done = inspect_given(raster_inputs(tmp_path, [square(30, 30, 300)]))
    assert (done.outputs["ERRORS"], done.outputs["WARNINGS"]) == (0, 0)


def test_parcels_smaller_than_cells(tmp_path):
    done = inspect_given(raster_inputs(tmp_path, [square(30, 30, 300), square(31, 31, 20)]))
    assert done.outputs["ERRORS"] == 0
    assert "Parcels | 2 |" in done.said("warning")
    assert "fewer than 10 cells of the raster: 1, 400.00 m²" in done.said("warning")


def test_rasters_with_faults(tmp_path):
    odd = np.full((20, 24), 1.0)
    odd[3, 4] = 1.5
    broken = write(tmp_path / "odd.tif", odd, kind=6)
    assert "no class codes: 1.5" in inspect_given(
        raster_inputs(tmp_path, [square(30, 30, 500)], base=broken)).said("error")
    rotated = write(tmp_path / "rotated.tif", odd, (520_000, 29, 3, 3_530_600, 3, -29))
    assert "rotated" in inspect_given(raster_inputs(tmp_path, [square(30, 30)], target=rotated)).said("error")
    unknown = uniform(tmp_path / "unknown.tif", 77)
    done = inspect_given(raster_inputs(tmp_path, [square(30, 30)], base=unknown))
    assert "“77” has no row in the scheme clcd" in done.said("error")
    assert "declares no NoData" in done.said("warning")


@pytest.mark.parametrize(("changes", "said"), [
    ({"BASE_LANDUSE": None, "TARGET_LANDUSE": None, "BASE_FIELD": None, "TARGET_FIELD": None},
     "no land use to inspect"),
    ({"TARGET_LANDUSE": None}, "one date is missing"),
    ({"BASE_LANDUSE": None, "TARGET_LANDUSE": None, "BASE_FIELD": None}, "one date is missing"),
    ({"TARGET_RASTER": "raster"}, "in more than one way"),
    ({"PLAN_BASE_FIELD": "name", "PLAN_TARGET_FIELD": "name"}, "in more than one way"),
])
def test_it_must_be_clear_what_to_inspect(tmp_path, changes, said):
    given = parameters(parcels(square(0, 0)), land_use(EVERYWHERE), land_use(EVERYWHERE))
    if "TARGET_RASTER" in changes:
        changes = {"TARGET_RASTER": uniform(tmp_path / "target.tif", 2)}
    given = {name: value for name, value in {**given, **changes}.items() if value is not None}
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("ecovoucher:checkinputs")
    accepted, message = algorithm.checkParameterValues(given, QgsProcessingContext())
    assert not accepted
    assert said in message


def test_page_is_written_and_tells_the_same(tmp_path):
    page = tmp_path / "页.html"
    hostile = layer([(square(0, 0), "<b>x</b>")], "field=name:string")
    hostile.setName("<script>alert(1)</script>")
    done = inspect(hostile, land_use((EVERYWHERE[0], "<i>")), land_use(EVERYWHERE), HTML=str(page))
    assert done.outputs["HTML"] == str(page)
    text = page.read_text(encoding="utf-8")
    assert "<script" not in text
    assert "<i>" not in text
    assert "&lt;i&gt;" in text
    assert "Errors (1)" in text


def test_nothing_is_changed(tmp_path):
    """Files as they were, layers not in edit mode, the project not dirty."""
    from qgis.core import QgsVectorFileWriter, QgsVectorLayer

    paths = []
    for name, made in (("parcels", parcels(square(0, 0), square(0, 0))), ("base", land_use(EVERYWHERE))):
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = "ESRI Shapefile"
        QgsVectorFileWriter.writeAsVectorFormatV3(
            made, str(tmp_path / f"{name}.shp"), QgsProject.instance().transformContext(), options)
        paths.append(str(tmp_path / f"{name}.shp"))
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    QgsProject.instance().setDirty(False)
    inspect(QgsVectorLayer(paths[0]), QgsVectorLayer(paths[1]), QgsVectorLayer(paths[1]))
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert not QgsProject.instance().isDirty()


@pytest.mark.parametrize("moment", [0, 5, 20, 40, 60])
def test_cancel_leaves_nothing(tmp_path, moment):
    from qgis import processing

    class Impatient(Log):
        def isCanceled(self):
            return self.progress() >= moment

    given = parameters(parcels(*(square(x, 0, 10) for x in range(0, 1000, 10))), land_use(EVERYWHERE),
                       land_use(EVERYWHERE))
    given = {name: given[name] for name in given if name not in ("OUTPUT", "TRANSITIONS", "UNMATCHED")}
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        processing.run("ecovoucher:checkinputs", {
            **given, "FINDINGS": str(tmp_path / "f.gpkg"), "HTML": str(tmp_path / "f.html")}, feedback=Impatient())
    assert list(tmp_path.iterdir()) == []


def test_gbk_shapefile_without_cpg(tmp_path):
    """Names in GBK and no word of it: the reader guesses wrong, and that is said."""
    from osgeo import ogr, osr
    from qgis.core import QgsVectorLayer

    crs = osr.SpatialReference()
    crs.ImportFromEPSG(4549)
    source = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(tmp_path / "地块.shp"))
    table = source.CreateLayer("地块", crs, ogr.wkbPolygon, ["ENCODING=GBK"])
    table.CreateField(ogr.FieldDefn("name", ogr.OFTString))
    for x in range(5):
        feature = ogr.Feature(table.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(square(200 * x, 0)))
        feature["name"] = "江阴市周庄镇"
        table.CreateFeature(feature)
    feature = table = source = None
    table = tmp_path / "地块.dbf"
    octets = bytearray(table.read_bytes())
    octets[29] = 0
    table.write_bytes(octets)
    for path in tmp_path.glob("*.cpg"):
        path.unlink()
    done = inspect(QgsVectorLayer(str(tmp_path / "地块.shp")), land_use(EVERYWHERE), land_use(EVERYWHERE))
    assert "encoding" in done.said("note")
    assert done.outputs["ERRORS"] == 0


POINTER = "“Inspect the inputs before a run” (ecovoucher:checkinputs) lists all that stands in the way."


@pytest.mark.parametrize("refuse", [
    lambda: refusal(without_crs(parcels(square(0, 0))), land_use(EVERYWHERE), land_use(EVERYWHERE)),
    lambda: failure(parcels(square(0, 0)), land_use((EVERYWHERE[0], "101")), land_use(EVERYWHERE)),
], ids=["before the run", "during the run"])
def test_the_main_job_points_to_the_inspection(refuse):
    assert refuse().endswith(POINTER)


def test_the_main_job_does_not_point_there_for_what_is_no_matter_of_the_inputs(tmp_path):
    layers = parcels(square(0, 0)), land_use(EVERYWHERE), land_use(EVERYWHERE)
    assert POINTER not in refusal(*layers, OUTPUT=str(tmp_path / "none" / "x.gpkg"))
    assert POINTER not in refusal(*layers, SCHEME="custom")


def test_other_algorithms_do_not_point_there():
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("ecovoucher:checkinputs")
    accepted, message = algorithm.checkParameterValues({"PARCELS": parcels(square(0, 0))}, QgsProcessingContext())
    assert not accepted
    assert POINTER not in message
