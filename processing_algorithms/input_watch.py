"""Watch over the inputs of a run: files that change under it, and layers that are removed while a task reads them."""

from __future__ import annotations

import threading

from qgis.core import QgsMapLayer, QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

from ..ecovoucher_plugin.i18n import tr
from .places import input_layer, layer_place

LAYER_PARAMETERS = ("source", "vector", "raster")
LONGEST_WAIT = 30.0


class InputWatch:
    """Watches the layers of a run from its preparation to its end.

    QGIS deletes a layer that the user removes even while a background task reads it. So the run is cancelled then,
    and the deletion waits until it has stopped.
    """

    def __init__(self, layers: list[QgsMapLayer], feedback: QgsProcessingFeedback) -> None:
        self._feedback = feedback
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._runner: int | None = None
        self._complete = False
        self.removed = False
        places = {layer_place(layer) for layer in layers} - {None}
        self._states = {place: place.state() for place in places}
        for layer in layers:
            layer.willBeDeleted.connect(self._stop)

    def start(self) -> None:
        """Say that the run begins, in this thread; raise QgsProcessingException where a layer is gone already."""
        with self._lock:
            self._runner = threading.get_ident()
            self.check_removed()

    def complete(self) -> None:
        """Say that all is written, so that nothing can come between; raise QgsProcessingException as check_removed."""
        with self._lock:
            self.check_removed()
            self._complete = True

    def end(self) -> None:
        """Say that the run has ended."""
        self._ended.set()

    def check_removed(self) -> None:
        """Raise QgsProcessingException where a layer was removed."""
        if self.removed:
            raise QgsProcessingException(tr("A layer was removed while the run read it. Nothing was written."))

    def check_files(self) -> None:
        """Raise QgsProcessingException where a file of an input is not as it was when the run began."""
        for place, state in self._states.items():
            if place.state() != state:
                raise QgsProcessingException(tr(
                    "The input {file} was changed, moved or removed during the run. Nothing was written. Run again."
                ).format(file=str(place)))

    def _stop(self) -> None:
        """Cancel a run under way and wait for its end; before and after it the feedback may be gone."""
        with self._lock:
            self.removed = not self._complete
            runner = self._runner
        if runner is None or self._ended.is_set():
            return
        if self.removed:
            self._feedback.cancel()
        if runner != threading.get_ident():
            self._ended.wait(LONGEST_WAIT)


def watch_inputs(
    definitions: list, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
) -> InputWatch:
    """Return a watch over all layers among the parameters."""
    names = [definition.name() for definition in definitions if definition.type() in LAYER_PARAMETERS]
    layers = [input_layer(parameters.get(name), context) for name in names]
    return InputWatch([layer for layer in layers if layer is not None], feedback)
