"""Parcels and land-use codes as an overlay needs them, whatever they are read from."""

from __future__ import annotations

from typing import NamedTuple

ELLIPSOIDAL, PLANAR, FIELD = "ellipsoidal", "planar", "field"
AREA_BASES = (ELLIPSOIDAL, PLANAR, FIELD)


class Parcel(NamedTuple):
    """One parcel as read.

    wkb: valid polygon in the working CRS, empty where there is none. box: its bounding box.
    status: OK, REPAIRED, INVALID or EMPTY; reason: for INVALID, what is wrong.
    area_m2: on the area basis, NaN where there is none. geometric_m2: measured from the geometry,
    to compare an official area with.
    """

    id: int
    status: str
    reason: str = ""
    wkb: bytes = b""
    box: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    area_m2: float = float("nan")
    geometric_m2: float = float("nan")


class CodeList:
    """Land-use codes as text, each with an index; a missing code is the empty text."""

    def __init__(self) -> None:
        self.codes: list[str] = []
        self._index: dict[object, int] = {}

    def index(self, value: object) -> int:
        """Return the index of a code, a new one where it is new; None is a missing code."""
        found = self._index.get(value)
        if found is None:
            code = "" if value is None else str(value).strip()
            if code not in self.codes:
                self.codes.append(code)
            found = self._index[value] = self.codes.index(code)
        return found
