"""The page “Scenarios”."""

from __future__ import annotations

from ...i18n import tr
from ..page import Page


class ScenariosPage(Page):
    """To come."""

    def title(self) -> str:
        return tr("Scenarios")
