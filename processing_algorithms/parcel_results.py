"""Outputs of the algorithms that value parcels: fields, numbers and the summary in the log."""

from __future__ import annotations

from collections import Counter

from qgis.core import (
    QgsField,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
)

from ..ecovoucher_plugin.accounting.accounts import JIANGYIN, Rules
from ..ecovoucher_plugin.accounting.results import (
    CELLS,
    NUMBERS,
    PARCEL_NUMBERS,
    PARCEL_TEXTS,
    TRANSITION_COLUMNS,
    ParcelResults,
    parcel_rows,
    sums_of,
    transition_rows,
    unmatched_rows,
)
from ..ecovoucher_plugin.compat import double_field, long_field, text_field
from ..ecovoucher_plugin.i18n import tr
from ..ecovoucher_plugin.overlay.progress import Progress
from .base import EcoVoucherAlgorithm
from .sinks import SinkWriter
from .styling import style_on_load

OUTPUT, TRANSITIONS, UNMATCHED = "OUTPUT", "TRANSITIONS", "UNMATCHED"

PARCEL_FIELDS = (*map(double_field, PARCEL_NUMBERS), *map(text_field, PARCEL_TEXTS))
CELLS_FIELD = long_field(CELLS)

# As long as a parcel takes to write, so many transitions take.
TRANSITIONS_A_PARCEL = 3
TRANSITION_FIELDS = (
    long_field(TRANSITION_COLUMNS[0]),
    *map(text_field, TRANSITION_COLUMNS[1:5]),
    *map(double_field, TRANSITION_COLUMNS[5:]),
)
UNMATCHED_FIELDS = (
    text_field("layer"), text_field("code"), double_field("area_ha"), double_field("share_pct"), long_field("parcels"),
)


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
        tr("Parcels"), tr("Parcels without a result"), tr("Area of the parcels (ha)"),
        tr("Area without a known class at both dates (ha)"),
        tr("ESV at the base date (yuan per year)"), tr("ESV at the target date (yuan per year)"),
        tr("ESV change (yuan per year)"),
        tr("Voucher supply (units of the standard)"), tr("Voucher demand (units of the standard)"),
        tr("Net vouchers (units of the standard)"),
    )):
        algorithm.addOutput(QgsProcessingOutputNumber(name, label))


def parcel_fields(with_cells: bool) -> tuple[QgsField, ...]:
    """Return the fields that are added to the parcels; with_cells: for raster land use."""
    return (*PARCEL_FIELDS, CELLS_FIELD) if with_cells else PARCEL_FIELDS


def taken_fields(source: QgsProcessingFeatureSource, with_cells: bool) -> list[str]:
    """Return the output fields whose names the parcels already use, whatever the case."""
    taken = {field.name().lower() for field in source.fields()}
    return [field.name() for field in parcel_fields(with_cells) if field.name().lower() in taken]


def write_results(
    algorithm: EcoVoucherAlgorithm,
    parameters: dict,
    context: QgsProcessingContext,
    progress: Progress,
    parcels: QgsProcessingFeatureSource,
    results: ParcelResults,
) -> dict:
    """Write the sinks of a run and return its outputs. Where that fails or is cancelled, no file is left behind.

    Raises DestinationError and QgsProcessingException where a sink cannot be written, Cancelled where the user cancels.
    """
    count, transitions = len(results.parcel_ids), len(results.accounts.rows.transitions.parcel)
    tables_end = transitions / max(transitions + TRANSITIONS_A_PARCEL * count, 1)
    with SinkWriter(algorithm, parameters, context) as writer:
        written = progress.part(0, tables_end).each(transition_rows(results), transitions)
        writer.write_table(TRANSITIONS, TRANSITION_FIELDS, written, progress)
        writer.write_table(UNMATCHED, UNMATCHED_FIELDS, unmatched_rows(results.unmatched), progress)
        fields = parcel_fields(results.cells is not None)
        rows = dict(zip(results.parcel_ids, parcel_rows(results)))
        writer.write_features(OUTPUT, parcels, fields, rows, progress.part(tables_end, 1))
    style_on_load(context, writer.destinations[OUTPUT], "parcel_vouchers")
    return {**writer.destinations, **sums_of(results)}


def summary(results: ParcelResults, engine: str) -> list[str]:
    """Return the lines that end a run's log: parcels by status, areas, ESV, vouchers, engine and rules."""
    numbers = sums_of(results)
    counts = Counter(results.statuses)
    by_status = ", ".join(f"{status} {count}" for status, count in counts.most_common())
    return [
        tr("Parcels: {count} ({by_status})").format(count=numbers["PARCEL_COUNT"], by_status=by_status),
        tr("Area: {area} ha, of which {unmapped} ha without a known class at both dates").format(
            area=_shown(numbers["AREA_HA"]), unmapped=_shown(numbers["UNMAPPED_HA"])
        ),
        tr("ESV: {base} → {target} yuan per year, change {change} yuan per year").format(
            base=_shown(numbers["ESV_BASE"]), target=_shown(numbers["ESV_TARGET"]),
            change=_shown(numbers["ESV_CHANGE"]),
        ),
        tr("Vouchers: supply {supply}, demand {demand}, net {net} ({unit})").format(
            unit=_voucher_unit(results.rules),
            supply=_shown(numbers["VOUCHER_SUPPLY"]), demand=_shown(numbers["VOUCHER_DEMAND"]),
            net=_shown(numbers["VOUCHER_NET"]),
        ),
        tr("Overlay engine: {engine}").format(engine=engine),
        tr("Rules: {rules}").format(rules=results.rules_text),
    ]


def _voucher_unit(rules: Rules) -> str:
    if rules.standard == JIANGYIN:
        return tr("1 = regulating services of 1 mu of five-year arbor forest")
    return tr("ha of standard forest")


def _shown(number: float | None) -> str:
    return "–" if number is None else f"{number:,.2f}"
