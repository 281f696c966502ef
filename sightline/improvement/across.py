"""A theme across whatever reports are loaded: who had it as a weakness, when, and what came after.

The reports loaded are no sample of the country: the figures say what these reports say.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from sightline.improvement.history import OVERALL, REVIEWING, grades_of
from sightline.improvement.models import Finding, FindingTheme, Judgement, Review, Status
from sightline.insight.intervals import Interval, wilson
from sightline.letters import Direction, Grade, Voice
from sightline.letters.themes import THEME_IDS


@dataclass(frozen=True, slots=True)
class ThemeCount:
    """A theme, and of how many reports and authorities it is a weakness or a strength."""

    theme: str
    weak: int
    strong: int
    authorities: int  # of which it is a weakness


@dataclass(frozen=True, slots=True)
class Said:
    """What one report says of the theme: how many findings point each way, and its grade."""

    review: Review
    grade: Grade | None  # overall
    weaknesses: int
    progress: int
    strengths: int

    @property
    def words(self) -> str:
        """ "Weakness (3)", "Strength (1), progress (2)", "Not named as a strength or weakness"."""
        counted = (
            ("weakness", self.weaknesses),
            ("progress", self.progress),
            ("strength", self.strengths),
        )
        said = ", ".join(f"{name} ({count})" for name, count in counted if count)
        return said.capitalize() or "Not said to be a weakness, progress or a strength"


@dataclass(frozen=True, slots=True)
class Year:
    """The reports of a year, and how many say it as a weakness; `interval` in fractions of 1."""

    year: int
    weak: int
    reports: int

    @property
    def share(self) -> float:
        """Of the year's reports."""
        return self.weak / self.reports

    @property
    def interval(self) -> Interval:
        """Wilson's, 95%."""
        found = wilson(self.weak, self.reports)
        if found is None:
            raise ValueError(f"There is no report of {self.year}.")
        return found


def reports_loaded() -> QuerySet[Review]:
    """Every review loaded; news and statements are none."""
    return Review.objects.filter(kind__in=REVIEWING)


def themes_across(seen: QuerySet[Finding]) -> tuple[ThemeCount, ...]:
    """Every theme that a finding in `seen` bears on, those most often a weakness first."""
    weak, strong, whose = (defaultdict(set) for _ in range(3))
    rows = FindingTheme.objects.filter(finding__in=_standing(seen)).order_by()
    asked = ("theme", "finding__direction", "finding__review", "finding__review__authority")
    for theme, direction, review, authority in rows.values_list(*asked).distinct():
        if direction == Direction.WEAKNESS.value:
            weak[theme].add(review)
            whose[theme].add(authority.casefold())
        elif direction == Direction.STRENGTH.value:
            strong[theme].add(review)
    counts = (
        ThemeCount(each, len(weak[each]), len(strong[each]), len(whose[each] - {""}))
        for each in THEME_IDS
        if weak[each] or strong[each]
    )
    return tuple(sorted(counts, key=lambda each: (-each.weak, each.theme)))


def said_of(theme: str, seen: QuerySet[Finding]) -> tuple[Said, ...]:
    """What every report loaded says of the theme, by authority, the earliest first."""
    counts: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    rows = FindingTheme.objects.filter(theme=theme, finding__in=_standing(seen)).order_by()
    for review, direction in rows.values_list("finding__review", "finding__direction"):
        counts[review][direction] += 1
    grades: dict[int, list[Judgement]] = defaultdict(list)
    for judgement in Judgement.objects.all():
        grades[judgement.review_id].append(judgement)
    found = [_said(each, grades[each.pk], counts[each.pk]) for each in reports_loaded()]
    return tuple(sorted(found, key=_by_authority))


def by_year(said: Iterable[Said]) -> tuple[Year, ...]:
    """The share of each year's reports that have it as a weakness; undated ones are left out."""
    of: dict[int, list[Said]] = defaultdict(list)
    for each in said:
        if each.review.dated:
            of[each.review.dated.year].append(each)
    return tuple(
        Year(year, sum(each.weaknesses > 0 for each in reports), len(reports))
        for year, reports in sorted(of.items())
    )


def by_authority(said: Sequence[Said]) -> tuple[tuple[str, tuple[Said, ...]], ...]:
    """The authorities of which it was ever a weakness: each with all its reports, in time."""
    of: dict[str, list[Said]] = defaultdict(list)
    for each in said:
        of[each.review.authority.casefold()].append(each)
    return tuple(
        (reports[0].review.authority, tuple(reports))
        for reports in of.values()
        if any(each.weaknesses for each in reports)
    )


def _standing(seen: QuerySet[Finding]) -> QuerySet[Finding]:
    """Those not rejected; what an authority says of itself is no finding about it."""
    said = seen.filter(voice=Voice.REVIEWER.value).exclude(status=Status.REJECTED)
    return said.select_related(None).prefetch_related(None).order_by()


def _said(review: Review, judgements: Sequence[Judgement], counts: dict[str, int]) -> Said:
    return Said(
        review,
        grades_of(judgements).get(OVERALL),
        counts[Direction.WEAKNESS.value],
        counts[Direction.PROGRESS.value],
        counts[Direction.STRENGTH.value],
    )


def _by_authority(said: Said) -> tuple[str, bool, str, int]:
    day = said.review.dated
    return (said.review.authority.casefold(), day is None, str(day), said.review.pk)
