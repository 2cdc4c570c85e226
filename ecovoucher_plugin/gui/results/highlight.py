"""What the dock points at on the map."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtGui import QColor

# Yellow with a dark rim is seen on every style that the plugin ships, and on aerial images.
LINE, FILL, WIDTH = QColor(255, 214, 10, 255), QColor(255, 214, 10, 50), 3
RIM = QColor(20, 20, 20, 200)
MARGIN = 1.6


class Highlight:
    """Marks geometries on a map canvas. ``release`` takes the marks from the map for good."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._bands: list[QgsRubberBand] = []

    def show(self, geometries: Iterable[QgsGeometry], crs: QgsCoordinateReferenceSystem) -> None:
        """Mark these geometries, and nothing else. crs: theirs."""
        self.clear()
        for geometry in geometries:
            if geometry.isNull():
                continue
            band = QgsRubberBand(self._canvas, geometry.type())
            band.setColor(LINE)
            band.setFillColor(FILL)
            band.setSecondaryStrokeColor(RIM)
            band.setWidth(WIDTH)
            band.addGeometry(geometry, crs)
            self._bands.append(band)

    def zoom(self, geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> None:
        """Show a geometry with its surroundings; a map that cannot show it stays as it is."""
        extent = self._on_map(geometry, crs)
        if extent is not None:
            extent.scale(MARGIN)
            self._canvas.setExtent(extent)
            self._canvas.refresh()

    def bring_into_view(self, geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> None:
        """Move the map to a geometry where it does not show it as a whole; the scale stays where that is enough."""
        extent = self._on_map(geometry, crs)
        if extent is None or self._canvas.extent().contains(extent):
            return
        seen = self._canvas.extent()
        if extent.width() > seen.width() or extent.height() > seen.height():
            self.zoom(geometry, crs)
            return
        self._canvas.setCenter(extent.center())
        self._canvas.refresh()

    def _on_map(self, geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> QgsRectangle | None:
        """Return the box of a geometry in the CRS of the map, None where it has none."""
        box = geometry.boundingBox()
        if geometry.isNull() or not box.isFinite():
            return None
        transform = QgsCoordinateTransform(crs, self._canvas.mapSettings().destinationCrs(), QgsProject.instance())
        try:
            return transform.transformBoundingBox(box)
        except QgsCsException:
            return None

    def clear(self) -> None:
        """Mark nothing."""
        for band in self._bands:
            self._canvas.scene().removeItem(band)
        self._bands = []

    def release(self) -> None:
        self.clear()
