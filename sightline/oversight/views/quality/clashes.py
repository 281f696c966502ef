"""Doubts about who is who: each in words, what was done about it, and what to check."""

from dataclasses import dataclass

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sightline.jobs import doubts
from sightline.oversight.clash_lines import KINDS, ClashLine, clash_line
from sightline.oversight.loaded import found_when_loaded, when_loaded
from sightline.oversight.numbering_lines import numbering_lines
from sightline.oversight.quality_asked import among
from sightline.people.access import requires, signed_in
from sightline.people.log import record
from sightline.people.models.access_event import Act
from sightline.people.permissions import ANY_CHILDREN
from sightline.people.scope import Scope, scope_of
from sightline.people.xlsx_answer import xlsx_answer

ROWS = 10
COLUMNS = {
    "Clash": 34,
    "Child": 16,
    "Other child": 20,
    "Return": 30,
    "What clashes": 70,
    "What Sightline did": 40,
    "Why": 60,
    "What to check": 70,
}


@dataclass(frozen=True, slots=True)
class KindLine:
    """One kind of clash and how many there are."""

    kind: str
    title: str
    clashes: int


@requires(*ANY_CHILDREN)
@require_GET
@when_loaded
def clashes(request: HttpRequest) -> HttpResponse:
    """The clashes of the children whom the person may see, and those of whole returns; the look is
    logged."""
    user = signed_in(request)
    scope, kind = scope_of(user), _kind(request)
    mine = _lines(scope)
    fitting = [line for line in mine if kind in {"", line.kind}]
    page = Paginator(fitting, ROWS).get_page(request.GET.get("page"))
    of_children = any(line.names for line in mine)
    if of_children:
        record(user, Act.LISTED_CHILDREN, path=request.get_full_path(), why="who is who")
    counted = {kind: sum(line.kind == kind for line in mine) for kind in KINDS}
    context = {
        "scope": scope,
        "all": len(mine),
        "of_children": of_children,
        "kind": kind,
        "kind_title": KINDS.get(kind, ""),
        "kinds": [KindLine(name, KINDS[name], n) for name, n in counted.items() if n],
        "most": max(counted.values()),
        "page": page,
        "query": f"kind={kind}&" if kind else "",
    }
    return render(request, "oversight/quality/clashes.html", context)


@requires(*ANY_CHILDREN)
@require_GET
@found_when_loaded
def clashes_xlsx(request: HttpRequest) -> HttpResponse:
    """The same as Excel, narrowed as the page is."""
    kind = _kind(request)
    rows = [
        (
            line.title,
            line.names[0] if line.names else None,
            line.names[1] if len(line.names) > 1 else None,
            None if line.names else line.about,
            *(line.what, line.did, line.why, line.check),
        )
        for line in _lines(scope_of(signed_in(request)))
        if kind in {"", line.kind}
    ]
    return xlsx_answer(request, "who-is-who", COLUMNS, rows)


def _kind(request: HttpRequest) -> str:
    asked = request.GET.get("kind", "")
    return asked if asked in KINDS else ""


def _lines(scope: Scope) -> list[ClashLine]:
    """Those that most need a person first."""
    if scope.nobody:
        return []
    order, data = list(KINDS), settings.DATA
    lines = [clash_line(each) for each in doubts.identity_clashes(data, among(scope))]
    lines += numbering_lines(data)
    return sorted(lines, key=lambda line: order.index(line.kind))
