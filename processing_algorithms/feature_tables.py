"""What the policy algorithms share: columns of a layer, and values as attributes."""

from __future__ import annotations

import math

from qgis.core import NULL, QgsField, QgsProcessingContext, QgsProcessingFeatureSource

from ..ecovoucher_plugin.accounting.errors import LayerError
from ..ecovoucher_plugin.compat import is_null
from ..ecovoucher_plugin.policy.money import yuan
from .base import EcoVoucherAlgorithm


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


def optional_number(
    algorithm: EcoVoucherAlgorithm, parameters: dict, name: str, context: QgsProcessingContext
) -> float | None:
    """Return a number parameter, None where it is left empty."""
    if parameters.get(name) in (None, ""):
        return None
    return algorithm.parameterAsDouble(parameters, name, context)
