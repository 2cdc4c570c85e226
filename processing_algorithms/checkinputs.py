"""Inspection of the inputs of a run: everything that would be refused, questionable or worth knowing, at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
)

from ..ecovoucher_plugin.accounting.errors import DestinationError
from ..ecovoucher_plugin.catalog import version
from ..ecovoucher_plugin.checks.finding import COLUMNS, ERROR, WARNING, Finding, count, gravest_first
from ..ecovoucher_plugin.checks.inspection import Inspection
from ..ecovoucher_plugin.checks.report import report_page
from ..ecovoucher_plugin.compat import long_text_field, text_field
from ..ecovoucher_plugin.i18n import locale, tr
from ..ecovoucher_plugin.overlay.progress import Progress
from .base import EcoVoucherAlgorithm
from .check_parameters import CheckedInputs, read_checked_inputs
from .destinations import check_destinations
from .land_use_parameters import (
    BASE_LANDUSE,
    BASE_RASTER,
    TARGET_LANDUSE,
    TARGET_RASTER,
    add_plan_fields,
    add_raster_land_use,
    add_raster_nodata,
    add_vector_land_use,
)
from .parcel_parameters import PARCELS, add_area_parameters, add_parcels
from .rule_parameters import add_rule_parameters
from .sinks import SinkWriter

FINDINGS, HTML = "FINDINGS", "HTML"
ERRORS, WARNINGS = "ERRORS", "WARNINGS"
FINDING_FIELDS = (*map(text_field, COLUMNS[:3]), *map(long_text_field, COLUMNS[3:]))


@dataclass(frozen=True)
class Plan:
    """What to inspect, and where to write the page; None for nowhere."""

    checked: CheckedInputs
    page: Path | None


class CheckInputs(EcoVoucherAlgorithm):
    """ecovoucher:checkinputs."""

    def name(self) -> str:
        return "checkinputs"

    def displayName(self) -> str:
        return tr("Inspect the inputs before a run")

    def shortDescription(self) -> str:
        return tr("Lists everything that the main job would refuse, leave without a number or value questionably, with "
                  "what to do about it. Changes nothing.")

    def tags(self) -> list[str]:
        return tr("check,inspect,validate,quality,pre-flight,topology,overlap,gap,duplicate,codes,encoding,CRS,"
                  "生态券,检查,质检,重叠,缝隙,重复,编码").split(",")

    def initAlgorithm(self, configuration=None) -> None:
        add_parcels(self)
        add_vector_land_use(self, optional=True)
        add_raster_land_use(self, optional=True)
        add_plan_fields(self, PARCELS)
        add_rule_parameters(self)
        add_area_parameters(self)
        add_raster_nodata(self)
        self.add_parameter(
            QgsProcessingParameterFeatureSink(
                FINDINGS, tr("Findings"), QgsProcessing.SourceType.TypeVector, None, True, True
            ),
            tr("One row a finding: severity (error, warning, note), layer, feature, what, effect, fix. Many findings "
               "of one kind are one row with their number, the first examples and the area."),
        )
        self.add_parameter(
            QgsProcessingParameterFileDestination(
                HTML, tr("Findings as a page"), "HTML (*.html)", None, True, True
            ),
            tr("The same as a page to read, print or send."),
        )
        self.addOutput(QgsProcessingOutputNumber(ERRORS, tr("Errors")))
        self.addOutput(QgsProcessingOutputNumber(WARNINGS, tr("Warnings")))

    def plan(self, parameters: dict, context: QgsProcessingContext) -> Plan:
        checked = read_checked_inputs(self, parameters, context)
        layers = (PARCELS, BASE_LANDUSE, TARGET_LANDUSE, BASE_RASTER, TARGET_RASTER)
        check_destinations(self, parameters, context, layers)
        page = self.parameterAsFileOutput(parameters, HTML, context) if parameters.get(HTML) else ""
        return Plan(checked, Path(page) if page else None)

    def execute(
        self, plan: Plan, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict:
        inspection = Inspection(plan.checked.inputs, context.transformContext())
        findings = gravest_first([*plan.checked.findings, *inspection.findings(feedback)])
        with SinkWriter(self, parameters, context) as writer:
            rows = (finding.row() for finding in findings)
            writer.write_table(FINDINGS, FINDING_FIELDS, rows, Progress(feedback, 98, 100))
            outputs = dict(writer.destinations)
            if plan.page is not None:
                _write_page(plan, findings)
                outputs[HTML] = str(plan.page)
        for finding in findings:
            tell = feedback.pushWarning if finding.severity in (ERROR, WARNING) else feedback.pushInfo
            tell(f"{_severity(finding)}: {finding.layer} {finding.feature} – {finding.what}")
        return {**outputs, ERRORS: count(findings, ERROR), WARNINGS: count(findings, WARNING)}


def _severity(finding: Finding) -> str:
    return {ERROR: tr("Error"), WARNING: tr("Warning")}.get(finding.severity, tr("Note"))


def _write_page(plan: Plan, findings: list[Finding]) -> None:
    """Write the page; raise DestinationError where that fails."""
    made = f"EcoVoucher {version()}, {datetime.now():%Y-%m-%d %H:%M}"
    page = report_page(findings, plan.checked.described, locale(), made, tr)
    try:
        plan.page.write_text(page, encoding="utf-8")
    except OSError as error:
        problem = error.strerror or str(error)
    else:
        return
    raise DestinationError("The page {file} cannot be written: {problem}.", file=str(plan.page), problem=problem)
