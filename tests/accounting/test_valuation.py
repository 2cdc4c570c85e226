"""Coefficient tables: unit, standard value D, local factors; what is taken and what refused (rulebook E-1, E-6)."""

from __future__ import annotations

import zlib

import numpy as np
import pytest
from ecovoucher.ecovoucher_plugin.accounting.coefficients import LocalFactors
from ecovoucher.ecovoucher_plugin.accounting.ecosystems import COMPOSITES, ECOSYSTEMS
from ecovoucher.ecovoucher_plugin.accounting.errors import CoefficientError, SchemeError
from ecovoucher.ecovoucher_plugin.accounting.valuation import service_factors, standard_value, value_classes

INFINITE, NAN = float("inf"), float("nan")
TABLE = """# unit: {unit}
{lines}# provisioning: food
# regulating: gas, water
ecosystem,name_zh,name_en,food,gas,water
wetland,湿地,Wetland,0.5,2,10
"""


@pytest.fixture(scope="module")
def table(read):
    """Return a function giving a table of three services with a unit and further lines of provenance."""
    def make(*lines: str, unit: str = "equivalent factor"):
        return read("coefficients", TABLE.format(unit=unit, lines="".join(f"# {line}\n" for line in lines)))

    return make


class TestStandardValue:
    def test_request_comes_before_the_table(self, table):
        assert standard_value(table("standard_value: 3406.5"), None) == 3406.5
        assert standard_value(table("standard_value: 3406.5"), 0.5) == 0.5
        assert standard_value(table(), 1412.6) == 1412.6

    def test_table_in_yuan_needs_none_and_takes_none(self, table):
        assert standard_value(table(unit="yuan/ha"), None) == 1.0
        with pytest.raises(CoefficientError) as caught:
            standard_value(table(unit="yuan/ha"), 1.0)
        assert str(caught.value) == (
            "The coefficient table custom is in yuan/ha, so a standard value does not apply. "
            "Leave the standard value empty."
        )

    def test_factors_without_any_are_refused(self, table):
        with pytest.raises(CoefficientError) as caught:
            standard_value(table(), None)
        assert str(caught.value).startswith("The coefficient table custom is in equivalent factors and names no ")

    @pytest.mark.parametrize("value", [0.0, -1.0, INFINITE, NAN])
    def test_value_that_is_none_is_refused(self, table, value):
        with pytest.raises(CoefficientError) as caught:
            standard_value(table(), value)
        assert str(caught.value) == f"The standard value {value} yuan/ha is not above 0."


class TestLocalFactors:
    def test_each_service_follows_its_driver(self, table):
        drivers = table("npp: food", "precipitation: water", "soil: gas")
        factors = LocalFactors(npp=0.5, precipitation=2.0, soil=3.0)
        assert service_factors(drivers, factors).tolist() == [0.5, 3.0, 2.0]

    def test_national_factors_ask_for_no_driver(self, table):
        assert service_factors(table(), LocalFactors()).tolist() == [1.0, 1.0, 1.0]

    def test_service_without_a_driver_is_named(self, table):
        with pytest.raises(CoefficientError) as caught:
            service_factors(table("npp: food", "precipitation: water"), LocalFactors(npp=0.5))
        assert caught.value.values == {
            "table": "custom", "service": "gas",
            "lines": "“# npp:”, “# precipitation:”, “# soil:”",
        }

    @pytest.mark.parametrize("name", ["npp", "precipitation", "soil"])
    @pytest.mark.parametrize("value", [0.0, -1.0, INFINITE, NAN])
    def test_factor_that_is_none_is_refused_by_name(self, table, name, value):
        with pytest.raises(CoefficientError) as caught:
            service_factors(table(), LocalFactors(**{name: value}))
        assert str(caught.value) == f"The local factor {value} for “{name}” is not above 0."


