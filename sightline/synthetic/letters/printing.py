"""Scripts printed: as PDFs in the plain look of official letters, or as plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

from sightline.synthetic.letters.script import Piece, Script, Style

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=12, leading=16, spaceAfter=10)
_BOLD = ParagraphStyle("bold", BODY, fontName="Helvetica-Bold", keepWithNext=1)
_STYLES = {
    Style.TITLE: ParagraphStyle("title", _BOLD, fontSize=20, leading=25, spaceAfter=14),
    Style.HEADING: ParagraphStyle("heading", _BOLD, fontSize=14, leading=19, spaceBefore=12),
    Style.SUBHEADING: ParagraphStyle("subheading", _BOLD),
    Style.LINE: BODY,
    Style.PARAGRAPH: BODY,
    Style.BULLET: ParagraphStyle("bullet", BODY, leftIndent=46, bulletIndent=30, bulletFontSize=12),
    Style.NUMBERED: ParagraphStyle(
        "numbered", BODY, leftIndent=30, bulletIndent=0, bulletFontSize=12
    ),
}
_CELL = ParagraphStyle("cell", BODY, spaceAfter=0)
_CELL_HEAD = ParagraphStyle("cell head", _CELL, fontName="Helvetica-Bold")


def print_pdf(path: Path, title: str, script: Script) -> Path:
    """The script as a PDF, the same to the byte for the same script."""
    document = SimpleDocTemplate(
        str(path), pagesize=A4, title=title, author="Invented", invariant=1,
        leftMargin=22 * mm, rightMargin=22 * mm, topMargin=24 * mm, bottomMargin=26 * mm,
    )  # fmt: skip
    foot = _foot(f"{title} (invented)")
    document.build(list(_story(script.pieces)), onFirstPage=foot, onLaterPages=foot)
    return path


def print_text(path: Path, script: Script) -> Path:
    """The script as plain text, a blank line between paragraphs."""
    marks = {Style.TITLE: "# ", Style.HEADING: "## ", Style.SUBHEADING: "### ", Style.BULLET: "- "}
    lines = (marks.get(piece.style, "") + piece.text for piece in script.pieces)
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    return path


def _story(pieces: Sequence[Piece]) -> Iterator[Flowable]:
    for style, together in groupby(pieces, lambda piece: piece.style):
        if style is Style.ROW:
            yield _table([piece.cells for piece in together])
            yield Spacer(1, 10)
        else:
            yield from map(_flowable, together)


def _flowable(piece: Piece) -> Flowable:
    text, style = escape(piece.text, quote=False), _STYLES[piece.style]
    if piece.style is Style.BULLET:
        return Paragraph(text, style, bulletText="•")
    if piece.style is Style.NUMBERED:
        mark = piece.number if "." in piece.number else f"{piece.number}."
        return Paragraph(text, style, bulletText=mark)
    return Paragraph(text, style)


def _table(rows: Sequence[tuple[str, ...]]) -> Table:
    """Two columns; the first row is bold where it heads a table of judgements."""
    headed = rows[0][0] == "Judgement"
    cells = [
        [Paragraph(escape(cell), _CELL_HEAD if headed and not place else _CELL) for cell in row]
        for place, row in enumerate(rows)
    ]
    style: list[tuple[Any, ...]] = [
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, "#888888"),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
    widths = [94 * mm, 72 * mm] if headed else [50 * mm, 116 * mm]
    return Table(cells, colWidths=widths, style=style, hAlign="LEFT")


def _foot(title: str) -> Any:
    def draw(canvas: Any, document: Any) -> None:
        canvas.saveState()
        canvas.setFont("Helvetica", 8)
        canvas.drawString(22 * mm, 12 * mm, title)
        canvas.drawRightString(188 * mm, 12 * mm, str(document.page))
        canvas.restoreState()

    return draw
