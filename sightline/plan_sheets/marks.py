"""What an Excel sheet says without words: hidden rows and columns, struck-out text, fills.

The reader of values (calamine) gives none of these. Each part is read as it streams by, and only
after `returns.workbook_limits` has measured it and refused what declares entities of its own.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree

_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_INDEXED = {
    2: "FF0000", 10: "FF0000", 3: "00FF00", 11: "00FF00", 4: "0000FF", 12: "0000FF",
    5: "FFFF00", 13: "FFFF00", 51: "FF9900", 52: "FF9900", 53: "FF6600", 17: "008000",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Marks:
    """Rows and columns count from 0. A fill is a plain word: red, amber, green, blue or grey.

    `broken` gives what stands in a cell whose formula fails ("#REF!"), which has no value.
    """

    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    struck: frozenset[tuple[int, int]] = frozenset()
    fills: Mapping[tuple[int, int], str] = field(default_factory=dict)
    broken: Mapping[tuple[int, int], str] = field(default_factory=dict)


def marks_of(data: bytes) -> dict[str, Marks]:
    """The marks of each sheet by its name; empty for anything but .xlsx and .xlsm."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            if "xl/workbook.xml" not in book.namelist():
                return {}
            struck, fills = _styles(book)
            return {name: _sheet(book, part, struck, fills) for name, part in _sheets(book)}
    except (zipfile.BadZipFile, ElementTree.ParseError, KeyError, ValueError):
        return {}  # marks are no values: what cannot be seen of them leaves the words as they are


def _sheets(book: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    links = {
        link.get("Id"): link.get("Target", "")
        for link in ElementTree.fromstring(book.read("xl/_rels/workbook.xml.rels"))
    }
    for sheet in ElementTree.fromstring(book.read("xl/workbook.xml")).iter(f"{_SHEET}sheet"):
        target = links.get(sheet.get(_RELATED), "")
        part = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
        if part in book.namelist() and "worksheets" in part:
            yield sheet.get("name", ""), part


def _styles(book: zipfile.ZipFile) -> tuple[set[int], dict[int, str]]:
    """Of the styles of cells by number: those with text struck out, and those with a fill."""
    if "xl/styles.xml" not in book.namelist():
        return set(), {}
    root = ElementTree.fromstring(book.read("xl/styles.xml"))
    fonts = [_is_struck(each) for each in root.iterfind(f"{_SHEET}fonts/{_SHEET}font")]
    colours = [_colour(each) for each in root.iterfind(f"{_SHEET}fills/{_SHEET}fill")]
    struck, fills = set(), {}
    for at, style in enumerate(root.iterfind(f"{_SHEET}cellXfs/{_SHEET}xf")):
        if fonts[int(style.get("fontId", 0))]:
            struck.add(at)
        if word := colours[int(style.get("fillId", 0))]:
            fills[at] = word
    return struck, fills


def _is_struck(font: ElementTree.Element) -> bool:
    mark = font.find(f"{_SHEET}strike")
    return mark is not None and mark.get("val", "1") not in ("0", "false")


def _colour(fill: ElementTree.Element) -> str:
    pattern = fill.find(f"{_SHEET}patternFill")
    if pattern is None or pattern.get("patternType") != "solid":
        return ""
    front = pattern.find(f"{_SHEET}fgColor")
    if front is None:
        return ""
    rgb = front.get("rgb", "")[-6:] or _INDEXED.get(int(front.get("indexed", -1)), "")
    return colour_word(rgb) if len(rgb) == 6 else ""


def colour_word(rgb: str) -> str:
    """ "red", "amber", "green", "blue" or "grey" for six hexadecimal digits; "" near white."""
    red, green, blue = (int(rgb[at : at + 2], 16) for at in (0, 2, 4))
    most, least = max(red, green, blue), min(red, green, blue)
    if most - least < 24:
        return "" if most > 240 or most < 16 else "grey"
    if most == blue:
        return "blue"
    if most == green and green - red > 12:
        return "green"
    return "amber" if (green - least) > 0.4 * (most - least) else "red"


def _sheet(book: zipfile.ZipFile, part: str, struck: set[int], fills: dict[int, str]) -> Marks:
    hidden: set[int] = set()
    columns: set[int] = set()
    crossed: set[tuple[int, int]] = set()
    filled: dict[tuple[int, int], str] = {}
    broken: dict[tuple[int, int], str] = {}
    with book.open(part) as stream:
        for _, element in ElementTree.iterparse(stream):
            if element.tag == f"{_SHEET}col":
                columns.update(_hidden_columns(element))
            elif element.tag == f"{_SHEET}row":
                if element.get("hidden") in ("1", "true"):
                    hidden.add(int(element.get("r", 1)) - 1)
                element.clear()
            elif element.tag == f"{_SHEET}c":
                place, style = _place(element.get("r", "")), int(element.get("s", 0))
                crossed.update({place} if style in struck else ())
                filled.update({place: fills[style]} if style in fills else {})
                broken.update(_broken(place, element))
    return Marks(frozenset(hidden), frozenset(columns), frozenset(crossed), filled, broken)


def _hidden_columns(element: ElementTree.Element) -> range:
    if element.get("hidden") not in ("1", "true"):
        return range(0)
    return range(int(element.get("min", 1)) - 1, min(int(element.get("max", 1)), 2_000))


def _broken(place: tuple[int, int], cell: ElementTree.Element) -> dict[tuple[int, int], str]:
    said = cell.findtext(f"{_SHEET}v") if cell.get("t") == "e" else None
    return {place: said} if said else {}


def _place(reference: str) -> tuple[int, int]:
    found = _CELL.fullmatch(reference)
    if found is None:
        return (-1, -1)
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]) - 1, column - 1
