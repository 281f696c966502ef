"""The access log page: who looked at which child, newest first."""

from urllib.parse import urlencode

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sightline.people.access import requires
from sightline.people.log import verify
from sightline.people.models import AccessEvent
from sightline.people.permissions import Permission

ROWS = 50


class AccessLogFilter(forms.Form):
    """Narrow the log to one child or one person."""

    child = forms.CharField(label="Child", required=False, max_length=100)
    person = forms.CharField(label="User name", required=False, max_length=150)


@requires(Permission.SEE_ACCESS_LOG)
@require_GET
def access_log(request: HttpRequest) -> HttpResponse:
    """Fifty events a page, narrowed by child or person."""
    form = AccessLogFilter(request.GET or None)
    wanted = form.cleaned_data if form.is_valid() else {}
    events = AccessEvent.objects.all()
    if child := wanted.get("child", "").strip():
        events = events.filter(child_id=child)
    if person := wanted.get("person", "").strip():
        events = events.filter(username=person)
    page = Paginator(events, ROWS).get_page(request.GET.get("page"))
    kept = {name: value for name, value in wanted.items() if value}
    return render(
        request,
        "people/access_log.html",
        {
            "form": form,
            "page": page,
            "narrowed": bool(kept),
            "query": urlencode(kept) + "&" if kept else "",
            "verdict": verify() if "check" in request.GET else None,
        },
    )
