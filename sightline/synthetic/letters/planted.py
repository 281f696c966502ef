"""What is planted in the documents, and where: the part of truth.json on letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sightline.synthetic.days import iso
from sightline.synthetic.letters.occasions import Occasion
from sightline.synthetic.letters.script import Mark, Piece, Script, Style, Under

_SAYING = {Style.PARAGRAPH, Style.BULLET, Style.NUMBERED}
_FEWEST_WORDS = 8  # of a paragraph that says something of the authority's work


@dataclass(frozen=True, slots=True)
class Document:
    """A printed script, under the name of its file."""

    file: str
    script: Script
    when: Occasion


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or improvement of a document, whole, with what is planted in it.

    `paragraph` is the printed number, else the running number among the document's paragraphs of
    findings; `improvement` counts from 1. One of the two is given, but for an aside.
    """

    file: str
    section: str
    paragraph: str | None
    improvement: int | None
    text: str
    marks: tuple[Mark, ...]

    def as_json(self) -> dict[str, Any]:
        """Where it stands, and its exact words."""
        return {
            "file": self.file, "section": self.section, "paragraph": self.paragraph,
            "improvement": self.improvement, "text": self.text,
        }  # fmt: skip

    def about(self, kind: str) -> list[str]:
        """The subjects of its marks of one kind."""
        return [mark.about for mark in self.marks if mark.kind == kind]


def passages(document: Document) -> list[Passage]:
    """Everything that the document says, in the order of print."""
    found: list[Passage] = []
    findings = improvements = 0
    for piece in _wholes(document.script.pieces):
        paragraph: str | None = None
        improvement: int | None = None
        if piece.under is Under.IMPROVEMENTS:
            improvements += 1
            improvement = improvements
        elif piece.under is Under.FINDINGS and len(piece.text.split()) >= _FEWEST_WORDS:
            findings += 1
            paragraph = piece.number or str(findings)
        found.append(
            Passage(document.file, piece.section, paragraph, improvement, piece.text, piece.marks)
        )
    return found


def _wholes(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces that say something or carry a mark; a recommendation with its bullets as one."""
    open_piece: Piece | None = None
    for piece in pieces:
        if open_piece and piece.style is Style.BULLET:
            open_piece = _joined(open_piece, piece)
            continue
        if open_piece:
            yield open_piece
            open_piece = None
        if piece.style is Style.NUMBERED and piece.text.endswith(":"):
            open_piece = piece
        elif piece.style in _SAYING or piece.marks:
            yield piece
    if open_piece:
        yield open_piece


def _joined(lead: Piece, bullet: Piece) -> Piece:
    text = f"{lead.text}\n{bullet.text}"
    return Piece(lead.style, text, lead.section, lead.under, lead.number, lead.marks)


def truth_of_letters(
    documents: Sequence[Document], elsewhere: Sequence[Document]
) -> dict[str, Any]:
    """What is planted in the documents (the oldest first), as plain values.

    `said_again`: subject -> the passages that find it wanting, of two documents or more.
    `praised`: subject -> the passages that call it good, or better than it was.
    `regressed`: subject -> a passage that praised it, and the later ones that find it wanting.
    `near_misses`: subject -> passages of the same theme that are another matter.
    `conflicts`: fact -> what different documents state of it.
    `assurances`: of each document in the authority's own voice or derived, what it makes of its
    source. `elsewhere`: the documents of other authorities.
    """
    said = {document.file: passages(document) for document in documents}
    every = [passage for each in said.values() for passage in each]
    return {
        "documents": [_described(each, said[each.file]) for each in documents],
        "said_again": _said_again(every),
        "praised": _by_subject(every, "better"),
        "regressed": _regressed(every, list(said)),
        "near_misses": _by_subject(every, "near"),
        "conflicts": _conflicts(every),
        "assurances": [
            _assurances(document, said, documents)
            for document in documents
            if "source" in document.script.about
        ],
        "elsewhere": [_described(each, passages(each)) for each in elsewhere],
    }


def _described(document: Document, said: Sequence[Passage]) -> dict[str, Any]:
    rows = [piece.cells for piece in document.script.pieces if piece.style is Style.ROW]
    graded = rows[1:] if rows and rows[0][0] == "Judgement" else []
    when = document.when
    return {
        "file": document.file,
        "kind": document.script.kind,
        "authority": document.script.about.get("authority"),
        "conveys": document.script.about.get("conveys"),
        "visited": [iso(when.first.toordinal()), iso(when.last.toordinal())],
        "published": iso(when.published.toordinal()),
        "judgements": [list(row) for row in graded],
        "improvements": [each.text for each in said if each.improvement],
        "paragraphs": sum(each.paragraph is not None for each in said),
    }


def _by_subject(every: Sequence[Passage], kind: str) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for passage in every:
        for about in passage.about(kind):
            found.setdefault(about, []).append(passage.as_json())
    return dict(sorted(found.items()))


def _said_again(every: Sequence[Passage]) -> dict[str, list[dict[str, Any]]]:
    found = _by_subject(every, "same")
    return {
        about: said for about, said in found.items() if len({each["file"] for each in said}) > 1
    }


def _regressed(every: Sequence[Passage], order: Sequence[str]) -> dict[str, Any]:
    """Praise of a subject, with every later document's words that find it wanting."""
    praised, weak = _by_subject(every, "better"), _by_subject(every, "same")
    found: dict[str, Any] = {}
    for about, praises in praised.items():
        for praise in praises:
            later = [
                each
                for each in weak.get(about, [])
                if order.index(each["file"]) > order.index(praise["file"])
            ]
            if later:
                found.setdefault(about, []).append({"praised": praise, "then": later})
    return found


def _conflicts(every: Sequence[Passage]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for passage in every:
        for mark in passage.marks:
            if mark.kind == "conflict":
                stated = passage.as_json() | {"words": mark.words}
                found.setdefault(mark.about, []).append(stated)
    return dict(sorted(found.items()))


def _assurances(
    document: Document, said: dict[str, list[Passage]], documents: Sequence[Document]
) -> dict[str, Any]:
    """What a paper or statement softens, leaves out, promises and claims, beside its source."""
    own = said[document.file]
    wanted = document.script.about["source"]
    source = next(each.file for each in documents if each.script.about["when"] == wanted)
    wanting = _by_subject(said[source], "same")
    mentioned = {
        about for each in own for kind in ("soft", "derived") for about in each.about(kind)
    }
    return {
        "file": document.file,
        "source": source,
        "softened": [
            each.as_json() | {"about": about, "said": wanting.get(about, [])}
            for each in own
            for about in each.about("soft")
        ],
        "repeated": _by_subject(own, "derived"),
        "omitted": {about: each for about, each in wanting.items() if about not in mentioned},
        "vague": [each.as_json() for each in own if each.about("vague")],
        "firm": [each.as_json() for each in own if each.about("firm")],
        "claims": _by_subject(own, "claim"),
        "implications_denied": _by_subject(own, "none"),
        "cut_short": [each.as_json() for each in own if each.about("cut")],
    }