def test_class_is_worth_the_sum_of_its_services(table, rules):
    """1000 yuan × (0.5 × 0.5 + 2 × 3 + 10 × 2); a code that the scheme does not have is unknown."""
    drivers = table("npp: food", "precipitation: water", "soil: gas")
    factors = LocalFactors(npp=0.5, precipitation=2.0, soil=3.0)
    found = value_classes(("wetland", "?", "meadow", "built"), rules().scheme, drivers, 1000.0, factors)
    assert found.known.tolist() == [True, False, True, True]
    assert found.services[0].tolist() == [250.0, 6000.0, 20_000.0]
    assert found.groups[0].tolist()[:2] == [250.0, 26_000.0]
    np.testing.assert_array_equal(found.total, [26_250.0, NAN, NAN, 0.0])
    assert found.valued.tolist() == [True, False, False, True]
    assert value_classes(("wetland",), rules().scheme, drivers).total.tolist() == [12.5]


def test_undivided_value_has_groups_only_where_it_is_none(read, rules):
    """What is worth nothing is worth nothing in every group; how 2 yuan are divided is unknown."""
    text = "ecosystem,name_zh,name_en,total\nwetland,湿地,Wetland,2\npaddy_field,水田,Paddy,1\n"
    undivided = read("coefficients", text)
    found = value_classes(("built", "wetland", "paddy_field", "?"), rules().scheme, undivided)
    np.testing.assert_array_equal(found.groups, [[0.0] * 4, *[[NAN] * 4] * 3])


@pytest.mark.parametrize(("unit", "in_yuan"), [
    ("equivalent factor", False), ("Equivalent factors", False), ("yuan/ha", True), ("YUAN/HA", True),
])
def test_unit_of_a_table(table, unit, in_yuan):
    assert table(unit=unit).in_yuan is in_yuan


def test_table_that_names_no_unit_is_in_factors(read):
    assert read("coefficients", "ecosystem,name_zh,name_en,total\nwetland,湿地,Wetland,2\n").in_yuan is False


@pytest.mark.parametrize(("line", "values"), [
    ("npp: food, food", {"service": "food", "sets": "npp, precipitation, soil"}),
    ("npp: soil", {"service": "soil"}),
])
def test_service_listed_wrongly_is_named(table, line, values):
    with pytest.raises(CoefficientError) as caught:
        table(line)
    assert caught.value.values == {"file": "表 table.csv", **values}


def test_service_without_a_group_is_named_with_the_lines_to_fill(read):
    text = TABLE.format(unit="equivalent factor", lines="").replace("# regulating: gas, water", "# regulating: gas")
    with pytest.raises(CoefficientError) as caught:
        read("coefficients", text)
    lines = "“# provisioning:”, “# regulating:”, “# supporting:”, “# cultural:”"
    assert caught.value.values == {"file": "表 table.csv", "service": "water", "lines": lines}


def test_ecosystems_that_a_scheme_may_name_are_listed(read, samples):
    with pytest.raises(SchemeError) as caught:
        read("scheme", samples["scheme"].replace("paddy_field", "rice"))
    assert caught.value.values["allowed"].split(", ") == [*ECOSYSTEMS, *COMPOSITES, "none"]


def test_total_beside_a_single_service_is_refused(read):
    with pytest.raises(CoefficientError, match="“total” beside the services"):
        read("coefficients", "ecosystem,name_zh,name_en,total,food\nwetland,湿地,Wetland,2,2\n")


def test_ecosystems_that_a_table_may_value_are_listed(read):
    with pytest.raises(CoefficientError) as caught:
        read("coefficients", TABLE.format(unit="yuan/ha", lines="").replace("wetland,", "marsh,"))
    assert caught.value.values["allowed"].split(", ") == [*ECOSYSTEMS, *COMPOSITES]


def test_table_says_what_it_is(read):
    text = TABLE.format(unit="equivalent factor", lines="# standard_value: 0.5\n# source: a study\n")
    found = read("coefficients", text)
    assert (found.name, found.checksum) == ("custom", f"{zlib.crc32(text.encode()):08x}")
    assert (found.provenance["source"], found.provenance["unit"]) == ("a study", "equivalent factor")
    assert (found.standard_value, found.by_standard_forest) == (0.5, False)
    assert found.row("wetland").tolist() == [0.5, 2.0, 10.0]
    np.testing.assert_array_equal(found.row("water_body"), [NAN] * 3)
