"""Ragged arrays: groups of different length, one after the other in a flat array."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np


def expand(starts: np.ndarray, stops: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """All positions of many ranges, and where each range begins among them.

    starts, stops: int64 (k,), the half-open ranges; a stop before its start is an empty range.
    Returns the positions, int64 (n,), and the beginnings, int64 (k + 1,).
    """
    lengths = np.maximum(stops - starts, 0)
    beginnings = offsets(lengths)
    positions = np.arange(beginnings[-1])
    positions += np.repeat(starts - beginnings[:-1], lengths)
    return positions, beginnings


def offsets(lengths: np.ndarray) -> np.ndarray:
    """Where each group begins in a flat array, int64 (k + 1,), from the groups' lengths."""
    beginnings = np.zeros(len(lengths) + 1, dtype=np.int64)
    np.cumsum(lengths, out=beginnings[1:])
    return beginnings


def group_of(start: np.ndarray) -> np.ndarray:
    """The group each element belongs to, int64 (n,)."""
    return np.repeat(np.arange(len(start) - 1), np.diff(start))


def group_sums(values: np.ndarray, start: np.ndarray) -> np.ndarray:
    """Sum of each group, float64 (k,); an empty group sums to 0."""
    sums = np.zeros(len(start) - 1)
    filled = np.flatnonzero(np.diff(start))
    if len(filled):
        sums[filled] = np.add.reduceat(values, start[filled])
    return sums


def blocks(lengths: np.ndarray, size: int) -> Iterator[slice]:
    """Slices over consecutive groups, each of at most ``size`` elements in all, or a single larger group.

    Without groups there is one empty slice, so that results have their type.
    """
    ends = np.cumsum(lengths)
    first = 0
    if not len(ends):
        yield slice(0, 0)
    while first < len(ends):
        limit = size + (ends[first - 1] if first else 0)
        stop = max(first + 1, int(np.searchsorted(ends, limit, side="right")))
        yield slice(first, stop)
        first = stop


def mixed(columns: tuple[np.ndarray, ...]) -> np.ndarray:
    """One well-mixed key, uint64 (n,), from columns of float64; 0.0 and -0.0 count as equal."""
    key = np.zeros(len(columns[0]), dtype=np.uint64)
    for column in columns:
        key ^= (column + 0.0).view(np.uint64)
        key *= np.uint64(0x9E3779B97F4A7C15)
        key ^= key >> np.uint64(32)
    return key


def first_alike(keys: np.ndarray) -> np.ndarray:
    """For each key the position of an equal key, one and the same for all equal keys: int64 (n,).

    keys: 64-bit integers (n,), fewer than 2^31. Keys enter the slots of a table and the last to enter a slot keeps
    it; keys that lost theirs to a different key try again with another table.
    """
    keys = keys.view(np.uint64)
    first = np.empty(len(keys), dtype=np.int64)
    pending, asked = np.arange(len(keys), dtype=np.int32), keys
    factor = 0x9E3779B97F4A7C15
    while len(pending):
        bits = len(pending).bit_length() + 1
        slot = ((asked * np.uint64(factor)) >> np.uint64(64 - bits)).view(np.int64)
        table = np.empty(1 << bits, dtype=np.int32)
        table[slot] = pending
        found = table[slot]
        first[pending] = found
        lost = keys[found] != asked
        pending, asked = pending[lost], asked[lost]
        factor = factor * 0xD1342543DE82EF95 + 2 & 0xFFFFFFFFFFFFFFFF
    return first
