"""The picture of a page, with the words of a finding marked."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from sightline.letters import page_image
from tests.letters_print import para, print_letter

MARKED = (
    "The second paragraph is the one that somebody wants to see, and it runs over two lines "
    "of print."
)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    first = "The first paragraph is about something else."
    return print_letter(tmp_path / "letter.pdf", [para(first), para(MARKED), para(first)])


def _yellow_rows(png: bytes) -> list[int]:
    """The rows of the picture that hold marker: much red, little blue."""
    pixels = np.asarray(Image.open(io.BytesIO(png)).convert("RGB")).astype(int)
    marked = (pixels[:, :, 0] > 200) & (pixels[:, :, 2] < 160)
    return [int(row) for row in np.flatnonzero(marked.any(axis=1))]


def test_a_plain_page_has_no_marker(letter: Path) -> None:
    assert _yellow_rows(page_image(letter, 1)) == []


def test_scale_is_pixels_a_point(letter: Path) -> None:
    assert Image.open(io.BytesIO(page_image(letter, 1, scale=1))).size == (596, 842)


def test_only_the_words_asked_for_are_marked(letter: Path) -> None:
    # The paragraph's two lines stand 740 - (14.5 + 12) and 14.5 lower: rows 842 - 713.5 and on.
    rows = _yellow_rows(page_image(letter, 1, highlight=MARKED, scale=1))
    assert rows
    assert min(rows) >= 842 - 713.5 - 12
    assert max(rows) <= 842 - 713.5 + 14.5 + 6


def test_words_that_are_not_there_mark_nothing(letter: Path) -> None:
    assert _yellow_rows(page_image(letter, 1, highlight="Nobody wrote this.")) == []
