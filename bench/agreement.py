"""How far the results of peers are from the first one: areas (m²) by zone, base code and target code.

    python bench/agreement.py reference other …

A result is the .npz of a peer or the GeoPackage table TRANSITIONS of EcoVoucher; prints one JSON object a result.
"""
from __future__ import annotations

import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import numpy as np

NOTHING = 1e-3  # m²; a transition below it is no transition


def read(path: str) -> tuple:
    """Zones, base codes, target codes and areas."""
    if Path(path).suffix == ".npz":
        with np.load(path) as result:
            return tuple(result[name] for name in ("zone", "before", "after", "area"))
    with closing(sqlite3.connect(path)) as database:
        table = database.execute("SELECT table_name FROM gpkg_contents").fetchone()[0]
        rows = database.execute(f'SELECT parcel, from_code, to_code, area_ha FROM "{table}"').fetchall()
    zone, before, after, hectares = zip(*rows) if rows else ((), (), (), ())
    return np.array(zone, np.int64), np.array(before, str), np.array(after, str), np.array(hectares, float) * 1e4


def compare(results: list) -> list:
    """One record a result: how many transitions, their sum, and the differences from the first result."""
    codes = np.unique(np.concatenate([np.concatenate(result[1:3]) for result in results]))
    keys = [(zone * len(codes) + np.searchsorted(codes, before)) * len(codes) + np.searchsorted(codes, after)
            for zone, before, after, _ in results]
    every = np.unique(np.concatenate(keys))
    areas = [np.bincount(np.searchsorted(every, key), result[3], minlength=len(every))
             for key, result in zip(keys, results)]
    return [{
        "transitions": int((area > NOTHING).sum()),
        "area_ha": float(area.sum() / 1e4),
        "max_difference": float(np.abs(area - areas[0]).max()),
        "relative_difference": float(np.abs(area - areas[0]).sum() / areas[0].sum()),
    } for area in areas]


if __name__ == "__main__":
    for record in compare([read(path) for path in sys.argv[1:]]):
        print(json.dumps(record))
