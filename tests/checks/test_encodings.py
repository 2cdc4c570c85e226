"""Texts in the wrong encoding are recognised; texts in the right one are left alone."""

from __future__ import annotations

import pytest
from ecovoucher.ecovoucher_plugin.checks.encodings import check_encodings, is_garbled, undeclared_encoding
from ecovoucher.ecovoucher_plugin.checks.survey import FieldTexts

CHINESE = ["水田", "江阴市", "农村宅基地", "周庄镇华宏村", "乔木林地", "其他草地", "坑塘水面", "河流水面", "设施农用地"]
SOUND = [*CHINESE, "Müller", "Ångström", "Éveillé", "naïve café", "São João", "Łódź", "東京都", "Москва", "Ελλάδα",
         "10 m² – ½", "中文 and English", "Zürich–Süd", "Àé", "张三、李四（共有）"]


@pytest.mark.parametrize("text", SOUND)
def test_sound_texts(text):
    assert not is_garbled(text)


@pytest.mark.parametrize(("written", "read"), [
    ("utf-8", "latin-1"), ("utf-8", "cp1252"), ("gbk", "latin-1"), ("utf-8", "gb18030"),
])
def test_garbled_texts(written, read):
    found = total = 0
    for text in CHINESE:
        try:
            garbled = text.encode(written).decode(read)
        except UnicodeDecodeError:
            continue  # Such a file is not read as garbled text, but refused or with replacement characters.
        total += 1
        found += is_garbled(garbled)
    assert total > 0
    assert found == total


@pytest.mark.parametrize("text", ["水\ufffd", "\ufffd\ufffd", "a\x85b", "\ue000村"])
def test_debris(text):
    assert is_garbled(text)


def test_one_odd_text_is_no_wrong_encoding():
    texts = [FieldTexts("name", [*CHINESE, "水\ufffd"])]
    assert list(check_encodings("Parcels", texts, "", "")) == []


def test_garbled_codes_weigh_more_than_garbled_names():
    garbled = [text.encode("gbk").decode("latin-1") for text in CHINESE]
    findings = [
        next(check_encodings("layer", [FieldTexts(field, garbled)], "", "DLMC")) for field in ("DLMC", "owner")
    ]
    assert [finding.severity for finding in findings] == ["warning", "note"]
    assert "水田" in findings[0].what


def table(path, text: bytes, driver: int) -> None:
    """Write the part of a dBASE table that tells its encoding, and a record."""
    header = bytearray(65)
    header[8:10], header[29] = (65).to_bytes(2, "little"), driver
    path.with_suffix(".dbf").write_bytes(bytes(header) + b" " + text)
    path.write_bytes(b"")


@pytest.mark.parametrize(("text", "driver", "cpg", "said"), [
    ("水田".encode("gbk"), 0x00, None, "地块.shp"), ("水田".encode("gbk"), 0x57, None, "地块.shp"),
    ("水田".encode("gbk"), 0x4D, None, ""), ("水田".encode("gbk"), 0x00, "GBK", ""), (b"0101", 0x00, None, ""),
])
def test_shapefiles_without_encoding(tmp_path, text, driver, cpg, said):
    file = tmp_path / "地块.shp"
    table(file, text, driver)
    if cpg:
        file.with_suffix(".cpg").write_text(cpg)
    assert undeclared_encoding(file) == said


def test_other_files_say_their_encoding(tmp_path):
    assert undeclared_encoding(tmp_path / "parcels.gpkg") == ""
    assert undeclared_encoding(tmp_path / "none.shp") == ""
