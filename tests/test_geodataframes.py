"""The door for GeoDataFrames, without QGIS: areas against geopandas.overlay, values against the tables' figures."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
import shapely
from ecovoucher import parcel_esv_change
from ecovoucher.ecovoucher_plugin.accounting.errors import (
    ConversionError,
    LayerError,
    TableFileError,
    UnmatchedCodesError,
)
from geopandas import GeoDataFrame
from geopandas.testing import assert_geodataframe_equal
from shapely.affinity import translate

# CGCS2000 / 3-degree Gauss-Krüger CM 120E: metres.
CRS, EAST, NORTH = 4549, 520_000, 3_530_000
DRY, BROADLEAF, INDUSTRY, POND = "0103", "0302", "0601", "1104"
KRASSOVSKY = "+proj=tmerc +lat_0=0 +lon_0=120 +k=1 +x_0=500000 +y_0=0 +ellps=krass +units=m"
LOCAL = 'LOCAL_CS["local grid",UNIT["metre",1]]'
CODES = (DRY, BROADLEAF, INDUSTRY, POND)

# Xie et al. 2015, Table 1, with D = 3406.5 yuan/ha: all services of broadleaf forest.
BROADLEAF_ESV = 22.95 * 3406.5


def box(x: float, y: float, width: float = 100, height: float = 100) -> shapely.Polygon:
    return shapely.box(EAST + x, NORTH + y, EAST + x + width, NORTH + y + height)


def plots(*shapes, crs=CRS, **columns) -> GeoDataFrame:
    return GeoDataFrame(columns, geometry=list(shapes), crs=crs)


def land_use(*rows, crs=CRS) -> GeoDataFrame:
    """rows: (shape, code)."""
    shapes, codes = zip(*rows)
    return GeoDataFrame({"DLBM": list(codes)}, geometry=list(shapes), crs=crs)


def everywhere(code, crs=CRS) -> GeoDataFrame:
    return land_use((box(-1000, -1000, 4000, 4000), code), crs=crs)


def change(parcels, base, target, **options):
    return parcel_esv_change(parcels, base, target, "DLBM", "DLBM", **{"area_basis": "planar", **options})


def partition(seed: int, count: int) -> list[shapely.Polygon]:
    """Return a partition of a square kilometre."""
    points = shapely.MultiPoint(np.random.default_rng(seed).uniform(0, 1000, (count, 2)))
    frame = shapely.box(0, 0, 1000, 1000)
    cells = shapely.voronoi_polygons(points, extend_to=frame.buffer(1000)).geoms
    return [translate(cell.intersection(frame), EAST, NORTH) for cell in cells]


def test_one_hectare_of_industry_becomes_forest():
    result = change(plots(box(0, 0), name=["A"]), everywhere(INDUSTRY), everywhere(BROADLEAF))
    [row] = result.parcels.to_dict("records")
    assert (row["name"], row["ev_role"], row["ev_status"]) == ("A", "supply", "ok")
    assert (row["area_ha"], row["mapped_pct"], row["esv_base"], row["v_demand"]) == (1.0, 100.0, 0.0, 0.0)
    assert row["esv_change"] == pytest.approx(BROADLEAF_ESV)
    assert row["v_supply"] == pytest.approx(15)
    assert result.totals["VOUCHER_NET"] == pytest.approx(15)
    assert "not computed with the official conversion coefficients" in " ".join(result.warnings)


def test_it_needs_no_qgis(root):
    """A process in which QGIS cannot be imported gives the same result."""
    script = (
        "import importlib.util, sys\n"
        "sys.modules['qgis'] = None\n"
        "spec = importlib.util.spec_from_file_location('ecovoucher', sys.argv[1] + '/__init__.py',"
        " submodule_search_locations=[sys.argv[1]])\n"
        "sys.modules['ecovoucher'] = package = importlib.util.module_from_spec(spec)\n"
        "spec.loader.exec_module(package)\n"
        "import geopandas, shapely\n"
        "def frame(code): return geopandas.GeoDataFrame({'DLBM': [code]}, geometry=[shapely.box(0, 0, 100, 100)],"
        " crs=4549).translate(500000, 3500000).to_frame('geometry').assign(DLBM=code)\n"
        "result = package.parcel_esv_change(frame('0'), frame('0601'), frame('0302'), 'DLBM', 'DLBM',"
        " area_basis='planar')\n"
        "sys.stdout.write(repr(result.totals['VOUCHER_NET']))\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(root)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert float(done.stdout) == pytest.approx(15)


@pytest.mark.parametrize("seed", range(4))
def test_areas_are_those_of_geopandas(seed):
    chance = np.random.default_rng(seed)
    parcels = plots(*(translate(shape, 150, 100) for shape in partition(seed, 15)))
    dates = [
        land_use(*((cell, CODES[chance.integers(4)]) for cell in partition(100 * date + seed, 40))) for date in (1, 2)
    ]
    result = change(parcels, *dates)
    pieces = parcels.reset_index().overlay(dates[0].rename(columns={"DLBM": "before"})).overlay(
        dates[1].rename(columns={"DLBM": "after"})
    )
    expected = (pieces.area / 1e4).groupby([pieces["index"], pieces["before"], pieces["after"]]).sum()
    found = result.transitions.set_index(["parcel", "from_code", "to_code"])["area_ha"]
    assert found.sub(expected, fill_value=0).abs().max() < 1e-7
    assert set(result.parcels["ev_status"]) <= {"ok", "partly_covered", "not_covered"}
    assert found.sum() / result.totals["AREA_HA"] < 0.99


def test_every_parcel_is_in_the_result_with_its_status():
    bow_tie = shapely.Polygon([(0, 0), (100, 100), (100, 0), (0, 100)])
    shapes = [
        box(0, 0), None, shapely.Polygon(), translate(bow_tie, EAST, NORTH), box(2950, 0), box(5000, 0), box(400, 0),
        shapely.GeometryCollection([box(0, 0), shapely.Point(EAST, NORTH)]),
    ]
    base = land_use((box(-1000, -1000, 4000, 4000), DRY), (box(450, 0, 10, 10), DRY))
    result = change(plots(*shapes).set_index(np.arange(10, 18)), base, everywhere(BROADLEAF))
    assert result.parcels["ev_status"].tolist() == [
        "ok", "empty", "empty", "invalid", "partly_covered", "not_covered", "overlap", "ok",
    ]
    assert result.parcels.index.tolist() == list(range(10, 18))
    assert result.parcels["esv_change"].isna().tolist() == [False, True, True, True, False, True, True, False]
    assert result.parcels["mapped_pct"][14] == pytest.approx(50)
    assert result.totals["SKIPPED_COUNT"] == 5
    assert any("Parcel 16" in warning and "base date 0" in warning for warning in result.warnings)


def test_area_bases():
    """On the ellipsoid 2 km east of the central meridian the scale is 1 + (x / R)²; official areas scale the parts."""
    shape = translate(box(0, 0), -20_000 + 2_000, 0)
    covered = shape.buffer(100)
    layers = land_use((covered, INDUSTRY)), land_use((covered, BROADLEAF))
    parcels = plots(shape, official=[12_000])
    ellipsoidal = change(parcels, *layers, area_basis="ellipsoidal").parcels["area_ha"][0]
    assert ellipsoidal == pytest.approx(1 - (2_050 / 6_370_000) ** 2, abs=1e-8)
    by_field = change(parcels, *layers, area_basis="field", area_field="official")
    assert by_field.parcels["area_ha"][0] == 1.2
    assert by_field.parcels["v_supply"][0] == pytest.approx(18)
    assert any("official area differs" in warning for warning in by_field.warnings)


def test_layers_in_other_crs():
    base, target = everywhere(INDUSTRY).to_crs(4490), everywhere(BROADLEAF).to_crs(32651)
    result = change(plots(box(0, 0)), base, target, area_basis="planar")
    assert result.parcels["v_supply"][0] == pytest.approx(15)
    in_degrees = change(plots(box(0, 0)).to_crs(4490), base, target, area_basis="ellipsoidal")
    in_metres = change(plots(box(0, 0)), base, target, area_basis="ellipsoidal")
    assert in_degrees.parcels["area_ha"][0] == pytest.approx(in_metres.parcels["area_ha"][0], rel=1e-9)


def test_a_parcel_that_is_there_twice_is_told():
    """The same polygon, also when it begins at another vertex; not one that is beside it."""
    again = shapely.Polygon(np.roll(np.array(box(0, 0).exterior.coords)[:-1], 2, axis=0))
    result = change(plots(box(0, 0), box(100, 0), again), everywhere(INDUSTRY), everywhere(BROADLEAF))
    told = [warning for warning in result.warnings if "more than once" in warning]
    assert len(told) == 1
    assert told[0].startswith("Parcel 0 = 2: ")
    alone = change(plots(box(0, 0), box(100, 0)), everywhere(INDUSTRY), everywhere(BROADLEAF))
    assert not any("more than once" in warning for warning in alone.warnings)


def test_codes_as_numbers():
    """Whole numbers beside missing ones are floats in pandas; the point is dropped, a zero is not made up."""
    base = land_use((box(0, 0), 50.0), (box(100, 0), None))
    assert base["DLBM"].dtype == float
    result = change(
        plots(box(0, 0), box(100, 0)), base, everywhere(10), scheme="esa_worldcover", allow_unmatched=True
    )
    assert result.transitions[["from_code", "to_code"]].values.tolist() == [["50", "10"]]
    assert result.parcels["ev_status"].tolist() == ["ok", "unmatched"]
    assert result.unmatched["code"].isna().tolist() == [True]
    with pytest.raises(UnmatchedCodesError, match="a numeric field has lost it"):
        change(plots(box(0, 0)), everywhere(601), everywhere(INDUSTRY))


@pytest.mark.parametrize(("options", "error", "sentence"), [
    ({"parcels": plots(box(0, 0), crs=None)}, LayerError, "Parcels: the layer has no CRS"),
    ({"parcels": plots(box(0, 0)).to_crs(4490)}, LayerError, "planar areas in China Geodetic"),
    ({"parcels": plots(box(0, 0)).to_crs(3857)}, LayerError, "planar areas in WGS 84 / Pseudo-Mercator"),
    ({"parcels": plots()}, LayerError, "Parcels: there is no feature"),
    ({"parcels": plots(shapely.Point(EAST, NORTH))}, LayerError, "holds no polygons"),
    ({"parcels": plots(box(0, 0), ESV_base=[1])}, LayerError, "the field “esv_base” is already there"),
    ({"parcels": plots(box(40_000_000, 0))}, LayerError, "lie outside the area"),
    ({"base": everywhere(DRY, crs=None)}, LayerError, "base date: the layer has no CRS"),
    ({"base": everywhere(DRY).rename(columns={"DLBM": "code"})}, LayerError, "there is no field “DLBM”.*: code"),
    ({"base": everywhere(1.5)}, LayerError, "holds floating, not land-use codes"),
    ({"target": land_use((box(50_000, 0), DRY))}, LayerError, "target date lies nowhere near"),
    ({"base": everywhere(DRY).to_crs(2437)}, LayerError, "base date: how Beijing 1954.* is shifted against CGCS2000"),
    ({"target": everywhere(DRY).to_crs(2383)}, LayerError, "target date: how Xian 1980.* is shifted against CGCS2000"),
    ({"base": everywhere(DRY).set_crs(KRASSOVSKY, allow_override=True)}, LayerError, "how unknown is shifted against"),
    ({"base": everywhere(DRY).set_crs(LOCAL, allow_override=True)}, LayerError, "there is no transformation"),
    ({"area_basis": "field"}, LayerError, "no field of official areas"),
    ({"parcels": plots(box(0, 0), a=["x"]), "area_basis": "field", "area_field": "a"}, LayerError, "not a numeric"),
    ({"base": everywhere("9999")}, UnmatchedCodesError, "“9999” .base: 1.0000 ha in 1 parcels"),
    ({"scheme": "no such file.csv"}, TableFileError, "no such file.csv cannot be read"),
    ({"voucher_standard": "standard_forest", "conversion": "a.csv"}, ConversionError, "belong to the voucher standard"),
    ({"voucher_standard": "jiangsu"}, ValueError, "'jiangsu', not one of"),
    ({"parcels": plots(box(0, 0), box(0, 0)).set_index(np.zeros(2))}, ValueError, "has duplicates"),
    ({"base": "landuse.tif"}, TypeError, "not two GeoDataFrames or two paths"),
])
def test_what_is_refused(options, error, sentence):
    given = {"parcels": plots(box(0, 0)), "base": everywhere(DRY), "target": everywhere(BROADLEAF), **options}
    with pytest.raises(error, match=sentence):
        change(**given)


def test_the_input_is_left_alone():
    parcels = plots(box(0, 0), name=["A"])
    before = parcels.copy()
    change(parcels, everywhere(DRY), everywhere(BROADLEAF))
    assert_geodataframe_equal(parcels, before)


def test_cancel():
    class Impatient:
        def isCanceled(self) -> bool:
            return True

        def setProgress(self, percent: float) -> None:
            raise AssertionError("a cancelled run goes on")

    from ecovoucher.ecovoucher_plugin.overlay.progress import Cancelled

    with pytest.raises(Cancelled):
        change(plots(box(0, 0)), everywhere(DRY), everywhere(BROADLEAF), feedback=Impatient())
