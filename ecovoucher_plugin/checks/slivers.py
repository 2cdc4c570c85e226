"""Polygons that are as thin as a line."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ..overlay.polygons.polygon_array import PolygonArray
from ..overlay.polygons.ragged import group_sums
from ..wording import Tr, examples, square_metres
from .finding import NOTE, Finding
from .survey import Survey

# Mean width, twice the area over the perimeter, in metres. A ditch that someone drew is wider.
SLIVER_WIDTH = 0.2


def check_slivers(survey: Survey, tr: Tr = str) -> Iterator[Finding]:
    """Yield a finding where polygons are thinner than SLIVER_WIDTH."""
    widths = mean_widths(survey)
    thin = np.flatnonzero(widths < SLIVER_WIDTH)
    if len(thin):
        yield Finding(
            NOTE, survey.label, examples([survey.ids[i] for i in thin]),
            tr("Slivers, polygons less than {width} m wide on average: {count}, {area} in all.").format(
                count=f"{len(thin):,}", width=SLIVER_WIDTH, area=square_metres(float(survey.areas_m2[thin].sum()))
            ),
            tr("They count with their area like any other. Mostly they are left over from an overlay."),
            tr("Look at them; merge those that mean nothing with a neighbour (Eliminate selected polygons). "
               "That is a decision, so it is not done automatically."),
        )


def mean_widths(survey: Survey) -> np.ndarray:
    """Return the mean width of each polygon in metres, float64 (n,); infinite where there is none."""
    metres = np.sqrt(survey.scale_at(np.nan_to_num(survey.centres)))
    perimeters = _perimeters(survey.polygons) * metres
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(perimeters > 0, 2 * survey.areas_m2 / perimeters, np.inf)


def _perimeters(polygons: PolygonArray) -> np.ndarray:
    steps = np.zeros(len(polygons.xy))
    if len(steps):
        steps[:-1] = np.hypot(*np.diff(polygons.xy, axis=0).T)
        steps[polygons.ring_start[1:][np.diff(polygons.ring_start) > 0] - 1] = 0.0
    return group_sums(steps, polygons.vertex_start)
