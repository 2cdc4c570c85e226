"""The shipped tables against published figures, the code lists of the standards and the crosswalks they come from."""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from ecovoucher.ecovoucher_plugin.accounting.coefficients import CoefficientTable, read_coefficients
from ecovoucher.ecovoucher_plugin.accounting.conversion import read_conversion
from ecovoucher.ecovoucher_plugin.accounting.ecosystems import ECOSYSTEMS, STANDARD_FOREST_CLASSES
from ecovoucher.ecovoucher_plugin.accounting.schemes import LandUseClass, LandUseScheme, read_scheme
from ecovoucher.ecovoucher_plugin.accounting.tables import read_table

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = ROOT / "resources"
CROSSWALKS = ROOT.parent / "shared" / "crosswalks"
FILES = sorted(RESOURCES.glob("*/*.csv"))

SOURCES = {
    "third_survey": "third_survey_tnls_and_gbt21010_2017.csv",
    "cnlucc": "cnlucc_resdc.csv",
    "clcd": "clcd_yang_huang.csv",
    "globeland30": "globeland30.csv",
    "esa_worldcover": "esa_worldcover.csv",
    "dynamic_world": "dynamic_world_v1.csv",
    "from_glc10": "from_glc10.csv",
    "planning_2023": "planning_land_sea_2023.csv",
}
LEFT_OUT = {
    "globeland30": {"255": "stands for no data as well as for the sea, and no data must not count as 0"},
    "planning_2023": dict.fromkeys(("01", "02", "03", "04", "05", "17", "23"), "the value depends on the second level"),
}
STANDARD_FOREST_ZH = dict(zip(
    ("有林地", "灌木林", "疏林地", "其他林地", "高覆盖度草地", "中覆盖度草地", "低覆盖度草地", "水体"),
    STANDARD_FOREST_CLASSES,
))


@cache
def scheme(name: str) -> LandUseScheme:
    return read_scheme(RESOURCES / "schemes" / f"{name}.csv", name)


@cache
def coefficients(name: str) -> CoefficientTable:
    return read_coefficients(RESOURCES / "coefficients" / f"{name}.csv", name)


