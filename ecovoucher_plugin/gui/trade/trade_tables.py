"""A forest-cover trade in tables: districts, trades and payments, with roles and reasons in words."""

from __future__ import annotations

from qgis.core import QgsVectorLayer

from ...compat import is_null
from ...i18n import tr
from ...policy import forest_cover as policy
from ...policy.payments import FEE, PRICE, PRICE_AND_FEE
from ..tables.table import COUNT, MONEY, NUMBER, TEXT, Column

UNMET = "unmet"


def district_columns() -> tuple[Column, ...]:
    mu = tr("mu")
    return (
        Column("name", tr("District"), TEXT),
        Column("fc_role", tr("Role"), TEXT),
        Column("fc_bought", tr("Buys"), NUMBER, 2, mu),
        Column("fc_sold", tr("Sells"), NUMBER, 2, mu),
        Column("fc_cover", tr("Coverage"), NUMBER, 2, "%"),
        Column("fc_target", tr("Target"), NUMBER, 2, "%"),
        Column("fc_after", tr("Coverage after"), NUMBER, 2, "%"),
        Column("fc_short", tr("Shortage"), NUMBER, 2, mu),
        Column("fc_surplus", tr("May sell"), NUMBER, 2, mu),
        Column("fc_status", tr("Remark"), TEXT),
    )


def trade_columns() -> tuple[Column, ...]:
    return (
        Column("seller", tr("Seller"), TEXT),
        Column("buyer", tr("Buyer"), TEXT),
        Column("area_mu", tr("Area"), NUMBER, 2, tr("mu")),
        Column("unit_price", tr("Price with fee"), MONEY, 2, tr("yuan/mu")),
        Column("amount", tr("Amount"), MONEY, 2, tr("yuan")),
        Column("distance_km", tr("Distance"), NUMBER, 1, tr("km")),
    )


def payment_columns() -> tuple[Column, ...]:
    return (
        Column("buyer", tr("Buyer"), TEXT),
        Column("seller", tr("Seller"), TEXT),
        Column("year", tr("Year"), COUNT),
        Column("amount", tr("Amount"), MONEY, 2, tr("yuan")),
        Column("kind", tr("For"), TEXT),
    )


def rows(layer: QgsVectorLayer, columns: tuple[Column, ...], name_field: str = "name") -> tuple[list[list], list[int]]:
    """Return the cells of a result layer and the feature ids. name_field: the field of the names of districts."""
    words = {"fc_role": role_words(), "fc_status": status_words(), "kind": kind_words()}
    fields = [name_field if column.key == "name" else column.key for column in columns]
    cells, ids = [], []
    for feature in layer.getFeatures():
        values = [feature[field] for field in fields]
        cells.append([
            None if is_null(value) else words[column.key].get(value, value) if column.key in words else
            str(value) if column.is_text else value
            for column, value in zip(columns, values)
        ])
        ids.append(feature.id())
    return cells, ids


def role_words() -> dict[str, str]:
    return {
        policy.BUYER: tr("buyer"), policy.SELLER: tr("seller"), policy.COMPLIANT: tr("compliant"),
    }


def kind_words() -> dict[str, str]:
    return {
        PRICE: tr("price"), FEE: tr("management fee"), PRICE_AND_FEE: tr("price and management fee"),
    }


def status_words() -> dict[str, str]:
    """Return what became of a district, and what to do, by fc_status."""
    return {
        policy.OK: "",
        UNMET: tr("shortage not met in full"),
        policy.NO_AREA: tr("left out: land area missing or polygon invalid; complete it"),
        policy.NO_FOREST: tr("left out: forest area or coverage missing; complete it"),
        policy.NO_TARGET: tr("left out: target or group missing; complete it"),
        policy.NO_PLACE: tr("left out: no polygon; draw it"),
        policy.BAD_AREA: tr("left out: land area is not above 0; check the unit"),
        policy.BAD_FOREST: tr("left out: forest larger than the district; check the unit"),
        policy.BAD_COVER: tr("left out: coverage is not between 0 and 100 %"),
        policy.BAD_TARGET: tr("left out: target is not between 0 and 100 %"),
        policy.BAD_PRICE: tr("left out: price is negative"),
    }
