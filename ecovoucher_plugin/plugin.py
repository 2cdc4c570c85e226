"""The plugin as QGIS loads it."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

from .i18n import install_translator


class EcoVoucherPlugin:
    """Registers the Processing provider; ``iface`` is None where there is no window (qgis_process)."""

    def __init__(self, iface) -> None:
        self.iface = iface
        self.provider = None
        self.translator = None

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
        """Set up what the window needs."""
        self.initProcessing()

    def unload(self) -> None:
        """Take back everything that was registered."""
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        if self.translator is not None:
            QCoreApplication.removeTranslator(self.translator)
            self.translator = None
