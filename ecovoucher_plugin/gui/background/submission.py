"""One task in the background, looked after until QGIS has started it."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QObject, QTimer

from ...compat import pool_of_tasks
from ..frame.progress import ProgressStrip

LOOK_MS = 200


class Submission(QObject):
    """Hands a task to QGIS, and another in its place where QGIS loses it.

    When a task ends, QgsTaskManager takes what lies at the address of its runnable out of the thread pool; that
    runnable is deleted by then, and a new task's may lie there. Such a task waits for ever in an idle pool.

    make: returns a new task at every call. task: the one that counts; whoever hears of another ignores it.
    """

    def __init__(self, make: Callable[[], QgsTask], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self.task = make()
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._start_again_if_lost)

    def start(self, progress: ProgressStrip, title: str) -> None:
        """Run the task. title: what is being done, for the progress bar."""
        self._progress, self._title = progress, title
        self._submit()

    def cancel(self) -> None:
        """Ask the task to end."""
        self._look.stop()
        self.task.cancel()

    def _submit(self) -> None:
        self.task.begun.connect(self._look.stop)
        self.task.taskTerminated.connect(self._look.stop)
        self._look.start()
        self._progress.follow(self.task, self._title)
        QgsApplication.taskManager().addTask(self.task)

    def _start_again_if_lost(self) -> None:
        pool = pool_of_tasks()
        is_waiting = self.task.status() == QgsTask.TaskStatus.Queued
        if is_waiting and pool.activeThreadCount() < pool.maxThreadCount():
            lost, self.task = self.task, self._make()
            lost.cancel()
            self._submit()
