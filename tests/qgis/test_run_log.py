"""What a run tells its log beside the results."""

from __future__ import annotations

from support.layers import DRY, INDUSTRY, land_use, parcels, rectangle, square
from support.runs import run


def log_of(**changes) -> str:
    before = land_use((rectangle(-500, -500, 2000, 2000), INDUSTRY))
    before.setName("survey of 2009")
    after = land_use((rectangle(-500, -500, 2000, 2000), DRY))
    return run(parcels(square(0, 0)), before, after, **changes).log.textLog()


def test_base_of_the_vouchers_and_the_survey_that_the_measures_want():
    """Rulebook K-1: the base value is of another survey than the eligibility; neither is picked in silence."""
    line, = (line for line in log_of().splitlines() if "Base of the vouchers" in line)
    for part in ("“survey of 2009” by the scheme third_survey", "second national land survey (Article 19)",
                 "third national land survey is eligible (Article 9)", "either as the base"):
        assert part in line


def test_standard_forest_has_no_such_rule():
    assert "Base of the vouchers" not in log_of(VOUCHER_STANDARD="standard_forest")
