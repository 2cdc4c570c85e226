"""Make the EcoVoucher demo: draw a county and its prefecture, run every step in QGIS, write a project and two maps.

Run it with the Python that QGIS uses: ``python3 demo/run.py [--output build/demo]``.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(description="Make the EcoVoucher demo: data, QGIS project and maps.")
    parser.add_argument("--output", type=Path, default=Path("build/demo"), help="folder to write to")
    folder = parser.parse_args().output.resolve()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    register_package()
    try:
        from qgis.core import QgsProcessingException
    except ImportError:
        return fail("This Python cannot import QGIS: use the one that QGIS uses, on Debian /usr/bin/python3.")
    from ecovoucher.demo.layers import DemoError

    try:
        folder.mkdir(parents=True, exist_ok=True)
        with headless_qgis():
            make_demo(folder)
    except (DemoError, QgsProcessingException) as error:
        return fail(str(error))
    except OSError as error:
        return fail(f"{error.filename} cannot be written: {error.strerror}.")
    return 0


def register_package() -> None:
    """Import the repository root as package ``ecovoucher``, as QGIS imports the plugin folder."""
    spec = importlib.util.spec_from_file_location(
        "ecovoucher", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    package = importlib.util.module_from_spec(spec)
    sys.modules["ecovoucher"] = package
    spec.loader.exec_module(package)


@contextmanager
def headless_qgis() -> Iterator[None]:
    """Start QGIS without a window, with default settings and the plugin loaded; stop it at the end."""
    import ecovoucher
    from qgis.core import QgsApplication, QgsProject

    with tempfile.TemporaryDirectory() as profile:
        application = QgsApplication([], False, profile)
        application.initQgis()
        sys.path.append(str(Path(QgsApplication.pkgDataPath(), "python", "plugins")))
        from processing.core.Processing import Processing

        Processing.initialize()
        plugin = ecovoucher.classFactory(None)
        plugin.initProcessing()
        try:
            yield
        finally:
            plugin.unload()
            QgsProject.instance().clear()
            application.exitQgis()


def make_demo(folder: Path) -> None:
    """Write the GeoPackage, the project and the maps to the folder, and print the totals of each step."""
    from ecovoucher.demo import steps
    from ecovoucher.demo.landscape import demo_landscape
    from ecovoucher.demo.layers import write_landscape
    from ecovoucher.demo.layout import voucher_map
    from ecovoucher.demo.page import export_png
    from ecovoucher.demo.project import fill_project, save_project
    from ecovoucher.demo.trade_layout import trade_map
    from qgis.core import QgsProject

    geopackage, project_file = (folder / f"ecovoucher_demo.{suffix}" for suffix in ("gpkg", "qgz"))
    pictures = [folder / f"ecovoucher_demo{name}.png" for name in ("", "_trade")]
    write_landscape(demo_landscape(), geopackage)
    vouchers = steps.value_parcels(geopackage)
    plan = steps.value_plan(geopackage)
    revenue = steps.split_revenue(geopackage)
    trade = steps.trade_forest_cover(geopackage)
    balance = steps.balance_regions(geopackage)

    project = QgsProject.instance()
    fill_project(project, geopackage, ROOT / "styles")
    layouts = voucher_map(project, vouchers), trade_map(project, trade, balance)
    for layout, picture in zip(layouts, pictures):
        export_png(layout, picture)
    save_project(project, project_file)
    for title, lines in (
        ("Parcels", vouchers), ("Plan", plan), ("Revenue", revenue), ("Forest-cover trade", trade),
        ("Regional balance", balance),
    ):
        print(title, *lines, sep="\n  ")
    print(f"\nData:    {geopackage}\nProject: {project_file}\nMaps:    {pictures[0]}\n         {pictures[1]}")


def fail(sentence: str) -> int:
    """Print why the demo stopped, and return the exit code for that."""
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
