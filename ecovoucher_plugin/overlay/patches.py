"""Land-use patches of one layer and date, as plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from ..accounting.status import OK


@dataclass
class Patches:
    """Land-use patches: 2D polygons as WKB in the working CRS, with what a message needs to name them.

    classes: index of each patch's code in a list of codes. ids: feature ids. label: how messages call the layer.
    doubtful: by position, the status REPAIRED or INVALID of those that a check found not to be valid.
    """

    label: str
    wkb: list[bytes]
    classes: list[int]
    ids: list[int]
    doubtful: dict[int, str] = field(default_factory=dict)

    def name(self, position: int) -> str:
        """Return how messages call a patch."""
        return f"{self.label} {self.ids[position]}"

    def status(self, position: int) -> str:
        """Return OK, REPAIRED or INVALID, as far as the patch was checked."""
        return self.doubtful.get(position, OK)

    def check(self, positions: Iterable[int], validated: Callable[[bytes], tuple[bytes, str]]) -> None:
        """Check some patches; one that could be repaired is replaced. validated: see Geos."""
        for position in positions:
            wkb, status = validated(self.wkb[position])
            if status != OK:
                self.wkb[position], self.doubtful[position] = wkb, status

    def in_order(self) -> Patches:
        """Return unchecked patches in an order that does not depend on that of the layer."""
        order = sorted(range(len(self.wkb)), key=self.wkb.__getitem__)
        return Patches(
            self.label, [self.wkb[i] for i in order], [self.classes[i] for i in order], [self.ids[i] for i in order],
        )
