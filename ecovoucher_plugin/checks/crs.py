"""Check of how the CRSs of the layers go together."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsEllipsoidUtils,
)

from ..overlay.from_qgis.area import distorts_area
from ..overlay.from_qgis.datums import is_guess
from ..wording import Tr
from .finding import NOTE, WARNING, Finding

# A shift between two datums that is known less well than this moves borders visibly.
ACCURATE_METRES = 1.0


def check_parcel_crs(label: str, crs: QgsCoordinateReferenceSystem, tr: Tr = str) -> Iterator[Finding]:
    """Yield a note where planar areas in the CRS of the parcels are no areas."""
    if crs.isValid() and distorts_area(crs):
        yield Finding(
            NOTE, label, "",
            tr("The CRS {crs} is in degrees or a Mercator projection of the world: planar areas in it are no areas on "
               "the ground.").format(crs=crs.userFriendlyIdentifier()),
            tr("None with the area basis “ellipsoidal”: the overlay is computed in an equal-area CRS of the same "
               "datum."),
            tr("Keep the area basis “ellipsoidal”, and do not compare with the map's own area ($area, planar)."),
        )


def _have_one_ellipsoid(*systems: QgsCoordinateReferenceSystem) -> bool:
    """Return whether the ellipsoids of two CRSs agree within a metre, as those of all geocentric datums do.

    CGCS2000, WGS 84 and ETRS89 lie within a metre of each other, although no transformation between them may be known.
    """
    one, other = (QgsEllipsoidUtils.ellipsoidParameters(crs.ellipsoidAcronym()) for crs in systems)
    return one.valid and other.valid and (
        abs(one.semiMajor - other.semiMajor) <= ACCURATE_METRES
        and abs(one.semiMinor - other.semiMinor) <= ACCURATE_METRES
    )


def check_land_use_crs(
    label: str,
    crs: QgsCoordinateReferenceSystem,
    parcels_crs: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
    tr: Tr = str,
) -> Iterator[Finding]:
    """Yield what follows where a land-use layer has another CRS than the parcels."""
    if not (crs.isValid() and parcels_crs.isValid()) or crs == parcels_crs:
        return
    names = {"crs": crs.userFriendlyIdentifier(), "parcels": parcels_crs.userFriendlyIdentifier()}
    to_parcels = QgsCoordinateTransform(crs, parcels_crs, context)
    if is_guess(to_parcels):
        return  # The layer is refused for that.
    details = to_parcels.instantiatedCoordinateOperationDetails()
    if 0 <= details.accuracy <= ACCURATE_METRES or _have_one_ellipsoid(crs, parcels_crs):
        yield Finding(
            NOTE, label, "", tr("The layer is in {crs}, the parcels in {parcels}.").format(**names),
            tr("The land use is transformed for the computation; the layer stays as it is."), tr("Nothing to do."),
        )
        return
    accuracy = tr("about {metres} m").format(metres=f"{details.accuracy:g}") if details.accuracy > 0 else tr("unknown")
    yield Finding(
        WARNING, label, "",
        tr("The layer is in {crs}, the parcels in {parcels}; the accuracy of the transformation is {accuracy}.").format(
            accuracy=accuracy, **names),
        tr("Land use may lie beside its place by that much, up to some hundred metres between old and new Chinese "
           "datums."),
        tr("Set the right transformation (Settings, Options, Transformations), or have the layer transformed by the "
           "surveying office and compare known points."),
    )
