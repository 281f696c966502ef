"""The extents of the sheets of an OpenDocument workbook, which says how often a cell repeats."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.parsers import expat

from sightline.returns.sheet_extent import Extent

_CELLS = ("table:table-cell", "table:covered-table-cell")


def check_opendocument(pieces: Iterable[bytes]) -> None:
    """Refuse a content.xml, given piece by piece, whose cells lie too far apart or say too much.

    Raises UnreadableError.
    """
    counting = _Counting()
    try:
        for piece in pieces:
            counting.parser.Parse(piece, False)
    except expat.ExpatError:
        return  # the reader of workbooks says what is wrong with it


@dataclass(slots=True)
class _Counting:
    """Where in the sheet the reading stands. Only cells that say something reach anywhere."""

    extent: Extent = field(default_factory=Extent)
    row: int = 0
    rows: int = 1
    column: int = 0
    cells: int = 0
    text: int = 0
    parser: expat.XMLParserType = field(default_factory=expat.ParserCreate)

    def __post_init__(self) -> None:
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.say

    def start(self, tag: str, said: dict[str, str]) -> None:
        if tag == "table:table":
            self.extent = Extent(characters=self.extent.characters)
            self.row = 0
        elif tag == "table:table-row":
            self.rows, self.column = _times(said.get("table:number-rows-repeated")), 0
            self.row += self.rows
        elif tag in _CELLS:
            times = _times(said.get("table:number-columns-repeated"))
            self.column += times
            self.cells, self.text = 0, 0
            if "office:value-type" in said or "table:formula" in said:
                self.cells, self.text = times, len(said.get("office:string-value", ""))
                self.extent.reach(self.column, self.row)

    def say(self, text: str) -> None:
        self.text += len(text)

    def end(self, tag: str) -> None:
        if tag in _CELLS:
            self.extent.say(self.text * self.cells * self.rows)


def _times(said: str | None) -> int:
    return int(said) if said and said.isdecimal() else 1
