"""The inspection of the inputs of a run: all checks, one layer after the other, then the run without results."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from qgis.core import QgsCoordinateTransformContext

from ..accounting.accounts import Rules
from ..accounting.errors import EcoVoucherError, LayerError
from ..accounting.unmatched import unmatched_codes
from ..i18n import tr, tr_error
from ..overlay.from_qgis.layers import LandUseLayer, ParcelLayer
from ..overlay.from_qgis.planned import planned_transitions
from ..overlay.from_qgis.raster import overlay_raster_layers, raster_crs
from ..overlay.from_qgis.vector import overlay_layers
from ..overlay.progress import Feedback, PartOfRun, Progress
from ..overlay.rasters.open_rasters import RasterSource, in_grid_of
from ..overlay.result import OverlayResult
from ..rules import rule_warnings
from .codes import areas_by_code, check_other_codes, check_spelling
from .crs import check_land_use_crs, check_parcel_crs
from .dry_run import check_run
from .duplicates import check_duplicates
from .encodings import check_encodings, undeclared_encoding
from .factors import check_factors
from .finding import ERROR, NOTE, WARNING, Finding
from .gaps import check_gaps
from .geometries import check_geometries
from .official_areas import check_official_areas
from .overlaps import check_overlaps
from .plans import check_plan
from .slivers import check_slivers
from .survey import Survey
from .survey_reader import SurveyReader, box_around, faces_of, read_codes


@dataclass(frozen=True)
class RasterInput:
    """A raster that could be opened, and how messages call it."""

    source: RasterSource
    label: str


@dataclass(frozen=True)
class PlannedCodes:
    """Land use of one date as codes on the parcels: the name of the field, and how messages call it."""

    field: str
    label: str


@dataclass
class Inputs:
    """What a run would take, as far as it can be read.

    parcels, base, target: None where the layer or field cannot be read as polygons, as a raster or as codes. rules:
    None where they cannot be read. allowed: whether the run may go on with codes that have no value. refused: whether
    the main job refuses these inputs before it begins, so that a trial run makes no sense. files: where layers lie, by
    label.
    """

    parcels: ParcelLayer | None = None
    parcels_label: str = ""
    base: LandUseLayer | RasterInput | PlannedCodes | None = None
    target: LandUseLayer | RasterInput | PlannedCodes | None = None
    rules: Rules | None = None
    allowed: bool = False
    refused: bool = False
    files: dict[str, Path] = field(default_factory=dict)


class Inspection:
    """Checks inputs. context: coordinate transforms."""

    def __init__(self, inputs: Inputs, context: QgsCoordinateTransformContext) -> None:
        self._inputs, self._context = inputs, context
        self._areas_by_code: dict[str, dict[str, float]] = {}
        self._told: set[str] | None = None

    def findings(self, feedback: Feedback) -> Iterator[Finding]:
        """Yield the findings; raise Cancelled where the user wants to stop."""
        inputs = self._inputs
        if inputs.rules is not None:
            yield from check_factors(inputs.rules.factors, tr)
            for warning in rule_warnings(inputs.rules, date.today(), tr):
                yield Finding(
                    NOTE, tr("Parameters"), "", warning, tr("The result says so, too (field ev_rules)."),
                    tr("Nothing to do, if that is what is wanted."),
                )
        if inputs.parcels is not None:
            found = self._parcels(inputs.parcels, Progress(feedback, 0, 15))
            yield from self._as_far_as_it_can_be_read(inputs.parcels_label, found)
        for land_use, start in ((inputs.base, 15), (inputs.target, 35)):
            if isinstance(land_use, LandUseLayer):
                found = self._land_use(land_use, Progress(feedback, start, start + 20))
                yield from self._as_far_as_it_can_be_read(land_use.label, found)
            elif isinstance(land_use, RasterInput):
                yield from self._raster(land_use)
        if not inputs.refused:
            yield from self._trial(PartOfRun(feedback, 55, 98))
        if inputs.rules is not None:
            for label, areas in self._areas_by_code.items():
                yield from check_other_codes(label, areas, inputs.rules.scheme, self._told, tr)

    def _as_far_as_it_can_be_read(self, label: str, findings: Iterator[Finding]) -> Iterator[Finding]:
        """Yield what is found in a layer, and where its file is damaged, that."""
        try:
            yield from findings
        except LayerError as error:
            self._inputs.refused = True
            yield refusal_finding(error, label)

    def _parcels(self, parcels: ParcelLayer, progress: Progress) -> Iterator[Finding]:
        label = self._inputs.parcels_label
        reader = SurveyReader(parcels.source, label, area_field=parcels.area_field or "")
        survey = reader.read(progress.part(0, 0.6))
        yield from check_parcel_crs(label, parcels.source.sourceCrs(), tr)
        yield from check_geometries(survey, True, tr)
        yield from check_duplicates(survey, True, tr)
        yield from check_overlaps(survey, True, progress.part(0.6, 1).report, tr)
        yield from check_slivers(survey, tr)
        if parcels.area_field:
            yield from check_official_areas(survey, parcels.area_field, tr)
        yield from check_encodings(label, survey.texts, self._undeclared(label), "", tr)
        yield from self._plan(survey, progress)

    def _plan(self, parcels: Survey, progress: Progress) -> Iterator[Finding]:
        """Yield what is odd about the codes on the parcels, where the land use is given by such."""
        sides = [side for side in (self._inputs.base, self._inputs.target) if isinstance(side, PlannedCodes)]
        source = self._inputs.parcels.source
        surveys = [
            replace(parcels, label=side.label, codes=read_codes(source, side.field, parcels.ids, progress))
            for side in sides
        ]
        for survey in surveys:
            self._areas_by_code[survey.label] = areas_by_code(survey)
            yield from check_spelling(survey, tr)
        if len(surveys) == 2:
            yield from check_plan(*surveys, tr)

    def _land_use(self, layer: LandUseLayer, progress: Progress) -> Iterator[Finding]:
        crs = layer.source.sourceCrs()
        parcels = self._inputs.parcels
        box = None
        if parcels is not None:
            yield from check_land_use_crs(layer.label, crs, parcels.source, self._context, tr)
            box = box_around(parcels.source, crs, self._context)
        survey = SurveyReader(layer.source, layer.label, layer.field, box=box).read(progress.part(0, 0.5))
        self._areas_by_code[layer.label] = areas_by_code(survey)
        progress.report(0.5)
        yield from check_geometries(survey, False, tr)
        yield from check_duplicates(survey, False, tr)
        progress.report(0.5)
        yield from check_overlaps(survey, False, progress.part(0.5, 0.8).report, tr)
        yield from check_gaps(survey, faces_of, progress.part(0.8, 1).report, tr)
        yield from check_slivers(survey, tr)
        progress.report(1)
        yield from check_spelling(survey, tr)
        yield from check_encodings(layer.label, survey.texts, self._undeclared(layer.label), layer.field, tr)

    def _undeclared(self, label: str) -> str:
        file = self._inputs.files.get(label)
        return "" if file is None else undeclared_encoding(file)

    def _raster(self, raster: RasterInput) -> Iterator[Finding]:
        source = raster.source
        if not source.declares_missing and not source.missing:
            yield Finding(
                WARNING, raster.label, source.name,
                tr("The raster {raster} declares no NoData value.").format(raster=source.name),
                tr("Every value in it counts as a class, also one that was meant for “no data”."),
                tr("Name the value as “Value without class”, or set it in the file (Translate, NoData)."),
            )
        if self._inputs.parcels is not None:
            parcels = self._inputs.parcels.source
            yield from check_land_use_crs(raster.label, raster_crs(source), parcels, self._context, tr)

    def _trial(self, feedback: Feedback) -> Iterator[Finding]:
        """Compute the overlay as the main job does, and yield what it finds."""
        inputs = self._inputs
        try:
            overlay = self._overlay(feedback)
        except LayerError as error:
            yield refusal_finding(error, "")
            return
        labels = inputs.parcels_label, inputs.base.label, inputs.target.label
        if overlay.border_share is not None:
            yield Finding(
                NOTE, labels[2], "",
                tr("The rasters differ in CRS: the target is read at the centres of the cells of the base raster."),
                tr("{percent} % of these cells lie beside another class and could be affected.").format(
                    percent=f"{100 * overlay.border_share:.2f}"),
                tr("Use rasters of one CRS where there are such."),
            )
        unmatched = [] if inputs.rules is None else unmatched_codes(overlay.transitions, inputs.rules)
        self._told = {found.code for found in unmatched}
        yield from check_run(overlay, inputs.rules, unmatched, labels, inputs.allowed, tr)

    def _overlay(self, feedback: Feedback) -> OverlayResult:
        parcels, base, target = self._inputs.parcels, self._inputs.base, self._inputs.target
        if isinstance(base, RasterInput):
            grid = in_grid_of(base.source, target.source)
            return overlay_raster_layers(parcels, base.source, grid, self._context, feedback)
        if isinstance(base, PlannedCodes):
            return planned_transitions(parcels, base.field, target.field, self._context, feedback)
        return overlay_layers(parcels, base, target, self._context, feedback)


def refusal_finding(error: EcoVoucherError, layer: str) -> Finding:
    """Return what the main job says when it refuses, as a finding."""
    return Finding(
        ERROR, layer, "", tr_error(error), tr("The main job refuses these inputs."),
        tr("Do what the sentence says, then inspect again: some checks had to be left out."),
    )
