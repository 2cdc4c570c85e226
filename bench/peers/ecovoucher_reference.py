"""As ecovoucher.py, with the reference engine alone."""
import runpy
import sys
from pathlib import Path

sys.argv.append("reference")
runpy.run_path(str(Path(__file__).with_name("ecovoucher.py")))
