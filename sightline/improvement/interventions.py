"""Times at "inadequate", the authority's own among those of others, as the reports have them.

How services were run meanwhile is entered by people. Those given to a trust were the worst off: a
difference between ways of running services is never their effect.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import QuerySet

from sightline.improvement.decisions import DecisionError
from sightline.improvement.models import Intervention, Review, WayOfRunning
from sightline.improvement.models import Judgement as JudgementRow
from sightline.improvement.own import own_names
from sightline.improvement.sightings import as_letter
from sightline.jobs.journeys import ReferenceClass, reference_class
from sightline.letters import Grade, Journey, Judgement, LetterKind, journeys
from sightline.letters.journeys import Spell
from sightline.people.models import User

FEWEST = 3  # times at "inadequate" of which a curve is drawn
_VISITS = (LetterKind.MONITORING_VISIT.value, LetterKind.FOCUSED_VISIT.value)


@dataclass(frozen=True, slots=True)
class Past:
    """One time at "inadequate". `visits`: monitoring and focused visits loaded, while it lasted.

    `report` is the review that judged it so; `way` None where nobody has entered how it was run.
    """

    authority: str
    spell: Spell
    report: Review
    visits: int
    way: Intervention | None
    own: bool
    today: date

    @property
    def months(self) -> int:
        """How long it lasted, or has lasted so far, to the nearest month."""
        return round(self.spell.months(self.today))

    @property
    def months_to_good(self) -> int | None:
        """Until judged good or better; None where the reports do not reach that."""
        return round(self.spell.months_to_good(self.today)) if self.spell.good else None

    @property
    def way_title(self) -> str:
        """ "Given to a trust"; "Not known" where nobody has entered it."""
        return WayOfRunning(self.way.way if self.way else WayOfRunning.UNKNOWN).label


@dataclass(frozen=True, slots=True)
class Among:
    """Every time at "inadequate", the earliest first, and what they say together.

    `by_way` has only those ways of running services of which `FEWEST` times or more are entered.
    """

    past: tuple[Past, ...]
    whole: ReferenceClass
    by_way: tuple[tuple[str, ReferenceClass], ...]

    @property
    def own_open(self) -> Past | None:
        """The authority's own time that has not ended, if any."""
        return next((each for each in self.past if each.own and each.spell.left is None), None)


def among(today: date) -> Among:
    """The times at "inadequate" in the reports loaded, open ones counted until today."""
    told = _journeys()
    ways = _ways()
    visits = _visits()
    own = {name.casefold() for name in own_names()}
    reports = Review.objects.in_bulk()
    past = [
        Past(
            journey.authority,
            spell,
            reports[_began_in(journey, spell)],
            sum(spell.began < day <= (spell.left or today) for day in visits[_key(journey)]),
            ways.get((_key(journey), spell.began)),
            _key(journey) in own,
            today,
        )
        for journey in told
        for spell in journey.spells
    ]
    past.sort(key=lambda each: (each.spell.began, each.authority))
    return Among(tuple(past), reference_class(told, today), _by_way(told, past, today))


def enter(
    authority: str, began: date, way: str, source: str, user: User, at: datetime
) -> Intervention:
    """Keeps how services were run. Raises DecisionError where there was no such time at
    "inadequate", or where it does not say where that stands."""
    if not any(
        _key(journey) == authority.casefold() and began in {each.began for each in journey.spells}
        for journey in _journeys()
    ):
        raise DecisionError("No report loaded judged this authority inadequate on that day.")
    if way not in WayOfRunning.values:
        raise DecisionError("Choose how the services were run.")
    if not source.strip():
        raise DecisionError("Say where that stands, so that others can look it up.")
    return Intervention.objects.create(
        authority=authority, began=began, way=way, source=source.strip(), by=user, at=at
    )


def _by_way(
    told: Sequence[Journey], past: Sequence[Past], today: date
) -> tuple[tuple[str, ReferenceClass], ...]:
    kept: dict[str, set[tuple[str, date]]] = defaultdict(set)
    for each in past:
        if each.way and each.way.way != WayOfRunning.UNKNOWN:
            kept[each.way.way].add((each.authority.casefold(), each.spell.began))
    return tuple(
        (str(way.label), reference_class(_only(told, kept[way.value]), today))
        for way in WayOfRunning
        if len(kept[way.value]) >= FEWEST
    )


def _only(told: Sequence[Journey], kept: set[tuple[str, date]]) -> list[Journey]:
    """The journeys with only those spells."""
    return [
        replace(
            journey,
            spells=tuple(each for each in journey.spells if (_key(journey), each.began) in kept),
        )
        for journey in told
    ]


def _key(journey: Journey) -> str:
    return journey.authority.casefold()


def _began_in(journey: Journey, spell: Spell) -> int:
    """The key of the review that the spell began with: a stored letter's path is its key."""
    return next(
        int(each.source)
        for each in journey.judgements
        if each.published == spell.began and each.grade is Grade.INADEQUATE
    )


def _journeys() -> tuple[Journey, ...]:
    rows: dict[int, list[JudgementRow]] = defaultdict(list)
    for row in JudgementRow.objects.order_by("review", "order"):
        rows[row.review_id].append(row)
    graded: QuerySet[Review] = Review.objects.filter(pk__in=rows).exclude(authority="")
    return journeys(
        [
            replace(
                as_letter(review, []),
                judgements=tuple(
                    Judgement(row.judgement, Grade(row.grade), row.page) for row in rows[review.pk]
                ),
            )
            for review in graded
        ]
    )


def _visits() -> Mapping[str, Sequence[date]]:
    found: dict[str, list[date]] = defaultdict(list)
    visits = Review.objects.filter(kind__in=_VISITS, dated__isnull=False).order_by()
    for authority, day in visits.values_list("authority", "dated"):
        found[authority.casefold()].append(day)
    return found


def _ways() -> dict[tuple[str, date], Intervention]:
    rows = Intervention.objects.select_related("by").order_by("pk")
    return {(row.authority.casefold(), row.began): row for row in rows}
