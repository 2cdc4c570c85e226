"""Measure EcoVoucher and its peers on the same files: wall time, peak memory, agreement.

    python bench/run.py --size S --work vector-small [--peers ecovoucher,geopandas_overlay] [--repeat 3] [--record]

Every run is a process of its own; repeats alternate between the peers. Standard library only, and small: a child's
peak memory starts from its parent's. See README.md for what the columns mean.
"""
from __future__ import annotations

import argparse
import json
import os
import signal
import statistics
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import report

BENCH = Path(__file__).resolve().parent
SIZES = ("tiny", "S", "M", "L")
SHARES = {  # of change between the dates, as landscape.py draws it
    "reclassified": (0.05, "share of patches with a new class"),
    "split_merged": (0.10, "share of patches cut or merged"),
    "renoded": (0.0, "share of borders that gain a vertex"),
}
WORKS = {  # work: kind, how dataset.py is to draw it
    "vector-small": ("vector", "--zones", "parcels"),
    "vector-reexported": ("vector", "--zones", "parcels", "--target", "target_reexported"),
    "vector-villages": ("vector", "--zones", "villages"),
    "vector-counties": ("vector", "--zones", "counties"),
    "raster-10m": ("raster", "--zones", "parcels", "--cell", "10"),
    "raster-30m": ("raster", "--zones", "parcels", "--cell", "30"),
    "raster-villages": ("raster", "--plain"),
}
PEERS = {  # peer: kinds of work it can do, whether its areas are exact
    "ecovoucher": (("vector", "raster"), True),
    "ecovoucher_geodataframes": (("vector", "raster"), True),
    "ecovoucher_areas": (("vector", "raster"), True),
    "ecovoucher_reference": (("vector",), True),
    "floor": (("vector", "raster"), True),
    "geopandas_overlay": (("vector",), True),
    "shapely_bulk": (("vector",), True),
    "shapely_plain": (("vector",), True),
    "postgis": (("vector",), True),
    "postgis_plain": (("vector",), True),
    "qgis_intersection": (("vector",), True),
    "exactextract_joint": (("raster",), True),
    "rasterstats_joint": (("raster",), False),
    "qgis_zonalhistogram": (("raster",), False),
}
TOLERANCE = {"vector": 1e-9, "raster": 1e-5}  # of the total area; exactextract keeps coverage in float32


@dataclass
class Measured:
    """What the runs of one peer gave; `failure` says in a word or two why there is nothing."""

    peer: str
    exact: bool
    walls: list = field(default_factory=list)
    cpus: list = field(default_factory=list)
    peaks: list = field(default_factory=list)
    starts: list = field(default_factory=list)
    loads: list = field(default_factory=list)
    versions: dict = field(default_factory=dict)
    result: str = ""
    failure: str = ""
    agreement: dict = field(default_factory=dict)

    @property
    def wall(self) -> float:
        """Median seconds of the whole process, without loading a database."""
        return statistics.median(self.walls)


def interpreter(peer: str) -> str:
    """This Python, or the system's for peers that need QGIS when this one has none."""
    if not (peer.startswith("qgis_") or peer in ("ecovoucher", "ecovoucher_reference")):
        return sys.executable
    found = subprocess.run([sys.executable, "-c", "import qgis.core"], capture_output=True).returncode == 0
    return sys.executable if found else "/usr/bin/python3"


def prepare(options, arguments) -> dict:
    """Paths of the files of a work, drawn when missing."""
    command = [sys.executable, BENCH / "dataset.py", "--size", options.size, *arguments,
               *(f"--{share.replace('_', '-')}={getattr(options, share)}" for share in SHARES)]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)


