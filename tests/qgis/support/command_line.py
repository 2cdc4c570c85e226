"""QGIS in a process of its own, with a fresh profile in which the plugin is linked and enabled."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

# Debian's wrapper of QGIS 3.22 hands on an option that the program does not know; the program itself is beside it.
PROGRAM = shutil.which("qgis_process.bin") or shutil.which("qgis_process")


@dataclass
class Finished:
    """A finished call: exit code, what was printed, and the results where they were asked for as JSON."""

    code: int
    text: str
    results: dict


class CommandLine:
    """A profile with the plugin; call it to run an algorithm or a model file."""

    def __init__(self, folder: Path, root: Path) -> None:
        plugins = folder / "profiles" / "default" / "python" / "plugins"
        plugins.mkdir(parents=True)
        (plugins / "ecovoucher").symlink_to(root, target_is_directory=True)
        self._environment = {
            **os.environ, "QGIS_CUSTOM_CONFIG_PATH": str(folder), "QT_QPA_PLATFORM": "offscreen", "HOME": str(folder),
            "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "LC_ALL": "C.UTF-8",
        }
        enabled = self._call("plugins", "enable", "ecovoucher")
        assert enabled.returncode == 0, enabled.stdout + enabled.stderr

    def _call(self, *arguments: str, given: str | None = None) -> subprocess.CompletedProcess:
        return subprocess.run(
            [PROGRAM, *arguments], env=self._environment, input=given, capture_output=True, text=True, timeout=120
        )

    def run(self, algorithm: str, parameters: dict) -> Finished:
        """Run an algorithm with parameters given on the command line and its answer as JSON."""
        arguments = [f"--{name}={value}" for name, value in parameters.items()]
        done = self._call("run", algorithm, "--json", *arguments)
        text = done.stdout + done.stderr
        start = done.stdout.find("{")
        answer = json.loads(done.stdout[start:]) if done.returncode == 0 and start >= 0 else {}
        return Finished(done.returncode, text, answer.get("results", {}))
