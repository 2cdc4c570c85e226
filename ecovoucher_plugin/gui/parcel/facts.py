"""Where the figures of a parcel card come from: the table of transitions, the rules of the run, the terms of a sale."""

from __future__ import annotations

import math

from qgis.core import QgsFeature, QgsVectorLayer

from ...accounting.accounts import JIANGYIN, STANDARD_FOREST
from ...accounting.eligibility import eligibility
from ...accounting.provenance import rules_part
from ...accounting.services import SERVICE_COLUMNS
from ...catalog import SCHEMES
from ...compat import is_null
from ...i18n import tr, tr_error
from ...policy.errors import RevenueError
from ...policy.revenue import Revenue
from ...rules import parameters_of, scheme_of
from .. import formats
from ..background.runs import TEMPORARY
from ..project_state import ProjectState
from ..results.parcel_records import ParcelRecords
from ..revenue.inputs import read_inputs, sales_of, unit_name
from .transitions import Transition
from .words import doubts, eligibility_note

SERVICES = "ecovoucher:parcelservices"
TABLE = "None?field=parcel:long&field=from_code:string&field=to_code:string&field=area_ha:double"


def notes_on(transitions: list[Transition], rules: str) -> list[str]:
    """Return why each transition gives vouchers or does not, and what the scheme doubts about the codes."""
    name = rules_part(rules, "scheme")
    if name not in SCHEMES:
        return []
    scheme, standard = scheme_of(name), rules_part(rules, "standard")
    kinds: dict[str, list[str]] = {}
    for item in transitions:
        kind = eligibility(item.from_code, item.to_code, scheme, standard, item.v_supply, item.v_demand)
        kinds.setdefault(kind, []).append(f"{item.from_code} → {item.to_code}")
    notes = [f"• {', '.join(codes)}: {eligibility_note(kind)}" for kind, codes in kinds.items()]
    return [*notes, *(f"• {doubt}" for doubt in doubts(transitions, scheme))]


def service_parameters(transitions: list[Transition], rules: str) -> dict[str, object]:
    """Return the parameters of ecovoucher:parcelservices for one parcel, with the rules of the run that it is from.

    Raises EcoVoucherError where these rules are in a file that is not known.
    """
    parameters = parameters_of(rules)
    table = QgsVectorLayer(TABLE, tr("Transitions by parcel"), "memory")
    features = []
    for item in transitions:
        feature = QgsFeature(table.fields())
        feature.setAttributes([0, item.from_code, item.to_code, item.area_ha])
        features.append(feature)
    table.dataProvider().addFeatures(features)
    return {"TRANSITIONS": table, "ALLOW_UNMATCHED": True, "OUTPUT": TEMPORARY, **parameters}


def service_records(layer: QgsVectorLayer) -> list[tuple]:
    """Return service, group, ESV before, after and change of each row of the algorithm's result."""
    return [
        tuple(None if is_null(feature[name]) else feature[name] for name in SERVICE_COLUMNS[1:])
        for feature in layer.getFeatures()
    ]


def money_of(records: ParcelRecords, row: int, state: ProjectState) -> tuple[Revenue | None, str, str]:
    """Return what selling the parcel brings by the terms of the page “Revenue”, the price, and what is in the way."""
    inputs = read_inputs(state)
    price = tr("{price} yuan per {unit}").format(price=formats.number(inputs.price), unit=unit_name(inputs))
    missing = [name for name in (inputs.quantity_field, inputs.cost_field) if name and name not in records.numbers]
    if missing:
        return None, price, tr("The field {field} is not in this layer. Choose another on the page “Revenue”.").format(
            field=missing[0])
    if not inputs.price:
        return None, price, tr("Enter a price on the page “Revenue”.")
    if math.isnan(records.numbers[inputs.quantity_field][row]):
        return None, price, tr("Unknown, because the quantity is.")
    try:
        return sales_of(records, [row], inputs)[0], price, tr("Unknown: check quantity and cost of this parcel.")
    except RevenueError as error:
        return None, price, tr_error(error)


def voucher_unit(rules: str) -> str:
    """Return the unit in which a run counts vouchers."""
    units = {JIANGYIN: tr("vouchers"), STANDARD_FOREST: tr("ha of standard forest")}
    return units.get(rules_part(rules, "standard"), "")
