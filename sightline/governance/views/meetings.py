"""One meeting: its papers, who came, what comes back to it and what was raised there."""

from collections import Counter

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from sightline.governance import keeping, papers, tabling
from sightline.governance.attending import AttendanceForm
from sightline.governance.elsewhere import letters_received, packs_issued
from sightline.governance.keeping import ChangedMeanwhileError
from sightline.governance.listings.listing import Table
from sightline.governance.listings.members import PRESENT
from sightline.governance.listings.owed import COLUMNS, row_of
from sightline.governance.listings.reviews import every_look
from sightline.governance.load_index import load_of
from sightline.governance.models import Matter, Meeting, Paper, Source
from sightline.governance.question_bank import to_choose_from
from sightline.governance.standing import back_at, standings
from sightline.people.access import requires, signed_in
from sightline.people.log import record
from sightline.people.models.access_event import Act
from sightline.people.permissions import Permission


@requires(Permission.SEE_BOARDS)
@require_GET
def meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """What comes back to it first; then its papers, who came, and what was raised there."""
    user, today = signed_in(request), timezone.localdate()
    met = get_object_or_404(Meeting.objects.select_related("body"), pk=pk)
    every = standings(Matter.objects.filter(body=met.body))
    back = back_at(met, every)
    raised = [each for each in every if each.matter.meeting_id == met.pk]
    came = list(met.attendances.select_related("member"))
    present = sum(each.came in PRESENT for each in came)
    quorum = met.body.quorum
    read = list(met.papers.all())
    alone = sum(each.source == Source.OFFICER for each in read)
    looks, letters = every_look(), letters_received()
    held = list(met.body.meetings.select_related("body"))
    came_in = tabling.received(met.body, looks, letters)
    issues = {each.number: each for each in packs_issued()}
    context = {
        "meeting": met,
        "back": Table("What comes back", COLUMNS, [row_of(each, today) for each in back]),
        "raised": Table("Raised there", COLUMNS, [row_of(each, today) for each in raised]),
        "papers": [
            (each, papers.said(each, met, today), issues.get(each.pack or 0)) for each in read
        ],
        "load": load_of(met.body, read),
        "alone": alone,
        "questions": to_choose_from(met.body.themes) if met.day >= today else [],
        "mix": Counter(each.get_source_display() for each in read).items(),
        "owed": [e for e in tabling.owed(held, came_in) if e.meeting.pk == met.pk],
        "came": came,
        "present": present,
        "not_quorate": bool(came) and quorum is not None and present < quorum,
        "quorate": bool(came) and quorum is not None and present >= quorum,
        "today": today,
        "may_keep": user.may(Permission.KEEP_BOARDS),
        "may_raise": user.may_any((Permission.KEEP_BOARDS, Permission.ASK_FOR_BOARDS)),
        "history": keeping.history(met),
    }
    return render(request, "governance/meeting.html", context)


@requires(Permission.KEEP_BOARDS)
@require_http_methods(["GET", "POST"])
def attendance(request: HttpRequest, pk: int) -> HttpResponse:
    """A form: whether each member came."""
    met = get_object_or_404(Meeting.objects.select_related("body"), pk=pk)
    form = AttendanceForm(met, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            form.save(signed_in(request), timezone.now())
        except ChangedMeanwhileError as error:
            form = form.shown_again(error)
        else:
            messages.success(request, "Who came is written down.")
            return redirect(met)
    context = {
        "form": form,
        "title": "Who came",
        "caption": str(met),
        "back": met.get_absolute_url(),
    }
    return render(request, "governance/kept.html", context)


@requires(Permission.SEE_BOARDS)
@require_GET
def paper_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The file of a paper, to keep; the access log says who took it."""
    paper = get_object_or_404(Paper, pk=pk)
    if not paper.file or not paper.path.is_file():
        raise Http404
    record(signed_in(request), Act.DOWNLOADED, path=request.get_full_path(), why=paper.file_name)
    return FileResponse(paper.path.open("rb"), as_attachment=True, filename=paper.file_name)
