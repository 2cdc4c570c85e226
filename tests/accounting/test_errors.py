"""Sentences of errors: every template has the values it names, and values are shown as they are."""

from __future__ import annotations

import ast
import string

import pytest
from ecovoucher.ecovoucher_plugin.accounting.errors import EcoVoucherError, SchemeError, TableFileError
from ecovoucher.ecovoucher_plugin.accounting.schemes import COLUMNS, read_scheme
from ecovoucher.ecovoucher_plugin.accounting.unmatched import unmatched_codes

SOURCES = ("ecovoucher_plugin", "processing_algorithms")


def raised(root) -> list[tuple[str, str, set[str]]]:
    """Return place, template and names of values of every error that the shipped code makes."""
    found = []
    for folder in SOURCES:
        for path in sorted((root / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id.endswith("Error"):
                    if node.args and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str):
                        place = f"{path.name}:{node.lineno}"
                        found.append((place, node.args[0].value, {keyword.arg for keyword in node.keywords}))
    return found


def test_every_template_has_exactly_its_values(root) -> None:
    errors = raised(root)
    assert len(errors) > 30
    wrong = [
        place for place, template, values in errors
        if {name for _, name, _, _ in string.Formatter().parse(template) if name is not None} != values
    ]
    assert wrong == []


def test_every_error_formats_with_hostile_values(root) -> None:
    for place, template, names in raised(root):
        sentence = str(EcoVoucherError(template, **dict.fromkeys(names, "{x} {0} %s {file!r} }{")))
        assert sentence.endswith((".", "}{")), place
        assert sentence.count("{x}") >= len(names), place


@pytest.mark.parametrize("code", ("{x}", "{", "{0}", "{file}", "%s", "%(x)s", "{self.__class__}"))
def test_codes_with_braces_are_shown_as_they_are(rules, transitions, tmp_path, code: str) -> None:
    path = tmp_path / "{name}.csv"
    header = ",".join(COLUMNS)
    path.write_text(f"{header}\n{code},,,none,,no,no,no,no\n{code},,,none,,no,no,no,no\n", encoding="utf-8")
    with pytest.raises(TableFileError) as caught:
        read_scheme(path, "{scheme}")
    assert str(caught.value) == f"{{name}}.csv: “{code}” stands twice in column “code”, in lines 2 and 3. Keep one."
    path.write_text(f"{header}\n{code},,,none,,no,yes,yes,no\n", encoding="utf-8")
    with pytest.raises(SchemeError, match="line 2: code “") as caught:
        read_scheme(path, "{scheme}")
    assert f"“{code}”" in str(caught.value)
    assert [item.code for item in unmatched_codes(transitions([(0, code, "wetland", 1.0)]), rules())] == [code]
