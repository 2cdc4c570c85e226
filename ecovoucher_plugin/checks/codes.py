"""Check of the land-use codes: those without a value, and those that are only written oddly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from difflib import get_close_matches

from ..accounting.accounts import Rules
from ..accounting.schemes import LandUseScheme
from ..accounting.unmatched import CodeArea
from ..wording import Tr, examples, square_metres
from .encodings import is_garbled
from .finding import ERROR, NOTE, WARNING, Finding
from .survey import Survey
from .tidy_codes import BLANKS, DECIMALS, FULL_WIDTH, tidy_code, untidiness

# So many codes without a value have a row each; a wrong scheme or field gives hundreds.
NAMED_CODES = 20
_SIMILAR = 4


def check_values(
    unmatched: list[CodeArea], labels: dict[str, str], rules: Rules, allowed: bool, tr: Tr = str
) -> Iterator[Finding]:
    """Yield a finding for each code without a value, those beyond NAMED_CODES together.

    labels: how messages call the layer of each side. allowed: whether the main job may go on with such codes.
    """
    effect = (
        tr("What depends on this code has no number (status “unmatched”).") if allowed
        else tr("The run stops. With “Go on with codes that have no value” what depends on it has no number.")
    )
    for found in unmatched[:NAMED_CODES]:
        yield Finding(ERROR, labels[found.layer], found.code or "NULL", _what(found, rules, tr), effect,
                      _remedy(found.code, rules.scheme, tr))
    rest = unmatched[NAMED_CODES:]
    if rest:
        yield Finding(
            ERROR, "; ".join(sorted({labels[found.layer] for found in rest})),
            examples([found.code or "NULL" for found in rest]),
            tr("Further codes without a value: {count}, {area} in the parcels.").format(
                count=f"{len(rest):,}", area=square_metres(sum(found.area_m2 for found in rest))
            ),
            effect,
            tr("So many unknown codes mostly mean that another land-use scheme or another code field is right."),
        )


def areas_by_code(survey: Survey) -> dict[str, float]:
    """Return the area in m² of each code of a layer; the empty text stands for a missing code."""
    areas: dict[str, float] = defaultdict(float)
    for code, area in zip(survey.codes, survey.areas_m2.tolist()):
        if area > 0:
            areas["" if code is None else str(code).strip()] += area
    return areas


def check_other_codes(
    label: str, areas: dict[str, float], scheme: LandUseScheme, told: set[str] | None, tr: Tr = str
) -> Iterator[Finding]:
    """Yield a finding where a layer has codes without a row in the scheme beyond those that a trial run named.

    areas: m² by code. told: the codes that it named; None where there was no trial run.
    """
    was_run = told is not None
    codes = [code for code in areas if code not in scheme.classes and not (was_run and code in told)]
    if codes:
        codes.sort(key=lambda code: -areas[code])
        yield Finding(
            NOTE if was_run else WARNING, label, examples([code or "NULL" for code in codes]),
            tr("Codes without a row in the scheme {scheme} around the parcels: {count}, {area}.").format(
                scheme=scheme.name, count=f"{len(codes):,}", area=square_metres(sum(areas[code] for code in codes))),
            tr("They lie in no parcel that could be computed.") if was_run
            else tr("The main job would stop at those that lie in a parcel."),
            _remedy(codes[0], scheme, tr),
        )


def check_spelling(survey: Survey, tr: Tr = str) -> Iterator[Finding]:
    """Yield a finding for each odd way in which codes of a layer are written."""
    ids: dict[str, list[int]] = defaultdict(list)
    shown: dict[str, dict[str, None]] = defaultdict(dict)
    for number, code in zip(survey.ids, survey.codes):
        for kind in untidiness(code) if isinstance(code, str) else ():
            ids[kind].append(number)
            shown[kind][f"“{code}”"] = None
    sentences = {
        BLANKS: tr("Codes with blanks around them: {count} features, {codes}"),
        FULL_WIDTH: tr("Codes with full-width characters: {count} features, {codes}"),
        DECIMALS: tr("Codes written as decimal numbers: {count} features, {codes}"),
    }
    for kind, found in sorted(ids.items()):
        yield Finding(
            NOTE, survey.label, examples(found),
            sentences[kind].format(count=f"{len(found):,}", codes=examples(list(shown[kind]))),
            tr("Ordinary blanks do no harm; any other oddity makes it another code, named by itself where it lies in a "
               "parcel."),
            tr("“Prepare the inputs” (ecovoucher:prepareinputs) writes them plainly."),
        )


def check_doubts(
    doubtful: list[tuple[CodeArea, str]], labels: dict[str, str], scheme: LandUseScheme, tr: Tr = str
) -> Iterator[Finding]:
    """Yield a note for each layer with codes whose row in the scheme carries a doubt or a condition."""
    by_layer: dict[str, list[CodeArea]] = defaultdict(list)
    for found, _ in doubtful:
        by_layer[found.layer].append(found)
    for layer, codes in by_layer.items():
        yield Finding(
            NOTE, labels[layer], examples([found.code for found in codes]),
            tr("Codes with a doubt or a condition in the scheme {scheme}: {count}, {area} in the parcels.").format(
                count=f"{len(codes):,}", scheme=scheme.name, area=square_metres(sum(found.area_m2 for found in codes))
            ),
            tr("They are valued as the scheme says; what is conditional counts as no."),
            tr("Read the reasons in the log of a run or in the scheme file, and decide with the authority."),
        )


def similar_codes(code: str, scheme: LandUseScheme) -> list[str]:
    """Return codes of a scheme that a code may have been meant for, the likeliest first."""
    tidy = tidy_code(code)
    bare = tidy.lstrip("0")
    ways = (
        lambda known: known == tidy,
        lambda known: bare != "" and known.lstrip("0") == bare,
        lambda known: tidy in (scheme.classes[known].name_zh, scheme.classes[known].name_en),
        lambda known: len(tidy) > 1 and (tidy.startswith(known) or known.startswith(tidy)),
    )
    for is_meant in ways if tidy else ():
        likely = [known for known in scheme.classes if is_meant(known)]
        if likely:
            return likely[:_SIMILAR]
    return get_close_matches(tidy, list(scheme.classes), _SIMILAR) if len(tidy) > 2 else []


def _what(found: CodeArea, rules: Rules, tr: Tr) -> str:
    place = {"area": square_metres(found.area_m2), "parcels": found.parcels}
    if not found.code:
        return tr("Land use without a code: {area} (parcels: {parcels}).").format(**place)
    if found.code in rules.scheme.classes:
        return tr("Code “{code}” is in the scheme {scheme}, but the table {table} does not value it: {area} "
                  "(parcels: {parcels}).").format(
            code=found.code, scheme=rules.scheme.name, table=rules.table.name, **place)
    return tr("Code “{code}” has no row in the scheme {scheme}: {area} (parcels: {parcels}).").format(
        code=found.code, scheme=rules.scheme.name, **place)


def _remedy(code: str, scheme: LandUseScheme, tr: Tr) -> str:
    if not code:
        return tr("Fill in the code field where it is empty.")
    if code in scheme.classes:
        return tr("Choose a coefficient table that values it, or add the row to a table of your own.")
    if is_garbled(code):
        return tr("It was read in the wrong encoding: set that in the layer properties (Source, Data source encoding).")
    near = similar_codes(code, scheme)
    if not near:
        return tr("Check that the scheme and the code field are right; else add the code to a scheme of your own.")
    shown = ", ".join(f"{known} {scheme.classes[known].name_zh} {scheme.classes[known].name_en}" for known in near)
    if tidy_code(code) == near[0]:
        return tr(
            "Similar: {codes}. “Prepare the inputs” (ecovoucher:prepareinputs) writes such codes plainly."
        ).format(codes=shown)
    if near[0].lstrip("0") == code.lstrip("0"):
        return tr("Similar: {codes}. A number field or a spreadsheet has lost the leading zero: write the codes into a "
                  "text field, in the field calculator by lpad(the code field, {width}, '0').").format(
            codes=shown, width=len(near[0]))
    return tr("Similar: {codes}. Check the scheme and the code field; correct the code, or add it to a scheme of your "
              "own.").format(codes=shown)
