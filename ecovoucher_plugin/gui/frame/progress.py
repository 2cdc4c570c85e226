"""The dock's one progress bar."""

from __future__ import annotations

from qgis.core import QgsTask
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QVBoxLayout, QWidget

from ...i18n import tr


class ProgressStrip(QWidget):
    """Shows how far the newest task is, and cancels it; hidden where nothing runs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ecovoucherProgress")
        self._running: list[tuple[QgsTask, str]] = []
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setObjectName("progressBar")
        self.bar.setRange(0, 100)
        self.bar.setAccessibleName(tr("Progress"))
        self.cancel_button = QToolButton(self)
        self.cancel_button.setObjectName("cancelButton")
        self.cancel_button.setText(tr("Cancel"))
        self.cancel_button.clicked.connect(self.cancel)
        row = QHBoxLayout()
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.label)
        layout.addLayout(row)
        self.hide()

    def follow(self, task: QgsTask, title: str) -> None:
        """Show a task until it ends. title: what is being done, in words."""
        self._running.append((task, title))
        task.progressChanged.connect(self._show_progress)
        task.taskCompleted.connect(self._drop_ended)
        task.taskTerminated.connect(self._drop_ended)
        self._show_newest()

    def cancel(self) -> None:
        """Cancel the task that is shown."""
        if self._running:
            self._running[-1][0].cancel()

    def release(self) -> None:
        """Cancel all tasks and let go of them."""
        for task, _ in self._running:
            task.progressChanged.disconnect(self._show_progress)
            task.taskCompleted.disconnect(self._drop_ended)
            task.taskTerminated.disconnect(self._drop_ended)
            task.cancel()
        self._running = []

    def _drop_ended(self) -> None:
        ended = (QgsTask.TaskStatus.Complete, QgsTask.TaskStatus.Terminated)
        self._running = [(task, title) for task, title in self._running if task.status() not in ended]
        self._show_newest()

    def _show_newest(self) -> None:
        self.setVisible(bool(self._running))
        if self._running:
            self.label.setText(self._running[-1][1])
            self._show_progress()

    def _show_progress(self) -> None:
        if self._running:
            self.bar.setValue(int(self._running[-1][0].progress()))
