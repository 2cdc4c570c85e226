"""Polygons from well-known binary, many at once: ISO and EWKB, either byte order, Z and M dropped."""

from __future__ import annotations

from typing import Sequence

import numpy as np

from .polygons import PolygonArray, oriented
from .ragged import expand, offsets

_POLYGON = 3
_MULTIPOLYGON = 6
_Z_FLAG, _M_FLAG, _SRID_FLAG = 0x80000000, 0x40000000, 0x20000000
_PADDING = bytes(64)


def from_wkb(geometries: Sequence[bytes | None]) -> PolygonArray:
    """Read polygons and multipolygons, oriented as PolygonArray wants them.

    geometries: WKB of each polygon; None, an empty geometry, another type, a truncated record or
    a coordinate that is no finite number gives an empty polygon.
    """
    records = [b"" if geometry is None else bytes(geometry) for geometry in geometries]
    end = offsets(np.fromiter(map(len, records), dtype=np.int64, count=len(records)))
    rings = _Rings(np.frombuffer(b"".join(records) + _PADDING, dtype=np.uint8), end[:-1], end[1:])
    order = np.argsort(rings.polygon, kind="stable")
    polygon, position, size, layout, is_hole = (
        column[order] for column in (rings.polygon, rings.position, rings.size, rings.layout, rings.is_hole)
    )
    xy, ring_start = _vertices(rings.data, position, size, layout)
    finite = np.isfinite(xy).all(axis=1)
    if not finite.all():
        broken = np.unique(polygon[np.searchsorted(ring_start, np.flatnonzero(~finite), side="right") - 1])
        kept = np.flatnonzero(~np.isin(polygon, broken))
        polygon, is_hole = polygon[kept], is_hole[kept]
        vertices, ring_start = expand(ring_start[kept], ring_start[kept + 1])
        xy = xy[vertices]
    polygon_start = offsets(np.bincount(polygon, minlength=len(records)))
    return PolygonArray(oriented(xy, ring_start, is_hole), ring_start, polygon_start)


class _Rings:
    """The rings of all records: polygon, byte position, vertex count, layout, whether a hole.

    Records are walked side by side: each round reads one part header or one ring of every record
    that has more. ``layout`` is 4 × dimensions + byte order (1 little-endian).
    """

    def __init__(self, data: np.ndarray, start: np.ndarray, end: np.ndarray) -> None:
        self.data = data
        found: list[tuple[np.ndarray, ...]] = []
        kind, layout, body = self._headers(start, end, np.arange(len(start)))
        records = np.flatnonzero((kind == _POLYGON) | (kind == _MULTIPOLYGON))
        single = kind[records] == _POLYGON
        cursor = body[records]
        count = self._counts(cursor, layout[records])
        parts = np.where(single, 1, count)
        cursor = np.where(single, start[records], cursor + 4)
        truncated: list[np.ndarray] = []
        while len(records):
            records, parts, cursor = self._part(records, parts, cursor, end, found, truncated)
        columns = [np.concatenate(column) for column in zip(*found)] if found else [np.zeros(0, np.int64)] * 5
        if truncated:
            whole = ~np.isin(columns[0], np.concatenate(truncated))
            columns = [column[whole] for column in columns]
        self.polygon, self.position, self.size, self.layout = (column.astype(np.int64) for column in columns[:4])
        self.is_hole = columns[4].astype(bool)

    def _part(self, records, parts, cursor, end, found, truncated):
        """Read one polygon part of every record; return the records that have another."""
        more = parts > 0
        records, parts, cursor = records[more], parts[more], cursor[more]
        kind, layout, body = self._headers(cursor, end, records)
        good = kind == _POLYGON
        truncated.append(records[~good])
        records, parts, layout, cursor = records[good], parts[good] - 1, layout[good], body[good]
        rings = self._counts(cursor, layout)
        cursor = cursor + 4
        left, number = rings.copy(), 0
        active = np.flatnonzero(left > 0)
        while len(active):
            size = self._counts(cursor[active], layout[active])
            position = cursor[active] + 4
            following = position + size * (layout[active] >> 2) * 8
            inside = following <= end[records[active]]
            truncated.append(records[active[~inside]])
            left[active[~inside]] = 0
            active = active[inside]
            hole = np.full(len(active), number > 0)
            found.append((records[active], position[inside], size[inside], layout[active], hole))
            cursor[active] = following[inside]
            left[active] -= 1
            number += 1
            active = active[left[active] > 0]
        return records, parts, cursor

    def _headers(self, cursor, end, records):
        """Kind (0 where the record is too short), layout and position after the header."""
        readable = cursor + 9 <= end[records]
        cursor = np.where(readable, cursor, len(self.data) - len(_PADDING))
        order = (self.data[cursor] == 1).astype(np.int64)
        code = self._integers(cursor + 1, order)
        base = code & 0x0FFFFFFF
        has_z = ((code & _Z_FLAG) != 0) | (base // 1000 % 2 == 1)
        has_m = ((code & _M_FLAG) != 0) | (base // 1000 >= 2)
        body = cursor + 5 + 4 * ((code & _SRID_FLAG) != 0)
        return np.where(readable, base % 1000, 0), 4 * (2 + has_z + has_m) + order, body

    def _counts(self, cursor, layout):
        """The counts at byte positions; 0 beyond the data."""
        return self._integers(np.minimum(cursor, len(self.data) - 4), layout & 1)

    def _integers(self, cursor, order):
        octets = self.data[cursor[:, None] + np.arange(4)].astype(np.int64)
        little = octets @ np.array([1, 1 << 8, 1 << 16, 1 << 24])
        big = octets @ np.array([1 << 24, 1 << 16, 1 << 8, 1])
        return np.where(order == 1, little, big)


def _vertices(data, position, size, layout):
    """Coordinates of all rings, float64 (v, 2), and where each ring begins."""
    ring_start = offsets(size)
    xy = np.empty((ring_start[-1], 2))
    view = memoryview(data)
    for code in np.unique(layout):
        rings = np.flatnonzero(layout == code)
        dimensions = int(code >> 2)
        stop = position[rings] + size[rings] * dimensions * 8
        octets = b"".join([view[a:b] for a, b in zip(position[rings].tolist(), stop.tolist())])
        points = np.frombuffer(octets, dtype="<f8" if code & 1 else ">f8").reshape(-1, dimensions)[:, :2]
        if len(rings) == len(layout):
            return np.array(points, dtype=np.float64), ring_start
        xy[expand(ring_start[rings], ring_start[rings + 1])[0]] = points
    return xy, ring_start
