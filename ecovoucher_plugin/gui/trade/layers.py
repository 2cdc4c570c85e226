"""The layers of a forest-cover trade on the map: temporary, until the user keeps or drops them."""

from __future__ import annotations

from qgis.core import QgsLayerTreeGroup, QgsMapLayer, QgsProject

from ...catalog import style_path
from ...i18n import tr

STYLES = {"TRADES": "forest_cover_trades", "OUTPUT": "forest_cover_roles"}
MARK = "ecovoucher/temporary_trade"


class TradeLayers:
    """Adds the result of a trade to the project as one group on top, and takes it away again."""

    def __init__(self) -> None:
        self._ids: list[str] = []

    @property
    def are_temporary(self) -> bool:
        """Whether layers of the last trade are in the project, neither kept nor dropped yet."""
        return any(QgsProject.instance().mapLayer(layer_id) is not None for layer_id in self._ids)

    def show(self, layers: dict[str, QgsMapLayer]) -> None:
        """Show the layers by output name, styled, in place of those of the last trade that were not kept."""
        self.drop()
        project = QgsProject.instance()
        group = project.layerTreeRoot().insertGroup(0, tr("Forest-cover trade (temporary)"))
        group.setCustomProperty(MARK, True)
        for name, style in STYLES.items():
            layer = layers[name]
            layer.loadNamedStyle(str(style_path(style)))
            project.addMapLayer(layer, False)
            group.addLayer(layer)
            self._ids.append(layer.id())

    def keep(self) -> None:
        """Leave the layers to the user."""
        group = self._group()
        if group is not None:
            group.setName(tr("Forest-cover trade"))
            group.removeCustomProperty(MARK)
        self._ids = []

    def drop(self) -> None:
        """Take the layers from the project, and their group where nothing else is in it."""
        group, project = self._group(), QgsProject.instance()
        project.removeMapLayers([layer_id for layer_id in self._ids if project.mapLayer(layer_id) is not None])
        if group is not None and not group.children():
            group.parent().removeChildNode(group)
        self._ids = []

    def forget(self) -> None:
        """The project was closed, and the layers with it."""
        self._ids = []

    def _group(self) -> QgsLayerTreeGroup | None:
        """Return the group of the layers, wherever the user moved it."""
        if not self._ids:
            return None
        groups = QgsProject.instance().layerTreeRoot().findGroups(True)
        return next((group for group in groups if group.customProperty(MARK)), None)
