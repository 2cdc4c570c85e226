"""Voucher standards: Jiangyin (seed 003, rulebook J and K) and standard forest (seed 001, rulebook G and C); units."""

from __future__ import annotations

import zlib
from dataclasses import replace
from datetime import date
from decimal import Decimal

import numpy as np
import pytest
from ecovoucher.ecovoucher_plugin.accounting.accounts import account, total
from ecovoucher.ecovoucher_plugin.accounting.coefficients import LocalFactors
from ecovoucher.ecovoucher_plugin.accounting.conversion import ConversionTable, read_conversion, regulating_ratios
from ecovoucher.ecovoucher_plugin.accounting.ecosystems import COMPOSITES, ECOSYSTEMS
from ecovoucher.ecovoucher_plugin.accounting.errors import CoefficientError, ConversionError
from ecovoucher.ecovoucher_plugin.accounting.units import hectares, issued, mu
from ecovoucher.ecovoucher_plugin.accounting.unmatched import doubtful_codes, unmatched_codes
from ecovoucher.ecovoucher_plugin.catalog import standard_path

HA = 10_000.0
MU = 10_000 / 15
YEARS = {"valid_from": date(2023, 12, 1), "valid_to": date(2025, 11, 30)}


def conversion(by_code: bool, **coefficients: float) -> ConversionTable:
    return ConversionTable("table.csv", "00000000", by_code, coefficients, official=True, **YEARS)


class TestUnits:
    """Rulebook U-1 to U-3 and K-7."""

    @pytest.mark.parametrize(("area_m2", "expected"), (
        (2_666_700.0, 4000.05), (1_333_300.0, 1999.95), (11_608_700.0, 17413.05), (48_780.0, 73.17), (MU, 1.0),
    ))
    def test_square_metres_to_mu(self, area_m2: float, expected: float) -> None:
        assert mu(area_m2) == expected

    def test_square_metres_to_hectares(self) -> None:
        assert hectares(np.array([10_000.0, 2_500.0])).tolist() == [1.0, 0.25]
        # 650,000 mu of Ezhou.
        assert hectares(650_000 * MU) == pytest.approx(43_333.3333, abs=1e-4)

    @pytest.mark.parametrize(("quantity", "expected"), (
        (0.005, "0.01"), (2.675, "2.68"), (1.005, "1.01"), (0.015, "0.02"), (0.0049999, "0.00"), (1e-9, "0.00"),
        (73.17, "73.17"), (10, "10.00"), (-0.005, "-0.01"), (-2.675, "-2.68"), (-2.674, "-2.67"),
        (123_456_789.125, "123456789.13"),
    ))
    def test_issue_to_two_decimals_half_up(self, quantity: float, expected: str) -> None:
        assert issued(quantity) == Decimal(expected)
        assert str(issued(quantity)) == expected

    @pytest.mark.parametrize(("area_m2", "coefficient", "expected"), (
        (30_770.0, 5.0, "230.78"), (14_500.0, 6.26, "136.16"), (7_610.0, 5.0, "57.08"), (2_000.0, 0.335, "1.01"),
    ))
    def test_noise_of_binary_arithmetic_does_not_cost_a_hundredth(
        self, area_m2: float, coefficient: float, expected: str
    ) -> None:
        """The exact products end in 5 at the third decimal; in floats some come out a hair below."""
        assert str(issued(area_m2 * (coefficient * mu(1.0)))) == expected

    def test_issue_of_a_numpy_number(self) -> None:
        assert str(issued(np.float64(2.675))) == "2.68"

    def test_nothing_is_issued_for_an_unknown_quantity(self) -> None:
        assert issued(float("nan")).is_nan()

    def test_largest_number_is_issued_too(self) -> None:
        assert issued(1e300) == Decimal(10) ** 300


