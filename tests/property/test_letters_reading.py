"""Whatever is printed is read back in its exact words; whatever is broken is refused politely."""

from __future__ import annotations

import re
import tempfile
from functools import cache
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sightline.letters import LetterError, page_image, read
from tests.letters_print import bullet, heading, numbered, para, print_letter, title

WORDS = st.sampled_from(
    [
        "children",
        "care",
        "plan",
        "visits",
        "social",
        "workers",
        "managers",
        "leaders",
        "timely",
        "delay",
        "well-being",
        "and",
        "multi-agency",
        "assessment",
        "permanence",
        "foster",
        "carers",
        "school",
        "health",
        "review",
        "strong",
        "weak",
        "improving",
        "47",
        "advisers’",
        "(IROs)",
        "‘front",
        "door’",
        "2,150",
        "60%",
        "section",
    ]
)
SENTENCE = st.lists(WORDS, min_size=9, max_size=60).map(lambda words: f"The {' '.join(words)}.")
PARAGRAPHS = st.lists(SENTENCE, min_size=1, max_size=12)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@given(paragraphs=PARAGRAPHS, with_numbers=st.booleans(), bullets=PARAGRAPHS)
def test_a_printed_report_is_read_back_word_for_word(
    paragraphs: list[str], with_numbers: bool, bullets: list[str]
) -> None:
    pieces = [
        numbered(place, text) if with_numbers else para(text)
        for place, text in enumerate(paragraphs, start=1)
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = print_letter(
            Path(folder) / "letter.pdf",
            [
                title("Inspection of Northmoor local authority children's services"),
                heading("What needs to improve?", large=True),
                *(bullet(text) for text in bullets),
                heading("The impact of leaders: good", large=True),
                *pieces,
            ],
        )
        letter = read(path)
    assert [_squeezed(each.text) for each in letter.improvements] == [_squeezed(b) for b in bullets]
    printed = _squeezed("".join(paragraphs))
    assert _squeezed("".join(each.text for each in letter.findings)) == printed
    if with_numbers:
        assert [each.text for each in letter.findings] == paragraphs


@given(paragraphs=PARAGRAPHS, items=PARAGRAPHS)
def test_a_text_is_read_back_word_for_word(paragraphs: list[str], items: list[str]) -> None:
    text = "\n\n".join(
        [
            "# Focused visit to Northmoor children's services",
            "## What needs to improve?",
            *(f"- {item}" for item in items),
            "## Findings",
            *paragraphs,
        ]
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "letter.md"
        path.write_text(text, encoding="utf-8")
        letter = read(path)
    assert [each.text for each in letter.improvements] == items
    assert [each.text for each in letter.findings] == paragraphs


@cache
def _whole() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = print_letter(
            Path(folder) / "letter.pdf",
            [
                title("Inspection of Northmoor local authority children's services"),
                *(numbered(n, "Children are seen often and well by people.") for n in range(1, 60)),
            ],
        )
        return path.read_bytes()


@given(
    cut=st.integers(0, 6000),
    changes=st.lists(
        st.tuples(st.integers(0, 6000), st.binary(min_size=1, max_size=8)), max_size=6
    ),
)
def test_a_damaged_pdf_is_read_or_refused(cut: int, changes: list[tuple[int, bytes]]) -> None:
    damaged = bytearray(_whole())
    for place, data in changes:
        at = place % len(damaged)
        damaged[at : at + len(data)] = data
    del damaged[len(damaged) - cut % len(damaged) :]
    _read_or_refuse(bytes(damaged), "letter.pdf")


@given(data=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    _read_or_refuse(data, "letter.txt")
    _read_or_refuse(b"%PDF-1.4\n" + data, "letter.pdf")


@given(text=st.text(max_size=400))
def test_any_text_is_read_or_refused(text: str) -> None:
    data = ("Monitoring visit to Northmoor children's services\n\n" + text).encode(errors="replace")
    _read_or_refuse(data, "letter.md")


def _read_or_refuse(data: bytes, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        try:
            letter = read(path)
            if name.endswith(".pdf"):
                words = [each.text for each in letter.findings[:1]]
                page_image(path, 1, highlight=" ".join(words))
        except LetterError as error:
            refusal = str(error)
        else:
            refusal = "read."
    assert refusal.endswith(".")
