"""The page “Balance”: supply, demand and ESV change of the parcels in scope, by group and by status."""

from __future__ import annotations

import numpy as np
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from ...accounting.balance import STATUS, Balance, balance, balance_by_group
from ...accounting.results import PARCEL_COLUMNS
from ...i18n import tr
from ..page import DockContext, Page
from ..results.parcel_records import ParcelRecords
from ..results.scope import GROUP, Scope
from .figures import BalanceFigures
from .groups import BalanceGroups
from .status_list import StatusList

NAME, GROUP_FIELD = "balance", "group_field"


class BalancePage(Page):
    """What the parcels in scope yield and need.

    scope_wanted: a Scope, where the user asks for the parcels of one group.
    """

    scope_wanted = pyqtSignal(object)

    def __init__(self, context: DockContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._records: ParcelRecords | None = None
        self._mask: np.ndarray | None = None
        self._balance: Balance | None = None
        self.empty = QLabel(self)
        self.empty.setObjectName("balanceEmpty")
        self.empty.setWordWrap(True)
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        self.figures = BalanceFigures(self)
        self.statuses = StatusList(self)
        self.statuses.parcels_wanted.connect(self._want_status)
        self.fields = QComboBox(self)
        self.fields.setObjectName("groupField")
        self.fields.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.fields.setMinimumContentsLength(8)
        self.fields.activated.connect(self._pick_field)
        self.groups = BalanceGroups(self)
        self.groups.message.connect(self.message)
        self.groups.group_wanted.connect(self._want_group)
        self._lay_out()
        self.show_records(None, None)

    def title(self) -> str:
        return tr("Balance")

    def show_records(self, records: ParcelRecords | None, mask: np.ndarray | None) -> None:
        if records is not self._records:
            self._fill_fields(records)
        self._records, self._mask = records, mask
        self._balance = None
        reason = self._reason_for_nothing()
        self.empty.setText(reason)
        self.empty.setVisible(bool(reason))
        self.body.setVisible(not reason)
        if not reason:
            self._balance = balance(records.numbers, records.texts, mask)
            self.figures.show_balance(self._balance, records.standard, records.rules)
            self.statuses.show_statuses(self._balance.statuses)
            self._show_groups()

    def results(self) -> dict[str, object]:
        if self._balance is None:
            return {}
        found = self._balance
        return {
            "layer": _layer_name(self._records), "rules": "\n".join(self._records.rules),
            "standard": self._records.standard, "parcels": found.parcels, "area_ha": _known(found.area_ha),
            "esv_change": _known(found.esv_change), "supply": _known(found.supply), "demand": _known(found.demand),
            "net": _known(found.net),
        }

    def project_changed(self) -> None:
        self._fill_fields(self._records)

    def _lay_out(self) -> None:
        self.body = QWidget(self)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("Group &by"), self.fields)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.figures)
        layout.addWidget(self.statuses)
        layout.addLayout(form)
        layout.addWidget(self.groups)
        layout.addStretch()
        outer = QVBoxLayout(self)
        outer.addWidget(self.empty)
        outer.addWidget(self.body, 1)
        outer.addStretch()

    def _reason_for_nothing(self) -> str:
        """Return why there is nothing to show, "" where there is something."""
        if self._records is None:
            return tr("The balance of a result layer appears here.")
        if self._records.problem:
            return self._records.problem
        if self._mask is None or not self._mask.any():
            return tr("No parcel is in scope. Select parcels, move the map, or choose “All parcels” above.")
        return ""

    def _fill_fields(self, records: ParcelRecords | None) -> None:
        """Offer the user's own fields, and take the one that the project remembers."""
        remembered = self.context.state.read(NAME, GROUP_FIELD, "")
        own = [] if records is None else [name for name in records.fields if name not in PARCEL_COLUMNS]
        self.fields.clear()
        self.fields.addItem(tr("(no grouping)"), "")
        for name in own:
            self.fields.addItem(name, name)
        self.fields.setCurrentIndex(max(self.fields.findData(remembered), 0))

    def _pick_field(self) -> None:
        self.context.state.write(NAME, GROUP_FIELD, self.fields.currentData())
        if self._balance is not None:
            self._show_groups()

    def _show_groups(self) -> None:
        name = self.fields.currentData()
        if not name:
            self.groups.hide()
            return
        records = self._records
        found = balance_by_group(records.numbers, records.texts, records.groups(name), self._mask)
        self.groups.show_groups(name, found, records.standard)

    def _want_status(self, status: str | None) -> None:
        chosen = self._mask & (self._records.texts[STATUS] == status)
        self.parcels_wanted.emit(self._records.ids[chosen].tolist())

    def _want_group(self, value: str | None) -> None:
        self.scope_wanted.emit(Scope(GROUP, self.fields.currentData(), value))


def _layer_name(records: ParcelRecords) -> str:
    layer = records.layer()
    return "" if layer is None else layer.name()


def _known(value: float) -> float | None:
    return value if np.isfinite(value) else None
