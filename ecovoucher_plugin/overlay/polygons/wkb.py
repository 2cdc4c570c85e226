"""Polygons from well-known binary, many at once: ISO and EWKB, either byte order, Z and M dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .polygon_array import PolygonArray, concatenate, oriented
from .ragged import expand, offsets

_POLYGON, _MULTIPOLYGON = 3, 6
_Z_FLAG, _M_FLAG, _SRID_FLAG = 0x80000000, 0x40000000, 0x20000000
_HEADER = 9
_BATCH = 2048


def from_wkb(geometries: Sequence[bytes | None]) -> PolygonArray:
    """Read polygons and multipolygons, oriented as PolygonArray wants them.

    geometries: WKB of each polygon; None, an empty geometry, another type, a truncated record or
    a coordinate that is no finite number gives an empty polygon.
    """
    batches = range(0, max(len(geometries), 1), _BATCH)
    return concatenate(*(_read(geometries[first:first + _BATCH]) for first in batches))


def _read(geometries: Sequence[bytes | None]) -> PolygonArray:
    records = [b"" if geometry is None else bytes(geometry) for geometry in geometries]
    boundary = offsets(np.fromiter(map(len, records), dtype=np.int64, count=len(records)))
    rings = _Bytes(b"".join(records), boundary[1:]).rings(boundary[:-1])
    xy, ring_start = _vertices(rings)
    if not np.isfinite(xy).all():
        unfinished = np.flatnonzero(~np.isfinite(xy).all(axis=1))
        broken = np.zeros(len(records), dtype=bool)
        broken[rings.polygon[np.searchsorted(ring_start, unfinished, side="right") - 1]] = True
        rings = rings.take(np.flatnonzero(~broken[rings.polygon]))
        xy, ring_start = _vertices(rings)
    polygon_start = offsets(np.bincount(rings.polygon, minlength=len(records)))
    return PolygonArray(oriented(xy, ring_start, rings.is_hole), ring_start, polygon_start)


@dataclass(frozen=True)
class _Rings:
    """Where rings are in the bytes, ordered by polygon.

    polygon, position, size: polygon, first byte and vertex count of each ring. is_hole: bool.
    layout: 4 × dimensions + byte order (1 little-endian).
    """

    data: np.ndarray
    polygon: np.ndarray
    position: np.ndarray
    size: np.ndarray
    layout: np.ndarray
    is_hole: np.ndarray

    def take(self, chosen: np.ndarray) -> _Rings:
        columns = (self.polygon, self.position, self.size, self.layout, self.is_hole)
        return _Rings(self.data, *(column[chosen] for column in columns))


class _Bytes:
    """Records of WKB one after the other, walked side by side: each round reads the next thing of every record."""

    def __init__(self, octets: bytes, end: np.ndarray) -> None:
        self.data = np.frombuffer(octets + bytes(_HEADER), dtype=np.uint8)
        self.end = end

    def rings(self, start: np.ndarray) -> _Rings:
        """All rings of the records that are whole; each round reads one part of every record that has more."""
        kind, layout, body = self._headers(start, np.arange(len(start)))
        record = np.flatnonzero((kind == _POLYGON) | (kind == _MULTIPOLYGON))
        single = kind[record] == _POLYGON
        parts = np.where(single, 1, self._integers(body, layout)[record])
        cursor = np.where(single, start[record], body[record] + 4)
        torn = np.zeros(len(start), dtype=bool)
        found = [np.zeros((5, 0), dtype=np.int64)]
        while len(record):
            kind, layout, cursor = self._headers(cursor, record)
            torn[record[(kind != _POLYGON) & (parts > 0)]] = True
            more = np.flatnonzero((kind == _POLYGON) & (parts > 0))
            record, parts, layout, cursor = record[more], parts[more] - 1, layout[more], cursor[more]
            cursor = self._part(record, layout, cursor, torn, found)
        columns = np.concatenate(found, axis=1)
        columns = columns[:, ~torn[columns[0]]]
        polygon, position, size, layout, number = columns[:, np.argsort(columns[0], kind="stable")]
        return _Rings(self.data, polygon, position, size, layout, number > 0)

    def _part(
        self, record: np.ndarray, layout: np.ndarray, cursor: np.ndarray, torn: np.ndarray, found: list[np.ndarray]
    ) -> np.ndarray:
        """Read one polygon of each record, ring by ring; return where the next part begins."""
        left, cursor = self._integers(cursor, layout), cursor + 4
        number = 0
        active = np.flatnonzero(left > 0)
        while len(active):
            size, position = self._integers(cursor[active], layout[active]), cursor[active] + 4
            following = position + size * (layout[active] >> 2) * 8
            whole = following <= self.end[record[active]]
            torn[record[active[~whole]]] = True
            ring = np.array([record[active], position, size, layout[active], np.full(len(active), number)])
            found.append(ring[:, whole])
            active, following = active[whole], following[whole]
            cursor[active] = following
            number += 1
            active = active[left[active] > number]
        return cursor

    def _headers(self, cursor: np.ndarray, record: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Kind (0 where the record ends before), layout, and position after the header."""
        readable = cursor + _HEADER <= self.end[record]
        cursor = np.where(readable, cursor, 0)
        order = (self.data[cursor] == 1).astype(np.int64)
        code = self._integers(cursor + 1, order)
        family = (code & 0x0FFFFFFF) // 1000
        has_z = ((code & _Z_FLAG) != 0) | (family % 2 == 1)
        has_m = ((code & _M_FLAG) != 0) | (family >= 2)
        kind = np.where(readable, (code & 0x0FFFFFFF) % 1000, 0)
        return kind, 4 * (2 + has_z + has_m) + order, cursor + 5 + 4 * ((code & _SRID_FLAG) != 0)

    def _integers(self, cursor: np.ndarray, layout: np.ndarray) -> np.ndarray:
        """The 32-bit integers at byte positions; beyond the data the last ones, which no whole record reaches."""
        octets = self.data[np.minimum(cursor, len(self.data) - 4)[:, None] + np.arange(4)].astype(np.int64)
        little = octets @ np.array([1, 1 << 8, 1 << 16, 1 << 24])
        big = octets @ np.array([1 << 24, 1 << 16, 1 << 8, 1])
        return np.where(layout & 1, little, big)


def _vertices(rings: _Rings) -> tuple[np.ndarray, np.ndarray]:
    """Coordinates of all rings, float64 (v, 2), and where each ring begins."""
    ring_start = offsets(rings.size)
    layouts = np.unique(rings.layout)
    if len(layouts) == 1:
        return _points(rings, layouts[0])[:, :2].astype(np.float64), ring_start
    xy = np.empty((ring_start[-1], 2))
    for layout in layouts:
        alike = np.flatnonzero(rings.layout == layout)
        xy[expand(ring_start[alike], ring_start[alike + 1])[0]] = _points(rings.take(alike), layout)[:, :2]
    return xy, ring_start


def _points(rings: _Rings, layout: int) -> np.ndarray:
    """Coordinates of rings of one layout as they are in the bytes, float64 (v, dimensions) in their byte order."""
    dimensions = int(layout >> 2)
    stop = rings.position + rings.size * dimensions * 8
    view = rings.data.data
    octets = b"".join([view[a:b] for a, b in zip(rings.position.tolist(), stop.tolist())])
    return np.frombuffer(octets, dtype="<f8" if layout & 1 else ">f8").reshape(-1, dimensions)
