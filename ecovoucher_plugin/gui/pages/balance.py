"""The page “Balance”: supply, demand and ESV change of the parcels in scope, by group and by status."""

from __future__ import annotations

import numpy as np
from qgis.PyQt.QtCore import pyqtSignal

from ...i18n import tr
from ..page import Page
from ..parcel_records import ParcelRecords


class BalancePage(Page):
    """What the parcels in scope yield and need."""

    scope_wanted = pyqtSignal(object)

    def title(self) -> str:
        return tr("Balance")

    def show_records(self, records: ParcelRecords | None, mask: np.ndarray | None) -> None:
        self.records, self.mask = records, mask
