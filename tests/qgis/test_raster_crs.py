"""Rasters and parcels in different CRSs: areas against pyproj and shapely, and a word where a class may be off."""

from __future__ import annotations

import re

import numpy as np
import pytest
import shapely
from pyproj import Geod, Transformer
from support.layers import BROADLEAF, CRS, EAST, INDUSTRY, NORTH, land_use, parcels
from support.rasters import BUILT, CLASSES, FOREST, as_polygons, cells_of, classes, hectares, run, write
from support.runs import run as run_vector

SINUSOIDAL = "+proj=sinu +lon_0=0 +x_0=0 +y_0=0 +R=6371007.181 +units=m +no_defs"
# On a sphere: on an ellipsoid, releases of PROJ differ by kilometres (EPSG:4087 and 32662 in 9.6 and 9.8).
PLATE_CARREE = "+proj=eqc +lat_ts=0 +lon_0=0 +R=6378137 +units=m +no_defs"
GEOD = Geod(ellps="WGS84")
DEGREES = "EPSG:4326"


def to_crs(crs: str, shapes: list, source: str = CRS) -> list:
    """Return shapes in another CRS, their edges cut into pieces of 5 m first."""
    move = Transformer.from_crs(source, crs, always_xy=True).transform
    short = [shapely.segmentize(shape, 5.0) for shape in shapes]
    return [shapely.transform(shape, lambda xy: np.column_stack(move(xy[:, 0], xy[:, 1]))) for shape in short]


def grid_around(crs: str, cells: int, side: float = 3000.0) -> tuple[tuple, float]:
    """Return the geotransform of a grid of cells × cells around the test area in a CRS."""
    corner = shapely.box(EAST - side, NORTH - side, EAST + 2 * side, NORTH + 2 * side)
    west, south, east, north = to_crs(crs, [corner])[0].bounds
    return west, (east - west) / cells, 0.0, north, 0.0, (south - north) / cells


def shapes_in_metres() -> list:
    chance = np.random.default_rng(3)
    made = [shapely.box(EAST, NORTH, EAST + 2500, NORTH + 1800)]
    for x, y in chance.uniform(0, 2500, (12, 2)):
        made.append(shapely.Point(EAST + x, NORTH + y).buffer(chance.uniform(4, 300), 6))
    return made


def geodesic_hectares(shapes: list) -> list[float]:
    return [abs(GEOD.geometry_area_perimeter(shapely.segmentize(shape, 1e-5))[0]) / 1e4 for shape in shapes]


@pytest.fixture
def degrees(tmp_path):
    """Two rasters in degrees around the test area."""
    transform = grid_around(DEGREES, 200)
    return tuple(
        write(tmp_path / f"{seed}.tif", classes(seed, 200, 200), transform, DEGREES, nodata=0) for seed in (1, 2)
    )


def test_areas_in_degrees_are_those_on_the_ellipsoid(degrees):
    shapes = to_crs(DEGREES, shapes_in_metres())
    done = run(parcels(*shapes, crs=DEGREES), *degrees, AREA_BASIS="ellipsoidal")
    expected = geodesic_hectares(shapes)
    assert [row["area_ha"] for row in done.rows] == pytest.approx(expected, rel=1e-6)
    assert [row["mapped_pct"] for row in done.rows] == pytest.approx([100.0] * len(shapes), rel=1e-6)
    sums = np.zeros(len(shapes))
    for (number, _, _), area in hectares(done).items():
        sums[number] += area
    assert sums == pytest.approx(expected, rel=1e-6)


def test_parts_of_a_parcel_in_degrees_are_those_on_the_ellipsoid(degrees):
    """Each combination of classes in one parcel, by clipping its cells and measuring geodesics."""
    [shape] = to_crs(DEGREES, shapes_in_metres()[:1])
    done = run(parcels(shape, crs=DEGREES), *degrees, AREA_BASIS="ellipsoidal")
    (boxes, before), (_, after) = cells_of(degrees[0]), cells_of(degrees[1])
    parts = shapely.segmentize(shapely.intersection(boxes, shape), 1e-5)
    expected: dict = {}
    for part, base, target in zip(parts, before, after):
        if not part.is_empty:
            key = 0, str(base), str(target)
            expected[key] = expected.get(key, 0.0) + abs(GEOD.geometry_area_perimeter(part)[0]) / 1e4
    assert len(expected) == 16
    assert hectares(done) == pytest.approx(expected, abs=1e-6 * sum(expected.values()))


RASTER_CRSS = {
    "degrees": DEGREES, "degrees, CGCS2000": "EPSG:4490", "Web Mercator": "EPSG:3857", "UTM": "EPSG:32650",
    "zone number in eastings": "EPSG:4528", "Albers": "ESRI:102025", "sinusoidal on a sphere (MODIS)": SINUSOIDAL,
    "plate carrée in metres": PLATE_CARREE,
}


