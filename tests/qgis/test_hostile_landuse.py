"""Land use as it comes: overlaps, gaps and broken patches are measured right or named, and never valued as 0."""

from __future__ import annotations

import math
import random

import pytest
import shapely
from qgis.core import QgsGeometry
from support.expected import esv
from support.layers import (
    BROADLEAF,
    DRY,
    EAST,
    INDUSTRY,
    NORTH,
    POND,
    at_origin,
    land_use,
    parcels,
    rectangle,
    square,
)
from support.runs import failure, run

EVERYWHERE = (rectangle(-500, -500, 2000, 2000), INDUSTRY)
VALUES = ["mapped_pct", "esv_base", "esv_target", "esv_change", "v_supply", "v_demand", "v_net"]
WHOLE, FAR = square(0, 0), square(1000, 1000)


def account(*patches, side: str = "target", plots=(WHOLE, FAR), **changes):
    """Run two parcels, one among the given patches and one far from them; the other date is industry everywhere."""
    layers = {"base": land_use(EVERYWHERE), "target": land_use(EVERYWHERE)}
    layers[side] = land_use(*patches, (square(900, 900, 300), INDUSTRY))
    return run(parcels(*plots), layers["base"], layers["target"], **changes)


def assert_refused(done, status: str, *named: str) -> None:
    assert done.statuses == [status, "ok"]
    assert [done.rows[0][name] for name in VALUES] == [None] * len(VALUES)
    assert done.outputs["SKIPPED_COUNT"] == 1
    warnings = [warning for warning in done.log.warnings if warning.startswith("Parcel 1:")]
    assert len(warnings) == 1
    for name in named:
        assert name in warnings[0]


@pytest.mark.parametrize("side", ["base", "target"])
@pytest.mark.parametrize("percent", [0.01, 1, 2, 5, 10, 20, 35, 50])
def test_overlaps_are_found(percent, side):
    done = account(
        (rectangle(0, 0, 50 + percent, 100), DRY), (rectangle(50, 0, 50, 100), BROADLEAF), side=side
    )
    assert_refused(done, "overlap", f"{side} date 1", f"{side} date 2")


@pytest.mark.parametrize("shift", [0.02, 1, 7, 40])
def test_shifted_patch_whose_overlap_equals_its_gap_is_found(shift):
    done = account((rectangle(shift, 0, 50, 100), DRY), (rectangle(50, 0, 50, 100), BROADLEAF))
    assert_refused(done, "overlap")


@pytest.mark.parametrize("side", ["base", "target"])
def test_patch_twice_in_a_layer_is_found(side):
    assert_refused(account((WHOLE, DRY), (WHOLE, DRY), side=side), "overlap")


def test_same_overlap_at_both_dates_is_found():
    """Every patch has its equal at the other date, so that none is intersected twice."""
    layers = [land_use(EVERYWHERE, (square(50, 50, 20), DRY)) for _ in range(2)]
    done = run(parcels(WHOLE, FAR), *layers)
    assert_refused(done, "overlap", "base date 1", "base date 2")


@pytest.mark.parametrize("seed", range(5))
def test_injected_overlaps_are_found_exactly_where_they_are(seed):
    """Each of 40 parcels has patches of its own; a random third of them overlap."""
    chance = random.Random(seed)
    plots, patches, expected = [], [], []
    for number in range(40):
        x, y = number % 8 * 200, number // 8 * 200
        excess = chance.uniform(0.5, 50) if chance.random() < 1 / 3 else 0
        cut = chance.uniform(10, 90)
        plots.append(square(x, y))
        patches += [(rectangle(x, y, min(cut + excess, 100), 100), DRY), (rectangle(x + cut, y, 100 - cut, 100), POND)]
        expected.append("overlap" if excess else "ok")
    done = run(parcels(*plots), land_use((rectangle(-500, -500, 3000, 3000), INDUSTRY)), land_use(*patches))
    assert done.statuses == expected


