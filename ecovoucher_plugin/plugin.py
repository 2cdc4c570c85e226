"""The plugin as QGIS loads it."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from .catalog import icon_path
from .i18n import install_translator, tr


class EcoVoucherPlugin:
    """Registers the Processing provider and the dock; ``iface`` is None where there is no window (qgis_process)."""

    def __init__(self, iface) -> None:
        self.iface = iface
        self.provider = None
        self.translator = None
        self.action = None
        self.dock = None

    def initProcessing(self) -> None:
        """Register the translation and the provider, once."""
        from ..processing_algorithms.provider import EcoVoucherProvider

        if self.provider is not None:
            return
        self.translator = install_translator()
        self.provider = EcoVoucherProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)
        self.provider.refreshAlgorithms()

    def initGui(self) -> None:
        """Set up what the window needs: one action, in the toolbar and in the menu Vector, that opens the dock."""
        self.initProcessing()
        icon = QIcon(str(icon_path("icon.svg")))
        self.action = QAction(icon, tr("EcoVoucher: review parcels"), self.iface.mainWindow())
        self.action.setObjectName("EcoVoucherAction")
        self.action.setCheckable(True)
        self.action.setToolTip(tr("Review ecological vouchers by parcel: balance, revenue, trade"))
        self.action.triggered.connect(self._open_dock)
        self.iface.addVectorToolBarIcon(self.action)
        self.iface.addPluginToVectorMenu(tr("EcoVoucher"), self.action)

    def unload(self) -> None:
        """Take back everything that was registered."""
        if self.dock is not None:
            self.dock.release()
            self.iface.removeDockWidget(self.dock)
            self.dock.deleteLater()
            self.dock = None
        if self.action is not None:
            self.iface.removePluginVectorMenu(tr("EcoVoucher"), self.action)
            self.iface.removeVectorToolBarIcon(self.action)
            self.action.deleteLater()
            self.action = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        if self.translator is not None:
            QCoreApplication.removeTranslator(self.translator)
            self.translator = None

    def _open_dock(self) -> None:
        """Make the dock when it is first wanted; from then on the action shows and hides it."""
        from .gui.dock import EcoVoucherDock

        if self.dock is not None:
            return
        self.dock = EcoVoucherDock(self.iface)
        self.iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.dock.setToggleVisibilityAction(self.action)
        self.dock.setUserVisible(True)