@pytest.mark.parametrize("basis", ["planar", "ellipsoidal"])
@pytest.mark.parametrize("crs", RASTER_CRSS.values(), ids=RASTER_CRSS)
def test_parcels_in_another_crs_than_the_rasters(tmp_path, crs, basis):
    """Against the cells of 150 m as polygons, moved into the parcels' CRS with many vertices, clipped by shapely.

    Over one cell the areal scale changes by 1.4e-5 at most, which shifts shares by less than half of that.
    """
    transform = grid_around(crs, 60)
    pair = [write(tmp_path / f"{seed}.tif", classes(seed, 60, 60), transform, crs, nodata=0) for seed in (1, 2)]
    shapes = shapes_in_metres()
    done = run(parcels(*shapes), *pair, AREA_BASIS=basis)
    assert set(done.statuses) <= {"ok", "coarse"}
    expected: dict = {}
    (boxes, before), (_, after) = cells_of(pair[0]), cells_of(pair[1])
    cells = np.array(to_crs_fine(boxes, crs))
    tree = shapely.STRtree(cells)
    for number, shape in enumerate(shapes):
        near = tree.query(shape)
        for cell, area in zip(near, shapely.area(shapely.intersection(cells[near], shape))):
            key = number, str(before[cell]), str(after[cell])
            expected[key] = expected.get(key, 0.0) + area / shape.area
    shares = {key: area / done.rows[key[0]]["area_ha"] for key, area in hectares(done).items()}
    for key in set(shares) | set(expected):
        assert shares.get(key, 0.0) == pytest.approx(expected.get(key, 0.0), abs=7e-6), key


def to_crs_fine(boxes: np.ndarray, crs: str) -> list:
    """Return cells of a raster in the test CRS, with 40 vertices a side."""
    width = boxes[0].bounds[2] - boxes[0].bounds[0]
    move = Transformer.from_crs(crs, CRS, always_xy=True).transform
    return [
        shapely.transform(shapely.segmentize(box, width / 40), lambda xy: np.column_stack(move(xy[:, 0], xy[:, 1])))
        for box in boxes
    ]


def test_target_in_another_crs_is_read_at_the_centres_and_said(tmp_path):
    """Halves: left forest, right built-up; only cells along the border between them can be off."""
    base = write(tmp_path / "base.tif", np.full((200, 200), BUILT), grid_around(CRS, 200))
    values = np.full((300, 300), FOREST)
    values[:, 150:] = BUILT
    target = write(tmp_path / "target.tif", values, grid_around(DEGREES, 300), DEGREES)
    shape = shapely.box(EAST - 1000, NORTH, EAST + 3500, NORTH + 2000)
    done = run(parcels(shape), base, target)
    [said] = [warning for warning in done.log.warnings if "differ in CRS" in warning]
    share = float(re.search(r"([\d.]+) %", said)[1])
    assert 0 < share < 5
    exact = run_vector(
        parcels(shape), land_use((shape, INDUSTRY)),
        land_use(*border_halves(target), crs=DEGREES),
    )
    wanted = {row["to_code"]: row["area_ha"] for row in exact.transitions}
    found = hectares(done)
    for code, kind in (("2", BROADLEAF), ("8", INDUSTRY)):
        difference = abs(found[0, "8", code] - wanted[kind])
        assert difference < 2000 * 45 / 1e4  # The border's length times the size of a base cell.
        assert difference / exact.rows[0]["area_ha"] < share / 100


def border_halves(path: str) -> list[tuple]:
    boxes, values = cells_of(path)
    return [
        (shapely.box(*shapely.total_bounds(boxes[values == value])), code)
        for value, code in ((FOREST, BROADLEAF), (BUILT, INDUSTRY))
    ]


def test_same_crs_is_said_nowhere(tmp_path):
    pair = [write(tmp_path / f"{seed}.tif", classes(seed)) for seed in (1, 2)]
    done = run(parcels(shapely.box(EAST, NORTH, EAST + 300, NORTH + 300)), *pair)
    assert not any("CRS" in warning for warning in done.log.warnings)


def test_rasters_in_degrees_equal_their_cells_as_land_use(tmp_path):
    """Rasters and parcels in degrees, the same cells as polygons through the vector algorithm."""
    transform = grid_around(DEGREES, 40)
    pair = [write(tmp_path / f"{seed}.tif", classes(seed, 40, 40), transform, DEGREES) for seed in (1, 2)]
    plots = parcels(*to_crs(DEGREES, shapes_in_metres()), crs=DEGREES)
    raster = hectares(run(plots, *pair, AREA_BASIS="ellipsoidal"))
    polygons = [as_polygons(path, DEGREES) for path in pair]
    vector = hectares(run_vector(plots, *polygons, SCHEME="clcd", AREA_BASIS="ellipsoidal"))
    assert len(CLASSES) ** 2 <= len(raster)
    for key in set(raster) | set(vector):
        whole = sum(area for (number, _, _), area in vector.items() if number == key[0])
        assert raster.get(key, 0.0) == pytest.approx(vector.get(key, 0.0), abs=7e-6 * whole), key
