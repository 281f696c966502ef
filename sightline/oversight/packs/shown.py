"""The figures of a pack as it may show them, beside all that anybody was shown before.

A day that was shown before is given as it was then, unless it may be corrected without telling of
one to five children: two versions of one day would tell of the children who were added in between.
All newest days go through the release together, teams and all.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sightline.insight import suppression
from sightline.jobs.counted import counts_of
from sightline.measures import Figure, Group, Measure, MeasureFigures
from sightline.oversight.publication import WHOLE, Key, Published, Released, ToPublish, protect
from sightline.oversight.withheld import SeenFigure, figure_for, hidden


@dataclass(frozen=True, slots=True)
class Ledger:
    """What anybody was shown: every version of a figure, and how each was given last."""

    every: tuple[Published, ...]
    last: Mapping[Key, SeenFigure]

    def versions(self, key: Key) -> list[Published]:
        """The versions of one figure, the oldest first."""
        return [each for each in self.every if each.key == key]


@dataclass(frozen=True, slots=True)
class Shown:
    """A measure in a pack. `figures`: oldest first; `as_before`: days given as shown before."""

    measure: Measure
    figures: tuple[SeenFigure, ...]
    teams: tuple[Released, ...]
    as_before: tuple[date, ...]
    drawn: MeasureFigures  # the same figures to work with; what is withheld is a gap

    @property
    def latest(self) -> SeenFigure:
        """The newest figure."""
        return self.figures[-1]

    @property
    def whole(self) -> bool:
        """Whether nothing of it is withheld: only then may more be worked out of it."""
        return not any(figure.withheld for figure in self.figures)

    @property
    def as_of_today(self) -> bool:
        """Whether it is what the records say today, on every day."""
        return self.whole and not self.as_before


@dataclass(frozen=True, slots=True)
class Protected:
    """What a pack may show, and the measures that are left out of it, each with the reason."""

    measures: tuple[Shown, ...]
    left_out: tuple[tuple[Measure, str], ...]


def shown_in_pack(
    found: Sequence[MeasureFigures], teams: Mapping[str, Sequence[Group]], ledger: Ledger
) -> Protected:
    """Every figure of the measures as a pack may show it. `teams`: groups by measure id."""
    wanted = [
        ToPublish(each.measure, each.latest, tuple(teams.get(each.measure.id, ())))
        for each in found
    ]
    left_out: list[tuple[Measure, str]] = []
    release = protect(wanted, ledger.every)
    while release.given_away:
        left_out += release.given_away
        gone = {measure.id for measure, _ in left_out}
        wanted = [each for each in wanted if each.measure.id not in gone]
        release = protect(wanted, ledger.every)
    newest: dict[str, list[Released]] = defaultdict(list)
    for each in release.figures:
        newest[each.measure.id].append(each)
    measures = (
        _shown(each, newest[each.measure.id], ledger) for each in found if each.measure.id in newest
    )
    return Protected(tuple(measures), tuple(left_out))


def _shown(found: MeasureFigures, newest: Sequence[Released], ledger: Ledger) -> Shown:
    measure = found.measure
    given = [_or_as_before(each, ledger) for each in newest]
    (whole,) = (each.figure for each in given if each.team == WHOLE)
    figures = (*(_earlier(measure, figure, ledger) for figure in found.series[:-1]), whole)
    pairs = list(zip(found.series, figures, strict=True))
    before = (seen.as_at for figure, seen in pairs if _is_another(measure, figure, seen))
    return Shown(
        measure,
        figures,
        tuple(each for each in given if each.team != WHOLE),
        tuple(before),
        MeasureFigures(measure, tuple(_to_work_with(figure, seen) for figure, seen in pairs)),
    )


def _or_as_before(each: Released, ledger: Ledger) -> Released:
    """What may not be shown of today's figure, as it was shown before where it was."""
    before = ledger.last.get((each.measure.id, each.figure.as_at, each.team))
    return replace(each, figure=before) if each.figure.withheld and before else each


def _earlier(measure: Measure, figure: Figure, ledger: Ledger) -> SeenFigure:
    seen = figure_for(figure, measure.kind, exact=False)
    key = measure.id, figure.as_at, WHOLE
    before = ledger.last.get(key)
    if before is None:
        return seen
    if before.withheld:
        return hidden(seen)
    if not _is_another(measure, figure, before):
        return seen
    versions = ledger.versions(key)
    if any(_tells_of_few(measure, figure, each) for each in versions):
        return before  # the release would say so too, after a long sum for each of many days
    release = protect([ToPublish(measure, figure)], versions)
    (now,) = release.figures
    return before if release.given_away or now.figure.withheld else now.figure


def _tells_of_few(measure: Measure, figure: Figure, then: Published) -> bool:
    """Whether today's figure less an earlier version of it counts one to five of anything."""
    if then.withheld:
        return False
    now = counts_of(measure.kind, figure.numerator, figure.denominator)
    was = counts_of(measure.kind, then.numerator, then.denominator)
    return any(suppression.is_small(abs(count - was[part])) for part, count in now.items())


def _is_another(measure: Measure, figure: Figure, seen: SeenFigure) -> bool:
    """Whether what is seen counts otherwise than today's figure; nothing seen is not another."""
    if seen.withheld:
        return False
    kind = measure.kind
    now = counts_of(kind, figure.numerator, figure.denominator)
    return counts_of(kind, seen.numerator, seen.denominator) != now


def _to_work_with(figure: Figure, seen: SeenFigure) -> Figure:
    return replace(
        figure,
        numerator=seen.numerator,
        denominator=seen.denominator,
        value=seen.value,
        low=seen.low,
        high=seen.high,
    )


def new_to_ledger(measures: Sequence[Shown], ledger: Ledger) -> Iterator[Released]:
    """The figures that were not shown before, or not so: what issuing adds to the ledger."""
    for each in measures:
        whole = (Released(each.measure, WHOLE, figure) for figure in each.figures)
        for released in (*whole, *each.teams):
            key = each.measure.id, released.figure.as_at, released.team
            if ledger.last.get(key) != released.figure:
                yield released
