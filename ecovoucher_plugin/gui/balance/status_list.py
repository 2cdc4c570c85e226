"""Parcels by status, in words, with a button to the parcels of each problem."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QGroupBox, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ...accounting.status import OK
from ...i18n import tr
from .. import formats
from ..results.statuses import STATUSES, status_advice, status_name


class StatusList(QGroupBox):
    """One line a status that occurs. parcels_wanted: the status whose parcels are to be shown on the map."""

    parcels_wanted = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Parcels by status"), parent)
        self.setObjectName("statusList")
        QVBoxLayout(self)
        # All are made now, so that the Tab key reaches them where they stand.
        self._lines: dict[str | None, QLabel | QPushButton] = {}
        for status in STATUSES:
            self._add_line(status)

    def show_statuses(self, statuses: dict[str | None, int]) -> None:
        """Show how many parcels have each status; problems are buttons."""
        for status in statuses:
            if status not in self._lines:
                self._add_line(status)
        for status, line in self._lines.items():
            count = statuses.get(status, 0)
            line.setVisible(count > 0)
            text = tr("{count} {status}").format(count=formats.whole(count), status=status_name(status))
            line.setText(text if status == OK else f"{text} →")

    def _add_line(self, status: str | None) -> None:
        if status == OK:
            line = QLabel(self)
        else:
            line = QPushButton(self)
            line.setStyleSheet("text-align: left; padding: 2px 6px")
            line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            line.clicked.connect(lambda: self.parcels_wanted.emit(status))
        line.setToolTip(status_advice(status))
        line.setObjectName(f"status_{status}")
        self.layout().addWidget(line)
        self._lines[status] = line
