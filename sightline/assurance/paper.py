"""A document taken whole: its identity, every paragraph with its place, and its form's answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from sightline.letters import Letter, read
from sightline.letters.blocks import Block, BlockKind
from sightline.letters.documents import data_of, is_plain, taken_apart
from sightline.letters.plain_text import read_text
from sightline.letters.sections import SectionKind, placed


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words as they stand. `paragraph` is the printed number, else the running one ("p12").

    `asked`: it is one of the recommendations the document carries, so a reviewer's words. `aside`:
    it is about the document itself, such as a form's questions on equality or climate. `damage`:
    what happened to the words on their way ("" where nothing did).
    """

    text: str
    page: int
    paragraph: str
    section: str
    asked: bool = False
    aside: bool = False
    damage: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a form's question was answered: "Have a positive impact", "Yes"."""

    question: str
    answer: str
    page: int


@dataclass(frozen=True, slots=True)
class Paper:
    """A document: `letter` is what the reader of letters makes of it; `name` how it is cited."""

    name: str
    letter: Letter
    paragraphs: tuple[Paragraph, ...]
    answers: tuple[Answer, ...]


def read_paper(path: Path, name: str = "") -> Paper:
    """The document at `path`, PDF, Word or text; `name`, if any, is how it is cited.

    Raises LetterError (message for the person) as `letters.read` does.
    """
    letter = read(path)
    data = data_of(path)
    blocks = taken_apart(path, data).blocks
    rows = tuple(_rows(read_text(path, data))) if is_plain(data) else ()
    paragraphs = tuple(_paragraphs(blocks))
    return Paper(name or path.name, letter, paragraphs, (*rows, *_form(blocks)))


def _paragraphs(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    for running, each in enumerate(placed(blocks), start=1):
        block = each.block
        asked = each.kind is SectionKind.IMPROVEMENTS and (
            block.number is not None or block.kind is BlockKind.BULLET
        )
        number = block.number or f"p{running}"
        aside = each.kind is SectionKind.ASIDE
        yield Paragraph(block.text, block.page, number, each.section, asked, aside, block.damage)


def _rows(pages: Sequence[str]) -> Iterator[Answer]:
    """The tabbed rows of a form."""
    for number, page in enumerate(pages, start=1):
        for line in page.splitlines():
            cells = [cell.strip() for cell in line.split("\t") if cell.strip()]
            yield from (
                Answer(question, answer, number)
                for question, answer in zip(cells[::2], cells[1::2], strict=False)
            )


def _form(blocks: Sequence[Block]) -> Iterator[Answer]:
    """Each heading with the first words beneath it, or the heading that answers it.

    "Not applicable" standing alone looks like a heading, and is the answer to the one above.
    """
    for block, following in pairwise(blocks):
        short_item = block.kind is not BlockKind.HEADING and re.match(r"\(?[A-Z]\)", block.text)
        if block.kind is BlockKind.HEADING or short_item:
            yield Answer(block.text, following.text, following.page)
