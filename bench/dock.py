"""Time the dock in a real QGIS window: opening it, reading a result layer, and bringing the figures up to date.

``python bench/dock.py [--parcels 10000 100000]``: prints a table in milliseconds, the median of several repeats: wall
time and, in brackets, processor time of the window's thread, which says more where the machine is busy. “Longest stall”
is the longest time in which the window answered nothing while a layer was read. Needs xvfb and xauth.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parent / "tools"))

TITLES = {
    "open": "open the dock, figures shown",
    "stall": "longest stall while reading",
    "figures": "update the balance, all parcels",
    "groups": "update the balance by town, table and chart",
    "map": "update to what the map shows",
    "revenue": "update the revenue after a new price",
}


def main() -> int:
    from qgis_window import run_in_window

    parser = argparse.ArgumentParser(description="Time the dock in a real QGIS window.")
    parser.add_argument("--parcels", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--repeats", type=int, default=7)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        order = {
            "parcels": given.parcels, "repeats": given.repeats, "report": str(report),
            "helpers": str(HERE.parent / "tests" / "gui"),
        }
        status = run_in_window(HERE / "dock_inside.py", {"ECOVOUCHER_BENCH": json.dumps(order)})
        if status or not report.exists():
            print(f"QGIS ended with status {status} before the measurements did.", file=sys.stderr)
            return 1
        times = json.loads(report.read_text(encoding="utf-8"))
    counts = [f"{count:,} parcels" for count in given.parcels]
    print("| ms | " + " | ".join(counts) + " |")
    print("|---" * (len(counts) + 1) + "|")
    for name, title in TITLES.items():
        print(f"| {title} | " + " | ".join(shown(*times[str(count)][name]) for count in given.parcels) + " |")
    return 0


def shown(wall: float, processor: float | None) -> str:
    return f"{wall:,.0f}" if processor is None else f"{wall:,.0f} ({processor:,.0f})"


if __name__ == "__main__":
    sys.exit(main())
