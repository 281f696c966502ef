"""Reading a document whole: from the file to the letter."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sightline.letters import identity
from sightline.letters.blocks import Block, BlockKind
from sightline.letters.damage import mended
from sightline.letters.findings import read_findings, read_paragraphs
from sightline.letters.furniture import body_size, without_furniture, without_small_print
from sightline.letters.improvements import read_improvements
from sightline.letters.judgement_table import JudgementTable, read_table, without_grades
from sightline.letters.judgements import OVERALL, spoken_judgements
from sightline.letters.kinds import LetterKind
from sightline.letters.letter import Judgement, Letter, LetterError, Paragraph, Unread
from sightline.letters.lines import PageLines, pdf_pages
from sightline.letters.pdf_blocks import blocks_of_lines
from sightline.letters.plain_text import blocks_of_text, read_text
from sightline.letters.recognising import carried_kind, kind_of, opening_of
from sightline.letters.sections import own_recommendations, placed
from sightline.letters.wanting import wanting

_PDF_MARK = b"%PDF-"
_OPENING_LINES = 60
_GRADED = {LetterKind.INSPECTION}


@dataclass(frozen=True, slots=True)
class _Document:
    """A file taken apart, before anything is understood."""

    opening: tuple[str, ...]
    blocks: tuple[Block, ...]
    judgements: tuple[Judgement, ...]
    pages: int
    unread: tuple[Unread, ...]


def read(path: Path) -> Letter:
    """The letter at `path`: a PDF, a plain text or a Markdown file.

    Raises LetterError when the file is missing, empty, locked, broken, a picture without text, or
    not about children's services. What a document of its kind should hold but does not show in a
    form the reader knows is listed in `unread`, never guessed.
    """
    data = _bytes(path)
    document = _take_apart(path, data)
    if not any("child" in block.text.lower() for block in document.blocks):
        message = f"{path.name} does not read like a report on children's services: no child in it."
        raise LetterError(message + " Load an inspection report, a letter or a review.")
    return _understand(path, hashlib.sha256(data).hexdigest(), document)


def paragraphs(path: Path) -> tuple[Paragraph, ...]:
    """Every paragraph of the document at `path`, in its exact words, whatever kind it is.

    For comparing what a statement or a news report says with its source. Raises LetterError when
    the file cannot be read.
    """
    return read_paragraphs(tuple(placed(_take_apart(path, _bytes(path)).blocks)))


def _bytes(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise LetterError(f"{path.name} could not be opened: {error.strerror}.") from error
    if not data.strip():
        raise LetterError(f"{path.name} is empty. Save the letter again and load the new copy.")
    return data


def _take_apart(path: Path, data: bytes) -> _Document:
    if _PDF_MARK in data[:1024]:
        return _pdf_document(pdf_pages(path))
    if path.suffix.lower() == ".pdf":
        message = f"{path.name} is named as a PDF but is not one. Load the PDF itself."
        raise LetterError(message)
    pages = read_text(path, data)
    cells = [cell.strip() for line in pages[0].splitlines() for cell in _cells(line)]
    opening = [cell for cell in cells if cell][:_OPENING_LINES]
    blocks = tuple(mended(blocks_of_text(pages)))
    return _Document(tuple(opening), blocks, (), len(pages), ())


def _cells(line: str) -> list[str]:
    """The cells of a tabbed line: a label stays with the cell after it."""
    cells = line.split("\t")
    pairs = zip(cells, [*cells[1:], ""], strict=True)
    return [f"{cell} {after}" if cell.endswith(":") else cell for cell, after in pairs]


def _pdf_document(pages: Sequence[PageLines]) -> _Document:
    body = body_size(pages)
    lines = without_furniture(pages)
    table = read_table(lines)
    text = without_grades([line for line in lines if line not in table.lines])
    text = list(without_small_print(text, body))
    first = min(line.page for line in lines)
    opening = tuple(line.text for line in lines if line.page == first)
    blocks = tuple(mended(blocks_of_lines(text, body)))
    empty = tuple(
        Unread(page.number, "This page has no text: it may be a picture.")
        for page in pages
        if not page.lines
    )
    return _Document(opening, blocks, table.judgements, len(pages), (*empty, *_ungraded(table)))


def _ungraded(table: JudgementTable) -> tuple[Unread, ...]:
    """What to say of the rows whose grade is not whole."""
    page = next((line.page for line in table.lines), None)
    return tuple(
        Unread(page, f"The grade of “{name}” could not be read: part of it is missing.")
        for name in table.ungraded
    )


def _understand(path: Path, sha256: str, document: _Document) -> Letter:
    opening = opening_of(document.opening, document.blocks)
    kind = kind_of(opening, document.blocks)
    visited_from, visited_to = identity.visited(opening)
    published, published_source = identity.published(opening, path.name)
    parts = tuple(placed(document.blocks)) if kind.gives_findings else ()
    own = own_recommendations(document.blocks) if kind is LetterKind.COVER_REPORT else None
    improvements = read_improvements([each for each in parts if each.heading != own])
    carries = kind is LetterKind.COVER_REPORT and bool(improvements)
    letter = Letter(
        path=path,
        sha256=sha256,
        authority=identity.authority_of(opening, document.blocks),
        kind=kind,
        visited_from=visited_from,
        visited_to=visited_to,
        published=published,
        published_source=published_source,
        judgements=_judgements(document) if kind in _GRADED else (),
        improvements=improvements,
        findings=read_findings(parts, kind.voice),
        unread=document.unread,
        pages=document.pages,
        conveys=carried_kind(opening, document.blocks) if carries else None,
    )
    return replace(letter, unread=(*letter.unread, *wanting(letter, document.blocks)))


def _judgements(document: _Document) -> tuple[Judgement, ...]:
    """The table's judgements, and those that only a heading gives."""
    headings = [
        (block.text, block.page) for block in document.blocks if block.kind is BlockKind.HEADING
    ]
    named = {judgement.judgement.lower() for judgement in document.judgements}
    spoken = [each for each in spoken_judgements(headings) if each.judgement.lower() not in named]
    overall = [each for each in spoken if each.judgement == OVERALL]
    others = [each for each in spoken if each.judgement != OVERALL]
    return (*overall, *document.judgements, *others)
