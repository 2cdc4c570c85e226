"""Writing of result layers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsField,
    QgsFields,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingParameterDefinition,
    QgsWkbTypes,
)

from ..ecovoucher_plugin.i18n import tr
from ..ecovoucher_plugin.overlay.progress import Progress
from .base import EcoVoucherAlgorithm
from .destinations import discard

OPTIONAL = QgsProcessingParameterDefinition.Flag.FlagOptional


class SinkWriter:
    """Writes the sinks of one run and remembers where they went.

    destinations: by output name, of the sinks that were asked for.
    """

    def __init__(self, algorithm: EcoVoucherAlgorithm, parameters: dict, context: QgsProcessingContext) -> None:
        self._algorithm = algorithm
        self._parameters = parameters
        self._context = context
        self.destinations: dict[str, str] = {}

    def write_table(self, name: str, fields: tuple[QgsField, ...], rows: Iterable[list], progress: Progress) -> None:
        """Write rows without geometry to an optional sink."""
        plain = QgsWkbTypes.Type.NoGeometry, QgsCoordinateReferenceSystem()
        self._write(name, _fields(QgsFields(), fields), *plain, ((None, row) for row in progress.watched(rows)))

    def write_features(
        self,
        name: str,
        source: QgsProcessingFeatureSource,
        fields: tuple[QgsField, ...],
        rows: dict[int, list],
        progress: Progress,
    ) -> None:
        """Write the features of a source with more attributes.

        rows: the attributes by feature id. Raises QgsProcessingException where the source has other features by now.
        """
        features = progress.each(_unchanged(source, set(rows)), len(rows))
        pairs = ((feature, feature.attributes() + rows[feature.id()]) for feature in features)
        self._write(name, _fields(source.fields(), fields), source.wkbType(), source.sourceCrs(), pairs)

    def discard(self) -> None:
        """Remove the files written so far."""
        for destination in self.destinations.values():
            discard(destination)

    def _write(self, name, fields, wkb_type, crs, rows: Iterator[tuple[QgsFeature | None, list]]) -> None:
        parameters = self._parameters
        sink, destination = self._algorithm.parameterAsSink(parameters, name, self._context, fields, wkb_type, crs)
        if sink is None:
            if self._algorithm.parameterDefinition(name).flags() & OPTIONAL:
                return
            raise QgsProcessingException(self._algorithm.invalidSinkError(parameters, name))
        self.destinations[name] = destination
        for feature, attributes in rows:
            row = QgsFeature(fields)
            if feature is not None:
                row.setGeometry(feature.geometry())
            row.setAttributes(attributes)
            self._algorithm.write(sink, row, parameters, name)


def _fields(first: QgsFields, more: tuple[QgsField, ...]) -> QgsFields:
    fields = QgsFields(first)
    for field in more:
        fields.append(field)
    return fields


def _unchanged(source: QgsProcessingFeatureSource, ids: set[int]) -> Iterator[QgsFeature]:
    """Yield the features of a source; raise QgsProcessingException where they are not those of the given ids."""
    skip_validity = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    for feature in source.getFeatures(QgsFeatureRequest(), skip_validity):
        if feature.id() not in ids:
            raise QgsProcessingException(tr("The parcel layer changed during the run. Run again."))
        ids.remove(feature.id())
        yield feature
    if ids:
        raise QgsProcessingException(tr("The parcel layer changed during the run. Run again."))
