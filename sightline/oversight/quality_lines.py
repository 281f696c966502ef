"""Data quality as lines of tables, as one person may see them.

Those who see exact figures see every count. The rest see about how many issues there are, to the
nearest ten, and nothing of one to five: an issue is of a child, and a team's two issues may be of
one. Every check is of a few known returns and teams, so that exact counts cut in several ways could
be taken from each other until a small one is left; of rounded ones nothing is left to tell.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sightline import words
from sightline.insight import suppression
from sightline.jobs.quality import Count, Filled
from sightline.jobs.quality_effects import Effect
from sightline.oversight.quality_words import own_advice, title_of, whose_check
from sightline.returns import RULES


@dataclass(frozen=True, slots=True)
class CountLine:
    """One return, check, team or measure and its issues; None where withheld or not to be said."""

    name: str
    title: str
    issues: int | None
    severity: str = ""
    whose: str = ""
    advice: str = ""
    errors: int | None = None
    warnings: int | None = None
    children: int | None = None
    new: int | None = None
    gone: int | None = None


def about(issues: int) -> int | None:
    """A count for those outside: to the nearest ten, halves up; None of one to five, and 0 of 0."""
    shown = suppression.suppress_count(issues)
    return None if shown is None else (shown + 5) // 10 * 10


def count_lines(counts: Sequence[Count], by: str, *, exact: bool) -> list[CountLine]:
    """The lines of a table counted by `by`, in their order; of checks those with errors first."""
    issues = [each.issues if exact else about(each.issues) for each in counts]
    lines = [
        CountLine(each.name, title_of(by, each.name), shown, *_of_check(by, each.name))
        for each, shown in zip(counts, issues, strict=True)
    ]
    if not exact:
        return lines
    told = [_exactly(*pair) for pair in zip(lines, counts, strict=True)]
    return sorted(told, key=lambda line: not line.errors) if by == "check" else told


def _exactly(line: CountLine, count: Count) -> CountLine:
    return replace(
        line,
        errors=count.errors,
        warnings=count.warnings,
        children=count.children,
        new=count.new,
        gone=count.gone,
    )


def _of_check(by: str, name: str) -> tuple[str, str, str]:
    if by != "check" or name not in RULES:
        return "", "", ""
    return RULES[name].severity.value, whose_check(name), own_advice(name)


@dataclass(frozen=True, slots=True)
class EffectLine:
    """A share, its interval and its bounds in words: "71%", "65% to 77%", "66% to 77%".

    `drawn`: value, interval and bounds as shares of 1, for the picture of the same.
    """

    id: str
    title: str
    as_at: date
    value: str
    chance: str
    bounds: str
    unsure: int | None
    unknown: int | None
    doubted: int | None
    of: int | None
    in_doubt: bool
    drawn: tuple[float, float, float, float, float] | None

    @property
    def sentence(self) -> str:
        """ "Given what is missing or cannot be right for six of 235 children, …" """
        whose = words.count_of(self.unsure or 0, "child", "children")
        return (
            f"Given what is missing or cannot be right for {whose} of {self.of or 0:,}, "
            f"it lies anywhere from {self.bounds}."
        )


def effect_lines(effects: Sequence[Effect], *, exact: bool) -> list[EffectLine]:
    """The shares that something missing could move; for those outside, the ones not withheld."""
    return [
        _effect_line(effect, exact=exact)
        for effect in effects
        if effect.bounds and effect.bounds.unsure and (exact or not _withheld(effect))
    ]


def _effect_line(effect: Effect, *, exact: bool) -> EffectLine:
    bounds, chance = effect.bounds, effect.interval
    assert bounds is not None
    return EffectLine(
        id=effect.measure.id,
        title=effect.measure.title,
        as_at=effect.as_at,
        value="–" if effect.value is None else words.percentage(effect.value),
        chance=_to(chance.low, chance.high) if chance else "",
        bounds=_to(bounds.low, bounds.high),
        unsure=bounds.unsure,
        unknown=effect.unknown if exact else None,
        doubted=effect.doubted if exact else None,
        of=bounds.of,
        in_doubt=effect.in_doubt,
        drawn=_drawn(effect),
    )


def _to(low: float, high: float) -> str:
    return f"{words.percentage(low)} to {words.percentage(high)}"


def _drawn(effect: Effect) -> tuple[float, float, float, float, float] | None:
    bounds, chance, value = effect.bounds, effect.interval, effect.value
    if bounds is None or chance is None or value is None:
        return None
    return value, chance.low, chance.high, bounds.low, bounds.high


def _withheld(effect: Effect) -> bool:
    """Whether the bounds could tell someone outside of one to five children."""
    bounds = effect.bounds
    assert bounds is not None
    parts = (bounds.unsure, bounds.sure_met, bounds.sure - bounds.sure_met)
    shares = ((effect.met, effect.of), (bounds.sure_met, bounds.of))
    return any(suppression.is_small(part) for part in parts) or any(
        suppression.share_is_suppressed(met, of) for met, of in shares
    )


@dataclass(frozen=True, slots=True)
class FilledLine:
    """One column: how much of it is filled, over all and team by team (in the order asked for)."""

    table: str
    column: str
    all: str
    teams: list[str]


def filled_lines(
    filled: Sequence[Filled], teams: Sequence[str], *, exact: bool
) -> list[FilledLine]:
    """Every column with a blank, the least filled first."""
    by_column: dict[tuple[str, str, str], dict[str, Filled]] = {}
    for each in filled:
        by_column.setdefault((each.return_name, each.table, each.column), {})[each.team] = each
    lines = []
    for (return_name, table, column), of_team in by_column.items():
        rows = sum(each.rows for each in of_team.values())
        blank = sum(each.blank for each in of_team.values())
        if blank:
            name = f"{title_of('return', return_name)}, {table.replace('_', ' ')}"
            shown = [_filled(of_team.get(team), exact=exact) for team in teams]
            whole = _share(rows, blank, exact=exact)
            lines.append((1 - blank / rows, FilledLine(name, column, whole, shown)))
    return [line for _share_filled, line in sorted(lines, key=lambda each: each[0])]


def _filled(each: Filled | None, *, exact: bool) -> str:
    return "–" if each is None else _share(each.rows, each.blank, exact=exact)


def _share(rows: int, blank: int, *, exact: bool) -> str:
    if not exact and (suppression.is_small(blank) or suppression.is_small(rows - blank)):
        return words.SUPPRESSED
    if blank and (rows - blank) / rows > 0.995:
        return "over 99%"
    return words.percentage((rows - blank) / rows)
