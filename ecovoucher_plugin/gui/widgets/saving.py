"""Where to save: the one file dialog of the dock, beginning in the folder last saved to."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsSettings
from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ...i18n import tr

LAST_FOLDER = "ecovoucher/export_folder"
FILTERS = {"csv": "CSV (*.csv)", "xlsx": "XLSX (*.xlsx)", "png": "PNG (*.png)", "svg": "SVG (*.svg)"}


def ask_path(parent: QWidget, name: str, suffix: str) -> Path | None:
    """Ask for a file with a suffix; return None where the user has none to give."""
    folder = QgsSettings().value(LAST_FOLDER, str(Path.home()), type=str)
    start = str(Path(folder) / f"{name}.{suffix}")
    chosen, _ = QFileDialog.getSaveFileName(parent, tr("Save as"), start, FILTERS[suffix])
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() != f".{suffix}":
        path = path.with_name(f"{path.name}.{suffix}")
    QgsSettings().setValue(LAST_FOLDER, str(path.parent))
    return path
