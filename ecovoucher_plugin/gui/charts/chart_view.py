"""A chart in a page, with its way out: copied as a picture, saved as PNG or SVG."""

from __future__ import annotations

import importlib.util
import io
from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QEvent, Qt, pyqtSignal
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtWidgets import QAction, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ...i18n import tr, tr_error
from ..tables.export import ExportError, write_file
from ..widgets.action_buttons import COPY, button_row, make_action
from ..widgets.saving import ask_path
from . import drawings
from .theme import current_theme, paper

# Since 3.5 matplotlib has one canvas for the Qt that runs; before, one for Qt 5.
CANVAS_MODULES = ("matplotlib.backends.backend_qtagg", "matplotlib.backends.backend_qt5agg")
INSTALL = "python3 -m pip install matplotlib"
NARROWEST = 20  # characters
PICTURE_INCHES, PICTURE_DPI, PICTURE_POINTS = 6.5, 200, 10


class ChartView(QWidget):
    """Shows what a function of drawings.py draws, in QGIS's colours. message: a sentence about a saved picture.

    Without matplotlib it shows how to install it, and drawing does nothing.
    """

    message = pyqtSignal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._drawing: tuple | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.canvas: QWidget | None = None
        self.setVisible(False)

    def draw(self, function: Callable[..., int] | None, *data: object) -> None:
        """Draw a function of drawings.py with its data; None hides the chart."""
        self._drawing = None if function is None else (function, *data)
        self.setVisible(function is not None)
        if function is None:
            return
        if self.canvas is None and not self._build():
            return
        self._paint()

    def picture(self, suffix: str) -> bytes:
        """Return the chart as a file, dark on white: “png” or “svg”."""
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        figure = Figure(figsize=(PICTURE_INCHES, 1), constrained_layout=True)
        FigureCanvasAgg(figure)
        lines = drawings.paint(figure, paper(), PICTURE_POINTS, *self._drawing)
        figure.set_size_inches(PICTURE_INCHES, lines * PICTURE_POINTS * 1.25 / 72)
        target = io.BytesIO()
        figure.savefig(target, format=suffix, dpi=PICTURE_DPI)
        return target.getvalue()

    def copy(self) -> None:
        """Copy the chart as a picture."""
        QgsApplication.clipboard().setImage(QImage.fromData(self.picture("png")))
        self.message.emit(tr("The chart is copied as a picture."))

    def save(self, path: Path) -> None:
        """Save the chart as PNG or SVG; what happened is said."""
        try:
            write_file(path, self.picture(path.suffix.lower().lstrip(".")))
        except ExportError as error:
            self.message.emit(tr_error(error))
        else:
            self.message.emit(tr("Saved as {file}.").format(file=str(path)))

    def changeEvent(self, event: QEvent) -> None:
        """Follow QGIS's colours and font."""
        super().changeEvent(event)
        changed = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange)
        if event.type() in changed and self.canvas is not None and self._drawing is not None:
            self._paint()

    def _build(self) -> bool:
        """Make the canvas and the buttons; say how to install matplotlib where it is missing."""
        try:
            figure_class, canvas_class = _matplotlib_classes()
        except ImportError:
            if self._layout.count() == 0:
                self._layout.addWidget(self._advice())
            return False
        self.figure = figure_class(dpi=self.logicalDpiX(), constrained_layout=True)
        self.canvas = canvas_class(self.figure)
        self.canvas.setObjectName(f"{self.objectName()}Canvas")
        self.canvas.setMinimumWidth(NARROWEST * self.fontMetrics().averageCharWidth())
        self.canvas.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.canvas.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._layout.addWidget(self.canvas)
        actions = self._make_actions()
        self.canvas.addActions(actions)
        self._layout.addLayout(button_row(self, actions))
        return True

    def _paint(self) -> None:
        font = self.font()
        points = font.pointSizeF() if font.pointSizeF() > 0 else font.pixelSize() * 72 / self.logicalDpiX()
        lines = drawings.paint(self.figure, current_theme(), points, *self._drawing)
        self.canvas.setFixedHeight(lines * self.fontMetrics().height())
        self.canvas.draw_idle()

    def _advice(self) -> QLabel:
        label = QLabel(tr(
            "The chart needs matplotlib. Install it for QGIS's Python with “{command}” and start QGIS anew; "
            "the tables work without it."
        ).format(command=INSTALL), self)
        label.setWordWrap(True)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        label.setObjectName("matplotlibAdvice")
        return label

    def _make_actions(self) -> list[QAction]:
        return [
            make_action(self, "copyPicture", tr("Copy chart as picture"), COPY, self.copy),
            make_action(self, "savePng", tr("Save chart as PNG…"), "PNG", lambda: self._ask("png")),
            make_action(self, "saveSvg", tr("Save chart as SVG…"), "SVG", lambda: self._ask("svg")),
        ]

    def _ask(self, suffix: str) -> None:
        path = ask_path(self, self.objectName(), suffix)
        if path is not None:
            self.save(path)


def _matplotlib_classes() -> tuple[type, type]:
    """Return Figure and a canvas for the Qt that runs. Raises ImportError where there is no matplotlib."""
    figure = importlib.import_module("matplotlib.figure").Figure
    backend = next(name for name in CANVAS_MODULES if importlib.util.find_spec(name) is not None)

    class Canvas(importlib.import_module(backend).FigureCanvasQTAgg):
        def wheelEvent(self, event: QEvent) -> None:
            """Leave the wheel to the page, which scrolls."""
            event.ignore()

    return figure, Canvas
