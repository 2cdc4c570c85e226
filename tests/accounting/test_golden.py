"""Published and worked figures (worked examples WE-2, WE-8 to WE-11, rulebook §0 to §2), to the last printed digit."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from ecovoucher.ecovoucher_plugin.accounting.accounts import account, total
from ecovoucher.ecovoucher_plugin.accounting.coefficients import GROUPS, LocalFactors
from ecovoucher.ecovoucher_plugin.accounting.conversion import read_conversion
from ecovoucher.ecovoucher_plugin.accounting.valuation import standard_value, value_classes
from ecovoucher.ecovoucher_plugin.catalog import standard_path

HA = 10_000.0
MU = 10_000 / 15
SHARED = Path(__file__).resolve().parents[2].parent / "shared"


def county(base: dict[str, float], target: dict[str, float]) -> list[tuple[int, str, str, float]]:
    """Return pieces (m²) of one parcel with these class areas (ha): what a class loses fills the gains in order."""
    codes = list(dict.fromkeys((*base, *target)))
    kept = {code: min(base.get(code, 0.0), target.get(code, 0.0)) for code in codes}
    losses = [[code, base.get(code, 0.0) - kept[code]] for code in codes]
    gains = [[code, target.get(code, 0.0) - kept[code]] for code in codes]
    pieces = [(0, code, code, kept[code] * HA) for code in codes if kept[code]]
    for loss in losses:
        for gain in gains:
            moved = min(loss[1], gain[1])
            if moved > 0:
                pieces.append((0, loss[0], gain[0], moved * HA))
                loss[1] -= moved
                gain[1] -= moved
    return pieces


class TestYellowRiver:
    """WE-2: the factors of 2008 with D = 0.94 × 3406.50 = 3202.11 (Ao Yong et al., Arid Land Geography, Table 3)."""

    CODES = {
        "forest": "broadleaf_forest", "grassland": "meadow", "farmland": "dry_farmland",
        "wetland": "wetland", "water_body": "water_body", "desert": "desert",
    }

    def values(self, rules):
        table = rules(table="xie2008").table
        unit_value = standard_value(table, 3202.11)
        return table, value_classes(tuple(self.CODES.values()), rules().scheme, table, unit_value)

    def test_row_sums(self, rules) -> None:
        _, values = self.values(rules)
        printed = [90_043.35, 37_368.65, 25_296.66, 175_379.58, 145_215.70, 4_450.93]
        assert 0.94 * 3406.5 == pytest.approx(3202.11)
        # The printed sums add nine rounded cells.
        np.testing.assert_allclose(values.total, printed, rtol=0, atol=9 * 0.005)

    def test_every_cell(self, rules) -> None:
        table, values = self.values(rules)
        path = SHARED / "coefficients" / "xie2008_yellow_river_check_yuan_per_ha_D3202_11.csv"
        printed = list(csv.DictReader(path.open(encoding="utf-8"))) if path.exists() else []
        assert values.services.shape == (6, 9)
        for row in printed:
            if row["ecosystem"] in self.CODES:
                computed = values.services[list(self.CODES).index(row["ecosystem"])]
                for service, value in zip(table.services, computed):
                    assert value == pytest.approx(float(row[service]), abs=0.005 + 1e-9), (row["ecosystem"], service)


class TestStandardForestCounty:
    """WE-8: the county of the standard-forest paper's method, by CNLUCC codes."""

    BASE = {"21": 1000, "22": 200, "23": 100, "24": 50, "31": 300, "32": 150, "33": 80, "43": 120}
    TARGET = {"21": 950, "22": 210, "23": 90, "24": 80, "31": 280, "32": 160, "33": 70, "43": 140, "52": 20}
    ESI = {
        "arbor_forest": 39065, "shrub_forest": 34858, "sparse_forest": 29224, "other_forest": 25517,
        "high_cover_grass": 12945, "medium_cover_grass": 10928, "low_cover_grass": 7617, "water": 82189,
    }

    def test_published_coefficients(self, rules, transitions) -> None:
        shipped = rules("cnlucc", "gu2022", "standard_forest")
        pieces = transitions(county(self.BASE, self.TARGET))
        accounts = account(pieces, shipped)
        rates = shipped.voucher_rates(pieces)
        area_ha = pieces.area_m2 / HA
        assert area_ha @ rates.base[pieces.base] == pytest.approx(1693.70, abs=1e-9)
        assert area_ha @ rates.target[pieces.target] == pytest.approx(1700.90, abs=1e-9)
        assert accounts.net[0] == pytest.approx(7.20, abs=1e-9)

    def test_exact_ratios(self, rules, transitions) -> None:
        exact = {name: value / 39065 for name, value in self.ESI.items()}
        shipped = rules("cnlucc", "gu2022", "standard_forest", standard_forest=exact)
        assert account(transitions(county(self.BASE, self.TARGET)), shipped).net[0] == pytest.approx(7.336234, abs=5e-7)

    def test_value_in_yuan(self, rules, transitions) -> None:
        accounts = account(
            transitions(county(self.BASE, self.TARGET)), rules("cnlucc", "gu2022", "standard_forest")
        )
        assert accounts.esv_base[0] == pytest.approx(66_229_590, abs=1e-6)
        assert accounts.esv_target[0] == pytest.approx(66_516_180, abs=1e-6)
        assert accounts.esv_change[0] == pytest.approx(286_590, abs=1e-6)
        assert accounts.esv_change[0] / 39065 == pytest.approx(7.336234, abs=5e-7)

    def test_table_1_stems_from_the_factors_of_2003(self, rules) -> None:
        """Rulebook §2, provenance of Table 1: ESI = total of the 2003 factors × 1787.88 yuan/ha."""
        codes = ("broadleaf_forest", "meadow", "water_body")
        values = value_classes(codes, rules().scheme, rules(table="xie2003").table, 1787.88)
        np.testing.assert_allclose(values.total, [39065, 12945, 82189], rtol=1e-4)


