"""The printed map of the demo: A4 landscape with title, legend, detail, totals, scale bar and north arrow."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsFillSymbol,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemMapOverview,
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
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtGui import QFont, QFontInfo

from . import places
from .layers import DemoError
from .project import LAND_USE_TARGET, RESULT, county_extent

NAME = "Voucher map"
TITLE = "EcoVoucher 生态券: vouchers that parcels supply and need"
DOTS_PER_INCH = 150
CHINESE_FONTS = (
    "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei", "SimHei",
)
# Boxes on the page: left, top, width, height (mm).
MAP_BOX, DETAIL_BOX = (10, 24, 204, 156.5), (218, 139, 69, 62)
DETAIL_CENTRE, DETAIL_WIDTH = (2500.0, 1090.0), 1400.0


def make_layout(project: QgsProject, totals: list[str], notes: str) -> QgsPrintLayout:
    """Add the map to the project as a print layout and return it.

    totals: the sums below the map, each with its unit; notes: what the figures rest on.
    """
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName(NAME)
    _add_label(layout, (10, 6, 277, 9), TITLE, 17, bold=True)
    _add_label(layout, (10, 15.5, 277, 6), notes, 8)
    county = _add_map(layout, MAP_BOX, county_extent())
    detail = _add_map(layout, DETAIL_BOX, _detail_extent())
    _mark_detail(county, detail)
    _add_legend(layout, [project.mapLayersByName(name)[0] for name in (RESULT, LAND_USE_TARGET)])
    _add_label(layout, (DETAIL_BOX[0], DETAIL_BOX[1] - 5, DETAIL_BOX[2], 5), "Detail of the framed area", 8, bold=True)
    _add_scale_bar(layout, county, (10, 184))
    _add_north_arrow(layout, county)
    _add_label(layout, (72, 182.5, 142, 6), totals[0], 11, bold=True)
    _add_label(layout, (72, 189, 142, 12), "\n".join(totals[1:]), 9)
    project.layoutManager().addLayout(layout)
    return layout


def export_png(layout: QgsPrintLayout, path: Path) -> None:
    """Write the layout as a picture; raise DemoError where that fails."""
    picture = QgsLayoutExporter(layout).renderPageToImage(0, dpi=DOTS_PER_INCH)
    if not picture.save(str(path)):
        raise DemoError(f"The map cannot be written to {path}.")


def _detail_extent() -> QgsRectangle:
    east, north = (origin + middle for origin, middle in zip(places.ORIGIN, DETAIL_CENTRE))
    half_width = DETAIL_WIDTH / 2
    half_height = half_width * DETAIL_BOX[3] / DETAIL_BOX[2]
    return QgsRectangle(east - half_width, north - half_height, east + half_width, north + half_height)


def _add_map(layout: QgsPrintLayout, box: tuple[float, ...], extent: QgsRectangle) -> QgsLayoutItemMap:
    """Add a map of the layers that are switched on in the project."""
    item = QgsLayoutItemMap(layout)
    item.setRect(0, 0, 1, 1)
    item.setExtent(extent)
    _place(layout, item, box)
    item.zoomToExtent(extent)
    item.setFrameEnabled(True)
    item.setFrameStrokeWidth(QgsLayoutMeasurement(0.25))
    return item


def _mark_detail(county: QgsLayoutItemMap, detail: QgsLayoutItemMap) -> None:
    overview = QgsLayoutItemMapOverview("Detail", county)
    overview.setLinkedMap(detail)
    frame = {"style": "no", "outline_color": "black", "outline_width": "0.5"}
    overview.setFrameSymbol(QgsFillSymbol.createSimple(frame))
    county.overviews().addOverview(overview)


def _add_legend(layout: QgsPrintLayout, layers: list[QgsMapLayer]) -> None:
    legend = QgsLayoutItemLegend(layout)
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    root.removeAllChildren()
    for layer in layers:
        root.addLayer(layer)
    heading = legend.rstyle(QgsLegendStyle.Style.Subgroup)
    _set_font(heading, 9, bold=True)
    heading.setMargin(QgsLegendStyle.Side.Top, 2.5)
    heading.setMargin(QgsLegendStyle.Side.Bottom, 1)
    _set_font(legend.rstyle(QgsLegendStyle.Style.SymbolLabel), 7.5)
    legend.rstyle(QgsLegendStyle.Style.Symbol).setMargin(QgsLegendStyle.Side.Top, 0.8)
    legend.setSymbolHeight(3)
    legend.setSymbolWidth(6)
    legend.setBoxSpace(0)
    layout.addLayoutItem(legend)
    legend.attemptMove(QgsLayoutPoint(DETAIL_BOX[0], MAP_BOX[1] - 3))
    legend.adjustBoxSize()


def _add_scale_bar(layout: QgsPrintLayout, county: QgsLayoutItemMap, corner: tuple[float, float]) -> None:
    bar = QgsLayoutItemScaleBar(layout)
    bar.setStyle("Single Box")
    bar.setLinkedMap(county)
    bar.setUnits(QgsUnitTypes.DistanceUnit.DistanceKilometers)
    bar.setUnitLabel("km")
    bar.setUnitsPerSegment(0.5)
    bar.setNumberOfSegments(4)
    bar.setNumberOfSegmentsLeft(0)
    bar.setHeight(2.5)
    _set_font(bar, 8)
    layout.addLayoutItem(bar)
    bar.attemptMove(QgsLayoutPoint(*corner))


def _add_north_arrow(layout: QgsPrintLayout, county: QgsLayoutItemMap) -> None:
    arrow = QgsLayoutItemPicture(layout)
    arrow.setPicturePath(QgsApplication.pkgDataPath() + "/svg/arrows/NorthArrow_02.svg")
    arrow.setLinkedMap(county)
    left, top, width, _ = MAP_BOX
    _place(layout, arrow, (left + width - 14, top + 3, 11, 13))


def _add_label(
    layout: QgsPrintLayout, box: tuple[float, ...], text: str, size: float, bold: bool = False
) -> None:
    label = QgsLayoutItemLabel(layout)
    label.setText(text)
    _set_font(label, size, bold)
    _place(layout, label, box)


def _place(layout: QgsPrintLayout, item: object, box: tuple[float, ...]) -> None:
    layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(box[0], box[1]))
    item.attemptResize(QgsLayoutSize(box[2], box[3]))


def _set_font(item: object, size: float, bold: bool = False) -> None:
    """Give a layout item or legend style a font that has Chinese characters, where one is installed."""
    installed = [name for name in CHINESE_FONTS if QFontInfo(QFont(name)).family() == name]
    font = QFont(installed[0] if installed else QFont().family())
    font.setPointSizeF(size)
    font.setBold(bold)
    if hasattr(item, "setTextFormat"):
        text_format = QgsTextFormat.fromQFont(font)
        text_format.setSize(size)
        text_format.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
        item.setTextFormat(text_format)
    else:
        item.setFont(font)
