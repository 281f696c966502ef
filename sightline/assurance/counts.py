"""How many recommendations a report makes, how many visits there were, and which visit it was.

Only a total is taken, never a part: "the Commissioner made 21 recommendations", not "two of them
are done". Whose recommendations they are must be clear from the sentence, else its paragraph, else
the document; where two reviewers are named and nothing decides between them, nothing is taken. A
review itself states how many it lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sightline.assurance.days import When, whens
from sightline.assurance.fact import Fact, FactKind
from sightline.assurance.paper import Paper, Paragraph
from sightline.letters import ImprovementKind, LetterKind
from sightline.letters.direction import sentences

RECOMMENDATIONS, AREAS, PRIORITY_ACTIONS = "recommendations", "areas", "priority actions"
ORDINAL, SO_FAR = "ordinal", "so far"

_ONES = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty",
)  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40}
_NUMBERS = {word: number for number, word in enumerate(_ONES, start=1)} | {
    f"{ten}-{one}": value + number
    for ten, value in _TENS.items()
    for number, one in enumerate(_ONES[:9], start=1)
}
_NTH = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
)  # fmt: skip
_ORDINALS = {word: number for number, word in enumerate(_NTH, start=1)}
_NUMBER = rf"(?P<number>\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_THING = (
    r"(?P<thing>recommendations|areas (?:for|of) improvement"
    r"|(?:areas for )?priority actions?|areas for priority action)"
)
_PART = (
    r"(?!\s+(?:about|on|relating|related|regarding|concerning|in relation|for the|which|that"
    r"|remain|outstanding|to the|are|have|has been|still))"
)
_MADE = (
    r"(?:made|makes|making|contains?|contained|containing|sets? out|listed|lists|identified|gave"
    r"|gives|issued|total of|all|the|its|his|her|their|these|set of|list of)"
)
_TOTALS = (
    re.compile(rf"(?i)\b{_MADE}\s+{_NUMBER}\s+(?:\w+\s+)?{_THING}\b{_PART}"),
    re.compile(
        rf"(?i)\b{_NUMBER}\s+{_THING}\s+(?:were|was)\s+"
        r"(?:made|identified|issued|set out|given|listed)\b"
    ),
)
_WHOSE = (
    ("commissioner", re.compile(r"(?i)\bcommissioner")),
    ("peers", re.compile(r"(?i)\bpeer (?:review|challenge)|\bLGA\b")),
    ("scrutiny", re.compile(r"(?i)\bscrutiny (?:review|task|working)|\btask and finish")),
    ("jtai", re.compile(r"(?i)\bjoint targeted|\bJTAI\b")),
    ("send", re.compile(r"(?i)\bSEND\b|special educational")),
    ("practice_review", re.compile(r"(?i)\bpractice review|serious case review")),
    ("focused_visit", re.compile(r"(?i)\bfocu(?:s|ss)ed (?:\w+ )?visit")),
    ("inspection", re.compile(r"(?i)\binspect(?:ion|ed|ors)\b|\bILACS\b|\bjudged\b|\bofsted\b")),
)
_OF_KIND = {
    LetterKind.COMMISSIONER_REPORT: "commissioner",
    LetterKind.PEER_REVIEW: "peers",
    LetterKind.SCRUTINY_REVIEW: "scrutiny",
    LetterKind.JTAI: "jtai",
    LetterKind.SEND_INSPECTION: "send",
    LetterKind.PRACTICE_REVIEW: "practice_review",
    LetterKind.FOCUSED_VISIT: "focused_visit",
    LetterKind.INSPECTION: "inspection",
}
_LISTED = {
    ImprovementKind.RECOMMENDATION: RECOMMENDATIONS,
    ImprovementKind.AREA_FOR_IMPROVEMENT: AREAS,
    ImprovementKind.PRIORITY_ACTION: PRIORITY_ACTIONS,
}
_ORDINAL = rf"(?P<ordinal>{'|'.join(_ORDINALS)})"
_NTH_VISIT = re.compile(
    rf"(?i)\b{_ORDINAL}(?: \w+)? (?:monitoring visit|visit (?:by|from) (?:ofsted|inspectors))\b"
)
_NTH_SINCE = re.compile(
    rf"(?i)\bmonitoring visit\b[^.;]{{0,80}}\b(?:the|our) {_ORDINAL}\b(?: \w+)? since\b"
)
_THIS_IS = re.compile(
    rf"(?i)\b(?:this (?:was|is)|it (?:was|is)) (?:the|our|their|ofsted[’']s) {_ORDINAL}"
    r"(?: \w+)? monitoring visit\b"
)
_TO_COME = re.compile(r"(?i)\b(?:next|will|planned|scheduled|due|expected|ahead of|before|until)\b")
_SO_MANY = re.compile(
    rf"(?i)\b(?:have|has) (?:been|had|undergone|received) {_NUMBER} (?:\w+ )?monitoring visits\b"
)
_YEAR_ALONE = re.compile(r"\b(?:in|of) (20\d\d)\b")


def counts_of(paper: Paper, authority: str) -> Iterator[Fact]:
    """The counts that a document states, those of its own lists first."""
    yield from _listed(paper, authority)
    whole = " ".join(each.text for each in paper.paragraphs)
    for paragraph in paper.paragraphs:
        for sentence in sentences(paragraph.text):
            place = Fact(
                FactKind.COUNT,
                authority,
                (),
                "",
                sentence,
                paper.name,
                paragraph.page,
                paragraph.paragraph,
            )
            yield from _totals(place, paper, paragraph, whole)
            yield from _visits(place, paper)


def _listed(paper: Paper, authority: str) -> Iterator[Fact]:
    """How many of each kind the document itself lists."""
    letter = paper.letter
    whose = _OF_KIND.get(letter.conveys or letter.kind)
    day = letter.published or letter.visited_to
    if whose is None or day is None:
        return
    for kind, thing in _LISTED.items():
        rows = [each for each in letter.improvements if each.kind is kind]
        if rows and not any(each.damage for each in paper.paragraphs if each.asked):
            value = f"{len(rows)} {_named(thing, len(rows))}"
            words = f"Lists {value}."
            when = _day(day)
            yield Fact(
                FactKind.COUNT, authority, (thing, whose), value, words, paper.name, rows[0].page,
                "", when, float(len(rows)),
            )  # fmt: skip


def _totals(place: Fact, paper: Paper, paragraph: Paragraph, whole: str) -> Iterator[Fact]:
    for pattern in _TOTALS:
        for found in pattern.finditer(place.words):
            whose = _whose(place.words, paragraph.text, paper, whole)
            when = _time_of(place.words, paper)
            if whose and when:
                thing = _thing(found["thing"])
                yield replace(
                    place,
                    about=(thing, whose),
                    value=found[0][found.start("number") - found.start() :],
                    when=when[0],
                    loose=when[1],
                    amount=float(_number(found["number"])),
                )


def _visits(place: Fact, paper: Paper) -> Iterator[Fact]:
    """Which monitoring visit one was, and how many there have been."""
    text = place.words
    many = _SO_MANY.search(text)
    day = paper.letter.published or paper.letter.visited_to
    if many and day:
        yield replace(
            place, kind=FactKind.VISIT_NUMBER, about=(SO_FAR,), when=_day(day), loose=True,
            value=f"{many['number']} monitoring visits", amount=float(_number(many["number"])),
        )  # fmt: skip
    own = paper.letter.kind is LetterKind.MONITORING_VISIT
    found = _THIS_IS.search(text) or _NTH_SINCE.search(text) if own else _NTH_VISIT.search(text)
    if found is None or (not own and _TO_COME.search(text)):
        return
    when = _visit_time(found, paper) if own else _time_near(text, found, paper)
    if when:
        yield replace(
            place, kind=FactKind.VISIT_NUMBER, about=(ORDINAL,), when=when, loose=not own,
            value=f"{found['ordinal'].lower()} monitoring visit",
            amount=float(_ORDINALS[found["ordinal"].lower()]),
        )  # fmt: skip


def _visit_time(found: re.Match[str], paper: Paper) -> When | None:
    """When the visit was of which a letter says itself that it was the third."""
    first, last = paper.letter.visited_from, paper.letter.visited_to
    return When(found[0], 0, 0, first, last, True) if first and last else None


def _time_near(text: str, found: re.Match[str], paper: Paper) -> When | None:
    """The time named closest to the words, else the day of the document; what stands behind
    "since" is the time of something else."""
    day = paper.letter.published or paper.letter.visited_to
    until = text.find(" since ", found.end())
    times = [each for each in whens(text, day) if until < 0 or each.end <= until]
    if not times:
        return _day(day) if day else None
    return min(
        times, key=lambda each: min(abs(each.start - found.end()), abs(found.start() - each.end))
    )


def _time_of(text: str, paper: Paper) -> tuple[When, bool] | None:
    """The one time that a sentence names, else the day of its document (then loosely)."""
    letter = paper.letter
    day = letter.published or letter.visited_to
    times = list(whens(text, day))
    if len(times) == 1:
        return times[0], False
    years = {int(each) for each in _YEAR_ALONE.findall(text)}
    if not times and len(years) == 1:
        (year,) = years
        return When(str(year), 0, 0, date(year, 1, 1), date(year, 12, 31), False), False
    return (_day(day), True) if day and not times and not years else None


def _whose(sentence: str, paragraph: str, paper: Paper, whole: str) -> str | None:
    """Whose recommendations they are: the first of these places that names one reviewer alone."""
    for text in (sentence, paragraph):
        named = {name for name, cue in _WHOSE if cue.search(text)}
        if named:
            return named.pop() if len(named) == 1 else None
    own = _OF_KIND.get(paper.letter.conveys or paper.letter.kind)
    if own:
        return own
    named = {name for name, cue in _WHOSE if cue.search(whole)}
    return named.pop() if len(named) == 1 else None


def _number(printed: str) -> int:
    return int(printed) if printed.isdigit() else _NUMBERS[printed.lower()]


def _thing(printed: str) -> str:
    lowered = printed.lower()
    if "priority" in lowered:
        return PRIORITY_ACTIONS
    return AREAS if lowered.startswith("areas") else RECOMMENDATIONS


def _named(thing: str, many: int) -> str:
    """ "areas for improvement"; "area for improvement" for one."""
    of = {RECOMMENDATIONS: "recommendation", PRIORITY_ACTIONS: "priority action", AREAS: "area"}
    return of[thing] + ("" if many == 1 else "s") + (" for improvement" if thing == AREAS else "")


def _day(day: date) -> When:
    return When(f"{day:%-d %B %Y}", 0, 0, day, day, True)
