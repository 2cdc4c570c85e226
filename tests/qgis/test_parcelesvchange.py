"""ecovoucher:parcelesvchange on squares whose figures can be worked out by hand."""

from __future__ import annotations

from collections import defaultdict

import pytest
from pyproj import Geod
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsPointXY,
    QgsProcessingParameterDefinition,
)
from support.expected import D, esv, vouchers
from support.layers import (
    BROADLEAF,
    CRS,
    DRY,
    EAST,
    INDUSTRY,
    NORTH,
    PADDY,
    POND,
    land_use,
    layer,
    parcels,
    rectangle,
    square,
)
from support.runs import ALGORITHM, RESULT_FIELDS, failure, run

PARAMETERS = [
    "PARCELS", "BASE_LANDUSE", "BASE_FIELD", "TARGET_LANDUSE", "TARGET_FIELD", "SCHEME", "SCHEME_FILE",
    "COEFFICIENTS", "COEFFICIENTS_FILE", "STANDARD_VALUE", "NPP_FACTOR", "PRECIPITATION_FACTOR", "SOIL_FACTOR",
    "VOUCHER_STANDARD", "CONVERSION_FILE", "AREA_BASIS", "AREA_FIELD", "ALLOW_UNMATCHED", "OUTPUT",
    "TRANSITIONS", "UNMATCHED",
]
NUMBERS = [
    "PARCEL_COUNT", "SKIPPED_COUNT", "AREA_HA", "UNMAPPED_HA", "ESV_BASE", "ESV_TARGET", "ESV_CHANGE",
    "VOUCHER_SUPPLY", "VOUCHER_DEMAND", "VOUCHER_NET",
]
ADVANCED = ["NPP_FACTOR", "PRECIPITATION_FACTOR", "SOIL_FACTOR", "CONVERSION_FILE", "ALLOW_UNMATCHED"]


@pytest.fixture
def algorithm():
    return QgsApplication.processingRegistry().algorithmById(ALGORITHM)


@pytest.fixture
def landscape():
    """Six parcels of 1 ha: restored, built on, both, neutral, half covered, outside; and the land use of two dates."""
    plots = parcels(*(square(x, 0) for x in (0, 100, 200, 300, 450, 900)))
    before = land_use(
        (rectangle(0, 0, 100, 100), INDUSTRY), (rectangle(100, 0, 100, 100), DRY),
        (rectangle(200, 0, 100, 50), INDUSTRY), (rectangle(200, 50, 100, 50), POND),
        (rectangle(300, 0, 200, 100), PADDY),
    )
    after = land_use(
        (rectangle(0, 0, 100, 100), BROADLEAF), (rectangle(100, 0, 100, 100), INDUSTRY),
        (rectangle(200, 0, 100, 50), DRY), (rectangle(200, 50, 100, 50), INDUSTRY),
        (rectangle(300, 0, 200, 100), BROADLEAF),
    )
    return plots, before, after


def test_parameters_and_outputs_are_those_of_the_contract(algorithm):
    definitions = algorithm.parameterDefinitions()
    names = [definition.name() for definition in definitions]
    assert sorted(names) == sorted(PARAMETERS)
    outputs = [output.name() for output in algorithm.outputDefinitions()]
    assert sorted(outputs) == sorted([*NUMBERS, "OUTPUT", "TRANSITIONS", "UNMATCHED"])
    advanced = [d.name() for d in definitions if d.flags() & QgsProcessingParameterDefinition.Flag.FlagAdvanced]
    assert sorted(advanced) == sorted(ADVANCED)
    assert all(definition.help() for definition in definitions)


@pytest.mark.parametrize(("name", "values", "default"), [
    ("SCHEME", ["third_survey", "cnlucc", "clcd", "globeland30", "esa_worldcover", "dynamic_world", "from_glc10",
                "planning_2023", "custom"], "third_survey"),
    ("COEFFICIENTS", ["xie2015", "xie2008", "xie2003", "gu2022", "custom"], "xie2015"),
    ("VOUCHER_STANDARD", ["jiangyin", "standard_forest"], "jiangyin"),
    ("AREA_BASIS", ["ellipsoidal", "planar", "field"], "ellipsoidal"),
])
def test_choices_are_static_texts(algorithm, name, values, default):
    parameter = algorithm.parameterDefinition(name)
    assert parameter.usesStaticStrings()
    assert parameter.options() == values
    assert parameter.defaultValue() == default


def test_fields_of_the_sinks_in_order(landscape):
    done = run(*landscape)
    assert done.layer.fields().names() == ["name", "number", *RESULT_FIELDS]
    assert all(len(name) <= 10 for name in RESULT_FIELDS)
    assert done.outputs["TRANSITIONS"].fields().names() == (
        ["parcel", "from_code", "from_name", "to_code", "to_name", "area_ha", "esv_change", "v_supply", "v_demand"]
    )
    assert done.outputs["UNMATCHED"].fields().names() == ["layer", "code", "area_ha", "share_pct", "parcels"]
    assert set(NUMBERS) <= set(done.outputs)


