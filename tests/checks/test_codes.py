"""Codes: how they are tidied, what they may have been meant for, and what stays untouched."""

from __future__ import annotations

import pytest
from ecovoucher.ecovoucher_plugin.accounting.schemes import read_scheme
from ecovoucher.ecovoucher_plugin.catalog import SCHEMES, scheme_path
from ecovoucher.ecovoucher_plugin.checks.codes import similar_codes
from ecovoucher.ecovoucher_plugin.checks.tidy_codes import BLANKS, DECIMALS, FULL_WIDTH, tidy_code, untidiness
from hypothesis import given
from hypothesis import strategies as st

SCHEME = read_scheme(scheme_path("third_survey"), "third_survey")
BLANK = st.text(st.sampled_from(" \t\u3000\u00a0\u200b\ufeff"), max_size=3)


def full_width(code: str) -> str:
    return "".join(chr(ord(letter) + 0xFEE0) for letter in code)


@pytest.mark.parametrize("name", SCHEMES)
def test_codes_of_every_scheme_are_tidy(name):
    for code in read_scheme(scheme_path(name), name).classes:
        assert tidy_code(code) == code
        assert untidiness(code) == set()


@given(st.sampled_from(sorted(SCHEME.classes)), BLANK, BLANK, st.booleans())
def test_codes_are_found_again(code, before, after, wide):
    written = before + (full_width(code) if wide else code) + after
    assert tidy_code(written) == code
    assert untidiness(written) == ({BLANKS} if before + after else set()) | ({FULL_WIDTH} if wide else set())


@given(st.text(max_size=12))
def test_tidying_twice_changes_nothing_more(text):
    assert tidy_code(tidy_code(text)) == tidy_code(text)
    assert (tidy_code(text) == text) == (not untidiness(text))


@pytest.mark.parametrize(("written", "tidy", "odd"), [
    ("101.0", "101", {DECIMALS}), ("0101.00", "0101", {DECIMALS}), ("１０１", "101", {FULL_WIDTH}),
    ("101.5", "101.5", set()), ("林地（乔木）", "林地（乔木）", set()), ("05H1", "05H1", set()), ("", "", set()),
])
def test_examples(written, tidy, odd):
    assert tidy_code(written) == tidy
    assert untidiness(written) == odd


@pytest.mark.parametrize(("written", "meant"), [
    ("101", ["0101"]), ("0101.0", ["0101"]), ("０１０１", ["0101"]), ("水田", ["0101"]), ("010102", ["0101"]),
])
def test_similar_codes(written, meant):
    assert similar_codes(written, SCHEME) == meant


def test_parent_codes_lead_to_their_children():
    assert set(similar_codes("11", SCHEME)) <= {code for code in SCHEME.classes if code.startswith("11")} != set()


def test_nothing_is_similar_to_nothing():
    assert similar_codes("", SCHEME) == similar_codes("?", SCHEME) == []
