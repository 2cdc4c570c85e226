"""Check of how the CRSs of the layers go together."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsEllipsoidUtils,
    QgsProcessingFeatureSource,
)

from ..overlay.from_qgis.area import distorts_area
from ..overlay.from_qgis.datums import is_guess
from ..overlay.limits import SAME_AXIS
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


def _are_geocentric(*systems: QgsCoordinateReferenceSystem) -> bool:
    """Return whether the ellipsoids of CRSs are those of geocentric datums.

    CGCS2000, WGS 84 and ETRS89 lie within a metre of each other, although no transformation between them may be known.
    Two datums on one older ellipsoid, such as Beijing 1954 and Pulkovo 1942, do not.
    """
    axes = [QgsEllipsoidUtils.ellipsoidParameters(crs.ellipsoidAcronym()) for crs in systems]
    return all(
        found.valid and abs(found.semiMajor - 6378137) <= SAME_AXIS and abs(found.semiMinor - 6356752.3) <= SAME_AXIS
        for found in axes
    )


def check_land_use_crs(
    label: str,
    crs: QgsCoordinateReferenceSystem,
    parcels: QgsProcessingFeatureSource,
    context: QgsCoordinateTransformContext,
    tr: Tr = str,
) -> Iterator[Finding]:
    """Yield what follows where a land-use layer has another CRS than the parcels."""
    parcels_crs = parcels.sourceCrs()
    if not (crs.isValid() and parcels_crs.isValid()) or crs == parcels_crs:
        return
    names = {"crs": crs.userFriendlyIdentifier(), "parcels": parcels_crs.userFriendlyIdentifier()}
    to_parcels = QgsCoordinateTransform(crs, parcels_crs, context)
    if not to_parcels.isValid() or is_guess(parcels_crs, parcels.sourceExtent(), crs, context):
        return  # The layer is refused for that.
    details = to_parcels.instantiatedCoordinateOperationDetails()
    if 0 <= details.accuracy <= ACCURATE_METRES or _are_geocentric(crs, parcels_crs):
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
        tr("Have the layer transformed by the surveying office and compare known points, or choose a better "
           "transformation where QGIS lists one (Settings, Options, Transformations)."),
    )
