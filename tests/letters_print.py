"""Prints invented letters as small PDFs, in the manner of the real layouts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

PLAIN, BOLD = "Helvetica", "Helvetica-Bold"
LEFT, RIGHT, TOP, BOTTOM = 72.0, 520.0, 740.0, 80.0


@dataclass(frozen=True)
class Piece:
    """A stretch of print: its style and its words."""

    style: str
    text: str


def title(text: str) -> Piece:
    """The large title of a report."""
    return Piece("title", text)


def heading(text: str, *, large: bool = False) -> Piece:
    """A bold heading, of the text's size or larger."""
    return Piece("large heading" if large else "heading", text)


def para(text: str) -> Piece:
    """A paragraph of prose."""
    return Piece("para", text)


def bullet(text: str) -> Piece:
    """A bulleted item with a hanging indent."""
    return Piece("bullet", text)


def numbered(number: int, text: str) -> Piece:
    """A numbered paragraph or recommendation."""
    return Piece(f"number {number}", text)


def grades(*rows: tuple[str, str]) -> Piece:
    """A table of judgements: rows of label and grade."""
    return Piece("grades", "\n".join("\t".join(row) for row in rows))


def footnote(text: str) -> Piece:
    """Small print at the foot of the present page."""
    return Piece("footnote", text)


def new_page() -> Piece:
    """The start of a new page."""
    return Piece("new page", "")


class Printer:
    """Lays pieces out on A4 pages with a running foot."""

    def __init__(self, path: Path, foot: str) -> None:
        self.canvas = Canvas(str(path), pagesize=A4)
        self.foot = foot
        self.page = 1
        self.y = TOP

    def print(self, pieces: Sequence[Piece]) -> None:
        """Print the pieces and close the file."""
        for piece in pieces:
            self._piece(piece)
        self._end_page()
        self.canvas.save()

    def _piece(self, piece: Piece) -> None:
        if piece.style == "new page":
            self._turn()
        elif piece.style == "grades":
            self._grades(piece.text)
        elif piece.style == "footnote":
            self._draw(LEFT, 60, piece.text, PLAIN, 8)
        elif piece.style == "title":
            self._lines(piece.text, LEFT, BOLD, 24, 28)
        elif piece.style == "large heading":
            self._lines(piece.text, LEFT, BOLD, 14, 18)
        elif piece.style == "heading":
            self._lines(piece.text, LEFT, BOLD, 12, 14.5)
        elif piece.style == "para":
            self._lines(piece.text, LEFT, PLAIN, 12, 14.5)
        else:
            self._item(piece)

    def _item(self, piece: Piece) -> None:
        mark = "•" if piece.style == "bullet" else piece.style.removeprefix("number ") + "."
        self._room(14.5)
        self._draw(LEFT, self.y, mark, PLAIN, 12)
        self._lines(piece.text, LEFT + 20, PLAIN, 12, 14.5)

    def _lines(self, text: str, left: float, font: str, size: float, leading: float) -> None:
        for line in simpleSplit(text, font, size, RIGHT - left):
            self._room(leading)
            self._draw(left, self.y, line, font, size)
            self.y -= leading
        self.y -= 12

    def _grades(self, rows: str) -> None:
        self._draw(LEFT, self.y, "Judgement", BOLD, 12)
        self._draw(360, self.y, "Grade", BOLD, 12)
        self.y -= 30
        for row in rows.splitlines():
            label, grade = row.split("\t")
            labels = simpleSplit(label, PLAIN, 12, 240)
            cells = simpleSplit(grade, PLAIN, 12, 140)
            for place, line in enumerate(labels):
                self._draw(LEFT, self.y - 14.5 * place, line, PLAIN, 12)
            for place, line in enumerate(cells):
                self._draw(360, self.y - 14.5 * place, line, PLAIN, 12)
            self.y -= 14.5 * max(len(labels), len(cells)) + 12
        self.y -= 12

    def _draw(self, left: float, y: float, text: str, font: str, size: float) -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(left, y, text)

    def _room(self, leading: float) -> None:
        if self.y - leading < BOTTOM:
            self._turn()

    def _turn(self) -> None:
        self._end_page()
        self.page += 1
        self.y = TOP

    def _end_page(self) -> None:
        self._draw(LEFT, 40, self.foot, BOLD, 8)
        self._draw(RIGHT, 40, str(self.page), PLAIN, 14)
        self.canvas.showPage()


def print_letter(path: Path, pieces: Sequence[Piece], foot: str = "Northmoor") -> Path:
    """A PDF of the pieces at `path`."""
    Printer(path, foot).print(pieces)
    return path
