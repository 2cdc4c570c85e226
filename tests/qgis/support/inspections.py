"""Running the inspection and the preparation of inputs as the toolbox does."""

from __future__ import annotations

from dataclasses import dataclass

from support.runs import TEMPORARY, Log, parameters, project_context, rows_of


@dataclass
class Inspected:
    """A finished inspection: its outputs and its findings as dicts."""

    outputs: dict
    findings: list[dict]

    def of(self, severity: str) -> list[dict]:
        return [finding for finding in self.findings if finding["severity"] == severity]

    def said(self, severity: str) -> str:
        """Return everything that findings of a severity say, in one text."""
        return "\n".join(" | ".join(str(value) for value in finding.values()) for finding in self.of(severity))


def inspect(parcels, base, target, **changes) -> Inspected:
    """Inspect vector inputs; changes: parameters that differ from those of ``parameters`` of a run."""
    given = parameters(parcels, base, target, **changes)
    return inspect_given({name: given[name] for name in given if name not in ("OUTPUT", "TRANSITIONS", "UNMATCHED")})


def inspect_given(given: dict) -> Inspected:
    from qgis import processing

    outputs = processing.run(
        "ecovoucher:checkinputs", {"FINDINGS": TEMPORARY, **given}, context=project_context(), feedback=Log()
    )
    findings = rows_of(outputs["FINDINGS"])
    for severity, name in (("error", "ERRORS"), ("warning", "WARNINGS")):
        assert outputs[name] == sum(finding["severity"] == severity for finding in findings)
    return Inspected(outputs, findings)


@dataclass
class Prepared:
    """A finished preparation: its outputs, the rows of its log, and the rows of the copies by output."""

    outputs: dict
    log: list[dict]

    def rows(self, output: str) -> list[dict]:
        return rows_of(self.outputs[output])


def prepare(**given) -> Prepared:
    from qgis import processing

    outputs = processing.run(
        "ecovoucher:prepareinputs", {"LOG": TEMPORARY, **given}, context=project_context(), feedback=Log()
    )
    return Prepared(outputs, rows_of(outputs["LOG"]))