def run_once(measured: Measured, job: dict, timeout: float) -> None:
    """One process of a peer; adds its figures to `measured`, or says why not."""
    out = Path(job["out"])
    out.mkdir(parents=True, exist_ok=True)
    for old in out.iterdir():
        old.unlink()
    errors = out / "errors.txt"
    command = [interpreter(measured.peer), BENCH / "peers" / f"{measured.peer}.py", out / "job.json"]
    with errors.open("wb") as log:
        launched, began = time.time(), time.perf_counter()
        (out / "job.json").write_text(json.dumps({**job, "launched": launched}), encoding="utf-8")
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=log, start_new_session=True)
        alarm = threading.Timer(timeout, os.killpg, (process.pid, signal.SIGTERM))
        alarm.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        alarm.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        measured.failure = f"over {timeout:.0f} s" if wall >= timeout else last_line(errors, process.returncode)
        return
    told = json.loads((out / "report.json").read_text(encoding="utf-8"))
    measured.walls.append(wall - told.get("load", 0.0))
    measured.cpus.append(usage.ru_utime + usage.ru_stime)
    measured.peaks.append(usage.ru_maxrss / 1024)
    measured.starts.append(told["start"])
    measured.loads.append(told.get("load", 0.0))
    measured.versions, measured.result = told["versions"], told.get("result", "")


def last_line(errors: Path, code: int) -> str:
    """What a failed process said at last; a missing library or program is told in short."""
    if code < 0:
        return f"failed: {signal.Signals(-code).name}"
    lines = [line for line in errors.read_text(encoding="utf-8", errors="replace").splitlines() if line.strip()]
    said = lines[-1] if lines else f"exit {code}"
    if "No module named" in said:
        return "missing: " + said.split("'")[1]
    return said[:120] if said.startswith(("missing:", "failed:")) else f"failed: {said[:120]}"


def measure(options, kind: str, paths: dict) -> list:
    """All peers that can do this kind of work, alternating."""
    wanted = options.peers.split(",") if options.peers else list(PEERS)
    chosen = [Measured(peer, PEERS[peer][1]) for peer in wanted if kind in PEERS[peer][0]]
    for repeat in range(options.repeat):
        for measured in chosen:
            if measured.failure:
                continue
            out = Path(paths["zones"]).parent / "results" / options.work / measured.peer
            job = {"kind": kind, "threads": 2, "out": str(out), **paths}
            run_once(measured, job, options.timeout)
            print(f"run {repeat + 1} {measured.peer}: "
                  + (measured.failure or f"{measured.walls[-1]:.2f} s, {measured.peaks[-1]:.0f} MB"), flush=True)
    return chosen


def compare(chosen: list) -> None:
    """Fill in how far each result is from ours or, when we did not run, from the first exact one."""
    told = sorted((measured for measured in chosen if measured.result),
                  key=lambda measured: (measured.peer != "ecovoucher", not measured.exact))
    if told:
        command = [sys.executable, BENCH / "agreement.py", *(measured.result for measured in told)]
        lines = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()
        for measured, line in zip(told, lines):
            measured.agreement = json.loads(line)


def title(options) -> str:
    """Work, size, and the shares of change that are not the usual ones."""
    unusual = [f"{share} {getattr(options, share):g}" for share, (usual, _) in SHARES.items()
               if getattr(options, share) != usual]
    return ", ".join([options.work, f"size {options.size}", *unusual])


def main() -> int:
    """Exit code 1 when a peer failed or an exact one disagrees."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", choices=SIZES, default="S")
    parser.add_argument("--work", choices=WORKS, default="vector-small")
    parser.add_argument("--peers", help="comma-separated; all that can do the work: " + ",".join(PEERS))
    parser.add_argument("--repeat", type=int, default=1)
    parser.add_argument("--timeout", type=float, default=1800, help="seconds for one process")
    for share, (default, meaning) in SHARES.items():
        parser.add_argument(f"--{share.replace('_', '-')}", type=float, default=default, help=meaning)
    parser.add_argument("--record", action="store_true", help="write the table into RESULTS.md")
    options = parser.parse_args()
    kind, *arguments = WORKS[options.work]
    paths, load = prepare(options, arguments), os.getloadavg()[0]
    chosen = measure(options, kind, paths)
    compare(chosen)
    section = report.section(title(options), chosen, load)
    print("\n" + section)
    if options.record:
        report.record(BENCH / "RESULTS.md", section)
    apart = [measured.peer for measured in chosen
             if measured.exact and measured.agreement.get("relative_difference", 0.0) > TOLERANCE[kind]]
    if apart:
        print("DISAGREE: " + ", ".join(apart))
    return int(bool(apart) or any(measured.failure.startswith(("failed", "over")) for measured in chosen))


if __name__ == "__main__":
    sys.exit(main())
