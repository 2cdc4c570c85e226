"""Published rasters where the data folder is beside the repository, and rasters of the same kind where it is not."""

from __future__ import annotations

import geopandas
import numpy as np
import pytest
import shapely
from osgeo import gdal
from support.layers import layer
from support.rasters import cells_of, clipped, hectares, run, write
from support.real_layers import DATA

VAUD = DATA / "04_ch_vaud_corine_2006_2012"
MOLUSCE = DATA / "07_ru_molusce_init_final"
SWISS, UTM = "EPSG:2056", "EPSG:32639"
SCHEME = (
    "# source: made for this test\n"
    "code,name_zh,name_en,ecosystem,standard_forest,ecological_gu,ecological_jiangyin,construction,forest_cover\n"
)
# Of the CORINE grid codes 1–11 are artificial, 12–22 agricultural, 23–34 forest and open land, 35–44 wet.
KINDS = ((1, 11, "none", "no", "yes"), (12, 22, "cropland_mean2", "yes", "no"),
         (23, 34, "forest_mean3", "yes", "no"), (35, 44, "water_body", "yes", "no"))
FACTOR = {"none": 0.0, "cropland_mean2": 3.95, "forest_mean3": 21.19, "water_body": 125.61}


@pytest.fixture(scope="module")
def scheme(tmp_path_factory) -> dict:
    file = tmp_path_factory.mktemp("scheme") / "corine_grid_codes.csv"
    rows = [
        f"{code},类 {code},Class {code},{ecosystem},,{ecological},{ecological},{construction},no\n"
        for first, last, ecosystem, ecological, construction in KINDS for code in range(first, last + 1)
    ]
    file.write_text(SCHEME + "".join(rows), encoding="utf-8")
    return {"SCHEME": "custom", "SCHEME_FILE": str(file)}


def ecosystem_of(code: str) -> str:
    return next(kind for first, last, kind, _, _ in KINDS if first <= int(code) <= last)


@pytest.fixture(scope="module")
def vaud(tmp_path_factory) -> tuple[str, str]:
    """CORINE of 2006 and 2012: origins 61 m and 144 m apart, cells 0.01 % apart; or a pair like it."""
    if VAUD.exists():
        return str(VAUD / "ls100_06.tif"), str(VAUD / "ls100_12.tif")
    folder, chance = tmp_path_factory.mktemp("vaud"), np.random.default_rng(1)
    values = chance.choice([2, 12, 18, 23, 41], (325, 472))
    return (
        write(folder / "06.tif", values, (2_512_060.76, 100.005, 0, 1_178_109.15, 0, -100.005), SWISS, nodata=255),
        write(folder / "12.tif", values, (2_511_999.74, 99.992, 0, 1_177_964.74, 0, -99.992), SWISS, nodata=255),
    )


@pytest.fixture(scope="module")
def lausanne() -> shapely.Geometry:
    if VAUD.exists():
        return shapely.force_2d(geopandas.read_file(VAUD / "gmb-lausanne.gpkg").geometry.iloc[0])
    return shapely.Point(2_538_000, 1_155_000).buffer(3600, 30)


def test_lausanne_by_classes_of_both_dates(vaud, lausanne, scheme):
    plots = layer([(lausanne, "Lausanne")], "field=name:string", SWISS)
    done = run(plots, *vaud, **scheme)
    expected = clipped([lausanne], *vaud)
    assert hectares(done) == pytest.approx(expected, rel=1e-7, abs=1e-7)
    [row] = done.rows
    assert row["area_ha"] == pytest.approx(lausanne.area / 1e4, rel=1e-9)
    assert row["mapped_pct"] / 100 == pytest.approx(sum(expected.values()) * 1e4 / lausanne.area, rel=1e-9)
    value = sum(area * FACTOR[ecosystem_of(after)] * 3406.5 for (_, _, after), area in expected.items())
    assert row["esv_target"] == pytest.approx(value, rel=1e-6)


@pytest.fixture(scope="module")
def molusce(tmp_path_factory) -> tuple[str, str]:
    """Four classes in a square of forest and fields, of which 5,334 cells change; or a pair like it."""
    if MOLUSCE.exists():
        return str(MOLUSCE / "init.tif"), str(MOLUSCE / "final.tif")
    folder, chance = tmp_path_factory.mktemp("molusce"), np.random.default_rng(2)
    place = (357_776.7733, 24.990273796, 0.0, 6_234_812.5655, 0.0, -24.990273796)
    before = chance.integers(1, 5, (365, 443))
    after = np.where(chance.random(before.shape) < 0.03, 1, before)
    before[0, :3] = 255
    return tuple(
        write(folder / f"{name}.tif", values, place, UTM, nodata=255)
        for name, values in (("init", before), ("final", after))
    )


def test_all_cells_of_a_pair_are_booked_once(molusce, scheme):
    """One box around both rasters: cells by pair of classes, as numpy counts them."""
    boxes, _ = cells_of(molusce[0])
    done = run(layer([(shapely.box(*shapely.total_bounds(boxes)), 1)], "field=n:integer", UTM), *molusce, **scheme)
    before, after = (gdal.Open(path).ReadAsArray().astype(int) for path in molusce)
    known = (before != 255) & (after != 255)
    pairs, counts = np.unique(before[known] * 1000 + after[known], return_counts=True)
    cell = abs(np.prod([gdal.Open(molusce[0]).GetGeoTransform()[i] for i in (1, 5)])) / 1e4
    expected = {(0, str(pair // 1000), str(pair % 1000)): count * cell for pair, count in zip(pairs, counts)}
    assert hectares(done) == pytest.approx(expected, rel=1e-9)
    if MOLUSCE.exists():
        changed = sum(area for (_, base, target), area in expected.items() if base != target)
        assert (counts.sum(), round(changed / cell)) == (161_636, 5_334)
    assert done.rows[0]["cells"] == before.size
    assert done.statuses == ["partly_covered"]


def test_small_parcels_of_a_real_pair_are_exact(molusce, scheme):
    chance = np.random.default_rng(6)
    places = chance.uniform((358_000, 6_226_000), (368_500, 6_234_500), (60, 2))
    shapes = [shapely.Point(*place).buffer(size, 4) for place, size in zip(places, np.geomspace(3, 300, 60))]
    done = run(layer([(shape, 1) for shape in shapes], "field=n:integer", UTM), *molusce, **scheme)
    expected, found = clipped(shapes, *molusce), hectares(done)
    for key in set(found) | set(expected):
        tolerance = 1e-9 * shapes[key[0]].area / 1e4 + 1e-10
        assert found.get(key, 0.0) == pytest.approx(expected.get(key, 0.0), abs=tolerance), key
