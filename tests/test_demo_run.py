"""What `make run` gives: data, project, maps and printed totals."""

from __future__ import annotations

import csv
import math
import subprocess
import sys
from collections import Counter

import geopandas
import numpy as np
import pytest
from ecovoucher.demo.trade_layout import payment_table
from ecovoucher.ecovoucher_plugin.accounting.units import issued
from qgis.core import QgsProject, QgsRenderContext
from qgis.PyQt.QtGui import QImage

GROUPS = ["Parcels", "Revenue", "Trade", "Balance", "Land use", "Input", "Tables"]


def layer(demo, name):
    return geopandas.read_file(demo[0] / "ecovoucher_demo.gpkg", layer=name)


def resource(root, path, key):
    """Return the rows of a table of the plugin by a column."""
    with open(root / "resources" / path, encoding="utf-8") as file:
        return {row[key]: row for row in csv.DictReader(line for line in file if not line.startswith("#"))}


class TestRun:
    def test_prints_totals_with_units_and_files(self, demo):
        folder, text = demo
        result = layer(demo, "parcel_vouchers")
        assert f"supply {result.v_supply.sum():,.2f}, demand {result.v_demand.sum():,.2f}" in text
        assert "yuan per year" in text
        assert "ha without a known class at both dates" in text
        for name in ("ecovoucher_demo.gpkg", "ecovoucher_demo.qgz", "ecovoucher_demo.png", "ecovoucher_demo_trade.png"):
            assert name in text
            assert (folder / name).exists()

    def test_every_kind_of_parcel_does_what_it_should(self, demo):
        result = layer(demo, "parcel_vouchers")
        assert len(result) == len(layer(demo, "parcels"))
        assert Counter(result.ev_status) == {"ok": len(result) - 7, "partly_covered": 5, "not_covered": 2}
        assert set(result.ev_status[result.v_net.isna()]) == {"not_covered"}
        assert (result.v_net[result.kind == "check"].fillna(0) == 0).all()
        assert result.v_supply[result.kind == "restoration"].sum() > 1000
        assert result.v_demand[result.kind == "development"].sum() > 1000

    def test_project_opens_in_another_folder(self, demo):
        project = QgsProject()
        assert project.read(str(demo[0] / "ecovoucher_demo.qgz"))
        layers = project.mapLayers().values()
        assert len(layers) == 15
        assert all(each.isValid() for each in layers)
        groups = [group.name() for group in project.layerTreeRoot().findGroups()]
        assert groups == GROUPS
        assert {layout.name() for layout in project.layoutManager().layouts()} == {"Voucher map", "Trade map"}
        for theme in ("Parcels", "Plan", "Revenue", "Trade", "Balance", "Land use"):
            assert project.mapThemeCollection().mapThemeVisibleLayers(theme), theme
        assert {place.name() for place in project.bookmarkManager().bookmarks()} == {"County", "Prefecture"}
        assert project.viewSettings().defaultViewExtent().contains(
            project.mapLayersByName("Net vouchers of each parcel")[0].extent()
        )

    def test_every_class_of_the_legend_occurs(self, demo):
        project = QgsProject()
        assert project.read(str(demo[0] / "ecovoucher_demo.qgz"))
        vouchers = project.mapLayersByName("Net vouchers of each parcel")[0]
        renderer, context = vouchers.renderer().clone(), QgsRenderContext()
        renderer.startRender(context, vouchers.fields())
        drawn = set().union(*(renderer.legendKeysForFeature(feature, context) for feature in vouchers.getFeatures()))
        renderer.stopRender(context)
        assert drawn >= {rule.ruleKey() for rule in renderer.rootRule().children()}

    @pytest.mark.parametrize(("name", "expected"), [
        ("ecovoucher_demo", ("#80cdc1", "#35978f", "#fdae61", "#e0731e")),
        # Sellers, compliant districts, buyers, arrows.
        ("ecovoucher_demo_trade", ("#35978f", "#dedede", "#fde0b2", "#1b4079")),
    ])
    def test_maps_are_a4_pages_that_show_both_sides(self, demo, name, expected):
        picture = QImage(str(demo[0] / f"{name}.png"))
        assert (picture.width(), picture.height()) == pytest.approx((297 / 25.4 * 150, 210 / 25.4 * 150), abs=2)
        colours = Counter(
            picture.pixelColor(x, y).name() for x in range(60, 1250, 2) for y in range(150, 1050, 2)
        )
        for colour in expected:
            assert colours[colour] > 100, colour

    def test_failure_is_one_sentence(self, root, tmp_path):
        in_the_way = tmp_path / "taken"
        in_the_way.write_text("")
        finished = subprocess.run(
            [sys.executable, str(root / "demo" / "run.py"), "--output", str(in_the_way)],
            capture_output=True, text=True, timeout=300,
        )
        assert finished.returncode == 1
        assert finished.stderr.strip() == f"{in_the_way} cannot be written: File exists."


