"""What the plugin ships: land-use schemes, coefficient tables, voucher standards, and where they lie."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"
STYLES = ROOT / "styles"

CUSTOM = "custom"
SCHEMES = (
    "third_survey", "cnlucc", "clcd", "globeland30", "esa_worldcover", "dynamic_world", "from_glc10", "planning_2023",
)
COEFFICIENTS = ("xie2015", "xie2008", "xie2003", "gu2022")


def scheme_path(name: str) -> Path:
    return RESOURCES / "schemes" / f"{name}.csv"


def coefficients_path(name: str) -> Path:
    return RESOURCES / "coefficients" / f"{name}.csv"


def standard_path(name: str) -> Path:
    return RESOURCES / "standards" / f"{name}.csv"


def icon_path(name: str) -> Path:
    return RESOURCES / "icons" / name


def style_path(name: str) -> Path:
    return STYLES / f"{name}.qml"


def model_paths() -> list[Path]:
    return sorted((RESOURCES / "models").glob("*.model3"))


def help_path(algorithm: str, locale: str) -> Path:
    """Return the help page of an algorithm in a locale such as ``zh_CN``, or in English where there is none."""
    page = RESOURCES / "help" / f"{algorithm}_{locale}.html"
    return page if page.exists() else RESOURCES / "help" / f"{algorithm}_en.html"


def version() -> str:
    """Return the plugin's version as metadata.txt gives it."""
    for line in (ROOT / "metadata.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("version="):
            return line.partition("=")[2].strip()
    return ""
