"""Why a layer cannot take part: the same sentences whatever the layer is read from."""

from __future__ import annotations

from collections.abc import Iterable

from ..accounting.errors import LayerError


def no_polygons(layer: str, kind: str) -> LayerError:
    return LayerError(
        "{layer}: the layer holds no polygons ({type}). Choose a polygon layer.", layer=layer, type=kind
    )


def no_crs(layer: str) -> LayerError:
    return LayerError(
        "{layer}: the layer has no CRS. Set the CRS in which its coordinates were recorded (layer properties, "
        "Source).",
        layer=layer,
    )


def geometry_collections(layer: str) -> LayerError:
    return LayerError(
        "{layer}: the layer holds geometry collections, of which QGIS knows neither the CRS nor the extent. “Prepare "
        "the inputs” (ecovoucher:prepareinputs) writes a copy with their polygons; use that.",
        layer=layer,
    )


def no_features(layer: str) -> LayerError:
    return LayerError(
        "{layer}: there is no feature to work on. Check the layer, its filter, and “selected features only”.",
        layer=layer,
    )


def misleading_planar_areas(layer: str, crs: str) -> LayerError:
    return LayerError(
        "{layer}: planar areas in {crs} are not areas on the ground. Use the area basis “ellipsoidal”, or "
        "reproject the parcels to a projected CRS such as a Gauss-Krüger zone.",
        layer=layer, crs=crs,
    )


def outside_area_of_use(layer: str, extent: str, crs: str) -> LayerError:
    return LayerError(
        "{layer}: the coordinates {extent} lie outside the area for which {crs} is defined. "
        "The layer probably has the wrong CRS (for Gauss-Krüger: zone, or eastings with and without zone number).",
        layer=layer, extent=extent, crs=crs,
    )


def endless_coordinates(layer: str) -> LayerError:
    return LayerError(
        "{layer}: there are coordinates that are not finite numbers, so the extent of the layer cannot be told. "
        "Look for features with an infinite extent, and correct or delete them.",
        layer=layer,
    )


def no_area_field() -> LayerError:
    return LayerError(
        "The area basis is “field”, but no field of official areas is chosen. Choose one, or another area basis."
    )


def no_areas_in(layer: str, field: str) -> LayerError:
    return LayerError(
        "{layer}: “{field}” is not a numeric field, so it holds no official areas in m².", layer=layer, field=field
    )


def taken(layer: str, fields: Iterable[str]) -> LayerError:
    return LayerError(
        "{layer}: the field “{field}” is already there, but the result needs this name. "
        "Rename it, or remove it if it comes from an earlier run.",
        layer=layer, field="”, “".join(fields),
    )


def no_such_field(layer: str, field: str, fields: Iterable[str]) -> LayerError:
    return LayerError(
        "{layer}: there is no field “{field}”. Its fields are: {fields}.",
        layer=layer, field=field, fields=", ".join(fields),
    )


def no_codes_in(layer: str, field: str, kind: str) -> LayerError:
    return LayerError(
        "{layer}: the field “{field}” holds {type}, not land-use codes. Choose a field of text or whole numbers.",
        layer=layer, field=field, type=kind,
    )


def far_from_parcels(layer: str, covered: str, parcels: str, crs: str) -> LayerError:
    return LayerError(
        "{layer} lies nowhere near the parcels: it covers {extent}, the parcels {parcels} (in {crs}). "
        "Check that the layers and their CRSs belong together.",
        layer=layer, extent=covered, parcels=parcels, crs=crs,
    )


def no_datum_shift(layer: str, crs: str, parcels: str) -> LayerError:
    return LayerError(
        "{layer}: how {crs} is shifted against {other}, the CRS of the parcels, is not known here, and without "
        "that the layers are off by up to some hundred metres. Have the layer transformed by the surveying office."
        " Or, where the official seven parameters are known, give the layer a custom CRS with them as +towgs84 and"
        " reproject it to EPSG:4326 first: such parameters act towards WGS 84 only, and from there to CGCS2000 no "
        "shift is needed.",
        layer=layer, crs=crs, other=parcels,
    )


def no_transformation(layer: str, crs: str, parcels: str) -> LayerError:
    return LayerError(
        "{layer}: between {crs} and {other}, the CRS of the parcels, there is no transformation, as between a local "
        "grid and the CRS of a country. Set the CRS in which the coordinates were recorded (layer properties, Source), "
        "or have the layer transformed by the surveying office.",
        layer=layer, crs=crs, other=parcels,
    )


def not_transformable(feature: str) -> LayerError:
    return LayerError(
        "{feature} cannot be transformed into the CRS of the parcels. Check the CRS of its layer, "
        "or clip the layer to the area of the parcels.",
        feature=feature,
    )


def no_ellipsoid(crs: str) -> LayerError:
    return LayerError(
        "The CRS {crs} names no ellipsoid, so ellipsoidal areas cannot be computed. "
        "Choose another area basis, or reproject the parcels to a CRS such as EPSG:4490.",
        crs=crs,
    )


def not_opened(layer: str, file: str, missing: Iterable[str]) -> LayerError:
    names = ", ".join(missing)
    if names:
        return LayerError(
            "{layer}: {file} cannot be opened, because {missing} is not beside it. A Shapefile is several files of one "
            "name: copy them all.",
            layer=layer, file=file, missing=names,
        )
    return LayerError(
        "{layer}: {file} is there, but QGIS cannot open it: it is damaged, incomplete, locked by another program, or "
        "of a kind that QGIS does not read. Take it from its source again, or from a backup.",
        layer=layer, file=file,
    )


def changed_during_the_run() -> LayerError:
    return LayerError(
        "The input layer changed during the run, or features of it share an id. Run again, or save the layer as a "
        "GeoPackage first."
    )


def not_read_to_the_end(file: str, reason: str = "") -> LayerError:
    """reason: as GDAL tells it, where it does."""
    if reason:
        return LayerError(
            "{file} cannot be read to its end: it, or a file that belongs to it, is damaged, locked or gone. GDAL "
            "says: “{reason}”. Close other programs that use it; else take a copy from a backup.",
            file=file, reason=reason,
        )
    return LayerError(
        "{file} cannot be read to its end: it is damaged, locked or gone. Close other programs that use it; "
        "else take a copy from a backup.",
        file=file,
    )
