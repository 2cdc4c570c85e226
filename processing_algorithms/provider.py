"""The Processing provider."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsProcessingModelAlgorithm, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..ecovoucher_plugin.catalog import icon_path, model_paths, version
from .checkinputs import CheckInputs
from .forestcovertrade import ForestCoverTrade
from .parcelesvchange import ParcelEsvChange
from .parcelesvchangeraster import ParcelEsvChangeRaster
from .parcelplanyield import ParcelPlanYield
from .parcelservices import ParcelServices
from .prepareinputs import PrepareInputs
from .regionvoucherbalance import RegionVoucherBalance
from .revenuesplit import RevenueSplit
from .voucherbalance import VoucherBalance

ALGORITHMS = (
    ParcelEsvChange,
    ParcelEsvChangeRaster,
    ParcelPlanYield,
    CheckInputs,
    PrepareInputs,
    ParcelServices,
    VoucherBalance,
    RegionVoucherBalance,
    RevenueSplit,
    ForestCoverTrade,
)


class EcoVoucherProvider(QgsProcessingProvider):
    """Provider ``ecovoucher``: the algorithms and the models that the plugin ships."""

    def id(self) -> str:
        return "ecovoucher"

    def name(self) -> str:
        return "EcoVoucher (生态券)"

    def longName(self) -> str:
        return f"EcoVoucher (生态券) {version()}"

    def versionInfo(self) -> str:
        return version()

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        return str(icon_path("icon.svg"))

    def loadAlgorithms(self) -> None:
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
        # A model finds its steps in the registry, so models wait until the provider is there.
        if QgsApplication.processingRegistry().providerById(self.id()) is not None:
            for path in model_paths():
                model = QgsProcessingModelAlgorithm()
                if model.fromFile(str(path)):
                    self.addAlgorithm(model)