class TestJiangyin:
    def supply_demand(self, pieces, rules) -> tuple[float, float]:
        accounts = account(pieces, rules)
        return accounts.supply[0], accounts.demand[0]

    def test_one_unit_is_a_mu_of_forest(self, rules, transitions) -> None:
        """J-1: 10 mu of the reference forest are 10.00 vouchers."""
        supply, demand = self.supply_demand(transitions([(0, "built", "broadleaf_forest", 10 * MU)]), rules())
        assert (str(issued(supply)), demand) == ("10.00", 0.0)

    def test_arbor_forest_of_unknown_leaf_type_is_the_mean_of_three(self, rules, transitions) -> None:
        """Code 0301 converts as forest_mean3, (11.6 + 14.88 + 15.34) / 3 over 15.34, without an official table."""
        supply, _ = self.supply_demand(transitions([(0, "0602", "0301", 10 * MU)]), rules("third_survey"))
        assert supply == pytest.approx(10 * (11.6 + 14.88 + 15.34) / 3 / 15.34, rel=1e-12)

    def test_half_a_hectare_of_pond(self, rules, transitions) -> None:
        """J-2: 0.5 ha = 7.5 mu times the coefficient of water, 110.85 / 15.34 without an official table."""
        supply, _ = self.supply_demand(transitions([(0, "0701", "1104", 0.5 * HA)]), rules("third_survey"))
        assert supply == pytest.approx(7.5 * 110.85 / 15.34, rel=1e-12)
        official = conversion(True, **{"1104": 2.1})
        supply, _ = self.supply_demand(
            transitions([(0, "0701", "1104", 0.5 * HA)]), rules("third_survey", conversion=official)
        )
        assert supply == pytest.approx(7.5 * 2.1, rel=1e-12)

    def test_regulating_services_alone_count(self, rules, transitions) -> None:
        """J-27, K-2: class value over forest value, four services; paddy is above dry, against their totals."""
        codes = ("paddy_field", "dry_farmland", "shrub", "grass_mean3", "wetland", "water_body", "built", "?")
        shipped = rules()
        ratios = regulating_ratios(codes, shipped.scheme, shipped.table, shipped.factors, shipped.jiangyin)
        expected = [0.298, 0.091, 0.670, 0.508, 2.173, 7.226, 0.0, np.nan]
        np.testing.assert_allclose(ratios, expected, rtol=0, atol=0.0006)
        assert 219.5 / 73.17 == pytest.approx(2.99986, abs=1e-5)

    @pytest.mark.parametrize(("before", "after", "supply", "demand"), (
        ("0602", "0101", 4.57, 0), ("0101", "0602", 0, 4.57),
        ("0101", "1104", 0, 0), ("1104", "0101", 0, 0), ("1206", "1104", 0, 0), ("1104", "1206", 0, 0),
        ("0602", "1206", 0, 0), ("0602", "0701", 0, 0), ("0602", "0602", 0, 0), ("1006", "0101", 0, 0),
    ))
    def test_only_exchanges_of_construction_and_ecological_land(
        self, rules, transitions, before: str, after: str, supply: float, demand: float
    ) -> None:
        """J-3, J-4, K-8: cropland is ecological here; bare soil and rural roads are neither that nor construction."""
        found = self.supply_demand(transitions([(0, before, after, 15.34 * MU)]), rules("third_survey"))
        assert found == (pytest.approx(supply, abs=1e-12), pytest.approx(demand, abs=1e-12))

    def test_conditional_flag_is_no_and_reported(self, rules, transitions) -> None:
        shipped = rules("third_survey")
        pieces = transitions([(0, "0602", "1202", HA), (0, "1107A", "0101", HA)])
        assert self.supply_demand(pieces, shipped) == (0, 0)
        reported = {item.code: reason for item, reason in doubtful_codes(pieces, shipped)}
        assert "ecological_jiangyin" in reported["1202"] and "conditional → no" in reported["1202"]
        assert "construction" in reported["1107A"]
        assert set(reported) == {"1202", "1107A"}

    def test_a_loss_by_restoration_yields_nothing(self, rules, transitions) -> None:
        """J-3: max(0, N), pair by pair, should the authority give construction land a coefficient."""
        jiangyin = replace(rules().jiangyin, construction_coefficient=0.2)
        shipped = rules(jiangyin=jiangyin)
        restored = transitions([(0, "built", "dry_farmland", MU), (0, "built", "broadleaf_forest", MU)])
        assert self.supply_demand(restored, shipped) == (pytest.approx(0.8), 0)
        built = transitions([(0, "dry_farmland", "built", MU), (0, "broadleaf_forest", "built", MU)])
        assert self.supply_demand(built, shipped) == (0, pytest.approx(0.8))

    def test_young_forest_raises_all_coefficients(self, rules, transitions) -> None:
        """K-4: against a unit of half the value every class counts twice."""
        jiangyin = replace(rules().jiangyin, young_forest_factor=0.5)
        supply, _ = self.supply_demand(transitions([(0, "built", "wetland", MU)]), rules(jiangyin=jiangyin))
        assert supply == pytest.approx(2 * 33.33 / 15.34)

    def test_local_factors_change_the_ratio(self, rules, transitions) -> None:
        """Regulating services of water at half the rain: (0.77 + 2.29 + 5.55 + 51.12) / (2.17 + 6.5 + 1.93 + 2.37)."""
        pieces = transitions([(0, "built", "water_body", MU)])
        supply, _ = self.supply_demand(pieces, rules(factors=LocalFactors(precipitation=0.5)))
        assert supply == pytest.approx(59.73 / 12.97)
        assert self.supply_demand(pieces, rules(unit_value=1.0)) == self.supply_demand(pieces, rules())

    def test_undivided_table_is_refused(self, rules, transitions) -> None:
        with pytest.raises(ConversionError, match="gu2022 does not give the regulating services"):
            account(transitions([(0, "0602", "0301", HA)]), rules("third_survey", "gu2022"))
        official = rules("third_survey", "gu2022", conversion=conversion(True, **{"0301": 1.0}))
        assert account(transitions([(0, "0602", "0301", 3 * MU)]), official).supply[0] == pytest.approx(3)

    @pytest.mark.parametrize("coefficient", ["0", "-1", ""])
    def test_table_that_does_not_value_the_regulation_of_the_unit_is_refused(self, rules, read, coefficient) -> None:
        text = f"# regulating: gas\necosystem,name_zh,name_en,gas\nbroadleaf_forest,阔叶,Broadleaf,{coefficient}\n"
        table, known = read("coefficients", text), rules()
        with pytest.raises(ConversionError, match="custom does not give the regulating services of broadleaf forest"):
            regulating_ratios(("wetland",), known.scheme, table, LocalFactors(), known.jiangyin)

    def test_scale_of_the_table_does_not_matter(self, rules, read) -> None:
        """Wetland regulates four times as much as broadleaf forest, in whatever unit."""
        known = rules()
        for forest, wetland in ((0.25, 1), (1, 4), (3000, 12_000)):
            lines = f"broadleaf_forest,阔叶,Broadleaf,{forest}", f"wetland,湿地,Wetland,{wetland}"
            table = read("coefficients", "\n".join(("# regulating: gas", "ecosystem,name_zh,name_en,gas", *lines)))
            ratios = regulating_ratios(("wetland", "?"), known.scheme, table, LocalFactors(), known.jiangyin)
            np.testing.assert_array_equal(ratios, [4 / known.jiangyin.young_forest_factor, np.nan])

    @pytest.mark.parametrize("factor", (0.0, -1.0, float("nan"), float("inf")))
    def test_local_factor_must_be_positive(self, rules, transitions, factor: float) -> None:
        with pytest.raises(CoefficientError, match="precipitation"):
            account(transitions([(0, "built", "wetland", HA)]), rules(factors=LocalFactors(precipitation=factor)))

    def test_role_of_a_parcel_with_both(self, rules, transitions) -> None:
        pieces = [
            (0, "built", "wetland", HA), (0, "wetland", "built", HA / 2), (1, "wetland", "built", HA),
            (2, "meadow", "wetland", HA), (3, "built", "wetland", HA),
        ]
        accounts = account(transitions(pieces), rules())
        assert [accounts.role(parcel) for parcel in range(4)] == ["both", "demand", "neutral", "supply"]
        assert accounts.net[0] == pytest.approx(7.5 * 33.33 / 15.34)

    def test_part_of_a_voucher_is_a_supply_too(self, rules, transitions) -> None:
        pieces = transitions([(0, "built", "broadleaf_forest", MU / 2), (1, "broadleaf_forest", "built", MU / 2)])
        accounts = account(pieces, rules())
        assert [accounts.role(parcel) for parcel in range(2)] == ["supply", "demand"]


