"""EcoVoucher (生态券): ecological vouchers from land-use change, as a QGIS plugin."""

from __future__ import annotations


def classFactory(iface):
    """Return the plugin to QGIS; ``iface`` is None in ``qgis_process`` and on a server."""
    from .ecovoucher_plugin.plugin import EcoVoucherPlugin

    return EcoVoucherPlugin(iface)
