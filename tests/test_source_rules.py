"""Rules that hold for every line of shipped Python: safety, layering, Python 3.9, Qt 5 and Qt 6."""

from __future__ import annotations

import ast
import enum
import importlib
import sys
import zipfile
from pathlib import PurePosixPath

import pytest

ACCOUNTING, POLICY, OVERLAY = "ecovoucher_plugin/accounting", "ecovoucher_plugin/policy", "ecovoucher_plugin/overlay"
CHECKS = "ecovoucher_plugin/checks"
COMMON, ALGORITHMS, GUI = "ecovoucher_plugin", "processing_algorithms", "ecovoucher_plugin/gui"
# A layer may import itself and those that its line names (design: dependence runs one way).
LAYERS = {
    ACCOUNTING: set(),
    POLICY: {ACCOUNTING},
    COMMON: {ACCOUNTING},
    OVERLAY: {ACCOUNTING, POLICY, COMMON},
    CHECKS: {ACCOUNTING, COMMON, OVERLAY},
    "ecovoucher_plugin/geodataframes.py": {ACCOUNTING, POLICY, COMMON, OVERLAY},
    ALGORITHMS: {ACCOUNTING, POLICY, COMMON, OVERLAY, CHECKS},
    GUI: {ACCOUNTING, POLICY, COMMON, OVERLAY, CHECKS, ALGORITHMS},
}
# The plugin object and the door for GeoDataFrames start everything, so they may import everything.
ENTRY_POINTS = {"__init__.py", "ecovoucher_plugin/plugin.py", "ecovoucher_plugin/geodataframes.py"}
PURE = (ACCOUNTING + "/", POLICY + "/")
PURE_LIBRARIES = {"numpy", "scipy"} | set(sys.stdlib_module_names)
VERSION_SWITCHES = "ecovoucher_plugin/compat.py"

FORBIDDEN_CALLS = {"eval", "exec", "compile", "__import__", "print", "breakpoint"}
NETWORK = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "requests", "asyncio"}
FORBIDDEN_MODULES = {"pickle", "marshal", "shelve", "subprocess", "tarfile", "PyQt5", "PyQt6", "ecovoucher"} | NETWORK
FORBIDDEN_PARTS = ("xml.etree", "xml.dom", "xml.parsers", "qgis.PyQt.QtNetwork", "qgis.PyQt.QtWebEngine")
FORBIDDEN_METHODS = {"mktemp", "unpack_archive", "extractall"}
# What PyQt5 has and PyQt6 does not.
GONE_NAMES = {
    "QDesktopWidget", "QRegExp", "QRegExpValidator", "QTextCodec", "QMatrix", "QGLWidget", "QWebView", "QWebPage",
}
GONE_METHODS = {"exec_", "print_", "toTime_t", "fromTime_t", "setTime_t", "setResizeMode", "setMargin", "indexIn"}
TOP_PACKAGES = {"ecovoucher_plugin", "processing_algorithms"}


@pytest.fixture(scope="module")
def modules(package):
    """Syntax trees of the shipped modules by path below the plugin folder."""
    with zipfile.ZipFile(package) as archive:
        sources = {name.split("/", 1)[1]: archive.read(name) for name in archive.namelist() if name.endswith(".py")}
    return {path: ast.parse(source, path, feature_version=(3, 9)) for path, source in sources.items()}


def findings(modules, check):
    """Return ``path:line what`` for everything that ``check`` yields (a node and what is wrong) in any module."""
    return [f"{path}:{node.lineno} {what}" for path, tree in modules.items() for node, what in check(path, tree)]


