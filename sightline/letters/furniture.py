"""What a page carries besides its text: running heads, page numbers, small print, contents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from sightline.letters.lines import PageLines
from sightline.letters.page_columns import Line

_MARGIN = 0.12  # of the page height, at top and bottom
_SMALL_PRINT = 0.88  # of the body size
_PAGE_NUMBER = re.compile(r"(?i)^(page\s*)?\d{1,3}(\s*(of|/)\s*\d{1,3})?$")
_CONTENTS_ENTRY = re.compile(r"[\s.]\d{1,3}$")


def body_size(pages: Sequence[PageLines]) -> float:
    """The letter size of most of the text, in points."""
    letters: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            letters[round(line.size, 1)] += len(line.text)
    return letters.most_common(1)[0][0]


def without_furniture(pages: Sequence[PageLines]) -> tuple[Line, ...]:
    """The lines of the document in order, without running heads, page numbers and contents."""
    repeated = _repeated(pages)
    lines: list[Line] = []
    for page in pages:
        kept = [line for line in page.lines if not _is_furniture(line, page, repeated)]
        lines.extend(_without_contents(kept))
    return tuple(lines)


def without_small_print(lines: Sequence[Line], body: float) -> tuple[Line, ...]:
    """The lines without footnotes, imprint and raised note numbers."""
    return tuple(line for line in lines if line.size > _SMALL_PRINT * body)


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def _in_margin(line: Line, page: PageLines) -> bool:
    edge = _MARGIN * page.height
    return line.baseline < edge or line.baseline > page.height - edge


def _repeated(pages: Sequence[PageLines]) -> set[str]:
    """The texts, numbers apart, that stand in the margins of several pages."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_shape(line) for line in page.lines if _in_margin(line, page)})
    enough = max(2, 0.2 * len(pages))
    return {shape for shape, count in seen.items() if count >= enough}


def _is_furniture(line: Line, page: PageLines, repeated: set[str]) -> bool:
    if not _in_margin(line, page):
        return False
    return bool(_PAGE_NUMBER.match(line.text)) or _shape(line) in repeated


def _without_contents(lines: list[Line]) -> list[Line]:
    """A page's lines without its table of contents."""
    for place, line in enumerate(lines):
        if line.text.strip().lower() in {"contents", "table of contents"}:
            after = lines[place + 1 :]
            entries = sum(bool(_CONTENTS_ENTRY.search(each.text)) for each in after)
            return lines[:place] if entries * 2 >= len(after) else lines
    return lines
