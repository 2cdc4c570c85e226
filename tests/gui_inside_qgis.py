"""What gui_in_qgis.py has QGIS do: run pytest once the window is there, report the exit code, and end."""

from __future__ import annotations

import json
import os
import sys
import traceback
from pathlib import Path

from qgis.PyQt.QtCore import QTimer


def run() -> None:
    order = json.loads(os.environ["ECOVOUCHER_GUI_TESTS"])
    code = 1
    try:
        sys.path.append(order["packages"])
        import pytest

        # pytest-qgis would put a stub in the place of the window.
        code = int(pytest.main(["-p", "no:pytest_qgis", "-p", "no:cacheprovider", *order["arguments"]]))
        Path(order["verdict"]).write_text(str(code), encoding="utf-8")
    except Exception:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


QTimer.singleShot(0, run)
