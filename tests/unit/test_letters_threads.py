"""Several people read letters and look at pages at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from sightline.letters import page_image, read


def test_letters_are_read_and_drawn_by_many_threads_at_once(tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    canvas = Canvas(str(path))
    for page in range(4):
        canvas.drawString(72, 700, f"Page {page}: visits to children are too often late.")
        canvas.showPage()
    canvas.save()
    alone = page_image(path, 1), len(read(path).findings)

    with ThreadPoolExecutor(8) as people:
        pictures = [people.submit(page_image, path, 1) for _ in range(24)]
        letters = [people.submit(read, path) for _ in range(24)]

    assert {picture.result() for picture in pictures} == {alone[0]}
    assert {len(letter.result().findings) for letter in letters} == {alone[1]}
