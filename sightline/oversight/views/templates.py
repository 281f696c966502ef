"""Sightline's own templates, to be downloaded and filled in."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sightline.jobs import templates as jobs
from sightline.people.access import requires
from sightline.people.permissions import Permission

CONTENT_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


@requires(Permission.LOAD_DATA)
@require_GET
def templates(request: HttpRequest) -> HttpResponse:
    """Every template: what it is for, who keeps it, and its files."""
    return render(request, "oversight/templates.html", {"templates": jobs.listing()})


@requires(Permission.LOAD_DATA)
@require_GET
def template_file(request: HttpRequest, name: str, form: str) -> HttpResponse:
    """One empty template."""
    try:
        content = jobs.blank(name, form)
    except KeyError as error:
        raise Http404(f"there is no template {name}.{form}") from error
    response = HttpResponse(content, content_type=CONTENT_TYPES[form])
    response["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return response