def test_every_parcel_comes_out_in_order_with_attributes_and_geometry(landscape):
    plots, before, after = landscape
    done = run(plots, before, after)
    assert [(row["name"], row["number"]) for row in done.rows] == [(f"parcel {i}", i) for i in range(6)]
    given = [feature.geometry().asWkb() for feature in plots.getFeatures()]
    assert [feature.geometry().asWkb() for feature in done.layer.getFeatures()] == given
    assert done.layer.crs() == plots.crs()
    assert done.layer.wkbType() == plots.wkbType()


def test_statuses_and_roles(landscape):
    done = run(*landscape)
    assert done.statuses == ["ok", "ok", "ok", "ok", "partly_covered", "not_covered"]
    assert [row["ev_role"] for row in done.rows] == ["supply", "demand", "both", "neutral", "neutral", None]


def test_areas_and_values_of_squares(landscape):
    rows = run(*landscape).rows
    assert [row["area_ha"] for row in rows] == pytest.approx([1.0] * 6, rel=1e-12)
    assert [row["mapped_pct"] for row in rows] == pytest.approx([100, 100, 100, 100, 50, 0])
    expected = [
        (esv(INDUSTRY, 1), esv(BROADLEAF, 1)),
        (esv(DRY, 1), esv(INDUSTRY, 1)),
        (esv(POND, 0.5), esv(DRY, 0.5)),
        (esv(PADDY, 1), esv(BROADLEAF, 1)),
        (esv(PADDY, 0.5), esv(BROADLEAF, 0.5)),
    ]
    assert [(row["esv_base"], row["esv_target"]) for row in rows[:5]] == [pytest.approx(pair) for pair in expected]
    assert [row["esv_change"] for row in rows[:5]] == pytest.approx([after - before for before, after in expected])


def test_groups_of_services_of_a_restored_hectare(landscape):
    """Broadleaf forest in Xie 2015: 0.29+0.66+0.34, 2.17+6.5+1.93+4.74, 2.65+0.2+2.41, 1.06."""
    row = run(*landscape).rows[0]
    groups = [row[name] for name in ("d_provis", "d_regul", "d_support", "d_cultur")]
    assert groups == pytest.approx([1.29 * D, 15.34 * D, 5.26 * D, 1.06 * D])
    assert sum(groups) == pytest.approx(row["esv_change"])


def test_jiangyin_vouchers(landscape):
    rows = run(*landscape).rows
    assert [row["v_supply"] for row in rows[:5]] == pytest.approx([15, 0, vouchers(DRY, 0.5), 0, 0])
    assert [row["v_demand"] for row in rows[:5]] == pytest.approx([0, vouchers(DRY, 1), vouchers(POND, 0.5), 0, 0])
    assert all(row["v_net"] == pytest.approx(row["v_supply"] - row["v_demand"]) for row in rows[:5])


def test_what_cannot_be_computed_is_null_not_zero(landscape):
    row = run(*landscape).rows[5]
    unknown = set(RESULT_FIELDS) - {"area_ha", "mapped_pct", "ev_status", "ev_rules"}
    assert {name: row[name] for name in unknown} == dict.fromkeys(unknown)


def test_transitions_sum_to_the_parcels(landscape):
    plots, before, after = landscape
    done = run(plots, before, after)
    sums = defaultdict(lambda: [0.0] * 4)
    for row in done.transitions:
        for position, name in enumerate(("area_ha", "esv_change", "v_supply", "v_demand")):
            sums[row["parcel"]][position] += row[name]
    ids = [feature.id() for feature in plots.getFeatures()]
    assert set(sums) == set(ids[:5])
    for parcel, row in zip(ids[:5], done.rows):
        mapped = row["area_ha"] * row["mapped_pct"] / 100
        assert sums[parcel] == pytest.approx([mapped, row["esv_change"], row["v_supply"], row["v_demand"]])


def test_transitions_name_the_classes(landscape):
    [row] = [row for row in run(*landscape).transitions if row["to_code"] == DRY]
    assert (row["from_code"], row["from_name"][:4], row["to_name"][:2]) == ("0601", "工业用地", "旱地")


def test_numbers_are_the_sums_of_the_sink(landscape):
    done = run(*landscape)
    fields = ("ESV_BASE", "ESV_TARGET", "ESV_CHANGE", "VOUCHER_SUPPLY", "VOUCHER_DEMAND", "VOUCHER_NET")
    names = ("esv_base", "esv_target", "esv_change", "v_supply", "v_demand", "v_net")
    for number, name in zip(fields, names):
        assert done.outputs[number] == pytest.approx(sum(row[name] or 0 for row in done.rows)), number
    assert done.outputs["PARCEL_COUNT"] == 6
    assert done.outputs["SKIPPED_COUNT"] == 1
    assert done.outputs["AREA_HA"] == pytest.approx(6)
    assert done.outputs["UNMAPPED_HA"] == pytest.approx(1.5)


