"""The invented letters share no run of eight words with the published reports and texts.

Headings and the labels of judgements, which every such report has alike, are left out.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from sightline.synthetic.journey import Journey
from sightline.synthetic.letters import planned
from sightline.synthetic.letters.script import Style

SHARED = Path(os.environ.get("SIGHTLINE_SHARED", Path(__file__).parents[2].parent / "shared"))
SOURCES = SHARED / "sources"
RUN = 8
UNTIL = date(2026, 10, 31)
pytestmark = pytest.mark.skipif(
    not SOURCES.is_dir(), reason="the published reports are not here (SIGHTLINE_SHARED)"
)


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of eight words, capitals and punctuation apart."""
    words = re.findall(r"[a-z0-9]+", re.sub(r"[’']", "", text.lower()))
    return zip(*(words[start:] for start in range(RUN)), strict=False)


def published() -> Iterator[str]:
    """The words of every report and text."""
    for path in sorted(SOURCES.glob("ofsted/*.pdf")):
        with pypdfium2.PdfDocument(path) as document:
            yield " ".join(page.get_textpage().get_text_bounded() for page in document)
    for path in sorted(SOURCES.glob("*.txt")):
        yield path.read_text(encoding="utf-8")


def sentences() -> Iterable[str]:
    """Every paragraph, bullet and recommendation of the invented letters."""
    own, elsewhere = planned(Journey.ending(UNTIL), UNTIL, seed=1)
    for document in (*own, *elsewhere):
        for piece in document.script.pieces:
            if piece.style in (Style.PARAGRAPH, Style.BULLET, Style.NUMBERED):
                yield piece.text


def test_no_run_of_eight_words_is_taken_from_a_source() -> None:
    there = {run for text in published() for run in runs(text)}
    assert len(there) > 100_000
    taken = {" ".join(run) for text in sentences() for run in runs(text) if run in there}
    assert taken == set()
