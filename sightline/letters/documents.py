"""A file of any kind we read, taken apart into blocks before anything is understood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sightline.letters.blocks import Block, BlockKind
from sightline.letters.damage import mended
from sightline.letters.furniture import body_size, without_furniture, without_small_print
from sightline.letters.judgement_table import JudgementTable, read_table, without_grades
from sightline.letters.letter import Judgement, LetterError, Unread
from sightline.letters.lines import PageLines, pdf_pages
from sightline.letters.pdf_blocks import blocks_of_lines
from sightline.letters.plain_text import blocks_of_text, read_text
from sightline.letters.text_judgements import text_judgements
from sightline.letters.word_blocks import WordTable, word_text
from sightline.letters.word_package import WordFile, opened_word
from sightline.letters.word_tables import blocks_of, judgements_of, labels_of

MOST_BYTES = 100_000_000  # of a file; the largest of the published reports has under two million
_PDF_MARK = b"%PDF-"
_ZIP_MARK = b"PK\x03\x04"
_OLE_MARK = bytes.fromhex("d0cf11e0a1b11ae1")  # Word before 2007, and Word with a password
_RTF_MARK = b"{\\rtf"
_WEB_MARKS = (b"<!doctype html", b"<html")
_OPENING_LINES = 60
_TO_SAVE = "save it as a Word document (.docx) or a PDF and load that."


@dataclass(frozen=True, slots=True)
class Document:
    """A file taken apart: the lines it opens with, its blocks, judgements and pages."""

    opening: tuple[str, ...]
    blocks: tuple[Block, ...]
    judgements: tuple[Judgement, ...]
    pages: int
    unread: tuple[Unread, ...]


def data_of(path: Path) -> bytes:
    """The bytes of a file. Raises LetterError when it is missing, empty or far too large."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            most = MOST_BYTES // 1_000_000
            message = f"{path.name} is larger than {most} MB, which no letter is."
            raise LetterError(f"{message} Load the report alone, without its annexes.")
        data = path.read_bytes()
    except OSError as error:
        raise LetterError(f"{path.name} could not be opened: {error.strerror}.") from error
    if not data.strip():
        raise LetterError(f"{path.name} is empty. Save the letter again and load the new copy.")
    return data


def taken_apart(path: Path, data: bytes) -> Document:
    """The document that these bytes are, by what they are and not by the file's name.

    Raises LetterError with what to do where they are of no kind that is read.
    """
    if data.startswith(_ZIP_MARK):
        return _word_document(opened_word(data, path.name))
    if _PDF_MARK in data[:1024]:
        return _pdf_document(pdf_pages(path))
    _refuse_others(path, data)
    pages = read_text(path, data)
    cells = [cell.strip() for line in pages[0].splitlines() for cell in _cells(line)]
    opening = [cell for cell in cells if cell][:_OPENING_LINES]
    blocks = tuple(mended(blocks_of_text(pages)))
    return Document(tuple(opening), blocks, text_judgements(pages), len(pages), ())


def is_plain(data: bytes) -> bool:
    """Whether these bytes are plain text, neither Word's nor a PDF's."""
    return not data.startswith(_ZIP_MARK) and _PDF_MARK not in data[:1024]


def _refuse_others(path: Path, data: bytes) -> None:
    """LetterError for the kinds of file that people have and that are not read."""
    start = data[:1024].lstrip().lower()
    if data.startswith(_OLE_MARK):
        message = f"{path.name} is locked with a password, or is a Word document of before 2007"
        raise LetterError(f"{message} (.doc). Open it in Word, take the password off, {_TO_SAVE}")
    if start.startswith(_RTF_MARK):
        raise LetterError(f"{path.name} is rich text (.rtf). Open it in Word, {_TO_SAVE}")
    if any(mark in start for mark in _WEB_MARKS):
        message = f"{path.name} is a web page, whatever its name. Open it in a browser and"
        raise LetterError(f"{message} download the report itself, or print the page to a PDF.")
    if path.suffix.lower() in (".docx", ".docm"):
        raise LetterError(f"{path.name} is named as a Word document but is not one. Save it again.")
    if path.suffix.lower() == ".pdf":
        message = f"{path.name} is named as a PDF but is not one. Load the PDF itself."
        raise LetterError(message)


def _cells(line: str) -> list[str]:
    """The cells of a tabbed line: a label stays with the cell after it."""
    cells = line.split("\t")
    pairs = zip(cells, [*cells[1:], ""], strict=True)
    return [f"{cell} {after}" if cell.endswith(":") else cell for cell, after in pairs]


def _pdf_document(pages: Sequence[PageLines]) -> Document:
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
    return Document(opening, blocks, table.judgements, len(pages), (*empty, *_ungraded(table)))


def _ungraded(table: JudgementTable) -> tuple[Unread, ...]:
    """What to say of the rows whose grade is not whole."""
    page = next((line.page for line in table.lines), None)
    return tuple(
        Unread(page, f"The grade of “{name}” could not be read: part of it is missing.")
        for name in table.ungraded
    )


def _word_document(file: WordFile) -> Document:
    text = word_text(file)
    opening: list[str] = []
    blocks: list[Block] = []
    judgements: list[Judgement] = []
    for part in text.parts:
        if isinstance(part, WordTable):
            opening.extend(labels_of(part))
            found = judgements_of(part)
            judgements.extend(() if judgements else found)
            blocks.extend(() if found else blocks_of(part, _heading(blocks)))
        else:
            opening.append(part.text)
            blocks.append(part)
    notes = (
        (file.macros, "This file carries macros; they were not run."),
        (text.tracked, "This file has tracked changes; it was read as if all were accepted."),
        (text.pages is None, "This file keeps no page numbers; everything is given as page 1."),
    )
    unread = tuple(Unread(None, reason) for holds, reason in notes if holds)
    kept = tuple(mended(blocks))
    pages = text.pages or 1
    return Document(tuple(opening[:_OPENING_LINES]), kept, tuple(judgements), pages, unread)


def _heading(blocks: Sequence[Block]) -> Block | None:
    """The last heading so far."""
    return next((each for each in reversed(blocks) if each.kind is BlockKind.HEADING), None)