def test_rules_say_how_to_run_it_again(landscape):
    done = run(*landscape, AREA_BASIS="ellipsoidal", STANDARD_VALUE=2000, NPP_FACTOR=0.5, COEFFICIENTS="xie2008")
    rules = {row["ev_rules"] for row in done.rows}
    assert len(rules) == 1
    text = rules.pop()
    for part in ("third_survey", "xie2008", "D=2000", "0.5/1/1", "jiangyin", "not official", "ellipsoidal", "voucher="):
        assert part in text
    assert any("official" in warning for warning in done.log.warnings)
    assert any("2000" in warning and "449.1" in warning for warning in done.log.warnings)


@pytest.mark.parametrize(("changes", "total"), [
    ({"COEFFICIENTS": "xie2008"}, 28.12 * 449.1),
    ({"COEFFICIENTS": "xie2003"}, 21.85 * 884.9),
    ({"STANDARD_VALUE": 1000.0}, 22.95 * 1000),
    ({"NPP_FACTOR": 2.0}, (22.95 + 0.29 + 0.66 + 2.17 + 6.5 + 1.93 + 0.2 + 2.41 + 1.06) * D),
    ({"PRECIPITATION_FACTOR": 2.0}, (22.95 + 0.34 + 4.74) * D),
    ({"SOIL_FACTOR": 2.0}, (22.95 + 2.65) * D),
    ({"COEFFICIENTS": "gu2022", "VOUCHER_STANDARD": "standard_forest"}, 39065),
])
def test_value_of_a_hectare_of_forest(changes, total):
    before, after = land_use((square(0, 0), INDUSTRY)), land_use((square(0, 0), BROADLEAF))
    done = run(parcels(square(0, 0)), before, after, **changes)
    assert done.rows[0]["esv_target"] == pytest.approx(total)


def test_standard_forest_counts_hectares(landscape):
    """k of Gu et al. 2022: arbor forest 1, water 2.10; cropland and construction do not count."""
    done = run(*landscape, VOUCHER_STANDARD="standard_forest")
    assert [row["v_supply"] for row in done.rows[:5]] == pytest.approx([1, 0, 0, 1, 0.5])
    assert [row["v_demand"] for row in done.rows[:5]] == pytest.approx([0, 0, 1.05, 0, 0])


def test_gu2022_knows_no_groups_and_no_cropland():
    done = run(
        parcels(square(0, 0), square(100, 0)), land_use((rectangle(0, 0, 100, 100), INDUSTRY), (square(100, 0), DRY)),
        land_use((rectangle(0, 0, 200, 100), POND)),
        COEFFICIENTS="gu2022", VOUCHER_STANDARD="standard_forest", ALLOW_UNMATCHED=True,
    )
    assert done.rows[0]["esv_change"] == pytest.approx(82189)
    assert done.rows[0]["d_regul"] is None
    assert done.rows[1]["esv_base"] is None
    assert done.rows[1]["ev_status"] == "unmatched"
    assert [(row["layer"], row["code"]) for row in done.unmatched] == [("base", DRY)]


@pytest.fixture
def with_unknown_code():
    plots = parcels(square(0, 0), square(100, 0), square(200, 0))
    before = land_use((rectangle(0, 0, 150, 100), INDUSTRY), (rectangle(150, 0, 50, 100), "9999"),
                      (rectangle(200, 0, 100, 100), None))
    return plots, before, land_use((rectangle(0, 0, 300, 100), BROADLEAF))


def test_unknown_codes_stop_the_run_with_their_area(with_unknown_code):
    message = failure(*with_unknown_code)
    assert "9999" in message
    assert "NULL" in message
    assert "0.5" in message
    assert "third_survey" in message


def test_unknown_codes_are_listed_where_allowed(with_unknown_code):
    done = run(*with_unknown_code, ALLOW_UNMATCHED=True)
    assert done.statuses == ["ok", "unmatched", "unmatched"]
    listed = {(row["layer"], row["code"]): (row["area_ha"], row["share_pct"], row["parcels"]) for row in done.unmatched}
    assert listed == {
        ("base", "9999"): pytest.approx((0.5, 100 / 6, 1)), ("base", None): pytest.approx((1, 100 / 3, 1)),
    }
    assert done.rows[1]["mapped_pct"] == pytest.approx(50)
    assert done.rows[1]["esv_target"] == pytest.approx(esv(BROADLEAF, 0.5))
    assert done.rows[2]["esv_target"] is None
    assert done.rows[2]["v_net"] is None
    assert done.outputs["UNMAPPED_HA"] == pytest.approx(1.5)


