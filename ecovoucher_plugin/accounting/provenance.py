"""What the line of rules beside a result (field ``ev_rules``) says."""

from __future__ import annotations

from collections.abc import Iterable

from .accounts import JIANGYIN, STANDARD_FOREST
from .errors import BalanceError


def rules_part(rules: str, key: str) -> str:
    """Return the value of one part of a line such as ``scheme=clcd; standard=jiangyin``, "" where it is not there."""
    for part in rules.split(";"):
        name, _, value = part.strip().partition("=")
        if name == key:
            return value
    return ""


def common_standard(rules: Iterable[str | None]) -> str | None:
    """Return the voucher standard that all lines of rules name, None where none does.

    Raises BalanceError where they name several: their units are never added.
    """
    named = {rules_part(line, "standard") for line in set(rules) if line} & {JIANGYIN, STANDARD_FOREST}
    if len(named) > 1:
        raise BalanceError(
            "Some parcels count vouchers by the standard “{first}”, others by “{second}”. These units are never "
            "added. Filter the layer to the parcels of one standard (see the field ev_rules).",
            first=JIANGYIN, second=STANDARD_FOREST,
        )
    return named.pop() if named else None
