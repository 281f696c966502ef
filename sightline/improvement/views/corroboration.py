"""Who says a thing, and since when: themes by group of children and year, and one of them."""

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sightline import words
from sightline.improvement.corroboration import Row, Wanted, rows_of
from sightline.improvement.corroboration_form import CorroborationForm
from sightline.improvement.corroboration_picture import picture_of
from sightline.improvement.lists import list_answer
from sightline.improvement.models import Review
from sightline.improvement.own import of_own
from sightline.improvement.register import sees_candidates, visible_to
from sightline.improvement.wording import THEME_TITLES, theme_title
from sightline.letters.groups import GROUP_TITLES
from sightline.people.access import requires, signed_in
from sightline.people.permissions import Permission

ROWS = 25
COLUMNS = {
    "Theme": 34, "Children": 34, "Year": 8, "Independent reviews in the year": 12,
    "Other documents in the year": 12, "Independent reviews in all": 12, "Made by": 30,
    "First said": 12, "Last said": 12, "Months between": 10, "Documents that only repeat it": 12,
    "Recorded as put right": 12, "Weak again": 12,
}  # fmt: skip


@requires(Permission.SEE_FINDINGS)
@require_GET
def corroboration(request: HttpRequest) -> HttpResponse:
    """Every theme and group of children with its witnesses, the most first; picture and table."""
    form = _form(request)
    rows = rows_of(visible_to(signed_in(request)), form.wanted())
    kept = {name: value for name, value in request.GET.items() if name != "page" and value}
    return render(
        request,
        "improvement/corroboration.html",
        {
            "form": form,
            "page": Paginator(rows, ROWS).get_page(request.GET.get("page")),
            "picture": picture_of(rows),
            "sentence": _sentence(rows),
            "query": urlencode(kept) + "&" if kept else "",
            "narrowed": bool(kept),
            "authority": settings.AUTHORITY_NAME,
            "sees_candidates": sees_candidates(signed_in(request)),
        },
    )


@requires(Permission.SEE_FINDINGS)
@require_GET
def corroboration_list(request: HttpRequest, form: str) -> HttpResponse:
    """A row for each theme, group and year, as CSV or Excel."""
    rows = rows_of(visible_to(signed_in(request)), _form(request).wanted())
    lines = (line for row in rows for line in _lines(row))
    return list_answer(request, form, "who-says-it", COLUMNS, lines)


@requires(Permission.SEE_FINDINGS)
@require_GET
def corroborated(request: HttpRequest, theme_id: str, group: str) -> HttpResponse:
    """One theme and group: every witness in its own words, and what does not count as one."""
    if theme_id not in THEME_TITLES or group not in GROUP_TITLES:
        raise Http404("There is no such theme or group of children.")
    user = signed_in(request)
    found = rows_of(visible_to(user), Wanted(theme=theme_id, group=group, least=0))
    row = found[0] if found else None
    return render(
        request,
        "improvement/corroborated.html",
        {
            "row": row,
            "theme": theme_id,
            "group": group,
            "title": theme_title(theme_id),
            "group_title": GROUP_TITLES[group],
            "said": _words(row) if row else [],
            "sees_candidates": sees_candidates(user),
        },
    )


def _form(request: HttpRequest) -> CorroborationForm:
    dated = of_own(Review.objects.filter(dated__isnull=False)).order_by()
    years = sorted(dated.values_list("dated__year", flat=True).distinct(), reverse=True)
    return CorroborationForm(request.GET or None, years=years)


def _words(row: Row) -> list[dict[str, Any]]:
    """Each review with its words, the oldest first, and whether it is a witness."""
    witnesses = {each.pk for each in row.independent}
    return [
        {
            "review": review,
            "counts": review.pk in witnesses,
            "findings": [each.finding for each in row.tellings if each.review.pk == review.pk],
        }
        for review in sorted((*row.independent, *row.own), key=lambda each: str(each.dated))
    ]


def _sentence(rows: Sequence[Row]) -> str:
    """ "Permanence, of children in care, is said most widely: by four independent reviews …"."""
    if not rows or not rows[0].independent:
        return ""
    first = rows[0]
    title, group = theme_title(first.theme), GROUP_TITLES[first.group]
    many = words.count_of(len(first.independent), "independent review")
    said = f"{title} ({group.lower()}) is said most widely: by {many}"
    if first.first_said and first.last_said and first.months_apart is not None:
        since, last = words.month(first.first_said), words.month(first.last_said)
        said += f", first in {since} and last in {last}"
    back = sum(row.regressed_on is not None for row in rows)
    if back:
        verb = "was" if back == 1 else "were"
        said += f"; {words.count_of(back, 'row')} below {verb} weak again after being put right"
    return said + "."


def _lines(row: Row) -> Iterator[tuple[Any, ...]]:
    for year in row.years:
        yield (
            theme_title(row.theme),
            GROUP_TITLES[row.group],
            year.year,
            year.independent,
            year.others,
            len(row.independent),
            "; ".join(row.bodies),
            row.first_said,
            row.last_said,
            row.months_apart,
            len(row.retold),
            row.resolved_on,
            row.regressed_on,
        )
