"""Rows and sums of a run, against a small table of round figures that can be followed by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from ecovoucher.ecovoucher_plugin.accounting.results import (
    NUMBERS,
    PARCEL_COLUMNS,
    TRANSITION_COLUMNS,
    UNMATCHED_COLUMNS,
    parcel_rows,
    sums_of,
    transition_rows,
    unmatched_rows,
    value_parcels,
)
from ecovoucher.ecovoucher_plugin.accounting.unmatched import (
    CodeArea,
    doubtful_codes,
    listed,
    unmatched_codes,
    unmatched_error,
)

HA, NAN = 10_000.0, float("nan")
SCHEME = """code,name_zh,name_en,ecosystem,standard_forest,ecological_gu,ecological_jiangyin,construction,forest_cover
0101,水田,Paddy field,paddy_field,,no,yes,no,no
0602,采矿用地,Mining,none,,no,no,yes,no
1105,沼泽地,Marsh,wetland,,no,yes,no,no
"""
# Provisioning, regulating twice, supporting, cultural; the regulating services of broadleaf forest sum to 30.
COEFFICIENTS = """# unit: equivalent factor
# standard_value: 1000
# provisioning: food
# regulating: gas, water
# supporting: soil
# cultural: beauty
ecosystem,name_zh,name_en,food,gas,water,soil,beauty
broadleaf_forest,阔叶,Broadleaf,1,10,20,1,1
paddy_field,水田,Paddy,1,2,3,4,5
wetland,湿地,Wetland,0,20,10,6,4
"""
# Parcel 0: a hectare of mine became marsh, one of paddy became mine, two lie outside the land use.
# Parcel 1: two hectares of an unknown code. Parcel 2 was not overlaid.
PIECES = [(0, "0602", "1105", HA), (0, "0101", "0602", HA), (1, "101", "1105", 2 * HA)]
UNCOVERED = (2 * HA, 0.0, NAN)
# By hand: 1/6 and 1 of broadleaf forest, 15 mu a hectare, 1000 yuan a factor.
ROWS = [
    [4, 50, 15_000, 40_000, 25_000, -1000, 25_000, 2000, -1000, 15, 2.5, 12.5, "both", "partly_covered", "by hand"],
    [2, 0, *[None] * 10, None, "unmatched", "by hand"],
    [None, None, *[None] * 10, None, "empty", "by hand"],
]


@pytest.fixture(scope="module")
def hand_rules(rules, read):
    table = read("coefficients", COEFFICIENTS)
    known = rules(scheme="third_survey")
    return replace(
        known, scheme=read("scheme", SCHEME), table=table, unit_value=table.standard_value,
        jiangyin=replace(known.jiangyin, young_forest_factor=1.0, construction_coefficient=0.0),
    )


@pytest.fixture(scope="module")
def valued(hand_rules, transitions):
    """Return a function that values the parcels, with a gate and cells."""
    table = transitions(PIECES, UNCOVERED)
    unmatched = unmatched_codes(table, hand_rules)

    def value(gate: float = 1e-6, cells=None):
        found = ["ok", "ok", "empty"]
        return value_parcels([7, 3, 9], table, found, gate, cells, unmatched, hand_rules, "by hand")

    return value


def approximately(rows: list[list]) -> list[list]:
    return [[pytest.approx(item) if isinstance(item, float) else item for item in row] for row in rows]


class TestParcelRows:
    def test_every_figure(self, valued):
        rows = list(parcel_rows(valued()))
        assert rows == approximately([[float(n) if isinstance(n, int) else n for n in row] for row in ROWS])
        assert all(len(row) == len(PARCEL_COLUMNS) for row in rows)

    def test_cells_come_last(self, valued):
        cells = np.array([12, 4, 0])
        rows = list(parcel_rows(valued(cells=cells)))
        assert [row[-1] for row in rows] == [12, 4, 0]
        assert all(type(row[-1]) is int for row in rows)
        assert [row[:-1] for row in rows] == list(parcel_rows(valued()))

    def test_gate_and_cells_decide_the_status(self, valued):
        assert valued(gate=0.6).statuses == ["ok", "unmatched", "empty"]
        assert valued(gate=0.6, cells=np.array([9, 9, 0])).statuses == ["coarse", "unmatched", "empty"]
        assert valued(gate=0.6, cells=np.array([10, 9, 0])).statuses == ["ok", "unmatched", "empty"]

    def test_parcels_keep_their_ids(self, valued):
        assert valued().parcel_ids == [7, 3, 9]


def test_transition_rows_name_the_classes_in_both_languages(valued):
    rows = list(transition_rows(valued()))
    assert rows == approximately([
        [7, "0101", "水田 Paddy field", "0602", "采矿用地 Mining", 1.0, -15_000.0, 0.0, 2.5],
        [7, "0602", "采矿用地 Mining", "1105", "沼泽地 Marsh", 1.0, 40_000.0, 15.0, 0.0],
    ])
    assert all(len(row) == len(TRANSITION_COLUMNS) for row in rows)


def test_transition_without_a_known_coefficient_has_no_figure(hand_rules, transitions):
    """The table does not know dry land, so the change is unknown; the exchange of two lands yields no voucher."""
    scheme = hand_rules.scheme.classes
    dry = replace(scheme["0101"], code="0103", ecosystem="dry_cropland")
    rules = replace(hand_rules, scheme=replace(hand_rules.scheme, classes={**scheme, "0103": dry}))
    table = transitions([(0, "0103", "0101", HA), (0, "0101", "?", HA)])
    results = value_parcels([1], table, ["ok"], 1e-6, None, [], rules, "")
    assert sums_of(results)["SKIPPED_COUNT"] == 0
    assert list(transition_rows(results)) == [
        [1, "0103", "水田 Paddy field", "0101", "水田 Paddy field", 1.0, None, 0.0, 0.0]
    ]


def test_transition_to_a_code_without_a_class_has_no_row(hand_rules, transitions):
    table = transitions([(0, "0101", "9", HA), (0, "0101", "0602", HA)])
    rows = transition_rows(value_parcels([1], table, ["ok"], 1e-6, None, [], hand_rules, ""))
    assert [(row[1], row[3]) for row in rows] == [("0101", "0602")]


def test_many_parcels_have_their_own_rows(hand_rules, transitions):
    """More than are turned into rows at a time: in the first half marsh became mine, in the second the reverse."""
    count = 16_390
    half = count // 2
    change = [("1105", "0602")] * half + [("0602", "1105")] * half
    table = transitions([(i, *change[i], HA) for i in range(count)])
    results = value_parcels(list(range(count)), table, ["ok"] * count, 1e-6, None, [], hand_rules, "")
    names = ("v_supply", "v_demand", "ev_role")
    columns = [PARCEL_COLUMNS.index(name) for name in names]
    rows = [tuple(row[column] for column in columns) for row in parcel_rows(results)]
    assert rows == [(0.0, pytest.approx(15), "demand")] * half + [(pytest.approx(15), 0.0, "supply")] * half
    assert [(row[0], row[1][:4], row[3][:4]) for row in transition_rows(results)] == [
        (i, *change[i]) for i in range(count)
    ]


class TestSums:
    def test_of_what_is_known(self, valued):
        sums = sums_of(valued())
        assert sums == {
            "PARCEL_COUNT": 3, "SKIPPED_COUNT": 2, "AREA_HA": 6, "UNMAPPED_HA": 4,
            "ESV_BASE": 15_000, "ESV_TARGET": 40_000, "ESV_CHANGE": 25_000,
            "VOUCHER_SUPPLY": pytest.approx(15), "VOUCHER_DEMAND": pytest.approx(2.5),
            "VOUCHER_NET": pytest.approx(12.5),
        }
        assert tuple(sums) == NUMBERS
        assert type(sums["SKIPPED_COUNT"]) is int

    def test_parcel_with_a_value_and_no_voucher_is_not_skipped(self, hand_rules, transitions):
        like = replace(hand_rules.scheme.classes["0101"], ecological_gu="yes", standard_forest="shrub")
        rules = replace(
            hand_rules, standard="standard_forest", standard_forest={},
            scheme=replace(hand_rules.scheme, classes={"0101": like}),
        )
        sums = sums_of(value_parcels([1], transitions([(0, "0101", "0101", HA)]), ["ok"], 1e-6, None, [], rules, ""))
        assert (sums["SKIPPED_COUNT"], sums["ESV_BASE"], sums["VOUCHER_NET"]) == (0, 15_000, None)

    def test_of_nothing_are_unknown(self, hand_rules, transitions):
        table = transitions([], (NAN,))
        sums = sums_of(value_parcels([1], table, ["empty"], 1e-6, None, [], hand_rules, ""))
        assert (sums["PARCEL_COUNT"], sums["SKIPPED_COUNT"], sums["AREA_HA"]) == (1, 1, 0)
        assert [sums[name] for name in NUMBERS[4:]] == [None] * 6


class TestUnmatched:
    FOUND = [CodeArea("base", "101", 2 * HA, 50.0, 1), CodeArea("target", "", 12_345.678, 12.5, 3)]

    def test_codes_of_the_parcels(self, valued):
        [found] = valued().unmatched
        assert found == CodeArea("base", "101", 2 * HA, pytest.approx(100 / 3), 1)

    def test_unknown_value_and_unknown_coefficient_are_both_named(self, hand_rules, transitions):
        """Code a has a voucher coefficient and no value, code b a value and no coefficient."""
        like = replace(hand_rules.scheme.classes["0101"], ecological_gu="yes")
        classes = {
            "a": replace(like, code="a", ecosystem="dry_cropland", standard_forest="arbor_forest"),
            "b": replace(like, code="b", standard_forest="shrub"),
        }
        rules = replace(
            hand_rules, standard="standard_forest", standard_forest={"arbor_forest": 1.0},
            scheme=replace(hand_rules.scheme, classes=classes),
        )
        found = unmatched_codes(transitions([(0, "a", "b", HA), (1, "a", "b", HA)]), rules)
        assert [(item.layer, item.code, item.parcels) for item in found] == [("base", "a", 2), ("target", "b", 2)]

    def test_rows(self):
        rows = list(unmatched_rows(self.FOUND))
        assert rows == [["base", "101", 2.0, 50.0, 1], ["target", None, pytest.approx(1.2345678), 12.5, 3]]
        assert all(len(row) == len(UNMATCHED_COLUMNS) for row in rows)

    def test_list_for_a_sentence(self):
        first, second = "“101” (base: 2.0000 ha in 1 parcels)", "“NULL” (target: 1.2346 ha in 3 parcels)"
        assert listed(self.FOUND) == f"{first}, {second}"
        assert listed(self.FOUND[:1]) == first
        thousands = [CodeArea("base", "x", 1.5e7, 1.0, 2)]
        assert listed(thousands) == "“x” (base: 1,500.0000 ha in 2 parcels)"

    def test_what_cannot_be_seen_in_a_code_is_written_out(self):
        code = "01\u200b0\u54c8\t1 \xad"
        assert listed([CodeArea("base", code, HA, 1.0, 1)]).startswith(r"“01\u200b0哈\t1 \xad” (base")

    def test_list_is_translated(self):
        translated = {
            "“{code}” ({layer}: {area} ha in {parcels} parcels)": "{code}|{layer}|{area}|{parcels}",
            "base": "基期", "target": "目标期",
        }
        assert listed(self.FOUND, translated.__getitem__) == "101|基期|2.0000|1, NULL|目标期|1.2346|3"

    @pytest.mark.parametrize(("code", "hinted"), [("101", True), ("0101", False), ("", False), ("x", False)])
    def test_error_names_everything_and_hints_at_lost_zeros(self, hand_rules, code, hinted):
        error = unmatched_error([CodeArea("base", code, HA, 1.0, 1)], hand_rules)
        shown = code or "NULL"
        assert str(error) == (
            "These land-use codes have no value in the scheme custom with the coefficient table custom: "
            f"“{shown}” (base: 1.0000 ha in 1 parcels). "
            "Check the scheme and the code fields, extend the table, or allow codes without a value."
            + (" The scheme has such codes with a leading zero: a numeric field has lost it; use a text field."
               if hinted else "")
        )

    def test_error_is_translated(self, hand_rules):
        error = unmatched_error([CodeArea("base", "101", HA, 1.0, 1)], hand_rules, lambda text: f"<{text[:9]}>")
        assert error.values["codes"] == "<“{code}” >".format(code="101")
        assert error.values["hint"] == " <The schem>"


def test_doubts_of_the_scheme_and_conditional_flags(hand_rules, transitions):
    """Largest area first; flags that are conditional count as no, which is said."""
    classes = dict(hand_rules.scheme.classes)
    classes["0101"] = replace(classes["0101"], doubt="two readings")
    classes["0602"] = replace(classes["0602"], forest_cover="conditional")
    classes["1105"] = replace(
        classes["1105"], doubt="a mean", ecological_gu="conditional", ecological_jiangyin="conditional"
    )
    classes["sure"] = replace(classes["0101"], code="sure", doubt="")
    rules = replace(hand_rules, scheme=replace(hand_rules.scheme, classes=classes))
    table = transitions([
        (0, "0101", "0602", HA), (0, "sure", "0602", 3 * HA), (1, "1105", "?", 8 * HA), (1, "?", "0101", 8 * HA),
    ])
    flagged = "[forest_cover: conditional → no]"
    assert doubtful_codes(table, rules) == [
        (CodeArea("base", "1105", 8 * HA, 40.0, 1),
         "a mean [ecological_gu, ecological_jiangyin: conditional → no]"),
        (CodeArea("target", "0101", 8 * HA, 40.0, 1), "two readings"),
        (CodeArea("target", "0602", 4 * HA, 20.0, 1), flagged),
        (CodeArea("base", "0101", HA, 5.0, 1), "two readings"),
    ]
