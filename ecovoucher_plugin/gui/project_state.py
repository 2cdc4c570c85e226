"""What the dock remembers in the project."""

from __future__ import annotations

import json

from qgis.core import QgsProject

SCOPE = "EcoVoucher"


class ProjectState:
    """Small values kept in the open project, by page and key, as JSON.

    Writing marks the project as changed, so pages write only when the user does something, and nothing is written
    that is there already.
    """

    def read(self, page: str, key: str, default: object = None) -> object:
        """Return what is remembered, or the default where nothing is, or nothing that can be read."""
        text, found = QgsProject.instance().readEntry(SCOPE, f"/{page}/{key}")
        if not found:
            return default
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            return default

    def write(self, page: str, key: str, value: object) -> None:
        """Remember a value that JSON knows."""
        text = json.dumps(value, ensure_ascii=False, sort_keys=True)
        entry = f"/{page}/{key}"
        if QgsProject.instance().readEntry(SCOPE, entry) != (text, True):
            QgsProject.instance().writeEntry(SCOPE, entry, text)

    def forget(self, page: str, key: str) -> None:
        """Remove a value."""
        QgsProject.instance().removeEntry(SCOPE, f"/{page}/{key}")
