"""ecovoucher:revenuesplit in a real QGIS."""

from __future__ import annotations

import pytest
from qgis.core import NULL, QgsApplication, QgsProcessingException, QgsProcessingFeedback
from support.layers import square
from support.policy_runs import refusal, run, table

SALE = "name:string(20) sold:double cost:double"


def sales(*rows):
    return table(SALE, *rows)


def split(*rows, **parameters):
    return run("revenuesplit", **{"INPUT": sales(*rows), "QUANTITY_FIELD": "sold", "UNIT_PRICE": 250_000, **parameters})


def test_land_ticket_of_chongqing():
    """Rulebook D-1 and WE-7: a net of 200,000 yuan is 170,000 for the farmers and 30,000 for the collective."""
    found = split(("a", 1, 50_000), ("b", 2.5, 50_000), COST_FIELD="cost", PRESET="land_ticket")
    money = ("rs_gross", "rs_cost", "rs_net", "rs_farmer", "rs_collect")
    assert [tuple(row[name] for name in money) for row in found.rows] == [
        (250_000, 50_000, 200_000, 170_000, 30_000), (625_000, 125_000, 500_000, 425_000, 75_000),
    ]
    assert found.column("rs_status") == ["ok", "ok"]
    assert {name: found.outputs[name] for name in ("GROSS", "COST", "NET", "FARMER", "COLLECTIVE")} == {
        "GROSS": 875_000, "COST": 175_000, "NET": 700_000, "FARMER": 595_000, "COLLECTIVE": 105_000,
    }
    assert found.outputs["BELOW_MINIMUM_COUNT"] == 0
    assert "Farmers 85 %" in found.log.textLog()


def test_share_is_85_without_a_word():
    assert split(("a", 1, NULL), UNIT_COST=50_000).column("rs_farmer") == [170_000]
    assert split(("a", 1, NULL)).column("rs_farmer") == [212_500]


def test_minima_are_flagged_and_counted_and_no_money_moves():
    found = split(
        ("above", 1, 50_000), ("below", 1, 150_000), ("loss", 1, 300_000), COST_FIELD="cost", PRESET="land_ticket",
    )
    assert found.column("rs_status") == ["ok", "below_minimum", "loss"]
    assert found.column("rs_farmer") == [170_000, 85_000, 0]
    assert found.column("rs_net") == [200_000, 100_000, -50_000]
    assert found.outputs["BELOW_MINIMUM_COUNT"] == 2
    assert found.outputs["FARMER"] + found.outputs["COLLECTIVE"] == 300_000
    assert "Row 2: a party gets less" in found.warnings
    assert "Row 3: the cost is above the price" in found.warnings


def test_losses_are_told_apart_so_that_the_totals_add_up():
    found = split(("gain", 1, 50_000), ("loss", 1, 516_640), COST_FIELD="cost")
    assert {name: found.outputs[name] for name in ("NET", "FARMER", "COLLECTIVE", "LOSS")} == {
        "NET": -66_640, "FARMER": 170_000, "COLLECTIVE": 30_000, "LOSS": 266_640,
    }
    assert "Losses 266,640.00 yuan, not shared out" in found.log.textLog()
    gain = split(("gain", 1, 50_000), COST_FIELD="cost")
    assert gain.outputs["LOSS"] == 0
    assert "Losses" not in gain.log.textLog()


def test_break_even_price_is_returned_and_said():
    found = split(("a", 1, 100), ("b", 3, 200), ("no cost", 5, NULL), COST_FIELD="cost")
    assert found.outputs["BREAK_EVEN_PRICE"] == 175
    assert "Break-even price 175.00 yuan" in found.log.textLog()
    nothing = split(("a", NULL, 100), COST_FIELD="cost")
    assert nothing.outputs["BREAK_EVEN_PRICE"] is None
    assert "Break-even" not in nothing.log.textLog()