class TestPolicy:
    """What `make run` computes after the vouchers, against figures worked out here from the inputs."""

    def test_plan_values_the_restoration_plots_as_a_whole(self, demo):
        plan = layer(demo, "plan_vouchers")
        assert len(plan) == (layer(demo, "parcels").kind == "restoration").sum()
        assert set(plan.ev_status) == {"ok"}
        assert set(plan.mapped_pct) == {100}
        assert f"supply {plan.v_supply.sum():,.2f} vouchers" in demo[1]

    def test_revenue_is_shared_to_the_fen(self, demo):
        revenue = layer(demo, "revenue")
        sold = revenue[revenue.v_supply.notna()]
        vouchers = np.array([float(issued(quantity)) for quantity in sold.v_supply])
        assert sold.rs_net.to_numpy() == pytest.approx(vouchers * (30_000 - 18_000), abs=1e-6)
        assert (sold.rs_farmer + sold.rs_collect).to_numpy() == pytest.approx(sold.rs_net.to_numpy(), abs=1e-6)
        assert sold.rs_farmer.to_numpy() == pytest.approx(0.85 * sold.rs_net.to_numpy(), abs=0.011)
        assert f"= net {sold.rs_net.sum():,.2f} yuan" in demo[1]

    def test_trade_serves_the_whole_shortage(self, demo):
        districts, trades = layer(demo, "districts_roles"), layer(demo, "trades")
        assert {"buyer", "seller", "compliant"} == set(districts.fc_role)
        shortage = ((districts.target_pct - districts.forest_pct) / 100 * districts.land_ha * 15).clip(lower=0)
        assert trades.area_mu.sum() == pytest.approx(shortage.sum(), abs=0.001)
        assert districts.fc_after[districts.fc_role == "seller"].min() >= 60 - 1e-9
        assert (districts.fc_after >= districts.target_pct - 1e-9).all()
        assert f"traded {shortage.sum():,.0f} mu; feasible: yes" in demo[1]

    def test_trade_is_paid_in_three_years(self, demo):
        districts, trades = layer(demo, "districts_roles"), layer(demo, "trades")
        price = dict(zip(districts.name, districts.price_mu))
        owed = sum(round(area * (price[seller] + 15 * 100), 2) for seller, area in zip(trades.seller, trades.area_mu))
        assert trades.amount.sum() == pytest.approx(owed, abs=0.01 * len(trades))
        by_year = layer(demo, "payments").groupby("year").amount.sum()
        assert by_year.to_dict() == pytest.approx(dict(zip((1, 2, 3), np.array([0.3, 0.3, 0.4]) * owed)), abs=0.1)
        assert f"Amount {trades.amount.sum():,.2f} yuan" in demo[1]

    def test_printed_payments_are_those_of_the_plan(self, demo):
        payments = layer(demo, "payments")
        project = QgsProject()
        assert project.read(str(demo[0] / "ecovoucher_demo.qgz"))
        header, *rows, sums = payment_table(project.mapLayersByName("Payments by year")[0])
        assert header == ["Buyer", "Year 1", "Year 2", "Year 3"]
        assert [row[0] for row in rows] == sorted(set(payments.buyer))
        for column, year in enumerate((1, 2, 3), start=1):
            amounts = [float(row[column].replace(",", "")) for row in (*rows, sums)]
            assert math.fsum(amounts[:-1]) == pytest.approx(amounts[-1], abs=0.001)
            assert amounts[-1] == pytest.approx(payments.amount[payments.year == year].sum(), abs=0.001)

    def test_balance_is_the_change_in_standard_forest(self, demo, root):
        balance = layer(demo, "districts_balance")
        third_survey = resource(root, "schemes/third_survey.csv", "code")
        standard_forest = resource(root, "standards/standard_forest.csv", "standard_forest")

        def hectares(date):
            total = 0
            for name in ("landuse", "around"):
                patches = layer(demo, f"{name}_{date}")
                classes = [third_survey[code]["standard_forest"] for code in patches.DLBM]
                factors = [float(standard_forest[name]["coefficient"]) if name else 0 for name in classes]
                total += np.array(factors) @ patches.area.to_numpy() / 10_000
            return total

        assert set(balance.rb_status) == {"ok"}
        assert balance.rb_static.sum() == pytest.approx(hectares("target") - hectares("base"), rel=1e-3)
        corrected = balance.rb_static * balance.gdp_head / 72_000 * balance.density / 147
        assert balance.rb_voucher.to_numpy() == pytest.approx(corrected.to_numpy(), rel=1e-9)
        assert f"net {balance.rb_static.sum():+,.2f} ha of standard forest" in demo[1]
        assert f"unmet {-corrected.sum():,.2f} ha" in demo[1]
