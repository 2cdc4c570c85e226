"""Check of the local factors: they are ratios, not percentages."""

from __future__ import annotations

from collections.abc import Iterator

from ..accounting.coefficients import LocalFactors
from ..wording import Tr
from .finding import WARNING, Finding

# Local over national means lie well within a factor of ten of 1.
LARGEST = 10.0


def check_factors(factors: LocalFactors, tr: Tr = str) -> Iterator[Finding]:
    """Yield a finding for each local factor that is out of proportion."""
    for name, value in (
        ("NPP_FACTOR", factors.npp), ("PRECIPITATION_FACTOR", factors.precipitation), ("SOIL_FACTOR", factors.soil),
    ):
        if 1 / LARGEST <= value <= LARGEST:
            continue
        yield Finding(
            WARNING, tr("Parameters"), name,
            tr("{name} is {value}, but the factor is a ratio: local mean over national mean.").format(
                name=name, value=f"{value:g}"),
            tr("The services that it scales are multiplied by {value}.").format(value=f"{value:g}"),
            tr("If {value} is a percentage, write {ratio}.").format(value=f"{value:g}", ratio=f"{value / 100:g}")
            if value > LARGEST else tr("Check the figure; 1 is the national mean."),
        )
