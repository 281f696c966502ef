"""Giving evidence for an action, and reading it."""

from collections.abc import Callable
from datetime import datetime

from django import forms
from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from sightline import words
from sightline.closure import acts
from sightline.closure.acts import ClosureError, Shown
from sightline.closure.forms import DocumentForm, EvidenceForm, FigureForm, RereadForm
from sightline.closure.models import Evidence, EvidenceKind
from sightline.improvement.models import Action
from sightline.improvement.views.asking import Ask, asked
from sightline.jobs import figures
from sightline.people.access import requires, signed_in
from sightline.people.documents import keep_document
from sightline.people.log import record
from sightline.people.models.access_event import Act
from sightline.people.permissions import Permission
from sightline.records import NothingLoadedError

FOLDER = "evidence"
_FORMS: dict[EvidenceKind, type[forms.Form]] = {
    EvidenceKind.DOCUMENT: DocumentForm,
    EvidenceKind.FIGURE: FigureForm,
    EvidenceKind.REREAD: RereadForm,
    EvidenceKind.FEEDBACK: EvidenceForm,
}
_INTRO = {
    EvidenceKind.FIGURE: "The figure is kept as it is known today, whatever it becomes later.",
    EvidenceKind.REREAD: "Only numbers are kept: no child is named here.",
}


@requires(Permission.OWN_ACTIONS)
@require_http_methods(["GET", "POST"])
def give(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """A form for one piece of evidence of a kind."""
    action = get_object_or_404(Action.objects.select_related("owner"), pk=pk)
    if kind not in EvidenceKind:
        raise Http404
    of_kind = EvidenceKind(kind)
    form = _FORMS[of_kind](request.POST or None, request.FILES or None)
    title = f"Evidence: {of_kind.label[0].lower()}{of_kind.label[1:]}"
    back, intro = action.get_absolute_url(), _INTRO.get(of_kind, "")
    ask = Ask(title, "Give it", back, "The action", caption=action.title, intro=intro)

    def act(filled: forms.Form) -> str:
        now = timezone.now()
        acts.give(action, _SHOWN[of_kind](filled, now), signed_in(request), now)
        return "The evidence is given. It stays, whatever becomes of the action."

    return asked(request, form, ask, act)


@requires(Permission.SEE_PLAN)
@require_GET
def document(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The document of a piece of evidence; the access log says who took it."""
    row = get_object_or_404(Evidence, pk=pk)
    if not row.file or not row.path.is_file():
        raise Http404
    record(signed_in(request), Act.DOWNLOADED, path=request.get_full_path(), why=row.file_name)
    return FileResponse(row.path.open("rb"), as_attachment=True, filename=row.file_name)


def _document(form: forms.Form, now: datetime) -> Shown:
    said = form.cleaned_data
    file, name = keep_document(said["upload"], FOLDER, settings.DATA)
    return Shown(EvidenceKind.DOCUMENT, said["words"], said["dated"], file=file, file_name=name)


def _figure(form: forms.Form, now: datetime) -> Shown:
    """The measure's newest figure. Raises ClosureError where none may be relied on."""
    said = form.cleaned_data
    try:
        found = figures.one(settings.DATA, said["measure"])
    except NothingLoadedError:
        found = None
    if found is None or found.latest.value is None or not found.latest.trusted:
        raise ClosureError("This measure has no figure today that may be relied on.")
    newest = found.latest
    return Shown(
        EvidenceKind.FIGURE, said["words"], min(newest.as_at, now.date()), measure=said["measure"],
        figure=words.figure(newest.value, found.measure.unit), figure_as_at=newest.as_at,
    )  # fmt: skip


def _reread(form: forms.Form, now: datetime) -> Shown:
    said = form.cleaned_data
    return Shown(
        EvidenceKind.REREAD, said["words"], said["dated"],
        reread=said["reread"], bearing_out=said["bearing_out"],
    )  # fmt: skip


def _feedback(form: forms.Form, now: datetime) -> Shown:
    said = form.cleaned_data
    return Shown(EvidenceKind.FEEDBACK, said["words"], said["dated"])


_SHOWN: dict[EvidenceKind, Callable[[forms.Form, datetime], Shown]] = {
    EvidenceKind.DOCUMENT: _document,
    EvidenceKind.FIGURE: _figure,
    EvidenceKind.REREAD: _reread,
    EvidenceKind.FEEDBACK: _feedback,
}
