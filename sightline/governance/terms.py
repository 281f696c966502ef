"""The terms of reference of a board, version by version, read off its history."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sightline.governance.models import Body, Change

_TERMS, _AGREED = "Terms of reference", "Terms agreed on"


@dataclass(frozen=True, slots=True)
class Terms:
    """One version: its words, when it was written down here and by whom, from which on it held.

    `agreed` is the day on which the board agreed it, as words; "nothing" where it is not known.
    """

    number: int
    words: str
    since: datetime
    by: str
    agreed: str


def versions(body: Body, history: Iterable[Change], agreed_now: str) -> list[Terms]:
    """Every version, newest first. `history` is the board's whole history, oldest first.

    A change of the day of agreement alone is no version of its own: it belongs to the words.
    """
    made: list[Terms] = []
    words, agreed = body.remit, agreed_now
    since: Change | None = None
    for each in reversed(list(history)):
        before = {one["what"]: one["before"] for one in each.changes}
        since = each
        if _TERMS in before:
            made.append(Terms(0, words, each.at, each.by.shown_name, agreed))
            words, agreed = before[_TERMS], before.get(_AGREED, agreed)
    if since is not None:
        made.append(Terms(0, words, since.at, since.by.shown_name, agreed))
    return [
        Terms(len(made) - place, each.words, each.since, each.by, each.agreed)
        for place, each in enumerate(made)
    ]
