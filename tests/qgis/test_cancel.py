"""Cancel, at any moment: the run stops at once, says so, and leaves no half-written file."""

from __future__ import annotations

import random

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QEventLoop, QTimer
from support.layers import BROADLEAF, DRY, INDUSTRY, land_use, parcels, rectangle, square
from support.runs import ALGORITHM, parameters


class CancelAt(QgsProcessingFeedback):
    """A feedback whose user cancels as soon as the progress reaches a mark; keeps the marks it saw."""

    def __init__(self, mark: float) -> None:
        super().__init__(False)
        self._mark = mark
        self.seen: list[float] = []
        self.progressChanged.connect(self._watch)

    def _watch(self, progress: float) -> None:
        self.seen.append(progress)
        if progress >= self._mark:
            self.cancel()


@pytest.fixture(scope="module")
def layers(plugin):
    return landscape(50)


def landscape(count: int):
    """Return count² parcels over 400 patches at the one date and 2 at the other."""
    side = 1000 / count
    plots = parcels(*(square(i % count * side, i // count * side, side) for i in range(count**2)))
    before = land_use(*((rectangle(i % 20 * 50, i // 20 * 50, 50, 50), DRY) for i in range(400)))
    after = land_use((rectangle(0, 0, 510, 1000), BROADLEAF), (rectangle(510, 0, 490, 1000), INDUSTRY))
    return plots, before, after


def run_with(feedback, layers, folder, suffix: str):
    from qgis import processing

    sinks = {name: str(folder / f"{name.lower()}.{suffix}") for name in ("OUTPUT", "TRANSITIONS")}
    return processing.run(ALGORITHM, parameters(*layers, UNMATCHED=None, **sinks), feedback=feedback)


@pytest.mark.parametrize("suffix", ["gpkg", "shp", "geojson", "csv"])
@pytest.mark.parametrize("mark", [0, 11, 62, 89, 91, 98])
def test_no_file_is_left_half_written(layers, tmp_path, mark, suffix):
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run_with(CancelAt(mark), layers, tmp_path, suffix)
    assert sorted(path.name for path in tmp_path.iterdir()) == []


def test_progress_is_even_and_ends(tmp_path):
    """Ten thousand parcels: progress comes at least with every group of them, and is not all at the end."""
    feedback = CancelAt(1000)
    run_with(feedback, landscape(100), tmp_path, "gpkg")
    assert feedback.seen == sorted(feedback.seen)
    assert max(feedback.seen) > 95
    assert max(after - before for before, after in zip(feedback.seen, feedback.seen[1:])) < 15


@pytest.mark.parametrize("seed", range(6))
def test_background_task_stops(layers, tmp_path, seed):
    """The task is cancelled at a random moment, perhaps after its last row: it ends, with all or nothing."""
    output = tmp_path / "output.gpkg"
    context, log = QgsProcessingContext(), QgsProcessingFeedback(False)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
    given = parameters(*layers, OUTPUT=str(output), TRANSITIONS=None, UNMATCHED=None)
    task = QgsProcessingAlgRunnerTask(algorithm, given, context, log)
    loop, finished = QEventLoop(), []
    task.executed.connect(lambda successful, _: (finished.append(successful), loop.quit()))
    cancel = QTimer()
    cancel.setSingleShot(True)
    cancel.timeout.connect(log.cancel)
    cancel.start(random.Random(seed).randint(0, 1500))
    QTimer.singleShot(60_000, loop.quit)
    QgsApplication.taskManager().addTask(task)
    loop.exec()
    cancel.stop()  # A run may be faster than the user.
    assert finished
    if finished[0] or output.exists():
        assert QgsVectorLayer(str(output), "output", "ogr").featureCount() == 2500


def test_a_run_after_a_cancelled_one_is_whole(layers, tmp_path):
    with pytest.raises(QgsProcessingException):
        run_with(CancelAt(95), layers, tmp_path, "gpkg")
    outputs = run_with(QgsProcessingFeedback(False), layers, tmp_path, "gpkg")
    assert QgsVectorLayer(outputs["OUTPUT"], "output", "ogr").featureCount() == 2500
    assert outputs["AREA_HA"] == pytest.approx(100)
