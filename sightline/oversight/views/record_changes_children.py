"""The children whose record was written late or rewritten, for those who may see them."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sightline.jobs import history
from sightline.jobs.history import ChildChange
from sightline.oversight.loaded import found_when_loaded, when_loaded
from sightline.oversight.record_changes import WHATS, sentence
from sightline.people.access import requires, signed_in
from sightline.people.csv_answer import csv_answer
from sightline.people.log import record
from sightline.people.models.access_event import Act
from sightline.people.models.user import User
from sightline.people.permissions import ANY_CHILDREN
from sightline.people.scope import scope_of

ROWS = 20
TIMELY = "timely"
CHOICES = {**WHATS, TIMELY: "Became timely by the change"}
HEADER = (
    "child", "team_then", "what", "of", "was", "now", "days", "days_at_least", "seen_before",
    "seen_now", "load", "due",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list was narrowed to; blank is everything."""

    team: str
    what: str

    @classmethod
    def of(cls, request: HttpRequest) -> "Wanted":
        """The team and the kind of change of the address; a kind that is none is dropped."""
        what = request.GET.get("what", "")
        return cls(request.GET.get("team", ""), what if what in CHOICES else "")

    def fits(self, change: ChildChange) -> bool:
        """Whether the change is of that team at the time, and of that kind."""
        of_team = not self.team or change.team == self.team
        of_kind = change.due is not None if self.what == TIMELY else change.what == self.what
        return of_team and (not self.what or of_kind)

    @property
    def query(self) -> str:
        """The same again, for the links to further pages."""
        kept = {"team": self.team, "what": self.what}
        return urlencode({name: value for name, value in kept.items() if value}) + "&"


def _mine(user: User) -> list[ChildChange]:
    """The changes of children whom the person may see, by who has the child today."""
    scope = scope_of(user)
    return [
        change
        for change in history.child_changes(settings.DATA)
        if scope.holds(change.team_now, change.worker_now)
    ]


@requires(*ANY_CHILDREN)
@require_GET
@when_loaded
def record_changes_children(request: HttpRequest) -> HttpResponse:
    """The list, narrowed to a team and a kind of change; the look is logged."""
    user = signed_in(request)
    wanted, mine = Wanted.of(request), _mine(user)
    fitting = [change for change in mine if wanted.fits(change)]
    page = Paginator(fitting, ROWS).get_page(request.GET.get("page"))
    record(user, Act.LISTED_CHILDREN, path=request.get_full_path(), why="whose record changed")
    context = {
        "scope": scope_of(user),
        "wanted": wanted,
        "teams": sorted({change.team for change in mine if change.team}),
        "choices": CHOICES.items(),
        "fitting": len(fitting),
        "page": page,
        "rows": [(change, WHATS[change.what], sentence(change)) for change in page],
        "query": wanted.query,
    }
    return render(request, "oversight/record_changes_children.html", context)


@requires(*ANY_CHILDREN)
@require_GET
@found_when_loaded
def record_changes_children_csv(request: HttpRequest) -> HttpResponse:
    """The list as CSV, narrowed as the page is."""
    wanted = Wanted.of(request)
    rows = [
        (
            each.child_id, each.team, each.what, each.title, each.was, each.now, each.days,
            each.at_least, each.seen_before, each.seen_now, each.load_id, each.due,
        )
        for each in _mine(signed_in(request))
        if wanted.fits(each)
    ]  # fmt: skip
    return csv_answer(request, "record-changes-children", HEADER, rows)
