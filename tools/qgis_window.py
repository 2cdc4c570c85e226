"""A real QGIS window on a virtual screen, with a fresh profile that has the plugin enabled (needs xvfb and xauth)."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STARTUP = Path(__file__).resolve().parent / "qgis_startup.py"
SETTINGS = """[PythonPlugins]
ecovoucher=true

[qgis]
checkVersion=false

[locale]
userLocale={locale}
overrideFlag=true

[core]
NewsFeed\\httpsfeedqgisorg\\disabled=true
"""


def run_in_window(
    script: Path, environment: dict[str, str], locale: str = "en_US", scale: float = 1, longest_seconds: int = 1200
) -> int:
    """Run a script once QGIS's window is there and return the exit status, 1 where the plugin cannot be loaded.

    scale: of the screen, 2 for 200 %.
    """
    with tempfile.TemporaryDirectory(prefix="ecovoucher-qgis-") as name:
        _make_profile(Path(name), SETTINGS.format(locale=locale))
        command = [
            "xvfb-run", "--auto-servernum", "--server-args=-screen 0 1600x1200x24",
            "qgis", "--nologo", "--noversioncheck", "--profiles-path", name, "--code", str(script),
        ]
        variables = {**os.environ, "QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": f"{scale:g}",
                     "PYQGIS_STARTUP": str(STARTUP), **environment}
        process = subprocess.Popen(command, env=variables, start_new_session=True)
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # So that QGIS is stopped too.
        try:
            return process.wait(longest_seconds)
        except subprocess.TimeoutExpired:
            print(f"QGIS was stopped after {longest_seconds} s.", file=sys.stderr)
            return 1
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)


def _make_profile(folder: Path, settings: str) -> None:
    profile = folder / "profiles" / "default"
    (profile / "QGIS").mkdir(parents=True)
    (profile / "QGIS" / "QGIS3.ini").write_text(settings, encoding="utf-8")
    (profile / "python" / "plugins").mkdir(parents=True)
    (profile / "python" / "plugins" / "ecovoucher").symlink_to(ROOT, target_is_directory=True)
