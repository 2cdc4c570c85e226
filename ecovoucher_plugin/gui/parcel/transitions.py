"""A table of transitions as read: recognised by its fields, and tied to a result by what its rows add up to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer

from ...accounting.results import TRANSITION_COLUMNS
from ..results.parcel_records import ParcelRecords

CLOSE = 1e-6
FID = "fid"
# How the feature id in a table relates to that of a result: the same, kept in a field, or counted from 0 and from 1.
KEYS = ("id", FID, "id-1", "id+1")
NO_ID = -1


@dataclass(frozen=True)
class Transition:
    """One row of a table: area in ha, ESV change in yuan per year, vouchers; NaN where unknown."""

    from_code: str
    from_name: str
    to_code: str
    to_name: str
    area_ha: float
    esv_change: float
    v_supply: float
    v_demand: float


@dataclass(frozen=True, eq=False)
class Transitions:
    """The n rows of a table, sorted by parcel.

    parcel: int64 (n,), ids as the table has them. texts: object (n, 4), numbers: float64 (n, 4), both in the order of
    the fields of Transition.
    """

    layer_id: str
    parcel: np.ndarray
    texts: np.ndarray
    numbers: np.ndarray

    def of(self, parcel: int) -> list[Transition]:
        """Return the transitions of a parcel, the largest first."""
        first, last = np.searchsorted(self.parcel, (parcel, parcel + 1))
        rows = zip(self.texts[first:last].tolist(), self.numbers[first:last].tolist())
        return sorted((Transition(*texts, *numbers) for texts, numbers in rows), key=lambda row: -row.area_ha)

    def sums(self, parcels: np.ndarray) -> np.ndarray:
        """Return float64 (p, 3): of each parcel the area in ha, the ESV change, and the sum of absolute changes."""
        weights = np.column_stack((self.numbers[:, 0], self.numbers[:, 1], np.abs(self.numbers[:, 1])))
        running = np.vstack((np.zeros(3), np.cumsum(weights, axis=0)))
        first, last = (np.searchsorted(self.parcel, parcels, side) for side in ("left", "right"))
        return running[last] - running[first]


def is_transitions(layer: QgsMapLayer) -> bool:
    """Return whether a layer has the fields of a table of transitions."""
    return isinstance(layer, QgsVectorLayer) and layer.isValid() and (
        set(TRANSITION_COLUMNS) <= {field.name() for field in layer.fields()}
    )


def transition_layers() -> list[QgsVectorLayer]:
    """Return the tables of transitions in the project, by name."""
    layers = (layer for layer in QgsProject.instance().mapLayers().values() if is_transitions(layer))
    return sorted(layers, key=lambda layer: (layer.name(), layer.id()))


def key_between(records: ParcelRecords, table: Transitions) -> str | None:
    """Return by which of KEYS a table knows the parcels of a result, None where it is that of another result.

    Area and ESV change of every valued parcel must be the sums over its rows.
    """
    numbers = records.numbers
    valued = np.isfinite(numbers["area_ha"] * numbers["mapped_pct"] * numbers["esv_change"])
    if not valued.any():
        return None
    mapped = (numbers["area_ha"] * numbers["mapped_pct"] / 100)[valued]
    change = numbers["esv_change"][valued]
    for key in KEYS:
        ids = table_ids(records, key)
        if ids is None:
            continue
        area_sum, change_sum, largest = table.sums(ids[valued]).T
        close = np.abs(area_sum - mapped) <= CLOSE * mapped
        close &= np.abs(change_sum - change) <= CLOSE * np.maximum(largest, np.abs(change)) + CLOSE
        if close.all():
            return key
    return None


def table_ids(records: ParcelRecords, key: str) -> np.ndarray | None:
    """Return int64 (p,), the ids by which a table knows the parcels; None where the result lacks the field."""
    if key == FID:
        found = records.numbers.get(FID)
        return None if found is None else np.where(np.isfinite(found), found, NO_ID).astype(np.int64)
    return records.ids + {"id": 0, "id-1": -1, "id+1": 1}[key]
