"""The printed voucher map: parcels by net vouchers over land use, with a detail."""

from __future__ import annotations

from qgis.core import (
    QgsFillSymbol,
    QgsLayoutItemMap,
    QgsLayoutItemMapOverview,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
)

from . import places
from .page import (
    MAP_BOX,
    SIDE,
    SIDE_WIDTH,
    add_label,
    add_legend,
    add_map,
    add_north_arrow,
    add_scale_bar,
    add_totals,
    new_page,
)
from .project import LAND_USE_TARGET, PARCELS_THEME, RESULT, county_extent

NAME = "Voucher map"
TITLE = "EcoVoucher 生态券: vouchers that parcels supply and need"
NOTES = (
    "An invented county. Jiangyin standard, without the city's official conversion table: 1 voucher = the regulating "
    "services of 1 mu of five-year arbor forest. Coefficients: Xie et al. 2015; areas on the ellipsoid."
)
DETAIL_BOX = (SIDE, 139, SIDE_WIDTH, 62)
DETAIL_CENTRE, DETAIL_WIDTH = (2500.0, 1090.0), 1400.0


def voucher_map(project: QgsProject, totals: list[str]) -> QgsPrintLayout:
    """Add the map to the project as a print layout and return it.

    totals: the sums below the map, each with its unit.
    """
    layout = new_page(project, NAME, TITLE, NOTES)
    county = add_map(layout, MAP_BOX, county_extent(), PARCELS_THEME)
    detail = add_map(layout, DETAIL_BOX, _detail_extent(), PARCELS_THEME)
    _mark_detail(county, detail)
    add_legend(layout, [project.mapLayersByName(name)[0] for name in (RESULT, LAND_USE_TARGET)])
    add_label(layout, (SIDE, DETAIL_BOX[1] - 5, SIDE_WIDTH, 5), "Detail of the framed area", 8, bold=True)
    add_scale_bar(layout, county, 0.5)
    add_north_arrow(layout, county)
    add_totals(layout, totals)
    project.layoutManager().addLayout(layout)
    return layout


def _detail_extent() -> QgsRectangle:
    east, north = (origin + middle for origin, middle in zip(places.ORIGIN, DETAIL_CENTRE))
    half_width = DETAIL_WIDTH / 2
    half_height = half_width * DETAIL_BOX[3] / DETAIL_BOX[2]
    return QgsRectangle(east - half_width, north - half_height, east + half_width, north + half_height)


def _mark_detail(county: QgsLayoutItemMap, detail: QgsLayoutItemMap) -> None:
    overview = QgsLayoutItemMapOverview("Detail", county)
    overview.setLinkedMap(detail)
    frame = {"style": "no", "outline_color": "black", "outline_width": "0.5"}
    overview.setFrameSymbol(QgsFillSymbol.createSimple(frame))
    county.overviews().addOverview(overview)
