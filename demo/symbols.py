"""Symbols and labels of the demo layers that have no style file of their own."""

from __future__ import annotations

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsPalLayerSettings,
    QgsRendererCategory,
    QgsRuleBasedRenderer,
    QgsTextBufferSettings,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from .fonts import text_format

# Supply is teal and smooth, demand brown: they differ in grey too.
SUPPLY, DEMAND, NEUTRAL, OUTLINE = "#35978f", "#fde0b2", "#dedede", "#3c3c3c"
FARMER_STEPS = (("#eef6d2", 1, 1e4, "below 10,000"), ("#c6dd8f", 1e4, 1e5, "10,000–100,000"),
                ("#7fae45", 1e5, 1e6, "100,000–1,000,000"), ("#3b6c1d", 1e6, 1e12, "1,000,000 or more"))
PLACEMENT = QgsPalLayerSettings.Placement
# In the middle of a polygon; around its middle, where arrows begin and end, so many mm away; upright on a line.
OVER, AROUND, ACROSS, LABEL_DISTANCE = PLACEMENT.OverPoint, PLACEMENT.AroundPoint, PLACEMENT.Horizontal, 2.5


def show_farmers_share(layer: QgsVectorLayer) -> None:
    """Draw each parcel that sells vouchers by what its farmers get."""
    root = QgsRuleBasedRenderer.Rule(None)
    for colour, least, limit, text in FARMER_STEPS:
        expression = f'"rs_farmer" >= {least} AND "rs_farmer" < {limit:.0f}'
        root.appendChild(QgsRuleBasedRenderer.Rule(
            _fill(colour), filterExp=expression, label=f"Farmers get {text} yuan"
        ))
    layer.setRenderer(QgsRuleBasedRenderer(root))


def show_balance(layer: QgsVectorLayer) -> None:
    """Draw each district by its role, with its static and corrected balance."""
    layer.setRenderer(QgsCategorizedSymbolRenderer("rb_role", [
        QgsRendererCategory(role, _fill(colour), text) for role, colour, text in (
            ("supply", SUPPLY, "Supply: standard forest gained"),
            ("demand", DEMAND, "Demand: standard forest lost"),
            ("neutral", NEUTRAL, "Neutral"),
        )
    ]))
    static, corrected = (f"CASE WHEN {name} > 0 THEN '+' ELSE '' END || format_number({name}, 1)"
                         for name in ("rb_static", "rb_voucher"))
    label(layer, f"name || '\\n' || {static} || ' → ' || {corrected}", 6)


def label_districts(layer: QgsVectorLayer) -> None:
    """Write name, forest coverage and target on each district."""
    expression = r"name || '\n' || format_number(fc_cover, 1) || ' % (target ' || fc_target || ' %)'"
    label(layer, expression, 8, placement=AROUND)


def label_trades(layer: QgsVectorLayer) -> None:
    """Write area and amount beside each trade."""
    expression = r"format_number(area_mu, 0) || ' mu\n' || format_number(amount / 1000000, 2) || ' million yuan'"
    label(layer, expression, 7.5, "#1b4079", ACROSS, bold=True)


def label(
    layer: QgsVectorLayer, expression: str, size: float, colour: str = "#000000",
    placement: QgsPalLayerSettings.Placement = OVER, bold: bool = False,
) -> None:
    """Label a layer by an expression, with a white halo."""
    settings = QgsPalLayerSettings()
    settings.fieldName = expression
    settings.isExpression = True
    settings.multilineAlign = QgsPalLayerSettings.MultiLineAlign.MultiCenter
    settings.placement = placement
    settings.dist = LABEL_DISTANCE
    settings.displayAll = True
    obstacle = settings.obstacleSettings()
    obstacle.setFactor(2)
    settings.setObstacleSettings(obstacle)
    text = text_format(size, bold)
    text.setColor(QColor(colour))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(1.1)
    halo.setSizeUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
    text.setBuffer(halo)
    settings.setFormat(text)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def _fill(colour: str) -> QgsFillSymbol:
    return QgsFillSymbol.createSimple({"color": colour, "outline_color": OUTLINE, "outline_width": "0.2"})
