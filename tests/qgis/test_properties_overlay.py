"""What must hold for any land use, against geopandas.overlay on random partitions."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from support.digest import digest_by_name
from support.layers import layer, parcels
from support.partitions import (
    CODES,
    SIZE,
    as_land_use,
    as_parcels,
    changed,
    expected_areas,
    found_areas,
    placed,
    voronoi,
)
from support.runs import run

SEEDS = st.integers(0, 2**32 - 1)
SUMS = ("esv_base", "esv_target", "esv_change", "d_provis", "d_regul", "d_support", "d_cultur", "v_supply", "v_demand")


def random_codes(seed: int, count: int) -> list[str]:
    return [CODES[i] for i in np.random.default_rng(seed).integers(len(CODES), size=count)]


def landscape(seed: int, share: float):
    """Return parcels reaching beyond the land use, and shapes and codes of two dates of which a share changed."""
    cells = voronoi(seed, 30)
    codes = random_codes(seed + 1, len(cells))
    after, after_codes = changed(cells, codes, share, seed + 2)
    plots = [shapely.affinity.translate(cell, 150, 100) for cell in voronoi(seed + 3, 12)]
    return plots, cells, codes, after, after_codes


def assert_same_areas(found: dict, expected: dict, tolerance: float = 1e-7) -> None:
    """tolerance: hectares; shapely may leave pieces thinner than a nanometre that the plugin does not."""
    for key in set(found) | set(expected):
        assert found.get(key, 0.0) == pytest.approx(expected.get(key, 0.0), abs=tolerance), key


@settings(max_examples=12)
@given(seed=SEEDS, share=st.sampled_from([0.0, 0.15, 0.5, 1.0]))
def test_areas_are_those_of_geopandas(seed, share):
    plots, before, before_codes, after, after_codes = landscape(seed, share)
    done = run(as_parcels(plots), as_land_use(before, before_codes), as_land_use(after, after_codes))
    assert set(done.statuses) <= {"ok", "partly_covered", "not_covered"}
    assert_same_areas(found_areas(done), expected_areas(plots, before, before_codes, after, after_codes))


@settings(max_examples=8)
@given(seed=SEEDS)
def test_areas_are_those_of_geopandas_where_all_borders_differ(seed):
    """Two independent partitions, as where the second date was mapped anew."""
    plots, before, before_codes, _, _ = landscape(seed, 0)
    after = voronoi(seed + 9, 30)
    after_codes = random_codes(seed + 10, len(after))
    done = run(as_parcels(plots), as_land_use(before, before_codes), as_land_use(after, after_codes))
    assert_same_areas(found_areas(done), expected_areas(plots, before, before_codes, after, after_codes))


@settings(max_examples=8)
@given(seed=SEEDS)
def test_nothing_of_a_parcel_is_lost(seed):
    """Pieces and uncovered part make the parcel within 1e-6; the uncovered part is known from shapely."""
    plots, before, before_codes, after, after_codes = landscape(seed, 0.3)
    done = run(as_parcels(plots), as_land_use(before, before_codes), as_land_use(after, after_codes))
    pieces = found_areas(done)
    for number, (plot, row) in enumerate(zip(plots, done.rows)):
        uncovered = plot.difference(shapely.box(0, 0, SIZE, SIZE)).area / 1e4
        found = sum(area for key, area in pieces.items() if key[0] == number)
        assert row["area_ha"] == pytest.approx(plot.area / 1e4, rel=1e-9)
        assert found + uncovered == pytest.approx(row["area_ha"], rel=1e-6)
        assert row["ev_status"] == expected_status(uncovered / row["area_ha"])


def expected_status(uncovered: float) -> str:
    if uncovered < 1e-6:
        return "ok"
    return "partly_covered" if uncovered < 1 - 1e-12 else "not_covered"


@settings(max_examples=8)
@given(seed=SEEDS, shuffle=SEEDS)
def test_order_of_features_changes_nothing(seed, shuffle):
    plots, before, before_codes, after, after_codes = landscape(seed, 0.3)
    chance = np.random.default_rng(shuffle)

    def shuffled(*columns):
        order = chance.permutation(len(columns[0]))
        return [[column[i] for i in order] for column in columns]

    names = [f"plot {number}" for number in range(len(plots))]

    def result(plots, names, before, after):
        rows = [(shape, name) for shape, name in zip(placed(plots), names)]
        return digest_by_name(run(layer(rows, "field=name:string(20)"), as_land_use(*before), as_land_use(*after)))

    first = result(plots, names, (before, before_codes), (after, after_codes))
    again = result(
        *shuffled(plots, names), shuffled(before, before_codes), shuffled(after, after_codes)
    )
    assert again == first


@settings(max_examples=8)
@given(seed=SEEDS, x=st.floats(300, 900), y=st.floats(-500, 500))
def test_splitting_a_parcel_splits_its_result(seed, x, y):
    _, before, before_codes, after, after_codes = landscape(seed, 0.4)
    whole = shapely.box(200, 200, 1000, 1000)
    side = shapely.Polygon([(-2000, -2000), (x, -2000), (x + y, 3000), (-2000, 3000)])
    parts = [whole.intersection(side), whole.difference(side)]
    layers = as_land_use(before, before_codes), as_land_use(after, after_codes)
    one, two = run(as_parcels([whole]), *layers), run(as_parcels([part for part in parts if part.area]), *layers)
    for name in ("area_ha", *SUMS):
        assert sum(row[name] for row in two.rows) == pytest.approx(one.rows[0][name], rel=1e-8, abs=1e-3), name
    for number in ("ESV_CHANGE", "VOUCHER_SUPPLY", "VOUCHER_DEMAND"):
        assert two.outputs[number] == pytest.approx(one.outputs[number], rel=1e-8, abs=1e-6)


@settings(max_examples=5)
@given(seed=SEEDS)
def test_no_change_is_no_change_however_it_is_drawn(seed):
    """The same land use dissolved by code at the second date: every transition stays within its code."""
    plots, cells, codes, _, _ = landscape(seed, 0)
    merged = {code: shapely.union_all([cell for cell, own in zip(cells, codes) if own == code]) for code in set(codes)}
    done = run(as_parcels(plots), as_land_use(cells, codes), as_land_use(list(merged.values()), list(merged)))
    moved = sum(row["area_ha"] for row in done.transitions if row["from_code"] != row["to_code"])
    assert moved == pytest.approx(0, abs=1e-8)
    assert done.outputs["ESV_CHANGE"] == pytest.approx(0, abs=1e-2)
    assert set(done.statuses) <= {"ok", "partly_covered", "not_covered"}


@settings(max_examples=5)
@given(seed=SEEDS)
def test_exchanging_the_dates_changes_the_sign(seed):
    plots, before, before_codes, after, after_codes = landscape(seed, 0.5)
    first, second = as_land_use(before, before_codes), as_land_use(after, after_codes)
    there, back = run(as_parcels(plots), first, second), run(as_parcels(plots), second, first)
    for ahead, reverse in zip(there.rows, back.rows):
        if ahead["ev_status"] == "not_covered":
            continue
        assert reverse["esv_change"] == pytest.approx(-ahead["esv_change"], rel=1e-9, abs=1e-3)
        assert (reverse["v_supply"], reverse["v_demand"]) == pytest.approx(
            (ahead["v_demand"], ahead["v_supply"]), rel=1e-9, abs=1e-7
        )


def test_more_parcels_than_a_tile_holds():
    """2,500 parcels: tiles are read one after the other, and the result is in the order of the layer."""
    side, count = 20.0, 50
    corners = [(i * side, j * side) for i in range(count) for j in range(count)]
    plots = [shapely.box(x, y, x + side, y + side) for x, y in corners]
    before = [shapely.box(0, 0, SIZE, 333), shapely.box(0, 333, SIZE, SIZE)]
    after = [shapely.box(0, 0, 477, SIZE), shapely.box(477, 0, SIZE, SIZE)]
    done = run(
        parcels(*placed(plots)), as_land_use(before, ["0601", "0103"]), as_land_use(after, ["0302", "1104"])
    )
    assert [row["number"] for row in done.rows] == list(range(len(plots)))
    assert set(done.statuses) == {"ok"}
    assert_same_areas(
        found_areas(done),
        expected_areas(plots, before, ["0601", "0103"], after, ["0302", "1104"]),
    )
