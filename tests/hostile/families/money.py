"""C25, C29, D35: official areas, quantities, prices, ratios as tables hold them: NULL, negative, endless."""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from corpus.case import FOREST, REGIONS, REVENUE, Case, Near, Refused, Right
from corpus.oracle import unknown, valued
from corpus.places import over_half_forest
from qgis.core import NULL
from support.layers import BROADLEAF, INDUSTRY, layer, square
from support.policy_runs import table

ODD = (NULL, math.nan, math.inf, -math.inf, -1.0, -0.0, 0.0, 5e-324, 1e-9, 1e15, 1e300)
MONEY = ("rs_gross", "rs_cost", "rs_net", "rs_farmer", "rs_collect")


def cases() -> Iterator[Case]:
    yield from official_areas()
    yield from sales()
    yield from regions()
    yield from districts()


def official_areas() -> Iterator[Case]:
    def make(value: object, kind: str) -> dict:
        plots = layer([(square(0, 0), value), (square(200, 0), 9876)], f"field=TBMJ:{kind}")
        return over_half_forest(plots, AREA_BASIS="field", AREA_FIELD="TBMJ")

    good = valued({(INDUSTRY, INDUSTRY): 0.9876}, within=1e-12)
    for value in (9000.0, 10_000.0, 0.001, 1e-6, 123.456, 1e9, 1e12):
        pieces = {(INDUSTRY, BROADLEAF): 0.4 * value / 1e4, (INDUSTRY, INDUSTRY): 0.6 * value / 1e4}
        yield Case("C25", f"official area {value:g}", lambda _, value=value: make(value, "double"),
                   Right([valued(pieces, within=1e-6), good]))
    for value in (NULL, 0.0, -0.0, -5.0, math.nan, math.inf, -math.inf):
        yield Case("D35", f"official area {value!r}", lambda _, value=value: make(value, "double"),
                   Right([unknown("invalid"), good], says=("Parcel 1: the official area is missing or not above 0",)))
    for kind, value in (("integer", 9000), ("int8", 9000)):
        pieces = {(INDUSTRY, BROADLEAF): 0.36, (INDUSTRY, INDUSTRY): 0.54}
        yield Case("C25", f"official area as {kind}", lambda _, kind=kind, value=value: make(value, kind),
                   Right([valued(pieces), good]))
    for value in ("9000", "9,000", "９０００", ""):
        yield Case("C25", f"official area as text {value!r}", lambda _, value=value: make(value, "string"),
                   Refused(("TBMJ",)))


def in_fen(*factors: float) -> int:
    """Return a product in yuan as whole fen, half up, multiplied as written in decimals."""
    product = Decimal(100)
    for factor in factors:
        product *= Decimal(repr(float(factor)))
    return int(product.quantize(Decimal(1), ROUND_HALF_UP))


def sale(quantity: object, cost: object, price: float, share: float) -> dict[str, object]:
    """Return the row that a sale must have."""
    def none(status: str) -> dict[str, object]:
        return {"rs_status": status, **dict.fromkeys(MONEY)}

    if quantity == NULL or math.isnan(quantity):
        return none("no_quantity")
    if cost == NULL or math.isnan(cost):
        return none("no_cost")
    if quantity < 0 or cost < 0:
        return none("negative")
    if math.isinf(quantity) or math.isinf(cost) or max(quantity * price, quantity * cost) * 100 > 2**53:
        return none("too_large")
    gross, spent = in_fen(quantity, price), in_fen(quantity, cost)
    net = gross - spent
    whole = max(net, 0) * Decimal(repr(share)) / 100
    farmer = int(whole)
    rest = max(net, 0) - whole
    if whole - farmer > rest - int(rest) or (whole - farmer == rest - int(rest) != 0 and share >= 50):
        farmer += 1
    amounts = (gross, spent, net, farmer, max(net, 0) - farmer)
    return {"rs_status": "loss" if net < 0 else "ok", **{name: fen / 100 for name, fen in zip(MONEY, amounts)}}


def sales() -> Iterator[Case]:
    values = (*ODD, 1.0, 2.5, 0.005, 73.174999, 1 / 3)
    for price in (250_000.0, 33.33, 0.0, 0.01):
        for share in (85.0, 66.7, 0.0, 100.0):
            for name, rows in (("quantity", [(value, 7.0) for value in values]),
                               ("cost", [(1.5, value) for value in values])):
                yield Case(
                    "C29", f"odd {name}, price {price}, share {share} %",
                    lambda _, rows=rows, price=price, share=share: {
                        "INPUT": table("sold:double cost:double", *rows), "QUANTITY_FIELD": "sold",
                        "COST_FIELD": "cost", "UNIT_PRICE": price, "FARMER_SHARE": share, "PRESET": "none"},
                    Right([sale(*row, price, share) for row in rows]), REVENUE)
    for name, value in (("UNIT_PRICE", -1), ("UNIT_PRICE", math.nan), ("UNIT_PRICE", math.inf), ("UNIT_COST", -1),
                        ("FARMER_SHARE", 0.85), ("FARMER_SHARE", -1), ("FARMER_SHARE", 100.5),
                        ("FARMER_SHARE", math.nan), ("FARMER_MINIMUM", -1), ("FARMER_MINIMUM", math.inf),
                        ("COLLECTIVE_MINIMUM", math.nan), ("UNIT_PRICE", "dear"), ("UNIT_PRICE", "1,5"),
                        ("QUANTITY_FIELD", "gone"), ("QUANTITY_FIELD", "name"), ("COST_FIELD", "name")):
        yield Case("C29", f"{name} {value!r}", lambda _, name=name, value=value: {
            "INPUT": table("sold:double name:string", (1.0, "a")), "QUANTITY_FIELD": "sold", "UNIT_PRICE": 9.0,
            "PRESET": "none", name: value}, Refused(("",)), REVENUE)


