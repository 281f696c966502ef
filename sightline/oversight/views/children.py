"""The children who wait, in the order to act."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sightline.oversight.loaded import when_loaded
from sightline.oversight.waits import REASONS, of_scope
from sightline.people.access import requires, signed_in
from sightline.people.log import record
from sightline.people.models.access_event import Act
from sightline.people.permissions import ANY_CHILDREN
from sightline.people.scope import scope_of
from sightline.trackers.waiting import WaitingChild

ROWS = 50


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the page was narrowed to; blank is everything."""

    team: str
    reason: str

    @classmethod
    def of(cls, request: HttpRequest) -> "Wanted":
        """The team and the reason of the address; a reason that is none is dropped."""
        reason = request.GET.get("reason", "")
        return cls(request.GET.get("team", ""), reason if reason in REASONS else "")

    def fits(self, child: WaitingChild) -> bool:
        """Whether the child is of the team and waits for that reason."""
        of_team = not self.team or child.team == self.team
        return of_team and (not self.reason or any(r.kind == self.reason for r in child.reasons))

    @property
    def query(self) -> str:
        """The same again, for the links to further pages."""
        kept = {"team": self.team, "reason": self.reason}
        return urlencode({name: value for name, value in kept.items() if value} or {}) + "&"


@requires(*ANY_CHILDREN)
@require_GET
@when_loaded
def children(request: HttpRequest) -> HttpResponse:
    """The worklist, narrowed to a team and a reason; the look is logged."""
    user = signed_in(request)
    scope, wanted = scope_of(user), Wanted.of(request)
    mine = of_scope(settings.DATA, scope)
    rows = [child for child in mine if wanted.fits(child)]
    record(user, Act.LISTED_CHILDREN, path=request.get_full_path(), why="who wait")
    context = {
        "scope": scope,
        "wanted": wanted,
        "teams": sorted({child.team for child in mine if child.team}),
        "reasons": REASONS.items(),
        "all": len(mine),
        "page": Paginator(rows, ROWS).get_page(request.GET.get("page")),
        "query": wanted.query,
    }
    return render(request, "oversight/children.html", context)
