"""Land-use patches of one layer and date, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Patches:
    """Land-use patches: valid 2D polygons as WKB in the working CRS, with what a message needs to name them.

    classes: index of each patch's code in a list of codes. status: OK, REPAIRED or INVALID.
    names: layer and feature id.
    """

    wkb: list[bytes] = field(default_factory=list)
    classes: list[int] = field(default_factory=list)
    status: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
