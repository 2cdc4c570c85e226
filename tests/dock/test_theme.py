"""Colours can be told apart, in grey too, and go with light and dark windows."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from ecovoucher.ecovoucher_plugin.gui.charts.theme import paper, theme_of
from qgis.PyQt.QtGui import QColor, QPalette


def palette(base, text):
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, QColor(base))
    palette.setColor(QPalette.ColorRole.Text, QColor(text))
    return palette


LIGHT, DARK = theme_of(palette("#ffffff", "#000000")), theme_of(palette("#1e1e1e", "#f0f0f0"))
# What QGIS 3.22 leaves behind after its night theme was taken back, and its mirror image.
LEFT, MIRRORED = theme_of(palette("#222222", "#111111")), theme_of(palette("#dddddd", "#eeeeee"))
THEMES = pytest.mark.parametrize(
    "theme", [LIGHT, DARK, LEFT, MIRRORED, paper()], ids=["light", "dark", "left", "mirrored", "paper"]
)


def luminance(colour):
    """WCAG 2.1: relative luminance."""
    channels = [
        value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4
        for value in (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    ]
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), channels))


def contrast(first, second):
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def test_dark_and_light_are_told_from_the_palette():
    assert (LIGHT.is_dark, DARK.is_dark, paper().is_dark) == (False, True, False)
    assert (DARK.background, DARK.text) == ("#1e1e1e", "#f0f0f0")


@THEMES
def test_supply_and_demand_differ_in_hue_and_in_grey(theme):
    hues = [QColor(colour).hue() for colour in (theme.supply, theme.demand)]
    assert abs(hues[0] - hues[1]) > 60
    assert contrast(theme.supply, theme.demand) > 1.8


@THEMES
def test_text_stands_out(theme):
    assert contrast(theme.text, theme.background) > 7
    assert contrast(theme.muted, theme.background) > 3


@pytest.mark.parametrize("theme", [LIGHT, DARK, paper()], ids=["light", "dark", "paper"])
def test_bars_stand_out(theme):
    for colour in (theme.supply, theme.demand, theme.after, theme.farmer):
        assert contrast(colour, theme.background) > 2.9


@THEMES
def test_the_parts_of_a_revenue_and_the_two_dates_differ_in_grey(theme):
    assert contrast(theme.farmer, theme.collective) > 1.8
    assert contrast(theme.collective, theme.cost) > 1.2
    assert contrast(theme.before, theme.after) > 1.7


def test_supply_and_demand_are_colours_of_the_map(root):
    style = ET.parse(root / "styles" / "parcel_vouchers.qml")
    on_map = {
        QColor(*map(int, option.get("value").split(",")[:3])).name()
        for option in style.iter("Option") if option.get("name") == "color"
    }
    for theme in (LIGHT, DARK):
        assert {theme.supply, theme.demand} <= on_map
