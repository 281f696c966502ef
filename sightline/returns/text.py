"""Delimited text: from bytes to a grid, whatever the encoding, delimiter and quotes."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sightline.returns.grids import CellGrid, Grid
from sightline.returns.limits import MOST_COLUMNS
from sightline.returns.text_grid import TextGrid, first_lines, pieces, records_of
from sightline.returns.trouble import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DELIMITERS = (",", ";", "\t", "|")
_LONGEST_RECORD = 5  # lines that one quoted record may run over
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\r\x0c") + b"\x7f"
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffd]+")


@dataclass(frozen=True, slots=True)
class Text:
    """A file's text; `damage` counts characters left out because they cannot be text."""

    content: str  # its line breaks are "\n"
    damage: int


def decode(data: bytes) -> Text:
    """UTF-8 or UTF-16 by their marks, else UTF-8, else Windows-1252. Never fails."""
    text = _decode(data)
    clean = len(data.translate(None, _CONTROLS)) == len(data) and "\ufffd" not in text
    plain = text if clean else _NOT_TEXT.sub("", text)
    damage = len(text) - len(plain)
    return Text(plain.replace("\r\n", "\n").replace("\r", "\n"), damage)


def _decode(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    sample = data[:400]
    if len(sample) > 3 and sample[1::2].count(0) > len(sample) // 3 and 0 not in sample[0::2]:
        return data.decode("utf-16-le", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def read_grid(text: str, known: Callable[[list[list[str]]], int]) -> tuple[Grid, frozenset[int]]:
    """The grid of a delimited text, and the rows in which a quotation mark never closes.

    `known` counts the columns of ours in the best heading row among the first rows; it settles the
    delimiter, which is a comma where none gives any. Raises UnreadableError where a row has more
    cells than any return.
    """
    delimiter = _delimiter(text, known)
    _check_columns(text, delimiter)
    if '"' not in text:
        return TextGrid(text, delimiter, quoted=False), frozenset()
    odd = frozenset(at for at, line in _numbered(text) if line.count('"') % 2)
    if not odd:
        return TextGrid(text, delimiter, quoted=True), odd
    if (records := _records_over_lines(text, delimiter)) is not None:
        return CellGrid(records), frozenset()
    mended = (line.replace('"', "") if at in odd else line for at, line in _numbered(text))
    return TextGrid("\n".join(mended), delimiter, quoted=True), odd


def _numbered(text: str) -> Iterator[tuple[int, str]]:
    """Each line and its number; the first is 1."""
    return enumerate((line for lines in pieces(text) for line in lines), start=1)


def _check_columns(text: str, delimiter: str) -> None:
    row = 1
    for lines in pieces(text):
        if max(map(len, lines)) > MOST_COLUMNS:
            for at, line in enumerate(lines, start=row):
                if line.count(delimiter) >= MOST_COLUMNS:
                    words = f"has more than {MOST_COLUMNS:,} values in row {at}"
                    raise UnreadableError("file_too_large", f"{words}, which no return has")
        row += len(lines)


def _delimiter(text: str, known: Callable[[list[list[str]]], int]) -> str:
    top = first_lines(text)
    found = {
        delimiter: known(records_of(top, delimiter))
        for delimiter in _DELIMITERS
        if any(delimiter in line for line in top)
    }
    return max(found, key=lambda delimiter: found[delimiter], default=",")


def _records_over_lines(text: str, delimiter: str) -> list[list[str]] | None:
    """Records where a quoted cell holds line breaks; None if the quotes do not bear that out."""
    lines = (line + "\n" for _, line in _numbered(text))
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    records: list[list[str]] = []
    before = 0
    try:
        for record in reader:
            if reader.line_num - before > _LONGEST_RECORD:
                return None
            before = reader.line_num
            records.append(record)
    except csv.Error:
        return None
    return records
