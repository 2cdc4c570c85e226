"""What the dock says in place of figures: no layer, another layer, or one that is still being read."""

from __future__ import annotations

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ...i18n import tr
from ...result_columns import missing_fields
from ..results.result_layers import is_polygon_layer

NAMED = 4


class LayerNotice(QWidget):
    """Says why there are no figures, and offers the algorithms that make a result.

    run_wanted: the id of an algorithm, to be opened with the layer filled in.
    """

    run_wanted = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ecovoucherNotice")
        self.text = QLabel(self)
        self.text.setObjectName("noticeText")
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text)
        self.buttons = []
        for name, label in (
            ("parcelesvchange", tr("Compute from land-use layers…")),
            ("parcelesvchangeraster", tr("Compute from land-use rasters…")),
            ("parcelplanyield", tr("Compute from planned codes…")),
        ):
            button = QPushButton(label, self)
            button.setObjectName(name)
            button.clicked.connect(lambda _=False, name=name: self.run_wanted.emit(f"ecovoucher:{name}"))
            layout.addWidget(button)
            self.buttons.append(button)

    def show_no_layer(self) -> None:
        """There is no layer to show."""
        self._show(tr("Choose a layer with EcoVoucher results, or compute one."), True)

    def show_foreign(self, layer: QgsVectorLayer) -> None:
        """The layer is no result: say what it lacks."""
        if not layer.isValid():
            text = tr("The data of “{layer}” cannot be found. Repair its source in the layer panel.")
            self._show(text.format(layer=layer.name()), False)
            return
        missing = missing_fields(layer.fields())
        shown = ", ".join(missing[:NAMED]) + ("…" if len(missing) > NAMED else "")
        text = tr("“{layer}” is no EcoVoucher result: it lacks {count} fields that a result has ({fields}).")
        text = text.format(layer=layer.name(), count=len(missing), fields=shown)
        if is_polygon_layer(layer):
            self._show(f"{text} " + tr("Compute its result here, or choose another layer."), True)
        else:
            self._show(f"{text} " + tr("Choose another layer."), False)

    def show_unread(self, layer: QgsVectorLayer) -> None:
        """The layer was not read to its end."""
        self._show(tr("“{layer}” was not read: you cancelled. Choose it again to read it.").format(
            layer=layer.name()), False)

    def show_empty(self, layer: QgsVectorLayer) -> None:
        """The layer has no parcels."""
        if layer.subsetString():
            text = tr("No parcel of “{layer}” passes its filter ({filter}). Change the filter in the layer panel.")
        else:
            text = tr("“{layer}” holds no parcels. Choose another layer.")
        self._show(text.format(layer=layer.name(), filter=layer.subsetString()), False)

    def _show(self, text: str, offer: bool) -> None:
        self.text.setText(text)
        for button in self.buttons:
            button.setVisible(offer)
        self.show()
