"""The head of the dock: which layer, and which of its parcels."""

from __future__ import annotations

from qgis.core import QgsMapLayer, QgsMapLayerProxyModel, QgsVectorLayer
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QLabel, QSizePolicy, QWidget

from ...i18n import tr
from .. import formats
from ..results.scope import ALL, GROUP, MAP, SELECTED, Scope

KINDS = (ALL, SELECTED, MAP)


class Header(QWidget):
    """Picks the layer and the scope.

    layer_picked: a vector layer, or None. scope_picked: a Scope. Both are the user's acts.
    """

    layer_picked = pyqtSignal(object)
    scope_picked = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ecovoucherHeader")
        self.layers = QgsMapLayerComboBox(self)
        self.layers.setObjectName("layerCombo")
        self.layers.setFilters(QgsMapLayerProxyModel.Filter.VectorLayer)
        self.layers.setAllowEmptyLayer(True)
        self.layers.setLayer(None)
        self.layers.layerChanged.connect(self._layer_changed)
        self.scopes = QComboBox(self)
        self.scopes.setObjectName("scopeCombo")
        for kind in KINDS:
            self.scopes.addItem(Scope(kind).title(), Scope(kind))
        self.scopes.activated.connect(self._scope_activated)
        self.count = QLabel(self)
        self.count.setObjectName("scopeCount")
        self.count.setWordWrap(True)
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, combo in ((tr("&Result layer"), self.layers), (tr("&Figures for"), self.scopes)):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(8)
            combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            layout.addRow(label, combo)
        layout.addRow(self.count)
        self._quiet = False

    def show_layer(self, layer: QgsVectorLayer | None) -> None:
        """Show a layer as picked, without reporting it."""
        self._quiet = True
        self.layers.setLayer(layer)
        self._quiet = False

    def show_scope(self, scope: Scope) -> None:
        """Show a scope; that of a group gets a line of its own."""
        if self.scopes.count() > len(KINDS):
            self.scopes.removeItem(len(KINDS))
        if scope.kind == GROUP:
            self.scopes.addItem(scope.title(), scope)
            self.scopes.setCurrentIndex(len(KINDS))
        else:
            self.scopes.setCurrentIndex(KINDS.index(scope.kind))

    def show_count(self, chosen: int | None, parcels: int) -> None:
        """Show how many parcels are in scope; None where nothing is read."""
        self.count.setVisible(chosen is not None)
        if chosen is not None:
            self.count.setText(tr("{chosen} of {parcels} parcels").format(
                chosen=formats.whole(chosen), parcels=formats.whole(parcels)
            ))

    def _layer_changed(self, layer: QgsMapLayer | None) -> None:
        if not self._quiet:
            self.layer_picked.emit(layer)

    def _scope_activated(self, index: int) -> None:
        self.scope_picked.emit(self.scopes.itemData(index))
