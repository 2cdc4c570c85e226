"""The parcels of one result layer as typed columns, read once and then only looked at."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
from qgis.core import QgsProject, QgsVectorLayer

from ...accounting.balance import Groups, group_values


@dataclass(frozen=True, eq=False)
class ParcelRecords:
    """What one result layer holds, p parcels in the order of the layer.

    ids: int64 (p,), feature ids. numbers: float64 (p,) for every numeric field, NaN where NULL. texts: object (p,)
    for every other field, None where NULL. The fields of a result are keyed as the contract writes them, the
    user's own as the layer does. boxes: float64 (p, 4), least x and y, then greatest, in the layer's CRS, NaN
    without geometry; None for a table. rules: the distinct lines of ``ev_rules``. standard: the voucher standard
    that they name, None where they name none; problem: why these parcels cannot be summed, "" where they can.
    """

    layer_id: str
    fields: tuple[str, ...]
    ids: np.ndarray
    numbers: dict[str, np.ndarray]
    texts: dict[str, np.ndarray]
    boxes: np.ndarray | None
    rules: tuple[str, ...]
    standard: str | None
    problem: str
    _rows: dict[int, int] = field(default_factory=dict, repr=False)
    _groups: dict[str, Groups] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        return len(self.ids)

    def layer(self) -> QgsVectorLayer | None:
        """Return the layer, or None where the project does not have it any more."""
        return QgsProject.instance().mapLayer(self.layer_id)

    def row_of(self, feature_id: int) -> int | None:
        """Return the row of a feature id, None where there is no such parcel."""
        if not self._rows:
            self._rows.update(zip(self.ids.tolist(), range(len(self.ids))))
        return self._rows.get(feature_id)

    def text_of(self, name: str, row: int) -> str:
        """Return the value of any field of a parcel as text, "" where it is NULL."""
        if name in self.numbers:
            value = float(self.numbers[name][row])
            return "" if math.isnan(value) else f"{value:.15g}"
        return self.texts[name][row] or ""

    def groups(self, name: str) -> Groups:
        """Return the parcels grouped by a field."""
        if name not in self._groups:
            self._groups[name] = group_values(self.numbers.get(name, self.texts.get(name)).tolist())
        return self._groups[name]
