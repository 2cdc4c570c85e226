"""A finding of the inspection: what is wrong where, what it does to the result, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

# error: the main job refuses, or gives no number for something. warning: a number would be questionable. note: else.
ERROR, WARNING, NOTE = "error", "warning", "note"
SEVERITIES = (ERROR, WARNING, NOTE)
COLUMNS = ("severity", "layer", "feature", "what", "effect", "fix")


@dataclass(frozen=True)
class Finding:
    """One row of the table of findings; many findings of one kind are one row with their count.

    feature: the first ids, codes or fields concerned; empty where it is the layer as a whole.
    """

    severity: str
    layer: str
    feature: str
    what: str
    effect: str
    fix: str

    def row(self) -> list[str]:
        """Return the values of COLUMNS."""
        return [getattr(self, name) for name in COLUMNS]


def gravest_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings by severity, in their order within one severity; the same finding only once."""
    return sorted(dict.fromkeys(findings), key=lambda finding: SEVERITIES.index(finding.severity))


def count(findings: Iterable[Finding], severity: str) -> int:
    """Return the number of findings of a severity."""
    return sum(finding.severity == severity for finding in findings)
