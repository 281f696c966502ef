"""Which heading each block stands under, and what kind of section that is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from sightline.letters.blocks import Block, BlockKind
from sightline.letters.letter import ImprovementKind


class SectionKind(Enum):
    """What a section holds for the reader."""

    FINDINGS = "findings"
    IMPROVEMENTS = "improvements"
    ASIDE = "aside"  # about the inspection, not about the authority


@dataclass(frozen=True, slots=True)
class Placed:
    """A block with the title of its section, the section's kind, and the heading it is under."""

    block: Block
    heading: Block | None
    section: str
    kind: SectionKind
    improvement: ImprovementKind
    board: bool


_PRIORITY = re.compile(
    r"(?i)^(areas? (for|of) (immediate )?priority action|priority (and immediate )?actions?)\b"
)
_IMPROVEMENT = re.compile(
    r"(?i)^(what\b.{0,60}\bneeds? to (be )?improve|what needs to improve|areas? (for"
    r"|of) (improvement|development|consideration)\b|areas? to (consider|improve|develop)\b"
    r"|(agreed|recommended|required) actions?\b|actions? required\b|requirements\b"
    r"|.{0,40}\bdirects? the .{3,40} (as follows|to)\b"
    r"|next steps?:?$|areas? where .*should improve)"
)
_RECOMMENDATION = re.compile(r"(?i)^(\d+\.?\s*)?(key )?recommendations?(\(s\))?\b(?!.*[.]$)")
_WITHIN = re.compile(
    r"(?i)^(immediately|within .{3,20}(weeks?|months?|year)|by .{3,30}\d{4}"
    r"|for (?:immediate )?action(?: (?:over|in|within) .{3,40}(?:weeks?|months?|year))?)\W*$"
    r"|^.{0,80}\b(agreed to|should|must|is required to|are required to):$"
)
_ASIDE = re.compile(
    r"(?i)^(information about|about (this|the) (inspection|visit|review)"
    r"|service information|contents"
    r"|the inspection judge?ments and what|what the inspection judge?ments"
    r"|summary for children|the inspection team"
    r"|areas covered by|previous ofsted|other ofsted|other information|local leadership"
    r"|children living in this"
    r"|children and young people living|child protection in this area"
    r"|children looked after in this area"
    r"|record of main|key judge?ment|background papers|appendices|what will it cost"
    r"|alternative options"
    r"|what consultations|implications|equality|climate|legal|contact officer|summary:$"
    r"|contribution to the council|resource implications|implementation date|\([ab]\) (revenue"
    r"|capital|internal|external))"
)
_ASIDE_TOP = re.compile(
    r"(?i)^(information about|about this inspection|what the inspection judge?ments"
    r"|summary for children|the inspection judge?ments and what)"
)
_BOARD = re.compile(r"(?i)safeguarding children board|\bLSCB\b")
_TO_THE_COMMITTEE = re.compile(
    r"(?i)^(that\s+|to\s+)?(note|receive|approve|endorse|consider|comment|agree|support|accept"
    r"|members|it is recommended|the (committee|board|cabinet|panel|council|commission)\b)"
)
_GENERIC = re.compile(
    r"(?i)^((main |inspection |headline |key "
    r"|summary of )?findings( and evaluation of progress)?|summary|grade \d.*"
    r"|key judge?ments?\b.*|overview|executive summary)\W*$"
)


def is_improvement_heading(text: str) -> bool:
    """Whether a heading opens a list of improvements, priority actions or recommendations."""
    return bool(_PRIORITY.match(text) or _IMPROVEMENT.match(text) or _RECOMMENDATION.match(text))


def placed(blocks: Sequence[Block]) -> Iterator[Placed]:
    """Every block that is not a heading, with its section."""
    above: list[Block] = []
    title: Block | None = None
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            title = title or block
            above = _under(above, block)
        elif above and above[0] is title and len(above) > 1:
            yield _place(block, above[1:])
        else:
            yield _place(block, above)


def _under(above: list[Block], heading: Block) -> list[Block]:
    """The headings above what follows: a heading ends all those of its own or a lower rank."""
    if _WITHIN.match(heading.text) and above:
        return above
    wider = [each for each in above if each.rank > heading.rank]
    if not is_improvement_heading(heading.text):
        wider = [each for each in wider if not is_improvement_heading(each.text)]
    return [*wider, heading]


def _place(block: Block, above: Sequence[Block]) -> Placed:
    titles = [heading.text for heading in above]
    last = titles[-1] if titles else ""
    kind = SectionKind.FINDINGS
    if any(map(_ASIDE_TOP.match, titles)) or _ASIDE.match(last):
        kind = SectionKind.ASIDE
    elif is_improvement_heading(last):
        kind = SectionKind.IMPROVEMENTS
    board = any(map(_BOARD.search, titles))
    heading = above[-1] if above else None
    return Placed(block, heading, _section_title(titles), kind, _improvement_kind(last), board)


def own_recommendations(blocks: Sequence[Block]) -> Block | None:
    """The heading under which a cover report asks its own committee to note or agree something."""
    for heading, below in pairwise(blocks):
        recommends = heading.kind is BlockKind.HEADING and _RECOMMENDATION.match(heading.text)
        if recommends and _TO_THE_COMMITTEE.match(below.text):
            return heading
    return None


def _improvement_kind(heading: str) -> ImprovementKind:
    if _PRIORITY.match(heading):
        return ImprovementKind.PRIORITY_ACTION
    if _RECOMMENDATION.match(heading):
        return ImprovementKind.RECOMMENDATION
    return ImprovementKind.AREA_FOR_IMPROVEMENT


def _section_title(titles: Sequence[str]) -> str:
    """The nearest heading that says what the text is about, else the nearest heading."""
    for title in reversed(titles):
        if not _GENERIC.match(title):
            return title
    return titles[-1] if titles else ""
