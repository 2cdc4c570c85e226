"""The repository as QGIS or pip would load it: as a package called ecovoucher."""
import importlib.util
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ALGORITHMS = {"vector": "ecovoucher:parcelesvchange", "raster": "ecovoucher:parcelesvchangeraster"}


def package():
    """Import the repository."""
    spec = importlib.util.spec_from_file_location(
        "ecovoucher", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    loaded = sys.modules["ecovoucher"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def plugin():
    """The plugin in a QGIS that runs, its algorithms loaded; keep it as long as they are used."""
    loaded = package().classFactory(None)
    loaded.initProcessing()
    return loaded


def parameters(kind: str, zones, base, target, out: Path) -> dict:
    """What the algorithm is given: layers of QGIS, planar areas, and GeoPackages in ``out`` for results."""
    given = {"PARCELS": zones, "AREA_BASIS": "planar", "OUTPUT": str(out / "parcels.gpkg"),
             "TRANSITIONS": str(out / "transitions.gpkg")}
    if kind == "vector":
        return {**given, "BASE_LANDUSE": base, "TARGET_LANDUSE": target, "BASE_FIELD": "DLBM", "TARGET_FIELD": "DLBM",
                "SCHEME": "third_survey"}
    return {**given, "BASE_RASTER": base, "TARGET_RASTER": target, "BASE_BAND": 1, "TARGET_BAND": 1, "SCHEME": "clcd"}
