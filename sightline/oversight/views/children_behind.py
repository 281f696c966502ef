"""The children behind a figure, for those who may see them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sightline import words
from sightline.insight.wording import Polarity
from sightline.jobs import figures
from sightline.measures import ChildRow, Measure
from sightline.measures.language import Kind
from sightline.oversight.asked import measure_asked
from sightline.oversight.loaded import when_loaded
from sightline.oversight.moments import moment_of
from sightline.people.access import requires, signed_in
from sightline.people.log import opened_from, record
from sightline.people.models.access_event import Act
from sightline.people.permissions import ANY_CHILDREN
from sightline.people.scope import Scope, scope_of
from sightline.records.words import LEGAL_STATUS, said

ROWS = 50
COUNTED = {Kind.SHARE, Kind.COUNT}


@dataclass(frozen=True, slots=True)
class Row:
    """One child as a row."""

    child: ChildRow
    said: str
    legal_status: str


@dataclass(frozen=True, slots=True)
class Group:
    """Children whom the figure leaves out for one reason."""

    why: str
    said: str  # how many
    child_ids: tuple[str, ...]


@requires(*ANY_CHILDREN)
@require_GET
@when_loaded
def children_behind(request: HttpRequest, measure_id: str) -> HttpResponse:
    """The children of this person's scope; the look is logged."""
    user = signed_in(request)
    found = measure_asked(measure_id)
    figure, scope = moment_of(found, request.GET), scope_of(user)
    listed = figures.children(settings.DATA, measure_id, figure.as_at, team=scope.team)
    rows = [
        Row(child, _said(child, found.measure.unit), said(LEGAL_STATUS, child.legal_status))
        for child in listed
        if scope.holds(child.team, child.worker)
    ]
    counted = found.measure.kind in COUNTED
    if found.measure.polarity is Polarity.HIGH:  # first those for whom it was not done
        rows.sort(key=lambda row: row.child.met is True)
    why = f"behind “{found.measure.title}”{opened_from(request)}"
    record(user, Act.LISTED_CHILDREN, path=request.path, why=why)
    context = {
        "measure": found.measure,
        "as_at": figure.as_at,
        "scope": scope,
        "counted": counted,
        "tally": _tally(rows) if counted else "",
        "left_out": _left_out(found.measure, figure.as_at, scope),
        "said_title": "Counted" if counted else "Value",
        "page": Paginator(rows, ROWS).get_page(request.GET.get("page")),
        "query": urlencode({"as_at": figure.as_at.isoformat()}) + "&",
    }
    return render(request, "oversight/children_behind.html", context)


def _tally(rows: Sequence[Row]) -> str:
    """How many rows count, how many do not, and how many the figure cannot tell of."""
    met = [row.child.met for row in rows]
    said = f"{words.number(met.count(True))} counted, {words.number(met.count(False))} not"
    unknown = met.count(None)
    if not unknown:
        return f"{said}."
    return f"{said}; {words.number(unknown)} left out: what it rests on is not recorded."


def _left_out(measure: Measure, as_at: date, scope: Scope) -> list[Group]:
    found: dict[str, list[str]] = {}
    for child in figures.left_out(settings.DATA, measure.id, as_at):
        if scope.holds(child.team, child.worker):
            found.setdefault(child.why, []).append(child.child_id)
    return [
        Group(why, words.count_of(len(ids), "child", "children"), tuple(ids))
        for why, ids in sorted(found.items())
    ]


def _said(child: ChildRow, unit: str) -> str:
    if child.met is not None:
        return "Yes" if child.met else "No"
    return "Not known" if child.value is None else words.figure(child.value, unit)
