"""A picture of one page of a PDF, with the words of a finding marked."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from sightline.letters.direction import sentences
from sightline.letters.letter import LetterError
from sightline.letters.pdf_document import opened_pdf

_MARKER = np.array([255, 235, 120])  # yellow, as of a highlighting pen
_MARGIN = 1.0  # points around the words

Box = tuple[float, float, float, float]  # left, bottom, right, top, in points


def page_image(path: Path, page: int, *, highlight: str | None = None, scale: float = 1.5) -> bytes:
    """PNG of a page (the first is 1) at `scale` pixels a point, the words of `highlight` marked.

    Words that run on to the next page are marked as far as they stand on this one. Raises
    LetterError for a file that is no PDF, or a page it does not have.
    """
    if not _is_pdf(path):
        raise LetterError(f"{path.name} is a text: it has words but no pages to show a picture of.")
    with opened_pdf(path) as document:
        if not 1 <= page <= len(document):
            message = f"{path.name} has {len(document)} pages: there is no page {page}."
            raise LetterError(message)
        return _png(document[page - 1], highlight, scale)


def _is_pdf(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return b"%PDF-" in file.read(1024)
    except OSError as error:
        raise LetterError(f"{path.name} could not be opened: {error.strerror}.") from error


def _png(page: Any, highlight: str | None, scale: float) -> bytes:
    bitmap = page.render(scale=scale, rev_byteorder=True)
    if highlight:
        pixels = bitmap.to_numpy()
        height = page.get_height()
        for box in _boxes(page, highlight):
            _mark(pixels, box, height, scale)
    picture = io.BytesIO()
    bitmap.to_pil().save(picture, format="PNG")
    return picture.getvalue()


def _mark(
    pixels: np.ndarray[Any, np.dtype[np.uint8]], box: Box, height: float, scale: float
) -> None:
    """Lay the marker over a box as ink over paper: dark stays dark."""
    left, bottom, right, top = box
    rows = slice(
        max(0, int((height - top - _MARGIN) * scale)), int((height - bottom + _MARGIN) * scale)
    )
    columns = slice(max(0, int((left - _MARGIN) * scale)), int((right + _MARGIN) * scale))
    paper = pixels[rows, columns, :3].astype(np.uint16)
    pixels[rows, columns, :3] = (paper * _MARKER // 255).astype(np.uint8)


def _boxes(page: Any, highlight: str) -> Iterator[Box]:
    text_page = page.get_textpage()
    letters, places = _squeezed(text_page.get_text_range())
    for passage in _passages(highlight):
        wanted, _ = _squeezed(passage)
        start = letters.find(wanted) if wanted else -1
        if start < 0:
            continue
        first, last = places[start], places[start + len(wanted) - 1]
        for number in range(text_page.count_rects(first, last - first + 1)):
            yield text_page.get_rect(number)


def _passages(highlight: str) -> list[str]:
    """The sentences and list lines of the words to mark, so that each is found where it stands."""
    return [sentence for line in highlight.splitlines() for sentence in sentences(line)]


def _squeezed(text: str) -> tuple[str, list[int]]:
    """The text without spaces and line breaks, and where each of its letters was."""
    places = [place for place, letter in enumerate(text) if not letter.isspace()]
    letters = "".join("-" if text[place] == "\ufffe" else text[place] for place in places)
    return letters, places
