"""Why a transition gives vouchers, and the rules of a run read back from its line of provenance."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import numpy as np
import pytest
from ecovoucher.ecovoucher_plugin.accounting.coefficients import LocalFactors
from ecovoucher.ecovoucher_plugin.accounting.conversion import ConversionTable
from ecovoucher.ecovoucher_plugin.accounting.eligibility import (
    BUILT,
    CONDITIONAL,
    GAIN,
    LOSS,
    NO_RESTORATION,
    RESTORED,
    SAME,
    UNKNOWN,
    eligibility,
)
from ecovoucher.ecovoucher_plugin.accounting.errors import EcoVoucherError
from ecovoucher.ecovoucher_plugin.accounting.provenance import rules_part
from ecovoucher.ecovoucher_plugin.accounting.transitions import TransitionTable
from ecovoucher.ecovoucher_plugin.catalog import SCHEMES
from ecovoucher.ecovoucher_plugin.rules import describe_rules, parameters_of, read_rules, scheme_of, table_of

NATIONAL = LocalFactors()


def rules_of(scheme="third_survey", table="xie2015", value=None, factors=NATIONAL, standard="jiangyin"):
    return read_rules(scheme_of(scheme), table_of(table), value, factors, standard, None)


@pytest.mark.parametrize(("before", "after", "kind"), [
    ("0601", "0302", RESTORED), ("0302", "0601", BUILT), ("0302", "0101", NO_RESTORATION),
    ("0601", "0701", NO_RESTORATION), ("9999", "0302", UNKNOWN),
])
def test_kinds_under_jiangyin(before, after, kind):
    assert eligibility(before, after, rules_of().scheme, "jiangyin", 0.0, 0.0) == kind


@pytest.mark.parametrize("scheme", SCHEMES)
def test_only_restoration_supplies_and_only_building_demands_whatever_the_pair(scheme):
    rules = rules_of(scheme)
    codes = tuple(rules.scheme.classes)
    nothing = np.empty(0)
    pairs = TransitionTable(codes, codes, *([nothing.astype(int)] * 3), nothing, nothing, nothing)
    rates = rules.voucher_rates(pairs)
    for (i, before), (j, after) in product(enumerate(codes), enumerate(codes)):
        kind = eligibility(before, after, rules.scheme, "jiangyin", 0.0, 0.0)
        assert not rates.supply[i, j] > 0 or kind == RESTORED
        assert not rates.demand[i, j] > 0 or kind == BUILT
        if kind == CONDITIONAL:
            flags = (*rules.scheme.classes[before].conditional_flags, *rules.scheme.classes[after].conditional_flags)
            assert flags and rates.supply[i, j] == rates.demand[i, j] == 0


FLAGS = [flags for flags in product(("yes", "no", "conditional"), repeat=2) if flags != ("yes", "yes")]


@pytest.mark.parametrize(("before", "after"), list(product(FLAGS, FLAGS)))
def test_conditional_is_what_some_decision_of_the_authority_would_make_a_kind(before, after):
    """All decisions are tried. Flags: construction and ecological; no class is surely both."""
    scheme = rules_of().scheme
    forest = scheme.classes["0302"]
    classes = {
        code: replace(forest, code=code, construction=construction, ecological_jiangyin=ecological)
        for code, (construction, ecological) in (("1", before), ("2", after))
    }

    def kinds(decisions):
        (built_up, green), (builds_up, greens) = (
            [decided if flag == "conditional" else flag for flag, decided in zip(flags, some)]
            for flags, some in ((before, decisions[:2]), (after, decisions[2:]))
        )
        return [RESTORED] * (built_up == greens == "yes") + [BUILT] * (green == builds_up == "yes")

    undecided = kinds(["no"] * 4)
    possible = any(kinds(decisions) for decisions in product(("yes", "no"), repeat=4))
    expected = undecided[0] if undecided else CONDITIONAL if possible else NO_RESTORATION
    assert eligibility("1", "2", replace(scheme, classes=classes), "jiangyin", 0.0, 0.0) == expected


@pytest.mark.parametrize(("supply", "demand", "kind"), [
    (1.0, 0.0, GAIN), (0.0, 1.0, LOSS), (0.0, 0.0, SAME), (float("nan"), 0.0, UNKNOWN),
])
def test_kinds_under_standard_forest_are_those_of_the_vouchers(supply, demand, kind):
    assert eligibility("0302", "0601", rules_of().scheme, "standard_forest", supply, demand) == kind


@pytest.mark.parametrize(("given", "expected"), [
    ({}, {"SCHEME": "third_survey", "COEFFICIENTS": "xie2015", "VOUCHER_STANDARD": "jiangyin",
          "STANDARD_VALUE": 3406.5}),
    ({"table": "gu2022", "standard": "standard_forest"},
     {"SCHEME": "third_survey", "COEFFICIENTS": "gu2022", "VOUCHER_STANDARD": "standard_forest"}),
    ({"scheme": "clcd", "value": 2000.25, "factors": LocalFactors(1.25, 0.5, 2.0)},
     {"SCHEME": "clcd", "COEFFICIENTS": "xie2015", "VOUCHER_STANDARD": "jiangyin", "STANDARD_VALUE": 2000.25,
      "NPP_FACTOR": 1.25, "PRECIPITATION_FACTOR": 0.5, "SOIL_FACTOR": 2.0}),
])
def test_line_of_rules_is_enough_to_run_again(given, expected):
    assert parameters_of(describe_rules(rules_of(**given), "ellipsoidal")) == expected


def test_line_of_rules_names_the_official_areas_and_that_codes_were_let_through():
    line = describe_rules(rules_of(), "field", "TB;MJ", True)
    assert rules_part(line, "area") == "field"
    assert rules_part(line, "field") == "TB,MJ"
    assert rules_part(line, "unmatched") == "allowed"
    plain = describe_rules(rules_of(), "planar")
    assert [rules_part(plain, key) for key in ("area", "field", "unmatched")] == ["planar", "", ""]


def test_longest_line_of_rules_fits_a_text_field():
    """As long as it gets: files of one's own with long names, odd figures, the field of areas, codes let through."""
    shipped = rules_of(value=1234.567891, factors=LocalFactors(1.234567, 2.345678, 3.456789))
    name = "a very long name of a file of somebody.csv"
    conversion = ConversionTable(
        name=name, checksum=shipped.scheme.checksum, official=False, by_code=True, coefficients={"0301": 1.0},
        valid_from=date(2020, 1, 1), valid_to=date(2030, 1, 1),
    )
    rules = replace(shipped, scheme=replace(shipped.scheme, name=name), table=replace(shipped.table, name=name),
                    conversion=conversion)
    assert 200 < len(describe_rules(rules, "field", "a very long name of a field", True)) <= 254


@pytest.mark.parametrize("line", [
    "", "scheme=mine.csv#1234; table=xie2015", "scheme=clcd; table=mine.csv#1234", "scheme=clcd", "=;;=;scheme",
])
def test_line_that_names_no_shipped_table_is_refused(line):
    with pytest.raises(EcoVoucherError):
        parameters_of(line)
