"""PostGIS with two workers in a cluster of its own; patches that stay are met once, changed ones as joint pieces.

postgis_plain.py asks as most people would: zones with the base, the pieces with the target.
"""
import csv
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from _job import Job

DATABASE = "postgres"
SETTINGS = {
    "listen_addresses": "", "fsync": "off", "full_page_writes": "off", "shared_buffers": "512MB", "jit": "off",
    "work_mem": "256MB", "maintenance_work_mem": "256MB", "max_wal_size": "4GB", "min_parallel_table_scan_size": "0",
    "parallel_setup_cost": "0", "parallel_tuple_cost": "0",
}
JOINT = """
CREATE TABLE joint AS
SELECT b.dlbm AS before, t.dlbm AS after, b.geom FROM base b JOIN target t ON b.geom = t.geom
UNION ALL
SELECT before, after, geom FROM (
SELECT b.dlbm AS before, t.dlbm AS after, ST_CollectionExtract(ST_Intersection(b.geom, t.geom), 3) AS geom
FROM (SELECT * FROM base b WHERE NOT EXISTS (SELECT FROM target t WHERE t.geom = b.geom)) b
JOIN (SELECT * FROM target t WHERE NOT EXISTS (SELECT FROM base b WHERE b.geom = t.geom)) t
ON ST_Intersects(b.geom, t.geom)) piece
WHERE ST_Area(geom) > 1e-4; -- slivers of shared borders make the next intersection fail
CREATE INDEX ON joint USING gist (geom);
ANALYZE joint;
"""
AREAS = """
SELECT z.pid, j.before, j.after, sum(ST_Area(ST_Intersection(z.geom, j.geom)))
FROM zones z JOIN joint j ON ST_Intersects(z.geom, j.geom) GROUP BY 1, 2, 3
"""

PIECES = """
CREATE TABLE pieces AS
SELECT pid, before, geom FROM (
SELECT z.pid, b.dlbm AS before, ST_CollectionExtract(ST_Intersection(z.geom, b.geom), 3) AS geom
FROM zones z JOIN base b ON ST_Intersects(z.geom, b.geom)) piece
WHERE ST_Area(geom) > 1e-4;
CREATE INDEX ON pieces USING gist (geom);
ANALYZE pieces;
"""
PIECE_AREAS = """
SELECT p.pid, p.before, t.dlbm, sum(ST_Area(ST_Intersection(p.geom, t.geom)))
FROM pieces p JOIN target t ON ST_Intersects(p.geom, t.geom) GROUP BY 1, 2, 3
"""


class Cluster:
    """A PostgreSQL cluster in a temporary folder, reached by a Unix socket there only; never run as root."""

    def __init__(self, binaries: Path, folder: Path, workers: int) -> None:
        self.binaries, self.folder = binaries, folder
        self.user = pwd.getpwuid(os.geteuid()).pw_name if os.geteuid() else "postgres"
        os.chown(folder, pwd.getpwnam(self.user).pw_uid, -1)
        self._run("initdb", "-D", folder / "data", "-A", "trust", "-E", "UTF8", "--no-sync")
        settings = {**SETTINGS, "unix_socket_directories": str(folder),
                    "max_parallel_workers_per_gather": str(workers - 1)}  # the leader works too
        options = [f"--{name}={value}" for name, value in settings.items()]
        self.server = subprocess.Popen([binaries / "postgres", "-D", folder / "data", *options], cwd=folder,
                                       stderr=(folder / "log").open("w"), **self._owner())
        while self.server.poll() is None and self._answers() != 0:
            time.sleep(0.02)

    def _answers(self) -> int:
        return subprocess.run([self.binaries / "pg_isready", "-q", "-h", self.folder]).returncode

    def _owner(self) -> dict:
        owner = pwd.getpwnam(self.user)
        return {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []} if os.geteuid() == 0 else {}

    def _run(self, program: str, *arguments) -> str:
        done = subprocess.run([self.binaries / program, *arguments], cwd=self.folder, text=True, capture_output=True,
                              **self._owner())
        if done.returncode:
            sys.exit("failed: " + " ".join(done.stderr.split()))
        return done.stdout

    def sql(self, text: str) -> str:
        """What psql prints, as CSV without header."""
        return self._run("psql", "-h", self.folder, "-d", DATABASE, "-q", "--csv", "-t", "-v", "ON_ERROR_STOP=1",
                         "-c", text)

    def load(self, path: Path, table: str) -> None:
        """Copy a layer into a table with a spatial index."""
        subprocess.run(
            ["ogr2ogr", "-f", "PostgreSQL", f"PG:host={self.folder} dbname={DATABASE} user={self.user}", path,
             "-nln", table, "-lco", "GEOMETRY_NAME=geom", "-lco", "FID=row", "--config", "PG_USE_COPY", "YES"],
            check=True)

    def stop(self) -> None:
        """End the server; as a child that was waited for, it counts in the peak memory."""
        self.server.send_signal(signal.SIGINT)
        self.server.wait()


def find_binaries() -> Path:
    """The newest server with PostGIS' loader beside it."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: float(path.parts[4]))
    if not found or shutil.which("ogr2ogr") is None:
        sys.exit("missing: " + ("ogr2ogr" if found else "postgresql with postgis"))
    return found[-1].parent


def main(prepare: str, areas: str) -> None:
    """Start, load, run one statement that makes a table and one that asks for the areas."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("failed: stopped"))  # so that the cluster is taken down
    job, folder = Job(), Path(tempfile.mkdtemp(prefix="bench_postgis_"))
    cluster = Cluster(find_binaries(), folder, job.threads)
    try:
        job.ready()
        began = time.time()
        cluster.sql("CREATE EXTENSION postgis")
        for path, table in ((job.zones, "zones"), (job.base, "base"), (job.target, "target")):
            cluster.load(path, table)
        cluster.sql("ANALYZE")
        job.report["load"] = time.time() - began
        cluster.sql(prepare)
        job.save(*zip(*csv.reader(cluster.sql(areas).splitlines())))
        job.finish(PostGIS=cluster.sql("SELECT postgis_lib_version() || ' on GEOS ' || postgis_geos_version()").strip())
    finally:
        cluster.stop()
        shutil.rmtree(folder)


if __name__ == "__main__":
    main(JOINT, AREAS)
