"""The dock itself: opening, layers coming and going, nothing left behind."""

from __future__ import annotations


def test_the_action_opens_the_dock(dock):
    assert dock.isVisible()