def test_vouchers_are_sold_as_issued_and_the_log_says_what_remains():
    """Rulebook K-7 and J-27: of 73.174999 computed vouchers 73.17 are issued."""
    rows = ("pilot", 73.174999, 0), ("next to nothing", 0.004, 0), ("none", NULL, 0), ("up", 0.005, 0)
    found = split(*rows, UNIT_PRICE=30_000, PRESET="voucher_sale")
    assert found.column("rs_gross") == [2_195_100, 0, None, 300]
    assert found.column("rs_status") == ["ok", "ok", "no_quantity", "ok"]
    assert "to 0.01 half up: 73.18 of 73.183999, remainder 0.003999" in found.log.textLog()


def test_mu_are_sold_as_measured():
    found = split(("a", 73.174999, 0), UNIT_PRICE=30_000, PRESET="land_ticket")
    assert found.column("rs_gross") == [2_195_249.97]
    assert "as issued" not in found.log.textLog()


def test_minima_of_ones_own():
    found = split(("a", 1, NULL), FARMER_MINIMUM=212_500.01, COLLECTIVE_MINIMUM=37_500)
    assert found.column("rs_status") == ["below_minimum"]
    assert split(("a", 1, NULL), FARMER_MINIMUM=212_500).column("rs_status") == ["ok"]


def test_null_gives_null_money_and_a_status_and_every_row_stays():
    found = split(("a", NULL, 1), ("b", 1, NULL), ("c", -1, 1), ("d", 1, -1), ("e", 1, 0), COST_FIELD="cost")
    assert found.column("rs_status") == ["no_quantity", "no_cost", "negative", "negative", "ok"]
    assert found.column("rs_farmer") == [None] * 4 + [212_500]
    assert found.outputs["GROSS"] == 250_000
    assert "Row 1: the quantity is missing" in found.warnings
    assert "Row 3, 4: the quantity or the cost is negative" in found.warnings


def test_parts_sum_to_the_fen():
    found = split(*[("x", 0.01 * number, 0) for number in range(1, 60)], UNIT_PRICE=33.33, FARMER_SHARE=66.7)
    for row in found.rows:
        assert round(100 * row["rs_farmer"]) + round(100 * row["rs_collect"]) == round(100 * row["rs_net"])
    assert round(100 * found.outputs["FARMER"]) + round(100 * found.outputs["COLLECTIVE"]) == round(
        100 * found.outputs["NET"]
    )


def test_totals_do_not_depend_on_the_order():
    rows = [("x", 0.013 * number, number) for number in range(1, 40)]
    first, second = (split(*some, COST_FIELD="cost", UNIT_PRICE=77.7) for some in (rows, rows[::-1]))
    for name in ("GROSS", "COST", "NET", "FARMER", "COLLECTIVE"):
        assert first.outputs[name] == second.outputs[name]


@pytest.mark.parametrize(("preset", "farmer", "party"), [
    ("voucher_sale", 85, "households"), ("nanning_lake", 12, "the park"), ("naliang_taro", 80, "co-operative"),
])
def test_published_splits(preset, farmer, party):
    """Seed 004: Nanning 12 : 88, Naliang pays 20 % of profit out."""
    found = split(("profit", 100, 0), UNIT_PRICE=1, PRESET=preset)
    assert (found.column("rs_farmer"), found.column("rs_collect")) == ([farmer], [100 - farmer])
    assert party in found.log.textLog()


def test_polygons_keep_their_shape():
    layer = table("sold:double", (square(0, 0), 1), (None, 2), kind="Polygon")
    found = run("revenuesplit", INPUT=layer, QUANTITY_FIELD="sold", UNIT_PRICE=1)
    shapes = [feature.geometry() for feature in found.layer.getFeatures()]
    assert shapes[0].equals(next(layer.getFeatures()).geometry())
    assert shapes[1].isNull()
    assert found.layer.crs() == layer.crs()


