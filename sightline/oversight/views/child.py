"""One child: who she is, what is owed to her, what has happened. Every look is logged."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sightline import words
from sightline.jobs import children, history
from sightline.jobs.children import ChildView
from sightline.oversight import ethnicity
from sightline.oversight.disagreement_rows import rows
from sightline.oversight.lifeline import lifeline
from sightline.oversight.loaded import when_loaded
from sightline.oversight.record_changes import WHATS, sentence
from sightline.people.access import requires, signed_in
from sightline.people.log import record
from sightline.people.models.access_event import Act
from sightline.people.permissions import ANY_CHILDREN
from sightline.people.scope import Scope, scope_of
from sightline.records.words import LEGAL_STATUS, PERMANENCE_PLAN, PLACEMENT, SEX, said


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of the summary list."""

    name: str
    value: str


@requires(*ANY_CHILDREN)
@require_GET
@when_loaded
def child(request: HttpRequest, child_id: str) -> HttpResponse:
    """The page of one child; a child beyond one's scope is not found, and that is logged too."""
    user = signed_in(request)
    try:
        seen = children.view(settings.DATA, child_id)
    except children.ChildNotFoundError as error:
        raise Http404(f"There is no child {child_id}.") from error
    if not _may_see(scope_of(user), seen):
        record(user, Act.CHILD_REFUSED, child_id=child_id, path=request.path)
        raise Http404(f"There is no child {child_id}.")
    record(user, Act.LOOKED_AT_CHILD, child_id=child_id, path=request.path)
    years = groupby(seen.events, key=lambda event: event.date.year)
    context = {
        "child": seen,
        "facts": _facts(seen),
        "life": lifeline(seen.spells, seen.as_at),
        "disagreements": rows(seen.disagreements),
        "years": [(year, list(events)) for year, events in years],
        "changed": [
            (each.title, WHATS[each.what], sentence(each))
            for each in history.child_changes(settings.DATA, child_id=child_id)
        ],
    }
    return render(request, "oversight/child.html", context)


def _may_see(scope: Scope, seen: ChildView) -> bool:
    """By her team and worker now; once out of care, by the last team that had her."""
    team = seen.team or children.team_of(settings.DATA, seen.child_id)
    return scope.holds(team, seen.worker)


def _facts(seen: ChildView) -> list[Fact]:
    return [*_who(seen), *(_care(seen) if seen.in_care else [Fact("In care", "No")])]


def _who(seen: ChildView) -> list[Fact]:
    born = words.day(seen.date_of_birth)
    age = f"{seen.age} (born {born})" if seen.age is not None else f"Born {born}"
    facts = [Fact("Age", age), Fact("Sex", said(SEX, seen.sex).capitalize())]
    if seen.ethnicity:
        facts.append(Fact("Ethnicity", ethnicity.said(seen.ethnicity)))
    if seen.disabled is not None:
        facts.append(Fact("Disabled", "Yes" if seen.disabled else "No"))
    if seen.uasc:
        facts.append(Fact("Came alone seeking asylum", "Yes"))
    return facts


def _care(seen: ChildView) -> list[Fact]:
    status, home = said(LEGAL_STATUS, seen.legal_status), said(PLACEMENT, seen.placement_type)
    plan = said(PERMANENCE_PLAN, seen.permanence_plan).capitalize()
    return [
        Fact(
            "In care since",
            f"{'before ' if seen.start_unknown else ''}{words.day(seen.care_started)}",
        ),
        Fact("Legal status", _since(status, seen.legal_status_started)),
        Fact("Lives", _since(home, seen.placement_started)),
        Fact("Plan for permanence", plan),
        Fact("Team", seen.team or "Not recorded"),
        Fact("Social worker", seen.worker or "Not recorded"),
    ]


def _since(what: str, started: date | None) -> str:
    return what[0].upper() + what[1:] + (f", since {words.day(started)}" if started else "")
