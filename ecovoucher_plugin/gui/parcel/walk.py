"""The bar above a parcel card: previous, next, where one is, and the map tool."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAction, QHBoxLayout, QLabel, QToolButton, QWidget

from ...i18n import tr
from .. import formats


class ParcelWalk(QWidget):
    """Walks through the parcels in scope, in the order of the layer. wanted: a feature id."""

    wanted = pyqtSignal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("parcelWalk")
        self._ids = np.empty(0, dtype=np.int64)
        self._current: int | None = None
        self.previous = self._action("previousParcel", tr("Previous parcel"), "/mActionArrowLeft.svg", "Alt+Left", -1)
        self.next = self._action("nextParcel", tr("Next parcel"), "/mActionArrowRight.svg", "Alt+Right", 1)
        self.pick = QAction(QgsApplication.getThemeIcon("/mActionIdentify.svg"), tr("Choose a parcel on the map"), self)
        self.pick.setObjectName("pickParcel")
        self.pick.setCheckable(True)
        self.zoom = QAction(QgsApplication.getThemeIcon("/mActionZoomToSelected.svg"), tr("Zoom to the parcel"), self)
        self.zoom.setObjectName("zoomParcel")
        self.place = QLabel(self)
        self.place.setObjectName("parcelPlace")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.previous, self.place, self.next, None, self.zoom, self.pick):
            if part is None:
                row.addStretch()
            else:
                row.addWidget(part if isinstance(part, QWidget) else self._button(part))
        # The shortcuts hold wherever the page has the focus.
        parent.addActions([self.previous, self.next])

    def show_parcels(self, ids: np.ndarray) -> None:
        """Walk through other parcels. ids: int64 (n,), feature ids."""
        self._ids = ids
        self._show_place()

    def show_current(self, feature_id: int | None) -> None:
        """Show that another parcel is the current one."""
        self._current = feature_id
        self.zoom.setEnabled(feature_id is not None)
        self._show_place()

    def step(self, by: int) -> None:
        """Go forward or back; from a parcel that is not in scope, to the first or the last one."""
        place = self._place()
        if not len(self._ids):
            return
        target = (0 if by > 0 else len(self._ids) - 1) if place is None else place + by
        if 0 <= target < len(self._ids):
            self.wanted.emit(int(self._ids[target]))

    def _place(self) -> int | None:
        found = np.flatnonzero(self._ids == self._current) if self._current is not None else ()
        return int(found[0]) if len(found) else None

    def _show_place(self) -> None:
        place, count = self._place(), len(self._ids)
        self.place.setText(tr("{place} of {count}").format(
            place=formats.UNKNOWN if place is None else formats.whole(place + 1), count=formats.whole(count)))
        self.previous.setEnabled(count > 0 and place != 0)
        self.next.setEnabled(count > 0 and place != count - 1)

    def _action(self, name: str, text: str, icon: str, keys: str, by: int) -> QAction:
        action = QAction(QgsApplication.getThemeIcon(icon), text, self)
        action.setObjectName(name)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setToolTip(f"{text} ({keys})")
        action.triggered.connect(lambda _checked=False: self.step(by))
        return action

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setObjectName(f"{action.objectName()}Button")
        button.setAccessibleName(action.text())
        return button
