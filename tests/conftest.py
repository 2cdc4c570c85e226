"""Common ground of all tests: the plugin as package ``ecovoucher``, whatever its folder is called."""

from __future__ import annotations

import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent


def _register_plugin_package() -> None:
    """Import the repository root as package ``ecovoucher``, as QGIS imports the plugin folder."""
    spec = importlib.util.spec_from_file_location(
        "ecovoucher", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    package = importlib.util.module_from_spec(spec)
    sys.modules["ecovoucher"] = package
    spec.loader.exec_module(package)


if "ecovoucher" not in sys.modules:  # QGIS has imported it where the tests run in its window.
    _register_plugin_package()

settings.register_profile("ci", derandomize=True, deadline=None)
settings.load_profile("ci")


def pytest_addoption(parser) -> None:
    parser.addoption("--package", type=Path, help="zip to test instead of one made of the working tree")


def pytest_report_header() -> str:
    """Say on what the tests run; `tools/test-matrix` names a run by it."""
    python = f"Python {platform.python_version()}"
    try:
        from osgeo import gdal, osr
        from qgis.core import Qgis
    except ImportError:
        return f"no QGIS, {python}"
    proj = f"{osr.GetPROJVersionMajor()}.{osr.GetPROJVersionMinor()}"
    return f"QGIS {Qgis.version()}, GEOS {Qgis.geosVersion()}, GDAL {gdal.__version__}, PROJ {proj}, {python}"


@pytest.fixture(autouse=True, scope="session")
def _errors_are_sentences():
    """Check every error that any test meets: translators know its sentence, and each place in it has its value."""
    from ecovoucher.ecovoucher_plugin.accounting.errors import EcoVoucherError

    source = ElementTree.parse(ROOT / "resources" / "i18n" / "ecovoucher_zh_CN.ts")
    sentences = {element.text for element in source.iter("source")} | {"{problem}"}
    made = EcoVoucherError.__init__

    def checked(self, template: str, **values: object) -> None:
        assert template in sentences, template
        assert {name for _, name, _, _ in Formatter().parse(template) if name is not None} == set(values), template
        assert None not in values.values(), template
        made(self, template, **values)

    EcoVoucherError.__init__ = checked
    yield
    EcoVoucherError.__init__ = made


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the repository root, which is the plugin folder."""
    return ROOT


@pytest.fixture(scope="session")
def package(request, tmp_path_factory) -> Path:
    """Return the plugin's zip: that of ``--package``, or what ``make package`` would make of the working tree."""
    given = request.config.getoption("--package")
    return given if given else _pack_working_tree(tmp_path_factory.mktemp("package"))


def _pack_working_tree(folder: Path) -> Path:
    """Run ``git archive`` on the working tree as if it were committed; the repository is left as it is."""
    def git(*arguments: str) -> str:
        return subprocess.run(
            ["git", *arguments], cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
        ).stdout.strip()

    environment = dict(os.environ)
    own_objects = (ROOT / git("rev-parse", "--git-path", "objects")).resolve()
    new_objects = folder / "objects"
    new_objects.mkdir()
    environment.update(
        GIT_INDEX_FILE=str(folder / "index"),
        GIT_OBJECT_DIRECTORY=str(new_objects),
        GIT_ALTERNATE_OBJECT_DIRECTORIES=str(own_objects),
    )
    git("add", "--all")
    archive = folder / "ecovoucher.zip"
    git("archive", "--format=zip", "--prefix=ecovoucher/", f"--output={archive}", git("write-tree"))
    return archive


@pytest.fixture(scope="session")
def demo(root, tmp_path_factory) -> tuple[Path, str]:
    """Return folder and printed text of a run, as `make run` does it; the folder has been moved since."""
    made, moved = (tmp_path_factory.mktemp("demo") / name for name in ("made", "moved"))
    finished = subprocess.run(
        [sys.executable, str(root / "demo" / "run.py"), "--output", str(made)],
        capture_output=True, text=True, timeout=300,
    )
    assert finished.returncode == 0, finished.stderr
    assert "Traceback" not in finished.stderr
    shutil.move(made, moved)
    return moved, finished.stdout


@pytest.fixture(scope="session")
def plugin(qgis_processing, qgis_iface):
    """Return the plugin with its Processing provider registered, beside QGIS's own providers."""
    import ecovoucher

    plugin = ecovoucher.classFactory(qgis_iface)
    plugin.initProcessing()
    yield plugin
    plugin.unload()
