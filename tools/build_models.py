"""Build the graphical models that the plugin ships, resources/models/*.model3.

Run with a Python that has QGIS, after a change to the parameters of the algorithms.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsProcessing,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)
from qgis.PyQt.QtCore import QPointF  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
CHILD = "vouchers"
OUTPUTS = {"OUTPUT": "Parcels with vouchers 地块生态券", "TRANSITIONS": "Transitions 地类转移", "UNMATCHED": "Unmatched 无值编码"}


def parcel_vouchers() -> QgsProcessingModelAlgorithm:
    """Return the model from parcels and two land-use layers to vouchers, with the defaults of the algorithm."""
    from ecovoucher.ecovoucher_plugin.catalog import SCHEMES

    polygon = [QgsProcessing.SourceType.TypeVectorPolygon]
    model = QgsProcessingModelAlgorithm("Parcel vouchers 地块生态券", "Models 模型")
    inputs = (
        QgsProcessingParameterFeatureSource("PARCELS", "Parcels 地块", polygon),
        QgsProcessingParameterFeatureSource("BASE_LANDUSE", "Land use at the base date 基期土地利用", polygon),
        QgsProcessingParameterField("BASE_FIELD", "Code field, base 基期地类编码字段", "DLBM", "BASE_LANDUSE"),
        QgsProcessingParameterFeatureSource("TARGET_LANDUSE", "Land use at the target date 目标期土地利用", polygon),
        QgsProcessingParameterField("TARGET_FIELD", "Code field, target 目标期地类编码字段", "DLBM", "TARGET_LANDUSE"),
        QgsProcessingParameterEnum(
            "SCHEME", "Land-use scheme 土地分类", list(SCHEMES), False, SCHEMES[0], False, True
        ),
    )
    for row, parameter in enumerate(inputs):
        component = QgsProcessingModelParameter(parameter.name())
        component.setPosition(QPointF(160, 80 + 90 * row))
        model.addModelParameter(parameter, component)
    child = QgsProcessingModelChildAlgorithm("ecovoucher:parcelesvchange")
    child.setChildId(CHILD)
    child.setDescription("Parcel ESV change and voucher yield")
    child.setPosition(QPointF(520, 300))
    for parameter in inputs:
        source = QgsProcessingModelChildParameterSource.fromModelParameter(parameter.name())
        child.addParameterSources(parameter.name(), [source])
    outputs = {}
    for row, (name, label) in enumerate(OUTPUTS.items()):
        output = QgsProcessingModelOutput(name)
        output.setDescription(label)
        output.setChildId(CHILD)
        output.setChildOutputName(name)
        output.setPosition(QPointF(860, 220 + 90 * row))
        outputs[name] = output
    child.setModelOutputs(outputs)
    model.addChildAlgorithm(child)
    model.setParameterOrder([parameter.name() for parameter in inputs])
    model.updateDestinationParameters()
    return model


def main() -> int:
    spec = importlib.util.spec_from_file_location(
        "ecovoucher", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    package = importlib.util.module_from_spec(spec)
    sys.modules["ecovoucher"] = package
    spec.loader.exec_module(package)
    application = QgsApplication([], False)
    application.initQgis()
    package.classFactory(None).initProcessing()
    path = ROOT / "resources" / "models" / "parcel_vouchers.model3"
    written = parcel_vouchers().toFile(str(path))
    application.exitQgis()
    return 0 if written else 1


if __name__ == "__main__":
    sys.exit(main())
