"""Make the EcoVoucher demo: draw a county, compute its vouchers in QGIS, write a project and a map.

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
ALGORITHM = "ecovoucher:parcelesvchange"
RULES = {
    "SCHEME": "third_survey",
    "COEFFICIENTS": "xie2015",
    "VOUCHER_STANDARD": "jiangyin",
    "AREA_BASIS": "ellipsoidal",
}
RESULTS = {"OUTPUT": "parcel_vouchers", "TRANSITIONS": "transitions", "UNMATCHED": "unmatched"}
NOTES = (
    "An invented county. Jiangyin standard, without the city's official conversion table: 1 voucher = the regulating "
    "services of 1 mu of five-year arbor forest. Coefficients: Xie et al. 2015; areas on the ellipsoid."
)


def main() -> int:
    parser = argparse.ArgumentParser(description="Make the EcoVoucher demo: data, QGIS project and map.")
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
    """Write the GeoPackage, the project and the map to the folder, and print the totals."""
    from ecovoucher.demo.landscape import demo_landscape
    from ecovoucher.demo.layers import write_landscape, write_layer
    from ecovoucher.demo.layout import export_png, make_layout
    from ecovoucher.demo.project import fill_project, save_project
    from qgis.core import QgsProject

    geopackage, project_file, picture = (folder / f"ecovoucher_demo.{suffix}" for suffix in ("gpkg", "qgz", "png"))
    write_landscape(demo_landscape(), geopackage)
    outcome = compute_vouchers(geopackage)
    for output, name in RESULTS.items():
        write_layer(outcome[output], geopackage, name)
    project = QgsProject.instance()
    fill_project(project, geopackage, ROOT / "styles")
    layout = make_layout(project, totals(outcome), NOTES)
    export_png(layout, picture)
    save_project(project, project_file)
    print("\n".join(totals(outcome)))
    print(f"\nData:    {geopackage}\nProject: {project_file}\nMap:     {picture}")


def compute_vouchers(geopackage: Path) -> dict:
    """Run the algorithm on the layers of the GeoPackage; return its layers and numbers."""
    from ecovoucher.demo.layers import open_layer
    from qgis import processing
    from qgis.core import QgsProcessing

    return processing.run(ALGORITHM, {
        "PARCELS": open_layer(geopackage, "parcels"),
        "BASE_LANDUSE": open_layer(geopackage, "landuse_base"),
        "TARGET_LANDUSE": open_layer(geopackage, "landuse_target"),
        "BASE_FIELD": "DLBM",
        "TARGET_FIELD": "DLBM",
        **RULES,
        **dict.fromkeys(RESULTS, QgsProcessing.TEMPORARY_OUTPUT),
    })


def totals(outcome: dict) -> list[str]:
    """Return the sums of a run as lines, each with its unit."""
    lines = (
        "Vouchers: supply {VOUCHER_SUPPLY:,.2f}, demand {VOUCHER_DEMAND:,.2f}, net {VOUCHER_NET:+,.2f}",
        "Ecosystem service value {ESV_BASE:,.0f} → {ESV_TARGET:,.0f} yuan per year, change {ESV_CHANGE:+,.0f}",
        "{PARCEL_COUNT} parcels, {AREA_HA:,.2f} ha; {SKIPPED_COUNT} not computable; {UNMAPPED_HA:,.2f} ha not valued",
    )
    return [line.format(**outcome) for line in lines]


def fail(sentence: str) -> int:
    """Print why the demo stopped, and return the exit code for that."""
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
