"""Many packs, one after another, over corrected records: nobody learns of one to five children.

The attacker keeps every figure of every pack and page and solves what follows: a share's parts,
teams and their whole, and each later version of a figure less each earlier one.
"""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from sightline.insight.suppression.reach import Equation, Reach, Unknown
from sightline.measures import Group, MeasureFigures, catalogue
from sightline.oversight.packs.shown import Ledger, new_to_ledger, shown_in_pack
from sightline.oversight.publication import WHOLE, Key, Published
from sightline.oversight.withheld import SeenFigure
from tests.oversight_data import months, share

MEASURES = ("reviews_in_timescale", "dental_checks")
TEAMS = ("North", "South", "East")
DAYS = months(3)
MOST = 200
Parts = tuple[int, int]  # met, not met
Truth = dict[tuple[str, date, str], Parts]

parts = st.tuples(st.integers(0, 25), st.integers(0, 12))
truths = st.fixed_dictionaries(
    {(name, day, team): parts for name in MEASURES for day in DAYS for team in TEAMS}
)
corrections = st.lists(
    st.tuples(
        st.sampled_from(MEASURES),
        st.sampled_from(DAYS),
        st.sampled_from(TEAMS),
        st.tuples(st.integers(0, 9), st.integers(0, 9)),
    ),
    max_size=4,
)
packs = st.lists(
    st.tuples(
        st.integers(1, len(DAYS)),  # how many months there are by then
        st.sets(st.sampled_from(MEASURES), min_size=1),
        st.booleans(),  # whether it goes down to teams
        corrections,  # made before it
    ),
    min_size=2,
    max_size=4,
)


class Readers:
    """Those who keep everything that they were shown, in the order in which it was shown."""

    def __init__(self) -> None:
        self.every: list[Published] = []
        self.last: dict[Key, SeenFigure] = {}

    @property
    def ledger(self) -> Ledger:
        return Ledger(tuple(self.every), dict(self.last))


def of_whole(truth: Truth, name: str, day: date) -> Parts:
    met = sum(truth[name, day, team][0] for team in TEAMS)
    return met, sum(truth[name, day, team][1] for team in TEAMS)


def issue(
    readers: Readers, truth: Truth, wanted: list[str], by: int, teams: bool
) -> dict[Key, SeenFigure]:
    """Issue a pack as the builder does; gives what it shows."""
    found = [
        MeasureFigures(
            catalogue()[name],
            tuple(
                share(day, met, met + rest)
                for day in DAYS[:by]
                for met, rest in [of_whole(truth, name, day)]
            ),
        )
        for name in wanted
    ]
    groups = {
        name: tuple(
            Group(team, share(DAYS[by - 1], met, met + rest))
            for team in TEAMS
            for met, rest in [truth[name, DAYS[by - 1], team]]
        )
        for name in wanted
        if teams
    }
    ledger = readers.ledger
    measures = shown_in_pack(found, groups, ledger).measures
    for each in new_to_ledger(measures, ledger):
        key = each.measure.id, each.figure.as_at, each.team
        figure = each.figure
        readers.last[key] = figure
        readers.every.append(Published(*key, figure.numerator, figure.denominator, figure.withheld))
    shown = {(m.measure.id, f.as_at, WHOLE): f for m in measures for f in m.figures}
    return shown | {
        (m.measure.id, t.figure.as_at, t.team): t.figure for m in measures for t in m.teams
    }


def counts(figure: SeenFigure) -> Parts:
    assert figure.numerator is not None
    assert figure.denominator is not None
    return round(figure.numerator), figure.denominator - round(figure.numerator)


@settings(max_examples=40, deadline=None)  # each is a set of integer programmes
@given(truths, packs)
def test_nothing_small_is_shown_and_no_two_versions_tell_of_few(
    truth: Truth, wanted: list[tuple[int, set[str], bool, list[tuple[str, date, str, Parts]]]]
) -> None:
    readers, seen = Readers(), dict[Key, set[Parts]]()
    for by, names, teams, changes in wanted:
        for name, day, team, added in changes:
            met, rest = truth[name, day, team]
            truth = {**truth, (name, day, team): (met + added[0], rest + added[1])}
        for key, figure in issue(readers, truth, sorted(names), by, teams).items():
            if not figure.withheld:
                seen.setdefault(key, set()).add(counts(figure))
    small = {1, 2, 3, 4, 5}
    for versions in seen.values():
        for met, rest in versions:
            assert not {met, rest, met + rest} & small
            for other_met, other_rest in versions:
                both = met + rest - other_met - other_rest
                differences = {abs(met - other_met), abs(rest - other_rest), abs(both)}
                assert not differences & small


@settings(max_examples=40, deadline=None)
@given(truths, packs)
def test_no_withheld_count_can_be_worked_out(
    truth: Truth, wanted: list[tuple[int, set[str], bool, list[tuple[str, date, str, Parts]]]]
) -> None:
    """Records that nobody corrects: all packs together are one system of sums to solve."""
    readers, known = Readers(), dict[Key, Parts]()
    for by, names, teams, _ in wanted:
        for key, figure in issue(readers, truth, sorted(names), by, teams).items():
            if not figure.withheld:
                known[key] = counts(figure)
    for name in MEASURES:
        for day in DAYS:
            if any((name, day, team) in known for team in TEAMS):
                attack(truth, known, name, day)


def attack(truth: Truth, known: dict[Key, Parts], name: str, day: date) -> None:
    """Solve the sums of one measure and day: no small count may be left with one value alone."""
    true = {WHOLE: of_whole(truth, name, day)} | {t: truth[name, day, t] for t in TEAMS}
    values = {f"{t} {part}": v for t, of in true.items() for part, v in zip("mr", of, strict=True)}
    equations = [
        Equation({f"{WHOLE} {part}": -1, **{f"{team} {part}": 1 for team in TEAMS}})
        for part in "mr"
    ]
    hidden = {
        count: Unknown(1, MOST)
        for count, value in values.items()
        if (name, day, count[:-2]) not in known and value  # a 0 could be guessed
    }
    reach = Reach(equations, {n: v for n, v in values.items() if n not in hidden}, hidden)
    for count in hidden:
        if 1 <= values[count] <= 5:
            assert reach.least(count, 1) < -reach.least(count, -1)
