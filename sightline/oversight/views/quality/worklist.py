"""The issues to put right, down to the row, for the person whose they are."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sightline.jobs import quality
from sightline.measures import catalogue
from sightline.oversight.loaded import when_loaded
from sightline.oversight.quality_asked import asked, query_of, within
from sightline.oversight.quality_words import title_of
from sightline.people.access import requires, signed_in
from sightline.people.log import record
from sightline.people.models.access_event import Act
from sightline.people.permissions import ANY_CHILDREN
from sightline.people.scope import Scope, scope_of

ROWS = 20


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the lists to narrow by."""

    name: str
    title: str
    chosen: str
    options: list[tuple[str, str]]


@requires(*ANY_CHILDREN)
@require_GET
@when_loaded
def worklist(request: HttpRequest) -> HttpResponse:
    """Child by child, the one in most need of it first; the look is logged."""
    user = signed_in(request)
    scope = scope_of(user)
    if scope.nobody:
        return render(request, "oversight/quality/worklist.html", {"scope": scope, "all": 0})
    wanted, mine = asked(request.GET, scope), within(scope)
    fitting = quality.total(settings.DATA, wanted).issues
    page = Paginator(range(fitting), ROWS).get_page(request.GET.get("page"))
    first = max(page.start_index() - 1, 0)
    record(user, Act.LISTED_CHILDREN, path=request.get_full_path(), why="data to put right")
    context = {
        "scope": scope,
        "all": quality.total(settings.DATA, mine).issues,
        "fitting": fitting,
        "rows": quality.rows(settings.DATA, wanted, first=first, limit=ROWS),
        "page": page,
        "query": query_of(wanted),
        "new": wanted.new,
        "measure": _measure_title(wanted),
        "choices": _choices(mine, wanted, scope),
    }
    return render(request, "oversight/quality/worklist.html", context)


def _measure_title(wanted: quality.Wanted) -> str:
    known: dict[str, Any] = dict(catalogue())
    return known[wanted.measure].title if wanted.measure in known else ""


def _choices(mine: quality.Wanted, wanted: quality.Wanted, scope: Scope) -> list[Choice]:
    lists = [
        ("return", "return", "Return", wanted.return_name),
        ("rule", "check", "Check", wanted.rule),
    ]
    if scope.everyone:
        lists.append(("team", "team", "Team", wanted.owner))
    return [Choice(name, title, chosen, _options(mine, by)) for name, by, title, chosen in lists]


def _options(mine: quality.Wanted, by: str) -> list[tuple[str, str]]:
    counted = quality.counts(settings.DATA, by, mine)
    return [(each.name, f"{title_of(by, each.name)} ({each.issues:,})") for each in counted]
