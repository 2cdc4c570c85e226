"""Status and role of a parcel in words, and what to do about a problem."""

from __future__ import annotations

from ...accounting.status import (
    COARSE,
    EMPTY,
    INVALID,
    NOT_COVERED,
    OK,
    OVERLAP,
    PARTLY_COVERED,
    REPAIRED,
    UNMATCHED,
)
from ...i18n import tr

STATUSES = (OK, PARTLY_COVERED, COARSE, REPAIRED, UNMATCHED, NOT_COVERED, OVERLAP, INVALID, EMPTY, None)


def status_name(status: str | None) -> str:
    """Return a status in a few words; one that EcoVoucher does not write is shown as it is."""
    names = {
        OK: tr("complete"),
        PARTLY_COVERED: tr("partly without land use"),
        NOT_COVERED: tr("without land use"),
        OVERLAP: tr("land use overlaps"),
        REPAIRED: tr("geometry repaired"),
        INVALID: tr("geometry invalid"),
        EMPTY: tr("no geometry"),
        UNMATCHED: tr("code without a value"),
        COARSE: tr("few cells"),
        None: tr("no status"),
    }
    return names.get(status) or str(status)


def status_advice(status: str | None) -> str:
    """Return what a status means and what to do about it."""
    advice = {
        OK: tr("Nothing to do: land use covers the parcel at both dates."),
        PARTLY_COVERED: tr("Only the covered part is valued. Complete the land use there, or cut the parcel to it."),
        NOT_COVERED: tr("No land use at one date or both, so nothing is valued. Complete the land-use layer, or check "
                        "the parcel's place."),
        OVERLAP: tr("Land-use polygons overlap in the parcel, so nothing is valued. Remove the overlaps and compute "
                    "again."),
        REPAIRED: tr("The outline crossed itself and was repaired before valuing. Check it on the map."),
        INVALID: tr("The outline cannot be repaired, so nothing is valued. Draw it again."),
        EMPTY: tr("The parcel has no outline, so nothing is valued. Draw it, or remove the row."),
        UNMATCHED: tr("A land-use code has no value in the scheme or the coefficient table. Correct the code, or give "
                      "a table that has it."),
        COARSE: tr("The parcel touches fewer than ten cells: it is valued, but roughly. Use a finer raster."),
    }
    return advice.get(status) or tr("This status does not come from EcoVoucher. Compute the result again.")


def role_name(role: str | None) -> str:
    """Return a role in a few words."""
    names = {
        "supply": tr("supply"),
        "demand": tr("demand"),
        "both": tr("supply and demand"),
        "neutral": tr("neither"),
        None: tr("unknown"),
    }
    return names.get(role) or str(role)
