"""Check of the official areas against the polygons: their unit, and parcels whose area differs."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ..accounting.units import M2_PER_HECTARE, M2_PER_MU
from ..overlay.remarks import AREA_DIFFERENCE
from ..wording import Tr, examples, square_metres
from .finding import WARNING, Finding
from .survey import Survey

UNITS_M2 = {"mu (亩)": M2_PER_MU, "ha": M2_PER_HECTARE, "km²": 1e6, "10,000 mu (万亩)": 1e4 * M2_PER_MU}

# How far the middle of all ratios may be from a unit's own to be taken for that unit.
_SAME_UNIT = 0.1


def check_official_areas(survey: Survey, field: str, tr: Tr = str) -> Iterator[Finding]:
    """Yield what is odd about a field of official areas in m². field: its name."""
    geometric = survey.areas_m2
    known = np.flatnonzero((survey.official_m2 > 0) & (geometric > 0))
    if not len(known):
        return
    ratio = survey.official_m2[known] / geometric[known]
    unit = mistaken_unit(ratio)
    if unit:
        yield Finding(
            WARNING, survey.label, field,
            tr("The official areas are not in m² but in {unit}: they are {ratio} times the areas of the polygons."
               ).format(unit=unit, ratio=f"{float(np.median(ratio)):.4g}"),
            tr("With the area basis “field” every number would be wrong by that factor."),
            tr("Convert the field to m²: multiply it by {factor} in the field calculator.").format(
                factor=f"{UNITS_M2[unit]:.6f}".rstrip("0").rstrip(".")
            ),
        )
        return
    differing = known[np.abs(ratio - 1) > AREA_DIFFERENCE]
    if len(differing):
        worst = differing[np.argsort(-np.abs(survey.official_m2[differing] / geometric[differing] - 1))]
        parts = [
            tr("{id}: {official} against {geometric}").format(
                id=survey.ids[i], official=square_metres(survey.official_m2[i]), geometric=square_metres(geometric[i])
            )
            for i in worst[:3]
        ]
        yield Finding(
            WARNING, survey.label, examples([survey.ids[i] for i in worst]),
            tr("Official areas that differ by more than {percent} % from the polygon: {count}. {parcels}").format(
                count=f"{len(differing):,}", percent=f"{100 * AREA_DIFFERENCE:g}",
                parcels="; ".join(parts) + ("; …" if len(differing) > 3 else ""),
            ),
            tr("With the area basis “field” the parts of these parcels are scaled to the official area."),
            tr("Find out which is right: the polygon or the certificate. Correct the other."),
        )


def mistaken_unit(ratio: np.ndarray) -> str:
    """Return the unit that areas are in by their ratio to m², (k,); empty where that is m² or none of UNITS_M2."""
    middle = float(np.median(ratio))
    for unit, square_metres_per_unit in UNITS_M2.items():
        if abs(middle * square_metres_per_unit - 1) < _SAME_UNIT:
            return unit
    return ""