def facts(item: LandUseClass) -> tuple[str, ...]:
    return (
        item.ecosystem, item.standard_forest,
        item.ecological_gu, item.ecological_jiangyin, item.construction, item.forest_cover,
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_is_utf8_without_bom_and_names_its_provenance(path: Path) -> None:
    content = path.read_bytes()
    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    assert "\ufffd" not in content.decode("utf-8")
    provenance = read_table(path, ()).provenance
    filled = ("source", "edition" if path.parent.name == "schemes" else "unit", "verification", "notes")
    assert [key for key in filled if not provenance.get(key)] == []
    assert ("price_year" in provenance) == (path.parent.name == "coefficients")


def test_the_tables_of_the_contract_are_there() -> None:
    assert {path.stem for path in FILES if path.parent.name == "schemes"} == set(SOURCES)
    assert {path.stem for path in FILES if path.parent.name == "coefficients"} == {*XIE_TOTALS, "gu2022"}


@pytest.mark.parametrize("name", SOURCES)
def test_flags_of_a_class_agree_and_every_decision_is_explained(name: str) -> None:
    for item in scheme(name).classes.values():
        assert item.name_zh and item.name_en.replace("°", "").isascii(), item.code
        assert item.construction != "yes" or item.ecosystem == "none", item.code
        assert bool(item.standard_forest) == (item.ecological_gu == "yes"), item.code
        assert item.doubt or not item.conditional_flags, item.code
        assert item.doubt or item.ecosystem not in ("forest_mean3", "grass_mean3", "cropland_mean2"), item.code


# Ecosystem, standard-forest class, ecological (Gu), ecological (Jiangyin), construction, forest cover.
ARBOR = ("forest_mean3", "arbor_forest", "yes", "yes", "no", "yes")
GRASS = ("grass_mean3", "medium_cover_grass", "yes", "yes", "no", "no")
CROPLAND = ("cropland_mean2", "", "no", "yes", "no", "no")
SHRUB = ("shrub", "shrub_forest", "yes", "yes", "no", "conditional")
WATER = ("water_body", "water", "yes", "yes", "no", "no")
WETLAND = ("wetland", "water", "yes", "yes", "no", "no")
ICE = ("glacier_snow", "", "conditional", "conditional", "no", "no")
BARE = ("bare_land", "", "no", "no", "no", "no")
TUNDRA = ("steppe", "", "conditional", "no", "no", "no")
BUILT = ("none", "", "no", "no", "yes", "no")
SEA = ("none", "", "no", "no", "no", "no")
ORCHARD = ("shrub", "", "conditional", "yes", "no", "no")
MANGROVE = ("wetland", "arbor_forest", "yes", "yes", "no", "yes")
GLC = {
    "10": CROPLAND, "20": ARBOR, "30": GRASS, "40": SHRUB, "50": WETLAND, "60": WATER, "70": TUNDRA, "80": BUILT,
    "90": BARE, "100": ICE,
}
EXPECTED = {
    "third_survey": {
        "0101": ("paddy_field", "", "no", "yes", "no", "no"), "0201": ORCHARD, "0301": ARBOR, "0303": MANGROVE,
        "0305": SHRUB, "0307": ("shrub", "other_forest", "yes", "yes", "no", "no"), "0401": GRASS, "0402": WETLAND,
        "0403": ("grass_mean3", "high_cover_grass", "yes", "yes", "no", "no"), "0702": BUILT,
        "0810": ("none", "", "no", "no", "yes", "conditional"), "1104": WATER, "1106": WETLAND, "1110": ICE,
        "0603": ("none", "", "conditional", "conditional", "yes", "no"), "1206": BARE,
    },
    "cnlucc": {
        "11": ("paddy_field", "", "no", "yes", "no", "no"), "12": ("dry_farmland", "", "no", "yes", "no", "no"),
        "21": ARBOR, "24": ("shrub", "other_forest", "yes", "yes", "no", "conditional"),
        "33": ("grass_mean3", "low_cover_grass", "yes", "yes", "no", "no"), "43": WATER, "64": WETLAND, "52": BUILT,
        "61": ("desert", "", "no", "no", "no", "no"), "99": SEA,
    },
    "clcd": dict(zip("123456789", (CROPLAND, ARBOR, SHRUB, GRASS, WATER, ICE, BARE, BUILT, WETLAND))),
    "globeland30": GLC,
    "esa_worldcover": {
        "10": ARBOR, "20": SHRUB, "30": GRASS, "40": CROPLAND, "50": BUILT, "60": BARE, "70": ICE, "80": WATER,
        "90": WETLAND, "95": MANGROVE, "100": TUNDRA,
    },
    "dynamic_world": dict(zip("012345678", (WATER, ARBOR, GRASS, WETLAND, CROPLAND, SHRUB, BUILT, BARE, ICE))),
    "from_glc10": GLC,
    "planning_2023": {
        "0201": ORCHARD, "0301": ARBOR, "0303": SHRUB, "0507": MANGROVE, "0601": SEA, "1001": BUILT, "1208": BUILT,
        "0402": ("grass_mean3", "high_cover_grass", "yes", "yes", "no", "no"), "1403": BUILT, "1704": WATER, "18": SEA,
        "16": ("none", "", "no", "no", "conditional", "no"), "2301": BUILT,
    },
}


@pytest.mark.parametrize("name", SOURCES)
def test_classes_are_those_of_the_checked_crosswalk(name: str) -> None:
    classes = scheme(name).classes
    assert {code: facts(classes[code]) for code in EXPECTED[name]} == EXPECTED[name]
    for row in crosswalk(SOURCES[name]):
        code = row["code"]
        if code in LEFT_OUT.get(name, {}):
            assert code not in classes
            continue
        item = classes[code]
        gu = row["is_ecological_land_gu"]
        assert facts(item)[:5] == (
            row["xie2015_default"],
            STANDARD_FOREST_ZH[row["seed001_class_default"]] if gu == "yes" else "",
            gu, row["is_ecological_land_jiangyin"], row["is_construction_land"],
        ), code
        assert item.forest_cover == row.get("counts_in_forest_coverage", item.forest_cover), code
        assert item.name_zh == row["name_zh"], code


def crosswalk(file_name: str) -> list[dict[str, str]]:
    """Rows of a source crosswalk; none in a checkout that stands alone."""
    path = CROSSWALKS / file_name
    if not path.exists():
        return []
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def second_level(counts: dict[str, int]) -> set[str]:
    return {f"{group}{number:02d}" for group, count in counts.items() for number in range(1, count + 1)}


def test_code_lists_of_the_raster_schemes_are_complete() -> None:
    tens = {str(number) for number in range(10, 101, 10)}
    assert set(scheme("clcd").classes) == set("123456789")
    assert set(scheme("dynamic_world").classes) == set("012345678")
    assert set(scheme("globeland30").classes) == tens
    assert set(scheme("from_glc10").classes) == tens
    assert set(scheme("esa_worldcover").classes) == tens | {"95"}
    counts = zip("123456", (2, 4, 3, 6, 3, 7))
    two_digits = {f"{group}{number}" for group, count in counts for number in range(1, count + 1)}
    terrain = {f"{crop}{number}" for crop in ("11", "12") for number in range(1, 5)}
    cnlucc = scheme("cnlucc").classes
    assert set(cnlucc) == two_digits | terrain | {"99"}
    assert {code: facts(cnlucc[code]) for code in terrain} == {code: facts(cnlucc[code[:2]]) for code in terrain}


def test_third_survey_has_all_codes_of_both_editions() -> None:
    gbt_21010 = second_level({
        "01": 3, "02": 4, "03": 7, "04": 4, "05": 7, "06": 4, "07": 2, "08": 10, "09": 6, "10": 9, "11": 10, "12": 7,
    })
    assert len(gbt_21010) == 73
    tnls_only = {"05H1", "0508", "08H1", "08H2", "09", "1208"}
    suffixed = {"08H2A", "0810A", "1104A", "1104K", "1107A"} | {
        f"{code}K" for code in ("0201", "0202", "0203", "0204", "0301", "0302", "0307", "0403")
    }
    classes = scheme("third_survey").classes
    assert set(classes) == gbt_21010 | tnls_only | suffixed
    for code in suffixed - {"0810A", "1107A"}:
        assert facts(classes[code]) == facts(classes[code[:-1]]), code
    merged = {code for code in gbt_21010 if code[:2] in ("05", "08", "09")} - {"0810"} | {"0604"}
    assert {facts(classes[code]) for code in merged} == {BUILT}
    assert facts(classes["1208"]) == BARE
    assert facts(classes["1107A"]) == ("water_body", "", "conditional", "conditional", "conditional", "no")


def test_planning_scheme_has_all_second_level_codes() -> None:
    land = second_level({
        "01": 3, "02": 5, "03": 4, "04": 3, "05": 7, "06": 2, "07": 4, "08": 7, "09": 4, "10": 3, "11": 2, "12": 9,
        "13": 12, "14": 3, "15": 7, "17": 6, "23": 7,
    })
    sea = second_level({"18": 3, "19": 6, "20": 5, "21": 2, "22": 6})
    first_level = {f"{number:02d}" for number in range(6, 25)} - {"17", "23"}
    classes = scheme("planning_2023").classes
    assert set(classes) == land | sea | first_level
    for code in sea | {"18", "19", "20", "21", "22", "24"}:
        assert facts(classes[code]) == SEA, code
    for code in land:
        if code[:2] in ("07", "08", "09", "11", "12", "13", "15"):
            assert facts(classes[code]) == BUILT, code


def test_planning_code_and_survey_code_of_the_same_meaning_agree() -> None:
    """The same digits often mean another class, so the pairs go by name."""
    pairs = {
        "0303": "0305", "0304": "0307", "0402": "0403", "0403": "0404", "0501": "0304", "0502": "0306", "0503": "0402",
        "0507": "0303", "0601": "1006", "0602": "1202", "1001": "0601", "1002": "0602", "1003": "0603", "1101": "0508",
        "1208": "1005", "1311": "1109", "1401": "0810", "1403": "0810A", "1703": "1103", "2303": "1203",
    }
    planning, survey = scheme("planning_2023").classes, scheme("third_survey").classes
    for code, counterpart in pairs.items():
        assert facts(planning[code]) == facts(survey[counterpart]), code
    for code in set(pairs) & set(survey):
        assert planning[code].name_zh != survey[code].name_zh, code
    for row in crosswalk(SOURCES["planning_2023"]):
        if row["tnls_code"] in survey and row["code"] != "1403":
            assert planning[row["code"]].forest_cover == survey[row["tnls_code"]].forest_cover, row["code"]


XIE_TOTALS = {
    "xie2003": (884.9, "", {
        "forest": 21.85, "grassland": 7.24, "farmland": 6.91, "wetland": 62.71, "water_body": 45.97, "desert": 0.42,
    }),
    "xie2008": (449.1, "2007", {
        "forest": 28.12, "grassland": 11.67, "farmland": 7.90, "wetland": 54.77, "water_body": 45.35, "desert": 1.39,
    }),
    "xie2015": (3406.5, "2010", {
        "dry_farmland": 4.01, "paddy_field": 3.89, "coniferous_forest": 17.53, "mixed_forest": 23.09,
        "broadleaf_forest": 22.95, "shrub": 15.22, "steppe": 5.07, "shrub_grassland": 19.69, "meadow": 11.43,
        "wetland": 52.02, "desert": 1.10, "bare_land": 0.20, "water_body": 125.61, "glacier_snow": 10.27,
    }),
}
COVERED = {
    "forest": ("coniferous_forest", "mixed_forest", "broadleaf_forest", "shrub", "forest_mean3"),
    "grassland": ("steppe", "shrub_grassland", "meadow", "grass_mean3"),
    "farmland": ("dry_farmland", "paddy_field", "cropland_mean2"),
    "desert": ("desert", "bare_land", "barren_mean2"),
}


@pytest.mark.parametrize("name", XIE_TOTALS)
def test_equivalent_factors_add_up_to_the_published_totals(name: str) -> None:
    value, price_year, totals = XIE_TOTALS[name]
    table = coefficients(name)
    assert (table.standard_value, table.provenance["price_year"], table.in_yuan) == (value, price_year, False)
    for row, total in totals.items():
        for ecosystem in (row,) if name == "xie2015" else COVERED.get(row, (row,)):
            assert table.row(ecosystem).sum() == pytest.approx(total, abs=1e-9), ecosystem
    if name != "xie2015":
        assert np.isnan(table.row("glacier_snow")).all()


@pytest.mark.parametrize("name", XIE_TOTALS)
def test_every_service_has_one_group_and_one_local_factor(name: str) -> None:
    table = coefficients(name)
    for division in (table.groups, table.drivers):
        assert sorted(service for members in division.values() for service in members) == sorted(table.services)
    assert len(table.services) == (11 if name == "xie2015" else 9)


def test_standard_value_of_2015_gives_the_yellow_river_value() -> None:
    assert 0.94 * coefficients("xie2015").standard_value == pytest.approx(3202.11, abs=1e-9)


# Ao Yong et al., Arid Land Geography, Table 3: yuan/ha at 3202.11 yuan a factor. Columns: food, raw materials, gas,
# climate, hydrological regulation, waste treatment, soil, biodiversity, aesthetic landscape.
YELLOW_RIVER = {
    "forest": (1056.7, 9542.29, 13833.12, 13032.59, 13096.63, 5507.63, 12872.48, 14441.52, 6660.39),
    "grassland": (1376.91, 1152.76, 4803.17, 4995.29, 4867.21, 4226.79, 7172.73, 5987.95, 2785.84),
    "farmland": (3202.11, 1248.82, 2305.52, 3106.05, 2465.62, 4450.93, 4707.1, 3266.15, 544.36),
    "wetland": (1152.76, 768.51, 7717.09, 43388.59, 43036.36, 46110.38, 6372.2, 11815.79, 15017.9),
    "water_body": (1697.12, 1120.74, 1633.08, 6596.35, 60103.6, 47551.33, 1312.87, 10983.24, 14217.37),
    "desert": (64.04, 128.08, 192.13, 416.27, 224.15, 832.55, 544.36, 1280.84, 768.51),
}
SERVICES_2008 = (
    "food_production", "raw_materials", "gas_regulation", "climate_regulation", "hydrological_regulation",
    "waste_treatment", "soil_conservation", "biodiversity", "aesthetic_landscape",
)


def test_factors_of_2008_give_the_published_yellow_river_table() -> None:
    table = coefficients("xie2008")
    order = [table.services.index(service) for service in SERVICES_2008]
    for row, published in YELLOW_RIVER.items():
        values = 3202.11 * table.row(COVERED.get(row, (row,))[0])[order]
        np.testing.assert_allclose(values, published, rtol=0, atol=0.005 + 1e-9)


def test_standard_forest_values_and_coefficients_are_those_of_the_paper() -> None:
    values = coefficients("gu2022")
    assert (values.in_yuan, values.by_standard_forest, values.standard_value) == (True, True, None)
    esi = [float(values.row(name)[0]) for name in STANDARD_FOREST_CLASSES]
    assert esi == [39065, 34858, 29224, 25517, 12945, 10928, 7617, 82189]
    columns = ("standard_forest", "name_zh", "name_en", "coefficient")
    table = read_table(RESOURCES / "standards" / "standard_forest.csv", columns)
    assert tuple(row.cells["standard_forest"] for row in table.rows) == STANDARD_FOREST_CLASSES
    published = [table.number(row, "coefficient") for row in table.rows]
    assert published == [1.0, 0.89, 0.75, 0.65, 0.33, 0.28, 0.19, 2.1]
    assert [round(value / 39065, 2) for value in esi] == published
    errors = [abs(k - value / 39065) / (value / 39065) for k, value in zip(published, esi)]
    assert errors[6] == pytest.approx(0.02555, abs=1e-5)
    assert max(errors[:6] + errors[7:]) < 0.005


def test_jiangyin_parameters() -> None:
    table = read_table(RESOURCES / "standards" / "jiangyin.csv", ("parameter", "value", "unit", "article", "note"))
    assert (table.provenance["valid_from"], table.provenance["valid_to"]) == ("2023-12-01", "2025-11-30")
    rows = [tuple(row.cells[name] for name in ("parameter", "value", "unit", "article")) for row in table.rows]
    assert rows == [
        ("unit_area", "1", "mu", "2"),
        ("service_group", "regulating", "", "2, 7"),
        ("supply_transition", "construction to ecological", "", "2, 7"),
        ("demand_transition", "ecological to construction", "", "3, 31, 34"),
        ("construction_coefficient", "0", "vouchers/mu", ""),
        ("young_forest_factor", "1.0", "", ""),
        ("issue_decimals", "2", "", ""),
        ("eligibility_survey", "third", "", "9"),
        ("base_survey", "second", "", "19"),
        ("homestead_agreement", "required", "", "10 (5)"),
        ("first_trade_window", "2", "years", "22"),
        ("floor_price", "", "yuan/voucher", "25"),
    ]


def test_illustrative_conversion_is_the_ratio_of_regulating_services_and_not_official() -> None:
    path = RESOURCES / "standards" / "jiangyin_illustrative_conversion.csv"
    assert read_table(path, ()).provenance["official"] == "no"
    table = read_conversion(path)
    assert (table.valid_from, table.valid_to) == (date(2023, 12, 1), date(2025, 11, 30))
    regulating = (1.4, 4.57, 11.6, 14.88, 15.34, 10.27, 3.27, 12.72, 7.37, 33.33, 0.73, 0.15, 110.85, 8.01)
    assert table.coefficients == {
        name: pytest.approx(value / 15.34, rel=1e-15) for name, value in zip(ECOSYSTEMS, regulating)
    }
