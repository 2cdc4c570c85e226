"""Every hostile input gives the right number or is refused by name; none is valued wrong, and none crashes."""

from __future__ import annotations

import importlib
from collections import Counter
from pathlib import Path

import pytest
from corpus import case as cases
from corpus import hazards, places

FAMILIES = sorted(path.stem for path in (Path(__file__).parent / "families").glob("*.py"))
FEWEST = 2000
NAMED = 20


@pytest.fixture(autouse=True, scope="module")
def _loaded(plugin):
    """Register the provider, and let go of shared layers while QGIS still runs."""
    yield
    places.forget()


def made(family: str) -> list[cases.Case]:
    return list(importlib.import_module(f"families.{family}").cases())


@pytest.mark.parametrize("family", FAMILIES)
def test_family(family, tmp_path):
    wrong = []
    for number, case in enumerate(made(family)):
        folder = tmp_path / f"{number:04}"
        folder.mkdir()
        outcome = cases.run(case, folder)
        wrong += [f"{case.hazard} {case.name}: {fault}" for fault in cases.faults(case, outcome)]
    assert not wrong, "\n".join([f"{len(wrong)} faults in {family}:", *wrong[:NAMED]])


def test_there_are_enough_inputs_and_no_two_of_one_name():
    names = Counter((family, case.hazard, case.name) for family in FAMILIES for case in made(family))
    assert sum(names.values()) >= FEWEST
    assert [name for name, count in names.items() if count > 1] == []


def test_no_hazard_is_forgotten(root):
    covered = {case.hazard for family in FAMILIES for case in made(family)}
    assert covered <= set(hazards.HAZARDS)
    assert covered.isdisjoint(hazards.NOT_APPLICABLE)
    assert covered | set(hazards.TESTED_ELSEWHERE) | set(hazards.NOT_APPLICABLE) == set(hazards.HAZARDS)
    for hazard, test in hazards.TESTED_ELSEWHERE.items():
        file, _, name = test.partition("::")
        assert f"def {name}(" in (root / file).read_text(encoding="utf-8"), hazard
