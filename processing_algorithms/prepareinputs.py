"""Repaired copies of the inputs, with a log of the area before and after each change."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
)

from ..ecovoucher_plugin.accounting.errors import LayerError
from ..ecovoucher_plugin.checks.preparation import LOG_COLUMNS, Log, Preparation
from ..ecovoucher_plugin.checks.remedies import Wanted
from ..ecovoucher_plugin.compat import double_field, long_field, long_text_field, text_field
from ..ecovoucher_plugin.i18n import tr
from ..ecovoucher_plugin.overlay import refusals
from ..ecovoucher_plugin.overlay.progress import PartOfRun, Progress
from .base import EcoVoucherAlgorithm
from .destinations import check_destinations, check_key
from .land_use_parameters import add_plan_fields, add_vector_land_use, planned_fields, vector_names
from .layer_checks import polygon_refusals
from .parcel_parameters import PARCELS, add_parcels
from .places import input_layer
from .sinks import SinkWriter

PREPARED_PARCELS, PREPARED_BASE, PREPARED_TARGET = "PREPARED_PARCELS", "PREPARED_BASE", "PREPARED_TARGET"
LOG = "LOG"
PLAIN, REPAIR, MAX_CHANGE = "PLAIN", "REPAIR", "MAX_CHANGE"
TIDY_CODES, REMOVE_DUPLICATES = "TIDY_CODES", "REMOVE_DUPLICATES"
CHANGED, REMOVED, LEFT = "CHANGED", "REMOVED", "LEFT"

LOG_FIELDS = (
    text_field(LOG_COLUMNS[0]), long_field(LOG_COLUMNS[1]), long_text_field(LOG_COLUMNS[2]),
    *map(double_field, LOG_COLUMNS[3:]),
)


@dataclass(frozen=True)
class Plan:
    """The layers to prepare, by the name of their output, and the log that they share."""

    layers: dict[str, Preparation]
    log: Log


class PrepareInputs(EcoVoucherAlgorithm):
    """ecovoucher:prepareinputs."""

    def name(self) -> str:
        return "prepareinputs"

    def displayName(self) -> str:
        return tr("Prepare the inputs (repaired copies)")

    def shortDescription(self) -> str:
        return tr("Writes copies of the parcels and the land use with what can be mended safely, and a log of every "
                  "change with the area before and after. The originals stay as they are.")

    def tags(self) -> list[str]:
        return tr("repair,fix,prepare,clean,make valid,duplicate,codes,curves,生态券,修复,清理,重复,编码").split(",")

    def initAlgorithm(self, configuration=None) -> None:
        add_parcels(self, optional=True)
        add_vector_land_use(self, optional=True)
        add_plan_fields(self, PARCELS)
        self._add_remedies()
        polygon, table = QgsProcessing.SourceType.TypeVectorPolygon, QgsProcessing.SourceType.TypeVector
        for name, label in (
            (PREPARED_PARCELS, tr("Prepared parcels")),
            (PREPARED_BASE, tr("Prepared land use at the base date")),
            (PREPARED_TARGET, tr("Prepared land use at the target date")),
        ):
            self.add_parameter(
                QgsProcessingParameterFeatureSink(name, label, polygon, None, True, True),
                tr("A copy of the layer; never the layer itself."),
            )
        self.add_parameter(
            QgsProcessingParameterFeatureSink(LOG, tr("Log of the changes"), table, None, True, True),
            tr("One row a change: layer, feature, what, area_before and area_after (ha on the ellipsoid)."),
        )
        for name, label in (
            (CHANGED, tr("Features changed")), (REMOVED, tr("Features removed")), (LEFT, tr("Features left to you")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def _add_remedies(self) -> None:
        for name, label, text in (
            (REPAIR, tr("Repair invalid polygons"),
             tr("Make valid, as QGIS does (linework). A polygon whose area that would change by more than the limit "
                "below stays as it is and is named in the log.")),
            (PLAIN, tr("Make plain polygons"),
             tr("Curves become chords of 0.1°, heights and measures go, of a geometry collection the polygons stay.")),
            (TIDY_CODES, tr("Write codes plainly"),
             tr("Blanks around codes go, full-width digits and letters become half-width, 101.0 becomes 101. Lost "
                "leading zeros are not guessed. Only in the code fields chosen above.")),
            (REMOVE_DUPLICATES, tr("Remove duplicates"),
             tr("Of polygons of the same shape, whatever the order of their vertices, the first is kept: parcels where "
                "all attributes agree but keys such as fid, land use where the codes agree. The others are named in "
                "the log and kept.")),
        ):
            self.add_parameter(QgsProcessingParameterBoolean(name, label, True), text)
        self.add_parameter(
            QgsProcessingParameterNumber(
                MAX_CHANGE, tr("Largest change of area by a repair (%)"), QgsProcessingParameterNumber.Type.Double, 1.0,
                False, 0.0, 100.0,
            ),
            tr("In percent of the repaired area. 100 repairs everything, also a bow-tie, of which nobody knows which "
               "half is meant: then look at every area in the log."),
            advanced=True,
        )

    def plan(self, parameters: dict, context: QgsProcessingContext) -> Plan:
        wanted = Wanted(
            plain=self.parameterAsBoolean(parameters, PLAIN, context),
            repair=self.parameterAsBoolean(parameters, REPAIR, context),
            most_change=self.parameterAsDouble(parameters, MAX_CHANGE, context) / 100,
            tidy=self.parameterAsBoolean(parameters, TIDY_CODES, context),
            drop_duplicates=self.parameterAsBoolean(parameters, REMOVE_DUPLICATES, context),
        )
        log, layers = Log(), {}
        base, target = vector_names()
        for output, name, fields, label in (
            (PREPARED_PARCELS, PARCELS, planned_fields(parameters), tr("Parcels")),
            (PREPARED_BASE, base.layer, (base.field,), base.label),
            (PREPARED_TARGET, target.layer, (target.field,), target.label),
        ):
            if not parameters.get(name):
                continue
            source = self.source(parameters, name, context)
            for refusal in polygon_refusals(source, label):
                raise refusal
            chosen = [self.parameterAsString(parameters, field, context) for field in fields]
            codes = tuple(dict.fromkeys(field for field in chosen if field))
            for code_field in codes:
                if source.fields().lookupField(code_field) < 0:
                    raise refusals.no_such_field(label, code_field, source.fields().names())
            check_key(source, label, parameters.get(output))
            crs = _crs_of(source, input_layer(parameters[name], context))
            layers[output] = source, crs, label, codes, name != PARCELS
        if not layers:
            raise LayerError("There is no layer to prepare. Choose the parcels, the land use, or all of them.")
        check_destinations(self, parameters, context, (PARCELS, base.layer, target.layer))
        return Plan({output: Preparation(*layer, wanted, log) for output, layer in layers.items()}, log)

    def execute(
        self, plan: Plan, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict:
        log, step = plan.log, 95 / len(plan.layers)
        with SinkWriter(self, parameters, context) as writer:
            for number, (output, layer) in enumerate(plan.layers.items()):
                progress = Progress(PartOfRun(feedback, number * step, (number + 1) * step), 0, 100)
                copies = layer.features(progress)
                writer.write_copy(output, layer.crs, layer.fields, layer.wkb_type, copies)
                deque(copies, maxlen=0)  # Where no copy is asked for, the log tells what it would be.
            writer.write_table(LOG, LOG_FIELDS, log.rows, Progress(feedback, 95, 100))
        feedback.pushInfo(tr("{changed} features changed, {removed} removed, {left} left to you.").format(
            changed=log.changed, removed=log.removed, left=log.left))
        if log.left:
            feedback.pushWarning(tr("Look at the log of the changes: {left} features need your decision.").format(
                left=log.left))
        feedback.pushInfo(tr("Overlaps and gaps are not mended: no rule can know which of two polygons is right, or "
                             "which class lies in a gap."))
        return {**writer.destinations, CHANGED: log.changed, REMOVED: log.removed, LEFT: log.left}


def _crs_of(source: QgsProcessingFeatureSource, layer: QgsMapLayer | None) -> QgsCoordinateReferenceSystem:
    """Return the CRS of a layer; of one of geometry collections, for which QGIS shows none, that of its file."""
    crs = source.sourceCrs()
    return crs if crs.isValid() or layer is None else layer.dataProvider().crs()
