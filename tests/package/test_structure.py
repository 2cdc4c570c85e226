"""The zip that users install: complete, nothing else in it, and as the plugin store requires."""

from __future__ import annotations

import configparser
import os
import re
import struct
import subprocess
import zipfile
from urllib.parse import urlparse

import pytest
import tomllib

TOP = "ecovoucher"
STORE_LIMIT = 25_000_000
REQUIRED_KEYS = (
    "name", "description", "about", "version", "qgisMinimumVersion", "author", "email",
    "tracker", "repository", "homepage", "tags", "category", "icon", "changelog",
)
SHIPPED_FOLDERS = {"ecovoucher_plugin", "processing_algorithms", "resources", "styles"}
SHIPPED_FILES = {"__init__.py", "metadata.txt", "LICENSE", "README.md", "CHANGELOG.md"}
# How files that are no text begin: PNG, and Qt's compiled translations.
SIGNATURES = {".png": b"\x89PNG\r\n\x1a\n", ".qm": b"\x3c\xb8\x64\x18\xca\xef\x9c\x95"}
# Comments and files that tell a scanner to look away.
SUPPRESSION = re.compile(r"#.*\b(noqa|nosec|pylint:|pragma:|type:\s*ignore|fmt:|isort:)", re.IGNORECASE)
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

    def test_has_no_binary_but_pictures_and_translations(self, archive, files):
        for path in files:
            content, signature = archive.read(f"{TOP}/{path}"), SIGNATURES.get(_suffix(path))
            if signature is None:
                assert "\0" not in content.decode("utf-8"), path
            else:
                assert content.startswith(signature), path

    def test_tells_no_scanner_to_look_away(self, archive, files):
        def lines():
            for path in files:
                if _suffix(path) == ".py":
                    yield from archive.read(f"{TOP}/{path}").decode("utf-8").splitlines()

        found = list(lines())
        assert len(found) > 5000
        assert [line for line in found if SUPPRESSION.search(line)] == []

    def test_sub_packages_hold_no_code_of_their_own(self, archive):
        """QGIS leaves intermediate packages loaded when it unloads a plugin: code there would go stale."""
        packages = [name for name in archive.namelist() if name.endswith("/__init__.py")]
        assert f"{TOP}/processing_algorithms/__init__.py" in packages
        assert [name for name in packages if name != f"{TOP}/__init__.py" and archive.read(name).strip()] == []


def _suffix(path):
    name = path.rsplit("/", 1)[-1]
    return "." + name.rsplit(".", 1)[1].lower() if "." in name else ""


class TestMaking:
    def test_two_clones_make_the_same_bytes(self, root, tmp_path):
        """Whatever the time zone, the umask and the folder's name."""
        made = []
        for name, zone, umask in (("one", "Asia/Shanghai", "0022"), ("another-name", "America/New_York", "0077")):
            clone = tmp_path / name
            subprocess.run(["git", "clone", "--quiet", str(root), str(clone)], check=True)
            for _ in range(2):
                subprocess.run(
                    ["sh", "-c", f"umask {umask} && make package"], cwd=clone, env={**os.environ, "TZ": zone},
                    check=True, capture_output=True,
                )
                [archive] = (clone / "build").glob("*.zip")
                made.append((archive.name, archive.read_bytes()))
        assert re.fullmatch(r"ecovoucher-\d+\.\d+\.\d+\.zip", made[0][0])
        assert all(each == made[0] for each in made)


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

    def test_version_is_that_of_the_python_package(self, root, metadata):
        from ecovoucher.ecovoucher_plugin import catalog

        project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
        assert "version" not in project["project"]
        assert project["project"]["dynamic"] == ["version"]
        assert project["tool"]["setuptools"]["dynamic"]["version"] == {"attr": "ecovoucher_plugin.catalog.version"}
        assert catalog.version() == metadata["version"]

    def test_email_is_an_address(self, metadata):
        assert re.fullmatch(r"[^@\s]+@[^@\s]+\.[a-z]+", metadata["email"])

    def test_texts_are_what_the_store_shows(self, metadata):
        assert "plugin" not in metadata["name"].lower()
        assert len(metadata["description"]) < 150
        assert "\n" not in metadata["description"]
        assert "<" not in metadata["about"]
        assert {metadata["experimental"], metadata["deprecated"]} <= {"True", "False"}
        assert all(tag.strip() for tag in metadata["tags"].split(","))

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
