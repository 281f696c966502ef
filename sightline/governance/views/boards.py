"""The boards, and the map of who oversees what."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sightline.governance import keeping
from sightline.governance.listings.bodies import BODIES
from sightline.governance.listings.listing import Cell, Table
from sightline.governance.listings.map_rows import governance_map, nodes
from sightline.governance.listings.members import COLUMNS as MEMBER_COLUMNS
from sightline.governance.listings.members import groups_missing, row_of, sitting
from sightline.governance.listings.owed import COLUMNS as OWED_COLUMNS
from sightline.governance.listings.owed import row_of as owed_row
from sightline.governance.listings.targets_set import COLUMNS as TARGET_COLUMNS
from sightline.governance.listings.targets_set import row_of as target_row
from sightline.governance.listings.targets_set import standings_for
from sightline.governance.mapping import thread
from sightline.governance.models import Body, Matter
from sightline.governance.standing import comes_back, standings
from sightline.governance.terms import versions
from sightline.governance.views.lists import lists_for
from sightline.governance.wording import theme_title
from sightline.people.access import requires, signed_in
from sightline.people.permissions import Permission


@requires(Permission.SEE_BOARDS)
@require_GET
def boards(request: HttpRequest) -> HttpResponse:
    """What is owed to boards, every board, and where to go from there."""
    shown = BODIES.made(signed_in(request), timezone.localdate())
    context = {"list": BODIES, "shown": shown, "lists": lists_for(request)}
    return render(request, "governance/boards.html", context)


@requires(Permission.SEE_BOARDS)
@require_GET
def board(request: HttpRequest, pk: int) -> HttpResponse:
    """One board: its terms, its members, its meetings, and what it is owed."""
    user, today = signed_in(request), timezone.localdate()
    body = get_object_or_404(Body.objects.select_related("reports_to"), pk=pk)
    members = [each for each in sitting() if each.body_id == body.pk]
    history = list(keeping.history(body))
    aims = standings_for(body.targets.select_related("body"), user, today)
    owed = comes_back(standings(Matter.objects.filter(body=body)))
    context = {
        "body": body,
        "owed": Table(
            "What comes back",
            _but(OWED_COLUMNS, "Board"),
            [_without(owed_row(each, today), 1) for each in owed],
        ),
        "members": Table(
            "Members", _but(MEMBER_COLUMNS, "Board"), [row_of(each, today)[1:] for each in members]
        ),
        "missing": groups_missing(body, members, today),
        "thread": thread(nodes(today), body.pk),
        "oversees": [theme_title(t) for t in body.themes if t not in body.leads],
        "leads": [theme_title(each) for each in body.leads],
        "meetings": body.meetings.order_by("-day"),
        "today": today,
        "may_keep": user.may(Permission.KEEP_BOARDS),
        "people": [each for each in members if each.sits(today)],
        "history": history,
        "terms": versions(body, history, keeping.read(body, "agreed_on")),
        "targets": Table(
            "Targets and criteria",
            _but(TARGET_COLUMNS, "Board"),
            [_without(target_row(each, user), 1) for each in aims],
            "It has written down nothing that it wants reached.",
        ),
        "stale": body.review_by is not None and body.review_by < today,
    }
    return render(request, "governance/board.html", context)


@requires(Permission.SEE_BOARDS)
@require_GET
def governance_picture(request: HttpRequest) -> HttpResponse:
    """The map: a line a theme, a column a body, and what stands out."""
    drawn = governance_map(timezone.localdate())
    context = {"drawn": drawn, "lists": lists_for(request)}
    return render(request, "governance/map.html", context)


def _but(columns: dict[str, int], name: str) -> dict[str, int]:
    return {each: width for each, width in columns.items() if each != name}


def _without(row: list[Cell], place: int) -> list[Cell]:
    return [*row[:place], *row[place + 1 :]]