class TestXie2015County:
    """WE-9: a county with the factors of 2015, in 10⁴ yuan a year."""

    BASE = {
        "dry_farmland": 12000, "paddy_field": 8000, "broadleaf_forest": 15000, "shrub": 3000,
        "meadow": 2500, "wetland": 400, "water_body": 1800, "bare_land": 100,
    }
    TARGET = {
        "dry_farmland": 11200, "paddy_field": 7700, "broadleaf_forest": 15300, "shrub": 2900,
        "meadow": 2300, "wetland": 380, "water_body": 1850, "bare_land": 90, "built": 1080,
    }
    CLASSES = {
        "dry_farmland": (16_392.0780, 15_299.2728), "paddy_field": (10_601.0280, 10_203.4895),
        "broadleaf_forest": (117_268.7625, 119_614.1378), "shrub": (15_554.0790, 15_035.6097),
        "meadow": (9_734.0738, 8_955.3479), "wetland": (7_088.2452, 6_733.8329),
        "water_body": (77_020.2837, 79_159.7360), "bare_land": (6.8130, 6.1317), "built": (0.0, 0.0),
    }
    SERVICES = {
        "food_production": (9604.2861, 9251.9859), "raw_materials": (6182.4568, 6095.0801),
        "water_supply": (466.0092, 867.8740), "gas_regulation": (19_995.4737, 19_795.6143),
        "climate_regulation": (45_027.7983, 45_200.3375), "environment_purification": (16_790.6385, 16_901.1794),
        "hydrological_regulation": (104_035.1913, 105_479.5814), "soil_conservation": (21_605.7262, 21_441.5670),
        "nutrient_cycling": (2324.2550, 2280.6177), "biodiversity": (18_740.8597, 18_780.0004),
        "aesthetic_landscape": (8892.6683, 8913.7204),
    }
    PRINTED = 0.5e-4 + 1e-9

    def values(self, rules):
        areas = np.array([[self.BASE.get(code, 0.0), self.TARGET[code]] for code in self.CLASSES])
        return areas, rules().class_values(tuple(self.CLASSES))

    def test_classes(self, rules) -> None:
        areas, values = self.values(rules)
        computed = areas * values.total[:, np.newaxis] / 1e4
        np.testing.assert_allclose(computed, list(self.CLASSES.values()), rtol=0, atol=self.PRINTED)

    def test_services(self, rules) -> None:
        areas, values = self.values(rules)
        assert rules().table.services == tuple(self.SERVICES)
        computed = values.services.T @ areas / 1e4
        np.testing.assert_allclose(computed, list(self.SERVICES.values()), rtol=0, atol=self.PRINTED)

    def test_total_change_and_groups(self, rules, transitions) -> None:
        accounts = account(transitions(county(self.BASE, self.TARGET)), rules())
        assert accounts.area_m2[0] / HA == pytest.approx(42_800)
        assert accounts.esv_base[0] / 1e4 == pytest.approx(253_665.3632, abs=self.PRINTED)
        assert accounts.esv_target[0] / 1e4 == pytest.approx(255_007.5582, abs=self.PRINTED)
        assert accounts.esv_change[0] / 1e4 == pytest.approx(1_342.1951, abs=self.PRINTED)
        assert 100 * accounts.esv_change[0] / accounts.esv_base[0] == pytest.approx(0.5291, abs=self.PRINTED)
        for group, change in zip(GROUPS, accounts.group_change[0]):
            services = rules().table.groups[group]
            printed = sum(self.SERVICES[service][1] - self.SERVICES[service][0] for service in services)
            assert change / 1e4 == pytest.approx(printed, abs=2 * len(services) * self.PRINTED)

    def test_sums_over_parcels(self, rules, transitions) -> None:
        sums = total(account(transitions(county(self.BASE, self.TARGET)), rules()))
        assert (sums.area_ha, sums.unmapped_ha) == (pytest.approx(42_800), 0.0)
        assert sums.esv_change == pytest.approx(13_421_951, abs=0.5)

    def test_sensitivity_is_the_share_of_the_class(self, rules, transitions) -> None:
        """Rulebook E-8: ±50 % on the factors of a class moves the total by ±50 % of its share (printed in WE-9)."""
        printed = {
            "broadleaf_forest": 0.462297, "water_body": 0.303629, "dry_farmland": 0.064621, "shrub": 0.061317,
            "paddy_field": 0.041791, "meadow": 0.038374, "wetland": 0.027943, "bare_land": 0.000027,
        }
        pieces, shipped = transitions(county(self.BASE, self.TARGET)), rules()
        before = account(pieces, shipped).esv_base[0]
        for code, share in printed.items():
            for change in (0.5, -0.5):
                changed = {**shipped.table.rows, code: shipped.table.rows[code] * (1 + change)}
                table = replace(shipped.table, rows=changed)
                after = account(pieces, replace(shipped, table=table)).esv_base[0]
                assert (after / before - 1) / change == pytest.approx(share, abs=0.5e-6)


