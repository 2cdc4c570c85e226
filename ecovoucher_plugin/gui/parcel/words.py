"""What is said of a parcel in words: ecosystem services, and why a transition gives vouchers or does not."""

from __future__ import annotations

from ...accounting.eligibility import (
    BUILT,
    CONDITIONAL,
    GAIN,
    LOSS,
    NO_RESTORATION,
    RESTORED,
    SAME,
    UNKNOWN,
)
from ...accounting.schemes import LandUseScheme
from ...i18n import tr
from ...overlay.parcels import ELLIPSOIDAL, FIELD, PLANAR
from .transitions import Transition


def service_name(service: str) -> str:
    """Return a service of a coefficient table in words; one of a user's own table as its column says."""
    names = {
        "food_production": tr("food"),
        "raw_materials": tr("raw materials"),
        "water_supply": tr("water supply"),
        "gas_regulation": tr("gas regulation"),
        "climate_regulation": tr("climate"),
        "environment_purification": tr("purification"),
        "hydrological_regulation": tr("hydrology"),
        "water_conservation": tr("water conservation"),
        "waste_treatment": tr("waste treatment"),
        "soil_conservation": tr("soil"),
        "soil_formation_protection": tr("soil formation"),
        "nutrient_cycling": tr("nutrients"),
        "biodiversity": tr("biodiversity"),
        "aesthetic_landscape": tr("landscape"),
        "recreation_culture": tr("recreation"),
        "total": tr("all services"),
    }
    return names.get(service) or service.replace("_", " ")


def basis_name(basis: str) -> str:
    """Return an area basis in words."""
    names = {ELLIPSOIDAL: tr("ellipsoid"), PLANAR: tr("planar"), FIELD: tr("official area"), "": tr("unknown basis")}
    return names.get(basis, basis)


def eligibility_note(kind: str) -> str:
    """Return why a transition of a kind gives vouchers, takes them, or does neither."""
    return {
        RESTORED: tr("Construction land became ecological land: this is restoration, and what it gains is supply."),
        BUILT: tr("Ecological land became construction land: what is lost is demand."),
        NO_RESTORATION: tr("Not between construction land and ecological land: neither supply nor demand."),
        CONDITIONAL: tr("Whether this class counts is the authority's decision; here it does not. Ask the authority."),
        GAIN: tr("More standard forest than before: supply."),
        LOSS: tr("Less standard forest than before: demand."),
        SAME: tr("As much standard forest as before: neither supply nor demand."),
        UNKNOWN: tr("A code or its coefficient is not known to the scheme, so the vouchers are unknown."),
    }[kind]


def doubts(transitions: list[Transition], scheme: LandUseScheme) -> list[str]:
    """Return what the scheme doubts about the codes of transitions, each once."""
    codes = dict.fromkeys(code for item in transitions for code in (item.from_code, item.to_code))
    return [
        tr("Code {code}: {doubt}").format(code=code, doubt=scheme.classes[code].doubt)
        for code in codes if code in scheme.classes and scheme.classes[code].doubt
    ]
