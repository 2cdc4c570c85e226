"""What a user should know of an overlay, in sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Protocol

import numpy as np

from ..accounting.status import OK
from ..wording import examples
from .parcels import FIELD, Parcel
from .polygons.identical import same_shapes
from .polygons.wkb import from_wkb
from .result import OverlayResult

# An official area that differs by more is worth a look (rulebook U-4).
AREA_DIFFERENCE = 0.005


def _reason_sentences(tr: Callable[[str], str]) -> dict[str, str]:
    return {
        "geometry": tr("Parcel {ids}: the polygon is invalid, and a repair would change its area. "
                       "Repair it (Fix geometries) and check the area."),
        "coordinates": tr("Parcel {ids}: coordinates that cannot be placed in the CRS of the layer."),
        "area": tr("Parcel {ids}: the official area is missing or not above 0."),
        "patch": tr("Parcel {ids}: a land-use polygon in it is invalid: {patches}. Repair it (Fix geometries)."),
        "overlap": tr("Parcel {ids}: land-use polygons of the same date overlap in it: {patches}."),
        "gate": tr("Parcel {ids}: the parts do not add up to the parcel. "
                   "Repair the geometries around it (Fix geometries)."),
    }


def overlay_warnings(
    overlay: OverlayResult, statuses: list[str], area_basis: str, tr: Callable[[str], str] = str
) -> list[str]:
    """Return a sentence for each reason why parcels were refused, and for what else a user should look at.

    statuses: of the valued parcels. tr: translates a sentence.
    """
    sentences = _reason_sentences(tr)
    warnings = [
        sentences[reason].format(ids=examples(ids), patches=examples(patches))
        for reason, (ids, patches) in sorted(refused_parcels(overlay).items())
    ]
    if area_basis == FIELD:
        official = np.array([parcel.area_m2 for parcel in overlay.parcels])
        geometric = np.array([parcel.geometric_m2 for parcel in overlay.parcels])
        differing = np.abs(official / geometric - 1) > AREA_DIFFERENCE
        if differing.any():
            ids = [overlay.parcels[index].id for index in np.flatnonzero(differing)]
            warnings.append(tr(
                "Parcel {ids}: the official area differs by more than {percent} % from the area on the ellipsoid."
            ).format(ids=examples(ids), percent=f"{100 * AREA_DIFFERENCE:g}"))
    if overlay.border_share is not None:
        warnings.append(tr(
            "The rasters differ in CRS: the target is read at the centres of the cells of the base raster. "
            "{percent} % of the cells around the parcels lie beside another class and could be affected."
        ).format(percent=f"{100 * overlay.border_share:.2f}"))
    repeated = repeated_parcels(overlay.parcels)
    if repeated:
        copies = [" = ".join(str(overlay.parcels[index].id) for index in group) for group in repeated]
        warnings.append(tr(
            "Parcel {ids}: the same polygon is in the layer more than once, and the same land would be paid more than "
            "once. Remove the copies; “Prepare the inputs” (ecovoucher:prepareinputs) does where all attributes agree."
        ).format(ids=examples(copies)))
    if all(status != OK for status in statuses):
        warnings.append(tr("No parcel is without a remark. Look at the field ev_status before using the result."))
    return warnings


class _Raster(Protocol):
    name: str
    missing: tuple[float, ...]

    @property
    def declares_missing(self) -> bool: ...


def raster_warnings(rasters: Iterable[_Raster], tr: Callable[[str], str] = str) -> list[str]:
    """Return a sentence for each raster of which nobody says which value stands for no class. tr: translates."""
    sentence = tr("The raster {raster} declares no NoData value: every value in it counts as a class.")
    silent = (raster for raster in rasters if not raster.declares_missing and not raster.missing)
    return [sentence.format(raster=raster.name) for raster in silent]


def repeated_parcels(parcels: list[Parcel]) -> list[list[int]]:
    """Return groups of indices of parcels that have the same polygon, whatever the order of its vertices."""
    by_box: dict[tuple[float, ...], list[int]] = defaultdict(list)
    for index, parcel in enumerate(parcels):
        if parcel.wkb:
            by_box[parcel.box].append(index)
    alike = [index for group in by_box.values() if len(group) > 1 for index in group]
    return [[alike[i] for i in group] for group in same_shapes(from_wkb([parcels[index].wkb for index in alike]))]


def refused_parcels(overlay: OverlayResult) -> dict[str, tuple[list[int], list[str]]]:
    """Return, by reason, the ids of the parcels that were refused and the names of the land-use patches concerned."""
    ids: dict[str, list[int]] = defaultdict(list)
    patches: dict[str, set[str]] = defaultdict(set)
    for parcel, found in zip(overlay.parcels, overlay.overlays):
        if found.reason:
            ids[found.reason].append(parcel.id)
            patches[found.reason].update(found.patches)
    return {reason: (ids[reason], sorted(patches[reason])) for reason in ids}
