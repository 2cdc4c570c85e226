"""The QGIS project of the demo: styled layers in a group for each question, and a map theme for each group."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsBookmark,
    QgsCoordinateReferenceSystem,
    QgsMapThemeCollection,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)

from . import places, prefecture, symbols
from .layers import DemoError, open_layer
from .terrain import HEIGHT, WIDTH

RESULT, PLAN = "Net vouchers of each parcel", "Planned vouchers of the restoration plots"
REVENUE = "Farmers' share of the voucher sale"
TRADES, ROLES, PAYMENTS = "Trades of forest-area index", "Districts by role", "Payments by year"
BALANCE = "Standard-forest balance of each district"
LAND_USE_TARGET, LAND_USE_BASE = "Land use, target date", "Land use, base date"
AROUND_TARGET, AROUND_BASE = "Land use around the county, target date", "Land use around the county, base date"
LAND_USE_OPACITY = 0.5
MARGIN = 240.0

PARCELS_THEME, TRADE_THEME, BALANCE_THEME = "Parcels", "Trade", "Balance"
THEMES = {
    PARCELS_THEME: (RESULT, LAND_USE_TARGET),
    "Plan": (PLAN, LAND_USE_BASE),
    "Revenue": (REVENUE, LAND_USE_TARGET),
    TRADE_THEME: (TRADES, ROLES),
    BALANCE_THEME: (BALANCE,),
    "Land use": (LAND_USE_TARGET, AROUND_TARGET),
}


def fill_project(project: QgsProject, geopackage: Path, styles: Path) -> None:
    """Add the layers of the GeoPackage to an empty project, styled, grouped and in sensible order.

    styles: folder of the QML files.
    """
    project.setCrs(QgsCoordinateReferenceSystem(places.CRS), True)
    project.setTitle("EcoVoucher demo 生态券演示")
    project.setFilePathStorage(Qgis.FilePathType.Relative)
    project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(county_extent(), project.crs()))

    vouchers, land_use = styles / "parcel_vouchers.qml", styles / "land_use_third_survey.qml"
    roles, trades = styles / "forest_cover_roles.qml", styles / "forest_cover_trades.qml"
    for group, name, title, style, more in (
        ("Parcels", "parcel_vouchers", RESULT, vouchers, None),
        ("Parcels", "plan_vouchers", PLAN, vouchers, None),
        ("Revenue", "revenue", REVENUE, None, symbols.show_farmers_share),
        ("Trade", "trades", TRADES, trades, symbols.label_trades),
        ("Trade", "districts_roles", ROLES, roles, symbols.label_districts),
        ("Trade", "payments", PAYMENTS, None, None),
        ("Balance", "districts_balance", BALANCE, None, symbols.show_balance),
        ("Land use", "landuse_target", LAND_USE_TARGET, land_use, _fade),
        ("Land use", "landuse_base", LAND_USE_BASE, land_use, _fade),
        ("Land use", "around_target", AROUND_TARGET, land_use, _fade),
        ("Land use", "around_base", AROUND_BASE, land_use, _fade),
        ("Input", "parcels", "Parcels as entered", None, None),
        ("Input", "districts", "Districts as entered", None, None),
        ("Tables", "transitions", "Land-use transitions by parcel", None, None),
        ("Tables", "unmatched", "Land-use codes that cannot be valued", None, None),
    ):
        _add(project, group, open_layer(geopackage, name, title), style, more)
    _add_themes(project)
    _add_bookmarks(project)


def save_project(project: QgsProject, path: Path) -> None:
    """Save the project; raise DemoError where that fails."""
    if not project.write(str(path)):
        raise DemoError(f"The project {path} cannot be written: {project.error()}.")


def county_extent() -> QgsRectangle:
    """Return the county with a margin that holds the parcels beyond its edge."""
    east, north = places.ORIGIN
    return QgsRectangle(east - MARGIN, north - MARGIN, east + WIDTH + MARGIN, north + HEIGHT + MARGIN)


def prefecture_extent() -> QgsRectangle:
    """Return the grid of the prefecture, which is a little larger than the prefecture."""
    east, north = prefecture.ORIGIN
    return QgsRectangle(
        east, north, east + prefecture.COLUMNS * prefecture.CELL, north + prefecture.ROWS * prefecture.CELL
    )


def _add(
    project: QgsProject, group_name: str, layer: QgsVectorLayer, style: Path | None,
    more: Callable[[QgsVectorLayer], None] | None,
) -> None:
    """Add a layer to a group, with a style file, and with what a function adds to its style."""
    root = project.layerTreeRoot()
    group = root.findGroup(group_name) or root.addGroup(group_name)
    if style:
        message, loaded = layer.loadNamedStyle(str(style))
        if not loaded:
            raise DemoError(f"The style {style} cannot be read: {message}.")
    if more:
        more(layer)
    project.addMapLayer(layer, False)
    node = group.addLayer(layer)
    visible = layer.name() in THEMES[PARCELS_THEME]
    node.setItemVisibilityChecked(visible)
    node.setExpanded(visible)


def _fade(layer: QgsVectorLayer) -> None:
    layer.setOpacity(LAND_USE_OPACITY)


def _add_themes(project: QgsProject) -> None:
    for theme, names in THEMES.items():
        record = QgsMapThemeCollection.MapThemeRecord()
        record.setLayerRecords([
            QgsMapThemeCollection.MapThemeLayerRecord(project.mapLayersByName(name)[0]) for name in names
        ])
        project.mapThemeCollection().insert(theme, record)


def _add_bookmarks(project: QgsProject) -> None:
    for name, extent in (("County", county_extent()), ("Prefecture", prefecture_extent())):
        bookmark = QgsBookmark()
        bookmark.setId(name)
        bookmark.setName(name)
        bookmark.setExtent(QgsReferencedRectangle(extent, project.crs()))
        project.bookmarkManager().addBookmark(bookmark)
