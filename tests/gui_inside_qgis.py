"""What gui_in_qgis.py has QGIS do: run pytest once the window is there, report the exit code, and end."""

from __future__ import annotations

import json
import os
import sys
import traceback
from pathlib import Path

from qgis import utils
from qgis.PyQt.QtCore import QTimer

# A test that takes longer hangs, for instance in a dialog that nobody closes: where, is printed.
STUCK_SECONDS = 90


def run() -> None:
    order = json.loads(os.environ["ECOVOUCHER_GUI_TESTS"])
    code = 1
    try:
        if "ecovoucher" not in utils.active_plugins:
            raise RuntimeError("QGIS has not loaded the plugin, and gave no error: does metadata.txt suit this QGIS?")
        sys.path.append(order["packages"])
        import pytest

        # pytest-qgis would put a stub in the place of the window.
        options = ["-p", "no:pytest_qgis", "-p", "no:cacheprovider", "-o", f"faulthandler_timeout={STUCK_SECONDS}"]
        code = int(pytest.main([*options, *order["arguments"]]))
        Path(order["verdict"]).write_text(str(code), encoding="utf-8")
    except Exception:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


QTimer.singleShot(0, run)
