"""Which authority a document is about, and its dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from sightline.letters import dates
from sightline.letters.blocks import Block, BlockKind
from sightline.letters.letter import DateSource
from sightline.letters.recognising import Opening

_TITLE_LINES = 20
_SERVICES = (
    r"(?:(?:local authority )?(?:children[’']?s?[’']?(?: social (?:care|work))? services"
    r"|children[’']?s[’']? social care|services))\b"
)
_OF_AUTHORITY = (
    re.compile(
        rf"(?i)\b(?:focus{{1,2}}ed|monitoring) visit (?:to"
        rf"|of) (?P<name>.+?)(?: {_SERVICES}| on (?=\D{{0,12}}\d)| \(|$)"
    ),
    re.compile(rf"(?i)^(?:re-?)?inspection of (?P<name>(?!local auth).+?) {_SERVICES}"),
    re.compile(rf"(?i)\binspection of (?P<name>[^,]+?) local authority {_SERVICES}"),
    re.compile(rf"(?i)^(?:re-?)?inspection of {_SERVICES} (?:in|for|at) (?P<name>[A-Z].+)$"),
    re.compile(r"^(?i:recommendations? (?:to|for)) (?P<name>(?:the )?[A-Z].+)$"),
    re.compile(
        r"(?P<name>\b[A-Z][\w’'.-]+(?: (?:[A-Z][\w’'.-]+"
        r"|&|of|and|upon|the|on|in|with))*"
        r" (?:Council|MBC|County Borough))\b"
    ),
    re.compile(
        r"(?i)\b(?:joint targeted|area send|local area).*\b(?:in"
        r"|of) (?P<name>[A-Z].+?)(?: local area.*)?$"
    ),
    re.compile(rf"(?i:\b{_SERVICES}) in (?P<name>[A-Z][\w’'-]+(?: (?:and|[A-Z])[\w’'-]*)*)$"),
    re.compile(
        r"(?i)\bchildren[’']s (?:social care )?services in (?P<name>.+?) (?:is|are|requires?)\b"
    ),
    re.compile(
        r"(?i:joint area review,?:?\s+(?:of\s+)?)(?P<name>[A-Z].+?)(?:[’']s)? "
        r"(?i:children[’']s services authority area)"
    ),
    re.compile(r"^(?P<name>(?:[A-Z][\w’'-]+ ){1,3}?)[Cc]hildren[’']s [Ss]ervices\b"),
    re.compile(
        r"^(?P<name>(?!The|Local)[A-Z][\w’' -]+?) Safeguarding Children(?:’s|'s)? "
        r"(?:Partnership|Board)\b"
    ),
)
_SOME_COUNCIL = re.compile(
    r"\b(?P<name>(?!(?:The|This|That|A|An|Each|Every|Another|Other|Our|Its|No|Any|One|City|County"
    r"|Borough|District)\b)[A-Z][a-z]+(?: [A-Z][a-z]+)?) [Cc]ouncil\b"
)
_FEWEST_NAMINGS = 3
_LEADING = re.compile(
    r"(?i)^(.* on behalf of |the |council of the |royal borough of |london borough of "
    r"|metropolitan borough of "
    r"|borough of |city and county of |city of |county of )+"
)
_TRAILING = re.compile(
    r"(?i)[\s,]+(metropolitan|borough|city|county|district|unitary|council|authority|local|mbc|lbc"
    r"|cc|bc|children|children[’']s|childrens|social|care|services?|trust|corporation|area|partnership|[’']s)$"
)
_NOT_A_NAME = re.compile(
    r"(?i)\b(children|services|looked after|safeguarding|arrangements|response|inspection|visit)\b"
)

_VISITED_LABEL = re.compile(r"(?i)^(inspection|visit|fieldwork|review) dates?\b")
_VISITED_SENTENCE = re.compile(
    r"(?i)\b(visit|inspection|review|fieldwork)\b[^.]*?\b(on|between|from)\s+(?=\D{0,10}\d)"
)
_PUBLISHED_LABEL = re.compile(
    r"(?i)^(report )?(published|publication date|date of publication|date of meeting)\b"
)
_DATE_ALONE = re.compile(r"(?i)^(dated?:?\s*)?\d{1,2}(st|nd|rd|th)? [a-z]+ \d{4}$")


def authority_of(opening: Opening, blocks: Sequence[Block]) -> str | None:
    """The short name of the authority, or None where no title gives it."""
    headings = [block.text for block in blocks if block.kind is BlockKind.HEADING]
    said = [block.text for block in opening.blocks if block.text.startswith("This letter")]
    places = [*opening.titles(), *said, *opening.lines[:_TITLE_LINES], *headings]
    for pattern in _OF_AUTHORITY:
        for place in places:
            found = pattern.search(place)
            name = short_name(found["name"]) if found else ""
            if name and not _NOT_A_NAME.search(name):
                return name
    return _large_title(opening)


def authority_of_article(opening: Opening, blocks: Sequence[Block]) -> str | None:
    """As `authority_of`, of news and statements, whose headlines may open with any word.

    A name that the article does not use again within a sentence is none. Where no headline gives
    one it is the council that the article names most: three times, and twice as often as another.
    """
    text = " ".join(block.text for block in blocks)
    named = authority_of(opening, blocks)
    if named and re.search(rf"[a-z,;] {re.escape(named)}\b", text):
        return named
    told = {found["name"] for found in _SOME_COUNCIL.finditer(text)}
    counts = {name: len(re.findall(rf"\b{re.escape(name)}\b", text)) for name in sorted(told)}
    first, second = [*sorted(counts.values(), reverse=True), 0, 0][:2]
    if first < _FEWEST_NAMINGS or first < 2 * second:
        return None
    return max(counts, key=lambda name: counts[name])


def short_name(full: str) -> str:
    """The place of an authority: "City of Northmoor District Council" gives "Northmoor".

    An ampersand becomes "and", so that one authority has one name in all its reports.
    """
    name = " ".join(full.replace("&", " and ").split())
    previous = None
    while name != previous:
        previous, name = name, _TRAILING.sub("", name).strip(" ,–-")
    bare = _LEADING.sub("", name)
    return name if bare in {"London", ""} else bare


def visited(opening: Opening) -> tuple[date | None, date | None]:
    """First and last day of the visit, or two Nones where they are not printed."""
    for line in (*opening.lines, *(block.text for block in opening.blocks)):
        if _VISITED_LABEL.match(line):
            found = dates.span(line)
            if found:
                return found
    for block in opening.blocks:
        for sentence in _VISITED_SENTENCE.finditer(block.text):
            found = dates.span(block.text[sentence.end() : sentence.end() + 90])
            if found:
                return found
    return None, None


def published(opening: Opening, file_name: str) -> tuple[date | None, DateSource | None]:
    """The printed date of publication, else the date in the file's name, else None."""
    lines = [*opening.lines, *(block.text for block in opening.blocks)]
    for pattern in (_PUBLISHED_LABEL, _DATE_ALONE):
        for line in lines:
            printed = dates.full_date(line) if pattern.match(line) else None
            if printed:
                return printed, DateSource.DOCUMENT
    named = dates.iso_date(file_name)
    return (named, DateSource.FILE_NAME) if named else (None, None)


def _large_title(opening: Opening) -> str | None:
    """The largest heading of the opening, where it is a bare place name."""
    headings = [block for block in opening.blocks if block.kind is BlockKind.HEADING]
    for block in sorted(headings, key=lambda block: -block.rank)[:1]:
        name = short_name(block.text)
        if name and len(name.split()) <= 5 and not _NOT_A_NAME.search(name):
            return name
    return None
