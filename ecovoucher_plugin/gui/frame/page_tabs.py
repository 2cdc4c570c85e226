"""The tabs of the dock's pages."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.PyQt.QtCore import QEvent, QSize, Qt
from qgis.PyQt.QtGui import QIcon, QResizeEvent
from qgis.PyQt.QtWidgets import QFrame, QScrollArea, QTabWidget, QWidget

from ...catalog import icon_path
from ..page import Page


class PageTabs(QTabWidget):
    """A tab a page, with titles where there is room for all; else with icons, and the title of the current one."""

    def __init__(self, pages: Mapping[str, Page], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ecovoucherPages")
        self.setDocumentMode(True)
        self.setUsesScrollButtons(True)
        side = self.fontMetrics().height()
        self.setIconSize(QSize(side, side))
        self._titles: list[str] = []
        self._icons: list[QIcon] = []
        for name, page in pages.items():
            self._titles.append(page.title())
            self._icons.append(QIcon(str(icon_path(f"pages/{name}.svg"))))
            position = self.addTab(self._scrolled(name, page), page.title())
            self.setTabToolTip(position, page.title())
            self.tabBar().setAccessibleTabName(position, page.title())
        self.currentChanged.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the titles as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow another font or style."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _scrolled(self, name: str, page: Page) -> QScrollArea:
        area = QScrollArea(self)
        area.setObjectName(f"{name}Area")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        return area

    def _fit(self, _current: int = 0) -> None:
        self._show(range(len(self._titles)), False)
        places = range(len(self._titles))
        if sum(self.tabBar().tabRect(place).width() for place in places) > self.width():
            self._show([self.currentIndex()], True)

    def _show(self, titled: range | list[int], with_icons: bool) -> None:
        for place, (title, icon) in enumerate(zip(self._titles, self._icons)):
            self.setTabText(place, title if place in titled else "")
            self.setTabIcon(place, icon if with_icons else QIcon())
