"""The shipped styles load in QGIS, and every value falls into one class of the legend."""

from __future__ import annotations

import csv

import pytest
from qgis.core import NULL, QgsFeature, QgsRenderContext, QgsRuleBasedRenderer, QgsVectorLayer


def styled_layer(root, style, fields):
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:4549&{fields}", style, "memory")
    message, loaded = layer.loadNamedStyle(str(root / "styles" / f"{style}.qml"))
    assert loaded, message
    assert isinstance(layer.renderer(), QgsRuleBasedRenderer)
    return layer


@pytest.fixture()
def vouchers(root):
    return styled_layer(root, "parcel_vouchers", "field=v_net:double&field=ev_status:string")


@pytest.fixture()
def land_use(root):
    return styled_layer(root, "land_use_third_survey", "field=DLBM:string")


def classes(layer, *values):
    """Return the labels of the classes that a feature with the attribute values is drawn in."""
    feature = QgsFeature(layer.fields())
    feature.setAttributes(list(values))
    renderer, context = layer.renderer().clone(), QgsRenderContext()
    renderer.startRender(context, layer.fields())
    keys = renderer.legendKeysForFeature(feature, context)
    renderer.stopRender(context)
    return {rule.label() for rule in renderer.rootRule().children() if rule.ruleKey() in keys}


class TestParcelVouchers:
    @pytest.mark.parametrize("net, label", [
        (250.0, "Supply 100 vouchers or more"),
        (100.0, "Supply 100 vouchers or more"),
        (99.999, "Supply 10–100 vouchers"),
        (10.0, "Supply 10–100 vouchers"),
        (9.999, "Supply 1–10 vouchers"),
        (1.0, "Supply 1–10 vouchers"),
        (0.999, "Supply below 1 voucher"),
        (1e-9, "Supply below 1 voucher"),
        (0.0, "Neutral: no net vouchers"),
        (-1e-9, "Demand below 1 voucher"),
        (-0.999, "Demand below 1 voucher"),
        (-1.0, "Demand 1–10 vouchers"),
        (-9.999, "Demand 1–10 vouchers"),
        (-10.0, "Demand 10–100 vouchers"),
        (-99.999, "Demand 10–100 vouchers"),
        (-100.0, "Demand 100 vouchers or more"),
        (-250.0, "Demand 100 vouchers or more"),
        (NULL, "Not computable: no land use, or invalid"),
    ])
    def test_one_class_for_each_net(self, vouchers, net, label):
        assert classes(vouchers, net, "ok") == {label}

    def test_part_covered_parcel_shows_value_and_status(self, vouchers):
        assert classes(vouchers, 5.0, "partly_covered") == {
            "Supply 1–10 vouchers", "Partly covered: only that part is valued",
        }

    def test_more_vouchers_are_darker(self, vouchers):
        for kind, dark_to_light in (("supply", 1), ("demand", -1)):
            greys = [grey(rule) for rule in rules(vouchers, kind)][::dark_to_light]
            assert len(greys) == 4
            assert all(darker < lighter - 10 for darker, lighter in zip(greys, greys[1:])), (kind, greys)

    def test_demand_differs_from_supply_without_colour(self, vouchers):
        assert [hatches(rule) for rule in rules(vouchers, "supply")] == [0] * 4
        assert [hatches(rule) for rule in rules(vouchers, "demand")] == [1] * 4
        assert [hatches(rule) for rule in rules(vouchers, "not_computable")] == [2]


class TestLandUse:
    def test_each_third_survey_code_has_one_class(self, land_use, root):
        for code in third_survey_codes(root):
            assert len(classes(land_use, code)) == 1, code

    @pytest.mark.parametrize("code, label", [
        ("0101", "Paddy 水田"),
        ("0304", "Wetland 湿地"),
        ("0402", "Wetland 湿地"),
        ("0404", "Grass 草地"),
        ("05H1", "Commercial, storage 商业服务业"),
        ("0201K", "Garden: orchard, tea 园地"),
        ("1106", "Wetland 湿地"),
        ("1104", "Water 水域"),
        ("1109", "Hydraulic structures, other 水工、其他土地"),
        ("1207", "Hydraulic structures, other 水工、其他土地"),
    ])
    def test_class_of_a_code(self, land_use, code, label):
        assert classes(land_use, code) == {label}


def rules(layer, kind):
    return [rule for rule in layer.renderer().rootRule().children() if rule.ruleKey().startswith(kind)]


def grey(rule):
    """Return the luminance of a rule's fill, 0 to 255 (ITU-R BT.601)."""
    colour = rule.symbol().symbolLayer(0).fillColor()
    return 0.299 * colour.red() + 0.587 * colour.green() + 0.114 * colour.blue()


def hatches(rule):
    return sum(layer.layerType() == "LinePatternFill" for layer in rule.symbol().symbolLayers())


def third_survey_codes(root):
    with open(root / "resources" / "schemes" / "third_survey.csv", encoding="utf-8") as file:
        return [row["code"] for row in csv.DictReader(line for line in file if not line.startswith("#"))]
