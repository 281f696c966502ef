"""Which kind of document it is, by what it says of itself.

What inspectors print over their own reports decides first; then the marks of a press statement, a
news report and an officers' report to a committee, whatever they are about; then the titles and
opening words of every other kind. A cover report is further asked whose recommendations it carries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sightline.letters.blocks import Block, BlockKind
from sightline.letters.kinds import LetterKind

_OPENING_BLOCKS = 40
_NEAR_TOP = 12  # lines in which a commissioner is named
_PRINTED = 8  # lines, and headings, in which a document names itself


@dataclass(frozen=True, slots=True)
class Opening:
    """The start of a document: every printed line of its first page, and its first blocks."""

    lines: tuple[str, ...]
    blocks: tuple[Block, ...]

    def titles(self) -> Iterator[str]:
        """The headings of the opening, and its first line."""
        for block in self.blocks:
            if block.kind is BlockKind.HEADING:
                yield block.text
        yield from self.lines[:1]


def opening_of(lines: Sequence[str], blocks: Sequence[Block]) -> Opening:
    """The opening of a document, from the lines of its first page and all its blocks."""
    return Opening(tuple(lines), tuple(blocks[:_OPENING_BLOCKS]))


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("(?i)" + "|".join(patterns))


_INSPECTORS = (
    (LetterKind.MONITORING_VISIT, _any(r"^(\w+ )?monitoring visit (to|of)\b")),
    (LetterKind.FOCUSED_VISIT, _any(r"^focus(s)?ed visit (to|of)\b")),
    (
        LetterKind.INSPECTION,
        _any(r"^(re-?)?inspection of\b(?!.*(special educational|\bSEND\b))"),
    ),
)
_JOINT = (
    (LetterKind.JTAI, _any(r"joint targeted area inspection", r"\bJTAI\b")),
    (
        LetterKind.SEND_INSPECTION,
        _any(
            r"\b(area SEND|SEND (re-?)?inspection|SEND revisit|local area SEND)\b",
            r"(inspection|revisit).*special educational",
            r"special educational.*(inspection|revisit)",
        ),
    ),
)
_LETTER_SAYS = (
    (
        LetterKind.MONITORING_VISIT,
        _any(r"summarises the findings of (the|a) (\w+ ){0,2}monitoring visit"),
    ),
    (
        LetterKind.FOCUSED_VISIT,
        _any(r"summarises the findings of (the|a) (\w+ ){0,2}focused visit"),
    ),
    (
        LetterKind.INSPECTION,
        _any(
            r"^(annual )?(unannounced )?inspection of (the )?(contact|safeguarding|services for)",
            r"summarises the findings of the (\w+ ){0,3}inspection of (the )?contact",
        ),
    ),
)
_OTHERS = (
    (
        LetterKind.PRACTICE_REVIEW,
        _any(
            r"safeguarding practice review",
            r"serious case review",
            r"\bLCSPR\b",
            r"^rapid review\b",
            r"partnership learning review",
        ),
    ),
    (
        LetterKind.IRO_REPORT,
        _any(r"independent reviewing (officer|service).*report", r"\bIROs?\b.*annual report"),
    ),
    (
        LetterKind.OMBUDSMAN,
        _any(
            r"ombudsman",
            r"\bLGSCO\b",
            r"(complaints?|representations).{0,40}annual report",
            r"annual report.{0,40}complaints?",
            r"(stage (two|three|2|3)|complaint) (investigation|review panel)",
        ),
    ),
    (LetterKind.INTERNAL_AUDIT, _any(r"internal audit", r"^audit (opinion|assurance)")),
    (
        LetterKind.SCRUTINY_REVIEW,
        _any(
            r"scrutiny (\w+ ){0,3}(task|working|review|inquiry|investigation)\b",
            r"task (and finish |& finish )?group",
            r"scrutiny (review|inquiry)",
        ),
    ),
    (
        LetterKind.DIRECTION,
        _any(
            r"(statutory|further|new|revised) direction",
            r"improvement notice",
            r"^direction\b",
            r"section 497A",
            r"directions? (issued|given|made) (to|under|by)",
        ),
    ),
    (
        LetterKind.PEER_REVIEW,
        _any(
            r"peer (review|challenge|diagnostic|inspection)",
            r"sector[- ]led (review|challenge|diagnostic)",
        ),
    ),
    (
        LetterKind.COURT_FEEDBACK,
        _any(
            r"\b(cafcass|court|judicia\w+|family justice board|family judge)\b.*"
            r"\b(feedback|report|review|observations|comments)\b",
            r"feedback from the (\w+ )?(court|judiciary|family)",
        ),
    ),
    (
        LetterKind.STAFF_SURVEY,
        _any(r"(staff|employee|workforce|social work\w*|health check).{0,30}\bsurvey\b"),
    ),
    (
        LetterKind.DFE_REVIEW,
        _any(
            r"(department for education|\bDfE\b).*(advis|review|progress|stocktake)",
            r"(improvement )?advis[eo]r[’']?s?[’']? (\w+ ){0,2}(report|review|letter)",
            r"(six|6|twelve|12|nine|9)[- ]month(ly)? (progress )?review",
        ),
    ),
)
_REVIEW = _any(
    r"\b(independent|diagnostic|practice|annual|audit|external) (review|report)",
    r"^review of\b",
    r"^joint area review\b",
)
_COMMISSIONER = re.compile(r"(?i)\bcommissioner\b")
_RECOMMENDATIONS = re.compile(r"(?i)^(\d+\.?\s*)?recommendations?\b")
_COVER_LABELS = (
    r"^report to\b",
    r"^(report of|report by|report author|lead officer|responsible officer)\b",
    r"^(date of )?(meeting|committee)( date)?:",
    r"^wards? affected",
    r"^(is this a )?key decision",
    r"^(portfolio|cabinet member|portfolio holder)\b",
    r"^(exempt|confidential|part (i|1) )",
    r"^background papers",
    r"^(financial|legal|equality|resource) implications",
)
_COVER = [re.compile(f"(?i){label}") for label in _COVER_LABELS]
_COVER_MARKS = 2  # one of them of those that no other document has at its head
_COVER_SURE = 3
_STATEMENT = _any(
    r"^(press|media|news) (release|statement|notice)\b",
    r"^(our )?(public )?statement (from|by|on|in response|following|regarding)\b",
    r"^for immediate release",
    r"^notes? (to|for) editors",
    r"\b(responds?|response) to (the )?(ofsted|inspection|report|commissioner)",
)
_NEWS_MARKS = _any(
    r"^comments are closed",
    r"^more from\b",
    r"^(photo|picture|image)( credit)?:",
    r"\(photo:",
    r"^(related|read more|read next|most read|recommended)\b.{0,60}$",
    r"^by [A-Z][\w’'-]+ [A-Z][\w’'-]+( \||,|$)",
    r"local democracy reporter",
)
_SPEECH = re.compile(
    r"\b(?:said|says|told|added|commented|warned)\b[^.“”\"]{0,60}[:,]\s*[“\"‘]"
    r"|[,.!?][”\"’]\s+(?:\w+\s+){0,4}(?:said|says|added|commented)\b"
)
_MOST_SPEECH = 3  # a report quotes a child or two; news is made of what people said


def kind_of(opening: Opening, blocks: Sequence[Block]) -> LetterKind:
    """The kind of the document, by its title and opening; OTHER where nothing says it."""
    titles = list(opening.titles())
    kind = _first(_INSPECTORS, titles)
    joint = _first(_JOINT, titles[:_PRINTED])
    if kind and not joint:
        return kind
    spread = _spread(opening, blocks)
    return spread or joint or kind or _other(opening, blocks)


def carried_kind(opening: Opening, blocks: Sequence[Block]) -> LetterKind | None:
    """The kind of document whose recommendations a cover report carries, by what its top names."""
    top = [*opening.titles(), *opening.lines[:_NEAR_TOP]]
    named = _first((*_JOINT, *_OTHERS), top)
    if _commissioners(opening, blocks):
        return LetterKind.COMMISSIONER_REPORT
    if named:
        return named
    return LetterKind.INSPECTION if any("ofsted" in line.lower() for line in top) else None


def _first(
    kinds: Sequence[tuple[LetterKind, re.Pattern[str]]], texts: Sequence[str]
) -> LetterKind | None:
    """The first kind that one of the texts names, by the order of the texts."""
    return next((kind for text in texts for kind, pattern in kinds if pattern.search(text)), None)


def _spread(opening: Opening, blocks: Sequence[Block]) -> LetterKind | None:
    """Whether it spreads what others found: a statement, a news report, an officers' report."""
    lines = [*opening.lines, *(block.text for block in opening.blocks)]
    if any(_STATEMENT.search(line) for line in lines[:_PRINTED]) or any(
        re.match(r"(?i)notes? (to|for) editors", block.text) for block in blocks
    ):
        return LetterKind.STATEMENT
    marks = [any(map(mark.search, lines)) for mark in _COVER]
    if any(marks[:_COVER_SURE]) and sum(marks) >= _COVER_MARKS:
        return LetterKind.COVER_REPORT
    spread = sum(bool(_NEWS_MARKS.search(block.text)) for block in blocks)
    speech = sum(len(_SPEECH.findall(block.text)) for block in blocks)
    salutation = any(block.text.lower().startswith("dear ") for block in opening.blocks)
    if not salutation and speech + spread >= _MOST_SPEECH and speech:
        return LetterKind.NEWS
    return None


def _other(opening: Opening, blocks: Sequence[Block]) -> LetterKind:
    first = [block.text for block in opening.blocks[:_PRINTED]]
    said = [block.text for block in opening.blocks if block.text.startswith("This letter")]
    names = [*opening.titles(), *opening.lines[:_PRINTED], *first]
    kind = _first(_LETTER_SAYS, [*names, *said])
    if kind:
        return kind
    if _commissioners(opening, blocks):
        return LetterKind.COMMISSIONER_REPORT
    short = [name for name in names if len(name) <= 160]
    kind = _first(_OTHERS, short) or _first((*_JOINT, *_OTHERS[:1]), first)
    if kind:
        return kind
    review = any(map(_REVIEW.search, opening.titles()))
    return LetterKind.REVIEW if review else _first(_OTHERS, first) or LetterKind.OTHER


def _commissioners(opening: Opening, blocks: Sequence[Block]) -> bool:
    """A report with its own recommendations that names a commissioner at its start."""
    named = any(_COMMISSIONER.search(line) for line in opening.lines[:_NEAR_TOP])
    headings = (block for block in blocks if block.kind is BlockKind.HEADING)
    return named and any(_RECOMMENDATIONS.match(block.text) for block in headings)
