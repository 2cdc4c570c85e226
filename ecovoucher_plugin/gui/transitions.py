"""The table of transitions that belongs to a result: recognised by its fields, and by what its rows add up to."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsExpression, QgsFeatureRequest, QgsMapLayer, QgsProject, QgsVectorLayer

from ..accounting.results import TRANSITION_COLUMNS
from ..compat import is_null
from .parcel_records import ParcelRecords

SAMPLE = 40
CLOSE = 1e-6
FID = "fid"
# How the feature id in a table relates to that of a result: the same, kept in a field, or counted from 0 and from 1.
KEYS = ("id", FID, "id-1", "id+1")


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


def is_transitions(layer: QgsMapLayer) -> bool:
    """Return whether a layer has the fields of a table of transitions."""
    return isinstance(layer, QgsVectorLayer) and layer.isValid() and (
        set(TRANSITION_COLUMNS) <= {field.name() for field in layer.fields()}
    )


def transition_layers() -> list[QgsVectorLayer]:
    """Return the tables of transitions in the project, by name."""
    layers = (layer for layer in QgsProject.instance().mapLayers().values() if is_transitions(layer))
    return sorted(layers, key=lambda layer: (layer.name(), layer.id()))


def read_transitions(layer: QgsVectorLayer, parcels: Iterable[int]) -> dict[int, list[Transition]]:
    """Return the transitions of parcels, by the id that the table knows them by, the largest first."""
    wanted = ", ".join(str(int(parcel)) for parcel in parcels)
    request = QgsFeatureRequest().setFilterExpression(f"{QgsExpression.quotedColumnRef('parcel')} IN ({wanted})")
    found = defaultdict(list)
    for feature in layer.getFeatures(request):
        parcel, *values = (feature[name] for name in TRANSITION_COLUMNS)
        texts = ["" if is_null(value) else str(value) for value in values[:4]]
        found[int(parcel)].append(Transition(*texts, *map(_number, values[4:])))
    return {parcel: sorted(rows, key=lambda row: -row.area_ha) for parcel, rows in found.items()}


def key_between(records: ParcelRecords, layer: QgsVectorLayer) -> str | None:
    """Return by which of KEYS a table knows the parcels of a result, None where it is that of another result.

    Areas and ESV changes of a sample of parcels must be the sums over their rows.
    """
    numbers = records.numbers
    valued = np.flatnonzero(np.isfinite(numbers["area_ha"] * numbers["mapped_pct"] * numbers["esv_change"]))
    if not len(valued):
        return None
    sample = valued[np.unique(np.linspace(0, len(valued) - 1, SAMPLE).astype(int))].tolist()
    keys = [key for key in KEYS if key != FID or FID in numbers]
    table = read_transitions(layer, {table_id(records, row, key) for row in sample for key in keys})
    fitting = (key for key in keys if all(_fits(records, row, table.get(table_id(records, row, key), ()))
                                          for row in sample))
    return next(fitting, None)


def table_id(records: ParcelRecords, row: int, key: str) -> int:
    """Return the id by which a table knows a parcel."""
    feature_id = int(records.ids[row])
    if key == FID:
        value = float(records.numbers[FID][row])
        return int(value) if math.isfinite(value) else -1
    return {"id": feature_id, "id-1": feature_id - 1, "id+1": feature_id + 1}[key]


def _fits(records: ParcelRecords, row: int, transitions: Iterable[Transition]) -> bool:
    numbers = records.numbers
    mapped = float(numbers["area_ha"][row] * numbers["mapped_pct"][row]) / 100
    change = float(numbers["esv_change"][row])
    largest = math.fsum(abs(item.esv_change) for item in transitions)
    return math.isclose(math.fsum(item.area_ha for item in transitions), mapped, rel_tol=CLOSE) and math.isclose(
        math.fsum(item.esv_change for item in transitions), change, rel_tol=CLOSE, abs_tol=CLOSE * largest
    )


def _number(value: object) -> float:
    return math.nan if is_null(value) else float(value)
