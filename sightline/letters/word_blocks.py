"""From a Word document to headings, paragraphs, list items and tables, in the order of print.

What is read is what stands on the page once every tracked change is accepted: text that was
deleted is left out, text that was inserted is in. Running heads, feet and notes are no part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from sightline.letters.blocks import SENTENCE_END, Block, BlockKind, list_mark
from sightline.letters.word_numbers import Numbering
from sightline.letters.word_package import WordFile

_HEADING_STYLE = re.compile(r"(?i)^heading\s*(\d)")
_TOP_RANK = 20.0
_BOLD_RANK = 1.0
_LONGEST_HEADING = 120  # letters of a bold paragraph
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BOX = qn("w:txbxContent")
_NOT_PRINTED = {qn("w:del"), qn("w:moveFrom"), qn("w:instrText"), _FALLBACK, _BOX}


@dataclass(frozen=True, slots=True)
class WordTable:
    """A table: its rows of cell texts, and its page."""

    rows: tuple[tuple[str, ...], ...]
    page: int


@dataclass(frozen=True, slots=True)
class WordText:
    """What a Word document says: its parts in order, how many pages, and what is to be known of it.

    `pages` is None where the file keeps no page breaks; everything is then on page 1.
    """

    parts: tuple[Block | WordTable, ...]
    pages: int | None
    tracked: bool


def word_text(file: WordFile) -> WordText:
    """The document's headings, paragraphs, list items and tables."""
    return _Walk(file).text()


class _Walk:
    """Goes through the body once, counting pages and list items."""

    def __init__(self, file: WordFile) -> None:
        self.body = file.document.element.body
        styles = file.document.styles.element
        self.styles = {
            str(style.get(qn("w:styleId"))): _style(style)
            for style in styles.findall(qn("w:style"))
        }
        self.numbering = Numbering(_numbering(file), styles)
        self.page = 1

    def text(self) -> WordText:
        parts = tuple(self._children(self.body))
        paged = next(self.body.iter(qn("w:lastRenderedPageBreak")), None) is not None
        tracked = any(
            next(self.body.iter(qn(name)), None) is not None for name in ("w:ins", "w:del")
        )
        if not paged:
            return WordText(parts, None, tracked)
        return WordText(parts, self.page, tracked)

    def _children(self, parent: Any) -> Iterator[Block | WordTable]:
        for child in parent:
            if child.tag == qn("w:p"):
                yield from self._paragraph(child)
            elif child.tag == qn("w:tbl"):
                yield self._table(child)
            elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")):
                yield from self._children(child)

    def _paragraph(self, paragraph: Any) -> Iterator[Block | WordTable]:
        text, page = self._words(paragraph)
        style_id = _property(paragraph, "w:pStyle")
        number, listed = self.numbering.next(paragraph, style_id) if text else (None, False)
        if text:
            yield self._block(paragraph, text, page, number, listed, style_id)
        for box in paragraph.iter(_BOX):
            if not any(above.tag == _FALLBACK for above in box.iterancestors()):
                yield from self._children(box)

    def _block(
        self, paragraph: Any, text: str, page: int, number: str | None, listed: bool, style_id: str
    ) -> Block:
        rank = self._rank(paragraph, text, style_id, listed)
        if rank:
            return Block(BlockKind.HEADING, text, page, rank=rank)
        if number is not None:
            return Block(BlockKind.PARAGRAPH, text, page, number)
        bare, typed, bullet = list_mark(text)
        if typed is not None:
            return Block(BlockKind.PARAGRAPH, bare, page, typed)
        listed = (
            listed or bullet or self.styles.get(style_id, ("", ""))[0].startswith("list bullet")
        )
        return Block(BlockKind.BULLET if listed else BlockKind.PARAGRAPH, bare, page)

    def _rank(self, paragraph: Any, text: str, style_id: str, listed: bool) -> float:
        """How much the paragraph covers as a heading; 0 where it is none."""
        name, outline = self.styles.get(style_id, ("", ""))
        if name in ("title", "subtitle"):
            return _TOP_RANK if name == "title" else _TOP_RANK - 0.5
        found = _HEADING_STYLE.match(name)
        level = int(found[1]) if found else None
        outline = _property(paragraph, "w:outlineLvl") or outline
        if level is None and outline.isdigit() and int(outline) < 9:
            level = int(outline) + 1
        if level is not None:
            return _TOP_RANK - level
        title = len(text) <= _LONGEST_HEADING and not (listed or SENTENCE_END.search(text))
        title = title or (len(text) <= _LONGEST_HEADING and text.endswith((":", "?")))
        return _BOLD_RANK if title and not listed and _all_bold(paragraph) else 0.0

    def _words(self, paragraph: Any) -> tuple[str, int]:
        """The paragraph's printed words, spaces made single, and the page they start on."""
        pieces: list[str] = []
        page = self.page
        for element in _printed(paragraph):
            if element.tag == qn("w:t"):
                pieces.append(element.text or "")
            elif element.tag == qn("w:noBreakHyphen"):
                pieces.append("-")
            elif element.tag in (qn("w:tab"), qn("w:br"), qn("w:cr")):
                pieces.append(" ")
            elif element.tag == qn("w:lastRenderedPageBreak"):
                self.page += 1
                page = page if "".join(pieces).strip() else self.page
        return " ".join("".join(pieces).split()), page

    def _table(self, table: Any) -> WordTable:
        page = self.page
        rows = []
        for row in table.iter(qn("w:tr")):
            cells = [
                " ".join(filter(None, (self._words(each)[0] for each in cell.iter(qn("w:p")))))
                for cell in row.findall(qn("w:tc"))
            ]
            rows.append(tuple(cells))
        return WordTable(tuple(rows), page)


def _printed(parent: Any) -> Iterator[Any]:
    """The elements of a paragraph in order, without what is deleted or stands in a text box."""
    for child in parent:
        if child.tag in _NOT_PRINTED:
            continue
        yield child
        if child.tag != qn("w:pPr"):
            yield from _printed(child)


def _style(style: Any) -> tuple[str, str]:
    """The name of a style in small letters, and its outline level."""
    found = style.find(qn("w:name"))
    name = "" if found is None else str(found.get(qn("w:val")) or "").lower()
    return name, _property(style, "w:outlineLvl")


def _property(element: Any, name: str) -> str:
    properties = element.find(qn("w:pPr"))
    found = None if properties is None else properties.find(qn(name))
    return "" if found is None else str(found.get(qn("w:val")) or "")


def _all_bold(paragraph: Any) -> bool:
    """Whether every run with words in it is bold."""
    runs = [run for run in paragraph.iter(qn("w:r")) if "".join(run.itertext()).strip()]
    return bool(runs) and all(_is_bold(run) for run in runs)


def _is_bold(run: Any) -> bool:
    properties = run.find(qn("w:rPr"))
    bold = None if properties is None else properties.find(qn("w:b"))
    return bold is not None and bold.get(qn("w:val")) not in ("0", "false", "none")


def _numbering(file: WordFile) -> Any:
    """The XML of the document's lists, or None where it has none."""
    for relation in file.document.part.rels.values():
        if relation.reltype.endswith("/numbering") and not relation.is_external:
            return relation.target_part.element
    return None
