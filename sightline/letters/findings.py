"""The findings: every paragraph that says something of the authority's work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sightline.letters.areas import area_of
from sightline.letters.blocks import Block
from sightline.letters.direction import direction_of
from sightline.letters.kinds import Voice
from sightline.letters.letter import Finding, Paragraph
from sightline.letters.sections import Placed, SectionKind
from sightline.letters.themes import themes_of

_FEWEST_WORDS = 8
_CLOSING = re.compile(
    r"(?i)^(yours (sincerely|faithfully)|i am copying this letter|ofsted will take"
    r"|this letter (will be|is) (published|copied)"
    r"|i have copied this letter)"
)
_SALUTATION = re.compile(r"(?i)^dear\s+\S")
_ABOUT_THE_VISIT = re.compile(
    r"(?i)^(this letter (summarises|sets out|contains)|her majesty[’']s chief inspector"
    r"|his majesty[’']s chief inspector"
    r"|the methodology for this (visit|inspection)|this (focused "
    r"|monitoring )?visit was carried out"
    r"|inspectors (looked at|considered|evaluated|reviewed) (a range of evidence"
    r"|the (local authority|council|authority|organisation)"
    r"|how|progress|areas)|(the|this) (inspection|visit) (was carried out|looked at"
    r"|took place|was undertaken)"
    r"|a range of evidence|it is ofsted[’']s expectation|this executive summary should be read"
    r"|the (judgements|judgments) on areas of the service|the inspectors? (was|were)\b)"
)


def read_findings(placed: Sequence[Placed], voice: Voice) -> tuple[Finding, ...]:
    """The findings in the order of print; those of the letter's opening and close left out."""
    kept = list(_until_close(_after_salutation(placed)))
    return tuple(_finding(each, running, voice) for running, each in enumerate(kept, start=1))


def read_paragraphs(placed: Sequence[Placed]) -> tuple[Paragraph, ...]:
    """Every paragraph and list item, whatever it says and wherever it stands."""
    return tuple(
        Paragraph(each.block.text, each.block.page, each.block.number or str(running), each.section)
        for running, each in enumerate(placed, start=1)
    )


def _after_salutation(placed: Sequence[Placed]) -> Sequence[Placed]:
    """What follows "Dear …" where the document is a letter."""
    for place, each in enumerate(placed[:40]):
        if _SALUTATION.match(each.block.text):
            return placed[place + 1 :]
    return placed


def _until_close(placed: Sequence[Placed]) -> Iterator[Placed]:
    for each in placed:
        if _CLOSING.match(each.block.text):
            return
        if each.kind is SectionKind.FINDINGS and _says_something(each.block):
            yield each


def _says_something(block: Block) -> bool:
    words = block.text.split()
    return len(words) >= _FEWEST_WORDS and not _ABOUT_THE_VISIT.match(block.text)


def _finding(each: Placed, running: int, voice: Voice) -> Finding:
    block = each.block
    themes = themes_of(block.text, each.section)
    return Finding(
        text=block.text,
        page=block.page,
        paragraph=block.number or str(running),
        section=each.section,
        themes=themes,
        direction=direction_of(block.text, each.section),
        area=area_of(each.section, themes),
        voice=voice,
        damage=block.damage,
    )
