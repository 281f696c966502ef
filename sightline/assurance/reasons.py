"""Reasons that rest on something which may pass, and what a later document says of it.

A conclusion may be reached "because of the new senior leadership team". Leaders leave; a promise of
money runs out. Where a later document about the same authority speaks of the same thing as changed
or new again, the two stand side by side: the reason rests on a fact that a later report puts
differently. Whether the reason still holds is for a person to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sightline.assurance.paper import Paper, Paragraph
from sightline.letters.direction import sentences

_REASON = re.compile(
    r"(?i)\b(?:compelling reasons?|reasons? (?:for this|include|are)|because of|owing to|due to"
    r"|on the strength of|given the|through its new|confident that|shows? (?:that )?the authority"
    r"|capacity and capability)\b"
)


@dataclass(frozen=True, slots=True)
class Perishable:
    """Something that may pass: how a reason names it, and how a later change of it is told."""

    name: str
    named: re.Pattern[str]
    changed: re.Pattern[str]


PERISHABLE = (
    Perishable(
        "the leadership",
        re.compile(
            r"(?i)(?:senior |new |current |stable )+(?:leadership|leaders|management team|managers)"
            r"|leadership team|new (?:dcs|director|chief executive)|through DCS"
        ),
        re.compile(
            r"(?i)(?:very recent|recent|new) (?:\w+ ){0,2}?appointment of"
            r"|(?:significant )?changes? (?:at|in) (?:a |the )?(?:\w+ )?(?:senior )?"
            r"(?:manage|leader)\w*"
            r"|(?:new|interim) (?:chief executive|directors? of children|dcs)"
            r"|two new directors|turnover (?:of|in|at) (?:senior|leader|manage)\w*"
            r"|(?:left|departure|resign)\w* (?:\w+ ){0,4}(?:director|chief executive)"
        ),
    ),
    Perishable(
        "the staff",
        re.compile(r"(?i)stable workforce|permanent (?:staff|workforce)|workforce strategy"),
        re.compile(
            r"(?i)turnover (?:of|in|among) (?:\w+ ){0,2}(?:staff|social workers|workforce)"
            r"|(?:reliance on|use of) agency (?:staff|social workers) (?:remains|is) high"
            r"|workforce (?:instability|is not stable)"
        ),
    ),
    Perishable(
        "the partner’s support",
        re.compile(
            r"(?i)(?:support|partnership) (?:of|from|with) [A-Z]\w+ (?:city |county )?council"
        ),
        re.compile(r"(?i)support (?:from|of) [A-Z]\w+ (?:\w+ ){0,3}(?:ended|has ceased|withdrawn)"),
    ),
)


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence where it stands."""

    text: str
    source: str
    page: int
    paragraph: str


@dataclass(frozen=True, slots=True)
class Expired:
    """A reason, what it rests on, and what later documents say of that, the earliest first."""

    reason: Words
    rests_on: str
    named: str
    later: tuple[Words, ...]

    @property
    def sentence(self) -> str:
        """Why it is shown."""
        return (
            f"A reason given rests on {self.rests_on} (“{self.named}”), "
            "which a later report puts differently."
        )


def expired(papers: Sequence[Paper]) -> tuple[Expired, ...]:
    """The reasons of one authority's documents of which a later one tells that things changed.

    Documents without a date are left out; the caller gives documents of one authority.
    """
    dated = sorted(
        ((day, paper) for paper in papers if (day := _day(paper)) is not None),
        key=lambda each: (each[0], each[1].name),
    )
    found = []
    for place, (day, paper) in enumerate(dated):
        later = [other for when, other in dated[place + 1 :] if when > day]
        for reason, kind, named in _reasons(paper):
            changed = tuple(words for other in later for words in _changes(other, kind))
            if changed:
                found.append(Expired(reason, kind.name, named, changed))
    return tuple(found)


def _day(paper: Paper) -> date | None:
    return paper.letter.published or paper.letter.visited_to


def _sentences(paper: Paper) -> Iterator[tuple[Paragraph, str]]:
    for each in paper.paragraphs:
        if not each.asked:
            yield from ((each, text) for text in sentences(each.text))


def _reasons(paper: Paper) -> Iterator[tuple[Words, Perishable, str]]:
    for each, text in _sentences(paper):
        if not _REASON.search(text):
            continue
        for kind in PERISHABLE:
            named = kind.named.search(text)
            if named:
                yield Words(text, paper.name, each.page, each.paragraph), kind, named[0]


def _changes(paper: Paper, kind: Perishable) -> Iterator[Words]:
    for each, text in _sentences(paper):
        if kind.changed.search(text):
            yield Words(text, paper.name, each.page, each.paragraph)
