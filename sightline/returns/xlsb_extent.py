"""The extents of the sheets of a binary workbook (xlsb), whose parts are records, not XML.

A record is its kind, its length and so many bytes. Of a sheet, a row's header gives its number and
each cell begins with its column ([MS-XLSB] 2.1.4, 2.4.1 to 2.4.12, 2.4.668, 2.4.751) [unverified].
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sightline.returns.sheet_extent import SHORT_TEXT, Extent

_ROW, _SHARED_CELL, _SHARED_TEXT = 0, 7, 19
_CELLS = frozenset(range(1, 12))  # blank, number, error, yes or no, text, shared text; formulas
_LONGEST_HEAD = 6
_AT_MOST = 12  # bytes looked at of a record: column, style, and which shared text
_MORE = 0x80


def lengths_of_texts(pieces: Iterable[bytes]) -> list[int]:
    """The length of each shared text in xl/sharedStrings.bin, in their order."""
    return [length for kind, length, _ in _records(pieces) if kind == _SHARED_TEXT]


def check_sheet(pieces: Iterable[bytes], texts: list[int]) -> int:
    """Refuse a sheet whose cells lie too far apart; give the bytes its shared texts come to.

    Raises UnreadableError.
    """
    extent, row = Extent(), 1
    counted = texts if max(texts, default=0) > SHORT_TEXT else []
    for kind, _, start in _records(pieces):
        if kind == _ROW:
            row = int.from_bytes(start[:4], "little") + 1
        elif kind in _CELLS:
            extent.reach(int.from_bytes(start[:4], "little") + 1, row)
            if kind == _SHARED_CELL and counted:
                which = int.from_bytes(start[8:12], "little")
                extent.say(counted[which] if which < len(counted) else 0)
    return extent.characters


def _records(pieces: Iterable[bytes]) -> Iterator[tuple[int, int, bytes]]:
    """Each record's kind, its length, and how it begins; what breaks off is left out."""
    held, skip = b"", 0
    for piece in pieces:
        if skip >= len(piece):
            skip -= len(piece)
            continue
        held, at, skip = held + piece[skip:], 0, 0
        while (head := _head(held, at)) is not None:
            kind, length, begins = head
            if begins + min(length, _AT_MOST) > len(held):
                break
            yield kind, length, held[begins : begins + min(length, _AT_MOST)]
            at = begins + length
        skip, held = max(at - len(held), 0), held[at:]


def _head(data: bytes, at: int) -> tuple[int, int, int] | None:
    """The kind and length of the record at a place, and where its bytes begin."""
    kind, at = _number(data, at, 2)
    length, begins = _number(data, at, _LONGEST_HEAD - 2)
    return None if begins > len(data) else (kind, length, begins)


def _number(data: bytes, at: int, most: int) -> tuple[int, int]:
    """Seven bits of each byte, the low ones first; past the end where the data breaks off."""
    number = 0
    for place in range(most):
        if at >= len(data):
            return 0, len(data) + 1
        byte = data[at]
        number |= (byte & ~_MORE) << (7 * place)
        at += 1
        if not byte & _MORE:
            break
    return number, at
