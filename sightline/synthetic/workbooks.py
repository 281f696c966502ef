"""Workbooks written straight as the text of their sheets: the same bytes each time, and fast.

An .xlsx file is a zip of XML. Writing a row as one line of text takes a fifth of the time of a
call a cell. ECMA-376 part 1, sections 18.3 (worksheets) and 18.8 (styles).
"""

from __future__ import annotations

from functools import cache
from itertools import product
from pathlib import Path
from string import ascii_uppercase
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sightline.synthetic.files import DATE, Cell, Sheet

EXCEL_EPOCH = 693_594  # the ordinal of day 0 of Excel's calendar
BOLD, DATED = 1, 2  # places in the styles below
FASTEST = 1
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE_XML = "application/vnd.openxmlformats-officedocument.spreadsheetml"
STYLES = (
    f'{HEAD}<styleSheet xmlns="{MAIN}">'
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/>'
    '<xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>'
)


def write_workbook(path: Path, sheets: list[Sheet]) -> int:
    """Write sheets as one workbook; returns the data rows written.

    A text in a date or number column is written as text: that is how dirt gets in.
    """
    numbers = range(1, len(sheets) + 1)
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=FASTEST) as book:
        _put(book, "[Content_Types].xml", _content_types(numbers))
        _put(book, "_rels/.rels", _relationships({"rId1": ("officeDocument", "xl/workbook.xml")}))
        _put(book, "xl/workbook.xml", _contents(sheets))
        parts = {f"rId{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in numbers}
        styles = {f"rId{len(sheets) + 1}": ("styles", "styles.xml")}
        _put(book, "xl/_rels/workbook.xml.rels", _relationships(parts | styles))
        _put(book, "xl/styles.xml", STYLES)
        for number, sheet in zip(numbers, sheets, strict=True):
            _put(book, f"xl/worksheets/sheet{number}.xml", _page(sheet))
    return sum(len(sheet.rows) for sheet in sheets)


def _put(book: ZipFile, name: str, text: str) -> None:
    """Add a part, dated 1980 always: the time of writing is none of the file's business."""
    entry = ZipInfo(name)
    entry.compress_type = ZIP_DEFLATED
    book.writestr(entry, text, compresslevel=FASTEST)


def _content_types(numbers: range) -> str:
    pages = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" '
        f'ContentType="{OFFICE_XML}.worksheet+xml"/>'
        for n in numbers
    )
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{OFFICE_XML}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{OFFICE_XML}.styles+xml"/>'
        f"{pages}</Types>"
    )


def _relationships(parts: dict[str, tuple[str, str]]) -> str:
    found = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in parts.items()
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{found}</Relationships>'


def _contents(sheets: list[Sheet]) -> str:
    names = "".join(
        f'<sheet name="{escape(sheet.name)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, sheet in enumerate(sheets, start=1)
    )
    return f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{names}</sheets></workbook>'


def _page(sheet: Sheet) -> str:
    letters = column_letters(len(sheet.columns))
    heading = "".join(
        f'<c r="{letter}1" s="{BOLD}{_inline(text)}</c>'
        for letter, text in zip(letters, sheet.headings, strict=True)
    )
    columns = [
        (f'<c r="{letter}', f'" s="{DATED}"><v>' if kind == DATE else '"><v>', kind == DATE)
        for letter, kind in zip(letters, sheet.kinds, strict=True)
    ]
    lines = [f'<row r="1">{heading}</row>']
    lines += [_row(number, row, columns) for number, row in enumerate(sheet.rows, start=2)]
    return f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'


def _row(number: int, row: list[Cell], columns: list[tuple[str, str, bool]]) -> str:
    """A row's cells, each column with how its cells and its numbers open, and if they are days."""
    cells = []
    for cell, (opening, value, dated) in zip(row, columns, strict=True):
        if cell is None or cell == "":
            continue
        if isinstance(cell, str):
            cells.append(f"{opening}{number}{_inline(cell)}</c>")
        else:
            told = cell - EXCEL_EPOCH if dated else cell
            cells.append(f"{opening}{number}{value}{told}</v></c>")
    return f'<row r="{number}">{"".join(cells)}</row>'


@cache
def _inline(text: str) -> str:
    return f'" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is>'


@cache
def column_letters(count: int) -> tuple[str, ...]:
    """The names of the first columns, at most 702: A to Z, then AA to ZZ."""
    double = ("".join(pair) for pair in product(ascii_uppercase, repeat=2))
    return (*ascii_uppercase, *double)[:count]
