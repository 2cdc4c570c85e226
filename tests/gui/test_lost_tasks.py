"""Tasks that QGIS loses are started again: the pool of threads forgets what waits in it, and nobody tells the task."""

from __future__ import annotations

import threading

import pytest
from ecovoucher.ecovoucher_plugin.compat import pool_of_tasks
from ecovoucher.ecovoucher_plugin.gui.background import runs
from ecovoucher.ecovoucher_plugin.gui.background.submission import LOOK_MS, Submission
from ecovoucher.ecovoucher_plugin.gui.frame.progress import ProgressStrip
from qgis.core import QgsApplication, QgsProject, QgsTask
from qgis.PyQt.QtCore import QRunnable
from qgis.PyQt.QtTest import QTest
from window import make_result_layer, wait_until


class Blocker(QRunnable):
    """Keeps a thread of the pool busy until the event is set."""

    def __init__(self, event: threading.Event) -> None:
        super().__init__()
        self._event = event

    def run(self) -> None:
        self._event.wait(30)


@pytest.fixture
def crowded_pool():
    """Return a function that makes the pool forget what waits, and then free again; until then nothing starts."""
    pool, event = pool_of_tasks(), threading.Event()
    pool.waitForDone(5000)
    count = pool.maxThreadCount()
    pool.setMaxThreadCount(1)
    pool.start(Blocker(event))

    def lose() -> None:
        waiting = [task for task in QgsApplication.taskManager().activeTasks()
                   if task.status() == QgsTask.TaskStatus.Queued]
        assert waiting
        pool.clear()
        event.set()

    yield lose
    event.set()
    pool.setMaxThreadCount(count)


def test_a_lost_reading_is_started_again(dock, crowded_pool):
    QgsProject.instance().addMapLayer(make_result_layer(12))
    wait_until(lambda: dock.review.is_reading)
    crowded_pool()
    wait_until(lambda: dock.review.records is not None)
    assert len(dock.review.records) == 12
    assert not dock.review.is_reading
    wait_until(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
    assert not dock.progress.isVisible()


def test_a_lost_reading_that_is_not_wanted_any_more_is_not_started_again(dock, crowded_pool):
    layer = make_result_layer(12)
    QgsProject.instance().addMapLayer(layer)
    wait_until(lambda: dock.review.is_reading)
    crowded_pool()
    QgsProject.instance().removeMapLayer(layer.id())
    QTest.qWait(500)
    assert dock.review.records is None and not dock.review.is_reading
    assert not dock.progress.isVisible()


def test_a_lost_run_is_started_again_and_heard_once(window, plugin, crowded_pool):
    strip = ProgressStrip(window)
    run = runs.Run(strip, strip)
    heard = []
    run.finished.connect(heard.append)
    run.failed.connect(heard.append)
    run.cancelled.connect(lambda: heard.append("cancelled"))
    layer = make_result_layer(12)
    assert run.start("ecovoucher:revenuesplit", {
        "INPUT": layer, "QUANTITY_FIELD": "v_supply", "UNIT_PRICE": 100, "OUTPUT": runs.TEMPORARY,
    }, "test")
    crowded_pool()
    wait_until(lambda: heard)
    QTest.qWait(300)
    assert len(heard) == 1
    assert heard[0]["GROSS"] == 100 * sum(i + 1 for i in range(12) if i % 4 != 3)
    strip.release()
    strip.deleteLater()


def test_a_task_that_waits_for_its_turn_is_not_started_again(window, plugin, crowded_pool):
    made, strip = [], ProgressStrip(window)

    def make() -> QgsTask:
        made.append(QgsTask.fromFunction("test", lambda task: None))
        return made[-1]

    submission = Submission(make)
    submission.start(strip, "test")
    QTest.qWait(4 * LOOK_MS)
    assert made == [submission.task]
    assert submission.task.status() == QgsTask.TaskStatus.Queued
    submission.cancel()
    wait_until(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
    strip.release()
    strip.deleteLater()
