"""Outputs of the algorithms that value parcels: fields, rows, numbers and the summary in the log."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)

from ..ecovoucher_plugin.accounting.accounts import ParcelAccounts, Rules, total
from ..ecovoucher_plugin.accounting.status import EMPTY, INVALID, NOT_COVERED, OVERLAP
from ..ecovoucher_plugin.accounting.unmatched import CodeArea
from ..ecovoucher_plugin.accounting.units import hectares
from ..ecovoucher_plugin.compat import double_field, long_field, text_field
from ..ecovoucher_plugin.i18n import tr
from ..ecovoucher_plugin.overlay.progress import Cancelled, Progress
from .base import EcoVoucherAlgorithm
from .destinations import discard
from .styling import style_on_load

OUTPUT, TRANSITIONS, UNMATCHED = "OUTPUT", "TRANSITIONS", "UNMATCHED"

PARCEL_FIELDS = (
    *(double_field(name) for name in (
        "area_ha", "mapped_pct", "esv_base", "esv_target", "esv_change",
        "d_provis", "d_regul", "d_support", "d_cultur", "v_supply", "v_demand", "v_net",
    )),
    *(text_field(name) for name in ("ev_role", "ev_status", "ev_rules")),
)
TRANSITION_FIELDS = (
    long_field("parcel"),
    *(text_field(name) for name in ("from_code", "from_name", "to_code", "to_name")),
    *(double_field(name) for name in ("area_ha", "esv_change", "v_supply", "v_demand")),
)
UNMATCHED_FIELDS = (
    text_field("layer"), text_field("code"), double_field("area_ha"), double_field("share_pct"), long_field("parcels"),
)
NUMBERS = (
    "PARCEL_COUNT", "SKIPPED_COUNT", "AREA_HA", "UNMAPPED_HA",
    "ESV_BASE", "ESV_TARGET", "ESV_CHANGE", "VOUCHER_SUPPLY", "VOUCHER_DEMAND", "VOUCHER_NET",
)


@dataclass(frozen=True)
class ParcelResults:
    """Everything that is written: accounts and statuses in the order of the parcels, and the rules in one line."""

    parcel_ids: list[int]
    accounts: ParcelAccounts
    statuses: list[str]
    unmatched: list[CodeArea]
    rules: Rules
    rules_text: str


def add_parcel_outputs(algorithm: EcoVoucherAlgorithm) -> None:
    """Declare the sinks and numbers that write_results fills."""
    polygon, table = QgsProcessing.SourceType.TypeVectorPolygon, QgsProcessing.SourceType.TypeVector
    algorithm.add_parameter(
        QgsProcessingParameterFeatureSink(OUTPUT, tr("Parcels with ESV change and vouchers"), polygon),
        tr("All parcels, with areas in hectares, ESV in yuan per year and vouchers."),
    )
    algorithm.add_parameter(
        QgsProcessingParameterFeatureSink(TRANSITIONS, tr("Transitions by parcel"), table, None, True, False),
        tr("One row for each combination of parcel, base class and target class."),
    )
    algorithm.add_parameter(
        QgsProcessingParameterFeatureSink(UNMATCHED, tr("Codes without a value"), table, None, True, False),
        tr("Land-use codes that the scheme or the coefficient table does not have, with their area in the parcels."),
    )
    for name, label in zip(NUMBERS, (
        tr("Parcels"), tr("Parcels without a result"), tr("Area of the parcels (ha)"), tr("Area not valued (ha)"),
        tr("ESV at the base date (yuan per year)"), tr("ESV at the target date (yuan per year)"),
        tr("ESV change (yuan per year)"), tr("Voucher supply"), tr("Voucher demand"), tr("Net vouchers"),
    )):
        algorithm.addOutput(QgsProcessingOutputNumber(name, label))


def taken_fields(source: QgsProcessingFeatureSource) -> list[str]:
    """Return the output fields whose names the parcels already use, whatever the case."""
    taken = {field.name().lower() for field in source.fields()}
    return [field.name() for field in PARCEL_FIELDS if field.name().lower() in taken]


def write_results(
    algorithm: EcoVoucherAlgorithm,
    parameters: dict,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    parcels: QgsProcessingFeatureSource,
    results: ParcelResults,
) -> dict:
    """Write the sinks of a run and return its outputs."""
    outputs = {OUTPUT: _write_parcels(algorithm, parameters, context, feedback, parcels, results)}
    for name, fields, rows in (
        (TRANSITIONS, TRANSITION_FIELDS, _transition_rows(results)),
        (UNMATCHED, UNMATCHED_FIELDS, _unmatched_rows(results.unmatched)),
    ):
        destination = _write_table(algorithm, parameters, context, name, fields, rows)
        if destination is not None:
            outputs[name] = destination
    return {**outputs, **_numbers(results)}


def _write_parcels(algorithm, parameters, context, feedback, parcels, results) -> str:
    fields = QgsFields(parcels.fields())
    for field in PARCEL_FIELDS:
        fields.append(field)
    sink, destination = algorithm.parameterAsSink(
        parameters, OUTPUT, context, fields, parcels.wkbType(), parcels.sourceCrs()
    )
    if sink is None:
        raise QgsProcessingException(algorithm.invalidSinkError(parameters, OUTPUT))
    try:
        _fill(algorithm, parameters, feedback, parcels, results, fields, sink)
    except (Cancelled, QgsProcessingException) as error:
        error.__traceback__ = None  # It holds the sink, which must be closed before its file can go.
        del sink
        discard(destination)
        raise
    style_on_load(context, destination, "parcel_vouchers")
    return destination


def _fill(algorithm, parameters, feedback, parcels, results, fields, sink) -> None:
    skip_validity = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    progress = Progress(feedback, 90, 100)
    written = 0
    for feature in progress.each(parcels.getFeatures(QgsFeatureRequest(), skip_validity), len(results.parcel_ids)):
        if written >= len(results.parcel_ids) or feature.id() != results.parcel_ids[written]:
            raise QgsProcessingException(tr("The parcel layer changed during the run. Run again."))
        row = QgsFeature(fields)
        row.setGeometry(feature.geometry())
        row.setAttributes(feature.attributes() + _parcel_row(results, written))
        algorithm.write(sink, row, parameters, OUTPUT)
        written += 1
    if written != len(results.parcel_ids):
        raise QgsProcessingException(tr("The parcel layer changed during the run. Run again."))


def _parcel_row(results: ParcelResults, parcel: int) -> list:
    accounts = results.accounts
    return [
        _value(hectares(accounts.area_m2[parcel])),
        _value(100 * accounts.mapped_share[parcel]),
        _value(accounts.esv_base[parcel]),
        _value(accounts.esv_target[parcel]),
        _value(accounts.esv_change[parcel]),
        *(_value(change) for change in accounts.group_change[parcel]),
        _value(accounts.supply[parcel]),
        _value(accounts.demand[parcel]),
        _value(accounts.net[parcel]),
        accounts.role(parcel) or NULL,
        results.statuses[parcel],
        results.rules_text,
    ]


def _transition_rows(results: ParcelResults):
    rows = results.accounts.rows
    table, classes = rows.transitions, results.rules.scheme.classes
    for row in range(len(table.parcel)):
        before = classes[table.base_codes[table.base[row]]]
        after = classes[table.target_codes[table.target[row]]]
        yield [
            results.parcel_ids[table.parcel[row]],
            before.code, class_name(before), after.code, class_name(after),
            _value(hectares(table.area_m2[row])),
            _value(rows.esv_change[row]), _value(rows.supply[row]), _value(rows.demand[row]),
        ]


def class_name(land_use) -> str:
    """Return the name of a land-use class, in both languages: a result must not depend on the reader's locale."""
    return f"{land_use.name_zh} {land_use.name_en}"


