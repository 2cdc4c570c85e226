"""Why a transition gives vouchers, takes them, or does neither."""

from __future__ import annotations

from .accounts import JIANGYIN
from .schemes import LandUseScheme

RESTORED, BUILT, NO_RESTORATION = "restored", "built", "no_restoration"
GAIN, LOSS, SAME = "gain", "loss", "same"
CONDITIONAL, UNKNOWN = "conditional", "unknown"
YES, MAYBE = "yes", "conditional"


def eligibility(
    from_code: str, to_code: str, scheme: LandUseScheme, standard: str | None, supply: float, demand: float
) -> str:
    """Return what a transition is under a voucher standard, and with which vouchers (NaN: unknown).

    Jiangyin (seed 003, Articles 2 and 3): RESTORED, construction land became ecological; BUILT, the reverse;
    CONDITIONAL, it would be one of these if the authority decided so; NO_RESTORATION, neither.
    Any other standard: GAIN, LOSS or SAME. UNKNOWN where the scheme does not have a code or the vouchers are unknown.
    """
    before, after = scheme.classes.get(from_code), scheme.classes.get(to_code)
    if before is None or after is None or supply != supply or demand != demand:
        return UNKNOWN
    if standard != JIANGYIN:
        return GAIN if supply > 0 else LOSS if demand > 0 else SAME
    restoring = {before.construction, after.ecological_jiangyin}
    building = {before.ecological_jiangyin, after.construction}
    if restoring == {YES}:
        return RESTORED
    if building == {YES}:
        return BUILT
    return CONDITIONAL if restoring <= {YES, MAYBE} or building <= {YES, MAYBE} else NO_RESTORATION
