"""Land-use patches of one layer and date, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Patches:
    """Land-use patches: valid 2D polygons as WKB in the working CRS, with what a message needs to name them.

    classes: index of each patch's code in a list of codes. status: OK, REPAIRED or INVALID.
    ids: feature ids. label: how messages call the layer.
    """

    label: str
    wkb: list[bytes] = field(default_factory=list)
    classes: list[int] = field(default_factory=list)
    status: list[str] = field(default_factory=list)
    ids: list[int] = field(default_factory=list)

    def name(self, position: int) -> str:
        """Return how messages call a patch."""
        return f"{self.label} {self.ids[position]}"

    def in_order(self) -> Patches:
        """Return the patches in an order that does not depend on that of the layer."""
        order = sorted(range(len(self.wkb)), key=self.wkb.__getitem__)
        return Patches(
            self.label, [self.wkb[i] for i in order], [self.classes[i] for i in order],
            [self.status[i] for i in order], [self.ids[i] for i in order],
        )
