"""The table of one measurement, and its place in RESULTS.md."""
from __future__ import annotations

import os
import platform
import sys
from datetime import date
from pathlib import Path

HEAD = ("| peer | wall s, median (min–max) | of this start | load apart | cpu s | peak MB | ratio to us | transitions "
        "| max difference m² | total difference |\n" + "|---" * 10 + "|\n")
PREFACE = "# Results\n\nWritten by `run.py --record`; one section a work and size, the latest run. See README.md.\n\n"


def section(title: str, chosen: list, load: float) -> str:
    """Heading, machine, versions, command and table."""
    ours = next((measured.wall for measured in chosen if measured.peer == "ecovoucher" and measured.walls), None)
    versions = {name: version for measured in chosen for name, version in measured.versions.items()}
    command = " ".join(["python bench/run.py", *sys.argv[1:]])
    listed = ", ".join(f"{name} {version}" for name, version in sorted(versions.items()))
    return (
        f"## {title}\n\n"
        f"{date.today().isoformat()} · {machine()} · load before {load:.1f} · {listed}  \n`{command}`\n\n"
        + HEAD + "".join(row(measured, ours) for measured in chosen)
    )


def machine() -> str:
    """Cores that may be used, memory, Python."""
    cores = len(os.sched_getaffinity(0))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2 ** 30
    return f"{cores} cores, {memory:.0f} GB, {platform.machine()}, Python {platform.python_version()}"


def row(measured, ours) -> str:
    """One line of the table."""
    if not measured.walls:
        return f"| {measured.peer} | {measured.failure} |" + " |" * 8 + "\n"
    spread = f"{measured.wall:.2f} ({min(measured.walls):.2f}–{max(measured.walls):.2f})"
    ratio = f"{measured.wall / ours:.2f}" if ours else ""
    load = f"{max(measured.loads):.2f}" if max(measured.loads) else ""
    agreement = ["", "", ""]
    if measured.agreement:
        told = measured.agreement
        agreement = [f"{told['transitions']:,}", f"{told['max_difference']:.1e}",
                     f"{told['relative_difference']:.1e}"]
    name = measured.peer if measured.exact else f"{measured.peer} (cell centres)"
    cells = [name, spread, f"{min(measured.starts):.2f}", load, f"{min(measured.cpus):.1f}",
             f"{max(measured.peaks):.0f}", ratio, *agreement]
    return "| " + " | ".join(cells) + " |\n"


def record(path: Path, text: str) -> None:
    """Put the section into the file, in place of the one with the same heading."""
    sections = {}
    if path.exists():
        for old in path.read_text(encoding="utf-8").split("\n## ")[1:]:
            sections[old.split("\n", 1)[0]] = "## " + old.strip() + "\n"
    sections[text.split("\n", 1)[0][3:]] = text
    path.write_text(PREFACE + "\n".join(sections[heading] for heading in sorted(sections)), encoding="utf-8")
