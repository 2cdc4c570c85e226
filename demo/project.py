"""The QGIS project of the demo: styled layers in the order a reviewer needs them."""

from __future__ import annotations

from pathlib import Path

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsProject, QgsRectangle, QgsReferencedRectangle

from . import places
from .layers import DemoError, open_layer
from .terrain import HEIGHT, WIDTH

RESULT, LAND_USE_TARGET = "Net vouchers of each parcel", "Land use, target date"
LAND_USE_OPACITY = 0.5
MARGIN = 240.0


def fill_project(project: QgsProject, geopackage: Path, styles: Path) -> None:
    """Add the layers of the GeoPackage to an empty project, styled, grouped and in sensible order.

    styles: folder of the QML files.
    """
    project.setCrs(QgsCoordinateReferenceSystem(places.CRS), True)
    project.setTitle("EcoVoucher demo 生态券演示")
    project.setFilePathStorage(Qgis.FilePathType.Relative)
    project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(county_extent(), project.crs()))

    land_use = {"style": styles / "land_use_third_survey.qml", "opacity": LAND_USE_OPACITY}
    _add(project, "Result", geopackage, "parcel_vouchers", RESULT, style=styles / "parcel_vouchers.qml")
    _add(project, "Land use", geopackage, "landuse_target", LAND_USE_TARGET, **land_use)
    _add(project, "Land use", geopackage, "landuse_base", "Land use, base date", visible=False, **land_use)
    _add(project, "Input", geopackage, "parcels", "Parcels as entered", visible=False)
    _add(project, "Tables", geopackage, "transitions", "Land-use transitions by parcel")
    _add(project, "Tables", geopackage, "unmatched", "Land-use codes that cannot be valued")


def save_project(project: QgsProject, path: Path) -> None:
    """Save the project; raise DemoError where that fails."""
    if not project.write(str(path)):
        raise DemoError(f"The project {path} cannot be written: {project.error()}.")


def county_extent() -> QgsRectangle:
    """Return the county with a margin that holds the parcels beyond its edge."""
    east, north = places.ORIGIN
    return QgsRectangle(east - MARGIN, north - MARGIN, east + WIDTH + MARGIN, north + HEIGHT + MARGIN)


def _add(
    project: QgsProject, group_name: str, geopackage: Path, name: str, title: str,
    style: Path | None = None, opacity: float = 1, visible: bool = True,
) -> None:
    root = project.layerTreeRoot()
    group = root.findGroup(group_name) or root.addGroup(group_name)
    layer = open_layer(geopackage, name, title)
    if style:
        message, loaded = layer.loadNamedStyle(str(style))
        if not loaded:
            raise DemoError(f"The style {style} cannot be read: {message}.")
        layer.setOpacity(opacity)
    project.addMapLayer(layer, False)
    node = group.addLayer(layer)
    node.setItemVisibilityChecked(visible)
    node.setExpanded(visible and layer.isSpatial())
