"""Scripts written as Word documents, with Word's own headings, tables, numbers and bullets."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from itertools import groupby
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument

from sightline.synthetic.letters.script import Piece, Script, Style, Under

_WRITTEN = datetime(2020, 1, 1, tzinfo=UTC)  # of every file, so that its bytes are the same
_HEADINGS = {Style.TITLE: 1, Style.HEADING: 2, Style.SUBHEADING: 3}


def write_word(path: Path, title: str, script: Script) -> Path:
    """The script as a Word document, the same to the byte for the same script.

    Recommendations are numbered by Word; the numbers of paragraphs, such as 2.4, are typed.
    """
    document = Document()
    properties = document.core_properties
    properties.title, properties.author = title, "Invented"
    properties.created = properties.modified = _WRITTEN
    for style, together in groupby(script.pieces, lambda piece: piece.style):
        if style is Style.ROW:
            _table(document, [piece.cells for piece in together])
            continue
        for piece in together:
            _add(document, piece)
    held = BytesIO()
    document.save(held)
    return _without_times(held, path)


def _add(document: WordDocument, piece: Piece) -> None:
    if piece.style in _HEADINGS:
        document.add_heading(piece.text, _HEADINGS[piece.style])
    elif piece.style is Style.BULLET:
        document.add_paragraph(piece.text, "List Bullet")
    elif piece.style is Style.NUMBERED and piece.under is Under.IMPROVEMENTS:
        document.add_paragraph(piece.text, "List Number")
    elif piece.style is Style.NUMBERED:
        document.add_paragraph(f"{piece.number} {piece.text}")
    else:
        document.add_paragraph(piece.text)


def _table(document: WordDocument, rows: Sequence[tuple[str, ...]]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def _without_times(held: BytesIO, path: Path) -> Path:
    """The package again, its parts in their order, each dated alike."""
    with ZipFile(held) as package, ZipFile(path, "w") as written:
        for part in package.namelist():
            info = ZipInfo(part, _WRITTEN.timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            written.writestr(info, package.read(part))
    return path
