"""B16, B17, B18: codes as they come, and codes or rows that a table lacks: named with their area, never valued 0."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import shapely
from corpus.case import PLAN, Case, Near, Refused, Right
from corpus.oracle import valued
from corpus.places import REST, WEST, between, placed
from support.layers import DRY, INDUSTRY, layer, parcels, square
from support.runs import TEMPORARY

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
TRIMMED = (" 0103", "0103 ", "\t0103", "0103\n", "\u30000103", "\u00a00103\u3000", "  0103  ")
FOREIGN = (
    "０１０３", "01O3", "0l03", "103", "0103.0", "103.0", "1.03e2", "0103a", "0103/0601", "0103,0601", "'0103'",
    '"0103"',
    "0103\u200b", "\ufeff0103", "0103\u0000", "零一零三", "旱地", "Dry cropland", "nan", "NULL", "None", "null", "-",
    "0", "-1",
    "01 03", "{code}", "{0}", "{", "%s", "%n", "<b>0103</b>", "<img src=x>", "0103; DROP TABLE x", "' OR 1=1 --",
    "=1+1", "\\", "🌲", "x" * 1000, "inf", "0x67", "1e400", "TRUE",
)
NUMBERS = {1104: None, 103: "103", 101: "101", 0: "0", -1: "-1", 2**31 - 1: str(2**31 - 1)}
MISSING = (None, "", " ", "\u3000", "\t\n")


def shown(code: str | None) -> str:
    """Return what a sentence must call a code: what cannot be seen as an escape."""
    text = (code or "").strip() or "NULL"
    return text.replace("\0", "\\x00").replace("\u200b", "\\u200b").replace("\ufeff", "\\ufeff")


def listed(code: str | None) -> str | None:
    """Return what the table of unmatched codes must hold."""
    return (code or "").strip()[:254] or None


def half_of(code: object, kind: str = "string(0)"):
    """Return land use with a code west of x = 40 m and dry cropland east of it."""
    dry = 103 if kind.startswith("int") else DRY
    rows = [(placed(WEST), code), *([(placed(REST), dry)] if not kind.startswith("int") else [])]
    return layer(rows, f"field=DLBM:{kind}")


def cases() -> Iterator[Case]:
    for side in ("base", "target"):
        for code in (*FOREIGN, *MISSING):
            yield from foreign(side, code)
        for code in TRIMMED:
            yield Case(
                "B16", f"blanks around {code!r}, {side} date",
                lambda _, side=side, code=code: between(parcels(square(0, 0)), side, half_of(code)),
                Right([valued({pair(side, DRY): 1.0})]),
            )
        for code, lacking in NUMBERS.items():
            whole = Right([{**valued({pair(side, str(code)): 0.4}, 1.0, "partly_covered")}]) if not lacking else None
            yield Case(
                "B16", f"whole number {code}, {side} date",
                lambda _, side=side, code=code: between(parcels(square(0, 0)), side, half_of(code, "int8")),
                whole or Refused((f"“{lacking}”", "have no value")),
            )
    yield from schemes_without_a_row()
    yield from tables_without_a_row()
    yield from planned()


def pair(side: str, code: str) -> tuple[str, str]:
    return (code, INDUSTRY) if side == "base" else (INDUSTRY, code)


def foreign(side: str, code: str | None) -> Iterator[Case]:
    """A code without a row over 40 of 100 m: refused by name, or listed and left out where that is allowed."""
    name = shown(code)
    yield Case(
        "B17", f"code {code!r}"[:60] + f", {side} date",
        lambda _: between(parcels(square(0, 0)), side, half_of(code)),
        Refused((name, f"{side}: 0.4000 ha", "have no value")),
    )
    row = valued({pair(side, DRY): 0.6}, 1.0, "unmatched")
    yield Case(
        "B18", f"code {code!r}"[:60] + f" allowed, {side} date",
        lambda _: between(parcels(square(0, 0)), side, half_of(code), ALLOW_UNMATCHED=True),
        Right([row], {"UNMAPPED_HA": Near(0.4, 1e-6)}, (name,), {listed(code): 0.4}),
    )


def table_rows(file: Path) -> tuple[list[str], list[dict]]:
    """Return the comment lines and the rows of a shipped table."""
    lines = file.read_text(encoding="utf-8").splitlines()
    comments = [line for line in lines if line.startswith("#")]
    return comments, list(csv.DictReader(line for line in lines if not line.startswith("#")))


def write_table(file: Path, comments: list[str], rows: list[dict]) -> str:
    with file.open("w", encoding="utf-8", newline="") as stream:
        stream.writelines(line + "\n" for line in comments)
        writer = csv.DictWriter(stream, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    return str(file)


def schemes_without_a_row() -> Iterator[Case]:
    """The third survey's scheme without one of its rows, each in turn, over land of that code and over other land."""
    comments, rows = table_rows(RESOURCES / "schemes" / "third_survey.csv")
    for gone in rows:
        code = gone["code"]
        if code in (INDUSTRY, DRY):
            continue

        def make(folder: Path, gone=gone, code=code) -> dict:
            file = write_table(folder / "缺一行.csv", comments, [row for row in rows if row is not gone])
            return between(parcels(square(0, 0)), "target", half_of(code), SCHEME="custom", SCHEME_FILE=file)

        yield Case("B17", f"scheme without {code}", make, Refused((f"“{code}” (target: 0.4000 ha", "缺一行.csv")))


