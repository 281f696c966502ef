"""Themes across whatever reports are loaded, and one of them in all."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sightline import words
from sightline.improvement.across import (
    Said,
    by_authority,
    by_year,
    reports_loaded,
    said_of,
    themes_across,
)
from sightline.improvement.lists import list_answer
from sightline.improvement.register import sees_candidates, visible_to
from sightline.improvement.wording import THEME_TITLES, theme_title
from sightline.improvement.years_picture import years_picture
from sightline.insight.intervals import wilson
from sightline.people.access import requires, signed_in
from sightline.people.permissions import Permission

ALL_COLUMNS = {
    "Theme": 40, "Reports with it as a weakness": 14, "Reports with it as a strength": 14,
    "Reports loaded": 10, "Authorities with it as a weakness": 14,
}  # fmt: skip
ONE_COLUMNS = {
    "Authority": 24, "Report": 50, "Kind": 30, "Day": 12, "Overall grade": 28,
    "Weaknesses": 10, "Progress": 10, "Strengths": 10,
}  # fmt: skip


@requires(Permission.SEE_FINDINGS)
@require_GET
def themes(request: HttpRequest) -> HttpResponse:
    """Every theme: how many of the reports loaded have it as a weakness or a strength."""
    user = signed_in(request)
    found = themes_across(visible_to(user))
    context = {
        "themes": found,
        "reports": reports_loaded().count(),
        "authorities": _authorities(),
        "sees_candidates": sees_candidates(user),
    }
    return render(request, "improvement/themes.html", context)


@requires(Permission.SEE_FINDINGS)
@require_GET
def themes_list(request: HttpRequest, form: str) -> HttpResponse:
    """The same as CSV or Excel."""
    reports = reports_loaded().count()
    rows = (
        (theme_title(each.theme), each.weak, each.strong, reports, each.authorities)
        for each in themes_across(visible_to(signed_in(request)))
    )
    return list_answer(request, form, "themes", ALL_COLUMNS, rows)


@requires(Permission.SEE_FINDINGS)
@require_GET
def theme(request: HttpRequest, theme_id: str) -> HttpResponse:
    """One theme: the share of each year's reports, and each authority's reports in time."""
    user = signed_in(request)
    found = _of_theme(request, theme_id)
    years = by_year(found)
    context = {
        "theme": theme_id,
        "title": theme_title(theme_id),
        "sentence": _sentence(found),
        "authorities": by_authority(found),
        "picture": years_picture(years),
        "years": years,
        "sees_candidates": sees_candidates(user),
    }
    return render(request, "improvement/theme.html", context)


@requires(Permission.SEE_FINDINGS)
@require_GET
def theme_list(request: HttpRequest, theme_id: str, form: str) -> HttpResponse:
    """What every report says of the theme, as CSV or Excel."""
    rows = map(_cells, _of_theme(request, theme_id))
    return list_answer(request, form, f"theme-{theme_id}", ONE_COLUMNS, rows)


def _of_theme(request: HttpRequest, theme_id: str) -> tuple[Said, ...]:
    if theme_id not in THEME_TITLES:
        raise Http404(f"There is no theme {theme_id}.")
    return said_of(theme_id, visible_to(signed_in(request)))


def _authorities() -> int:
    names = reports_loaded().exclude(authority="").order_by().values_list("authority", flat=True)
    return len({name.casefold() for name in names})


def _sentence(said: Sequence[Said]) -> str:
    """ "12 of 56 reports loaded (21%, between 13% and 34%) have it as a weakness."."""
    weak = sum(each.weaknesses > 0 for each in said)
    interval = wilson(weak, len(said))
    if interval is None:
        return ""
    share = words.percentage(weak / len(said))
    low, high = words.percentage(interval.low), words.percentage(interval.high)
    reports, have = ("report", "has") if len(said) == 1 else ("reports", "have")
    return (
        f"{weak} of {len(said)} {reports} loaded {have} it as a weakness: {share}, "
        f"between {low} and {high} if these were drawn by chance."
    )


def _cells(said: Said) -> tuple[Any, ...]:
    review = said.review
    return (
        review.authority,
        review.title,
        review.kind_title,
        review.dated,
        said.grade,
        said.weaknesses,
        said.progress,
        said.strengths,
    )
