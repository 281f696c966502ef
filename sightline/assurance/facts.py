"""Facts that several documents state: when it happened, how much it was, what the judgement was.

Only what a sentence pins down is taken: an event that is named, close to a date; an amount in
pounds with its year; a grade with its date; the state of a plan; a total (`counts`). From the head
of an inspection report or letter come its own dates and its overall judgement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sightline.assurance.counts import counts_of
from sightline.assurance.days import When, whens
from sightline.assurance.fact import Fact, FactKind
from sightline.assurance.paper import Paper, Paragraph
from sightline.letters import DateSource, LetterKind
from sightline.letters.direction import sentences

_GRADE = r"(?P<grade>outstanding|good|requires improvement(?: to be good)?|adequate|inadequate)"
_JUDGED = re.compile(
    rf"(?i)\b(?:judged|rated|graded)(?: (?:to be|as|overall))? [‘'“\"]?{_GRADE}[’'”\"]?"
    r"(?=[\s,.;]*(?:in|at|overall|since|by|$))"
)
_HELD = r"(?:conducted|carried out|took place|undertaken|held|dates?:?)"
_CUES: tuple[tuple[FactKind, re.Pattern[str], bool], ...] = (
    (
        FactKind.PUBLISHED,
        re.compile(
            r"(?i)\bpublished:?(?: (?:its|the|their) (?:\w+ )?(?:report|findings))?(?: on| in)?\s*$"
        ),
        False,
    ),
    (
        FactKind.VISITED,
        re.compile(r"(?i)\bmonitoring visit\b(?:(?!since)[^.;]){0,70}\b(?:on|in|of)\s*$"),
        False,
    ),
    (
        FactKind.VISITED,
        re.compile(r"(?i)\bfocused (?:\w+ )?visit\b[^.;,]{0,50}\b(?:on|in|of)\s*$"),
        False,
    ),
    (
        FactKind.INSPECTED,
        re.compile(
            rf"(?i)\b(?:inspection|ILACS)\b[^.;,]{{0,40}}\b{_HELD}"
            r"(?: in| on| between| from)?\s*$"
        ),
        False,
    ),
    (
        FactKind.INSPECTED,
        re.compile(r"(?i)\bofsted inspected\b[^.;,]{0,40}\b(?:in|on|between|from)\s*$"),
        False,
    ),
    (
        FactKind.INSPECTED,
        re.compile(r"(?i)\b(?:single|full|last|previous|ILACS|an) inspection (?:in|of)\s*$"),
        True,
    ),
    (FactKind.INSPECTED, re.compile(r"(?i)\bjudged [‘'“]?inadequate[’'”]? in\s*$"), True),
)  # fmt: skip
_NOT_THIS_INSPECTION = re.compile(
    r"(?i)joint (?:targeted )?(?:area )?inspection|\bJTAI\b|\bSEND\b|fostering|adoption|probation"
    r"|children[’']s homes?|commissioner[’']s report|youth offending"
)
_OFFICE = re.compile(r"(?i)\b(?P<role>director of children[’']s services|DCS|chief executive)\b")
_APPOINTED = re.compile(
    r"(?i)\b(?:appoint\w*|joined|took up (?:the |his |her )?post|in post since)\b"
)
_SENT = re.compile(r"(?i)\b(?:appointed|sent|named)\b")
_SENT_BY = re.compile(r"(?i)\bsent in by the (?:department for education|DfE|government)\b")
_I_WAS = re.compile(r"\bI was appointed\b")
_COMMISSIONER_NAMED = re.compile(r"(?:commissioner,? )(?P<name>[A-Z]\w+ [A-Z]\w+)")
_POUNDS = re.compile(r"£(?P<number>\d[\d,]*(?:\.\d+)?)\s?(?P<unit>bn|billion|million|m|k)?\b")
_UNITS = {"bn": 1e9, "billion": 1e9, "million": 1e6, "m": 1e6, "k": 1e3}
_YEAR = re.compile(r"\b20(\d\d)[/–-](?:20)?(\d\d)\b")
_PLAN = re.compile(r"\b(?P<name>(?:[A-Za-z]+ )?(?:[Pp]lan|[Ss]trategy|[Ff]ramework))\b")
_OPEN = re.compile(
    r"(?i)\b(?:work in progress|being (?:refined|developed|revised|drafted)|to refine it"
    r"|under development|not yet (?:agreed|complete|finalised)|in draft|is (?:still )?a draft)\b"
)
_CLOSED = re.compile(r"(?i)\b(?:signed off|approved|finalised|ratified|formally agreed)\b")


def facts_of(paper: Paper, authority: str) -> tuple[Fact, ...]:
    """Every fact that a document states of the authority, in the order of print."""
    own = list(_of_itself(paper, authority))
    itself = {(each.kind, each.value) for each in own}
    commissioners = _commissioners(paper.paragraphs)
    for each in paper.paragraphs:
        for sentence in sentences(each.text):
            place = _Place(paper, authority, each, sentence)
            own.extend(e for e in _events(place) if (e.kind, e.value) not in itself)
            own.extend(_appointments(place, commissioners))
            own.extend(_judgements(place))
            own.extend(_amounts(place))
            own.extend(_plans(place))
    return (*own, *counts_of(paper, authority))


@dataclass(frozen=True, slots=True)
class _Place:
    """A sentence where it stands."""

    paper: Paper
    authority: str
    paragraph: Paragraph
    sentence: str

    def fact(self, kind: FactKind, value: str, about: tuple[str, ...] = ()) -> Fact:
        return Fact(
            kind,
            self.authority,
            about,
            value,
            self.sentence,
            self.paper.name,
            self.paragraph.page,
            self.paragraph.paragraph,
        )

    def whens(self) -> list[When]:
        letter = self.paper.letter
        return list(whens(self.sentence, letter.published or letter.visited_to))


def _of_itself(paper: Paper, authority: str) -> Iterator[Fact]:
    """The dates and overall judgement of the report itself."""
    letter = paper.letter
    kind = FactKind.INSPECTED if letter.kind is LetterKind.INSPECTION else FactKind.VISITED
    visits = (LetterKind.INSPECTION, LetterKind.FOCUSED_VISIT, LetterKind.MONITORING_VISIT)
    if letter.kind in visits and letter.visited_from and letter.visited_to:
        span = _when(letter.visited_from, letter.visited_to)
        yield Fact(
            kind, authority, _visit_kind(letter.kind), span.words, span.words, paper.name, 1, "",
            span,
        )  # fmt: skip
    if letter.kind is not LetterKind.INSPECTION:
        return
    if letter.published and letter.published_source is DateSource.DOCUMENT:
        day = _when(letter.published, letter.published)
        yield Fact(FactKind.PUBLISHED, authority, (), day.words, day.words, paper.name, 1, "", day)
    overall = [each for each in letter.judgements if "overall" in each.judgement.lower()]
    if overall and letter.visited_from and letter.published:
        span = _when(letter.visited_from, letter.published)
        grade = overall[0].grade.value
        words = f"{overall[0].judgement}: {grade}"
        yield Fact(
            FactKind.JUDGED, authority, (), grade, words, paper.name, overall[0].page, "", span
        )


def _visit_kind(kind: LetterKind) -> tuple[str, ...]:
    return () if kind is LetterKind.INSPECTION else (kind.value,)


def _when(first: date, last: date) -> When:
    words = f"{first:%-d %B %Y}" if first == last else f"{first:%-d %B} to {last:%-d %B %Y}"
    return When(words, 0, 0, first, last, True)


def _events(place: _Place) -> Iterator[Fact]:
    for when in place.whens():
        before = place.sentence[: when.start]
        for kind, cue, loose in _CUES:
            found = cue.search(before)
            if not found or _NOT_THIS_INSPECTION.search(before[max(0, found.start() - 60) :]):
                continue
            inspects = re.search(r"(?i)ofsted|inspect|ILACS|report published", place.sentence)
            if kind is FactKind.PUBLISHED and not inspects:
                continue
            about: tuple[str, ...] = ()
            if kind is FactKind.VISITED:
                monitoring = "monitoring" in found[0].lower()
                about = ("monitoring_visit" if monitoring else "focused_visit",)
            made = place.fact(kind, when.words, about)
            yield _at(made, when, loose)
            break


def _at(fact: Fact, when: When, loose: bool = False) -> Fact:
    return Fact(
        fact.kind, fact.authority, fact.about, fact.value, fact.words, fact.source, fact.page,
        fact.paragraph, when, fact.amount, loose,
    )  # fmt: skip


def _commissioners(paragraphs: Sequence[Paragraph]) -> frozenset[str]:
    """The surnames of those called commissioner."""
    return frozenset(
        found["name"].split()[-1]
        for each in paragraphs
        for found in _COMMISSIONER_NAMED.finditer(each.text)
    )


def _appointments(place: _Place, commissioners: frozenset[str]) -> Iterator[Fact]:
    for when in place.whens():
        before = re.split(r"[;.]", place.sentence[: when.start])[-1][-90:]
        named = (
            re.search(r"(?i)\bcommissioner\b", before)
            or any(name in before for name in commissioners)
            or _SENT_BY.search(before)
            or (_is_commissioners(place.paper) and _I_WAS.search(before))
        )
        if named and _SENT.search(before):
            yield _at(place.fact(FactKind.COMMISSIONER, when.words), when)
            continue
        office = _OFFICE.search(before)
        if office and _APPOINTED.search(before):
            role = office["role"].lower().replace("director of children’s services", "dcs")
            about = ("interim " + role if "interim" in before.lower() else role,)
            yield _at(place.fact(FactKind.TOOK_OFFICE, when.words, about), when)


def _is_commissioners(paper: Paper) -> bool:
    return paper.letter.kind is LetterKind.COMMISSIONER_REPORT


def _judgements(place: _Place) -> Iterator[Fact]:
    for found in _JUDGED.finditer(place.sentence):
        after = [when for when in place.whens() if 0 <= when.start - found.end() <= 12]
        if after and not _NOT_THIS_INSPECTION.search(place.sentence):
            yield _at(place.fact(FactKind.JUDGED, found["grade"]), after[0])


def _amounts(place: _Place) -> Iterator[Fact]:
    found = list(_POUNDS.finditer(place.sentence))
    years = tuple(f"20{first}/{last}" for first, last in _YEAR.findall(place.sentence))
    for each in found:
        others = tuple(other[0] for other in found if other is not each)
        value = float(each["number"].replace(",", "")) * _UNITS.get(each["unit"] or "", 1.0)
        made = place.fact(FactKind.AMOUNT, each[0], (*years, *others))
        yield Fact(
            made.kind, made.authority, made.about, made.value, made.words, made.source, made.page,
            made.paragraph, None, value,
        )  # fmt: skip


def _plans(place: _Place) -> Iterator[Fact]:
    name = _PLAN.search(place.sentence)
    if not name:
        return
    for state in (_OPEN, _CLOSED):
        found = state.search(place.sentence)
        if found:
            yield place.fact(FactKind.PLAN, found[0], (name["name"].lower(),))
