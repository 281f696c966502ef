"""The priorities in order, each with the reasons for its place in words and numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sightline import words
from sightline.improvement import measures_now
from sightline.improvement.measures import measures_on
from sightline.improvement.measures_now import MeasureNow
from sightline.improvement.models import Finding, FindingKind, Priority, PriorityEvent, Status
from sightline.improvement.models.priority import PriorityAct
from sightline.improvement.ranking import (
    PaceSeen,
    Points,
    Reasons,
    Severity,
    overruled,
    points,
    ranked,
)
from sightline.improvement.said_before import Chain, chains_of
from sightline.improvement.unanswered import own_confirmed
from sightline.improvement.wording import how_long

_SEVERITY = {
    FindingKind.PRIORITY_ACTION: Severity.PRIORITY_ACTION,
    FindingKind.AREA_FOR_IMPROVEMENT: Severity.AREA_FOR_IMPROVEMENT,
    FindingKind.RECOMMENDATION: Severity.RECOMMENDATION,
    FindingKind.FINDING: Severity.PARAGRAPH,
}
_SEVERITY_WORDS = {
    Severity.PRIORITY_ACTION: "Its gravest finding is a priority action",
    Severity.AREA_FOR_IMPROVEMENT: "Its gravest finding is an area for improvement",
    Severity.RECOMMENDATION: "Its gravest finding is a recommendation",
    Severity.PARAGRAPH: "Its findings are paragraphs of reports",
    Severity.NONE: "None of its findings is confirmed any longer",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for a place: its name, what is known in words, and its points."""

    name: str
    said: str
    points: int


