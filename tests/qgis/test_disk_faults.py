"""Results that cannot be written: no room, no right, no folder, a file in use: a clear sentence, nothing half done."""

from __future__ import annotations

import ctypes
import resource
import signal
import sqlite3
import subprocess
import sys

import pytest
from qgis.core import QgsProcessingException, QgsVectorFileWriter, QgsVectorLayer
from support.layers import BROADLEAF, INDUSTRY, land_use, layer, parcels, rectangle, square
from support.runs import ALGORITHM, parameters

SUFFIXES = ("gpkg", "shp", "geojson", "csv")
COUNT = 300
CAPABILITY_VERSION, CAP_DAC_OVERRIDE = 0x20080522, 1


def job():
    plots = layer(
        [(square(i % 20 * 50, i // 20 * 50, 50), "地块" * 60, i) for i in range(COUNT)],
        "field=name:string(254)&field=number:integer",
    )
    before = land_use((rectangle(-500, -500, 3000, 3000), INDUSTRY))
    return plots, before, land_use((rectangle(-500, -500, 3000, 3000), BROADLEAF))


def run(**sinks) -> dict | str:
    """Return the outputs of a run, or the sentence with which it stopped."""
    from qgis import processing

    given = parameters(*job(), **{"TRANSITIONS": None, "UNMATCHED": None, **sinks})
    try:
        return processing.run(ALGORITHM, given)
    except QgsProcessingException as error:
        return str(error)


class FileSizeLimit:
    """A limit to the size of any file this process writes: what is beyond fails, as on a full disk."""

    def __init__(self, size: int) -> None:
        self._size = size

    def __enter__(self) -> None:
        self._kept = resource.getrlimit(resource.RLIMIT_FSIZE)
        self._handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (self._size, self._kept[1]))

    def __exit__(self, *_) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, self._kept)
        signal.signal(signal.SIGXFSZ, self._handler)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("size", [0, 1000, 20_000, 60_000, 110_000])
def test_disk_is_full(tmp_path, suffix, size):
    """Every format of these 300 rows is larger than 110 kB."""
    output = tmp_path / f"output.{suffix}"
    with FileSizeLimit(size):
        found = run(OUTPUT=str(output))
    assert isinstance(found, str), found
    assert "Traceback" not in found
    assert "output" in found
    assert list(tmp_path.iterdir()) == []


def test_disk_is_full_for_the_second_result(tmp_path):
    """What was written before the fault goes too."""
    with FileSizeLimit(120_000):
        found = run(TRANSITIONS=str(tmp_path / "transitions.csv"), OUTPUT=str(tmp_path / "output.gpkg"))
    assert isinstance(found, str)
    assert list(tmp_path.iterdir()) == []


def test_the_same_run_fits_without_a_limit(tmp_path):
    for suffix in SUFFIXES:
        found = run(OUTPUT=str(tmp_path / f"output.{suffix}"))
        assert QgsVectorLayer(found["OUTPUT"], "output", "ogr").featureCount() == COUNT


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_folder_that_does_not_exist(tmp_path, suffix):
    found = run(OUTPUT=str(tmp_path / "没有" / f"output.{suffix}"))
    assert "does not exist" in found
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", ["/proc", "/proc/self", "/dev/null"])
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_place_that_takes_no_files(place, suffix):
    """Whoever asks, root too."""
    assert isinstance(run(OUTPUT=f"{place}/output.{suffix}"), str)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_folder_that_is_a_file_and_file_that_is_a_folder(tmp_path, suffix):
    (tmp_path / "file").write_text("x")
    (tmp_path / f"folder.{suffix}").mkdir()
    assert "does not exist" in run(OUTPUT=str(tmp_path / "file" / f"output.{suffix}"))
    assert isinstance(run(OUTPUT=str(tmp_path / f"folder.{suffix}")), str)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", f"folder.{suffix}"]
    assert list((tmp_path / f"folder.{suffix}").iterdir()) == []


class WithoutOverride:
    """Makes root subject to file permissions, as every other user is; changes nothing for those."""

    def __enter__(self) -> None:
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION, 0)
        self._kept = (ctypes.c_uint32 * 6)()
        assert self._libc.capget(self._header, self._kept) == 0
        changed = (ctypes.c_uint32 * 6)(*self._kept)
        changed[0] &= ~(1 << CAP_DAC_OVERRIDE)
        assert self._libc.capset(self._header, changed) == 0

    def __exit__(self, *_) -> None:
        self._libc.capset(self._header, self._kept)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_no_permission_for_the_folder(tmp_path, suffix):
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o555)
    with WithoutOverride():
        found = run(OUTPUT=str(folder / f"output.{suffix}"))
    folder.chmod(0o755)
    assert isinstance(found, str)
    assert "output" in found
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("suffix", ["geojson", "csv", "gpkg"])
def test_no_permission_for_the_file(tmp_path, suffix):
    """A read-only result of an earlier run in a folder that may not be changed either."""
    output = tmp_path / "locked" / f"output.{suffix}"
    output.parent.mkdir()
    found = run(OUTPUT=str(output))
    before = output.read_bytes()
    output.chmod(0o444)
    output.parent.chmod(0o555)
    with WithoutOverride():
        found = run(OUTPUT=str(output))
    output.parent.chmod(0o755)
    assert isinstance(found, str)
    assert output.read_bytes() == before


HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""


def test_database_in_use_by_another_program(tmp_path):
    """The table is refused and the database stays as it was."""
    database = tmp_path / "results.gpkg"
    plots = parcels(square(0, 0))
    QgsVectorFileWriter.writeAsVectorFormatV3(
        plots, str(database), plots.transformContext(), QgsVectorFileWriter.SaveVectorOptions())
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(database)],
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert holder.stdout.readline() == "held\n"
        found = run(OUTPUT=f"ogr:dbname='{database}' table=\"result\" (geom)")
    finally:
        holder.communicate()
    assert isinstance(found, str)
    assert "Traceback" not in found
    with sqlite3.connect(database) as connection:
        tables = {name for name, in connection.execute("SELECT table_name FROM gpkg_contents")}
    assert tables == {"results"}
