"""Build the graphical models that the plugin ships, resources/models/*.model3.

Run with a Python that has QGIS, after a change to the parameters of the algorithms.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_HASH_SEED"] = "0"  # The same model is the same file.

from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QPointF

ROOT = Path(__file__).resolve().parent.parent
FROM_INPUT = QgsProcessingModelChildParameterSource.fromModelParameter
FROM_CHILD = QgsProcessingModelChildParameterSource.fromChildOutput
FIXED = QgsProcessingModelChildParameterSource.fromStaticValue
COMPUTED = QgsProcessingModelChildParameterSource.fromExpression

LAND_USE = ("BASE_LANDUSE", "BASE_FIELD", "TARGET_LANDUSE", "TARGET_FIELD", "SCHEME")
VOUCHER_SALE = "voucher_sale"
COLUMN, ROW = 340, 90


def parcel_vouchers() -> QgsProcessingModelAlgorithm:
    """Return the model from parcels and two land-use layers to vouchers, with the defaults of the algorithm."""
    model = QgsProcessingModelAlgorithm("Parcel vouchers 地块生态券", "Models 模型")
    add_inputs(model, [parcels(), *land_use()])
    add_step(model, "vouchers", "ecovoucher:parcelesvchange", 1, from_inputs("PARCELS", *LAND_USE), {
        "OUTPUT": "Parcels with vouchers 地块生态券",
        "TRANSITIONS": "Transitions 地类转移",
        "UNMATCHED": "Unmatched 无值编码",
    })
    return model


def parcel_revenue() -> QgsProcessingModelAlgorithm:
    """Return the model from parcels and two land-use layers to vouchers and who is paid what, in one GeoPackage."""
    from ecovoucher.ecovoucher_plugin.catalog import standard_path
    from ecovoucher.ecovoucher_plugin.policy.revenue import read_presets

    splits = ["none", *read_presets(standard_path("revenue_presets"))]
    model = QgsProcessingModelAlgorithm("Parcel vouchers and revenue 地块生态券与收益分配", "Models 模型")
    add_inputs(model, [
        parcels(), *land_use(),
        number("UNIT_PRICE", "Price (yuan per voucher) 单价（元/券）"),
        number("UNIT_COST", "Cost (yuan per voucher) 成本（元/券）", 0.0),
        QgsProcessingParameterEnum("PRESET", "Published split 分配方案", splits, False, VOUCHER_SALE, False, True),
    ])
    add_step(model, "vouchers", "ecovoucher:parcelesvchange", 1, from_inputs("PARCELS", *LAND_USE))
    add_step(model, "revenue", "ecovoucher:revenuesplit", 2, {
        "INPUT": [FROM_CHILD("vouchers", "OUTPUT")],
        "QUANTITY_FIELD": [FIXED("v_supply")],
        **from_inputs("UNIT_PRICE", "UNIT_COST"),
        # Where a run names no value, QGIS takes the default of the step, not that of the model.
        "PRESET": [COMPUTED(f"coalesce(@PRESET, '{VOUCHER_SALE}')")],
    })
    add_step(model, "package", "native:package", 3, {
        "LAYERS": [
            FROM_CHILD("revenue", "OUTPUT"), FROM_CHILD("vouchers", "TRANSITIONS"), FROM_CHILD("vouchers", "UNMATCHED"),
        ],
        "SAVE_STYLES": [FIXED(False)],
    }, {"OUTPUT": "GeoPackage with vouchers and revenue 生态券与收益（GeoPackage）"})
    return model


def region_balance() -> QgsProcessingModelAlgorithm:
    """Return the model from regions and two land-use layers to the regional balance in standard forest."""
    model = QgsProcessingModelAlgorithm("Regional voucher balance 区域生态券平衡", "Models 模型")
    add_inputs(model, [
        parcels("Regions 区域"), *land_use(),
        field("GDP_FIELD", "GDP per head, field 人均GDP字段", None, "PARCELS"),
        number("NATIONAL_GDP", "National GDP per head (same unit) 全国人均GDP（同单位）"),
        field("DENSITY_FIELD", "Population density, field (persons/km²) 人口密度字段（人/平方公里）", None, "PARCELS"),
        number("NATIONAL_DENSITY", "National population density (persons/km²) 全国人口密度（人/平方公里）"),
        number("PRICE", "Price (yuan per hectare of standard forest) 单价（元/公顷标准林）"),
    ])
    add_step(model, "change", "ecovoucher:parcelesvchange", 1, {
        **from_inputs("PARCELS", *LAND_USE), "VOUCHER_STANDARD": [FIXED("standard_forest")],
    }, {"TRANSITIONS": "Transitions 地类转移"})
    add_step(model, "balance", "ecovoucher:regionvoucherbalance", 2, {
        "INPUT": [FROM_CHILD("change", "OUTPUT")],
        "STATIC_FIELD": [FIXED("v_net")],
        **from_inputs("GDP_FIELD", "NATIONAL_GDP", "DENSITY_FIELD", "NATIONAL_DENSITY", "PRICE"),
    }, {"OUTPUT": "Regions with voucher balance 区域生态券平衡"})
    return model


def parcels(label: str = "Parcels 地块") -> QgsProcessingParameterFeatureSource:
    return polygons("PARCELS", label)


def land_use() -> list[QgsProcessingParameterDefinition]:
    """Return the inputs of LAND_USE."""
    from ecovoucher.ecovoucher_plugin.catalog import SCHEMES

    return [
        polygons("BASE_LANDUSE", "Land use at the base date 基期土地利用"),
        field("BASE_FIELD", "Code field, base 基期地类编码字段", "DLBM", "BASE_LANDUSE"),
        polygons("TARGET_LANDUSE", "Land use at the target date 目标期土地利用"),
        field("TARGET_FIELD", "Code field, target 目标期地类编码字段", "DLBM", "TARGET_LANDUSE"),
        QgsProcessingParameterEnum(
            "SCHEME", "Land-use scheme 土地分类", list(SCHEMES), False, SCHEMES[0], False, True
        ),
    ]


def polygons(name: str, label: str) -> QgsProcessingParameterFeatureSource:
    return QgsProcessingParameterFeatureSource(name, label, [QgsProcessing.SourceType.TypeVectorPolygon])


def field(name: str, label: str, default: str | None, layer: str) -> QgsProcessingParameterField:
    return QgsProcessingParameterField(name, label, default, layer)


def number(name: str, label: str, default: float | None = None) -> QgsProcessingParameterNumber:
    return QgsProcessingParameterNumber(name, label, QgsProcessingParameterNumber.Type.Double, default)


def from_inputs(*names: str) -> dict[str, list[QgsProcessingModelChildParameterSource]]:
    """Return sources that hand inputs of a model to the parameters of the same name."""
    return {name: [FROM_INPUT(name)] for name in names}


def add_inputs(model: QgsProcessingModelAlgorithm, inputs: list[QgsProcessingParameterDefinition]) -> None:
    """Add inputs to a model, one below the other, asked for in this order."""
    for row, parameter in enumerate(inputs):
        component = QgsProcessingModelParameter(parameter.name())
        component.setPosition(QPointF(160, 80 + ROW * row))
        model.addModelParameter(parameter, component)
    model.setParameterOrder([parameter.name() for parameter in inputs])


def add_step(
    model: QgsProcessingModelAlgorithm,
    step: str,
    algorithm: str,
    column: int,
    sources: dict[str, list[QgsProcessingModelChildParameterSource]],
    results: dict[str, str] | None = None,
) -> None:
    """Add an algorithm to a model.

    sources: where its parameters come from. results: labels of those of its outputs that are results of the model.
    """
    child = QgsProcessingModelChildAlgorithm(algorithm)
    child.setChildId(step)
    child.setDescription(QgsApplication.processingRegistry().algorithmById(algorithm).displayName())
    child.setPosition(QPointF(180 + COLUMN * column, 300))
    for name, source in sources.items():
        child.addParameterSources(name, source)
    outputs = {}
    for row, (name, label) in enumerate((results or {}).items()):
        output = QgsProcessingModelOutput(name)
        output.setDescription(label)
        output.setChildId(step)
        output.setChildOutputName(name)
        output.setPosition(QPointF(180 + COLUMN * (column + 1), 220 + ROW * row))
        outputs[name] = output
    child.setModelOutputs(outputs)
    model.addChildAlgorithm(child)
    model.updateDestinationParameters()


def load_plugin() -> object:
    """Import the repository root as package ``ecovoucher``, as QGIS does, and register its provider."""
    spec = importlib.util.spec_from_file_location(
        "ecovoucher", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    package = importlib.util.module_from_spec(spec)
    sys.modules["ecovoucher"] = package
    spec.loader.exec_module(package)
    plugin = package.classFactory(None)
    plugin.initProcessing()
    return plugin


def main() -> int:
    from qgis.analysis import QgsNativeAlgorithms

    application = QgsApplication([], False)
    application.initQgis()
    registry = QgsApplication.processingRegistry()
    registry.addProvider(QgsNativeAlgorithms(registry))
    plugin = load_plugin()
    folder = ROOT / "resources" / "models"
    written = [build().toFile(str(folder / f"{build.__name__}.model3"))
               for build in (parcel_vouchers, parcel_revenue, region_balance)]
    plugin.unload()
    application.exitQgis()
    return 0 if all(written) else 1


if __name__ == "__main__":
    sys.exit(main())
