"""The zip in a fresh QGIS profile: it loads into the window, and computes what the sources compute."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import geopandas
import pytest
from pandas.testing import assert_frame_equal

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parent / "qgis"))


@pytest.fixture(scope="module")
def unzipped(package, tmp_path_factory) -> Path:
    """Return the plugin's folder as QGIS unzips it."""
    folder = tmp_path_factory.mktemp("unzipped")
    with zipfile.ZipFile(package) as archive:
        archive.extractall(folder)
    return folder / "ecovoucher"


def test_demo_job_from_the_command_line(unzipped, demo, tmp_path):
    """The demo of the working tree has computed the same layers; the zip gives the same rows."""
    from support.command_line import CommandLine

    geopackage, output = demo[0] / "ecovoucher_demo.gpkg", tmp_path / "parcel_vouchers.gpkg"
    layers = {"PARCELS": "parcels", "BASE_LANDUSE": "landuse_base", "TARGET_LANDUSE": "landuse_target"}
    done = CommandLine(tmp_path, unzipped).run("ecovoucher:parcelesvchange", {
        **{name: f"{geopackage}|layername={table}" for name, table in layers.items()},
        "BASE_FIELD": "DLBM", "TARGET_FIELD": "DLBM", "SCHEME": "third_survey", "COEFFICIENTS": "xie2015",
        "VOUCHER_STANDARD": "jiangyin", "AREA_BASIS": "ellipsoidal", "OUTPUT": str(output),
    })
    assert done.code == 0, done.text
    found, expected = geopandas.read_file(output), geopandas.read_file(geopackage, layer="parcel_vouchers")
    assert_frame_equal(found[expected.columns], expected)
    assert done.results["VOUCHER_SUPPLY"] == pytest.approx(expected.v_supply.sum())


def test_window_loads_it_without_a_complaint(unzipped, tmp_path):
    profile = tmp_path / "profiles" / "default"
    shutil.copytree(unzipped, profile / "python" / "plugins" / "ecovoucher")
    (profile / "QGIS").mkdir()
    (profile / "QGIS" / "QGIS3.ini").write_text("[PythonPlugins]\necovoucher=true\n")
    seen = tmp_path / "seen.json"
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "HOME": str(tmp_path), "SEEN": str(seen)}
    finished = subprocess.run(
        ["xvfb-run", "--auto-servernum", "qgis", "--nologo", "--noversioncheck", "--profiles-path", str(tmp_path),
         "--code", str(HERE / "look_around.py")],
        env=environment, capture_output=True, text=True, timeout=300,
    )
    assert seen.exists(), finished.stdout + finished.stderr
    report = json.loads(seen.read_text())
    assert report["window"]
    assert report["plugins"] == ["ecovoucher"]
    assert Path(report["folder"]).is_relative_to(profile)
    assert {"ecovoucher:parcelesvchange", "ecovoucher:forestcovertrade"} <= set(report["algorithms"])
    assert report["complaints"] == []
