"""What all pages of the dock have in common."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from .frame.progress import ProgressStrip
from .project_state import ProjectState
from .results.parcel_records import ParcelRecords


@dataclass(frozen=True)
class DockContext:
    """What the dock lends its pages: the QGIS window, the project's memory, and its one progress bar."""

    iface: QgisInterface
    state: ProjectState
    progress: ProgressStrip


class Page(QWidget):
    """One page of the dock.

    A page computes nothing before it is shown. The dock calls ``show_records`` and ``show_parcel`` only while the
    page is visible: when it becomes visible and something changed meanwhile, and on every change after that.

    message: a sentence for the dock's strip, "" to clear it. parcel_chosen: a feature id, to become the current
    parcel. parcels_wanted: feature ids, to be selected and zoomed to.
    """

    message = pyqtSignal(str)
    parcel_chosen = pyqtSignal(object)
    parcels_wanted = pyqtSignal(object)

    def __init__(self, context: DockContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context

    def title(self) -> str:
        """Return the text of the page's tab: one short word."""
        raise NotImplementedError

    def show_records(self, records: ParcelRecords | None, mask: np.ndarray | None) -> None:
        """Show the parcels in scope. records: None where there is no result layer, or none was read yet.

        mask: bool (p,), the parcels in scope.
        """

    def show_parcel(self, feature_id: int | None) -> None:
        """Show that another parcel became the current one."""

    def activated(self) -> None:
        """The page became visible."""

    def deactivated(self) -> None:
        """The page was hidden, alone or with the dock."""

    def results(self) -> dict[str, object]:
        """Return what a scenario keeps of this page, as values that JSON knows; nothing by default."""
        return {}

    def project_changed(self) -> None:
        """Another project was opened: read again what is remembered."""

    def release(self) -> None:
        """The dock goes: stop tasks, disconnect, give back map tools and rubber bands."""
