"""The inspection takes what the planned yield takes: codes on the parcels; and it agrees with that job."""

from __future__ import annotations

import random

import pytest
from qgis.core import NULL, QgsApplication, QgsProcessingException
from support.inspections import inspect_given, prepare
from support.layers import BROADLEAF, DRY, INDUSTRY, POND, rectangle, square
from support.policy_runs import run, table
from support.runs import project_context

FIELDS = "name:string(20) now:string(10) plan:string(10) official:double number:double"
BOW_TIE = "POLYGON((520000 3530000, 520100 3530100, 520100 3530000, 520000 3530100, 520000 3530000))"
PINCHED = "POLYGON((520000 3530000,520100 3530000,520100 3530100,520050 3530000,520000 3530100,520000 3530000))"
WITHOUT_NUMBER = {"empty", "invalid", "unmatched"}
SOUND = (square(0, 0), "a", INDUSTRY, BROADLEAF, 10_000.0, 1.0)


def given(*rows, **changes) -> dict:
    return {
        "PARCELS": table(FIELDS, *rows, kind="Polygon"), "BASE_FIELD": "now", "TARGET_FIELD": "plan",
        "AREA_BASIS": "planar", **changes,
    }


def codes(now, plan) -> tuple:
    return (square(200, 0), "b", now, plan, 10_000.0, 1.0)


def test_sound_plan_has_no_error_and_no_warning():
    done = inspect_given(given(SOUND))
    assert (done.outputs["ERRORS"], done.outputs["WARNINGS"]) == (0, 0)


FAULTS = {
    "unknown code": (codes(INDUSTRY, "9999"), {}, "error", ["Planned land use", "9999", "10,000 m²", "no row"]),
    "lost zero": (codes("601", DRY), {}, "error", ["Present land use", "601", "0601", "leading zero"]),
    "no code": (codes(INDUSTRY, NULL), {}, "error", ["Planned land use", "NULL", "10,000 m²", "Fill in"]),
    "full width": (codes(INDUSTRY, "０１０３"), {}, "error", ["０１０３", "0103", "ecovoucher:prepareinputs"]),
    "blanks": (codes(INDUSTRY, " 0103"), {}, "note", ["blanks", "Planned land use", "| 2 |"]),
    "nothing planned": (codes(DRY, DRY), {}, "note", ["Planned land use", "| 2 |", "1, 10,000 m²", "vouchers are 0"]),
    "doubtful": (codes(INDUSTRY, "0302"), {}, "note", ["Planned land use", "0302", "doubt"]),
    "bow-tie": ((BOW_TIE, "b", INDUSTRY, DRY, 1.0, 1.0), {}, "error", ["Parcels | 2 |", "Self-intersection"]),
    "no polygon": ((None, "b", INDUSTRY, DRY, 1.0, 1.0), {}, "error", ["Parcels | 2 |", "without a polygon"]),
    "overlap": ((square(50, 0), "b", INDUSTRY, DRY, 10_000.0, 1.0), {}, "warning", ["1 + 2", "5,000 m²", "paid twice"]),
    "no such field": (codes(INDUSTRY, DRY), {"TARGET_FIELD": "goal"}, "error", ["Parcels", "no field “goal”"]),
    "decimal numbers": (codes(INDUSTRY, DRY), {"BASE_FIELD": "number"}, "error", ["Parcels", "not land-use codes"]),
    "official area missing": (
        (square(200, 0), "b", INDUSTRY, DRY, NULL, 1.0), {"AREA_BASIS": "field", "AREA_FIELD": "official"}, "error",
        ["Parcels | 2 |", "official area"]),
    "official area differs": (
        (square(200, 0), "b", INDUSTRY, DRY, 12_000.0, 1.0), {"AREA_BASIS": "field", "AREA_FIELD": "official"},
        "warning", ["Parcels | 2 |", "12,000", "10,000"]),
}


@pytest.mark.parametrize(("row", "changes", "severity", "named"), FAULTS.values(), ids=FAULTS)
def test_one_fault_at_a_time(row, changes, severity, named):
    done = inspect_given(given(SOUND, row, **changes))
    for text in named:
        assert text in done.said(severity)
    for finding in done.findings:
        assert finding["layer"] and finding["what"] and finding["effect"] and finding["fix"]


