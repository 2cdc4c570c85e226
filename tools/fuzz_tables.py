"""Fuzz the readers of scheme, coefficient and conversion tables with atheris, beyond what the tests do.

Run by ``make fuzz``. Any bytes must be read as a table or refused with an EcoVoucherError whose sentence can be told.
Arguments are those of libFuzzer, such as -max_total_time=60 or a folder of seeds.
"""

from __future__ import annotations

import importlib.util
import os
import sys
import tempfile
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parent.parent
SPEC = importlib.util.spec_from_file_location(
    "ecovoucher", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
)
sys.modules["ecovoucher"] = importlib.util.module_from_spec(SPEC)

with atheris.instrument_imports(include=["ecovoucher"]):
    from ecovoucher.ecovoucher_plugin.accounting.coefficients import read_coefficients
    from ecovoucher.ecovoucher_plugin.accounting.conversion import read_conversion
    from ecovoucher.ecovoucher_plugin.accounting.errors import EcoVoucherError
    from ecovoucher.ecovoucher_plugin.accounting.schemes import read_scheme

LONGEST = 1 << 13
# Inputs that crash or hang are left here.
ARTIFACTS = f"{ROOT / 'build' / 'fuzz'}{os.sep}"
FILE = Path(tempfile.mkdtemp()) / "table.csv"
READERS = (
    lambda: read_scheme(FILE, "table.csv"), lambda: read_coefficients(FILE, "table.csv"), lambda: read_conversion(FILE)
)
SEEDS = (
    *(ROOT / "resources" / "schemes").glob("*.csv"), *(ROOT / "resources" / "coefficients").glob("*.csv"),
    ROOT / "resources" / "standards" / "jiangyin_illustrative_conversion.csv",
)


def read_or_refuse(data: bytes) -> None:
    """Read a table; the first byte chooses the reader."""
    if not data:
        return
    FILE.write_bytes(data[1:])
    try:
        READERS[data[0] % len(READERS)]()
    except EcoVoucherError as error:
        if not str(error):
            raise AssertionError("a refusal without a sentence") from error


def seeds() -> str:
    """Return a folder with every shipped table, cut to whole lines, for the reader that it is for."""
    folder = Path(tempfile.mkdtemp())
    for number, table in enumerate(SEEDS):
        reader = {"schemes": 0, "coefficients": 1}.get(table.parent.name, 2)
        head = table.read_bytes()[:LONGEST - 1]
        (folder / str(number)).write_bytes(bytes([reader]) + head[:head.rindex(b"\n") + 1])
    return str(folder)


if __name__ == "__main__":
    options = ("-timeout=10", f"-max_len={LONGEST}", "-print_final_stats=1", f"-artifact_prefix={ARTIFACTS}")
    atheris.Setup([sys.argv[0], *options, *sys.argv[1:], seeds()], read_or_refuse)
    atheris.Fuzz()
    os._exit(0)