def _unmatched_rows(unmatched: list[CodeArea]):
    for item in unmatched:
        yield [item.layer, item.code or NULL, hectares(item.area_m2), item.share_pct, item.parcels]


def _write_table(algorithm, parameters, context, name, table_fields, rows) -> str | None:
    fields = QgsFields()
    for field in table_fields:
        fields.append(field)
    sink, destination = algorithm.parameterAsSink(
        parameters, name, context, fields, QgsWkbTypes.Type.NoGeometry, QgsCoordinateReferenceSystem()
    )
    if sink is None:
        return None
    for values in rows:
        row = QgsFeature(fields)
        row.setAttributes(values)
        algorithm.write(sink, row, parameters, name)
    return destination


def _numbers(results: ParcelResults) -> dict:
    sums = total(results.accounts)
    refused = (EMPTY, INVALID, OVERLAP, NOT_COVERED)
    return dict(zip(NUMBERS, (
        len(results.statuses),
        sum(status in refused for status in results.statuses),
        sums.area_ha, sums.unmapped_ha,
        sums.esv_base, sums.esv_target, sums.esv_change,
        sums.supply, sums.demand, sums.net,
    )))


def _value(number: float):
    """Return a number as an attribute: NULL where it is unknown."""
    return NULL if math.isnan(number) else float(number)


def summary(results: ParcelResults, engine: str) -> list[str]:
    """Return the lines that end a run's log: parcels by status, areas, ESV, vouchers, engine and rules."""
    numbers = _numbers(results)
    counts = Counter(results.statuses)
    by_status = ", ".join(f"{status} {count}" for status, count in counts.most_common())
    return [
        tr("Parcels: {count} ({by_status})").format(count=numbers["PARCEL_COUNT"], by_status=by_status),
        tr("Area: {area} ha, of which {unmapped} ha without a value").format(
            area=_shown(numbers["AREA_HA"]), unmapped=_shown(numbers["UNMAPPED_HA"])
        ),
        tr("ESV: {base} → {target} yuan per year, change {change} yuan per year").format(
            base=_shown(numbers["ESV_BASE"]), target=_shown(numbers["ESV_TARGET"]),
            change=_shown(numbers["ESV_CHANGE"]),
        ),
        tr("Vouchers: supply {supply}, demand {demand}, net {net}").format(
            supply=_shown(numbers["VOUCHER_SUPPLY"]), demand=_shown(numbers["VOUCHER_DEMAND"]),
            net=_shown(numbers["VOUCHER_NET"]),
        ),
        tr("Overlay engine: {engine}").format(engine=engine),
        tr("Rules: {rules}").format(rules=results.rules_text),
    ]


def _shown(number: float) -> str:
    return f"{number:,.2f}"