def test_plan_that_changes_nothing_at_all_is_a_warning():
    """As where one field is chosen twice."""
    done = inspect_given(given(SOUND, codes(DRY, POND), TARGET_FIELD="now"))
    assert "Check that the right two fields" in done.said("warning")


def test_fields_can_be_chosen_in_the_window_too():
    """There, BASE_FIELD offers the fields of a land-use layer."""
    inputs = given(SOUND, codes(INDUSTRY, "9999"))
    chosen = {name: value for name, value in inputs.items() if not name.endswith("_FIELD")}
    chosen.update(PLAN_BASE_FIELD="now", PLAN_TARGET_FIELD="plan")
    assert inspect_given(chosen).findings == inspect_given(inputs).findings


def refuses_or_leaves_out(inputs: dict) -> bool:
    inputs = {"OUTPUT": "TEMPORARY_OUTPUT", **inputs}
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("ecovoucher:parcelplanyield")
    if not algorithm.checkParameterValues(inputs, project_context())[0]:
        return True
    try:
        return bool(WITHOUT_NUMBER & set(run("parcelplanyield", **inputs).column("ev_status")))
    except QgsProcessingException:
        return True


SHAPES = square(0, 0), rectangle(300, 0, 70, 130), BOW_TIE, PINCHED, None
CODES = (INDUSTRY, BROADLEAF, DRY, POND) * 8 + (" 0103", "601", "０６０１", NULL)
CHANGES = {}, {"ALLOW_UNMATCHED": True}, {"AREA_BASIS": "field", "AREA_FIELD": "official"}, {"SCHEME": "clcd"}


@pytest.mark.parametrize("seed", range(40))
def test_errors_where_and_only_where_the_job_refuses_or_leaves_a_gap(seed):
    chance = random.Random(seed)
    rows = [
        (SHAPES[min(chance.randrange(30), 4) if chance.random() < 0.3 else 0], "p", chance.choice(CODES),
         chance.choice(CODES), chance.choice((10_000.0,) * 12 + (NULL, 0.0)), 1.0)
        for _ in range(3)
    ]
    inputs = given(*rows, **CHANGES[chance.choice((0, 0, 0, 1, 2, 3))])
    done = inspect_given(inputs)
    assert (done.outputs["ERRORS"] > 0) == refuses_or_leaves_out(inputs), done.said("error")


def test_faults_of_the_random_plans_are_of_all_kinds():
    assert not refuses_or_leaves_out(given(SOUND))
    assert refuses_or_leaves_out(given(codes(INDUSTRY, "601")))
    assert refuses_or_leaves_out(given(codes(INDUSTRY, "601"), ALLOW_UNMATCHED=True))
    assert refuses_or_leaves_out(given(SOUND, (None, "b", INDUSTRY, DRY, 1.0, 1.0)))


def test_copy_of_the_parcels_has_both_codes_written_plainly():
    inputs = given(SOUND, codes("０６０１", " 0103"))
    done = prepare(PARCELS=inputs["PARCELS"], BASE_FIELD="now", TARGET_FIELD="plan",
                   PREPARED_PARCELS="TEMPORARY_OUTPUT")
    assert [(row["now"], row["plan"]) for row in done.rows("PREPARED_PARCELS")] == [
        (INDUSTRY, BROADLEAF), (INDUSTRY, DRY)
    ]
    assert done.outputs["CHANGED"] == 1
    assert not refuses_or_leaves_out({**inputs, "PARCELS": done.outputs["PREPARED_PARCELS"]})
    assert refuses_or_leaves_out(inputs)


def test_copies_of_parcels_that_differ_in_another_field_are_kept():
    """The codes of a plan do not make two parcels the same, as those of land use do."""
    other = (square(0, 0), "b", *SOUND[2:])
    done = prepare(PARCELS=given(SOUND, other)["PARCELS"], PLAN_BASE_FIELD="now", PLAN_TARGET_FIELD="plan",
                   PREPARED_PARCELS="TEMPORARY_OUTPUT")
    assert (done.outputs["REMOVED"], done.outputs["LEFT"]) == (0, 1)
