"""What a report to a board leaves unsaid: measures of its standing set that got worse."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings

from sightline import words
from sightline.improvement.models import Statement
from sightline.jobs.claims import Worsened, worsened
from sightline.measures.audiences import Audience

_COMMON = {
    "children", "child", "with", "their", "that", "have", "from", "within", "were", "social",
    "care", "work", "workers", "time", "number", "share", "last", "month", "year", "days", "weeks",
    "more", "than", "plan", "plans", "young", "people", "council", "service", "services",
}  # fmt: skip
_LETTERS = 6  # of a word that must be the same: "assessed" is met by "assessments"


@dataclass(frozen=True, slots=True)
class Left:
    """A measure that worsened beyond chance by the report's day or in the quarter before it.

    `mentioned`: some statement speaks of it.
    """

    worsened: Worsened
    mentioned: bool
    sentence: str


def selection(
    said: Sequence[Statement], audience: str, until: date | None, *, exact: bool
) -> tuple[Left, ...]:
    """The measures of an audience that worsened by the report's day, the surest first.

    One is mentioned where a statement is bound to it or holds all the telling words of its title.
    """
    if until is None:
        return ()
    bound = {each.measure for each in said if each.measure}
    texts = [_stems(each.text) for each in said]
    return tuple(
        Left(each, each.id in bound or _mentions(texts, each.title), _told(each, exact=exact))
        for each in worsened(Path(settings.DATA), Audience(audience), until)
    )


def _told(each: Worsened, *, exact: bool) -> str:
    told = each.sentence if exact or not each.small else f"{each.title} got worse, beyond chance."
    return f"By the end of {words.month(each.as_at)}: {told}" if each.as_at else told


def _mentions(texts: Sequence[frozenset[str]], title: str) -> bool:
    wanted = _stems(title)
    return bool(wanted) and any(wanted <= text for text in texts)


def _stems(text: str) -> frozenset[str]:
    return frozenset(
        word[:_LETTERS] for word in re.findall(r"[a-z]{4,}", text.lower()) if word not in _COMMON
    )
