"""What was loaded, when and by whom."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sightline import words
from sightline.jobs import loads as jobs
from sightline.oversight.models import LoadJob
from sightline.people.access import requires, signed_in
from sightline.people.permissions import Permission
from sightline.records import Load
from sightline.returns.registry import RETURNS

TITLES = {known.name: known.title.removeprefix("the ") for known in RETURNS}
SHOWN = 100


@dataclass(frozen=True, slots=True)
class LoadRow:
    """One load as a row."""

    id: int
    loaded_at: datetime
    who: str
    what: str
    kept: int
    rejected: int
    has_issues: bool


@requires(Permission.SEE_LOADS)
@require_GET
def loads(request: HttpRequest) -> HttpResponse:
    """Every load, newest first, and those still on their way."""
    history = jobs.history(settings.DATA)
    of = {job.load_id: job for job in LoadJob.objects.select_related("user") if job.load_id}
    now = timezone.now()
    unfinished = LoadJob.objects.filter(load_id=None).exclude(state=LoadJob.State.DONE)[:10]
    context = {
        "rows": [_row(load, of.get(load.id)) for load in history[:SHOWN]],
        "unfinished": [(job, job.silent(now)) for job in unfinished],
        "may_load": signed_in(request).may(Permission.LOAD_DATA),
    }
    return render(request, "oversight/loads.html", context)


def _row(load: Load, job: LoadJob | None) -> LoadRow:
    return LoadRow(
        id=load.id,
        loaded_at=load.loaded_at,
        who=job.user.shown_name if job else "The command line",
        what=_what(load),
        kept=sum(part.kept for part in load.parts),
        rejected=sum(part.rejected for part in load.parts),
        has_issues=load.issues is not None,
    )


def _what(load: Load) -> str:
    """ "SSDA903 for 6 years (2021 to 2026); Annex A for 24 days (30 November 2024 to …)"."""
    said = []
    for name, title in TITLES.items():
        periods = sorted({part.period for part in load.parts if part.return_name == name})
        if not periods:
            continue
        spelled = [str(day.year) if name == "ssda903" else words.short_day(day) for day in periods]
        thing = "year" if name == "ssda903" else "extract"
        span = spelled[0] if len(spelled) == 1 else f"{spelled[0]} to {spelled[-1]}"
        said.append(f"{title}: {words.count_of(len(periods), thing)} ({span})")
    return "; ".join(said)
