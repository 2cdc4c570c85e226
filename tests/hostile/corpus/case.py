"""One hostile input, what must come of it, and how it is run: as the toolbox runs it, through the real algorithm."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from corpus.sentences import is_our_sentence
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException, QgsProcessingUtils
from support.rasters import FullLog
from support.runs import RESULT_FIELDS, TEMPORARY, project_context, rows_of

VECTOR, RASTER, PLAN = "parcelesvchange", "parcelesvchangeraster", "parcelplanyield"
REVENUE, REGIONS, FOREST = "revenuesplit", "regionvoucherbalance", "forestcovertrade"
SINKS = {
    VECTOR: ("OUTPUT", "TRANSITIONS", "UNMATCHED"),
    RASTER: ("OUTPUT", "TRANSITIONS", "UNMATCHED"),
    PLAN: ("OUTPUT", "TRANSITIONS", "UNMATCHED"),
    REVENUE: ("OUTPUT",),
    REGIONS: ("OUTPUT",),
    FOREST: ("OUTPUT", "TRADES", "PAYMENTS"),
}
COUNTS: Counter[str] = Counter()


@dataclass(frozen=True)
class Near:
    """A number, and how far off a result may be."""

    value: float
    within: float

    def fits(self, found: object) -> bool:
        return isinstance(found, (int, float)) and math.isfinite(found) and abs(found - self.value) <= self.within


@dataclass(frozen=True)
class Right:
    """The run must give these rows, in the order of the input.

    rows: by row, what fields must hold: Near, a plain value, None for NULL, or a set of values to choose from.
    says: texts that the warnings must contain, such as the parcel at fault. unmatched: hectares by code.
    """

    rows: list[dict[str, object]]
    numbers: dict[str, object] = field(default_factory=dict)
    says: tuple[str, ...] = ()
    unmatched: dict[str | None, float] | None = None


@dataclass(frozen=True)
class Refused:
    """The run must be refused with one of the plugin's own sentences, which names these."""

    named: tuple[str, ...]


@dataclass(frozen=True)
class Case:
    """A hostile input.

    make: writes files into an empty folder where it needs any, and returns the parameters but for the sinks.
    expected: what must come of it; several where versions of QGIS may differ, each honest.
    around: what holds while it runs, such as another locale; given the context of the run.
    """

    hazard: str
    name: str
    make: Callable[[Path], dict]
    expected: Right | Refused | tuple[Right | Refused, ...]
    algorithm: str = VECTOR
    around: Callable[[QgsProcessingContext], AbstractContextManager] = nullcontext


@dataclass
class Outcome:
    """What came of a run: a refusal, or rows, numbers and warnings."""

    refusal: str = ""
    rows: list[dict] = field(default_factory=list)
    transitions: list[dict] = field(default_factory=list)
    unmatched: list[dict] = field(default_factory=list)
    numbers: dict = field(default_factory=dict)
    warnings: str = ""


