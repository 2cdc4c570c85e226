"""Voucher balance of result parcels, as a whole or by group."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from qgis.core import (
    NULL,
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsRectangle,
    QgsWkbTypes,
)

from ..ecovoucher_plugin.accounting import balance as accounting
from ..ecovoucher_plugin.accounting.accounts import ROLES
from ..ecovoucher_plugin.accounting.balance import ESV_COLUMNS, NUMBER_COLUMNS, ROLE, RULES, STATUS, Balance
from ..ecovoucher_plugin.accounting.errors import LayerError
from ..ecovoucher_plugin.accounting.provenance import common_standard
from ..ecovoucher_plugin.compat import double_field, long_field, text_field
from ..ecovoucher_plugin.i18n import tr
from ..ecovoucher_plugin.overlay.from_qgis.features import features_of
from ..ecovoucher_plugin.overlay.progress import Progress
from ..ecovoucher_plugin.result_columns import column_key, column_of, missing_fields
from .base import EcoVoucherAlgorithm
from .destinations import check_destinations
from .feature_tables import field_position, known
from .sinks import SinkWriter

INPUT, GROUP_FIELD, EXTENT, OUTPUT = "INPUT", "GROUP_FIELD", "EXTENT", "OUTPUT"
UNIT = "VOUCHER_UNIT"
FIELDS = (
    text_field("vb_group"), long_field("vb_parcels"), double_field("vb_area_ha"),
    *(double_field(name) for name in ("vb_supply", "vb_demand", "vb_net")), text_field("vb_unit"),
    *(double_field(name) for name in (
        "vb_base", "vb_target", "vb_change", "vb_provis", "vb_regul", "vb_support", "vb_cultur",
    )),
    *(long_field(name) for name in (
        "vb_n_sup", "vb_n_dem", "vb_n_both", "vb_n_neut", "vb_problem", "vb_no_vou", "vb_no_esv",
    )),
)
NUMBERS = (
    "PARCEL_COUNT", "AREA_HA", "ESV_BASE", "ESV_TARGET", "ESV_CHANGE",
    "VOUCHER_SUPPLY", "VOUCHER_DEMAND", "VOUCHER_NET", "PROBLEM_COUNT", "WITHOUT_VOUCHERS", "WITHOUT_ESV",
)


@dataclass(frozen=True)
class Plan:
    """A run as the user asked for it, read and checked. group: position of the grouping field, None for none."""

    source: QgsProcessingFeatureSource
    group: int | None
    extent: QgsRectangle


class VoucherBalance(EcoVoucherAlgorithm):
    """ecovoucher:voucherbalance (beside design contract 3.4: the sums that the dock shows)."""

    def name(self) -> str:
        return "voucherbalance"

    def displayName(self) -> str:
        return tr("Voucher balance by group")

    def shortDescription(self) -> str:
        return tr("Supply, demand, net vouchers and ESV change of a result layer: of all its parcels, of the selected "
                  "ones, of those in an extent, and by town, village or any other field.")

    def tags(self) -> list[str]:
        return tr("balance,sum,group,town,village,status,ecological voucher,ESV,生态券,平衡,汇总,分组").split(",")

    def initAlgorithm(self, configuration=None) -> None:
        table = [QgsProcessing.SourceType.TypeVector]
        self.add_parameter(
            QgsProcessingParameterFeatureSource(INPUT, tr("Parcels with ESV change and vouchers"), table),
            tr("The output of one of the parcel algorithms, with all its fields."),
        )
        self.add_parameter(
            QgsProcessingParameterField(
                GROUP_FIELD, tr("Group by"), None, INPUT, QgsProcessingParameterField.DataType.Any, False, True
            ),
            tr("One row for each value, NULL included. Empty: one row for all parcels."),
        )
        self.add_parameter(
            QgsProcessingParameterExtent(EXTENT, tr("Only parcels in this extent"), None, True),
            tr("Parcels that lie in it wholly or in part count as a whole. Empty: all parcels."),
        )
        self.add_parameter(
            QgsProcessingParameterFeatureSink(OUTPUT, tr("Voucher balance"), QgsProcessing.SourceType.TypeVector),
            tr("Areas in hectares, vouchers in the unit of their standard, ESV in yuan per year."),
        )
        for name, label in zip(NUMBERS, (
            tr("Parcels"), tr("Area of the parcels (ha)"), tr("ESV at the base date (yuan per year)"),
            tr("ESV at the target date (yuan per year)"), tr("ESV change (yuan per year)"),
            tr("Voucher supply (units of the standard)"), tr("Voucher demand (units of the standard)"),
            tr("Net vouchers (units of the standard)"), tr("Parcels with a problem"),
            tr("Parcels without vouchers"), tr("Parcels without ESV"),
        )):
            self.addOutput(QgsProcessingOutputNumber(name, label))
        self.addOutput(QgsProcessingOutputString(UNIT, tr("Unit of the vouchers (mu or ha)")))

    def plan(self, parameters: dict, context: QgsProcessingContext) -> Plan:
        source, label = self.source(parameters, INPUT, context), tr("Parcels with ESV change and vouchers")
        missing = missing_fields(source.fields())
        if missing:
            raise LayerError(
                "{layer}: this is no EcoVoucher result, because it lacks the fields {fields}. Choose the output of "
                "“Parcel ESV change and voucher yield”.",
                layer=label, fields=", ".join(missing),
            )
        name = self.parameterAsString(parameters, GROUP_FIELD, context)
        extent = self.parameterAsExtent(parameters, EXTENT, context, source.sourceCrs())
        if not extent.isNull() and source.wkbType() == QgsWkbTypes.Type.NoGeometry:
            raise LayerError("{layer}: a table has no place on the map. Leave the extent empty.", layer=label)
        check_destinations(self, parameters, context, (INPUT,))
        return Plan(source, field_position(source, name, label) if name else None, extent)

    def execute(
        self, plan: Plan, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict:
        columns, groups = _read(plan, Progress(feedback, 0, 80))
        numbers = {name: columns[name] for name in NUMBER_COLUMNS}
        texts = {name: columns[name] for name in (ROLE, STATUS)}
        standard = common_standard(columns[RULES].tolist())
        unit = next(iter(accounting.voucher_units(0.0, standard)), None)
        whole = accounting.balance(numbers, texts)
        rows = {None: whole} if groups is None else accounting.balance_by_group(numbers, texts, groups)
        with SinkWriter(self, parameters, context) as writer:
            lines = (_row(label, found, unit) for label, found in rows.items())
            writer.write_table(OUTPUT, FIELDS, lines, Progress(feedback, 80, 100))
        if unit is None:
            feedback.pushWarning(tr("The field ev_rules does not name a voucher standard, so the unit is unknown."))
        if whole.without_vouchers or whole.without_esv:
            feedback.pushWarning(tr(
                "Not in the sums, because unknown: vouchers of {vouchers} parcels, ESV of {esv} parcels."
            ).format(vouchers=whole.without_vouchers, esv=whole.without_esv))
        figures = (
            whole.parcels, whole.area_ha, *(whole.esv[name] for name in ESV_COLUMNS[:3]),
            whole.supply, whole.demand, whole.net, whole.problems, whole.without_vouchers, whole.without_esv,
        )
        known_figures = (None if figure != figure else figure for figure in figures)
        return {**writer.destinations, **dict(zip(NUMBERS, known_figures)), UNIT: unit}


def _read(plan: Plan, progress: Progress) -> tuple[dict[str, np.ndarray], accounting.Groups | None]:
    """Return the columns that are summed by name, and the groups. Raises LayerError where no parcel is left."""
    fields = plan.source.fields()
    keys = [column_key(field.name()) for field in fields]
    wanted = [keys.index(name) for name in (*NUMBER_COLUMNS, ROLE, STATUS, RULES)]
    wanted += [] if plan.group is None else [plan.group]
    request = QgsFeatureRequest()
    if plan.extent.isNull():
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes(wanted)
    else:
        flags = QgsFeatureRequest.Flag.ExactIntersect
        request.setFilterRect(plan.extent).setFlags(flags).setSubsetOfAttributes(wanted)
    features = features_of(plan.source, request)
    rows = [
        [values[position] for position in wanted]
        for values in (found.attributes() for found in progress.each(features, plan.source.featureCount()))
    ]
    if not rows:
        raise LayerError(
            "{layer}: there is no feature to work on. Check the layer, its filter, and “selected features only”.",
            layer=tr("Parcels with ESV change and vouchers"),
        )
    columns = [
        column_of(values, fields.at(position).isNumeric()) for position, values in zip(wanted, zip(*rows))
    ]
    groups = None if plan.group is None else accounting.group_values(columns[-1].tolist())
    return {keys[position]: column for position, column in zip(wanted, columns)}, groups


def _row(label: str | None, found: Balance, unit: str | None) -> list:
    return [
        NULL if label is None else label, found.parcels, known(found.area_ha),
        known(found.supply), known(found.demand), known(found.net), NULL if unit is None else unit,
        *(known(found.esv[name]) for name in ESV_COLUMNS),
        *(found.roles.get(role, 0) for role in ROLES),
        found.problems, found.without_vouchers, found.without_esv,
    ]
