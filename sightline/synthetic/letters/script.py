"""The script of a document: its words, and what is planted where.

A script is a text file, a paragraph a line:

    @kind inspection            a fact about the document
    = Title
    == Heading                  === Subheading, and
    ==+ Heading                 a heading over what must improve
    ==- Heading                 a heading over what is no finding (=- for a title)
    ! a line of its own
    | a row | of a table
    - a bullet
    #. a paragraph with the next number
    2.4 a paragraph or 3. a recommendation with the number printed
    @recommendations NAME       those of another script, word for word

Words in braces are facts (names, dates, amounts). `<<same visits; vague>>` at the end of a line is
never printed: it says what is planted there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from importlib.resources import files

_MARKED = re.compile(r"\s*<<(.*)>>\s*$")
_HEADING = re.compile(r"^(={1,3})([+-]?) (.*)$")
_NUMBER = re.compile(r"^(#\.|\d+\.\d+|\d+\.) (.*)$")
_PREFIXES = {"!": "line", "|": "row", "-": "bullet"}


class Style(StrEnum):
    """How a piece is printed."""

    TITLE = "title"
    HEADING = "heading"
    SUBHEADING = "subheading"
    LINE = "line"
    ROW = "row"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    NUMBERED = "numbered"


class Under(StrEnum):
    """What the heading above a piece announces."""

    FINDINGS = "findings"
    IMPROVEMENTS = "improvements"
    ASIDE = "aside"


_UNDER = {"": Under.FINDINGS, "+": Under.IMPROVEMENTS, "-": Under.ASIDE}
_TITLES = {1: Style.TITLE, 2: Style.HEADING, 3: Style.SUBHEADING}


@dataclass(frozen=True, slots=True)
class Mark:
    """Something planted: "same", "visits", or "conflict", "budget", "£61.4 million"."""

    kind: str
    about: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of print. A recommendation's bullets are pieces of their own, with its number."""

    style: Style
    text: str
    section: str
    under: Under
    number: str = ""
    marks: tuple[Mark, ...] = ()

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of a row."""
        return tuple(cell.strip() for cell in self.text.split("|"))


@dataclass(frozen=True, slots=True)
class Script:
    """A document before it is printed: what is said of it (`@` lines), and its pieces."""

    about: Mapping[str, str]
    pieces: tuple[Piece, ...]

    @property
    def kind(self) -> str:
        """A value of `letters.LetterKind`."""
        return self.about["kind"]


def names(folder: str) -> list[str]:
    """The scripts of a folder of this package, in the order of their names."""
    there = files("sightline.synthetic.letters").joinpath(folder).iterdir()
    return sorted(each.name.removesuffix(".txt") for each in there if each.name.endswith(".txt"))


def source(folder: str, name: str) -> str:
    """A script as written, its facts still in braces."""
    path = files("sightline.synthetic.letters").joinpath(folder, f"{name}.txt")
    return path.read_text(encoding="utf-8")


def about(text: str) -> dict[str, str]:
    """The `@` lines of a script: word -> rest."""
    lines = (line[1:].partition(" ") for line in text.splitlines() if line.startswith("@"))
    return {word: rest for word, _, rest in lines}


def parse(text: str, facts: Mapping[str, str], other: Callable[[str], Script]) -> Script:
    """The script with its facts filled in. `other` gives the script whose recommendations it takes.

    Raises KeyError for a fact that is not known.
    """
    return Script(about(text), tuple(_pieces(text.format_map(facts), other)))


def _pieces(text: str, other: Callable[[str], Script]) -> Iterator[Piece]:
    section, under, counted = "", Under.FINDINGS, 0
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("@"):
            yield from _taken(line, section, other)
            continue
        bare, marks = _unmarked(line)
        heading = _HEADING.match(bare)
        if heading:
            section, under = heading[3], _UNDER[heading[2]]
            yield Piece(_TITLES[len(heading[1])], section, section, under, marks=marks)
            continue
        piece = _piece(bare, section, under, counted)
        counted += bare.startswith("#. ")
        yield replace(piece, marks=marks)


def _piece(line: str, section: str, under: Under, counted: int) -> Piece:
    prefix, _, rest = line.partition(" ")
    if prefix in _PREFIXES:
        return Piece(Style(_PREFIXES[prefix]), rest, section, under)
    numbered = _NUMBER.match(line)
    if numbered:
        number = str(counted + 1) if numbered[1] == "#." else numbered[1].rstrip(".")
        return Piece(Style.NUMBERED, numbered[2], section, under, number)
    return Piece(Style.PARAGRAPH, line, section, under)


def _taken(line: str, section: str, other: Callable[[str], Script]) -> Iterator[Piece]:
    word, _, name = line[1:].partition(" ")
    if word == "recommendations":
        for piece in other(name).pieces:
            if piece.under is Under.IMPROVEMENTS and piece.style in (Style.NUMBERED, Style.BULLET):
                yield replace(piece, section=section, marks=())


def _unmarked(line: str) -> tuple[str, tuple[Mark, ...]]:
    found = _MARKED.search(line)
    if not found:
        return line, ()
    return line[: found.start()], tuple(map(_mark, found[1].split(";")))


def _mark(text: str) -> Mark:
    said, _, words = text.partition(":")
    kind, _, subject = said.strip().partition(" ")
    return Mark(kind, subject, words.strip())
