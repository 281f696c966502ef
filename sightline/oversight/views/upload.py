"""Choosing files to load."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from sightline.oversight import load_runner
from sightline.oversight.forms import LoadForm
from sightline.oversight.models import LoadJob
from sightline.people import uploads
from sightline.people.access import requires, signed_in
from sightline.people.log import record
from sightline.people.models.access_event import Act
from sightline.people.permissions import Permission


@requires(Permission.LOAD_DATA)
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Takes the files, begins the load, and shows how far it has come."""
    form = LoadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        job = _job(request, form)
        load_runner.start(job)
        return redirect("load-progress", job.pk)
    return render(request, "oversight/upload.html", {"form": form})


def _job(request: HttpRequest, form: LoadForm) -> LoadJob:
    folder = uploads.keep(form.cleaned_data["returns"], settings.DATA)
    names = sorted(file.name for file in folder.iterdir())
    user, now = signed_in(request), timezone.now()
    record(user, Act.LOADED, path=request.path, why=", ".join(names))
    return LoadJob.objects.create(
        user=user,
        asked_at=now,
        heard_at=now,
        as_at=form.cleaned_data["as_at"],
        year=form.cleaned_data["year"],
        files=names,
        folder=str(folder),
    )
