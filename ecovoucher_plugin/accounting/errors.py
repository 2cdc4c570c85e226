"""Errors a user can act on: what happened, where, and what to do next."""

from __future__ import annotations


class EcoVoucherError(Exception):
    """A refusal with a message template and the values that fill it.

    The template is kept apart from its values so that the user interface can
    translate the sentence; ``str(error)`` is the English text.
    """

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template, values)
        self.template = template
        self.values = values

    def __str__(self) -> str:
        return self.template.format(**self.values)


class TableFileError(EcoVoucherError):
    """A CSV table cannot be read as the format requires."""


class SchemeError(EcoVoucherError):
    """A land-use scheme is incomplete or contradicts itself."""


class CoefficientError(EcoVoucherError):
    """A coefficient table is incomplete or does not fit the request."""


class ConversionError(EcoVoucherError):
    """A voucher conversion table is incomplete or does not fit the request."""


class UnmatchedCodesError(EcoVoucherError):
    """Land-use codes occur in the data that cannot be valued."""


class LayerError(EcoVoucherError):
    """A layer cannot take part: CRS, extent, field or geometry type."""


class BalanceError(EcoVoucherError):
    """Results cannot be summed together."""


class DestinationError(EcoVoucherError):
    """A result cannot be written where the user asked for it."""
