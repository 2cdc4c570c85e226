"""ecovoucher:forestcovertrade in a real QGIS: the deals and rules of seed 000, case 4, and Chongqing's 38 districts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from qgis.core import (
    NULL,
    QgsApplication,
    QgsDistanceArea,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsVectorLayer,
)
from support.layers import CRS, square
from support.policy_runs import failure, refusal, run, table
from support.runs import as_layer, load_results, rows_of

ROOT = Path(__file__).resolve().parents[2]
BOUNDARIES = ROOT.parent / "shared" / "data" / "10_cn_boundaries_amap" / "cn_admin.gpkg"
FIELDS = (
    "name:string(40) land:double forest:double cover:double target:double price:double "
    "grain:integer oil:string key:bool"
)
NAMES = ("name", "land", "forest", "cover", "target", "price", "grain", "oil", "key")


def district(east, name, land, forest, target=55, **others):
    values = {"name": name, "land": land, "forest": forest, "target": target, **others}
    return (square(1000 * east, 0, 500), *(values.get(field, NULL) for field in NAMES))


def districts(*rows):
    return table(FIELDS, *rows, kind="Polygon")


def parameters(*rows, **changes):
    return {
        "DISTRICTS": districts(*rows), "NAME_FIELD": "name", "AREA_FIELD": "land", "FOREST_FIELD": "forest",
        "TARGET_FIELD": "target", "TRADES": "TEMPORARY_OUTPUT", "PAYMENTS": "TEMPORARY_OUTPUT", **changes,
    }


def trade(*rows, **changes):
    return run("forestcovertrade", **parameters(*rows, **changes))


def trades(found):
    return [(row["seller"], row["buyer"], row["area_mu"]) for row in rows_of(found.outputs["TRADES"])]


def payments(found):
    return [(row["year"], row["amount"], row["kind"]) for row in rows_of(found.outputs["PAYMENTS"])]


def deal(area):
    """A buyer that lacks an area, and a seller with more than enough, as in the published deals."""
    return district(0, "buyer", 400_000, 220_000 - area), district(9, "seller", 7_700_000, 5_100_000)


class TestPublishedDeals:
    """Seed 000, case 4, and worked examples WE-7: (1000 + 100 × 15) yuan a mu."""

    @pytest.mark.parametrize(("area", "amount"), [
        pytest.param(75_000, 187_500_000, id="Jiangbei-Youyang, 1.875亿元"),
        pytest.param(15_000, 37_500_000, id="Jiulongpo-Chengkou, 3750万元"),
        pytest.param(10_000, 25_000_000, id="Nanan and ETDZ-Wuxi, 2500万元"),
        pytest.param(11_190, 27_975_000, id="Yuzhong-Wuxi, 2797.5万元"),
    ])
    def test_amount_to_the_yuan(self, area, amount):
        found = trade(*deal(area))
        assert trades(found) == [("seller", "buyer", area)]
        assert found.outputs["AMOUNT"] == amount
        assert rows_of(found.outputs["TRADES"])[0]["unit_price"] == 2500
        assert (found.outputs["TRADED"], found.outputs["UNMET"], found.outputs["FEASIBLE"]) == (area, 0, 1)

    def test_first_deal_is_paid_3_3_4(self):
        found = trade(*deal(75_000))
        assert payments(found) == [
            (1, 56_250_000, "price_and_fee"), (2, 56_250_000, "price_and_fee"), (3, 75_000_000, "price_and_fee"),
        ]

    def test_fee_may_be_paid_yearly(self):
        found = payments(trade(*deal(75_000), FEE_PAYMENT="yearly"))
        assert [paid for paid in found if paid[2] == "price"] == [
            (1, 22_500_000, "price"), (2, 22_500_000, "price"), (3, 30_000_000, "price"),
        ]
        assert [paid for paid in found if paid[2] == "fee"] == [(year, 7_500_000, "fee") for year in range(1, 16)]


class TestStanding:
    def test_examples_of_the_rulebook(self):
        """Rulebook F-3: capacity 6,000 of 100,000 at 66 %; shortage 3,500 of 50,000 at 48 %; exactly 60 % passes."""
        found = trade(
            district(0, "seller", 100_000, 66_000), district(1, "buyer", 50_000, 24_000),
            district(2, "at the floor", 100_000, 60_000), district(3, "on target", 100_000, 55_000),
        )
        assert found.column("fc_role") == ["seller", "buyer", "compliant", "compliant"]
        assert found.column("fc_cover") == [66, 48, 60, 55]
        assert found.column("fc_short") == [0, 3_500, 0, 0]
        assert found.column("fc_surplus") == [6_000, 0, 0, 0]
        assert found.column("fc_sold") == [3_500, 0, 0, 0]
        assert found.column("fc_bought") == [0, 3_500, 0, 0]
        assert found.column("fc_after") == [62.5, 55, 60, 55]
        assert found.column("fc_status") == ["ok"] * 4

    def test_seller_that_sells_all_it_may_is_at_exactly_60_percent(self):
        found = trade(district(0, "seller", 100_000, 66_000), district(1, "buyer", 50_000, 21_500))
        assert found.column("fc_after") == [60, 55]
        assert found.outputs["FEASIBLE"] == 1

    @pytest.mark.parametrize(("unit", "factor"), [("mu", 1), ("ha", 15), ("km2", 1500)])
    def test_units(self, unit, factor):
        found = trade(district(0, "buyer", 1_000, 500), AREA_UNIT=unit)
        assert found.outputs["SHORTAGE"] == 50 * factor

    def test_coverage_in_percent_over_the_area_of_the_polygon(self):
        buyer = district(0, "buyer", NULL, NULL, cover=45)
        found = trade(buyer, AREA_FIELD=None, FOREST_FIELD=None, COVER_FIELD="cover")
        ellipsoidal = QgsDistanceArea()
        ellipsoidal.setSourceCrs(found.layer.crs(), QgsProject.instance().transformContext())
        ellipsoidal.setEllipsoid(found.layer.crs().ellipsoidAcronym())
        square_metres = ellipsoidal.measureArea(next(found.layer.getFeatures()).geometry())
        assert found.outputs["SHORTAGE"] == pytest.approx(0.1 * square_metres * 15 / 10_000, abs=1e-4)
        assert square_metres == pytest.approx(250_000, rel=1e-3)

    def test_targets_of_the_groups(self):
        """Rulebook F-1: grain or oil 50 %, both 45 %, all others and key ecological counties 55 %."""
        flags = [(1, "no", False), (0, "是", False), (1, "yes", False), (0, "N", False), (1, "true", True)]
        found = trade(
            *(district(number, f"d{number}", 100, 52, grain=grain, oil=oil, key=key)
              for number, (grain, oil, key) in enumerate(flags)),
            district(9, "unknown", 100, 52, grain=1, oil=NULL, key=False),
            TARGET_FIELD=None, GRAIN_FIELD="grain", OIL_FIELD="oil", KEY_ECOLOGICAL_FIELD="key",
        )
        assert found.column("fc_target") == [50, 50, 45, 55, 55, None]
        assert found.column("fc_status")[5] == "no_target"

    def test_group_field_that_is_not_chosen_is_mentioned(self):
        found = trade(district(0, "a", 100, 52, grain=1), TARGET_FIELD=None, GRAIN_FIELD="grain")
        assert found.column("fc_target") == [50]
        labels = "Field “major rapeseed-oil area” (yes/no), Field “national key ecological function county” (yes/no)"
        assert f"Left empty: {labels}. No district" in found.warnings
        assert "OIL_FIELD" not in found.warnings


class TestMatching:
    ROWS = (
        district(0, "near buyer", 10_000, 5_000), district(1, "near seller", 10_000, 6_500, price=1_200),
        district(20, "far seller", 10_000, 6_500),
    )

    def test_nearest_or_cheapest_serves(self):
        nearest = trade(*self.ROWS, PRICE_FIELD="price")
        cheapest = trade(*self.ROWS, PRICE_FIELD="price", OBJECTIVE="cost")
        assert trades(nearest) == [("near seller", "near buyer", 500)]
        assert trades(cheapest) == [("far seller", "near buyer", 500)]
        assert (nearest.outputs["AMOUNT"], cheapest.outputs["AMOUNT"]) == (500 * 2_700, 500 * 2_500)

    def test_trade_is_a_line_from_seller_to_buyer_as_long_as_its_distance(self):
        found = trade(*self.ROWS)
        line = next(as_layer(found.outputs["TRADES"]).getFeatures())
        seller, buyer = line.geometry().asPolyline()
        assert (seller.x() - buyer.x(), seller.y() - buyer.y()) == pytest.approx((1000, 0))
        measure = QgsDistanceArea()
        measure.setSourceCrs(found.layer.crs(), QgsProject.instance().transformContext())
        measure.setEllipsoid(found.layer.crs().ellipsoidAcronym())
        metres = measure.measureLine(QgsPointXY(seller), QgsPointXY(buyer))
        assert line["distance_km"] == pytest.approx(metres / 1000, abs=0.0005)
        assert (line["seller_id"], line["buyer_id"]) == (2, 1)

    def test_order_of_the_layer_does_not_matter(self):
        rows = [district(number, f"d{number:02}", 1000 + 7 * number, 1000 * (0.4 + 0.04 * (number * 5 % 12)))
                for number in range(12)]
        for objective in ("distance", "cost"):
            first, second = (trade(*some, OBJECTIVE=objective) for some in (rows, rows[5:] + rows[4::-1]))
            assert sorted(trades(first)) == sorted(trades(second))
            assert trades(first)

    def test_unmet_shortage_is_named_with_the_rule_that_binds(self):
        found = trade(
            district(0, "buyer", 10_000, 4_000), district(1, "at floor", 10_000, 6_300),
            district(2, "at target", 10_000, 7_200, target=70), district(3, "held back", 10_000, 5_800),
        )
        assert (found.outputs["SHORTAGE"], found.outputs["CAPACITY"]) == (1_500, 500)
        assert (found.outputs["TRADED"], found.outputs["UNMET"], found.outputs["FEASIBLE"]) == (500, 1_000, 0)
        assert found.column("fc_status") == ["unmet", "ok", "ok", "ok"]
        assert "1,000.00 mu of shortage are unmet: buyer 1,000.00 mu" in found.warnings
        assert "The seller floor of 60 % binds: at floor" in found.warnings
        assert "Their own target binds: at target" in found.warnings
        assert "holds back 800.00 mu that lie above the districts' own targets: at floor, held back" in found.warnings

    def test_without_any_seller_it_says_so(self):
        found = trade(district(0, "buyer", 10_000, 4_000))
        assert "No district may sell" in found.warnings
        assert trades(found) == []

    def test_without_a_seller_among_those_assessed_it_does_not_say_that_there_is_none(self):
        found = trade(district(0, "buyer", 10_000, 4_000), district(1, "unknown", 10_000, NULL))
        assert "No district may sell" not in found.warnings
        assert "can be assessed none may sell" in found.warnings
        assert "Districts left out: 1; whether one of them may sell is not known" in found.warnings

    def test_without_any_buyer_all_is_feasible(self):
        found = trade(district(0, "seller", 10_000, 7_000))
        assert (found.outputs["FEASIBLE"], found.outputs["AMOUNT"]) == (1, 0)


class TestFloorsInPrinciple:
    """Rulebook F-6: warnings, never blocks."""

    @pytest.mark.parametrize(("changes", "sentence"), [
        ({"INDEX_PRICE": 900}, "Price of the index (yuan/mu) 900 is below 1000"),
        ({"MANAGEMENT_FEE": 99}, "Management fee (yuan/mu per year) 99 is below 100"),
        ({"MANAGEMENT_YEARS": 14}, "Management (years) 14 is below 15"),
        ({"SELLER_FLOOR": 58}, "Sellers keep 58 %, below the 60 %"),
        ({"INSTALMENTS": "1:1"}, "2 instalments: the management fee is paid yearly or in 3 to 5"),
    ])
    def test_what_lies_below_is_said_and_done(self, changes, sentence):
        found = trade(*deal(10_000), **changes)
        assert sentence in found.warnings
        assert found.outputs["FEASIBLE"] == 1

    def test_price_of_a_single_seller_below_the_floor_is_said(self):
        buyer, seller = deal(10_000)
        found = trade(buyer, (*seller[:6], 900, *seller[7:]), PRICE_FIELD="price")
        assert "seller 900.0 is below 1000" in found.warnings
        assert found.outputs["AMOUNT"] == 10_000 * 2_400

    def test_published_terms_pass_without_a_word(self):
        assert trade(*deal(10_000)).log.warnings == []


class TestLeftOut:
    def test_missing_and_impossible_figures_are_named_and_left_out(self):
        found = trade(
            district(0, "no area", NULL, 5), district(1, "no forest", 10, NULL), district(2, "no target", 10, 5, NULL),
            district(3, "negative", -10, 5), district(4, "too much", 10, 11), district(5, "target", 10, 5, 101),
            district(6, "price", 100, 70, price=-1), (None, *district(7, "nowhere", 100, 70)[1:]),
            district(8, "buyer", 100, 50), PRICE_FIELD="price",
        )
        assert found.column("fc_status") == [
            "no_area", "no_forest", "no_target", "bad_area", "bad_forest", "bad_target", "bad_price", "no_place",
            "unmet",
        ]
        assert found.column("fc_role") == [None] * 8 + ["buyer"]
        assert found.column("fc_cover")[:8] == [None] * 8
        for name in ("no area (1)", "no forest (2)", "no target (3)", "negative (4)", "too much (5)", "target (6)",
                     "price (7)", "nowhere (8)"):
            assert f"{name}: " in found.warnings
        assert trades(found) == []
        assert "1 buyers, 0 sellers, 0 compliant, 8 left out" in found.log.textLog()

    @pytest.mark.parametrize("others", [
        pytest.param([district(0, "buyer", 400_000, 219_990), district(9, "seller", 100_000, 70_000)], id="all met"),
        pytest.param([district(9, "seller", 100_000, 70_000)], id="nothing short"),
    ])
    def test_feasible_only_where_all_districts_are_known(self, others):
        assert trade(*others).outputs["FEASIBLE"] == 1
        found = trade(*others, district(5, "unknown", 10, NULL))
        assert (found.outputs["UNMET"], found.outputs["FEASIBLE"]) == (0, 0)

    def test_run_stops_where_no_district_can_be_assessed(self, tmp_path):
        target = tmp_path / "districts.gpkg"
        given = parameters(district(0, "a", 10, NULL), district(1, "b", 10, 11), OUTPUT=str(target))
        message = failure("forestcovertrade", **given)
        assert "No district can be assessed" in message
        assert "a (1): forest area or coverage is missing" in message
        assert "b (2): the forest area is negative or larger" in message
        assert not target.exists()

    def test_coverage_above_100_is_left_out(self):
        found = trade(
            district(0, "a", 10, NULL, cover=101), district(1, "b", 10, NULL, cover=-1),
            district(2, "c", 10, NULL, cover=100), FOREST_FIELD=None, COVER_FIELD="cover",
        )
        assert found.column("fc_status") == ["bad_cover", "bad_cover", "ok"]
        assert "a (1), b (2): the coverage is not between 0 and 100 %" in found.warnings

    def test_bow_tie_has_no_area(self):
        crossed = "POLYGON((520000 3530000, 520100 3530100, 520100 3530000, 520000 3530100, 520000 3530000))"
        found = trade(
            (crossed, *district(0, "crossed", NULL, NULL, cover=30)[1:]), district(1, "sound", NULL, NULL, cover=60),
            AREA_FIELD=None, FOREST_FIELD=None, COVER_FIELD="cover",
        )
        assert found.column("fc_status") == ["no_area", "ok"]

    def test_two_districts_of_one_name_are_told_apart(self):
        """As 桥西区 and 新华区 in Hebei, each of which exists twice."""
        found = trade(
            district(0, "桥西区", 1_000, 500), district(1, "桥西区", 1_000, 650), district(2, "", 10, 6),
        )
        assert "桥西区 (2×)" in found.warnings
        made = rows_of(found.outputs["TRADES"])
        assert [(row["seller_id"], row["buyer_id"], row["area_mu"]) for row in made] == [(2, 1, 50)]

    def test_district_without_a_name_goes_by_its_id(self):
        found = trade(district(0, NULL, 1_000, 500), district(1, "seller", 1_000, 650))
        assert trades(found) == [("seller", "district 1", 50)]


BAD = {
    "floor above 100": ({"SELLER_FLOOR": 160}, "between 0 and 100"),
    "floor as a share": ({"SELLER_FLOOR": 0.6}, "60 for 60 %"),
    "negative price": ({"INDEX_PRICE": -1}, "The price of the index is -1"),
    "negative fee": ({"MANAGEMENT_FEE": -1}, "The management fee is -1"),
    "negative years": ({"MANAGEMENT_YEARS": -1}, "The number of years is -1"),
    "instalments": ({"INSTALMENTS": "3:x:4"}, "“3:x:4” are not a ratio"),
    "zero instalment": ({"INSTALMENTS": "3:0:4"}, "“3:0:4” are not a ratio"),
    "text for a number": ({"FOREST_FIELD": "name"}, "“name” holds string, not numbers"),
    "no such field": ({"TARGET_FIELD": "goal"}, "there is no field “goal”"),
    "forest and coverage": ({"COVER_FIELD": "cover"}, "either a field of the forest area or one"),
    "neither of them": ({"FOREST_FIELD": None}, "either a field of the forest area or one"),
    "target and group": ({"GRAIN_FIELD": "grain"}, "either a field of the target coverage, or"),
    "no target": ({"TARGET_FIELD": None}, "either a field of the target coverage, or"),
}


class TestRefused:
    @pytest.mark.parametrize(("changes", "sentence"), BAD.values(), ids=BAD)
    def test_before_the_run(self, changes, sentence):
        assert sentence in refusal("forestcovertrade", **parameters(*deal(10), **changes))

    def test_shares_for_percentages(self):
        shares = district(0, "a", 10, NULL, cover=0.45), district(1, "b", 10, NULL, cover=0.7)
        given = parameters(*shares, FOREST_FIELD=None, COVER_FIELD="cover")
        assert "45 for 45 %" in failure("forestcovertrade", **given)

    def test_word_that_is_neither_yes_nor_no(self):
        given = parameters(district(0, "a", 10, 5, oil="perhaps"), TARGET_FIELD=None, OIL_FIELD="oil")
        assert "“perhaps” is neither yes nor no" in failure("forestcovertrade", **given)

    def test_layer_without_a_crs(self):
        layer = districts(district(0, "a", 10, 5))
        layer.setCrs(type(layer.crs())())
        assert "has no CRS" in refusal("forestcovertrade", **{**parameters(), "DISTRICTS": layer})


def test_without_scipy_it_cannot_run_and_says_how_to_get_it():
    """In a process of its own in which scipy cannot be imported; all other algorithms are still there."""
    code = f"""
