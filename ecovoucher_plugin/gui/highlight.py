"""What the dock points at on the map."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsCsException, QgsGeometry, QgsProject
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
        box = geometry.boundingBox()
        if geometry.isNull() or not box.isFinite():
            return
        transform = QgsCoordinateTransform(crs, self._canvas.mapSettings().destinationCrs(), QgsProject.instance())
        try:
            extent = transform.transformBoundingBox(box)
        except QgsCsException:
            return
        extent.scale(MARGIN)
        self._canvas.setExtent(extent)
        self._canvas.refresh()

    def clear(self) -> None:
        """Mark nothing."""
        for band in self._bands:
            self._canvas.scene().removeItem(band)
        self._bands = []

    def release(self) -> None:
        self.clear()
