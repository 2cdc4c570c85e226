"""The steps of the demo: each runs algorithms on the GeoPackage, adds their results to it, and says what came out."""

from __future__ import annotations

from pathlib import Path

from qgis import processing
from qgis.core import QgsProcessing

from .layers import open_layer, write_layer

RULES = {"SCHEME": "third_survey", "COEFFICIENTS": "xie2015", "VOUCHER_STANDARD": "jiangyin",
         "AREA_BASIS": "ellipsoidal"}
DATES = {"BASE_FIELD": "DLBM", "TARGET_FIELD": "DLBM"}
# Price of the pilot deals in Jiangyin, yuan per voucher; the cost is invented.
VOUCHER_PRICE, VOUCHER_COST = 30_000, 18_000
# The voucher price on 15 mu, which is one hectare.
STANDARD_FOREST_PRICE = 15 * VOUCHER_PRICE
# About those of China in 2020: yuan per head and year, persons/km².
NATIONAL_GDP, NATIONAL_DENSITY = 72_000, 147


def value_parcels(geopackage: Path) -> list[str]:
    """Compute the vouchers of the parcels from land use at two dates."""
    outcome = _run("ecovoucher:parcelesvchange", geopackage, {
        "PARCELS": open_layer(geopackage, "parcels"),
        "BASE_LANDUSE": open_layer(geopackage, "landuse_base"),
        "TARGET_LANDUSE": open_layer(geopackage, "landuse_target"),
        **DATES, **RULES,
    }, {"OUTPUT": "parcel_vouchers", "TRANSITIONS": "transitions", "UNMATCHED": "unmatched"})
    return _lines(
        outcome,
        "Vouchers: supply {VOUCHER_SUPPLY:,.2f}, demand {VOUCHER_DEMAND:,.2f}, net {VOUCHER_NET:+,.2f}",
        "Ecosystem service value {ESV_BASE:,.0f} → {ESV_TARGET:,.0f} yuan per year, change {ESV_CHANGE:+,.0f}",
        "{PARCEL_COUNT} parcels, {AREA_HA:,.2f} ha; {SKIPPED_COUNT} not computable; "
        "{UNMAPPED_HA:,.2f} ha without a known class at both dates",
    )


def value_plan(geopackage: Path) -> list[str]:
    """Compute what the restoration plots would yield if each got its planned land use as a whole."""
    plots = open_layer(geopackage, "parcels")
    plots.setSubsetString("kind = 'restoration'")
    outcome = _run("ecovoucher:parcelplanyield", geopackage, {
        "PARCELS": plots, "BASE_FIELD": "code_now", "TARGET_FIELD": "code_plan", **RULES,
    }, {"OUTPUT": "plan_vouchers"})
    return _lines(
        outcome, "Planned on {PARCEL_COUNT} restoration plots, {AREA_HA:,.2f} ha: supply {VOUCHER_SUPPLY:,.2f} vouchers"
    )


def split_revenue(geopackage: Path) -> list[str]:
    """Sell the vouchers that the parcels supply, and share out what remains after the cost."""
    outcome = _run("ecovoucher:revenuesplit", geopackage, {
        "INPUT": open_layer(geopackage, "parcel_vouchers"),
        "QUANTITY_FIELD": "v_supply", "UNIT_PRICE": VOUCHER_PRICE, "UNIT_COST": VOUCHER_COST, "PRESET": "voucher_sale",
    }, {"OUTPUT": "revenue"})
    return [
        f"Sale at {VOUCHER_PRICE:,} yuan per voucher, cost {VOUCHER_COST:,} yuan per voucher",
        *_lines(
            outcome,
            "Gross {GROSS:,.2f} − cost {COST:,.2f} = net {NET:,.2f} yuan",
            "Farmers {FARMER:,.2f} yuan, collectives {COLLECTIVE:,.2f} yuan",
        ),
    ]


def trade_forest_cover(geopackage: Path) -> list[str]:
    """Match the districts that miss their forest-coverage target with those that may sell."""
    outcome = _run("ecovoucher:forestcovertrade", geopackage, {
        "DISTRICTS": open_layer(geopackage, "districts"),
        "NAME_FIELD": "name", "AREA_FIELD": "land_ha", "AREA_UNIT": "ha",
        "COVER_FIELD": "forest_pct", "TARGET_FIELD": "target_pct", "PRICE_FIELD": "price_mu",
    }, {"OUTPUT": "districts_roles", "TRADES": "trades", "PAYMENTS": "payments"})
    feasible = "yes" if outcome["FEASIBLE"] else "no"
    return _lines(
        outcome,
        "Shortage {SHORTAGE:,.0f} mu, capacity {CAPACITY:,.0f} mu, traded {TRADED:,.0f} mu; feasible: " + feasible,
        "Amount {AMOUNT:,.2f} yuan, management fee included; unmet {UNMET:,.0f} mu",
    )


def balance_regions(geopackage: Path) -> list[str]:
    """Compute the standard-forest change of each district, and the balance corrected for GDP and population."""
    change = processing.run("ecovoucher:parcelesvchange", {
        "PARCELS": open_layer(geopackage, "districts"),
        "BASE_LANDUSE": _whole_prefecture(geopackage, "base"),
        "TARGET_LANDUSE": _whole_prefecture(geopackage, "target"),
        **DATES, **RULES, "VOUCHER_STANDARD": "standard_forest", "OUTPUT": QgsProcessing.TEMPORARY_OUTPUT,
    })
    outcome = _run("ecovoucher:regionvoucherbalance", geopackage, {
        "INPUT": change["OUTPUT"], "STATIC_FIELD": "v_net",
        "GDP_FIELD": "gdp_head", "NATIONAL_GDP": NATIONAL_GDP,
        "DENSITY_FIELD": "density", "NATIONAL_DENSITY": NATIONAL_DENSITY,
        "PRICE": STANDARD_FOREST_PRICE,
    }, {"OUTPUT": "districts_balance"})
    return _lines(
        outcome,
        "Static: supply {STATIC_SUPPLY:,.2f}, demand {STATIC_DEMAND:,.2f}, net {STATIC_NET:+,.2f} ha of standard "
        "forest",
        "Corrected for GDP and population: supply {SUPPLY:,.2f}, demand {DEMAND:,.2f}, unmet {UNMET:,.2f} ha "
        "(not an area of land)",
        "Supply worth {AMOUNT_SUPPLY:,.2f} yuan, demand costs {AMOUNT_DEMAND:,.2f} yuan",
    )


def _run(algorithm: str, geopackage: Path, inputs: dict, results: dict[str, str]) -> dict:
    """Run an algorithm, write its results to the GeoPackage, and return them with its numbers.

    results: the layer name of each output.
    """
    outcome = processing.run(algorithm, {**inputs, **dict.fromkeys(results, QgsProcessing.TEMPORARY_OUTPUT)})
    for output, name in results.items():
        write_layer(outcome[output], geopackage, name)
    return outcome


def _whole_prefecture(geopackage: Path, date: str) -> object:
    """Return the land use of the county and its surroundings at a date as one layer."""
    parts = [open_layer(geopackage, f"{name}_{date}") for name in ("landuse", "around")]
    return processing.run("native:mergevectorlayers", {
        "LAYERS": parts, "CRS": parts[0].crs(), "OUTPUT": QgsProcessing.TEMPORARY_OUTPUT,
    })["OUTPUT"]


def _lines(outcome: dict, *templates: str) -> list[str]:
    return [template.format(**outcome) for template in templates]