def tables_without_a_row() -> Iterator[Case]:
    """The coefficient table without a row, with an unknown cell in it, and with zeros: three different things."""
    comments, rows = table_rows(RESOURCES / "coefficients" / "xie2015.csv")
    services = list(rows[0])[4:]
    _, classes = table_rows(RESOURCES / "schemes" / "third_survey.csv")
    for row in rows:
        codes = [item["code"] for item in classes if item["ecosystem"] == row["ecosystem"]]
        if not codes or row["ecosystem"] == "broadleaf_forest":
            continue  # Without the reference forest no table is accepted at all.

        def make(folder: Path, changed: dict | None, row=row, code=codes[0]) -> dict:
            kept = [changed if item is row else item for item in rows]
            file = write_table(folder / "table.csv", comments, [item for item in kept if item])
            patches = layer([(placed(shapely.box(-500, -500, 1500, 1500)), code)], "field=DLBM:string(10)")
            return between(
                parcels(square(0, 0)), "target", patches, COEFFICIENTS="custom", COEFFICIENTS_FILE=file)

        name = row["ecosystem"]
        refused = Refused((f"“{codes[0]}” (target: 1.0000 ha", "table.csv"))
        yield Case("B17", f"coefficients without {name}", lambda folder, make=make: make(folder, None), refused)
        for service in services:
            yield Case(
                "B18", f"{name} with unknown {service}",
                lambda folder, make=make, row=row, service=service: make(folder, {**row, service: ""}), refused,
            )
        zeros = {**row, **dict.fromkeys(services, "0")}
        nothing = {**valued({(INDUSTRY, INDUSTRY): 1.0}), "esv_target": Near(0.0, 0.0)}
        yield Case(
            "B18", f"{name} worth 0", lambda folder, make=make, zeros=zeros: make(folder, zeros), Right([nothing]))


def planned() -> Iterator[Case]:
    """The same codes on the parcels themselves."""
    for code in (*FOREIGN, *MISSING):
        def make(_, code=code, **changes) -> dict:
            plots = layer([(square(0, 0), INDUSTRY, code), (square(200, 0), INDUSTRY, DRY)],
                          "field=was:string(0)&field=will:string(0)")
            return {"PARCELS": plots, "BASE_FIELD": "was", "TARGET_FIELD": "will", "AREA_BASIS": "planar",
                    "OUTPUT": TEMPORARY, **changes}

        name = shown(code)
        yield Case("B17", f"planned {code!r}"[:60], make, Refused((name, "target: 1.0000 ha")), PLAN)
        yield Case(
            "B18", f"planned {code!r} allowed"[:60], lambda _, make=make: make(_, ALLOW_UNMATCHED=True),
            Right([{"ev_status": "unmatched", "esv_change": None, "v_net": None}, valued({(INDUSTRY, DRY): 1.0})],
                  unmatched={listed(code): 1.0}), PLAN,
        )
