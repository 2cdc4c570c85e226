"""Official areas in another unit, local factors in percent, and the page of findings."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely
from ecovoucher.ecovoucher_plugin.accounting.coefficients import LocalFactors
from ecovoucher.ecovoucher_plugin.checks.factors import check_factors
from ecovoucher.ecovoucher_plugin.checks.finding import Finding, count, gravest_first
from ecovoucher.ecovoucher_plugin.checks.official_areas import check_official_areas, mistaken_unit
from ecovoucher.ecovoucher_plugin.checks.report import report_page
from ecovoucher.ecovoucher_plugin.checks.survey import Survey
from ecovoucher.ecovoucher_plugin.overlay.polygons.wkb import from_wkb
from ecovoucher.ecovoucher_plugin.wording import examples, place, square_metres

SIDES = np.array([20.0, 35, 60, 80, 120, 200, 333])
UNIT_M2 = {"mu (亩)": 10_000 / 15, "ha": 1e4, "km²": 1e6}


def parcels(official: np.ndarray) -> Survey:
    shapes = [shapely.box(1000 * i, 0, 1000 * i + side, side) for i, side in enumerate(SIDES)]
    return Survey("Parcels", list(range(len(SIDES))), ["ok"] * len(SIDES), from_wkb([s.wkb for s in shapes]), [], {},
                  [], official, None, [])


@pytest.mark.parametrize("unit", UNIT_M2)
@pytest.mark.parametrize("seed", range(5))
def test_units_are_recognised(unit, seed):
    """Areas as certified, up to 3 % off, one parcel far off and one without."""
    official = SIDES**2 * np.random.default_rng(seed).uniform(0.97, 1.03, len(SIDES)) / UNIT_M2[unit]
    official[2], official[4] = official[2] * 50, np.nan
    finding, = check_official_areas(parcels(official), "TBMJ")
    assert (finding.severity, finding.feature) == ("warning", "TBMJ")
    assert unit in finding.what
    factor = float(finding.fix.split("multiply it by ")[1].split(" ")[0])
    assert factor == pytest.approx(UNIT_M2[unit], rel=1e-8)


def test_square_metres_are_square_metres():
    assert mistaken_unit(np.array([0.98, 1.0, 1.001])) == ""
    assert list(check_official_areas(parcels(SIDES**2 * 1.004), "TBMJ")) == []


def test_single_parcels_that_differ_are_named():
    official = SIDES**2
    official[3] *= 1.02
    finding, = check_official_areas(parcels(official), "TBMJ")
    assert finding.feature == "3"
    assert "6,528 m² against 6,400 m²" in finding.what


def test_nothing_is_said_without_areas():
    assert list(check_official_areas(parcels(np.full(len(SIDES), np.nan)), "TBMJ")) == []


@pytest.mark.parametrize(("factors", "named"), [
    (LocalFactors(), []), (LocalFactors(0.6, 1.8, 2.5), []), (LocalFactors(npp=85), ["NPP_FACTOR"]),
    (LocalFactors(120, 0.9, 0.02), ["NPP_FACTOR", "SOIL_FACTOR"]),
])
def test_factors_in_percent(factors, named):
    findings = list(check_factors(factors))
    assert [finding.feature for finding in findings] == named
    if factors.npp == 85:
        assert "write 0.85" in findings[0].fix


HOSTILE = "<img src='file:///x'><script>alert(1)</script>&amp;\"'"
FINDING = Finding("error", "Parcels", "1, 2", "what", "effect", "fix")


@pytest.mark.parametrize("part", ["layer", "feature", "what", "effect", "fix"])
def test_page_escapes_everything(part):
    page = report_page([replace(FINDING, **{part: HOSTILE})], [(HOSTILE, HOSTILE)], HOSTILE, HOSTILE)
    assert "<img" not in page
    assert "<script" not in page
    assert page.count("&lt;img src=&#x27;file:///x&#x27;&gt;") == 5


def test_page_has_a_section_for_each_severity_that_occurs():
    findings = gravest_first([replace(FINDING, severity=severity) for severity in ("note", "error", "note", "warning")])
    assert [finding.severity for finding in findings] == ["error", "warning", "note"]
    page = report_page(findings, [], "en", "")
    assert page.index("Errors (1)") < page.index("Warnings (1)") < page.index("Notes (1)")
    assert "Errors" not in report_page(findings[1:], [], "en", "")
    assert count(findings, "error") == 1


def test_wording():
    assert examples([1, 2]) == "1, 2"
    assert examples(list(range(1200))) == "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, … (1,200)"
    assert [square_metres(area) for area in (0.001, 0.5, 1234.6)] == ["< 0.01 m²", "0.50 m²", "1,235 m²"]
    assert place(120.27, 31.91) == "(120.270000, 31.910000)"
    assert place(520000, 3530000.5) == "(520000.00, 3530000.50)"
