"""The small buttons below a table or chart; each is also in its context menu."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtWidgets import QAction, QHBoxLayout, QToolButton, QWidget

COPY = "/mActionEditCopy.svg"


def make_action(parent: QObject, name: str, text: str, face: str, act: Callable[[], object]) -> QAction:
    """Return an action. face: what its button shows, an icon of QGIS by its path, or a short word."""
    action = QAction(text, parent)
    action.setObjectName(name)
    if face.startswith("/"):
        action.setIcon(QgsApplication.getThemeIcon(face))
    else:
        action.setIconText(face)
    action.setToolTip(text)
    action.triggered.connect(lambda _checked=False: act())
    return action


def button_row(parent: QWidget, actions: Iterable[QAction]) -> QHBoxLayout:
    """Return a row of buttons at the right, one an action, reached by Tab."""
    row = QHBoxLayout()
    row.addStretch()
    for action in actions:
        button = QToolButton(parent)
        button.setDefaultAction(action)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setObjectName(f"{action.objectName()}Button")
        button.setAccessibleName(action.text())
        row.addWidget(button)
    return row
