"""What every peer is given and what it hands back. A missing library ends a peer; the runner says which."""
from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import numpy as np


class Job:
    """Paths of zones, base and target, the folder `out`, the number of `threads`, and when the process began."""

    def __init__(self) -> None:
        job = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
        self.kind, self.threads, self.launched = job["kind"], job["threads"], job["launched"]
        self.zones, self.base, self.target, self.out = (Path(job[key]) for key in ("zones", "base", "target", "out"))
        self.report = {}

    def ready(self) -> None:
        """Everything is imported and started: the work begins."""
        self.report["start"] = time.time() - self.launched

    def save(self, zone, before, after, area) -> None:
        """Areas (m²) by zone, base code and target code; several rows of one key are summed later."""
        path = self.out / "result.npz"
        np.savez(path, zone=np.asarray(zone, np.int64), before=np.asarray(before, str), after=np.asarray(after, str),
                 area=np.asarray(area, float))
        self.report["result"] = str(path)

    def finish(self, **versions: str) -> None:
        """Leave the report for the runner."""
        self.report["versions"] = versions
        (self.out / "report.json").write_text(json.dumps(self.report), encoding="utf-8")
