"""Running one Processing algorithm in the background, safe against whatever happens to its layers and its owner."""

from __future__ import annotations

import time
from functools import partial

from qgis.core import (
    QgsApplication,
    QgsMapLayer,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal

from ...accounting.errors import EcoVoucherError, LayerError
from ...i18n import tr, tr_error
from ..frame.progress import ProgressStrip
from .submission import Submission

TEMPORARY = "TEMPORARY_OUTPUT"
POLL_SECONDS = 0.01


class Run(QObject):
    """Runs one algorithm at a time; a new run replaces the one that is going on.

    All signals come in the main thread and from the newest run only; after ``release``, or when this object is
    deleted, none comes. finished: the outputs, with result layers as layers, the receiver's to keep.
    failed: a sentence for the user. warnings: what the newest finished run warned of.
    """

    finished = pyqtSignal(dict)
    failed = pyqtSignal(str)
    cancelled = pyqtSignal()

    def __init__(self, progress: ProgressStrip, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._progress = progress
        self._job: _Job | None = None
        self.warnings: list[str] = []

    def start(self, algorithm_id: str, parameters: dict, title: str) -> bool:
        """Start an algorithm, such as ``ecovoucher:forestcovertrade``; return whether its parameters are accepted.

        Layers are given as layers; the run works on copies. title: what is being done, for the progress bar.
        """
        self.release()
        try:
            job = _Job(algorithm_id, parameters)
        except EcoVoucherError as error:
            self.failed.emit(tr_error(error))
            return False
        self._job = job
        job.ended.connect(self._on_end)
        job.start(self._progress, title)
        return True

    def is_running(self) -> bool:
        return self._job is not None

    def cancel(self) -> None:
        """Ask the run to end; it answers by ``cancelled``."""
        if self._job is not None:
            self._job.task.cancel()

    def release(self) -> None:
        """Cancel the run, if there is one, and hear no more of it."""
        job, self._job = self._job, None
        if job is not None:
            job.ended.disconnect(self._on_end)
            job.task.cancel()

    def _on_end(self) -> None:
        job, self._job = self._job, None
        self.warnings = job.warnings
        if job.outputs is not None:
            self.finished.emit(job.outputs)
        elif job.is_cancelled():
            self.cancelled.emit()
        else:
            self.failed.emit(job.failure())


def stop_all(seconds: float = 30.0) -> None:
    """Cancel all runs and wait until they have ended: the provider must not go while an algorithm runs.

    Events of the window are not processed meanwhile. seconds: the longest to wait.
    """
    deadline = time.monotonic() + seconds
    for job in list(_running):
        job.task.cancel()
    while _running and time.monotonic() < deadline:
        time.sleep(POLL_SECONDS)
        for job in list(_running):
            QCoreApplication.sendPostedEvents(job.task)


class _Feedback(QgsProcessingFeedback):
    """Keeps what an algorithm says; it is called from the thread of the run."""

    def __init__(self) -> None:
        super().__init__(False)
        self.warnings: list[str] = []
        self.errors: list[str] = []

    def pushWarning(self, warning: str) -> None:
        self.warnings.append(warning)

    def reportError(self, error: str, fatalError: bool = False) -> None:
        self.errors.append(error)


class _Job(QObject):
    """One run and all that must live as long as its task does: context, feedback, and copies of the layers.

    The task holds the job by its signals, so the job goes when the task goes. Copies of the layers, because a layer
    of the project may be removed at any moment. Raises LayerError where the parameters are refused.
    """

    ended = pyqtSignal()

    def __init__(self, algorithm_id: str, parameters: dict) -> None:
        super().__init__()
        algorithm = QgsApplication.processingRegistry().algorithmById(algorithm_id)
        if algorithm is None:
            raise LayerError(
                "The algorithm {algorithm} is not there. Switch the plugins EcoVoucher and Processing on.",
                algorithm=algorithm_id,
            )
        executable, sentence = algorithm.canExecute()
        if not executable:
            raise LayerError("{problem}", problem=sentence)
        self.outputs: dict | None = None
        self._algorithm = algorithm.create()
        self._context = QgsProcessingContext()
        self._context.setProject(QgsProject.instance())
        self._parameters = {name: _own_copy(value) for name, value in parameters.items()}
        accepted, sentence = algorithm.checkParameterValues(self._parameters, self._context)
        if not accepted:
            raise LayerError("{problem}", problem=sentence)
        # A task that was lost still knows its feedback.
        self._feedbacks: list[_Feedback] = []
        self._submission = Submission(self._make_task, self)
        if self.task.isCanceled():
            self.task.executed.disconnect()
            raise LayerError("{problem}", problem=self.failure())

    @property
    def task(self) -> QgsProcessingAlgRunnerTask:
        return self._submission.task

    def _make_task(self) -> QgsProcessingAlgRunnerTask:
        feedback = _Feedback()
        self._feedbacks.append(feedback)
        self._context.setFeedback(feedback)
        task = QgsProcessingAlgRunnerTask(self._algorithm, self._parameters, self._context, feedback)
        # A partial is held by the task; a bound method would be held weakly, and the job could go before its task.
        task.executed.connect(partial(self._on_executed, task))
        return task

    @property
    def _feedback(self) -> _Feedback:
        return self._feedbacks[-1]

    @property
    def warnings(self) -> list[str]:
        return self._feedback.warnings

    def is_cancelled(self) -> bool:
        return self._feedback.isCanceled()

    def failure(self) -> str:
        """Return why the run gave no result."""
        return self._feedback.errors[-1] if self._feedback.errors else tr("The run stopped without saying why.")

    def start(self, progress: ProgressStrip, title: str) -> None:
        _running.add(self)
        self._submission.start(progress, title)

    def _on_executed(self, task: QgsProcessingAlgRunnerTask, successful: bool, outputs: dict) -> None:
        if task is not self.task:
            return
        _running.discard(self)
        if successful:
            self.outputs = {name: self._layer_or_value(value) for name, value in outputs.items()}
        self.ended.emit()

    def _layer_or_value(self, value: object) -> object:
        """Return a result layer, taken out of the context, which goes with the task; any other value as it is."""
        layer = self._context.takeResultLayer(value) if isinstance(value, str) else None
        return value if layer is None else layer


_running: set[_Job] = set()


def _own_copy(value: object) -> object:
    """Return a copy of a layer that nobody else can remove; any other value as it is.

    Raises LayerError for a layer that is gone or broken, or whose edits are not saved: a copy would not see them.
    """
    if not isinstance(value, QgsMapLayer):
        return value
    if not value.isValid():
        raise LayerError("The layer {layer} cannot be read. Repair its data source, or choose another.",
                         layer=value.name())
    if isinstance(value, QgsVectorLayer) and value.isModified():
        raise LayerError("The layer {layer} has edits that are not saved. Save or discard them first.",
                         layer=value.name())
    copy = value.clone()
    if isinstance(value, QgsVectorLayer) and copy.subsetString() != value.subsetString():
        copy.setSubsetString(value.subsetString())
    return copy