class TestConversionTable:
    def test_by_ecosystem(self, rules) -> None:
        table, shipped = conversion(False, wetland=2.0, steppe=0.3, meadow=0.6, shrub_grassland=0.9), rules()
        found = {
            code: table.coefficient(shipped.scheme.classes[code], shipped.jiangyin)
            for code in ("wetland", "grass_mean3", "forest_mean3", "built", "desert")
        }
        assert found == {
            "wetland": 2.0, "grass_mean3": pytest.approx(0.6), "forest_mean3": pytest.approx(np.nan, nan_ok=True),
            "built": 0.0, "desert": pytest.approx(np.nan, nan_ok=True),
        }

    def test_class_without_an_ecosystem_converts_to_nothing(self, rules) -> None:
        shipped = rules()
        bare = replace(shipped.scheme.classes["wetland"], ecosystem="none")
        assert conversion(False, wetland=2.0).coefficient(bare, shipped.jiangyin) == 0.0

    def test_file_of_one_day(self, read) -> None:
        """In force on one day; a coefficient of 0 counts; who says nothing about it is official."""
        text = "# valid_from: 2024-02-29\n# valid_to: 2024-02-29\necosystem,coefficient\nwetland,0\n"
        table = read("conversion", text)
        assert (table.coefficients, table.official, table.by_code) == ({"wetland": 0.0}, True, False)
        assert (table.name, table.checksum) == ("表 table.csv", f"{zlib.crc32(text.encode()):08x}")
        assert [table.is_valid_on(date(2024, 2, day)) for day in (28, 29)] == [False, True]
        assert read("conversion", text.replace("ecosystem,", "code,")).by_code

    def test_ecosystems_to_choose_from_are_listed(self, read) -> None:
        text = "# valid_from: 2024-01-01\n# valid_to: 2024-12-31\necosystem,coefficient\nmarsh,1\n"
        with pytest.raises(ConversionError) as caught:
            read("conversion", text)
        assert caught.value.values["allowed"].split(", ") == [*ECOSYSTEMS, *COMPOSITES]
        assert str(caught.value).startswith("表 table.csv, line 4: “marsh” is not an ecosystem. Use one of: ")

    def test_composite_in_the_file_comes_before_the_mean(self, rules) -> None:
        table = conversion(False, forest_mean3=1.0, coniferous_forest=0.7, mixed_forest=0.9, broadleaf_forest=0.8)
        assert table.coefficient(rules().scheme.classes["forest_mean3"], rules().jiangyin) == 1.0

    def test_by_code_may_name_construction_land(self, rules) -> None:
        shipped, table = rules("third_survey"), conversion(True, **{"0810": 0.1})
        classes = shipped.scheme.classes
        assert table.coefficient(classes["0810"], shipped.jiangyin) == 0.1
        assert table.coefficient(classes["0602"], shipped.jiangyin) == 0.0
        assert np.isnan(table.coefficient(classes["0101"], shipped.jiangyin))

    def test_missing_coefficient_is_unmatched_only_where_it_is_needed(self, rules, transitions) -> None:
        shipped = rules("third_survey", conversion=conversion(True, **{"0101": 0.3}))
        unneeded = transitions([(0, "0301", "0401", HA), (0, "0602", "0101", HA)])
        assert unmatched_codes(unneeded, shipped) == []
        assert account(unneeded, shipped).supply[0] == pytest.approx(15 * 0.3)
        needed = transitions([(0, "0602", "0301", HA), (0, "0101", "0602", HA), (1, "0602", "0101", HA)])
        assert [(item.layer, item.code, item.area_m2) for item in unmatched_codes(needed, shipped)] == [
            ("target", "0301", HA)
        ]
        accounts = account(needed, shipped)
        assert np.isnan(accounts.supply[0]) and accounts.role(0) is None
        assert accounts.role(1) == "supply"
        assert accounts.demand[0] == pytest.approx(15 * 0.3)
        sums = total(accounts)
        assert (sums.supply, sums.demand, sums.net) == (pytest.approx(15 * 0.3), 0, sums.supply)

    def test_code_that_the_scheme_does_not_have_has_no_coefficient(self, rules, transitions) -> None:
        known = rules(conversion=conversion(False, wetland=2.0))
        rates = known.voucher_rates(transitions([(0, "?", "wetland", HA), (0, "built", "wetland", HA)]))
        np.testing.assert_array_equal(rates.base, [np.nan, known.jiangyin.construction_coefficient])
        assert rates.target.tolist() == [2.0]

    def test_days_in_force(self) -> None:
        table = read_conversion(standard_path("jiangyin_illustrative_conversion"))
        days = (date(2023, 11, 30), date(2023, 12, 1), date(2025, 11, 30), date(2025, 12, 1))
        assert [table.is_valid_on(day) for day in days] == [False, True, True, False]
        assert not table.official


