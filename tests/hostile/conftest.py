"""The corpus of hostile inputs: its families and the helpers of the other QGIS tests, and the count at the end."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path += [str(HERE), str(HERE.parent / "qgis")]


def pytest_terminal_summary(terminalreporter) -> None:
    """Say how many hostile inputs ran, and how many were right and how many refused."""
    from corpus import case

    counts = case.COUNTS
    if counts:
        terminalreporter.write_line(
            "Hostile inputs: {total}, right {right}, refused by name {refused}, wrong {wrong}".format(
                total=sum(counts.values()), **{name: counts[name] for name in ("right", "refused", "wrong")}
            )
        )
