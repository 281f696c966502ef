"""A report beside its source: what of the source it mentions, softens and leaves out.

The source's headlines are the sentences under its heading of headline or main findings; where it
has none, what it asks to be improved and the sentence that opens each section's findings. A
headline is mentioned where a sentence of the report is alike enough (`LEAST_ALIKE`). A weakness is
softened where no sentence that is alike speaks of it as one: the source says "too slow", the report
"faster progress". Nothing but words is compared: what is softened and what is left out is for a
person to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sightline.assurance.alike import alike
from sightline.assurance.paper import Paper
from sightline.assurance.statements import Statement, StatementKind
from sightline.letters import Direction
from sightline.letters.direction import direction_of, sentences

LEAST_ALIKE = 0.14
_HEADLINES = re.compile(r"(?i)headline|main findings|key findings|executive summary|^summary")
_SEVERE = re.compile(
    r"(?i)\b(?:too (?:slow|many|few|long|narrow|often|late)|weak\w*|poor\w*|not|never|inadequate\w*"
    r"|insufficient\w*|serious|fail\w*|unsafe|widespread|drift|delays?|lack\w*|decline"
    r"|underdeveloped|limited|inconsisten\w*|variab\w*|variation|fragment\w*|deficits?)\b"
)
_FEWEST_WORDS = 6


class Treatment(StrEnum):
    """What a report does with a headline of its source."""

    MENTIONED = "mentioned"
    SOFTENED = "softened"
    OMITTED = "omitted"

    @property
    def plain(self) -> str:
        """The treatment in plain English."""
        return {
            Treatment.MENTIONED: "Mentioned",
            Treatment.SOFTENED: "Softened",
            Treatment.OMITTED: "Left out",
        }[self]


@dataclass(frozen=True, slots=True)
class Headline:
    """One sentence of the source that a reader should come away with."""

    text: str
    page: int
    paragraph: str
    direction: Direction

    @property
    def is_weakness(self) -> bool:
        """Whether it says that something is not good enough."""
        return self.direction is Direction.WEAKNESS


@dataclass(frozen=True, slots=True)
class Treated:
    """A headline, what became of it, and the sentence of the report that is most like it.

    `severe`: the hard words of the headline. `score`: how alike the two are, 0 to 1.
    """

    headline: Headline
    treatment: Treatment
    statement: Statement | None
    score: float
    severe: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Balance:
    """How many strengths (or progress) and weaknesses the source leads with, and the report tells
    of them; a softened weakness is not told."""

    strengths: int
    strengths_told: int
    weaknesses: int
    weaknesses_told: int

    @property
    def picks_cherries(self) -> bool:
        """Whether strengths are told at least twice as often as weaknesses are."""
        if not self.strengths or not self.weaknesses or not self.strengths_told:
            return False
        good = self.strengths_told / self.strengths
        return good >= 2 * self.weaknesses_told / self.weaknesses

    @property
    def sentence(self) -> str:
        """ "It tells 4 of the source’s 6 strengths and 1 of its 5 weaknesses."."""
        return (
            f"It tells {self.strengths_told} of the source’s {self.strengths} strengths and "
            f"{self.weaknesses_told} of its {self.weaknesses} weaknesses."
        )


@dataclass(frozen=True, slots=True)
class Comparison:
    """A report beside one source; `treated` in the source's order of print."""

    source: str
    treated: tuple[Treated, ...]

    def having(self, treatment: Treatment) -> tuple[Treated, ...]:
        """The headlines treated so."""
        return tuple(each for each in self.treated if each.treatment is treatment)

    @property
    def balance(self) -> Balance:
        """Strengths told beside weaknesses told."""
        weak = [each for each in self.treated if each.headline.is_weakness]
        good = [each for each in self.treated if each.headline.direction in _GOOD]
        told = Treatment.MENTIONED
        return Balance(
            len(good),
            sum(each.treatment is told for each in good),
            len(weak),
            sum(each.treatment is told for each in weak),
        )


_GOOD = (Direction.STRENGTH, Direction.PROGRESS)


def headlines(source: Paper) -> tuple[Headline, ...]:
    """What the source leads with, in the order of print."""
    under = [
        each
        for each in source.paragraphs
        if _HEADLINES.search(each.section) and not each.asked and not each.aside
    ]
    found = [
        Headline(text, each.page, each.paragraph, direction_of(text))
        for each in under
        for text in sentences(each.text)
        if len(text.split()) >= _FEWEST_WORDS
    ]
    return tuple(found) or tuple(_from_lists(source))


def _from_lists(source: Paper) -> Iterator[Headline]:
    for asked in source.letter.improvements:
        yield Headline(asked.text, asked.page, asked.number or "", Direction.WEAKNESS)
    sections: set[str] = set()
    for each in source.letter.findings:
        if each.section in sections or each.direction is Direction.NEUTRAL:
            continue
        sections.add(each.section)
        text = next(iter(sentences(each.text)), "")
        if len(text.split()) >= _FEWEST_WORDS:
            yield Headline(text, each.page, each.paragraph, direction_of(text))


def compared(said: Sequence[Statement], source: Paper) -> Comparison:
    """What the statements of a report do with each headline of a source."""
    leading = headlines(source)
    scores = alike(
        [each.text for each in leading],
        [each.text for each in said],
        source.letter.authority or "",
    )
    treated = tuple(
        _treated(headline, said, list(row)) for headline, row in zip(leading, scores, strict=True)
    )
    return Comparison(source.name, treated)


def _treated(headline: Headline, said: Sequence[Statement], scores: Sequence[float]) -> Treated:
    severe = tuple(found[0] for found in _SEVERE.finditer(headline.text))
    near = sorted(
        ((score, place) for place, score in enumerate(scores) if score >= LEAST_ALIKE),
        reverse=True,
    )
    if not near:
        best = max(scores, default=0.0)
        return Treated(headline, Treatment.OMITTED, None, float(best), severe)
    score, place = near[0]
    if headline.is_weakness:
        owned = [(score, place) for score, place in near if _owns(said[place])]
        if not owned:
            return Treated(headline, Treatment.SOFTENED, said[place], float(score), severe)
        score, place = owned[0]
    return Treated(headline, Treatment.MENTIONED, said[place], float(score), severe)


def _owns(statement: Statement) -> bool:
    """Whether it speaks of a weakness as one: it accepts criticism in a word as hard."""
    accepts = StatementKind.CRITICISM in statement.kinds
    return accepts and bool(_SEVERE.search(statement.text))
