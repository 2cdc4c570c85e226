"""Running the policy algorithms as the toolbox does, on tables and squares made for the purpose."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsProcessingContext,
    QgsProcessingException,
    QgsVectorLayer,
)
from support.layers import CRS, as_geometry, crs_of
from support.runs import Log, as_layer, rows_of


@dataclass
class PolicyRun:
    """A finished run: its outputs, the rows of OUTPUT, and the log."""

    outputs: dict
    log: Log

    @property
    def layer(self) -> QgsVectorLayer:
        return as_layer(self.outputs["OUTPUT"])

    @property
    def rows(self) -> list[dict]:
        return rows_of(self.outputs["OUTPUT"])

    def column(self, name: str) -> list:
        return [row[name] for row in self.rows]

    @property
    def warnings(self) -> str:
        return "\n".join(self.log.warnings)


def table(fields: str, *rows: tuple, kind: str = "None", crs: str = CRS) -> QgsVectorLayer:
    """Return a memory layer; fields: ``name:type`` separated by blanks; rows: values, with a geometry first unless
    kind is ``None``."""
    made = QgsVectorLayer(f"{kind}?" + "&".join(f"field={field}" for field in fields.split()), "table", "memory")
    if kind != "None":
        made.setCrs(crs_of(crs))
    features = []
    for row in rows:
        feature = QgsFeature(made.fields())
        values = list(row)
        if kind != "None":
            feature.setGeometry(as_geometry(values.pop(0)))
        feature.setAttributes(values)
        features.append(feature)
    added, _ = made.dataProvider().addFeatures(features)
    assert added, made.dataProvider().lastError()
    made.updateExtents()
    return made


def run(algorithm: str, **parameters) -> PolicyRun:
    """Run an algorithm of the provider through processing.run; parameters that are None are left out."""
    from qgis import processing

    log, context = Log(), QgsProcessingContext()
    outputs = processing.run(f"ecovoucher:{algorithm}", _given(parameters), context=context, feedback=log)
    return PolicyRun(outputs, log)


def refusal(algorithm: str, **parameters) -> str:
    """Return the sentence with which an algorithm refuses a run before it starts."""
    made = QgsApplication.processingRegistry().createAlgorithmById(f"ecovoucher:{algorithm}")
    accepted, message = made.checkParameterValues(_given(parameters), QgsProcessingContext())
    assert not accepted, "the run was not refused"
    return message


def failure(algorithm: str, **parameters) -> str:
    """Return the sentence with which a run stops."""
    try:
        run(algorithm, **parameters)
    except QgsProcessingException as error:
        return str(error)
    raise AssertionError("the run did not stop")


def _given(parameters: dict) -> dict:
    given = {"OUTPUT": "TEMPORARY_OUTPUT", **parameters}
    return {name: value for name, value in given.items() if value is not None}
