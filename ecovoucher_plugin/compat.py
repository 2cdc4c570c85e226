"""Every difference between QGIS versions that this plugin meets."""

from __future__ import annotations

from qgis.core import NULL, Qgis, QgsApplication, QgsField
from qgis.PyQt.QtCore import QMetaType, QThreadPool, QVariant

if Qgis.QGIS_VERSION_INT >= 33800:
    DOUBLE, TEXT, LONG = QMetaType.Type.Double, QMetaType.Type.QString, QMetaType.Type.LongLong
    WHOLE = (LONG, QMetaType.Type.Int, QMetaType.Type.UInt, QMetaType.Type.ULongLong)
else:
    DOUBLE, TEXT, LONG = QVariant.Double, QVariant.String, QVariant.LongLong
    WHOLE = (LONG, QVariant.Int, QVariant.UInt, QVariant.ULongLong)


def is_null(value: object) -> bool:
    """Return whether an attribute value is NULL, as None (Qt 6) or as QGIS's NULL (Qt 5)."""
    return value is None or (isinstance(value, QVariant) and value == NULL)


def none_if_null(value: object) -> object:
    """Return an attribute value as it stands, None where it is NULL."""
    return None if is_null(value) else value


def attribute(value: object) -> object:
    """Return an attribute value as QGIS takes it whole.

    From 3.40 on QGIS drops a byte-order mark before a text that Python gives it, and all behind a NUL.
    """
    is_cut = isinstance(value, str) and (value.startswith("\ufeff") or "\0" in value)
    return QVariant(value) if is_cut else value


def double_field(name: str) -> QgsField:
    return QgsField(name, DOUBLE)


def text_field(name: str) -> QgsField:
    """Return a text field of the width that a Shapefile can hold."""
    return QgsField(name, TEXT, "", 254)


def long_text_field(name: str) -> QgsField:
    """Return a text field without a limit; a Shapefile cuts it at 254 characters."""
    return QgsField(name, TEXT)


def long_field(name: str) -> QgsField:
    return QgsField(name, LONG)


def holds_codes(field: QgsField) -> bool:
    """Return whether a field holds text or whole numbers."""
    return field.type() == TEXT or holds_numbers(field)


def holds_numbers(field: QgsField) -> bool:
    """Return whether a field holds whole numbers."""
    return field.type() in WHOLE


def pool_of_tasks() -> QThreadPool:
    """Return the threads that run QGIS's tasks: from 3.34 on a pool of their own, before that the application's."""
    if Qgis.QGIS_VERSION_INT >= 33400:
        return QgsApplication.taskManager().threadPool()
    return QThreadPool.globalInstance()
