"""The reviewer's part of a parcel card: a verdict, a remark, and the list of all verdicts."""

from __future__ import annotations

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from ...i18n import tr
from ..tables.table import TEXT, Column
from ..tables.table_view import TableView
from .verdicts import LONGEST_REMARK, VERDICTS, Verdict, verdict_name


class VerdictBox(QWidget):
    """decided: the Verdict that the user gave. parcel_chosen: a feature id from the list. message: a sentence.

    group: the list of all verdicts, to be laid out by the page.
    """

    decided = pyqtSignal(object)
    parcel_chosen = pyqtSignal(object)
    message = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("verdictBox")
        self._shown = Verdict()
        self.verdict = QComboBox(self)
        self.verdict.setObjectName("verdict")
        self.verdict.addItem(tr("none yet"), "")
        for verdict in VERDICTS:
            self.verdict.addItem(verdict_name(verdict), verdict)
        self.verdict.activated.connect(self._decide)
        self.remark = QLineEdit(self)
        self.remark.setObjectName("remark")
        self.remark.setMaxLength(LONGEST_REMARK)
        self.remark.setPlaceholderText(tr("Why, or what to ask"))
        self.remark.editingFinished.connect(self._decide)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(tr("&Verdict"), self.verdict)
        form.addRow(tr("Re&mark"), self.remark)
        form.setContentsMargins(0, 0, 0, 0)
        self.setLayout(form)
        self.group = self._make_list()

    def show_verdict(self, verdict: Verdict) -> None:
        """Show the verdict on the current parcel."""
        self._shown = verdict
        self.verdict.setCurrentIndex(max(self.verdict.findData(verdict.verdict), 0))
        self.remark.setText(verdict.remark)

    def show_all(self, verdicts: dict[int, Verdict]) -> None:
        """Show the list of all verdicts on the layer."""
        self.group.setTitle(tr("All verdicts ({count})").format(count=len(verdicts)))
        self.table.set_rows(
            [[key, verdict_name(item.verdict), item.remark or None] for key, item in verdicts.items()], list(verdicts)
        )

    def decide_now(self) -> None:
        """Take over a remark that is still being typed."""
        self._decide()

    def _make_list(self) -> QgsCollapsibleGroupBox:
        group = QgsCollapsibleGroupBox(self)
        group.setObjectName("allVerdicts")
        group.setSaveCollapsedState(False)
        group.setCollapsed(True)
        self.table = TableView(
            (Column("parcel", tr("Parcel"), TEXT), Column("verdict", tr("Verdict"), TEXT),
             Column("remark", tr("Remark"), TEXT)),
            "verdicts", group,
        )
        self.table.view.setAccessibleName(tr("All verdicts"))
        self.table.row_chosen.connect(self.parcel_chosen)
        self.table.message.connect(self.message)
        layout = QVBoxLayout(group)
        layout.addWidget(self.table)
        return group

    def _decide(self) -> None:
        verdict = Verdict(self.verdict.currentData(), self.remark.text().strip())
        if verdict != self._shown:
            self._shown = verdict
            self.decided.emit(verdict)
