"""What a reviewer decided of each parcel: kept in the project, by layer and feature id."""

from __future__ import annotations

from dataclasses import dataclass

from ...i18n import tr
from ..project_state import ProjectState

PAGE, KEY = "parcel", "verdicts"
ACCEPT, REJECT, ASK = "accept", "reject", "ask"
VERDICTS = (ACCEPT, REJECT, ASK)
LONGEST_REMARK = 2000


@dataclass(frozen=True)
class Verdict:
    """One of VERDICTS, or "" where there is only a remark."""

    verdict: str = ""
    remark: str = ""

    @property
    def is_empty(self) -> bool:
        return not self.verdict and not self.remark


class Verdicts:
    """The verdicts on the parcels of one layer. Nothing is written but what the user decides."""

    def __init__(self, state: ProjectState, layer_id: str) -> None:
        self._state, self._layer_id = state, layer_id

    def all(self) -> dict[int, Verdict]:
        """Return the verdicts by feature id; what makes no sense in the project is left out."""
        found = self._read().get(self._layer_id)
        if not isinstance(found, dict):
            return {}
        verdicts = {int(key): _verdict(value) for key, value in found.items() if _is_id(key)}
        return {key: verdict for key, verdict in sorted(verdicts.items()) if not verdict.is_empty}

    def of(self, feature_id: int) -> Verdict:
        """Return the verdict on a parcel, an empty one where there is none."""
        return self.all().get(feature_id, Verdict())

    def set(self, feature_id: int, verdict: Verdict) -> None:
        """Keep a verdict in the project, or take it back where it is empty."""
        verdicts = {**self.all(), feature_id: verdict}
        kept = {
            str(key): {"verdict": item.verdict, "remark": item.remark[:LONGEST_REMARK]}
            for key, item in verdicts.items() if not item.is_empty
        }
        self._state.write(PAGE, KEY, {**self._read(), self._layer_id: kept})

    def _read(self) -> dict:
        found = self._state.read(PAGE, KEY, {})
        return found if isinstance(found, dict) else {}


def verdict_name(verdict: str) -> str:
    """Return a verdict as the reviewer reads it."""
    return {ACCEPT: tr("accept"), REJECT: tr("reject"), ASK: tr("ask")}.get(verdict, "")


def _is_id(key: object) -> bool:
    text = str(key)
    return text.isascii() and text.lstrip("-").isdigit() and len(text) < 20


def _verdict(value: object) -> Verdict:
    """Return what a project remembers as a verdict; a project from elsewhere may hold anything."""
    if not isinstance(value, dict):
        return Verdict()
    verdict, remark = value.get("verdict"), value.get("remark")
    return Verdict(
        verdict if isinstance(verdict, str) and verdict in VERDICTS else "",
        remark[:LONGEST_REMARK] if isinstance(remark, str) else "",
    )
