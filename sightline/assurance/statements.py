"""What a report claims, sentence by sentence, with where it stands and what sort of claim it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sightline.assurance.paper import Paper, Paragraph
from sightline.assurance.promises import Promise, promise_in
from sightline.assurance.speakers import Speech, is_article, speeches
from sightline.letters import Direction
from sightline.letters.direction import direction_of, sentences
from sightline.letters.themes import themes_of

_FEWEST_WORDS = 5
_BETTER = re.compile(
    r"(?i)\b(?:(?:has|have|is|are|been|being|was|were|now)\s+(?:\w+\s+){0,3}?"
    r"(?:strengthened|improved|improving|enhanced|increased|reduced|refreshed|transformed"
    r"|better|embedded|stabilised|realigned|streamlined|responded)"
    r"|strengthened its|signs? of improvement|(?:evidence|signs) (?:is|are) emerging"
    r"|evidence of improvement|improvement (?:is|has)|(?:much|more) (?:better|positive)"
    r"|good (?:work|start|progress)|(?:made|making) (?:\w+\s){0,2}progress|areas of progress"
    r"|beginning to make|better (?:grip|oversight)|very positive|more (?:manageable|timely|stable)"
    r"|capacity has been (?:created|secured)|creating additional|talented and experienced"
    r"|making the (?:necessary )?improvements|implemented and embedded"
    r"|refreshing and strengthening|done to strengthen|progress(?:ed)? (?:has|have|is|are|in)"
    r"|realign|(?:feeling|feel) reassured|significant changes)\b"
)
_BOASTS = re.compile(
    r"(?i)\b(?:(?:highest|lowest|best) (?:ever|on record|level)|at (?:its|their|an all-time) "
    r"(?:\w+ )?(?:highest|lowest|best)|record (?:high|low|levels?)|success story"
    r"|considerable achievement|exemplar"
    r"|(?:is|are) (?:now )?(?:visited|seen|held|completed|assessed|reviewed) (?:on|in) time"
    r"|now (?:visited|seen|held|completed|assessed|reviewed) (?:on|in) time|compares? well"
    r"|compared with .{3,40} at the (?:last )?inspection|increasingly evident"
    r"|all (?:of which )?(?:were|was|are) positive|positive visits?|more .{3,60} than ever"
    r"|(?:has|have) (?:fallen|dropped|come down|halved|risen|doubled|gone up) (?:from|by|to))\b"
)
_NOT_YET = re.compile(
    r"(?i)\b(?:need(?:s|ed)?|required?|must|should|will|to|further|not|no|want to|could)\s+"
    r"(?:\w+\s+){0,2}?(?:be\s+)?improv\w*"
)
_ACCEPTS = re.compile(
    r"(?i)\b(?:acknowledge|recognis(?:e|es|ed) (?:the need|that there|there|we)|accept(?:s|ed)?\b"
    r"|still much|much (?:more )?(?:work )?to (?:do|be done)|far to go|more to do"
    r"|underdeveloped|not yet|major challenge|deficits|fragmentation|decline"
    r"|experiencing (?:\w+ )?difficult|variation in|is hampered|require improvement"
    r"|need for (?:further|additional)|need to (?:make|improve))"
)


class StatementKind(StrEnum):
    """What a sentence does, the most telling first."""

    IMPROVEMENT = "improvement"
    PROMISE = "promise"
    CRITICISM = "criticism"
    FACT = "fact"

    @property
    def plain(self) -> str:
        """The kind in plain English."""
        return {
            StatementKind.IMPROVEMENT: "Says something is better",
            StatementKind.PROMISE: "Promises or assures",
            StatementKind.CRITICISM: "Accepts criticism",
            StatementKind.FACT: "States a fact",
        }[self]


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence in its exact words. `kinds` the most telling first; `speaker` in an article.

    `sentence` counts from 1 in its paragraph. `promise` is None where it promises nothing.
    """

    text: str
    page: int
    paragraph: str
    section: str
    sentence: int
    kinds: tuple[StatementKind, ...]
    direction: Direction
    themes: tuple[str, ...]
    promise: Promise | None
    speaker: str = ""

    @property
    def kind(self) -> StatementKind:
        """The most telling kind."""
        return self.kinds[0]

    @property
    def claims_improvement(self) -> bool:
        """Whether it says that something is better."""
        return StatementKind.IMPROVEMENT in self.kinds


def statements(paper: Paper) -> tuple[Statement, ...]:
    """The authority's own sentences.

    Of a report all but what reviewers recommend; of an article that quotes people, only what the
    authority's own are quoted as saying.
    """
    if is_article(paper.paragraphs):
        said: Sequence[Paragraph | Speech] = [
            each for each in speeches(paper.paragraphs) if each.authority
        ]
    else:
        said = [each for each in paper.paragraphs if not each.asked]
    before: dict[str, int] = {}  # sentences of the paragraph so far: an article may part its speech
    found: list[Statement] = []
    for each in said:
        first = before.get(each.paragraph, 0) + 1
        found.extend(_of(each, first))
        before[each.paragraph] = first + len(sentences(each.text)) - 1
    return tuple(found)


def _of(said: Paragraph | Speech, first: int) -> Iterator[Statement]:
    speaker = said.speaker if isinstance(said, Speech) else ""
    for number, text in enumerate(sentences(said.text), start=first):
        if len(text.split()) < _FEWEST_WORDS or text.endswith("?"):
            continue
        promise = promise_in(text)
        direction = direction_of(text)
        kinds = tuple(_kinds(text, direction, promise)) or (StatementKind.FACT,)
        if isinstance(said, Paragraph) and said.aside and not promise:
            kinds = (StatementKind.FACT,)  # the answers of a form accept and claim nothing
        themes = themes_of(text, said.section)
        yield Statement(
            text,
            said.page,
            said.paragraph,
            said.section,
            number,
            kinds,
            direction,
            themes,
            promise,
            speaker,
        )


def _kinds(text: str, direction: Direction, promise: Promise | None) -> Iterator[StatementKind]:
    if _BETTER.search(_NOT_YET.sub(" ", text)) or (
        direction is not Direction.WEAKNESS and _BOASTS.search(text)
    ):
        yield StatementKind.IMPROVEMENT
    if promise:
        yield StatementKind.PROMISE
    if direction is Direction.WEAKNESS or _ACCEPTS.search(text):
        yield StatementKind.CRITICISM
