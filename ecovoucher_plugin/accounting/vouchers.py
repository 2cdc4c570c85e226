"""Voucher standards: how many vouchers one square metre of a transition gives or takes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .coefficients import CoefficientTable, LocalFactors
from .conversion import ConversionTable, regulating_ratios
from .schemes import LandUseScheme
from .standards import JiangyinStandard
from .units import hectares, mu


@dataclass(frozen=True)
class VoucherRates:
    """Vouchers per m² of each transition.

    supply, demand: float64 (base classes, target classes), NaN is unknown, never negative.
    base, target: the coefficient of each class, NaN is unknown.
    """

    supply: np.ndarray
    demand: np.ndarray
    base: np.ndarray
    target: np.ndarray


def jiangyin_rates(
    base_codes: tuple[str, ...],
    target_codes: tuple[str, ...],
    scheme: LandUseScheme,
    table: CoefficientTable,
    factors: LocalFactors,
    conversion: ConversionTable | None,
    standard: JiangyinStandard,
) -> VoucherRates:
    """Return the rates of the Jiangyin measures (seed 003, Articles 2, 3, 7, 19).

    Supply: construction land that became ecological, (c_after − c_before) a mu. Demand: ecological
    land that became construction, (c_before − c_after) a mu. A negative difference gives 0 (rulebook J-3).
    conversion: the official coefficients; None takes the ratio of regulating services instead.
    """

    def coefficients(codes: tuple[str, ...]) -> np.ndarray:
        if conversion is None:
            return regulating_ratios(codes, scheme, table, factors, standard)
        classes = [scheme.classes.get(code) for code in codes]
        return np.array([np.nan if item is None else conversion.coefficient(item, standard) for item in classes])

    base, target = coefficients(base_codes), coefficients(target_codes)
    gain = target[np.newaxis, :] - base[:, np.newaxis]
    restored = _flags(base_codes, scheme, "construction")[:, np.newaxis] & _flags(
        target_codes, scheme, "ecological_jiangyin"
    )
    built = _flags(base_codes, scheme, "ecological_jiangyin")[:, np.newaxis] & _flags(
        target_codes, scheme, "construction"
    )
    per_m2 = mu(1.0)
    return VoucherRates(
        supply=np.where(restored, np.maximum(gain, 0.0), 0.0) * per_m2,
        demand=np.where(built, np.maximum(-gain, 0.0), 0.0) * per_m2,
        base=base,
        target=target,
    )


def standard_forest_rates(
    base_codes: tuple[str, ...],
    target_codes: tuple[str, ...],
    scheme: LandUseScheme,
    coefficients: dict[str, float],
) -> VoucherRates:
    """Return the rates of the standard-forest method (seed 001, Eq. 1 and M_t − M_0), in hectares of standard forest.

    A class that is not ecological in the sense of seed 001 counts 0. A gain is supply, a loss is demand.
    """

    def standard_forest(codes: tuple[str, ...]) -> np.ndarray:
        ecological = _flags(codes, scheme, "ecological_gu")
        names = [scheme.classes[code].standard_forest if code in scheme.classes else "" for code in codes]
        return np.where(ecological, [coefficients.get(name, np.nan) for name in names], 0.0)

    base, target = standard_forest(base_codes), standard_forest(target_codes)
    gain = target[np.newaxis, :] - base[:, np.newaxis]
    per_m2 = hectares(1.0)
    return VoucherRates(np.maximum(gain, 0.0) * per_m2, np.maximum(-gain, 0.0) * per_m2, base, target)


def _flags(codes: tuple[str, ...], scheme: LandUseScheme, name: str) -> np.ndarray:
    """Return bool (n,): where the scheme says yes; conditional is no."""
    return np.array(
        [code in scheme.classes and getattr(scheme.classes[code], name) == "yes" for code in codes], dtype=bool
    )
