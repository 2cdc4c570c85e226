"""What all EcoVoucher algorithms share: identity, help, errors and cancel as QGIS expects them."""

from __future__ import annotations

from qgis.core import (
    QgsFeatureSink,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt.QtGui import QIcon

from ..ecovoucher_plugin.accounting.errors import EcoVoucherError, LayerError
from ..ecovoucher_plugin.catalog import help_path, icon_path
from ..ecovoucher_plugin.i18n import locale, tr, tr_error
from ..ecovoucher_plugin.overlay.progress import Cancelled


class EcoVoucherAlgorithm(QgsProcessingAlgorithm):
    """Base of the provider's algorithms.

    A subclass names itself, declares its parameters, and implements ``plan``, which reads and
    checks the parameters, and ``execute``, which does the work with what was planned.
    """

    def createInstance(self) -> EcoVoucherAlgorithm:  # noqa: N802
        return type(self)()

    def group(self) -> str:
        return tr("Ecological vouchers")

    def groupId(self) -> str:  # noqa: N802
        return "vouchers"

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:  # noqa: N802
        return str(icon_path("icon.svg"))

    def shortHelpString(self) -> str:  # noqa: N802
        return help_path(self.name(), locale()).read_text(encoding="utf-8")

    def add_parameter(self, parameter: QgsProcessingParameterDefinition, text: str, advanced: bool = False) -> None:
        """Declare a parameter with its help text."""
        parameter.setHelp(text)
        if advanced:
            flag = QgsProcessingParameterDefinition.Flag.FlagAdvanced
            parameter.setFlags(parameter.flags() | flag)
        self.addParameter(parameter)

    def plan(self, parameters: dict, context: QgsProcessingContext):
        """Return everything the run needs, read from the parameters and checked.

        Raises EcoVoucherError with what is wrong, where, and what to do.
        """
        raise NotImplementedError

    def execute(self, plan, parameters: dict, context: QgsProcessingContext, feedback) -> dict:
        """Do the work and return the outputs."""
        raise NotImplementedError

    def checkParameterValues(self, parameters: dict, context: QgsProcessingContext):  # noqa: N802
        acceptable, message = super().checkParameterValues(parameters, context)
        if not acceptable:
            return acceptable, message
        try:
            self.plan(parameters, context)
        except EcoVoucherError as error:
            return False, tr_error(error)
        return True, ""

    def prepareAlgorithm(self, parameters: dict, context: QgsProcessingContext, feedback) -> bool:  # noqa: N802
        try:
            self._plan = self.plan(parameters, context)
        except EcoVoucherError as error:
            raise QgsProcessingException(tr_error(error)) from None
        return True

    def processAlgorithm(self, parameters: dict, context: QgsProcessingContext, feedback) -> dict:  # noqa: N802
        try:
            return self.execute(self._plan, parameters, context, feedback)
        except EcoVoucherError as error:
            raise QgsProcessingException(tr_error(error)) from None
        except Cancelled:
            raise QgsProcessingException(tr("Cancelled. Nothing was written.")) from None

    def source(self, parameters: dict, name: str, context: QgsProcessingContext) -> QgsProcessingFeatureSource:
        """Return a feature source; raise LayerError with what QGIS says of an unusable one."""
        source = self.parameterAsSource(parameters, name, context)
        if source is None:
            raise LayerError("{problem}", problem=self.invalidSourceError(parameters, name))
        return source

    def write(self, sink: QgsFeatureSink, feature, parameters: dict, name: str) -> None:
        """Add a feature to a sink, or raise what QGIS says of a failed write."""
        if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise QgsProcessingException(self.writeFeatureError(sink, parameters, name))
