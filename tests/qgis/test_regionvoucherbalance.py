"""ecovoucher:regionvoucherbalance in a real QGIS: seed 001, equations 2 and 3."""

from __future__ import annotations

import pytest
from qgis.core import NULL
from support.layers import square
from support.policy_runs import refusal, run, table

FIELDS = "name:string(20) static:double gdp:double density:double"
PARAMETERS = {
    "STATIC_FIELD": "static", "GDP_FIELD": "gdp", "DENSITY_FIELD": "density",
    "NATIONAL_GDP": 1, "NATIONAL_DENSITY": 1, "PRICE": 450_000,
}


def regions(*rows):
    return table(FIELDS, *rows)


def balance(*rows, **changes):
    return run("regionvoucherbalance", INPUT=regions(*rows), **{**PARAMETERS, **changes})


def test_golden_county():
    """WE-8: ΔM = 7.20 ha; G, P = 0.6, 0.5 give 2.16 ha and 972,000 yuan; 2, 3 give 43.2 ha and 19,440,000 yuan."""
    found = balance(("mean", 7.2, 1, 1), ("poor", 7.2, 0.6, 0.5), ("rich", 7.2, 2, 3))
    assert found.column("rb_voucher") == pytest.approx([7.2, 2.16, 43.2])
    assert found.column("rb_amount") == [3_240_000, 972_000, 19_440_000]
    assert found.column("rb_static") == [7.2] * 3
    assert (found.column("rb_gdp_r")[1], found.column("rb_pop_r")[1]) == (0.6, 0.5)
    assert set(found.column("rb_role")) == {"supply"}
    assert set(found.column("rb_status")) == {"ok"}


def test_four_regions_turn_from_surplus_to_deficit():
    """WE-8, sign test: demand 81.00, supply 7.98, net demand 73.02, although ΣΔM = +15."""
    found = balance(("A", -12, 2, 3), ("B", 30, 0.5, 0.4), ("C", -5, 1.2, 1.5), ("D", 2, 0.9, 1.1))
    assert found.column("rb_voucher") == pytest.approx([-72, 6, -9, 1.98])
    assert found.column("rb_role") == ["demand", "supply", "demand", "supply"]
    expected = {
        "SUPPLY": 7.98, "DEMAND": 81, "NET_DEMAND": 73.02, "UNMET": 73.02,
        "STATIC_SUPPLY": 32, "STATIC_DEMAND": 17, "STATIC_NET": 15,
        "AMOUNT_SUPPLY": 3_591_000, "AMOUNT_DEMAND": 36_450_000,
    }
    assert {name: found.outputs[name] for name in expected} == pytest.approx(expected)
    assert "Static: supply 32.00, demand 17.00, net 15.00" in found.log.textLog()
    assert "demand less supply 73.02 ha" in found.log.textLog()


def test_ratios_come_from_the_national_means():
    found = balance(("a", 10, 84_000, 444), NATIONAL_GDP=70_000, NATIONAL_DENSITY=148)
    assert (found.column("rb_gdp_r"), found.column("rb_pop_r")) == ([pytest.approx(1.2)], [3])


def test_missing_figures_stay_in_the_result_without_a_number_and_are_named():
    found = balance(
        ("a", NULL, 1, 1), ("b", 5, NULL, 1), ("c", 5, 1, NULL), ("d", 5, 0, 1), ("e", 5, 1, -1), ("f", -2, 1, 1),
    )
    assert found.column("rb_status") == ["no_static", "no_gdp", "no_density", "bad_gdp", "bad_density", "ok"]
    assert found.column("rb_voucher") == [None] * 5 + [-2]
    assert found.column("rb_amount") == [None] * 5 + [-900_000]
    assert found.column("rb_static")[:2] == [None, 5]
    assert (found.outputs["STATIC_NET"], found.outputs["NET_DEMAND"]) == (-2, 2)
    assert "Region 2: the GDP is missing." in found.warnings


def test_percent_is_asked_about_and_can_be_confirmed():
    percent = {"INPUT": regions(("a", 5, 120, 1), ("b", 5, 1, 25)), **PARAMETERS}
    assert "Region 1, 2" in refusal("regionvoucherbalance", **percent)
    assert "Did you enter percent?" in refusal("regionvoucherbalance", **percent)
    dense = run("regionvoucherbalance", **{**percent, "ALLOW_HIGH_RATIOS": True})
    assert dense.column("rb_voucher") == [600, 125]
    assert balance(("c", 5, 20, 20)).column("rb_voucher") == [2000]


@pytest.mark.parametrize(("changes", "sentence"), [
    ({"NATIONAL_GDP": 0}, "The national GDP per head is 0"),
    ({"NATIONAL_DENSITY": -1}, "The national population density is -1"),
    ({"PRICE": -1}, "The price is -1 yuan per hectare"),
    ({"STATIC_FIELD": "name"}, "“name” holds string, not numbers"),
    ({"GDP_FIELD": "wealth"}, "there is no field “wealth”"),
])
def test_what_makes_no_sense_is_refused_before_the_run(changes, sentence):
    given = {"INPUT": regions(("a", 5, 1, 1)), **PARAMETERS, **changes}
    assert sentence in refusal("regionvoucherbalance", **given)


def test_polygons_keep_their_shape():
    layer = table(FIELDS, (square(0, 0), "a", 1, 1, 1), kind="Polygon")
    found = run("regionvoucherbalance", INPUT=layer, **PARAMETERS)
    assert next(found.layer.getFeatures()).geometry().equals(next(layer.getFeatures()).geometry())
