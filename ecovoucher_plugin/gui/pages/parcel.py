"""The page “Parcel”."""

from __future__ import annotations

from ...i18n import tr
from ..page import Page


class ParcelPage(Page):
    """To come."""

    def title(self) -> str:
        return tr("Parcel")
