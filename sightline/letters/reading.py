"""Reading a document whole: from the file to the letter."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sightline.letters import identity
from sightline.letters.blocks import Block, BlockKind
from sightline.letters.findings import read_findings
from sightline.letters.furniture import body_size, without_furniture, without_small_print
from sightline.letters.improvements import read_improvements
from sightline.letters.judgement_table import JudgementTable, read_table, without_grades
from sightline.letters.judgements import OVERALL, spoken_judgements
from sightline.letters.letter import Judgement, Letter, LetterError, LetterKind, Unread
from sightline.letters.lines import PageLines, pdf_pages
from sightline.letters.pdf_blocks import blocks_of_lines
from sightline.letters.plain_text import blocks_of_text, read_text
from sightline.letters.sections import is_improvement_heading, placed

_PDF_MARK = b"%PDF-"
_OPENING_LINES = 60
_GRADED = {LetterKind.INSPECTION}
_IMPROVING = {LetterKind.INSPECTION, LetterKind.FOCUSED_VISIT, LetterKind.COMMISSIONER_REPORT}


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
    return _Document(tuple(opening), tuple(blocks_of_text(pages)), (), len(pages), ())


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
    blocks = tuple(blocks_of_lines(text, body))
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
    opening = identity.opening_of(document.opening, document.blocks)
    kind = identity.kind_of(opening, document.blocks)
    visited_from, visited_to = identity.visited(opening)
    published, published_source = identity.published(opening, path.name)
    known = kind is not LetterKind.OTHER
    parts = tuple(placed(document.blocks))
    improvements = read_improvements(parts) if known else ()
    judgements = _judgements(document) if kind in _GRADED else ()
    findings = read_findings(parts) if known else ()
    letter = Letter(
        path=path,
        sha256=sha256,
        authority=identity.authority_of(opening, document.blocks),
        kind=kind,
        visited_from=visited_from,
        visited_to=visited_to,
        published=published,
        published_source=published_source,
        judgements=judgements,
        improvements=improvements,
        findings=findings,
        unread=document.unread,
        pages=document.pages,
    )
    return _with_unread(letter, document)


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


def _with_unread(letter: Letter, document: _Document) -> Letter:
    """The letter with what its kind should hold and the reader did not find."""
    return replace(letter, unread=(*letter.unread, *_missing(letter, document)))


def _missing(letter: Letter, document: _Document) -> list[Unread]:
    headed = any(
        block.kind is BlockKind.HEADING and is_improvement_heading(block.text)
        for block in document.blocks
    )
    checks = (
        (
            letter.kind is LetterKind.OTHER,
            "Not recognised as an inspection, visit, review or "
            "commissioner's report, so no judgements, improvements or findings were taken from it.",
        ),
        (letter.authority is None, "No title names the authority."),
        (letter.kind in _GRADED and not letter.judgements, "No table of judgements was found."),
        (
            letter.kind in _IMPROVING and not headed,
            "No heading such as “What needs to improve” or “Recommendations” was found.",
        ),
        (
            headed and letter.kind in _IMPROVING and not letter.improvements,
            "A heading for improvements was found, but no list under it.",
        ),
        (
            letter.kind is not LetterKind.OTHER and not letter.findings,
            "No paragraph of findings was found.",
        ),
        (
            letter.kind is not LetterKind.OTHER
            and letter.visited_from is None
            and letter.kind is not LetterKind.COMMISSIONER_REPORT,
            "The dates of the visit were not found.",
        ),
        (letter.published is None, "The date of publication was not found."),
    )
    return [Unread(None, reason) for missing, reason in checks if missing]
