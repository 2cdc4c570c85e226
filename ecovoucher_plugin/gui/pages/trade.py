"""The page “Trade”."""

from __future__ import annotations

from ...i18n import tr
from ..page import Page


class TradePage(Page):
    """To come."""

    def title(self) -> str:
        return tr("Trade")
