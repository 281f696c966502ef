"""A committee form's "not applicable" and "no implications", beside what the same report holds.

An answer of none is pointed out in two ways: where it gives no reason, and where the rest of the
report speaks of just that (money for several years beside "resource implications: not applicable",
children beside "no equality implications"). A bare "Yes" to a good effect is pointed out too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sightline.assurance.paper import Answer, Paper, Paragraph
from sightline.letters.direction import sentences

_NONE = re.compile(
    r"(?i)^(?:not applicable|n/?a|none|nil|no|non[e]? identified|there are (?:no|not any)\b.*"
    r"|no (?:\w+ )?implications.*)\b"
)
_REASONED = re.compile(r"(?i)\b(?:because|since|given that|this is due to|the reason)\b|\bas the\b")
_FEW_WORDS = 9


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a form asks about: how the question names it, and how the report speaks of it."""

    name: str
    asked: re.Pattern[str]
    told: re.Pattern[str]


_SUBJECTS = (
    _Subject(
        "resources",
        re.compile(r"(?i)resource implications|financial implications|revenue costs"),
        re.compile(
            r"(?i)recurrent (?:additional )?(?:investment|resource)|additional (?:\w+ )*investment"
            r"|medium-term financial plan|(?:three|two|four|five)[- ]?(?:to[- ]\w+[- ])?year"
            r"|£\d|additional (?:and recurrent )?resource|pay and benefits"
            r"|recruit\w* (?:to|of|more|additional|\d+)"
            r"|capital and set[- ]up costs|need significant additional"
        ),
    ),
    _Subject(
        "capital",
        re.compile(r"(?i)capital costs"),
        re.compile(r"(?i)\bcapital\b|own children[’']s? care homes|residential care provision"),
    ),
    _Subject(
        "equality",
        re.compile(r"(?i)equality implications|equalities"),
        re.compile(
            r"(?i)\b(?:disab\w+|SEND|special educational|children in care|care leavers|ethnic\w*"
            r"|young people|most vulnerable|voice, engagement)\b"
        ),
    ),
    _Subject(
        "the law",
        re.compile(r"(?i)legal implications"),
        re.compile(
            r"(?i)statutory direction|section \d+|statutory \w+ (?:duties|responsibilit\w+)"
        ),
    ),
)  # fmt: skip
_EFFECT = re.compile(r"(?i)^have a (?:positive|negative|neutral) impact")


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said of one answer. `told`: sentences of the report that speak of just that."""

    question: str
    answer: str
    page: int
    why: str
    told: tuple[tuple[str, str], ...]  # (paragraph, exact words)


def remarks(paper: Paper) -> tuple[Remark, ...]:
    """What is to be pointed out in the answers of a report's form, in the order of print."""
    return remarks_on(paper.answers, paper.paragraphs)


def remarks_on(answers: Sequence[Answer], paragraphs: Sequence[Paragraph]) -> tuple[Remark, ...]:
    """The same, of a report that is still being written: its answers beside its paragraphs."""
    return tuple(remark for each in answers for remark in _on(each, paragraphs))


def _on(each: Answer, paragraphs: Sequence[Paragraph]) -> Iterator[Remark]:
    question, answer = each.question, each.answer
    if _EFFECT.match(question):
        if answer.lower() == "yes":
            yield Remark(question, answer, each.page, "It says yes and gives no reason.", ())
        return
    subject = next((one for one in _SUBJECTS if one.asked.search(question)), None)
    if subject is None or not _NONE.match(answer):
        return
    told = tuple(_told(subject, paragraphs))
    bare = len(answer.split()) <= _FEW_WORDS and not _REASONED.search(answer)
    if told:
        few = f"The report itself speaks of {subject.name} in {_count(len(told))}"
        reason = ", and no reason is given." if bare else "."
        yield Remark(question, answer, each.page, few + reason, told)
    elif bare:
        yield Remark(question, answer, each.page, "It says none and gives no reason.", ())


def _count(found: int) -> str:
    return "one sentence" if found == 1 else f"{found} sentences"


def _told(subject: _Subject, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[str, str]]:
    for each in paragraphs:
        if each.aside or not _is_numbered(each):
            continue
        for text in sentences(each.text):
            if subject.told.search(text):
                where = f"recommendation {each.paragraph}" if each.asked else each.paragraph
                yield where, text


def _is_numbered(each: Paragraph) -> bool:
    return each.paragraph[:1].isdigit()