@dataclass(frozen=True, slots=True)
class Ranked:
    """A priority at its place. `by_reasons` is where the reasons alone would put it.

    `findings` are those still confirmed; `measures` those that bear on it and can be answered now.
    """

    priority: Priority
    place: int
    by_reasons: int
    reasons: tuple[Reason, ...]
    total: int
    findings: tuple[Finding, ...]
    measures: tuple[MeasureNow, ...]
    children: int | None  # as this person may see them
    overruling: PriorityEvent | None

    @property
    def themes(self) -> tuple[str, ...]:
        """The themes of its findings, those of most findings first."""
        return themes_of(self.findings)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of one priority before it is ranked."""

    priority: Priority
    findings: tuple[Finding, ...]
    measures: tuple[MeasureNow, ...]
    reasons: Reasons
    first_said: date | None


def in_order(today: date, *, exact: bool) -> tuple[Ranked, ...]:
    """All priorities, the first to act on first, as a person who may see `exact` figures or not
    may read them."""
    known = {each.priority.pk: each for each in _known(today)}
    by_reasons = ranked({key: each.reasons for key, each in known.items()})
    places = {key: each.priority.place for key, each in known.items() if each.priority.place}
    newest = _overrulings(places)
    return tuple(
        _told(
            known[key],
            (place, by_reasons.index(key) + 1),
            newest.get(key),
            today,
            exact=exact,
        )
        for place, key in enumerate(overruled(by_reasons, places), start=1)
    )


def themes_of(findings: Iterable[Finding]) -> tuple[str, ...]:
    """The most telling theme of each finding, those of most findings first."""
    counted = Counter(each.theme_ids[0] for each in findings if each.theme_ids)
    return tuple(theme for theme, _ in counted.most_common())


def bearing(
    themes: Collection[str], chosen: Sequence[str], now: Mapping[str, MeasureNow]
) -> tuple[MeasureNow, ...]:
    """The measures chosen, else all that bear on the themes: those that can be answered now."""
    wanted = chosen or [each.id for each in measures_on(themes)]
    return tuple(now[each] for each in wanted if each in now)


def _known(today: date) -> list[_Known]:
    chains, now = chains_of(own_confirmed()), measures_now.now()
    rows = Priority.objects.prefetch_related("findings__themes", "findings__review")
    return [_of(each, chains, now, today) for each in rows]


def _of(
    priority: Priority, chains: Mapping[int, Chain], now: Mapping[str, MeasureNow], today: date
) -> _Known:
    findings = tuple(each for each in priority.findings.all() if each.status == Status.CONFIRMED)
    said = [chains[each.pk] for each in findings if each.pk in chains]
    first = min((each.first_said for each in said if each.first_said), default=None)
    heard = frozenset[int]().union(*(each.independent for each in said))
    seen = bearing(themes_of(findings), priority.measures, now)
    most, slowest = measures_now.most_children(seen), measures_now.worst(seen)
    reasons = Reasons(
        stood_days=None if first is None else max(0, (today - first).days),
        times_said=max((len(each.independent) for each in said), default=0),
        severity=max((_SEVERITY[FindingKind(each.kind)] for each in findings), default=Severity(0)),
        sources=len(heard),
        children=most.children if most else None,
        pace=slowest.pace if slowest else PaceSeen.NOT_KNOWN,
    )
    return _Known(priority, findings, seen, reasons, first)


def _overrulings(keys: Collection[int]) -> dict[int, PriorityEvent]:
    """The newest overruling of each priority that stands overruled."""
    rows = PriorityEvent.objects.filter(priority__in=keys, act=PriorityAct.OVERRULED)
    return {each.priority_id: each for each in rows.select_related("by").order_by("pk")}


def _told(
    known: _Known,
    places: tuple[int, int],
    overruling: PriorityEvent | None,
    today: date,
    *,
    exact: bool,
) -> Ranked:
    won, most = points(known.reasons), measures_now.most_children(known.measures)
    return Ranked(
        priority=known.priority,
        place=places[0],
        by_reasons=places[1],
        reasons=_reasons(known, won, today, exact=exact),
        total=won.total,
        findings=known.findings,
        measures=known.measures,
        children=most.children_for(exact=exact) if most else None,
        overruling=overruling,
    )


def _reasons(known: _Known, won: Points, today: date, *, exact: bool) -> tuple[Reason, ...]:
    return (
        Reason("Said again", _recurrence(known, today), won.recurrence),
        Reason("Seriousness", f"{_SEVERITY_WORDS[known.reasons.severity]}.", won.severity),
        Reason("Sources", _sources(known.reasons.sources), won.sources),
        Reason("Children now", _children(known.measures, exact=exact), won.children),
        Reason("Pace", _pace(known.measures, exact=exact), won.pace),
    )


def _recurrence(known: _Known, today: date) -> str:
    times = known.reasons.times_said
    said = f"Said in {words.count_of(times, 'independent review')}"
    if known.first_said is None:
        return f"{said}; none of them gives a date."
    stood = how_long(known.first_said, today)
    return f"{said}; first said on {words.day(known.first_said)}, {stood} ago."


def _sources(sources: int) -> str:
    if not sources:
        return "No independent review says any of it."
    verb = "says" if sources == 1 else "say"
    return f"{words.count_of(sources, 'independent review').capitalize()} {verb} some or all of it."


def _children(measures: Iterable[MeasureNow], *, exact: bool) -> str:
    most = measures_now.most_children(measures)
    if most is None or most.children is None:
        return "No measure that bears on it counts children."
    shown = most.children_for(exact=exact)
    if shown is None:
        return "Withheld: so few children that they might be known."
    children = words.count_of(shown, "child", "children").capitalize()
    return f"{children} not well served: {most.title}, {words.month(most.as_at)}."


def _pace(measures: Iterable[MeasureNow], *, exact: bool) -> str:
    slowest = measures_now.worst(measures)
    if slowest is None:
        return "No measure that bears on it has a target and can tell a pace yet."
    if slowest.small and not exact:
        return "Withheld: so few children that they might be known."
    return f"{slowest.pace_words}: {slowest.title}."
