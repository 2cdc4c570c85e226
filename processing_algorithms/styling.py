"""Default styles of result layers, applied when QGIS loads them."""

from __future__ import annotations

from qgis.core import QgsProcessingContext, QgsProcessingLayerPostProcessorInterface, QgsVectorLayer

from ..ecovoucher_plugin.catalog import style_path

# QGIS keeps only a bare pointer to a post-processor; without a reference here Python frees it before it is called.
_kept: list[QgsProcessingLayerPostProcessorInterface] = []


class StyleOnLoad(QgsProcessingLayerPostProcessorInterface):
    """Loads a shipped style into the layer of one output, in the main thread."""

    def __init__(self, style: str) -> None:
        super().__init__()
        self._style = style

    def postProcessLayer(self, layer, context, feedback) -> None:
        if isinstance(layer, QgsVectorLayer):
            message, loaded = layer.loadNamedStyle(str(style_path(self._style)))
            if not loaded:
                feedback.pushWarning(message)
            layer.triggerRepaint()
        _kept.remove(self)


def style_on_load(context: QgsProcessingContext, destination: str, style: str) -> None:
    """Style an output with styles/<style>.qml if QGIS is going to load it into the project."""
    if context.willLoadLayerOnCompletion(destination):
        processor = StyleOnLoad(style)
        _kept.append(processor)
        context.layerToLoadOnCompletionDetails(destination).setPostProcessor(processor)
