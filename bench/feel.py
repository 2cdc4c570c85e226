"""How a run feels: how evenly its progress moves, and how soon it ends when it is cancelled at random moments.

    python bench/feel.py --size M --work vector-small [--moments 30] [--record]

Runs in QGIS without a screen: once as a whole, once in the background as the toolbox does, and then once a moment.
Fails where a cancelled run leaves a file.
"""
from __future__ import annotations

import argparse
import random
import sys
import tempfile
import threading
import time
from datetime import date
from pathlib import Path

BENCH = Path(__file__).resolve().parent
sys.path.append(str(BENCH / "peers"))

import report  # noqa: E402
import run as runner  # noqa: E402


def main() -> int:
    """Exit code 1 when a cancelled run left something behind or did not say that it was cancelled."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", choices=runner.SIZES, default="S")
    parser.add_argument("--work", choices=runner.WORKS, default="vector-small")
    parser.add_argument("--moments", type=int, default=30)
    parser.add_argument("--record", action="store_true", help="write the table into RESULTS.md")
    parser.set_defaults(**{share: usual for share, (usual, _) in runner.SHARES.items()})
    options = parser.parse_args()
    kind, *arguments = runner.WORKS[options.work]
    paths = runner.prepare(options, arguments)

    import _ecovoucher
    import _qgis

    application = _qgis.start()
    plugin = _ecovoucher.plugin()
    layers = [_qgis.opened(Path(paths[name])) for name in ("zones", "base", "target")]

    def attempt(cancel_after: float | None) -> Attempt:
        with tempfile.TemporaryDirectory() as folder:
            given = _ecovoucher.parameters(kind, *layers, Path(folder))
            return Attempt(_ecovoucher.ALGORITHMS[kind], given, cancel_after, Path(folder))

    whole = attempt(None)
    with tempfile.TemporaryDirectory() as folder:
        given = _ecovoucher.parameters(kind, *layers, Path(folder))
        stall = longest_stall(_ecovoucher.ALGORITHMS[kind], given)
    chance = random.Random(1)
    stopped = [attempt(chance.uniform(0, whole.length)) for _ in range(options.moments)]
    lags = sorted(one.lag for one in stopped if one.lag is not None)
    broken = [one for one in stopped if (one.left and not one.finished) or (not one.finished and one.said != CANCELLED)]
    section = (
        f"## feel, {options.work}, size {options.size}\n\n"
        f"{date.today().isoformat()} · {report.machine()} · QGIS {_qgis.version()}  \n"
        f"`{' '.join(['python bench/feel.py', *sys.argv[1:]])}`\n\n"
        "| | |\n|---|---|\n"
        f"| whole run | {whole.length:.1f} s |\n"
        f"| longest time without progress | {whole.longest_pause():.2f} s |\n"
        f"| progress ahead of or behind the clock, at most | {100 * whole.unevenness():.0f} % |\n"
        f"| longest time in which the window answers nothing, run in the background | {stall:.2f} s |\n"
        f"| cancelled at random moments | {len(lags)}, {len(broken)} of them left or said something else |\n"
        f"| from cancel to end, median and longest | {lags[len(lags) // 2]:.2f} s, {lags[-1]:.2f} s |\n"
    )
    print(section)
    if options.record:
        report.record(BENCH / "RESULTS.md", section)
    del plugin, application
    return int(bool(broken))


CANCELLED = "Cancelled. Nothing was written."


class Attempt:
    """One run, cancelled after so many seconds by another thread, as the button does.

    length: seconds. lag: seconds from the cancel to the end, None where the run had ended. progress: (second,
    percent). finished: whether it gave results; said: the error otherwise. left: names of files it left.
    """

    def __init__(self, algorithm: str, given: dict, cancel_after: float | None, folder: Path) -> None:
        from qgis import processing
        from qgis.core import QgsProcessingException, QgsProcessingFeedback

        self.progress, self.said, self.lag = [], "", None
        attempt, began, cancelled = self, time.perf_counter(), []

        class Feedback(QgsProcessingFeedback):
            def setProgress(self, percent: float) -> None:
                attempt.progress.append((time.perf_counter() - began, percent))

        feedback = Feedback(False)

        def cancel() -> None:
            cancelled.append(time.perf_counter())
            feedback.cancel()

        timer = threading.Timer(cancel_after, cancel) if cancel_after is not None else None
        if timer:
            timer.start()
        try:
            processing.run(algorithm, given, feedback=feedback)
        except QgsProcessingException as error:
            self.said = str(error)
        ended = time.perf_counter()
        if timer:
            timer.cancel()
            timer.join()
        self.finished = not self.said
        self.length = ended - began
        if cancelled and not self.finished:
            self.lag = ended - cancelled[0]
        self.left = [file.name for file in folder.iterdir()]

    def longest_pause(self) -> float:
        """The longest time in seconds in which the progress did not grow."""
        longest, last, reached = 0.0, 0.0, 0.0
        for second, percent in [*self.progress, (self.length, 101.0)]:
            if percent > reached:
                longest, last, reached = max(longest, second - last), second, percent
        return longest

    def unevenness(self) -> float:
        """The greatest difference between the share of progress and the share of time, 0 to 1."""
        return max(abs(percent / 100 - second / self.length) for second, percent in self.progress)


def longest_stall(algorithm: str, given: dict) -> float:
    """The longest time in seconds without a tick of the window's thread, from the start of a background run."""
    from qgis.core import QgsApplication, QgsProcessingAlgRunnerTask, QgsProcessingContext, QgsProcessingFeedback
    from qgis.PyQt.QtCore import QEventLoop, QTimer

    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    loop, timer, ticks = QEventLoop(), QTimer(), [time.perf_counter()]
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start(10)
    made = QgsApplication.processingRegistry().createAlgorithmById(algorithm)
    task = QgsProcessingAlgRunnerTask(made, given, context, feedback)
    task.executed.connect(lambda *_: loop.quit())
    QgsApplication.taskManager().addTask(task)
    loop.exec()
    timer.stop()
    return max(after - before for before, after in zip(ticks, ticks[1:]))


if __name__ == "__main__":
    sys.exit(main())
