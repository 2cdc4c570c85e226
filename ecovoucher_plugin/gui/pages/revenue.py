"""The page “Revenue”."""

from __future__ import annotations

from ...i18n import tr
from ..page import Page


class RevenuePage(Page):
    """To come."""

    def title(self) -> str:
        return tr("Revenue")
