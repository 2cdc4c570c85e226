"""EcoVoucher (生态券): ecological vouchers from land-use change, as a QGIS plugin and as a Python package.

Without QGIS: ``from ecovoucher import parcel_esv_change`` (see ecovoucher_plugin/geodataframes.py).
"""

from __future__ import annotations


def classFactory(iface):
    """Return the plugin to QGIS; ``iface`` is None in ``qgis_process`` and on a server."""
    from .ecovoucher_plugin.plugin import EcoVoucherPlugin

    return EcoVoucherPlugin(iface)


def __getattr__(name: str):
    """Import the door for GeoDataFrames where it is asked for: QGIS does not need geopandas."""
    if name != "parcel_esv_change":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from .ecovoucher_plugin.geodataframes import parcel_esv_change

    return parcel_esv_change
