"""A set of figures published together: what of it may be shown, so that no child is given away.

All figures are protected at once: each with what it is out of and what is left over, each team
with the whole, and all of it beside what earlier publications showed of the same day.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sightline.insight import suppression
from sightline.insight.suppression import Difference, Release, Sum
from sightline.jobs.counted import counts_of, sums_of, sums_of_groups
from sightline.measures import Figure, Group, Measure
from sightline.oversight.withheld import SeenFigure, figure_for, groups_for, hidden

WHOLE = ""  # the team of a figure that is of the whole authority
Key = tuple[str, date, str]  # measure, day, team

CORRECTED = (
    "It was published for the same day as another number, and the difference tells of one to five "
    "children."
)
WORKED_OUT = (
    "A number of one to five children could be worked out from what was published before for the "
    "same day."
)


@dataclass(frozen=True, slots=True)
class ToPublish:
    """A measure's newest figure, and its teams' in the order in which pages show them, if any."""

    measure: Measure
    figure: Figure
    teams: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class Published:
    """A figure as an earlier publication gave it; the counts are None where it was withheld."""

    measure_id: str
    as_at: date
    team: str
    numerator: float | None
    denominator: float | None
    withheld: bool

    @property
    def key(self) -> Key:
        """Which figure it is."""
        return self.measure_id, self.as_at, self.team


@dataclass(frozen=True, slots=True)
class Released:
    """A figure as the publication gives it. `team` is WHOLE for the whole authority."""

    measure: Measure
    team: str
    figure: SeenFigure


@dataclass(frozen=True, slots=True)
class Protected:
    """The figures as they may be published; `given_away` says what stands against publishing.

    Each of `given_away` is a measure, whose figures would let a small number be worked out from
    what was published before, and why. Nothing may be published while any of them is in it.
    """

    figures: tuple[Released, ...]
    given_away: tuple[tuple[Measure, str], ...]


def protect(wanted: Sequence[ToPublish], earlier: Sequence[Published] = ()) -> Protected:
    """What may be published of `wanted`, beside all that was published `earlier`.

    A figure withheld before stays so for its day. One that was corrected since is withheld where
    the difference tells of one to five children. Breakdowns show no more than the measures' pages.
    """
    seen = {each.measure.id: _by_itself(each) for each in wanted}
    counted = _Counted(wanted, seen)
    before = _Before(counted, earlier)
    release = suppression.protect(
        {**counted.counts, **before.counts},
        counted.sums,
        before.differences,
        {**counted.hidden, **before.shown},
    )
    figures = tuple(
        Released(each.measure, team, figure if counted.is_shown(key, release) else hidden(figure))
        for each in wanted
        for team, figure in seen[each.measure.id].items()
        for key in [(each.measure.id, each.figure.as_at, team)]
    )
    return Protected(figures, _given_away(counted, before, release))


def _by_itself(each: ToPublish) -> dict[str, SeenFigure]:
    """The whole and the teams as they may be seen where this measure is all there is."""
    kind = each.measure.kind
    groups = groups_for(each.teams, kind, exact=False)
    return {
        WHOLE: figure_for(each.figure, kind, exact=False),
        **{group.name: group.figure for group in groups},
    }


class _Counted:
    """Every count of the publication by name, how they add up, and which are hidden already.

    Two measures out of the same children have the same count in every team: it goes by one name,
    or what is withheld in one could be read off the other.
    """

    def __init__(
        self, wanted: Sequence[ToPublish], seen: Mapping[str, Mapping[str, SeenFigure]]
    ) -> None:
        self.counts: dict[str, int] = {}
        self.sums: list[Sum] = []
        self.names: dict[Key, dict[str, str]] = {}
        self.measures: dict[str, Measure] = {}  # by the name of a count
        self._vectors: dict[tuple[date, tuple[tuple[str, int], ...]], str] = {}
        shown: set[str] = set()
        for each in wanted:
            self._add(each, seen[each.measure.id], shown)
        self.hidden: dict[str, int | None] = {
            name: None for name, count in self.counts.items() if count and name not in shown
        }

    def _add(self, each: ToPublish, seen: Mapping[str, SeenFigure], shown: set[str]) -> None:
        counts = {WHOLE: self._counts(each, each.figure)}
        # a breakdown of which nothing is shown tells nothing; nor does it have to add up then
        teams = [] if all(seen[group.name].withheld for group in each.teams) else each.teams
        counts |= {group.name: self._counts(each, group.figure) for group in teams}
        stems = self._stems(each, counts)
        for team, of_team in counts.items():
            key = each.measure.id, each.figure.as_at, team
            self.names[key] = {part: f"{stems[part]} {team}" for part in of_team}
            for part, count in of_team.items():
                name = self.names[key][part]
                self.counts.setdefault(name, count)
                self.measures.setdefault(name, each.measure)
                if not seen[team].withheld:
                    shown.add(name)
            self.sums += sums_of(self.names[key])
        names = [self.names[each.measure.id, each.figure.as_at, team] for team in counts]
        self.sums += sums_of_groups(names[0], names[1:])

    def _counts(self, each: ToPublish, figure: Figure) -> dict[str, int]:
        return counts_of(each.measure.kind, figure.numerator, figure.denominator)

    def _stems(self, each: ToPublish, counts: Mapping[str, Mapping[str, int]]) -> dict[str, str]:
        """What each count is called: as an earlier measure's that is the same in every team.

        Two counts of one measure keep two names, though they be the same: where nobody is left over
        the children counted are all there are, and a sum must not hold one name twice.
        """
        stems: dict[str, str] = {}
        for part in counts[WHOLE]:
            own = f"{each.measure.id} {each.figure.as_at} {part}"
            vector = tuple(sorted((team, of_team[part]) for team, of_team in counts.items()))
            same = self._vectors.setdefault((each.figure.as_at, vector), own)
            alone = len(counts) == 1 or same in stems.values()
            stems[part] = own if alone else same
        return stems

    def is_shown(self, key: Key, release: Release) -> bool:
        """Whether all counts of a figure may be shown. A figure that counts nobody is."""
        return all(release.shown[name] is not None for name in self.names.get(key, {}).values())


class _Before:
    """What earlier publications showed of the same figures: the same, withheld, or another."""

    def __init__(self, counted: _Counted, earlier: Iterable[Published]) -> None:
        self.counts: dict[str, int] = {}
        self.differences: list[Difference] = []
        self.shown: dict[str, int | None] = {}
        for each in earlier:
            for part, name in counted.names.get(each.key, {}).items():
                now = counted.counts[name]
                if each.withheld:
                    if now and self.shown.get(name) is None:
                        self.shown[name] = None
                    continue
                kind = counted.measures[name].kind
                then = counts_of(kind, each.numerator, each.denominator).get(part)
                if then == now:
                    self.shown[name] = now
                elif then is not None and f"{name} was {then}" not in self.counts:
                    corrected = f"{name} was {then}"
                    self.counts[corrected] = then
                    self.shown[corrected] = then
                    self.differences.append(Difference(corrected, name))


def _given_away(
    counted: _Counted, before: _Before, release: Release
) -> tuple[tuple[Measure, str], ...]:
    """The measures of which something small follows from what was published, and why."""
    corrected = {f"{each.later} - {each.earlier}": each.later for each in before.differences}
    found: dict[str, tuple[Measure, str]] = {}
    for given in release.given_away:
        measure = counted.measures[corrected.get(given, given)]
        why = CORRECTED if given in corrected else WORKED_OUT
        found.setdefault(measure.id, (measure, why))
    return tuple(found.values())
