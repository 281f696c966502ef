"""Conflicts of fact among the documents in the register, and what people decided about each."""

from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from sightline.assurance import Conflict, Fact, FactKind, conflicts, facts_of, read_paper
from sightline.assurance.conflicts import authority_of
from sightline.assurance.days import When
from sightline.improvement.decisions import DecisionError
from sightline.improvement.models import ConflictDecision, Finding, Review, ReviewFacts
from sightline.letters import LetterError, LetterKind
from sightline.letters.kinds import Weight
from sightline.people.models import User

_DERIVED = [kind.value for kind in LetterKind if kind.weight is Weight.DERIVED]


@dataclass(frozen=True, slots=True)
class Side:
    """One statement of a fact, and the review it stands in."""

    fact: Fact
    review: Review


@dataclass(frozen=True, slots=True)
class Listed:
    """A conflict with its sides, and the decisions on it, the newest last."""

    conflict: Conflict
    sides: tuple[Side, ...]
    decisions: tuple[ConflictDecision, ...]

    @property
    def decided(self) -> ConflictDecision | None:
        """The decision that holds."""
        return self.decisions[-1] if self.decisions else None

    @property
    def values(self) -> list[str]:
        """What may be used: each value once."""
        return list(self.conflict.values)


def keep_facts() -> None:
    """Reads and keeps the facts of each review that has none kept.

    An article does not say whose it is: it is read again when reviews name other authorities than
    they did. A document that is gone or cannot be read any longer states nothing.
    """
    names = _names()
    derived = Review.objects.filter(kind__in=_DERIVED).exclude(facts__known=names)
    for review in Review.objects.filter(facts=None) | derived.exclude(facts=None):
        kept = {"found": _read(review, names), "known": names}
        ReviewFacts.objects.update_or_create(review=review, defaults=kept)


def _read(review: Review, names: list[str]) -> list[dict[str, Any]]:
    try:
        paper = read_paper(review.path, str(review.pk))
    except LetterError:
        return []
    return [_kept(each) for each in facts_of(paper, authority_of(paper, names))]


def _names() -> list[str]:
    """The authorities that somebody who looked for themselves names."""
    rows = Review.objects.exclude(kind__in=_DERIVED).exclude(authority="").order_by()
    return sorted(rows.values_list("authority", flat=True).distinct())


def listed() -> tuple[Listed, ...]:
    """Every conflict, those that nobody has decided first, then the gravest.

    Reads first whatever has not been read yet.
    """
    keep_facts()
    return _listed()


def _listed() -> tuple[Listed, ...]:
    reviews = {str(review.pk): review for review in Review.objects.all()}
    facts = [
        _again(row)
        for kept in ReviewFacts.objects.order_by("review__dated", "review")
        for row in kept.found
    ]
    found = conflicts(facts)
    decisions = _decisions()
    rows = [
        Listed(
            each,
            tuple(Side(fact, reviews[fact.source]) for fact in each.facts),
            tuple(decisions.get(each.key, ())),
        )
        for each in found
    ]
    return tuple(sorted(rows, key=lambda row: row.decided is not None))


def of_review(review: Review) -> tuple[Listed, ...]:
    """The conflicts, among documents read already, of which the review states a side."""
    return tuple(row for row in _listed() if any(side.review == review for side in row.sides))


def beside(finding: Finding) -> tuple[Listed, ...]:
    """The conflicts of which the finding's own words state a side."""
    said = _plain(finding.text)
    return tuple(
        row
        for row in of_review(finding.review)
        if any(
            side.review == finding.review and _plain(side.fact.words) in said for side in row.sides
        )
    )


def _plain(text: str) -> str:
    return " ".join(text.split())


def _decisions() -> dict[str, list[ConflictDecision]]:
    found: dict[str, list[ConflictDecision]] = {}
    rows: QuerySet[ConflictDecision] = ConflictDecision.objects.select_related("by")
    for row in rows:
        found.setdefault(row.key, []).append(row)
    return found


def decide(key: str, user: User, at: datetime, used: str, why: str) -> ConflictDecision:
    """Keeps which value is used. Raises DecisionError where the conflict or the value is not there,
    or no reason is given."""
    row = next((each for each in listed() if each.conflict.key == key), None)
    if row is None:
        raise DecisionError("The documents have changed since: this conflict is no longer there.")
    if used not in row.values:
        raise DecisionError("Choose which is used.")
    if not why.strip():
        raise DecisionError("Say why, so that whoever reads this later understands it.")
    return ConflictDecision.objects.create(key=key, used=used, why=why.strip(), by=user, at=at)


def _kept(fact: Fact) -> dict[str, Any]:
    """A fact as JSON keeps it."""
    row = asdict(fact)
    if fact.when:
        row["when"].update(first=fact.when.first.isoformat(), last=fact.when.last.isoformat())
    return row


def _again(row: dict[str, Any]) -> Fact:
    """The fact that `_kept` wrote."""
    when = row["when"] and When(
        **{
            **row["when"],
            "first": date.fromisoformat(row["when"]["first"]),
            "last": date.fromisoformat(row["when"]["last"]),
        }
    )
    fact = Fact(**{**row, "when": None})
    return replace(fact, kind=FactKind(row["kind"]), about=tuple(row["about"]), when=when)
