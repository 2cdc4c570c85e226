"""Common ground of the tests in a real QGIS: helpers that tests import as ``support``, and the plugin loaded."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).resolve().parent))


@pytest.fixture(autouse=True)
def _loaded(plugin):
    """Register the provider before every test here."""
