"""The inspection and the main job agree: it has errors where, and only where, the job refuses or leaves a gap."""

from __future__ import annotations

import random

import pytest
from qgis.core import QgsApplication, QgsProcessingException
from support.inspections import inspect
from support.layers import BROADLEAF, DRY, INDUSTRY, POND, at_origin, land_use, layer, rectangle, square
from support.runs import parameters, project_context, run

WITHOUT_NUMBER = {"empty", "invalid", "overlap", "not_covered", "unmatched"}
CELLS = [(rectangle(x, y, 250, 250), code) for (x, y), code in zip(
    ((x, y) for x in range(0, 1000, 250) for y in range(0, 1000, 250)), (DRY, INDUSTRY, BROADLEAF, POND) * 4
)]


class Case:
    """Inputs without fault, to be spoilt."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.plots = [square(self.chance.uniform(0, 800), self.chance.uniform(0, 800)) for _ in range(5)]
        self.official = [10_000.0] * 5
        self.sides = [list(CELLS), list(CELLS)]
        self.code_type = ["string(10)", "string(10)"]
        self.parcels_crs, self.crs = "EPSG:4549", ["EPSG:4549", "EPSG:4549"]
        self.fields = "field=TBMJ:double"
        self.changes: dict = {}

    @property
    def side(self) -> list:
        return self.sides[self.chance.randrange(2)]

    def layers(self) -> tuple:
        rows = [(plot, area) for plot, area in zip(self.plots, self.official)]
        made = layer([(*row, None) if "&" in self.fields else row for row in rows], self.fields, self.parcels_crs)
        return made, *(
            layer(rows, f"field=DLBM:{kind}", crs) for rows, kind, crs in zip(self.sides, self.code_type, self.crs)
        )


def _bow_tie(case): case.plots[0] = at_origin("POLYGON((0 0,100 100,100 0,0 100,0 0))")
def _pinched(case): case.plots[1] = at_origin("POLYGON((0 0,100 0,100 100,50 0,0 100,0 0))")
def _no_geometry(case): case.plots[2] = None
def _far_parcel(case): case.plots[3] = square(5000, 5000)
def _edge_parcel(case): case.plots[4] = square(950, 300)
def _duplicate(case): case.plots[1] = case.plots[0]
def _sliver(case): case.plots[2] = rectangle(10, 10, 100, 0.01)
def _no_parcels(case): case.plots, case.official = [], []
def _only_empty(case): case.plots = [None] * 5
def _overlap(case): case.side.append((square(100, 100, 300), DRY))
def _overlap_far_away(case): case.side.extend([(square(3000, 0), DRY), (square(3050, 0), DRY)])
def _hole(case): del case.side[case.chance.randrange(16)]
def _bow_tie_in_land_use(case): case.side.append((at_origin("POLYGON((0 0,900 900,900 0,0 900,0 0))"), DRY))
def _empty_patch(case): case.side.append((None, DRY))
def _lost_zero(case): case.side[5] = (CELLS[5][0], "601")
def _unknown_far_away(case): case.side.append((square(3000, 0), "999"))
def _null_code(case): case.side[7] = (CELLS[7][0], None)
def _blank_code(case): case.side[8] = (CELLS[8][0], f" {CELLS[8][1]}")
def _full_width(case): case.side[9] = (CELLS[9][0], "０６０１")
def _no_land_use(case): case.side.clear()
def _float_codes(case):
    case.code_type[0], case.sides[0] = "double", [(shape, 601.0) for shape, _ in case.sides[0]]
def _no_crs(case): case.parcels_crs = ""
def _no_land_use_crs(case): case.crs[1] = ""
def _elsewhere(case): case.crs[0] = "EPSG:4545"
def _degrees(case): case.parcels_crs = "EPSG:4490"
def _taken_field(case): case.fields += "&field=v_supply:double"
def _no_field(case): case.changes["BASE_FIELD"] = "DLMC"
def _other_scheme(case): case.changes["SCHEME"] = "clcd"
def _custom_without_file(case): case.changes["COEFFICIENTS"] = "custom"
def _wrong_table(case): case.changes.update(COEFFICIENTS="gu2022")
def _allowed(case): case.changes["ALLOW_UNMATCHED"] = True
def _official(case): case.changes.update(AREA_BASIS="field", AREA_FIELD="TBMJ")
def _no_official(case): case.changes["AREA_BASIS"] = "field"
def _missing_official(case): case.official = [None, 0.0, -1.0, 1.0, 15.0]
def _ellipsoidal(case): case.changes["AREA_BASIS"] = "ellipsoidal"
def _percent(case): case.changes["NPP_FACTOR"] = 85


FAULTS = [value for name, value in sorted(globals().items()) if name.startswith("_") and callable(value)
          and getattr(value, "__module__", "") == __name__]


def outcome(case: Case) -> tuple[bool, set]:
    """Return whether the main job refuses, and the statuses of the parcels where it does not."""
    inputs = case.layers()
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("ecovoucher:parcelesvchange")
    accepted, _ = algorithm.checkParameterValues(parameters(*inputs, **case.changes), project_context())
    if not accepted:
        return True, set()
    try:
        return False, set(run(*inputs, **case.changes).statuses)
    except QgsProcessingException:
        return True, set()


def assert_agreement(case: Case) -> None:
    refuses, statuses = outcome(case)
    done = inspect(*case.layers(), **case.changes)
    leaves_out = bool(statuses & WITHOUT_NUMBER)
    assert (done.outputs["ERRORS"] > 0) == (refuses or leaves_out), (refuses, statuses, done.said("error"))
    if statuses & {"partly_covered", "coarse"}:
        assert done.outputs["WARNINGS"] > 0


def test_without_fault_there_is_no_error():
    for seed in range(5):
        case = Case(seed)
        assert outcome(case) == (False, {"ok"})
        assert_agreement(case)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__.strip("_"))
def test_each_fault(fault):
    case = Case(3)
    fault(case)
    assert_agreement(case)


@pytest.mark.parametrize("seed", range(60))
def test_faults_in_random_company(seed):
    case = Case(seed)
    for fault in case.chance.sample(FAULTS, case.chance.randint(2, 4)):
        try:
            fault(case)
        except IndexError:
            continue  # Nothing is left to spoil.
    assert_agreement(case)


def test_it_was_both_refused_and_accepted():
    """The faults are of all kinds: refused before the run, during it, without a number, and harmless."""
    outcomes = set()
    for fault in FAULTS:
        case = Case(3)
        fault(case)
        refuses, statuses = outcome(case)
        outcomes.add("refused" if refuses else "left out" if statuses & WITHOUT_NUMBER else "valued")
    assert outcomes == {"refused", "left out", "valued"}
    assert land_use(*CELLS).featureCount() == 16
