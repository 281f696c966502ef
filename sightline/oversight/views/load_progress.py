"""How far a load has come, and what came of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sightline.oversight.models import LoadJob
from sightline.people.access import requires
from sightline.people.permissions import Permission


@requires(Permission.LOAD_DATA)
@require_GET
def load_progress(request: HttpRequest, job_id: int) -> HttpResponse:
    """Refreshes itself while the load runs; needs no script."""
    job = get_object_or_404(LoadJob, pk=job_id)
    silent = job.silent(timezone.now())
    return render(request, "oversight/load_progress.html", {"job": job, "silent": silent})
