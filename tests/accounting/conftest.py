"""Common ground of the accounting tests: shipped rules, a scheme with one code an ecosystem, pieces, small tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from ecovoucher.ecovoucher_plugin.accounting.accounts import Rules
from ecovoucher.ecovoucher_plugin.accounting.coefficients import LocalFactors, read_coefficients
from ecovoucher.ecovoucher_plugin.accounting.conversion import read_conversion
from ecovoucher.ecovoucher_plugin.accounting.ecosystems import COMPOSITES, ECOSYSTEMS
from ecovoucher.ecovoucher_plugin.accounting.schemes import LandUseClass, LandUseScheme, read_scheme
from ecovoucher.ecovoucher_plugin.accounting.standards import read_jiangyin, read_standard_forest
from ecovoucher.ecovoucher_plugin.accounting.transitions import TransitionTable, build_transitions
from ecovoucher.ecovoucher_plugin.accounting.valuation import standard_value
from ecovoucher.ecovoucher_plugin.catalog import coefficients_path, scheme_path, standard_path

SCHEME = """# source: a survey
code,name_zh,name_en,ecosystem,standard_forest,ecological_gu,ecological_jiangyin,construction,forest_cover
0101,水田,Paddy field,paddy_field,,no,yes,no,no
0301,乔木林地,Arbor forest,forest_mean3,arbor_forest,yes,yes,no,conditional
0602,采矿用地,"Mining, quarries",none,,no,no,yes,no
"""
COEFFICIENTS = """# source: a study, with a comma
# unit: equivalent factor
# standard_value: 3406.5
# provisioning: food
# regulating: gas, water
ecosystem,name_zh,name_en,food,gas,water
wetland,湿地,Wetland,0.51,1.9,
water_body,水体,Water body,0,-0.5,1e2
"""
CONVERSION = """# source: an authority
# valid_from: 2023-12-01
# valid_to: 2025-11-30
ecosystem,coefficient
wetland,2.1
forest_mean3,1
"""


def ecosystem_scheme() -> LandUseScheme:
    """Return a scheme whose codes are the names of the ecosystems and composites, all ecological, and ``built``."""
    classes = {name: _class(name, name, ecological="yes") for name in (*ECOSYSTEMS, *COMPOSITES)}
    classes["built"] = _class("built", "none", construction="yes")
    return LandUseScheme("by ecosystem", "00000000", {}, classes)


def _class(code: str, ecosystem: str, ecological: str = "no", construction: str = "no") -> LandUseClass:
    return LandUseClass(code, code, code, ecosystem, "", "no", ecological, construction, "no", "")


@cache
def shipped_rules(scheme: str, table: str, standard: str) -> Rules:
    coefficients = read_coefficients(coefficients_path(table), table)
    return Rules(
        scheme=ecosystem_scheme() if scheme == "ecosystem" else read_scheme(scheme_path(scheme), scheme),
        table=coefficients,
        unit_value=standard_value(coefficients, None),
        factors=LocalFactors(),
        standard=standard,
        jiangyin=read_jiangyin(standard_path("jiangyin")),
        conversion=None,
        standard_forest=read_standard_forest(standard_path("standard_forest")),
    )


@pytest.fixture(scope="session")
def rules() -> Callable[..., Rules]:
    """Return a function giving the shipped rules of a scheme, a table and a standard, with parts replaced."""

    def make(scheme: str = "ecosystem", table: str = "xie2015", standard: str = "jiangyin", **parts) -> Rules:
        return replace(shipped_rules(scheme, table, standard), **parts)

    return make


@pytest.fixture(scope="session")
def transitions() -> Callable[..., TransitionTable]:
    """Return a function collecting pieces (parcel, base code, target code, m²) into a TransitionTable.

    uncovered_m2: by parcel; without it the pieces cover the parcels.
    """

    def make(pieces: list[tuple[int, str, str, float]], uncovered_m2: tuple[float, ...] = ()) -> TransitionTable:
        parcel = np.array([piece[0] for piece in pieces], dtype=np.int64)
        count = max(len(uncovered_m2), int(parcel.max(initial=-1)) + 1)
        uncovered = np.zeros(count)
        uncovered[: len(uncovered_m2)] = uncovered_m2
        base_codes = list(dict.fromkeys(piece[1] for piece in pieces))
        target_codes = list(dict.fromkeys(piece[2] for piece in pieces))
        base = np.array([base_codes.index(piece[1]) for piece in pieces], dtype=np.int64)
        target = np.array([target_codes.index(piece[2]) for piece in pieces], dtype=np.int64)
        area = np.array([piece[3] for piece in pieces], dtype=float)
        covered = np.bincount(parcel, weights=area, minlength=count)
        return build_transitions(base_codes, target_codes, parcel, base, target, area, covered + uncovered, uncovered)

    return make


@pytest.fixture(scope="session")
def samples() -> dict[str, str]:
    """Return a small valid file of each kind."""
    return {"scheme": SCHEME, "coefficients": COEFFICIENTS, "conversion": CONVERSION}


@pytest.fixture(scope="session")
def read(tmp_path_factory) -> Callable[..., object]:
    """Return a function that writes a file (text or bytes) and reads it as scheme, coefficients or conversion."""
    path = tmp_path_factory.mktemp("tables") / "表 table.csv"
    readers = {
        "scheme": lambda: read_scheme(path, "custom"),
        "coefficients": lambda: read_coefficients(path, "custom"),
        "conversion": lambda: read_conversion(path),
    }

    def write_and_read(kind: str, text: str | bytes) -> object:
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return readers[kind]()

    return write_and_read
