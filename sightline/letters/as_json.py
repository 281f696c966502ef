"""A letter as the JSON of `sightline letters read --json`."""

from __future__ import annotations

from datetime import date
from typing import Any

from sightline.letters.letter import Letter


def letter_as_json(letter: Letter) -> dict[str, Any]:
    """The letter as plain dicts and lists; dates as YYYY-MM-DD or None."""
    return {
        "path": str(letter.path),
        "sha256": letter.sha256,
        "pages": letter.pages,
        "authority": letter.authority,
        "kind": letter.kind.value,
        "weight": letter.kind.weight.value,
        "conveys": letter.conveys.value if letter.conveys else None,
        "visited": {"from": _day(letter.visited_from), "to": _day(letter.visited_to)},
        "published": _day(letter.published),
        "published_source": letter.published_source.value if letter.published_source else None,
        "judgements": [
            {"judgement": each.judgement, "grade": each.grade.value, "page": each.page}
            for each in letter.judgements
        ],
        "improvements": [
            {
                "text": each.text,
                "page": each.page,
                "kind": each.kind.value,
                "number": each.number,
                "section": each.section,
                "parts": [
                    {"text": part.text, "due": _day(part.due), "due_words": part.due_words}
                    for part in each.parts
                ],
            }
            for each in letter.improvements
        ],
        "findings": [
            {
                "text": each.text,
                "page": each.page,
                "paragraph": each.paragraph,
                "section": each.section,
                "themes": list(each.themes),
                "direction": each.direction.value,
                "area": each.area.value if each.area else None,
                "voice": each.voice.value,
                "damage": each.damage,
            }
            for each in letter.findings
        ],
        "unread": [{"page": each.page, "reason": each.reason} for each in letter.unread],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
