"""Lines of print with their place on the page, from a PDF."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from sightline.letters.letter import LetterError
from sightline.letters.page_columns import Line, by_column, gutter_of
from sightline.letters.pdf_document import opened_pdf

_BOLD_WEIGHT = 600
_LINE_BREAK_HYPHEN = "\ufffe"  # pdfium's mark for a hyphen at the end of a line
_GRADE_AT_END = re.compile(
    r"(?i)(?<!\w)((outstanding|good|adequate|inadequate|requires?|improvement|to|be)[\s.]*)+"
    r"(grade \d[\s.]*)?$"
)
_CELL_GAP = 0.7  # times the letter size: wider than the spaces between words


@dataclass(frozen=True, slots=True)
class PageLines:
    """A page: its size in points and its lines from top to bottom."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]


def pdf_pages(path: Path) -> tuple[PageLines, ...]:
    """Every page of the PDF as lines; LetterError when it is locked, broken or only pictures."""
    with opened_pdf(path) as document:
        try:
            pages = tuple(_page(document, number) for number in range(len(document)))
        except pdfium.PdfiumError as error:
            message = f"{path.name} is a damaged PDF: a page cannot be read. Download it again."
            raise LetterError(message) from error
    if not any(page.lines for page in pages):
        message = (
            f"{path.name} is a picture of a page with no text in it. Ask for the original PDF, "
        )
        raise LetterError(message + "or run text recognition (OCR) on it first.")
    return pages


def _page(document: pdfium.PdfDocument, index: int) -> PageLines:
    page = document[index]
    width, height = page.get_size()
    text_page = page.get_textpage()
    try:
        lines = tuple(_lines(text_page, index + 1))
    finally:
        text_page.close()
        page.close()
    return PageLines(index + 1, width, height, _top_to_bottom(lines))


def _lines(text_page: Any, page: int) -> Iterator[Line]:
    position = 0
    pieces = re.split(f"(\r\n|\n|\r|{_LINE_BREAK_HYPHEN})", _text(text_page))
    for piece, after in zip(pieces, [*pieces[1:], ""], strict=True):
        if piece == _LINE_BREAK_HYPHEN or not piece.strip():
            position += len(piece)
            continue
        start = position + len(piece) - len(piece.lstrip())
        end = position + len(piece.rstrip()) - 1
        position += len(piece)
        hyphen = "-" if after == _LINE_BREAK_HYPHEN else ""
        yield _line(text_page, page, piece.strip() + hyphen, (start, end))


def _text(text_page: Any) -> str:
    count = text_page.count_chars()
    text = str(text_page.get_text_range(0, count)) if count > 0 else ""
    if len(text) == count:
        return text
    return "".join(_printable(text_page, index) for index in range(count))


def _unicode(text_page: Any, index: int) -> int:
    return int(pdfium_c.FPDFText_GetUnicode(text_page, index))


def _printable(text_page: Any, index: int) -> str:
    """One character for one index, so that places in the text are places on the page."""
    if pdfium_c.FPDFText_IsHyphen(text_page, index) == 1:
        return _LINE_BREAK_HYPHEN
    code = _unicode(text_page, index)
    return "\ufffd" if code > 0xFFFF or 0xD800 <= code <= 0xDFFF else chr(code)


def _line(text_page: Any, page: int, text: str, span: tuple[int, int]) -> Line:
    start, end = span
    left = text_page.get_charbox(start)[0]
    right = text_page.get_charbox(end)[2]
    size = _size(text_page, span)
    bold = _bold(text_page, start) and _bold(text_page, end)
    cell = ("", 0.0, 0.0)
    graded = _GRADE_AT_END.search(text)
    if graded:
        words = graded.group(0)
        cell = _last_cell(text_page, (end - len(words) + 1, end), start, size)
    baseline = _baseline(text_page, start)
    text = text.replace("\xa0", " ")
    return Line(text, page, left, right, baseline, size, bold, *cell)


def _size(text_page: Any, span: tuple[int, int]) -> float:
    """The letter size in the middle of a line; the spaces that pdfium adds have none."""
    start, end = span
    middle = (start + end) // 2
    while middle > start and chr(_unicode(text_page, middle)).isspace():
        middle -= 1
    return float(pdfium_c.FPDFText_GetFontSize(text_page, middle))


def _baseline(text_page: Any, index: int) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium_c.FPDFText_GetCharOrigin(text_page, index, x, y)
    return y.value


def _bold(text_page: Any, index: int) -> bool:
    if pdfium_c.FPDFText_GetFontWeight(text_page, index) >= _BOLD_WEIGHT:
        return True
    name = ctypes.create_string_buffer(128)
    pdfium_c.FPDFText_GetFontInfo(text_page, index, name, 128, ctypes.c_int())
    return b"bold" in name.value.lower()


def _last_cell(
    text_page: Any, words: tuple[int, int], line_start: int, size: float
) -> tuple[str, float, float]:
    """The last of the words at a line's end that a wide gap sets apart, their left and baseline.

    Nothing, where no gap does and the words are not the whole line.
    """
    first, end = words
    for index in range(end, first - 1, -1):
        starts = index == line_start or chr(_unicode(text_page, index - 1)).isspace()
        if not starts or chr(_unicode(text_page, index)).isspace():
            continue
        left = float(text_page.get_charbox(index)[0])
        if index == line_start or left - _right_before(text_page, index) > _CELL_GAP * size:
            text = str(text_page.get_text_range(index, end - index + 1)).strip()
            return text, left, _baseline(text_page, index)
    return "", 0.0, 0.0


def _right_before(text_page: Any, index: int) -> float:
    """Where the last letter before this one ends."""
    index -= 1
    while chr(_unicode(text_page, index)).isspace():
        index -= 1
    return float(text_page.get_charbox(index)[2])


def _top_to_bottom(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Reading order: by height on a page of one column, column by column where there are two, and
    the order of the file where many lines lie side by side."""
    if _side_by_side(lines):
        return tuple(lines)
    gutter = gutter_of(lines)
    ordered = sorted(lines, key=_by_height)
    return tuple(ordered) if gutter is None else tuple(by_column(ordered, gutter))


def _by_height(line: Line) -> tuple[int, float]:
    return (-round(line.baseline / 3), line.left)


def _side_by_side(lines: Sequence[Line]) -> bool:
    """Whether the page has two columns of prose: many pairs of long lines at one height."""
    long_lines = [line for line in lines if len(line.text) > 25]
    heights = Counter(round(line.baseline) for line in long_lines)
    return sum(count - 1 for count in heights.values()) > 0.25 * len(long_lines) > 2
