"""Competing statements of one fact, across documents and within one.

Two statements are of one event where they are of the same sort, authority and office and lie within
`SAME_EVENT` days of one another: reports of the same inspection do, inspections years apart do not.
Amounts are of one thing where their sentences share a year and another amount, or lie within one
part in ten of each other in the same year, or beside the same other amount where no year is given.
News and statements add no witness to a finding, but
they can state a fact, so they are compared too. Nothing is decided here: a person says which is
used, and why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations

from sightline.assurance.counts import SO_FAR
from sightline.assurance.days import How, difference, gap
from sightline.assurance.fact import Fact, FactKind
from sightline.assurance.facts import facts_of
from sightline.assurance.paper import Paper
from sightline.letters import Weight

SAME_EVENT = 75  # days
A_YEAR = 366
NEAR = 0.10  # of the larger amount
_RANK = (How.CONTRADICTS, How.PARTLY, How.ROUNDED)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Statements of one fact that differ; `how` the gravest difference between two of them."""

    kind: FactKind
    authority: str
    how: How
    facts: tuple[Fact, ...]

    @property
    def key(self) -> str:
        """What a decision on it is kept under: it changes when a statement joins or leaves."""
        said = "|".join(
            sorted(f"{each.source}:{each.paragraph}:{each.value}" for each in self.facts)
        )
        return sha256(f"{self.kind}|{self.authority}|{said}".encode()).hexdigest()[:16]

    @property
    def sentence(self) -> str:
        """ "When the inspection report was published: March 2022 or 9 May 2022."."""
        return f"{self.kind.plain}: {' or '.join(self.values)}."

    @property
    def values(self) -> tuple[str, ...]:
        """What is stated, each once: of several ways to print the same days or number the first."""
        told: dict[object, str] = {}
        for each in self.facts:
            told.setdefault(_what(each), each.value)
        return tuple(told.values())


def _what(fact: Fact) -> object:
    """What a fact states, whatever the words."""
    if fact.amount is not None:
        return fact.amount
    if fact.when is not None and fact.kind is not FactKind.JUDGED:
        return fact.when.first, fact.when.last
    return fact.value


def conflicts_among(papers: Sequence[Paper]) -> tuple[Conflict, ...]:
    """The conflicts among documents; a paper that names no authority is of the one it is about."""
    known = {
        paper.letter.authority
        for paper in papers
        if paper.letter.authority and paper.letter.kind.weight is not Weight.DERIVED
    }
    names = sorted(name for name in known if name)
    return conflicts(
        [fact for paper in papers for fact in facts_of(paper, authority_of(paper, names))]
    )


def authority_of(paper: Paper, known: Sequence[str]) -> str:
    """The authority among `known` that the paper names most; its own where it is one of them."""
    own = paper.letter.authority or ""
    if own in known:
        return own
    text = " ".join(each.text for each in paper.paragraphs)
    counts = {name: len(re.findall(rf"\b{re.escape(name)}\b", text)) for name in known}
    best = max(counts, key=lambda name: counts[name], default="")
    return best if best and counts[best] >= 2 else own


def conflicts(facts: Sequence[Fact]) -> tuple[Conflict, ...]:
    """The conflicts among facts, the gravest first."""
    found: list[Conflict] = []
    groups: dict[tuple[str, FactKind], list[Fact]] = {}
    for fact in facts:
        if fact.authority:
            groups.setdefault((fact.authority, fact.kind), []).append(fact)
    for (authority, kind), same in groups.items():
        published = groups.get((authority, FactKind.PUBLISHED), [])
        links = [
            (one, other, how)
            for one, other in combinations(same, 2)
            if (how := _differ(one, other, published))
        ]
        found.extend(Conflict(kind, authority, how, tuple(rows)) for rows, how in _clusters(links))
    return tuple(sorted(found, key=lambda each: (_RANK.index(each.how), each.authority)))


def _differ(one: Fact, other: Fact, published: Sequence[Fact]) -> How | None:
    by_itself = _BY_ITSELF.get(one.kind)
    if by_itself is not None:
        return by_itself(one, other)
    if one.when is None or other.when is None or one.about != other.about:
        return None
    dated_by_publication = any(
        each.loose and _is_publication(each, published) for each in (one, other)
    )
    if dated_by_publication or gap(one.when, other.when) > SAME_EVENT:
        return None
    return difference(one.when, other.when)


