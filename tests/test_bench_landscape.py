"""The benchmark's landscape: the same on every run, an exact partition at both dates, changed as much as asked."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import numpy as np
import pytest
import shapely

BENCH = Path(__file__).resolve().parent.parent / "bench"


def _landscape_module():
    """The benchmark is a program of its own: its folder is put on the path, as when it is run."""
    sys.path.append(str(BENCH))
    spec = importlib.util.spec_from_file_location("bench_landscape", BENCH / "landscape.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["bench_landscape"] = module
    spec.loader.exec_module(module)
    return module


landscape = _landscape_module()
Change, Landscape = landscape.Change, landscape.Landscape
LAYERS = ["base", "target", "target_reexported", "parcels", "villages", "counties"]


def drawn(layer: str, **options) -> tuple:
    """Polygons and fields of a layer of some 216 patches, all batches together."""
    batches = list(getattr(Landscape("tiny", **options), layer)())
    fields = {name: np.concatenate([fields[name] for _, fields in batches]) for name in batches[0][1]}
    return np.concatenate([polygons for polygons, _ in batches]), fields


@pytest.mark.parametrize("layer", LAYERS)
def test_same_seed_draws_the_same_and_another_seed_does_not(layer):
    first, again, other = (drawn(layer, seed=seed)[0] for seed in (1, 1, 2))
    assert shapely.to_wkb(first).tolist() == shapely.to_wkb(again).tolist()
    assert shapely.to_wkb(first).tolist() != shapely.to_wkb(other).tolist()


@pytest.mark.parametrize("layer", [layer for layer in LAYERS if layer != "target_reexported"])
def test_polygons_are_valid_and_share_their_borders(layer):
    polygons, _ = drawn(layer)
    assert shapely.is_valid(polygons).all()
    assert shapely.coverage_is_valid(polygons)
    assert shapely.area(polygons).sum() == pytest.approx(shapely.union_all(polygons).area, rel=1e-12)


@pytest.mark.parametrize("layer", ["target", "target_reexported"])
def test_both_dates_fill_the_same_plane(layer):
    base, later = (shapely.union_all(drawn(name)[0]) for name in ("base", layer))
    assert shapely.symmetric_difference(base, later).area < 1e-4


@pytest.mark.parametrize("layer", ["parcels", "villages", "counties"])
def test_zones_lie_inside_the_land_use(layer):
    land = shapely.union_all(drawn("base")[0])
    assert shapely.difference(shapely.union_all(drawn(layer)[0]), land).area < 1e-4


def test_patches_are_of_the_size_and_shape_asked():
    polygons, fields = drawn("base")
    vertices = shapely.get_num_coordinates(polygons) - 1
    assert len(polygons) == 216
    assert np.median(shapely.area(polygons)) == pytest.approx(5000, rel=0.15)
    assert vertices.min() >= 30
    assert vertices.max() <= 60
    assert {len(code) for code in fields["DLBM"]} == {4}
    assert set(fields["clcd"]) <= set(range(1, 10))


def shares_of_change(change: Change) -> tuple:
    """Shares of the base patches that only got another code, and of those whose shape is gone."""
    before, codes_before = drawn("base", change=change)
    after, codes_after = drawn("target", change=change)
    codes = dict(zip(shapely.to_wkb(after), codes_after["DLBM"]))
    pairs = [(code, codes.get(wkb)) for wkb, code in zip(shapely.to_wkb(before), codes_before["DLBM"])]
    gone = sum(later is None for _, later in pairs)
    recoded = sum(later not in (None, code) for code, later in pairs)
    return recoded / len(pairs), gone / len(pairs)


@pytest.mark.parametrize(("reclassified", "split_merged"), [(0.0, 0.0), (0.3, 0.0), (0.0, 0.4), (0.2, 0.3)])
def test_patches_change_as_much_as_asked(reclassified, split_merged):
    recoded, gone = shares_of_change(Change(reclassified, split_merged))
    assert recoded == pytest.approx(reclassified, abs=0.07)
    assert gone == pytest.approx(split_merged, abs=0.09)


def test_a_renoded_border_changes_both_its_patches_but_not_their_codes():
    recoded, gone = shares_of_change(Change(0.0, 0.0, 0.04))
    assert recoded == 0.0
    assert gone == pytest.approx(1 - 0.96 ** 6, abs=0.07)


def test_no_reexported_patch_is_byte_for_byte_the_same():
    (before, _), (after, _), (reexported, _) = (drawn(layer) for layer in ("base", "target", "target_reexported"))
    assert not set(shapely.to_wkb(before)) & set(shapely.to_wkb(reexported))
    assert shapely.area(reexported) == pytest.approx(shapely.area(after), rel=1e-9)