def region(static: object, gdp: object, density: object) -> dict[str, object]:
    """Return the row that a region must have, for national figures of 1 and a price of 1,000 yuan."""
    def missing(value: object) -> bool:
        return value == NULL or not math.isfinite(value)

    nothing = {"rb_voucher": None, "rb_amount": None, "rb_role": None}
    for value, status in ((static, "no_static"), (gdp, "no_gdp"), (density, "no_density")):
        if missing(value):
            return {"rb_status": status, **nothing}
    if gdp <= 0 or density < 0:
        return {"rb_status": "bad_gdp" if gdp <= 0 else "bad_density", **nothing}
    voucher = static * gdp * density
    return {"rb_status": "ok", "rb_voucher": Near(voucher, 1e-12 * abs(voucher)),
            "rb_amount": Near(round(voucher * 1000, 2), 0.011),
            "rb_role": "supply" if voucher > 0 else "demand" if voucher < 0 else "neutral"}


def regions() -> Iterator[Case]:
    def make(rows: list[tuple], **changes) -> dict:
        return {"INPUT": table("static:double gdp:double density:double", *rows), "STATIC_FIELD": "static",
                "GDP_FIELD": "gdp", "DENSITY_FIELD": "density", "NATIONAL_GDP": 1, "NATIONAL_DENSITY": 1,
                "PRICE": 1000, **changes}

    values = (NULL, math.nan, math.inf, -math.inf, -3.0, -0.0, 0.0, 1e-9, 0.6, 12.0)
    for position, name in enumerate(("static", "gdp", "density")):
        for value in values:
            row = [7.2, 0.5, 2.0]
            row[position] = value
            yield Case("D35", f"region with {name} {value!r}", lambda _, row=row: make([tuple(row), (5.0, 1.0, 1.0)]),
                       Right([region(*row), region(5.0, 1.0, 1.0)]), REGIONS)
    for name, row in (("GDP in percent", (7.2, 120.0, 1.0)), ("density in percent", (7.2, 1.0, 95.0))):
        yield Case("C29", name, lambda _, row=row: make([row, (5.0, 1.0, 1.0)]), Refused(("Region 1", "percent")),
                   REGIONS)
    for name in ("NATIONAL_GDP", "NATIONAL_DENSITY", "PRICE"):
        for value in (-1, math.nan, math.inf, *((0,) if name != "PRICE" else ())):
            yield Case("C29", f"{name} {value}", lambda _, name=name, value=value: make(
                [(5.0, 1.0, 1.0)], **{name: value}), Refused(("",)), REGIONS)


def districts() -> Iterator[Case]:
    """A district with an odd figure beside two that trade: it is left out by name, and the deal stays."""
    def make(land: object, forest: object, target: object, **changes) -> dict:
        rows = ((square(0, 0, 500), "buyer", 1e5, 45_000.0, 55.0), (square(1000, 0, 500), "seller", 1e5, 8e4, 55.0),
                (square(2000, 0, 500), "odd", land, forest, target))
        layer_of = table("name:string land:double forest:double target:double", *rows, kind="Polygon")
        return {"DISTRICTS": layer_of, "NAME_FIELD": "name", "AREA_FIELD": "land", "FOREST_FIELD": "forest",
                "TARGET_FIELD": "target", **changes}

    deal = [{"fc_role": "buyer", "fc_bought": 10_000.0}, {"fc_role": "seller", "fc_sold": 10_000.0}]
    for (land, forest, target), status in (
        ((NULL, 5e4, 55.0), "no_area"), ((1e5, NULL, 55.0), "no_forest"), ((1e5, 5e4, NULL), "no_target"),
        ((math.nan, 5e4, 55.0), "no_area"), ((1e5, math.nan, 55.0), "no_forest"), ((1e5, 5e4, math.nan), "no_target"),
        ((0.0, 0.0, 55.0), "bad_area"), ((-1e5, 5e4, 55.0), "bad_area"), ((math.inf, 5e4, 55.0), "bad_area"),
        ((1e5, 1.5e5, 55.0), "bad_forest"), ((1e5, -1.0, 55.0), "bad_forest"), ((1e5, math.inf, 55.0), "bad_forest"),
        ((1e5, 5e4, 101.0), "bad_target"), ((1e5, 5e4, -1.0), "bad_target"), ((1e5, 5e4, math.inf), "bad_target"),
    ):
        odd = {"fc_status": status, "fc_role": None, "fc_bought": None, "fc_sold": None}
        yield Case("D35" if NULL in (land, forest, target) else "C29", f"district {land!r}, {forest!r}, {target!r}",
                   lambda _, land=land, forest=forest, target=target: make(land, forest, target),
                   Right([*deal, odd], says=("odd",)), FOREST)
    for name, value in (("SELLER_FLOOR", 0.6), ("SELLER_FLOOR", -1), ("SELLER_FLOOR", 101), ("INDEX_PRICE", -1),
                        ("INDEX_PRICE", math.nan), ("MANAGEMENT_FEE", math.inf), ("MANAGEMENT_YEARS", -3),
                        ("INSTALMENTS", "3:3:-4"), ("INSTALMENTS", "0:0"), ("INSTALMENTS", "三:三:四"),
                        ("INSTALMENTS", "nan"), ("INSTALMENTS", "inf"), ("NAME_FIELD", "gone")):
        yield Case("C29", f"{name} {value!r}", lambda _, name=name, value=value: make(
            1e5, 5.5e4, 55.0, **{name: value}), Refused(("",)), FOREST)
