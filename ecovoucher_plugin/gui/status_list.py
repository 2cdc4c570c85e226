"""Parcels by status, in words, with a button to the parcels of each problem."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QGroupBox, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ..accounting.status import OK
from ..i18n import tr
from . import formats
from .statuses import status_advice, status_name


class StatusList(QGroupBox):
    """One line a status. parcels_wanted: the status whose parcels are to be shown on the map."""

    parcels_wanted = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Parcels by status"), parent)
        self.setObjectName("statusList")
        self._layout = QVBoxLayout(self)
        self._shown: dict[str | None, int] = {}

    def show_statuses(self, statuses: dict[str | None, int]) -> None:
        """Show how many parcels have each status; problems are buttons."""
        if statuses == self._shown:
            return
        self._shown = dict(statuses)
        while self._layout.count():
            widget = self._layout.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()
        for status, count in statuses.items():
            self._layout.addWidget(self._line(status, count))

    def _line(self, status: str | None, count: int) -> QWidget:
        text = tr("{count} {status}").format(count=formats.whole(count), status=status_name(status))
        if status == OK:
            line = QLabel(text, self)
        else:
            line = QPushButton(f"{text} →", self)
            line.setStyleSheet("text-align: left")
            line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            line.clicked.connect(lambda: self.parcels_wanted.emit(status))
        line.setToolTip(status_advice(status))
        line.setObjectName(f"status_{status}")
        return line
