"""Running the algorithm as the toolbox does, and reading what came out."""

from __future__ import annotations

from dataclasses import dataclass, field

from qgis.core import (
    NULL,
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

ALGORITHM = "ecovoucher:parcelesvchange"
TEMPORARY = "TEMPORARY_OUTPUT"
RESULT_FIELDS = [
    "area_ha", "mapped_pct", "esv_base", "esv_target", "esv_change", "d_provis", "d_regul", "d_support",
    "d_cultur", "v_supply", "v_demand", "v_net", "ev_role", "ev_status", "ev_rules",
]


class Log(QgsProcessingFeedback):
    """A feedback that keeps its warnings."""

    def __init__(self) -> None:
        super().__init__(False)
        self.warnings: list[str] = []

    def pushWarning(self, warning: str) -> None:
        self.warnings.append(warning)
        super().pushWarning(warning)


@dataclass
class Run:
    """A finished run: rows of the sinks as dicts (NULL as None), geometries, numbers and log."""

    layer: QgsVectorLayer
    outputs: dict
    log: Log
    rows: list[dict] = field(default_factory=list)
    transitions: list[dict] = field(default_factory=list)
    unmatched: list[dict] = field(default_factory=list)

    @property
    def statuses(self) -> list[str]:
        return [row["ev_status"] for row in self.rows]


def parameters(parcels, base, target, **changes) -> dict:
    """Return the parameters of a run with code field DLBM, planar areas and all sinks, with changes."""
    given = {
        "PARCELS": parcels, "BASE_LANDUSE": base, "TARGET_LANDUSE": target,
        "BASE_FIELD": "DLBM", "TARGET_FIELD": "DLBM", "AREA_BASIS": "planar",
        "OUTPUT": TEMPORARY, "TRANSITIONS": TEMPORARY, "UNMATCHED": TEMPORARY,
        **changes,
    }
    return {name: value for name, value in given.items() if value is not None}


def run(parcels, base, target, **changes) -> Run:
    """Run the algorithm through processing.run; changes: parameters that differ from those of ``parameters``."""
    from qgis import processing

    log = Log()
    outputs = processing.run(
        ALGORITHM, parameters(parcels, base, target, **changes), context=project_context(), feedback=log
    )
    return collected(outputs, log)


def project_context() -> QgsProcessingContext:
    """Return a context that knows the layers of the project, as the toolbox has it."""
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    return context


def collected(outputs: dict, log: Log) -> Run:
    return Run(
        as_layer(outputs["OUTPUT"]), outputs, log,
        *(rows_of(outputs.get(name)) for name in ("OUTPUT", "TRANSITIONS", "UNMATCHED")),
    )


def as_layer(output) -> QgsVectorLayer:
    return QgsVectorLayer(output, "output", "ogr") if isinstance(output, str) else output


def rows_of(output) -> list[dict]:
    """Return the features of an output as dicts, NULL as None, each text whole: attributes() cuts it at a NUL."""
    if output is None:
        return []
    layer = as_layer(output)
    assert layer.isValid(), output
    names = layer.fields().names()
    return [
        {name: none_if_null(feature.attribute(position)) for position, name in enumerate(names)}
        for feature in layer.getFeatures()
    ]


def none_if_null(value: object) -> object:
    return None if value == NULL else value


def refusal(parcels, base, target, **changes) -> str:
    """Return the sentence with which the algorithm refuses a run before it starts."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
    accepted, message = algorithm.checkParameterValues(
        parameters(parcels, base, target, **changes), project_context()
    )
    assert not accepted, "the run was not refused"
    return message


def failure(parcels, base, target, **changes) -> str:
    """Return the sentence with which a run stops."""
    try:
        run(parcels, base, target, **changes)
    except QgsProcessingException as error:
        return str(error)
    raise AssertionError("the run did not stop")


def load_results(algorithm, context, log) -> None:
    """Load the results of a run into the project, as QGIS does without a window."""
    from processing.gui import Postprocessing

    window = getattr(Postprocessing, "iface", None)  # Since QGIS 3.30; the stand-in of the tests is no window.
    Postprocessing.iface = None
    try:
        Postprocessing.handleAlgorithmResults(algorithm, context, log)
    finally:
        Postprocessing.iface = window
