"""The zip that users install: complete, nothing else in it, and as the plugin store requires."""

from __future__ import annotations

import configparser
import re
import struct
import zipfile
from urllib.parse import urlparse

import pytest

TOP = "ecovoucher"
STORE_LIMIT = 25_000_000
REQUIRED_KEYS = (
    "name", "description", "about", "version", "qgisMinimumVersion", "author", "email",
    "tracker", "repository", "homepage", "tags", "category", "icon", "changelog",
)
SHIPPED_FOLDERS = {"ecovoucher_plugin", "processing_algorithms", "resources", "styles"}
SHIPPED_FILES = {"__init__.py", "metadata.txt", "LICENSE", "README.md", "CHANGELOG.md"}
SUFFIXES = {".py", ".csv", ".qml", ".svg", ".png", ".html", ".model3", ".qm", ".ts", ".md", ".txt", ""}


@pytest.fixture(scope="module")
def archive(package):
    with zipfile.ZipFile(package) as archive:
        yield archive


@pytest.fixture(scope="module")
def files(archive):
    """Paths of the archive's files below its top folder."""
    return [name[len(TOP) + 1:] for name in archive.namelist() if not name.endswith("/")]


@pytest.fixture(scope="module")
def metadata(archive):
    """Metadata as the store and QGIS read it: with interpolation, so a lone percent sign is an error."""
    parser = configparser.ConfigParser()
    parser.optionxform = str
    parser.read_string(archive.read(f"{TOP}/metadata.txt").decode("utf-8"))
    return dict(parser.items("general"))


def version_numbers(version):
    return tuple(int(part) for part in version.split("."))


class TestArchive:
    def test_is_intact_and_small_enough(self, package, archive):
        assert archive.testzip() is None
        assert package.stat().st_size < STORE_LIMIT

    def test_has_one_top_folder(self, archive):
        assert {name.split("/")[0] for name in archive.namelist()} == {TOP}
        assert archive.namelist()[0].startswith(TOP + "/")

    def test_holds_what_is_shipped_and_nothing_else(self, files):
        assert {path for path in files if "/" not in path} == SHIPPED_FILES
        assert {path.split("/")[0] for path in files if "/" in path} == SHIPPED_FOLDERS

    def test_has_no_forbidden_name(self, files):
        forbidden = re.compile(r"(^|/)(\.[^/]*|__pycache__|__MACOSX|[^/]*\.pyc[^/]*)(/|$)|\.\.|\\|:")
        assert [path for path in files if forbidden.search(path)] == []

    def test_has_no_unexpected_kind_of_file(self, files):
        assert {path for path in files if _suffix(path) not in SUFFIXES} == set()
        assert [path for path in files if _suffix(path) == ""] == ["LICENSE"]

    def test_has_no_executable_bit_and_no_link(self, archive):
        modes = {info.filename: info.external_attr >> 16 for info in archive.infolist() if not info.is_dir()}
        assert [name for name, mode in modes.items() if mode & 0o111 or mode & 0o170000 == 0o120000] == []

    def test_sub_packages_hold_no_code_of_their_own(self, archive):
        """QGIS leaves intermediate packages loaded when it unloads a plugin: code there would go stale."""
        packages = [name for name in archive.namelist() if name.endswith("/__init__.py")]
        assert f"{TOP}/processing_algorithms/__init__.py" in packages
        assert [name for name in packages if name != f"{TOP}/__init__.py" and archive.read(name).strip()] == []


def _suffix(path):
    name = path.rsplit("/", 1)[-1]
    return "." + name.rsplit(".", 1)[1].lower() if "." in name else ""


class TestMetadata:
    @pytest.mark.parametrize("key", REQUIRED_KEYS)
    def test_required_key_has_a_value(self, metadata, key):
        assert metadata[key].strip()

    def test_facts_that_qgis_acts_on(self, metadata):
        assert metadata["name"] == "EcoVoucher"
        assert metadata["hasProcessingProvider"] == "yes"
        assert metadata["category"] in {"Raster", "Vector", "Database", "Mesh", "Web"}
        assert "/" not in metadata["author"]
        assert "supportsQt6" not in metadata

    def test_version_is_semantic(self, metadata):
        assert re.fullmatch(r"(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}", metadata["version"])

    def test_version_range_reaches_from_3_22_to_4(self, metadata):
        assert version_numbers(metadata["qgisMinimumVersion"]) == (3, 22)
        assert version_numbers(metadata["qgisMaximumVersion"]) == (4, 99)

    def test_running_qgis_is_in_the_version_range(self, metadata):
        from qgis.core import Qgis

        running = divmod(Qgis.QGIS_VERSION_INT // 100, 100)
        assert version_numbers(metadata["qgisMinimumVersion"]) <= running
        assert running <= version_numbers(metadata["qgisMaximumVersion"])

    @pytest.mark.parametrize("key", ["tracker", "repository", "homepage"])
    def test_address_is_a_url(self, metadata, key):
        address = urlparse(metadata[key])
        assert address.scheme == "https"
        assert address.netloc

    def test_version_is_the_newest_of_both_changelogs(self, archive, metadata):
        changelog = archive.read(f"{TOP}/CHANGELOG.md").decode("utf-8")
        assert re.findall(r"^## \[(\d[^]]*)\]", changelog, re.MULTILINE)[0] == metadata["version"]
        assert metadata["changelog"].split()[0] == metadata["version"]

    def test_icon_is_a_square_png_in_the_archive(self, archive, metadata):
        icon = archive.read(f"{TOP}/{metadata['icon']}")
        assert icon[:8] == b"\x89PNG\r\n\x1a\n"
        assert struct.unpack(">2I", icon[16:24]) == (64, 64)

    def test_license_is_gpl_2(self, archive):
        text = archive.read(f"{TOP}/LICENSE").decode("ascii")
        assert re.match(r"\s*GNU GENERAL PUBLIC LICENSE\s+Version 2, June 1991", text)
        assert "END OF TERMS AND CONDITIONS" in text
