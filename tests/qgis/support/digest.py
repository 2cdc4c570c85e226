"""Digests of results: equal where every row, geometry and number is equal to the last bit."""

from __future__ import annotations

import hashlib

from support.runs import as_layer, rows_of

NUMBERS = (
    "PARCEL_COUNT", "SKIPPED_COUNT", "AREA_HA", "UNMAPPED_HA",
    "ESV_BASE", "ESV_TARGET", "ESV_CHANGE", "VOUCHER_SUPPLY", "VOUCHER_DEMAND", "VOUCHER_NET",
)


def digest(outputs: dict, numbers: bool = True) -> str:
    """Return a digest of the sinks of a run, in the order of their rows, and of its numbers."""
    found = hashlib.sha256()
    for name in ("OUTPUT", "TRANSITIONS", "UNMATCHED"):
        layer = as_layer(outputs[name])
        for row, feature in zip(rows_of(outputs[name]), layer.getFeatures()):
            row.pop("fid", None)
            found.update(repr(sorted(row.items())).encode())
            found.update(bytes(feature.geometry().asWkb()))
    if numbers:
        found.update(repr([float(outputs[name]) for name in NUMBERS]).encode())
    return found.hexdigest()


def digest_by_name(done) -> str:
    """Return a digest of a run that does not depend on the order of the parcels, which ``name`` tells apart."""
    names = {feature.id(): feature["name"] for feature in done.layer.getFeatures()}
    rows = sorted(repr(sorted(row.items())) for row in done.rows)
    pieces = sorted(repr(sorted({**row, "parcel": names[row["parcel"]]}.items())) for row in done.transitions)
    numbers = [repr(float(done.outputs[name])) for name in NUMBERS]
    return hashlib.sha256(repr((rows, pieces, numbers)).encode()).hexdigest()
