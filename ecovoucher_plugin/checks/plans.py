"""Check of a plan: parcels whose planned land use is the one that they have."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ..overlay.parcels import CodeList
from ..wording import Tr, examples, square_metres
from .finding import NOTE, WARNING, Finding
from .survey import Survey


def check_plan(present: Survey, planned: Survey, tr: Tr = str) -> Iterator[Finding]:
    """Yield a finding where a plan changes nothing on some parcels; present, planned: the parcels with these codes."""
    codes = CodeList()
    now, then = (np.array([codes.index(code) for code in side.codes]) for side in (present, planned))
    same = np.flatnonzero((now == then) & np.array([code is not None for code in present.codes], dtype=bool))
    if not len(same):
        return
    is_all = len(same) == len(planned.ids)
    yield Finding(
        WARNING if is_all else NOTE, planned.label, examples([planned.ids[i] for i in same]),
        tr("Parcels whose planned land use is the one that they have: {count}, {area}.").format(
            count=f"{len(same):,}", area=square_metres(float(planned.areas_m2[same].sum()))),
        tr("Their change of ESV and their vouchers are 0."),
        tr("Check that the right two fields were chosen.") if is_all
        else tr("Nothing to do, if nothing is planned for them; else correct the codes."),
    )
