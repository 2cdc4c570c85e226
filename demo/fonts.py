"""The font of maps and labels: one that has Chinese characters, where one is installed."""

from __future__ import annotations

from qgis.core import QgsTextFormat, QgsUnitTypes
from qgis.PyQt.QtGui import QFont, QFontInfo

CHINESE_FONTS = (
    "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei", "SimHei",
)


def set_font(item: object, size: float, bold: bool = False) -> None:
    """Give a layout item or legend style the font in a size (points)."""
    text = text_format(size, bold)
    if hasattr(item, "setTextFormat"):
        item.setTextFormat(text)
    else:
        item.setFont(text.toQFont())


def text_format(size: float, bold: bool = False) -> QgsTextFormat:
    """Return the font in a size (points) as a text format."""
    installed = [name for name in CHINESE_FONTS if QFontInfo(QFont(name)).family() == name]
    font = QFont(installed[0] if installed else QFont().family())
    font.setPointSizeF(size)
    font.setBold(bold)
    text = QgsTextFormat.fromQFont(font)
    text.setSize(size)
    text.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    return text