def _is_publication(fact: Fact, published: Sequence[Fact]) -> bool:
    """Whether an inspection loosely dated is dated by its publication."""
    return any(
        each.when and fact.when and difference(fact.when, each.when) is None for each in published
    )


def _judgements_differ(one: Fact, other: Fact) -> How | None:
    if one.when is None or other.when is None or one.about != other.about:
        return None
    if gap(one.when, other.when) > 0:
        return None
    first, second = one.value.lower(), other.value.lower()
    same = first.startswith(second) or second.startswith(first)
    return None if same else How.CONTRADICTS


def _amounts_differ(one: Fact, other: Fact) -> How | None:
    if one.amount is None or other.amount is None or one.amount == other.amount:
        return None
    if one.source == other.source:
        return None
    years = {each[-2:] for each in one.about if "/" in each}
    theirs = {each[-2:] for each in other.about if "/" in each}
    shared = {each for each in one.about if "£" in each} & {
        each for each in other.about if "£" in each
    }
    apart = abs(one.amount - other.amount) / max(one.amount, other.amount)
    alike = bool(shared) and apart <= NEAR
    if years and theirs:
        alike = bool(years & theirs) and (apart <= NEAR or bool(shared))
    if not alike:
        return None
    if other.value in one.about or one.value in other.about:
        return None
    return How.ROUNDED if _rounds_to(one, other) or _rounds_to(other, one) else How.CONTRADICTS


def _rounds_to(fine: Fact, coarse: Fact) -> bool:
    """Whether the one, printed with no more decimals than the other, is the other."""
    number = re.match(r"£[\d,]+(?:\.(\d+))?\s?(m)?", coarse.value)
    if number is None:
        return False
    decimals, scale = len(number[1] or ""), 1e6 if number[2] else 1.0
    exact, printed = (fine.amount or 0) / scale, (coarse.amount or 0) / scale
    return round(exact, decimals) == round(printed, decimals)


def _counts_differ(one: Fact, other: Fact) -> How | None:
    """Of the same things by the same reviewer: within one report's time, or where one names no
    time and came within a year after the other."""
    if one.about != other.about or one.when is None or other.when is None:
        return None
    if one.amount == other.amount:
        return None
    far = A_YEAR if one.loose or other.loose else SAME_EVENT
    return How.CONTRADICTS if gap(one.when, other.when) <= far else None


def _visits_differ(one: Fact, other: Fact) -> How | None:
    """One visit with two numbers; or so many visits told of where the newest had another number.

    A visit of which no letter is loaded may have come between, so that agrees only in part, unless
    fewer are told of than there had been.
    """
    if one.when is None or other.when is None or one.amount is None or other.amount is None:
        return None
    if one.amount == other.amount:
        return None
    if one.about == other.about:
        return How.CONTRADICTS if gap(one.when, other.when) <= SAME_EVENT else None
    so_far, nth = (one, other) if SO_FAR in one.about else (other, one)
    if so_far.when is None or nth.when is None or so_far.amount is None or nth.amount is None:
        return None
    if nth.when.first > so_far.when.last or gap(one.when, other.when) > A_YEAR:
        return None
    return How.CONTRADICTS if so_far.amount < nth.amount else How.PARTLY


def _plans_differ(one: Fact, other: Fact) -> How | None:
    same = one.about == other.about and one.source == other.source
    if not same or _is_closed(one) == _is_closed(other):
        return None
    return How.CONTRADICTS


def _is_closed(fact: Fact) -> bool:
    return bool(re.match(r"(?i)signed|approved|finalised|ratified|formally", fact.value))


def _clusters(links: Sequence[tuple[Fact, Fact, How]]) -> Iterator[tuple[list[Fact], How]]:
    """The statements that hang together, each with the gravest difference among them."""
    clusters: list[tuple[list[Fact], How]] = []
    for one, other, how in links:
        touched = [each for each in clusters if one in each[0] or other in each[0]]
        rows = [one, other]
        for each in touched:
            rows = [*each[0], *(row for row in rows if row not in each[0])]
            how = min(how, each[1], key=_RANK.index)
            clusters.remove(each)
        clusters.append((rows, how))
    yield from clusters


_BY_ITSELF = {
    FactKind.AMOUNT: _amounts_differ,
    FactKind.PLAN: _plans_differ,
    FactKind.COUNT: _counts_differ,
    FactKind.VISIT_NUMBER: _visits_differ,
    FactKind.JUDGED: _judgements_differ,
}  # of events, days are compared; these have their own measure of a difference