@pytest.mark.parametrize("gap", [0.1, 1, 25, 99])
@pytest.mark.parametrize("side", ["base", "target"])
def test_gaps_are_not_valued(gap, side):
    done = account((rectangle(gap, 0, 100 - gap, 100), DRY), side=side)
    assert done.statuses == ["partly_covered", "ok"]
    row = done.rows[0]
    assert row["mapped_pct"] == pytest.approx(100 - gap)
    assert row[f"esv_{side}"] == pytest.approx(esv(DRY, (100 - gap) / 100))
    assert row["esv_base"] + row["esv_target"] == pytest.approx(row[f"esv_{side}"])
    assert done.outputs["UNMAPPED_HA"] == pytest.approx(gap / 100)


def test_gaps_of_both_dates_add_up():
    before, after = land_use((rectangle(0, 0, 60, 100), DRY)), land_use((rectangle(0, 0, 100, 70), POND))
    row = run(parcels(WHOLE), before, after).rows[0]
    assert row["ev_status"] == "partly_covered"
    assert row["mapped_pct"] == pytest.approx(42)
    assert row["esv_base"] == pytest.approx(esv(DRY, 0.42))


def test_dates_that_never_meet_leave_nothing_to_value():
    before, after = land_use((rectangle(0, 0, 50, 100), DRY)), land_use((rectangle(50, 0, 50, 100), POND))
    row = run(parcels(WHOLE), before, after).rows[0]
    assert row["ev_status"] == "not_covered"
    assert row["mapped_pct"] == 0
    assert row["esv_change"] is None


INVALID = {
    "bow-tie": "POLYGON((0 0,100 100,100 0,0 100,0 0))",
    "hole outside its shell": "POLYGON((0 0,100 0,100 100,0 100,0 0),(200 20,240 20,240 60,200 20))",
    "overlapping parts": "MULTIPOLYGON(((0 0,100 0,100 100,0 100,0 0)),((50 50,150 50,150 150,50 150,50 50)))",
    "coordinate that is no number": None,
}


def not_a_number() -> QgsGeometry:
    from qgis.core import QgsLineString, QgsPolygon

    ring = QgsLineString([EAST, EAST + 100.0, math.nan, EAST, EAST], [NORTH, NORTH, NORTH + 100.0, NORTH + 90.0, NORTH])
    polygon = QgsPolygon()
    polygon.setExteriorRing(ring)
    return QgsGeometry(polygon)


@pytest.mark.parametrize("side", ["base", "target"])
@pytest.mark.parametrize("wkt", INVALID.values(), ids=INVALID)
def test_invalid_patches_are_named(wkt, side):
    done = account((at_origin(wkt) if wkt else not_a_number(), DRY), side=side)
    assert_refused(done, "invalid", f"{side} date 1", "Fix geometries")


def test_patch_that_can_be_repaired_is_used():
    pinched = at_origin("POLYGON((0 0,100 0,100 100,50 0,0 100,0 0))")
    rest = at_origin("POLYGON((50 0,100 100,0 100,50 0))")
    done = account((pinched, DRY), (rest, BROADLEAF))
    assert done.statuses == ["repaired", "ok"]
    assert done.rows[0]["esv_target"] == pytest.approx(esv(DRY, 0.5) + esv(BROADLEAF, 0.5))


def test_patches_without_geometry_cover_nothing():
    done = account((None, DRY), (QgsGeometry.fromWkt("POLYGON EMPTY"), DRY), (WHOLE, POND))
    assert done.statuses == ["ok", "ok"]
    assert done.rows[0]["esv_target"] == pytest.approx(esv(POND, 1))


def test_patch_without_a_code_stops_the_run_or_is_left_out():
    patches = [(rectangle(0, 0, 30, 100), None), (rectangle(30, 0, 30, 100), "  "), (rectangle(60, 0, 40, 100), DRY)]
    layers = land_use(EVERYWHERE), land_use(*patches)
    assert "NULL" in failure(parcels(WHOLE), *layers)
    done = run(parcels(WHOLE), *layers, ALLOW_UNMATCHED=True)
    assert done.statuses == ["unmatched"]
    assert done.rows[0]["mapped_pct"] == pytest.approx(40)
    assert done.rows[0]["esv_target"] == pytest.approx(esv(DRY, 0.4))
    assert [(row["code"], row["area_ha"]) for row in done.unmatched] == [(None, pytest.approx(0.6))]


