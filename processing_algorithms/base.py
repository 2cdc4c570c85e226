"""What all EcoVoucher algorithms share: identity, help, errors and cancel as QGIS expects them."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt.QtGui import QIcon

from ..ecovoucher_plugin.accounting.errors import EcoVoucherError, LayerError, UnmatchedCodesError
from ..ecovoucher_plugin.catalog import help_path, icon_path
from ..ecovoucher_plugin.i18n import locale, tr, tr_error
from ..ecovoucher_plugin.overlay import refusals
from ..ecovoucher_plugin.overlay.progress import Cancelled
from .input_watch import LAYER_PARAMETERS, watch_inputs
from .places import missing_parts, unopened_file


class EcoVoucherAlgorithm(QgsProcessingAlgorithm):
    """Base of the provider's algorithms.

    A subclass names itself, declares its parameters, and implements ``plan``, which reads and
    checks the parameters, and ``execute``, which does the work with what was planned.
    """

    # Whether ecovoucher:checkinputs can tell all that is wrong with the inputs of this algorithm.
    can_be_inspected = False

    def createInstance(self) -> EcoVoucherAlgorithm:
        return type(self)()

    def group(self) -> str:
        return tr("Ecological vouchers")

    def groupId(self) -> str:
        return "vouchers"

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        return str(icon_path("icon.svg"))

    def shortHelpString(self) -> str:
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

    def execute(self, plan, parameters: dict, context: QgsProcessingContext, feedback) -> dict:
        """Do the work and return the outputs."""

    def sentence(self, error: EcoVoucherError) -> str:
        """Return what the user reads of an error; where it lies in the inputs, with a pointer to their inspection."""
        if not (self.can_be_inspected and isinstance(error, (LayerError, UnmatchedCodesError))):
            return tr_error(error)
        pointer = tr("“Inspect the inputs before a run” (ecovoucher:checkinputs) lists all that stands in the way.")
        return f"{tr_error(error)} {pointer}"

    def checkParameterValues(self, parameters: dict, context: QgsProcessingContext):
        acceptable, message = super().checkParameterValues(parameters, context)
        if not acceptable:
            return acceptable, self._unopened(parameters, context) or message
        try:
            self.plan(parameters, context)
        except EcoVoucherError as error:
            return False, self.sentence(error)
        return True, ""

    def _unopened(self, parameters: dict, context: QgsProcessingContext) -> str:
        """Return what is wrong with an input file that is there but cannot be opened; QGIS says “not found” of it."""
        for definition in self.parameterDefinitions():
            value = parameters.get(definition.name()) if definition.type() in LAYER_PARAMETERS else None
            file = unopened_file(value, definition.type() == "raster", context) if value else None
            if file is not None:
                return tr_error(refusals.not_opened(definition.description(), str(file), missing_parts(file)))
        return ""

    def prepareAlgorithm(self, parameters: dict, context: QgsProcessingContext, feedback) -> bool:
        try:
            self._plan = self.plan(parameters, context)
            self.watch = watch_inputs(self.parameterDefinitions(), parameters, context, feedback)
            return True
        except EcoVoucherError as error:
            message = self.sentence(error)
        del parameters, context, feedback  # See processAlgorithm.
        raise QgsProcessingException(message)

    def processAlgorithm(self, parameters: dict, context: QgsProcessingContext, feedback) -> dict:
        """Execute the plan.

        QGIS never frees an exception that it is given, nor what its traceback holds. So errors are raised anew here,
        and the plan and the arguments are dropped; otherwise layers and files stay open, and QGIS waits for ever for
        the fifth connection to a GeoPackage.
        """
        try:
            self.watch.start()
            return self.execute(self._plan, parameters, context, feedback)
        except EcoVoucherError as error:
            message = self.sentence(error)
        except Cancelled:
            message = tr("Cancelled. Nothing was written.")
        except QgsProcessingException as error:
            message = str(error)
        finally:
            self._plan = None
            self.watch.end()
            del parameters, context, feedback
        self.watch.check_removed()
        raise QgsProcessingException(message)

    def source(self, parameters: dict, name: str, context: QgsProcessingContext) -> QgsProcessingFeatureSource:
        """Return a feature source of known extent; raise LayerError with what is wrong with an unusable one."""
        try:
            source = self.parameterAsSource(parameters, name, context)
            if source is not None:
                source.sourceExtent()
                return source
        except Exception as error:
            if type(error) is not Exception:  # Of what QGIS's C++ throws on an infinite extent, Python knows no class.
                raise
            label = self.parameterDefinition(name).description()
            raise refusals.endless_coordinates(label) from error
        raise LayerError("{problem}", problem=self.invalidSourceError(parameters, name))
