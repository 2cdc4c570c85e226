"""What the main job would make of each parcel: the overlay is computed as in a run, and nothing is written."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ..accounting.accounts import Rules
from ..accounting.results import ParcelResults, value_parcels
from ..accounting.status import COARSE_CELLS, NOT_COVERED, PARTLY_COVERED
from ..accounting.unmatched import BASE, TARGET, CodeArea, doubtful_codes
from ..overlay.remarks import refused_parcels
from ..overlay.result import OverlayResult
from ..wording import Tr, examples, square_metres
from .codes import check_doubts, check_values
from .finding import ERROR, WARNING, Finding


def check_run(
    overlay: OverlayResult,
    rules: Rules | None,
    unmatched: list[CodeArea],
    labels: tuple[str, str, str],
    allowed: bool,
    tr: Tr = str,
) -> Iterator[Finding]:
    """Yield what the main job would refuse, leave without a number or value in part.

    rules: None where they cannot be read. unmatched: the codes without a value. labels: of the parcels, the base and
    the target land use. allowed: whether the run may go on with codes that have no value.
    """
    parcels, sides = labels[0], {BASE: labels[1], TARGET: labels[2]}
    yield from _refused(overlay, parcels, tr)
    if rules is None:
        return
    yield from check_values(unmatched, sides, rules, allowed, tr)
    results = value_parcels(
        [parcel.id for parcel in overlay.parcels], overlay.transitions,
        [found.status for found in overlay.overlays], overlay.gate, overlay.cells, unmatched, rules, "",
    )
    yield from _coverage(results, parcels, tr)
    if overlay.cells is not None:
        yield from _cells(results, parcels, tr)
    yield from check_doubts(doubtful_codes(overlay.transitions, rules), sides, rules.scheme, tr)


def _refused(overlay: OverlayResult, label: str, tr: Tr) -> Iterator[Finding]:
    """Yield a finding for each reason why parcels get no number; those of their own polygons are told elsewhere."""
    texts = {
        "coordinates": (
            tr("Parcels with coordinates that cannot be placed in the CRS of the layer: {count}."),
            tr("Look at their coordinates and at the CRS of the layer; draw them anew."),
        ),
        "area": (
            tr("Parcels whose official area is missing or not above 0: {count}."),
            tr("Fill in the field of official areas in m², or choose another area basis."),
        ),
        "patch": (
            tr("Parcels with an invalid land-use polygon in them: {count}. {patches}"),
            tr("“Prepare the inputs” (ecovoucher:prepareinputs) repairs those whose area hardly changes; redraw the "
               "others."),
        ),
        "overlap": (
            tr("Parcels in which land-use polygons of one date overlap: {count}. {patches}"),
            tr("Cut one of the two polygons. It is not done automatically, because no rule can know which class is "
               "right."),
        ),
        "gate": (
            tr("Parcels whose parts do not add up to the parcel: {count}."),
            tr("Repair the geometries around them: “Prepare the inputs” (ecovoucher:prepareinputs)."),
        ),
    }
    for reason, (ids, patches) in sorted(refused_parcels(overlay).items()):
        if reason in texts:
            what, fix = texts[reason]
            yield Finding(
                ERROR, label, examples(ids), what.format(count=f"{len(ids):,}", patches=examples(patches)),
                tr("These parcels get no number."), fix,
            )


def _coverage(results: ParcelResults, label: str, tr: Tr) -> Iterator[Finding]:
    accounts = results.accounts
    open_m2 = accounts.area_m2 - np.nan_to_num(accounts.mapped_m2) - np.nan_to_num(accounts.unmatched_m2)
    statuses = np.array(results.statuses, dtype=object)
    bare, partly = np.flatnonzero(statuses == NOT_COVERED), np.flatnonzero(statuses == PARTLY_COVERED)
    ids = results.parcel_ids
    if len(bare):
        yield Finding(
            ERROR, label, examples([ids[i] for i in bare]),
            tr("Parcels where no place has land use at both dates: {count}, {area}.").format(
                count=f"{len(bare):,}", area=square_metres(float(accounts.area_m2[bare].sum()))),
            tr("These parcels get no number (status “not_covered”)."),
            tr("Check that the land use reaches as far as the parcels, and its CRS; get the missing sheets."),
        )
    if len(partly):
        order = partly[np.argsort(-open_m2[partly], kind="stable")]
        worst = order[0]
        yield Finding(
            WARNING, label, examples([ids[i] for i in order]),
            tr("Parcels that land use of both dates covers only in part: {count}; {area} are not covered. Most is "
               "missing in {id}: {most}, {percent} % of it.").format(
                count=f"{len(partly):,}", area=square_metres(float(open_m2[partly].sum())), id=ids[worst],
                most=square_metres(float(open_m2[worst])),
                percent=f"{100 * open_m2[worst] / accounts.area_m2[worst]:.4g}"),
            tr("Only the covered part is valued (status “partly_covered”, field mapped_pct)."),
            tr("Close the gaps of the land use there, or extend it. Which class lies there cannot be known."),
        )


def _cells(results: ParcelResults, label: str, tr: Tr) -> Iterator[Finding]:
    touched = results.accounts.mapped_m2 > 0
    coarse = np.flatnonzero((results.cells < COARSE_CELLS) & touched)
    if len(coarse):
        yield Finding(
            WARNING, label, examples([results.parcel_ids[i] for i in coarse]),
            tr("Parcels that touch fewer than {cells} cells of the raster: {count}, {area}.").format(
                count=f"{len(coarse):,}", area=square_metres(float(results.accounts.area_m2[coarse].sum())),
                cells=COARSE_CELLS),
            tr("Their area is exact, but the raster is too coarse to say much of so small a parcel (status “coarse”)."),
            tr("Use a finer raster or vector land use for them, or check these parcels on an image."),
        )