import sys
sys.modules["scipy"] = None
sys.path.insert(0, {str(ROOT / "tests")!r})
import conftest
from qgis.core import QgsApplication
application = QgsApplication([], False)
application.initQgis()
plugin = sys.modules["ecovoucher"].classFactory(None)
plugin.initProcessing()
for algorithm in QgsApplication.processingRegistry().providerById("ecovoucher").algorithms():
    print(algorithm.name(), algorithm.canExecute())
application.exitQgis()
"""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, timeout=120)
    said = dict(line.split(" ", 1) for line in done.stdout.splitlines())
    assert said["forestcovertrade"].startswith("(False,"), done.stderr
    assert "python3 -m pip install scipy" in said["forestcovertrade"]
    assert said["revenuesplit"] == "(True, '')"


# Scenario, not data: the boundaries are real, the coverage is made up. Named are the districts of the published
# deals; all others get 40 to 74 % by their place in the list of codes.
NAMED_COVER = {"渝中区": 12.0, "江北区": 30.0, "九龙坡区": 28.0, "南岸区": 35.0, "酉阳土家族苗族自治县": 72.0,
               "城口县": 74.0, "巫溪县": 73.0}


def chongqing():
    """The 38 districts with the scenario's coverage; squares where the boundaries are not at hand."""
    if BOUNDARIES.exists():
        source = QgsVectorLayer(f"{BOUNDARIES}|layername=chongqing_38", "districts", "ogr")
        known = sorted((feature["adcode"], feature["name"], feature.geometry()) for feature in source.getFeatures())
        crs = source.crs().authid()
    else:
        names = [*NAMED_COVER, *(f"district {number}" for number in range(31))]
        known = [(number, name, square(20_000 * (number % 7), 20_000 * (number // 7), 20_000))
                 for number, name in enumerate(names)]
        crs = CRS
    rows = [
        (shape, name, NAMED_COVER.get(name, 40.0 + number * 11 % 35), 55.0)
        for number, (_, name, shape) in enumerate(known)
    ]
    return table("name:string(40) cover:double target:double", *rows, kind="MultiPolygon", crs=crs)


@pytest.fixture
def chongqing_market():
    districts = chongqing()

    def made(**changes):
        return run("forestcovertrade", **{
            "DISTRICTS": districts, "NAME_FIELD": "name", "COVER_FIELD": "cover", "TARGET_FIELD": "target",
            "TRADES": "TEMPORARY_OUTPUT", "PAYMENTS": "TEMPORARY_OUTPUT", **changes,
        })

    return made


class TestChongqing:
    def test_all_38_districts_trade_by_the_rules(self, chongqing_market):
        found = chongqing_market()
        rows, made = found.rows, rows_of(found.outputs["TRADES"])
        assert len(rows) == 38
        assert set(found.column("fc_status")) <= {"ok", "unmet"}
        assert {"buyer", "seller", "compliant"} == set(found.column("fc_role"))
        assert sum(row["fc_bought"] for row in rows) == pytest.approx(found.outputs["TRADED"], abs=1e-3)
        assert sum(row["fc_sold"] for row in rows) == pytest.approx(found.outputs["TRADED"], abs=1e-3)
        assert found.outputs["TRADED"] == min(found.outputs["SHORTAGE"], found.outputs["CAPACITY"])
        for row in rows:
            if row["fc_sold"]:
                assert row["fc_cover"] > row["fc_target"]
                assert row["fc_after"] >= 60
            if row["fc_role"] == "buyer" and row["fc_status"] == "ok":
                assert row["fc_after"] == pytest.approx(55, abs=1e-6)
        assert sum(row["amount"] for row in made) == pytest.approx(found.outputs["AMOUNT"], abs=0.001)
        assert sum(row[1] for row in payments(found)) == pytest.approx(found.outputs["AMOUNT"], abs=0.001)

    def test_a_lower_floor_never_leaves_more_unmet_and_serves_no_one_worse(self, chongqing_market):
        unmet = [chongqing_market(SELLER_FLOOR=floor).outputs["UNMET"] for floor in (65, 60, 57, 55)]
        assert unmet == sorted(unmet, reverse=True)
        assert unmet[0] > unmet[-1]

    def test_least_distance_is_not_longer_and_least_cost_not_dearer(self, chongqing_market):
        found = {objective: chongqing_market(OBJECTIVE=objective) for objective in ("distance", "cost")}
        travel = {
            objective: sum(row["area_mu"] * row["distance_km"] for row in rows_of(one.outputs["TRADES"]))
            for objective, one in found.items()
        }
        assert travel["distance"] <= travel["cost"] * (1 + 1e-9)
        assert found["cost"].outputs["AMOUNT"] <= found["distance"].outputs["AMOUNT"]


class TestStyles:
    def test_both_results_are_styled_where_qgis_loads_them(self, qgis_new_project):
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("ecovoucher:forestcovertrade")
        context, log = QgsProcessingContext(), QgsProcessingFeedback(False)
        context.setProject(QgsProject.instance())
        given = {**parameters(*deal(10)), "PAYMENTS": None}
        for name in ("OUTPUT", "TRADES"):
            given[name] = QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", QgsProject.instance())
            given[name].destinationName = name
        _, successful = algorithm.run(given, context, log)
        assert successful, log.textLog()
        load_results(algorithm, context, log)
        loaded = {layer.name(): layer for layer in QgsProject.instance().mapLayers().values()}
        assert "Buyer: below its target" in legend(loaded["OUTPUT"])
        assert "Trade, seller → buyer: below 5,000 mu" in legend(loaded["TRADES"])

    def test_every_district_and_every_trade_has_its_symbol(self):
        found = trade(
            district(0, "buyer", 1_000_000, 450_000), district(1, "seller", 1_000_000, 660_000),
            district(2, "compliant", 1_000, 550), district(3, "left out", NULL, 5), district(1.6, "small", 100, 50),
        )
        for output, style in (("OUTPUT", "forest_cover_roles"), ("TRADES", "forest_cover_trades")):
            layer = as_layer(found.outputs[output])
            message, loaded = layer.loadNamedStyle(str(ROOT / "styles" / f"{style}.qml"))
            assert loaded, message
            assert rules_met(layer) == {
                "OUTPUT": [{"buyer", "unmet"}, {"seller"}, {"compliant"}, {"left_out"}, {"buyer"}],
                "TRADES": [{"area_50000"}, {"area_0"}],
            }[output]


def legend(layer):
    return [item.label() for item in layer.renderer().legendSymbolItems()]


def rules_met(layer):
    """Return the keys of the rules that each feature meets."""
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFields(layer.fields())
    met = []
    for feature in layer.getFeatures():
        context.setFeature(feature)
        rules = layer.renderer().rootRule().children()
        met.append({rule.ruleKey() for rule in rules if QgsExpression(rule.filterExpression()).evaluate(context)})
    return met
