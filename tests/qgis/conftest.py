"""Common ground of the tests in a real QGIS: helpers that tests import as ``support``, and the plugin loaded."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QEvent

sys.path.append(str(Path(__file__).resolve().parent))


@pytest.fixture(autouse=True)
def _loaded(plugin):
    """Register the provider before every test here."""


@pytest.fixture(autouse=True)
def _no_task_outlives_its_test():
    """Wait until the task manager has let go: QGIS 3.22 takes a new task at the place of a finished one for that."""
    yield
    manager = QgsApplication.taskManager()
    if manager is None or not manager.count():
        return
    end = time.monotonic() + 5
    while manager.count() and time.monotonic() < end:
        QgsApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        time.sleep(0.005)