def test_codes_are_read_without_blanks_around():
    assert account((WHOLE, f" {DRY} ")).rows[0]["esv_target"] == pytest.approx(esv(DRY, 1))


def test_curved_patches_with_heights():
    circle = QgsGeometry.fromWkt(
        f"CurvePolygonZ(CircularStringZ({EAST} {NORTH} 1,{EAST + 100} {NORTH + 100} 2,{EAST} {NORTH + 200} 3,"
        f"{EAST - 100} {NORTH + 100} 4,{EAST} {NORTH} 1))"
    )
    plot = parcels(rectangle(-100, 0, 200, 200))
    done = run(plot, land_use(EVERYWHERE), land_use((circle, DRY), kind="CurvePolygonZ"))
    assert done.rows[0]["mapped_pct"] == pytest.approx(100 * math.pi / 4, rel=1e-6)


def test_several_faults_at_once_are_kept_apart():
    plots = [square(x, 0) for x in (0, 200, 400, 600, 800, 1000)]
    patches = [
        (square(0, 0), DRY), (square(50, 0, 50), POND),
        (at_origin("POLYGON((200 0,300 100,300 0,200 100,200 0))"), DRY),
        (square(400, 0), None),
        (rectangle(600, 0, 30, 100), DRY),
        (square(1000, 0), POND), (None, DRY),
    ]
    done = run(parcels(*plots), land_use(EVERYWHERE), land_use(*patches), ALLOW_UNMATCHED=True)
    assert done.statuses == ["overlap", "invalid", "unmatched", "partly_covered", "not_covered", "ok"]
    assert done.outputs["ESV_TARGET"] == pytest.approx(esv(DRY, 0.3) + esv(POND, 1))
    assert done.outputs["AREA_HA"] == pytest.approx(6)
    assert done.outputs["UNMAPPED_HA"] == pytest.approx(4.7)


def test_slivers_stay_in_the_sums():
    """A thousand strips of 10 cm, one code after the other: nothing is dropped for being thin."""
    strips = [(rectangle(i * 0.1, 0, 0.1, 100), DRY if i % 2 else POND) for i in range(1000)]
    done = run(parcels(square(0, 0)), land_use(EVERYWHERE), land_use(*strips))
    assert done.statuses == ["ok"]
    areas = {row["to_code"]: row["area_ha"] for row in done.transitions}
    assert areas == pytest.approx({DRY: 0.5, POND: 0.5}, rel=1e-6)


def test_nearly_equal_borders_at_both_dates():
    """The second date was digitised anew, off by up to a centimetre; shapely is the oracle."""
    chance = random.Random(7)
    ring = [(50 + 45 * math.cos(a / 50), 50 + 45 * math.sin(a / 50)) for a in range(314)]
    first = shapely.Polygon(ring)
    second = shapely.Polygon([(x + chance.uniform(-0.01, 0.01), y + chance.uniform(-0.01, 0.01)) for x, y in ring])
    frame = shapely.box(-10, -10, 110, 110)

    def layer(shape):
        return land_use(*[
            (at_origin(shapely.to_wkt(part, rounding_precision=-1)), code)
            for part, code in ((shape, DRY), (frame.difference(shape), POND))
        ])

    done = run(parcels(square(0, 0)), layer(first), layer(second))
    assert done.statuses == ["ok"]
    areas = {(row["from_code"], row["to_code"]): row["area_ha"] * 1e4 for row in done.transitions}
    plot = shapely.box(0, 0, 100, 100)
    expected = {
        (DRY, DRY): first.intersection(second).area, (DRY, POND): first.difference(second).area,
        (POND, DRY): second.difference(first).area, (POND, POND): plot.difference(first.union(second)).area,
    }
    assert areas == pytest.approx(expected, abs=1e-3)