BAD = {
    "negative price": ({"UNIT_PRICE": -1}, "The price is -1 yuan per unit"),
    "negative cost": ({"UNIT_COST": -1}, "The cost is -1 yuan per unit"),
    "two costs": ({"UNIT_COST": 5, "COST_FIELD": "cost"}, "Choose one of them"),
    "share as a fraction": ({"FARMER_SHARE": 0.85}, "85 for 85 %"),
    "share above 100": ({"FARMER_SHARE": 120}, "between 0 and 100"),
    "negative share": ({"FARMER_SHARE": -5}, "between 0 and 100"),
    "negative minimum": ({"FARMER_MINIMUM": -5}, "guaranteed minimum is -5"),
    "text for a number": ({"QUANTITY_FIELD": "name"}, "“name” holds string, not numbers"),
    "text for a cost": ({"COST_FIELD": "name"}, "“name” holds string, not numbers"),
    "no such field": ({"QUANTITY_FIELD": "area"}, "there is no field “area”"),
    "share against the preset": ({"PRESET": "nanning_lake", "FARMER_SHARE": 30}, "fixes the share of the farmers"),
    "minimum against the preset": ({"PRESET": "land_ticket", "FARMER_MINIMUM": 1}, "fixes the minimum of the farmers"),
}


@pytest.mark.parametrize(("changes", "sentence"), BAD.values(), ids=BAD)
def test_what_makes_no_sense_is_refused_before_the_run(changes, sentence):
    given = {"INPUT": sales(("a", 1, 1)), "QUANTITY_FIELD": "sold", "UNIT_PRICE": 10, **changes}
    assert sentence in refusal("revenuesplit", **given)


def test_preset_may_be_repeated_in_words():
    found = split(("a", 1, 0), PRESET="land_ticket", FARMER_SHARE=85, FARMER_MINIMUM=120_000)
    assert found.column("rs_status") == ["ok"]


def test_empty_table_and_taken_field_are_refused():
    empty = {"INPUT": sales(), "QUANTITY_FIELD": "sold", "UNIT_PRICE": 10}
    assert "no feature to work on" in refusal("revenuesplit", **empty)
    taken = table("sold:double RS_NET:double", (1, 1))
    assert "“rs_net” is already there" in refusal("revenuesplit", INPUT=taken, QUANTITY_FIELD="sold", UNIT_PRICE=10)


@pytest.mark.parametrize("preset", ["none", "voucher_sale"])
def test_amount_beyond_every_budget_is_null_and_named(preset):
    found = split(
        ("a", float("inf"), 0), ("b", 1, float("inf")), ("c", 1e12, 0), ("d", float("-inf"), 0), ("e", 1, 0),
        COST_FIELD="cost", PRESET=preset,
    )
    assert found.column("rs_status") == ["too_large"] * 3 + ["negative", "ok"]
    for name in ("rs_gross", "rs_cost", "rs_net", "rs_farmer", "rs_collect"):
        assert found.column(name)[:4] == [None] * 4
    assert found.outputs["GROSS"] == 250_000
    assert "Row 1, 2, 3: the amount is infinite or too large" in found.warnings


def test_price_is_asked_for():
    algorithm = QgsApplication.processingRegistry().algorithmById("ecovoucher:revenuesplit")
    assert algorithm.parameterDefinition("UNIT_PRICE").defaultValue() is None
    assert "UNIT_PRICE" in refusal("revenuesplit", INPUT=sales(("a", 1, 0)), QUANTITY_FIELD="sold")


def test_output_that_fails_half_way_is_not_left_behind(tmp_path):
    from qgis import processing

    target = tmp_path / "split.gpkg"
    given = {"QUANTITY_FIELD": "sold", "UNIT_PRICE": 250_000, "OUTPUT": str(target)}
    feedback = QgsProcessingFeedback(False)
    feedback.progressChanged.connect(lambda progress: feedback.cancel() if progress >= 50 else None)
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        processing.run("ecovoucher:revenuesplit", {"INPUT": sales(*[("a", 1, 0)] * 200), **given}, feedback=feedback)
    assert not target.exists()
    run("revenuesplit", INPUT=sales(("a", 1, 0)), **given)
    assert target.exists()


def test_key_of_a_geopackage_that_repeats_is_refused(tmp_path):
    merged = table("fid:integer sold:double", (1, 1), (1, 2))
    assert "“fid”" in refusal(
        "revenuesplit", INPUT=merged, QUANTITY_FIELD="sold", UNIT_PRICE=1, OUTPUT=str(tmp_path / "split.gpkg")
    )
