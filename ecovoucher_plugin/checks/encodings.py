"""Check of texts that were read in another encoding than they were written in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ..wording import Tr, examples
from .finding import NOTE, WARNING, Finding
from .survey import FieldTexts

# What no text holds that was read right: replacement characters, control characters, private use.
_DEBRIS = re.compile("[\ufffd\x80-\x9f\ue000-\uf8ff]")
_CHINESE = re.compile("[\u4e00-\u9fff]+")
_BEYOND_ASCII = re.compile("[^\x00-\x7f]+")

# GB 2312 hanzi of the first level, the common ones: lead byte B0–D7, second byte A1–FE.
_COMMON_HANZI = re.compile(b"(?:[\xb0-\xd7][\xa1-\xfe])+")
_SHOWN = 3

# Language drivers of a .dbf that say nothing of Chinese: none, and “ANSI”.
_UNDECLARED = (0x00, 0x57)
_LANGUAGE_DRIVER, _HEADER_LENGTH = 29, slice(8, 10)
_READ_BYTES = 1 << 20


def check_encodings(
    label: str, texts: list[FieldTexts], undeclared: str, code_field: str, tr: Tr = str
) -> Iterator[Finding]:
    """Yield what is odd about the texts of a layer.

    texts: the texts of each field that are not plain ASCII; the names of the fields are a field "" of their own.
    undeclared: the file that says nothing of its encoding though it needs one; empty where there is none.
    """
    garbled = [(column, [text for text in column.texts if is_garbled(text)]) for column in texts]
    garbled = [(column, broken) for column, broken in garbled if 2 * len(broken) > len(column.texts)]
    is_code = any(column.field == code_field and code_field for column, _ in garbled)
    if garbled:
        shown = [_shown(text) for _, broken in garbled for text in broken]
        yield Finding(
            WARNING if is_code else NOTE, label, examples([column.field or tr("field names") for column, _ in garbled]),
            tr("Texts were read in the wrong encoding: {texts}").format(texts=", ".join(shown[:_SHOWN])),
            tr("Codes that are garbled have no row in the scheme.") if is_code
            else tr("Numbers are right, but names in the result are garbled."),
            tr("Set the encoding in the layer properties (Source, Data source encoding): GBK or GB18030 for most "
               "Chinese shapefiles, else UTF-8. Or put a .cpg file with that name beside the shapefile."),
        )
    if undeclared and not garbled:
        yield Finding(
            NOTE, label, "",
            tr("{file} does not say its encoding: there is no .cpg file beside it.").format(file=undeclared),
            tr("QGIS guesses; on another computer the texts may be garbled."),
            tr("Put a .cpg file beside the shapefile that names the encoding, or save it as a GeoPackage."),
        )


def is_garbled(text: str) -> bool:
    """Return whether a text is surely not what was written: UTF-8 or GBK that was read as something else."""
    if _DEBRIS.search(text):
        return True
    runs = _BEYOND_ASCII.findall(text)
    if not runs:
        return False
    return (
        any(_decoded(run, ("latin-1", "cp1252"), "utf-8") for run in runs)
        or all(_is_gbk_read_as_latin(run) for run in runs)
        or any(len(run) > 1 and _decoded(run, ("gb18030",), "utf-8") for run in runs)
    )


def undeclared_encoding(file: Path) -> str:
    """Return the name of a shapefile that holds more than ASCII and does not say its encoding; else nothing."""
    if file.suffix.lower() not in (".shp", ".dbf"):
        return ""
    beside = {path.suffix.lower(): path for path in file.parent.glob(f"{_escaped(file.stem)}.*")}
    if ".cpg" in beside or ".dbf" not in beside:
        return ""
    with beside[".dbf"].open("rb") as table:
        octets = table.read(_READ_BYTES)
    if len(octets) <= _LANGUAGE_DRIVER or octets[_LANGUAGE_DRIVER] not in _UNDECLARED:
        return ""
    records = octets[int.from_bytes(octets[_HEADER_LENGTH], "little"):]
    return "" if records.isascii() else file.name


def _escaped(stem: str) -> str:
    """Return a file name without the characters that a pattern gives a meaning."""
    return re.sub(r"[][*?]", "?", stem)


def _shown(text: str) -> str:
    """Return a garbled text with what it probably was."""
    for read, written in (("latin-1", "utf-8"), ("cp1252", "utf-8"), ("latin-1", "gb18030"), ("gb18030", "utf-8")):
        meant = _recoded(text, read, written)
        if meant and _CHINESE.search(meant):
            return f"“{text}” (“{meant}”?)"
    return f"“{text}”"


def _decoded(run: str, read_as: tuple[str, ...], written_in: str) -> bool:
    return any(_recoded(run, encoding, written_in) not in ("", run) for encoding in read_as)


def _is_gbk_read_as_latin(run: str) -> bool:
    try:
        octets = run.encode("latin-1")
    except UnicodeEncodeError:
        return False
    return len(octets) > 2 and _COMMON_HANZI.fullmatch(octets) is not None


def _recoded(text: str, read: str, written: str) -> str:
    """Return a text as it would be had it been read right; empty where that cannot be."""
    try:
        return text.encode(read).decode(written)
    except UnicodeError:
        return ""
