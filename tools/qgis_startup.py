"""What QGIS runs before it loads plugins in a window of qgis_window.py: end where the plugin cannot be loaded.

QGIS itself would show the error in a dialog that nobody closes.
"""

from __future__ import annotations

import os
import sys
import traceback

from qgis import utils


def show_or_end(kind, error, trace, message, *more, **options) -> None:
    """Print an error and end QGIS, as long as the plugin is not loaded; after that show errors as QGIS does."""
    if "ecovoucher" in utils.active_plugins:
        show(kind, error, trace, message, *more, **options)
        return
    print(message, file=sys.stderr)
    traceback.print_exception(kind, error, trace)
    sys.stderr.flush()
    os._exit(1)


show = utils.showException
utils.showException = show_or_end