def test_local_factors_of_shanxi(rules) -> None:
    """WE-10: P = 0.562, R = 0.782, no soil factor, D = 1412.6; broadleaf forest."""
    shipped = rules(unit_value=1412.6, factors=LocalFactors(npp=0.562, precipitation=0.782))
    value = dict(zip(shipped.table.services, shipped.class_values(("broadleaf_forest",)).services[0]))
    assert value["gas_regulation"] / 1412.6 == pytest.approx(1.21954, abs=1e-12)
    assert value["gas_regulation"] == pytest.approx(1722.72, abs=0.005)
    assert value["hydrological_regulation"] / 1412.6 == pytest.approx(3.70668, abs=1e-12)
    assert value["hydrological_regulation"] == pytest.approx(5236.06, abs=0.005)
    assert value["water_supply"] / 1412.6 == pytest.approx(0.34 * 0.782, abs=1e-12)
    assert value["soil_conservation"] / 1412.6 == pytest.approx(2.65, abs=1e-12)


def test_fuxian_wetland(rules, transitions) -> None:
    """WE-11: 2820 mu of dry cropland become wetland."""
    accounts = account(transitions([(0, "dry_farmland", "wetland", 2820 * MU)]), rules())
    assert accounts.area_m2[0] == pytest.approx(188 * HA)
    assert accounts.esv_change[0] == pytest.approx(30_746_660, abs=0.5)


