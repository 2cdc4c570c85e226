"""Land-use codes that need attention: without a value, or with a doubt in the scheme."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .accounts import Rules
from .errors import UnmatchedCodesError
from .schemes import LandUseScheme
from .transitions import TransitionTable
from .units import hectares

BASE, TARGET = "base", "target"


@dataclass(frozen=True)
class CodeArea:
    """A code of one layer: its area in m² within the parcels, the share of all parcel area (%) and its parcels."""

    layer: str
    code: str
    area_m2: float
    share_pct: float
    parcels: int


def unmatched_codes(transitions: TransitionTable, rules: Rules) -> list[CodeArea]:
    """Return the codes that cannot be valued, largest area first.

    These are the codes that the scheme does not have, that the coefficient table does not value in
    full, and those whose unknown voucher coefficient a transition in the table needs.
    """
    rates = rules.voucher_rates(transitions)
    needed = np.isnan((rates.supply + rates.demand)[transitions.base, transitions.target])
    found = []
    for (layer, codes, indices), coefficients in zip(_sides(transitions), (rates.base, rates.target)):
        unmatched = ~rules.class_values(codes).valued
        unmatched[indices[needed]] |= np.isnan(coefficients[indices[needed]])
        found += [_code_area(transitions, layer, codes, indices, i) for i in np.flatnonzero(unmatched).tolist()]
    return sorted(found, key=lambda item: (-item.area_m2, item.layer, item.code))


def doubtful_codes(transitions: TransitionTable, rules: Rules) -> list[tuple[CodeArea, str]]:
    """Return the codes whose row in the scheme carries a doubt or a flag that is conditional, with the reason."""
    found = []
    for layer, codes, indices in _sides(transitions):
        for position, code in enumerate(codes):
            land_use = rules.scheme.classes.get(code)
            if land_use is None or not (land_use.doubt or land_use.conditional_flags):
                continue
            reason = land_use.doubt
            if land_use.conditional_flags:
                flags = ", ".join(land_use.conditional_flags)
                reason = f"{reason} [{flags}: conditional → no]".strip()
            found.append((_code_area(transitions, layer, codes, indices, position), reason))
    return sorted(found, key=lambda item: (-item[0].area_m2, item[0].layer, item[0].code))


def unmatched_error(
    unmatched: list[CodeArea], rules: Rules, tr: Callable[[str], str] = str
) -> UnmatchedCodesError:
    """Return the error that names the codes without a value. tr: translates a part of the sentence."""
    return UnmatchedCodesError(
        "These land-use codes have no value in the scheme {scheme} with the coefficient table {table}: {codes}. "
        "Check the scheme and the code fields, extend the table, or allow codes without a value.{hint}",
        scheme=rules.scheme.name, table=rules.table.name, codes=listed(unmatched, tr),
        hint=_leading_zero_hint(unmatched, rules.scheme, tr),
    )


def listed(unmatched: list[CodeArea], tr: Callable[[str], str] = str) -> str:
    """Return codes with their areas as a list for a sentence."""
    return ", ".join(
        tr("“{code}” ({layer}: {area} ha in {parcels} parcels)").format(
            code=_visible(item.code) or "NULL", layer=side_name(item.layer, tr),
            area=f"{hectares(item.area_m2):,.4f}", parcels=item.parcels,
        )
        for item in unmatched
    )


def side_name(side: str, tr: Callable[[str], str] = str) -> str:
    """Return what messages call BASE or TARGET."""
    return {BASE: tr("base"), TARGET: tr("target")}[side]


def _visible(code: str) -> str:
    """Return a code with escapes for what cannot be seen, such as a zero-width blank."""
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode("ascii")
        for character in code
    )


def _leading_zero_hint(unmatched: list[CodeArea], scheme: LandUseScheme, tr: Callable[[str], str]) -> str:
    """Return a hint where a code would be in the scheme with a leading zero: a number field has lost it."""
    if any(item.code and f"0{item.code}" in scheme.classes for item in unmatched):
        return " " + tr("The scheme has such codes with a leading zero: a numeric field has lost it; use a text field.")
    return ""


def _sides(transitions: TransitionTable) -> tuple[tuple[str, tuple[str, ...], np.ndarray], ...]:
    return (
        (BASE, transitions.base_codes, transitions.base),
        (TARGET, transitions.target_codes, transitions.target),
    )


def _code_area(
    transitions: TransitionTable, layer: str, codes: tuple[str, ...], indices: np.ndarray, position: int
) -> CodeArea:
    rows = indices == position
    area = float(transitions.area_m2[rows].sum())
    whole = float(np.nansum(transitions.parcel_area_m2))
    parcels = len(np.unique(transitions.parcel[rows]))
    return CodeArea(layer, codes[position], area, 100 * area / whole, parcels)
