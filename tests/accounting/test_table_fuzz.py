"""Any bytes, any text, any damaged table: the readers give a well-formed table or refuse with a sentence."""

from __future__ import annotations

import numpy as np
import pytest
from ecovoucher.ecovoucher_plugin.accounting.coefficients import CoefficientTable
from ecovoucher.ecovoucher_plugin.accounting.conversion import ConversionTable
from ecovoucher.ecovoucher_plugin.accounting.errors import EcoVoucherError
from ecovoucher.ecovoucher_plugin.accounting.schemes import DECISIONS, LandUseScheme
from hypothesis import given
from hypothesis import strategies as st

FILES = ("scheme", "coefficients", "conversion")


def check(table: LandUseScheme | CoefficientTable | ConversionTable) -> None:
    """Assert that what a reader let pass is well formed."""
    if isinstance(table, LandUseScheme):
        assert table.classes
        for code, item in table.classes.items():
            assert code and code == item.code == code.strip()
            flags = {item.ecological_gu, item.ecological_jiangyin, item.construction, item.forest_cover}
            assert flags <= set(DECISIONS)
    elif isinstance(table, ConversionTable):
        assert all(0 <= value < float("inf") for value in table.coefficients.values())
        assert table.valid_from <= table.valid_to
    else:
        assert table.rows
        for values in table.rows.values():
            assert values.shape == (len(table.services),) and not np.isinf(values).any()
        assert table.standard_value is None or 0 < table.standard_value < float("inf")


def read_or_refuse(read, kind: str, text: str | bytes) -> None:
    try:
        table = read(kind, text)
    except EcoVoucherError as error:
        assert str(error)
        return
    check(table)


TOKENS = st.sampled_from((
    ",", "\n", "\r", "\r\n", '"', '""', "#", ":", "：", ";", "\t", "\0", "\ufeff", "\u2028", "\x0b", "\x85", " ", "-",
    ".", "nan", "inf", "1", "1_0", "１", "0.5", "{", "}", "{x}", "{file}", "%s", "yes", "no", "none", "wetland", "code",
    "total", "covers", "# unit: yuan/ha\n", "# rows: standard_forest\n", "# regulating: gas\n",
    "ecosystem,coefficient\n",
))


@pytest.mark.parametrize("kind", FILES)
@given(noise=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(read, kind: str, noise: bytes) -> None:
    read_or_refuse(read, kind, noise)


@pytest.mark.parametrize("kind", FILES)
@given(tokens=st.lists(st.one_of(TOKENS, st.text(max_size=4)), max_size=40))
def test_any_text_is_read_or_refused(read, kind: str, tokens: list[str]) -> None:
    read_or_refuse(read, kind, "".join(tokens).encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("kind", FILES)
@given(edits=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), TOKENS), min_size=1, max_size=4))
def test_a_damaged_table_is_read_or_refused(read, samples, kind: str, edits: list[tuple[float, int, str]]) -> None:
    text = samples[kind]
    for place, removed, token in edits:
        start = int(place * len(text))
        text = text[:start] + token + text[start + removed:]
    read_or_refuse(read, kind, text)