def run(case: Case, folder: Path) -> Outcome:
    """Check the parameters and run, as the toolbox does."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"ecovoucher:{case.algorithm}")
    context, log = project_context(), FullLog()
    parameters = {**dict.fromkeys(SINKS[case.algorithm], TEMPORARY), **case.make(folder)}
    with case.around(context):
        accepted, message = algorithm.checkParameterValues(parameters, context)
        if not accepted:
            return Outcome(refusal=message)
        try:
            results, _ = algorithm.run(parameters, context, log, {}, False)
        except QgsProcessingException as error:
            parameters.clear()  # QGIS 3.22 never frees the error, nor this frame; a layer must not outlive QGIS.
            return Outcome(refusal=str(error))
    rows, transitions, unmatched = (
        rows_of(QgsProcessingUtils.mapLayerFromString(results[name], context)) if name in results else []
        for name in ("OUTPUT", "TRANSITIONS", "UNMATCHED")
    )
    return Outcome("", rows, transitions, unmatched, results, "\n".join(log.warnings))


def faults(case: Case, outcome: Outcome) -> list[str]:
    """Return what is wrong with an outcome; nothing where it is as one of the expectations says."""
    expectations = case.expected if isinstance(case.expected, tuple) else (case.expected,)
    found = [_faults(expected, outcome) for expected in expectations]
    if case.algorithm in (VECTOR, RASTER, PLAN) and not outcome.refusal:
        contradictions = _contradictions(outcome)
        found = [[*faults, *contradictions] for faults in found]
    best = min(found, key=len)
    COUNTS["wrong" if best else "refused" if outcome.refusal else "right"] += 1
    return best


def _faults(expected: Right | Refused, outcome: Outcome) -> list[str]:
    if isinstance(expected, Refused):
        if not outcome.refusal:
            return [f"not refused, although {expected.named}; rows {outcome.rows}"]
        missing = [name for name in expected.named if name not in outcome.refusal]
        known = is_our_sentence(outcome.refusal)
        return [
            *([] if known else [f"no sentence of the plugin: {outcome.refusal}"]),
            *([f"{missing} not named in: {outcome.refusal}"] if missing else []),
        ]
    if outcome.refusal:
        return [f"refused: {outcome.refusal}"]
    if len(outcome.rows) != len(expected.rows):
        return [f"{len(outcome.rows)} rows instead of {len(expected.rows)}"]
    wrong = [
        f"row {number}: {name} is {row.get(name, 'not there')!r} instead of {wanted}"
        for number, (row, wanted_row) in enumerate(zip(outcome.rows, expected.rows))
        for name, wanted in wanted_row.items() if name not in row or not _fits(row[name], wanted)
    ]
    wrong += [
        f"{name} is {outcome.numbers[name]!r} instead of {wanted}"
        for name, wanted in expected.numbers.items() if not _fits(outcome.numbers[name], wanted)
    ]
    wrong += [f"{text!r} not said in: {outcome.warnings}" for text in expected.says if text not in outcome.warnings]
    if expected.unmatched is not None:
        listed: dict = {}
        for row in outcome.unmatched:
            listed[row["code"]] = listed.get(row["code"], 0.0) + row["area_ha"]
        if listed.keys() != expected.unmatched.keys() or any(
            abs(listed[code] - area) > 1e-6 * area for code, area in expected.unmatched.items()
        ):
            wrong.append(f"unmatched {listed} instead of {expected.unmatched}")
    return wrong


def _fits(found: object, wanted: object) -> bool:
    if isinstance(wanted, Near):
        return wanted.fits(found)
    if isinstance(wanted, (set, frozenset)):
        return found in wanted
    return found == wanted and (found is None) == (wanted is None)


def _contradictions(outcome: Outcome) -> list[str]:
    """Return where rows, transitions and numbers of a parcel run contradict each other."""
    rows, numbers = outcome.rows, outcome.numbers
    if any(name not in row for row in rows for name in RESULT_FIELDS):
        return [f"fields of the result are missing: {list(rows[0])}"]
    wrong = [] if numbers["PARCEL_COUNT"] == len(rows) else [f"PARCEL_COUNT {numbers['PARCEL_COUNT']}"]
    for name, column in (("ESV_CHANGE", "esv_change"), ("VOUCHER_NET", "v_net"), ("AREA_HA", "area_ha")):
        known = [row[column] for row in rows if row[column] is not None]
        if known and not math.isclose(numbers[name], math.fsum(known), rel_tol=1e-9, abs_tol=1e-9):
            wrong.append(f"{name} {numbers[name]} is not the sum {math.fsum(known)}")
    for row in rows:
        if row["ev_status"] in ("invalid", "empty", "overlap") and any(
            row[name] is not None for name in ("mapped_pct", "esv_base", "esv_target", "esv_change", "v_net")
        ):
            wrong.append(f"{row['ev_status']} and yet valued: {row}")
        if row["esv_change"] is not None and not math.isclose(
            row["esv_change"], row["esv_target"] - row["esv_base"], rel_tol=1e-9, abs_tol=1e-6 * (1 + row["esv_base"])
        ):
            wrong.append(f"esv_change is not target − base: {row}")
        if row["mapped_pct"] is not None and not 0 <= row["mapped_pct"] <= 100 + 1e-4:
            wrong.append(f"mapped_pct {row['mapped_pct']}")
    known = [row for row in rows if row["esv_change"] is not None]
    if outcome.transitions and len(known) == len(rows):
        size = math.fsum(abs(row["esv_base"]) + abs(row["esv_target"]) for row in known)
        listed = math.fsum(row["esv_change"] for row in outcome.transitions if row["esv_change"] is not None)
        if abs(listed - math.fsum(row["esv_change"] for row in known)) > 1e-9 * size:
            wrong.append("the transitions do not add up to the parcels")
    return wrong
