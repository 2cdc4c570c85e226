"""Check of the polygons one by one: missing, invalid, repairable, and more than plain polygons."""

from __future__ import annotations

from collections.abc import Iterator

from ..accounting.status import EMPTY, INVALID, REPAIRED
from ..wording import Tr, examples, place
from .finding import ERROR, NOTE, WARNING, Finding
from .survey import BrokenPolygon, Survey


def check_geometries(survey: Survey, are_parcels: bool, tr: Tr = str) -> Iterator[Finding]:
    """Yield what is odd about the geometries of a layer. are_parcels: each must have one, unlike land use."""
    empty, invalid = survey.with_status(EMPTY), survey.with_status(INVALID)
    if empty:
        yield Finding(
            ERROR if are_parcels else NOTE, survey.label, examples(empty),
            tr("Features without a polygon (NULL or empty geometry): {count}.").format(count=f"{len(empty):,}"),
            tr("These parcels get no number (status “empty”).") if are_parcels
            else tr("They cover nothing; the rest is used."),
            tr("Draw the polygons, or delete the features."),
        )
    if invalid:
        yield Finding(
            ERROR if are_parcels else WARNING, survey.label, examples(invalid),
            tr("Invalid polygons whose area a repair would change: {count}. {reasons}").format(
                count=f"{len(invalid):,}", reasons=_reasons(survey.broken, set(invalid))
            ),
            tr("These parcels get no number (status “invalid”).") if are_parcels
            else tr("A parcel that meets one of them gets no number (status “invalid”)."),
            tr("“Prepare the inputs” (ecovoucher:prepareinputs) repairs those whose area hardly changes and logs the "
               "area before and after. Redraw the others at the places named: which part is meant cannot be known."),
        )
    repaired = survey.with_status(REPAIRED)
    if repaired:
        yield Finding(
            NOTE, survey.label, examples(repaired),
            tr("Invalid polygons that can be repaired without changing their area: {count}. {reasons}").format(
                count=f"{len(repaired):,}", reasons=_reasons(survey.broken, set(repaired))
            ),
            tr("They are repaired for the computation (status “repaired”); the layer stays as it is."),
            tr("Nothing to do. “Prepare the inputs” (ecovoucher:prepareinputs) writes a repaired copy."),
        )
    yield from _traits(survey, tr)


def _traits(survey: Survey, tr: Tr) -> Iterator[Finding]:
    sentences = {
        "curved": tr("Polygons with curved edges: {count}."),
        "heights": tr("Polygons with heights or measures (Z, M): {count}."),
        "collection": tr("Geometry collections, of which only the polygons count: {count}."),
    }
    effects = {
        "curved": tr("Arcs are cut into chords of 0.1°, which changes the area of a circle by less than a millionth."),
        "heights": tr("Heights and measures are left out: areas are those of the map."),
        "collection": tr("Points and lines in them are left out."),
    }
    for trait, ids in survey.traits.items():
        if ids:
            yield Finding(
                NOTE, survey.label, examples(ids), sentences[trait].format(count=f"{len(ids):,}"), effects[trait],
                tr("Nothing to do. For other programs, “Prepare the inputs” (ecovoucher:prepareinputs) writes plain "
                   "polygons."),
            )


def _reasons(broken: list[BrokenPolygon], wanted: set[int]) -> str:
    shown = [polygon for polygon in broken if polygon.id in wanted]
    parts = [
        f"{polygon.id}: {polygon.reason}" + ("" if polygon.x is None else f" {place(polygon.x, polygon.y)}")
        for polygon in shown
    ]
    return "; ".join(parts) + ("; …" if len(wanted) > len(shown) else "")
