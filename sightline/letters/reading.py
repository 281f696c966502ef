"""Reading a document whole: from the file to the letter."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from sightline.letters import identity
from sightline.letters.blocks import BlockKind
from sightline.letters.documents import Document, data_of, taken_apart
from sightline.letters.findings import read_findings, read_paragraphs
from sightline.letters.improvements import read_improvements
from sightline.letters.judgements import OVERALL, spoken_judgements
from sightline.letters.kinds import LetterKind
from sightline.letters.letter import Judgement, Letter, LetterError, Paragraph
from sightline.letters.recognising import carried_kind, kind_of, opening_of
from sightline.letters.sections import own_recommendations, placed
from sightline.letters.wanting import wanting

_GRADED = {LetterKind.INSPECTION}
_ARTICLES = {LetterKind.NEWS, LetterKind.STATEMENT}


def read(path: Path) -> Letter:
    """The letter at `path`: a PDF, a Word document, a plain text or a Markdown file.

    Raises LetterError when the file is missing, empty, locked, broken, a picture without text, or
    not about children's services. What a document of its kind should hold but does not show in a
    form the reader knows is listed in `unread`, never guessed.
    """
    data = data_of(path)
    document = taken_apart(path, data)
    if not any("child" in block.text.lower() for block in document.blocks):
        message = f"{path.name} does not read like a report on children's services: no child in it."
        raise LetterError(message + " Load an inspection report, a letter or a review.")
    return _understand(path, hashlib.sha256(data).hexdigest(), document)


def paragraphs(path: Path) -> tuple[Paragraph, ...]:
    """Every paragraph of the document at `path`, in its exact words, whatever kind it is.

    For comparing what a statement or a news report says with its source. Raises LetterError when
    the file cannot be read.
    """
    return read_paragraphs(tuple(placed(taken_apart(path, data_of(path)).blocks)))


def _understand(path: Path, sha256: str, document: Document) -> Letter:
    opening = opening_of(document.opening, document.blocks)
    kind = kind_of(opening, document.blocks)
    visited_from, visited_to = identity.visited(opening)
    published, published_source = identity.published(opening, path.name)
    parts = tuple(placed(document.blocks)) if kind.gives_findings else ()
    own = own_recommendations(document.blocks) if kind is LetterKind.COVER_REPORT else None
    improvements = read_improvements([each for each in parts if each.heading != own])
    named = identity.authority_of_article if kind in _ARTICLES else identity.authority_of
    carries = kind is LetterKind.COVER_REPORT and bool(improvements)
    letter = Letter(
        path=path,
        sha256=sha256,
        authority=named(opening, document.blocks),
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


def _judgements(document: Document) -> tuple[Judgement, ...]:
    """The table's judgements, and those that only a heading gives."""
    headings = [
        (block.text, block.page) for block in document.blocks if block.kind is BlockKind.HEADING
    ]
    named = {judgement.judgement.lower() for judgement in document.judgements}
    spoken = [each for each in spoken_judgements(headings) if each.judgement.lower() not in named]
    overall = [each for each in spoken if each.judgement == OVERALL]
    others = [each for each in spoken if each.judgement != OVERALL]
    return (*overall, *document.judgements, *others)
