"""The home page: what needs you today."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sightline.people.access import requires
from sightline.people.permissions import ANY_FIGURES


@requires(*ANY_FIGURES)
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """What needs this person today."""
    return render(request, "oversight/home.html")
