"""Named scenarios: parameters and results of the pages as they were when the user kept them, in the project."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace

from ...accounting.errors import EcoVoucherError
from ..project_state import ProjectState

PAGE, KEY = "scenarios", "kept"
PAGES = ("balance", "revenue", "trade")
LONGEST_NAME, LONGEST_TEXT, MOST_SCENARIOS = 80, 4000, 200

Figures = Mapping[str, object]  # text, number, bool, or None where unknown


class ScenarioError(EcoVoucherError):
    """A scenario cannot be kept or renamed."""


@dataclass(frozen=True)
class Scenario:
    """A name, the time it was kept (ISO 8601), and the figures of each page by key; none where the page had none."""

    name: str
    kept: str = ""
    balance: Figures = field(default_factory=dict)
    revenue: Figures = field(default_factory=dict)
    trade: Figures = field(default_factory=dict)

    def number(self, page: str, key: str) -> int | float | None:
        """Return a figure of a page, None where it is unknown or no number."""
        value = getattr(self, page).get(key)
        return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None

    def text(self, page: str, key: str) -> str:
        """Return a text of a page, "" where there is none."""
        value = getattr(self, page).get(key)
        return value if isinstance(value, str) else ""


class ScenarioStore:
    """The scenarios of the open project. Every change is written at once; names differ, also without regard to case."""

    def __init__(self, state: ProjectState) -> None:
        self._state = state

    def all(self) -> list[Scenario]:
        """Return the scenarios in the order they were kept; what is no scenario in the project is passed over."""
        found = self._state.read(PAGE, KEY, [])
        scenarios: dict[str, Scenario] = {}
        for entry in found if isinstance(found, list) else []:
            scenario = _scenario(entry)
            if scenario is not None and len(scenarios) < MOST_SCENARIOS:
                scenarios.setdefault(scenario.name.casefold(), scenario)
        return list(scenarios.values())

    def keep(self, scenario: Scenario) -> None:
        """Add a scenario. Raises ScenarioError where its name is empty or taken, or it holds no figures."""
        kept = self.all()
        if not any(getattr(scenario, page) for page in PAGES):
            raise ScenarioError("There are no figures to keep yet. Choose a result layer above and open “Balance”.")
        if len(kept) >= MOST_SCENARIOS:
            raise ScenarioError("The project holds {count} scenarios already. Delete some first.", count=len(kept))
        self._write([*kept, replace(scenario, name=_free_name(scenario.name, kept))])

    def rename(self, old: str, new: str) -> None:
        """Give a scenario another name. Raises ScenarioError where that is empty or taken."""
        kept = self.all()
        name = _free_name(new, [scenario for scenario in kept if scenario.name != old])
        self._write([replace(scenario, name=name) if scenario.name == old else scenario for scenario in kept])

    def delete(self, name: str) -> None:
        """Remove a scenario."""
        self._write([scenario for scenario in self.all() if scenario.name != name])

    def restore(self, scenarios: list[Scenario]) -> None:
        """Have these scenarios and no others."""
        self._write(scenarios)

    def _write(self, scenarios: list[Scenario]) -> None:
        self._state.write(PAGE, KEY, [asdict(scenario) for scenario in scenarios])


def _free_name(name: str, kept: list[Scenario]) -> str:
    clean = " ".join(name.split())[:LONGEST_NAME]
    if not clean:
        raise ScenarioError("Give the scenario a name.")
    if clean.casefold() in {scenario.name.casefold() for scenario in kept}:
        raise ScenarioError(
            "There is a scenario “{name}” already. Choose another name, or delete it first.", name=clean
        )
    return clean


def _scenario(entry: object) -> Scenario | None:
    """Return an entry of a project file as a scenario, None where it is none."""
    if not isinstance(entry, dict) or not isinstance(entry.get("name"), str):
        return None
    name = " ".join(entry["name"].split())[:LONGEST_NAME]
    if not name:
        return None
    kept = entry.get("kept")
    pages = {page: dict(_figures(entry.get(page))) for page in PAGES}
    return Scenario(name, kept[:LONGEST_NAME] if isinstance(kept, str) else "", **pages)


def _figures(found: object) -> Iterator[tuple[str, object]]:
    if not isinstance(found, dict):
        return
    for key, value in found.items():
        if isinstance(value, str):
            yield key, value[:LONGEST_TEXT]
        elif value is None or isinstance(value, bool) or (isinstance(value, (int, float)) and _is_finite(value)):
            yield key, value


def _is_finite(value: float) -> bool:
    """Return whether a number is finite as a float too: a project file may hold whole numbers of any length."""
    try:
        return math.isfinite(value)
    except OverflowError:
        return False
