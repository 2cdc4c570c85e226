"""What the policy algorithms share: number columns of a layer, and results appended to its features."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
)

from ..ecovoucher_plugin.accounting.errors import EcoVoucherError, LayerError
from ..ecovoucher_plugin.compat import is_null
from ..ecovoucher_plugin.overlay.progress import Cancelled
from ..ecovoucher_plugin.policy.money import yuan
from .base import EcoVoucherAlgorithm
from .destinations import discard

SKIP_VALIDITY = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
NAMED_IN_LOG = 10


def check_features(source: QgsProcessingFeatureSource, fields: tuple[QgsField, ...], label: str) -> None:
    """Raise LayerError where there is no feature, or where a field of the result is already there."""
    if source.featureCount() == 0:
        raise LayerError(
            "{layer}: there is no feature to work on. Check the layer, its filter, and “selected features only”.",
            layer=label,
        )
    names = {field.name().lower() for field in source.fields()}
    taken = [field.name() for field in fields if field.name().lower() in names]
    if taken:
        raise LayerError(
            "{layer}: the field “{field}” is already there, but the result needs this name. "
            "Rename it, or remove it if it comes from an earlier run.",
            layer=label, field="”, “".join(taken),
        )


def field_position(source: QgsProcessingFeatureSource, name: str, label: str) -> int:
    """Return the position of a field; raise LayerError where the layer does not have it."""
    position = source.fields().lookupField(name)
    if position < 0:
        raise LayerError(
            "{layer}: there is no field “{field}”. Its fields are: {fields}.",
            layer=label, field=name, fields=", ".join(field.name() for field in source.fields()),
        )
    return position


def number_position(source: QgsProcessingFeatureSource, name: str, label: str) -> int:
    """Return the position of a number field; raise LayerError where there is none or it holds something else."""
    position = field_position(source, name, label)
    field = source.fields().at(position)
    if not field.isNumeric():
        raise LayerError(
            "{layer}: the field “{field}” holds {type}, not numbers. Convert it to a number field (Refactor fields).",
            layer=label, field=name, type=field.typeName() or field.friendlyTypeString(),
        )
    return position


def number(value: object) -> float:
    """Return a numeric attribute, NaN where it is NULL."""
    return math.nan if is_null(value) else float(value)


def known(value: float | None) -> object:
    """Return a number as an attribute: NULL where it is unknown."""
    return NULL if value is None or math.isnan(value) else float(value)


def money(amount_fen: int | None) -> object:
    """Return an amount in fen as an attribute in yuan: NULL where it is unknown."""
    return NULL if amount_fen is None else yuan(amount_fen)


def write_features(
    algorithm: EcoVoucherAlgorithm,
    parameters: dict,
    context: QgsProcessingContext,
    name: str,
    source: QgsProcessingFeatureSource,
    fields: tuple[QgsField, ...],
    rows: Iterable[tuple[QgsFeature, list]],
) -> str:
    """Write features of a source with values appended, in the given fields; return the destination."""
    def extended() -> Iterator[QgsFeature]:
        for feature, values in rows:
            row = QgsFeature()
            row.setGeometry(feature.geometry())
            row.setAttributes(feature.attributes() + values)
            yield row

    destination = write_rows(
        algorithm, parameters, context, name, (*source.fields(), *fields), extended(),
        source.wkbType(), source.sourceCrs(),
    )
    if destination is None:
        raise QgsProcessingException(algorithm.invalidSinkError(parameters, name))
    return destination


def write_rows(
    algorithm: EcoVoucherAlgorithm,
    parameters: dict,
    context: QgsProcessingContext,
    name: str,
    fields: tuple[QgsField, ...],
    rows: Iterable[QgsFeature],
    wkb_type: object,
    crs: QgsCoordinateReferenceSystem,
) -> str | None:
    """Write features that hold values in the given fields; return the destination, None where none is wanted.

    An output that cannot be written to its end is removed.
    """
    all_fields = QgsFields()
    for field in fields:
        all_fields.append(field)
    sink, destination = algorithm.parameterAsSink(parameters, name, context, all_fields, wkb_type, crs)
    if sink is None:
        return None
    try:
        for row in rows:
            row.setFields(all_fields, False)
            algorithm.write(sink, row, parameters, name)
    except (Cancelled, EcoVoucherError, QgsProcessingException) as error:
        error.__traceback__ = None  # It holds the sink, which must be closed before its file can go.
        del sink
        discard(destination)
        raise
    return destination


def some(items: list) -> str:
    """Return the first items of a list for a message, and how many there are."""
    shown = ", ".join(str(item) for item in items[:NAMED_IN_LOG])
    return shown if len(items) <= NAMED_IN_LOG else f"{shown}, … ({len(items)})"


def optional_number(
    algorithm: EcoVoucherAlgorithm, parameters: dict, name: str, context: QgsProcessingContext
) -> float | None:
    """Return a number parameter, None where it is left empty."""
    if parameters.get(name) in (None, ""):
        return None
    return algorithm.parameterAsDouble(parameters, name, context)
