"""What a workbook would fill the memory with, found out before it is opened.

A workbook is a zip of XML: each part is unpacked once, a piece at a time, only to be measured. That
also proves that the sizes its zip declares are true, so the reader that opens it cannot be misled.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from sightline.returns import limits
from sightline.returns.trouble import UnreadableError

MOST_UNPACKED = 600_000_000
"""The most the parts of a workbook may unpack to together."""

MOST_CELLS = 20_000_000
"""The most cells in the rectangle that a sheet spans."""

MOST_CHARACTERS = 1_000_000_000
"""The most text that the cells of a workbook may come to, a shared text counted at every use."""

_PIECE = 1 << 20
_SHORT_TEXT = MOST_CHARACTERS // MOST_CELLS  # so short that no sheet of them is too much
_OVERLAP = 200  # bytes kept of the piece before, so that no cell is cut in two
_CELL = re.compile(rb"<(?:\w+:)?c\s[^>]*?\br=[\"']([A-Z]{1,3})(\d{1,7})[\"'][^>]*>")
_SHARED = re.compile(rb"\bt=[\"']s[\"'][^>]*>\s*(?:<(?:\w+:)?v>)(\d{1,9})<")
_TEXTS = re.compile(rb"<(?:\w+:)?si[\s>/]")


def check_workbook(data: bytes) -> None:
    """Refuse a workbook that would fill the memory. What is no zip, or no workbook, passes.

    Raises UnreadableError where a part is damaged, declares entities, or where parts, cells or
    texts come to more than the limits.
    """
    try:
        book = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return
    with book:
        parts = [part for part in book.infolist() if part.filename.endswith((".xml", ".bin"))]
        if sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise limits.too_large(MOST_UNPACKED)
        texts = _lengths_of_texts(book, parts)
        characters = 0
        for part in parts:
            if part.filename.startswith("xl/worksheets/"):
                characters += _check_sheet(book, part, texts)
                if characters > MOST_CHARACTERS:
                    raise _too_much_text()
            elif part.filename == "content.xml":
                _check_opendocument(book, part)
            else:
                for _ in _pieces(book, part):
                    pass


def _pieces(book: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """A part unpacked piece by piece, to its end, where its size and checksum are proved."""
    first = True
    try:
        with book.open(part) as stream:
            while piece := stream.read(_PIECE):
                if first and (b"<!DOCTYPE" in piece[:4000] or b"<!ENTITY" in piece[:4000]):
                    raise UnreadableError(
                        "file_unreadable", "declares entities of its own; no workbook does"
                    )
                first = False
                yield piece
    except UnreadableError:
        raise
    except Exception as error:  # whatever an unpacker makes of bytes that are none of its own
        raise UnreadableError("file_truncated", "cannot be unpacked: it is damaged") from error


def _lengths_of_texts(book: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> list[int]:
    """The length of each shared text of the workbook, markup and all, in their order."""
    lengths: list[int] = []
    for part in parts:
        if part.filename != "xl/sharedStrings.xml":
            continue
        at, start = 0, None
        for piece in _pieces(book, part):
            for found in _TEXTS.finditer(piece):
                if start is not None:
                    lengths.append(at + found.start() - start)
                start = at + found.start()
            at += len(piece)
        if start is not None:
            lengths.append(at - start)
    return lengths


def _check_sheet(book: zipfile.ZipFile, part: zipfile.ZipInfo, texts: list[int]) -> int:
    """Refuse cells that lie too far apart; give the characters its shared texts come to."""
    characters, width, height, tail = 0, 1, 1, b""
    longest = max(texts, default=0)
    for piece in _pieces(book, part):
        seen = tail + piece
        for found in _CELL.finditer(seen):
            width = max(width, _column_number(found[1]))
            height = max(height, int(found[2]))
        if longest > _SHORT_TEXT:
            ends = (match for match in _SHARED.finditer(seen) if match.end() > len(tail))
            characters += sum(texts[n] for m in ends if (n := int(m[1])) < len(texts))
        if width * height > MOST_CELLS:
            raise _too_far_apart()
        if characters > MOST_CHARACTERS:
            raise _too_much_text()
        tail = piece[-_OVERLAP:]
    return characters


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


@dataclass(slots=True)
class _OpenDocument:
    """The cells an OpenDocument sheet comes to once what it repeats is written out."""

    cells: int = 0
    in_row: int = 0
    rows: int = 1
    parser: expat.XMLParserType = field(default_factory=expat.ParserCreate)

    def __post_init__(self) -> None:
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end

    def start(self, tag: str, said: dict[str, str]) -> None:
        if tag == "table:table-row":
            self.in_row, self.rows = 0, _times(said.get("table:number-rows-repeated"))
        elif tag == "table:table-cell" and "office:value-type" in said:
            self.in_row += _times(said.get("table:number-columns-repeated"))

    def end(self, tag: str) -> None:
        if tag == "table:table-row":
            self.cells += self.in_row * self.rows
            if self.cells > MOST_CELLS:
                raise _too_far_apart()


def _check_opendocument(book: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    counting = _OpenDocument()
    try:
        for piece in _pieces(book, part):
            counting.parser.Parse(piece, False)
    except expat.ExpatError:
        return  # the reader of workbooks says what is wrong with it


def _times(said: str | None) -> int:
    return int(said) if said and said.isdecimal() else 1


def _too_far_apart() -> UnreadableError:
    return UnreadableError(
        "file_too_large",
        "has a sheet that runs too far to the right or down; delete the empty rows and columns "
        "that hold a stray cell and save it again",
    )


def _too_much_text() -> UnreadableError:
    return UnreadableError(
        "file_too_large", "repeats so much text in its cells that it cannot be opened"
    )
