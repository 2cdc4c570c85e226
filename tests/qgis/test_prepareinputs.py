"""Prepared copies hold what can be mended safely, the log tells every change, and the originals stay."""

from __future__ import annotations

import hashlib
import math

import pytest
import shapely
from qgis.core import QgsApplication, QgsProcessingContext, QgsProject, QgsVectorFileWriter, QgsVectorLayer
from support.inspections import inspect, prepare
from support.layers import INDUSTRY, at_origin, land_use, layer, parcels, rectangle, square
from support.runs import TEMPORARY, as_layer, run

EVERYWHERE = rectangle(-500, -500, 2000, 2000), INDUSTRY
BOW_TIE = "POLYGON((0 0,100 100,100 0,0 100,0 0))"
# A square with a loop of half a square metre at its border, as digitising leaves it.
LOOP = "POLYGON((0 0,100 0,100 100,50 100,51 101,50 101,51 100,0 100,0 0))"


def saved(made, path, driver: str = "GPKG") -> str:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = driver
    QgsVectorFileWriter.writeAsVectorFormatV3(made, str(path), QgsProject.instance().transformContext(), options)
    return str(path)


def shapes(done, output: str) -> list:
    copies = as_layer(done.outputs[output]).getFeatures()
    return [shapely.from_wkb(bytes(feature.geometry().asWkb()) or None) for feature in copies]


def prepared_parcels(*plots, kind: str = "MultiPolygon", **given):
    return prepare(PARCELS=parcels(*plots, kind=kind), PREPARED_PARCELS=TEMPORARY, **given)


def refusal(**given) -> str:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("ecovoucher:prepareinputs")
    accepted, message = algorithm.checkParameterValues({"LOG": TEMPORARY, **given}, QgsProcessingContext())
    assert not accepted
    return message


def test_clean_layers_are_copied_as_they_are():
    done = prepared_parcels(square(0, 0), None, square(200, 0))
    assert done.log == []
    assert [row["name"] for row in done.rows("PREPARED_PARCELS")] == ["parcel 0", "parcel 1", "parcel 2"]
    assert (done.outputs["CHANGED"], done.outputs["REMOVED"], done.outputs["LEFT"]) == (0, 0, 0)
    assert shapes(done, "PREPARED_PARCELS")[0].equals(shapely.from_wkt(square(0, 0)))


@pytest.mark.parametrize("limit", [0.0001, 1, 100])
def test_repairs_stay_within_the_limit(limit):
    """Areas by shapely: the loop changes 0.01 %, the bow-tie everything."""
    done = prepared_parcels(at_origin(LOOP), at_origin(BOW_TIE), square(300, 0), MAX_CHANGE=limit)
    loop, bow_tie, _ = shapes(done, "PREPARED_PARCELS")
    assert loop.is_valid == (limit >= 1)
    assert bow_tie.is_valid == (limit >= 100)
    assert done.outputs["CHANGED"] == loop.is_valid + bow_tie.is_valid
    assert done.outputs["LEFT"] == 2 - done.outputs["CHANGED"]
    for row, shape, wkt in zip(done.log, (loop, bow_tie), (LOOP, BOW_TIE)):
        assert row["layer"] == "Parcels"
        if shape.is_valid:
            expected = sum(part.area for part in shapely.get_parts(shapely.make_valid(shapely.from_wkt(wkt))))
            assert shape.area == pytest.approx(expected, rel=1e-9)
            assert row["area_after"] == pytest.approx(expected / 1e4, rel=2e-3)  # On the ellipsoid.
        else:
            assert row["area_after"] == row["area_before"]
            assert "Left invalid" in row["what"]
    assert done.log[1]["area_before"] == pytest.approx(0, abs=1e-6)


def test_a_repaired_copy_passes_the_inspection_and_is_valued():
    layers = parcels(at_origin(LOOP)), land_use(EVERYWHERE), land_use(EVERYWHERE)
    assert inspect(*layers).outputs["ERRORS"] == 1
    assert run(*layers).statuses == ["invalid"]
    copy = prepare(PARCELS=layers[0], PREPARED_PARCELS=TEMPORARY).outputs["PREPARED_PARCELS"]
    assert inspect(copy, *layers[1:]).outputs["ERRORS"] == 0
    assert run(copy, *layers[1:]).statuses == ["ok"]


def test_codes_are_written_plainly_in_the_code_field_only():
    rows = [(square(0, 0), "０６０１", "０６０１"), (square(100, 0), " 0601", " x "), (square(200, 0), "0601", ""),
            (square(300, 0), None, None), (square(400, 0), "601.0", "601.0")]
    made = layer(rows, "field=DLBM:string(10)&field=note:string(10)")
    done = prepare(BASE_LANDUSE=made, BASE_FIELD="DLBM", PREPARED_BASE=TEMPORARY)
    found = done.rows("PREPARED_BASE")
    assert [row["DLBM"] for row in found] == ["0601", "0601", "0601", None, "601"]
    assert [row["note"] for row in found] == [row[2] for row in rows]
    assert [(row["feature"], row["area_before"] == row["area_after"]) for row in done.log] == [(None, True)] * 3
    assert done.outputs["CHANGED"] == 3


def test_decimal_codes_become_text_and_lost_zeros_stay_lost():
    made = layer([(square(0, 0), 601.0), (square(100, 0), 10.5), (square(200, 0), None)], "field=DLBM:double")
    done = prepare(TARGET_LANDUSE=made, TARGET_FIELD="DLBM", PREPARED_TARGET=TEMPORARY)
    assert [row["DLBM"] for row in done.rows("PREPARED_TARGET")] == ["601", "10.5", None]


