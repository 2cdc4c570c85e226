"""Numbers for the class values of a raster, in the order in which they are met."""

from __future__ import annotations

import numpy as np

from ...accounting.errors import LayerError

NO_CLASS = 0
MAX_CLASSES = 250
_NEW = 255
_CHUNK = 1 << 20
_TABLE = 1 << 24


class ClassIndex:
    """Index of the class values of one raster: 0 is no class, 1 the first value met, and so on.

    name: the raster's name, for errors. missing: the values that mean no class; NaN always does.
    """

    def __init__(self, name: str, missing: tuple[float, ...] = ()) -> None:
        self.values: list[int] = []
        self._name = name
        self._missing = missing

    def __len__(self) -> int:
        """The number of indices, that of no class included."""
        return len(self.values) + 1

    def encode(self, values: np.ndarray, valid: np.ndarray | None = None) -> np.ndarray:
        """Return the indices of class values, uint8 of the same shape; new values get new indices.

        valid: bool of the same shape, False where there is no class whatever the value says.
        Raises LayerError where a value is no whole number, or where there are more than 250 classes.
        """
        indices = np.empty(values.shape, dtype=np.uint8)
        flat, flat_values = indices.reshape(-1), values.reshape(-1)
        flat_valid = None if valid is None else valid.reshape(-1)
        for first in range(0, len(flat), _CHUNK):
            part = slice(first, first + _CHUNK)
            flat[part] = self._encode(flat_values[part], None if flat_valid is None else flat_valid[part])
        return indices

    def _encode(self, values: np.ndarray, valid: np.ndarray | None) -> np.ndarray:
        if values.dtype.kind == "f":
            known = ~np.isnan(values) if valid is None else valid & ~np.isnan(values)
            for missing in self._missing:
                known &= values != values.dtype.type(missing)
            return self._encode_known(self._whole(values, known), known)
        return self._encode_integers(values) if valid is None else self._encode_known(values, valid)

    def _encode_known(self, values: np.ndarray, known: np.ndarray) -> np.ndarray:
        if known.all():
            return self._encode_integers(values)
        indices = np.full(len(values), NO_CLASS, dtype=np.uint8)
        indices[known] = self._encode_integers(values[known])
        return indices

    def _whole(self, values: np.ndarray, known: np.ndarray) -> np.ndarray:
        """Return floats as integers, int64, where known."""
        broken = known & ((values != np.rint(values)) | (np.abs(values) > 2.0**53))
        if broken.any():
            examples = np.unique(values[broken])[:5]
            raise LayerError(
                "The raster {raster} holds values that are no class codes: {values}. "
                "Choose a classified raster, whose values are whole numbers.",
                raster=self._name, values=", ".join(str(value) for value in examples.tolist()),
            )
        return np.where(known, values, 0).astype(np.int64)

    def _encode_integers(self, values: np.ndarray) -> np.ndarray:
        if not len(values):
            return np.zeros(0, dtype=np.uint8)
        low, high = int(values.min()), int(values.max())
        if high - low >= _TABLE:
            distinct, position = np.unique(values, return_inverse=True)
            self._add(distinct)
            return np.array([self._index(value) for value in distinct.tolist()], dtype=np.uint8)[position]
        indices = self._look_up(values, low, high)
        if indices.max() == _NEW:
            self._add(np.unique(values[indices == _NEW]))
            indices = self._look_up(values, low, high)
        return indices

    def _look_up(self, values: np.ndarray, low: int, high: int) -> np.ndarray:
        """Return the index of each value from ``low`` to ``high``; 255 for values not met before."""
        if values.dtype == np.uint8:
            table = self._table(0, 255)
            return np.frombuffer(values.tobytes().translate(table.tobytes()), dtype=np.uint8)
        return self._table(low, high)[values.astype(np.int64) - low]

    def _table(self, low: int, high: int) -> np.ndarray:
        """Return the index of each value from ``low`` to ``high``, uint8; 255 for values not met before."""
        table = np.full(high - low + 1, _NEW, dtype=np.uint8)
        for value in (*self.values, *self._missing):
            if low <= value <= high and value == int(value):
                table[int(value) - low] = self._index(int(value))
        return table

    def _index(self, value: int) -> int:
        return NO_CLASS if value in self._missing else self.values.index(value) + 1

    def _add(self, values: np.ndarray) -> None:
        self.values += [value for value in values.tolist() if value not in self._missing and value not in self.values]
        if len(self.values) > MAX_CLASSES:
            raise LayerError(
                "The raster {raster} holds more than {limit} different values, from {low} to {high}. "
                "Choose a classified raster, or name the values that stand for NoData.",
                raster=self._name, limit=MAX_CLASSES, low=min(self.values), high=max(self.values),
            )