class TestStandardForest:
    def net(self, pieces, rules) -> float:
        return account(pieces, rules("third_survey", standard="standard_forest")).net[0]

    @pytest.mark.parametrize(("before", "after", "expected"), (
        ("0101", "0301", 1.0), ("0301", "0602", -1.0), ("0301", "0307", -0.35), ("0404", "1104", 1.91),
        ("0101", "1108", 2.1), ("0101", "0201", 0.0), ("0201", "0602", 0.0), ("0101", "0602", 0.0),
        ("0602", "0810", 0.0), ("1110", "0101", 0.0),
    ))
    def test_hectares_of_standard_forest(self, rules, transitions, before: str, after: str, expected: float) -> None:
        """G-4; C-3 wetland as water; C-8 gardens left out; C-11 cropland to building changes nothing; G-2 no parks."""
        assert self.net(transitions([(0, before, after, HA)]), rules) == pytest.approx(expected, abs=1e-12)

    def test_other_forest_of_cnlucc_counts_whole(self, rules, transitions) -> None:
        """C-8: class 24 includes orchards and counts at 0.65."""
        shipped = rules("cnlucc", standard="standard_forest")
        assert account(transitions([(0, "12", "24", HA)]), shipped).supply[0] == pytest.approx(0.65)

    def test_gain_is_supply_and_loss_is_demand(self, rules, transitions) -> None:
        pieces = [(0, "0101", "0301", 3 * HA), (0, "0301", "0602", HA), (1, "0301", "0602", HA)]
        accounts = account(transitions(pieces), rules("third_survey", standard="standard_forest"))
        np.testing.assert_allclose(accounts.supply, [3, 0])
        np.testing.assert_allclose(accounts.demand, [1, 1])
        assert [accounts.role(parcel) for parcel in range(2)] == ["both", "demand"]

    def test_ecological_class_without_a_coefficient_is_unknown(self, rules, transitions) -> None:
        shipped = rules("third_survey", standard="standard_forest")
        pond = replace(shipped.scheme.classes["1104"], standard_forest="")
        scheme = replace(shipped.scheme, classes={**shipped.scheme.classes, "1104": pond})
        shipped, pieces = replace(shipped, scheme=scheme), transitions([(0, "0602", "1104", HA)])
        assert np.isnan(account(pieces, shipped).supply[0])
        assert [item.code for item in unmatched_codes(pieces, shipped)] == ["1104"]
