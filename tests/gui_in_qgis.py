"""Run tests/gui with pytest inside a real QGIS window on a virtual screen.

``python tests/gui_in_qgis.py [PYTEST ARGUMENT...]``: starts QGIS with a fresh profile that has the plugin enabled, runs
pytest in its process and exits with pytest's exit code, or 1 where QGIS ended without one. Needs xvfb and xauth.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
INSIDE = Path(__file__).with_name("gui_inside_qgis.py")
LONGEST_SECONDS = 1200
SETTINGS = """[PythonPlugins]
ecovoucher=true

[qgis]
checkVersion=false
showTips322=false

[core]
NewsFeed\\httpsfeedqgisorg\\disabled=true
"""


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="ecovoucher-gui-") as name:
        folder = Path(name)
        make_profile(folder, SETTINGS)
        verdict = folder / "exit-code"
        order = {
            "arguments": sys.argv[1:] or [str(ROOT / "tests" / "gui")],
            "packages": sysconfig.get_paths()["purelib"],
            "verdict": str(verdict),
        }
        status = run_qgis(folder, INSIDE, {"ECOVOUCHER_GUI_TESTS": json.dumps(order)})
        if not verdict.exists():
            print(f"QGIS ended with status {status} before the tests did.", file=sys.stderr)
            return 1
        return int(verdict.read_text(encoding="utf-8"))


def make_profile(folder: Path, settings: str) -> None:
    """Make a QGIS profile with the plugin linked into it."""
    profile = folder / "profiles" / "default"
    (profile / "QGIS").mkdir(parents=True)
    (profile / "QGIS" / "QGIS3.ini").write_text(settings, encoding="utf-8")
    (profile / "python" / "plugins").mkdir(parents=True)
    (profile / "python" / "plugins" / "ecovoucher").symlink_to(ROOT, target_is_directory=True)


def run_qgis(folder: Path, script: Path, environment: dict[str, str]) -> int:
    """Run a script in a QGIS window on a virtual screen and return the exit status."""
    command = [
        "xvfb-run", "--auto-servernum", "--server-args=-screen 0 1400x1100x24",
        "qgis", "--nologo", "--noversioncheck", "--profiles-path", str(folder), "--code", str(script),
    ]
    process = subprocess.Popen(
        command, env={**os.environ, "QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": "1", **environment},
        start_new_session=True,
    )
    try:
        return process.wait(LONGEST_SECONDS)
    except subprocess.TimeoutExpired:
        print(f"QGIS was stopped after {LONGEST_SECONDS} s.", file=sys.stderr)
        return 1
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)


if __name__ == "__main__":
    sys.exit(main())
