"""QGIS loads and unloads the plugin, whatever its folder is called and however it came there."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from qgis.core import QgsApplication

LOADER = Path(__file__).with_name("load_plugin.py")
ALGORITHM = "ecovoucher:parcelesvchange"


def as_unzipped_package(folder, root, package):
    with zipfile.ZipFile(package) as archive:
        archive.extractall(folder)
    return folder / "ecovoucher"


def as_symlink(folder, root, package):
    link = folder / "ecovoucher"
    link.symlink_to(root, target_is_directory=True)
    return link


def as_folder_of_another_name(folder, root, package):
    other = folder / "eco-voucher-main"
    shutil.move(as_unzipped_package(folder, root, package), other)
    return other


@pytest.fixture(
    scope="module", params=[as_unzipped_package, as_symlink, as_folder_of_another_name], ids=lambda way: way.__name__
)
def report(request, root, package, tmp_path_factory):
    """What the loader saw in a fresh QGIS: before, while loaded and after, in two rounds."""
    folder = request.param(tmp_path_factory.mktemp("plugins"), root, package)
    finished = subprocess.run(
        [sys.executable, str(LOADER), str(folder)], capture_output=True, text=True, timeout=120
    )
    assert finished.returncode == 0, finished.stderr
    return {**json.loads(finished.stdout.splitlines()[-1]), "name": folder.name, "log": finished.stderr}


def test_qgis_finds_the_plugin(report):
    assert report["available"] == [report["name"]]


def test_provider_appears_with_its_algorithms(report):
    assert "ecovoucher" not in report["before"]
    for step in report["rounds"]:
        assert step["loaded"], report["log"]
        assert ALGORITHM in step["during"]["ecovoucher"]


def test_second_load_offers_the_same(report):
    first, second = report["rounds"]
    assert first["during"] == second["during"]


def test_unloading_leaves_nothing_behind(report):
    for step in report["rounds"]:
        assert step["unloaded"], report["log"]
        assert step["after"] == report["before"]
        assert step["modules_left"] == []


def test_plugin_fixture_registers_the_provider_once(plugin):
    registry = QgsApplication.processingRegistry()
    plugin.initProcessing()
    assert [provider.id() for provider in registry.providers()].count("ecovoucher") == 1
    assert registry.algorithmById(ALGORITHM) is not None
