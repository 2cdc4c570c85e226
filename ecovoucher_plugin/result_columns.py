"""Attributes of a result layer as typed columns: the one way from features to the balance."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from qgis.core import QgsField, QgsFields

from .accounting.results import CELLS, PARCEL_COLUMNS, PARCEL_NUMBERS
from .compat import is_null

# A float of this size or more does not hold every whole number in the 15 digits that a label shows.
LARGEST_WHOLE = 1e15


def column_key(name: str) -> str:
    """Return the name of a field as the contract writes it if a result has it, whatever the case, else as it is."""
    lower = name.lower()
    return lower if lower in PARCEL_COLUMNS or lower == CELLS else name


def missing_fields(fields: QgsFields) -> list[str]:
    """Return the fields that a result has and these lack, or have with another type than a result."""
    found: dict[str, QgsField] = {field.name().lower(): field for field in fields}
    return [
        name for name in PARCEL_COLUMNS
        if name not in found or found[name].isNumeric() != (name in PARCEL_NUMBERS)
    ]


def column_of(values: Sequence[object], is_number: bool) -> np.ndarray:
    """Return attributes as float64 (p,), NaN where NULL, or as object (p,) of texts, None where NULL.

    Whole numbers too large for a float, such as long codes, become texts.
    """
    if not is_number or any(isinstance(value, int) and abs(value) >= LARGEST_WHOLE for value in values):
        column = np.empty(len(values), dtype=object)
        column[:] = [_text(value) for value in values]
        return column
    return np.array([np.nan if is_null(value) else value for value in values], dtype=float)


def joined(chunks: Sequence[np.ndarray], is_number: bool) -> np.ndarray:
    """Return the chunks of one column as one; texts where one of them is."""
    if not chunks:
        return np.empty(0, dtype=float if is_number else object)
    if any(chunk.dtype == object for chunk in chunks):
        chunks = [chunk if chunk.dtype == object else _as_texts(chunk) for chunk in chunks]
    return np.concatenate(chunks)


def _as_texts(numbers: np.ndarray) -> np.ndarray:
    texts = np.empty(len(numbers), dtype=object)
    texts[:] = [None if number != number else f"{number:.15g}" for number in numbers.tolist()]
    return texts


def _text(value: object) -> str | None:
    """Return a text, a date, or anything else as text."""
    if is_null(value):
        return None
    if isinstance(value, str):
        return value
    return value.toString() if hasattr(value, "toString") else str(value)
