"""Run tests/gui with pytest inside a real QGIS window on a virtual screen.

``python tests/gui_in_qgis.py [PYTEST ARGUMENT...]``: starts QGIS with a fresh profile that has the plugin enabled, runs
pytest in its process and exits with pytest's exit code, or 1 where QGIS ended without one.
"""

from __future__ import annotations

import json
import sys
import sysconfig
import tempfile
from pathlib import Path

TESTS = Path(__file__).resolve().parent
sys.path.append(str(TESTS.parent / "tools"))


def main() -> int:
    from qgis_window import run_in_window

    with tempfile.TemporaryDirectory() as folder:
        verdict = Path(folder) / "exit-code"
        order = {
            "arguments": sys.argv[1:] or [str(TESTS / "gui")],
            "packages": sysconfig.get_paths()["purelib"],
            "verdict": str(verdict),
        }
        status = run_in_window(TESTS / "gui_inside_qgis.py", {"ECOVOUCHER_GUI_TESTS": json.dumps(order)})
        if not verdict.exists():
            print(f"QGIS ended with status {status} before the tests did.", file=sys.stderr)
            return 1
        return int(verdict.read_text(encoding="utf-8"))


if __name__ == "__main__":
    sys.exit(main())