def turned(wkt: str) -> str:
    """Return the same polygon from another vertex on, the other way round."""
    ring = list(shapely.from_wkt(wkt).exterior.coords)[:-1]
    ring = (ring[2:] + ring[:2])[::-1]
    return shapely.Polygon(ring).wkt


def test_duplicates_go_only_where_nothing_is_lost():
    made = layer([(square(0, 0), "Li"), (turned(square(0, 0)), "Li"), (square(0, 0), "Wang"), (square(200, 0), "Li")],
                 "field=owner:string")
    done = prepare(PARCELS=made, PREPARED_PARCELS=TEMPORARY)
    assert [row["owner"] for row in done.rows("PREPARED_PARCELS")] == ["Li", "Wang", "Li"]
    assert (done.outputs["REMOVED"], done.outputs["LEFT"]) == (1, 1)
    kept, removed = done.log
    assert (kept["feature"], removed["feature"]) == (3, 2)
    assert "Decide by hand" in kept["what"]
    assert (removed["area_before"], removed["area_after"]) == (pytest.approx(1, rel=2e-3), 0)
    assert len(prepare(PARCELS=made, PREPARED_PARCELS=TEMPORARY, REMOVE_DUPLICATES=False).rows("PREPARED_PARCELS")) == 4


def test_land_use_with_one_code_twice_and_with_two_codes():
    one, other = square(0, 0), square(200, 0)
    made = land_use((one, "0601"), (one, "０６０１"), (other, "0601"), (other, "0103"))
    done = prepare(BASE_LANDUSE=made, BASE_FIELD="DLBM", PREPARED_BASE=TEMPORARY)
    assert [row["DLBM"] for row in done.rows("PREPARED_BASE")] == ["0601", "0601", "0103"]


def test_overlaps_are_left_alone():
    made = land_use((square(0, 0), "0601"), (square(50, 0), "0103"))
    done = prepare(BASE_LANDUSE=made, BASE_FIELD="DLBM", PREPARED_BASE=TEMPORARY)
    assert [shape.area for shape in shapes(done, "PREPARED_BASE")] == pytest.approx([1e4, 1e4])


def test_plain_polygons():
    circle = at_origin("CURVEPOLYGON(CIRCULARSTRING(0 0,100 100,0 200,-100 100,0 0))")
    done = prepared_parcels(circle, kind="CurvePolygon")
    shape, = shapes(done, "PREPARED_PARCELS")
    assert shape.geom_type == "MultiPolygon"
    assert shape.area == pytest.approx(math.pi * 1e4, rel=1e-6)
    assert done.log[0]["area_after"] == pytest.approx(math.pi, rel=2e-3)
    heights = at_origin("POLYGONZ((0 0 5,100 0 5,100 100 5,0 0 5))")
    assert not shapely.has_z(shapes(prepared_parcels(heights, kind="PolygonZ"), "PREPARED_PARCELS")[0])
    kept = prepared_parcels(heights, kind="PolygonZ", PLAIN=False)
    assert shapely.has_z(shapes(kept, "PREPARED_PARCELS")[0])
    assert kept.log == []


@pytest.mark.parametrize("driver", ["GPKG", "ESRI Shapefile"])
def test_originals_stay_as_they_are(tmp_path, driver):
    file = saved(parcels(at_origin(LOOP), square(200, 0), square(200, 0)), tmp_path / "地块", driver)
    before = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in tmp_path.iterdir()}
    name = next(path for path in tmp_path.iterdir() if path.suffix in (".gpkg", ".shp"))
    done = prepare(PARCELS=QgsVectorLayer(str(name)), PREPARED_PARCELS=str(tmp_path / "copy.gpkg"))
    assert done.outputs["PREPARED_PARCELS"].endswith("copy.gpkg")
    after = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in tmp_path.iterdir()}
    assert {name: after[name] for name in before} == before
    assert file


def test_an_output_over_an_input_is_refused(tmp_path):
    file = saved(parcels(square(0, 0)), tmp_path / "parcels.gpkg")
    before = (tmp_path / "parcels.gpkg").read_bytes()
    for output in ("PREPARED_PARCELS", "PREPARED_BASE", "LOG"):
        assert "would destroy it" in refusal(PARCELS=file, **{output: file})
    assert (tmp_path / "parcels.gpkg").read_bytes() == before


def test_nothing_to_prepare_and_no_polygons():
    assert "no layer to prepare" in refusal(PREPARED_PARCELS=TEMPORARY)
    assert "no polygons" in refusal(
        PARCELS=layer([(at_origin("POINT(0 0)"),)], kind="Point"), PREPARED_PARCELS=TEMPORARY)
    assert "DLMC" in refusal(BASE_LANDUSE=land_use(EVERYWHERE), BASE_FIELD="DLMC", PREPARED_BASE=TEMPORARY)


def test_the_log_alone_tells_what_would_be_done():
    done = prepare(PARCELS=parcels(at_origin(LOOP)))
    assert "PREPARED_PARCELS" not in done.outputs
    assert [row["what"] for row in done.log] == ["Repaired (make valid)."]


def test_all_layers_at_once(tmp_path):
    names = "PREPARED_PARCELS", "PREPARED_BASE", "PREPARED_TARGET"
    outputs = {name: str(tmp_path / f"{name}.gpkg") for name in names}
    done = prepare(
        PARCELS=parcels(at_origin(LOOP)), BASE_LANDUSE=land_use((EVERYWHERE[0], "０６０１")), BASE_FIELD="DLBM",
        TARGET_LANDUSE=land_use((EVERYWHERE[0], " 0601")), TARGET_FIELD="DLBM", **outputs,
    )
    assert [row["layer"] for row in done.log] == [
        "Parcels", "Land use at the base date", "Land use at the target date"
    ]
    copies = [QgsVectorLayer(path) for path in outputs.values()]
    assert run(*copies).statuses == ["ok"]
