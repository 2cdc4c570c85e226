"""One layer, watched: says when its parcels, its selection or its name change, and when it goes."""

from __future__ import annotations

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

DATA_SIGNALS = (
    "attributeValueChanged", "featureAdded", "featuresDeleted", "geometryChanged", "updatedFields",
    "subsetStringChanged", "afterRollBack", "dataChanged", "dataSourceChanged", "crsChanged",
)


class WatchedLayer(QObject):
    """Follows one vector layer of the project at a time.

    data_changed: parcels or fields are not what they were. selection_changed, renamed: as they say.
    removed: the layer goes; it is not watched any more.
    """

    data_changed = pyqtSignal()
    selection_changed = pyqtSignal()
    renamed = pyqtSignal()
    removed = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layer: QgsVectorLayer | None = None
        QgsProject.instance().layersWillBeRemoved.connect(self._drop_removed)

    @property
    def layer(self) -> QgsVectorLayer | None:
        return self._layer

    def watch(self, layer: QgsVectorLayer | None) -> None:
        """Follow another layer, or none."""
        if self._layer is not None:
            self._connections("disconnect")
        self._layer = layer
        if layer is not None:
            self._connections("connect")

    def release(self) -> None:
        """Follow nothing any more."""
        self.watch(None)
        QgsProject.instance().layersWillBeRemoved.disconnect(self._drop_removed)

    def _connections(self, verb: str) -> None:
        for name in DATA_SIGNALS:
            getattr(getattr(self._layer, name), verb)(self._data_changed)
        getattr(self._layer.selectionChanged, verb)(self._selection_changed)
        getattr(self._layer.nameChanged, verb)(self.renamed)

    def _data_changed(self) -> None:
        self.data_changed.emit()

    def _selection_changed(self) -> None:
        self.selection_changed.emit()

    def _drop_removed(self, ids: list[str]) -> None:
        if self._layer is not None and self._layer.id() in ids:
            self.watch(None)
            self.removed.emit()
