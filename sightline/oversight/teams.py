"""Teams beside each other on a funnel, from the figures that one person may see.

In the order of the alphabet: what lies within the limits is no league table.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sightline import words
from sightline.insight.comparison import Measured, Placed, funnel
from sightline.insight.wording import Polarity, Verdict
from sightline.measures import Measure
from sightline.measures.figure import DAYS_OF_A_RATE
from sightline.measures.language import Kind
from sightline.oversight.moments import NOT_KNOWN
from sightline.oversight.withheld import SeenFigure, SeenGroup

FEWEST_TEAMS = 3
MEASURED = {Kind.SHARE: Measured.SHARE, Kind.RATE: Measured.RATE}
_WIDENED = (
    "Teams differ more than chance explains, as teams with different children do; "
    "the limits are widened by as much."
)
_FOR = {Verdict.BETTER: "for the better", Verdict.WORSE: "for the worse", Verdict.NEITHER: ""}


@dataclass(frozen=True, slots=True)
class Team:
    """A team on the funnel: its figure and what it is out of, its inner limits, where it lies.

    `out_of` is children, or for a rate thousands of days. `beyond`: 0 within the limits, 1 beyond
    the inner (95%), 2 beyond the outer (99.8%).
    """

    name: str
    value: float
    out_of: float
    low: float
    high: float
    beyond: int
    where: str


@dataclass(frozen=True, slots=True)
class Teams:
    """All teams that may be seen, about the figure of the authority; a sentence on them.

    `overdispersion`: how much wider than chance the limits are, in variance, because teams differ
    in the children they have; 1 where they do not, or are too few to tell.
    """

    middle: float
    measured: Measured
    overdispersion: float
    teams: tuple[Team, ...]
    sentence: str
    some_withheld: bool


def teams_of(measure: Measure, whole: SeenFigure, groups: Sequence[SeenGroup]) -> Teams | None:
    """The funnel of a share or a rate about the whole figure; None where it cannot be drawn.

    None with fewer than FEWEST_TEAMS teams to see, or where the whole figure is withheld.
    """
    if measure.kind not in MEASURED or whole.value is None:
        return None
    per = DAYS_OF_A_RATE if measure.kind is Kind.RATE else 1
    shown = sorted(
        (each for each in groups if each.name != NOT_KNOWN and each.figure.value is not None),
        key=lambda each: each.name,
    )
    if len(shown) < FEWEST_TEAMS:
        return None
    counts = [each.figure.numerator or 0 for each in shown]
    out_of = [(each.figure.denominator or 0) / per for each in shown]
    measured = MEASURED[measure.kind]
    names = [each.name for each in shown]
    drawn = funnel(names, counts, out_of, measured=measured, target=whole.value, overdispersed=True)
    teams = tuple(
        _team(each, size, measure.polarity) for each, size in zip(drawn.placed, out_of, strict=True)
    )
    withheld = any(each.figure.withheld for each in groups)
    return Teams(
        whole.value,
        measured,
        drawn.overdispersion,
        teams,
        _sentence(teams, measure.unit, drawn.overdispersion),
        withheld,
    )


def _team(placed: Placed, out_of: float, polarity: Polarity) -> Team:
    low, high = placed.warning.low, placed.warning.high
    beyond = 0 if placed.warning.holds(placed.value) else 2 if placed.outside else 1
    where = ""
    if beyond:
        side, rise = ("higher", 1) if placed.high else ("lower", -1)
        line = "outer" if beyond == 2 else "inner"
        verdict = _FOR[polarity.verdict(rise)]
        where = ", ".join(filter(None, (f"{side}, beyond the {line} limits", verdict)))
    return Team(placed.name, placed.value, out_of, low, high, beyond, where)


def _sentence(teams: Sequence[Team], unit: str, overdispersion: float) -> str:
    if overdispersion > 1:
        return f"{_beyond(teams, unit)} {_WIDENED}"
    return _beyond(teams, unit)


def _beyond(teams: Sequence[Team], unit: str) -> str:
    outer = [team for team in teams if team.beyond == 2]
    inner = [team for team in teams if team.beyond == 1]
    if not (outer or inner):
        counted = words.count_of(len(teams), "team")
        return f"The {counted} differ no more than chance alone would have them differ."
    said = []
    if outer:
        said.append(
            f"Beyond the outer limits, where chance alone puts one team in 500: "
            f"{_named(outer, unit)}."
        )
    if inner:
        said.append(
            f"Beyond the inner limits only, where chance alone puts one team in 20: "
            f"{_named(inner, unit)}."
        )
    rest = len(teams) - len(outer) - len(inner)
    if rest:
        others = (
            "The other team lies" if rest == 1 else f"The other {words.count_of(rest, 'team')} lie"
        )
        said.append(f"{others} within the limits.")
    return " ".join(said)


def _named(teams: Sequence[Team], unit: str) -> str:
    return "; ".join(
        f"{team.name} ({words.figure(team.value, unit)}, {team.where.split(',')[0]})"
        for team in teams
    )
