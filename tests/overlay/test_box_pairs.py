"""The join of bounding boxes, against comparing every pair."""

from __future__ import annotations

import numpy as np
from ecovoucher.ecovoucher_plugin.overlay.polygons.box_pairs import box_pairs
from hypothesis import given, settings
from hypothesis import strategies as st

EMPTY = [np.inf, np.inf, -np.inf, -np.inf]


def every_pair(first, second):
    meet = (np.maximum(first[:, None, :2], second[None, :, :2]) < np.minimum(first[:, None, 2:], second[None, :, 2:]))
    return list(map(tuple, np.argwhere(meet.all(axis=2))))


def boxes(corners):
    corners = np.array(corners, dtype=float).reshape(-1, 4)
    return np.concatenate([corners[:, :2], corners[:, :2] + corners[:, 2:]], axis=1)


box = st.tuples(st.integers(-50, 50), st.integers(-50, 50), st.integers(0, 40), st.integers(0, 40))


@settings(max_examples=100, deadline=None)
@given(st.lists(box, max_size=30), st.lists(box, max_size=30), st.sampled_from([1.0, 1e-6, 1e5]))
def test_equals_comparing_every_pair(first, second, scale):
    first, second = boxes(first) * scale, boxes(second) * scale
    assert list(zip(*box_pairs(first, second))) == every_pair(first, second)


def test_giants_among_dwarfs_far_from_the_origin():
    random = np.random.default_rng(4)
    corners = random.uniform(0, 20_000, (3_000, 2)) + np.array([39_500_000, 3_500_000])
    dwarfs = np.concatenate([corners, corners + random.uniform(1, 120, (3_000, 2))], axis=1)
    giants = np.concatenate([corners[:4] - 9_000, corners[:4] + 9_000], axis=1)
    first = np.concatenate([dwarfs[:200], giants, [EMPTY]])
    second = np.concatenate([[EMPTY], dwarfs, giants])
    assert list(zip(*box_pairs(first, second))) == every_pair(first, second)


def test_without_boxes():
    none = np.zeros((0, 4))
    for first, second in [(none, none), (none, boxes([0, 0, 1, 1])), (np.array([EMPTY]), boxes([0, 0, 1, 1]))]:
        left, right = box_pairs(first, second)
        assert len(left) == len(right) == 0
