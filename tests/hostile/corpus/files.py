"""Layers and results in files of every format, encoding and name."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsVectorFileWriter, QgsVectorLayer
from support.runs import rows_of


def save(layer: QgsVectorLayer, file: Path, encoding: str = "UTF-8") -> str:
    """Write a layer to a file by its suffix and return the path."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = QgsVectorFileWriter.driverForExtension(file.suffix)
    options.fileEncoding = encoding
    options.layerName = "data" if file.suffix == ".gpkg" else file.stem
    error, message, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(file), layer.transformContext(), options)
    assert error == QgsVectorFileWriter.WriterError.NoError, message
    return str(file)


def without_declared_encoding(file: str) -> str:
    """Remove what tells the encoding of a Shapefile: the .cpg beside it and the byte in its table."""
    Path(file).with_suffix(".cpg").unlink(missing_ok=True)
    table = Path(file).with_suffix(".dbf")
    content = bytearray(table.read_bytes())
    content[29] = 0
    table.write_bytes(bytes(content))
    return file


def read(file: str) -> list[dict]:
    """Return the rows of a file as another program reads them."""
    return rows_of(QgsVectorLayer(file, "result", "ogr"))