def test_number_field_that_lost_its_zero_is_explained():
    before = layer([(square(0, 0), 101)], "field=DLBM:integer")
    message = failure(parcels(square(0, 0)), before, land_use((square(0, 0), DRY)))
    assert "101" in message
    assert "leading zero" in message


def test_whole_numbers_and_text_are_the_same_codes():
    plot = parcels(square(0, 0))
    before, after = layer([(square(0, 0), 8)], "field=DLBM:integer"), land_use((square(0, 0), "2"))
    row = run(plot, before, after, SCHEME="clcd").rows[0]
    assert row["ev_status"] == "ok"
    assert row["v_supply"] > 0


def test_custom_files(tmp_path):
    scheme, table, conversion = (tmp_path / name for name in ("方案.csv", "table.csv", "official.csv"))
    scheme.write_text(
        "# source: test\n"
        "code,name_zh,name_en,ecosystem,standard_forest,ecological_gu,ecological_jiangyin,construction,forest_cover\n"
        "W,林,Wood,broadleaf_forest,arbor_forest,yes,yes,no,yes\nC,城,City,none,,no,no,yes,no\n", encoding="utf-8-sig",
    )
    table.write_text(
        "# source: test\n# unit: yuan/ha\n# provisioning: timber\n# regulating: cooling\n"
        "ecosystem,name_zh,name_en,cooling,timber\nbroadleaf_forest,林,Wood,1000,234\n", encoding="utf-8",
    )
    conversion.write_text(
        "# source: test\n# valid_from: 2000-01-01\n# valid_to: 2999-12-31\ncode,coefficient\nW,0.8\n", encoding="utf-8"
    )
    row = run(
        parcels(square(0, 0)), land_use((square(0, 0), "C")), land_use((square(0, 0), "W")),
        SCHEME="custom", SCHEME_FILE=str(scheme), COEFFICIENTS="custom", COEFFICIENTS_FILE=str(table),
        CONVERSION_FILE=str(conversion),
    ).rows[0]
    assert row["esv_target"] == pytest.approx(1234)
    assert row["d_regul"] == pytest.approx(1000)
    assert row["v_supply"] == pytest.approx(0.8 * 15)
    for name in ("方案.csv", "table.csv", "official.csv"):
        assert name in row["ev_rules"]
    assert "not official" not in row["ev_rules"]


def geodesic_area(x: float, y: float, side: float) -> float:
    """Return the area of a square of the test area on the ellipsoid, by GeographicLib."""
    to_degrees = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem(CRS), QgsCoordinateReferenceSystem("EPSG:4490"), QgsCoordinateTransformContext()
    )
    corners = [to_degrees.transform(QgsPointXY(EAST + x + dx, NORTH + y + dy))
               for dx, dy in ((0, 0), (side, 0), (side, side), (0, side))]
    area, _ = Geod(ellps="GRS80").polygon_area_perimeter([c.x() for c in corners], [c.y() for c in corners])
    return abs(area)


def test_ellipsoidal_areas_are_those_of_geographiclib():
    plots = parcels(square(0, 0), square(30_000, 0, 1000))
    everywhere = rectangle(-1000, -1000, 40_000, 10_000)
    rows = run(plots, land_use((everywhere, INDUSTRY)), land_use((everywhere, DRY)), AREA_BASIS="ellipsoidal").rows
    expected = [geodesic_area(0, 0, 100) / 1e4, geodesic_area(30_000, 0, 1000) / 1e4]
    assert [row["area_ha"] for row in rows] == pytest.approx(expected, rel=1e-9)
    assert rows[1]["area_ha"] != pytest.approx(100, rel=1e-6)


def test_official_areas_scale_the_pieces():
    plots = layer(
        [(square(0, 0), 12_345.0), (square(100, 0), None), (square(200, 0), -1.0), (square(300, 0), 10_000.0)],
        "field=TBMJ:double",
    )
    before = land_use((rectangle(0, 0, 400, 100), INDUSTRY))
    after = land_use((rectangle(0, 0, 25, 100), BROADLEAF), (rectangle(25, 0, 375, 100), DRY))
    done = run(plots, before, after, AREA_BASIS="field", AREA_FIELD="TBMJ")
    assert done.statuses == ["ok", "invalid", "invalid", "ok"]
    first = [row["area_ha"] for row in done.transitions if row["parcel"] == 1]
    assert sorted(first) == pytest.approx([1.2345 / 4, 1.2345 * 3 / 4], rel=1e-7)
    assert done.rows[0]["area_ha"] == pytest.approx(1.2345)
    assert done.rows[1]["area_ha"] is None
    warnings = " ".join(done.log.warnings)
    assert "official area is missing" in warnings
    assert "differs by more than 0.5 %" in warnings
