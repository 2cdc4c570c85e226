"""Common ground of the tests in a real QGIS window; see tests/gui_in_qgis.py."""

from __future__ import annotations

import sys
import traceback

import pytest
from qgis import utils
from qgis.core import QgsProject
from window import drain, make_result_layer, wait_until

if "ecovoucher" not in utils.plugins:
    collect_ignore_glob = ["test_*.py"]  # Without a window there is nothing to test here.


@pytest.fixture(autouse=True)
def errors(monkeypatch):
    """Fail a test in which a slot raised: QGIS would show a traceback."""
    raised = []
    monkeypatch.setattr(sys, "excepthook", lambda *error: raised.append("".join(traceback.format_exception(*error))))
    yield raised
    assert raised == []


@pytest.fixture
def iface():
    return utils.iface


@pytest.fixture
def window(iface):
    return iface.mainWindow()


@pytest.fixture
def plugin(iface):
    """Return the loaded plugin in a new project; afterwards it is taken out of the window and put back, as new."""
    plugin = utils.plugins["ecovoucher"]
    iface.newProject(False)
    yield plugin
    plugin.unload()
    iface.newProject(False)
    drain()
    plugin.initGui()


@pytest.fixture
def dock(plugin):
    """Return the open dock, in a project without layers."""
    plugin.action.trigger()
    wait_until(lambda: plugin.dock.isVisible())
    return plugin.dock


@pytest.fixture
def result_layer(plugin):
    """Return a result layer in the project: 12 parcels in three towns, one without a name."""
    layer = make_result_layer(12)
    QgsProject.instance().addMapLayer(layer)
    return layer
