"""Parts of a printed page: A4 landscape with titles, maps, legend, scale bar and north arrow. Boxes are in mm."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsLayoutExporter,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutMeasurement,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import Qt

from .fonts import set_font
from .layers import DemoError

DOTS_PER_INCH = 150
# Left, top, width, height of the main map; the left edge of what stands beside it.
MAP_BOX, SIDE, SIDE_WIDTH = (10, 24, 204, 156.5), 218, 69


def new_page(project: QgsProject, name: str, title: str, notes: str) -> QgsPrintLayout:
    """Return an A4 page with a title and a line of notes, not yet in the project."""
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName(name)
    add_label(layout, (10, 6, 277, 9), title, 17, bold=True)
    add_label(layout, (10, 15.5, 277, 6), notes, 8)
    return layout


def add_totals(layout: QgsPrintLayout, totals: list[str]) -> None:
    """Write the sums below the map, the first one large."""
    add_label(layout, (72, 182.5, 142, 6), totals[0], 11, bold=True)
    add_label(layout, (72, 189, 142, 12), "\n".join(totals[1:]), 9)


def export_png(layout: QgsPrintLayout, path: Path) -> None:
    """Write the layout as a picture; raise DemoError where that fails."""
    picture = QgsLayoutExporter(layout).renderPageToImage(0, dpi=DOTS_PER_INCH)
    if not picture.save(str(path)):
        raise DemoError(f"The map cannot be written to {path}.")


def add_map(
    layout: QgsPrintLayout, box: tuple[float, ...], extent: QgsRectangle, theme: str
) -> QgsLayoutItemMap:
    """Add a map of the layers of a map theme."""
    item = QgsLayoutItemMap(layout)
    item.setRect(0, 0, 1, 1)
    item.setExtent(extent)
    place(layout, item, box)
    item.zoomToExtent(extent)
    item.setFollowVisibilityPreset(True)
    item.setFollowVisibilityPresetName(theme)
    item.setFrameEnabled(True)
    item.setFrameStrokeWidth(QgsLayoutMeasurement(0.25))
    return item


def add_legend(layout: QgsPrintLayout, layers: list[QgsMapLayer]) -> None:
    """Add a legend of the layers beside the map."""
    legend = QgsLayoutItemLegend(layout)
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    root.removeAllChildren()
    for layer in layers:
        root.addLayer(layer)
    heading = legend.rstyle(QgsLegendStyle.Style.Subgroup)
    set_font(heading, 9, bold=True)
    heading.setMargin(QgsLegendStyle.Side.Top, 2.5)
    heading.setMargin(QgsLegendStyle.Side.Bottom, 1)
    set_font(legend.rstyle(QgsLegendStyle.Style.SymbolLabel), 7.5)
    legend.rstyle(QgsLegendStyle.Style.Symbol).setMargin(QgsLegendStyle.Side.Top, 0.8)
    legend.setSymbolHeight(3)
    legend.setSymbolWidth(6)
    legend.setBoxSpace(0)
    layout.addLayoutItem(legend)
    legend.attemptMove(QgsLayoutPoint(SIDE, MAP_BOX[1] - 3))
    legend.adjustBoxSize()


def add_scale_bar(layout: QgsPrintLayout, linked: QgsLayoutItemMap, kilometres: float) -> None:
    """Add a scale bar of four segments, each of some kilometres, below the map."""
    bar = QgsLayoutItemScaleBar(layout)
    bar.setStyle("Single Box")
    bar.setLinkedMap(linked)
    bar.setUnits(QgsUnitTypes.DistanceUnit.DistanceKilometers)
    bar.setUnitLabel("km")
    bar.setUnitsPerSegment(kilometres)
    bar.setNumberOfSegments(4)
    bar.setNumberOfSegmentsLeft(0)
    bar.setHeight(2.5)
    set_font(bar, 8)
    layout.addLayoutItem(bar)
    bar.attemptMove(QgsLayoutPoint(10, 184))


def add_north_arrow(layout: QgsPrintLayout, linked: QgsLayoutItemMap) -> None:
    """Add a north arrow in the upper right corner of the map."""
    arrow = QgsLayoutItemPicture(layout)
    arrow.setPicturePath(QgsApplication.pkgDataPath() + "/svg/arrows/NorthArrow_02.svg")
    arrow.setLinkedMap(linked)
    left, top, width, _ = MAP_BOX
    place(layout, arrow, (left + width - 14, top + 3, 11, 13))


def add_label(
    layout: QgsPrintLayout, box: tuple[float, ...], text: str, size: float, bold: bool = False
) -> None:
    """Add a text of a size (points)."""
    label = QgsLayoutItemLabel(layout)
    label.setText(text)
    set_font(label, size, bold)
    label.setHAlign(Qt.AlignmentFlag.AlignLeft)
    place(layout, label, box)


def place(layout: QgsPrintLayout, item: QgsLayoutItem, box: tuple[float, ...]) -> None:
    """Add an item to the page at a box."""
    layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(box[0], box[1]))
    item.attemptResize(QgsLayoutSize(box[2], box[3]))
