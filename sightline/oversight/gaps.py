"""Groups of children beside the rest, from the figures that one person may see."""

from collections.abc import Sequence
from dataclasses import dataclass

from sightline import words
from sightline.insight.comparison import Gap, Group, gaps
from sightline.insight.wording import Polarity, Verdict
from sightline.measures import Measure
from sightline.measures.language import Kind
from sightline.oversight.moments import NOT_KNOWN
from sightline.oversight.withheld import SeenGroup

_FOR = {Verdict.BETTER: ", for the better", Verdict.WORSE: ", for the worse", Verdict.NEITHER: ""}


@dataclass(frozen=True, slots=True)
class GapLine:
    """One group beside the rest, in words. `points` are percentage points, the group less the rest.

    `beyond`: whether the gap is beyond chance, allowing for how many groups were looked at.
    """

    name: str
    share: str
    rest: str
    points: str
    between: str
    beyond: bool


@dataclass(frozen=True, slots=True)
class Gaps:
    """The groups compared, by name; a sentence on them; and who is left out."""

    lines: tuple[GapLine, ...]
    sentence: str
    left_out: tuple[str, ...]


def gaps_of(measure: Measure, groups: Sequence[SeenGroup]) -> Gaps | None:
    """The gaps of a share; None for other kinds, and where no two groups are large enough.

    Left out are children whose group is not known, groups withheld or not to be used, and groups
    too small to test.
    """
    if measure.kind is not Kind.SHARE:
        return None
    counted = [
        Group(each.name, round(each.figure.numerator or 0), each.figure.denominator)
        for each in groups
        if each.name != NOT_KNOWN and each.figure.value is not None and each.figure.denominator
    ]
    found = sorted(gaps(counted), key=lambda gap: gap.group.name)
    if not found:
        return None
    compared = {gap.group.name for gap in found}
    left_out = tuple(sorted(each.name for each in groups if each.name not in compared))
    return Gaps(tuple(_line(gap) for gap in found), _sentence(found, measure.polarity), left_out)


def _line(gap: Gap) -> GapLine:
    return GapLine(
        gap.group.name,
        words.percentage(gap.share),
        words.percentage(gap.rest.met / gap.rest.of),
        _points(gap.difference),
        f"{_points(gap.interval.low)} to {_points(gap.interval.high)}",
        gap.beyond_chance,
    )


def _points(difference: float) -> str:
    said = words.number(100 * difference)
    return f"+{said}" if difference > 0 and said != "0" else said.replace("-", "−")


def _sentence(found: Sequence[Gap], polarity: Polarity) -> str:
    beyond = [gap for gap in found if gap.beyond_chance]
    looked = words.count_of(len(found), "group")
    if not beyond:
        return f"Of {looked} compared, none differs from the rest beyond chance."
    named = "; ".join(
        f"{gap.group.name} ({words.percentage(gap.share)} against "
        f"{words.percentage(gap.rest.met / gap.rest.of)}{_FOR[polarity.verdict(gap.difference)]})"
        for gap in beyond
    )
    return (
        f"Beyond chance, allowing for {looked} looked at, {_differ(len(beyond))} "
        f"from the rest: {named}."
    )


def _differ(how_many: int) -> str:
    return "one differs" if how_many == 1 else f"{words.count_of(how_many, 'group')} differ"
