"""Since when a thing has been said, through every review that repeated it: the age never restarts.

A recommendation that is worded anew each time is tied to the one before it, and that one to the one
before: whoever compares the newest with the oldest alone would find it young.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet

from sightline.improvement.models import Finding, FindingKind, Sighting, Status
from sightline.improvement.sources import Voiced, witnesses
from sightline.letters import LetterKind


@dataclass(frozen=True, slots=True)
class Chain:
    """A finding with all that said it before: `findings` are their keys, its own among them.

    `reviews` and `independent` are keys of reviews.
    """

    findings: frozenset[int]
    first_said: date | None
    reviews: frozenset[int]
    independent: frozenset[int]

    def days(self, today: date) -> int | None:
        """Days since it was first said; None where no review of them gives a date."""
        return None if self.first_said is None else max(0, (today - self.first_said).days)


@dataclass(frozen=True, slots=True)
class Said:
    """One finding as a chain needs it."""

    dated: date | None
    voiced: Voiced
    earlier: set[int] = field(default_factory=set)


def chains(said: Mapping[int, Said]) -> dict[int, Chain]:
    """The chain of every finding, by its key; `earlier` holds keys of `said`, and others are left
    out. Each is followed back as far as it goes."""
    return {key: _chain(said, _reach(said, key)) for key in said}


def chains_of(findings: QuerySet[Finding]) -> dict[int, Chain]:
    """The chains of the confirmed ones among findings; only what is among them is followed."""
    confirmed = findings.filter(status=Status.CONFIRMED).order_by()
    rows = confirmed.values_list(
        "pk", "review_id", "review__dated", "review__kind", "kind", "review__rests_on"
    )
    said = {
        key: Said(day, Voiced(review, LetterKind(source), kind != FindingKind.FINDING, rests_on))
        for key, review, day, source, kind, rests_on in rows
    }
    pairs = Sighting.objects.order_by().filter(later__status=Status.CONFIRMED)
    for later, earlier in pairs.values_list("later_id", "earlier_id"):
        if later in said and earlier in said:
            said[later].earlier.add(earlier)
    return chains(said)


def _reach(said: Mapping[int, Said], key: int) -> set[int]:
    found, left = {key}, [key]
    while left:
        for earlier in said[left.pop()].earlier:
            if earlier in said and earlier not in found:
                found.add(earlier)
                left.append(earlier)
    return found


def _chain(said: Mapping[int, Said], keys: Set[int]) -> Chain:
    rows = [said[key] for key in keys]
    return Chain(
        findings=frozenset(keys),
        first_said=min((row.dated for row in rows if row.dated), default=None),
        reviews=frozenset(row.voiced.review for row in rows),
        independent=witnesses(row.voiced for row in rows),
    )
