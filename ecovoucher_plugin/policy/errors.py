"""Errors of the policy rules, a class for each cause."""

from __future__ import annotations

from ..accounting.errors import EcoVoucherError


class MoneyError(EcoVoucherError):
    """An amount of money cannot be computed or shared out."""


class RevenueError(EcoVoucherError):
    """The terms of a revenue split do not make sense."""


class ForestCoverError(EcoVoucherError):
    """The terms of a forest-cover trade, or the figures of its districts, do not make sense."""


class InstalmentError(EcoVoucherError):
    """A payment plan cannot be made of the instalments as written."""


class TradeError(EcoVoucherError):
    """A set of trades breaks a rule of the market."""


class RegionalError(EcoVoucherError):
    """The figures of a regional balance do not make sense."""


class PolicyFileError(EcoVoucherError):
    """A shipped table of rules does not give what the rules need."""
