"""Writing of result layers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingParameterDefinition,
    QgsWkbTypes,
)

from ..ecovoucher_plugin.accounting.errors import DestinationError
from ..ecovoucher_plugin.compat import attribute
from ..ecovoucher_plugin.i18n import tr
from ..ecovoucher_plugin.overlay.from_qgis.features import features_of
from ..ecovoucher_plugin.overlay.progress import Progress
from ..ecovoucher_plugin.overlay.refusals import changed_during_the_run
from .base import EcoVoucherAlgorithm
from .places import destination_place, written_place

FAST = QgsFeatureSink.Flag.FastInsert
OPTIONAL = QgsProcessingParameterDefinition.Flag.FlagOptional


class SinkWriter:
    """Writes the sinks of one run and remembers where they went.

    To be used in a ``with`` statement: where that is left by an error or a cancel, nothing written is left behind.
    destinations: by output name, of the sinks that were asked for.
    """

    def __init__(self, algorithm: EcoVoucherAlgorithm, parameters: dict, context: QgsProcessingContext) -> None:
        self._algorithm = algorithm
        self._parameters = parameters
        self._context = context
        self.destinations: dict[str, str] = {}

    def __enter__(self) -> SinkWriter:
        self._algorithm.watch.check_files()
        return self

    def __exit__(self, kind, error, traceback) -> None:
        if error is None:
            try:
                self._algorithm.watch.complete()
            except QgsProcessingException:
                self._remove()
                raise
        else:
            self._remove()

    def _remove(self) -> None:
        for place in map(written_place, self.destinations.values()):
            if place is not None:
                place.remove()

    def write_table(self, name: str, fields: tuple[QgsField, ...], rows: Iterable[list], progress: Progress) -> None:
        """Write rows without geometry to an optional sink."""
        plain = QgsWkbTypes.Type.NoGeometry, QgsCoordinateReferenceSystem()
        self._write(name, _fields(QgsFields(), fields), *plain, ((None, row) for row in progress.watched(rows)))

    def write_lines(
        self,
        name: str,
        fields: tuple[QgsField, ...],
        crs: QgsCoordinateReferenceSystem,
        rows: Iterable[tuple[QgsGeometry, list]],
        progress: Progress,
    ) -> None:
        """Write lines with their attributes to an optional sink."""
        self._write(name, _fields(QgsFields(), fields), QgsWkbTypes.Type.LineString, crs, progress.watched(rows))

    def write_copy(
        self,
        name: str,
        crs: QgsCoordinateReferenceSystem,
        fields: QgsFields,
        wkb_type: QgsWkbTypes.Type,
        rows: Iterable[tuple[QgsGeometry, list]],
    ) -> None:
        """Write geometries with their attributes to an optional sink."""
        self._write(name, fields, wkb_type, crs, rows)

    def write_features(
        self,
        name: str,
        source: QgsProcessingFeatureSource,
        fields: tuple[QgsField, ...],
        rows: dict[int, list],
        progress: Progress,
    ) -> None:
        """Write the features of a source with more attributes.

        rows: the attributes by feature id. Raises LayerError where the source has other features by now.
        """
        features = progress.each(_unchanged(source, set(rows)), len(rows))
        pairs = ((feature.geometry(), feature.attributes() + rows[feature.id()]) for feature in features)
        self._write(name, _fields(source.fields(), fields), source.wkbType(), source.sourceCrs(), pairs)

    def _write(self, name, fields, wkb_type, crs, rows: Iterable[tuple[QgsGeometry | None, list]]) -> None:
        algorithm, parameters = self._algorithm, self._parameters
        place = destination_place(parameters.get(name))
        is_new = place is not None and not place.file.exists()
        try:
            sink, destination = algorithm.parameterAsSink(parameters, name, self._context, fields, wkb_type, crs)
            if sink is None:
                if algorithm.parameterDefinition(name).flags() & OPTIONAL:
                    return
                raise QgsProcessingException(algorithm.invalidSinkError(parameters, name))
        except QgsProcessingException:
            if is_new:
                place.remove()
            raise
        self.destinations[name] = destination
        count, row = 0, QgsFeature(fields)
        try:
            for geometry, attributes in rows:
                if geometry is not None:
                    row.setGeometry(geometry)
                row.setAttributes([attribute(value) for value in attributes])
                if not sink.addFeature(row, FAST):
                    raise _not_written(geometry, destination, sink.lastError())
                count += 1
        finally:
            del sink  # Only a closed file is complete, or can be removed.
        self._check_count(destination, count)

    def _check_count(self, destination: str, count: int) -> None:
        """Raise DestinationError where features were lost: a file format may drop what it accepted before."""
        layer, place = self._context.temporaryLayerStore().mapLayer(destination), written_place(destination)
        if layer is None and place is None:
            return
        found = place.count() if layer is None else layer.featureCount()
        if found < count:
            raise DestinationError(
                "{count} features were written to {destination}, but it holds {found}. The result is removed. "
                "Look for keys that repeat, or choose another file format: not all hold rows without geometry.",
                count=count, destination=destination, found=found,
            )


def _not_written(geometry: QgsGeometry | None, destination: str, reason: str) -> DestinationError:
    reason = reason or tr("the file format gives no reason")
    if geometry is None or geometry.isNull():
        return DestinationError(
            "A row cannot be written to {destination}: {reason}. The result is removed. Not all file formats hold rows "
            "without geometry: choose another one; or check the space on the disk and the permissions.",
            destination=destination, reason=reason,
        )
    return DestinationError(
        "A row cannot be written to {destination}: {reason}. Check the space on the disk and the permissions. The "
        "result is removed.",
        destination=destination, reason=reason,
    )


def _fields(first: QgsFields, more: tuple[QgsField, ...]) -> QgsFields:
    fields = QgsFields(first)
    for field in more:
        fields.append(field)
    return fields


def _unchanged(source: QgsProcessingFeatureSource, ids: set[int]) -> Iterator[QgsFeature]:
    """Yield the features of a source; raise LayerError where they are not those of the given ids."""
    for feature in features_of(source):
        if feature.id() not in ids:
            raise changed_during_the_run()
        ids.remove(feature.id())
        yield feature
    if ids:
        raise changed_during_the_run()