def test_xuzhou_lake_and_wetland(rules, transitions) -> None:
    """WE-11: 266.67 ha of lake and 133.33 ha of wetland in place of dry cropland."""
    pieces = [(0, "dry_farmland", "water_body", 266.67 * HA), (0, "dry_farmland", "wetland", 133.33 * HA)]
    accounts = account(transitions(pieces), rules())
    assert accounts.rows.esv_change == pytest.approx([110_462_821, 21_805_597], abs=0.5)
    assert accounts.esv_change[0] == pytest.approx(132_268_418, abs=0.5)


@pytest.mark.parametrize("with_file", (True, False))
def test_jiangyin_parcel(rules, transitions, with_file: bool) -> None:
    """WE-11, unofficial coefficients: 10 mu of construction land become 6 mu arbor, 3 mu pond, 1 mu paddy field."""
    illustrative = read_conversion(standard_path("jiangyin_illustrative_conversion"))
    accounts = account(
        transitions([
            (0, "built", "broadleaf_forest", 6 * MU), (0, "built", "water_body", 3 * MU),
            (0, "built", "paddy_field", 1 * MU),
        ]),
        rules(conversion=illustrative if with_file else None),
    )
    assert accounts.supply[0] == pytest.approx(6 + 3 * 7.2262 + 0.2979, abs=2e-4)
    assert round(accounts.supply[0], 2) == 27.98
    assert accounts.demand[0] == 0
    assert accounts.role(0) == "supply"


def test_composites_are_exact_means(rules) -> None:
    """Design §4: the mean of the members, not its rounded figure."""
    values = rules(unit_value=1.0).class_values(("forest_mean3", "grass_mean3", "cropland_mean2", "barren_mean2"))
    exact = [(17.53 + 23.09 + 22.95) / 3, (5.07 + 19.69 + 11.43) / 3, (4.01 + 3.89) / 2, (1.10 + 0.20) / 2]
    np.testing.assert_allclose(values.total, exact, rtol=1e-15 * 8)
    gas = rules().table.services.index("gas_regulation")
    assert values.services[0, gas] == pytest.approx((1.7 + 2.35 + 2.17) / 3, rel=1e-15)


@pytest.mark.parametrize("table", ("xie2003", "xie2008"))
def test_glacier_is_unknown_before_2015(rules, transitions, table: str) -> None:
    pieces = transitions([(0, "glacier_snow", "water_body", HA), (1, "meadow", "built", HA)])
    accounts = account(pieces, rules(table=table))
    assert np.isnan(accounts.esv_base[0]) and np.isnan(accounts.esv_change[0])
    assert np.isnan(accounts.group_change[0]).all()
    assert accounts.esv_target[0] > 0
    assert accounts.esv_change[1] < 0
    assert (accounts.mapped_m2 == HA).all()


def test_cropland_is_unknown_in_the_standard_forest_table(rules, transitions) -> None:
    accounts = account(
        transitions([(0, "12", "52", HA), (1, "12", "21", HA), (2, "52", "21", HA)]),
        rules("cnlucc", "gu2022", "standard_forest"),
    )
    np.testing.assert_array_equal(np.isnan(accounts.esv_base), [True, True, False])
    np.testing.assert_array_equal(accounts.esv_target, [0.0, 39065, 39065])
    np.testing.assert_array_equal(accounts.esv_change, [np.nan, np.nan, 39065])
    assert np.isnan(accounts.group_change).all()
    np.testing.assert_allclose(accounts.net, [0.0, 1.0, 1.0])
