"""A million random splits: every one sums to the fen. Prints the time.

Run with any Python that has NumPy: ``python bench/money_splits.py [count]``.
"""

from __future__ import annotations

import importlib.util
import random
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SEED = 20191231


def load_plugin() -> None:
    """Import the repository root as package ``ecovoucher``."""
    spec = importlib.util.spec_from_file_location(
        "ecovoucher", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    package = importlib.util.module_from_spec(spec)
    sys.modules["ecovoucher"] = package
    spec.loader.exec_module(package)


def main(count: int) -> int:
    load_plugin()
    from ecovoucher.ecovoucher_plugin.policy.money import split

    source = random.Random(SEED)
    cases = [
        (source.randrange(10**12), tuple(source.randrange(1, 10**6) for _ in range(source.randrange(2, 8))))
        for _ in range(count)
    ]
    start = time.perf_counter()
    wrong = sum(sum(split(amount, weights)) != amount for amount, weights in cases)
    seconds = time.perf_counter() - start
    print(f"{count:,} splits among 2 to 7 parties: {seconds:.1f} s, {wrong} that do not sum to the fen")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000))
