"""Where returns disagree: fact by fact which was used and why, and child by child."""

from itertools import groupby
from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sightline.jobs import doubts
from sightline.oversight.disagreement_rows import Row, count_rows, rows
from sightline.oversight.loaded import found_when_loaded, when_loaded
from sightline.oversight.quality_asked import among
from sightline.oversight.quality_words import return_title
from sightline.oversight.withheld import count_for
from sightline.people.access import requires, signed_in
from sightline.people.log import record
from sightline.people.models.access_event import Act
from sightline.people.permissions import ANY_CHILDREN, ANY_FIGURES
from sightline.people.scope import scope_of
from sightline.people.xlsx_answer import xlsx_answer
from sightline.records.precedence import ALL

ROWS = 20
COLUMNS = {
    "Child": 16,
    "About": 24,
    "Used": 34,
    "Used from": 24,
    "Of the day": 14,
    "Not used": 34,
    "Not used from": 24,
    "Of its day": 14,
    "Why": 90,
}


@requires(*ANY_FIGURES)
@require_GET
@when_loaded
def disagreements(request: HttpRequest) -> HttpResponse:
    """Counts for everyone; and the rows of the children whom the person may see, logged."""
    user, data, what = signed_in(request), settings.DATA, _what(request)
    scope, exact = scope_of(user), user.sees_exact_figures
    counts = count_rows(doubts.disagreement_counts(data), exact=exact)
    mine = 0 if scope.nobody else doubts.how_many_disagreements(data, among(scope), what)
    page = Paginator(range(mine), ROWS).get_page(request.GET.get("page"))
    if mine:
        record(user, Act.LISTED_CHILDREN, path=request.get_full_path(), why="sources disagree")
    context = {
        "exact": exact,
        "scope": scope,
        "children": count_for(doubts.children_of_disagreements(data), exact=exact),
        "counts": counts,
        "most": max((each.children or 0 for each in counts), default=0),
        "what": what,
        "facts": [each.what for each in ALL if each.what in {row.what for row in counts}],
        "mine": mine,
        "groups": _groups(request, max(page.start_index() - 1, 0)) if mine else [],
        "page": page,
        "query": urlencode({"what": what}) + "&" if what else "",
    }
    return render(request, "oversight/quality/disagreements.html", context)


@requires(*ANY_CHILDREN)
@require_GET
@found_when_loaded
def disagreements_xlsx(request: HttpRequest) -> HttpResponse:
    """The rows of the children whom the person may see as Excel, narrowed as the page is."""
    scope = scope_of(signed_in(request))
    found = (
        ()
        if scope.nobody
        else doubts.disagreements_among(settings.DATA, among(scope), _what(request))
    )
    listed = [
        (
            *(row.child_id, row.what),
            *(row.used, return_title(row.used_source), row.used_period),
            *(row.other, return_title(row.other_source), row.other_period),
            row.reason,
        )
        for row in rows(found)
    ]
    return xlsx_answer(request, "sources-disagree", COLUMNS, listed)


def _what(request: HttpRequest) -> str:
    asked = request.GET.get("what", "")
    return asked if asked in {each.what for each in ALL} else ""


def _groups(request: HttpRequest, first: int) -> list[tuple[str, str, list[Row]]]:
    """The rows of one page, fact by fact: the fact, why one return is believed, and the rows."""
    found = doubts.disagreements_among(
        settings.DATA,
        among(scope_of(signed_in(request))),
        _what(request),
        first=first,
        limit=ROWS,
    )
    facts = groupby(rows(found), key=lambda row: (row.what, row.reason))
    return [(what, reason, list(of_it)) for (what, reason), of_it in facts]
