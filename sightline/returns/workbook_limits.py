"""What a workbook would fill the memory with, found out before it is opened.

A workbook is a zip of XML, or of records: each part is unpacked once, a piece at a time, only to be
measured. That also proves that the sizes its zip declares are true, so that the reader that opens
it cannot be misled.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from sightline.returns import limits, xlsb_extent
from sightline.returns.opendocument_extent import check_opendocument
from sightline.returns.sheet_extent import MOST_CHARACTERS, SHORT_TEXT, Extent, too_much_text
from sightline.returns.trouble import UnreadableError

MOST_UNPACKED = 600_000_000
"""The most the parts of a workbook may unpack to together."""

_PIECE = 1 << 20
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
        binary = _lengths_of_binary_texts(book, parts)
        characters = 0
        for part in parts:
            pieces = _pieces(book, part)
            if part.filename == "content.xml":
                check_opendocument(pieces)
            elif part.filename.startswith("xl/worksheets/"):
                is_binary = part.filename.endswith(".bin")
                check = xlsb_extent.check_sheet if is_binary else _check_sheet
                characters += check(pieces, binary if is_binary else texts)
            if characters > MOST_CHARACTERS:
                raise too_much_text()
            for _ in pieces:  # to the end, where size and checksum are proved
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


def _lengths_of_binary_texts(book: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> list[int]:
    found = (part for part in parts if part.filename == "xl/sharedStrings.bin")
    return [
        length for part in found for length in xlsb_extent.lengths_of_texts(_pieces(book, part))
    ]


def _check_sheet(pieces: Iterator[bytes], texts: list[int]) -> int:
    """Refuse cells that lie too far apart; give the characters its shared texts come to."""
    extent, tail, width, height = Extent(), b"", 1, 1
    longest = max(texts, default=0)
    for piece in pieces:
        seen = tail + piece
        for found in _CELL.finditer(seen):
            width, height = max(width, _column_number(found[1])), max(height, int(found[2]))
        extent.reach(width, height)
        if longest > SHORT_TEXT:
            ends = (match for match in _SHARED.finditer(seen) if match.end() > len(tail))
            extent.say(sum(texts[n] for m in ends if (n := int(m[1])) < len(texts)))
        tail = piece[-_OVERLAP:]
    return extent.characters


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
