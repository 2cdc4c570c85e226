"""Polygons that are in a layer more than once, whatever the order of their vertices."""

from __future__ import annotations

from collections.abc import Iterator

from ..overlay.polygons.identical import same_shapes
from ..wording import Tr, examples, square_metres
from .finding import WARNING, Finding
from .survey import Survey


def check_duplicates(survey: Survey, are_parcels: bool, tr: Tr = str) -> Iterator[Finding]:
    """Yield a finding where polygons are in the layer more than once."""
    groups = same_shapes(survey.polygons)
    if not groups:
        return
    extra = [position for group in groups for position in group[1:]]
    yield Finding(
        WARNING, survey.label, examples([" = ".join(str(survey.ids[i]) for i in group[:4]) for group in groups]),
        tr("Polygons that are in the layer twice or more: {count}; beyond the first of each {area}.").format(
            count=f"{len(groups):,}", area=square_metres(float(survey.areas_m2[extra].sum()))
        ),
        tr("The same land is accounted for more than once: it would be paid twice.") if are_parcels
        else tr("Land use lies on itself: parcels there get no number (status “overlap”)."),
        tr("“Prepare the inputs” (ecovoucher:prepareinputs) keeps the first where all attributes agree. "
           "Decide by hand where they differ.") if are_parcels
        else tr("“Prepare the inputs” (ecovoucher:prepareinputs) keeps the first where the codes agree. "
                "Decide by hand where they differ."),
    )