def imports(tree):
    """Yield every import, at any depth: node, dots before the name, dotted name (of the object, for ``from``)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node, 0, alias.name
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield node, node.level, f"{node.module}.{alias.name}" if node.module else alias.name


def test_there_is_source_to_check(modules):
    assert ENTRY_POINTS <= set(modules)
    assert any(path.startswith(PURE[0]) for path in modules)


class TestSafety:
    def test_no_assert(self, modules):
        def check(path, tree):
            return ((node, "assert") for node in ast.walk(tree) if isinstance(node, ast.Assert))

        assert findings(modules, check) == []

    def test_no_forbidden_call(self, modules):
        def check(path, tree):
            for node in ast.walk(tree):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FORBIDDEN_CALLS:
                    yield node, node.func.id
                if isinstance(node, ast.Attribute) and node.attr in {"system", "popen"} and _is_name(node.value, "os"):
                    yield node, f"os.{node.attr}"
                if isinstance(node, ast.Attribute) and node.attr in FORBIDDEN_METHODS:
                    yield node, node.attr

        assert findings(modules, check) == []

    def test_no_forbidden_import(self, modules):
        def check(path, tree):
            for node, level, name in imports(tree):
                banned = name.split(".")[0] in FORBIDDEN_MODULES | TOP_PACKAGES or name.startswith(FORBIDDEN_PARTS)
                if level == 0 and banned:
                    yield node, f"import {name}"

        assert findings(modules, check) == []

    def test_no_error_is_swallowed(self, modules):
        def check(path, tree):
            for node in ast.walk(tree):
                if isinstance(node, ast.ExceptHandler):
                    if node.type is None or _is_name(node.type, "BaseException"):
                        yield node, "except that catches everything"
                    if all(isinstance(statement, (ast.Pass, ast.Continue)) for statement in node.body):
                        yield node, "except that only passes"

        assert findings(modules, check) == []


class TestLayers:
    def test_pure_packages_import_only_numpy_scipy_and_the_standard_library(self, modules):
        def check(path, tree):
            if path.startswith(PURE):
                for node, level, name in imports(tree):
                    if level == 0 and name.split(".")[0] not in PURE_LIBRARIES:
                        yield node, f"import {name}"

        assert findings(modules, check) == []

    def test_dependence_runs_one_way(self, modules):
        def check(path, tree):
            if path in ENTRY_POINTS:
                return
            own = _layer(path)
            for node, target in _relative_imports(path, tree, modules):
                if target not in ENTRY_POINTS and _layer(target) not in LAYERS[own] | {own}:
                    yield node, f"{own} imports {target}"

        assert findings(modules, check) == []

    def test_nothing_imports_the_plugin_object(self, modules):
        def check(path, tree):
            if path != "__init__.py":
                for node, target in _relative_imports(path, tree, modules):
                    if target in ENTRY_POINTS:
                        yield node, f"import of {target}"

        assert findings(modules, check) == []


def _layer(path):
    """Return the layer of a module: the longest line of LAYERS that it lies in."""
    place = PurePosixPath(path)
    while str(place) not in LAYERS:
        assert place.name, f"{path}: every shipped folder with Python has its line in LAYERS"
        place = place.parent
    return str(place)


def _relative_imports(path, tree, modules):
    """Yield every relative import as node and path of the module that it is taken from."""
    for node, level, name in imports(tree):
        if level:
            target = PurePosixPath(path).parents[level - 1].joinpath(*name.split("."))
            while not {f"{target}.py", str(target / "__init__.py")} & modules.keys():
                target = target.parent
            yield node, f"{target}.py" if f"{target}.py" in modules else str(target / "__init__.py")


class TestQtEnums:
    """One spelling works from QGIS 3.22 to 4: the old owner class and the enum's scope."""

    def test_every_enum_member_is_scoped_and_exists(self, modules, qgis_app):
        def check(path, tree):
            if path == VERSION_SWITCHES:
                return
            owners = _qgis_names(tree)
            inner = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
            for node in ast.walk(tree):
                if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in owners:
                    yield from _wrong_attribute(node, owners[node.value.id], id(node) in inner)
                if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute):
                    yield from _wrong_member(node, owners)

        assert findings(modules, check) == []

    def test_the_rule_knows_flat_from_scoped(self, qgis_app):
        def wrong(source):
            tree = ast.parse("from qgis.PyQt.QtCore import Qt\nfrom qgis.core import QgsProcessing\n" + source)
            owners = _qgis_names(tree)
            node = tree.body[-1].value
            if isinstance(node.value, ast.Name):
                return list(_wrong_attribute(node, owners[node.value.id], False))
            return list(_wrong_member(node, owners))

        assert wrong("Qt.UserRole")
        assert wrong("QgsProcessing.TypeVectorPolygon")
        assert wrong("Qt.ItemDataRole.NoSuchRole")
        assert not wrong("Qt.ItemDataRole.UserRole")
        assert not wrong("QgsProcessing.SourceType.TypeVectorPolygon")
        assert not wrong("QgsProcessing.TEMPORARY_OUTPUT")

    def test_no_pyqt5_only_name(self, modules):
        def check(path, tree):
            for node in ast.walk(tree):
                if isinstance(node, ast.Attribute) and node.attr in GONE_METHODS:
                    yield node, f"{node.attr}()"
                if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis.PyQt"):
                    for alias in node.names:
                        if alias.name in GONE_NAMES:
                            yield node, f"import of {alias.name}"

        assert findings(modules, check) == []

    def test_types_of_variants_are_named_in_one_place(self, modules):
        """PyQt6 has QVariant, but none of its types; what stands for them lies in the module of version switches."""
        def check(path, tree):
            for node in ast.walk(tree):
                if path != VERSION_SWITCHES and isinstance(node, ast.Attribute) and _is_name(node.value, "QVariant"):
                    yield node, f"QVariant.{node.attr}"

        assert findings(modules, check) == []


def _is_name(node, name):
    return isinstance(node, ast.Name) and node.id == name


def _qgis_names(tree):
    """Return what the module imports from QGIS and Qt, by local name."""
    return {
        alias.asname or alias.name: getattr(importlib.import_module(node.module), alias.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.level == 0 and (node.module or "").split(".")[0] == "qgis"
        for alias in node.names
        if hasattr(importlib.import_module(node.module), alias.name)
    }


def _wrong_attribute(node, owner, has_member):
    """Yield the finding for ``Owner.name``: absent, or an enum member without its scope."""
    name = f"{node.value.id}.{node.attr}"
    if not hasattr(owner, node.attr):
        yield node, f"{name} does not exist"
    elif _is_enum_member(getattr(owner, node.attr)) and not has_member:
        yield node, f"{name} has no scope"


def _wrong_member(node, owners):
    """Yield the finding for ``Owner.Scope.Member``: absent."""
    scope = node.value
    if isinstance(scope.value, ast.Name) and scope.value.id in owners and isinstance(owners[scope.value.id], type):
        values = getattr(owners[scope.value.id], scope.attr, None)
        if isinstance(values, type) and not hasattr(values, node.attr):
            yield node, f"{scope.value.id}.{scope.attr}.{node.attr} does not exist"


def _is_enum_member(value):
    return isinstance(value, enum.Enum) or (isinstance(value, int) and type(value) not in (int, bool))
