"""The page “Balance”, driven as a user drives it."""

from __future__ import annotations

import math

import pytest
from qgis.core import QgsProject, QgsRectangle
from qgis.PyQt.QtCore import QLocale, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QPushButton, QTableView
from window import click, drain, find, make_result_layer, wait_until

KNOWN = [i for i in range(12) if i % 4 != 3]


def shown(dock, name: str) -> str:
    return find(dock, QLabel, name).text()


def number(text: str) -> float:
    value, ok = QLocale().toDouble(text)
    assert ok, text
    return value


def ready(dock) -> bool:
    return dock.review.records is not None


@pytest.fixture
def reviewed(dock, result_layer):
    """Return the dock with the result layer read."""
    wait_until(lambda: ready(dock))
    return dock


def test_a_result_layer_is_found_and_summed(reviewed):
    assert number(shown(reviewed, "supplyValue")) == sum(i + 1 for i in KNOWN)
    assert number(shown(reviewed, "demandValue")) == 0.25 * len(KNOWN)
    assert number(shown(reviewed, "netValue")) == sum(i + 0.75 for i in KNOWN)
    assert number(shown(reviewed, "esvValue")) == sum(1000 * (i + 1) for i in KNOWN)
    assert "3" in shown(reviewed, "balanceNote")


def test_both_units_are_shown_the_standards_own_first(reviewed):
    aside = shown(reviewed, "supplyAside")
    assert aside.index("mu") < aside.index("ha")
    assert QLocale().toString(sum(i + 1 for i in KNOWN) / 15, "f", 2) in aside
