"""Progress and cancel, in one place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

Item = TypeVar("Item")


class Cancelled(Exception):
    """The user cancelled the run."""


class Feedback(Protocol):
    """Whoever wants to know how far a run is and may cancel it, such as a QgsFeedback."""

    def isCanceled(self) -> bool: ...

    def setProgress(self, percent: float) -> None: ...


class PartOfRun:
    """A Feedback whose 0 to 100 percent are the stretch from ``start`` to ``end`` of another's."""

    def __init__(self, feedback: Feedback, start: float, end: float) -> None:
        self._feedback = feedback
        self._start, self._end = start, end

    def isCanceled(self) -> bool:
        return self._feedback.isCanceled()

    def setProgress(self, percent: float) -> None:
        self._feedback.setProgress(self._start + (self._end - self._start) * percent / 100)


class Progress:
    """A stretch of a feedback's progress, from ``start`` to ``end`` percent."""

    def __init__(self, feedback: Feedback, start: float, end: float) -> None:
        self._feedback = feedback
        self._start, self._end = start, end

    def check(self) -> None:
        """Raise Cancelled where the user wants to stop."""
        if self._feedback.isCanceled():
            raise Cancelled

    def report(self, share: float) -> None:
        """Report a share of this stretch, 0 to 1; raise Cancelled where the user wants to stop."""
        self.check()
        self._feedback.setProgress(self._start + (self._end - self._start) * share)

    def part(self, start: float, end: float) -> Progress:
        """Return the stretch between two shares of this one."""
        length = self._end - self._start
        return Progress(self._feedback, self._start + length * start, self._start + length * end)

    def each(self, items: Iterable[Item], count: int) -> Iterator[Item]:
        """Yield items, reporting progress against their number."""
        for number, item in enumerate(items):
            if number % 64 == 0:
                self.report(min(number / count, 1.0) if count > 0 else 0.0)
            yield item

    def watched(self, items: Iterable[Item]) -> Iterator[Item]:
        """Yield items without reporting progress; raise Cancelled where the user wants to stop."""
        for item in items:
            self.check()
            yield item
