"""Whether the answers cover what was found, and hang together: themes against priorities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from sightline import words
from sightline.improvement.measures import Bearing, measures_on
from sightline.improvement.models import DIRECT, Action, Answer, Finding, Nature, Priority, Strength
from sightline.improvement.natures import suggested, tagged, warning
from sightline.improvement.said_before import chains_of
from sightline.improvement.unanswered import own_confirmed, to_answer, unanswered
from sightline.improvement.wording import theme_title

MOST_IN_FULL = 5
"""An action said to put right more findings than these, each in full, is asked about."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What of a theme a priority holds: its findings, and the actions that answer them."""

    findings: int
    actions: int

    @property
    def said(self) -> str:
        """ "3 findings, 1 action"; a dash for none."""
        if not self.findings:
            return "–"
        findings = f"{self.findings} finding{'' if self.findings == 1 else 's'}"
        return f"{findings}, {self.actions} action{'' if self.actions == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """One theme: its findings that ask for something, and what answers them."""

    theme: str
    findings: int
    recurring: int
    unanswered: int
    actions: int
    measures: int
    cells: tuple[Cell, ...]  # one for each priority
    flags: tuple[str, ...]

    @property
    def title(self) -> str:
        """The theme in plain English."""
        return theme_title(self.theme)


@dataclass(frozen=True, slots=True)
class CoverageMap:
    """The map: a row a theme, a cell a priority; and what does not hang together, in sentences."""

    priorities: tuple[Priority, ...]
    rows: tuple[ThemeRow, ...]
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Answered:
    """A finding with its theme and what answers it directly."""

    finding: Finding
    theme: str
    actions: tuple[Action, ...]
    priorities: frozenset[int]
    recurring: bool
    open: bool
    nature: Nature


def coverage_map() -> CoverageMap:
    """The map of the authority's own confirmed findings that ask for something."""
    found = _answered()
    priorities = tuple(Priority.objects.order_by("name"))
    by_theme: dict[str, list[_Answered]] = {}
    for each in found:
        by_theme.setdefault(each.theme, []).append(each)
    rows = [_row(theme, group, priorities) for theme, group in by_theme.items()]
    rows.sort(key=lambda row: (-row.unanswered, -row.findings, row.title))
    flags = (*_empty(priorities, found), *_piecemeal(found), *_in_full())
    return CoverageMap(priorities, tuple(rows), flags)


def _answered() -> list[_Answered]:
    own = own_confirmed()
    answers = Answer.objects.filter(strength__in=DIRECT).select_related("action")
    found = list(
        to_answer(own).prefetch_related("themes", "priorities", Prefetch("answers", answers))
    )
    chains, natures = chains_of(own), tagged(found)
    orphans = set(unanswered(own).values_list("pk", flat=True))
    return [
        _Answered(
            finding=each,
            theme=each.theme_ids[0] if each.theme_ids else "",
            actions=tuple(answer.action for answer in each.answers.all()),
            priorities=frozenset(priority.pk for priority in each.priorities.all()),
            recurring=len(chains[each.pk].reviews) > 1,
            open=each.pk in orphans,
            nature=natures[each.pk].nature,
        )
        for each in found
    ]


def _row(theme: str, group: Sequence[_Answered], priorities: Iterable[Priority]) -> ThemeRow:
    actions = {action.pk: action for each in group for action in each.actions}
    measures = measures_on((theme,)) if theme else ()
    return ThemeRow(
        theme=theme,
        findings=len(group),
        recurring=sum(each.recurring for each in group),
        unanswered=sum(each.open for each in group),
        actions=len(actions),
        measures=len(measures),
        cells=tuple(_cell(group, priority) for priority in priorities),
        flags=tuple(_of_theme(theme, group, actions, measures)),
    )


def _cell(group: Iterable[_Answered], priority: Priority) -> Cell:
    held = [each for each in group if priority.pk in each.priorities]
    return Cell(len(held), len({action.pk for each in held for action in each.actions}))


def _of_theme(
    theme: str,
    group: Sequence[_Answered],
    actions: Mapping[int, Action],
    measures: Sequence[Bearing],
) -> Iterator[str]:
    title = theme_title(theme) if theme else "Findings without a theme"
    if not any(each.priorities for each in group):
        yield f"{title}: {words.count_of(len(group), 'finding')}, and no priority."
    process = warning(
        title,
        [each.nature for each in group],
        [Nature(action.nature) for action in actions.values()],
        {each.id: suggested(each.title) for each in measures},
    )
    if process:
        yield process


def _empty(priorities: Iterable[Priority], found: Iterable[_Answered]) -> Iterator[str]:
    held = frozenset[int]().union(*(each.priorities for each in found))
    for priority in priorities:
        if priority.pk not in held:
            yield f"{priority.name}: a priority with no finding that asks for something."


def _piecemeal(found: Sequence[_Answered]) -> Iterator[str]:
    """An action that answers one finding, where its theme has one that recurs and it leaves be."""
    answers = Counter(action.pk for each in found for action in each.actions)
    recurs = {each.theme for each in found if each.recurring}
    for each in found:
        for action in each.actions:
            if answers[action.pk] == 1 and not each.recurring and each.theme in recurs:
                yield (
                    f"{action.title}: it answers one finding, while a finding on "
                    f"{theme_title(each.theme).lower()} that keeps being made is left be."
                )


def _in_full() -> Iterator[str]:
    full = Counter(
        Answer.objects.order_by()
        .filter(strength=Strength.ALL)
        .values_list("action__title", flat=True)
    )
    for title, many in full.items():
        if many > MOST_IN_FULL:
            yield f"{title}: said to put right all of {many} findings. Look at each link again."
